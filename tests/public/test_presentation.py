"""Cases that the record does not hold: what a page must still say when they come."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from elections.law.allocation import ListVotes, Registration, allocate
from elections.law.editions import MAJILIS_2020
from elections.law.rules import Gap, ThresholdBase
from elections.law.steps import Step
from elections.models import OfficialFigure
from elections.public import steps, wording
from elections.public.figures import Source, facts_of, round_half_up, short_names, sources_of
from elections.public.presentation import Result
from elections.public.queries import Frozen
from elections.wording import article
from elections.wording.numbers import FIGURES
from parties.models import Territory
from tests.public.conftest import EXAMPLE, Json

COLOURS = ["#1a6d85", "#c78701", "#bb3825", "#43a668", "#7451c5"]


@pytest.fixture(autouse=True)
def _in_english() -> None:
    translation.activate("en")


def of_votes(body: Json, votes: dict[str, int], mandates: int, earlier: bool = False) -> Result:
    """Return the body's contest with other lists, votes and mandates, computed by the law."""
    at = [datetime(2020, 12, day, tzinfo=UTC) for day in range(1, len(votes) + 1)]
    ballot = [
        ListVotes(party, count, Registration(moment) if earlier else None)
        for (party, count), moment in zip(votes.items(), at, strict=True)
    ]
    base = sum(votes.values())
    computed = allocate(ballot, mandates=mandates, rules=MAJILIS_2020.allocation)
    entry = body["lists"][0]
    lists = [
        entry
        | {
            "party": party,
            "short": dict.fromkeys(("kk", "ru", "en"), party.upper()),
            "name": dict.fromkeys(("kk", "ru", "en"), f"Party {party.upper()}"),
            "votes": count,
            "percent": None,
            "published_seats": None,
            "colour": colour,
        }
        for (party, count), colour in zip(votes.items(), COLOURS, strict=False)
    ]
    return Result(
        body
        | {
            "lists": lists,
            "mandates": mandates,
            "allocation": computed.as_json(),
            "input": body["input"] | {"base": base, "votes": votes, "notes": []},
            "comparison": {"status": "no_published_seats", "second": "equal"},
        }
    )


def text_of(result: Result) -> str:
    return render_to_string("components/steps.html", {"steps": result.steps})


def test_shares_that_do_not_add_up_say_so(body: Json) -> None:
    result = of_votes(body, {"a": 1, "b": 1, "c": 1}, 3)
    assert result.shares_note == "The shares are rounded and together make 99.99%."


def test_shares_that_add_up_need_no_note(body: Json) -> None:
    assert Result(body).shares_note == ""


def test_a_list_needs_the_last_vote_of_the_threshold(body: Json) -> None:
    result = of_votes(body, {"a": 50, "b": 44, "c": 6}, 10)
    assert "C: 1 vote short" in text_of(result)
    assert [line.is_below for line in result.lines] == [False, False, True]


def test_all_mandates_given_leave_none_open(body: Json) -> None:
    result = of_votes(body, {"a": 60, "b": 40}, 5)
    text = text_of(result)
    assert "All 5 mandates are given." in text
    assert "open-seat" not in text


def test_equal_remainders_settled_by_registration_are_explained(body: Json) -> None:
    text = text_of(of_votes(body, {"a": 50, "b": 50}, 3, earlier=True))
    assert "Of equal remainders the list registered earlier comes first." in text


def test_an_open_lot_leaves_seats_open_and_is_called_one(body: Json) -> None:
    result = of_votes(body, {"a": 50, "b": 50}, 3)
    text = text_of(result)
    assert "Remainders are equal: a lot is needed." in text
    assert "open" in text
    assert result.hemicycle
    chart = result.hemicycle["chart"]
    assert (chart.total, len(chart.open_seats)) == (3, 1)
    assert [party["seats"] for party in result.hemicycle["parties"]] == [1, 1]


def test_a_single_list_that_passes_brings_in_the_second(body: Json) -> None:
    result = of_votes(body, {"a": 95, "b": 3, "c": 2}, 10)
    text = text_of(result)
    assert "Only A reached the threshold" in text
    assert "multiplied by 0.7" in text
    assert "The list that passed receives what is left. A: " in text
    assert sum(line.seats or 0 for line in result.lines) == 10


def test_what_only_the_commission_decides_is_said(body: Json) -> None:
    result = of_votes(body, {"a": 6, "b": 5, "c": 4, "d": 3, "e": 2}, 10)
    assert result.notes == []
    alone = of_votes(body, {"a": 100}, 10)
    assert alone.notes == [str(wording.DECISIONS["one_list_alone"])]


def test_every_code_of_the_law_has_its_words() -> None:
    codes = {step.code for step in Step.__subclasses__()}
    assert codes == set(steps._PARTS)
    assert {gap.value for gap in Gap} == set(wording.DECISIONS)
    assert {base.value for base in ThresholdBase} == set(wording.BASES)


def test_every_code_of_the_record_has_its_words() -> None:
    # A count of our own publishes three figures that no source of the record states.
    counted = {"absentee", "outside", "against_all"}
    assert {code.value for code in OfficialFigure.Code} | counted == set(FIGURES)
    assert {kind.value for kind in Territory.Kind} == set(wording.KINDS)
    assert set(wording.KNOWN) >= set(wording.COMPARISON)


def test_every_code_that_the_docs_name_has_its_words() -> None:
    documented = EXAMPLE.read_text(encoding="utf-8")
    for code in (*wording.NOTES, *wording.COMPARISON, *wording.UNKNOWN):
        assert f"`{code}`" in documented


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Art. 97-1(1)",
            {"kk": "97-1-бап, 1-тармақ", "ru": "ст. 97-1, п. 1", "en": "Art. 97-1(1)"},
        ),
        ("Art. 97-1", {"kk": "97-1-бап", "ru": "ст. 97-1", "en": "Art. 97-1"}),
        ("", {"kk": "", "ru": "", "en": ""}),
        ("Art. 97-1(2)-(3)", {"en": "Art. 97-1(2)-(3)"}),
    ],
)
def test_an_article_is_cited_in_the_way_of_the_language(text: str, written: dict[str, str]) -> None:
    for language, citation in written.items():
        with translation.override(language):
            assert article(text).replace("\xa0", " ") == citation


def test_half_is_rounded_up() -> None:
    assert round_half_up(Fraction(1, 8) * 100, 0) == 13
    assert round_half_up(Fraction(5, 1000), 2) == Fraction(1, 100)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://x", "a list"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert not Source(url).is_link


def test_a_text_of_two_addresses_is_two_sources() -> None:
    found = sources_of(["https://a.kz/1 https://b.kz/2", "https://a.kz/1", "a printed list"])
    assert [source.text for source in found] == [
        "https://a.kz/1",
        "https://b.kz/2",
        "a printed list",
    ]


def test_a_short_name_stays_a_name_of_its_own() -> None:
    names = ["Akmola Region", "Almaty Region", "Almaty"]
    assert short_names(names, "Region") == ["Akmola", "Almaty Region", "Almaty"]
    assert short_names(names, "nothing") == names
    in_kazakh = ["Ақмола облысы", "Алматы облысы", "Алматы қаласы"]
    assert short_names(in_kazakh, "облысы") == ["Ақмола", "Алматы облысы", "Алматы қаласы"]


def test_a_share_stands_beside_its_number() -> None:
    figures = [
        {"code": "received_ballots", "value": "7539280", "preliminary": False},
        {"code": "received_ballots_percent", "value": "63.25", "preliminary": False},
    ]
    facts = facts_of(figures)
    assert [(fact["value"], fact["more"]) for fact in facts] == [("7,539,280", "63.25%")]
    alone = facts_of(figures[1:])
    assert [(fact["value"], fact["more"]) for fact in alone] == [("63.25%", "")]


def whole_page(result: Result, rf: RequestFactory) -> str:
    frozen = Frozen(json.dumps(result.body), "0" * 64, datetime(2021, 1, 12, tzinfo=UTC))
    context = {"result": result, "practice": result.is_practice, "frozen": frozen}
    return render_to_string("public/contest.html", context, request=rf.get("/en/"))


def test_a_page_with_an_open_lot_stands(body: Json, rf: RequestFactory) -> None:
    result = of_votes(body, {"a": 50, "b": 50}, 3)
    html = whole_page(result, rf)
    assert "Remainders are equal: a lot is needed." in html
    assert 'id="votes"' in html
    assert html.count("2 if it wins the lot") == 2
    assert "No source seen states the result" not in html


def test_a_practice_election_says_so_on_its_page(body: Json, rf: RequestFactory) -> None:
    body["election"]["kind"] = "practice"
    assert "practice-strip" in whole_page(Result(body), rf)
    body["election"]["kind"] = "record"
    assert "practice-strip" not in whole_page(Result(body), rf)


def test_a_hostile_name_is_only_text(body: Json, rf: RequestFactory) -> None:
    body["lists"][0]["name"]["en"] = "<script>alert(1)</script>"
    body["lists"][0]["short"]["en"] = '"><img src=x onerror=alert(1)>'
    html = whole_page(Result(body), rf)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
