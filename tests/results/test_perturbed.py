"""A protocol with one number off by one: caught at a field, or named as one that escapes."""

import re
from pathlib import Path

import pytest

from elections.law import protocol
from elections.law.protocol_2020 import PROTOCOL_2020

PAGE = Path(__file__).parents[2] / "docs" / "protocol.md"
REQUIRED = {
    "voters_listed": 1846,
    "received_ballots": 1127,
    "absentee": 9,
    "outside": 41,
    "valid": 1086,
    "invalid": 41,
}
# Every field filled in, and every equation holds without a warning.
WHOLE = REQUIRED | {
    "delivered": 1864,
    "unused": 732,
    "spoiled": 5,
    "stationary": 1086,
    "portable": 41,
    "wrong_form": 2,
}
VOTES = {"birinshi": 717, "ekinshi": 369}
FORMS = {"every field": WHOLE, "required fields alone": REQUIRED}
FIELDS = {name: [*form, *(f"votes.{party}" for party in VOTES)] for name, form in FORMS.items()}


def found(form: dict[str, int], field: str = "", by: int = 0) -> set[str]:
    """Return the fields that are marked when one number is off."""
    counts, votes = dict(form), dict(VOTES)
    if field.startswith("votes."):
        votes[field.removeprefix("votes.")] += by
    elif field:
        counts[field] += by
    findings = protocol.check(PROTOCOL_2020, counts, votes, list(VOTES))
    return {finding.field for finding in findings}


def documented(filled: str, column: int) -> set[str]:
    """Return what the page says nothing catches: one more in column 1, one less in column 2."""
    rows = [line.split("|")[1:-1] for line in PAGE.read_text().splitlines() if "|" in line]
    (row,) = [row for row in rows if row[0].strip() == filled]
    return set(re.findall(r"`(\w+)`", row[column]))


@pytest.mark.parametrize("filled", FORMS)
def test_the_protocols_hold_as_they_are(filled: str) -> None:
    assert found(FORMS[filled]) == set()


@pytest.mark.parametrize("filled", FORMS)
@pytest.mark.parametrize(("column", "by"), [(1, 1), (2, -1)])
def test_a_number_off_by_one_is_caught_or_documented(filled: str, column: int, by: int) -> None:
    missed = {field for field in FIELDS[filled] if not found(FORMS[filled], field, by)}
    assert missed == documented(filled, column)


@pytest.mark.parametrize("filled", FORMS)
@pytest.mark.parametrize("by", [1, -1])
def test_what_is_caught_is_marked_on_a_line_of_the_form(filled: str, by: int) -> None:
    lines = {*PROTOCOL_2020.names, *(f"votes.{party}" for party in VOTES)}
    for field in FIELDS[filled]:
        assert found(FORMS[filled], field, by) <= lines
