"""What a commission can do with a list: take it, propose a decision, confirm somebody else's.

A proposal is a row that waits for its second person; it binds both to the digest of the submission
that was reviewed. The list's state changes at confirmation and at no other moment.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django.db.models import Max

from elections import rights, transitions, values
from elections.law import lists as law
from elections.law import workflow
from elections.law.findings import Finding, Severity
from elections.law.workflow import ListEvent, ListState, ProposalEvent, ProposalState
from elections.models import Commission, Decision, PartyList, Submission
from elections.refusals import Refused
from parties.models import User

KINDS = {Decision.Kind.REGISTER: ListEvent.REGISTER, Decision.Kind.REFUSE: ListEvent.REFUSE}


@dataclass(frozen=True, slots=True)
class Resolution:
    """The commission's resolution: its number in the year and the moment, which decide ties."""

    number: int
    at: datetime
    votes_for: int | None = None
    votes_against: int | None = None

    @property
    def is_carried(self) -> bool:
        """Say whether more voted for than against, where both are given. Art. 20(4)."""
        if self.votes_for is None or self.votes_against is None:
            return True
        return self.votes_for > self.votes_against


def newest_submission(party_list: PartyList) -> Submission:
    """Return the submission under review; a list that was handed in has one."""
    return party_list.submissions.order_by("-number")[0]


def findings(party_list: PartyList, *, at: datetime) -> tuple[Finding, ...]:
    """Ask the law about the list under review; its rows equal the newest submission."""
    people = party_list.candidates.listed().in_order()
    contest = party_list.contest
    return law.check(
        values.party_list(party_list, people),
        values.edition_of(contest.election),
        election_day=values.election_day(contest, at),
        today=values.local_day(contest, at),
        mandates=contest.mandates,
    )


def take(party_list: PartyList, *, by: User, at: datetime) -> PartyList:
    """Take a list from the queue into review. Raises Refused("not_open"), ("not_allowed")."""
    with transitions.act(by=by, at=at, why="list.taken", about=party_list) as act:
        return act.move(act.lock(party_list), ListEvent.TAKE)


def propose(
    party_list: PartyList,
    kind: str,
    *,
    shown_digest: str,
    by: User,
    at: datetime,
    ground: str = "",
    article: str = "",
    reason: str = "",
) -> Decision:
    """Propose to register or to refuse what was reviewed; another member confirms it.

    Raises Refused("not_open"), ("not_allowed"), ("proposal_open"), ("changed_since_shown"),
    ("has_errors") for a registration that the law does not allow, ("ground_missing") for a refusal
    without ground, article and reason.
    """
    try:
        with transitions.act(by=by, at=at, why=f"list.{kind}_proposed", about=party_list) as act:
            event = _event(kind)
            locked = act.lock(party_list)
            act.demand(locked, event)
            submission = _as_shown(locked, shown_digest)
            _demand_reasons(locked, event, ground, article, reason, at)
            if locked.decisions.open().exists():
                raise Refused("proposal_open")
            return Decision.objects.create(
                commission=_commission(locked),
                list=locked,
                kind=kind,
                submission=submission,
                digest_reviewed=submission.digest,
                ground=ground.strip(),
                article=article.strip(),
                reason=reason.strip(),
                proposed_by=by,
                proposed_at=at,
            )
    except IntegrityError as error:
        if "decision_one_open_per_list" in str(error):
            raise Refused("proposal_open") from error
        raise


def confirm(
    decision: Decision, *, shown_digest: str, resolution: Resolution, by: User, at: datetime
) -> Decision:
    """Confirm somebody else's proposal: the list is registered or refused from this moment.

    Number and time of the resolution are recorded and unique; registered lists stand in their
    order. Raises Refused("same_person"), ("not_open"), ("not_allowed"), ("changed_since_shown"),
    ("has_errors"), ("number_taken"), ("time_in_future"), ("time_before_submission"),
    ("not_carried") for no majority of votes. Art. 20(4).
    """
    try:
        with transitions.act(by=by, at=at, why="decision.confirmed", about=decision) as act:
            locked = act.lock(decision)
            party_list = _list_of(act, locked)
            act.demand(locked, ProposalEvent.CONFIRM)
            if locked.proposed_by_id == by.pk:
                raise Refused("same_person")
            if resolution.at > at:
                raise Refused("time_in_future")
            submission = _as_shown(party_list, shown_digest)
            if submission.digest != locked.digest_reviewed:
                raise Refused("changed_since_shown")
            # A resolution's time is written in minutes.
            if resolution.at < submission.at.replace(second=0, microsecond=0):
                raise Refused("time_before_submission", at=submission.at)
            if not resolution.is_carried:
                raise Refused("not_carried")
            event = _event(locked.kind)
            _demand_reasons(party_list, event, locked.ground, locked.article, locked.reason, at)
            act.move(
                locked,
                ProposalEvent.CONFIRM,
                confirmed_by=by,
                confirmed_at=at,
                year=values.local_day(party_list.contest, resolution.at).year,
                number=resolution.number,
                resolved_at=resolution.at,
                votes_for=resolution.votes_for,
                votes_against=resolution.votes_against,
            )
            act.move(party_list, event, **_facts(party_list, event, submission, resolution))
            if event == ListEvent.REGISTER:
                act.stale(party_list.contest)
            return locked
    except IntegrityError as error:
        if "decision_number_unique" in str(error):
            raise Refused("number_taken") from error
        raise


def take_back(decision: Decision, *, by: User, at: datetime) -> Decision:
    """Take one's own proposal back. Raises Refused("not_open"), ("not_allowed")."""
    with transitions.act(by=by, at=at, why="decision.taken_back", about=decision) as act:
        locked = act.lock(decision)
        act.demand(locked, ProposalEvent.TAKE_BACK)
        if locked.proposed_by_id != by.pk:
            raise Refused("not_allowed", event="take_back")
        return act.move(locked, ProposalEvent.TAKE_BACK, closed_by=by, closed_at=at)


def send_back(decision: Decision, *, reason: str, by: User, at: datetime) -> Decision:
    """Send somebody else's proposal back, with a reason for the one who proposed.

    Raises Refused("reason_missing"), ("same_person"), ("not_open"), ("not_allowed").
    """
    with transitions.act(by=by, at=at, why="decision.sent_back", about=decision) as act:
        locked = act.lock(decision)
        act.demand(locked, ProposalEvent.SEND_BACK)
        if not reason.strip():
            raise Refused("reason_missing")
        if locked.proposed_by_id == by.pk:
            raise Refused("same_person")
        return act.move(
            locked,
            ProposalEvent.SEND_BACK,
            closed_by=by,
            closed_at=at,
            closed_reason=reason.strip(),
        )


def open_to(party_list: PartyList, user: User) -> tuple[str, ...]:
    """Name what this person may do with the list now, in the order of the tables."""
    role = rights.role_of(user, party_list.contest)
    proposal = party_list.decisions.open().first()
    if proposal is not None and party_list.state == ListState.IN_REVIEW:
        events = workflow.events_from(workflow.PROPOSAL, ProposalState.OPEN, role)
        own = proposal.proposed_by_id == user.pk
        mine, others = {ProposalEvent.TAKE_BACK}, {ProposalEvent.CONFIRM, ProposalEvent.SEND_BACK}
        return tuple(str(event) for event in events if event in (mine if own else others))
    return tuple(
        str(event)
        for event in workflow.events_from(workflow.LIST, party_list.state, role)
        if event in (ListEvent.TAKE, ListEvent.REGISTER, ListEvent.REFUSE)
    )


def may_decide(party_list: PartyList, user: User) -> bool:
    """Say whether this person works on the list's decisions; auditors and others only read."""
    return rights.role_of(user, party_list.contest) in workflow.COMMISSION


def demand(party_list: PartyList, event: str, *, by: User, at: datetime) -> None:
    """Refuse what is not open to this person, as the event itself would; nothing else is done.

    For what comes without the facts that an event needs. Raises Refused("not_open"),
    ("not_allowed").
    """
    with transitions.act(by=by, at=at, why=f"decision.{event}", about=party_list) as act:
        locked = act.lock(party_list)
        if event in KINDS.values():
            act.demand(locked, ListEvent(event))
            raise Refused("proposal_open")
        proposal = locked.decisions.open().first()
        if proposal is None:
            raise Refused("not_open", state=locked.get_state_display(), event=event)
        act.demand(proposal, ProposalEvent(event))
        raise Refused("same_person")


def _event(kind: str) -> ListEvent:
    try:
        return KINDS[Decision.Kind(kind)]
    except (KeyError, ValueError):
        raise Refused("not_open", state=kind, event=kind) from None


def _list_of(act: transitions.Act, decision: Decision) -> PartyList:
    if decision.list is None:
        raise Refused("not_open", state=decision.get_state_display(), event="confirm")
    return act.lock(decision.list)


def _commission(party_list: PartyList) -> Commission:
    commission = party_list.contest.commission
    if commission is None:
        raise Refused("not_allowed", event="propose")
    return commission


def _as_shown(party_list: PartyList, shown_digest: str) -> Submission:
    """Return the newest submission; refuse when another one was shown."""
    submission = newest_submission(party_list)
    if not secrets.compare_digest(submission.digest, shown_digest):
        raise Refused("changed_since_shown")
    return submission


def _demand_reasons(
    party_list: PartyList,
    event: ListEvent,
    ground: str,
    article: str,
    reason: str,
    at: datetime,
) -> None:
    """A registration needs a list without errors, a refusal its ground, article and reason."""
    if event == ListEvent.REGISTER:
        errors = [f for f in findings(party_list, at=at) if f.severity is Severity.ERROR]
        if errors:
            raise Refused("has_errors", errors)
    elif not (ground.strip() and article.strip() and reason.strip()):
        raise Refused("ground_missing")


def _facts(
    party_list: PartyList, event: ListEvent, submission: Submission, resolution: Resolution
) -> dict[str, object]:
    """Return what a registration writes on the list: moment and order decide between ties."""
    if event != ListEvent.REGISTER:
        return {}
    lists = PartyList.objects.filter(contest=party_list.contest)
    newest = lists.aggregate(newest=Max("registered_seq"))["newest"] or 0
    return {
        "registered_at": resolution.at,
        "registered_seq": newest + 1,
        "registered_submission": submission,
    }
