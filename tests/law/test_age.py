"""Old enough on election day: 25 for the Majilis, 20 for a maslikhat."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.law.editions import edition
from elections.law.eligibility import age, check_age

MAJILIS = edition("majilis-2020").eligibility
MASLIKHAT = edition("maslikhat-2020").eligibility
ELECTION_DAY = date(2021, 1, 10)


def test_a_candidate_born_on_election_day_25_years_before_may_stand() -> None:
    assert check_age(date(1996, 1, 10), MAJILIS, ELECTION_DAY) == ()


def test_a_candidate_one_day_younger_may_not() -> None:
    (finding,) = check_age(date(1996, 1, 11), MAJILIS, ELECTION_DAY)

    assert (finding.code, finding.field) == ("candidate.too_young", "birth_date")
    assert dict(finding.params) == {"age": 24, "minimum": 25, "on": ELECTION_DAY}
    assert finding.article == "Art. 86"


def test_twenty_is_enough_for_a_maslikhat() -> None:
    assert check_age(date(2001, 1, 10), MASLIKHAT, ELECTION_DAY) == ()
    assert check_age(date(2001, 1, 11), MASLIKHAT, ELECTION_DAY) != ()


def test_without_a_birth_date_nothing_is_found_here() -> None:
    assert check_age(None, MAJILIS, ELECTION_DAY) == ()


def test_a_birth_date_after_election_day_is_called_by_its_name() -> None:
    (finding,) = check_age(date(2021, 1, 11), MAJILIS, ELECTION_DAY)

    assert finding.code == "candidate.not_born"


def test_a_newborn_is_too_young_and_no_mistake_of_the_date() -> None:
    (finding,) = check_age(ELECTION_DAY, MAJILIS, ELECTION_DAY)

    assert finding.code == "candidate.too_young"


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        (date(2000, 2, 29), date(2020, 2, 28), 19),
        (date(2000, 2, 29), date(2020, 2, 29), 20),
        (date(2000, 2, 29), date(2021, 2, 28), 20),
        (date(2000, 2, 28), date(2021, 2, 28), 21),
        (date(2000, 2, 29), date(2019, 3, 1), 19),
        (date(2000, 1, 1), date(2000, 1, 1), 0),
        (date(2000, 1, 2), date(2000, 1, 1), -1),
    ],
)
def test_full_years(birth: date, on: date, years: int) -> None:
    assert age(birth, on) == years


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_age_never_falls_as_time_passes(birth: date, on: date) -> None:
    later = (
        on.replace(year=on.year + 1) if (on.month, on.day) != (2, 29) else date(on.year + 1, 3, 1)
    )

    assert age(birth, later) == age(birth, on) + 1 or (birth.month, birth.day) == (2, 29)
