"""Find text that a template says past the catalogues: every reader would see it in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

from portal.catalogues.extraction import template_files

# What is written in these is for machines, or the same in every language.
SILENT_ELEMENTS = frozenset({"code", "kbd", "pre", "samp", "script", "style"})
SPOKEN_ATTRIBUTES = frozenset({"alt", "aria-label", "data-label", "placeholder", "title"})
# A block whose text is a class name, not a sentence.
CODE_BLOCKS = frozenset({"room"})
NAMES = re.compile(r"\b(?:CSV|JSON|SHA)\b")
WORD = re.compile(r"[^\W\d_]{2,}")


def literals(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of a template and each text in it that no tag translates."""
    for path in template_files(root, (".html",)):
        reader = _Reader()
        reader.feed(_without_tags(path.read_text(encoding="utf-8")))
        reader.close()
        for text in reader.found:
            yield path.relative_to(root).as_posix(), text


def _without_tags(source: str) -> str:
    """Return the HTML of a template without its tags, variables and translated blocks."""
    kept: list[str] = []
    until = ""
    for token in Lexer(source).tokenize():
        if token.token_type is TokenType.TEXT and not until:
            kept.append(token.contents)
        elif token.token_type is TokenType.BLOCK:
            name, *rest = token.split_contents()
            if name == until:
                until = ""
            elif not until and (
                name in ("blocktranslate", "blocktrans", "comment", "verbatim")
                or (name == "block" and rest[0] in CODE_BLOCKS)
            ):
                until = f"end{name}"
    return "".join(kept)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT_ELEMENTS
        for name, value in attrs:
            if name in SPOKEN_ATTRIBUTES:
                self._note(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT_ELEMENTS

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._note(data)

    def _note(self, text: str) -> None:
        if WORD.search(NAMES.sub("", text)):
            self.found.append(" ".join(text.split()))
