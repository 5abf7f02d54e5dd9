"""What docs/allocation.md says of surprises, margins and certain seats is what is computed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elections.law.certain import certain_seats
from elections.law.margins import HangsOn, Margin, margins
from elections.law.rules import MandateGap
from tests.law.cases import KNOWN, ballot, seats_of
from tests.law.counts import RULES
from tests.law.test_pages import ALLOCATION

PARADOX = {"a": 5400, "b": 2440, "c": 1460, "d": 700}
MAJILIS = KNOWN[0]
NAMES = {
    "nur-otan": "Nur Otan",
    "ak-zhol": "Ak Zhol",
    "kpk": "People's Party",
    "auyl": "Auyl",
    "adal": "Adal",
}


def slashed(votes: dict[str, int], mandates: int) -> str:
    return " / ".join(str(number) for number in seats_of(votes, mandates).seats.values())


def quotas(votes: dict[str, int], mandates: int) -> str:
    whole = next(
        step for step in seats_of(votes, mandates).as_json()["steps"] if step["code"] == "whole"
    )
    thousandths = [round(Fraction(row["quotas"]) * 1000) for row in whole["rows"]]
    return " / ".join(
        f"{number // 1000}.{number % 1000:03}".rstrip("0").rstrip(".") for number in thousandths
    )


@pytest.mark.parametrize("mandates", [5, 6])
def test_the_paradox_of_the_house(mandates: int) -> None:
    votes = {"a": 4600, "b": 4400, "c": 1000}

    row = f"| {mandates} | {quotas(votes, mandates)} | **{slashed(votes, mandates)}** |"

    assert row in ALLOCATION
    assert seats_of(votes, mandates).seats["c"] == (1 if mandates == 5 else 0)


@pytest.mark.parametrize("third", [1460, 1461])
def test_the_paradox_of_the_threshold(third: int) -> None:
    votes = {**PARADOX, "c": third}
    step = seats_of(votes, 10).as_json()["steps"][0]

    row = (
        f"| {third:,} | {step['base']:,} | {step['needed']} | {quotas(votes, 10)} |"
        f" **{slashed(votes, 10)}** |"
    )

    assert row in ALLOCATION


def test_what_the_exception_breaks() -> None:
    assert seats_of({"a": 940, "b": 60}, 10).seats == {"a": 8, "b": 2}
    assert seats_of({"a": 95, "b": 5}, 3).seats == {"a": 1, "b": 2}
    assert seats_of({"a": 931, "b": 69}, 10).seats["b"] == 2
    assert seats_of({"a": 931, "b": 71}, 10).seats["b"] == 1
    (_, second) = margins(ballot({"a": 931, "b": 69}), mandates=10, rules=RULES)
    assert second.more_to_lose == Margin(2)
    assert seats_of({"a": 931, "b": 35, "c": 34}, 20).seats == {"a": 18, "b": 2, "c": 0}
    assert seats_of({"a": 931, "b": 34, "c": 35}, 20).seats == {"a": 18, "b": 0, "c": 2}
    assert seats_of({"a": 931, "b": 35, "c": 35}, 20).seats == {"a": None, "b": None, "c": None}


alone = st.tuples(st.integers(1, 10**6), st.integers(0, 10**5), st.integers(3, 150))


@given(alone, st.integers(1, 1000))
def test_with_the_exception_multiplying_all_votes_changes_nothing(
    numbers: tuple[int, int, int], times: int
) -> None:
    first, second, mandates = numbers

    once = seats_of({"a": first, "b": second}, mandates)
    often = seats_of({"a": first * times, "b": second * times}, mandates)

    assert once.seats == often.seats


@given(alone, st.integers(1, 10**5), st.sampled_from("ab"))
def test_with_the_exception_votes_cost_no_seat_while_the_lists_keep_their_parts(
    numbers: tuple[int, int, int], more: int, whose: str
) -> None:
    first, second, mandates = numbers
    votes = {"a": first, "b": second}
    before, after = (
        seats_of(those, mandates) for those in (votes, votes | {whose: votes[whose] + more})
    )
    passed = [
        [party.party for party in result.parties if party.passed] for result in (before, after)
    ]
    assume(passed == [["a"], ["a"]])

    had, has = before.seats[whose], after.seats[whose]

    assert had is not None
    assert has is not None
    assert has >= had
    assert sum(number or 0 for number in after.seats.values()) == mandates


def test_the_margins_of_the_majilis() -> None:
    for of in margins(ballot(MAJILIS.votes), mandates=98, rules=RULES):
        fewer = of.fewer_to_lose.settled_at
        lost = "" if fewer is None else f" {fewer:,}"
        row = f"| {NAMES[of.party]} | {of.seats.least} | {of.more_to_win.settled_at:,} |{lost} |"
        assert row in ALLOCATION, row
        assert of.more_to_lose == Margin(None)


def test_margins_beside_a_lot_and_in_the_paradox() -> None:
    first = margins(ballot(MAJILIS.votes), mandates=98, rules=RULES)[0].fewer_to_lose
    third = margins(ballot(PARADOX), mandates=10, rules=RULES)[2]

    assert (first.open_at, first.hangs_on) == (314_831, HangsOn.LOT)
    assert "With 314,831 votes fewer" in ALLOCATION
    assert (third.more_to_lose.settled_at, third.fewer_to_lose.settled_at) == (1, 19)
    assert third.more_to_win.settled_at == 981
    assert "by **1** vote more and by 19 fewer, and wins one with 981" in ALLOCATION


def test_the_certain_seats_of_the_majilis() -> None:
    found = certain_seats(ballot(MAJILIS.votes), mandates=98, rules=RULES, outstanding=100_000)

    for of in found[:3]:
        assert of.worst is not None
        worst = ", ".join(f"{NAMES[party]} {votes:,}" for party, votes in of.worst.votes.items())
        row = f"| {NAMES[of.party]} | {MAJILIS.seats[of.party]} | **{of.seats}** | {worst} |"
        assert row in ALLOCATION, row
    assert [of.seats for of in found[3:]] == [0, 0]


def test_the_case_about_mandates_for_the_commission_is_explained() -> None:
    for gap in MandateGap:
        assert f"`{gap.value}`" in ALLOCATION
