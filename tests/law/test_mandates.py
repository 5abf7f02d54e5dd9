"""Mandates go to the persons whom the party's governing body names in time."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from elections.law.editions import EDITIONS, edition
from elections.law.findings import Finding, Severity, has_errors
from elections.law.iin import Sex
from elections.law.mandates import (
    Awaited,
    Listed,
    MandateDecision,
    MandateInputError,
    Naming,
    PersonState,
    Received,
    check_naming,
    distribute,
    fill_vacancy,
    last_day,
    may_be_named,
)
from elections.law.quota import Person
from elections.law.rules import (
    Edition,
    MandateGap,
    MandateRules,
    NamedBy,
    Rule,
    Tag,
    Vacancy,
    WithoutPersons,
)
from elections.wording import Reader, say

ELECTION_DAY = date(2021, 1, 10)
ESTABLISHED = date(2021, 1, 12)
LAST = date(2021, 1, 22)
MAJILIS, MAJILIS_2022 = edition("majilis-2020"), edition("majilis-2022")
OLD, YOUNG = date(1970, 5, 1), date(1995, 5, 1)


def man(key: str, state: PersonState = PersonState.LISTED) -> Listed:
    return Listed(Person(key, Sex.MALE, OLD), state)


def woman(key: str) -> Listed:
    return Listed(Person(key, Sex.FEMALE, OLD))


FIVE = [man(key) for key in "abcde"]


def stand(
    listed: list[Listed],
    naming: Naming | None,
    *,
    seats: int = 2,
    today: date = ESTABLISHED,
    of: Edition = MAJILIS,
) -> object:
    return distribute(
        listed,
        naming,
        of,
        seats=seats,
        established=ESTABLISHED,
        today=today,
        election_day=ELECTION_DAY,
    )


def check(
    named: str, listed: list[Listed], seats: int, of: Edition = MAJILIS
) -> list[tuple[str, str, str]]:
    found = check_naming(tuple(named), listed, of, seats, ELECTION_DAY)
    return [(finding.code, finding.field, finding.severity.value) for finding in found]


# --- the rules of the editions

MAJILIS_RULES = {
    "named_by": (NamedBy.GOVERNING_BODY, "N", "Art. 97-1(5)"),
    "naming_days": (10, "N", "Art. 97-1(5)"),
    "vacancy": (Vacancy.NAMED_FROM_LIST, "C N", ""),
    "vacancy_days": (None, "?", ""),
    "exhausted": (WithoutPersons.STAYS_VACANT, "C ?", ""),
    "gaps": ((MandateGap.NOT_NAMED_IN_TIME,), "?", "Art. 97-1(5)"),
}
# Of maslikhats no text was found; five days were said by one commission.
MASLIKHAT_RULES = {name: (value, "?", "") for name, (value, _, _) in MAJILIS_RULES.items()} | {
    "naming_days": (5, "C ?", "")
}
# Of the law of 2026 nothing was found.
KURULTAI_RULES = {name: (value, "?", "") for name, (value, _, _) in MAJILIS_RULES.items()}
EXPECTED = {"majilis": MAJILIS_RULES, "maslikhat": MASLIKHAT_RULES, "kurultai": KURULTAI_RULES}


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_the_rules_of_each_edition_are_those_of_the_law(known: Edition) -> None:
    says = {}
    for field in fields(MandateRules):
        rule: Rule[object] = getattr(known.mandates, field.name)
        says[field.name] = (rule.value, " ".join(rule.tags), rule.article)

    assert says == EXPECTED[known.body]


def test_an_unconfirmed_rule_without_article_says_what_is_known() -> None:
    rules = edition("maslikhat-2020").mandates

    assert all(getattr(rules, field.name).note for field in fields(rules))
    assert Tag.UNCONFIRMED in rules.naming_days.tags


# --- naming


def test_the_governing_body_names_whom_it_wants_from_the_list() -> None:
    # Not the first of the list: the list is alphabetical and gives no order.
    assert stand(FIVE, Naming(("e", "c"), LAST)) == Received(("e", "c"))


def test_until_the_last_day_the_answer_is_awaited_and_nobody_has_a_mandate() -> None:
    assert last_day(MAJILIS.mandates, ESTABLISHED) == LAST
    for today in (ESTABLISHED, LAST):
        assert stand(FIVE, None, today=today) == Awaited(LAST)


def test_no_answer_in_time_is_for_the_commission() -> None:
    decision = stand(FIVE, None, today=LAST + timedelta(days=1))

    assert decision == MandateDecision(MandateGap.NOT_NAMED_IN_TIME, "Art. 97-1(5)")


def test_a_late_answer_is_for_the_commission_too() -> None:
    late = LAST + timedelta(days=1)

    assert stand(FIVE, Naming(("a", "b"), late), today=late) == MandateDecision(
        MandateGap.NOT_NAMED_IN_TIME, "Art. 97-1(5)"
    )


def test_a_maslikhat_is_named_within_five_days() -> None:
    assert last_day(edition("maslikhat-2020").mandates, ESTABLISHED) == date(2021, 1, 17)


def test_a_refused_answer_may_be_given_again_until_the_last_day() -> None:
    bad = Naming(("a", "a"), ESTABLISHED)

    awaited = stand(FIVE, bad)
    assert isinstance(awaited, Awaited)
    assert [found.code for found in awaited.findings] == ["mandates.named_twice"]
    decision = stand(FIVE, bad, today=LAST + timedelta(days=1))
    assert isinstance(decision, MandateDecision)
    assert decision.findings == awaited.findings


def test_a_list_without_mandates_names_nobody() -> None:
    assert stand(FIVE, None, seats=0, today=LAST + timedelta(days=9)) == Received(())


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("ab", []),
        ("aa", [("mandates.named_twice", "named.1", "error")]),
        ("ax", [("mandates.not_on_list", "named.1", "error")]),
        ("a", [("mandates.too_few", "named", "error")]),
        ("", [("mandates.too_few", "named", "error")]),
        ("abc", [("mandates.too_many", "named", "error")]),
        ("aw", [("mandates.withdrawn", "named.1", "error")]),
        ("xa", [("mandates.not_on_list", "named.0", "error")]),
        (
            "vu",
            [("mandates.excluded", "named.0", "error"), ("mandates.deceased", "named.1", "error")],
        ),
    ],
)
def test_what_is_wrong_with_a_naming(named: str, expected: list[tuple[str, str, str]]) -> None:
    listed = [
        *FIVE,
        man("u", PersonState.DECEASED),
        man("v", PersonState.EXCLUDED),
        man("w", PersonState.WITHDRAWN),
    ]

    assert check(named, listed, 2) == expected


def test_findings_bear_the_numbers_and_the_article_and_no_name() -> None:
    (found,) = check_naming(("a", "b", "c"), FIVE, MAJILIS, 2, ELECTION_DAY)

    assert dict(found.params) == {"named": 3, "seats": 2, "able": 2}
    assert found.article == "Art. 97-1(5)"


# --- an exhausted list


def test_mandates_beyond_the_persons_of_the_list_stay_vacant() -> None:
    short = [man("a"), man("b"), man("c", PersonState.DECEASED)]

    received = stand(short, Naming(("b", "a"), ESTABLISHED), seats=5)

    assert received == Received(
        ("b", "a"),
        3,
        (Finding("mandates.list_exhausted", Severity.WARNING, "named", {"vacant": 3}),),
    )


def test_a_list_with_nobody_left_is_asked_for_nobody() -> None:
    assert stand([man("a", PersonState.WITHDRAWN)], None, seats=3) == Received((), 3)
    assert stand([], None, seats=1, today=LAST + timedelta(days=1)) == Received((), 1)


# --- the quota at distribution


def test_in_2021_no_quota_binds_the_mandates() -> None:
    assert check("abcde", FIVE, 5) == []


def test_since_2022_the_quota_binds_the_mandates_of_each_party() -> None:
    listed = [*[man(key) for key in "abcdefg"], *[woman(key) for key in "xyz"]]

    assert check("abcdefgxyz", listed, 10, MAJILIS_2022) == []
    assert check("abcdefgxy", listed, 9, MAJILIS_2022) == [
        ("mandates.quota_not_met", "named", "error")
    ]
    assert check("abcdefgxyz", listed, 10, edition("maslikhat-2021")) == []


def test_what_the_quota_of_mandates_lacks_is_told_exactly() -> None:
    listed = [*[man(key) for key in "abcdefgh"], *[woman(key) for key in "xyz"]]

    (found,) = check_naming(tuple("abcdefghxy"), listed, MAJILIS_2022, 10, ELECTION_DAY)

    assert dict(found.params) == {
        "share": Fraction(1, 5),
        "minimum": Fraction(3, 10),
        "counted": 2,
        "total": 10,
        "groups": ("women", "under_age", "disability"),
        "under": 29,
        "exchange": 1,
    }
    assert found.article == "Art. 97-1(5)"


def test_young_people_and_persons_with_disabilities_count() -> None:
    young = Listed(Person("y", Sex.MALE, YOUNG))
    disabled = Listed(Person("z", Sex.MALE, OLD, has_disability=True))

    assert check("abyz", [*FIVE, young, disabled], 4, MAJILIS_2022) == []
    # Somebody with a disability does not count for the list of 2021.
    counted_then = replace(MAJILIS, quota=replace(MAJILIS_2022.quota, groups=MAJILIS.quota.groups))
    assert check("abcz", [*FIVE, disabled], 4, counted_then) == [
        ("mandates.quota_not_met", "named", "warning")
    ]


def test_a_quota_that_nobody_could_meet_is_a_warning() -> None:
    left = [*FIVE, woman("x")]

    assert check("abcdx", left, 5, MAJILIS_2022) == [("mandates.quota_not_met", "named", "warning")]
    assert isinstance(stand(left, Naming(tuple("abcdx"), LAST), seats=5, of=MAJILIS_2022), Received)


def test_a_naming_of_nobody_on_the_list_has_no_quota() -> None:
    assert check("q", FIVE, 1, MAJILIS_2022) == [("mandates.not_on_list", "named.0", "error")]


# --- vacancies


def fill(
    naming: Naming | None,
    *,
    listed: list[Listed] = FIVE,
    rules: MandateRules = MAJILIS.mandates,
    today: date = LAST,
) -> object:
    return fill_vacancy(
        listed, naming, rules, holders=["a", "b"], vacated_by="c", vacated=LAST, today=today
    )


def test_a_vacant_mandate_goes_to_whom_the_body_names_from_the_same_list() -> None:
    # d stands next on the list; the body may name e.
    assert fill(Naming(("e",), LAST)) == Received(("e",))


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("a", "mandates.holder"),
        ("c", "mandates.holder"),
        ("x", "mandates.not_on_list"),
        ("de", "mandates.too_many"),
        ("", "mandates.too_few"),
        ("v", "mandates.excluded"),
    ],
)
def test_who_cannot_take_a_vacant_mandate(named: str, code: str) -> None:
    listed = [*FIVE, man("v", PersonState.EXCLUDED)]

    standing = fill(Naming(tuple(named), LAST), listed=listed)

    assert isinstance(standing, Awaited)
    assert [found.code for found in standing.findings] == [code]
    for found in standing.findings:
        numbers = {"named": len(named), "seats": 1, "able": 1} if found.field == "named" else {}
        assert dict(found.params) == numbers


def test_without_a_term_the_answer_is_awaited_for_as_long_as_it_takes() -> None:
    assert fill(None, today=LAST + timedelta(days=999)) == Awaited(None)


def test_an_edition_with_a_term_makes_silence_a_decision() -> None:
    rules = replace(MAJILIS.mandates, vacancy_days=Rule(7, (Tag.UNCONFIRMED,)))
    late = LAST + timedelta(days=8)

    assert fill(None, rules=rules) == Awaited(LAST + timedelta(days=7))
    assert isinstance(fill(None, rules=rules, today=late), MandateDecision)
    assert isinstance(fill(Naming(("d",), late), rules=rules, today=late), MandateDecision)
    assert fill(Naming(("d",), LAST + timedelta(days=7)), rules=rules) == Received(("d",))


def test_with_nobody_left_a_vacant_mandate_stays_vacant() -> None:
    assert fill(None, listed=[man("a"), man("b"), man("c")]) == Received((), 1)


# --- values of no list


def test_numbers_and_lists_that_cannot_be_are_refused() -> None:
    with pytest.raises(MandateInputError, match="negative"):
        stand(FIVE, None, seats=-1)
    with pytest.raises(MandateInputError, match="twice"):
        check("a", [man("a"), man("a")], 1)
    with pytest.raises(MandateInputError, match="twice"):
        fill(None, listed=[man("a"), man("a")])


# --- in words


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_finding_has_words_for_everybody(language: str) -> None:
    listed = [*FIVE, *(man(state.value, state) for state in PersonState)]
    named = ("x", "a", "a", *(state.value for state in PersonState))
    vacancy = fill(Naming(("a",), LAST))
    assert isinstance(vacancy, Awaited)
    found = [
        *check_naming(named, listed, MAJILIS, 3, ELECTION_DAY),
        *check_naming(("a",), listed, MAJILIS_2022, 9, ELECTION_DAY),
        *vacancy.findings,
    ]

    assert len({finding.code for finding in found}) == 10
    with translation.override(language):
        for finding in found:
            for reader in Reader:
                said = say(finding, reader)
                assert said.title
                assert "%(" not in said.title + said.action


# --- what holds for every list

people = st.lists(
    st.tuples(st.sampled_from(PersonState), st.booleans()), max_size=8
).map(
    lambda drawn: [
        Listed(Person(key, Sex.FEMALE if female else Sex.MALE, OLD), state)
        for key, (state, female) in enumerate(drawn)
    ]
)  # fmt: skip


@given(people, st.integers(0, 10), st.lists(st.integers(0, 9), max_size=10), st.booleans())
def test_whoever_receives_a_mandate_may_be_named_and_all_mandates_are_told(
    listed: list[Listed], seats: int, named: list[int], binds: bool
) -> None:
    standing = stand(
        listed, Naming(tuple(named), LAST), seats=seats, of=MAJILIS_2022 if binds else MAJILIS
    )

    if isinstance(standing, Received):
        assert set(standing.persons) <= set(may_be_named(listed))
        assert len(set(standing.persons)) == len(standing.persons)
        assert len(standing.persons) + standing.vacant == seats
        assert not has_errors(standing.findings)
    else:
        assert isinstance(standing, Awaited)
        assert has_errors(standing.findings)


@given(people, st.integers(0, 10), st.randoms(use_true_random=False))
def test_the_order_of_a_list_gives_nobody_a_mandate(
    listed: list[Listed], seats: int, random: object
) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    naming = Naming(may_be_named(listed)[:seats], LAST)

    assert stand(listed, naming, seats=seats) == stand(shuffled, naming, seats=seats)
    assert stand(listed, None, seats=seats) == stand(shuffled, None, seats=seats)
