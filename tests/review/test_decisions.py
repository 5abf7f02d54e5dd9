"""Nobody decides alone, and nobody decides on something else than was shown."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from elections.lists import services as lists
from elections.models import Decision, Notice, PartyList, RefusedAttempt
from elections.refusals import Refused
from elections.review import services as review
from parties.models import User
from tests import factories, people
from tests.lists.test_submit import submit

pytestmark = pytest.mark.django_db
NOW = factories.NOW + timedelta(days=1)


class Room:
    """A submitted list with its commission's people."""

    def __init__(self) -> None:
        contest = factories.make_contest()
        self.list = factories.make_list(contest, factories.make_party())
        factories.fill(self.list)
        self.official = people.gulnar(self.list.party)
        self.submission = submit(self.list, self.official)
        assert contest.commission
        self.saule = people.saule(contest.commission)
        self.timur = people.timur(contest.commission)
        self.list.refresh_from_db()

    def take(self) -> PartyList:
        return review.take(self.list, by=self.saule, at=NOW)

    def propose(self, kind: str = "register", by: User | None = None, **words: str) -> Decision:
        return review.propose(
            self.list,
            kind,
            shown_digest=self.submission.digest,
            by=by or self.saule,
            at=NOW,
            **words,
        )

    def confirm(self, decision: Decision, by: User | None = None, number: int = 5) -> Decision:
        return review.confirm(
            decision,
            shown_digest=self.submission.digest,
            resolution=review.Resolution(number, NOW),
            by=by or self.timur,
            at=NOW,
        )


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_second_member_registers_what_the_first_proposed(room: Room) -> None:
    room.take()
    room.confirm(room.propose())
    room.list.refresh_from_db()
    assert room.list.state == "registered"
    assert (room.list.registered_at, room.list.registered_seq) == (NOW, 1)
    assert room.list.registered_submission == room.submission
    assert Notice.objects.filter(kind="list_registered", to=room.official).exists()


def test_the_same_person_cannot_confirm_and_the_attempt_is_written_down(room: Room) -> None:
    room.take()
    proposal = room.propose()
    with pytest.raises(Refused, match="same_person"):
        room.confirm(proposal, by=room.saule)
    room.list.refresh_from_db()
    assert room.list.state == "in_review"
    assert RefusedAttempt.objects.get().code == "same_person"


def test_a_refusal_names_ground_article_and_reason(room: Room) -> None:
    room.take()
    with pytest.raises(Refused, match="ground_missing"):
        room.propose("refuse")
    proposal = room.propose("refuse", ground="құжаттар", article="89-бап", reason="Хаттама жоқ.")
    room.confirm(proposal)
    room.list.refresh_from_db()
    assert room.list.state == "refused"


def test_a_list_not_taken_cannot_be_decided(room: Room) -> None:
    with pytest.raises(Refused, match="not_open"):
        room.propose()


def test_one_proposal_waits_at_a_time(room: Room) -> None:
    room.take()
    room.propose()
    with pytest.raises(Refused, match="proposal_open"):
        room.propose(by=room.timur)


def test_another_digest_is_refused(room: Room) -> None:
    room.take()
    with pytest.raises(Refused, match="changed_since_shown"):
        review.propose(room.list, "register", shown_digest="0" * 64, by=room.saule, at=NOW)
    proposal = room.propose()
    with pytest.raises(Refused, match="changed_since_shown"):
        review.confirm(
            proposal,
            shown_digest="0" * 64,
            resolution=review.Resolution(5, NOW),
            by=room.timur,
            at=NOW,
        )


def test_a_list_with_an_error_is_not_registered(room: Room) -> None:
    room.take()
    room.list.candidates.filter(sex="female").delete()
    with pytest.raises(Refused, match="has_errors"):
        room.propose()


def test_own_proposal_is_taken_back_anothers_is_sent_back(room: Room) -> None:
    room.take()
    first = room.propose()
    with pytest.raises(Refused, match="not_allowed"):
        review.take_back(first, by=room.timur, at=NOW)
    assert review.take_back(first, by=room.saule, at=NOW).state == "taken_back"
    second = room.propose()
    with pytest.raises(Refused, match="reason_missing"):
        review.send_back(second, reason="", by=room.timur, at=NOW)
    sent = review.send_back(second, reason="Тексеру керек", by=room.timur, at=NOW)
    assert (sent.state, sent.closed_reason) == ("sent_back", "Тексеру керек")


def test_a_withdrawal_lets_the_proposal_lapse(room: Room) -> None:
    room.take()
    proposal = room.propose()
    room.list.refresh_from_db()
    lists.withdraw(
        room.list,
        reason="№ 9 хаттама",
        shown_version=room.list.version,
        by=room.official,
        at=NOW,
    )
    proposal.refresh_from_db()
    assert proposal.state == "lapsed"
    with pytest.raises(Refused, match="not_open"):
        room.confirm(proposal)


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("time_in_future", {"at": NOW + timedelta(minutes=1)}),
        ("time_before_submission", {"at": NOW - timedelta(days=30)}),
        # A slip of the finger, and what a program can send.
        ("time_before_submission", {"at": NOW.replace(year=26)}),
        ("time_before_submission", {"at": datetime(1, 1, 1, tzinfo=UTC)}),
        ("not_carried", {"votes_for": 1, "votes_against": 9}),
        ("not_carried", {"votes_for": 4, "votes_against": 4}),
    ],
)
def test_a_resolution_that_cannot_be_is_refused(
    room: Room, code: str, changes: dict[str, Any]
) -> None:
    room.take()
    proposal = room.propose()
    resolution = replace(review.Resolution(5, NOW, votes_for=5, votes_against=2), **changes)
    with pytest.raises(Refused, match=code):
        review.confirm(
            proposal,
            shown_digest=proposal.digest_reviewed,
            resolution=resolution,
            by=room.timur,
            at=NOW,
        )
    room.list.refresh_from_db()
    assert room.list.state == "in_review"


def test_numbers_of_resolutions_are_unique_in_the_year(room: Room) -> None:
    room.take()
    room.confirm(room.propose(), number=5)
    other = factories.make_list(room.list.contest, factories.make_party("other"))
    factories.fill(other)
    chief = people.dana(other.party)
    submission = submit(other, chief)
    other.refresh_from_db()
    review.take(other, by=room.saule, at=NOW)
    proposal = review.propose(
        other, "register", shown_digest=submission.digest, by=room.saule, at=NOW
    )
    with pytest.raises(Refused, match="number_taken"):
        review.confirm(
            proposal,
            shown_digest=submission.digest,
            resolution=review.Resolution(5, NOW),
            by=room.timur,
            at=NOW,
        )


def test_a_clerk_of_another_commission_is_refused(room: Room) -> None:
    erlan = people.erlan(factories.make_commission(factories.make_territory()))
    with pytest.raises(Refused, match="not_allowed"):
        review.take(room.list, by=erlan, at=NOW)
