"""Each state, event and role of lists and proposals through the services, as the table says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from elections.law import workflow
from elections.law.workflow import ListEvent, ListState, ProposalEvent, ProposalState, Role
from elections.lists import services as lists
from elections.management.commands import workflow_docs
from elections.models import Commission, Decision, PartyList
from elections.refusals import Refused
from elections.review import services as review
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.lists.test_submit import submit

pytestmark = pytest.mark.django_db
NOW = factories.NOW
WORDS = {"ground": "құжаттар", "article": "89-бап", "reason": "Хаттама жоқ."}


class Stage:
    """A complete draft, and one person of every role beside it."""

    def __init__(self) -> None:
        self.list = factories.make_list(factories.make_contest(), factories.make_party())
        factories.fill(self.list)
        commission = self.list.contest.commission
        assert commission is not None
        elsewhere = factories.make_contest().commission
        assert elsewhere is not None
        self.chief = people.gulnar(self.list.party)
        self.proposer = people.saule(commission)
        self.cast: list[tuple[User, Role | None]] = [
            (self.chief, Role.CHIEF),
            (people.aigerim(self.list.party, self.list.contest.territory), Role.OFFICIAL),
            (people.bolat(self.list.party, self.list.contest.territory), Role.VIEWER),
            (people.timur(commission), Role.CLERK),
            (people.zhanar(commission), Role.CHAIR),
            (secretary(commission), Role.SECRETARY),
            (people.kamila(commission), Role.AUDITOR),
            # Keeps accounts, and has no part in an election.
            (people.asel(), None),
            (people.erlan(elsewhere), None),
            (people.dana(factories.make_party()), None),
        ]

    def hand_in(self) -> None:
        submit(self.list, self.chief)
        self.list.refresh_from_db()

    def bring_to(self, state: ListState) -> None:
        if state != ListState.DRAFT:
            self.hand_in()
        PartyList.objects.filter(pk=self.list.pk).update(state=str(state))
        self.list.refresh_from_db()


def secretary(commission: Commission) -> User:
    return people.clerk(people.account("Айнұр", "ainur@example.kz"), commission, "secretary")


def how_it_ends(act: Callable[[], object]) -> str:
    """Try once and take back what it changed."""
    with transaction.atomic():
        try:
            act()
            return "done"
        except Refused as refused:
            return refused.code
        finally:
            transaction.set_rollback(True)


def wanted(table: Any, state: Any, event: Any, role: Role | None) -> str:
    """Say how it ends; who may ask for it in no state learns nothing of this one."""
    row = workflow.find(table, state, event)
    if role not in {role for row in table if row.event == event for role in row.roles}:
        return "not_allowed"
    if row is None:
        return "not_open"
    return "done" if role in row.roles else "not_allowed"


def ask_for(stage: Stage, event: ListEvent, by: User) -> Callable[[], object]:
    row = stage.list
    if event == ListEvent.SUBMIT:
        return lambda: submit(row, by)
    if event == ListEvent.TAKE:
        return lambda: review.take(row, by=by, at=NOW)
    if event == ListEvent.WITHDRAW:
        return lambda: lists.withdraw(row, reason="№ 9", shown_version=row.version, by=by, at=NOW)
    newest = row.submissions.first()
    digest = newest.digest if newest else "0" * 64
    return lambda: review.propose(row, str(event), shown_digest=digest, by=by, at=NOW, **WORDS)


@pytest.mark.parametrize("state", ListState)
def test_a_list_moves_as_its_table_says_and_for_those_alone(state: ListState) -> None:
    stage = Stage()
    stage.bring_to(state)
    events = [event for event in ListEvent if event != ListEvent.START]
    with clock.at(NOW):
        got = {
            (str(event), by.name): how_it_ends(ask_for(stage, event, by))
            for event in events
            for by, _role in stage.cast
        }
    assert got == {
        (str(event), by.name): wanted(workflow.LIST, state, event, role)
        for event in events
        for by, role in stage.cast
    }
    stage.list.refresh_from_db()
    assert stage.list.state == state


def ask_on(proposal: Decision, event: ProposalEvent, by: User) -> Callable[[], object]:
    if event == ProposalEvent.CONFIRM:
        return lambda: review.confirm(
            proposal,
            shown_digest=proposal.digest_reviewed,
            resolution=review.Resolution(5, NOW),
            by=by,
            at=NOW,
        )
    if event == ProposalEvent.SEND_BACK:
        return lambda: review.send_back(proposal, reason="Тексеру керек", by=by, at=NOW)

    def take_back() -> None:
        # One's own: what the table gives to a role, the guard gives to the one who proposed.
        Decision.objects.filter(pk=proposal.pk).update(proposed_by=by)
        review.take_back(proposal, by=by, at=NOW)

    return take_back


@pytest.mark.parametrize("state", ProposalState)
def test_a_proposal_moves_as_its_table_says_and_for_those_alone(state: ProposalState) -> None:
    stage = Stage()
    stage.bring_to(ListState.IN_REVIEW)
    proposal = review.propose(
        stage.list,
        "register",
        shown_digest=stage.list.submissions.get().digest,
        by=stage.proposer,
        at=NOW,
    )
    facts: dict[str, Any] = {}
    if state == ProposalState.CONFIRMED:
        third = people.clerk(
            people.account("Үшінші", "third@example.kz"), proposal.commission, "clerk"
        )
        facts = {"confirmed_by": third, "confirmed_at": NOW}
    Decision.objects.filter(pk=proposal.pk).update(state=str(state), **facts)
    events = (ProposalEvent.CONFIRM, ProposalEvent.TAKE_BACK, ProposalEvent.SEND_BACK)
    with clock.at(NOW):
        got = {
            (str(event), by.name): how_it_ends(ask_on(proposal, event, by))
            for event in events
            for by, _role in stage.cast
        }
    assert got == {
        (str(event), by.name): wanted(workflow.PROPOSAL, state, event, role)
        for event in events
        for by, role in stage.cast
    }


def test_the_page_is_what_the_tables_say() -> None:
    call_command("workflow_docs", "--check")


def test_a_changed_table_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = {"Party list": ("", workflow.LIST[1:])}
    monkeypatch.setattr(workflow_docs, "TABLES", fewer)
    with pytest.raises(CommandError, match="differs"):
        call_command("workflow_docs", "--check")


def test_every_guard_of_a_table_has_its_words() -> None:
    assert set(workflow_docs.GUARDS) == set(workflow.Guard)
