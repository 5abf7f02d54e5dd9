"""The page on the law: every rule of the editions, body beside body, in the active language.

`docs/law/*.md` and the portal's page say the same; both are made from `tables`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from enum import Enum
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from elections.law.editions import EDITIONS
from elections.law.parameters import ListPart, ListSeats, Offset, PerKind, Relief, Rule
from elections.law.rules import Edition, SecondList
from elections.public import law_wording as words
from elections.public import wording
from portal.base import numerals


@dataclass(frozen=True, slots=True)
class Stretch:
    """A rule as it was from a day on; None: since the first edition of its body.

    `value` says "unchanged" where only the article or how sure it is differs from before.
    `sources` are the numbers of where it was read, in the order of `sources()`.
    """

    since: date | None
    value: str
    article: str
    tags: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One rule of one body, the oldest stretch first."""

    body: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One rule beside itself for every body."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that belong together."""

    code: str
    title: str
    rows: tuple[Row, ...]


def editions_of(body: str) -> tuple[Edition, ...]:
    """Return the editions that govern days of this body, the oldest first."""
    found = [one for one in EDITIONS if one.body == body and one.valid_from < one.valid_until]
    return tuple(sorted(found, key=lambda one: one.valid_from))


def bodies() -> tuple[tuple[str, date], ...]:
    """Return the name of every body with the first day of its first edition."""
    return tuple(
        (str(name), editions_of(body)[0].valid_from) for body, name in wording.BODY.items()
    )


def groups() -> tuple[Group, ...]:
    """Return every rule of every edition in the words of the active language."""
    return tuple(
        Group(group, str(title), tuple(_rows(group))) for group, title in words.GROUPS.items()
    )


def tags() -> tuple[tuple[str, str], ...]:
    """Return what each tag means."""
    return tuple((tag, str(text)) for tag, text in words.TAGS.items())


def editions() -> tuple[tuple[str, str, date], ...]:
    """Return code, body and first day of every edition that governs a day."""
    return tuple(
        (edition.code, str(name), edition.valid_from)
        for body, name in wording.BODY.items()
        for edition in editions_of(body)
    )


def _rows(group: str) -> Iterator[Row]:
    for field in fields(getattr(EDITIONS[0], group)):
        path = f"{group}.{field.name}"
        cells = tuple(
            Cell(str(name), tuple(_stretches(body, group, field.name)))
            for body, name in wording.BODY.items()
        )
        yield Row(str(words.RULES[path]), cells)


def _stretches(body: str, group: str, name: str) -> Iterator[Stretch]:
    known = editions_of(body)
    rules: list[tuple[date, Rule[Any]]] = [
        (edition.valid_from, getattr(getattr(edition, group), name)) for edition in known
    ]
    numbers = _numbers_of_sources()
    before: Rule[Any] | None = None
    for (_value, article, tags), run in groupby(
        rules, key=lambda one: (one[1].value, one[1].article, one[1].tags)
    ):
        alike = list(run)
        since, rule = alike[0]
        read_in = {numbers[address] for _, one in alike for address in one.sources}
        yield Stretch(
            None if since == known[0].valid_from else since,
            pgettext("law", "unchanged")
            if before is not None and before.value == rule.value
            else say(f"{group}.{name}", rule.value),
            words.article(article),
            ", ".join(tag.value for tag in tags),
            tuple(sorted(read_in)),
        )
        before = rule


@cache
def _numbers_of_sources() -> dict[str, int]:
    return {address: number for number, address in enumerate(sources(), start=1)}


def cited_law() -> str:
    """Return the law whose articles are cited where no other is named."""
    return str(wording.LAWS[EDITIONS[0].citation])


@cache
def sources() -> tuple[str, ...]:
    """Return the addresses where the rules were read, in the order of the page, each once."""
    found = {
        address: None
        for group in words.GROUPS
        for field in fields(getattr(EDITIONS[0], group))
        for body in wording.BODY
        for edition in editions_of(body)
        for address in getattr(getattr(edition, group), field.name).sources
    }
    return tuple(found)


def say(path: str, value: object) -> str:
    """Put the value of a rule into the words of the active language."""
    if value is None or value == () or (path in words.NONE_AT_ZERO and value == 0):
        return str(words.ABSENT[path])
    if path == "nomination.most_over":
        return _("mandates plus %(share)s, rounded up") % {"share": numerals.share(_exact(value))}
    if path == "registration.quorum":
        return str(value)
    return _said(value)


def _exact(value: object) -> Fraction:
    assert isinstance(value, Fraction)  # noqa: S101 (the edition's type)
    return value


def _said(value: object) -> str:
    if isinstance(value, Enum):
        return str(words.VALUES[value.value])
    return SAID[type(value)](value)


def _per_kind(value: PerKind[Any]) -> str:
    if len(set(value.values)) == 1:
        only = value.values[0]
        return say("bodies.most_deputies", None) if only is None else _said(only)
    return "; ".join(f"{words.VALUES[kind.value]}: {_said(case)}" for kind, case in value.cases)


def _list_seats(value: ListSeats) -> str:
    if value.number is None or value.of is None:
        return str(words.VALUES[value.part.value])
    if value.part is ListPart.ALL:
        return _("all %(count)s") % {"count": numerals.number(value.number)}
    return _("%(count)s of %(total)s") % {
        "count": numerals.number(value.number),
        "total": numerals.number(value.of),
    }


def _offset(value: Offset) -> str:
    """Write "E−41, 18:00"; E is election day."""
    days = f"{numerals.MINUS}{-value.days}" if value.days else ""
    return _("E%(days)s, %(time)s") % {"days": days, "time": _clock(value.at)}


def _clock(at: time) -> str:
    return at.isoformat("minutes")


def _second_list(value: SecondList) -> str:
    factor = numerals.number(value.factor, 1)
    return _("takes part: its quotas times %(factor)s, at least %(minimum)s mandates") % {
        "factor": factor,
        "minimum": numerals.number(value.minimum),
    }


def _relief(value: Relief) -> str:
    return _("%(share)s and more: %(due)s") % {
        "share": numerals.share(value.at_least),
        "due": numerals.share(value.due),
    }


SAID: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda value: _("yes") if value else _("no"),
    int: numerals.number,
    Fraction: numerals.share,
    str: lambda value: str(words.VALUES[value]),
    tuple: lambda value: "; ".join(_said(part) for part in value),
    PerKind: _per_kind,
    ListSeats: _list_seats,
    Offset: _offset,
    Relief: _relief,
    SecondList: _second_list,
}


def short_day(day: date) -> str:
    """Write a day in figures, as the active language does."""
    return date_format(day, "SHORT_DATE_FORMAT")


def context() -> Mapping[str, Any]:
    """Return what the template of the page shows."""
    return {
        "bodies": bodies(),
        "groups": groups(),
        "tags": tags(),
        "editions": editions(),
        "sources": sources(),
        "law": cited_law(),
    }
