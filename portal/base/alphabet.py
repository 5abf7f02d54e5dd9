"""The Kazakh alphabet: order and romanisation. Standard library only.

Alphabetical order is a rule of the electoral law, and no database collation that we can rely on
knows it: names carry a sort key of ASCII digits, which every collation orders alike.
"""

import re
import unicodedata

LETTERS = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"

# Two digits a character: space and hyphen first, then digits, Kazakh letters, Latin letters.
# Whatever else there is comes last, as 99 and its code point.
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RANKS = {
    character: f"{rank:02}"
    for rank, character in enumerate(" -0123456789" + LETTERS.lower() + _LATIN)
}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_SPACES = re.compile(r"\s+")

# BGN/PCGN 1979 system for Kazakh, letter by letter; "." is a mark that is left out (ъ, ь).
_ROMAN_LETTERS = (
    "a ä b v g gh d e yo zh z ī y k q l m n ng o ö p r s t ū u ü f kh h "
    "ts ch sh shch . y i . ė yu ya"
)
_ROMAN = {
    letter: roman.strip(".")
    for letter, roman in zip(LETTERS.lower(), _ROMAN_LETTERS.split(), strict=True)
}


def sort_key(text: str) -> str:
    """Return ASCII digits that sort as the text does in the Kazakh alphabet.

    Letter case and the kind and number of spaces do not matter; a word comes before its
    extensions; characters outside the alphabet come last, in the order of their code points.
    """
    folded = unicodedata.normalize("NFC", text).lower().translate(_DASHES)
    folded = _SPACES.sub(" ", folded).strip()
    return "".join(_RANKS.get(character) or f"99{ord(character):07}" for character in folded)


def romanise(text: str) -> str:
    """Return the text in Latin letters by BGN/PCGN 1979, without apostrophes: Шығыс → Shyghys.

    What is not in the Kazakh alphabet stays. A capital that becomes two letters is written
    Gh at the start of a word and GH in a word of capitals.
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        _romanise_letter(
            letter, composed[place + 1 : place + 2], composed[max(place - 1, 0) : place]
        )
        for place, letter in enumerate(composed)
    )


def _romanise_letter(letter: str, following: str, preceding: str) -> str:
    roman = _ROMAN.get(letter.lower())
    if roman is None:
        return letter
    if letter == letter.lower():
        return roman
    shouts = following.isupper() or (preceding.isupper() and not following.isalpha())
    return roman.upper() if shouts else roman.capitalize()


def slug(text: str) -> str:
    """Return the romanised text as an address part: ASCII lower case, digits and hyphens."""
    decomposed = unicodedata.normalize("NFKD", romanise(text).lower())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
