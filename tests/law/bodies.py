"""A published body for tests of verify.py: the Majilis of 10 January 2021, cut to what it reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from elections.law.allocation import Registration, allocate
from elections.law.editions import MAJILIS_2020
from tests.law.cases import KNOWN, ballot

MAJILIS = KNOWN[0]


def body(
    votes: Mapping[str, int] = MAJILIS.votes,
    mandates: int = 98,
    *,
    base: int | None = None,
    announced: Mapping[str, int] | None = MAJILIS.seats,
    registered: Mapping[str, Registration] | None = None,
    drawn: Mapping[str, list[str]] | None = None,
) -> dict[str, Any]:
    """Make the frozen body of a result as docs/body.md describes it."""
    result = allocate(
        ballot(votes, registered),
        mandates=mandates,
        rules=MAJILIS_2020.allocation,
        base=base,
        drawn=drawn,
    )
    made: dict[str, Any] = {
        "schema": "tizim/result/1",
        "edition": {"code": "majilis-2020", "threshold": "7/100", "threshold_base": "valid_votes"},
        "mandates": mandates,
        "lists": [
            {
                "party": party,
                "votes": number,
                "published_seats": None if announced is None else announced[party],
            }
            for party, number in votes.items()
        ],
        "input": {
            "basis": "votes",
            "unit": "vote",
            "base": result.base,
            "votes": dict(votes),
            "left_out": [],
        },
        "allocation": result.as_json(),
        "comparison": {
            "status": "no_published_seats" if announced is None else "equal",
            "second": "equal",
        },
    }
    if registered is not None:
        made["input"]["registered"] = {
            party: [time.at.isoformat(), time.number or 0] for party, time in registered.items()
        }
    return made


def written(made: object) -> bytes:
    """Write a body as the canonical bytes that are published."""
    text = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()
