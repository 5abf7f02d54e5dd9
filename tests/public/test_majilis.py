"""A reader follows how 98 seats come from the votes of 10 January 2021."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client

from tests.portal.pages import Page
from tests.public.conftest import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

ADDRESS = "/en/elections/2021-01-10-majilis/"
MaxQueries = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def majilis(visit: Visit) -> Page:
    return visit(ADDRESS)


def test_votes_and_seats_stand_in_the_table(majilis: Page) -> None:
    cells = majilis.text("td")
    for number in ("5,148,074", "71.09%", "792,828", "10.95%", "659,019", "9.10%", "383,023"):
        assert number in cells
    assert "506,910 votes needed" in cells
    assert "7,241,562" in cells


def test_the_drawing_says_its_seats_in_words(majilis: Page) -> None:
    assert majilis.text("desc") == "98 mandates: Nur Otan 76, Ak Zhol 12, People's Party 10."
    marks = [circle for circle in majilis.all("circle") if circle.get("r") not in (None, "7", "8")]
    assert len(marks) == 98


def test_the_steps_lead_to_the_seats(majilis: Page) -> None:
    steps = majilis.text("ol")
    for sentence in (
        "Only lists with at least 7% of the valid votes share the mandates. 3 lists passed.",
        "Auyl: 123,887 votes short; Adal: 248,292 votes short",
        "506,909.34",
        "6,599,921",
        "67,346.13",
        "96 of 98 mandates are given. Open: 2.",
        "The 2 open mandates",
        "0.786",
        "0.772",
        "0.442",
        "here the open mandates are used up",
        "Recomputed by a second, independent program: same result.",
    ):
        assert sentence in steps
    assert "Art. 97-1(1)" in steps
    assert "The article speaks of the voters who took part in the voting." in steps


def test_each_step_has_an_address(majilis: Page) -> None:
    ids = [item["id"] for item in majilis.all("li") if "id" in item]
    assert ids == [f"step-{number}" for number in range(1, 6)]


def test_computed_and_published_seats_stand_side_by_side(majilis: Page) -> None:
    assert "The computed seats are equal to the published ones." in majilis.text("section")


def test_turnout_and_every_source_is_named(majilis: Page) -> None:
    assert "11,919,241" in majilis.text("dl")
    assert "63.25%" in majilis.text("dl")
    sources = [link for link in majilis.links if link.startswith("http")]
    assert any("astanatimes.com" in link for link in sources)
    assert any("mediaworld.kz" in link for link in sources)


def test_regions_have_their_turnout_as_a_map_and_as_a_table(majilis: Page) -> None:
    regions = [link for link in majilis.links if "?region=" in link]
    assert len(set(regions)) == 17
    assert majilis.html.count("75.5%") == 2  # tile and row of the table
    assert majilis.text("details").count("%") == 17


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "kk",
            ("2021 жылғы 10 қаңтар", "5 148 074", "71,09%", "97-1-бап, 1-тармақ", "Халық партиясы"),
        ),
        ("ru", ("10 января 2021 г.", "5 148 074", "71,09 %", "ст. 97-1, п. 1", "Народная партия")),
        ("en", ("10 January 2021", "5,148,074", "71.09%", "Art. 97-1(1)", "People's Party")),
    ],
)
def test_each_language_writes_in_its_own_way(
    visit: Visit, language: str, words: tuple[str, ...]
) -> None:
    shown = visit(f"/{language}/elections/2021-01-10-majilis/")
    assert shown.language == language
    text = shown.text("body").replace("\xa0", " ")
    assert [word for word in words if word not in text] == []


def test_the_page_costs_at_most_six_queries(
    client: Client, django_assert_max_num_queries: MaxQueries
) -> None:
    with django_assert_max_num_queries(6):
        assert client.get(ADDRESS).status_code == 200


def test_the_same_page_under_its_territory_has_the_first_address_as_canonical(
    visit: Visit,
) -> None:
    other = visit(f"{ADDRESS}kazakhstan/")
    canonical = [link["href"] for link in other.all("link") if link.get("rel") == "canonical"]
    assert canonical == [f"http://testserver{ADDRESS}"]
