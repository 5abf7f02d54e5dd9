"""Names in three languages, sorted as the Kazakh alphabet has them."""

from __future__ import annotations

import pytest
from django.utils import translation

from portal.base import alphabet, trilingual
from tests.lab.models import Place

NAMES = ["Ақтау", "Әйтеке би", "Қордай", "Ұзынкөл", "Іле"]


def place(name_kk: str) -> Place:
    return Place(name_kk=name_kk, name_ru=f"{name_kk} ru", name_en=f"{name_kk} en")


@pytest.mark.parametrize(
    ("language", "text"), [("kk", "қ"), ("ru", "р"), ("en", "e"), ("en-gb", "e"), ("de", "қ")]
)
def test_the_text_is_that_of_the_active_language(language: str, text: str) -> None:
    with translation.override(language):
        assert trilingual.pick("қ", "р", "e") == text


def test_an_empty_text_gives_way_to_the_first_that_is_not() -> None:
    with translation.override("en"):
        assert trilingual.pick("қ", "р", "") == "қ"
        assert trilingual.pick("", "р", "") == "р"


def test_without_a_language_the_text_is_kazakh() -> None:
    with translation.override(None):
        assert trilingual.pick("қ", "р", "e") == "қ"


@pytest.mark.django_db
def test_rows_sort_in_the_kazakh_order_however_they_were_written() -> None:
    Place.objects.bulk_create([place(name) for name in reversed(NAMES[1:])])
    place(NAMES[0]).save()
    assert list(Place.objects.order_by("sort_kk").values_list("name_kk", flat=True)) == NAMES
    assert list(Place.objects.order_by("name_kk").values_list("name_kk", flat=True)) != NAMES


@pytest.mark.django_db
def test_the_sort_key_follows_the_name() -> None:
    moved = place(NAMES[4])
    moved.save()
    moved.name_kk = NAMES[0]
    moved.save(update_fields=["name_kk", "sort_kk"])
    assert Place.objects.get().sort_kk == alphabet.sort_key(NAMES[0])
