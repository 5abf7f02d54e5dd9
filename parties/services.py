"""What can be done with an account."""

from __future__ import annotations

from parties.models import User
from portal.base import audit


def set_language(user: User, *, language: str) -> User:
    """Keep the language in which a person reads; letters and pages follow it.

    Expects a code of Language. Writes nothing where it is that language already.
    """
    if user.language != language:
        with audit.acting(by=user, why="account.language"):
            user.language = language
            user.save(update_fields=["language"])
    return user


def set_password(user: User, *, password: str, why: str) -> User:
    """Set a new password; every other session of the account ends with the next request."""
    with audit.acting(by=user, why=why):
        user.set_password(password)
        user.save(update_fields=["password"])
    return user
