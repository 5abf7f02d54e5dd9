"""The 216 maslikhats: what is known is shown, what is not known is said."""

from __future__ import annotations

import pytest
from django.test import Client

from elections.models import Contest
from tests.portal.pages import page
from tests.public.conftest import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

ALL = "/en/elections/2021-01-10-maslikhat/"


def test_the_table_holds_every_maslikhat(visit: Visit) -> None:
    shown = visit(ALL)
    contests = {link for link in shown.links if link.startswith(ALL) and link.count("/") == 5}
    assert len(contests) == 216
    assert "Maslikhats whose result a source states: 5 of 216." in shown.text("p")


def test_the_map_counts_known_results(visit: Visit) -> None:
    shown = visit(ALL)
    tiles = [item for item in shown.all("li") if item.get("class", "").startswith("r")]
    assert len(tiles) == 17
    assert sum("full" in tile["class"] for tile in tiles) == 3
    assert "1 of 14" in shown.text("li")


def test_a_region_is_chosen_by_a_plain_link(visit: Visit) -> None:
    shown = visit(ALL, region="aktobe-region")
    rows = [link for link in shown.links if link.startswith(ALL) and link.count("/") == 5]
    assert len(rows) == 14
    assert shown.text("h1") == "Aktobe Region"
    assert "Maslikhats whose result a source states: 1 of 14." in shown.text("p")


@pytest.mark.parametrize("region", ["nowhere", "%00", "kazakhstan", "' OR 1=1"])
def test_an_unknown_region_is_not_found(visit: Visit, region: str) -> None:
    visit(ALL, 404, region=region)


def test_almaty_is_computed_from_percentages_and_says_so(visit: Visit) -> None:
    text = visit(f"{ALL}almaty/").text("body")
    assert "No source seen gives the votes of this contest, only percentages." in text
    assert "Every set of votes that rounds to these percentages gives the same seats." in text
    assert "93.21%" in text
    assert "39 mandates: Nur Otan 29, Ak Zhol 4, Auyl 3, People's Party 3." in text


def test_aktobe_says_how_the_base_follows_from_a_percentage(visit: Visit) -> None:
    text = visit(f"{ALL}aktobe-region/").text("body")
    for sentence in (
        "Votes not known: Adal.",
        "Nur Otan: 256,655 votes are 80.72% of all valid votes.",
        "can have had at most 7,968 votes.",
        "so they did not reach it.",
        "Each gives the same seats.",
        "33 mandates: Nur Otan 27, Ak Zhol 3, Auyl 3.",
    ):
        assert sentence in text


def test_akmola_is_provisional_and_cannot_be_compared(visit: Visit) -> None:
    shown = visit(f"{ALL}akmola-region/")
    text = shown.text("body")
    assert "Provisional result" in text
    assert "The votes are preliminary" in text
    assert "No source seen gives the seats." in text
    assert "Nur Otan: the source prints 75.0%; its votes are 75.72%." in text
    assert 'stroke-dasharray="4.5 3.5"' in shown.html


def test_nur_sultan_shows_published_seats_alone(visit: Visit) -> None:
    shown = visit(f"{ALL}nur-sultan/")
    text = shown.text("body")
    assert "31 mandates: Nur Otan 26, Ak Zhol 3, People's Party 2." in text
    assert "They cannot be recomputed, because no source seen gives the votes." in text
    assert "How many votes each list received." in text
    assert "How were these seats computed?" not in text
    assert "python3 verify.py" not in text


def test_a_maslikhat_without_result_says_what_is_known_and_what_is_not(visit: Visit) -> None:
    text = visit(f"{ALL}semey/").text("body")
    for sentence in (
        "Result not known",
        "No source seen states",
        "Polling stations",
        "Which party lists were on the ballot.",
        "How many mandates were to be filled.",
        "Nothing is estimated",
    ):
        assert sentence in text.replace("No source seen it", "") or sentence in text


def test_every_page_opens_and_names_its_place(client: Client) -> None:
    contests = Contest.objects.of_records().select_related("election", "territory")
    titles = set()
    for contest in contests.filter(election__body="maslikhat"):
        response = client.get(f"{ALL}{contest.territory.slug}/")
        assert response.status_code == 200
        heading = page(response).text("h1")
        assert heading == contest.territory.name_en
        titles.add(contest.territory.slug)
    assert len(titles) == 216


def test_a_romanised_name_is_called_so_where_it_is_used(visit: Visit) -> None:
    sentence = "The English name is romanised from the Kazakh one."
    assert sentence in visit(f"{ALL}semey/").text("p")
    assert sentence not in visit(f"{ALL}shymkent/").text("p")
    assert "латын" not in visit("/kk/elections/2021-01-10-maslikhat/semey/").text("p")


def test_a_page_leads_up_to_its_region(visit: Visit) -> None:
    assert f"{ALL}?region=kostanay-region" in visit(f"{ALL}rudnyy/").links


@pytest.mark.parametrize(
    "address",
    [
        "/en/elections/1999-01-01-majilis/",
        "/en/elections/2021-01-10-maslikhat/nowhere/",
        "/en/elections/2021-01-10-majilis/almaty/",
        "/en/elections/2021-01-10-maslikhat/abroad/",
        "/de/elections/2021-01-10-majilis/",
        "/elections/2021-01-10-maslikhat/result.json",
        "/elections/2021-01-10-maslikhat/result.csv",
        "/elections/2021-01-10-maslikhat/nowhere/result.json",
        "/elections/1999-01-01-majilis/result.csv",
    ],
)
def test_what_is_not_there_is_not_found_in_the_portals_look(visit: Visit, address: str) -> None:
    shown = visit(address, 404)
    assert "head" in [header.get("class") for header in shown.all("header")]
    assert shown.all("main")
