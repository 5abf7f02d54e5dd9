"""All cookies deleted while a form is open: nothing typed is lost, and nothing is sent unasked."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from elections.law.iin import Sex
from elections.models import PartyList
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.lists.test_submit import submit
from tests.portal.pages import LANGUAGES, Page, assert_our_look, page

pytestmark = pytest.mark.django_db

OURS = {"origin": "http://testserver"}
IIN = factories.make_iin(date(1985, 2, 3), Sex.FEMALE)


@pytest.fixture(autouse=True)
def _during_nomination() -> Iterator[None]:
    with clock.at(factories.NOW):
        yield


@pytest.fixture
def draft() -> PartyList:
    return factories.make_list(factories.make_contest(), factories.make_party())


@pytest.fixture
def gulnar(draft: PartyList) -> User:
    return people.gulnar(draft.party)


@pytest.fixture
def visitor() -> Client:
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en"})


def fields(read: Page) -> dict[str, str]:
    """Return what the last form of a page sends."""
    hidden = [tag for tag in read.all("input") if tag.get("type") == "hidden"]
    return {tag["name"]: tag["value"] for tag in hidden}


def typed(occupation: str = "мұғалім") -> dict[str, str]:
    return {
        "csrfmiddlewaretoken": "a" * 64,
        "surname": "Өтегенова",
        "given_name": "Әсел",
        "iin": IIN,
        "occupation": occupation,
        "is_citizen": "yes",
        "is_party_member": "yes",
        "version": "0",
    }


def new_candidate(draft: PartyList) -> str:
    return f"/party/lists/{draft.pk}/candidates/new/"


def test_what_was_typed_is_saved_after_a_click_and_a_sign_in(
    visitor: Client, draft: PartyList, gulnar: User
) -> None:
    url = new_candidate(draft)
    answer = visitor.post(url, typed(), headers=OURS)
    assert answer.status_code == 403
    kept = fields(page(answer))
    assert {**kept, "csrfmiddlewaretoken": ""} == {**typed(), "csrfmiddlewaretoken": ""}
    assert not draft.candidates.exists()
    door = visitor.post(url, kept, headers=OURS)
    assert door.status_code == 401
    signed_in = fields(page(door)) | {"username": gulnar.email, "password": people.PASSWORD}
    saved = visitor.post(url, signed_in, headers=OURS)
    assert saved.status_code == 302
    person = draft.candidates.get()
    assert (person.surname, person.given_name, str(person.iin)) == ("Өтегенова", "Әсел", IIN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_has_happened_and_shows_what_will_be_sent(
    visitor: Client, draft: PartyList, language: str
) -> None:
    url, form = new_candidate(draft), typed("мұғалім\r\n<b>")
    answer = visitor.post(url, form, headers=OURS | {"accept-language": language})
    read = page(answer)
    assert_our_look(read, language)
    words = {"kk": "ештеңе жоғалған жоқ", "ru": "ничего не пропало", "en": "nothing that you typed"}
    assert words[language] in read.text("main")
    for name, value in (("surname", "Өтегенова"), ("iin", IIN)):
        assert name in read.text("dt")
        assert value in read.text("dd")
    assert "мұғалім<br>&lt;b&gt;" in read.html
    assert fields(read)["occupation"] == form["occupation"]
    # Never by itself: there is a button, and no script that could press it.
    assert read.text("button")
    assert not read.all("script")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "origin", [{}, {"origin": "null"}, {"origin": "https://evil.example"}, {"origin": ""}]
)
def test_a_form_of_another_site_is_not_offered(
    visitor: Client, draft: PartyList, gulnar: User, origin: dict[str, str]
) -> None:
    visitor.force_login(gulnar)
    answer = visitor.post(new_candidate(draft), typed(), headers=origin)
    assert answer.status_code == 403
    read = page(answer)
    assert not [form for form in read.all("form") if form.get("method") == "post"]
    assert IIN not in read.html
    assert "your browser still has what you typed" in read.text("main")
    assert not draft.candidates.exists()


def test_only_the_csrf_cookie_lost_one_click_saves(
    visitor: Client, draft: PartyList, gulnar: User
) -> None:
    visitor.force_login(gulnar)
    url = new_candidate(draft)
    kept = fields(page(visitor.post(url, typed(), headers=OURS)))
    assert visitor.post(url, kept, headers=OURS).status_code == 302
    assert draft.candidates.get().surname == "Өтегенова"


def test_a_password_is_never_written_into_the_page(visitor: Client, gulnar: User) -> None:
    form = {"username": gulnar.email, "password": people.PASSWORD}
    for url in ("/party/sign-in/", "/admin/login/"):
        answer = visitor.post(url, form, headers=OURS)
        assert answer.status_code == 403
        assert people.PASSWORD not in answer.content.decode()
        assert "Send again" not in answer.content.decode()


def test_nothing_typed_comes_into_logs_addresses_cookies_or_sessions(
    visitor: Client, draft: PartyList, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = visitor.post(new_candidate(draft), typed(), headers=OURS)
    assert "CSRF cookie not set" in caplog.text
    (form,) = [form for form in page(answer).all("form") if form.get("method") == "post"]
    traces = caplog.text + str(answer.headers) + str(visitor.cookies) + form["action"]
    assert IIN not in traces
    assert not Session.objects.exists()


def test_in_the_admin_one_signs_in_beside_the_page_and_then_sends(
    visitor: Client, draft: PartyList, gulnar: User
) -> None:
    factories.fill(draft)
    submit(draft, gulnar)
    assert draft.contest.commission
    saule = people.saule(draft.contest.commission)
    url = f"/admin/elections/partylist/{draft.pk}/take/"
    before = page(visitor.post(url, {"note": "құжаттар"}, headers=OURS))
    (link,) = [a for a in before.all("a") if a.get("target") == "_blank"]
    door = fields(page(visitor.get(link["href"])))
    door |= {"username": saule.email, "password": people.PASSWORD}
    assert visitor.post(link["href"], door, headers=OURS).status_code == 302
    # Signing in has made the page's token an old one; the page comes back, and keeps all.
    again = page(visitor.post(url, fields(before), headers=OURS))
    assert not [a for a in again.all("a") if a.get("target") == "_blank"]
    assert fields(again)["note"] == "құжаттар"
    assert visitor.post(url, fields(again), headers=OURS).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "in_review"
