"""Who may do what: asked by views, admin and transitions; the authentication backend asks here too.

One definition answers "may this person?" and "which ones?". A party's people see their party's
lists in their territories; a commission's people see what was handed in to their commission, never
a draft; an administrator of the installation keeps accounts and has no room in an election.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from elections.law.workflow import Role
from elections.models import CommissionMember, Contest, Election, PartyList
from elections.models.party_list import PartyListQuerySet
from parties.models import Membership, Party, Territory, User
from portal.base import clock

# What an administrator of the installation may change by hand. Everything else follows from
# acts of parties and commissions, or from the record's files, and is only read.
_ADMINISTERED = frozenset({"parties.add_user", "parties.change_user"})
# What a commission's people look at besides their lists and protocols.
_COMMISSION_VIEWS = frozenset(
    f"elections.view_{model}"
    for model in (
        "partylist",
        "contest",
        "submission",
        "decision",
        "protocol",
        "precinct",
        "allocation",
        "publication",
        "lot",
        "deadline",
    )
)
_AUDITOR_VIEWS = _COMMISSION_VIEWS | {"elections.view_refusedattempt", "audit.view_seal"}


# --- people of a party ---------------------------------------------------------------------


def memberships_of(user: Any) -> list[Membership]:
    """Return what this person does for parties now, with territories; two queries at most."""
    if not isinstance(user, User):
        return []
    valid = Membership.objects.valid(clock.now()).filter(user=user)
    return list(valid.select_related("party").prefetch_related("places__territory"))


def may_enter_party_room(user: Any) -> bool:
    """Say whether this person works for a party now."""
    return bool(memberships_of(user))


def _covers(membership: Membership, territory: Territory) -> bool:
    """Say whether a membership reaches a territory: itself, or one that it is part of."""
    if membership.all_territories:
        return True
    meant = {place.territory_id for place in membership.places.all()}
    place: Territory | None = territory
    while place is not None:
        if place.pk in meant:
            return True
        place = place.parent
    return False


def _within(memberships: Iterable[Membership], place: str, party: str | None) -> Q:
    """Return the condition that a row's territory (and party) are covered by one of them."""
    found = Q(pk__in=[])
    for membership in memberships:
        # An empty Q() would vanish from the "or" below: everywhere must be a condition too.
        mine = Q(**{party: membership.party}) if party else Q(pk__isnull=False)
        if not membership.all_territories:
            meant = [row.territory_id for row in membership.places.all()]
            mine &= Q(**{f"{place}__in": meant}) | Q(**{f"{place}__parent__in": meant})
        found |= mine
    return found


def lists_of_party(user: Any, memberships: list[Membership] | None = None) -> PartyListQuerySet:
    """Return the lists that this person sees in the party's room: foreign ones are not there.

    A page that has asked for the memberships already hands them in.
    """
    memberships = memberships_of(user) if memberships is None else memberships
    if not memberships:
        return PartyList.objects.none()
    mine = _within(memberships, "contest__territory", "party")
    return PartyList.objects.exclude(contest__election__kind=Election.Kind.RECORD).filter(
        mine, contest__election__retired_at=None
    )


def contests_of_party(
    user: Any, party: Party, memberships: list[Membership] | None = None
) -> QuerySet[Contest]:
    """Return the contests in this person's territories where the party is admitted."""
    memberships = memberships_of(user) if memberships is None else memberships
    memberships = [m for m in memberships if m.party_id == party.pk]
    if not memberships:
        return Contest.objects.none()
    return (
        Contest.objects.exclude(election__kind=Election.Kind.RECORD)
        .filter(_within(memberships, "territory", None), election__retired_at=None)
        .filter(admitted(party))
        .distinct()
    )


def admitted(party: Party) -> Q:
    """Return the condition that a party is admitted in a contest's territory or one above it."""
    found = Q(pk__in=[])
    admissions = party.admissions.filter(election__retired_at=None)
    for election, territory in admissions.values_list("election_id", "territory_id"):
        here = Q(territory=territory) | Q(territory__parent=territory)
        found |= Q(election=election) & here
    return found


# --- people of a commission ----------------------------------------------------------------


def commission_roles(user: Any) -> list[CommissionMember]:
    """Return what this person does in commissions now; one query."""
    if not isinstance(user, User):
        return []
    valid = CommissionMember.objects.valid(clock.now()).filter(user=user)
    return list(valid.select_related("commission"))


def contests_of_commission(user: Any) -> QuerySet[Contest]:
    """Return the contests of this person's commissions."""
    commissions = [role.commission_id for role in commission_roles(user)]
    return Contest.objects.filter(commission__in=commissions, election__retired_at=None)


def lists_of_commission(user: Any) -> PartyListQuerySet:
    """Return the lists that were handed in to this person's commissions; never a draft.

    A list that its party withdrew before handing it in was never the commission's either.
    """
    commissions = [role.commission_id for role in commission_roles(user)]
    return (
        PartyList.objects.filter(
            contest__commission__in=commissions, contest__election__retired_at=None
        )
        .exclude(state=PartyList.State.DRAFT)
        .filter(submissions__isnull=False)
        .distinct()
    )


# --- one answer for both -------------------------------------------------------------------


def role_of(
    user: Any,
    contest: Contest,
    party: Party | None = None,
    memberships: list[Membership] | None = None,
) -> Role | None:
    """Tell what a person is in a contest: for that party, or without one in its commission.

    None for a stranger, and for everybody in a practice election that was replaced. Costs at most
    three queries.
    """
    if contest.election.retired_at is not None:
        return None
    if party is not None:
        for membership in memberships_of(user) if memberships is None else memberships:
            if membership.party_id == party.pk and _covers(membership, contest.territory):
                return Role(membership.role)
        return None
    for role in commission_roles(user):
        if role.commission_id == contest.commission_id:
            return Role(role.role)
    return None


# --- the admin -----------------------------------------------------------------------------


def is_administrator(user: Any) -> bool:
    """Say whether this is an administrator of the installation who may sign in."""
    return bool(user.is_active and getattr(user, "is_superuser", False))


def may_enter_admin(user: Any) -> bool:
    """Say whether some room of the admin is this person's."""
    return is_administrator(user) or bool(commission_roles(user))


def has_perm(user: Any, perm: str, obj: object = None) -> bool:
    """Answer Django's question "app.verb_model".

    An administrator views all and changes accounts; a commission's people view what their room
    shows. Everything else is a button of its own that a service answers.
    """
    verb = perm.partition(".")[2].partition("_")[0]
    if is_administrator(user):
        return verb == "view" or perm in _ADMINISTERED
    roles = _roles_shown(user)
    if CommissionMember.Role.AUDITOR in roles:
        return perm in _AUDITOR_VIEWS
    return bool(roles) and perm in _COMMISSION_VIEWS


def _roles_shown(user: Any) -> set[str]:
    """Return the roles that decide what the admin shows, asked once per signed-in request.

    The admin asks for dozens of permissions on a page. What a person may do is asked anew each
    time, by `role_of`.
    """
    if not hasattr(user, "_roles_shown"):
        user._roles_shown = {role.role for role in commission_roles(user)}  # noqa: SLF001
    roles: set[str] = user._roles_shown  # noqa: SLF001
    return roles


def has_module_perms(user: Any, app_label: str) -> bool:
    """Say whether the app has anything that this person may see; "admin" is the admin itself."""
    return is_administrator(user) or bool(_roles_shown(user))
