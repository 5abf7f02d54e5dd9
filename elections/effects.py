"""What follows from a change: notices in the same transaction, tasks by name after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from django.db.models import F

from elections.law.workflow import ListEvent
from elections.models import CommissionMember, Contest, Notice, PartyList
from parties.models import Membership, User
from portal.base import queue

TOLD_TO_THE_PARTY = {
    ListEvent.SUBMIT: "list_submitted",
    ListEvent.WITHDRAW: "list_withdrawn",
    ListEvent.REGISTER: "list_registered",
    ListEvent.REFUSE: "list_refused",
}
TOLD_TO_THE_COMMISSION = {
    ListEvent.SUBMIT: "list_received",
    ListEvent.WITHDRAW: "list_withdrawn_by_party",
}


def list_moved(party_list: PartyList, event: StrEnum, *, by: User, at: datetime) -> None:
    """Write the notices that follow from a list's transition.

    The commission hears nothing of a list that was never handed in.
    """
    notices: list[Notice] = []
    if kind := TOLD_TO_THE_PARTY.get(ListEvent(event)):
        notices += _notices(_people_of_party(party_list, at), kind, party_list, at)
    was_handed_in = party_list.submissions.exists()
    if was_handed_in and (kind := TOLD_TO_THE_COMMISSION.get(ListEvent(event))):
        notices += _notices(_people_of_commission(party_list.contest, at), kind, party_list, at)
    _post(notices)


def make_stale(contests: Sequence[int]) -> None:
    """Count one change of each contest's result and have it recomputed; the last statement."""
    if not contests:
        return
    Contest.objects.filter(pk__in=contests).update(results_version=F("results_version") + 1)
    for contest in contests:
        queue.after_commit("results.recompute", contest)


def _people_of_party(party_list: PartyList, at: datetime) -> list[User]:
    """Return those who may act for this list: viewers are not written to."""
    territory = party_list.contest.territory
    places = {territory.pk, territory.parent_id}
    found = Membership.objects.valid(at).filter(party=party_list.party).exclude(role="viewer")
    return [
        membership.user
        for membership in found.select_related("user").prefetch_related("places")
        if membership.all_territories
        or places & {place.territory_id for place in membership.places.all()}
    ]


def _people_of_commission(contest: Contest, at: datetime) -> list[User]:
    members = CommissionMember.objects.valid(at).filter(commission=contest.commission_id)
    return [member.user for member in members.exclude(role="auditor").select_related("user")]


def _notices(
    people: Iterable[User], kind: str, party_list: PartyList, at: datetime
) -> list[Notice]:
    newest = party_list.submissions.order_by("-number").first()
    params = {"number": newest.number, "digest": newest.digest} if newest else {}
    return [
        Notice(
            to=person,
            kind=kind,
            list=party_list,
            contest=party_list.contest,
            language=person.language,
            params=params,
            created=at,
        )
        for person in people
    ]


def _post(notices: list[Notice]) -> None:
    for notice in Notice.objects.bulk_create(notices):
        queue.after_commit("notices.send", notice.pk)
