"""Individual identification numbers: twelve digits, a day of birth, a sex and a check digit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from elections.law import iin
from elections.law.findings import Severity
from elections.law.iin import Sex

SEVENTH = {(18, Sex.MALE): 1, (18, Sex.FEMALE): 2, (19, Sex.MALE): 3, (19, Sex.FEMALE): 4}
SEVENTH |= {(20, Sex.MALE): 5, (20, Sex.FEMALE): 6}


def number_for(born: date, sex: Sex, serial: int = 0) -> str:
    """Make the first number from this serial on that can be issued."""
    while True:
        seventh = SEVENTH[born.year // 100, sex]
        eleven = f"{born:%y%m%d}{seventh}{serial % 10000:04d}"
        digit = iin.check_digit(eleven)
        if digit is not None:
            return f"{eleven}{digit}"
        serial += 1


def codes(text: str) -> list[str]:
    return [finding.code for finding in iin.check(text)]


def test_a_number_says_birth_date_and_sex() -> None:
    text = number_for(date(1992, 7, 4), Sex.FEMALE, 123)

    read = iin.read(text)

    assert read is not None
    assert (read.birth_date, read.sex) == (date(1992, 7, 4), Sex.FEMALE)


def test_check_digits_worked_by_hand() -> None:
    assert iin.check_digit("10000000000") == 1  # 1 × 1
    # The tenth place weighs 10, which is no digit; the second weights give it 1.
    assert iin.check_digit("00000000010") == 1
    # 164 = 14 × 11 + 10, and with the second weights 153 = 13 × 11 + 10: never issued.
    assert iin.check_digit("92070440061") is None


def check_digit_as_the_rule_says_it(eleven: str) -> int | None:
    """Compute it the long way: add each digit as often as its weight says, and count by elevens."""
    for first_weight in (1, 3):
        total = 0
        for place, digit in enumerate(eleven):
            weight = (first_weight - 1 + place) % 11 + 1
            total += sum([int(digit)] * weight)
        rest = total % 11
        if rest != 10:
            return rest
    return None


@given(st.text("0123456789", min_size=11, max_size=11))
@example("92070440061")
@settings(max_examples=500)
def test_check_digits_are_those_of_the_rule(eleven: str) -> None:
    assert iin.check_digit(eleven) == check_digit_as_the_rule_says_it(eleven)


@pytest.mark.parametrize("place", range(11))
def test_every_place_has_its_weight(place: int) -> None:
    eleven = "0" * place + "1" + "0" * (10 - place)
    weights = (1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 0)  # the tenth by the second weights, the eleventh 11

    assert iin.check_digit(eleven) == weights[place]


def test_a_number_that_is_never_issued_is_wrong_with_every_last_digit() -> None:
    assert {tuple(codes(f"92070440061{digit}")) for digit in range(10)} == {("iin.check_digit",)}


@given(
    st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.sampled_from(list(Sex)), st.integers(0, 9999)
)
def test_every_number_with_a_right_check_digit_is_read(born: date, sex: Sex, serial: int) -> None:
    text = number_for(born, sex, serial)

    assert iin.check(text) == ()
    read = iin.read(text)
    assert read is not None
    assert (read.birth_date, read.sex) == (born, sex)


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.integers(0, 9999), st.integers(1, 9))
def test_a_wrong_last_digit_is_found(born: date, serial: int, by: int) -> None:
    text = number_for(born, Sex.MALE, serial)

    assert codes(text[:11] + str((int(text[11]) + by) % 10)) == ["iin.check_digit"]


@given(st.text(max_size=14))
def test_any_text_is_answered(text: str) -> None:
    assert (iin.read(text) is None) == bool(iin.check(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "iin.not_digits"),
        ("92070440012x", "iin.not_digits"),
        ("９２０７０４４００１２３", "iin.not_digits"),
        ("-20704400123", "iin.not_digits"),
        (" 9207044001", "iin.not_digits"),
        ("92070440012", "iin.length"),
        ("9207044001230", "iin.length"),
        ("920704700123", "iin.seventh_digit"),
        ("920704000123", "iin.seventh_digit"),
        ("921304400123", "iin.birth_date"),
        ("920230400123", "iin.birth_date"),
        ("990229400123", "iin.birth_date"),
        ("000229400123", "iin.birth_date"),  # 1900 was no leap year
    ],
)
def test_what_is_wrong_is_named(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_leap_day_of_a_leap_year_is_a_day() -> None:
    assert codes(number_for(date(2000, 2, 29), Sex.FEMALE)) == []


def test_findings_and_repr_bear_no_digit_of_the_number() -> None:
    text = number_for(date(1992, 7, 4), Sex.FEMALE, 123)
    read = iin.read(text)

    assert text not in repr(read)
    assert all(text not in repr(finding) for finding in iin.check(text[:11] + "x"))


def test_a_difference_to_the_form_is_a_warning_at_the_forms_field() -> None:
    read = iin.read(number_for(date(1992, 7, 4), Sex.FEMALE))
    assert read is not None

    findings = iin.compare(read, date(1992, 7, 5), Sex.MALE)

    assert [(f.code, f.field, f.severity) for f in findings] == [
        ("iin.birth_date_differs", "birth_date", Severity.WARNING),
        ("iin.sex_differs", "sex", Severity.WARNING),
    ]
    assert iin.compare(read, date(1992, 7, 4), Sex.FEMALE) == ()
    assert iin.compare(read, None, None) == ()


@pytest.mark.parametrize("text", ["", "8005014000", "800501400007"])
def test_a_check_digit_is_of_eleven_digits(text: str) -> None:
    with pytest.raises(ValueError, match="eleven digits"):
        iin.check_digit(text)
