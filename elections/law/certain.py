"""Certain seats: what a list holds however the precincts that are not counted yet have voted.

What is known: the votes counted so far, and a bound on the ballots outstanding (`outstanding`). An
outcome is any number of further valid votes up to the bound, shared out among the lists in any way;
fewer than the bound are possible, for ballots may be invalid or not used. A list's certain seats
are the fewest that it holds for certain in any outcome. A seat that hangs on a lot or on a decision
of the commission is not certain.

How the worst outcome of a list is found, exactly, without trying them all:

- Votes for the list itself never make things worse than the same votes for a rival, except where it
  takes them to pass; so it receives none beyond the threshold.
- The list has no certain seat where it can fall below the threshold behind another list, where
  nobody may pass, or where its seats can come to hang on a decision: these are plain conditions.
- Otherwise it has at most s seats if its rivals together can win the others. For each set of lists
  that can pass beside it, one number is left to search, the votes added to this set: all else
  follows. The fewest votes with which rivals win so many seats are found by a small table.
- That one number is searched by halving stretches. A stretch is dropped when even the sum of the
  most favourable real numbers in it is not enough for the rivals. Most are dropped at once; near
  the limit, where whole votes are rounded, every number is tried.

So the answer is exact, and `worst` gives an outcome that proves it. Where tightness ends: a
question is given up after about `EFFORT` stretches, if more than `TIGHT` ballots are outstanding;
and it is not begun if more than `UNDECIDED` lists may or may not pass, or for more than `MANDATES`
mandates. Then a seat that was not proved certain is not called certain, `is_exact` is False and
`worst` is None. Art. 97-1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elections.law.allocation import AllocationInputError, ListVotes
from elections.law.rules import AllocationRules
from elections.law.seats import contest_of
from elections.law.worst import Night, Outcome

__all__ = ["CertainSeats", "Outcome", "Uncounted", "certain_seats", "outstanding"]


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A precinct without a protocol: its registered voters, and the ballots issued once known."""

    registered: int
    issued: int | None = None


def outstanding(precincts: Iterable[Uncounted]) -> int:
    """Give the most valid votes that these precincts can still bring.

    The ballots issued where they are known, else the registered voters. Voters who are put on a
    register on election day are in neither number until the ballots issued are known: the caller
    adds them to `registered`. Raises AllocationInputError for negative numbers.
    """
    bounds = [
        precinct.registered if precinct.issued is None else precinct.issued
        for precinct in precincts
    ]
    if any(bound < 0 for bound in bounds):
        raise AllocationInputError("ballots outstanding are negative")
    return sum(bounds)


@dataclass(frozen=True, slots=True)
class CertainSeats:
    """The seats that a list cannot lose any more, and an outcome in which it holds no more.

    Where the search ended early `is_exact` is False: then `seats` are certain, but more may be, and
    `worst` is None.
    """

    party: str
    seats: int
    worst: Outcome | None

    @property
    def is_exact(self) -> bool:
        """Say whether some outcome leaves the list no more than these seats."""
        return self.worst is not None


def certain_seats(
    lists: Iterable[ListVotes],
    *,
    mandates: int,
    rules: AllocationRules,
    outstanding: int,
    base: int | None = None,
    against_all: bool = False,
) -> tuple[CertainSeats, ...]:
    """Give the certain seats of every list, in the order of the allocation (by votes, then name).

    `lists` hold the votes counted so far, `outstanding` is the most that can be added to them, see
    the function of that name. `base` is the base of the threshold so far (default: the votes of all
    lists). With `against_all` outstanding ballots may enter the base without being a list's:
    "against all" is on the ballot, or the base is made of ballots. Raises AllocationInputError for
    numbers of no election.
    """
    if outstanding < 0:
        raise AllocationInputError("ballots outstanding are negative")
    contest = contest_of(lists, mandates=mandates, rules=rules, base=base)
    return tuple(
        _of_list(Night(contest, index, outstanding, against_all))
        for index in range(len(contest.parties))
    )


def _of_list(night: Night) -> CertainSeats:
    """Find the smallest number of seats that some outcome leaves to the list."""
    party = night.contest.parties[night.index]
    if not night.outstanding:
        contest = night.contest
        return CertainSeats(
            party, contest.seats(contest.votes, contest.base)[night.index].least, Outcome({})
        )
    nothing = night.without_certain_seats()
    if nothing is not None:
        return CertainSeats(party, 0, nothing)
    # Who can be held to s seats can be held to s + 1: halving finds the smallest s.
    certain, enough = 0, night.contest.mandates
    worst: Outcome | None = Outcome({})
    while certain < enough:
        seats = (certain + enough) // 2
        answer = night.held_to(seats)
        if answer.is_possible:
            enough, worst = seats, answer.example
        else:
            certain = seats + 1
    return CertainSeats(party, certain, worst)
