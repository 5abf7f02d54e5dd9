"""How tests read a page: as a tree of HTML, by what a reader would see."""

import re
from html.parser import HTMLParser
from typing import Protocol

LANGUAGES = ("kk", "ru", "en")
KAZAKH_LETTER = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "use", "wbr"}


class Answer(Protocol):
    """What the test client returns."""

    @property
    def content(self) -> bytes: ...


class Page(HTMLParser):
    """The texts of each element, the attributes of each tag, the language of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts += [(tag, data.strip()) for tag in self._open]

    def text(self, tag: str) -> str:
        """Return all text inside the elements of that name, in one line."""
        return " ".join(text for name, text in self.texts if name == tag)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def language(self) -> str:
        return self.all("html")[0].get("lang", "")

    @property
    def links(self) -> list[str]:
        return [attributes.get("href", "") for attributes in self.all("a")]


def page(response: Answer) -> Page:
    return Page(response.content.decode())


def assert_our_look(read: Page, language: str) -> None:
    """The page is one of ours: our style sheet, one heading, and it speaks the language."""
    assert read.language == language
    assert any("css/tokens" in link.get("href", "") for link in read.all("link")), read.html
    assert len(read.all("h1")) == 1
    assert len(read.all("main")) == 1
    if language == "kk":
        assert KAZAKH_LETTER.search(read.text("h1") + read.text("main"))
