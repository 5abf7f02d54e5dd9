"""The one writer of state.

    with transitions.act(by=user, at=now, why="list.submitted") as act:
        party_list = act.lock(party_list)
        ...                                   # what the event needs, asked under the lock
        act.move(party_list, ListEvent.SUBMIT)

One `act` is one transaction with one name and one reason in the audit record. Rows are locked in
one order: a decision before its list, a list before its candidates, a protocol before its entries.
Contests whose result is no longer fresh are bumped as the last statement: bumped first, the lock
would hold all other writers of the contest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db import models, transaction

from elections import effects, rights
from elections.law import workflow
from elections.law.workflow import ListState, ProposalEvent, Role
from elections.models import Contest, Decision, Entry, PartyList, Protocol, RefusedAttempt
from elections.refusals import Refused
from parties.models import User
from portal.base import audit

Row = TypeVar("Row", PartyList, Decision, Protocol)

# Refusals that an honest click does not meet: somebody asked for what was never offered.
RECORDED = frozenset({"not_open", "not_allowed", "same_person"})


def _role_for_list(by: User, row: PartyList, event: StrEnum) -> Role | None:
    """Ask the side whose event it is: parties submit and withdraw, commissions take and decide."""
    is_partys = event in {"start", "submit", "withdraw"}
    return rights.role_of(by, row.contest, row.party if is_partys else None)


def _role_for_decision(by: User, row: Decision, event: StrEnum) -> Role | None:
    contest = row.list.contest if row.list is not None else row.contest
    return None if contest is None else rights.role_of(by, contest)


def _role_for_protocol(by: User, row: Protocol, event: StrEnum) -> Role | None:
    return rights.role_of(by, row.contest)


@dataclass(frozen=True)
class _Machine:
    table: tuple[workflow.Transition, ...]
    role: Callable[[User, Any, StrEnum], Role | None]
    related: tuple[str, ...]


_CONTEST = ("contest__election", "contest__territory__parent__parent", "contest__commission")
_MACHINES: dict[type, _Machine] = {
    PartyList: _Machine(workflow.LIST, _role_for_list, ("party", *_CONTEST)),
    Decision: _Machine(
        workflow.PROPOSAL,
        _role_for_decision,
        ("commission", "proposed_by"),
    ),
    Protocol: _Machine(workflow.PROTOCOL, _role_for_protocol, ("precinct__territory", *_CONTEST)),
}


@dataclass
class Act:
    """Who does something now, and what follows from it."""

    by: User
    at: datetime
    why: str
    _stale: set[int] = field(default_factory=set)

    def lock(self, row: Row) -> Row:
        """Lock a row and return it as it is now."""
        machine = _MACHINES[type(row)]
        found = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)  # noqa: SLF001
        # Read after the lock: a join under FOR UPDATE could show an older row beside it.
        return type(row)._default_manager.select_related(*machine.related).get(pk=found.pk)  # noqa: SLF001

    def demand(self, row: Row, event: StrEnum) -> workflow.Transition:
        """Refuse unless the event is open in the row's state and this person may ask for it.

        Whoever may ask for it in no state is refused first, and learns nothing of this one.
        """
        machine = _MACHINES[type(row)]
        role = machine.role(self.by, row, event)
        if role not in workflow.roles(machine.table, event):
            raise Refused("not_allowed", event=str(event))
        open_to_all = workflow.find(machine.table, row.state, event)
        if open_to_all is None:
            raise Refused("not_open", state=row.get_state_display(), event=str(event))
        if role not in open_to_all.roles:
            raise Refused("not_allowed", event=str(event))
        return open_to_all

    def move(self, row: Row, event: StrEnum, **facts: Any) -> Row:
        """Move a locked row, with the columns that the event sets; notices follow.

        Raises Refused("not_open") and Refused("not_allowed").
        """
        transition = self.demand(row, event)
        return self._set(row, event, transition.target, facts)

    def follow(self, row: Row, event: StrEnum, **facts: Any) -> Row:
        """Move a locked row by an event that nobody asks for, because it follows from another."""
        transition = workflow.find(_MACHINES[type(row)].table, row.state, event)
        if transition is None:
            raise Refused("not_open", state=row.get_state_display(), event=str(event))
        return self._set(row, event, transition.target, facts)

    def set_entry(self, entry: Entry, state: Entry.State, **facts: Any) -> Entry:
        """Set what becomes of an entry, because its locked protocol moves."""
        entry.state = state
        for name, value in facts.items():
            setattr(entry, name, value)
        entry.save(update_fields=["state", *facts])
        return entry

    def lapse(self, decision: Decision, *, reason: str) -> Decision:
        """Let an open proposal lapse because its list has changed; the row must be locked."""
        return self.follow(
            decision,
            ProposalEvent.LAPSE,
            closed_by=self.by,
            closed_at=self.at,
            closed_reason=reason,
        )

    def _set(self, row: Row, event: StrEnum, target: StrEnum, facts: dict[str, Any]) -> Row:
        row.state = str(target)
        for name, value in facts.items():
            setattr(row, name, value)
        changed = ["state", *facts]
        if isinstance(row, PartyList):
            row.version += 1
            changed.append("version")
        row.save(update_fields=changed)
        if isinstance(row, PartyList):
            effects.list_moved(row, event, by=self.by, at=self.at)
        return row

    def stale(self, contest: Contest) -> None:
        """Mark a contest's result as no longer fresh; counted at the end of the transaction."""
        self._stale.add(contest.pk)


@contextmanager
def act(*, by: User, at: datetime, why: str, about: models.Model | None = None) -> Iterator[Act]:
    """Open the one transaction of a thing that is done; `about` names the row for refusals.

    A Refused that leaves it has changed nothing; one that an honest click does not meet is written
    down afterwards, outside the transaction that it ended.
    """
    try:
        with transaction.atomic(), audit.acting(by=by, why=why):
            doing = Act(by, at, why)
            yield doing
            effects.make_stale(sorted(doing._stale))  # noqa: SLF001 (its own module)
    except Refused as refusal:
        if refusal.code in RECORDED:
            _record(refusal, by=by, at=at, what=why, about=about)
        raise


def start_list(act: Act, contest: Contest, **facts: Any) -> PartyList:
    """Create a list in its first state, after the same questions as any other transition."""
    row = PartyList(contest=contest, state=str(ListState.DRAFT), **facts)
    role = rights.role_of(act.by, contest, row.party)
    transition = workflow.find(workflow.LIST, None, workflow.ListEvent.START)
    if transition is None or role not in transition.roles:
        raise Refused("not_allowed", event="start")
    row.save()
    return row


def _record(
    refusal: Refused, *, by: User, at: datetime, what: str, about: models.Model | None
) -> None:
    label = "" if about is None else f"{about._meta.model_name} {about.pk}"  # noqa: SLF001
    with transaction.atomic(), audit.acting(by=by, why="attempt.refused"):
        RefusedAttempt.objects.create(by=by, at=at, what=what, code=refusal.code, about=label)
