"""Honest defaults for rows: each function makes one thing, ready to be used, through no service."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time
from typing import Any

from elections.law.iin import Sex, check_digit
from elections.models import (
    Admission,
    Candidate,
    Commission,
    Contest,
    Deadline,
    Election,
    PartyList,
    Precinct,
)
from parties.models import Party, PartyName, Territory

# During nomination of the elections made here, three weeks before it closes.
NOW = datetime(2020, 11, 12, 6, 0, tzinfo=UTC)
ELECTION_DAY = date(2021, 1, 10)
DEADLINES = {
    "nomination_opens": (date(2020, 11, 10), time(0, 0)),
    "nomination_closes": (date(2020, 12, 4), time(18, 0)),
    "registration_closes": (date(2020, 12, 10), time(18, 0)),
    "campaign_opens": (date(2020, 12, 10), time(18, 0)),
    "silence_begins": (date(2021, 1, 9), time(0, 0)),
    "voting_opens": (date(2021, 1, 10), time(7, 0)),
    "voting_closes": (date(2021, 1, 10), time(20, 0)),
    "results_due": (date(2021, 1, 17), time(0, 0)),
}
COLOURS = ("#1a6d85", "#c78701", "#bb3825", "#43a668", "#7451c5")
_numbers = itertools.count(1)


def make_iin(born: date, sex: Sex, serial: int = 1) -> str:
    """Return a valid number for a birth date and a sex."""
    century = {(19, Sex.MALE): "3", (19, Sex.FEMALE): "4", (20, Sex.MALE): "5"}
    seventh = century.get((born.year // 100, sex), "6")
    while True:
        eleven = f"{born:%y%m%d}{seventh}{serial:04d}"
        digit = check_digit(eleven)
        if digit is not None:
            return f"{eleven}{digit}"
        serial += 1


def make_country() -> Territory:
    found = Territory.objects.filter(kind="country").first()
    return found or Territory.objects.create(
        slug="kazakhstan",
        kind="country",
        name_kk="Қазақстан",
        name_ru="Казахстан",
        name_en="Kazakhstan",
        time_zone="Asia/Almaty",
    )


def make_territory(slug: str = "", zone: str = "Asia/Almaty", **fields: Any) -> Territory:
    slug = slug or f"region-{next(_numbers)}"
    names = {"name_kk": f"{slug} облысы", "name_ru": f"область {slug}", "name_en": slug}
    defaults = {"kind": "region", "parent": make_country(), "time_zone": zone} | names
    return Territory.objects.create(slug=slug, **defaults | fields)


def make_party(slug: str = "") -> Party:
    number = next(_numbers)
    slug = slug or f"party-{number}"
    party = Party.objects.create(slug=slug, colour=COLOURS[number % len(COLOURS)])
    PartyName.objects.create(
        party=party,
        name_kk=f"«{slug}» партиясы",
        name_ru=f"Партия «{slug}»",
        name_en=f"{slug} Party",
        short_kk=slug,
        short_ru=slug,
        short_en=slug,
    )
    return party


def make_commission(territory: Territory) -> Commission:
    return Commission.objects.create(
        territory=territory,
        level="territorial",
        name_kk=f"{territory.name_kk}: аумақтық сайлау комиссиясы",
        name_ru=f"{territory.name_ru}: территориальная избирательная комиссия",
        name_en=f"{territory.name_en}: territorial election commission",
    )


def make_election(slug: str = "", **fields: Any) -> Election:
    names = {
        "name_kk": "Мәслихат депутаттарын сайлау",
        "name_ru": "Выборы депутатов маслихатов",
        "name_en": "Election of deputies of the maslikhats",
    }
    defaults: dict[str, Any] = {
        "body": "maslikhat",
        "day": ELECTION_DAY,
        "kind": "live",
        "edition": "maslikhat-2020",
        "entries_needed": 1,
    }
    election = Election.objects.create(
        slug=slug or f"election-{next(_numbers)}", **defaults | names | fields
    )
    Deadline.objects.bulk_create(
        Deadline(election=election, kind=kind, local_date=day, local_time=at, source="calendar")
        for kind, (day, at) in DEADLINES.items()
    )
    return election


def make_contest(
    election: Election | None = None, territory: Territory | None = None, mandates: int = 15
) -> Contest:
    territory = territory or make_territory()
    commission = Commission.objects.filter(territory=territory).first()
    return Contest.objects.create(
        election=election or make_election(),
        territory=territory,
        mandates=mandates,
        commission=commission or make_commission(territory),
    )


def admit(party: Party, contest: Contest) -> None:
    Admission.objects.create(
        election=contest.election,
        party=party,
        territory=contest.territory,
        resolution="№ 1",
        on=date(2020, 11, 5),
    )


def make_list(contest: Contest, party: Party, **fields: Any) -> PartyList:
    """Return a draft with its conference; `fill` gives it candidates."""
    if not party.admissions.filter(election=contest.election).exists():
        admit(party, contest)
    conference = {
        "nominating_body": "Филиал конференциясы",
        "nominated_on": date(2020, 11, 11),
        "nominated_at_place": "Алматы",
        "members": 60 if contest.election.body != "maslikhat" else None,
        "present": 40,
        "votes_for": 38,
        "minutes_number": "3",
    }
    return PartyList.objects.create(contest=contest, party=party, **conference | fields)


SURNAMES = (
    "Ахметова",
    "Әбенова",
    "Байжанов",
    "Ғабитов",
    "Жұмабаев",
    "Қасымов",
    "Өтеген",
    "Сатпаев",
)


def make_candidate(party_list: PartyList, number: int = 0, **fields: Any) -> Candidate:
    """Return a complete person; every second one a woman of 40, the others men of 50."""
    sex = Sex.FEMALE if number % 2 == 0 else Sex.MALE
    born = date(1980, 5, 17) if sex is Sex.FEMALE else date(1970, 3, 8)
    defaults: dict[str, Any] = {
        "surname": SURNAMES[number % len(SURNAMES)],
        "given_name": "Айгүл" if sex is Sex.FEMALE else "Серік",
        "iin": make_iin(born, sex, serial=number + 1),
        "birth_date": born,
        "sex": str(sex),
        "is_citizen": True,
        "is_party_member": True,
        "residence": "Алматы қаласы",
        "occupation": "мұғалім",
    }
    return Candidate.objects.create(list=party_list, **defaults | fields)


def fill(party_list: PartyList, people: int = 4) -> list[Candidate]:
    return [make_candidate(party_list, number) for number in range(people)]


def make_precinct(territory: Territory, number: int = 1) -> Precinct:
    return Precinct.objects.create(territory=territory, number=number, valid_from=date(2020, 1, 1))
