"""The order of the Kazakh alphabet, and its names in Latin letters."""

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.base import alphabet

ORDER = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
words = st.text(st.sampled_from(ORDER + ORDER.lower()), max_size=20)


def by_definition(text: str) -> list[int]:
    return [ORDER.index(letter) for letter in text.upper()]


def test_the_letters_are_in_the_order_of_the_alphabet() -> None:
    assert "".join(sorted(set(ORDER), key=alphabet.sort_key)) == ORDER


@given(words, words)
def test_words_compare_letter_by_letter(one: str, other: str) -> None:
    by_key = alphabet.sort_key(one) < alphabet.sort_key(other)
    assert by_key == (by_definition(one) < by_definition(other))


@given(st.text())
def test_a_key_is_ascii_digits_whatever_the_text(text: str) -> None:
    assert re.fullmatch(r"[0-9]*", alphabet.sort_key(text), re.ASCII)


@given(st.text(), st.text())
def test_equal_keys_mean_texts_that_differ_in_case_spaces_and_dashes_alone(
    one: str, other: str
) -> None:
    def folded(text: str) -> str:
        text = unicodedata.normalize("NFC", text).lower()
        return re.sub(r"\s+", " ", re.sub("[‐‑‒–—−]", "-", text)).strip()

    assert (alphabet.sort_key(one) == alphabet.sort_key(other)) == (folded(one) == folded(other))


@given(words)
def test_case_and_composition_do_not_matter(word: str) -> None:
    key = alphabet.sort_key(word)
    assert key == alphabet.sort_key(word.lower()) == alphabet.sort_key(word.upper())
    assert key == alphabet.sort_key(unicodedata.normalize("NFD", word))


def test_space_then_hyphen_come_before_letters_and_strangers_last() -> None:
    in_order = ["Абай", "Абай ауданы", "Абай-ата", "Абай 2", "Абайа", "Абайя", "Абайz", "Абай~"]
    # A digit comes after the hyphen, but "Абай 2" differs from "Абай ауданы" only after the space.
    in_order.insert(1, in_order.pop(3))
    assert sorted(set(in_order), key=alphabet.sort_key) == in_order


def test_python_s_own_order_is_another() -> None:
    """The control: without a key Ё and І come first and Ә last."""
    names = ["Әлиев", "Ёлкин", "Қасымов", "Іскаков"]
    assert sorted(names, key=alphabet.sort_key) == names != sorted(names)


@pytest.mark.parametrize(
    ("kazakh", "latin"),
    [
        ("Абай", "Abay"),
        ("Әуезов", "Äūezov"),
        ("Владимир", "Vladīmīr"),
        ("Жамбыл", "Zhambyl"),
        ("Шиелі", "Shīeli"),
        ("Семей", "Semey"),
        ("Шымкент", "Shymkent"),
        ("Өскемен", "Öskemen"),
        ("Маңғыстау", "Mangghystaū"),
        ("Нұр-Сұлтан қаласы", "Nur-Sultan qalasy"),
        ("Үржар", "Ürzhar"),
        ("Һ, Ё, Э, Я", "H, Yo, Ė, Ya"),
        ("Съезд, Июль", "Sezd, Īyul"),
        ("ҒАНИ ҚАЖЫ-АҒА", "GHANĪ QAZHY-AGHA"),
        ("Щербақты", "Shcherbaqty"),
        ("«Nur Otan» партиясы № 1", "«Nur Otan» partīyasy № 1"),
    ],
)
def test_names_are_romanised_by_bgn_pcgn(kazakh: str, latin: str) -> None:
    assert alphabet.romanise(kazakh) == latin


@given(words)
def test_a_romanised_word_has_no_cyrillic_and_no_apostrophe(word: str) -> None:
    assert not re.search(r"[Ѐ-ӿ'’]", alphabet.romanise(word))


@given(st.text())
def test_a_slug_is_fit_for_an_address(text: str) -> None:
    slug = alphabet.slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert alphabet.slug(slug) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Шығыс Қазақстан облысы", "shyghys-qazaqstan-oblysy"),
        ("Әуезов", "auezov"),
        ("  Ақ жол — 2021 ", "aq-zhol-2021"),
        ("Üst", "ust"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert alphabet.slug(name) == slug


def test_the_whole_alphabet_has_two_digits_a_letter() -> None:
    keys = [alphabet.sort_key(letter) for letter in ORDER + " -0123456789abcxyz"]
    assert {len(key) for key in keys} <= {0, 2}
    assert all(a != b for a, b in itertools.combinations(keys, 2))
