"""A list in two hands at one instant, in two connections: exactly one wins; 50 rounds each.

The control experiments take the list's lock away: then the same rounds go wrong.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from elections import transitions
from elections.lists import services as lists
from elections.models import Contest, PartyList, Submission
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.races.rounds import ROUNDS, together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
NOW = factories.NOW


def unlocked(self: transitions.Act, row: Any) -> Any:
    """Read a row as `Act.lock` does, without its lock; somebody else may read it too."""
    related = transitions._MACHINES[type(row)].related
    found = type(row)._default_manager.select_related(*related).get(pk=row.pk)
    time.sleep(0.01)
    return found


class Drafts:
    """One contest with a complete draft for each round; the same two people work on all."""

    def __init__(self) -> None:
        self.contest: Contest = factories.make_contest()
        self.gulnar = people.account("Гүлнар", "gulnar@example.kz")
        self.aigerim = people.account("Айгерім", "aigerim@example.kz")

    def make(self) -> PartyList:
        party_list = factories.make_list(self.contest, factories.make_party())
        factories.fill(party_list, 2)
        people.member(self.gulnar, party_list.party, "chief")
        people.member(self.aigerim, party_list.party, "official", self.contest.territory)
        return party_list


def press(party_list: PartyList, by: User) -> Callable[[], object]:
    """Open the confirm page; return the press of its button, answering where that leads."""
    client = Client()
    client.force_login(by)
    address = reverse("lists:submit", args=[party_list.pk])
    shown = client.get(address).context["preview"].bodies
    form = {"nonce": shown.nonce, "digest": shown.digest}
    return lambda: client.post(address, form).headers.get("Location", "no redirect")


def test_pressed_by_two_at_one_instant_there_is_one_submission_and_both_see_it() -> None:
    drafts = Drafts()
    with clock.at(NOW):
        for done in range(1, ROUNDS + 1):
            draft = drafts.make()
            ends = together(press(draft, drafts.aigerim), press(draft, drafts.gulnar))
            assert ends == [reverse("lists:receipt", args=[draft.pk, 1])] * 2
            assert Submission.objects.count() == done


def submit(party_list: PartyList, by: User) -> Callable[[], object]:
    shown = lists.preview(party_list, at=NOW).bodies

    def act() -> None:
        lists.submit(party_list, nonce=shown.nonce, shown_digest=shown.digest, by=by, at=NOW)

    return act


def test_of_two_who_submit_one_wins_and_the_other_is_told() -> None:
    drafts = Drafts()
    for _round in range(ROUNDS):
        draft = drafts.make()
        ends = together(submit(draft, drafts.aigerim), submit(draft, drafts.gulnar))
        assert sorted(ends) == ["done", "not_open"]
    assert Submission.objects.count() == ROUNDS


def test_without_the_lock_two_submissions_collide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transitions.Act, "lock", unlocked)
    drafts = Drafts()
    ends: Counter[str] = Counter()
    for _round in range(ROUNDS):
        draft = drafts.make()
        ends.update(together(submit(draft, drafts.aigerim), submit(draft, drafts.gulnar)))
    # The database lets no second submission of the same number in; one of the next it does.
    assert ends["broken"] > 0 or Submission.objects.count() > ROUNDS, ends


def save(party_list: PartyList, by: User, occupation: str) -> Callable[[], object]:
    person = party_list.candidates.in_order()[0]

    def act() -> None:
        data = {"occupation": occupation}
        version = person.version
        lists.save_candidate(party_list, person, data=data, version=version, by=by, at=NOW)

    return act


def two_save(draft: PartyList, drafts: Drafts) -> list[str]:
    return together(save(draft, drafts.aigerim, "дәрігер"), save(draft, drafts.gulnar, "заңгер"))


def test_of_two_who_save_one_person_the_second_is_shown_both_versions() -> None:
    drafts = Drafts()
    for _round in range(ROUNDS):
        draft = drafts.make()
        ends = two_save(draft, drafts)
        assert sorted(ends) == ["conflict", "done"]
        winner = "дәрігер" if ends[0] == "done" else "заңгер"
        assert draft.candidates.in_order()[0].occupation == winner


def test_without_the_lock_one_save_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transitions.Act, "lock", unlocked)
    # The person's own lock goes too: it alone would keep the rounds in order.
    real = lists._to_change

    def read_alone(locked: PartyList, candidate: Any, data: Any, version: Any) -> Any:
        row = locked.candidates.get(pk=candidate.pk)
        time.sleep(0.01)
        return real(locked, None, data, version) if row.version != version else row

    monkeypatch.setattr(lists, "_to_change", read_alone)
    drafts = Drafts()
    ends = Counter(tuple(two_save(drafts.make(), drafts)) for _round in range(ROUNDS))
    assert ends["done", "done"] > 0, ends


def withdraw(party_list: PartyList, by: User) -> Callable[[], object]:
    def act() -> None:
        version = party_list.version
        lists.withdraw(party_list, reason="хаттама № 9", shown_version=version, by=by, at=NOW)

    return act


def test_submitting_against_withdrawing_exactly_one_wins() -> None:
    drafts = Drafts()
    orders: Counter[str] = Counter()
    for number in range(ROUNDS):
        draft = drafts.make()
        # By turns the one and the other is a little earlier; most rounds meet on the way.
        lead = (number % 5 - 2) * 0.01
        submitting, withdrawing = submit(draft, drafts.aigerim), withdraw(draft, drafts.gulnar)
        ends = together(submitting, withdrawing, lead=lead)
        orders[ends[0]] += 1
        draft.refresh_from_db()
        if ends[0] == "done":
            assert (ends[1], draft.state) == ("changed_since_shown", "submitted")
        else:
            assert (ends, draft.state) == (["not_open", "done"], "withdrawn")
        assert draft.submissions.count() == (draft.state == "submitted")
    assert set(orders) == {"done", "not_open"}
