"""What the party's screens read: the start page's cards, names, decisions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from elections import rights, values, wording
from elections.law.calendar import DeadlineKind, Phase
from elections.lists import presentation, services
from elections.models import Candidate, Contest, Decision, PartyList, Submission
from parties.models import Membership, Party, PartyName, User
from portal.base import clock

CARDS_AT_MOST = 12
_OF_CONTEST = ("election", "territory__parent__parent", "commission")


def lists_seen_by(person: User, memberships: list[Membership]) -> QuerySet[PartyList]:
    """Return the lists of this person's parties and territories, with what pages show of them."""
    related = ("party", *(f"contest__{name}" for name in _OF_CONTEST))
    return (
        rights.lists_of_party(person, memberships)
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
    may_write: bool
    submission: Submission | None = None
    decision: Decision | None = None
    decides_by: datetime | None = None

    @property
    def missing(self) -> int:
        """How many things stand against handing the list in."""
        return len(self.checked.errors) if self.checked else 0

    @property
    def may_start(self) -> bool:
        """Whether this person can still begin a list in time; after one that ended, another."""
        has_none = self.party_list is None or self.party_list.has_ended
        in_time = self.phase in (Phase.PREPARING, Phase.NOMINATION)
        return self.may_write and has_none and in_time

    @property
    def needs_time(self) -> bool:
        """Whether others of the party could still begin a list."""
        return self.phase in (Phase.PREPARING, Phase.NOMINATION)

    @property
    def article(self) -> str:
        """The article that the commission's decision rests on."""
        return wording.article(self.decision.article) if self.decision else ""

    @property
    def is_open(self) -> bool:
        """Whether a list can still be filled in."""
        return self.party_list is None or self.party_list.state == PartyList.State.DRAFT

    @property
    def needs_you(self) -> bool:
        """Whether the party has something to do here, and time left to do it."""
        is_open = self.may_write and (self.is_open or self.may_start)
        return is_open and self.time_left is not None and not self.time_left.is_past


def cards(person: User, memberships: list[Membership], *, at: datetime) -> list[Card]:
    """Return a card for each contest where a party of this person is admitted, most urgent first.

    Costs a few queries for each party, however many contests and lists it has.
    """
    found = [
        card
        for party in {m.party_id: m.party for m in memberships}.values()
        for card in _cards_of(person, party, memberships, at)
    ]
    return sorted(found, key=_urgency)


def _cards_of(
    person: User, party: Party, memberships: list[Membership], at: datetime
) -> list[Card]:
    contests = rights.contests_of_party(person, party, memberships).select_related(*_OF_CONTEST)
    newest = _newest_lists(person, party, memberships)
    return [
        _card(
            contest,
            party,
            newest.get(contest.pk),
            at,
            may_write=rights.role_of(person, contest, party, memberships) in services.WRITERS,
        )
        for contest in contests.prefetch_related("election__deadlines")
    ]


def _newest_lists(
    person: User, party: Party, memberships: list[Membership]
) -> dict[int, PartyList]:
    """Return the party's newest list of each contest, with people, submissions and decisions."""
    rows = rights.lists_of_party(person, memberships).filter(party=party).order_by("pk")
    confirmed = Decision.objects.filter(state=Decision.State.CONFIRMED).order_by("confirmed_at")
    handed_in = Submission.objects.order_by("number").defer("public_body", "private_body")
    return {
        row.contest_id: row
        for row in rows.prefetch_related(
            Prefetch("candidates", Candidate.objects.listed().in_order(), to_attr="people"),
            Prefetch("submissions", handed_in, to_attr="handed_in"),
            Prefetch("decisions", confirmed, to_attr="decided"),
        )
    }


def _card(contest: Contest, party: Party, row: Any, at: datetime, *, may_write: bool) -> Card:
    """Make a card; `row` is a list as `_newest_lists` returns it, or None."""
    checked = None
    if row is not None:
        row.contest = contest
        checked = services.check(row, at=at, people=row.people)
    rules = values.edition_of(contest.election).quota
    return Card(
        contest=contest,
        party=party,
        party_list=row,
        checked=checked,
        quota=presentation.quota_shown(checked.quota, rules) if checked else None,
        time_left=presentation.time_left(contest, at=at),
        state=wording.state_badge(row.state, row.get_state_display()) if row else None,
        phase=values.phase(contest, at),
        may_write=may_write,
        submission=row.handed_in[-1] if row and row.handed_in else None,
        decision=row.decided[-1] if row and row.decided else None,
        decides_by=values.deadlines(contest, at).get(DeadlineKind.REGISTRATION_CLOSES),
    )


def may_start_another(party_list: PartyList, at: datetime) -> bool:
    """Return whether the list has ended, without another one, while there is time for one."""
    if not party_list.has_ended:
        return False
    if values.phase(party_list.contest, at) not in (Phase.PREPARING, Phase.NOMINATION):
        return False
    others = party_list.contest.lists.filter(party=party_list.party_id)
    return not others.living().exists()


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


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing that has become of a submission: the badge of its state, and when."""

    badge: dict[str, str]
    at: datetime


_DECIDED_BY = {
    "refused": Decision.Kind.REFUSE,
    "withdrawn": Decision.Kind.WITHDRAW,
    "annulled": Decision.Kind.ANNUL,
}


def fates(submission: Submission) -> list[Fate]:
    """Return what has become of a submission since, oldest first; three queries at most.

    Said to whoever has the receipt, so nothing but the state and the day: no ground, no reason, no
    person, and nothing of a review or a draft. Empty while the commission has not decided.
    """
    row = submission.list
    found = []
    if row.registered_at is not None:
        found.append(Fate(_badge(PartyList.State.REGISTERED), row.registered_at))
    if row.has_ended:
        found.append(Fate(_badge(PartyList.State(row.state)), _ended_at(row)))
    later = Submission.objects.filter(
        list__contest=row.contest_id, list__party=row.party_id, at__gt=submission.at
    )
    again = later.order_by("at").values_list("at", flat=True).first()
    if again is not None:
        badge = {"icon": "sent", "tone": "info", "text": _("a list was handed in anew")}
        found.append(Fate(badge, again))
    return sorted(found, key=lambda fate: fate.at)


def _badge(state: PartyList.State) -> dict[str, str]:
    return wording.state_badge(state, str(state.label))


def _ended_at(party_list: PartyList) -> datetime:
    """Return the time of the commission's resolution; of the party's own act, the record's."""
    decision = confirmed_decision(party_list)
    if decision is not None and decision.kind == _DECIDED_BY[party_list.state]:
        at = decision.resolved_at or decision.confirmed_at
        if at is not None:
            return at
    events: Any = PartyList.events.rel.related_model  # type: ignore[attr-defined]  # by pghistory
    moved = events.objects.filter(pgh_obj=party_list.pk, state=party_list.state)
    recorded: datetime = moved.earliest("pgh_id").pgh_created_at
    return recorded


def count_of(submission: Submission) -> int:
    """Return how many people the submitted list holds."""
    return len(json.loads(submission.public_body)["candidates"])


def confirmed_decision(party_list: PartyList) -> Decision | None:
    """Return the commission's decision that holds for this list, or None."""
    confirmed = party_list.decisions.filter(state=Decision.State.CONFIRMED)
    return confirmed.order_by("-confirmed_at").first()
