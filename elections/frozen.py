"""Frozen bodies: canonical JSON, its digest, and the body of a result (docs/body.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from elections import values
from elections.models import Contest, OfficialFigure, OfficialResult
from parties.models import PartyName, Territory

SCHEMA = "tizim/result/1"

Json = dict[str, Any]


def canonical(body: Mapping[str, Any]) -> str:
    """Write the body as the one text that a digest is taken of: sorted keys, no spaces.

    Raises TypeError for a floating-point number: two programs may print one differently.
    """
    _refuse_floats(body)
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Give the SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError(f"a frozen body holds no floating-point number: {value!r}")
    if isinstance(value, Mapping):
        for part in value.values():
            _refuse_floats(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_floats(part)


def result_body(
    contest: Contest,
    *,
    publication: Json,
    results: Sequence[OfficialResult],
    names: Mapping[int, PartyName],
    figures: Iterable[OfficialFigure],
    parts: Iterable[tuple[Territory, Sequence[OfficialFigure]]],
    computed_from: Json | None,
    allocation: Json | None,
    second_agrees: bool | None,
) -> Json:
    """Give the public body of a record's contest; `names` maps a party to its name of that day.

    Expects contest with election and territory (with parent), results with list and party:
    then it costs no query.
    """
    figures = list(figures)
    return head(contest, contest.election.day) | {
        "publication": publication,
        "lists": _lists(results, names),
        "figures": [_figure(figure) for figure in _in_page_order(figures)],
        "territories": [
            _part(territory, part_figures)
            for territory, part_figures in sorted(parts, key=lambda part: part[0].sort_kk)
        ],
        "input": computed_from,
        "allocation": allocation,
        "comparison": {
            "status": _compare(results, allocation),
            "second": "equal" if second_agrees else None,
        },
        "unknown": _unknown(contest, results, figures),
    }


def head(contest: Contest, day: date) -> Json:
    """Give what every body begins with: schema, election, territory, edition, mandates.

    `day` is election day; of a practice election it moves. No query where election and territory
    (with parent) are loaded.
    """
    return {
        "schema": SCHEMA,
        "election": _election(contest) | {"day": _day(day)},
        "territory": _territory(contest.territory),
        "edition": values.edition_as_json(values.edition_of(contest.election)),
        "mandates": contest.mandates,
    }


def named(party: str, name: PartyName, colour: str) -> Json:
    """Give a list's names as every body holds them."""
    return {
        "party": party,
        "name": _names(name),
        "short": {"kk": name.short_kk, "ru": name.short_ru, "en": name.short_en},
        "colour": colour,
    }


def _names(named: Any) -> Json:
    return {"kk": named.name_kk, "ru": named.name_ru, "en": named.name_en}


def _election(contest: Contest) -> Json:
    election = contest.election
    return {
        "slug": election.slug,
        "body": election.body,
        "day": _day(election.day),
        "kind": election.kind,
        "name": _names(election),
    }


def _day(day: date) -> str:
    return day.isoformat()


def _territory(territory: Territory) -> Json:
    parent = territory.parent
    above = None
    if parent is not None and parent.kind != Territory.Kind.COUNTRY:
        above = {"slug": parent.slug, "name": _names(parent)}
    return {
        "slug": territory.slug,
        "kato": territory.kato,
        "kind": territory.kind,
        "name": _names(territory),
        "parent": above,
        "romanised_en": territory.romanised_en,
        "unsourced_kk": territory.unsourced_kk,
    }


def _lists(results: Sequence[OfficialResult], names: Mapping[int, PartyName]) -> list[Json]:
    return [
        _list(result, names[result.list.party_id], position)
        for position, result in enumerate(sorted(results, key=_order), start=1)
    ]


def _order(result: OfficialResult) -> tuple[Decimal, Decimal, int, str]:
    """Order by votes, then per cent, then mandates, most first; unknown last; then by slug."""
    return (
        -Decimal(-1 if result.votes is None else result.votes),
        -Decimal(-1 if result.percent is None else result.percent),
        -(-1 if result.seats is None else result.seats),
        result.list.party.slug,
    )


def _list(result: OfficialResult, name: PartyName, position: int) -> Json:
    return named(result.list.party.slug, name, result.list.party.colour) | {
        "position": position,
        "votes": result.votes,
        "percent": None if result.percent is None else str(result.percent),
        "votes_basis": _basis(result),
        "published_seats": result.seats,
        "source": result.source,
    }


def _basis(result: OfficialResult) -> str:
    if result.votes is not None:
        return "preliminary" if result.preliminary else "official"
    return "unknown" if result.percent is None else "percent"


def _in_page_order(figures: Iterable[OfficialFigure]) -> list[OfficialFigure]:
    order = OfficialFigure.Code.values
    return sorted(figures, key=lambda figure: order.index(figure.code))


def _figure(figure: OfficialFigure) -> Json:
    return {
        "code": figure.code,
        "value": str(figure.value),
        "preliminary": figure.preliminary,
        "source": figure.source,
    }


def _part(territory: Territory, figures: Sequence[OfficialFigure]) -> Json:
    return {
        "slug": territory.slug,
        "kato": territory.kato,
        "kind": territory.kind,
        "name": _names(territory),
        "figures": [_figure(figure) for figure in _in_page_order(figures)],
    }


def _compare(results: Sequence[OfficialResult], allocation: Json | None) -> str:
    if allocation is None:
        return "not_computed"
    published = {result.list.party.slug: result.seats for result in results}
    if any(seats is None for seats in published.values()):
        return "no_published_seats"
    # A list whose votes are not known took no part in the computation: its seats are none.
    computed = dict.fromkeys(published, 0) | {
        party["party"]: party["seats"] for party in allocation["parties"]
    }
    return "equal" if computed == published else "different"


def _unknown(
    contest: Contest, results: Sequence[OfficialResult], figures: Sequence[OfficialFigure]
) -> list[str]:
    codes = {figure.code for figure in figures}
    turnout = {
        OfficialFigure.Code.RECEIVED_BALLOTS,
        OfficialFigure.Code.RECEIVED_BALLOTS_PERCENT,
        OfficialFigure.Code.TOOK_PART,
    }
    missing = {
        "lists": not results,
        "votes": not results or any(result.votes is None for result in results),
        "mandates": contest.mandates is None,
        "seats": not results or any(result.seats is None for result in results),
        "turnout": not codes & turnout,
    }
    return [code for code, is_missing in missing.items() if is_missing]
