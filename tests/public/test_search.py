"""A reader finds a place by any of its names, as they happen to type it."""

from __future__ import annotations

import pytest

from elections.public import queries, views
from elections.public.search import Place, clean, find, fold, near
from tests.public.conftest import Visit

PLACES = [
    Place.of("shymkent", ["Шымкент қаласы", "г. Шымкент", "Shymkent"], kind="republican_city"),
    Place.of(
        "karaganda",
        ["Қарағанды қаласы", "г. Караганда", "Qaraghandy"],
        kind="regional_city",
        parents=["Қарағанды облысы", "Карагандинская область", "Karaganda Region"],
    ),
    Place.of(
        "abai",
        ["Абай ауданы", "Абайский район", "Abaī district"],
        kind="district",
        code="353200000",
        parents=["Қарағанды облысы", "Карагандинская область", "Karaganda Region"],
    ),
    Place.of("ust", ["Өскемен қаласы", "г. Усть-Каменогорск", "Öskemen"], kind="regional_city"),
    Place.of("oral", ["Орал қаласы", "г. Уральск", "Oral"], kind="regional_city"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Шымкент", "shymkent"),
        ("шымкент", "shymkent"),
        ("SHYMKENT", "shymkent"),
        ("  shym ", "shymkent"),
        ("Shymkent city", "shymkent"),
        ("г. Шымкент", "shymkent"),
        ("қарағанды", "karaganda"),
        ("карағанды", "karaganda"),
        ("Karaganda", "karaganda"),
        ("qaragandy", "karaganda"),
        ("oskemen", "ust"),
        ("өскемен", "ust"),
        ("оскемен", "ust"),
        ("усть каменогорск", "ust"),
        ("Усть-Каменогорск", "ust"),
        ("Ust-Kamenogorsk", "ust"),
        ("abay", "abai"),
        ("абай", "abai"),
        ("Abai district, Karaganda Region", "abai"),
        ("абай ауданы", "abai"),
        ("353200000", "abai"),
    ],
)
def test_a_place_is_found(query: str, found: str) -> None:
    assert find(query, PLACES)[:1] == [found]


@pytest.mark.parametrize("query", ["", "   ", "?!", "district", "қаласы", "Paris", "абай шымкент"])
def test_nothing_is_found_where_nothing_fits(query: str) -> None:
    assert find(query, PLACES) == []


def test_the_whole_name_comes_before_its_beginning() -> None:
    places = [Place.of("longer", ["Аксуат"]), Place.of("exact", ["Аксу"])]
    assert find("аксу", places) == ["exact", "longer"]


def test_a_misspelling_is_answered_with_what_is_near() -> None:
    assert near("Shimkant", PLACES) == ["shymkent"]
    assert near("караганта", PLACES) == ["karaganda"]
    assert near("xyzzy", PLACES) == []


@pytest.mark.parametrize("query", ["zzzz", "шшш", "shshsh"])
def test_a_letter_held_down_is_no_name(query: str) -> None:
    assert find(query, PLACES) == []


def test_kazakh_russian_and_english_spellings_fold_to_one() -> None:
    assert fold("Қызылорда") == fold("Кызылорда") == fold("Kyzylorda")
    assert fold("Ақтау") == fold("Актау") == fold("Aktau")


def test_a_query_is_cut_and_loses_control_characters() -> None:
    assert clean("a\x00b\nc") == "a b c"
    assert len(clean("я" * 5000)) == 100


@pytest.mark.django_db
@pytest.mark.usefixtures("record")
class TestThePage:
    @pytest.mark.parametrize(
        ("query", "address"),
        [
            ("Алматы қаласы", "almaty/"),
            ("Almaty Region", "almaty-region/"),
            ("рудный", "rudnyy/"),
            ("Семей", "semey/"),
            ("Астана", "nur-sultan/"),
            ("Семипалатинск", "semey/"),
        ],
    )
    def test_a_territory_leads_to_its_page(self, visit: Visit, query: str, address: str) -> None:
        links = visit("/en/search/", q=query).links
        assert f"/en/elections/2021-01-10-maslikhat/{address}" in links

    @pytest.mark.parametrize("query", ["Мәжіліс", "Мажилис", "Mazhilis"])
    def test_the_majilis_is_found_by_its_name(self, visit: Visit, query: str) -> None:
        assert "/en/elections/2021-01-10-majilis/" in visit("/en/search/", q=query).links

    def test_every_place_is_found_by_each_of_its_names(self, visit: Visit) -> None:
        contests = queries.contests_on_record()
        places = [views.place_of(contest) for contest in contests]
        missed = [
            name
            for contest in contests
            for name in (
                contest.territory.name_kk,
                contest.territory.name_ru,
                contest.territory.name_en,
            )
            if contest not in find(name, places)
        ]
        assert missed == []

    def test_an_empty_result_helps_on(self, visit: Visit) -> None:
        shown = visit("/en/search/", q="Shimkant")
        assert "No region, city or district is called “Shimkant”." in shown.text("p")
        assert "/en/elections/2021-01-10-maslikhat/shymkent/" in shown.links
        assert "/en/elections/2021-01-10-maslikhat/" in shown.links

    @pytest.mark.parametrize(
        "query",
        ["<script>alert(1)</script>", '"><img src=x>', "\x00", "%", "' OR ''='", "я" * 9000],
    )
    def test_a_hostile_query_is_only_text(self, visit: Visit, query: str) -> None:
        shown = visit("/kk/search/", q=query)
        assert shown.all("script") == []
        assert [image for image in shown.all("img") if image.get("src") == "x"] == []

    def test_results_are_not_for_search_engines(self, visit: Visit) -> None:
        robots = [
            tag for tag in visit("/en/search/", q="a").all("meta") if "robots" in tag.values()
        ]
        assert robots
        assert not [tag for tag in visit("/en/search/").all("meta") if "robots" in tag.values()]
