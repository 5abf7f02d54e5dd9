"""Something wrong of every kind that the law knows, and what the law says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from elections.law import calendar, iin, lists, mandates, protocol
from elections.law.calendar import DeadlineKind
from elections.law.editions import edition
from elections.law.findings import Finding
from elections.law.iin import Sex
from elections.law.lists import Candidate, Conference, PartyList
from elections.law.mandates import Listed, Naming, PersonState
from elections.law.parameters import Rule, Tag
from elections.law.quota import Person
from tests.law.precinct import COUNTS

MAJILIS, MAJILIS_2022 = edition("majilis-2020"), edition("majilis-2022")
DAY, TODAY = date(2021, 1, 10), date(2020, 11, 20)
NUMBER = "800501400007"  # a woman, born 1 May 1980
WOMAN = Candidate(
    "a",
    surname="Ахметова",
    given_name="Айгүл",
    iin=NUMBER,
    is_citizen=True,
    is_party_member=True,
    residence="Шымкент",
    occupation="мұғалім",
)
MAN = replace(WOMAN, key="m", iin="", birth_date=date(1970, 1, 1), sex=Sex.MALE)
CONFERENCE = Conference("conference", date(2020, 11, 12), "Шымкент", 31, 31, 16, "1")


def every_finding() -> list[Finding]:
    """Give what the rules say, each code at least once."""
    return [*_of_people(), *_of_lists(), *_of_conferences(), *_of_mandates(), *_of_protocols()]


def _check(*people: Candidate, conference: Conference = CONFERENCE) -> tuple[Finding, ...]:
    party_list = PartyList(people, conference)
    return lists.check(party_list, MAJILIS, election_day=DAY, today=TODAY, mandates=1)


def _of_people() -> Iterator[Finding]:
    people = (
        Candidate("nothing"),
        replace(WOMAN, is_citizen=False, is_party_member=False, surname="Axметова"),
        *(replace(MAN, birth_date=date(year, 1, 1)) for year in (2030, 1850, 2000)),
        replace(WOMAN, birth_date=date(1980, 5, 2), sex=Sex.MALE),
    )
    for person in people:
        yield from lists.check_candidate(person, MAJILIS, DAY)
    yield from lists.check_candidate(replace(WOMAN, has_disability=True), MAJILIS_2022, DAY)
    # No digits, too short, no such century, no such day, another check digit.
    for number in ("80050140000a", "8005", "800501900007", "801301400007", "800501400008"):
        yield from iin.check(number)


def _of_lists() -> Iterator[Finding]:
    yield from _check()
    yield from _check(WOMAN, replace(WOMAN, key="b"))
    # Three men; a woman among five; a woman and two men, of whom the quota asks for her.
    men = [replace(MAN, key=key) for key in "mnopq"]
    yield from _check(*men[:3])
    yield from _check(WOMAN, *men[:4])
    yield from _check(WOMAN, *men[:2])
    fewest = Rule(3, (Tag.UNCONFIRMED,), note="planted")
    asks = replace(MAJILIS, nomination=replace(MAJILIS.nomination, fewest=fewest))
    yield from lists.check_size(2, asks, None)
    at = {
        kind: calendar.instant(day, time(18), "Asia/Almaty")
        for kind, day in (
            (DeadlineKind.NOMINATION_OPENS, date(2020, 11, 10)),
            (DeadlineKind.NOMINATION_CLOSES, date(2020, 11, 30)),
        )
    }
    yield from calendar.check_nomination({}, at[DeadlineKind.NOMINATION_OPENS])
    for kind, days in ((DeadlineKind.NOMINATION_OPENS, -1), (DeadlineKind.NOMINATION_CLOSES, 1)):
        yield from calendar.check_nomination(at, at[kind] + timedelta(days=days))


def _of_conferences() -> Iterator[Finding]:
    for conference in (
        Conference(),
        replace(CONFERENCE, on=date(2020, 11, 21)),
        replace(CONFERENCE, votes_for=32),
        replace(CONFERENCE, votes_for=15),
        replace(CONFERENCE, members=30),
    ):
        yield from lists.check_conference(conference, MAJILIS, TODAY)
    yield from lists.check_votes(replace(CONFERENCE, votes_for=15), edition("maslikhat-2020"))


def _of_mandates() -> Iterator[Finding]:
    men = [Listed(Person(key, Sex.MALE, date(1970, 1, 1))) for key in "abcde"]
    gone = [
        Listed(Person(state.value, Sex.MALE), state)
        for state in PersonState
        if state is not PersonState.LISTED
    ]
    woman = Listed(Person("w", Sex.FEMALE))
    named = ("x", "a", "a", *(one.key for one in gone))
    yield from mandates.check_naming(named, [*men, *gone], MAJILIS, 3, DAY)
    yield from mandates.check_naming(("a",), men, MAJILIS, 9, DAY)
    for listed in (men, [*men, woman]):  # nobody, and somebody who could be named instead
        yield from mandates.check_naming(tuple("abc"), listed, MAJILIS_2022, 3, DAY)
    standing = mandates.fill_vacancy(
        men,
        Naming(("a",), TODAY),
        MAJILIS.mandates,
        holders=("a",),
        vacated_by="b",
        vacated=TODAY,
        today=TODAY,
    )
    assert isinstance(standing, mandates.Awaited)
    yield from standing.findings


SLIPS: tuple[dict[str, object], ...] = (
    {"received_ballots": None},
    {"received_ballots": -1},
    {"received_ballots": 10**8},
    {"other": 1},
    {"received_ballots": 0},
    {"received_ballots": 1001},
    {"absentee": 601},
    {"outside": 601},
    {"valid": 591},
    {"invalid": 9},
    {"portable": 21},
    {"delivered": 1011},
)


def _of_protocols() -> Iterator[Finding]:
    form = MAJILIS.protocol
    for slip in SLIPS:
        yield from protocol.check(form, COUNTS | slip, {"one": 590}, ["one"])
    yield from protocol.check(form, COUNTS, {"one": 590, "other": 1}, ["one"])
