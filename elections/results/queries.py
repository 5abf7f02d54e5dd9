"""What the screens of the count read: the board of a contest, names, the past of a protocol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from elections import rights, values
from elections.models import (
    Allocation,
    CommissionMember,
    Contest,
    Decision,
    Entry,
    PartyList,
    Protocol,
    Publication,
)
from elections.results import entries, lots, services
from parties.models import PartyName, User

# What a contest and its page need of other tables.
RELATED = ("election", "territory__parent__parent", "commission")
LATEST = 10


def names_of(contest: Contest, lists: Iterable[PartyList], at: datetime) -> dict[int, PartyName]:
    """Return each party's name as it is on election day; one query."""
    parties = [row.party_id for row in lists]
    found = PartyName.objects.filter(party__in=parties).on(values.election_day(contest, at))
    return {name.party_id: name for name in found}


def short_names(contest: Contest, at: datetime) -> dict[str, str]:
    """Return what a reader calls each party on the ballot, by what addresses call it."""
    lists = entries.ballot(contest)
    names = names_of(contest, lists, at)
    return {row.party.slug: str(names.get(row.party_id, row.party)) for row in lists}


def with_progress(contests: QuerySet[Contest]) -> QuerySet[Contest]:
    """Add to each contest how many protocols it has and how many are definitive."""
    definitive = Q(protocols__state=Protocol.State.DEFINITIVE)
    valid = ~Q(protocols__state=Protocol.State.INVALIDATED)
    return contests.annotate(
        counted=Count("protocols", filter=definitive),
        stations=Count("protocols", filter=valid & Q(protocols__isnull=False)),
    )


@dataclass(frozen=True, slots=True)
class Board:
    """One contest on election night: how far, what is stuck, what changed last, what is due."""

    contest: Contest
    counted: int
    stations: int
    unprepared: int
    allocation: Allocation | None
    latest: Sequence[Entry]
    unfinished: Sequence[Entry]
    lot: lots.OpenLot | None
    proposal: Decision | None
    publication: Publication | None
    may_write: bool
    is_public: bool  # the public page is there from the first computation on

    @property
    def is_complete(self) -> bool:
        """Say whether every polling station is counted."""
        return self.stations > 0 and self.counted == self.stations

    @property
    def is_stale(self) -> bool:
        """Say whether the result is older than what is counted."""
        return self.allocation is None


def board(contest: Contest, user: Any, at: datetime) -> Board:
    """Read the board of a contest; a fixed number of queries."""
    protocols = contest.protocols.exclude(state=Protocol.State.INVALIDATED)
    counts = protocols.aggregate(
        stations=Count("pk"), counted=Count("pk", filter=Q(state=Protocol.State.DEFINITIVE))
    )
    entries = Entry.objects.filter(contest=contest).select_related(
        "by", "protocol__precinct__territory"
    )
    missing = services.precincts_of(contest, at).exclude(protocols__contest=contest)
    is_done = Q(state__in=(Entry.State.DEFINITIVE, Entry.State.SUPERSEDED))
    return Board(
        contest,
        counts["counted"],
        counts["stations"],
        missing.count(),
        lots.fresh_allocation(contest),
        list(entries.filter(is_done).order_by("-at", "-pk")[:LATEST]),
        list(entries.filter(state=Entry.State.DRAFT).order_by("at")[:LATEST]),
        lots.open_lot(contest),
        contest.decisions.open().select_related("proposed_by").first(),
        contest.latest_publication(),
        rights.role_of(user, contest) in services.WRITERS,
        contest.allocations.filter(second_agrees=True).exists(),
    )


def past_of(protocol: Protocol) -> list[Entry]:
    """Return the entries that count no more or not yet, newest first; one query."""
    past = protocol.entries.exclude(state__in=(Entry.State.DRAFT, Entry.State.DEFINITIVE))
    return list(past.select_related("by").order_by("-at", "-pk"))


def colleagues(contest: Contest, user: User, at: datetime) -> list[User]:
    """Return the members of the contest's commission who can vouch beside this person."""
    members = CommissionMember.objects.valid(at).filter(commission=contest.commission_id)
    others = members.exclude(user=user).exclude(role=CommissionMember.Role.AUDITOR)
    return [member.user for member in others.select_related("user").order_by("user__name")]
