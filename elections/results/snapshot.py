"""A contest's version with everything that its result hangs on, read in one statement.

One statement is one snapshot: the version is raised as the last statement of each transaction that
changes a result, so what is read beside it is what that version counts, no more and no less.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

# What is added up over all polling stations: the fields that every edition's form requires.
SUMMED = ("voters_listed", "received_ballots", "absentee", "outside", "valid", "invalid")
# Where it is on the ballot; elsewhere nobody can type it and the sum is 0.
AGAINST_ALL = "against_all"

_SQL = f"""
WITH definitive AS MATERIALIZED (
    SELECT entry.*
    FROM elections_protocol AS protocol
    JOIN elections_entry AS entry ON entry.id = protocol.definitive_entry_id
    WHERE protocol.contest_id = %(contest)s AND protocol.state = 'definitive'
), together AS (
    SELECT count.list_id, sum(count.votes) AS votes
    FROM elections_count AS count JOIN definitive ON definitive.id = count.entry_id
    GROUP BY count.list_id
)
SELECT contest.results_version,
    contest.mandates,
    (SELECT count(*) FROM elections_protocol AS protocol
     WHERE protocol.contest_id = contest.id AND protocol.state <> 'invalidated'),
    (SELECT count(*) FROM definitive),
    (SELECT json_build_object({", ".join(f"'{name}', sum({name})" for name in SUMMED)},
                              '{AGAINST_ALL}', sum({AGAINST_ALL}))
     FROM definitive),
    (SELECT coalesce(json_agg(json_build_object(
                'party', party.slug, 'party_id', party.id, 'colour', party.colour,
                'at', list.registered_at, 'seq', list.registered_seq,
                'votes', coalesce(together.votes, 0))
            ORDER BY list.ballot_position NULLS LAST, list.registered_seq, list.id), '[]')
     FROM elections_partylist AS list
     JOIN parties_party AS party ON party.id = list.party_id
     LEFT JOIN together ON together.list_id = list.id
     WHERE list.contest_id = contest.id AND list.state = 'registered'),
    (SELECT coalesce(json_object_agg(lot.question_digest, json_build_object(
                'outcome', lot.outcome, 'at', lot.drawn_at, 'place', lot.place)), '{{}}')
     FROM elections_lot AS lot WHERE lot.contest_id = contest.id)
FROM elections_contest AS contest
WHERE contest.id = %(contest)s
"""  # noqa: S608 (names of columns from a constant)


@dataclass(frozen=True, slots=True)
class Standing:
    """One registered list with its votes so far."""

    party: str
    party_id: int
    colour: str
    votes: int
    registered: tuple[datetime, int] | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lot as it was recorded: the parties that won, when and where."""

    outcome: list[str]
    at: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one version of a contest counts."""

    version: int
    mandates: int | None
    stations: int
    counted: int
    sums: Mapping[str, int]
    lists: tuple[Standing, ...]
    drawn: Mapping[str, Drawn]


def take(contest: int) -> Snapshot:
    """Read a contest's snapshot; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"contest": contest})
        row = cursor.fetchone()
    assert row is not None  # noqa: S101 (contests are never deleted)
    version, mandates, stations, counted, *parts = row
    sums, lists, drawn = (_json(part) for part in parts)
    return Snapshot(
        version,
        mandates,
        stations,
        counted,
        {name: value or 0 for name, value in sums.items()},
        tuple(_standing(row) for row in lists),
        {digest: _drawn(row) for digest, row in drawn.items()},
    )


def _json(value: Any) -> Any:
    """Read JSON that a raw cursor gives as text."""
    return json.loads(value) if isinstance(value, str) else value


def _drawn(row: Mapping[str, Any]) -> Drawn:
    return Drawn(row["outcome"], datetime.fromisoformat(row["at"]), row["place"])


def _standing(row: Mapping[str, Any]) -> Standing:
    registered = None
    if row["at"] is not None and row["seq"] is not None:
        registered = (datetime.fromisoformat(row["at"]), row["seq"])
    return Standing(row["party"], row["party_id"], row["colour"], row["votes"], registered)
