"""Seats that nobody can lose any more while precincts are uncounted, proved by every outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from elections.law import worst
from elections.law.allocation import AllocationInputError, ListVotes
from elections.law.certain import CertainSeats, Outcome, Uncounted, certain_seats, outstanding
from elections.law.rules import AllocationRules, TieRule
from elections.law.seats import Contest, contest_of
from tests.law.cases import KNOWN, at_hour, ballot
from tests.law.counts import RULES, all_rules, ballots, by_allocation


def outcomes(ballots_left: int, places: int) -> Iterator[tuple[int, ...]]:
    """Give every way to share out so many ballots or fewer."""
    if not places:
        yield ()
        return
    for here in range(ballots_left + 1):
        for rest in outcomes(ballots_left - here, places - 1):
            yield (here, *rest)


def least_of_all(contest: Contest, left: int, *, against_all: bool) -> list[int]:
    """Try every outcome: the fewest seats that each list holds for certain."""
    least = [contest.mandates] * len(contest.votes)
    for added in outcomes(left, len(contest.votes) + against_all):
        votes = [old + new for old, new in zip(contest.votes, added, strict=False)]
        seats = contest.seats(votes, contest.base + sum(added))
        least = [min(fewest, of.least) for fewest, of in zip(least, seats, strict=True)]
    return least


def holds_no_more(
    contest: Contest, of: CertainSeats, left: int, *, against_all: bool = False
) -> bool:
    """Say whether the outcome that goes with certain seats is possible and leaves no more."""
    assert of.worst is not None
    added = [of.worst.votes.get(party, 0) for party in contest.parties]
    cast = sum(added) + of.worst.for_no_list
    assert min(added) >= 0
    assert cast <= left
    assert against_all or not of.worst.for_no_list
    votes = [old + new for old, new in zip(contest.votes, added, strict=True)]
    seats = contest.seats(votes, contest.base + cast)[contest.parties.index(of.party)]
    return seats.least <= of.seats


def assert_sound_and_tight(
    lists: Sequence[ListVotes],
    mandates: int,
    rules: AllocationRules,
    left: int,
    extra: int = 0,
    *,
    against_all: bool = False,
) -> None:
    base = sum(entry.votes for entry in lists) + extra
    contest = contest_of(lists, mandates=mandates, rules=rules, base=base)
    found = certain_seats(
        lists,
        mandates=mandates,
        rules=rules,
        outstanding=left,
        base=base,
        against_all=against_all,
    )
    expected = least_of_all(contest, left, against_all=against_all)
    assert [of.party for of in found] == list(contest.parties)
    assert [of.seats for of in found] == expected
    for of in found:
        assert holds_no_more(contest, of, left, against_all=against_all)


MOST = {1: 20, 2: 24, 3: 12, 4: 7, 5: 5}  # ballots whose every outcome can be tried quickly


@settings(max_examples=250)
@given(
    ballots(lists=5), st.integers(1, 12), all_rules(), st.integers(0, 24), st.integers(0, 4),
    st.booleans(),
)  # fmt: skip
def test_exactly_what_no_outcome_can_take(
    lists: list[ListVotes], mandates: int, rules: AllocationRules, left: int, extra: int,
    against_all: bool,
) -> None:  # fmt: skip
    left = min(left, MOST[len(lists)])
    assert_sound_and_tight(lists, mandates, rules, left, extra, against_all=against_all)


def test_exactly_what_no_outcome_can_take_in_every_small_contest() -> None:
    """All votes of three lists up to 3, with a threshold that a vote or two decides about."""
    for votes, mandates, left, share in product(
        product(range(4), repeat=3), (2, 3, 7), (1, 4), (Fraction(0), Fraction(1, 4))
    ):
        lists = ballot(
            dict(zip("abc", votes, strict=True)),
            {"a": at_hour(1), "b": at_hour(2), "c": at_hour(2)},
        )
        assert_sound_and_tight(lists, mandates, RULES.with_threshold(share), left)


@pytest.mark.parametrize(
    ("votes", "mandates", "share", "left", "extra"),
    [
        # The first list passes alone or beside the second.
        ((40, 20), 25, Fraction(1, 3), 14, 0),
        # The first passes alone; what the second cannot take without passing goes to the third.
        ((52, 16, 8, 6, 3), 28, Fraction(1, 2), 5, 6),
        # Small lists can be lifted over the threshold, for more votes than are left beside it.
        ((16, 16, 3, 2, 0), 38, Fraction(1, 5), 12, 0),
        # Nobody passes so far, and somebody does with any vote more.
        ((1, 1), 5, Fraction(1, 2), 1, 1),
        # The list below the threshold takes more votes than it can without passing.
        ((3, 3, 1), 8, Fraction(7, 100), 8, 0),
    ],
)
def test_exactly_what_no_outcome_can_take_in_turns_of_the_search(
    votes: tuple[int, ...], mandates: int, share: Fraction, left: int, extra: int
) -> None:
    lists = ballot(dict(zip("abcde", votes, strict=False)))

    assert_sound_and_tight(lists, mandates, RULES.with_threshold(share), left, extra)


@pytest.mark.parametrize(
    ("votes", "mandates", "share", "left"),
    [
        # Nobody passes if the ballots left are against all.
        ((1, 0), 1, Fraction(1, 2), 2),
        # The first passes alone, and the second cannot become larger.
        ((2, 0), 8, Fraction(1, 2), 1),
        # Both pass, and what is against all costs neither a seat.
        ((1, 1), 8, Fraction(7, 100), 1),
    ],
)
def test_exactly_what_no_outcome_can_take_where_votes_may_be_for_no_list(
    votes: tuple[int, ...], mandates: int, share: Fraction, left: int
) -> None:
    lists = ballot(dict(zip("ab", votes, strict=True)))

    assert_sound_and_tight(lists, mandates, RULES.with_threshold(share), left, against_all=True)


@settings(max_examples=20)
@given(ballots(lists=3, votes=st.integers(0, 12)), st.integers(1, 40), st.integers(20, 40))
def test_exactly_what_no_outcome_can_take_up_to_60_ballots(
    lists: list[ListVotes], mandates: int, left: int
) -> None:
    left = min(left, 60 - sum(entry.votes for entry in lists))
    assert_sound_and_tight(lists, mandates, RULES, left)


@settings(max_examples=40)
@given(ballots(lists=7, votes=st.integers(0, 15)), st.integers(1, 100), all_rules())
def test_with_60_ballots_each_seat_that_is_not_certain_is_lost_by_some_outcome(
    lists: list[ListVotes], mandates: int, rules: AllocationRules
) -> None:
    contest = contest_of(lists, mandates=mandates, rules=rules)

    for of in certain_seats(lists, mandates=mandates, rules=rules, outstanding=60):
        assert of.is_exact
        assert holds_no_more(contest, of, 60)


shares_of_all = st.sampled_from([1, 20, 100, 300, 1000])


@settings(max_examples=60)
@given(
    ballots(lists=6, votes=st.integers(0, 2_000_000)), st.integers(3, 60),
    shares_of_all, st.booleans(), st.integers(0, 10**9),
)  # fmt: skip
def test_elections_of_any_size_are_sound_and_mostly_exact(
    lists: list[ListVotes], mandates: int, per_mille: int, against_all: bool, seed: int
) -> None:
    left = sum(entry.votes for entry in lists) * per_mille // 1000
    contest = contest_of(lists, mandates=mandates, rules=RULES)
    found = certain_seats(
        lists, mandates=mandates, rules=RULES, outstanding=left, against_all=against_all
    )
    # What the search did not decide is not called certain; what it did decide it proves.
    for of in found:
        assert not of.is_exact or holds_no_more(contest, of, left, against_all=against_all)
    random = Random(seed)  # noqa: S311
    for _ in range(30):
        parts = [random.random() ** 4 for _ in lists]
        cast = random.choice([left, random.randint(0, left)])
        added = [int(cast * part / sum(parts)) for part in parts]
        votes = [old + new for old, new in zip(contest.votes, added, strict=True)]
        seats = contest.seats(votes, contest.base + sum(added))
        assert all(has.least >= of.seats for has, of in zip(seats, found, strict=True))


@given(ballots(lists=5), st.integers(1, 30), all_rules())
@example(ballot(KNOWN[0].votes), 98, RULES)
def test_when_all_is_counted_everything_known_is_certain(
    lists: list[ListVotes], mandates: int, rules: AllocationRules
) -> None:
    found = certain_seats(lists, mandates=mandates, rules=rules, outstanding=0)

    known = by_allocation(lists, mandates, rules, sum(entry.votes for entry in lists))
    assert {of.party: of.seats for of in found} == {
        party: seats.least for party, seats in known.items()
    }
    assert all(of.worst == Outcome({}) for of in found)


@given(ballots(lists=4), st.integers(1, 20), st.integers(0, 30), st.integers(0, 30))
def test_fewer_ballots_outstanding_never_make_fewer_seats_certain(
    lists: list[ListVotes], mandates: int, one: int, other: int
) -> None:
    few, many = (
        certain_seats(lists, mandates=mandates, rules=RULES, outstanding=left)
        for left in sorted((one, other))
    )

    assert all(early.seats <= late.seats for early, late in zip(many, few, strict=True))


def test_the_night_of_the_majilis_of_2021() -> None:
    lists = ballot(KNOWN[0].votes)
    contest = contest_of(lists, mandates=98, rules=RULES)

    found = certain_seats(lists, mandates=98, rules=RULES, outstanding=100_000)

    assert {of.party: of.seats for of in found} == {
        "nur-otan": 75,
        "ak-zhol": 11,
        "kpk": 9,
        "auyl": 0,
        "adal": 0,
    }
    assert all(holds_no_more(contest, of, 100_000) for of in found)


def test_before_anything_is_counted_nothing_is_certain() -> None:
    found = certain_seats(ballot({"a": 0, "b": 0}), mandates=3, rules=RULES, outstanding=5)

    assert [(of.seats, of.worst) for of in found] == [(0, Outcome({}))] * 2


def test_a_seat_that_a_lot_can_take_is_not_certain() -> None:
    # With one vote more for b the last of three mandates is drawn by lot.
    counted = {"a": 51, "b": 50}

    found = certain_seats(ballot(counted), mandates=3, rules=RULES, outstanding=1)

    assert found[0] == CertainSeats("a", 1, Outcome({"b": 1}))


def test_registered_earlier_the_seat_is_certain() -> None:
    times = {"a": at_hour(1), "b": at_hour(2)}

    found = certain_seats(ballot({"a": 51, "b": 50}, times), mandates=3, rules=RULES, outstanding=1)

    assert found[0].seats == 2


def test_what_the_search_gives_up_is_not_called_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    lists, rules = ballot({"a": 5000, "b": 3000, "c": 2000}), RULES
    full = certain_seats(lists, mandates=50, rules=rules, outstanding=900)
    monkeypatch.setattr(worst, "EFFORT", 0)

    found = certain_seats(lists, mandates=50, rules=rules, outstanding=900)

    assert not all(of.is_exact for of in found)
    assert all(of.seats <= exact.seats for of, exact in zip(found, full, strict=True))


def test_too_many_lists_or_mandates_are_not_begun() -> None:
    # With 4,000 more votes 900 may be below 3 per cent; whether they are is open for each of 12.
    small = {f"list {number:02}": 900 for number in range(12)}
    many = ballot({"large": 10_000, "larger": 11_000} | small)
    rules = RULES.with_threshold(Fraction(3, 100))
    huge = ballot({"a": 60, "b": 40})

    by_lists = certain_seats(many, mandates=50, rules=rules, outstanding=4000)
    by_mandates = certain_seats(huge, mandates=10**30, rules=RULES, outstanding=100)

    assert [(of.seats, of.is_exact) for of in by_mandates] == [(0, False)] * 2
    assert [(of.seats, of.is_exact) for of in by_lists[:2]] == [(0, False)] * 2


def test_the_bound_is_the_register_until_the_ballots_issued_are_known() -> None:
    assert (
        outstanding([Uncounted(1200), Uncounted(900, issued=610), Uncounted(40, issued=0)]) == 1810
    )
    assert outstanding([]) == 0


@pytest.mark.parametrize("precinct", [Uncounted(-1), Uncounted(10, issued=-1)])
def test_negative_ballots_are_refused(precinct: Uncounted) -> None:
    with pytest.raises(AllocationInputError, match="outstanding"):
        outstanding([precinct])


@pytest.mark.parametrize(("lists", "left"), [([], 0), (ballot({"a": 1, "b": 1}), -1)])
def test_numbers_of_no_election_are_refused(lists: list[ListVotes], left: int) -> None:
    with pytest.raises(AllocationInputError):
        certain_seats(lists, mandates=5, rules=RULES, outstanding=left)


def test_by_the_rule_of_the_lot_registration_makes_nothing_certain() -> None:
    times = {"a": at_hour(1), "b": at_hour(2)}
    rules = replace(RULES, tie=replace(RULES.tie, value=TieRule.LOT))

    found = certain_seats(ballot({"a": 51, "b": 50}, times), mandates=3, rules=rules, outstanding=1)

    assert found[0].seats == 1
