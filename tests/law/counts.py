"""Small elections for tests that try every count, and what an allocation says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import strategies as st

from elections.law.allocation import ListVotes, Registration, allocate
from elections.law.editions import edition
from elections.law.rules import AllocationRules, SecondList
from elections.law.seats import SeatRange
from tests.law.cases import FIRST_DAY

RULES = edition("majilis-2020").allocation
NAMES = "abcdefgh"
SMALL = st.integers(0, 12)

shares = st.sampled_from(
    [Fraction(7, 100)] * 4
    + [Fraction(0), Fraction(5, 100), Fraction(1, 5), Fraction(1, 3), Fraction(1, 2), Fraction(1)]
) | st.fractions(0, 1, max_denominator=20)


def with_second(rules: AllocationRules, second: SecondList) -> AllocationRules:
    return replace(rules, second_list=replace(rules.second_list, value=second))


@st.composite
def all_rules(draw: st.DrawFn) -> AllocationRules:
    rules = RULES.with_threshold(draw(shares))
    second = draw(
        st.sampled_from([None, None, SecondList(Fraction(0), 0), SecondList(Fraction(1, 3), 4)])
    )
    return rules if second is None else with_second(rules, second)


@st.composite
def ballots(
    draw: st.DrawFn, *, lists: int = 4, votes: st.SearchStrategy[int] = SMALL
) -> list[ListVotes]:
    names = NAMES[: draw(st.integers(1, lists))]
    numbers = [draw(votes) for _ in names]
    if not draw(st.booleans()):
        return [ListVotes(name, number) for name, number in zip(names, numbers, strict=True)]
    hours = [draw(st.integers(0, 2)) for _ in names]
    return [
        ListVotes(name, number, Registration(FIRST_DAY + timedelta(hours=hour)))
        for name, number, hour in zip(names, numbers, hours, strict=True)
    ]


def recounted(lists: Sequence[ListVotes], party: str, votes: int) -> list[ListVotes]:
    """Give the lists with another number of votes for one of them."""
    return [ListVotes(e.party, votes if e.party == party else e.votes, e.registered) for e in lists]


def by_allocation(
    lists: Sequence[ListVotes], mandates: int, rules: AllocationRules, base: int
) -> dict[str, SeatRange]:
    """Give the fewest and the most seats of each list, read off the steps of an allocation."""
    result = allocate(lists, mandates=mandates, rules=rules, base=base)
    ranges = {}
    for party in result.parties:
        if party.seats is not None:
            ranges[party.party] = SeatRange(party.seats, party.seats)
        elif result.decisions:
            ranges[party.party] = SeatRange(0, mandates)
        else:
            assert party.whole is not None
            ranges[party.party] = SeatRange(party.whole, party.whole + 1)
    return ranges
