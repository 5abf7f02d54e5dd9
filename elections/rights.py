"""Who may do what: asked by views, admin and transitions; the authentication backend asks here too.

So far there is one room, the administrator's. The rooms of officials, clerks, chairs and
auditors answer here as well when they open: `role_of(user, contest)` and `visible_to(user)`.
"""

from __future__ import annotations

from typing import Any

# What an administrator of the installation may change by hand. Everything else follows from
# acts of parties and commissions, or from the record's files, and is only read.
_ADMINISTERED = frozenset({"parties.add_user", "parties.change_user"})


def is_administrator(user: Any) -> bool:
    """Say whether this is an administrator of the installation who may sign in."""
    return bool(user.is_active and getattr(user, "is_superuser", False))


def may_enter_admin(user: Any) -> bool:
    """Say whether some room of the admin is this person's."""
    return is_administrator(user)


def has_perm(user: Any, perm: str, obj: object = None) -> bool:
    """Answer Django's question "app.verb_model": an administrator views all, changes accounts."""
    verb = perm.partition(".")[2].partition("_")[0]
    return is_administrator(user) and (verb == "view" or perm in _ADMINISTERED)


def has_module_perms(user: Any, app_label: str) -> bool:
    """Say whether the app has anything that this person may see; "admin" is the admin itself."""
    return may_enter_admin(user)
