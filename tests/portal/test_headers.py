"""Every answer carries the policy: strict sources, no frames, no guessing of types."""

import pytest
from django.test import Client

pytestmark = pytest.mark.urls("tests.portal.urls")
PUBLIC = [
    "/kk/",
    "/ru/search/?q=a",
    "/en/open-data/",
    "/en/accessibility/",
    "/verify.py",
    "/healthz",
    "/",
]
ERRORS = ["/test/400", "/test/403", "/test/500", "/kk/no-such-page"]
ADMIN = [
    "/admin/login/",
    "/admin/",
    "/admin/password_change/",
    "/admin/jsi18n/",
    "/admin/no-such-page",
]


def policy(header: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in header.split(";") if part.strip()}


@pytest.mark.parametrize("path", PUBLIC + ERRORS + ADMIN)
def test_every_answer_has_the_strict_policy(client_of_asel: Client, path: str) -> None:
    client_of_asel.raise_request_exception = False
    response = client_of_asel.get(path)
    sources = policy(response["Content-Security-Policy"])
    assert sources["default-src"] == ["'none'"]
    assert sources["script-src"] == sources["style-src"] == ["'self'"]
    assert sources["frame-ancestors"] == sources["base-uri"] == ["'none'"]
    assert sources["form-action"] == ["'self'"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "http" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("path", PUBLIC + ERRORS + ADMIN)
def test_every_answer_has_the_other_guards(client_of_asel: Client, path: str) -> None:
    client_of_asel.raise_request_exception = False
    response = client_of_asel.get(path)
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Server" not in response
    assert "X-Powered-By" not in response


@pytest.mark.parametrize("path", [p for p in ADMIN if p != "/admin/no-such-page"])
def test_no_page_behind_the_sign_in_is_kept_by_caches(client_of_asel: Client, path: str) -> None:
    response = client_of_asel.get(path)
    assert "private" in response["Cache-Control"] or "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_reader_gets_no_cookie(client: Client) -> None:
    for path in PUBLIC:
        assert not client.get(path).cookies, path
