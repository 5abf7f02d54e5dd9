"""The party's rooms speak the language of the official, to the last word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from elections.models import PartyList
from portal.base import clock
from tests import factories, people
from tests.words import Words, english

pytestmark = pytest.mark.django_db

SCREENS = ("editor", "candidate-add", "conference", "todo", "submit", "withdraw")
ENTRANCES = ("sign-in", "password-forgotten", "password-sent", "password-set", "mail")


@pytest.fixture(autouse=True)
def _during_nomination() -> Iterator[None]:
    with clock.at(factories.NOW):
        yield


@pytest.fixture
def draft() -> PartyList:
    party_list = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(party_list)
    return party_list


@pytest.fixture
def official(client: Client, draft: PartyList, language: str) -> Client:
    gulnar = people.gulnar(draft.party)
    gulnar.language = language
    gulnar.save(update_fields=["language"])
    client.force_login(gulnar)
    # What signing in by the form does.
    client.cookies["django_language"] = language
    return client


def left_in_english(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert f'<html lang="{client.cookies["django_language"].value}"' in page
    texts = Words(page).texts
    assert len(texts) > 5
    return english(texts)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_english_is_left_on_the_screen(official: Client, draft: PartyList, screen: str) -> None:
    assert left_in_english(official, reverse(f"lists:{screen}", args=[draft.pk])) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_english_is_left_on_start_candidate_and_receipt(
    official: Client, draft: PartyList
) -> None:
    candidate = draft.candidates.all()[0]
    shown = official.get(reverse("lists:submit", args=[draft.pk])).context["preview"].bodies

    assert left_in_english(official, reverse("lists:start")) == []
    edit = reverse("lists:candidate-edit", args=[draft.pk, candidate.pk])
    assert left_in_english(official, edit) == []
    official.post(
        reverse("lists:submit", args=[draft.pk]), {"nonce": shown.nonce, "digest": shown.digest}
    )
    assert left_in_english(official, reverse("lists:receipt", args=[draft.pk, 1])) == []


@pytest.mark.parametrize(("language", "citation"), [("kk", "104-бап"), ("ru", "ст. 104")])
def test_articles_are_cited_as_the_language_does(
    official: Client, draft: PartyList, citation: str
) -> None:
    person = draft.candidates.all()[0]
    draft.candidates.filter(pk=person.pk).update(iin=None, is_citizen=None)
    for address in (
        reverse("lists:todo", args=[draft.pk]),
        reverse("lists:editor", args=[draft.pk]),
        reverse("lists:candidate-edit", args=[draft.pk, person.pk]),
    ):
        page = official.get(address).content.decode().replace("\xa0", " ")
        assert "Art." not in page, address
        assert address.endswith(f"lists/{draft.pk}/") or citation in page, address


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("name", ENTRANCES)
def test_no_english_is_left_at_the_entrance(client: Client, language: str, name: str) -> None:
    client.cookies["django_language"] = language
    assert left_in_english(client, reverse(f"parties:{name}")) == []
