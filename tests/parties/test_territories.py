from datetime import date

import pytest
from django.core.exceptions import ValidationError

from parties.models import Territory
from tests.sql import refused, run

pytestmark = pytest.mark.django_db

COUNTRY = {
    "kind": "country",
    "name_kk": "Қазақстан",
    "name_ru": "Казахстан",
    "name_en": "Kazakhstan",
}


@pytest.fixture
def country(db: None) -> Territory:
    return Territory.objects.create(slug="kazakhstan", time_zone="Asia/Almaty", **COUNTRY)


def region(country: Territory, slug: str, name: str, **fields: object) -> Territory:
    names = {"name_kk": name, "name_ru": name, "name_en": name}
    fields = {"kind": "region", "parent": country, "time_zone": "Asia/Almaty", **names, **fields}
    return Territory.objects.create(slug=slug, **fields)


def test_two_territories_may_lack_a_code_but_not_share_one(country: Territory) -> None:
    region(country, "first", "Абай", kato="100000000")
    region(country, "second", "Абай")
    region(country, "third", "Абай")
    with refused("territory_kato_unique"):
        run("UPDATE parties_territory SET kato = '100000000' WHERE slug = 'second'")


@pytest.mark.parametrize("code", ["", "12345678", "12345678x", "١٢٣٤٥٦٧٨٩"])
def test_a_code_is_nine_digits(country: Territory, code: str) -> None:
    region(country, "first", "Абай")
    with refused("territory_kato_nine_digits"):
        run("UPDATE parties_territory SET kato = %s WHERE slug = 'first'", code)


def test_only_the_country_has_no_parent(country: Territory) -> None:
    region(country, "first", "Абай")
    with refused("territory_only_country_without_parent"):
        run("UPDATE parties_territory SET parent_id = NULL WHERE slug = 'first'")
    with refused("territory_only_country_without_parent"):
        run("UPDATE parties_territory SET parent_id = id WHERE slug = 'kazakhstan'")


def test_a_kind_is_one_of_those_known(country: Territory) -> None:
    region(country, "first", "Абай")
    with refused("territory_kind_known"):
        run("UPDATE parties_territory SET kind = 'galaxy' WHERE slug = 'first'")


def test_what_is_in_use_is_not_deleted(country: Territory) -> None:
    region(country, "first", "Абай")
    with refused("parent"):
        run("SET CONSTRAINTS ALL IMMEDIATE; DELETE FROM parties_territory WHERE kind = 'country'")


def test_a_territory_is_there_from_its_first_day_and_not_on_its_last(country: Territory) -> None:
    region(country, "first", "Абай", valid_from=date(2019, 3, 23), valid_to=date(2022, 9, 17))
    for day, there in (
        (date(2019, 3, 22), False),
        (date(2019, 3, 23), True),
        (date(2022, 9, 16), True),
        (date(2022, 9, 17), False),
    ):
        assert Territory.objects.on(day).filter(slug="first").exists() is there
    with refused("territory_ends_after_it_begins"):
        run("UPDATE parties_territory SET valid_to = valid_from WHERE slug = 'first'")


def test_territories_stand_in_the_order_of_the_kazakh_alphabet(country: Territory) -> None:
    for slug, name in (
        ("y", "Ырғыз"),
        ("i", "Іле"),
        ("a", "Әйтеке би"),
        ("q", "Қобда"),
        ("k", "Келес"),
    ):
        region(country, slug, name)
    order = Territory.objects.filter(kind="region").in_order().values_list("slug", flat=True)
    assert list(order) == ["a", "k", "q", "y", "i"]


def test_a_time_zone_is_one_that_exists(country: Territory) -> None:
    country.time_zone = "Asia/Atlantis"
    with pytest.raises(ValidationError, match="time_zone"):
        country.full_clean()
