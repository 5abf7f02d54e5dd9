"""Asel signs in to the admin in three languages; an account without a room does not."""

import pytest
from django.test import Client

from tests import people
from tests.portal.pages import KAZAKH_LETTER, LANGUAGES, assert_our_look, page

LOGIN = "/admin/login/?next=/admin/"


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_asel_signs_in(client: Client, language: str) -> None:
    asel = people.asel()
    client.cookies["django_language"] = language
    assert_our_look(page(client.get(LOGIN)), language)
    form = {"username": asel.email, "password": people.PASSWORD}
    response = client.post(LOGIN, form, follow=True)
    assert response.redirect_chain == [("/admin/", 302)]
    assert page(response).language == language
    if language == "kk":
        assert KAZAKH_LETTER.search(page(response).text("main"))


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_marat_is_refused_with_the_words_for_a_wrong_password(
    client: Client, language: str
) -> None:
    client.cookies["django_language"] = language
    form = {"username": people.marat().email, "password": people.PASSWORD}
    refused = client.post(LOGIN, form)
    unknown = client.post(LOGIN, {"username": "nobody@example.kz", "password": "x"})
    wrong = client.post(LOGIN, form | {"password": "not this one"})
    assert refused.status_code == unknown.status_code == wrong.status_code == 200
    assert "_auth_user_id" not in client.session
    alerts = {
        page(answer).text("main").replace("nobody", "marat") for answer in (refused, unknown, wrong)
    }
    assert len(alerts) == 1, "the answer tells an account with no room from no account at all"


@pytest.mark.django_db
def test_marat_signed_in_elsewhere_is_still_outside(client_of_marat: Client) -> None:
    response = client_of_marat.get("/admin/")
    assert response.status_code == 302
    assert response["Location"] == "/admin/login/?next=/admin/"


@pytest.mark.django_db
@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_signing_in_never_leads_elsewhere(client: Client, target: str) -> None:
    form = {"username": people.asel().email, "password": people.PASSWORD, "next": target}
    response = client.post(f"/admin/login/?next={target}", form)
    assert response.status_code == 302
    assert response["Location"].startswith("/")
    assert "evil" not in response["Location"]


@pytest.mark.django_db
def test_signing_out_ends_the_session(client_of_asel: Client) -> None:
    assert client_of_asel.get("/admin/").status_code == 200
    client_of_asel.post("/admin/logout/")
    assert client_of_asel.get("/admin/").status_code == 302
