"""The record of 10 January 2021 as it stands in the database."""

import json
import re
from typing import Any

import pytest

from elections.models import (
    Allocation,
    Contest,
    Election,
    OfficialFigure,
    OfficialResult,
    Publication,
)
from parties.models import PartyName, Territory
from portal.base import alphabet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

MAJILIS = "2021-01-10-majilis"
MASLIKHAT = "2021-01-10-maslikhat"
OF_THE_KIND = {" ауданы", " қаласы", " облысы"}

# Territory → mandates by party, worked out by hand in docs/allocation.md and law.md (c.5).
COMPUTED = {
    "kazakhstan": {"nur-otan": 76, "ak-zhol": 12, "peoples-party": 10, "auyl": 0, "adal": 0},
    "shymkent": {"nur-otan": 24, "ak-zhol": 3, "auyl": 3, "peoples-party": 0, "adal": 0},
    "rudnyy": {"nur-otan": 12, "ak-zhol": 3, "adal": 0},
    "almaty": {"nur-otan": 29, "ak-zhol": 4, "auyl": 3, "peoples-party": 3, "adal": 0},
    "aktobe-region": {"nur-otan": 27, "ak-zhol": 3, "auyl": 3},
    "akmola-region": {"nur-otan": 26, "ak-zhol": 3, "auyl": 3, "adal": 0},
}


def body(territory: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        Publication.objects.get(contest__territory__slug=territory).body
    )
    return found


def test_there_are_217_contests_each_with_one_publication() -> None:
    assert Contest.objects.filter(election__slug=MAJILIS).count() == 1
    assert Contest.objects.filter(election__slug=MASLIKHAT).count() == 216
    assert Publication.objects.count() == 217
    assert Publication.objects.values("contest").distinct().count() == 217
    assert set(Election.objects.values_list("kind", flat=True)) == {"record"}


def test_territories_are_those_of_january_2021() -> None:
    counts = {kind: Territory.objects.filter(kind=kind).count() for kind in Territory.Kind.values}
    assert counts == {
        "country": 1,
        "abroad": 1,
        "region": 14,
        "republican_city": 3,
        "regional_city": 36,
        "district": 163,
    }
    western = {"aktobe-region", "mangystau-region", "atyrau-region", "west-kazakhstan-region"}
    five_hours = {"Asia/Aqtobe", "Asia/Aqtau", "Asia/Atyrau", "Asia/Oral", "Asia/Qyzylorda"}
    regions = Territory.objects.filter(kind="region")
    assert set(regions.filter(time_zone__in=five_hours).values_list("slug", flat=True)) == (
        western | {"kyzylorda-region"}
    )
    for part in Territory.objects.filter(parent__kind="region").select_related("parent"):
        assert part.parent is not None
        assert part.time_zone == part.parent.time_zone


def test_every_short_name_follows_from_the_names_by_one_rule() -> None:
    for place in Territory.objects.select_related("parent"):
        bare = re.sub(f"({'|'.join(OF_THE_KIND)})$", "", place.name_kk)
        if place.romanised_en:
            expected = alphabet.slug(bare)
            if place.kind == "district":
                assert place.parent is not None
                expected += f"-{place.parent.slug.removesuffix('-region')}"
                assert place.name_en == f"{alphabet.romanise(bare)} district"
            else:
                assert place.name_en == alphabet.romanise(bare)
        else:
            expected = alphabet.slug(place.name_en)
        assert place.slug == expected


def test_english_names_are_marked_where_they_are_ours() -> None:
    ours = Territory.objects.filter(romanised_en=True)
    assert set(ours.values_list("kind", flat=True)) == {"regional_city", "district"}
    assert ours.count() == 199
    assert Territory.objects.filter(unsourced_kk=True).count() == 8


def test_the_majilis_is_computed_as_published() -> None:
    majilis = body("kazakhstan")
    votes = {entry["party"]: entry["votes"] for entry in majilis["lists"]}
    assert votes == {
        "nur-otan": 5148074,
        "ak-zhol": 792828,
        "peoples-party": 659019,
        "auyl": 383023,
        "adal": 258618,
    }
    figures = {figure["code"]: figure["value"] for figure in majilis["figures"]}
    assert sum(votes.values()) == int(figures["valid"]) == majilis["input"]["base"]
    assert figures["voters_listed"] == "11919241"
    assert figures["received_ballots"] == "7539280"
    assert majilis["allocation"]["quotient"] == "6599921/98"
    assert [step["code"] for step in majilis["allocation"]["steps"]] == [
        "threshold",
        "quotient",
        "whole",
        "remainders",
        "result",
    ]
    assert majilis["comparison"] == {"status": "equal", "second": "equal"}
    assert majilis["unknown"] == []


def test_the_majilis_knows_the_share_of_ballots_received_in_the_17_regions() -> None:
    parts = body("kazakhstan")["territories"]
    shares = {
        part["slug"]: figure["value"]
        for part in parts
        for figure in part["figures"]
        if figure["code"] == "received_ballots_percent"
    }
    assert len(shares) == 17
    assert shares["north-kazakhstan-region"] == "75.5"
    assert shares["almaty"] == "30.3"
    assert shares["almaty-region"] == "73.5"


@pytest.mark.parametrize("territory", COMPUTED)
def test_mandates_are_computed_where_votes_allow_it(territory: str) -> None:
    found = body(territory)
    seats = {party["party"]: party["seats"] for party in found["allocation"]["parties"]}
    assert seats == COMPUTED[territory]
    assert sum(seats.values()) == found["mandates"]
    published = {entry["party"]: entry["published_seats"] for entry in found["lists"]}
    for party, number in seats.items():
        assert published[party] in (number, None)
    status = "no_published_seats" if territory == "akmola-region" else "equal"
    assert found["comparison"]["status"] == status


def test_nothing_else_is_computed() -> None:
    computed = Allocation.objects.values_list("contest__territory__slug", flat=True)
    assert set(computed) == set(COMPUTED)
    assert Allocation.objects.filter(second_agrees=True).count() == len(COMPUTED)


def test_of_210_maslikhats_only_name_level_and_polling_stations_are_known() -> None:
    incomplete = Publication.objects.filter(kind="incomplete")
    assert incomplete.count() == 209 + 1 == 210
    for publication in incomplete:
        found = json.loads(publication.body)
        assert [figure["code"] for figure in found["figures"]] == ["polling_stations"]
        assert found["lists"] == []
        assert (found["mandates"], found["input"], found["allocation"]) == (None, None, None)
        assert found["unknown"] == ["lists", "votes", "mandates", "seats", "turnout"]


def test_polling_stations_of_the_parts_sum_to_their_regions() -> None:
    stations = {
        figure.territory_id: int(figure.value)
        for figure in OfficialFigure.objects.filter(
            code="polling_stations", election__slug=MASLIKHAT
        )
    }
    assert len(stations) == 216
    for region in Territory.objects.filter(kind="region"):
        parts = sum(stations[part.pk] for part in region.parts.all())
        assert parts == stations[region.pk], region.slug
    first_level = Territory.objects.first_level()
    assert sum(stations[place.pk] for place in first_level) == 9_991


def test_aktobe_follows_from_a_percentage_and_says_so() -> None:
    given = body("aktobe-region")["input"]
    assert given["basis"] == "votes_and_derived"
    assert given["left_out"] == ["adal"]
    assert "base_from_percent" in given["notes"]
    derivation = given["derivation"]
    assert (derivation["party"], derivation["percent"]) == ("nur-otan", "80.72")
    assert (derivation["base_min"], derivation["base_max"]) == (317_938, 317_976)
    assert derivation["bases_tried"] == 39
    # Adal cannot have reached 7 per cent: it has at most what the other three leave.
    assert derivation["unknown_max"] * 100 < 7 * derivation["base_max"]


def test_almaty_is_computed_from_percentages_and_says_so() -> None:
    found = body("almaty")
    assert found["input"]["basis"] == "percent"
    assert found["input"]["unit"] == "hundredth_of_percent"
    assert found["input"]["votes"]["nur-otan"] == 6811
    assert {"votes_from_percent", "rounding_checked"} <= set(found["input"]["notes"])
    assert all(entry["votes"] is None for entry in found["lists"])
    assert found["unknown"] == ["votes"]


def test_akmola_is_provisional_and_nur_sultan_has_seats_alone() -> None:
    akmola = body("akmola-region")
    assert akmola["publication"]["kind"] == "provisional"
    assert "preliminary_votes" in akmola["input"]["notes"]
    assert {entry["votes_basis"] for entry in akmola["lists"]} == {"preliminary"}
    capital = body("nur-sultan")
    assert capital["allocation"] is None
    assert sum(entry["published_seats"] for entry in capital["lists"]) == capital["mandates"] == 31
    assert "votes" in capital["unknown"]


def test_everything_shown_has_a_source() -> None:
    for text in Publication.objects.values_list("body", flat=True):
        found = json.loads(text)
        assert found["publication"]["sources"]
        for fact in (*found["lists"], *found["figures"]):
            assert fact["source"]
    assert not OfficialResult.objects.exclude(source__startswith="http").exists()


def test_the_page_of_2021_says_nur_otan() -> None:
    assert body("kazakhstan")["lists"][0]["name"]["en"] == "Nur Otan Party"
    assert PartyName.objects.filter(party__slug="nur-otan").count() == 2
    assert body("nur-sultan")["territory"]["name"]["kk"] == "Нұр-Сұлтан қаласы"


def test_nation_wide_figures_of_the_maslikhats_are_kept() -> None:
    figures = OfficialFigure.objects.filter(election__slug=MASLIKHAT, territory__slug="kazakhstan")
    assert {figure.code: int(figure.value) for figure in figures} == {
        "lists_submitted": 840,
        "lists_registered": 832,
        "candidates_submitted": 8334,
        "quota_persons_submitted": 3721,
    }
