"""What is computed without steps is what the steps give."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from elections.law.allocation import AllocationInputError, ListVotes, Registration
from elections.law.rules import AllocationRules, SecondList
from elections.law.seats import contest_of
from tests.law.cases import ballot
from tests.law.counts import RULES, all_rules, ballots, by_allocation, with_second

numbers = st.integers(0, 12) | st.integers(0, 10**7) | st.sampled_from([0, 1, 100, 10**30])


@given(ballots(lists=6, votes=numbers), st.integers(1, 150), all_rules(), st.integers(0, 50))
@example(ballot({"a": 97, "b": 3}), 2, RULES, 0)
@example(ballot({"a": 97, "b": 3}), 3, RULES, 0)
@example(ballot({"a": 94, "b": 3, "c": 3}), 9, RULES, 0)
@example(ballot({"a": 97, "b": 3}), 2, with_second(RULES, SecondList(Fraction(0), 0)), 0)
def test_the_seats_are_those_of_the_allocation(
    lists: list[ListVotes], mandates: int, rules: AllocationRules, extra: int
) -> None:
    base = sum(entry.votes for entry in lists) + extra
    contest = contest_of(lists, mandates=mandates, rules=rules, base=base)

    seats = contest.seats(contest.votes, contest.base)
    found = dict(zip(contest.parties, seats, strict=True))

    assert found == by_allocation(lists, mandates, rules, base)


def test_the_lists_stand_by_votes_then_by_name() -> None:
    lists = [ListVotes("c", 1), ListVotes("b", 5), ListVotes("a", 1)]

    contest = contest_of(lists, mandates=3, rules=RULES)

    assert (contest.parties, contest.votes, contest.base) == (("b", "a", "c"), (5, 1, 1), 7)


@pytest.mark.parametrize(
    ("lists", "mandates", "base", "message"),
    [
        ([], 10, None, "no list"),
        ([ListVotes("a", 1)], 0, None, "at least one mandate"),
        ([ListVotes("a", 1), ListVotes("a", 2)], 10, None, "twice"),
        ([ListVotes("a", -1), ListVotes("b", 2)], 10, None, "negative"),
        ([ListVotes("a", 5), ListVotes("b", 2)], 10, 6, "below the sum"),
        (
            [
                ListVotes("a", 5, Registration(datetime(2020, 11, 27, tzinfo=UTC))),
                ListVotes("b", 2),
            ],
            10,
            None,
            "only some lists",
        ),
    ],
)
def test_refused(lists: list[ListVotes], mandates: int, base: int | None, message: str) -> None:
    with pytest.raises(AllocationInputError, match=message):
        contest_of(lists, mandates=mandates, rules=RULES, base=base)
