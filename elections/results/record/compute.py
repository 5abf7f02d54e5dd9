"""The computation of a record's mandates from its published figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elections import values
from elections.law import allocation as law
from elections.models import Contest, OfficialResult
from elections.results.record.inputs import Inputs, Known, inputs


@dataclass(frozen=True, slots=True)
class Computation:
    """What a record's contest was computed from, and what came out."""

    inputs: Inputs
    result: law.Allocation


def compute_record(contest: Contest, results: Sequence[OfficialResult]) -> Computation | None:
    """Compute the mandates of a record's contest; None where the published figures settle none.

    Art. 97-1. Costs no query if the results' parties are loaded.
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
    return Computation(found, result)
