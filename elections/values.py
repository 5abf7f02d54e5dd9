"""Rows → values of the law and back: the only place where both are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from elections.law import calendar, editions
from elections.law import lists as law_lists
from elections.law.allocation import ListVotes, Registration
from elections.law.calendar import DeadlineKind, Phase
from elections.law.iin import Sex
from elections.law.rules import AllocationRules, Edition
from elections.law.steps import fraction_text
from elections.models import Candidate, Contest, Deadline, Election, PartyList
from portal.base import numerals

Json = dict[str, object]
# How the encrypted column says yes; "no" and null count alike.
HAS_DISABILITY = "yes"


def edition_of(election: Election) -> Edition:
    """Return the edition of the law that the election names; raises UnknownEditionError."""
    return editions.edition(election.edition)


def list_votes(votes: Mapping[str, int]) -> list[ListVotes]:
    """Return the law's lists from votes by party, without times of registration."""
    return [ListVotes(party, number) for party, number in votes.items()]


def registered_votes(
    votes: Mapping[str, int], registered: Mapping[str, tuple[datetime, int]]
) -> list[ListVotes]:
    """Return the law's lists with moment and order of registration, where all have them."""
    if set(registered) != set(votes):
        return list_votes(votes)
    return [
        ListVotes(party, number, Registration(*registered[party]))
        for party, number in votes.items()
    ]


def allocation_parameters(rules: AllocationRules) -> Json:
    """Return what of an edition an allocation hangs on, to be stored beside it."""
    return {
        "threshold": fraction_text(rules.threshold.value),
        "threshold_base": rules.threshold_base.value.value,
        "tie": rules.tie.value.value,
        "second_list_factor": fraction_text(rules.second_list.value.factor),
        "second_list_minimum": rules.second_list.value.minimum,
    }


def edition_as_json(edition: Edition) -> Json:
    """Return the edition as a published body names it: code, citation and the threshold."""
    rules = edition.allocation
    return {
        "code": edition.code,
        "citation": edition.citation,
        "threshold": fraction_text(rules.threshold.value),
        "threshold_base": rules.threshold_base.value.value,
        "article": rules.threshold.article,
    }


# --- lists -------------------------------------------------------------------------------


def local_day(contest: Contest, at: datetime) -> date:
    """Return the day that a calendar shows at this moment in the contest's territory."""
    return at.astimezone(ZoneInfo(contest.territory.time_zone)).date()


def zone_of(contest: Contest, at: datetime) -> str:
    """Return the offset that clocks in the contest's territory have at this moment: "UTC+5"."""
    return numerals.utc_offset(at.astimezone(ZoneInfo(contest.territory.time_zone)))


def election_day(contest: Contest, at: datetime) -> date:
    """Return election day; of a practice election the one that its offset names now."""
    return contest.election.day_on(local_day(contest, at))


def deadlines(contest: Contest, at: datetime) -> dict[DeadlineKind, datetime]:
    """Return the contest's deadlines as instants, in the zone of its territory; one query.

    No query where the election's deadlines are prefetched.
    """
    today = local_day(contest, at)
    return {
        DeadlineKind(row.kind): calendar.instant(
            _day_of(row, today), row.local_time, contest.territory.time_zone
        )
        for row in contest.election.deadlines.all()
    }


def phase(contest: Contest, at: datetime, *, is_decided: bool = False) -> Phase:
    """Return where the contest stands at this moment."""
    return calendar.phase(deadlines(contest, at), at, is_decided=is_decided)


def candidate(row: Candidate) -> law_lists.Candidate:
    """Return a candidate as the law sees it; the key is the row's number."""
    return law_lists.Candidate(
        key=row.pk,
        surname=row.surname,
        given_name=row.given_name,
        iin=str(row.iin or ""),
        birth_date=row.birth_date,
        sex=Sex(row.sex) if row.sex else None,
        is_citizen=row.is_citizen,
        is_party_member=row.is_party_member,
        residence=row.residence,
        occupation=row.occupation,
        has_disability=row.disability == HAS_DISABILITY,
    )


def party_list(row: PartyList, candidates: Iterable[Candidate]) -> law_lists.PartyList:
    """Return a list as the law sees it."""
    return law_lists.PartyList(tuple(candidate(person) for person in candidates), conference(row))


def conference(row: PartyList) -> law_lists.Conference:
    """Return the decision to nominate as the law sees it."""
    return law_lists.Conference(
        body=row.nominating_body,
        on=row.nominated_on,
        place=row.nominated_at_place,
        members=row.members,
        present=row.present,
        votes_for=row.votes_for,
        minutes_number=row.minutes_number,
    )


def _day_of(deadline: Deadline, today: date) -> date:
    if deadline.local_date is not None:
        return deadline.local_date
    return today + timedelta(days=deadline.day_offset or 0)
