"""The cast of the matrix on one stage: a party, its lists, a commission, and a stranger to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import QuerySet

from elections.lists import services as lists
from elections.models import (
    Admission,
    Allocation,
    Commission,
    CommissionMember,
    Contest,
    Deadline,
    Decision,
    Election,
    Notice,
    OfficialFigure,
    OfficialResult,
    PartyList,
    Protocol,
    Publication,
)
from elections.review import services as review
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
    chief = cast["gulnar"]
    submitted, proposed = (hand_in(draft.contest, ours, chief) for _ in range(2))
    submitted_elsewhere = hand_in(elsewhere, ours, chief)
    proposal = propose(proposed, people.timur(commission_of(draft)))
    precinct = factories.make_precinct(territory)
    protocol = Protocol.objects.create(contest=draft.contest, precinct=precinct)
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
        "submitted-elsewhere": submitted_elsewhere.pk,
        "submission": submitted.submissions.get().pk,
        "submission-elsewhere": submitted_elsewhere.submissions.get().pk,
        "proposed": proposed.pk,
        "proposal": proposal.pk,
        "protocol": protocol.pk,
        "precinct": precinct.pk,
        "deadline": first(Deadline.objects.filter(election=draft.contest.election)),
        "deadline-elsewhere": first(factories.make_election().deadlines.all()),
        "commission": commission_of(draft).pk,
        "commissionmember": first(CommissionMember.objects.all()),
        "admission": first(Admission.objects.all()),
        "notice": first(Notice.objects.all()),
        "candidate": person.pk,
        "candidate-elsewhere": factories.make_candidate(foreign).pk,
        "receipt": submitted.submissions.get().receipt_code,
        "officialresult": first(OfficialResult.objects.all()),
        "officialfigure": first(OfficialFigure.objects.all()),
        "allocation": first(Allocation.objects.filter(contest__election__kind="record")),
        "publication": first(Publication.objects.filter(contest__election__kind="record")),
    }
    sessions = {name: session_of(user) for name, user in cast.items()}
    return Stage(sessions, {name: str(number) for name, number in ids.items()})


def first(rows: QuerySet[Any]) -> int:
    return int(rows.order_by("pk").values_list("pk", flat=True)[0])


def propose(party_list: PartyList, by: User) -> Decision:
    """Return the proposal of a clerk who took the list into review, an hour after it came in."""
    at = factories.NOW + timedelta(hours=1)
    digest = party_list.submissions.get().digest
    with clock.at(at):
        review.take(party_list, by=by, at=at)
        party_list.refresh_from_db()
        return review.propose(party_list, "register", shown_digest=digest, by=by, at=at)


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
