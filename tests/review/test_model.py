"""Random walks of party, commission and clock through the services, beside the tables of the law.

Each step is asked of the service and of `model`, which knows the tables and nothing else: the
service must accept where nothing stands against it, and else give such a reason. After each step
rows and audit record are compared with the model. Each walk is rolled back. The controls take one
guard away and must be found out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from elections import transitions
from elections.law import calendar, quota, workflow
from elections.law.workflow import ListEvent, ListState, ProposalState, ProtocolEvent
from elections.models import PartyList, Protocol
from tests import factories
from tests.review import model
from tests.review.model import Kind, ListModel, ProposalModel, ProtocolModel
from tests.review.walk import LEGAL, PARTIES, REGISTER, STATIONS, Stage, Walk
from tests.sql import run

pytestmark = pytest.mark.django_db

SETTINGS = settings(
    max_examples=20,
    stateful_step_count=40,
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
# A control needs one violation, not the shortest way to it.
CONTROL = settings(
    SETTINGS,
    max_examples=200,
    phases=[Phase.generate],
    database=None,
    print_blob=False,
    report_multiple_bugs=False,
)
SECOND = timedelta(seconds=1)
NIGHT = datetime(2021, 1, 10, 17, 0, tzinfo=UTC)
SLIPS = ("unfinished", "broken", "warned", "accepted", "negative", "foreign")
# The clock goes both ways: no service may lean on its going forward.
MOMENTS = (
    *[factories.NOW, NIGHT] * 4,
    model.OPENS - SECOND,
    model.OPENS,
    model.CLOSES - SECOND,
    model.CLOSES,
    datetime(2020, 12, 11, 6, 0, tzinfo=UTC),
    model.VOTING_CLOSES - SECOND,
    model.VOTING_CLOSES,
)
_ANYBODY = (
    *("gulnar", "aigerim", "bolat", "dana"),
    *("saule", "timur", "zhanar", "kamila", "erlan", "marat"),
)


def mostly(*usual: str) -> st.SearchStrategy[str]:
    """Draw those whose work it is more often than all the others together."""
    return st.sampled_from(usual * (2 * len(_ANYBODY) // len(usual)) + _ANYBODY)


def seldom() -> st.SearchStrategy[bool]:
    return st.sampled_from((*[False] * 7, True))


officials = mostly("gulnar", "aigerim")
chiefs = mostly("gulnar", "gulnar", "aigerim")
clerks = mostly("saule", "timur", "zhanar")
chairs = mostly("zhanar", "zhanar", "timur")
kinds = st.sampled_from((*Kind, Kind.MAN, Kind.WOMAN))
decisions = st.sampled_from((ListEvent.REGISTER, ListEvent.REGISTER, ListEvent.REFUSE))
stations = st.integers(0, STATIONS - 1)
places = st.integers(0, 11)
forms = st.sampled_from((*["sound"] * 4, *SLIPS))
votes = st.sampled_from((100, 200))


class Asked(RuleBasedStateMachine):
    """Every rule asks one service once; `walk` predicts and compares.

    Most rules aim at something for which the table has a row, and miss it `is_blind`.
    """

    stage: ClassVar[Stage]

    def __init__(self) -> None:
        super().__init__()
        self.walk = Walk(self.stage)
        self.model = self.walk.model
        self.example = transaction.atomic()
        self.example.__enter__()

    def teardown(self) -> None:
        try:
            if not connection.needs_rollback:
                # Ask now what else waits for the end of a transaction.
                connection.check_constraints()
        finally:
            transaction.set_rollback(True)
            self.example.__exit__(None, None, None)

    @invariant()
    def rows_and_record_are_as_the_tables_say(self) -> None:
        self.walk.check()

    # --- what rules aim at

    def aimed(self, event: str, place: int, *, is_blind: bool) -> ListModel:
        every = list(self.model.lists.values())
        fit = [row for row in every if workflow.find(model.LIST, row.state, event)]
        some = every if is_blind or not fit else fit
        return some[place % len(some)]

    def party(self, place: int, *, is_blind: bool) -> str:
        """Pick a party that has no living list, or at times any."""
        fit = [name for name in PARTIES if not self.model.against_start(name, "gulnar")]
        some = (*PARTIES, "ruqsatsyz") if is_blind or not fit else fit
        return some[place % len(some)]

    def proposal(self, place: int, *, is_blind: bool) -> ProposalModel:
        every = list(self.model.proposals.values())
        fit = [row for row in every if row.state == ProposalState.OPEN]
        some = every if is_blind or not fit else fit
        return some[place % len(some)]

    def protocol(self, event: str, station: int, *, is_blind: bool = False) -> ProtocolModel:
        every = list(self.model.protocols.values())
        fit = [row for row in every if workflow.find(model.PROTOCOL, row.state, event)]
        some = every if is_blind or not fit else fit
        return some[station % len(some)]

    # --- the clock

    @initialize(is_night=st.sampled_from((True, True, False)))
    def begins(self, is_night: bool) -> None:
        self.model.now = NIGHT if is_night else factories.NOW

    @rule(moment=st.sampled_from(MOMENTS))
    def the_clock_goes_to(self, moment: datetime) -> None:
        self.model.now = moment


class Submitting(Asked):
    """Lists handed in, and the clock."""

    @rule(place=places, by=officials, is_other=seldom(), is_blind=seldom())
    def submits(self, place: int, by: str, is_other: bool, is_blind: bool) -> None:
        row = self.aimed(ListEvent.SUBMIT, place, is_blind=is_blind)
        self.walk.submit(row, by, is_as_shown=not is_other)


class Party(Submitting):
    """What a party does with its lists."""

    def has_drafts(self) -> bool:
        return any(row.state == ListState.DRAFT for row in self.model.lists.values())

    def has_many(self) -> bool:
        states = [row.state for row in self.model.lists.values()]
        return (
            sum(
                workflow.find(model.LIST, state, ListEvent.WITHDRAW) is not None for state in states
            )
            > 2
        )

    @rule(place=places, by=officials, is_blind=seldom())
    def starts(self, place: int, by: str, is_blind: bool) -> None:
        self.walk.start(self.party(place, is_blind=is_blind), by)

    @precondition(has_drafts)
    @rule(
        place=places, by=officials, is_whole=st.sampled_from((True, True, False)), is_blind=seldom()
    )
    def saves_the_conference(self, place: int, by: str, is_whole: bool, is_blind: bool) -> None:
        row = self.aimed(ListEvent.SUBMIT, place, is_blind=is_blind)
        self.walk.conference(row, by, is_whole=is_whole)

    @precondition(has_drafts)
    @rule(place=places, kind=kinds, by=officials, is_twice=seldom(), is_blind=seldom())
    def adds(self, place: int, kind: Kind, by: str, is_twice: bool, is_blind: bool) -> None:
        row = self.aimed(ListEvent.SUBMIT, place, is_blind=is_blind)
        again = row.people[place % len(row.people)] if is_twice and row.people else None
        self.walk.add(row, kind, by, again=again)

    @precondition(has_drafts)
    @rule(place=places, kind=kinds, by=officials, is_stale=seldom(), is_blind=seldom())
    def changes(self, place: int, kind: Kind, by: str, is_stale: bool, is_blind: bool) -> None:
        row = self.aimed(ListEvent.SUBMIT, place, is_blind=is_blind)
        if row.people:
            person = row.people[place % len(row.people)]
            self.walk.change(row, person, kind, by, is_stale=is_stale)

    @precondition(has_drafts)
    @rule(place=places, by=officials, is_blind=seldom())
    def removes(self, place: int, by: str, is_blind: bool) -> None:
        row = self.aimed(ListEvent.SUBMIT, place, is_blind=is_blind)
        if row.people:
            self.walk.remove(row, row.people[place % len(row.people)], by)

    @rule(place=places, by=officials)
    def makes_a_list_and_submits_it(self, place: int, by: str) -> None:
        """The long way, which single steps seldom find; each step of it is checked."""
        row = self.walk.start(self.party(place, is_blind=False), by)
        if row is not None:
            self.walk.check()
            self.walk.conference(row, by)
            self.walk.add(row, Kind.WOMAN, by)
            self.walk.check()
            self.walk.submit(row, by)

    @rule(place=places, by=chiefs, is_other=seldom(), reason=st.sampled_from(("№ 9",) * 7 + ("",)))
    def withdraws(self, place: int, by: str, is_other: bool, reason: str) -> None:
        row = self.aimed(ListEvent.WITHDRAW, place, is_blind=place == 0)
        self.walk.withdraw(row, by, is_as_shown=not is_other, reason=reason)


class Commission(Asked):
    """What a commission does with them."""

    def has_open_proposals(self) -> bool:
        return any(row.state == ProposalState.OPEN for row in self.model.proposals.values())

    def is_under_review(self) -> bool:
        return any(row.state == ListState.IN_REVIEW for row in self.model.lists.values())

    @rule(place=places, by=clerks, is_blind=seldom())
    def takes(self, place: int, by: str, is_blind: bool) -> None:
        self.walk.take(self.aimed(ListEvent.TAKE, place, is_blind=is_blind), by)

    @rule(
        place=places,
        event=decisions,
        by=clerks,
        is_other=seldom(),
        has_ground=st.sampled_from((True, True, True, False)),
        is_blind=seldom(),
    )
    def proposes(
        self,
        place: int,
        event: ListEvent,
        by: str,
        is_other: bool,
        has_ground: bool,
        is_blind: bool,
    ) -> None:
        row = self.aimed(event, place, is_blind=is_blind)
        self.walk.propose(row, event, by, is_as_shown=not is_other, has_ground=has_ground)

    @precondition(has_open_proposals)
    @rule(
        place=places,
        by=clerks,
        is_other=seldom(),
        is_taken=seldom(),
        is_in_future=seldom(),
        is_blind=seldom(),
    )
    def confirms(
        self,
        place: int,
        by: str,
        is_other: bool,
        is_taken: bool,
        is_in_future: bool,
        is_blind: bool,
    ) -> None:
        taken = sorted(self.model.taken_numbers)
        self.walk.confirm(
            self.proposal(place, is_blind=is_blind),
            by,
            is_as_shown=not is_other,
            number=taken[-1][1] if is_taken and taken else 0,
            is_in_future=is_in_future,
        )

    @precondition(has_open_proposals)
    @rule(place=places, by=clerks, is_blind=seldom())
    def takes_back(self, place: int, by: str, is_blind: bool) -> None:
        self.walk.take_back(self.proposal(place, is_blind=is_blind), by)

    @precondition(has_open_proposals)
    @rule(place=places, by=clerks, reason=st.sampled_from(("Тексеру", "Тексеру", "")))
    def sends_back(self, place: int, by: str, reason: str) -> None:
        self.walk.send_back(self.proposal(place, is_blind=place == 0), by, reason=reason)

    @precondition(is_under_review)
    @rule(place=places, is_meant=seldom())
    def somebody_removes_the_women_by_sql(self, place: int, is_meant: bool) -> None:
        """Services lock a list that was handed in; what is under review is asked even so."""
        if is_meant:
            row = self.aimed(ListEvent.REGISTER, place, is_blind=False)
            self.walk.remove_women_behind(row)


class Counting(Asked):
    """What is entered on election night."""

    def is_nearly_night(self) -> bool:
        return self.model.now >= model.VOTING_CLOSES - SECOND

    @precondition(is_nearly_night)
    @rule(station=stations, kind=forms, votes=votes, by=clerks, is_stale=seldom())
    def saves(self, station: int, kind: str, votes: int, by: str, is_stale: bool) -> None:
        protocol = self.protocol(ProtocolEvent.SAVE, station, is_blind=is_stale)
        self.walk.enter(protocol, ProtocolEvent.SAVE, kind, votes, by, is_stale=is_stale)

    @precondition(is_nearly_night)
    @rule(station=stations, kind=forms, votes=votes, by=clerks, is_stale=seldom())
    def makes_definitive(
        self, station: int, kind: str, votes: int, by: str, is_stale: bool
    ) -> None:
        protocol = self.protocol(ProtocolEvent.CONFIRM, station, is_blind=votes == 200)
        self.walk.enter(protocol, ProtocolEvent.CONFIRM, kind, votes, by, is_stale=is_stale)

    @precondition(is_nearly_night)
    @rule(station=stations, by=clerks)
    def discards(self, station: int, by: str) -> None:
        self.walk.discard(self.protocol(ProtocolEvent.DISCARD, station), by)

    @precondition(is_nearly_night)
    @rule(station=stations, by=chairs, reason=st.sampled_from(("қате", "қате", "")))
    def reopens(self, station: int, by: str, reason: str) -> None:
        self.walk.reopen(self.protocol(ProtocolEvent.REOPEN, station), by, reason=reason)


class Portal(Party, Commission, Counting):
    """All together."""


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    found = Stage()
    monkeypatch.setattr(Asked, "stage", found, raising=False)
    return found


def test_no_walk_leaves_the_tables(stage: Stage) -> None:
    run_state_machine_as_test(Portal, settings=SETTINGS)
    accepted = sum(times for (_what, refused), times in stage.answers.items() if not refused)
    assert accepted > 100, stage.answers


def test_a_tour_takes_every_row_of_the_tables(stage: Stage) -> None:
    """What a random walk may miss; the sentence in which each row is asked for once."""
    walk = Walk(stage)
    draft, submitted, in_review, proposed = (
        row for name in PARTIES[2:6] if (row := walk.model.newest(name))
    )
    to_register, to_refuse = walk.model.proposals.values()
    walk.take_back(to_register, "saule")
    walk.propose(proposed, REGISTER, "timur")
    walk.send_back(list(walk.model.proposals.values())[-1], "saule")
    walk.propose(proposed, REGISTER, "zhanar")
    walk.confirm(list(walk.model.proposals.values())[-1], "saule")
    walk.confirm(to_refuse, "timur")
    walk.propose(in_review, REGISTER, "saule")
    walk.withdraw(in_review, "gulnar")
    walk.withdraw(submitted, "gulnar")
    walk.submit(draft, "aigerim")
    walk.take(draft, "timur")
    first = walk.start(PARTIES[0], "aigerim")
    assert first is not None
    walk.withdraw(first, "gulnar")
    walk.check()
    walk.model.now = NIGHT
    one, other = walk.model.protocols.values()
    walk.enter(one, ProtocolEvent.SAVE, "unfinished", 100, "saule")
    walk.discard(one, "saule")
    walk.enter(one, ProtocolEvent.SAVE, "unfinished", 100, "saule")
    walk.enter(one, ProtocolEvent.CONFIRM, "sound", 100, "timur")
    walk.reopen(one, "zhanar")
    walk.enter(other, ProtocolEvent.CONFIRM, "accepted", 200, "saule")
    walk.check()
    assert {name: set(stage.walked_in(name)) for name in LEGAL} == LEGAL


# --- controls: a guard is gone, and a walk must find it out


def clerks_reopen(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, Protocol, ProtocolEvent.REOPEN, roles=workflow.COMMISSION)


def taking_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, PartyList, ListEvent.TAKE, target=ListState.REFUSED)


def change(monkeypatch: pytest.MonkeyPatch, kind: type, event: str, **otherwise: Any) -> None:
    """Give the services another table than the law's."""
    machine = transitions._MACHINES[kind]
    table = tuple(replace(row, **otherwise) if row.event == event else row for row in machine.table)
    monkeypatch.setitem(transitions._MACHINES, kind, replace(machine, table=table))


def no_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "check", lambda *_: ())


def no_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "check_nomination", lambda *_: ())


def attempts_are_not_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transitions, "RECORDED", frozenset())


def lists_leave_no_events(monkeypatch: pytest.MonkeyPatch) -> None:
    # What waits for the end of the transaction stands against altering its table.
    connection.check_constraints()
    run("ALTER TABLE elections_partylist DISABLE TRIGGER USER")


@pytest.mark.parametrize(
    ("without", "walks", "found"),
    [
        (clerks_reopen, Counting, "protocol.reopened by .*, not .*not_allowed"),
        (taking_refuses, Commission, "audit record: .*'refused'"),
        (no_quota, Submitting, r"accepted, not \['has_errors'\]"),
        (no_deadline, Submitting, r"list.submitted by .*: accepted, not .*'deadline"),
        (attempts_are_not_recorded, Portal, "instead of .*'attempt.refused'"),
        (lists_leave_no_events, Portal, "audit record: {} instead of .*'list'"),
    ],
)
def test_a_walk_finds_out_that_a_guard_is_gone(
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    without: Callable[[pytest.MonkeyPatch], None],
    walks: type[Asked],
    found: str,
) -> None:
    without(monkeypatch)
    with pytest.raises(AssertionError, match=found):
        run_state_machine_as_test(walks, settings=CONTROL)


def test_a_registered_list_that_breaks_the_quota_is_seen(stage: Stage) -> None:
    walk = Walk(stage)
    row = walk.model.newest("besinshi")
    assert row is not None
    walk.remove_women_behind(row)
    walk.check()
    run("UPDATE elections_partylist SET state = 'registered' WHERE id = %s", row.key)
    with pytest.raises(AssertionError, match="breaks the quota"):
        walk.check()
