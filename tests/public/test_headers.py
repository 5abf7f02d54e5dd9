"""How long and for whom an answer holds, how it is asked for, what a page says of itself."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.public.conftest import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

PAGES = [
    "/en/",
    "/kk/elections/2021-01-10-majilis/",
    "/ru/elections/2021-01-10-maslikhat/",
    "/en/elections/2021-01-10-maslikhat/semey/",
    "/kk/search/",
    "/en/open-data/",
    "/kk/law/",
    "/ru/accessibility/",
]
FILES = [
    "/elections/2021-01-10-majilis/result.json",
    "/elections/2021-01-10-majilis/result.csv",
    "/elections/2021-01-10-maslikhat/semey/result.json",
    "/elections/2021-01-10-maslikhat/semey/result.csv",
    "/verify.py",
]


@pytest.mark.parametrize("address", PAGES)
def test_anybody_may_keep_a_page_for_a_minute(client: Client, address: str) -> None:
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["Vary"] == "Accept-Encoding"
    assert response["ETag"].startswith('W/"')
    assert "Set-Cookie" not in response


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_the_same_for_everybody(client: Client, address: str) -> None:
    response = client.get(address, HTTP_ACCEPT_LANGUAGE="ru")
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Vary" not in response
    assert "Content-Language" not in response
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", PAGES)
def test_who_is_signed_in_sees_the_same_page(
    client: Client, client_of_asel: Client, address: str
) -> None:
    assert client_of_asel.get(address).content == client.get(address).content
    assert "Cookie" not in client_of_asel.get(address)["Vary"]


@pytest.mark.parametrize("address", [PAGES[1], PAGES[2], *FILES[:4]])
def test_an_answer_says_when_its_facts_last_changed(client: Client, address: str) -> None:
    assert client.get(address)["Last-Modified"].endswith("GMT")


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_head_is_get_without_the_body(client: Client, address: str) -> None:
    head, get = client.head(address), client.get(address)
    assert head.status_code == 200
    assert head.content == b""
    for name in ("ETag", "Cache-Control", "Content-Type", "Content-Length"):
        assert head[name] == get[name]


@pytest.mark.parametrize("address", [*PAGES, *FILES])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_else_is_allowed(address: str, method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sent_compressed_to_who_can_read_it(client: Client, address: str) -> None:
    plain = client.get(address)
    packed = client.get(address, HTTP_ACCEPT_ENCODING="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content)
    assert packed["ETag"] == plain["ETag"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_knows_its_address_in_each_language(visit: Visit, address: str) -> None:
    links = visit(address).all("link")
    rest = address[3:]
    alternates = {tag["hreflang"]: tag["href"] for tag in links if tag.get("rel") == "alternate"}
    assert alternates == {code: f"http://testserver/{code}{rest}" for code in ("kk", "ru", "en")}
    canonical = [tag["href"] for tag in links if tag.get("rel") == "canonical"]
    assert canonical == [f"http://testserver{address}"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_heading_a_title_and_a_description(visit: Visit, address: str) -> None:
    shown = visit(address)
    assert len(shown.all("h1")) == 1
    assert len(shown.text("title")) > 10
    descriptions = [tag["content"] for tag in shown.all("meta") if tag.get("name") == "description"]
    assert len(descriptions) == 1
    assert len(descriptions[0]) > 30


def test_titles_differ_from_page_to_page(visit: Visit) -> None:
    titles = [visit(address).text("title") for address in PAGES]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_on_a_page_needs_javascript(visit: Visit, address: str) -> None:
    shown = visit(address)
    assert shown.all("script") == []
    assert not [tag for _, tag in shown.tags if any(name.startswith("on") for name in tag)]
    assert not [tag for _, tag in shown.tags if "style" in tag]
