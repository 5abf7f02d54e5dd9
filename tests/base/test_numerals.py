"""Numbers and days are written exactly, and as each language writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import translation

from portal.base import numerals

QUOTIENT = "6599921/98"
NB = "\u00a0"


@pytest.mark.parametrize(
    ("value", "en", "ru"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1,000", f"1{NB}000"),
        (5148074, "5,148,074", f"5{NB}148{NB}074"),
        (-13379, "\u221213,379", f"\u221213{NB}379"),
        ("506909.34", "506,909.34", f"506{NB}909,34"),
        ("9.10", "9.10", "9,10"),
        (None, "", ""),
        ("", "", ""),
    ],
)
def test_a_number_is_written_in_groups(value: Any, en: str, ru: str) -> None:
    for language, expected in [("en", en), ("ru", ru), ("kk", ru)]:
        with translation.override(language):
            assert numerals.number(value) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (QUOTIENT, 2, "67,346.13"),
        (Fraction(2, 3), 3, "0.667"),
        (Decimal("0.005"), 2, "0.01"),
        (Fraction(-1, 2), 0, "0"),
        ("9.1", 2, "9.10"),
        (10**18 + 1, 0, "1,000,000,000,000,000,001"),
    ],
)
def test_a_number_is_rounded_half_up_without_a_float(
    value: Any, places: int, expected: str
) -> None:
    with translation.override("en"):
        assert numerals.number(value, places) == expected


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="not exact"):
        numerals.number(71.09)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "71.09%"), ("ru", f"71,09{NB}%"), ("kk", "71,09%")]
)
def test_a_percentage_has_the_sign_of_its_language(language: str, expected: str) -> None:
    with translation.override(language):
        assert numerals.percent("71.09") == expected
        assert numerals.share(Fraction(7109, 10000)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("7/100", "7%"), ("1/20", "5%"), ("1/8", "12.5%"), ("1/3", "33.33%"), (0, "0%"), (1, "100%")],
)
def test_a_threshold_reads_as_the_law_writes_it(value: Any, expected: str) -> None:
    with translation.override("en"):
        assert numerals.share(value) == expected


def test_whole_part_and_remainder_are_told_apart() -> None:
    exact = Fraction(5148074) / Fraction(QUOTIENT)
    with translation.override("en"):
        assert numerals.whole_part(exact) == "76"
        assert numerals.fraction_part(exact) == ".442"
        assert numerals.remainder("5184573/6599921") == "0.786"
    with translation.override("kk"):
        assert numerals.fraction_part(exact) == ",442"


def test_a_remainder_is_never_shown_as_a_whole_mandate() -> None:
    with translation.override("en"):
        assert numerals.remainder(Fraction(99999, 100000)) == "0.999"
        assert numerals.whole_part(Fraction(1999999, 1000000)) == "1"
        assert numerals.fraction_part(Fraction(1999999, 1000000)) == ".999"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", f"2021{NB}жылғы 10{NB}қаңтар"),
        ("ru", f"10{NB}января 2021{NB}г."),
        ("en", f"10{NB}January 2021"),
    ],
)
@pytest.mark.parametrize("day", ["2021-01-10", date(2021, 1, 10)])
def test_a_day_is_written_in_full(language: str, expected: str, day: Any) -> None:
    with translation.override(language):
        assert numerals.longdate(day) == expected


def test_no_day_is_no_text_and_a_wrong_one_is_an_error() -> None:
    assert numerals.longdate(None) == numerals.longdate("") == ""
    with pytest.raises(ValueError, match="Invalid isoformat"):
        numerals.longdate("10.01.2021")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ 5148074|number }}", "5,148,074"),
        ("{{ '6599921/98'|number:2 }}", "67,346.13"),
        ("{{ '9.1'|percent:2 }}", "9.10%"),
        ("{{ '7/100'|share }}", "7%"),
        ("{{ '2021-01-10'|longdate }}", f"10{NB}January 2021"),
    ],
)
def test_templates_know_the_same_functions(source: str, expected: str) -> None:
    with translation.override("en"):
        assert Template("{% load tizim %}" + source).render(Context()) == expected


@pytest.mark.parametrize("write", [numerals.number, numerals.percent])
def test_text_that_is_no_number_is_an_error(write: Callable[[Any], str]) -> None:
    with pytest.raises(ValueError, match="Invalid literal"):
        write("many")


def test_a_moment_is_written_as_its_day() -> None:
    with translation.override("en"):
        moment = datetime(2021, 1, 10, 23, 59)  # noqa: DTZ001 - a wall clock's time
        assert numerals.longdate(moment) == f"10{NB}January 2021"
