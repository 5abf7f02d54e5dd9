"""What should happen: lists, proposals and protocols as the tables of the law tell them.

No database and no service: a service must refuse with one of the reasons found here, and accept
where none is found. States come from the rows of `elections.law.workflow` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from elections.law import workflow
from elections.law.workflow import (
    Guard,
    ListEvent,
    ListState,
    ProposalEvent,
    ProposalState,
    ProtocolEvent,
    ProtocolState,
    Role,
)

# The tables as the law has them: a control experiment changes those that the services read.
LIST, PROPOSAL, PROTOCOL = workflow.LIST, workflow.PROPOSAL, workflow.PROTOCOL
Table = tuple[workflow.Transition, ...]
Failing = Mapping[Guard, str]

OPENS = datetime(2020, 11, 9, 18, 0, tzinfo=UTC)  # 10 November 2020, 0:00 in Almaty
CLOSES = datetime(2020, 12, 4, 12, 0, tzinfo=UTC)
VOTING_CLOSES = datetime(2021, 1, 10, 14, 0, tzinfo=UTC)
CONFERENCE = date(2020, 11, 11)
# About what was typed, so it may be said before the state is asked.
OF_THE_FORM = frozenset({"reason_missing", "time_in_future"})


def against(
    table: Table, source: str | None, event: str, role: Role | None, failing: Failing
) -> set[str]:
    """Return what stands against an event; `failing` are the guards that do not hold."""
    of_the_form = set(failing.values()) & OF_THE_FORM
    if role not in workflow.roles(table, event):
        return {"not_allowed"} | of_the_form
    row = workflow.find(table, source, event)
    if row is None:
        return {"not_open"} | of_the_form
    if role not in row.roles:
        return {"not_allowed"} | of_the_form
    return {code for guard, code in failing.items() if guard in row.guards}


def target(table: Table, source: str | None, event: str) -> str:
    """Return the state that an open event leads to."""
    row = workflow.find(table, source, event)
    assert row is not None, (source, event)
    return str(row.target)


def is_of_the_table(answers: set[str]) -> bool:
    """Say whether state or role already stand against it: then nothing else is asked."""
    return bool(answers & {"not_allowed", "not_open"})


class Kind(StrEnum):
    """A person on a list, by what the law asks."""

    WOMAN = "woman"
    MAN = "man"
    YOUTH = "youth"
    INCOMPLETE = "incomplete"  # a woman without her number


@dataclass
class Person:
    key: int
    kind: Kind
    serial: int


@dataclass
class ListModel:
    key: int
    party: str
    state: str
    people: list[Person] = field(default_factory=list)
    has_conference: bool = False
    digest: str = "0" * 64

    def has_errors(self, at: datetime) -> bool:
        """Say whether the law has something against this list at a moment."""
        is_early = (at + timedelta(hours=6)).date() < CONFERENCE
        is_incomplete = any(person.kind == Kind.INCOMPLETE for person in self.people)
        return not self.has_conference or is_early or is_incomplete or not self.meets_quota

    @property
    def meets_quota(self) -> bool:
        """Women and people under 29 are three of ten at least."""
        counted = sum(person.kind != Kind.MAN for person in self.people)
        return bool(self.people) and 10 * counted >= 3 * len(self.people)


@dataclass
class ProposalModel:
    key: int
    kind: str
    list_key: int
    by: str
    digest: str
    state: str


@dataclass
class EntryModel:
    """An entry as stored: fields and votes by name, and whether warnings were accepted."""

    key: int
    by: str
    at: datetime
    numbers: dict[str, int]
    accepted: bool

    @property
    def row(self) -> tuple[object, ...]:
        """What stands on the entry itself; votes have rows of their own."""
        fields = {name: n for name, n in self.numbers.items() if not name.startswith("votes.")}
        return self.by, self.at, fields, self.accepted


@dataclass
class ProtocolModel:
    key: int
    state: str = str(ProtocolState.EMPTY)
    draft: EntryModel | None = None
    definitive: EntryModel | None = None


@dataclass
class Model:
    """One contest; people are named as in the cast, lists by their numbers."""

    party_roles: dict[str, Role]
    commission_roles: dict[str, Role]
    now: datetime
    not_admitted: str
    lists: dict[int, ListModel] = field(default_factory=dict)
    proposals: dict[int, ProposalModel] = field(default_factory=dict)
    protocols: dict[int, ProtocolModel] = field(default_factory=dict)
    taken_numbers: set[tuple[int, int]] = field(default_factory=set)
    serial: int = 0
    version: int = 0

    def role(self, by: str, party: str | None = None) -> Role | None:
        """Tell what a person is for a party, or without one in the commission."""
        return (self.commission_roles if party is None else self.party_roles).get(by)

    def newest(self, party: str) -> ListModel | None:
        return max(self.of(party), key=lambda row: row.key, default=None)

    def of(self, party: str) -> Iterable[ListModel]:
        return (row for row in self.lists.values() if row.party == party)

    def open_proposal(self, row: ListModel) -> ProposalModel | None:
        for proposal in self.proposals.values():
            if proposal.list_key == row.key and proposal.state == ProposalState.OPEN:
                return proposal
        return None

    # --- what stands against it, each by its rows and the guards that do not hold

    def against_start(self, party: str, by: str) -> set[str]:
        living = {str(row.source) for row in LIST} | {str(ListState.REGISTERED)}
        failing = {}
        if party == self.not_admitted:
            failing[Guard.ADMITTED] = "not_admitted"
        if any(row.state in living for row in self.of(party)):
            failing[Guard.NO_LIVING_LIST] = "list_exists"
        found = against(LIST, None, ListEvent.START, self.role(by, party), failing)
        # Where the party may not stand, nobody's role is asked.
        return found | set(failing.values()) if Guard.ADMITTED in failing else found

    def against_editing(self, row: ListModel, by: str) -> set[str]:
        """A list is changed by those who may submit it, while it can be submitted."""
        return against(LIST, row.state, ListEvent.SUBMIT, self.role(by, row.party), {})

    def against_submitting(self, row: ListModel, by: str, *, is_as_shown: bool) -> set[str]:
        failing = {}
        if row.has_errors(self.now):
            failing[Guard.NO_ERRORS] = "has_errors"
        if self.now < OPENS:
            failing[Guard.WINDOW_OPEN] = "deadline.not_open"
        elif self.now >= CLOSES:
            failing[Guard.WINDOW_OPEN] = "deadline.passed"
        if not is_as_shown:
            failing[Guard.DIGEST_SHOWN] = "changed_since_shown"
        return against(LIST, row.state, ListEvent.SUBMIT, self.role(by, row.party), failing)

    def against_withdrawing(
        self, row: ListModel, by: str, *, is_as_shown: bool, has_reason: bool
    ) -> set[str]:
        failing = {}
        if not is_as_shown:
            failing[Guard.DIGEST_SHOWN] = "changed_since_shown"
        if not has_reason:
            failing[Guard.REASON] = "reason_missing"
        return against(LIST, row.state, ListEvent.WITHDRAW, self.role(by, row.party), failing)

    def against_taking(self, row: ListModel, by: str) -> set[str]:
        return against(LIST, row.state, ListEvent.TAKE, self.role(by), {})

    def _of_the_list(self, row: ListModel, event: str, *, has_ground: bool) -> dict[Guard, str]:
        failing = {}
        if event == ListEvent.REGISTER and row.has_errors(self.now):
            failing[Guard.NO_ERRORS] = "has_errors"
        if event == ListEvent.REFUSE and not has_ground:
            failing[Guard.GROUND] = "ground_missing"
        return failing

    def against_proposing(
        self, row: ListModel, event: str, by: str, *, is_as_shown: bool, has_ground: bool
    ) -> set[str]:
        failing = self._of_the_list(row, event, has_ground=has_ground)
        if not is_as_shown:
            failing[Guard.DIGEST_SHOWN] = "changed_since_shown"
        if self.open_proposal(row):
            failing[Guard.NO_OPEN_PROPOSAL] = "proposal_open"
        role = self.role(by)
        of_list = against(LIST, row.state, event, role, failing)
        if is_of_the_table(of_list):
            return of_list
        return of_list | against(PROPOSAL, None, ProposalEvent.PROPOSE, role, failing)

    def against_confirming(
        self,
        proposal: ProposalModel,
        by: str,
        *,
        is_as_shown: bool,
        resolution: tuple[int, int],
        is_in_future: bool,
        is_too_early: bool,
    ) -> set[str]:
        row = self.lists[proposal.list_key]
        failing = self._of_the_list(row, proposal.kind, has_ground=True)
        if not is_as_shown or row.digest != proposal.digest:
            failing[Guard.DIGEST_SHOWN] = "changed_since_shown"
        if by == proposal.by:
            failing[Guard.TWO_PEOPLE] = "same_person"
        if is_in_future:
            failing[Guard.RESOLUTION] = "time_in_future"
        elif is_too_early:
            failing[Guard.RESOLUTION] = "time_before_submission"
        elif resolution in self.taken_numbers:
            failing[Guard.RESOLUTION] = "number_taken"
        role = self.role(by)
        found = against(PROPOSAL, proposal.state, ProposalEvent.CONFIRM, role, failing)
        if is_of_the_table(found):
            return found
        return found | against(LIST, row.state, proposal.kind, role, failing)

    def against_taking_back(self, proposal: ProposalModel, by: str) -> set[str]:
        failing = {} if by == proposal.by else {Guard.OWN: "not_allowed"}
        return against(PROPOSAL, proposal.state, ProposalEvent.TAKE_BACK, self.role(by), failing)

    def against_sending_back(
        self, proposal: ProposalModel, by: str, *, has_reason: bool
    ) -> set[str]:
        failing = {} if by != proposal.by else {Guard.ANOTHERS: "same_person"}
        if not has_reason:
            failing[Guard.REASON] = "reason_missing"
        return against(PROPOSAL, proposal.state, ProposalEvent.SEND_BACK, self.role(by), failing)

    def against_entering(
        self, protocol: ProtocolModel, event: ProtocolEvent, by: str, failing: Failing
    ) -> set[str]:
        failing = dict(failing)
        if self.now < VOTING_CLOSES:
            failing[Guard.VOTING_CLOSED] = "voting_not_closed"
        role = self.role(by)
        found = against(PROTOCOL, protocol.state, event, role, failing)
        if "not_open" in found and protocol.state == ProtocolState.DEFINITIVE:
            # Who comes second is told who was first.
            return {"entered_already"}
        return found

    def against_discarding(self, protocol: ProtocolModel, by: str) -> set[str]:
        is_own = protocol.draft is not None and protocol.draft.by == by
        failing = {} if is_own else {Guard.OWN: "not_allowed"}
        return against(PROTOCOL, protocol.state, ProtocolEvent.DISCARD, self.role(by), failing)

    def against_reopening(self, protocol: ProtocolModel, by: str, *, has_reason: bool) -> set[str]:
        failing = {} if has_reason else {Guard.REASON: "reason_missing"}
        return against(PROTOCOL, protocol.state, ProtocolEvent.REOPEN, self.role(by), failing)
