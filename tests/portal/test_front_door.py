"""The address without a language leads to the reader's own, and nowhere else."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

HOSTILE_LANGUAGES = [
    "x" * 100_000,
    ",".join(["en;q=0.1"] * 20_000),
    "kk\x00ru",
    "kk\r\nX-Evil: 1",
    "../../../etc/passwd",
    "en;q=nan, ru;q=1e999",
    "*;q=-1",
    "<script>alert(1)</script>",
    "қазақша",
    "",
    ";;;,,,",
]


@pytest.mark.parametrize(
    ("accepted", "home"),
    [
        ("kk", "/kk/"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "/ru/"),
        ("en-GB", "/en/"),
        ("de,en;q=0.5", "/en/"),
        ("de", "/kk/"),
        ("", "/kk/"),
    ],
)
def test_the_front_door_leads_to_the_readers_language(
    client: Client, accepted: str, home: str
) -> None:
    response = client.get("/", headers={"accept-language": accepted})
    assert response.status_code == 302
    assert response["Location"] == home
    assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))


def test_the_language_chosen_before_wins(client: Client) -> None:
    client.cookies["django_language"] = "ru"
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/ru/"


@pytest.mark.parametrize("accepted", HOSTILE_LANGUAGES, ids=lambda text: repr(text[:20]))
@pytest.mark.parametrize("path", ["/", "/test-unknown", "/admin/login/"])
@pytest.mark.django_db
def test_a_hostile_accept_language_changes_nothing(
    client: Client, path: str, accepted: str
) -> None:
    response = client.get(path, headers={"accept-language": accepted})
    assert response.status_code == {"/": 302, "/test-unknown": 404}.get(path, 200)
    assert response.get("Location", "/kk/") in ("/kk/", "/ru/", "/en/")


@pytest.mark.parametrize("cookie", ["../en", "xx", "\x00", "k" * 5000, "kk\r\nSet-Cookie: a=b"])
def test_a_hostile_language_cookie_changes_nothing(client: Client, cookie: str) -> None:
    response = client.get("/", headers={"cookie": f"django_language={cookie}"})
    assert response["Location"] in ("/kk/", "/ru/", "/en/")


@pytest.mark.parametrize(
    "path", ["//evil.example/", "//evil.example/kk", "/\\evil.example/", "/%2f%2fevil.example/"]
)
def test_no_path_leads_to_another_host(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code in (301, 302, 404)
    assert not urlsplit(response.get("Location", "")).netloc


@pytest.mark.parametrize("path", ["/de/", "/kz/", "/KK/", "/kk-KZ/", "/en-us/search/"])
def test_an_unknown_language_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
