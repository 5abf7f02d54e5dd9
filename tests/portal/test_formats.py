"""Dates and numbers as each language writes them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.forms import DateField, DecimalField
from django.utils import formats, translation
from django.utils.formats import date_format, get_format, number_format

DAY = date(2021, 1, 10)
MOMENT = datetime(2021, 3, 5, 18, 0)  # noqa: DTZ001 - a wall clock's time, only to be written


@pytest.mark.parametrize(
    ("language", "long", "short", "moment", "month"),
    [
        (
            "kk",
            "2021 жылғы 10 қаңтар",
            "10.01.2021",
            "2021 жылғы 5 наурыз, 18:00",
            "2021 жылғы қаңтар",
        ),
        ("ru", "10 января 2021 г.", "10.01.2021", "5 марта 2021 г., 18:00", "Январь 2021 г."),
        ("en", "10 January 2021", "10 Jan 2021", "5 March 2021, 18:00", "January 2021"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(
    language: str, long: str, short: str, moment: str, month: str
) -> None:
    with translation.override(language):
        assert date_format(DAY, "DATE_FORMAT") == long
        assert date_format(DAY, "SHORT_DATE_FORMAT") == short
        assert date_format(MOMENT, "DATETIME_FORMAT") == moment
        assert date_format(DAY, "YEAR_MONTH_FORMAT") == month
        assert formats.time_format(MOMENT.time()) == "18:00"


@pytest.mark.parametrize(
    ("language", "text"),
    [("kk", "1\u00a0234\u00a0567,5"), ("ru", "1\u00a0234\u00a0567,5"), ("en", "1,234,567.5")],
)
def test_a_number_has_its_separators(language: str, text: str) -> None:
    with translation.override(language):
        assert number_format("1234567.5", force_grouping=True) == text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_week_begins_on_monday(language: str) -> None:
    with translation.override(language):
        assert get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("text", ["10.01.2021", "2021-01-10"])
def test_a_typed_date_is_day_before_month(language: str, text: str) -> None:
    with translation.override(language):
        assert DateField(localize=True).clean(text) == DAY


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_typed_number_may_have_a_comma(language: str) -> None:
    with translation.override(language):
        assert str(DecimalField(localize=True).clean("30,5")) == "30.5"


@pytest.mark.parametrize("month", range(1, 13))
def test_no_month_is_capitalised_within_a_kazakh_date(month: int) -> None:
    with translation.override("kk"):
        text = date_format(date(2021, month, 1), "DATE_FORMAT")
    assert text == text.lower()
    assert text.startswith("2021 жылғы 1 ")
