"""A lot that the tie rule leaves to be drawn: which one is open, and recording its outcome."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from elections import rights, transitions, values
from elections.law.calendar import DeadlineKind
from elections.law.outcome import Lot as Question
from elections.models import Allocation, Contest, Lot
from elections.refusals import Refused
from elections.results import services
from parties.models import User


@dataclass(frozen=True, slots=True)
class OpenLot:
    """A lot to draw: `seats` of the lists in `options` receive one mandate each."""

    question: str
    options: tuple[str, ...]
    seats: int
    digest: str


def fresh_allocation(contest: Contest) -> Allocation | None:
    """Return the allocation of the version that holds now; None while the contest is stale."""
    version = Contest.objects.filter(pk=contest.pk).values("results_version")
    return contest.allocations.filter(version__in=version).first()


def open_lot(contest: Contest) -> OpenLot | None:
    """Return the lot that waits to be drawn; None where there is none or the contest is stale."""
    allocation = fresh_allocation(contest)
    return None if allocation is None else _open(allocation)


def _open(allocation: Allocation) -> OpenLot | None:
    computed: dict[str, Any] = json.loads(allocation.body)["allocation"] or {}
    for lot in computed.get("lots", ()):
        if "drawn" not in lot:
            question = Question.from_json(lot)
            return OpenLot(question.question, question.options, question.seats, question.digest)
    return None


def record_lot(
    contest: Contest,
    *,
    question_digest: str,
    outcome: Sequence[str],
    drawn_at: datetime,
    place: str,
    people: str,
    second: User,
    by: User,
    at: datetime,
) -> Lot:
    """Record the outcome of a lot as it was drawn; the result is recomputed with it.

    `question_digest` is `OpenLot.digest` as it was shown, `outcome` the parties (slugs) that won.
    Raises Refused("question_changed") when another question or none is open now, or the contest is
    being recomputed, ("lot_outcome_wrong"), ("lot_incomplete"), ("lot_in_future"),
    ("lot_before_count"),
    ("same_person"), ("second_unknown"), ("not_allowed"). The same form sent twice is one lot.
    """
    won = sorted(set(outcome))
    try:
        with transitions.act(by=by, at=at, why="lot.recorded", about=contest) as act:
            services.demand_writer(by, contest, "record_lot")
            drawn = contest.drawn_lots.filter(question_digest=question_digest).first()
            if drawn is not None and (drawn.outcome, drawn.by_id) == (won, by.pk):
                return drawn
            lot = open_lot(contest)
            if lot is None or lot.digest != question_digest:
                raise Refused("question_changed")
            _demand_people(contest, by, second)
            if len(won) != lot.seats or not set(won) <= set(lot.options):
                raise Refused("lot_outcome_wrong")
            if not place.strip() or not people.strip():
                raise Refused("lot_incomplete")
            if drawn_at > at:
                raise Refused("lot_in_future")
            closes = values.deadlines(contest, at).get(DeadlineKind.VOTING_CLOSES)
            if closes is not None and drawn_at < closes:
                raise Refused("lot_before_count")
            recorded = Lot.objects.create(
                contest=contest,
                question=lot.question,
                question_digest=lot.digest,
                options=list(lot.options),
                seats=lot.seats,
                outcome=won,
                drawn_at=drawn_at,
                place=place.strip(),
                people=people.strip(),
                by=by,
                second=second,
            )
            act.stale(contest)
            return recorded
    except IntegrityError as error:
        if "lot_one_per_question" in str(error):
            raise Refused("question_changed") from error
        raise


def _demand_people(contest: Contest, by: User, second: User) -> None:
    """Two different people of the commission vouch for a lot."""
    if second.pk == by.pk:
        raise Refused("same_person")
    if rights.role_of(second, contest) not in services.WRITERS:
        raise Refused("second_unknown")
