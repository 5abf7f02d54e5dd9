"""How many votes more or fewer of one list change its seats, proved by trying every number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from elections.law.allocation import AllocationInputError, ListVotes, allocate
from elections.law.margins import HangsOn, ListMargins, Margin, margins
from elections.law.rules import AllocationRules, SecondList
from elections.law.seats import SeatRange, contest_of
from tests.law.cases import KNOWN, SEVEN, at_hour, ballot
from tests.law.counts import RULES, all_rules, ballots, by_allocation, recounted, with_second

Seats = Callable[[int], SeatRange]
PARADOX = {"a": 5400, "b": 2440, "c": 1460, "d": 700}


def margins_of(votes: dict[str, int], mandates: int) -> dict[str, ListMargins]:
    found = margins(ballot(votes), mandates=mandates, rules=RULES.with_threshold(SEVEN))
    return {of.party: of for of in found}


def nearest(
    counts: Iterable[int],
    seats: Seats,
    is_settled: Callable[[SeatRange], bool],
    may_be: Callable[[SeatRange], bool],
) -> tuple[int | None, int | None]:
    """Try one number after the other: where the change is settled, and where before it hangs."""
    hangs = None
    for steps, count in enumerate(counts, start=1):
        found = seats(count)
        if is_settled(found):
            return steps, hangs
        if hangs is None and may_be(found):
            hangs = steps
    return None, hangs


def assert_exact(of: ListMargins, own: int, seats: Seats, limit: int) -> None:
    """Compare with every number of votes down to 0 and up to the limit."""
    now = of.seats
    gains = (lambda s: s.least > now.least), (lambda s: s.most > now.most)
    losses = (lambda s: s.most < now.most), (lambda s: s.least < now.least)
    up, down = range(own + 1, limit + 1), range(own - 1, -1, -1)
    for margin, counts, change in (
        (of.more_to_win, up, gains),
        (of.fewer_to_lose, down, losses),
        (of.more_to_lose, up, losses),
    ):
        settled, hangs = nearest(counts, seats, *change)
        beyond = len(counts) if counts is up else None
        assert _within(margin.settled_at, beyond) == settled
        assert _within(margin.open_at, beyond) == hangs
        assert (margin.hangs_on is None) == (margin.open_at is None)


def _within(votes: int | None, beyond: int | None) -> int | None:
    return None if votes is None or (beyond is not None and votes > beyond) else votes


def assert_all_exact(
    lists: list[ListVotes], mandates: int, rules: AllocationRules, extra: int = 0, limit: int = 0
) -> None:
    base = sum(entry.votes for entry in lists) + extra
    contest = contest_of(lists, mandates=mandates, rules=rules, base=base)
    for index, of in enumerate(margins(lists, mandates=mandates, rules=rules, base=base)):
        own = contest.votes[index]

        def seats(count: int, index: int = index, own: int = own) -> SeatRange:
            votes = [*contest.votes[:index], count, *contest.votes[index + 1 :]]
            return contest.seats(votes, base - own + count)[index]

        assert of.party == contest.parties[index]
        assert of.seats == seats(own)
        assert_exact(of, own, seats, limit or own + 12 * base + 100)


@settings(max_examples=40)
@given(ballots(lists=3, votes=st.integers(0, 8)), st.integers(1, 7), all_rules(), st.integers(0, 3))
def test_they_are_what_allocating_every_count_finds(
    lists: list[ListVotes], mandates: int, rules: AllocationRules, extra: int
) -> None:
    base = sum(entry.votes for entry in lists) + extra
    for of in margins(lists, mandates=mandates, rules=rules, base=base):
        own = next(entry.votes for entry in lists if entry.party == of.party)

        def seats(count: int, party: str = of.party, own: int = own) -> SeatRange:
            others = recounted(lists, party, count)
            return by_allocation(others, mandates, rules, base - own + count)[party]

        assert_exact(of, own, seats, limit=own + 60)
        for margin, way in ((of.more_to_win, 1), (of.fewer_to_lose, -1), (of.more_to_lose, 1)):
            if margin.open_at is not None:
                count = own + way * margin.open_at
                result = allocate(
                    recounted(lists, of.party, count),
                    mandates=mandates,
                    rules=rules,
                    base=base - own + count,
                )
                hangs_on = HangsOn.LOT if result.open_lots else HangsOn.DECISION
                assert margin.hangs_on is hangs_on


@settings(max_examples=150)
@given(ballots(lists=5), st.integers(1, 12), all_rules(), st.integers(0, 9))
@example([ListVotes("a", 0), ListVotes("b", 0)], 3, RULES, 0)
@example([ListVotes("a", 0)], 3, RULES, 0)
@example(ballot({"a": 3, "b": 2}), 3, RULES.with_threshold(Fraction(1)), 0)
def test_they_are_exact_for_small_counts(
    lists: list[ListVotes], mandates: int, rules: AllocationRules, extra: int
) -> None:
    assert_all_exact(lists, mandates, rules, extra)


@settings(max_examples=40)
@given(
    ballots(lists=4, votes=st.integers(0, 500)), st.integers(1, 100), all_rules(),
    st.sampled_from([0, 0, 40]),
)  # fmt: skip
def test_they_are_exact_for_totals_up_to_2000(
    lists: list[ListVotes], mandates: int, rules: AllocationRules, extra: int
) -> None:
    assert_all_exact(lists, mandates, rules, extra, limit=2600)


def test_they_are_exact_in_every_small_contest() -> None:
    """All votes of three lists up to 6, with the threshold met to the vote, tied and beside it."""
    rules = RULES.with_threshold(SEVEN * 3)
    times = [{}, {"a": at_hour(2), "b": at_hour(1), "c": at_hour(1)}]
    for votes, mandates, registered in product(
        combinations_with_replacement(range(7), 3), (1, 3, 5), times
    ):
        lists = ballot(dict(zip("abc", votes, strict=True)), registered)
        assert_all_exact(lists, mandates, rules, limit=60)


def test_a_vote_more_for_the_third_list_costs_it_a_seat() -> None:
    of = margins_of(PARADOX, 10)["c"]

    assert of.seats == SeatRange(2, 2)
    assert of.more_to_lose == Margin(1)
    more = {**PARADOX, "c": 1461}
    assert margins_of(more, 10)["c"].seats == SeatRange(1, 1)


def test_before_the_seat_is_settled_it_hangs_on_a_lot() -> None:
    of = margins_of(PARADOX, 10)["b"]

    assert of.fewer_to_lose == Margin(981, open_at=980, hangs_on=HangsOn.LOT)


def test_before_the_seat_is_settled_it_hangs_on_a_decision() -> None:
    # With 60 the second place would be tied; with 61 votes b is second. Seven per cent are 138.
    of = margins_of({"a": 1850, "b": 59, "c": 60}, 10)["b"]

    assert of.more_to_win == Margin(2, open_at=1, hangs_on=HangsOn.DECISION)


def test_between_two_lists_it_hangs_on_a_lot() -> None:
    assert margins_of({"a": 51, "b": 49}, 3)["b"].more_to_win == Margin(
        3, open_at=2, hangs_on=HangsOn.LOT
    )


def test_an_open_lot_is_won_or_lost_by_one_vote() -> None:
    of = margins_of({"a": 50, "b": 50}, 3)["a"]

    assert of.seats == SeatRange(1, 2)
    assert (of.more_to_win, of.fewer_to_lose) == (Margin(1), Margin(1))


def test_a_drawn_lot_settles_the_present_seats_alone() -> None:
    lists = ballot({"a": 50, "b": 50})
    (lot,) = allocate(lists, mandates=3, rules=RULES).lots

    won, lost = margins(lists, mandates=3, rules=RULES, drawn={lot.digest: ["a"]})

    assert (won.seats, lost.seats) == (SeatRange(2, 2), SeatRange(1, 1))
    assert (won.fewer_to_lose, lost.more_to_win) == (Margin(1), Margin(1))


def test_the_votes_that_a_lot_was_drawn_at_are_no_votes_more() -> None:
    # With two votes more a passes alone, and one mandate is too few for the exception.
    lists = ballot({"a": 1, "b": 1})
    rules = RULES.with_threshold(Fraction(1, 5))
    (lot,) = allocate(lists, mandates=1, rules=rules, base=4).lots

    won, lost = margins(lists, mandates=1, rules=rules, base=4, drawn={lot.digest: ["a"]})

    assert won.more_to_lose == Margin(None, open_at=2, hangs_on=HangsOn.DECISION)
    assert lost.more_to_win.settled_at == 1


def test_where_no_votes_change_anything_there_is_no_margin() -> None:
    assert margins_of({"a": 3}, 5)["a"] == ListMargins(
        "a", SeatRange(0, 5), Margin(None), Margin(None), Margin(None)
    )


def test_beside_a_single_list_that_passes_the_minimum_of_the_second_is_no_margin() -> None:
    # 18 and 2 of 20, and no votes of a change that; b reaches 7 per cent with 5 more.
    found = margins_of({"a": 97, "b": 3}, 20)

    assert (found["a"].seats, found["b"].seats) == (SeatRange(18, 18), SeatRange(2, 2))
    assert found["a"].more_to_win == Margin(None)
    assert found["b"].fewer_to_lose == Margin(None)


def test_beside_a_single_list_that_passes_the_reduced_quotas_of_the_second_count() -> None:
    # 0.7 × 60 × 300 / 1000 is 12.6; 13 needs votes × 210 ≥ 13 × (940 + votes), that is 62.03.
    of = margins_of({"a": 940, "b": 60}, 300)["b"]

    assert of.seats == SeatRange(12, 12)
    assert of.more_to_win == Margin(3)


def test_a_seat_that_no_second_list_can_have_has_no_price() -> None:
    # Below a fifth b would be second: half of its quotas can never reach the seat it has now.
    rules = with_second(RULES.with_threshold(Fraction(1, 5)), SecondList(Fraction(1, 2), 0))

    (of, _) = margins(ballot({"a": 1, "b": 1}), mandates=2, rules=rules)

    assert of.seats == SeatRange(1, 1)
    assert of.fewer_to_lose == Margin(1)


def test_rivals_without_votes_cost_nothing_to_win_from() -> None:
    rules = RULES.with_threshold(Fraction(0))

    (of, _) = margins(ballot({"a": 3, "b": 0}), mandates=5, rules=rules)

    assert (of.seats, of.more_to_win, of.more_to_lose) == (
        SeatRange(5, 5),
        Margin(None),
        Margin(None),
    )
    # Without its votes nobody has any, so nobody passes.
    assert of.fewer_to_lose == Margin(None, open_at=3, hangs_on=HangsOn.DECISION)


def test_the_majilis_of_2021() -> None:
    found = margins_of(KNOWN[0].votes, 98)

    # Adal would have to reach 7 per cent of a base that grows with it.
    adal = found["adal"].more_to_win.settled_at
    assert adal is not None
    for more, passes in ((adal, True), (adal - 1, False)):
        votes = {**KNOWN[0].votes, "adal": KNOWN[0].votes["adal"] + more}
        assert (allocate(ballot(votes), mandates=98, rules=RULES).seats["adal"] == 0) is not passes


def test_as_many_mandates_as_one_likes_are_not_counted_one_by_one() -> None:
    # Each vote is worth about 10**27 mandates, so one vote changes the seats.
    lists = ballot({"a": 500, "b": 250, "c": 249})

    (of, *_) = margins(lists, mandates=10**30, rules=RULES)

    assert of.seats.least > 5 * 10**29
    assert of.more_to_win == of.fewer_to_lose == Margin(1)


def test_numbers_beyond_64_bits_are_no_matter() -> None:
    (of, _) = margins(ballot({"a": 10**40, "b": 10**40 - 1}), mandates=98, rules=RULES)

    assert of.seats == SeatRange(49, 49)
    lost = recounted(
        ballot({"a": 10**40, "b": 10**40 - 1}), "a", 10**40 - (of.fewer_to_lose.settled_at or 0)
    )
    assert allocate(lost, mandates=98, rules=RULES).seats["a"] == 48


@pytest.mark.parametrize(
    ("lists", "base"), [([], None), ([ListVotes("a", -1)], None), (ballot({"a": 5, "b": 4}), 8)]
)
def test_refused(lists: list[ListVotes], base: int | None) -> None:
    with pytest.raises(AllocationInputError):
        margins(lists, mandates=5, rules=RULES, base=base)
