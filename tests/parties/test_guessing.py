"""Whoever guesses is slowed by address; nobody is locked out, and no answer tells who is here."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from parties import limits
from parties.models import User
from portal.base import clock
from tests import factories, people

pytestmark = pytest.mark.django_db
SIGN_IN = "/party/sign-in/"
FORGOTTEN = "/party/password/"
WRONG = "not this one"
DOORS = (SIGN_IN, "/admin/login/")


@pytest.fixture(autouse=True)
def _forget_tries() -> None:
    cache.clear()


@pytest.fixture
def gulnar() -> User:
    return people.gulnar(factories.make_party())


def knock(
    client: Client, address: str, user: str, password: str = WRONG, **extra: str
) -> HttpResponse:
    return client.post(address, {"username": user, "password": password}, **extra)  # type: ignore[return-value, arg-type]


def exhaust(address: str, door: str, user: str = "nobody@example.kz") -> None:
    for _try in range(limits.TRIES):
        knock(Client(), door, user, REMOTE_ADDR=address)


def test_an_address_that_fails_too_often_waits_and_others_do_not(gulnar: User) -> None:
    exhaust("192.0.2.7", SIGN_IN, gulnar.email)
    client = Client()
    slowed = knock(client, SIGN_IN, gulnar.email, people.PASSWORD, REMOTE_ADDR="192.0.2.7")
    assert slowed.status_code == 200
    assert "_auth_user_id" not in client.session
    # The account itself is not locked: from elsewhere she comes in.
    assert knock(client, SIGN_IN, gulnar.email, people.PASSWORD).status_code == 302
    assert "_auth_user_id" in client.session


def test_the_wait_ends(gulnar: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WINDOW_SECONDS", 0)
    exhaust("192.0.2.7", SIGN_IN)
    entered = knock(Client(), SIGN_IN, gulnar.email, people.PASSWORD, REMOTE_ADDR="192.0.2.7")
    assert entered.status_code == 302


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("tried", DOORS)
def test_one_door_slows_the_other(tried: str, door: str) -> None:
    exhaust("192.0.2.7", tried)
    asel, client = people.asel(), Client()
    knock(client, door, asel.email, people.PASSWORD, REMOTE_ADDR="192.0.2.7")
    assert "_auth_user_id" not in client.session


def test_signing_in_again_in_the_middle_of_a_form_is_slowed_too(gulnar: User) -> None:
    draft = factories.make_list(factories.make_contest(), factories.make_party())
    form = reverse("lists:candidate-add", args=[draft.pk])
    for _try in range(limits.TRIES):
        knock(Client(), form, gulnar.email)
    assert knock(Client(), form, gulnar.email, people.PASSWORD).status_code == 401


def test_an_unknown_account_a_wrong_password_and_a_closed_account_answer_alike(
    gulnar: User,
) -> None:
    closed = people.account("Жабық", "closed@example.kz")
    closed.is_active = False
    closed.save(update_fields=["is_active"])
    answers = {
        _without_what_was_typed(knock(Client(), SIGN_IN, user, password), user)
        for user, password in (
            (gulnar.email, WRONG),
            ("nobody@example.kz", WRONG),
            (closed.email, people.PASSWORD),
        )
    }
    assert len(answers) == 1


def _without_what_was_typed(answer: HttpResponse, user: str) -> str:
    text = answer.content.decode().replace(user, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


# --- a forgotten password -------------------------------------------------------------------


def ask(client: Client, email: str) -> tuple[int, str]:
    answer = client.post(FORGOTTEN, {"email": email})
    return answer.status_code, answer.headers.get("Location", "")


def test_a_forgotten_password_answers_the_same_for_an_account_and_for_none(gulnar: User) -> None:
    assert ask(Client(), gulnar.email) == ask(Client(), "nobody@example.kz")
    assert [message.to for message in mail.outbox] == [[gulnar.email]]


def test_a_post_office_that_is_down_does_not_tell_who_has_an_account(
    gulnar: User, settings: pytest.FixtureRequest
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    assert ask(Client(), gulnar.email) == ask(Client(), "nobody@example.kz")


def test_letters_to_one_account_end_after_too_many_tries(gulnar: User) -> None:
    for _try in range(limits.TRIES + 5):
        assert ask(Client(), gulnar.email)[0] == 302
    assert len(mail.outbox) == limits.TRIES


def reset_link(email: str) -> str:
    ask(Client(), email)
    link = re.search(r"/party/password/[^/\s]+/[^/\s]+/", str(mail.outbox[-1].body))
    assert link
    return link.group()


def set_password(client: Client, link: str, password: str) -> HttpResponse:
    form = client.get(link, follow=True)
    where = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(where, {"new_password1": password, "new_password2": password})  # type: ignore[return-value]


def test_a_link_works_once_and_ends_every_session(gulnar: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(gulnar)
    assert elsewhere.get("/party/").status_code == 200
    link = reset_link(gulnar.email)
    assert set_password(Client(), link, "an even longer password").status_code == 302
    assert elsewhere.get("/party/").status_code == 302
    gulnar.refresh_from_db()
    assert gulnar.check_password("an even longer password")
    again = Client().get(link, follow=True)
    assert again.status_code == 200
    assert "new_password1" not in again.content.decode()


@pytest.mark.parametrize("password", ["short", "password123456", "gulnar@example.kz"])
def test_a_weak_password_is_refused(gulnar: User, password: str) -> None:
    answer = set_password(Client(), reset_link(gulnar.email), password)
    gulnar.refresh_from_db()
    assert answer.status_code == 200
    assert not gulnar.check_password(password)


def test_an_old_link_is_dead(gulnar: User, settings: pytest.FixtureRequest) -> None:
    settings.PASSWORD_RESET_TIMEOUT = -1  # type: ignore[attr-defined]
    page = Client().get(reset_link(gulnar.email), follow=True)
    assert "new_password1" not in page.content.decode()


@pytest.mark.parametrize("link", ["MQ/x-y", "x/y", "MQ/set-password", "AAAA/" + "a" * 500])
def test_a_made_up_link_is_dead(link: str) -> None:
    page = Client().get(f"/party/password/{link}/", follow=True)
    assert page.status_code == 200
    assert "new_password1" not in page.content.decode()


# --- leading elsewhere ----------------------------------------------------------------------

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    "/party/\r\nSet-Cookie: a=b",
    "///evil.example",
    " //evil.example",
)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_never_leads_elsewhere(gulnar: User, target: str) -> None:
    form = {"username": gulnar.email, "password": people.PASSWORD, "next": target}
    answer = Client().post(SIGN_IN, form)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/party/")
    assert "evil" not in answer["Location"]
    assert "a" not in answer.cookies


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_out_and_switching_language_never_lead_elsewhere(gulnar: User, target: str) -> None:
    client = Client()
    client.force_login(gulnar)
    switched = client.post("/party/language/", {"language": "ru", "next": target})
    assert switched["Location"].startswith("/party/")
    left = client.post("/party/sign-out/", {"next": target})
    assert left["Location"].startswith("/party/")
    assert "evil" not in switched["Location"] + left["Location"]


def test_one_comes_back_to_where_one_was_going(gulnar: User) -> None:
    client = Client()
    wanted = "/party/notices/"
    door = client.get(wanted)
    assert door["Location"] == f"{SIGN_IN}?next={wanted}"
    form = {"username": gulnar.email, "password": people.PASSWORD, "next": wanted}
    assert client.post(door["Location"], form)["Location"] == wanted


def test_a_membership_that_has_ended_closes_the_room(gulnar: User) -> None:
    client = Client()
    client.force_login(gulnar)
    assert client.get("/party/").status_code == 200
    membership = gulnar.memberships.get()
    membership.valid_until = datetime(2021, 6, 1, tzinfo=UTC)
    membership.save(update_fields=["valid_until"])
    assert client.get("/party/").status_code == 403
    with clock.at(datetime(2021, 5, 1, tzinfo=UTC)):
        assert client.get("/party/").status_code == 200
