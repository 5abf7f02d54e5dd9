"""What an allocation costs, against plain programs and public libraries that give the same seats.

Six lists in each of 217 contests, as on 10 January 2021, no two alike; three lists or more pass in
each. `seats alone` are those that margins and certain seats ask for; every step is what a reader
sees. `verify` is the second program that publication waits for. The libraries compute exactly; the
threshold is theirs where they know one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

from apportionment.methods import largest_remainder
from votelib.evaluate.core import Conditioned
from votelib.evaluate.proportional import LargestRemainder
from votelib.evaluate.threshold import RelativeThreshold

from bench.harness import compare, report
from bench.margins import CONTESTS, MAJILIS
from elections import verify
from elections.law.allocation import ListVotes, allocate
from elections.law.editions import MAJILIS_2020
from elections.law.seats import Contest, contest_of

RULES = MAJILIS_2020.allocation

Votes: TypeAlias = dict[str, int]
Case: TypeAlias = tuple[Votes, int]
Program: TypeAlias = Callable[[Votes, int], object]


def contests() -> list[Case]:
    """Give the Majilis and 216 contests like it, each with votes and mandates of its own."""
    return [
        ({party: votes + 7 * place for party, votes in MAJILIS.items()}, 98 - place % 60)
        for place in range(CONTESTS)
    ]


def bare(votes: Votes, mandates: int) -> list[int]:
    """Divide whole numbers and sort what is left: no threshold, no tie, no name."""
    total = sum(votes.values())
    left = mandates
    seats, remainders = [], []
    for index, number in enumerate(votes.values()):
        whole, remainder = divmod(number * mandates, total)
        seats.append(whole)
        remainders.append((remainder, index))
        left -= whole
    remainders.sort(reverse=True)
    for _, index in remainders[:left]:
        seats[index] += 1
    return seats


def every_step(votes: Votes, mandates: int) -> dict[str, int | None]:
    """Give the seats with every step."""
    lists = [ListVotes(party, number) for party, number in votes.items()]
    return allocate(lists, mandates=mandates, rules=RULES).seats


def as_text(votes: Votes, mandates: int) -> str:
    """Give the JSON that a publication holds."""
    lists = [ListVotes(party, number) for party, number in votes.items()]
    return json.dumps(allocate(lists, mandates=mandates, rules=RULES).as_json())


def second(votes: Votes, mandates: int) -> dict[str, int | None]:
    """Give the seats by the second program, one mandate after the other."""
    base = sum(votes.values())
    found: dict[str, int | None] = verify.allocate(votes, mandates, 7, 100, base)["seats"]
    return found


def apportionment(votes: Votes, mandates: int) -> Votes:
    """Give the seats by the library apportionment, which knows no threshold."""
    base = sum(votes.values())
    passed = {party: number for party, number in votes.items() if number * 100 >= 7 * base}
    seats = largest_remainder(list(passed.values()), mandates, fractions=True, tiesallowed=False)
    return dict.fromkeys(votes, 0) | dict(zip(passed, seats, strict=True))


_VOTELIB = Conditioned(
    RelativeThreshold(Fraction(7, 100), accept_equal=True), LargestRemainder("hare")
)


def votelib(votes: Votes, mandates: int) -> Votes:
    """Give the seats by votelib, threshold included."""
    found: Votes = _VOTELIB.evaluate(votes, mandates)
    return dict.fromkeys(votes, 0) | found


def _read(case: Case) -> Contest:
    lists = [ListVotes(party, number) for party, number in case[0].items()]
    return contest_of(lists, mandates=case[1], rules=RULES)


def _agree(many: list[Case]) -> None:
    """Stop where the programs that are compared do not give the same seats."""
    for votes, mandates in many:
        expected = every_step(votes, mandates)
        for program in (apportionment, votelib, second):
            assert program(votes, mandates) == expected, program.__name__
        read = _read((votes, mandates))
        alone = zip(read.parties, read.seats(read.votes, read.base), strict=True)
        assert {party: seats.least for party, seats in alone} == expected


def _over(program: Program, many: list[Case]) -> Callable[[], None]:
    def work() -> None:
        for votes, mandates in many:
            program(votes, mandates)

    return work


def _seats_alone(many: list[Case]) -> Callable[[], None]:
    """Give the seats of every list without steps, rules and lists being read already."""
    read = [_read(case) for case in many]

    def work() -> None:
        for contest in read:
            contest.seats(contest.votes, contest.base)

    return work


def main() -> bool:
    """Measure an election day: 217 contests × 6 lists."""
    day = contests()
    _agree(day)
    alone = _seats_alone(day)
    kept = report(
        f"{CONTESTS} contests × 6 lists",
        compare(
            ("bare divmod, no threshold", _over(bare, day)),
            {
                "seats alone": alone,
                "every step": _over(every_step, day),
                "every step, as JSON text": _over(as_text, day),
                "verify.py": _over(second, day),
            },
            limits={"seats alone": 2.5},
        ),
    )
    for name, program, limits in (
        ("votelib with its threshold", votelib, {"seats alone": 0.25, "every step": 1.0}),
        ("apportionment, exact", apportionment, {"seats alone": 0.25}),
    ):
        lines = compare(
            (name, _over(program, day)),
            {"seats alone": alone, "every step": _over(every_step, day)},
            limits=limits,
        )
        kept = report(f"the same, against {name}", lines) and kept
    return kept
