"""A page and all it needs for the first visit weigh less than 100 kB on the wire."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.pages import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

STATIC = Path(__file__).parents[2] / "static"
LIMIT = 100_000
FONT = re.compile(r'url\("\.\./(vendor/[^"]+\.woff2)"\)')


def sent(path: str) -> int:
    """Return the size of a static file as it is sent: text compressed, fonts as they are."""
    content = (STATIC / path).read_bytes()
    return len(content) if path.endswith("woff2") else len(gzip.compress(content))


def needed(html: str) -> set[str]:
    """Return the static files of a page: those it links, and every font of its style sheets."""
    shown = page(type("Answer", (), {"content": html.encode()})())
    links = [link["href"] for link in shown.all("link") if "/static/" in link.get("href", "")]
    links += [use["href"].partition("#")[0] for use in shown.all("use")]
    files = {link.partition("/static/")[2] for link in links}
    styles = [(STATIC / file).read_text() for file in files if file.endswith("css")]
    return files | {font for style in styles for font in FONT.findall(style)}


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "elections/2021-01-10-majilis/",
        "elections/2021-01-10-maslikhat/",
        "elections/2021-01-10-maslikhat/aktobe-region/",
        "search/?q=а",
        "open-data/",
        "law/",
        "accessibility/",
    ],
)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_first_visit_is_light(client: Client, language: str, rest: str) -> None:
    html = client.get(f"/{language}/{rest}").content
    files = needed(html.decode())
    assert len([file for file in files if file.endswith("woff2")]) == 6
    total = len(gzip.compress(html)) + sum(sent(file) for file in files)
    assert total < LIMIT, f"{total} bytes: {sorted(files)}"
