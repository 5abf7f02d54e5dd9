"""The CSV opens in a spreadsheet, runs nothing there, and speaks no language."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from elections.public import exports, wording
from tests.public.conftest import Json


def rows_of(body: Json) -> list[dict[str, str]]:
    text = exports.as_csv(body).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_it_begins_with_the_mark_that_excel_needs(body: Json) -> None:
    assert exports.as_csv(body).startswith(b"\xef\xbb\xbfrow,election,kind,territory,kato,party,")


def test_each_list_has_a_row_with_exact_numbers(body: Json) -> None:
    ak_zhol = next(row for row in rows_of(body) if row["party"] == "ak-zhol")
    assert ak_zhol["votes"] == "792828"
    assert ak_zhol["passed"] == "true"
    assert (ak_zhol["whole"], ak_zhol["seats"], ak_zhol["published_seats"]) == ("11", "12", "12")
    assert ak_zhol["remainder_numerator"] == "5098013"
    assert ak_zhol["remainder_denominator"] == "6599921"


def test_each_figure_has_a_row_those_of_the_regions_too(body: Json) -> None:
    figures = [row for row in rows_of(body) if row["row"] == "figure"]
    parts = [figure for part in body["territories"] for figure in part["figures"]]
    assert len(figures) == len(body["figures"]) + len(parts)
    assert {row["territory"] for row in figures} > {"kazakhstan"}


def test_what_is_not_known_is_empty(body: Json) -> None:
    body["lists"][0] |= {"votes": None, "percent": None, "published_seats": None}
    body["allocation"] = None
    first = rows_of(body)[0]
    assert [first[column] for column in ("votes", "percent", "seats", "passed")] == [""] * 4


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_taken_for_a_formula(body: Json, start: str) -> None:
    body["lists"][0]["name"]["en"] = f'{start}HYPERLINK("http://evil.example")'
    body["figures"][0]["source"] = f"{start}1+1"
    cells = [cell for row in rows_of(body) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(start)]
    assert any(cell.startswith(f"'{start}HYPERLINK") for cell in cells)


def test_commas_quotes_and_line_breaks_stay_in_their_cell(body: Json) -> None:
    hostile = 'Party, "of"\nlines'
    body["lists"][0]["name"]["en"] = hostile
    assert rows_of(body)[0]["name_en"] == hostile


def test_every_column_and_every_key_is_explained(body: Json) -> None:
    assert set(exports.COLUMNS) == set(wording.COLUMNS)
    # The record that stands here has no count.
    assert set(body) | {"counting"} == set(wording.FIELDS)
    documented = (Path(__file__).parents[2] / "docs" / "body.md").read_text(encoding="utf-8")
    assert [key for key in wording.FIELDS if f"`{key}`" not in documented] == []
