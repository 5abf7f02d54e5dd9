"""What the party's pages cost: a list of 127 people, one person saved, a chief of 216 contests.

Baselines of the same run: the page with one person, a bare ORM write of the same row, the start
page of a chief with twelve contests.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from functools import partial

from bench import database  # before all that needs Django

# isort: split
from django.db import transaction
from django.test import Client
from django.urls import reverse

from bench.harness import compare, report
from elections.law.iin import Sex
from elections.lists import services
from elections.models import Candidate, PartyList
from parties.models import User
from portal.base import clock
from tests import factories, people

LONGEST = 127
CONTESTS, FEW, PEOPLE = 216, 12, 10
MOST_QUERIES = 12
LIMITS = {
    "127 people": 8.0,
    "service, with findings": 60.0,
    "the form, posted": 60.0,
    "216 contests": 15.0,
}
BORN = date(1980, 5, 17)
_words = itertools.count(1)


def fill(party_list: PartyList, count: int) -> None:
    """Give a list so many people; every third one is incomplete."""
    Candidate.objects.bulk_create(
        Candidate(
            list=party_list,
            surname=factories.SURNAMES[number % len(factories.SURNAMES)],
            given_name="Айгүл",
            iin=factories.make_iin(BORN, Sex.FEMALE, serial=2 * number + 1),
            birth_date=BORN,
            sex="female",
            is_citizen=True,
            is_party_member=None if number % 3 == 0 else True,
        )
        for number in range(count)
    )


def official_of(party_list: PartyList, name: str) -> tuple[User, Client]:
    user = people.account(name, f"{name}@example.kz")
    people.member(user, party_list.party, "official", party_list.contest.territory)
    client = Client()
    client.force_login(user)
    return user, client


def measure_list() -> bool:
    """Measure the editor of a long list."""
    pages: dict[str, tuple[Client, str]] = {}
    for name, count in (("1 person", 1), (f"{LONGEST} people", LONGEST)):
        row = factories.make_list(factories.make_contest(), factories.make_party())
        fill(row, count)
        _user, client = official_of(row, f"of-{count}")
        pages[name] = (client, reverse("lists:editor", args=[row.pk]))
    counts = {name: database.queries(*page) for name, page in pages.items()}
    kept = database.same_queries("the list editor", counts, MOST_QUERIES)
    works = {name: partial(client.get, address) for name, (client, address) in pages.items()}
    (first, baseline), *others = works.items()
    lines = compare((first, baseline), dict(others), limits=LIMITS)
    return report("The list editor", lines) and kept


def measure_saving() -> bool:
    """Measure a candidate's save: bare, by the service with the law's findings, by the form."""
    row = factories.make_list(factories.make_contest(), factories.make_party())
    fill(row, LONGEST)
    user, client = official_of(row, "saves")
    lines = compare(
        ("bare ORM write", _bare(row)),
        {
            "service, with findings": _service(row, user),
            "the form, posted": _form(row, client),
        },
        limits=LIMITS,
    )
    return report(f"One of {LONGEST} people saved", lines)


def _person(row: PartyList, place: int) -> Candidate:
    return row.candidates.in_order()[place]


def _bare(row: PartyList) -> Callable[[], None]:
    person = _person(row, 1)

    def work() -> None:
        person.occupation = f"мұғалім {next(_words)}"
        with transaction.atomic():
            person.save()

    return work


def _service(row: PartyList, user: User) -> Callable[[], None]:
    person = _person(row, 2)

    def work() -> None:
        nonlocal person
        data = {"occupation": f"мұғалім {next(_words)}"}
        person = services.save_candidate(
            row, person, data=data, version=person.version, by=user, at=factories.NOW
        )
        services.check(row, at=factories.NOW)

    return work


def _form(row: PartyList, client: Client) -> Callable[[], None]:
    person = _person(row, 4)
    address = reverse("lists:candidate-edit", args=[row.pk, person.pk])
    form = client.get(address).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    typed = {name: "" if value is None else str(value) for name, value in shown.items()}

    def work() -> None:
        version = Candidate.objects.values_list("version", flat=True).get(pk=person.pk)
        changed = {"occupation": f"мұғалім {next(_words)}", "version": str(version)}
        answer = client.post(address, typed | changed)
        assert answer.status_code == 302, answer.status_code

    return work


def measure_start() -> bool:
    """Measure the start page of a chief of very many contests."""
    pages: dict[str, Client] = {}
    for count in (FEW, CONTESTS):
        election, party = factories.make_election(), factories.make_party()
        for _ in range(count):
            contest = factories.make_contest(election)
            fill(factories.make_list(contest, party), PEOPLE)
            if not party.admissions.filter(territory=contest.territory).exists():
                factories.admit(party, contest)
        chief = people.account("chief", f"chief-{count}@example.kz")
        client = Client()
        client.force_login(people.member(chief, party, "chief"))
        assert len(client.get(reverse("lists:start")).context["cards"]) == count
        pages[f"{count} contests"] = client
    address = reverse("lists:start")
    counts = {name: database.queries(client, address) for name, client in pages.items()}
    kept = database.same_queries("the start page", counts)
    works = {name: partial(client.get, address) for name, client in pages.items()}
    (first, baseline), *others = works.items()
    lines = compare((first, baseline), dict(others), limits=LIMITS)
    return report(f"Start page of a chief, lists of {PEOPLE} people", lines) and kept


def main() -> bool:
    """Measure what officials open most."""
    with database.fresh(), clock.at(factories.NOW):
        kept = [measure_list(), measure_saving(), measure_start()]
    return all(kept)
