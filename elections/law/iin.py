"""The individual identification number (IIN): twelve digits that hold a birth date and a sex.

Rules of Government Resolution No. 406 of 22 May 2007, as four public implementations agree on them.
Records can disagree, so what a number says is proposed and compared, never trusted alone; findings
bear no digit of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import mul

from elections.law.findings import Finding, Severity

ARTICLE = "Law No. 223 of 12 January 2007"

_FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)


class Sex(StrEnum):
    """The sex as a register knows it."""

    FEMALE = "female"
    MALE = "male"


# The seventh digit: century of birth and sex. 0 and 7 to 9 belong to no citizen.
_SEVENTH = {
    "1": (1800, Sex.MALE),
    "2": (1800, Sex.FEMALE),
    "3": (1900, Sex.MALE),
    "4": (1900, Sex.FEMALE),
    "5": (2000, Sex.MALE),
    "6": (2000, Sex.FEMALE),
}


@dataclass(frozen=True, slots=True)
class Iin:
    """A well-formed number and what it says; the number is private and not shown by `repr`."""

    number: str = field(repr=False)
    birth_date: date
    sex: Sex


def read(text: str) -> Iin | None:
    """Read a number; None where `check` finds anything wrong with it."""
    return examine(text)[0]


def check(text: str) -> tuple[Finding, ...]:
    """Check the form of a number and return the first thing that is wrong, at the field "iin".

    In order: twelve ASCII digits, a seventh digit that a citizen can have, a day of birth that
    exists, the check digit.
    """
    return examine(text)[1]


def examine(text: str) -> tuple[Iin | None, tuple[Finding, ...]]:
    """Read and check a number at once: what it says, or what is wrong with it."""
    if not (text.isascii() and text.isdigit()):
        return _wrong("iin.not_digits")
    if len(text) != 12:
        return _wrong("iin.length")
    if text[6] not in _SEVENTH:
        return _wrong("iin.seventh_digit")
    century, sex = _SEVENTH[text[6]]
    try:
        born = date(century + int(text[:2]), int(text[2:4]), int(text[4:6]))
    except ValueError:
        return _wrong("iin.birth_date")
    if check_digit(text[:11]) != int(text[11]):
        return _wrong("iin.check_digit")
    return Iin(text, born, sex), ()


def check_digit(eleven: str) -> int | None:
    """Compute the twelfth digit from the first eleven; None for a number that is never issued.

    Raises ValueError for anything but eleven digits.
    """
    digits = [int(character) for character in eleven]
    if len(digits) != len(_FIRST_WEIGHTS):
        raise ValueError("eleven digits are asked for")
    for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS):
        rest: int = sum(map(mul, digits, weights)) % 11
        if rest < 10:
            return rest
    return None


def compare(iin: Iin, birth_date: date | None, sex: Sex | None) -> tuple[Finding, ...]:
    """Compare a number with what the form says; a difference is a warning at the form's field."""
    findings = []
    if birth_date is not None and birth_date != iin.birth_date:
        findings.append(
            Finding("iin.birth_date_differs", Severity.WARNING, "birth_date", article=ARTICLE)
        )
    if sex is not None and sex is not iin.sex:
        findings.append(Finding("iin.sex_differs", Severity.WARNING, "sex", article=ARTICLE))
    return tuple(findings)


def _wrong(code: str) -> tuple[None, tuple[Finding, ...]]:
    return None, (Finding(code, Severity.ERROR, "iin", article=ARTICLE),)
