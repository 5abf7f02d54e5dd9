"""A hostile Host header gets a page that says no: never a 500, never a redirect elsewhere."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.portal.pages import assert_our_look, page

HOSTILE = [
    "evil.example",
    "localhost.evil.example",
    "localhost@evil.example",
    "localhost:80:80",
    "a b",
    "<script>alert(1)</script>",
    "[::1",
    "xn--\u0430\u043b\u043c\u0430\u0442\u044b",
    "",
    "evil.example\x00localhost",
]
PATHS = ["/", "/kk/", "/admin/", "/admin/login/", "/healthz", "/kk/search/?q=a", "/unknown"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("host", HOSTILE)
def test_a_hostile_host_is_told_so(client: Client, host: str, path: str) -> None:
    response = client.get(path, headers={"host": host, "accept-language": "ru"})
    assert response.status_code == 400
    assert "Location" not in response
    assert b"evil.example" not in response.content
    assert_our_look(page(response), "kk" if path.startswith("/kk") else "ru")


def test_a_hostile_host_is_not_redirected_to_its_tls(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/kk/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_forwarded_host_is_not_believed(client: Client) -> None:
    response = client.get("/", headers={"x-forwarded-host": "evil.example"})
    assert response["Location"] == "/kk/"
