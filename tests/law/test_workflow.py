"""What the tables of states answer: which row fits, who may ask, what is open to a role."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from elections.law import workflow
from elections.law.workflow import (
    ListEvent,
    ListState,
    ProposalEvent,
    ProposalState,
    Role,
    Transition,
)

TABLES = {"list": workflow.LIST, "proposal": workflow.PROPOSAL, "protocol": workflow.PROTOCOL}
each_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


@each_table
def test_a_state_and_an_event_lead_to_one_row(table: Sequence[Transition]) -> None:
    assert [workflow.find(table, row.source, row.event) for row in table] == list(table)


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (ListState.REGISTERED, ListEvent.WITHDRAW),
        (ListState.DRAFT, ListEvent.REGISTER),
        (ListState.DRAFT, ListEvent.START),
        (None, ListEvent.SUBMIT),
    ],
)
def test_what_the_table_does_not_name_is_not_open(
    state: ListState | None, event: ListEvent
) -> None:
    assert workflow.find(workflow.LIST, state, event) is None


def test_who_may_ask_in_any_state_at_all() -> None:
    assert workflow.roles(workflow.LIST, ListEvent.SUBMIT) == {Role.CHIEF, Role.OFFICIAL}
    assert workflow.roles(workflow.LIST, ListEvent.WITHDRAW) == {Role.CHIEF}
    # It follows when something else becomes of the list, and nobody asks for it.
    assert workflow.roles(workflow.PROPOSAL, ProposalEvent.LAPSE) == set()


def test_what_a_role_may_ask_for_in_a_state_stands_in_the_order_of_the_table() -> None:
    def open_to(role: Role | None) -> tuple[str, ...]:
        return workflow.events_from(workflow.PROPOSAL, ProposalState.OPEN, role)

    assert open_to(Role.CLERK) == ("confirm", "take_back", "send_back")
    assert open_to(Role.AUDITOR) == ()
    assert open_to(None) == ()
    assert workflow.events_from(workflow.PROPOSAL, ProposalState.LAPSED, Role.CLERK) == ()


@each_table
def test_no_row_is_open_to_auditors_and_onlookers(table: Sequence[Transition]) -> None:
    assert not {Role.AUDITOR, Role.VIEWER, Role.ADMINISTRATOR} & {
        role for row in table for role in row.roles
    }
