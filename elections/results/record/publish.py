"""Publish a record from its official figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from elections import frozen, values
from elections.models import Allocation, Contest, OfficialFigure, OfficialResult, Publication
from elections.results.recompute import ask_the_second_program
from elections.results.record.compute import Computation, compute_record
from parties.models import PartyName, Territory

Parts = Sequence[tuple[Territory, Sequence[OfficialFigure]]]


def publish_record(
    *,
    contest: Contest,
    kind: str,
    announced_on: date | None,
    sources: Sequence[str],
    results: Sequence[OfficialResult],
    names: Mapping[int, PartyName],
    figures: Sequence[OfficialFigure],
    parts: Parts = (),
    by: str,
    at: datetime,
) -> Publication:
    """Compute a record's contest once, store the allocation, and publish its frozen body.

    `sources` are addresses; `announced_on` is the commission's day, `at` the time of storing.
    Expects to run inside audit.acting(). Raises SecondProgramDiffersError, and IntegrityError when
    the contest has a first publication already. Two statements, one where nothing is computed.
    """
    computation = compute_record(contest, results)
    stored = None if computation is None else _store(contest, computation, at)
    body = frozen.result_body(
        contest,
        publication={
            "number": 1,
            "kind": kind,
            "published": None if announced_on is None else announced_on.isoformat(),
            "sources": list(sources),
        },
        results=results,
        names=names,
        figures=figures,
        parts=parts,
        computed_from=None if computation is None else _inputs(computation, results),
        allocation=None if computation is None else computation.result.as_json(),
        second_agrees=None if stored is None else stored.second_agrees,
    )
    text = frozen.canonical(body)
    if computation is not None:
        ask_the_second_program(text)
    return Publication.objects.create(
        contest=contest,
        number=1,
        kind=kind,
        allocation=stored,
        body=text,
        digest=frozen.digest(text),
        source=" ".join(sources),
        published_at=at,
        published_by=by,
    )


def _store(contest: Contest, computation: Computation, at: datetime) -> Allocation:
    edition = values.edition_of(contest.election)
    return Allocation.objects.create(
        contest=contest,
        version=contest.results_version,
        edition=edition.code,
        parameters=values.allocation_parameters(edition.allocation),
        inputs_digest=frozen.digest(frozen.canonical(computation.inputs.as_json())),
        body=frozen.canonical(computation.result.as_json()),
        second_agrees=True,
        computed_at=at,
    )


def _inputs(computation: Computation, results: Sequence[OfficialResult]) -> dict[str, Any]:
    """Give the body's "input", with the notes that only the rows can tell."""
    body = computation.inputs.as_json()
    if any(result.preliminary for result in results):
        body["notes"].append("preliminary_votes")
    if all(result.list.registered_at is None for result in results):
        body["notes"].append("registration_times_unknown")
    return body
