"""Every code that the law lists has words for official, clerk and public, in each language.

Two readers share a title only where `SHARED` says so; nobody shares an action.
"""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import combinations

import pytest
from django.utils import translation

from elections import wording
from elections.law import iin
from elections.law.findings import CODES, Finding, Param, Severity
from elections.wording import FINDINGS, Reader, Said
from elections.wording.texts import Shared, Withheld, Words
from tests.house.sources import ROOT
from tests.law.every_finding import NUMBER, every_finding

OFFICIAL, CLERK, PUBLIC = Reader.OFFICIAL, Reader.CLERK, Reader.PUBLIC
ALL = frozenset(Reader)
ACTING = frozenset({OFFICIAL, CLERK})
# Who shares a title with whom: facts that read equally well for each of them. Of a person the
# public hears less; of a quota the official hears how many more are needed, the clerk the count.
SHARED: dict[frozenset[Reader], set[str]] = {
    ACTING: {
        "candidate.surname_missing",
        "candidate.given_name_missing",
        "candidate.iin_missing",
        "candidate.birth_date_missing",
        "candidate.sex_missing",
        "candidate.is_citizen_missing",
        "candidate.is_party_member_missing",
        "candidate.residence_missing",
        "candidate.occupation_missing",
        "candidate.disability_certificate",
        "candidate.not_citizen",
        "candidate.not_member",
        "candidate.not_born",
        "candidate.too_long_ago",
        "candidate.too_young",
        "candidate.latin_letters",
        "candidate.duplicate",
        "iin.not_digits",
        "iin.length",
        "iin.seventh_digit",
        "iin.birth_date",
        "iin.check_digit",
        "iin.birth_date_differs",
        "iin.sex_differs",
        "quota.at_the_limit",
        "conference.nominating_body_missing",
        "conference.nominated_on_missing",
        "conference.nominated_at_place_missing",
        "conference.members_missing",
        "conference.present_missing",
        "conference.votes_for_missing",
        "conference.minutes_number_missing",
        "conference.no_majority",
        "conference.no_majority_of_members",
        "mandates.not_on_list",
        "mandates.named_twice",
        "mandates.withdrawn",
        "mandates.excluded",
        "mandates.deceased",
        "mandates.holder",
        "mandates.quota_not_met",
        "protocol.missing",
        "protocol.not_a_count",
        "protocol.too_large",
        "protocol.unknown_field",
        "protocol.unknown_list",
    },
    frozenset({OFFICIAL, PUBLIC}): {"deadline.unknown"},
    ALL: {
        "list.empty",
        "list.too_long",
        "list.too_short",
        "conference.in_future",
        "conference.more_present_than_members",
        "conference.more_votes_than_present",
        "mandates.too_many",
        "mandates.too_few",
        "mandates.list_exhausted",
        "deadline.not_open",
        "protocol.more_ballots_than_voters",
        "protocol.absentee_above_received",
        "protocol.outside_above_received",
        "protocol.valid_is_sum_of_votes",
        "protocol.more_votes_than_ballots",
        "protocol.ballots_taken_away",
        "protocol.found_is_valid_and_invalid",
        "protocol.nobody_voted",
        "protocol.portable_above_outside",
        "protocol.delivered_is_accounted_for",
        "protocol.delivered_is_voters_and_reserve",
    },
}
LANGUAGES = ("kk", "ru", "en")
CASES = [(finding, language) for finding in every_finding() for language in LANGUAGES]


def said(finding: Finding, language: str) -> dict[Reader, Said]:
    with translation.override(language):
        return {reader: wording.say(finding, reader) for reader in Reader}


def sharers(code: str) -> frozenset[Reader]:
    (found,) = [readers for readers, codes in SHARED.items() if code in codes] or [frozenset()]
    return found


def test_every_listed_code_has_words_and_no_other() -> None:
    assert set(FINDINGS) == set(CODES)
    assert {finding.code for finding in every_finding()} == set(CODES)


def line(code: str) -> str:
    """Write the row of docs/findings.md about a code."""
    listed = CODES[code]
    severity = " or ".join(one.value for one in Severity if one in listed.severities)
    params = [*sorted(listed.params), *(f"{name}?" for name in sorted(listed.optional))]
    written = ", ".join(f"`{name}`" for name in params)
    with translation.override("en"):
        title = str(FINDINGS[code].title(OFFICIAL))
    return f"| `{code}` | {severity} | {written} | {title} |"


def test_the_page_lists_every_code_as_the_law_does() -> None:
    page = (ROOT / "docs" / "findings.md").read_text()

    rows = [row for row in page.splitlines() if row.startswith("| `")]
    assert rows == [line(code) for code in CODES]


def test_no_reader_can_be_forgotten() -> None:
    assert {field.name for field in fields(Words)} == {reader.value for reader in Reader}
    with pytest.raises(TypeError, match="public"):
        Words(FINDINGS["list.empty"].official, FINDINGS["list.empty"].clerk)  # type: ignore[call-arg]


def test_each_reader_is_told_what_is_so_and_who_acts_what_to_do() -> None:
    for finding, language in CASES:
        for reader, told in said(finding, language).items():
            where = (finding.code, language, reader)
            assert told.title.strip(), where
            assert bool(told.action.strip()) is (reader is not PUBLIC), where
            assert told.severity is finding.severity, where
            text = told.title + told.action
            assert "%(" not in text, where
            assert not re.search(r"\(\)|[{}]|: \.|None|Fraction", text), where


def test_two_readers_share_a_title_only_where_it_is_listed() -> None:
    for finding, language in CASES:
        told = said(finding, language)
        for one, other in combinations(Reader, 2):
            is_listed = {one, other} <= sharers(finding.code)
            is_shared = told[one].title == told[other].title
            assert is_shared is is_listed, (finding.code, language, one, other)


def test_nobody_shares_an_action_or_has_it_for_a_title() -> None:
    for finding, language in CASES:
        told = said(finding, language)
        assert told[OFFICIAL].action != told[CLERK].action, (finding.code, language)
        titles = {one.title for one in told.values()}
        assert not titles & {told[OFFICIAL].action, told[CLERK].action}, (finding.code, language)


def test_every_mark_of_sharing_is_listed() -> None:
    marked = {
        code
        for code, words in FINDINGS.items()
        if any(
            isinstance(text, Shared)
            for text in (words.official.title, words.clerk.title, words.public)
        )
    }

    assert marked == set().union(*SHARED.values())
    assert sum(len(codes) for codes in SHARED.values()) == len(marked)


# --- what the public reads

# What tells of one person, or of a document of this person.
PRIVATE = frozenset({"age", "letters", "on"})
OF_A_PERSON = re.compile(
    r"IIN|ИИН|ЖСН|birth|рожд|туған|digit|цифр|document|документ|құжат|citizen|граждан|азамат"
    r"|\b(?:sex|пол|residence|occupation)\b|жынысы|жительств|тұрғылықты|должност|лауазым",
    re.IGNORECASE,
)


def test_the_public_reads_nothing_that_is_a_persons_own() -> None:
    of_people = {code for code in CODES if code.startswith(("candidate.", "iin."))}
    for finding, language in CASES:
        public = said(finding, language)[PUBLIC]
        assert NUMBER not in public.title, finding.code
        if finding.code in of_people:
            assert not OF_A_PERSON.search(public.title), (finding.code, language, public.title)
            for name in PRIVATE & finding.params.keys():
                assert str(finding.params[name]) not in public.title, (finding.code, name)


def test_what_is_withheld_is_told_by_neither_field_nor_article() -> None:
    withheld = {code for code, words in FINDINGS.items() if isinstance(words.public, Withheld)}
    of_people = {code for code in CODES if code.startswith(("candidate.", "iin."))}

    # Letters of a name are seen by whoever reads the list.
    assert withheld == of_people - {"candidate.latin_letters"}
    for finding in every_finding():
        told = said(finding, "en")
        if finding.code in withheld:
            assert (told[PUBLIC].field, told[PUBLIC].article) == ("", "")
        else:
            assert told[PUBLIC].field == finding.field
        assert told[CLERK].field == told[OFFICIAL].field == finding.field


def test_the_law_on_the_number_is_cited_to_those_who_act_alone() -> None:
    (finding,) = iin.check("8005")
    told = said(finding, "en")

    assert told[OFFICIAL].article == told[CLERK].article == "Law No. 223 of 12 January 2007"
    assert told[PUBLIC].article == ""


# --- severities


@pytest.mark.parametrize(
    ("severity", "icon", "mark"),
    [
        (Severity.ERROR, "error", {"kk": "Қате:", "ru": "Ошибка:", "en": "Error:"}),
        (Severity.WARNING, "warn", {"kk": "Ескерту:", "ru": "Предупреждение:", "en": "Warning:"}),
        (
            Severity.INFORMATION,
            "info",
            {"kk": "Мәлімет үшін:", "ru": "К сведению:", "en": "Information:"},
        ),
    ],
)
def test_each_severity_has_its_symbol_and_its_word(
    severity: Severity, icon: str, mark: dict[str, str]
) -> None:
    told = Said("", severity, "", "", "", "")

    assert told.icon == icon
    for language in LANGUAGES:
        with translation.override(language):
            assert told.mark == mark[language]


# --- the quota


def quota(code: str, groups: tuple[str, ...], **numbers: int) -> Finding:
    """Make a finding about 1 of 10; the share and the minimum are not in question here."""
    like = next(one for one in every_finding() if one.code == code)
    named: dict[str, Param] = {"counted": 1, "total": 10, "groups": groups, "under": 29}
    kept = {name: value for name, value in like.params.items() if name in ("share", "minimum")}
    (severity, *_) = CODES[code].severities
    return Finding(code, severity, "candidates", {**kept, **named, **numbers})


BEFORE, SINCE_2022 = ("women", "under_age"), ("women", "under_age", "disability")
NAMED = {
    ("en", BEFORE): "women or people under 29",
    ("ru", BEFORE): "женщины или лица моложе 29 лет",
    ("kk", BEFORE): "әйелдер немесе 29 жасқа толмаған адамдар",
    ("en", SINCE_2022): "women, people under 29 or persons with disabilities",
    ("ru", SINCE_2022): "женщины, лица моложе 29 лет или лица с инвалидностью",
    ("kk", SINCE_2022): "әйелдер, 29 жасқа толмаған адамдар немесе мүгедектігі бар адамдар",
}


@pytest.mark.parametrize(("language", "groups"), NAMED)
def test_who_counts_follows_the_edition(language: str, groups: tuple[str, ...]) -> None:
    named = NAMED[language, groups]
    for code, numbers in (
        ("quota.not_met", {"count": 2, "exchange": 2, "remove": 6}),
        ("quota.at_the_limit", {"needed": 1}),
        ("mandates.quota_not_met", {"exchange": 2}),
    ):
        told = said(quota(code, groups, **numbers), language)
        assert named in told[PUBLIC].title, code
        assert named in told[OFFICIAL].action, code
        if code != "quota.at_the_limit":
            assert named in told[CLERK].action, code
        if groups is BEFORE:
            assert NAMED[language, SINCE_2022] not in str(told), code


REPAIRS = {
    ("en", 1, 1, 1): "either add 1 person (women or people under 29), or put one such person in "
    "the place of another candidate, or take 1 other candidate off the list",
    ("en", 2, 1, 3): "either add 2 people (women or people under 29), or put one such person in "
    "the place of another candidate, or take 3 other candidates off the list",
    ("en", 5, 2, 11): "either add 5 people (women or people under 29), or put 2 such people in the "
    "place of other candidates, or take 11 other candidates off the list",
    ("en", 21, 11, 21): "either add 21 people (women or people under 29), or put 11 such people in "
    "the place of other candidates, or take 21 other candidates off the list",
    ("ru", 1, 1, 1): "либо добавление 1 человека (женщины или лица моложе 29 лет), либо замена "
    "одного из других кандидатов таким лицом, либо исключение 1 другого кандидата из списка",
    ("ru", 2, 2, 5): "либо добавление 2 человек (женщины или лица моложе 29 лет), либо замена 2 "
    "других кандидатов такими лицами, либо исключение 5 других кандидатов из списка",
    ("ru", 5, 5, 11): "либо добавление 5 человек (женщины или лица моложе 29 лет), либо замена 5 "
    "других кандидатов такими лицами, либо исключение 11 других кандидатов из списка",
    ("ru", 11, 11, 22): "либо добавление 11 человек (женщины или лица моложе 29 лет), либо замена "
    "11 других кандидатов такими лицами, либо исключение 22 других кандидатов из списка",
    ("ru", 21, 21, 21): "либо добавление 21 человека (женщины или лица моложе 29 лет), либо замена "
    "21 другого кандидата такими лицами, либо исключение 21 другого кандидата из списка",
    ("kk", 2, 1, 3): "не тағы 2 адамды (әйелдер немесе 29 жасқа толмаған адамдар) қосу, не басқа "
    "бір кандидатты сондай адаммен ауыстыру, не басқа 3 кандидатты тізімнен шығару",
    ("kk", 21, 11, 5): "не тағы 21 адамды (әйелдер немесе 29 жасқа толмаған адамдар) қосу, не "
    "басқа 11 кандидатты сондай адамдармен ауыстыру, не басқа 5 кандидатты тізімнен шығару",
}


@pytest.mark.parametrize(("language", "add", "exchange", "remove"), REPAIRS)
def test_the_smallest_repairs_are_told_for_every_number(
    language: str, add: int, exchange: int, remove: int
) -> None:
    numbers = {"count": add, "exchange": exchange, "remove": remove}
    told = said(quota("quota.not_met", BEFORE, **numbers), language)

    repairs = REPAIRS[language, add, exchange, remove]
    assert repairs in told[OFFICIAL].action
    assert repairs in told[CLERK].action


def test_where_nobody_counts_the_others_need_not_leave() -> None:
    action = said(quota("quota.not_met", BEFORE, count=2, exchange=1), "en")[OFFICIAL].action

    assert action == (
        "Smallest repairs: either add 2 people (women or people under 29), or put one such person "
        "in the place of another candidate."
    )


IN_THEIR_PLACE = {
    ("en", 1): ": one more person (women or people under 29) in the place of another.",
    ("en", 2): ": 2 more people (women or people under 29) in the place of others.",
    ("ru", 1): ": ещё один человек (женщины или лица моложе 29 лет) вместо другого лица.",
    ("ru", 2): ": ещё 2 человека (женщины или лица моложе 29 лет) вместо других лиц.",
    ("ru", 5): ": ещё 5 человек (женщины или лица моложе 29 лет) вместо других лиц.",
    ("ru", 21): ": ещё 21 человек (женщины или лица моложе 29 лет) вместо других лиц.",
    ("kk", 1): ": басқа біреудің орнына тағы бір адам (әйелдер немесе 29 жасқа толмаған адамдар).",
    ("kk", 5): ": басқалардың орнына тағы 5 адам (әйелдер немесе 29 жасқа толмаған адамдар).",
}


@pytest.mark.parametrize(("language", "number"), IN_THEIR_PLACE)
def test_who_is_named_for_a_mandate_takes_the_place_of_another(language: str, number: int) -> None:
    told = said(quota("mandates.quota_not_met", BEFORE, exchange=number), language)

    assert told[OFFICIAL].action.endswith(IN_THEIR_PLACE[language, number])
