"""The worst that outstanding ballots can do to one list: conditions, and a search for the rest.

`elections.law.certain` says what is asked and why the answer is exact. Votes are whole numbers;
lists are known by their index in the contest. Art. 97-1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from elections.law.seats import Contest

TIGHT = 60  # ballots outstanding, up to which the search always ends
UNDECIDED = 10  # lists that may or may not pass, up to which it begins
MANDATES = 1000  # up to which it begins
EFFORT = 50_000  # stretches, roughly, for one question


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may still be counted: further votes by list, and votes that go to no list."""

    votes: Mapping[str, int] = field(hash=False)
    for_no_list: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether an outcome is possible, with an example; possible without one means: not decided."""

    is_possible: bool
    example: Outcome | None = None


_NO = Answer(is_possible=False)


@dataclass(frozen=True)
class Night:
    """One list while ballots are outstanding; all numbers of votes are whole."""

    contest: Contest
    index: int
    outstanding: int
    against_all: bool

    @cached_property
    def own(self) -> int:
        """Give the votes counted so far for the list."""
        return self.contest.votes[self.index]

    @cached_property
    def others(self) -> list[int]:
        """Give the indexes of the other lists, by votes counted, most first."""
        return [other for other in range(len(self.contest.votes)) if other != self.index]

    def needed(self, cast: int) -> int:
        """Give the votes that reach the threshold when so many votes were added in all."""
        return self.contest.needed(self.contest.base + cast)

    def first_cast_above(self, votes: int) -> int:
        """Give the fewest votes added in all with which so many votes are below the threshold.

        More than are outstanding where that cannot be.
        """
        share, of = self.contest.threshold
        if not share:
            return self.outstanding + 1
        return max(0, of * votes // share + 1 - self.contest.base)

    def outcome(self, added: Mapping[int, int], for_no_list: int = 0) -> Outcome:
        """Give an outcome from the votes added by index."""
        parties = self.contest.parties
        return Outcome({parties[i]: votes for i, votes in added.items() if votes}, for_no_list)

    # --- no seat is certain

    def without_certain_seats(self) -> Outcome | None:
        """Give an outcome in which no seat is certain, whatever its rivals' quotas are."""
        if len(self.contest.votes) == 1 or not any(self.contest.votes):
            return Outcome({})
        for found in (self._nobody_passes(), self._falls_behind(), self._second_is_undecided()):
            if found is not None:
                return found
        return None

    def _nobody_passes(self) -> Outcome | None:
        """Give an outcome in which no list reaches the threshold."""
        counted = self.contest.votes
        earliest = self.first_cast_above(max(counted))
        if earliest > self.outstanding:
            return None
        if self.against_all:
            return self.outcome({}, self.outstanding)
        # Each list takes what keeps it below the threshold. What is left over then changes from one
        # threshold in whole votes to the next always in one direction, so the ends are enough; the
        # first threshold may stand already before a vote is cast, so the second is tried too.
        second = self.first_cast_above(self.needed(earliest))
        latest = self.first_cast_above(self.needed(self.outstanding) - 1)
        for cast in (earliest, second, latest):
            added = self.spread(range(len(counted)), cast, self.needed(cast) - 1)
            if added is not None and cast <= self.outstanding:
                return self.outcome(added)
        return None

    def spread(self, lists: Sequence[int], votes: int, most: int) -> dict[int, int] | None:
        """Add the votes to the lists so that none has more than `most`; None if it cannot be."""
        added = {}
        for index in lists:
            added[index] = min(votes, most - self.contest.votes[index])
            votes -= added[index]
        return None if votes else added

    def _falls_behind(self) -> Outcome | None:
        """Give an outcome in which the list is below the threshold and not second alone.

        All outstanding votes go to others. If a single list passes, the minimum of the exception is
        certain for the second list alone, unless there are too few mandates for it.
        """
        if self.own >= self.needed(self.outstanding):
            return None
        first, *rest = self.others
        if not self.contest.has_second or self.contest.mandates <= self.contest.minimum:
            return self.outcome({first: self.outstanding})
        if not rest:
            return None
        behind = max(0, self.own - self.contest.votes[rest[0]])
        if behind > self.outstanding:
            return None
        return self.outcome({rest[0]: behind, first: self.outstanding - behind})

    def _second_is_undecided(self) -> Outcome | None:
        """Give an outcome in which the list passes alone and its seats hang on a decision."""
        first, *rest = self.others
        earliest = self.first_cast_above(self.contest.votes[first])
        if not self.contest.has_second or earliest > self.outstanding:
            return None
        behind = 0
        if self.contest.mandates > self.contest.minimum:
            if not rest:
                return None
            behind = self.contest.votes[first] - self.contest.votes[rest[0]]
        mine = self.outstanding - behind
        if mine < 0 or self.own + mine < self.needed(self.outstanding):
            return None
        return self.outcome({self.index: mine} | ({rest[0]: behind} if behind else {}))

    # --- no more than so many seats

    def held_to(self, seats: int) -> Answer:
        """Say whether an outcome leaves the list no more than so many seats for certain."""
        effort = Effort(None if self.outstanding <= TIGHT else EFFORT)
        for search in (self._as_second, self._alone, self._among_rivals):
            answer = search(seats, effort)
            if answer.is_possible:
                return answer
        return _NO

    def _as_second(self, seats: int, effort: Effort) -> Answer:
        """Let the list be second below the threshold: all votes to the list that passes."""
        first = self.others[0]
        if self.own >= self.needed(self.outstanding):
            return _NO
        votes = self.contest.votes[first] + self.outstanding
        if self.contest.of_second(votes, self.own) > seats:
            return _NO
        return Answer(is_possible=True, example=self.outcome({first: self.outstanding}))

    def _alone(self, seats: int, effort: Effort) -> Answer:
        """Let the list pass alone, with the second list as large as it can be."""
        second, *rest = self.others
        counted = self.contest.votes[second]
        earliest = self.first_cast_above(counted)

        def left(first_votes: int, second_votes: int) -> int:
            return self.contest.mandates - self.contest.of_second(first_votes, second_votes)

        def is_conceivable(fewest: int, most: int) -> bool:
            second_votes = min(self.needed(most) - 1, counted + most)
            return left(max(self.own, self.needed(fewest)), second_votes) <= seats

        def example(cast: int) -> Outcome | None:
            # The list can always reach it: else nobody might pass, which was asked before.
            mine = max(0, self.needed(cast) - self.own)
            added = {second: min(self.needed(cast) - 1 - counted, cast - mine)}
            spare = cast - mine - added[second]
            # Votes left over go where they do no good to this list. They never reach the votes of
            # the second list: then its place could be tied, which was asked before.
            if rest and not self.against_all:
                added[rest[0]] = spare
            elif not self.against_all:
                mine += spare
            if left(self.own + mine, counted + added[second]) > seats:
                return None
            return self.outcome(added | {self.index: mine}, spare if self.against_all else 0)

        return effort.search(earliest, self.outstanding, is_conceivable, example)

    def _among_rivals(self, seats: int, effort: Effort) -> Answer:
        """Let the list pass beside others, for every set of others that can."""
        if self.own + self.outstanding < self.needed(self.outstanding):
            return _NO
        sets = self._sets_of_rivals()
        if sets is None:
            return Answer(is_possible=True)
        for rivals in sets:
            outside = [other for other in self.others if other not in rivals]
            answer = _Race(self, rivals, outside, seats, effort).search()
            if answer.is_possible:
                return answer
        return _NO

    def _sets_of_rivals(self) -> Iterator[tuple[int, ...]] | None:
        """Give every set of other lists that can pass together; None if they are too many."""
        votes, needed = self.contest.votes, self.needed(self.outstanding)
        sure = [other for other in self.others if votes[other] >= needed]
        open_ = [
            other for other in self.others if needed - self.outstanding <= votes[other] < needed
        ]
        if len(open_) > UNDECIDED or self.contest.mandates > MANDATES:
            return None
        return (
            (*sure, *chosen)
            for size in range(len(open_) + 1)
            for chosen in combinations(open_, size)
            if sure or chosen
        )


@dataclass
class Effort:
    """What one question may still cost, in stretches; None: no limit."""

    left: int | None

    def spend(self, stretches: int) -> None:
        """Count what was done."""
        if self.left is not None:
            self.left -= stretches

    def search(
        self,
        first: int,
        last: int,
        is_conceivable: Callable[[int, int], bool],
        example: Callable[[int], Outcome | None],
    ) -> Answer:
        """Search the numbers from first to last for an example, the largest first.

        `is_conceivable` may be True for a stretch without an example, never False for one with.
        """
        stretches = [(first, last)]
        while stretches:
            low, high = stretches.pop()
            if low > high or not is_conceivable(low, high):
                continue
            if self.left is not None and self.left <= 0:
                return Answer(is_possible=True)
            self.spend(1)
            found = example(high)
            if found is not None:
                return Answer(is_possible=True, example=found)
            middle = (low + high - 1) // 2
            stretches += [(low, middle), (middle + 1, high - 1)]
        return _NO


@dataclass(frozen=True)
class _Race:
    """The list beside a fixed set of rivals that pass with it, while all `outside` stay below.

    Of all seats, each is owed to a list by its quotas: the m-th seat of a rival with v votes comes
    before the list's seat number `seats` + 1 if (v - own) × mandates ≥ (m - seats - 1) × sum, and
    at equality by the order of registration. The list is held to `seats` when the rivals have as
    many such seats as are left, `mandates` - `seats`.
    """

    night: Night
    rivals: Sequence[int]
    outside: Sequence[int]
    seats: int
    effort: Effort

    @cached_property
    def counted(self) -> int:
        """Give the votes counted so far of all lists that pass here."""
        votes = self.night.contest.votes
        return self.night.own + sum(votes[rival] for rival in self.rivals)

    @cached_property
    def earliest(self) -> int:
        """Give the fewest votes cast in all that keep the lists outside below the threshold."""
        votes = [self.night.contest.votes[other] for other in self.outside]
        return self.night.first_cast_above(max(votes)) if votes else 0

    def search(self) -> Answer:
        """Search the votes added to the set."""
        return self.effort.search(0, self.night.outstanding, self.is_conceivable, self.example)

    def is_conceivable(self, fewest: int, most: int) -> bool:
        """Say whether rivals may win enough if between so many votes are added to this set.

        Votes count as real numbers, and each number in a condition is the best of the stretch.
        """
        night, mandates = self.night, self.night.contest.mandates
        needed = night.needed(max(fewest, self.earliest))
        own = max(night.own, needed)
        least, total = self.counted + fewest, self.counted + most
        has = [max(night.contest.votes[rival], needed) for rival in self.rivals]
        spare = total - own - sum(has)
        if spare < 0:
            return False
        lacking = mandates - self.seats
        next_seat = []  # what the next seat costs each rival, times mandates
        for votes in has:
            ahead = (votes - own) * mandates
            wins = max(0, self.seats + 1 + ahead // (least if ahead >= 0 else total))
            lacking -= wins
            step = wins - self.seats
            next_seat.append(step * (least if step >= 0 else total) - ahead)
        # Each seat after the next one costs a rival at least `least`.
        cheap = sorted(cost for cost in next_seat if cost < least)[: max(0, lacking)]
        return sum(cheap) + max(0, lacking - len(cheap)) * least <= spare * mandates

    def example(self, added: int) -> Outcome | None:
        """Give an outcome with so many votes added to this set in which the list is held."""
        night = self.night
        cast = self._cast(added)
        if cast is None:
            return None
        needed = night.needed(cast)
        own = max(night.own, needed)
        votes = {rival: max(night.contest.votes[rival], needed) for rival in self.rivals}
        spare = self.counted + added - own - sum(votes.values())
        if spare < 0:
            return None
        bought = self._buy(votes, own, spare)
        if bought is None:
            return None
        gains = {rival: bought[rival] - night.contest.votes[rival] for rival in self.rivals}
        gains[night.index] = own - night.own
        if night.against_all:
            return night.outcome(gains, cast - added)
        absorbed = night.spread(self.outside, cast - added, needed - 1)
        return night.outcome(gains | (absorbed or {}))

    def _cast(self, added: int) -> int | None:
        """Give the fewest votes cast in all when so many of them went to this set.

        The others went to lists outside, which must stay below the threshold. None if they cannot.
        """
        night = self.night
        cast = max(added, self.earliest)
        if night.against_all or cast - added <= self._absorbed(night.needed(cast)):
            return cast
        # With more votes cast the threshold rises, but the lists outside cannot take these votes
        # either: that needs share × lists > 1, and so many lists take all from the first.
        return None

    def _absorbed(self, needed: int) -> int:
        """Give how many votes the lists outside can take without passing."""
        return sum(needed - 1 - self.night.contest.votes[other] for other in self.outside)

    def _buy(self, has: Mapping[int, int], own: int, spare: int) -> dict[int, int] | None:
        """Give the rivals' votes with which they win enough, `spare` votes more in all."""
        night, mandates = self.night, self.night.contest.mandates
        total = own + sum(has.values()) + spare
        ranks = night.contest.ranks
        # At equality a rival goes first unless the list was registered earlier: then it needs more.
        later = {rival: int(ranks[rival] > ranks[night.index]) for rival in has}

        def wins(rival: int) -> int:
            ahead = (has[rival] - own) * mandates - later[rival]
            return max(0, self.seats + 1 + ahead // total)

        def price(rival: int, number: int) -> int:
            votes = -(-((number - self.seats - 1) * total + later[rival]) // mandates) + own
            return max(votes, has[rival]) - has[rival]

        won = {rival: wins(rival) for rival in has}
        lacking = max(0, mandates - self.seats - sum(won.values()))
        steps = range(1, lacking + 1)
        prices = [[0, *(price(rival, won[rival] + more) for more in steps)] for rival in has]
        paid = _step_by_step(prices, lacking)
        if sum(paid) > spare:
            self.effort.spend(lacking**2 // 64)
            cheapest = _by_table(prices, lacking, spare)
            if cheapest is None:
                return None
            paid = cheapest
        bought = {rival: has[rival] + cost for rival, cost in zip(has, paid, strict=True)}
        bought[self.rivals[0]] += spare - sum(paid)
        return bought


def _step_by_step(prices: Sequence[Sequence[int]], number: int) -> list[int]:
    """Take `number` in all, each time where one more costs least; give the cost by row.

    `prices[row][many]` is what so many of a row cost together. Because prices are rounded to whole
    votes this is not always the cheapest way.
    """
    taken = [0] * len(prices)
    for _ in range(number):
        steps = [row[many + 1] - row[many] for row, many in zip(prices, taken, strict=True)]
        taken[steps.index(min(steps))] += 1
    return [row[many] for row, many in zip(prices, taken, strict=True)]


def _by_table(prices: Sequence[Sequence[int]], number: int, most: int) -> list[int] | None:
    """Take `number` in all in the cheapest way; give the cost by row, None if it is above `most`.

    Row by row, the table holds the cheapest way to have taken each number so far.
    """
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for row in prices:
        longer: dict[int, tuple[int, list[int]]] = {}
        for done, (cost, before) in best.items():
            for many in range(number - done + 1):
                together = cost + row[many]
                if together > most:
                    break
                if done + many not in longer or together < longer[done + many][0]:
                    longer[done + many] = (together, [*before, row[many]])
        best = longer
    return best[number][1] if number in best else None
