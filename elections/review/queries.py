"""What the commission's screens read: the queue, one list with its past, what waits for whom."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elections import rights, submissions, values, wording
from elections.law import lists as law
from elections.law.calendar import DeadlineKind
from elections.law.findings import Severity
from elections.law.quota import Quota, counts_disability
from elections.models import (
    Contest,
    Deadline,
    Decision,
    Election,
    PartyList,
    Submission,
    SubmissionKey,
)
from elections.review import presentation, services
from elections.wording.quota import counted_as
from parties.models import PartyName, User
from portal.base import clock

ListEvent: Any = PartyList.events.rel.related_model  # type: ignore[attr-defined]
DecisionEvent: Any = Decision.events.rel.related_model  # type: ignore[attr-defined]

CONTEST = ("contest__election", "contest__territory__parent", "contest__commission")
SHOWN_AT_MOST = 12


def visible_lists(user: Any) -> QuerySet[PartyList]:
    """Return the lists that this person sees in the admin: never what was not handed in.

    An administrator of the installation reads that the others are there, with the record's.
    """
    if not rights.is_administrator(user):
        return PartyList.objects.filter(pk__in=rights.lists_of_commission(user).values("pk"))
    handed_in = Exists(Submission.objects.filter(list=OuterRef("pk")))
    return PartyList.objects.filter(Q(contest__election__kind=Election.Kind.RECORD) | handed_in)


def in_queue_order(lists: QuerySet[PartyList], at: datetime) -> QuerySet[PartyList]:
    """Annotate lists with `handed_in`, `closes_at` and `taken_by`; undecided first, most urgent on
    top.
    """
    newest = Submission.objects.filter(list=OuterRef("pk")).order_by("-number")
    taken = ListEvent.objects.filter(pgh_obj=OuterRef("pk"), pgh_context__why="list.taken")
    taker = taken.order_by("-pgh_id").values(who=KeyTextTransform("by", "pgh_context"))
    name = User.objects.filter(email=OuterRef("taken_by_account"))
    return (
        lists.select_related("party", *CONTEST)
        .prefetch_related("contest__election__deadlines")
        .annotate(
            handed_in=Subquery(newest.values("at")[:1]),
            closes_at=_closes_at(at),
            taken_by_account=Subquery(taker[:1]),
            is_decided=Case(
                When(state__in=[str(state) for state in presentation.UNDECIDED], then=Value(0)),
                default=Value(1),
            ),
        )
        .annotate(taken_by=Subquery(name.values("name")[:1]))
        .order_by("is_decided", "closes_at", "handed_in", "pk")
    )


def _closes_at(at: datetime) -> Func:
    """Return the instant at which registration closes in the row's territory, for ordering.

    A practice election's day is an offset from today; the screens ask `values.deadlines`.
    """
    deadline = Deadline.objects.filter(
        election=OuterRef("contest__election"), kind=DeadlineKind.REGISTRATION_CLOSES
    )
    offset = ExpressionWrapper(
        Value(at.date(), output_field=DateField()) + F("day_offset"), output_field=DateField()
    )
    day = deadline.values(day=Coalesce("local_date", offset))[:1]
    moment = ExpressionWrapper(
        Subquery(day, output_field=DateField()) + Subquery(deadline.values("local_time")[:1]),
        output_field=DateTimeField(),
    )
    return Func(
        F("contest__territory__time_zone"),
        moment,
        function="timezone",
        output_field=DateTimeField(),
    )


def party_names(parties: Iterable[int]) -> dict[int, PartyName]:
    """Return the present name of each party; one query."""
    names = PartyName.objects.filter(party__in=set(parties)).on(clock.now().date())
    return {name.party_id: name for name in names}


# --- one list ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that the review screen shows of a list."""

    party_list: PartyList
    party: PartyName | None
    frozen: presentation.Frozen
    findings: tuple[presentation.Placed, ...]
    errors: int
    is_clean: bool  # neither an error nor a warning
    quota: Quota
    quota_article: str
    under: int
    counts_disability: bool
    proposal: Decision | None
    decisions: tuple[Decision, ...]
    open_to: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The digest that this page shows, and that what is decided on it is bound to."""
        return self.frozen.submission.digest


def review(party_list: PartyList, user: User, *, at: datetime) -> Review:
    """Read a list that was handed in, with the law's findings and what this person may do."""
    submission = services.newest_submission(party_list)
    submission.list = party_list
    body, is_unchanged = _private(submission)
    found = services.findings(party_list, at=at)
    day = values.election_day(party_list.contest, at)
    edition = values.edition_of(party_list.contest.election)
    rows = values.party_list(party_list, party_list.candidates.listed().in_order())
    decisions = party_list.decisions.select_related(
        "proposed_by", "confirmed_by", "closed_by", "commission"
    ).order_by("-pk")
    return Review(
        party_list=party_list,
        party=party_names([party_list.party_id]).get(party_list.party_id),
        frozen=presentation.frozen(
            submission,
            body,
            json.loads(submission.public_body),
            found,
            {one.key: counted_as(one, edition.quota, day) for one in rows.candidates},
            election_day=day,
            is_unchanged=is_unchanged,
        ),
        findings=tuple(presentation.placed(found, body)),
        errors=sum(finding.severity is Severity.ERROR for finding in found),
        is_clean=all(finding.severity is Severity.INFORMATION for finding in found),
        quota=law.count_quota(rows.candidates, edition, day),
        quota_article=edition.quota.minimum_share.article,
        under=edition.quota.under_age.value,
        counts_disability=counts_disability(edition.quota),
        proposal=next((row for row in decisions if row.state == Decision.State.OPEN), None),
        decisions=tuple(row for row in decisions if row.state != Decision.State.OPEN),
        open_to=services.open_to(party_list, user),
    )


def _private(submission: Submission) -> tuple[submissions.Json | None, bool | None]:
    try:
        return submissions.open_private(submission), submissions.is_unchanged(submission)
    except SubmissionKey.DoesNotExist:
        return None, None


# --- history -------------------------------------------------------------------------------

LIST_EVENTS: dict[str, Promise] = {
    "list.submitted": _("List handed in"),
    "list.taken": _("List taken into review"),
    "list.withdrawn": _("List withdrawn by the party"),
}
PROPOSED: dict[str, Promise] = {
    Decision.Kind.REGISTER: _("Registration proposed"),
    Decision.Kind.REFUSE: _("Refusal proposed"),
}
CONFIRMED: dict[str, Promise] = {
    Decision.Kind.REGISTER: _("List registered"),
    Decision.Kind.REFUSE: _("Registration refused"),
}
CLOSED: dict[str, Promise] = {
    Decision.State.TAKEN_BACK: _("Proposal taken back"),
    Decision.State.SENT_BACK: _("Proposal sent back"),
    Decision.State.LAPSED: _("Proposal lapsed, because the list has changed"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a list's history, from the audit record: what, who, when."""

    what: str
    who: str
    at: datetime
    when: str


def history(party_list: PartyList) -> list[Happening]:
    """Return what happened to a list since it was handed in, newest first; three queries.

    What the party did with its draft is the party's own and is not told.
    """
    events = [*_list_events(party_list), *_decision_events(party_list)]
    accounts = {by for _number, by, _at, _what in events}
    names = dict(User.objects.filter(email__in=accounts).values_list("email", "name"))
    return [
        Happening(str(what), names.get(by) or by, at, presentation.local(at, party_list.contest))
        for _number, by, at, what in sorted(events, key=lambda event: event[0], reverse=True)
    ]


_Event = tuple[int, str, datetime, Promise | str]
_COLUMNS = ("pgh_id", "pgh_context__by", "pgh_created_at")


def _list_events(party_list: PartyList) -> list[_Event]:
    found = ListEvent.objects.filter(
        pgh_obj=party_list.pk, pgh_context__why__in=list(LIST_EVENTS)
    ).values_list(*_COLUMNS, "pgh_context__why")
    return [(number, by, at, LIST_EVENTS[why]) for number, by, at, why in found]


def _decision_events(party_list: PartyList) -> list[_Event]:
    found = DecisionEvent.objects.filter(list=party_list.pk).values_list(*_COLUMNS, "kind", "state")
    return [(number, by or "", at, _told(kind, state)) for number, by, at, kind, state in found]


def _told(kind: str, state: str) -> Promise | str:
    if state == Decision.State.OPEN:
        return PROPOSED.get(kind, kind)
    if state == Decision.State.CONFIRMED:
        return CONFIRMED.get(kind, kind)
    return CLOSED[state]


# --- what waits ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """A contest of this person's commission: its next deadline and how many lists wait there."""

    contest: Contest
    kind: str
    left: presentation.TimeLeft | None
    submitted: int
    in_review: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal that waits for its second person, on a list or on a contest's result."""

    url: str
    what: str
    subject: str
    who: str
    when: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Queued:
    """A list that waits for the commission."""

    url: str
    party: str
    territory: str
    election: str
    badge: dict[str, str]
    left: presentation.TimeLeft | None
    taken_by: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The start page of a commission's person."""

    proposals: tuple[Proposal, ...]
    lists: tuple[Queued, ...]
    more_lists: int
    contests: tuple[Due, ...]


def waiting(user: Any, *, at: datetime) -> Waiting | None:
    """Return what waits and what is due in this person's commissions; None without one.

    The number of queries does not hang on how many lists and contests there are.
    """
    roles = rights.commission_roles(user)
    if not roles:
        return None
    undecided = visible_lists(user).filter(
        state__in=[str(state) for state in presentation.UNDECIDED]
    )
    lists = list(in_queue_order(undecided, at)[:SHOWN_AT_MOST])
    proposals = list(_proposals(user))
    contests = list(_contests(user, at))
    parties = {row.party_id for row in lists}
    parties |= {row.list.party_id for row in proposals if row.list is not None}
    names = party_names(parties)
    total = sum(due.submitted + due.in_review for due in contests)
    return Waiting(
        tuple(_proposal(row, user, names) for row in proposals),
        tuple(_queued(row, names, at) for row in lists),
        total - len(lists),
        tuple(contests),
    )


def _proposal(row: Decision, user: User, names: dict[int, PartyName]) -> Proposal:
    about = row.list
    if about is None:
        contest = row.contest
        assert contest is not None  # noqa: S101 (the database asks for one of both)
        url = reverse("admin:elections_contest_change", args=[contest.pk])
        subject = contest.territory.name
    else:
        contest = about.contest
        url = list_address(about)
        subject = f"{names.get(about.party_id) or about.party}, {contest.territory.name}"
    return Proposal(
        url,
        row.get_kind_display(),
        subject,
        str(row.proposed_by),
        presentation.local(row.proposed_at, contest),
        is_own=row.proposed_by_id == user.pk,
    )


def _queued(row: Any, names: dict[int, PartyName], at: datetime) -> Queued:
    return Queued(
        list_address(row),
        str(names.get(row.party_id) or row.party),
        row.contest.territory.name,
        row.contest.election.name,
        wording.state_badge(row.state, row.get_state_display()),
        presentation.time_to_decide(row, at),
        row.taken_by or "",
    )


def list_address(party_list: PartyList) -> str:
    """Return where the admin shows a list."""
    return reverse("admin:elections_partylist_change", args=[party_list.pk])


def _proposals(user: Any) -> QuerySet[Decision]:
    mine = rights.contests_of_commission(user)
    return (
        Decision.objects.open()
        .filter(Q(list__contest__in=mine) | Q(contest__in=mine))
        .select_related(
            "proposed_by",
            "list__party",
            "list__contest__election",
            "list__contest__territory",
            "contest__election",
            "contest__territory",
        )
        .order_by("proposed_at")[:SHOWN_AT_MOST]
    )


def _contests(user: Any, at: datetime) -> list[Due]:
    handed_in = Q(lists__pk__in=visible_lists(user).values("pk"))
    found = (
        rights.contests_of_commission(user)
        .exclude(election__kind=Election.Kind.RECORD)
        .select_related("election", "territory__parent", "commission")
        .prefetch_related("election__deadlines")
        .annotate(
            submitted=Count("lists", filter=handed_in & Q(lists__state="submitted")),
            in_review=Count("lists", filter=handed_in & Q(lists__state="in_review")),
        )
    )
    due = [_due(contest, at) for contest in found]
    return [row for _next, row in sorted(due, key=lambda pair: (pair[0] is None, pair[0] or at))]


def _due(contest: Any, at: datetime) -> tuple[datetime | None, Due]:
    known = values.deadlines(contest, at)
    # Of two at one instant the one that the calendar names first.
    coming = sorted(
        (moment, order, kind)
        for order, kind in enumerate(DeadlineKind)
        if (moment := known.get(kind)) is not None and moment > at
    )
    moment, _order, kind = coming[0] if coming else (None, 0, None)
    return moment, Due(
        contest=contest,
        kind=str(Deadline.Kind(str(kind)).label) if kind else "",
        left=presentation.until(moment, contest, at) if moment else None,
        submitted=contest.submitted,
        in_review=contest.in_review,
    )
