"""Every number, article and word of the steps, for one contest of each way that they can go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from elections.law.allocation import Registration, allocate
from tests.law.cases import at_hour, ballot
from tests.law.counts import RULES

# Each rule bears its own name as its article, so that no step can take another's.
NAMED = replace(
    RULES,
    **{rule.name: replace(getattr(RULES, rule.name), article=rule.name) for rule in fields(RULES)},
)


def steps(
    votes: dict[str, int], mandates: int, registered: Mapping[str, Registration] | None = None
) -> list[dict[str, Any]]:
    result = allocate(ballot(votes, registered), mandates=mandates, rules=NAMED)
    found: list[dict[str, Any]] = result.as_json()["steps"]
    return found


def standings(**seats: int | None) -> list[dict[str, Any]]:
    return [{"party": party, "seats": number} for party, number in seats.items()]


def test_to_the_largest_remainder_and_a_lot() -> None:
    # 70 and 30 of 100 votes are 3.5 and 1.5 of five mandates.
    assert steps({"c": 4, "a": 30, "b": 70}, 5) == [
        {
            "code": "threshold",
            "article": "threshold",
            "threshold": "7/100",
            "base": 104,
            "line": "182/25",
            "needed": 8,
            "rows": [
                {"party": "b", "votes": 70, "passed": True, "short": 0},
                {"party": "a", "votes": 30, "passed": True, "short": 0},
                {"party": "c", "votes": 4, "passed": False, "short": 4},
            ],
            "standings": standings(b=0, a=0),
        },
        {
            "code": "quotient",
            "article": "quotient",
            "votes": 100,
            "mandates": 5,
            "quotient": "20/1",
            "standings": standings(b=0, a=0),
        },
        {
            "code": "whole",
            "article": "quotient",
            "rows": [
                whole("b", 70, "7/2", 3, "1/2"),
                whole("a", 30, "3/2", 1, "1/2"),
            ],
            "given": 4,
            "open": 1,
            "standings": standings(b=3, a=1),
        },
        {
            "code": "remainders",
            "article": "remainders",
            "open": 1,
            "rows": [
                {"party": "b", "remainder": "1/2", "gets": None, "why": "lot"},
                {"party": "a", "remainder": "1/2", "gets": None, "why": "lot"},
            ],
            "standings": standings(b=None, a=None),
        },
        {
            "code": "result",
            "article": "quotient",
            "mandates": 5,
            "rows": [
                {"party": "b", "whole": 3, "extra": None, "seats": None},
                {"party": "a", "whole": 1, "extra": None, "seats": None},
                {"party": "c", "whole": 0, "extra": 0, "seats": 0},
            ],
            "standings": standings(b=None, a=None, c=0),
        },
    ]


def whole(
    party: str, votes: int, quotas: str, seats: int, remainder: str, *, raised: bool = False
) -> dict[str, Any]:
    return {
        "party": party,
        "votes": votes,
        "quotas": quotas,
        "whole": seats,
        "remainder": remainder,
        "raised": raised,
    }


def test_by_the_exception_for_one_list() -> None:
    _, *found = steps({"a": 94, "b": 6}, 100)

    assert found == [
        {
            "code": "exception",
            "article": "second_list",
            "first": "a",
            "second": "b",
            "options": ["b"],
            "factor": "7/10",
            "minimum": 2,
            "standings": standings(a=0, b=0),
        },
        {
            "code": "quotient",
            "article": "quotient",
            "votes": 100,
            "mandates": 100,
            "quotient": "1/1",
            "standings": standings(a=0, b=0),
        },
        {
            "code": "whole",
            "article": "quotient",
            "rows": [whole("a", 94, "94/1", 94, "0/1"), whole("b", 6, "21/5", 4, "1/5")],
            "given": 98,
            "open": 2,
            "standings": standings(a=94, b=4),
        },
        {
            "code": "remainders",
            "article": "freed_mandates",
            "open": 2,
            "rows": [
                {"party": "a", "remainder": "0/1", "gets": 2, "why": "exception"},
                {"party": "b", "remainder": "1/5", "gets": 0, "why": "exception"},
            ],
            "standings": standings(a=96, b=4),
        },
        {
            "code": "result",
            "article": "quotient",
            "mandates": 100,
            "rows": [
                {"party": "a", "whole": 94, "extra": 2, "seats": 96},
                {"party": "b", "whole": 4, "extra": 0, "seats": 4},
            ],
            "standings": standings(a=96, b=4),
        },
    ]


def test_to_a_second_place_that_is_tied() -> None:
    _, exception = steps({"a": 88, "b": 5, "c": 5, "d": 2}, 10)

    assert exception == {
        "code": "exception",
        "article": "second_list",
        "first": "a",
        "second": None,
        "options": ["b", "c"],
        "factor": "7/10",
        "minimum": 2,
        "standings": standings(a=0, b=0, c=0),
    }


def test_to_a_lot_of_two_before_a_list_registered_later() -> None:
    times = {"a": at_hour(2), "b": at_hour(1), "c": at_hour(1)}

    remainders = steps({"a": 100, "b": 100, "c": 100}, 10, times)[3]

    assert remainders["rows"] == [
        {"party": "b", "remainder": "1/3", "gets": None, "why": "lot"},
        {"party": "c", "remainder": "1/3", "gets": None, "why": "lot"},
        {"party": "a", "remainder": "1/3", "gets": 0, "why": "registered_earlier"},
    ]


def test_the_result_keeps_the_numbers_of_its_contest() -> None:
    result = allocate(ballot({"a": 60, "b": 39}), mandates=10, rules=RULES, base=100)

    assert (result.mandates, result.base, result.quotient) == (10, 100, Fraction(99, 10))


def test_lots_and_decisions_bear_the_article_of_their_rule() -> None:
    (lot,) = allocate(ballot({"a": 1, "b": 1}), mandates=1, rules=NAMED).lots
    (decision,) = allocate(ballot({"a": 1}), mandates=1, rules=NAMED).decisions

    assert (lot.article, decision.article) == ("tie", "gaps")
