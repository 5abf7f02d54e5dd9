"""The steps that lead from votes to mandates, as values with every number that a reader needs.

Each step knows the seats that the lists hold after it (`standings`); `None` is a seat number that a
lot or a decision leaves open. `as_json` gives integers, texts, lists and None only; fractions are
exact, reduced texts "a/b".
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


def fraction_text(value: Fraction | None) -> str | None:
    """Write a fraction as the reduced text "a/b"; a whole number gets the denominator 1."""
    return None if value is None else f"{value.numerator}/{value.denominator}"


@dataclass(frozen=True, slots=True)
class Standing:
    """The seats of one list after a step; None while a lot or a decision is open."""

    party: str
    seats: int | None

    def as_json(self) -> Json:
        """Give the standing as plain JSON values."""
        return {"party": self.party, "seats": self.seats}


@dataclass(frozen=True, slots=True)
class Step(ABC):
    """What all steps have: a code, the article that orders the step, and the standings after it."""

    article: str
    standings: tuple[Standing, ...]

    code = ""

    @abstractmethod
    def numbers(self) -> Json:
        """Give the numbers of this kind of step as plain JSON values."""

    def as_json(self) -> Json:
        """Give the whole step as plain JSON values."""
        head: Json = {"code": self.code, "article": self.article}
        return head | self.numbers() | {"standings": [s.as_json() for s in self.standings]}


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """One list before the threshold; `short` is the number of votes it lacks, 0 when it passed."""

    party: str
    votes: int
    passed: bool
    short: int


@dataclass(frozen=True, slots=True)
class ThresholdStep(Step):
    """Which lists reach the threshold: `needed` is the smallest number of votes that does."""

    threshold: Fraction
    base: int
    needed: int
    rows: tuple[ThresholdRow, ...]

    code = "threshold"

    @property
    def line(self) -> Fraction:
        """Give the exact number of votes that the threshold stands for."""
        return self.threshold * self.base

    def numbers(self) -> Json:
        """Give threshold, base, line, needed votes and the lists."""
        rows = [
            {"party": r.party, "votes": r.votes, "passed": r.passed, "short": r.short}
            for r in self.rows
        ]
        return {
            "threshold": fraction_text(self.threshold),
            "base": self.base,
            "line": fraction_text(self.line),
            "needed": self.needed,
            "rows": rows,
        }


@dataclass(frozen=True, slots=True)
class ExceptionStep(Step):
    """A single list passed, so the next by votes takes part; `second` is None while undecided."""

    first: str
    second: str | None
    options: tuple[str, ...]
    factor: Fraction
    minimum: int

    code = "exception"

    def numbers(self) -> Json:
        """Give the list that passed, who may be second, the factor and the minimum."""
        return {
            "first": self.first,
            "second": self.second,
            "options": list(self.options),
            "factor": fraction_text(self.factor),
            "minimum": self.minimum,
        }


@dataclass(frozen=True, slots=True)
class QuotientStep(Step):
    """What one mandate costs: the votes of the lists that take part, divided by the mandates."""

    votes: int
    mandates: int

    code = "quotient"

    @property
    def quotient(self) -> Fraction:
        """Give the first election quotient, exact and never rounded."""
        return Fraction(self.votes, self.mandates)

    def numbers(self) -> Json:
        """Give votes, mandates and quotient."""
        return {
            "votes": self.votes,
            "mandates": self.mandates,
            "quotient": fraction_text(self.quotient),
        }


@dataclass(frozen=True, slots=True)
class WholeRow:
    """One list's votes divided by the quotient (and times the factor, for a second list).

    `whole` is more than the whole part of `quotas` only where the law's minimum raised it.
    """

    party: str
    votes: int
    quotas: Fraction
    whole: int
    remainder: Fraction
    raised: bool = False


@dataclass(frozen=True, slots=True)
class WholeStep(Step):
    """The whole mandates of each list; `open` are left, or too many (negative) by the minimum."""

    rows: tuple[WholeRow, ...]
    given: int
    open: int

    code = "whole"

    def numbers(self) -> Json:
        """Give the lists with their exact quotas, and how many mandates are given and open."""
        rows = [
            {
                "party": r.party,
                "votes": r.votes,
                "quotas": fraction_text(r.quotas),
                "whole": r.whole,
                "remainder": fraction_text(r.remainder),
                "raised": r.raised,
            }
            for r in self.rows
        ]
        return {"rows": rows, "given": self.given, "open": self.open}


@dataclass(frozen=True, slots=True)
class RemainderRow:
    """One list among the remainders, in the order in which the open mandates are given.

    `gets` is None while a lot is open. `why` says what settled it: "remainder" (larger or smaller
    than the last that counted), "registered_earlier", "lot", or "exception" (the only list that
    passed takes all that is open, and gives what the minimum of the second list takes: then `gets`
    is negative).
    """

    party: str
    remainder: Fraction
    gets: int | None
    why: str


@dataclass(frozen=True, slots=True)
class RemaindersStep(Step):
    """Who receives the open mandates."""

    rows: tuple[RemainderRow, ...]
    open: int

    code = "remainders"

    def numbers(self) -> Json:
        """Give the open mandates and the lists, largest remainder first."""
        rows = [
            {
                "party": r.party,
                "remainder": fraction_text(r.remainder),
                "gets": r.gets,
                "why": r.why,
            }
            for r in self.rows
        ]
        return {"open": self.open, "rows": rows}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One list's result: whole mandates, what the remainders changed, and both together."""

    party: str
    whole: int
    extra: int | None
    seats: int | None


@dataclass(frozen=True, slots=True)
class ResultStep(Step):
    """The result: the seats of every list on the ballot."""

    rows: tuple[ResultRow, ...]
    mandates: int

    code = "result"

    def numbers(self) -> Json:
        """Give the seats of each list and the number of mandates."""
        rows = [
            {"party": r.party, "whole": r.whole, "extra": r.extra, "seats": r.seats}
            for r in self.rows
        ]
        return {"mandates": self.mandates, "rows": rows}
