"""What holds for every election: no seat appears, vanishes or depends on where a row stands."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from elections import verify
from elections.law.allocation import (
    Allocation,
    ListVotes,
    Registration,
    admitted,
    allocate,
)
from elections.law.editions import MAJILIS_2020

START = datetime(2020, 11, 27, tzinfo=UTC)
NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"]

# Small numbers meet in ties all the time, large ones look like elections.
numbers = st.one_of(st.integers(0, 12), st.integers(0, 10**7), st.sampled_from([0, 1, 100, 10**30]))
shares = st.sampled_from(
    [Fraction(0), Fraction(5, 100), Fraction(7, 100), Fraction(7, 10), Fraction(1)]
) | st.fractions(0, 1, max_denominator=1000)
mandates = st.integers(1, 150)


@st.composite
def ballots(draw: st.DrawFn) -> list[ListVotes]:
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    votes = [draw(numbers) for _ in names]
    if not draw(st.booleans()):
        return [ListVotes(name, number) for name, number in zip(names, votes, strict=True)]
    times = [START + timedelta(minutes=draw(st.integers(0, 3))) for _ in names]
    return [
        ListVotes(name, number, Registration(time))
        for name, number, time in zip(names, votes, times, strict=True)
    ]


def run(lists: list[ListVotes], seats: int, share: Fraction, extra: int = 0) -> Allocation:
    rules = MAJILIS_2020.allocation.with_threshold(share)
    base = sum(entry.votes for entry in lists) + extra
    return allocate(lists, mandates=seats, rules=rules, base=base)


every_election = given(ballots(), mandates, shares, st.integers(0, 50))


@every_election
def test_all_mandates_are_given_when_nothing_is_open(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    result = run(lists, seats, share, extra)

    known = [number for number in result.seats.values() if number is not None]
    assert (len(known) == len(lists)) == result.is_complete
    if result.is_complete:
        assert sum(known) == seats
    assert all(number >= 0 for number in known)


@every_election
def test_whatever_the_lot_says_all_mandates_are_given(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    asked = run(lists, seats, share, extra)
    rules = MAJILIS_2020.allocation.with_threshold(share)
    for lot in asked.lots:
        # A lot is asked only where it matters: there are winners, and there are losers.
        assert 0 < lot.seats < len(lot.options)
        for winners in (lot.options[: lot.seats], lot.options[-lot.seats :]):
            result = allocate(
                lists,
                mandates=seats,
                rules=rules,
                base=asked.base,
                drawn={lot.digest: winners},
            )
            assert result.is_complete
            assert sum(number for number in result.seats.values() if number is not None) == seats
            for party, number in asked.seats.items():
                assert number is None or result.seats[party] == number


@given(ballots(), mandates, shares, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_at_all(
    lists: list[ListVotes], seats: int, share: Fraction, random: object
) -> None:
    shuffled = list(lists)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert json.dumps(run(lists, seats, share).as_json()) == json.dumps(
        run(shuffled, seats, share).as_json()
    )


@every_election
def test_names_decide_nothing(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    """Renamed so that the alphabet runs the other way, each list has the seats that it had."""
    others = dict(zip(NAMES, reversed(NAMES), strict=True))
    renamed = [ListVotes(others[e.party], e.votes, e.registered) for e in lists]

    result, other = run(lists, seats, share, extra), run(renamed, seats, share, extra)

    assert {others[party]: number for party, number in result.seats.items()} == other.seats


@every_election
@example([ListVotes("a", 100), ListVotes("b", 0)], 3, Fraction(7, 100), 0)
@settings(max_examples=400)
def test_the_second_program_agrees(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    result = run(lists, seats, share, extra)

    registered = {e.party: e.registered.order for e in lists if e.registered is not None}
    second = verify.allocate(
        {entry.party: entry.votes for entry in lists},
        seats,
        share.numerator,
        share.denominator,
        result.base,
        registered or None,
    )

    assert second["seats"] == result.seats
    assert sorted(second["passed"]) == sorted(p.party for p in result.parties if p.passed)
    assert [(lot["options"], lot["seats"]) for lot in second["lots"]] == [
        (list(lot.options), lot.seats) for lot in result.lots
    ]
    assert second["decisions"] == [decision.code for decision in result.decisions]
    if result.quotient is not None:
        assert Fraction(*second["quotient"]) == result.quotient
        for party in result.parties:
            assert second["whole"].get(party.party, 0) == party.whole
            if party.remainder is not None:
                assert Fraction(*second["remainder"][party.party]) == party.remainder


@every_election
def test_each_list_gets_its_quotas_rounded_down_or_up(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    result = run(lists, seats, share, extra)
    if result.quotient is None or len([p for p in result.parties if p.passed]) < 2:
        return
    for party in result.parties:
        if party.passed and party.seats is not None:
            assert party.whole is not None
            exact = Fraction(party.votes * seats, result.quotient * seats)
            assert party.seats - 1 < exact < party.seats + 1
            assert party.whole == exact.numerator // exact.denominator


@every_election
def test_more_votes_never_mean_fewer_seats(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    """Among lists that passed together; the minimum of a second list may turn it round."""
    result = run(lists, seats, share, extra)
    passed = [p for p in result.parties if p.passed and p.seats is not None]
    if len([p for p in result.parties if p.passed]) < 2:
        return
    for one in passed:
        for other in passed:
            if one.votes > other.votes and one.seats is not None and other.seats is not None:
                assert one.seats >= other.seats


@every_election
def test_lists_with_as_many_votes_differ_by_one_seat_at_most(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    result = run(lists, seats, share, extra)
    if len([p for p in result.parties if p.passed]) < 2:
        return
    by_votes: dict[tuple[int, bool], set[int]] = {}
    for party in result.parties:
        if party.seats is not None:
            by_votes.setdefault((party.votes, party.passed), set()).add(party.seats)
    assert all(max(found) - min(found) <= 1 for found in by_votes.values())


@every_election
def test_the_threshold_is_what_admitted_says(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    result = run(lists, seats, share, extra)

    expected = {entry.party for entry in admitted(lists, share, result.base)}
    assert {party.party for party in result.parties if party.passed} == expected


@every_election
def test_the_last_standings_are_the_seats_and_open_mandates_add_up(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    result = run(lists, seats, share, extra)
    steps = {step["code"]: step for step in result.as_json()["steps"]}

    if "result" in steps:
        standings = {row["party"]: row["seats"] for row in steps["result"]["standings"]}
        assert standings == result.seats
        assert steps["whole"]["given"] + steps["whole"]["open"] == seats
    if "result" in steps and result.is_complete:
        gets = [row["gets"] for row in steps["remainders"]["rows"]]
        assert sum(gets) == steps["remainders"]["open"]


def _plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(_plain(item) for item in value)
    return value is None or isinstance(value, int | str)


@every_election
def test_the_json_holds_no_floating_point_number(
    lists: list[ListVotes], seats: int, share: Fraction, extra: int
) -> None:
    assert _plain(run(lists, seats, share, extra).as_json())
