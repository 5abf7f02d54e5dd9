"""Numbers that cannot be those of an election are refused in words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from elections.law.allocation import AllocationInputError, ListVotes, Registration, allocate
from elections.law.editions import MAJILIS_2020

RULES = MAJILIS_2020.allocation
AWARE = Registration(datetime(2020, 11, 27, tzinfo=UTC))
NAIVE = Registration(datetime(2020, 11, 27))  # noqa: DTZ001
NUMBERED = Registration(datetime(2020, 11, 27, tzinfo=UTC), 5)


@pytest.mark.parametrize(
    ("lists", "mandates", "base", "message"),
    [
        ([], 10, None, "there is no list"),
        ([ListVotes("a", 1)], 0, None, "there must be at least one mandate"),
        ([ListVotes("a", 1)], -3, None, "there must be at least one mandate"),
        ([ListVotes("a", 1), ListVotes("a", 2)], 10, None, "a list stands there twice"),
        ([ListVotes("a", -1), ListVotes("b", 2)], 10, None, "votes are negative"),
        (
            [ListVotes("a", 5), ListVotes("b", 2)],
            10,
            4,
            "the base of the threshold is below the votes of a single list",
        ),
        (
            [ListVotes("a", 5, AWARE), ListVotes("b", 2)],
            10,
            None,
            "only some lists have a time of registration",
        ),
        (
            [ListVotes("a", 5, AWARE), ListVotes("b", 2, NAIVE)],
            10,
            None,
            "times of registration with and without a zone are mixed",
        ),
        (
            [ListVotes("a", 5, AWARE), ListVotes("b", 2, NUMBERED)],
            10,
            None,
            "only some lists have a number of registration",
        ),
    ],
)
def test_refused(lists: list[ListVotes], mandates: int, base: int | None, message: str) -> None:
    with pytest.raises(AllocationInputError, match=f"^{message}$"):
        allocate(lists, mandates=mandates, rules=RULES, base=base)


def test_one_instant_in_two_zones_is_one_instant() -> None:
    almaty = datetime(2020, 11, 27, 10, tzinfo=timezone(timedelta(hours=6)))
    utc = datetime(2020, 11, 27, 4, tzinfo=UTC)
    lists = [ListVotes("a", 5, Registration(almaty)), ListVotes("b", 5, Registration(utc))]

    result = allocate(lists, mandates=1, rules=RULES)

    assert result.seats == {"a": None, "b": None}


def test_a_base_between_the_largest_vote_and_the_sum_is_computed_with() -> None:
    lists = [ListVotes("a", 50), ListVotes("b", 49), ListVotes("c", 1)]

    assert allocate(lists, mandates=10, rules=RULES, base=50).seats == {"a": 5, "b": 5, "c": 0}
