"""Errors speak the reader's language in the portal's look, whatever has broken."""

import pytest
from django.test import Client

from tests.portal.pages import LANGUAGES, assert_our_look, page

pytestmark = pytest.mark.urls("tests.portal.urls")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [400, 403, 500])
def test_an_error_is_a_page_of_ours(status: int, language: str) -> None:
    client = Client(raise_request_exception=False)
    response = client.get(f"/test/{status}", headers={"accept-language": language})
    assert response.status_code == status
    assert_our_look(page(response), language)
    assert "This view breaks" not in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["no-such-page", "elections/no-such-election/", "search"])
@pytest.mark.django_db
def test_what_is_not_there_is_not_found(client: Client, language: str, path: str) -> None:
    response = client.get(f"/{language}/{path}", follow=True)
    assert response.status_code == (200 if path == "search" else 404)
    assert_our_look(page(response), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_method_is_a_page_of_ours_that_names_the_right_ones(
    client: Client, language: str
) -> None:
    response = client.post("/", headers={"accept-language": language})
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert_our_look(page(response), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_without_its_token_is_a_page_of_ours(language: str) -> None:
    client = Client(enforce_csrf_checks=True, headers={"accept-language": language})
    response = client.post("/language/setlang/", {"language": "ru"})
    assert response.status_code == 403
    assert "django_language" not in response.cookies
    assert_our_look(page(response), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_has_its_own_words(language: str) -> None:
    client = Client(raise_request_exception=False, headers={"accept-language": language})
    headings = {page(client.get(f"/test/{status}")).text("h1") for status in (400, 403, 404, 500)}
    headings.add(page(client.post("/")).text("h1"))
    assert len(headings) == 5


@pytest.mark.usefixtures("database_down")
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_database_a_page_still_explains_itself(language: str) -> None:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32
    response = client.get(f"/{language}/")
    assert response.status_code == 500
    assert_our_look(page(response), language)


@pytest.mark.usefixtures("database_down")
@pytest.mark.parametrize(
    ("path", "status"), [("/", 302), ("/kk/no-such-page", 404), ("/test/403", 403)]
)
def test_without_a_database_the_rest_answers(path: str, status: int) -> None:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32
    assert client.get(path).status_code == status


def test_a_hostile_path_is_shown_as_text(client: Client) -> None:
    response = client.get("/kk/<script>alert(1)</script>")
    assert response.status_code == 404
    assert b"<script>alert" not in response.content
