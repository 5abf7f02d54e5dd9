"""The page on the law: every rule of every edition in the reader's words, and printed as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from django.utils.translation import gettext

from elections.law.editions import EDITIONS
from elections.law.editions.changes import groups_of
from elections.law.parameters import PerKind, Rule, Tag
from elections.management.commands import law_docs
from elections.public import law_page, law_wording, wording
from portal.base import numerals
from tests.portal.pages import Page
from tests.public.conftest import Visit

LANGUAGES = ("kk", "ru", "en")


def rules() -> Iterator[tuple[str, Rule[Any]]]:
    for edition in EDITIONS:
        for name, group in groups_of(edition).items():
            for field in fields(group):
                yield f"{name}.{field.name}", getattr(group, field.name)


def test_every_rule_has_a_label_and_nothing_else_has() -> None:
    assert set(law_wording.RULES) == {path for path, _ in rules()}
    assert set(law_wording.GROUPS) == set(groups_of(EDITIONS[0]))
    assert set(law_wording.TAGS) == {tag.value for tag in Tag}
    assert set(wording.BODY) == {edition.body for edition in EDITIONS}


def test_every_source_of_a_rule_stands_beside_it_and_in_the_list() -> None:
    listed = law_page.sources()
    assert set(listed) == {address for _, rule in rules() for address in rule.sources}
    assert len(listed) == len(set(listed)) > 40
    with translation.override("en"):
        threshold = row("Threshold").cells[0].stretches[0]
    shown = {listed[number - 1] for number in threshold.sources}
    assert shown == {
        address
        for edition in EDITIONS
        if edition.code in ("majilis-2019", "majilis-2020")
        for address in edition.allocation.threshold.sources
    }
    assert shown


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_whose_articles_are_cited(visit: Visit, language: str) -> None:
    with translation.override(language):
        law = law_page.cited_law()
    assert "2464" in law
    assert law in visit(f"/{language}/law/").text("p")
    assert law in law_docs.page(language)


def test_every_citation_has_words() -> None:
    assert set(wording.LAWS) == {edition.citation for edition in EDITIONS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_and_article_can_be_said(language: str) -> None:
    with translation.override(language):
        for path, rule in rules():
            said = law_page.say(path, rule.value)
            assert said.strip(), path
            assert isinstance(rule.value, Enum) is False or said != rule.value.value, path
            assert bool(law_wording.article(rule.article)) is bool(rule.article), path


def test_no_word_is_kept_for_a_value_that_no_edition_may_have() -> None:
    """What no rule can hold is no value: every word belongs to an enumeration or a text."""
    kinds = {
        type(value)
        for _, rule in rules()
        for value in (rule.value if isinstance(rule.value, tuple) else (rule.value,))
        if isinstance(value, Enum)
    }
    texts = {rule.value for _, rule in rules() if type(rule.value) is str}
    bodies = {
        kind.value
        for _, rule in rules()
        if isinstance(rule.value, PerKind)
        for kind in rule.value.kinds
    }
    known = {member.value for kind in kinds for member in kind} | texts | bodies
    in_values = {"all", "half", "none"}  # parts of a body

    assert set(law_wording.VALUES) == known | in_values


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("", {"kk": "", "ru": "", "en": ""}),
        ("Art. 97-1", {"kk": "97-1-бап", "ru": "ст. 97-1", "en": "Art. 97-1"}),
        ("Art. 97-1(1)", {"kk": "97-1-бап, 1-тармақ", "ru": "ст. 97-1, п. 1"}),
        ("Art. 97-1(2)-(3)", {"ru": "ст. 97-1, п. 2–3", "en": "Art. 97-1(2–3)"}),
        ("Art. 104(1-1)", {"ru": "ст. 104, п. 1-1", "en": "Art. 104(1-1)"}),
        (
            "Art. 5(2) of the Law on Local Government and Self-Government",
            {
                "ru": "ст. 5, п. 2 Закона «О местном государственном управлении и самоуправлении»",
                "en": "Art. 5(2) of the Law on Local Government and Self-Government",
            },
        ),
    ],
)
def test_an_article_is_cited_as_the_language_does(text: str, cited: dict[str, str]) -> None:
    for language, expected in cited.items():
        with translation.override(language):
            assert law_wording.article(text).replace("\u00a0", " ") == expected


def test_what_is_no_article_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="no article"):
        law_wording.article("somewhere")


def row(label: str) -> law_page.Row:
    (found,) = (row for group in law_page.groups() for row in group.rows if row.label == label)
    return found


def test_a_rule_that_changed_is_told_stretch_by_stretch() -> None:
    with translation.override("en"):
        majilis, maslikhat, kurultai = row("Threshold").cells
        assert [
            (str(one.since), one.value, one.article, one.tags) for one in majilis.stretches
        ] == [
            ("None", "7%", "Art. 97-1(1)", "T-old, C"),
            ("2021-05-24", "5%", "Art. 97-1(1)", "C, ?"),
            ("2022-11-05", "unchanged", "Art. 97-1(1)", "C"),
        ]
        assert [one.value for one in maslikhat.stretches] == ["7%", "5%", "unchanged"]
        assert [(one.since, one.value, one.tags) for one in kurultai.stretches] == [
            (None, "5%", "C, N")
        ]


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("Mandates elected by list", ["all 98", "69 of 98"]),
        ("Most persons on a list", ["mandates plus 30%, rounded up"]),
        ("Nomination closes", ["E−41, 18:00", "E−39, 18:00"]),
        ("Voting opens", ["E, 07:00"]),
        ("“Against all” on the ballot", ["no", "yes", "unchanged"]),
        ("Who counts for the quota", ["no quota", "women; the young"]),
        ("Quorum of the commission", ["2/3"]),
        (
            "Due after votes at the previous election",
            ["7% and more: 0%; 5% and more: 50%; 3% and more: 70%", "unchanged"],
        ),
        ("Last years lived in the country", ["10"]),
        (
            "When one list alone passes, the second list",
            ["takes part: its quotas times 0.7, at least 2 mandates"],
        ),
    ],
)
def test_a_value_is_said_in_words(label: str, values: list[str]) -> None:
    with translation.override("en"):
        said = [stretch.value for stretch in row(label).cells[0].stretches]

    assert said[: len(values)] == values


IN_LANGUAGES = {
    "kk": {
        "since": "2022 жылғы 5 қараша күнінен бастап",
        "reliefs": "7% және одан көп: 0%; 5% және одан көп: 50%; 3% және одан көп: 70%",
        "most": "мандаттар санына қоса 30%, жоғары қарай дөңгелектеледі",
        "unchanged": "өзгеріссіз",
        "no years": "талап етілмейді",
    },
    "ru": {
        "since": "с 5 ноября 2022 г.",
        "reliefs": "7 % и более: 0 %; 5 % и более: 50 %; 3 % и более: 70 %",
        "most": "число мандатов плюс 30 %, с округлением вверх",
        "unchanged": "без изменений",
        "no years": "не требуются",
    },
    "en": {
        "since": "from 5 November 2022",
        "reliefs": "7% and more: 0%; 5% and more: 50%; 3% and more: 70%",
        "most": "mandates plus 30%, rounded up",
        "unchanged": "unchanged",
        "no years": "none are asked for",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_shares_and_what_did_not_change_read_well(language: str) -> None:
    with translation.override(language):
        cells = {
            path: row(str(law_wording.RULES[path])).cells
            for path in (
                "deposit.reliefs",
                "nomination.most_over",
                "deposit.wages_per_person",
                "eligibility.resident_years",
            )
        }
        since = gettext("from %(day)s") % {"day": numerals.longdate(date(2022, 11, 5))}
    majilis, maslikhat = 0, 1
    said = {
        "since": since,
        "reliefs": cells["deposit.reliefs"][majilis].stretches[0].value,
        "most": cells["nomination.most_over"][majilis].stretches[0].value,
        "unchanged": cells["deposit.wages_per_person"][maslikhat].stretches[1].value,
        "no years": cells["eligibility.resident_years"][maslikhat].stretches[0].value,
    }

    assert {name: text.replace("\u00a0", " ") for name, text in said.items()} == (
        IN_LANGUAGES[language]
    )


def test_kinds_of_body_are_told_apart_only_where_they_differ() -> None:
    with translation.override("en"):
        days = row("Days until results are published").cells[1].stretches

    assert days[0].value == "7"
    assert days[1].value == (
        "region: 5; city of republican significance: 5; "
        "city of regional significance: 2; district: 2"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_page_is_that_of_the_editions(language: str) -> None:
    page = law_docs.page(language)

    assert (law_docs.PAGES / f"{language}.md").read_text(encoding="utf-8") == page
    assert {language: page.count("\n| ")} == {language: len(law_wording.RULES) + 12}
    assert page.count("`maslikhat-2022-11`") == 1
    assert "maslikhat-2020-lot" not in page


def test_the_check_sees_a_page_that_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("law_docs", "--check")
    monkeypatch.setattr(law_docs, "PAGES", tmp_path / "law")

    with pytest.raises(CommandError, match=r"kk\.md differs"):
        call_command("law_docs", "--check")
    call_command("law_docs")
    call_command("law_docs", "--check")
    (tmp_path / "law" / "ru.md").write_text("# Закон\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"ru\.md differs"):
        call_command("law_docs", "--check")


def test_a_changed_rule_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    threshold = Rule(Fraction(3, 100), (Tag.UNCONFIRMED,), note="planted")
    planted = tuple(
        replace(edition, allocation=replace(edition.allocation, threshold=threshold))
        for edition in EDITIONS
    )
    before = law_docs.page("en")
    monkeypatch.setattr(law_page, "EDITIONS", planted)

    assert law_docs.page("en") != before
    with translation.override("en"):
        assert [one.value for one in row("Threshold").cells[0].stretches] == ["3%"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_portal_shows_the_same_rules(visit: Visit, language: str) -> None:
    page = visit(f"/{language}/law/")
    labels, values = page.text("th"), page.text("td")
    known = page.text("span") + page.text("code")
    with translation.override(language):
        for group in law_page.groups():
            assert group.title in page.text("h2")
            for one in group.rows:
                assert one.label in labels
                for stretch in (each for cell in one.cells for each in cell.stretches):
                    assert stretch.value in values, one.label
                    assert stretch.article in known, one.label
                    assert stretch.tags in known, one.label


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_footer_of_every_public_page_leads_to_it(visit: Visit, language: str) -> None:
    assert f"/{language}/law/" in visit(f"/{language}/accessibility/").links


def ids_of(page: Page) -> set[str]:
    return {attributes["id"] for _, attributes in page.tags if "id" in attributes}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_lead_to_every_group(visit: Visit, language: str) -> None:
    page = visit(f"/{language}/law/")
    contents = [link for link in page.links if link.startswith("#") and link != "#main"]
    with translation.override(language):
        expected = [f"#{group.code}" for group in law_page.groups()]

    assert contents[: len(expected) + 1] == [*expected, "#sources"]
    assert set(contents) <= {f"#{one}" for one in ids_of(page)}


@pytest.mark.usefixtures("record")
@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_computation_of_a_contest_leads_to_the_rules_of_it(visit: Visit, language: str) -> None:
    page = visit(f"/{language}/elections/2021-01-10-majilis/")

    assert f"/{language}/law/#allocation" in page.links
    assert "allocation" in ids_of(visit(f"/{language}/law/"))
