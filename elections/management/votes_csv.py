"""Votes of one contest from a CSV file: strict, and every refusal names row and column.

Columns `party`, `votes` and, for all rows or none, `registered_at`; UTF-8 with or without a byte
order mark, header required, its names in any case. Commas, semicolons or tabs stand between the
values, whichever the header has. The header is row 1, as spreadsheets count.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from elections.law.allocation import ListVotes, Registration

REQUIRED = ("party", "votes")
REGISTERED = "registered_at"
SEPARATORS = (",", ";", "\t")  # Excel writes semicolons where the comma is in the numbers
MOST_DIGITS = 1000  # Python refuses to write numbers much longer; no election comes near

# As the ballot calls it, and as the interface does.
_AGAINST_ALL = {"against all", "против всех", "бәріне қарсы", "бәріне қарсымын"}

_DAY = "[0-9]{4}-?[0-9]{2}-?[0-9]{2}|[0-9]{4}-?W[0-9]{2}-?[0-9]"
_ISO_8601 = re.compile(
    rf"(?:{_DAY})(?P<time>[T ][0-9]{{2}}(?::?[0-9]{{2}}){{1,2}}(?:[.,][0-9]{{1,6}})?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)


class VotesFileError(Exception):
    """The file cannot be read as votes; says where and why, in English."""

    def __init__(self, reason: str, row: int | None = None, column: str | None = None) -> None:
        place = "" if row is None else f"row {row}: "
        if row is not None and column is not None:
            # What a file calls a column may hold codes that a terminal obeys.
            name = column if column.isprintable() else ascii(column)
            place = f"row {row}, column {name}: "
        super().__init__(place + reason)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: dict[str, str]


def read(data: bytes) -> list[ListVotes]:
    """Read the votes from the bytes of a file. Raises VotesFileError."""
    records = _records(_text(data))
    header = next(records, None)
    if header is None:
        raise VotesFileError("the file is empty; the first row must be the header party,votes")
    names = _columns(*header)
    rows = [_row(number, names, cells) for number, cells in records]
    if not rows:
        raise VotesFileError("there are no rows below the header")
    entries = [ListVotes(_party(row), _votes(row)) for row in rows]
    _refuse_doubles(rows)
    _refuse_against_all(rows, sum(entry.votes for entry in entries))
    if REGISTERED not in names:
        return entries
    return _with_registration(rows, entries)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Counted in what was read before, which is sound: everything up to there is UTF-8.
        row = data.count(b"\n", 0, error.start) + 1
        reason = "the file is not UTF-8; in Excel it is saved as “CSV UTF-8”"
        raise VotesFileError(reason, row) from None
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise VotesFileError("the file holds a NUL character; is it text?", row)
    return text


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not empty, with their number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise VotesFileError(f"this is not CSV ({error})", number) from None
        if cells:
            yield number, cells


def _separator(text: str) -> str:
    """Find what separates the values: no name of a column holds any of the three."""
    header = next((line for line in text.splitlines() if line), "")
    return next((found for found in SEPARATORS if found in header), SEPARATORS[0])


def _columns(number: int, header: list[str]) -> list[str]:
    names = [name.strip().lower() for name in header]
    for name, written in zip(names, header, strict=True):
        if name not in (*REQUIRED, REGISTERED):
            raise VotesFileError(
                "unknown column; the header must be party,votes or party,votes,registered_at",
                number,
                written or "(without a name)",
            )
        if names.count(name) > 1:
            raise VotesFileError("the column stands there twice", number, name)
    for name in REQUIRED:
        if name not in names:
            raise VotesFileError("the column is missing", number, name)
    return names


def _row(number: int, names: list[str], cells: list[str]) -> _Row:
    if len(cells) < len(names):
        raise VotesFileError("the value is missing", number, names[len(cells)])
    if len(cells) > len(names):
        raise VotesFileError(
            f"there are {len(cells)} values, but the header has {len(names)} columns",
            number,
            str(len(names) + 1),
        )
    return _Row(number, dict(zip(names, cells, strict=True)))


def _party(row: _Row) -> str:
    party = row.cells["party"]
    if not party.strip():
        raise VotesFileError("the name is missing", row.number, "party")
    if party != party.strip():
        raise VotesFileError("the name begins or ends with a space", row.number, "party")
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in party):
        raise VotesFileError("the name holds a control character", row.number, "party")
    return party


def _votes(row: _Row) -> int:
    text = row.cells["votes"]
    if not text:
        raise VotesFileError("the number is missing", row.number, "votes")
    if not (text.isascii() and text.isdigit()):
        reason = "not a whole number in the digits 0 to 9"
        if any(map(str.isspace, text)) and "".join(text.split()).isdigit():
            reason += "; write it without spaces"
        raise VotesFileError(reason, row.number, "votes")
    if len(text) > MOST_DIGITS:
        raise VotesFileError(f"more than {MOST_DIGITS} digits", row.number, "votes")
    return int(text)


def _refuse_doubles(rows: list[_Row]) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        # One name may be written in two ways: ё as one character, or as е with dots above.
        name = unicodedata.normalize("NFC", row.cells["party"])
        if name in seen:
            raise VotesFileError(f"the same name as in row {seen[name]}", row.number, "party")
        seen[name] = row.number


def _refuse_against_all(rows: list[_Row], total: int) -> None:
    """As a list it would receive mandates; its votes belong to the base and to nothing else."""
    for row in rows:
        name = unicodedata.normalize("NFC", row.cells["party"]).casefold()
        if re.sub(r"[\W_]+", " ", name).strip() in _AGAINST_ALL:
            raise VotesFileError(
                "“against all” is not a list: leave the row out and count its votes"
                f" in --base: {total} with all rows",
                row.number,
                "party",
            )


def _with_registration(rows: list[_Row], entries: list[ListVotes]) -> list[ListVotes]:
    """Add the times of registration: all rows or none, all with a zone or none, all alike."""
    if not any(row.cells[REGISTERED] for row in rows):
        return entries
    times = [_time(row) for row in rows]
    first, first_is_day = times[0]
    for row, (moment, is_day) in zip(rows, times, strict=True):
        if is_day != first_is_day:
            raise VotesFileError("days and times are mixed", row.number, REGISTERED)
        if (moment.tzinfo is None) != (first.tzinfo is None):
            reason = "times with and without a time zone are mixed"
            raise VotesFileError(reason, row.number, REGISTERED)
    return [
        replace(entry, registered=Registration(moment))
        for entry, (moment, _) in zip(entries, times, strict=True)
    ]


def _time(row: _Row) -> tuple[datetime, bool]:
    """Read one time of registration, and say whether it is a mere day."""
    text = row.cells[REGISTERED]
    if not text:
        reason = "the time is missing here, but other rows have one"
        raise VotesFileError(reason, row.number, REGISTERED)
    match = _ISO_8601.fullmatch(text)
    if match is not None:
        try:
            return datetime.fromisoformat(text), match["time"] is None
        except ValueError:
            pass
    reason = "not a time in ISO 8601, such as 2020-11-27T10:00:00+06:00"
    raise VotesFileError(reason, row.number, REGISTERED)
