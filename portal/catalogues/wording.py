"""What can be proven wrong in one translated sentence, without knowing the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"%\([a-z_A-Z0-9]+\)[a-z]|%%|%[a-z]|\{[a-z_0-9]*\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-z]+;")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0250-\u02af]")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
LETTERS = {
    "kk": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
}
# A Kazakh suffix follows the last sound of its word, which a variable does not have. A whole noun
# may follow a number with a hyphen: 5-бап, 3-жол.
GLUED = re.compile(
    r"%\([a-z_A-Z0-9]+\)[a-z](?:\w|-(?!(?:бап|тармақ|тармақша|жол|баған|бет|орын|тізім)\b))"
)
NUMBER_SIGN = re.compile(r"№\s*-|№\S")
STRAIGHT_QUOTES = re.compile('["“”„]')


@dataclass(frozen=True)
class Rule:
    """A word that a language must not use, or must use where the English says something."""

    language: str
    pattern: re.Pattern[str]
    why: str
    english: re.Pattern[str] | None = None
    allowed: re.Pattern[str] | None = None
    demanded: bool = False

    def broken_by(self, english: str, text: str) -> bool:
        if self.english is not None and not self.english.search(plain(english)):
            return False
        if self.allowed is not None:
            text = self.allowed.sub("", text)
        return bool(self.pattern.search(text)) is not self.demanded


def faults(language: str, english: str, plural: str, text: str) -> Iterator[str]:
    """Yield what is wrong with one form of a translation.

    `english` names the sentence; `plural` is its plural, or the same sentence where it has none.
    """
    yield from _structure(plural, text)
    yield from _letters(language, f"{english} {plural}", text)
    yield from _signs(language, text)


def same_as_english(english: str, text: str) -> bool:
    """Tell whether the translation says nothing but the English sentence."""
    return text.strip() == english.strip() and bool(WORD.search(plain(text)))


def plain(text: str) -> str:
    """Return the sentence without its placeholders and its markup."""
    return PLACEHOLDER.sub(" ", TAG.sub(" ", text))


def _structure(english: str, text: str) -> Iterator[str]:
    expected, found = (Counter(PLACEHOLDER.findall(t)) for t in (english, text))
    if set(expected) != set(found):
        yield f"placeholders differ: {_listed(expected)} became {_listed(found)}"
    if Counter(TAG.findall(english)) != Counter(TAG.findall(text)):
        yield "markup differs from the English"
    for name, edge in (("begins", 0), ("ends", -1)):
        if english[edge].isspace() != text[edge].isspace():
            yield f"{name} with other white space than the English"


def _listed(placeholders: Counter[str]) -> str:
    return ", ".join(sorted(placeholders)) or "none"


def _letters(language: str, english: str, text: str) -> Iterator[str]:
    known = {word.casefold() for word in WORD.findall(english)}
    known |= {word.removesuffix("s") for word in known}
    for word in WORD.findall(plain(text)):
        if LATIN.search(word) and CYRILLIC.search(word):
            yield f"Latin and Cyrillic letters in one word: {word}"
        elif LATIN.search(word) and word.casefold() not in known:
            yield f"Latin letters in a word that the English has not: {word}"
        else:
            strange = sorted(
                {letter for letter in word.lower() if CYRILLIC.match(letter)} - LETTERS[language]
            )
            if strange:
                yield f"letters of another alphabet: {', '.join(strange)} in {word}"


def _signs(language: str, text: str) -> Iterator[str]:
    bare = TAG.sub(" ", text)
    if STRAIGHT_QUOTES.search(bare):
        yield "quotation marks are « and »"
    if NUMBER_SIGN.search(bare):
        yield "after № comes a space and no hyphen"
    if language == "kk":
        glued = GLUED.search(bare)
        if glued:
            yield f"a suffix glued to a variable: {glued[0]}"
        if re.search(r"\s%%", bare):
            yield "no space before the per cent sign in Kazakh"
    elif re.search(r"[^\s\xa0]%%", bare):
        yield "a no-break space before the per cent sign in Russian"
