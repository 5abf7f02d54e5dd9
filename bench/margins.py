"""What margins and certain seats cost, against one allocation with every step of the same contest.

Six lists in each of 217 contests, as on 10 January 2021. Margins ask for the smallest number of
votes in three directions for every list; certain seats for the worst outcome of every list while a
share of the ballots is outstanding. Both ask many times for seats without steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.harness import compare, report
from elections.law.allocation import ListVotes, allocate
from elections.law.certain import certain_seats
from elections.law.editions import edition
from elections.law.margins import margins
from elections.law.seats import contest_of

RULES = edition("majilis-2020").allocation
MAJILIS = {
    "nur-otan": 5_148_074,
    "ak-zhol": 792_828,
    "kpk": 659_019,
    "auyl": 383_023,
    "adal": 258_618,
    "sixth": 140_007,
}
CONTESTS = 217  # of 10 January 2021: the Majilis and 216 maslikhats
ROUNDS = 5

Case = tuple[list[ListVotes], int]


def contests() -> list[Case]:
    """Give the Majilis and 216 contests like maslikhats, no two alike."""
    found: list[Case] = [([ListVotes(party, votes) for party, votes in MAJILIS.items()], 98)]
    for place in range(1, CONTESTS):
        small = {party: votes // (20 + place) + 7 * place for party, votes in MAJILIS.items()}
        # Where lists stand differs from place to place, so that some are near the threshold.
        small["auyl"] = small["auyl"] * (10 + place % 7) // 10
        found.append(([ListVotes(party, votes) for party, votes in small.items()], 11 + place % 29))
    return found


def every_step(contest: Case) -> object:
    """Allocate with every step."""
    lists, mandates = contest
    return allocate(lists, mandates=mandates, rules=RULES)


def all_margins(contest: Case) -> object:
    """Give the margins of every list."""
    lists, mandates = contest
    return margins(lists, mandates=mandates, rules=RULES)


def certain_with(per_cent: int) -> Callable[[Case], object]:
    """Give a program for the certain seats while such a share of the ballots is outstanding."""

    def certain(contest: Case) -> object:
        lists, mandates = contest
        left = sum(entry.votes for entry in lists) * per_cent // (100 - per_cent)
        found = certain_seats(lists, mandates=mandates, rules=RULES, outstanding=left)
        assert all(of.is_exact for of in found)
        return found

    return certain


PROGRAMS: Mapping[str, Callable[[Case], object]] = {
    "margins of six lists": all_margins,
    "certain seats, 1 % outstanding": certain_with(1),
    "certain seats, 10 % outstanding": certain_with(10),
    "certain seats, 30 % outstanding": certain_with(30),
}
# Loose enough for a busy machine: they are to catch a search that goes astray.
LIMITS = {"margins of six lists": 40.0, "certain seats, 30 % outstanding": 600.0}


def seats_alone(many: list[Case]) -> Callable[[], None]:
    """Give the seats in each contest, without steps, the input being read already."""
    read = [contest_of(lists, mandates=mandates, rules=RULES) for lists, mandates in many]

    def work() -> None:
        for asked in read:
            asked.seats(asked.votes, asked.base)

    return work


def _over(program: Callable[[Case], object], many: list[Case]) -> Callable[[], None]:
    def work() -> None:
        for contest in many:
            program(contest)

    return work


def main() -> bool:
    """Measure the Majilis alone and one election day."""
    kept = True
    for title, many in (
        ("Majilis: 98 mandates, 6 lists", contests()[:1]),
        (f"10 January 2021: {CONTESTS} contests × 6 lists", contests()),
    ):
        lines = compare(
            ("allocation with every step", _over(every_step, many)),
            {"seats alone": seats_alone(many)}
            | {name: _over(program, many) for name, program in PROGRAMS.items()},
            limits=LIMITS,
            rounds=ROUNDS,
        )
        kept = report(title, lines) and kept
    return kept
