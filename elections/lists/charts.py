"""The quota meter as exact attributes of an SVG: one square, one person; the law draws its line."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from elections.law.quota import Quota
from portal.base import numerals

WIDTH = 336
# Countable up to here; then the squares join to a bar.
SQUARES = 60
FLAG = 70


@dataclass(frozen=True, slots=True)
class Mark:
    """One rectangle: x and width as text with two decimals."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Meter:
    """A list's quota as drawn: filled and empty marks, the line, and both groups below."""

    on: tuple[Mark, ...]
    off: tuple[Mark, ...]
    women: tuple[Mark, ...]
    young: tuple[Mark, ...]
    line: str
    flag: str
    flag_text: str
    needed: int


def needed(quota: Quota) -> int:
    """Return how many of the list must count: the minimum's share, rounded up."""
    return -(-quota.minimum.numerator * quota.total // quota.minimum.denominator)


def meter(quota: Quota) -> Meter | None:
    """Draw a quota; None for an empty list. Women stand left, the young right, both between.

    The overlap of the two rows shows who is both. Who counts for a disability alone stands behind.
    """
    total = quota.total
    first_young = quota.women - quota.both
    if not total:
        return None
    least = needed(quota)
    line = _x(least, total)
    flag = min(max(line, Fraction(0)), Fraction(WIDTH - FLAG))
    return Meter(
        on=_marks(0, quota.counted, total),
        off=_marks(quota.counted, total, total),
        women=_marks(0, quota.women, total),
        young=_marks(first_young, first_young + quota.young, total),
        line=_text(line),
        flag=_text(flag),
        flag_text=_text(flag + FLAG // 2),
        needed=least,
    )


def _x(number: int, total: int) -> Fraction:
    return Fraction(WIDTH * number, total)


def _marks(first: int, last: int, total: int) -> tuple[Mark, ...]:
    if first >= last:
        return ()
    if total > SQUARES:
        return (Mark(_text(_x(first, total)), _text(_x(last, total) - _x(first, total))),)
    gap = 2 if total <= SQUARES // 2 else 1
    width = _text(max(_x(1, total) - gap, Fraction(1)))
    return tuple(Mark(_text(_x(number, total)), width) for number in range(first, last))


def _text(value: Fraction) -> str:
    """Write an exact number for an attribute: two decimals, a point in every language."""
    hundredths = (value.numerator * 200 + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}"


def share(quota: Quota) -> str:
    """Write the share of the list for a reader, with one decimal where it is not whole."""
    return numerals.share(quota.share or Fraction(0), 1)
