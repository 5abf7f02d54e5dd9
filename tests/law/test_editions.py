"""Editions are dated, cited, and say of each rule how sure it is."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction

import pytest

from elections.law.editions import EDITIONS, UnknownEditionError, edition, edition_for
from elections.law.rules import Edition, Rule, Tag, TieRule

ELECTION_DAY = date(2021, 1, 10)


def rules_of(known: Edition) -> dict[str, Rule[object]]:
    found = {}
    for group in fields(known):
        value = getattr(known, group.name)
        if not is_dataclass(value):
            continue
        for field in fields(value):
            rule = getattr(value, field.name)
            if isinstance(rule, Rule):
                found[f"{group.name}.{field.name}"] = rule
    return found


@pytest.mark.parametrize(
    ("body", "code"), [("majilis", "majilis-2020"), ("maslikhat", "maslikhat-2020")]
)
def test_the_editions_of_10_january_2021(body: str, code: str) -> None:
    assert edition_for(body, ELECTION_DAY).code == code
    assert edition(code).body == body


def test_no_edition_is_invented_for_another_day_or_body() -> None:
    with pytest.raises(UnknownEditionError):
        edition_for("majilis", date(2023, 3, 19))
    with pytest.raises(UnknownEditionError):
        edition_for("majilis", date(2016, 3, 20))
    with pytest.raises(UnknownEditionError):
        edition_for("kurultai", ELECTION_DAY)
    with pytest.raises(UnknownEditionError):
        edition("majilis-2023")


def test_an_edition_ends_the_day_before_the_next_law() -> None:
    known = edition("majilis-2020")

    assert edition_for("majilis", known.valid_from) is known
    with pytest.raises(UnknownEditionError):
        edition_for("majilis", known.valid_until)


def test_no_two_editions_of_one_body_govern_one_day() -> None:
    for one in EDITIONS:
        for other in EDITIONS:
            if one is not other and one.body == other.body:
                assert one.valid_until <= other.valid_from or other.valid_until <= one.valid_from


def test_the_reading_in_which_a_lot_decides_is_for_practice_alone() -> None:
    practice, real = edition("maslikhat-2020-lot"), edition("maslikhat-2020")

    assert practice.valid_from == practice.valid_until
    assert practice.allocation.tie.value is TieRule.LOT
    assert replace(practice.allocation, tie=real.allocation.tie) == real.allocation
    assert edition_for("maslikhat", practice.valid_from) is real


def test_codes_are_unique() -> None:
    assert len({known.code for known in EDITIONS}) == len(EDITIONS)


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_every_rule_says_how_it_is_known(known: Edition) -> None:
    for name, rule in rules_of(known).items():
        assert rule.tags, name
        # What no article and no source supports must say so.
        if not rule.article and not rule.sources and not rule.note:
            assert rule.tags == (Tag.UNCONFIRMED,), name


def test_the_values_of_2021() -> None:
    majilis, maslikhat = edition("majilis-2020"), edition("maslikhat-2020")

    assert majilis.eligibility.minimum_age.value == 25
    assert maslikhat.eligibility.minimum_age.value == 20
    for known in (majilis, maslikhat):
        assert known.quota.minimum_share.value == Fraction(3, 10)
        assert known.quota.under_age.value == 29
        assert known.allocation.threshold.value == Fraction(7, 100)


def test_what_a_lawyer_must_confirm() -> None:
    unconfirmed = {
        known.code: {name for name, rule in rules_of(known).items() if not rule.is_confirmed}
        for known in EDITIONS
    }

    assert unconfirmed["majilis-2020"] == {
        "eligibility.age_on",
        "quota.age_on",
        "allocation.freed_mandates",
        "allocation.gaps",
    }
    assert unconfirmed["maslikhat-2020"] == unconfirmed["majilis-2020"] | {
        "allocation.tie",
        "allocation.second_list",
    }


def test_a_changed_threshold_bears_no_article() -> None:
    rules = edition("majilis-2020").allocation

    assert rules.with_threshold(Fraction(7, 100)) is rules
    assert rules.with_threshold(Fraction(5, 100)).threshold.article == ""
    assert rules.with_threshold(Fraction(5, 100)).second_list is rules.second_list
