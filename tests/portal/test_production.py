"""Production as a reader meets it: TLS behind a proxy, DEBUG off, the database gone."""

import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from email.message import Message
from typing import NamedTuple

import pytest

from tests import processes, site
from tests.portal.pages import LANGUAGES, Page, assert_our_look

pytestmark = pytest.mark.servers
TLS = {"Host": "portal.example.kz", "X-Forwarded-Proto": "https"}


class Answer(NamedTuple):
    status: int
    headers: Message
    text: str


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def ask(url: str, headers: Mapping[str, str]) -> Answer:
    """Ask once, follow nothing, take an error's page for an answer."""
    request = urllib.request.Request(url, headers=dict(headers))
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=30) as got:
            return Answer(got.status, got.headers, got.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read().decode())


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a production web server whose database does not answer."""
    directory = tmp_path_factory.mktemp("production")
    env = processes.production(
        STATIC_ROOT=str(directory / "static"), DATABASE_URL="postgres://nobody:x@127.0.0.1:1/none"
    )
    site.manage(env, "collectstatic", "--no-input", "--verbosity=0")
    with processes.web_server(env, directory) as url:
        yield url


def test_over_tls_every_guard_is_up(portal: str) -> None:
    answer = ask(f"{portal}/kk/no-such-page", TLS)
    assert answer.status == 404
    assert_our_look(Page(answer.text), "kk")
    seconds = "max-age=31536000; includeSubDomains; preload"
    assert answer.headers["Strict-Transport-Security"] == seconds
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_without_tls_a_reader_is_led_to_it(portal: str) -> None:
    answer = ask(f"{portal}/kk/search/?q=a", {"Host": "portal.example.kz"})
    assert answer.status == 301
    assert answer.headers["Location"] == "https://portal.example.kz/kk/search/?q=a"


@pytest.mark.parametrize("tls", [True, False])
def test_a_hostile_host_is_refused_and_never_redirected(portal: str, tls: bool) -> None:
    headers = TLS | {"Host": "evil.example"} if tls else {"Host": "evil.example"}
    answer = ask(f"{portal}/kk/", headers)
    assert answer.status == 400
    assert "Location" not in answer.headers
    assert "evil.example" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_page_tells_no_secret(portal: str, language: str) -> None:
    answer = ask(f"{portal}/{language}/", TLS)
    assert answer.status == 500
    assert_our_look(Page(answer.text), language)
    for secret in ("Traceback", "OperationalError", "nobody", "SECRET"):
        assert secret not in answer.text


def test_the_health_check_answers_its_neighbours(portal: str) -> None:
    """It is asked from the same machine, without TLS; a machine reads the status."""
    answer = ask(f"{portal}/healthz", {})
    assert answer.status == 503
    assert answer.text == '{"database": "down"}'


def test_static_files_bear_their_digest_and_are_kept(portal: str) -> None:
    page = Page(ask(f"{portal}/kk/no-such-page", TLS).text)
    sheet = next(link["href"] for link in page.all("link") if "tokens" in link["href"])
    answer = ask(f"{portal}{sheet}", TLS)
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
