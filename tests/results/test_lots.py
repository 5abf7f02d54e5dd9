"""A lot answers the question that was asked, and no other; two people vouch for it."""

from typing import Any

import pytest

from elections.models import Lot
from elections.refusals import Refused
from elections.results import lots, recompute, services
from parties.models import User
from tests import factories, people
from tests.results.counting import NIGHT, Count

pytestmark = pytest.mark.django_db


@pytest.fixture
def tied() -> Count:
    """Return two lists with equal votes, registered in one moment, and an odd mandate."""
    count = Count(stations=1, mandates=15, same_moment=True)
    # One moment and one number: nothing is left but the lot.
    for row in count.lists:
        row.registered_seq = None
        row.save()
    count.confirm(1, 100, 100)
    recompute.make_fresh(count.contest.pk)
    return count


def record(count: Count, by: User | None = None, **changes: Any) -> Lot:
    lot = lots.open_lot(count.contest)
    facts: dict[str, Any] = {
        "question_digest": lot.digest if lot else "",
        "outcome": ["ekinshi"],
        "drawn_at": NIGHT,
        "place": "Шымкент",
        "people": "Сәуле, Тимур, Айгерім",
        "second": count.timur,
        "by": by or count.saule,
        "at": NIGHT,
    }
    return lots.record_lot(count.contest, **facts | changes)


def test_the_drawn_list_has_the_mandate(tied: Count) -> None:
    body = tied.fresh()
    assert [row["seats"] for row in body["allocation"]["parties"]] == [None, None]
    assert body["unknown"] == ["seats"]
    record(tied)
    body = tied.fresh()
    assert {row["party"]: row["seats"] for row in body["allocation"]["parties"]} == {
        "birinshi": 7,
        "ekinshi": 8,
    }
    assert body["allocation"]["lots"][0]["drawn"] == ["ekinshi"]
    assert body["comparison"]["second"] == "equal"
    assert lots.open_lot(tied.contest) is None


def test_a_changed_question_refuses_the_old_answer(tied: Count) -> None:
    asked = lots.open_lot(tied.contest)
    assert asked
    services.reopen(tied.protocol(), reason="a slip", by=tied.zhanar, at=NIGHT)
    with pytest.raises(Refused, match="question_changed"):
        record(tied, question_digest=asked.digest)
    tied.confirm(1, 200, 200)
    tied.fresh()
    now = lots.open_lot(tied.contest)
    assert now
    assert now.digest != asked.digest
    with pytest.raises(Refused, match="question_changed"):
        record(tied, question_digest=asked.digest)


def test_a_lot_whose_question_is_gone_decides_nothing(tied: Count) -> None:
    record(tied)
    services.reopen(tied.protocol(), reason="a slip", by=tied.zhanar, at=NIGHT)
    tied.confirm(1, 110, 100)
    body = tied.fresh()
    assert body["allocation"]["lots"] == []
    assert {row["party"]: row["seats"] for row in body["allocation"]["parties"]} == {
        "birinshi": 8,
        "ekinshi": 7,
    }


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("lot_outcome_wrong", {"outcome": []}),
        ("lot_outcome_wrong", {"outcome": ["birinshi", "ekinshi"]}),
        ("lot_outcome_wrong", {"outcome": ["oqshau"]}),
        ("lot_incomplete", {"place": " "}),
        ("lot_incomplete", {"people": ""}),
        ("lot_in_future", {"drawn_at": NIGHT.replace(hour=18)}),
        ("lot_before_count", {"drawn_at": NIGHT.replace(hour=1)}),
        ("lot_before_count", {"drawn_at": NIGHT.replace(year=1)}),
    ],
)
def test_an_incomplete_or_wrong_outcome_is_refused(
    tied: Count, code: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(Refused, match=code):
        record(tied, **changes)
    assert not Lot.objects.exists()


def test_nobody_vouches_alone_and_no_stranger_vouches(tied: Count) -> None:
    erlan = people.erlan(factories.make_commission(factories.make_territory()))
    with pytest.raises(Refused, match="same_person"):
        record(tied, second=tied.saule)
    with pytest.raises(Refused, match="second_unknown"):
        record(tied, second=erlan)
    with pytest.raises(Refused, match="not_allowed"):
        record(tied, by=erlan)


def test_the_same_form_sent_twice_is_one_lot(tied: Count) -> None:
    asked = lots.open_lot(tied.contest)
    assert asked
    first = record(tied)
    assert record(tied, question_digest=asked.digest) == first


def test_a_lot_that_was_drawn_cannot_be_drawn_again(tied: Count) -> None:
    asked = lots.open_lot(tied.contest)
    assert asked
    record(tied)
    tied.fresh()
    with pytest.raises(Refused, match="question_changed"):
        record(tied, question_digest=asked.digest, outcome=["birinshi"])
