"""Margins: how many votes more or fewer of one list would change its seats, all else equal.

A valid vote more for a list is also a vote more in the base of the threshold. So seats are not
monotone in a list's own votes: a vote more can push another list below the threshold, and what that
list leaves is divided anew (docs/allocation.md shows it with numbers). Between two breakpoints the
same lists take part and a list's seats can only grow with its votes; there the votes that a seat
costs follow from one equation. Every breakpoint is tried, from the present votes outwards:

- the votes at which the list itself reaches the threshold, and at which each other list drops out;
- the votes of the second largest other list: there second place changes hands when the largest
  passes alone;
- between these, the price of the one seat that is asked for (`_price`), where the order of the
  remainders or the whole part of the second list's quotas changes, and the votes beside it, where
  it is met to the vote and a tie decides.

What counts while a lot or the commission decides: a seat is **won** when the list holds more seats
for certain than it does now, whatever lots and decisions say; it is **lost** when the list can hold
no more than fewer seats than it can now, whatever they say. Where that would only hang on a lot or
a decision, the change is open, and is told apart (`Margin.open_at`). Art. 97-1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import floor

from elections.law.allocation import ListVotes, allocate
from elections.law.rules import AllocationRules
from elections.law.seats import Contest, SeatRange, contest_of

Test = Callable[[SeatRange], bool]


class HangsOn(StrEnum):
    """What an open seat waits for."""

    LOT = "lot"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Margin:
    """How many votes away a change is, always 1 or more; None where no number of votes brings it.

    At `settled_at` votes the seat is won or lost whatever lots and decisions say. `open_at` is a
    smaller number at which it hangs on what `hangs_on` says; both None where there is none.
    """

    settled_at: int | None
    open_at: int | None = None
    hangs_on: HangsOn | None = None


@dataclass(frozen=True, slots=True)
class ListMargins:
    """The margins of one list.

    `seats` are its present seats, a range while a lot or a decision is open. `more_to_win` and
    `fewer_to_lose` are votes more and fewer; `more_to_lose` are votes *more* that cost a seat, by
    the paradox of the threshold (or the exception for one list).
    """

    party: str
    seats: SeatRange
    more_to_win: Margin
    fewer_to_lose: Margin
    more_to_lose: Margin


def margins(
    lists: Iterable[ListVotes],
    *,
    mandates: int,
    rules: AllocationRules,
    base: int | None = None,
    drawn: Mapping[str, Sequence[str]] | None = None,
) -> tuple[ListMargins, ...]:
    """Give the margins of every list, in the order of the allocation (by votes, then by name).

    The arguments are those of `allocate`. A drawn lot settles the present seats only: with other
    votes its question is another. Exact for numbers of any size. Raises AllocationInputError for
    numbers of no election, and for a base below the sum of the votes.
    """
    ballot = tuple(lists)
    contest = contest_of(ballot, mandates=mandates, rules=rules, base=base)
    present = allocate(ballot, mandates=mandates, rules=rules, base=base, drawn=drawn).seats
    found = []
    for index, party in enumerate(contest.parties):
        known = present[party]
        seats = _Own(contest, index).seats(contest.votes[index])
        found.append(_of_list(contest, index, seats if known is None else SeatRange(known, known)))
    return tuple(found)


def _of_list(contest: Contest, index: int, now: SeatRange) -> ListMargins:
    own = _Own(contest, index)

    def win(*, upwards: bool) -> Margin:
        return own.margin(
            upwards=upwards,
            settled=(now.least + 1, lambda seats: seats.least > now.least),
            hanging=(now.most + 1, lambda seats: seats.most > now.most),
        )

    def lose(*, upwards: bool) -> Margin:
        return own.margin(
            upwards=upwards,
            settled=(now.most, lambda seats: seats.most < now.most),
            hanging=(now.least, lambda seats: seats.least < now.least),
        )

    return ListMargins(
        party=contest.parties[index],
        seats=now,
        more_to_win=win(upwards=True),
        fewer_to_lose=lose(upwards=False),
        more_to_lose=lose(upwards=True),
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """The seats of one list as a function of its own votes alone."""

    contest: Contest
    index: int
    known: dict[int, SeatRange] = field(default_factory=dict)  # every end is asked for repeatedly

    @property
    def outside(self) -> int:
        """Give the part of the base that is not of this list."""
        return self.contest.base - self.contest.votes[self.index]

    def votes(self, own: int) -> list[int]:
        return [
            own if other == self.index else number
            for other, number in enumerate(self.contest.votes)
        ]

    def seats(self, own: int) -> SeatRange:
        if own not in self.known:
            votes, base = self.votes(own), self.outside + own
            self.known[own] = self.contest.seats(votes, base)[self.index]
        return self.known[own]

    def margin(
        self, *, upwards: bool, settled: tuple[int, Test], hanging: tuple[int, Test]
    ) -> Margin:
        """Find the nearest votes at which the seat of a number is settled, and where it hangs."""
        now = self.contest.votes[self.index]
        far, near = (self._nearest(*asked, upwards=upwards) for asked in (settled, hanging))
        settled_at = None if far is None else abs(far - now)
        if near is None or (settled_at is not None and abs(near - now) >= settled_at):
            return Margin(settled_at)
        return Margin(settled_at, abs(near - now), self._hangs_on(near))

    def _hangs_on(self, own: int) -> HangsOn:
        # Lots are drawn where two or more lists pass; nothing but a decision is open elsewhere.
        passed = self.contest.passed(self.votes(own), self.outside + own)
        return HangsOn.LOT if len(passed) > 1 else HangsOn.DECISION

    def _nearest(self, number: int, test: Test, *, upwards: bool) -> int | None:
        """Find the votes nearest to the present ones, in a direction, that meet the test.

        Whether the test is met changes at most once within a piece, at the price of the seat of
        this number.
        """
        for first, last in self._pieces(upwards=upwards):
            ends = {first} if last is None else {first, last}
            if last is not None and not any(test(self.seats(end)) for end in ends):
                continue
            price = self._price(first, number)
            tried = ends if price is None else {*ends, price - 1, price, price + 1}
            inside = [own for own in tried if own >= first and (last is None or own <= last)]
            for own in sorted(inside, reverse=not upwards):
                if test(self.seats(own)):
                    return own
        return None

    def _pieces(self, *, upwards: bool) -> Iterator[tuple[int, int | None]]:
        """Give the stretches of votes from the present ones outwards; the last one has no end."""
        now = self.contest.votes[self.index]
        starts = self._breakpoints()
        if upwards:
            edges = sorted({now + 1} | {start for start in starts if start > now})
            yield from ((first, after - 1) for first, after in pairwise(edges))
            yield edges[-1], None
        else:
            edges = [now, *sorted((start for start in starts if start < now), reverse=True)]
            yield from ((first, after - 1) for after, first in pairwise(edges))

    def _breakpoints(self) -> set[int]:
        """Give the votes at which other lists take part, or another one is second, than before."""
        share, of = self.contest.threshold
        found = {0}
        if share < of:
            found.add(-(-share * self.outside // (of - share)))
        others = [n for other, n in enumerate(self.contest.votes) if other != self.index]
        if share:
            found |= {of * votes // share - self.outside + 1 for votes in others}
        # If another list passes alone it is the largest, and the next one is who may be second.
        for votes in sorted(others, reverse=True)[1:2]:
            found |= {votes, votes + 1}
        return {start for start in found if start >= 0}

    def _price(self, own: int, number: int) -> int | None:
        """Give the votes that the seat of this number costs in the piece of `own`, rounded down.

        None where the list has no such seat there at any price, or has it for nothing.
        """
        if not 1 <= number <= self.contest.mandates:
            return None
        passed = self.contest.passed(self.votes(own), self.outside + own)
        others = [n for other, n in enumerate(self.contest.votes) if other != self.index]
        rivals = [self.contest.votes[other] for other in passed if other != self.index]
        if self.index in passed and rivals:
            return self._price_among(rivals, number)
        if self.index in passed:
            return self._price_as_first(max(others, default=0), number)
        return self._price_as_second(rivals[0], number) if len(rivals) == 1 else None

    def _price_among(self, rivals: Sequence[int], number: int) -> int | None:
        """Find where the seat of a number is as dear to the list as the last one to its rivals.

        Mandates go to the largest remainders, so one after the other to whoever is owed most. A
        list of x votes, beside rivals of R votes together, is owed its seat `number` less than a
        rival of v votes its seat m + 1 while (left + m) / (R + v) is below mandates / (x + R).
        With `left` or more such seats of rivals it goes without, so the `left`-th smallest of
        these fractions is where the price lies: x = mandates / fraction - R.
        """
        together = sum(rivals)
        if not together:
            return None
        left = self.contest.mandates - number + 1
        last = _nth_smallest(rivals, together, left)
        return self.contest.mandates * last.denominator // last.numerator - together

    def _price_as_first(self, second: int, number: int) -> int | None:
        """Find the votes of a list that passed alone, above which the second has few enough."""
        share, of = self.contest.factor
        leaves = self.contest.mandates - number
        if leaves < self.contest.minimum:
            return None
        return share * second * self.contest.mandates // (of * (leaves + 1)) - second

    def _price_as_second(self, first: int, number: int) -> int | None:
        """Find the votes with which the second list's reduced quotas reach the number."""
        share, of = self.contest.factor
        grows = share * self.contest.mandates - of * number
        return of * number * first // grows if grows > 0 else None


def _nth_smallest(rivals: Sequence[int], together: int, n: int) -> Fraction:
    """Find the n-th smallest of all (n + m) / (together + votes), m = 0, 1, …, over the rivals.

    A first guess of how many of each rival are among the n: those up to the level at which, were
    they not whole numbers, exactly n would be. No rival has less than none there, and together they
    lack fewer than one each.
    """
    many = range(len(rivals))
    divisors = [together + votes for votes in rivals]
    level = Fraction(n + len(rivals) * (n - 1), sum(divisors))
    taken = [floor(level * divisor) - n + 1 for divisor in divisors]
    while sum(taken) < n:
        taken[min(many, key=lambda of: Fraction(n + taken[of], divisors[of]))] += 1
    return max(Fraction(n + taken[of] - 1, divisors[of]) for of in many if taken[of])
