"""How close a result was: the votes between each list and its next or its last mandate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from elections.law import editions
from elections.law.allocation import ListVotes, Registration
from elections.law.margins import ListMargins, Margin, margins
from elections.law.outcome import Lot
from portal.base.numerals import MINUS, number

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Close:
    """One list: votes more for another mandate, votes fewer for the loss of one; "–" for none."""

    name: str
    colour: str
    more: str
    fewer: str


@dataclass(frozen=True, slots=True)
class Closeness:
    """The lists in the order of the page, and what nobody would expect of a list's own votes."""

    rows: tuple[Close, ...]
    paradoxes: tuple[str, ...]


def closeness(body: Json, names: Mapping[str, str], colours: Mapping[str, str]) -> Closeness | None:
    """Return how close the result of a frozen body was, all other votes being as they are.

    None where that is not to be said: while counting goes on, where votes are not known to the
    vote, and where a lot or a decision is open.
    """
    found = _margins(body)
    if found is None:
        return None
    rows = [
        Close(
            names[of.party],
            colours[of.party],
            _votes("+", of.more_to_win),
            _votes(MINUS, of.fewer_to_lose),
        )
        for of in found
    ]
    paradoxes = [
        _("By the threshold %(name)s would have a mandate fewer with %(votes)s votes more.")
        % {"name": names[of.party], "votes": number(of.more_to_lose.settled_at)}
        for of in found
        if of.more_to_lose.settled_at is not None
    ]
    return Closeness(tuple(rows), tuple(paradoxes))


def _votes(sign: str, margin: Margin) -> str:
    return "–" if margin.settled_at is None else f"{sign}{number(margin.settled_at)}"


def _margins(body: Json) -> tuple[ListMargins, ...] | None:
    given, allocation = body["input"], body["allocation"]
    is_known = given and allocation and (given["basis"], given["unit"]) == ("votes", "vote")
    if not is_known or given["left_out"] or body["publication"]["kind"] == "provisional":
        return None
    if allocation["decisions"] or any("drawn" not in lot for lot in allocation["lots"]):
        return None
    registered = {
        party: Registration(datetime.fromisoformat(at), order)
        for party, (at, order) in given.get("registered", {}).items()
    }
    return margins(
        [ListVotes(party, votes, registered.get(party)) for party, votes in given["votes"].items()],
        mandates=body["mandates"],
        rules=editions.edition(body["edition"]["code"]).allocation,
        base=given["base"],
        drawn={Lot.from_json(lot).digest: lot["drawn"] for lot in allocation["lots"]},
    )
