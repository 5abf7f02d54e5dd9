"""The second program against the law's own computation, on random contests of every sort.

4,000 of them in every run; `CASES=100000 make test ARGS=tests/law/test_second_program.py` tries
more. The seed stands in the test, so that a difference can be found again.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from elections import verify
from elections.law.allocation import Allocation, ListVotes, Registration, allocate
from elections.law.editions import MAJILIS_2020

CASES = int(os.environ.get("CASES", "4000"))
FIRST = datetime(2020, 11, 27, tzinfo=UTC)
THRESHOLDS = (Fraction(0), Fraction(3, 100), Fraction(5, 100), Fraction(7, 100), Fraction(1, 3))


def contest(by: random.Random) -> tuple[list[ListVotes], int, Fraction, int]:
    """Give lists, mandates, threshold and base: few votes for ties, many for long numbers."""
    most = by.choice((3, 12, 100, 10_000, 10_000_000, 10**25))
    names = [chr(ord("a") + number) for number in range(by.randint(1, 9))]
    share = by.choice(THRESHOLDS)
    votes = [by.randint(0, most) for _ in names]
    if by.random() < 0.3:
        # Exactly at the line, and one vote to either side.
        line = sum(votes) * share
        votes[0] = max(0, -(-line.numerator // line.denominator) + by.randint(-1, 1))
    hours = [by.randint(0, 3) for _ in names] if by.random() < 0.6 else None
    lists = [
        ListVotes(
            name,
            votes[place],
            None if hours is None else Registration(FIRST + timedelta(hours=hours[place]), 0),
        )
        for place, name in enumerate(names)
    ]
    return (
        lists,
        by.randint(1, 40),
        share,
        max(sum(votes), 1) + by.choice((0, 0, by.randint(0, most))),
    )


def first_of_each_lot(result: Allocation) -> dict[str, list[str]]:
    return {lot.digest: list(lot.options[: lot.seats]) for lot in result.lots}


def differs(result: Allocation, second: dict[str, object]) -> list[str]:
    """Name what the two programs find otherwise."""
    ours = {
        "seats": result.seats,
        "passed": sorted(row.party for row in result.parties if row.passed),
        "lots": [(list(lot.options), lot.seats) for lot in result.lots],
        "decisions": [str(one.code) for one in result.decisions],
    }
    theirs = second | {
        "passed": sorted(second["passed"]),  # type: ignore[call-overload]
        "lots": [(lot["options"], lot["seats"]) for lot in second["lots"]],  # type: ignore[attr-defined]
    }
    found = [name for name, value in ours.items() if theirs[name] != value]
    if result.quotient is not None and Fraction(*second["quotient"]) != result.quotient:  # type: ignore[misc]
        found.append("quotient")
    return found


def test_both_find_the_same_on_random_contests() -> None:
    by = random.Random(20210110)  # noqa: S311 (made-up votes)
    met: Counter[str] = Counter()
    for case in range(CASES):
        lists, mandates, share, base = contest(by)
        rules = MAJILIS_2020.allocation.with_threshold(share)
        result = allocate(lists, mandates=mandates, rules=rules, base=base)
        drawn = first_of_each_lot(result)
        if drawn and by.random() < 0.5:
            result = allocate(lists, mandates=mandates, rules=rules, base=base, drawn=drawn)
        answers = [
            {"options": list(lot.options), "seats": lot.seats, "drawn": list(lot.drawn)}
            for lot in result.lots
            if lot.drawn is not None
        ]
        second = verify.allocate(
            {entry.party: entry.votes for entry in lists},
            mandates,
            share.numerator,
            share.denominator,
            base,
            {e.party: e.registered.order for e in lists if e.registered} or None,
            answers,
        )
        assert not differs(result, second), (case, lists, mandates, share, base)
        met.update(str(one.code) for one in result.decisions)
        met["lot"] += bool(result.lots)
        met["drawn"] += bool(answers)
        met["second list"] += any(step.code == "exception" for step in result.steps)
    # Every sort of contest was among them.
    assert min(met[sort] for sort in ("lot", "drawn", "second list", "nobody_passes")) > CASES / 200
    assert all(met[sort] for sort in ("one_list_alone", "second_place_tied", "too_few_mandates"))
