"""Find territories by name in any of the three languages, forgiving case, marks and spelling."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from portal.base.alphabet import romanise

LONGEST_QUERY = 100
MOST_FOUND = 50

# Spellings of one sound that differ between Kazakh, Russian and English romanisations.
_SOUNDS = (
    ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("ng", "n"), ("dzh", "j"), ("zh", "j"), ("ts", "c"),
    ("q", "k"), ("w", "u"), ("x", "h"), ("ye", "e"), ("yo", "o"),
)  # fmt: skip
# What people call a place beside the names of January 2021: before, or since.
OTHER_NAMES = {
    "kazakhstan": ("Мәжіліс", "Мажилис", "Mazhilis"),
    "nur-sultan": ("Астана", "Astana", "Целиноград"),
    "almaty": ("Алма-Ата",),
    "shymkent": ("Чимкент",),
    "semey": ("Семипалатинск",),
    "aqtobe": ("Актюбинск",),
    "atyrau": ("Гурьев",),
    "taraz": ("Джамбул", "Жамбыл"),
    "qapshaghay": ("Қонаев", "Конаев"),
    "turkistan-region": ("Оңтүстік Қазақстан", "Южно-Казахстанская"),
}
_KIND_WORDS = {
    "region": "region oblast oblys oblysy",
    "district": "district raion rayon audan audany",
    "regional_city": "city gorod g qala qalasy",
    "republican_city": "city gorod g qala qalasy",
    "country": "country republic respublika",
}


@lru_cache(maxsize=4096)
def fold(text: str) -> tuple[str, ...]:
    """Return the words of a text in a spelling that kk, ru and en forms of a name share."""
    latin = unicodedata.normalize("NFKD", romanise(text).casefold().replace("ı", "i"))
    bare = "".join(mark for mark in latin if not unicodedata.combining(mark))
    bare = re.sub(r"['’ʼ`ʹ]", "", bare)
    return tuple(_sound(word) for word in re.findall(r"[a-z0-9]+", bare))


def _sound(word: str) -> str:
    for spelled, plain in _SOUNDS:
        word = word.replace(spelled, plain)
    # y and i stand for ы, й, і, и alike; a doubled letter is written once. More than two are none.
    return re.sub(
        r"(.)\1+", lambda run: run[0] if len(run[0]) > 2 else run[1], word.replace("y", "i")
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A territory with the words it can be found by; `thing` is what the page shows of it."""

    thing: Any
    words: frozenset[str]
    kind_words: frozenset[str]
    parent_words: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(
        cls,
        thing: Any,
        names: Iterable[str],
        *,
        kind: str = "",
        code: str | None = None,
        parents: Iterable[str] = (),
    ) -> Place:
        words = {word for name in names for word in fold(name)}
        return cls(
            thing,
            frozenset(words | ({code} if code else set())),
            frozenset(fold(_KIND_WORDS.get(kind, ""))),
            frozenset(word for name in parents for word in fold(name)),
        )

    def rank(self, query: Sequence[str]) -> int | None:
        """Return how well the name fits, 0 best; None when some word of the query does not fit."""
        worst, is_named = 0, False
        own = self.words - self.kind_words
        for word in query:
            grade = _grade(word, own)
            if grade is not None:
                worst, is_named = max(worst, grade), True
            elif not (word in self.kind_words or _grade(word, self.parent_words) in (0, 1)):
                return None
        return worst if is_named else None


def _grade(word: str, words: frozenset[str]) -> int | None:
    if word in words:
        return 0
    if any(other.startswith(word) for other in words):
        return 1
    if len(word) > 2 and any(word in other for other in words):
        return 2
    return None


def clean(query: str) -> str:
    """Return the query as typed, without control characters and not longer than a name can be."""
    printable = "".join(letter if letter.isprintable() else " " for letter in query)
    return " ".join(printable[:LONGEST_QUERY].split())


def find(query: str, places: Iterable[Place]) -> list[Any]:
    """Return the things whose names fit, best first, in their given order among equals."""
    words = fold(query)
    if not words:
        return []
    ranked = [(place.rank(words), place) for place in places]
    fitting = [(rank, place) for rank, place in ranked if rank is not None]
    fitting.sort(key=lambda pair: pair[0])
    return [place.thing for _, place in fitting[:MOST_FOUND]]


def near(query: str, places: Sequence[Place], count: int = 5) -> list[Any]:
    """Return the things whose names are spelled much like the query, for an empty result."""
    words = fold(query)
    found: list[Any] = []
    for place in places:
        own = place.words - place.kind_words
        if any(difflib.get_close_matches(word, own, 1, cutoff=0.75) for word in words):
            found.append(place.thing)
    return found[:count]
