"""The people, parties and commissions of the practice elections; all made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from elections.models import Commission, CommissionMember, Precinct
from parties.models import (
    Branch,
    Membership,
    MembershipTerritory,
    Party,
    PartyName,
    Territory,
    User,
)

# One for all, printed by `make run`: these accounts exist in a demonstration alone.
PASSWORD = "tizim-practice"  # noqa: S105
DOMAIN = "tizim.example"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MadeUpParty:
    """A party that stands in practice elections alone."""

    slug: str
    colour: str
    kk: str
    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast: what he or she does, for which party or commission, and where."""

    key: str
    name: str
    language: str
    what: str
    role: str
    party: str = ""
    places: tuple[str, ...] = ()
    commission: str = ""

    @property
    def email(self) -> str:
        """Return the address, in a domain that can never exist."""
        return f"{self.key}@{DOMAIN}"


PARTIES = (
    MadeUpParty("keleshek", "#7451c5", "Келешек", "Келешек", "Keleshek"),
    MadeUpParty("kokzhiek", "#c78701", "Көкжиек", "Көкжиек", "Kokzhiek"),
    MadeUpParty("tughan-olke", "#43a668", "Туған өлке", "Туған өлке", "Tughan Olke"),
    MadeUpParty("zhanga-dala", "#bb3825", "Жаңа дала", "Жаңа дала", "Zhanga Dala"),
)
CAST = (
    Person("gulnar", "Гүлнар Әбдіқадырова", "kk", "chief official of Keleshek, everywhere",
           "chief", party="keleshek"),
    Person("aigerim", "Айгерім Садықова", "kk",
           "official of Keleshek in Shymkent and Turkistan Region",
           "official", party="keleshek", places=("shymkent", "turkistan-region")),
    Person("bolat", "Болат Жүнісов", "en", "viewer of Keleshek in Shymkent, reads only",
           "viewer", party="keleshek", places=("shymkent",)),
    Person("dana", "Дана Смағұлова", "ru", "chief official of another party, Kokzhiek",
           "chief", party="kokzhiek"),
    Person("nurlan", "Нұрлан Оспанов", "kk", "chief official of Tughan Olke",
           "chief", party="tughan-olke"),
    Person("aliya", "Әлия Тасболатова", "ru", "chief official of Zhanga Dala",
           "chief", party="zhanga-dala"),
    Person("saule", "Сәуле Мұсабекова", "kk", "clerk of the Shymkent commission",
           "clerk", commission="shymkent"),
    Person("timur", "Тимур Ахметжанов", "ru", "second clerk of the Shymkent commission",
           "clerk", commission="shymkent"),
    Person("zhanar", "Жанар Қалиева", "kk", "chair of the Shymkent commission",
           "chair", commission="shymkent"),
    Person("kamila", "Камила Юсупова", "ru", "auditor of the Shymkent commission",
           "auditor", commission="shymkent"),
    Person("erlan", "Ерлан Бектасов", "ru", "clerk of another commission, Almaty",
           "clerk", commission="almaty"),
    Person("madina", "Мадина Ержанова", "kk", "chair of the Almaty commission",
           "chair", commission="almaty"),
    Person("asel", "Әсел Қуанышева", "en", "administrator of the installation", "administrator"),
)  # fmt: skip
COMMISSIONS = {
    "shymkent": (
        "Шымкент қалалық аумақтық сайлау комиссиясы",
        "Шымкентская городская территориальная избирательная комиссия",
        "Shymkent city territorial election commission",
    ),
    "almaty": (
        "Алматы қалалық аумақтық сайлау комиссиясы",
        "Алматинская городская территориальная избирательная комиссия",
        "Almaty city territorial election commission",
    ),
    "aktobe-region": (
        "Ақтөбе облыстық аумақтық сайлау комиссиясы",
        "Актюбинская областная территориальная избирательная комиссия",
        "Aktobe regional territorial election commission",
    ),
    "rudnyy": (
        "Рудный қалалық аумақтық сайлау комиссиясы",
        "Рудненская городская территориальная избирательная комиссия",
        "Rūdnyy city territorial election commission",
    ),
    "turkistan": (
        "Түркістан қалалық аумақтық сайлау комиссиясы",
        "Туркестанская городская территориальная избирательная комиссия",
        "Türkistan city territorial election commission",
    ),
    "sayram-turkistan": (
        "Сайрам аудандық аумақтық сайлау комиссиясы",
        "Сайрамская районная территориальная избирательная комиссия",
        "Sayram district territorial election commission",
    ),
}
# Made-up polling stations, for counting practice elections.
STATIONS = {"shymkent": 10, "almaty": 6}


@dataclass(slots=True)
class Stage:
    """The stored rows of the cast, by their keys."""

    territories: Mapping[str, Territory]
    parties: dict[str, Party] = field(default_factory=dict)
    commissions: dict[str, Commission] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)

    def official_of(self, party: str, territory: str) -> User:
        """Return who fills in this party's list there: the official for that place or the chief."""
        place: Territory | None = self.territories[territory]
        while place is not None:
            for person in CAST:
                if (person.party, person.role) == (
                    party,
                    "official",
                ) and place.slug in person.places:
                    return self.people[person.key]
            place = place.parent
        return self.chief_of(party)

    def chief_of(self, party: str) -> User:
        """Return the party's chief official."""
        return next(
            self.people[person.key]
            for person in CAST
            if (person.party, person.role) == (party, "chief")
        )


def gather() -> Stage:
    """Make the cast, or bring it back to what it was: accounts, roles, passwords, languages.

    Expects to run inside audit.acting().
    """
    territories = Territory.objects.select_related("parent__parent")
    stage = Stage({row.slug: row for row in territories})
    for made_up in PARTIES:
        stage.parties[made_up.slug] = _party(made_up, stage)
    for slug, names in COMMISSIONS.items():
        stage.commissions[slug] = _commission(stage.territories[slug], names)
    for slug, count in STATIONS.items():
        for number in range(1, count + 1):
            Precinct.objects.get_or_create(
                territory=stage.territories[slug],
                number=number,
                valid_from=LONG_AGO.date(),
            )
    # One hash for all: the password is known anyway, and hashing is slow on purpose.
    password = make_password(PASSWORD)
    for person in CAST:
        stage.people[person.key] = _account(person, password)
        _roles(person, stage)
    return stage


def as_table() -> Iterator[str]:
    """Yield the lines that tell whoever runs the portal whom he can be."""
    width = max(len(person.email) for person in CAST)
    yield f"Practice people, password of all: {PASSWORD}"
    for person in CAST:
        room = "/party/" if person.party else "/admin/"
        yield f"  {person.email:<{width}}  {room:<8} {person.what}"


def _party(made_up: MadeUpParty, stage: Stage) -> Party:
    party, is_new = Party.objects.get_or_create(
        slug=made_up.slug, defaults={"colour": made_up.colour}
    )
    if is_new:
        PartyName.objects.create(
            party=party,
            name_kk=f"«{made_up.kk}» партиясы",
            name_ru=f"Партия «{made_up.ru}»",
            name_en=f"{made_up.en} Party",
            short_kk=made_up.kk,
            short_ru=made_up.ru,
            short_en=made_up.en,
        )
        Branch.objects.bulk_create(
            Branch(party=party, territory=stage.territories[slug], registered_on=date(2019, 4, 2))
            for slug in COMMISSIONS
        )
    return party


def _commission(territory: Territory, names: tuple[str, str, str]) -> Commission:
    kk, ru, en = names
    commission, _ = Commission.objects.get_or_create(
        territory=territory,
        defaults={"level": "territorial", "name_kk": kk, "name_ru": ru, "name_en": en},
    )
    return commission


def _account(person: Person, password: str) -> User:
    wanted = {
        "name": person.name,
        "language": person.language,
        "password": password,
        "is_active": True,
        "is_superuser": person.role == "administrator",
    }
    user, _ = User.objects.update_or_create(email=person.email, defaults=wanted)
    return user


def _roles(person: Person, stage: Stage) -> None:
    user = stage.people[person.key]
    if person.commission:
        CommissionMember.objects.update_or_create(
            user=user,
            commission=stage.commissions[person.commission],
            valid_until=None,
            defaults={"role": person.role, "valid_from": LONG_AGO},
        )
    if person.party:
        membership, _ = Membership.objects.update_or_create(
            user=user,
            party=stage.parties[person.party],
            valid_until=None,
            defaults={
                "role": person.role,
                "all_territories": not person.places,
                "valid_from": LONG_AGO,
            },
        )
        for slug in person.places:
            MembershipTerritory.objects.get_or_create(
                membership=membership, territory=stage.territories[slug]
            )
