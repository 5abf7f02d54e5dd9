"""What it costs to check a list: findings and quota, against the check digits of its numbers alone.

130 people are the largest list that a Majilis of 98 mandates allows, rounded up. Ten times as many
must cost ten times as much: every keystroke in the editor asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bench.harness import compare, report
from elections.law import lists
from elections.law.editions import edition
from elections.law.iin import Sex, check_digit
from elections.law.lists import Candidate, Conference, PartyList

MAJILIS = edition("majilis-2022-11")
ELECTION_DAY, TODAY = date(2023, 3, 19), date(2023, 1, 25)
MOST = 130
CONFERENCE = Conference("congress", date(2023, 1, 20), "Astana", 300, 280, 279, "1")


def person(number: int) -> Candidate:
    """Give a complete candidate; four of ten are women, no two have one number."""
    sex = Sex.FEMALE if number % 5 < 2 else Sex.MALE
    born = date(1955, 1, 1) + timedelta(days=17 * (number % 800))
    seventh = "4" if sex is Sex.FEMALE else "3"
    serial = number
    while check_digit(eleven := f"{born:%y%m%d}{seventh}{serial:04}") is None:
        serial += 2000
    return Candidate(
        key=number,
        surname=f"Ахметов{'а' if sex is Sex.FEMALE else ''}",
        given_name="Айгүл",
        iin=f"{eleven}{check_digit(eleven)}",
        # As the form stores them: taken over from the number.
        birth_date=born,
        sex=sex,
        is_citizen=True,
        is_party_member=True,
        residence="Шымкент",
        occupation="мұғалім",
    )


def _check(people: Sequence[Candidate]) -> Callable[[], None]:
    party_list = PartyList(tuple(people), CONFERENCE)

    def work() -> None:
        lists.check(
            party_list, MAJILIS, election_day=ELECTION_DAY, today=TODAY, mandates=len(people)
        )

    return work


def _digits(people: Sequence[Candidate]) -> Callable[[], None]:
    def work() -> None:
        for one in people:
            check_digit(one.iin[:11])

    return work


def main() -> bool:
    """Measure a list of 130 people and one of 1,300."""
    people = [person(number) for number in range(10 * MOST)]
    few = people[:MOST]
    found = lists.check(
        PartyList(tuple(few), CONFERENCE), MAJILIS, election_day=ELECTION_DAY, today=TODAY
    )
    assert found == (), found
    lines = compare(
        ("check digits alone, 130 people", _digits(few)),
        {"findings and quota, 130 people": _check(few)},
    )
    kept = report("A list checked", lines)
    lines = compare(
        ("findings and quota, 130 people", _check(few)),
        {"findings and quota, 1,300 people": _check(people)},
        limits={"findings and quota, 1,300 people": 12.0},
    )
    return report("Ten times as many people", lines) and kept
