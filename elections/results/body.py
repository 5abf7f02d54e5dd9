"""The public body of a contest that is being counted, and the final one (docs/body.md).

The provisional body is stored whole in `Allocation.body`; the final one is the same with another
head, so that nobody confirms other numbers than those that everybody could read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from elections import frozen, values
from elections.law import allocation as law
from elections.law.rules import Edition, ThresholdBase, TieRule
from elections.models import Allocation, Contest, Publication
from elections.results.snapshot import AGAINST_ALL, SUMMED, Snapshot
from parties.models import PartyName

Json = dict[str, Any]


def provisional(
    contest: Contest, snapshot: Snapshot, names: Mapping[int, PartyName], at: datetime
) -> Json:
    """Give the body of a snapshot; "comparison.second" is for the caller to fill in.

    Expects contest with election and territory (with parent): then it costs no query. `at` is the
    moment of the last change, written in the territory's time. Raises AllocationInputError where
    the numbers are of no election.
    """
    edition = values.edition_of(contest.election)
    given = _input(snapshot, edition)
    computed = None if given is None else _allocate(snapshot, edition, given["base"])
    seats = {} if computed is None else computed.seats
    return frozen.head(contest, values.election_day(contest, at)) | {
        "mandates": snapshot.mandates,
        "publication": {
            "kind": Publication.Kind.PROVISIONAL.value,
            "number": snapshot.version,
            "published": None,
            "sources": [],
        },
        "counting": {
            "counted": snapshot.counted,
            "of": snapshot.stations,
            "changed": _local(at, contest),
            "lots": [] if computed is None else _lots(computed, snapshot, contest),
        },
        "lists": _lists(snapshot, names),
        "figures": _figures(snapshot, edition),
        "territories": [],
        "input": given,
        "allocation": None if computed is None else computed.as_json(),
        "comparison": {
            "status": "not_computed" if computed is None else "no_published_seats",
            "second": None,
        },
        "unknown": [] if seats and None not in seats.values() else ["seats"],
    }


def _local(at: datetime, contest: Contest) -> str:
    return at.astimezone(ZoneInfo(contest.territory.time_zone)).isoformat(timespec="seconds")


def _lots(computed: law.Allocation, snapshot: Snapshot, contest: Contest) -> list[Json]:
    """Give what is known of the lots that the seats hang on and that were drawn."""
    known = [(lot, snapshot.drawn.get(lot.digest)) for lot in computed.lots]
    return [
        lot.as_json() | {"at": _local(drawn.at, contest), "place": drawn.place}
        for lot, drawn in known
        if drawn is not None
    ]


def _input(snapshot: Snapshot, edition: Edition) -> Json | None:
    """Give what is computed from; None while nothing is counted or no list stands."""
    if not snapshot.counted or not snapshot.lists or snapshot.mandates is None:
        return None
    votes = {row.party: row.votes for row in snapshot.lists}
    moments = {row.party: row.registered for row in snapshot.lists if row.registered is not None}
    given: Json = {
        "basis": "votes",
        "unit": "vote",
        "base": _base(snapshot, edition, sum(votes.values())),
        "votes": votes,
        "left_out": [],
        "notes": [],
        "derivation": None,
    }
    if edition.allocation.tie.value is TieRule.EARLIER_REGISTRATION and set(moments) == set(votes):
        given["registered"] = {
            party: [moment.isoformat(), number] for party, (moment, number) in moments.items()
        }
    return given


def _base(snapshot: Snapshot, edition: Edition, votes: int) -> int:
    """Return what the threshold is a share of; "against all" counts as a valid vote."""
    match edition.allocation.threshold_base.value:
        case ThresholdBase.VALID_VOTES:
            return votes + snapshot.sums[AGAINST_ALL]
        case ThresholdBase.BALLOTS_IN_BOX:
            return snapshot.sums["valid"] + snapshot.sums["invalid"]
        case ThresholdBase.BALLOTS_ISSUED:
            return snapshot.sums["received_ballots"]


def _allocate(snapshot: Snapshot, edition: Edition, base: int) -> law.Allocation:
    assert snapshot.mandates is not None  # noqa: S101 (_input has asked)
    return law.allocate(
        values.registered_votes(
            {row.party: row.votes for row in snapshot.lists},
            {row.party: row.registered for row in snapshot.lists if row.registered is not None},
        ),
        mandates=snapshot.mandates,
        rules=edition.allocation,
        base=base,
        drawn={digest: lot.outcome for digest, lot in snapshot.drawn.items()},
    )


def _lists(snapshot: Snapshot, names: Mapping[int, PartyName]) -> list[Json]:
    """Give the lists by votes, most first; before anything is counted as on the ballot."""
    ranked = sorted(snapshot.lists, key=lambda row: -row.votes)
    known = bool(snapshot.counted)
    return [
        frozen.named(row.party, names[row.party_id], row.colour)
        | {
            "position": position,
            "votes": row.votes if known else None,
            "percent": None,
            "votes_basis": "preliminary" if known else "unknown",
            "published_seats": None,
            "source": "",
        }
        for position, row in enumerate(ranked, start=1)
    ]


def _figures(snapshot: Snapshot, edition: Edition) -> list[Json]:
    """Give the sums over the protocols counted, and the share of voters to a hundredth."""
    figures = {"polling_stations": str(snapshot.stations)} if snapshot.stations else {}
    if snapshot.counted:
        summed = (*SUMMED, AGAINST_ALL) if edition.ballot.against_all.value else SUMMED
        figures |= {name: str(snapshot.sums[name]) for name in summed}
        if listed := snapshot.sums["voters_listed"]:
            share = Fraction(10_000 * snapshot.sums["received_ballots"], listed)
            hundredths = (2 * share + 1) // 2
            figures["received_ballots_percent"] = f"{hundredths // 100}.{hundredths % 100:02}"
    return [
        {"code": code, "value": value, "preliminary": code != "polling_stations", "source": ""}
        for code, value in figures.items()
    ]


def final(allocation: Allocation, *, day: str, newest: Publication | None) -> Json:
    """Give the final body of an allocation, or the correction of what was published before.

    `day` is that of the proposal, which both people are shown.
    """
    body: Json = json.loads(allocation.body)
    head: Json = {
        "kind": Publication.Kind.FINAL.value,
        "number": 1,
        "published": day,
        "sources": [],
    }
    body["lists"] = [row | {"votes_basis": "official"} for row in body["lists"]]
    body["figures"] = [row | {"preliminary": False} for row in body["figures"]]
    if newest is not None:
        head |= {
            "kind": Publication.Kind.CORRECTED.value,
            "number": newest.number + 1,
            "supersedes": {"number": newest.number, "digest": newest.digest},
            "difference": difference(json.loads(newest.body), body),
        }
    return body | {"publication": head}


def difference(before: Json, after: Json) -> list[Json]:
    """Name each number of two bodies that differs: mandates, votes, seats, figures."""
    old, new = _numbers(before), _numbers(after)
    return [
        {"what": what, "of": of, "before": old.get((what, of)), "after": new.get((what, of))}
        for what, of in dict.fromkeys([*old, *new])
        if old.get((what, of)) != new.get((what, of))
    ]


def _numbers(body: Json) -> dict[tuple[str, str], Any]:
    """Gather the numbers of a body by what they are and of whom."""
    numbers: dict[tuple[str, str], Any] = {("mandates", ""): body["mandates"]}
    for row in body["lists"]:
        numbers["votes", row["party"]] = row["votes"]
    for row in (body["allocation"] or {}).get("parties", ()):
        numbers["seats", row["party"]] = row["seats"]
    for row in body["figures"]:
        numbers["figure", row["code"]] = row["value"]
    return numbers
