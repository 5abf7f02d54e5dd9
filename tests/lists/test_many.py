"""Long lists and many contests: as many queries as for short ones; the Kazakh order of names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from elections.law.iin import Sex
from elections.models import Candidate, PartyList
from portal.base import clock
from tests import factories, people

pytestmark = pytest.mark.django_db
LONGEST = 127
MOST = 12
# One more for each thing that a card tells of: submissions, decisions, admissions.
MOST_AT_START = 14
ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


@pytest.fixture(autouse=True)
def _during_nomination() -> Iterator[None]:
    with clock.at(factories.NOW):
        yield


def make_many(party_list: PartyList, count: int) -> None:
    Candidate.objects.bulk_create(
        Candidate(
            list=party_list,
            surname=f"{ALPHABET[number % len(ALPHABET)]}дам".capitalize(),
            given_name="Айгүл",
            iin=factories.make_iin(date(1980, 5, 17), Sex.FEMALE, serial=2 * number + 1),
            birth_date=date(1980, 5, 17),
            sex="female",
            is_citizen=True,
            # Every third one is incomplete: findings must not cost queries either.
            is_party_member=None if number % 3 == 0 else True,
        )
        for number in range(count)
    )


@pytest.fixture
def draft() -> PartyList:
    return factories.make_list(factories.make_contest(), factories.make_party())


@pytest.mark.parametrize("count", [1, LONGEST])
@pytest.mark.parametrize("screen", ["start", "editor", "todo", "submit"])
def test_a_page_costs_few_queries_however_long_the_list(
    client: Client,
    draft: PartyList,
    screen: str,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make_many(draft, count)
    client.force_login(people.aigerim(draft.party, draft.contest.territory))
    url = reverse(f"lists:{screen}", args=[] if screen == "start" else [draft.pk])
    with django_assert_max_num_queries(MOST_AT_START if screen == "start" else MOST):
        page = client.get(url)
    assert page.status_code == 200
    if screen == "editor":
        assert page.content.decode().count('<tr role="row" class=') == count


@pytest.mark.parametrize("screen", ["candidate-add", "candidate-edit", "check"])
def test_one_person_of_many_costs_few_queries(
    client: Client,
    draft: PartyList,
    screen: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make_many(draft, LONGEST)
    client.force_login(people.aigerim(draft.party, draft.contest.territory))
    person = draft.candidates.in_order()[0]
    numbers = [draft.pk] if screen == "candidate-add" else [draft.pk, person.pk]
    url = reverse(f"lists:{screen}", args=numbers)
    with django_assert_max_num_queries(MOST):
        answer = client.post(url, {"surname": ""}) if screen == "check" else client.get(url)
    assert answer.status_code == 200


@pytest.mark.parametrize("count", [2, 40])
def test_the_start_page_of_a_chief_costs_few_queries_however_many_contests(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    election, party = factories.make_election(), factories.make_party()
    for _number in range(count):
        contest = factories.make_contest(election)
        factories.admit(party, contest)
        factories.fill(factories.make_list(contest, party), 2)
    client.force_login(people.gulnar(party))
    with django_assert_max_num_queries(MOST_AT_START):
        page = client.get(reverse("lists:start"))
    assert page.status_code == 200
    assert len(page.context["cards"]) == count


def test_surnames_of_every_kazakh_letter_stand_in_the_order_of_the_alphabet(
    client: Client, draft: PartyList
) -> None:
    make_many(draft, len(ALPHABET))
    client.force_login(people.aigerim(draft.party, draft.contest.territory))
    page = client.get(reverse("lists:editor", args=[draft.pk]))
    shown = [row.candidate.surname for row in page.context["rows"]]
    assert shown == [f"{letter}дам".capitalize() for letter in ALPHABET]
    assert [row.number for row in page.context["rows"]] == list(range(1, len(ALPHABET) + 1))


def test_of_equal_surnames_the_given_name_decides_and_a_prefix_stands_first(
    client: Client, draft: PartyList
) -> None:
    names = [("Әбен", "Ян"), ("Әбенов", "Аян"), ("Әбенов", "Әлия"), ("Әбенова", "Ая")]
    for number, (surname, given) in enumerate(reversed(names)):
        factories.make_candidate(draft, number, surname=surname, given_name=given)
    people_in_order = draft.candidates.in_order().values_list("surname", "given_name")
    assert list(people_in_order) == names
