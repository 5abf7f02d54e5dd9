"""What no rule settles is a value for the commission, and the seats that hang on it are open."""

import pytest

from elections.law.rules import Gap
from tests.law.cases import seats_of


def test_nobody_passes_by_a_base_that_is_larger_than_all_votes() -> None:
    result = seats_of({"a": 6, "b": 5}, 10, base=100)

    assert result.seats == {"a": None, "b": None}
    assert result.as_json()["decisions"] == [{"code": "nobody_passes", "article": "Art. 97-1"}]
    assert result.as_json()["quotient"] is None


def test_an_open_decision_keeps_the_numbers_of_its_contest() -> None:
    result = seats_of({"a": 6, "b": 5}, 10, base=100)

    assert (result.mandates, result.base) == (10, 100)
    assert result.as_json()["parties"] == [
        {"party": party, "votes": votes, "passed": False}
        | dict.fromkeys(("whole", "remainder", "seats"))
        for party, votes in (("a", 6), ("b", 5))
    ]


def test_all_votes_are_zero() -> None:
    result = seats_of({"a": 0, "b": 0, "c": 0}, 10)

    assert [decision.code for decision in result.decisions] == [Gap.NOBODY_PASSES]
    assert set(result.seats.values()) == {None}


def test_one_list_alone_on_the_ballot() -> None:
    result = seats_of({"a": 1000}, 10)

    assert result.seats == {"a": None}
    assert [decision.code for decision in result.decisions] == [Gap.ONE_LIST_ALONE]


def test_one_list_alone_that_does_not_pass() -> None:
    result = seats_of({"a": 6}, 10, base=100)

    assert [decision.code for decision in result.decisions] == [Gap.NOBODY_PASSES]


@pytest.mark.parametrize(
    ("votes", "base"),
    [({"a": 0, "b": 0}, None), ({"a": 5}, None), ({"a": 90, "b": 5, "c": 5}, None)],
)
def test_an_open_decision_is_not_complete(votes: dict[str, int], base: int | None) -> None:
    result = seats_of(votes, 10, base=base)

    assert not result.is_complete
    assert result.steps[0].code == "threshold"


def test_more_mandates_than_votes_is_no_case_for_the_commission() -> None:
    assert seats_of({"a": 2, "b": 1}, 30).seats == {"a": 20, "b": 10}
    assert seats_of({"a": 1, "b": 1}, 3).seats == {"a": None, "b": None}  # a lot for the third
