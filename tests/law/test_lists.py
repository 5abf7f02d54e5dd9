"""A whole list: its people, its conference, and the article of the edition at each finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from elections.law import lists
from elections.law.editions import EDITIONS, edition
from elections.law.findings import Severity
from elections.law.iin import Sex
from elections.law.lists import Candidate, Conference, PartyList
from elections.law.rules import Edition

MAJILIS, MASLIKHAT = edition("majilis-2020"), edition("maslikhat-2020")
DAY = date(2021, 1, 10)
TODAY = date(2020, 11, 20)
PERSON = Candidate(
    "a",
    surname="Ахметова",
    given_name="Айгүл",
    birth_date=date(1980, 5, 1),
    sex=Sex.FEMALE,
    is_citizen=True,
    is_party_member=True,
    residence="Шымкент",
    occupation="мұғалім",
    iin="800501400007",
)
CONFERENCE = Conference(
    body="conference",
    on=date(2020, 11, 12),
    place="Шымкент",
    members=31,
    present=31,
    votes_for=16,
    minutes_number="1",
)
Found = dict[str, tuple[str, str]]


def found(
    *people: Candidate, conference: Conference = CONFERENCE, known: Edition = MAJILIS
) -> Found:
    """Check a list; code → (field, article)."""
    findings = lists.check(PartyList(people, conference), known, election_day=DAY, today=TODAY)
    return {one.code: (one.field, one.article) for one in findings if one.code[:4] != "iin."}


def test_a_list_that_fits_has_no_findings() -> None:
    assert found(PERSON) == {}


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_every_edition_checks_a_list(known: Edition) -> None:
    """None but the maslikhats' twenty years is younger than the candidate; all name its quota."""
    assert found(PERSON, known=known) == {}
    empty = found(known=known)
    assert empty == {"list.empty": ("candidates", known.documents.of_list.article)}


@pytest.mark.parametrize(
    ("name", "value", "code", "majilis", "maslikhat"),
    [
        ("surname", "", "candidate.surname_missing", "Art. 89(3)", "Art. 104"),
        ("given_name", "", "candidate.given_name_missing", "Art. 89(3)", "Art. 104"),
        ("iin", "", "candidate.iin_missing", "Art. 89(3)", "Art. 104"),
        ("is_citizen", None, "candidate.is_citizen_missing", "Art. 89(3)", "Art. 104"),
        ("is_party_member", None, "candidate.is_party_member_missing", "Art. 89(3)", "Art. 104"),
        ("is_party_member", False, "candidate.not_member", "Art. 87(2)", "Art. 87(2)"),
        (
            "is_citizen",
            False,
            "candidate.not_citizen",
            "Art. 86",
            "Art. 5(2) of the Law on Local Government and Self-Government",
        ),
        ("residence", "", "candidate.residence_missing", "", ""),
        ("occupation", "", "candidate.occupation_missing", "", ""),
    ],
)
def test_what_is_wrong_with_a_person_cites_the_edition(
    name: str, value: Any, code: str, majilis: str, maslikhat: str
) -> None:
    person = replace(PERSON, **{name: value})

    assert found(person)[code] == (f"candidates.a.{name}", majilis)
    assert found(person, known=MASLIKHAT)[code] == (f"candidates.a.{name}", maslikhat)


def test_birth_date_and_sex_may_come_from_the_number() -> None:
    by_number = replace(PERSON, birth_date=None, sex=None)
    nothing = replace(by_number, iin="")

    assert "candidate.birth_date_missing" not in found(by_number)
    assert lists.born(by_number) == date(1980, 5, 1)
    assert lists.sex(by_number) is Sex.FEMALE
    assert lists.age_on(by_number, DAY) == 40
    assert {"candidate.birth_date_missing", "candidate.sex_missing"} <= set(found(nothing))
    assert (lists.born(nothing), lists.sex(nothing), lists.age_on(nothing, DAY)) == (None,) * 3


def test_latin_letters_in_a_name_are_a_warning_that_shows_them() -> None:
    (one,) = lists.check_candidate(replace(PERSON, surname="Axмeтова"), MAJILIS, DAY)

    assert (one.code, one.field, one.severity) == (
        "candidate.latin_letters",
        "surname",
        Severity.WARNING,
    )
    assert one.params == {"letters": "A e x"}


def test_nobody_is_older_than_the_oldest() -> None:
    born = {"birth_date": date(1898, 1, 10), "iin": ""}
    codes = {
        one.code
        for one in lists.check_candidate(replace(PERSON, **born), MAJILIS, DAY)  # type: ignore[arg-type]
    }

    assert codes == {"candidate.iin_missing", "candidate.too_long_ago"}


def test_a_number_that_stands_twice_is_found_at_both() -> None:
    other = replace(PERSON, key="b")
    findings = lists.check(
        PartyList((PERSON, other), CONFERENCE), MAJILIS, election_day=DAY, today=TODAY
    )

    assert [one.field for one in findings if one.code == "candidate.duplicate"] == [
        "candidates.a.iin",
        "candidates.b.iin",
    ]


@pytest.mark.parametrize(
    ("name", "value", "code", "field"),
    [
        ("body", "", "conference.nominating_body_missing", "nominating_body"),
        ("on", None, "conference.nominated_on_missing", "nominated_on"),
        ("place", "", "conference.nominated_at_place_missing", "nominated_at_place"),
        ("present", None, "conference.present_missing", "present"),
        ("votes_for", None, "conference.votes_for_missing", "votes_for"),
        ("minutes_number", "", "conference.minutes_number_missing", "minutes_number"),
        ("on", date(2020, 11, 21), "conference.in_future", "nominated_on"),
        ("votes_for", 32, "conference.more_votes_than_present", "votes_for"),
    ],
)
def test_what_is_wrong_with_the_conference_cites_the_edition(
    name: str, value: Any, code: str, field: str
) -> None:
    conference = replace(CONFERENCE, **{name: value})

    assert found(PERSON, conference=conference) == {code: (f"conference.{field}", "Art. 87(2)")}
    of_maslikhat = found(PERSON, conference=conference, known=MASLIKHAT)
    assert of_maslikhat == {code: (f"conference.{field}", "Art. 103(2)")}


def test_half_of_those_present_are_no_majority_of_a_branch() -> None:
    even = replace(CONFERENCE, members=None, present=30, votes_for=15)
    more = replace(even, votes_for=16)

    wrong = found(PERSON, conference=even, known=MASLIKHAT)
    assert wrong == {"conference.no_majority": ("conference.votes_for", "Art. 103(2)")}
    assert found(PERSON, conference=more, known=MASLIKHAT) == {}
    # Nobody asks a branch how many delegates it has in all.
    for members in (10, 1000):
        assert found(PERSON, conference=replace(more, members=members), known=MASLIKHAT) == {}


def test_a_congress_decides_by_the_majority_of_all_its_members() -> None:
    half = replace(CONFERENCE, members=60, present=40, votes_for=30)

    wrong = found(PERSON, conference=half)
    assert wrong == {"conference.no_majority_of_members": ("conference.votes_for", "Art. 87(2)")}
    assert found(PERSON, conference=replace(half, votes_for=31)) == {}


def test_members_of_a_congress_are_asked_for_and_no_fewer_than_are_present() -> None:
    unknown = found(PERSON, conference=replace(CONFERENCE, members=None))
    assert unknown == {"conference.members_missing": ("conference.members", "Art. 87(2)")}
    fewer = found(PERSON, conference=replace(CONFERENCE, members=30))
    assert fewer == {"conference.more_present_than_members": ("conference.present", "Art. 87(2)")}


def test_a_broken_quota_is_found_on_the_list() -> None:
    men = [
        replace(PERSON, key=number, sex=Sex.MALE, iin=f"8005013000{number:02}")
        for number in range(3)
    ]

    assert found(*men)["quota.not_met"] == ("candidates", "Art. 89(4)")
