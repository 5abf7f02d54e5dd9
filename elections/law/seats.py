"""Seats in whole numbers, without steps, for what asks about many possible counts.

`allocate` gives the steps for a reader; margins and certain seats ask thousands of times "and if
the votes were these?". Both give the same seats: a test holds them together. Art. 97-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from elections.law.allocation import AllocationInputError, ListVotes, allocate
from elections.law.rules import AllocationRules, TieRule


class SeatRange(NamedTuple):
    """The fewest and the most seats that a list may have, whatever a lot or the commission says.

    Equal where the number is known. A lot leaves one seat open; where the commission must decide,
    anything from none to all mandates is open.
    """

    least: int
    most: int


NO_SEAT = SeatRange(0, 0)


@dataclass(frozen=True, slots=True)
class Contest:
    """The lists of one contest and its rules as whole numbers; lists are known by their index.

    `ranks` order the lists by registration: among equal remainders a smaller rank goes first, equal
    ranks draw lots. `has_second` says whether a second list takes part when a single one passes;
    `factor` and `minimum` are that list's. Shares are numerator and denominator.
    """

    parties: tuple[str, ...]
    votes: tuple[int, ...]
    base: int
    mandates: int
    threshold: tuple[int, int]
    has_second: bool
    factor: tuple[int, int]
    minimum: int
    ranks: tuple[int, ...]

    def needed(self, base: int) -> int:
        """Give the votes that reach the threshold of this base, rounded up."""
        share, of = self.threshold
        return -(-share * base // of)

    def passed(self, votes: Sequence[int], base: int) -> list[int]:
        """Give the lists that reach the threshold; none where nobody has a vote."""
        if not any(votes):
            return []
        needed = self.needed(base)
        return [index for index, number in enumerate(votes) if number >= needed]

    def seats(self, votes: Sequence[int], base: int) -> list[SeatRange]:
        """Give the seats of every list if the votes were these, by index."""
        passed = self.passed(votes, base)
        if not passed or len(votes) == 1:
            return [SeatRange(0, self.mandates)] * len(votes)  # nobody passes, one list alone
        if len(passed) == 1 and self.has_second:
            return self._with_second(votes, passed[0])
        return self._shared(votes, passed)

    def of_second(self, first: int, second: int) -> int:
        """Give the seats of the second list of the exception, from the votes of both lists."""
        share, of = self.factor
        return max(self.minimum, share * second * self.mandates // (of * (first + second)))

    def _with_second(self, votes: Sequence[int], first: int) -> list[SeatRange]:
        most = max(number for other, number in enumerate(votes) if other != first)
        tied = [other for other, number in enumerate(votes) if number == most and other != first]
        found = [NO_SEAT] * len(votes)
        if len(tied) > 1 or self.mandates <= self.minimum:
            for index in (first, *tied):  # second place tied, too few mandates
                found[index] = SeatRange(0, self.mandates)
            return found
        second = self.of_second(votes[first], most)
        found[first] = SeatRange(self.mandates - second, self.mandates - second)
        found[tied[0]] = SeatRange(second, second)
        return found

    def _shared(self, votes: Sequence[int], passed: Sequence[int]) -> list[SeatRange]:
        left = mandates = self.mandates
        ranks = self.ranks
        total = sum([votes[index] for index in passed])
        owed = []
        for index in passed:
            whole, remainder = divmod(votes[index] * mandates, total)
            left -= whole
            owed.append((-remainder, ranks[index], index, whole))
        owed.sort()
        found = [NO_SEAT] * len(votes)
        for place, (_, _, index, whole) in enumerate(owed):
            seats = whole + (place < left)
            found[index] = SeatRange(seats, seats)
        if left and owed[left - 1][:2] == owed[left][:2]:
            drawing = owed[left][:2]
            for remainder, rank, index, whole in owed:
                if (remainder, rank) == drawing:
                    found[index] = SeatRange(whole, whole + 1)
        return found


def contest_of(
    lists: Iterable[ListVotes], *, mandates: int, rules: AllocationRules, base: int | None = None
) -> Contest:
    """Read the numbers of a contest; lists stand by votes, then by name, as in an allocation.

    `base` is what the threshold is a share of (default: the votes of all lists). Raises
    AllocationInputError for numbers of no election. More or fewer votes of a list mean as many more
    or fewer in the base, so a base below the sum of the votes is refused too.
    """
    ballot = tuple(lists)
    entries = {entry.party: entry for entry in ballot}
    result = allocate(ballot, mandates=mandates, rules=rules, base=base)  # refuses bad numbers
    ordered = [entries[party.party] for party in result.parties]
    if result.base < sum(entry.votes for entry in ordered):
        raise AllocationInputError("the base of the threshold is below the sum of the votes")
    threshold, second = rules.threshold.value, rules.second_list.value
    return Contest(
        parties=tuple(entry.party for entry in ordered),
        votes=tuple(entry.votes for entry in ordered),
        base=result.base,
        mandates=mandates,
        threshold=(threshold.numerator, threshold.denominator),
        has_second=second.takes_part,
        factor=(second.factor.numerator, second.factor.denominator),
        minimum=second.minimum,
        ranks=_ranks(ordered, rules.tie.value),
    )


def _ranks(ballot: Sequence[ListVotes], rule: TieRule) -> tuple[int, ...]:
    orders = [entry.registered.order for entry in ballot if entry.registered is not None]
    if rule is TieRule.LOT or not orders:
        return (0,) * len(ballot)
    ranked = sorted(set(orders))
    return tuple(ranked.index(order) for order in orders)
