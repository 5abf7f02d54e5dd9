"""Numbers and dates as the active language writes them, exact from numbers or text.

Nothing here goes through a float: a share of the record is text or a pair of whole numbers, and
what the page shows is what the frozen body says. Templates know the same functions as filters
(portal.templatetags.tizim).
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django.utils.formats import date_format, get_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

NO_BREAK: Final = "\u00a0"
MINUS: Final = "\u2212"
AFTER_DIGIT: Final = re.compile(r"(?<=\d) ")

Number = int | Fraction | Decimal | str


def _exact(value: Any) -> Fraction:
    """Return whole number, fraction, decimal, "71.09" or "6599921/98" as a fraction.

    Raises TypeError for a float, which has lost what it was.
    """
    if isinstance(value, float):
        raise TypeError("a float is not exact: pass a whole number, a Fraction or text")
    return Fraction(value)


def _separator(name: str) -> str:
    return str(get_format(name, lang=get_language()))


def _group(digits: str) -> str:
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    parts += [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return _separator("THOUSAND_SEPARATOR").join(parts)


def _write(scaled: int, places: int) -> str:
    sign, digits = (MINUS, str(-scaled)) if scaled < 0 else ("", str(scaled))
    digits = digits.zfill(places + 1)
    if not places:
        return sign + _group(digits)
    return sign + _group(digits[:-places]) + _separator("DECIMAL_SEPARATOR") + digits[-places:]


def number(value: Number | None, places: int | None = None) -> str:
    """Write a number in groups: 5148074 is "5,148,074" or, with no-break spaces, "5 148 074".

    Text keeps the decimal places it has; `places` rounds half up. None is an empty text.
    """
    if value is None or value == "":
        return ""
    if places is None:
        places = len(value.partition(".")[2]) if isinstance(value, str) else 0
    shift = 10 ** int(places)
    return _write((_exact(value) * shift * 2 + 1) // 2, int(places))


def percent(value: Number | None, places: int | None = None) -> str:
    """Write a percentage: "71.09" is "71.09%", in Russian "71,09 %", in Kazakh "71,09%"."""
    if value is None or value == "":
        return ""
    space = NO_BREAK if get_language() == "ru" else ""
    return number(value, places) + space + "%"


def share(value: Number | None, places: int = 2) -> str:
    """Write a share of 1 as a percentage: "7/100" is "7%", "1/8" with two places "12.5%".

    Zeros at the end are left out, so that a threshold reads as the law writes it.
    """
    if value is None or value == "":
        return ""
    hundred = _exact(value) * 100
    shown = next((p for p in range(int(places)) if (hundred * 10**p).denominator == 1), int(places))
    return percent(hundred, shown)


def whole_part(value: Number) -> str:
    """Write the whole part of a quotient, in groups."""
    return number(_exact(value) // 1)


def fraction_part(value: Number, places: int = 3) -> str:
    """Write what stands after the whole part, with its separator: 76.442 gives ".442".

    It is rounded, but never up to the next whole number, which the list has not earned.
    """
    shift = 10 ** int(places)
    rest = (_exact(value) % 1 * shift * 2 + 1) // 2
    digits = str(min(rest, shift - 1)).zfill(int(places))
    return _separator("DECIMAL_SEPARATOR") + digits


def remainder(value: Number, places: int = 3) -> str:
    """Write a remainder below 1: "0.786", never rounded up to 1."""
    return whole_part(value) + fraction_part(value, places)


def longdate(value: datetime.date | str | None) -> str:
    """Write a day in full, a number and its word on one line; text is taken as ISO 8601."""
    if value is None or value == "":
        return ""
    day = datetime.date.fromisoformat(value) if isinstance(value, str) else value
    return AFTER_DIGIT.sub(NO_BREAK, date_format(day, "DATE_FORMAT"))


def utc_offset(local: datetime.datetime) -> str:
    """Write the offset of an aware local time in whole hours, all that Kazakhstan has: "UTC+5"."""
    seconds = (local.utcoffset() or datetime.timedelta()).total_seconds()
    return f"UTC{int(seconds // 3600):+d}"


def duration(left: datetime.timedelta) -> str:
    """Write a duration with its two largest units; a started minute counts whole."""
    minutes = -(-int(left.total_seconds()) // 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        return _("%(days)s d %(hours)s h") % {"days": days, "hours": hours}
    if hours:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}
    return _("%(minutes)s min") % {"minutes": minutes}
