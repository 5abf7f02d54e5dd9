"""What a record's published figures allow to be computed, and how far they can be trusted.

Sources give votes for every list, or votes for some and percentages, or percentages alone. Where
something follows only within the rounding of a printed percentage, every value that rounds to
it is tried: the result is used only if it is the same throughout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Any

from elections import values
from elections.law import allocation as law
from elections.law.rules import AllocationRules

HUNDREDTHS = 100
WHOLE = 100 * HUNDREDTHS


@dataclass(frozen=True, slots=True)
class Known:
    """What a source says about one list: votes, a printed percentage, both or neither."""

    party: str
    votes: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Inputs:
    """Numbers to compute from, with the way that leads to them; `as_json` is the body's "input"."""

    basis: str
    unit: str
    base: int
    votes: Mapping[str, int]
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    derivation: Mapping[str, Any] | None = field(default=None)

    def as_json(self) -> dict[str, Any]:
        """Give the inputs as plain JSON values."""
        return {
            "basis": self.basis,
            "unit": self.unit,
            "base": self.base,
            "votes": dict(self.votes),
            "left_out": list(self.left_out),
            "notes": list(self.notes),
            "derivation": None if self.derivation is None else dict(self.derivation),
        }


def inputs(
    lists: Sequence[Known], *, mandates: int | None, rules: AllocationRules
) -> Inputs | None:
    """Give what the law can compute from, or None where the figures settle nothing.

    `votes` of the answer are votes, or hundredths of a per cent where only percentages are known.
    """
    if mandates is None or not lists:
        return None
    if all(known.votes is not None for known in lists):
        return _from_votes(lists)
    if any(known.votes is not None for known in lists):
        return _from_some_votes(lists, mandates, rules)
    if all(known.percent is not None for known in lists):
        return _from_percentages(lists, mandates, rules)
    return None


def _from_votes(lists: Sequence[Known]) -> Inputs:
    votes = {known.party: known.votes or 0 for known in lists}
    return Inputs("votes", "vote", sum(votes.values()), votes)


def _from_some_votes(
    lists: Sequence[Known], mandates: int, rules: AllocationRules
) -> Inputs | None:
    """Find the bases that round to every printed percentage; compute if all give one result."""
    votes = {known.party: known.votes for known in lists if known.votes is not None}
    left_out = tuple(known.party for known in lists if known.votes is None)
    bases = _bases(lists, at_least=sum(votes.values()))
    if not bases or not _stay_below(bases, sum(votes.values()), rules.threshold.value):
        return None
    outcomes = {_outcome(votes, mandates, rules, base) for base in bases}
    if len(outcomes) > 1:
        return None
    leader = max(votes, key=lambda party: votes[party])
    percent = next(known.percent for known in lists if known.party == leader)
    derivation = {
        "party": leader,
        "votes": votes[leader],
        "percent": None if percent is None else str(percent),
        "base_min": bases[0],
        "base_max": bases[-1],
        "unknown_max": bases[-1] - sum(votes.values()),
        "bases_tried": len(bases),
        "same_result": True,
    }
    # The largest base asks the most votes of everybody: nobody passes by the choice of a base.
    return Inputs(
        "votes_and_derived", "vote", bases[-1], votes, left_out, ("base_from_percent",), derivation
    )


def _bases(lists: Sequence[Known], *, at_least: int) -> range:
    """Give the whole numbers B for which each list's votes / B rounds to its percentage.

    A half may have been rounded up or to the even digit, so both ends count.
    """
    lowest, highest = at_least, None
    for known in lists:
        if known.votes is None or known.percent is None:
            continue
        shown, half = Fraction(known.percent), _half_of_last_digit(known.percent)
        lowest = max(lowest, ceil(100 * known.votes / (shown + half)))
        if shown > half:
            most = floor(100 * known.votes / (shown - half))
            highest = most if highest is None else min(highest, most)
    return range(0) if highest is None else range(lowest, highest + 1)


def _half_of_last_digit(number: Decimal) -> Fraction:
    exponent = number.as_tuple().exponent
    return Fraction(1, 2 * 10 ** -int(exponent))


def _stay_below(bases: range, known: int, threshold: Fraction) -> bool:
    """Say whether the lists without votes, even as one list, miss the threshold at every base."""
    return all(
        (base - known) * threshold.denominator < threshold.numerator * base for base in bases
    )


def _from_percentages(
    lists: Sequence[Known], mandates: int, rules: AllocationRules
) -> Inputs | None:
    """Take hundredths of a per cent for votes; compute if no rounding can change the result."""
    shown = {known.party: known.percent for known in lists if known.percent is not None}
    if any(percent * HUNDREDTHS % 1 for percent in shown.values()):
        return None
    votes = {party: int(percent * HUNDREDTHS) for party, percent in shown.items()}
    wanted = _outcome(votes, mandates, rules, WHOLE)
    if any(outcome != wanted for outcome in _corner_outcomes(votes, mandates, rules)):
        return None
    return Inputs(
        "percent",
        "hundredth_of_percent",
        WHOLE,
        votes,
        notes=("votes_from_percent", "rounding_checked"),
    )


def _corner_outcomes(
    votes: Mapping[str, int], mandates: int, rules: AllocationRules
) -> Iterator[object]:
    """Give the result at each corner of the box of votes that round to these percentages.

    Who passes, the whole parts and the order of the remainders are each settled by inequalities
    that are linear in the votes. What holds at every corner of a box holds all over it.
    """
    for signs in product((-1, 1), repeat=len(votes)):
        # In half hundredths, so that the ends of the rounding are whole numbers.
        corner = {
            party: max(0, 2 * number + sign)
            for (party, number), sign in zip(votes.items(), signs, strict=True)
        }
        yield _outcome(corner, mandates, rules, sum(corner.values()))


def _outcome(
    votes: Mapping[str, int], mandates: int, rules: AllocationRules, base: int
) -> tuple[tuple[str, bool, int | None, int | None], ...]:
    """Give, by party, who passed, the whole parts and the seats."""
    result = law.allocate(values.list_votes(votes), mandates=mandates, rules=rules, base=base)
    return tuple(
        sorted((party.party, party.passed, party.whole, party.seats) for party in result.parties)
    )
