"""Two public libraries for apportionment agree wherever there is no tie and no exception."""

from __future__ import annotations

from fractions import Fraction

from apportionment.methods import TiesException, largest_remainder
from hypothesis import assume, given
from hypothesis import strategies as st
from votelib.evaluate.proportional import LargestRemainder

from tests.law.cases import seats_of

votes_of_parties = st.lists(st.integers(1, 10**8), min_size=2, max_size=8)


def by_name(votes: list[int]) -> dict[str, int]:
    return {f"list-{number}": count for number, count in enumerate(votes)}


few_votes = st.lists(st.integers(1, 6), min_size=2, max_size=6)  # ties everywhere


@given(votes_of_parties | few_votes, st.integers(1, 200))
def test_apportionment_agrees_and_sees_a_tie_exactly_where_a_lot_is_asked(
    votes: list[int], mandates: int
) -> None:
    result = seats_of(by_name(votes), mandates, threshold=Fraction(0))
    try:
        expected = largest_remainder(votes, mandates, fractions=True, tiesallowed=False)
    except TiesException:
        assert result.lots
        return

    assert result.seats == by_name(expected)


@given(votes_of_parties | few_votes, st.integers(1, 200))
def test_votelib_agrees(votes: list[int], mandates: int) -> None:
    result = seats_of(by_name(votes), mandates, threshold=Fraction(0))
    assume(result.is_complete)

    found = LargestRemainder("hare").evaluate(by_name(votes), mandates)

    assert result.seats == by_name([0] * len(votes)) | found
