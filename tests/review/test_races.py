"""Two people at one list, in two connections: one is first, the other is told; 50 rounds each.

The control experiments take the row's lock away: then the same rounds do go wrong, so they are
races and the lock is what decides them.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from elections import transitions
from elections.lists import services as lists
from elections.models import Commission, Decision, PartyList, Submission
from elections.review import services as review
from parties.models import User
from tests import factories, people
from tests.lists.test_submit import submit
from tests.races.rounds import ROUNDS, together
from tests.review.test_decisions import NOW

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


class Night:
    """A commission, two clerks, and as many lists to decide on as are asked for."""

    def __init__(self) -> None:
        self.contest = factories.make_contest()
        commission = self.contest.commission
        assert isinstance(commission, Commission)
        self.saule, self.timur = people.saule(commission), people.timur(commission)
        self.party = factories.make_party()
        self.chief = people.gulnar(self.party)
        self.rounds = 0

    def taken(self) -> tuple[PartyList, Submission]:
        """Return a new list of the party in review; the one before is withdrawn or refused."""
        self.rounds += 1
        row = factories.make_list(self.contest, self.party)
        factories.fill(row)
        submission = submit(row, self.chief)
        review.take(row, by=self.saule, at=NOW)
        row.refresh_from_db()
        return row, submission

    def end(self, row: PartyList) -> None:
        """Make room for the next list of the party."""
        PartyList.objects.filter(pk=row.pk).update(
            state="refused", registered_at=None, registered_seq=None
        )

    def confirming(self, proposal: Decision, by: User) -> Callable[[], object]:
        resolution = review.Resolution(self.rounds * 2 + (by == self.timur), NOW)
        return lambda: review.confirm(
            proposal,
            shown_digest=proposal.digest_reviewed,
            resolution=resolution,
            by=by,
            at=NOW,
        )

    def withdrawing(self, row: PartyList) -> Callable[[], object]:
        return lambda: lists.withdraw(
            row, reason="№ 9 хаттама", shown_version=row.version, by=self.chief, at=NOW
        )


def without_lock(self: transitions.Act, row: Any) -> Any:
    """Read as `Act.lock` reads, without locking, and be slow about it."""
    machine = transitions._MACHINES[type(row)]
    found = type(row)._default_manager.select_related(*machine.related).get(pk=row.pk)
    time.sleep(0.02)
    return found


def proposing(
    row: PartyList, submission: Submission, by: User, kind: str = "register"
) -> Callable[[], Decision]:
    words = {"ground": "құжаттар", "article": "89-бап", "reason": "Хаттама жоқ."}
    return lambda: review.propose(row, kind, shown_digest=submission.digest, by=by, at=NOW, **words)


def test_of_two_proposals_at_once_one_stands_and_the_other_is_told() -> None:
    night = Night()
    for _round in range(ROUNDS):
        row, submission = night.taken()
        ends = together(
            proposing(row, submission, night.saule),
            proposing(row, submission, night.timur, "refuse"),
        )
        assert sorted(ends) == ["done", "proposal_open"]
        assert row.decisions.count() == 1
        night.end(row)


def taking(row: PartyList, by: User) -> Callable[[], object]:
    return lambda: review.take(row, by=by, at=NOW)


def test_of_two_takes_at_once_one_counts() -> None:
    night = Night()
    for _round in range(ROUNDS):
        row, _submission = night.taken()
        PartyList.objects.filter(pk=row.pk).update(state="submitted")
        row.refresh_from_db()
        ends = together(taking(row, night.saule), taking(row, night.timur))
        assert sorted(ends) == ["done", "not_open"]
        before = row.version
        row.refresh_from_db()
        assert row.version == before + 1
        night.end(row)


def test_no_proposal_is_left_open_on_a_list_that_is_withdrawn_meanwhile() -> None:
    night = Night()
    seen = Counter[tuple[str, str]]()
    for number in range(ROUNDS):
        row, submission = night.taken()
        ends = together(
            proposing(row, submission, night.saule),
            night.withdrawing(row),
            lead=(-0.01, 0.0, 0.01)[number % 3],
        )
        row.refresh_from_db()
        seen[(ends[0], ends[1])] += 1
        assert row.state == ("withdrawn" if ends[1] == "done" else "in_review")
        is_left_open = row.decisions.open().exists()
        assert is_left_open == (row.state == "in_review")
        row.decisions.open().update(state="lapsed")
        night.end(row)
    assert (
        {("not_open", "done")}
        < set(seen)
        <= {
            ("not_open", "done"),
            ("done", "done"),
            ("done", "changed_since_shown"),
        }
    )


def withdraw_against_confirm(night: Night, rounds: int = ROUNDS) -> list[tuple[str, str, str, str]]:
    """Let the party withdraw while the commission confirms; return how each round ended."""
    ended = []
    for number in range(rounds):
        row, submission = night.taken()
        proposal = proposing(row, submission, night.saule)()
        row.refresh_from_db()
        lead = (-0.02, 0.0, 0.02)[number % 3]
        first, second = together(
            night.confirming(proposal, night.timur), night.withdrawing(row), lead=lead
        )
        row.refresh_from_db()
        proposal.refresh_from_db()
        ended.append((first, second, row.state, proposal.state))
        night.end(row)
    return ended


CONSISTENT = {
    ("done", "not_open", "registered", "confirmed"),
    ("done", "changed_since_shown", "registered", "confirmed"),
    ("not_open", "done", "withdrawn", "lapsed"),
}


def test_a_withdrawal_against_a_confirmation_leaves_one_of_both() -> None:
    ended = Counter(withdraw_against_confirm(Night()))
    assert set(ended) <= CONSISTENT
    # Each side was first at times, or this was no race.
    assert {row[2] for row in ended} == {"registered", "withdrawn"}


def test_without_the_lock_both_win(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transitions.Act, "lock", without_lock)
    ended = withdraw_against_confirm(Night(), rounds=12)
    assert set(ended) - CONSISTENT


def test_of_two_who_confirm_one_wins_and_the_other_is_told() -> None:
    night = Night()
    third = people.zhanar(night.saule.commission_roles.get().commission)
    for _round in range(ROUNDS):
        row, submission = night.taken()
        proposal = proposing(row, submission, night.saule)()
        ends = together(night.confirming(proposal, night.timur), night.confirming(proposal, third))
        assert sorted(ends) == ["done", "not_open"]
        proposal.refresh_from_db()
        assert proposal.state == "confirmed"
        night.end(row)
