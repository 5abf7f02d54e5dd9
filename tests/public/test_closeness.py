"""How close a result was: what is said follows from the rules, and only where it is known."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from elections.public.closeness import Closeness, closeness
from tests.law.bodies import body
from tests.law.cases import KNOWN, seats_of
from tests.public.conftest import Visit

PARADOX = {"a": 5400, "b": 2440, "c": 1460, "d": 700}


def published(*args: Any, **changes: Any) -> dict[str, Any]:
    made = body(*args, **changes)
    made["publication"] = {"kind": "final"}
    made["input"]["unit"] = "vote"
    return made


def close(made: dict[str, Any]) -> Closeness | None:
    names = {party: party.upper() for party in made["input"]["votes"]}
    with translation.override("en"):
        return closeness(made, names, dict.fromkeys(names, "#000"))


def test_the_numbers_of_the_majilis_lead_to_another_mandate_and_one_vote_less_does_not() -> None:
    votes = KNOWN[0].votes
    now = seats_of(votes, 98).seats
    found = close(published())
    assert found
    asked = 0
    for row in found.rows:
        party = row.name.lower()
        for text, sign, change in ((row.more, 1, 1), (row.fewer, -1, -1)):
            if text == "–":
                continue
            number = int(text[1:].replace(",", ""))
            there = seats_of(votes | {party: votes[party] + sign * number}, 98).seats[party]
            before = seats_of(votes | {party: votes[party] + sign * (number - 1)}, 98).seats[party]
            # Who reaches the threshold wins more than one at once.
            assert ((there or 0) - (now[party] or 0)) * change >= 1
            assert before in (now[party], None)
            asked += 1
    assert asked == 8
    assert found.paradoxes == ()


def test_more_votes_that_cost_a_mandate_are_told() -> None:
    found = close(published(PARADOX, 10, announced=None))
    assert found
    assert found.paradoxes == ("By the threshold C would have a mandate fewer with 1 votes more.",)


def changed(made: dict[str, Any], part: str, **to: object) -> dict[str, Any]:
    made[part] |= to
    return made


@pytest.mark.parametrize(
    "made",
    [
        changed(published(), "publication", kind="provisional"),
        changed(published(), "input", unit="hundredth_of_percent"),
        changed(published(), "input", basis="votes_and_derived"),
        changed(published(), "input", left_out=["adal"]),
        published() | {"allocation": None},
        published({"a": 60, "b": 60}, 3, announced=None),  # an open lot
        published({"a": 100}, 3, announced=None),  # one list alone: a decision
    ],
)
def test_what_is_not_known_to_the_vote_is_not_said(made: dict[str, Any]) -> None:
    assert close(made) is None


def test_a_drawn_lot_is_part_of_the_result() -> None:
    votes = {"a": 60, "b": 60}
    (lot,) = seats_of(votes, 3).lots
    found = close(published(votes, 3, announced=None, drawn={lot.digest: ["b"]}))
    assert found
    assert {row.name: row.more for row in found.rows} == {"A": "+1", "B": "+241"}


@pytest.mark.django_db
@pytest.mark.usefixtures("record")
def test_the_page_of_the_majilis_says_it(visit: Visit) -> None:
    page = visit("/en/elections/2021-01-10-majilis/")
    assert "How close was it?" in page.text("h2")
    cells = page.text("td")
    assert "+66,084" in cells
    assert "−13,379" in cells
