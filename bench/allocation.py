"""What an allocation costs, against the plainest exact program that gives the same seats.

The baseline computes with fractions, keeps no steps and knows no tie, no exception and no lot. Ours
gives all steps with their standings; `verify` is the second program that publication waits for.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from math import floor

from apportionment.methods import largest_remainder

from bench.harness import compare, report
from elections import verify
from elections.law.allocation import ListVotes, allocate
from elections.law.editions import MAJILIS_2020

RULES = MAJILIS_2020.allocation
MAJILIS = {"nur-otan": 5148074, "ak-zhol": 792828, "kpk": 659019, "auyl": 383023, "adal": 258618}
SEATS = {"nur-otan": 76, "ak-zhol": 12, "kpk": 10, "auyl": 0, "adal": 0}
CONTESTS = 217  # of 10 January 2021: the Majilis and 216 maslikhats


def plain(votes: dict[str, int], mandates: int) -> dict[str, int]:
    """Give the seats by the largest remainders, in ten lines."""
    base = sum(votes.values())
    passed = {
        party: number
        for party, number in votes.items()
        if Fraction(number, base) >= Fraction(7, 100)
    }
    quotient = Fraction(sum(passed.values()), mandates)
    quotas = {party: number / quotient for party, number in passed.items()}
    seats = dict.fromkeys(votes, 0) | {party: floor(quota) for party, quota in quotas.items()}
    left = mandates - sum(seats.values())
    ranked = sorted(quotas, key=lambda party: quotas[party] - floor(quotas[party]), reverse=True)
    for party in ranked[:left]:
        seats[party] += 1
    return seats


def ours(votes: dict[str, int], mandates: int) -> dict[str, int | None]:
    """Give the seats with every step."""
    lists = [ListVotes(party, number) for party, number in votes.items()]
    return allocate(lists, mandates=mandates, rules=RULES).seats


def as_text(votes: dict[str, int], mandates: int) -> str:
    """Give the JSON that a publication holds."""
    lists = [ListVotes(party, number) for party, number in votes.items()]
    return json.dumps(allocate(lists, mandates=mandates, rules=RULES).as_json())


def second(votes: dict[str, int], mandates: int) -> dict[str, int | None]:
    """Give the seats by the second program, one mandate after the other."""
    found: dict[str, int | None] = verify.allocate(votes, mandates, 7, 100, sum(votes.values()))[
        "seats"
    ]
    return found


def library(votes: dict[str, int], mandates: int) -> dict[str, int]:
    """Give the seats by the library apportionment, exactly; it knows no threshold of a base."""
    base = sum(votes.values())
    passed = {party: number for party, number in votes.items() if number * 100 >= 7 * base}
    seats = largest_remainder(list(passed.values()), mandates, fractions=True, tiesallowed=False)
    return dict.fromkeys(votes, 0) | dict(zip(passed, seats, strict=True))


def _over(program: Callable[[dict[str, int], int], object], contests: int) -> Callable[[], None]:
    # Votes differ from contest to contest, so that nothing can be remembered.
    elections = [({p: n + 7 * i for p, n in MAJILIS.items()}, 15 + i % 36) for i in range(contests)]

    def work() -> None:
        for votes, mandates in elections:
            program(votes, mandates)

    return work


def main() -> bool:
    """Measure one Majilis and one election day."""
    for program in (plain, ours, second, library):
        assert program(MAJILIS, 98) == SEATS, program.__name__
    programs: dict[str, Callable[[dict[str, int], int], object]] = {
        "ours, every step": ours,
        "ours, as JSON text": as_text,
        "verify.py": second,
        "apportionment 1.0": library,
    }
    one = compare(
        ("plain fractions, no steps", partial(plain, MAJILIS, 98)),
        {name: partial(run, MAJILIS, 98) for name, run in programs.items()},
        limits={"ours, every step": 8.0, "ours, as JSON text": 14.0},
    )
    kept = report("Majilis 2021: 98 mandates, 5 lists", one)
    day = compare(
        ("plain fractions, no steps", _over(plain, CONTESTS)),
        {name: _over(run, CONTESTS) for name, run in programs.items()},
        limits={"ours, every step": 8.0},
    )
    return report(f"10 January 2021: {CONTESTS} contests", day) and kept
