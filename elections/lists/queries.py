"""What the party's screens read: the start page's cards, names, decisions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from elections import rights, values, wording
from elections.law.calendar import Phase
from elections.lists import presentation, services
from elections.models import Contest, Decision, PartyList, Submission
from parties.models import Party, PartyName, User
from portal.base import clock

CARDS_AT_MOST = 12
_OF_CONTEST = ("election", "territory__parent__parent", "commission")


def lists_seen_by(person: User) -> QuerySet[PartyList]:
    """Return the lists of this person's parties and territories, with what pages show of them."""
    related = ("party", *(f"contest__{name}" for name in _OF_CONTEST))
    return (
        rights.lists_of_party(person)
        .select_related(*related)
        .prefetch_related("contest__election__deadlines")
    )


@dataclass(frozen=True, slots=True)
class Card:
    """One contest on the start page: time left, state, quota and one verb."""

    contest: Contest
    party: Party
    party_list: PartyList | None
    checked: services.Checked | None
    quota: presentation.QuotaShown | None
    time_left: presentation.TimeLeft | None
    state: dict[str, str] | None
    phase: Phase

    @property
    def missing(self) -> int:
        """How many things stand against handing the list in."""
        return len(self.checked.errors) if self.checked else 0

    @property
    def may_start(self) -> bool:
        """Whether a list can still be begun in time."""
        return self.party_list is None and self.phase in (Phase.PREPARING, Phase.NOMINATION)


def cards(person: User, *, at: datetime) -> list[Card]:
    """Return a card for each contest where a party of this person is admitted, most urgent first.

    Costs a few queries for each party and one for each list.
    """
    found = [
        card
        for party in {m.party_id: m.party for m in rights.memberships_of(person)}.values()
        for card in _cards_of(person, party, at)
    ]
    return sorted(found, key=_urgency)


def _cards_of(person: User, party: Party, at: datetime) -> list[Card]:
    contests = rights.contests_of_party(person, party).select_related(*_OF_CONTEST)
    newest: dict[int, PartyList] = {}
    for row in lists_seen_by(person).filter(party=party).order_by("pk"):
        newest[row.contest_id] = row
    return [
        _card(contest, party, newest.get(contest.pk), at)
        for contest in contests.prefetch_related("election__deadlines")
    ]


def _card(contest: Contest, party: Party, row: PartyList | None, at: datetime) -> Card:
    checked = services.check(row, at=at) if row else None
    article = values.edition_of(contest.election).quota.minimum_share.article
    return Card(
        contest=contest,
        party=party,
        party_list=row,
        checked=checked,
        quota=presentation.quota_shown(checked.quota, article) if checked else None,
        time_left=presentation.time_left(contest, at=at),
        state=wording.state_badge(row.state, row.get_state_display()) if row else None,
        phase=values.phase(contest, at),
    )


def _urgency(card: Card) -> tuple[bool, bool, str, str]:
    """Order: what still can be done first, by deadline; then the Kazakh alphabet."""
    is_past = card.time_left is None or card.time_left.is_past
    is_done = card.party_list is not None and card.party_list.state != PartyList.State.DRAFT
    until = card.time_left.at.isoformat() if card.time_left else ""
    return (is_past, is_done, until, card.contest.territory.sort_kk)


def narrowed(cards_all: list[Card], wanted: Mapping[str, Any]) -> list[Card]:
    """Return the cards of a state and in an order, as the table's address asks for."""
    state = wanted.get("state", "")
    found = [
        card
        for card in cards_all
        if not state or (card.party_list.state if card.party_list else "none") == state
    ]
    orders = {
        "name": lambda card: card.contest.territory.sort_kk,
        "missing": lambda card: -card.missing,
    }
    return sorted(found, key=orders[wanted["sort"]]) if wanted.get("sort") in orders else found


def party_name(party: Party) -> str:
    """Return the party's present name in the reader's language; one query."""
    name = _name(party)
    return name.name if name else party.slug


def _name(party: Party) -> PartyName | None:
    return PartyName.objects.filter(party=party).on(clock.now().date()).first()


def names_of(party_list: PartyList) -> dict[str, dict[str, str]]:
    """Return what a receipt names, in Kazakh and Russian: party, territory, election."""
    named = _name(party_list.party)
    contest = party_list.contest
    sources = {"party": named, "territory": contest.territory, "election": contest.election}
    return {
        language: {
            what: str(getattr(source, f"name_{language}")) for what, source in sources.items()
        }
        for language in ("kk", "ru")
    }


def count_of(submission: Submission) -> int:
    """Return how many people the submitted list holds."""
    return len(json.loads(submission.public_body)["candidates"])


def confirmed_decision(party_list: PartyList) -> Decision | None:
    """Return the commission's decision that holds for this list, or None."""
    confirmed = party_list.decisions.filter(state=Decision.State.CONFIRMED)
    return confirmed.order_by("-confirmed_at").first()
