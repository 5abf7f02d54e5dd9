"""The CSV of a result, made from its frozen body alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

Json = dict[str, Any]

# Codes, not words: the file is the same in every language. /open-data/ explains each.
COLUMNS = (
    "row",
    "election",
    "kind",
    "territory",
    "kato",
    "party",
    "name_kk",
    "name_ru",
    "name_en",
    "votes",
    "votes_basis",
    "percent",
    "passed",
    "whole",
    "remainder_numerator",
    "remainder_denominator",
    "seats",
    "published_seats",
    "code",
    "value",
    "preliminary",
    "source",
)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the machine's old code page
# A cell that begins so is run as a formula by spreadsheets.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(body: Json) -> bytes:
    """Return the file: UTF-8 with a mark, commas, one row for each list and each figure."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(body):
        writer.writerow({column: _cell(value) for column, value in row.items()})
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _rows(body: Json) -> Iterator[Json]:
    computed = {row["party"]: row for row in (body["allocation"] or {}).get("parties", ())}
    election = {"election": body["election"]["slug"], "kind": body["election"]["kind"]}
    place = election | _place(body["territory"])
    for entry in body["lists"]:
        yield place | _list(entry, computed.get(entry["party"]))
    for figure in body["figures"]:
        yield place | _figure(figure)
    for territory in body["territories"]:
        for figure in territory["figures"]:
            yield place | _place(territory) | _figure(figure)


def _place(territory: Json) -> Json:
    return {"territory": territory["slug"], "kato": territory["kato"]}


def _list(entry: Json, computed: Json | None) -> Json:
    names = {f"name_{language}": entry["name"][language] for language in ("kk", "ru", "en")}
    facts = ("party", "votes", "votes_basis", "percent", "published_seats", "source")
    row = {"row": "list"} | names | {fact: entry[fact] for fact in facts}
    if computed is None:
        return row
    return (
        row
        | {fact: computed[fact] for fact in ("passed", "whole", "seats")}
        | _remainder(computed["remainder"])
    )


def _remainder(text: str | None) -> Json:
    """Split "a/b" into two columns: a spreadsheet would read "3/4" as a day."""
    if text is None:
        return {}
    remainder = Fraction(text)
    return {
        "remainder_numerator": remainder.numerator,
        "remainder_denominator": remainder.denominator,
    }


def _figure(figure: Json) -> Json:
    facts = ("code", "value", "preliminary", "source")
    return {"row": "figure"} | {fact: figure[fact] for fact in facts}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
