"""Editions are dated, cited, and say of each rule what it is and how sure it is."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit

import pytest

from elections.law.editions import (
    ALLOCATION_EDITIONS,
    EDITIONS,
    UnknownEditionError,
    allocation_edition,
    allocation_edition_for,
    edition,
    edition_for,
)
from elections.law.editions.changes import groups_of
from elections.law.parameters import (
    BodyKind,
    ListSeats,
    Offset,
    PerKind,
    Relief,
    Rule,
    Tag,
    UnknownKindError,
)
from elections.law.rules import AllocationEdition, Edition, SecondList, TieRule
from tests.law.expected_editions import DAYS, EXPECTED

ELECTION_DAY = date(2021, 1, 10)
by_code = pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)


def rules_of(known: AllocationEdition) -> dict[str, Rule[object]]:
    return {
        f"{name}.{field.name}": rule
        for name, group in groups_of(known).items()
        for field in fields(group)
        if isinstance(rule := getattr(group, field.name), Rule)
    }


PLAIN: dict[type, Callable[[Any], object]] = {
    PerKind: lambda value: {kind.value: plain(case) for kind, case in value.cases},
    ListSeats: lambda value: (value.part.value, value.number, value.of),
    Offset: lambda value: (value.days, plain(value.at)),
    Relief: lambda value: (plain(value.at_least), plain(value.due)),
    SecondList: lambda value: (plain(value.factor), value.minimum),
    Fraction: str,
    time: lambda value: value.isoformat("minutes"),
    tuple: lambda value: tuple(plain(part) for part in value),
}


def plain(value: object) -> object:
    """Write a value as the table of what is expected writes it."""
    if isinstance(value, Enum):
        return value.value
    return PLAIN[type(value)](value) if type(value) in PLAIN else value


# Groups that other tables of what is expected hold.
ELSEWHERE = {"mandates"}


@pytest.mark.parametrize("known", ALLOCATION_EDITIONS, ids=lambda known: known.code)
def test_every_rule_of_every_edition_is_what_was_typed_from_the_law(
    known: AllocationEdition,
) -> None:
    says = {
        name: (plain(rule.value), " ".join(rule.tags), rule.article)
        for name, rule in rules_of(known).items()
        if name.partition(".")[0] not in ELSEWHERE
    }

    assert says == EXPECTED[known.code]


@pytest.mark.parametrize("known", ALLOCATION_EDITIONS, ids=lambda known: known.code)
def test_every_edition_governs_the_days_that_were_typed(known: AllocationEdition) -> None:
    days = (known.body, known.valid_from.isoformat(), known.valid_until.isoformat())

    assert days == DAYS[known.code]


def test_nothing_that_is_expected_is_missing() -> None:
    assert set(EXPECTED) == set(DAYS) == {known.code for known in ALLOCATION_EDITIONS}


def test_every_group_of_an_edition_is_looked_at() -> None:
    """No group of rules can be added that the table above does not see."""
    known = edition("majilis-2020")
    of_rules = {name.partition(".")[0] for name in rules_of(known)}

    groups = {field.name for field in fields(known) if is_dataclass(getattr(known, field.name))}
    assert groups == of_rules | {"protocol"}
    for name in of_rules:
        group = getattr(known, name)
        assert all(isinstance(getattr(group, field.name), Rule) for field in fields(group)), name


@pytest.mark.parametrize(
    ("body", "code"), [("majilis", "majilis-2020"), ("maslikhat", "maslikhat-2020")]
)
def test_the_editions_of_10_january_2021(body: str, code: str) -> None:
    assert edition_for(body, ELECTION_DAY).code == code
    assert edition(code).body == body


def test_no_edition_is_invented_for_another_day_or_body() -> None:
    for body, day in (
        ("majilis", date(2018, 12, 31)),
        ("majilis", date(2016, 3, 20)),
        ("majilis", date(2026, 7, 1)),
        ("kurultai", date(2026, 6, 30)),
        ("senate", ELECTION_DAY),
    ):
        with pytest.raises(UnknownEditionError):
            edition_for(body, day)
    for code in ("majilis-2023", "majilis-2016", ""):
        with pytest.raises(UnknownEditionError):
            edition(code)


def test_of_elections_before_2019_the_allocation_is_known_on_their_day_alone() -> None:
    assert allocation_edition("majilis-2016").code == "majilis-2016"
    assert allocation_edition_for("majilis", date(2016, 3, 20)).code == "majilis-2016"
    assert allocation_edition_for("maslikhat", ELECTION_DAY) is edition("maslikhat-2020")
    for day in (date(2016, 3, 19), date(2016, 3, 21)):
        with pytest.raises(UnknownEditionError):
            allocation_edition_for("majilis", day)
    with pytest.raises(UnknownEditionError):
        allocation_edition("majilis-2023")


@pytest.mark.parametrize(
    ("body", "day", "code"),
    [
        ("majilis", "2019-01-01", "majilis-2019"),
        ("majilis", "2020-05-24", "majilis-2019"),
        ("majilis", "2020-05-25", "majilis-2020"),
        ("majilis", "2021-05-23", "majilis-2020"),
        ("majilis", "2021-05-24", "majilis-2021"),
        ("majilis", "2022-02-07", "majilis-2022"),
        ("majilis", "2023-03-19", "majilis-2022-11"),
        ("majilis", "2026-06-30", "majilis-2022-11"),
        ("maslikhat", "2022-02-07", "maslikhat-2021"),
        ("maslikhat", "2023-03-19", "maslikhat-2022-11"),
        ("kurultai", "2026-08-23", "kurultai-2026"),
    ],
)
def test_the_edition_of_a_day_is_proposed(body: str, day: str, code: str) -> None:
    assert edition_for(body, date.fromisoformat(day)).code == code


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("majilis", date(2026, 7, 1)),
        ("maslikhat", date.max),
    ],
)
def test_from_2019_on_no_day_is_without_an_edition(body: str, last: date) -> None:
    days = sorted(
        (known.valid_from, known.valid_until)
        for known in EDITIONS
        if known.body == body and known.valid_from < known.valid_until
    )

    assert days[0][0] == date(2019, 1, 1)
    assert days[-1][1] == last
    assert [until for _, until in days[:-1]] == [since for since, _ in days[1:]]


def test_no_two_editions_of_one_body_govern_one_day() -> None:
    for one in ALLOCATION_EDITIONS:
        for other in ALLOCATION_EDITIONS:
            if one is not other and one.body == other.body:
                assert one.valid_until <= other.valid_from or other.valid_until <= one.valid_from


def test_the_reading_in_which_a_lot_decides_is_for_practice_alone() -> None:
    practice, real = edition("maslikhat-2020-lot"), edition("maslikhat-2020")

    assert practice.valid_from == practice.valid_until
    assert practice.allocation.tie.value is TieRule.LOT
    assert replace(practice.allocation, tie=real.allocation.tie) == real.allocation
    assert edition_for("maslikhat", practice.valid_from) is real


def test_codes_are_unique() -> None:
    codes = [known.code for known in ALLOCATION_EDITIONS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("known", ALLOCATION_EDITIONS, ids=lambda known: known.code)
def test_every_rule_says_how_it_is_known(known: AllocationEdition) -> None:
    for name, rule in rules_of(known).items():
        assert rule.tags, name
        # What no article and no source supports must say so.
        if not rule.article and not rule.sources and not rule.note:
            assert rule.tags == (Tag.UNCONFIRMED,), name


def test_every_source_is_an_address() -> None:
    sources = {
        source
        for known in ALLOCATION_EDITIONS
        for rule in rules_of(known).values()
        for source in rule.sources
    }

    assert len(sources) > 40
    for source in sources:
        parts = urlsplit(source)
        assert parts.scheme in ("http", "https"), source
        assert "." in parts.netloc, source
        assert not re.search(r"\s", source), source


def test_what_is_not_confirmed_says_so() -> None:
    """The practice reading aside, an unconfirmed rule is one that bears the question mark."""
    known = edition("majilis-2020")
    unsure = {
        name
        for name, rule in rules_of(known).items()
        if not rule.is_confirmed and name.partition(".")[0] not in ELSEWHERE
    }

    assert unsure == {name for name, row in EXPECTED[known.code].items() if "?" in row[1]}
    assert "allocation.gaps" in unsure
    assert "allocation.threshold" not in unsure


@by_code
def test_a_value_per_kind_of_body_names_every_kind_once(known: Edition) -> None:
    expected = {
        "majilis": [BodyKind.MAJILIS],
        "kurultai": [BodyKind.KURULTAI],
        "maslikhat": [
            BodyKind.REGION,
            BodyKind.REPUBLICAN_CITY,
            BodyKind.REGIONAL_CITY,
            BodyKind.DISTRICT,
        ],
    }[known.body]

    assert list(known.kinds) == expected
    for name, rule in rules_of(known).items():
        if isinstance(rule.value, PerKind):
            assert list(rule.value.kinds) == expected, name


def test_a_kind_of_body_that_an_edition_does_not_govern_is_refused() -> None:
    seats = edition("maslikhat-2022-11").bodies.list_seats.value

    assert seats.of(BodyKind.REGION) == seats.values[0]
    with pytest.raises(UnknownKindError, match="majilis"):
        seats.of(BodyKind.MAJILIS)


def test_a_changed_threshold_bears_no_article() -> None:
    rules = edition("majilis-2020").allocation

    assert rules.with_threshold(Fraction(7, 100)) is rules
    assert rules.with_threshold(Fraction(5, 100)).threshold.article == ""
    assert rules.with_threshold(Fraction(5, 100)).second_list is rules.second_list
