"""An allocation as a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from elections.law.allocation import Allocation
from elections.law.rules import Gap
from elections.law.steps import QuotientStep, ThresholdStep

OPEN = "open"
NONE = "-"
DECISIONS = {
    Gap.NOBODY_PASSES: "no list reaches the threshold",
    Gap.ONE_LIST_ALONE: "there is only one list on the ballot",
    Gap.SECOND_PLACE_TIED: "one list passes, and the second place is shared",
    Gap.TOO_FEW_MANDATES: "the second list's minimum leaves none to the list that passes",
}


def table(allocation: Allocation) -> str:
    """Write threshold, quotient, the lists with their seats, and what is open."""
    parts = [*_sentences(allocation), "", *_lines(_rows(allocation))]
    questions = list(_questions(allocation))
    return "\n".join([*parts, "", *questions] if questions else parts)


def decimal(value: Fraction, places: int) -> str:
    """Write a fraction with so many decimals, rounded half up, with commas between thousands."""
    scaled = (value.numerator * 10**places * 2 + value.denominator) // (value.denominator * 2)
    whole, rest = divmod(scaled, 10**places)
    return f"{whole:,}.{rest:0{places}}" if places else f"{whole:,}"


def _sentences(allocation: Allocation) -> Iterator[str]:
    for step in allocation.steps:
        if isinstance(step, ThresholdStep):
            share = decimal(step.threshold * 100, 4).rstrip("0").rstrip(".")
            yield (
                f"{allocation.mandates:,} mandates; threshold {share}% of {step.base:,} votes:"
                f" at least {step.needed:,}."
            )
        if isinstance(step, QuotientStep):
            yield (
                f"One mandate costs {step.votes:,} / {step.mandates:,}"
                f" = {decimal(step.quotient, 2)} votes."
            )


def _rows(allocation: Allocation) -> Iterator[tuple[str, ...]]:
    yield ("party", "votes", "share", "whole", "remainder", "seats")
    for result in allocation.parties:
        share = Fraction(result.votes * 100, allocation.base) if allocation.base else Fraction(0)
        takes_part = result.remainder is not None
        yield (
            result.party,
            f"{result.votes:,}",
            f"{decimal(share, 2)}%",
            f"{result.whole:,}" if takes_part else NONE,
            NONE if result.remainder is None else decimal(result.remainder, 3),
            OPEN if result.seats is None else f"{result.seats:,}",
        )


def _lines(rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    table = list(rows)
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    for row in table:
        first = row[0].ljust(widths[0])
        others = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([first, *others])


def _questions(allocation: Allocation) -> Iterator[str]:
    for lot in allocation.open_lots:
        mandates = "1 mandate" if lot.seats == 1 else f"{lot.seats} mandates"
        yield f"Equal remainders: a lot gives {mandates} to {', '.join(lot.options)}."
    for decision in allocation.decisions:
        article = f" ({decision.article})" if decision.article else ""
        yield f"Only the commission can decide{article}: {DECISIONS[decision.code]}."
