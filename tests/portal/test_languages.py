"""The switch stays on the page, and only ever inside the portal."""

from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from tests.portal.pages import LANGUAGES, page

QUERY = f"q={quote('Алматы қаласы')}&page=2"
PATHS = ["", f"search/?{QUERY}", "open-data/", "accessibility/", "no-such-page/"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_the_switch_keeps_page_and_query(client: Client, language: str, path: str) -> None:
    links = page(client.get(f"/{language}/{path}")).links
    for other in LANGUAGES:
        assert f"/{other}/{path}" in links or other == language


@pytest.mark.parametrize("query", ['q="><script>alert(1)</script>', "next=//evil.example", "q=%00"])
@pytest.mark.django_db
def test_a_hostile_query_stays_a_query(client: Client, query: str) -> None:
    read = page(client.get(f"/en/no-such-page/?{query}"))
    assert "<script>alert" not in read.html
    assert all(urlsplit(link).netloc in ("", "github.com") for link in read.links)


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\x00"],
)
@pytest.mark.parametrize("given", ["next", "referer"])
def test_choosing_a_language_never_leads_elsewhere(client: Client, given: str, target: str) -> None:
    form = {"language": "ru"} | ({"next": target} if given == "next" else {})
    headers = {"referer": target} if given == "referer" else {}
    response = client.post("/language/setlang/", form, headers=headers)
    assert response.status_code == 302
    assert response["Location"] == "/"
    assert response.cookies["django_language"].value == "ru"


def test_choosing_a_language_stays_on_the_page(client: Client) -> None:
    response = client.post("/language/setlang/", {"language": "ru", "next": "/admin/login/?a=b"})
    assert response["Location"] == "/admin/login/?a=b"


def test_an_unknown_language_is_not_chosen(client: Client) -> None:
    response = client.post("/language/setlang/", {"language": "../../de", "next": "/kk/"})
    assert response["Location"] == "/kk/"
    assert "django_language" not in response.cookies
