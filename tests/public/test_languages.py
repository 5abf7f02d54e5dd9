"""What a reader of /kk/ and /ru/ meets is Kazakh and Russian, to the last word of every page."""

from __future__ import annotations

import http.client
import re
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import pytest

from tests.portal.pages import VOID
from tests.site import Site

MASLIKHAT = "elections/2021-01-10-maslikhat/"
PAGES = (
    "",
    "elections/2021-01-10-majilis/",
    MASLIKHAT,
    f"{MASLIKHAT}?region=akmola-region",
    f"{MASLIKHAT}almaty/",
    f"{MASLIKHAT}nur-sultan/",
    f"{MASLIKHAT}shymkent/",
    f"{MASLIKHAT}akmola-region/",
    f"{MASLIKHAT}aktobe-region/",
    f"{MASLIKHAT}rudnyy/",
    f"{MASLIKHAT}semey/",
    "search/",
    "search/?q=Алматы",
    "search/?q=zzzz",
    "open-data/",
    "accessibility/",
    "no-such-page/",
)
# Names are the same in every language.
NAMES = re.compile(
    r"\b(nur otan|adal|tizim|zzzz|javascript|json|csv|sha|utf|etag|repr|digest|rfc|base64|python|"
    r"axe-core|web content accessibility guidelines|aa|verify|result|null|true|false|official|"
    r"preliminary|percent|unknown|list|figure|[0-9a-f]{64})\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\S*[./_]\S*[a-z]\S*")
LATIN = re.compile(r"[A-Za-z]{2,}")
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
SILENT = {"code", "pre", "script", "style", "samp"}


class Words(HTMLParser):
    """The texts of a page that a reader sees or hears in the language of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        is_other = tag in SILENT or (tag != "html" and "lang" in values)
        if not is_other:
            self.texts += [v for n in ("alt", "aria-label", "title") if (v := values.get(n))]
            if values.get("name") == "description":
                self.texts.append(values.get("content") or "")
        if tag not in VOID:
            self._open.append(is_other)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self._open):
            self.texts.append(" ".join(data.split()))


def words_of(site: Site, path: str) -> list[str]:
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=20)
    connection.request("GET", quote(path, safe="/?=&"))
    answer = connection.getresponse()
    html = answer.read().decode()
    connection.close()
    assert answer.status == (404 if "no-such" in path else 200)
    return Words(html).texts


def english(texts: list[str]) -> list[str]:
    """Return the texts that have a Latin word which is no name and no address."""
    return [text for text in texts if LATIN.search(NAMES.sub("", ADDRESS.sub("", text)))]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_english_is_left_on_the_page(site: Site, language: str, path: str) -> None:
    texts = words_of(site, f"/{language}/{path}")

    assert len(texts) > 10
    assert english(texts) == []


def test_english_would_be_seen(site: Site) -> None:
    assert len(english(words_of(site, "/en/"))) > 20


def test_kazakh_sentences_stand_on_the_kazakh_pages(site: Site) -> None:
    kazakh, russian = (words_of(site, f"/{language}/") for language in ("kk", "ru"))

    assert sum(bool(KAZAKH.search(text)) for text in kazakh) > 20
    assert "Бұл мандаттар қалай есептелді?" in kazakh
    assert "Как вычислены эти мандаты?" in russian
    # The party writes its name so in Russian too.
    assert not [text for text in russian if KAZAKH.search(text.replace("Ақ жол", ""))]
