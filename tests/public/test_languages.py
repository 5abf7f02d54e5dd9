"""What a reader of /kk/ and /ru/ meets is Kazakh and Russian, to the last word of every page."""

from __future__ import annotations

import http.client
import re
from urllib.parse import quote, urlsplit

import pytest

from tests.site import Site
from tests.words import Words, english

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
    "law/",
    "accessibility/",
    "no-such-page/",
)
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def words_of(site: Site, path: str) -> list[str]:
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=20)
    connection.request("GET", quote(path, safe="/?=&"))
    answer = connection.getresponse()
    html = answer.read().decode()
    connection.close()
    assert answer.status == (404 if "no-such" in path else 200)
    return Words(html).texts


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
