"""The page of notices: one's own, newest first, in the language that one has chosen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from elections.models import Election, PartyList
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.notices.conftest import a_notice, submit

pytestmark = pytest.mark.django_db

ADDRESS = "/party/notices/"


def page(client: Client, person: User, language: str = "en") -> str:
    client.force_login(person)
    answer = client.get(ADDRESS, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_has_handed_in_a_list_finds_it_said(
    client: Client, party_list: PartyList, official: User
) -> None:
    submit(party_list, official)
    newest = party_list.submissions.get()
    for language, party in (("kk", "«keleshek» партиясы"), ("ru", "Партия «keleshek»")):
        html = page(client, official, language)
        assert newest.digest in html
        assert f'href="/party/lists/{party_list.pk}/"' in html
        assert party in html


def test_the_newest_stands_first(client: Client, party_list: PartyList, official: User) -> None:
    a_notice(party_list, official, "list_submitted")
    later = factories.NOW + timedelta(days=1)
    a_notice(party_list, official, "list_withdrawn", created=later)
    html = page(client, official)
    assert html.index("The list is withdrawn") < html.index("The list is handed in")


def test_a_colleagues_notices_are_not_shown(
    client: Client, party_list: PartyList, official: User
) -> None:
    a_notice(party_list, people.gulnar(party_list.party))
    assert "0f" * 32 not in page(client, official)


def test_without_notices_the_page_says_so(client: Client, official: User) -> None:
    assert "Nothing has happened yet" in page(client, official)


def test_what_was_told_of_a_replaced_practice_election_is_not_shown(
    client: Client, party_list: PartyList, official: User
) -> None:
    practice = factories.make_election(kind="practice", day_offset=40)
    party_list = factories.make_list(factories.make_contest(practice), party_list.party)
    a_notice(party_list, official)
    assert "0f" * 32 in page(client, official)
    Election.objects.filter(pk=practice.pk).update(retired_at=clock.now())
    assert "0f" * 32 not in page(client, official)


def test_the_number_of_queries_does_not_grow_with_the_notices(
    client: Client,
    party_list: PartyList,
    official: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(40):
        a_notice(party_list, official)
    client.force_login(official)
    with django_assert_max_num_queries(10):
        client.get(ADDRESS)


def test_only_people_of_a_party_come_in(client: Client, party_list: PartyList) -> None:
    assert client.get(ADDRESS).headers["Location"] == f"/party/sign-in/?next={ADDRESS}"
    assert party_list.contest.commission
    for stranger in (people.saule(party_list.contest.commission), people.marat()):
        client.force_login(stranger)
        assert client.get(ADDRESS).status_code == 403


def test_the_page_takes_nothing(client: Client, official: User) -> None:
    client.force_login(official)
    assert client.post(ADDRESS).status_code == 405
