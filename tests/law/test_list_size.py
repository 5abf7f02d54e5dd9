"""How many persons a list may hold: the mandates and 30 per cent, rounded up; no cap elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from elections.law import lists
from elections.law.editions import EDITIONS, edition
from elections.law.findings import Severity
from elections.law.lists import Candidate, PartyList
from elections.law.parameters import Rule, Tag
from elections.law.rules import Edition

MAJILIS = edition("majilis-2020")
DAY = date(2021, 1, 10)


def codes(count: int, known: Edition, mandates: int | None) -> list[str]:
    people = tuple(Candidate(key) for key in range(count))
    found = lists.check(PartyList(people), known, election_day=DAY, today=DAY, mandates=mandates)
    return [finding.code for finding in found if finding.code.startswith("list.")]


@pytest.mark.parametrize(
    ("mandates", "most"),
    [(1, 2), (3, 4), (10, 13), (69, 90), (98, 128), (100, 130), (145, 189), (10**30, 13 * 10**29)],
)
def test_the_cap_of_the_majilis_is_rounded_up(mandates: int, most: int) -> None:
    """69 mandates: 89.7, and the commission said 90; 98: 127.4."""
    assert MAJILIS.nomination.most(mandates) == most
    assert lists.check_size(most, MAJILIS, mandates) == ()
    assert [found.code for found in lists.check_size(most + 1, MAJILIS, mandates)] == [
        "list.too_long"
    ]


def test_a_list_that_is_too_long_is_told_by_how_much() -> None:
    (found,) = lists.check_size(129, MAJILIS, 98)

    assert (found.code, found.severity, found.field) == (
        "list.too_long",
        Severity.ERROR,
        "candidates",
    )
    assert found.params == {"count": 129, "limit": 128}
    assert found.article == "Art. 89"


def test_the_check_of_a_list_asks_its_size() -> None:
    assert codes(129, MAJILIS, 98) == ["list.too_long"]
    assert codes(128, MAJILIS, 98) == []
    assert codes(0, MAJILIS, 98) == ["list.empty"]


def test_where_the_mandates_are_not_known_no_size_is_wrong() -> None:
    assert codes(1000, MAJILIS, None) == []


@pytest.mark.parametrize(
    "known", [one for one in EDITIONS if one.body == "maslikhat"], ids=lambda one: one.code
)
def test_a_maslikhat_has_no_cap(known: Edition) -> None:
    """Lists of 78 for 39 mandates were registered in 2020."""
    assert known.nomination.most(39) is None
    assert codes(78, known, 39) == []


def test_a_minimum_is_kept_where_an_edition_has_one() -> None:
    fewest = Rule(3, (Tag.UNCONFIRMED,), "Art. 0", note="planted")
    known = replace(MAJILIS, nomination=replace(MAJILIS.nomination, fewest=fewest))

    (found,) = lists.check_size(2, known, 98)
    assert (found.code, found.params, found.article) == (
        "list.too_short",
        {"count": 2, "limit": 3},
        "Art. 0",
    )
    assert lists.check_size(3, known, 98) == ()
