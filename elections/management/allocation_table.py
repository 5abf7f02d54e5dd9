"""An allocation as a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, TypeVar

from elections.law.allocation import Allocation
from elections.law.parameters import Rule, Tag
from elections.law.rules import AllocationRules, Gap
from elections.law.steps import (
    ExceptionStep,
    QuotientStep,
    RemaindersStep,
    Step,
    ThresholdStep,
    WholeStep,
)

S = TypeVar("S", bound=Step)
OPEN = "open"
NONE = "-"
DECISIONS = {
    Gap.NOBODY_PASSES: "no list reaches the threshold",
    Gap.ONE_LIST_ALONE: "there is only one list on the ballot",
    Gap.SECOND_PLACE_TIED: "one list passes, and the second place is shared",
    Gap.TOO_FEW_MANDATES: "the second list's minimum leaves none to the list that passes",
}


def table(allocation: Allocation, rules: AllocationRules) -> str:
    """Write threshold, quotient, the lists with their seats, what decided, and what is open."""
    parts = [*_sentences(allocation), "", *_lines(_rows(allocation))]
    below = [
        *_alone(allocation, rules),
        *_registered_earlier(allocation, rules),
        *_questions(allocation),
    ]
    return "\n".join([*parts, "", *below] if below else parts)


def decimal(value: Fraction, places: int) -> str:
    """Write a fraction with so many decimals, rounded half up, with commas between thousands."""
    scaled = (value.numerator * 10**places * 2 + value.denominator) // (value.denominator * 2)
    whole, rest = divmod(scaled, 10**places)
    return f"{whole:,}.{rest:0{places}}" if places else f"{whole:,}"


def per_cent(share: Fraction) -> str:
    """Write a share as a per cent, with all its decimals as far as they end within a hundred."""
    return decimal(share * 100, 100).rstrip("0").rstrip(".") + "%"


def count(number: int, what: str) -> str:
    """Write a number of things whose plural has an s."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def known(rule: Rule[Any]) -> str:
    """Write in brackets the article of a rule and how sure it is; a space stands before."""
    tags = ["unconfirmed" if tag is Tag.UNCONFIRMED else tag.value for tag in rule.tags]
    return f" ({'; '.join(filter(None, [rule.article, ', '.join(tags)]))})"


def _sentences(allocation: Allocation) -> Iterator[str]:
    for step in allocation.steps:
        if isinstance(step, ThresholdStep):
            needed = f"at least {step.needed:,}" if step.needed else "every list passes"
            yield (
                f"{count(allocation.mandates, 'mandate')}; threshold {per_cent(step.threshold)}"
                f" of {count(step.base, 'vote')}: {needed}."
            )
        if isinstance(step, QuotientStep):
            yield f"One mandate costs {_price(step)}."


def _price(step: QuotientStep) -> str:
    divided, price = f"{step.votes:,} / {step.mandates:,}", decimal(step.quotient, 2)
    if price == "0.00":
        return f"{divided} votes: less than 0.01"
    return f"{divided} = {price} votes"


def _remainder(value: Fraction) -> str:
    """Round, but neither up to a whole mandate nor down to nothing."""
    rounded = decimal(value, 3)
    if rounded == "1.000":
        return ">0.999"
    return "<0.001" if value and rounded == "0.000" else rounded


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
            NONE if result.remainder is None else _remainder(result.remainder),
            OPEN if result.seats is None else f"{result.seats:,}",
        )


def _lines(rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    table = list(rows)
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    for row in table:
        first = row[0].ljust(widths[0])
        others = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([first, *others])


def _alone(allocation: Allocation, rules: AllocationRules) -> Iterator[str]:
    """Say what was made of it that a single list passed; nothing where that is not decided."""
    passed = [result.party for result in allocation.parties if result.passed]
    whole = _step(allocation, WholeStep)
    if len(passed) != 1 or whole is None:
        return
    first, exception = passed[0], _step(allocation, ExceptionStep)
    if exception is None:
        yield f"Only {first} passes and receives every mandate{known(rules.second_list)}."
        return
    factor = decimal(exception.factor, 100).rstrip("0").rstrip(".")
    yield (
        f"Only {first} passes, so {exception.second} takes part below the threshold, with its"
        f" quotas times {factor} and at least {count(exception.minimum, 'mandate')}"
        f"{known(rules.second_list)}."
    )
    if whole.open:
        many = abs(whole.open) > 1
        mandates = f"The {abs(whole.open):,} mandates" if many else "The mandate"
        if whole.open > 0:
            what = f"left over {'go' if many else 'goes'} to"
        else:
            what = f"too many {'come' if many else 'comes'} from"
        yield f"{mandates} {what} {first}{known(rules.freed_mandates)}."


def _registered_earlier(allocation: Allocation, rules: AllocationRules) -> Iterator[str]:
    """Say to whom, and against whom, the order of registration gave a mandate."""
    step = _step(allocation, RemaindersStep)
    rows = () if step is None else step.rows
    settled = [row for row in rows if row.why == "registered_earlier"]
    winners = [row.party for row in settled if row.gets]
    losers = [row.party for row in settled if not row.gets]
    drawing = [row.party for row in rows if row.why == "lot"]
    if winners:
        receive = "receive a mandate each" if len(winners) > 1 else "receives a mandate"
        yield (
            f"Equal remainders: {', '.join(winners)} {receive}, registered earlier than"
            f" {', '.join([*drawing, *losers])}{known(rules.tie)}."
        )
    if losers and drawing:
        receive = "receive none" if len(losers) > 1 else "receives none"
        yield (
            f"Equal remainders: {', '.join(losers)} {receive}, registered later than"
            f" {', '.join(drawing)}{known(rules.tie)}."
        )


def _step(allocation: Allocation, kind: type[S]) -> S | None:
    return next((step for step in allocation.steps if isinstance(step, kind)), None)


def _questions(allocation: Allocation) -> Iterator[str]:
    for lot in allocation.open_lots:
        mandates, options = count(lot.seats, "mandate"), ", ".join(lot.options)
        yield f"Equal remainders: a lot gives {mandates} to {options}."
    for decision in allocation.decisions:
        article = f" ({decision.article})" if decision.article else ""
        yield f"Only the commission can decide{article}: {DECISIONS[decision.code]}."
