"""The computation of a contest's mandates, checked by a second program before it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elections import values, verify
from elections.law import allocation as law
from elections.models import Contest, OfficialResult
from elections.results.record.inputs import Inputs, Known, inputs


class SecondProgramDiffersError(Exception):
    """`verify.py` found other mandates than the law's own computation: nothing is published."""


@dataclass(frozen=True, slots=True)
class Computation:
    """What a record's contest was computed from, and what came out."""

    inputs: Inputs
    result: law.Allocation


def compute_record(contest: Contest, results: Sequence[OfficialResult]) -> Computation | None:
    """Compute the mandates of a record's contest; None where the published figures settle none.

    Raises SecondProgramDiffersError. Art. 97-1. Costs no query if the results' parties are loaded.
    """
    rules = values.edition_of(contest.election).allocation
    known = [
        Known(result.list.party.slug, result.votes, result.percent)
        for result in sorted(results, key=lambda result: result.list.party.slug)
    ]
    found = inputs(known, mandates=contest.mandates, rules=rules)
    if found is None or contest.mandates is None:
        return None
    result = law.allocate(
        values.list_votes(found.votes), mandates=contest.mandates, rules=rules, base=found.base
    )
    _ask_the_second_program(
        found, contest.mandates, rules.threshold.value.as_integer_ratio(), result
    )
    return Computation(found, result)


def _ask_the_second_program(
    found: Inputs, mandates: int, threshold: tuple[int, int], result: law.Allocation
) -> None:
    second: dict[str, Any] = verify.allocate(dict(found.votes), mandates, *threshold, found.base)
    if second["seats"] != result.seats:
        raise SecondProgramDiffersError(f"{second['seats']} instead of {result.seats}")
