"""What a reader sees of a page, and what of it is left in English."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.portal.pages import VOID

# Names are the same in every language.
NAMES = re.compile(
    r"\b(nur otan|adal|tizim|zzzz|javascript|json|csv|sha|utf|utc|etag|repr|digest|rfc|base64|"
    r"python|axe-core|web content accessibility guidelines|aa|party-\d+|region-\d+|[0-9a-f]{64})\b",
    re.IGNORECASE,
)
# What stands in the data files; a sentence of the language explains it.
CODES = re.compile(
    r"\b(verify|result|null|true|false|official|preliminary|percent|unknown|list|figure)\b"
)
CYRILLIC = re.compile("[\u0400-\u04ff]")
ADDRESS = re.compile(r"\S*[./_]\S*[a-z]\S*")
LATIN = re.compile(r"[A-Za-z]{2,}")
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


def english(texts: list[str]) -> list[str]:
    """Return the texts that have a Latin word which is no name, no code and no address."""
    return [text for text in texts if LATIN.search(_without_names(text))]


def _without_names(text: str) -> str:
    text = NAMES.sub("", ADDRESS.sub("", text))
    return CODES.sub("", text) if CYRILLIC.search(text) else text
