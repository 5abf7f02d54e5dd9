"""Reads the data files of a record and finds every wrong cell before anything is stored."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Self, TypeAlias, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from elections.law import editions
from elections.models import Election, OfficialFigure, Publication
from parties.models import Territory

Parser: TypeAlias = Callable[[str], Any]
R = TypeVar("R", bound="Row")


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong cell; the header is row 1, as a spreadsheet counts."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, column “{self.column}”: {self.message}"


class WrongDataError(Exception):
    """The files cannot be loaded; `problems` names each wrong cell."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


# --- what may stand in a cell: each parser raises ValueError with the reason ----------------


def words(cell: str) -> str:
    if not cell:
        raise ValueError("is empty")
    if cell != cell.strip():
        raise ValueError("begins or ends with a space")
    return cell


def matching(pattern: str, name: str) -> Parser:
    def parse(cell: str) -> str:
        if not re.fullmatch(pattern, cell):
            raise ValueError(f"“{cell}” is not {name}")
        return cell

    return parse


def whole_number(cell: str) -> int:
    # Not int(): it takes Arabic digits, signs, spaces and underscores for numbers too.
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", cell):
        raise ValueError(f"“{cell}” is not a whole number")
    return int(cell)


def above_zero(cell: str) -> int:
    if whole_number(cell) == 0:
        raise ValueError("must be above 0")
    return int(cell)


def decimal_number(cell: str) -> Decimal:
    if not re.fullmatch(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?", cell):
        raise ValueError(f"“{cell}” is not a decimal number with a point")
    return Decimal(cell)


def percentage(cell: str) -> Decimal:
    if decimal_number(cell) > 100:
        raise ValueError(f"{cell} is above 100")
    return Decimal(cell)


def yes_or_nothing(cell: str) -> bool:
    if cell not in ("", "yes"):
        raise ValueError(f"“{cell}”: write yes or nothing")
    return cell == "yes"


def iso_day(cell: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        raise ValueError(f"“{cell}” is not a day like 2021-01-10")
    return date.fromisoformat(cell)


def one_of(allowed: Iterable[str]) -> Parser:
    known = tuple(allowed)

    def parse(cell: str) -> str:
        if cell not in known:
            raise ValueError(f"“{cell}” is none of {', '.join(known)}")
        return cell

    return parse


def zone_name(cell: str) -> str:
    words(cell)
    try:
        # Not available_timezones(): it walks the whole database of zones at every call.
        return ZoneInfo(cell).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"“{cell}” is not a time zone") from error


def edition_code(cell: str) -> str:
    try:
        return editions.edition(address_part(cell)).code
    except editions.UnknownEditionError as error:
        raise ValueError(str(error)) from error


def optional(parser: Parser) -> Parser:
    return lambda cell: parser(cell) if cell else None


address_part = matching(r"[a-z0-9]+(-[a-z0-9]+)*", "a short name of a-z, 0-9 and hyphens")


# --- the files ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file; the subclass names its file and how each column is read."""

    number: int

    FILE: ClassVar[str]
    COLUMNS: ClassVar[Mapping[str, Parser]]
    KEY: ClassVar[tuple[str, ...]]

    @property
    def key(self) -> tuple[Any, ...]:
        return tuple(getattr(self, column) for column in self.KEY)

    def problem(self, column: str, message: str) -> Problem:
        return Problem(self.FILE, self.number, column, message)


@dataclass(frozen=True, slots=True)
class TerritoryRow(Row):
    slug: str
    kato: str | None
    kind: str
    parent: str | None
    name_kk: str
    name_ru: str
    name_en: str
    romanised_en: bool
    unsourced_kk: bool
    time_zone: str
    source: str

    FILE = "territories.csv"
    KEY = ("slug",)
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "slug": address_part,
        "kato": optional(matching(r"[0-9]{9}", "a KATO code of nine digits")),
        "kind": one_of(Territory.Kind.values),
        "parent": optional(address_part),
        "name_kk": words,
        "name_ru": words,
        "name_en": words,
        "romanised_en": yes_or_nothing,
        "unsourced_kk": yes_or_nothing,
        "time_zone": zone_name,
        "source": words,
    }


@dataclass(frozen=True, slots=True)
class PartyRow(Row):
    slug: str
    colour: str

    FILE = "parties.csv"
    KEY = ("slug",)
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "slug": address_part,
        "colour": matching(r"#[0-9a-f]{6}", "a colour like #1a6d85"),
    }


@dataclass(frozen=True, slots=True)
class PartyNameRow(Row):
    party: str
    valid_from: date | None
    name_kk: str
    name_ru: str
    name_en: str
    short_kk: str
    short_ru: str
    short_en: str
    source: str

    FILE = "party_names.csv"
    KEY = ("party", "valid_from")
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "party": address_part,
        "valid_from": optional(iso_day),
        "name_kk": words,
        "name_ru": words,
        "name_en": words,
        "short_kk": words,
        "short_ru": words,
        "short_en": words,
        "source": words,
    }


@dataclass(frozen=True, slots=True)
class ElectionRow(Row):
    slug: str
    body: str
    day: date
    edition: str
    name_kk: str
    name_ru: str
    name_en: str

    FILE = "elections.csv"
    KEY = ("slug",)
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "slug": address_part,
        "body": one_of(Election.Body.values),
        "day": iso_day,
        "edition": edition_code,
        "name_kk": words,
        "name_ru": words,
        "name_en": words,
    }


@dataclass(frozen=True, slots=True)
class ContestRow(Row):
    election: str
    territory: str
    mandates: int | None
    publication: str
    announced_on: date | None
    source: str

    FILE = "contests.csv"
    KEY = ("election", "territory")
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "election": address_part,
        "territory": address_part,
        "mandates": optional(above_zero),
        "publication": one_of(Publication.Kind.values),
        "announced_on": optional(iso_day),
        "source": words,
    }


@dataclass(frozen=True, slots=True)
class ResultRow(Row):
    election: str
    territory: str
    party: str
    votes: int | None
    percent: Decimal | None
    seats: int | None
    preliminary: bool
    source: str

    FILE = "results.csv"
    KEY = ("election", "territory", "party")
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "election": address_part,
        "territory": address_part,
        "party": address_part,
        "votes": optional(whole_number),
        "percent": optional(percentage),
        "seats": optional(whole_number),
        "preliminary": yes_or_nothing,
        "source": words,
    }


@dataclass(frozen=True, slots=True)
class FigureRow(Row):
    election: str
    territory: str
    code: str
    value: Decimal
    preliminary: bool
    source: str

    FILE = "figures.csv"
    KEY = ("election", "territory", "code")
    COLUMNS: ClassVar[Mapping[str, Parser]] = {
        "election": address_part,
        "territory": address_part,
        "code": one_of(OfficialFigure.Code.values),
        "value": decimal_number,
        "preliminary": yes_or_nothing,
        "source": words,
    }


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that the files say, each row read and every reference found."""

    territories: list[TerritoryRow]
    parties: list[PartyRow]
    party_names: list[PartyNameRow]
    elections: list[ElectionRow]
    contests: list[ContestRow]
    results: list[ResultRow]
    figures: list[FigureRow]

    @classmethod
    def read(cls, directory: Path) -> Self:
        """Read the files of the directory; raise WrongDataError with every wrong cell."""
        problems: list[Problem] = []
        record = cls(
            territories=_read(TerritoryRow, directory, problems),
            parties=_read(PartyRow, directory, problems),
            party_names=_read(PartyNameRow, directory, problems),
            elections=_read(ElectionRow, directory, problems),
            contests=_read(ContestRow, directory, problems),
            results=_read(ResultRow, directory, problems),
            figures=_read(FigureRow, directory, problems),
        )
        # References are asked only of files that could be read: one mistake, one message.
        problems = problems or [*record._wrong_references(), *record._contradictions()]
        if problems:
            raise WrongDataError(problems)
        return record

    def _wrong_references(self) -> Iterator[Problem]:
        territories = {row.slug for row in self.territories}
        parties = {row.slug for row in self.parties}
        elections = {row.slug for row in self.elections}
        contests = {(row.election, row.territory) for row in self.contests}
        yield from _unknown(self.territories, "parent", territories, optional=True)
        yield from _unknown(self.party_names, "party", parties)
        yield from _unknown(self.contests, "election", elections)
        yield from _unknown(self.contests, "territory", territories)
        yield from _unknown(self.figures, "election", elections)
        yield from _unknown(self.figures, "territory", territories)
        yield from _unknown(self.results, "party", parties)
        for row in self.results:
            if (row.election, row.territory) not in contests:
                yield row.problem("territory", f"“{row.territory}” has no such contest")

    def _contradictions(self) -> Iterator[Problem]:
        yield from _parents_after_their_parts(self.territories)
        named = {row.party for row in self.party_names}
        for party in self.parties:
            if party.slug not in named:
                yield party.problem("slug", f"“{party.slug}” has no name in party_names.csv")
        for contest in self.contests:
            seats = [
                row.seats
                for row in self.results
                if (row.election, row.territory) == (contest.election, contest.territory)
            ]
            known = [number for number in seats if number is not None]
            if known and len(known) == len(seats) and sum(known) != contest.mandates:
                yield contest.problem(
                    "mandates", f"the seats in results.csv add up to {sum(known)}"
                )


def _parents_after_their_parts(territories: list[TerritoryRow]) -> Iterator[Problem]:
    seen: set[str] = set()
    for row in territories:
        if row.parent is None and row.kind != Territory.Kind.COUNTRY:
            yield row.problem("parent", "only the country has none")
        elif row.parent is not None and row.parent not in seen:
            yield row.problem("parent", f"“{row.parent}” must stand above its parts")
        seen.add(row.slug)


def _unknown(
    rows: Iterable[Row], column: str, known: set[str], *, optional: bool = False
) -> Iterator[Problem]:
    for row in rows:
        value = getattr(row, column)
        if value not in known and not (optional and value is None):
            yield row.problem(column, f"“{value}” is not known")


def _read(kind: type[R], directory: Path, problems: list[Problem]) -> list[R]:
    path = directory / kind.FILE
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(kind.FILE, 1, "", f"cannot be read: {error}"))
        return []
    reader = csv.reader(lines, strict=True)
    header = next(reader, [])
    if header != list(kind.COLUMNS):
        wrong = next(
            (name for name, wanted in zip(header, kind.COLUMNS, strict=False) if name != wanted),
            ",".join(header[len(kind.COLUMNS) :]),
        )
        problems.append(
            Problem(kind.FILE, 1, wrong, f"the columns must be {','.join(kind.COLUMNS)}")
        )
        return []
    return list(_rows(kind, reader, problems))


def _rows(kind: type[R], reader: Iterable[list[str]], problems: list[Problem]) -> Iterator[R]:
    first: dict[tuple[Any, ...], int] = {}
    for position, cells in enumerate(reader, start=2):
        row = _row(kind, position, cells, problems)
        if row is None:
            continue
        if row.key in first:
            message = f"the same as in row {first[row.key]}"
            problems.append(row.problem(kind.KEY[-1], message))
        first.setdefault(row.key, position)
        yield row


def _row(kind: type[R], position: int, cells: list[str], problems: list[Problem]) -> R | None:
    if len(cells) != len(kind.COLUMNS):
        message = f"{len(cells)} cells instead of {len(kind.COLUMNS)}"
        last = list(kind.COLUMNS)[min(len(cells), len(kind.COLUMNS)) - 1]
        problems.append(Problem(kind.FILE, position, last, message))
        return None
    values: dict[str, Any] = {}
    for (column, parser), cell in zip(kind.COLUMNS.items(), cells, strict=True):
        try:
            values[column] = parser(cell)
        except ValueError as error:
            problems.append(Problem(kind.FILE, position, column, str(error)))
    return kind(position, **values) if len(values) == len(cells) else None
