"""The cast of the matrix on one stage: a party, its lists, a commission, and a stranger to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from elections.lists import services as lists
from elections.models import (
    Allocation,
    Commission,
    Contest,
    Election,
    OfficialFigure,
    OfficialResult,
    PartyList,
    Publication,
)
from parties.models import Party, Territory, User
from portal.base import clock
from tests import factories, people


@dataclass(frozen=True)
class Stage:
    """What stands in the database for the matrix: sessions by name, ids by name."""

    sessions: dict[str, str]
    ids: dict[str, str]

    def filled(self, template: str) -> str:
        """Return a path with the ids of rows that exist."""
        for name, number in self.ids.items():
            template = template.replace(f"{{{name}}}", number)
        assert "{" not in template, template
        return template


def set_stage() -> Stage:
    """Make the rows, with the record already there."""
    ours, theirs = factories.make_party(), factories.make_party()
    draft = factories.make_list(factories.make_contest(), ours)
    person, *_ = factories.fill(draft)
    foreign = factories.make_list(factories.make_contest(), theirs)
    territory = draft.contest.territory
    cast = {
        "marat": people.marat(),
        "asel": people.asel(),
        "gulnar": people.gulnar(ours),
        "aigerim": people.aigerim(ours, territory),
        "bolat": people.bolat(ours, territory),
        "dana": people.dana(theirs),
        "saule": people.saule(commission_of(draft)),
        "erlan": people.erlan(commission_of(foreign)),
    }
    elsewhere = factories.make_contest(draft.contest.election, territory=factories.make_territory())
    submitted = hand_in(draft.contest, ours, cast["gulnar"])
    without = factories.make_contest(territory=territory)
    factories.admit(ours, without)
    record = Election.objects.filter(kind="record")
    ids = {
        "user": cast["marat"].pk,
        "territory": Territory.objects.get(slug="almaty").pk,
        "party": ours.pk,
        "party-slug": ours.slug,
        "election": record[0].pk,
        "contest": elsewhere.pk,
        "contest-of-saule": draft.contest_id,
        "contest-without-list": without.pk,
        "draft": draft.pk,
        "submitted": submitted.pk,
        "candidate": person.pk,
        "candidate-elsewhere": factories.make_candidate(foreign).pk,
        "receipt": submitted.submissions.get().receipt_code,
        "officialresult": first(OfficialResult),
        "officialfigure": first(OfficialFigure),
        "allocation": first(Allocation),
        "publication": first(Publication),
    }
    sessions = {name: session_of(user) for name, user in cast.items()}
    return Stage(sessions, {name: str(number) for name, number in ids.items()})


def first(model: type[OfficialResult | OfficialFigure | Allocation | Publication]) -> int:
    return model.objects.order_by("pk")[0].pk


def commission_of(party_list: PartyList) -> Commission:
    commission = party_list.contest.commission
    assert commission is not None
    return commission


def hand_in(contest: Contest, party: Party, by: User) -> PartyList:
    """Return a list of the same party, handed in to the same commission in another election."""
    other = factories.make_contest(territory=contest.territory)
    party_list = factories.make_list(other, party)
    factories.fill(party_list)
    with clock.at(factories.NOW):
        shown = lists.preview(party_list, at=factories.NOW).bodies
        lists.submit(
            party_list,
            nonce=shown.nonce,
            shown_digest=shown.digest,
            by=by,
            at=factories.NOW + timedelta(minutes=1),
        )
    return party_list


def session_of(user: User) -> str:
    """Return the key of a session in which this person is signed in."""
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "portal.auth.Backend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    key = store.session_key
    assert key is not None
    return key
