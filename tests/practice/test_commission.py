"""What the commissions of practice have done: lists decided on, votes counted, a result out."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from elections import rights, values
from elections.law import workflow
from elections.law.calendar import Phase
from elections.models import Contest, Decision, PartyList, Protocol, Publication
from elections.practice import cast
from elections.results import lots, publishing, recompute
from elections.review import services as review
from parties.models import User
from portal.base import clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def contest(election: str, territory: str) -> Contest:
    related = ("election", "territory__parent__parent", "commission")
    return Contest.objects.select_related(*related).get(
        election__slug=election, territory__slug=territory
    )


def account(key: str) -> User:
    return User.objects.get(email=f"{key}@tizim.example")


def test_lists_wait_for_the_commission_in_every_way() -> None:
    waiting = rights.lists_of_commission(account("saule")).filter(
        contest__election__slug="practice-review"
    )
    assert {row.party.slug: row.state for row in waiting} == {
        "kokzhiek": "in_review",
        "tughan-olke": "in_review",
        "keleshek": "submitted",
        "zhanga-dala": "submitted",
    }
    proposed = waiting.get(party__slug="kokzhiek")
    assert review.open_to(proposed, account("timur")) == ("confirm", "send_back")
    assert review.open_to(proposed, account("saule")) == ("take_back",)
    assert review.open_to(proposed, account("kamila")) == ()


def test_the_other_commission_has_registered_one_list_and_refused_another() -> None:
    lists = PartyList.objects.filter(contest=contest("practice-review", "almaty"))
    assert {row.party.slug: row.state for row in lists} == {
        "keleshek": "registered",
        "kokzhiek": "refused",
    }


def test_every_decision_was_taken_by_two_people_of_its_commission() -> None:
    decisions = Decision.objects.filter(state="confirmed").select_related("commission")
    assert len(decisions) == 2 + 7 + 6 + 2
    for decision in decisions:
        people = {decision.proposed_by_id, decision.confirmed_by_id}
        assert len(people) == 2
        assert people <= set(decision.commission.members.values_list("user", flat=True))


@pytest.mark.parametrize(
    ("model", "table"),
    [(Protocol, workflow.PROTOCOL), (Decision, workflow.PROPOSAL)],
    ids=["protocols", "decisions"],
)
def test_each_state_is_where_its_events_lead(model: Any, table: tuple[Any, ...]) -> None:
    allowed = {(row.source, row.target) for row in table} | {(None, "empty")}
    people = {person.email for person in cast.CAST}
    rows = model.objects.all()
    assert rows
    for row in rows:
        events = row.events.order_by("pgh_id")
        states = [None, *(event.state for event in events)]
        steps = {(old, new) for old, new in pairwise(states) if old != new}
        assert steps <= allowed, f"{row}: {steps - allowed}"
        assert states[-1] == row.state
        assert {event.pgh_context["by"] for event in events} <= people


def test_on_election_night_half_is_counted_and_something_is_open() -> None:
    found = contest("practice-counting", "shymkent")
    states = Counter(row.state for row in Protocol.objects.filter(contest=found))
    assert states == {"definitive": 5, "first_entry": 1, "empty": 4}
    assert found.protocols.filter(entries__state="superseded").count() == 1
    allocation = found.allocations.get(version=found.results_version)
    body = json.loads(allocation.body)
    assert (body["counting"]["counted"], body["counting"]["of"]) == (5, 10)
    assert allocation.second_agrees


def test_where_all_is_counted_one_lot_waits_to_be_drawn() -> None:
    found = contest("practice-counting", "almaty")
    assert set(Protocol.objects.filter(contest=found).values_list("state", flat=True)) == {
        "definitive"
    }
    lot = lots.open_lot(found)
    assert lot
    assert (set(lot.options), lot.seats) == ({"kokzhiek", "tughan-olke"}, 1)
    erlan, now = account("erlan"), clock.now()
    lots.record_lot(
        found,
        question_digest=lot.digest,
        outcome=["tughan-olke"],
        drawn_at=now,
        place="Алматы",
        people="Ерлан, Мадина",
        second=account("madina"),
        by=erlan,
        at=now,
    )
    recompute.make_fresh(found.pk)
    drawn = lots.fresh_allocation(contest("practice-counting", "almaty"))
    assert drawn
    assert drawn.second_agrees
    seats = [party["seats"] for party in json.loads(drawn.body)["allocation"]["parties"]]
    assert sum(seats) == found.mandates


def test_what_is_final_is_published_with_every_seat() -> None:
    publications = Publication.objects.filter(contest__election__kind="practice")
    assert {(row.contest.election.slug, row.contest.territory.slug) for row in publications} == {
        ("practice-final", "shymkent"),
        ("practice-final", "almaty"),
    }
    for row in publications:
        body = json.loads(row.body)
        assert body["election"]["kind"] == "practice"
        seats = [party["seats"] for party in body["allocation"]["parties"]]
        assert sum(seats) == row.contest.mandates
        assert values.phase(row.contest, clock.now(), is_decided=True) is Phase.CLOSED
    almaty = json.loads(publications.get(contest__territory__slug="almaty").body)
    assert {row["party"]: row["seats"] > 0 for row in almaty["allocation"]["parties"]} == {
        "keleshek": True,
        "kokzhiek": True,
        "tughan-olke": False,
    }


def test_a_computation_from_scratch_finds_the_same_everywhere() -> None:
    counted = {"practice-counting", "practice-final"}
    differences = [
        difference.what
        for difference in recompute.check_all(at=clock.now())
        if difference.contest.election.slug in counted
    ]
    assert differences == []


def test_what_is_counted_in_half_cannot_be_published() -> None:
    with pytest.raises(Exception, match="not_final"):
        publishing.preview(contest("practice-counting", "shymkent"), at=clock.now())
