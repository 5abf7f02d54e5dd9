"""The final publication: proposed by one, confirmed by another, on the digest of one body.

Provisional results are live and no publication. A correction is a new publication that names what
differs from the one before; the one before stays as it is.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from elections import frozen, transitions, values, verify
from elections.law.workflow import ProposalEvent
from elections.models import Allocation, Contest, Decision, Election, Publication
from elections.refusals import Refused
from elections.results import body, lots, recompute, services
from parties.models import User

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be published: the text, its digest, and what it was made from."""

    text: str
    digest: str
    allocation: Allocation
    newest: Publication | None

    @property
    def body(self) -> Json:
        """Return the text as JSON values."""
        found: Json = json.loads(self.text)
        return found

    @property
    def is_correction(self) -> bool:
        """Say whether something was published before."""
        return self.newest is not None


def preview(contest: Contest, *, at: datetime) -> Preview:
    """Show what would be published as final now.

    Raises Refused("not_final") unless every polling station is counted, the result fresh, no lot
    and no decision open; ("second_differs") when the second program finds other seats;
    ("nothing_to_correct") when the same numbers are published already.
    """
    if contest.election.kind == Election.Kind.RECORD:
        raise Refused("not_final")
    allocation = lots.fresh_allocation(contest)
    if allocation is None:
        raise Refused("not_final")
    if not allocation.second_agrees:
        raise Refused("second_differs")
    _demand_complete(json.loads(allocation.body))
    newest = contest.latest_publication()
    found = body.final(allocation, day=values.local_day(contest, at).isoformat(), newest=newest)
    if newest is not None and not found["publication"]["difference"]:
        raise Refused("nothing_to_correct")
    text = frozen.canonical(found)
    try:
        recompute.ask_the_second_program(text)
    except (recompute.SecondProgramDiffersError, verify.UnusableError) as error:
        raise Refused("second_differs") from error
    return Preview(text, frozen.digest(text), allocation, newest)


def _demand_complete(found: Json) -> None:
    """Refuse unless all is counted and every seat is known."""
    counting, computed = found["counting"], found["allocation"]
    is_counted = counting["of"] > 0 and counting["counted"] == counting["of"]
    if not is_counted or computed is None or computed["decisions"]:
        raise Refused("not_final")
    if any(row["seats"] is None for row in computed["parties"]):
        raise Refused("not_final")


def propose_publication(
    contest: Contest, *, shown_digest: str, reason: str = "", by: User, at: datetime
) -> Decision:
    """Propose to publish what was shown; another member confirms it.

    A correction needs its reason. Raises what `preview` raises, Refused("changed_since_shown"),
    ("proposal_open"), ("reason_missing"), ("not_allowed").
    """
    try:
        with transitions.act(by=by, at=at, why="result.proposed", about=contest):
            services.demand_writer(by, contest, "propose")
            if contest.decisions.open().exists():
                raise Refused("proposal_open")
            shown = preview(contest, at=at)
            if not secrets.compare_digest(shown.digest, shown_digest):
                raise Refused("changed_since_shown")
            if shown.is_correction and not reason.strip():
                raise Refused("reason_missing")
            if contest.commission is None:
                raise Refused("not_allowed", event="propose")
            kind = Decision.Kind.CORRECT if shown.is_correction else Decision.Kind.PUBLISH
            return Decision.objects.create(
                commission=contest.commission,
                contest=contest,
                kind=kind,
                digest_reviewed=shown.digest,
                reason=reason.strip(),
                proposed_by=by,
                proposed_at=at,
            )
    except IntegrityError as error:
        if "decision_one_open_per_contest" in str(error):
            raise Refused("proposal_open") from error
        raise


def confirm_publication(
    decision: Decision, *, shown_digest: str, by: User, at: datetime
) -> Publication:
    """Confirm somebody else's proposal: the body is published from this moment, for good.

    Raises Refused("same_person"), ("not_open"), ("not_allowed"), ("changed_since_shown") when the
    body is another than the one proposed or shown, and what `preview` raises.
    """
    with transitions.act(by=by, at=at, why="result.published", about=decision) as act:
        locked = act.lock(decision)
        contest = _contest_of(locked)
        act.demand(locked, ProposalEvent.CONFIRM)
        if locked.proposed_by_id == by.pk:
            raise Refused("same_person")
        # The body is that of the proposal, so its day is too.
        shown = preview(contest, at=locked.proposed_at)
        for digest in (locked.digest_reviewed, shown_digest):
            if not secrets.compare_digest(shown.digest, digest):
                raise Refused("changed_since_shown")
        act.move(locked, ProposalEvent.CONFIRM, confirmed_by=by, confirmed_at=at)
        return _publish(contest, locked, shown, by=by, at=at)


def _contest_of(decision: Decision) -> Contest:
    """Return the contest, its version held still until the end of the transaction."""
    if decision.contest_id is None:
        raise Refused("not_open", state=decision.get_state_display(), event="confirm")
    held = Contest.objects.select_for_update(of=("self",), no_key=True)
    related = ("election", "territory__parent", "commission")
    return held.select_related(*related).get(pk=decision.contest_id)


def _publish(
    contest: Contest, decision: Decision, shown: Preview, *, by: User, at: datetime
) -> Publication:
    head = shown.body["publication"]
    return Publication.objects.create(
        contest=contest,
        number=head["number"],
        kind=head["kind"],
        allocation=shown.allocation,
        body=shown.text,
        digest=shown.digest,
        decision=decision,
        published_at=at,
        published_by=str(by.name),
        supersedes=shown.newest,
        difference=head.get("difference"),
    )


def take_back(decision: Decision, *, by: User, at: datetime) -> Decision:
    """Take one's own proposal back. Raises Refused("not_open"), ("not_allowed")."""
    with transitions.act(by=by, at=at, why="result.taken_back", about=decision) as act:
        locked = act.lock(decision)
        act.demand(locked, ProposalEvent.TAKE_BACK)
        if locked.proposed_by_id != by.pk:
            raise Refused("not_allowed", event="take_back")
        return act.move(locked, ProposalEvent.TAKE_BACK, closed_by=by, closed_at=at)


def send_back(decision: Decision, *, reason: str, by: User, at: datetime) -> Decision:
    """Send somebody else's proposal back, with a reason.

    Raises Refused("reason_missing"), ("same_person"), ("not_open"), ("not_allowed").
    """
    if not reason.strip():
        raise Refused("reason_missing")
    with transitions.act(by=by, at=at, why="result.sent_back", about=decision) as act:
        locked = act.lock(decision)
        act.demand(locked, ProposalEvent.SEND_BACK)
        if locked.proposed_by_id == by.pk:
            raise Refused("same_person")
        return act.move(
            locked,
            ProposalEvent.SEND_BACK,
            closed_by=by,
            closed_at=at,
            closed_reason=reason.strip(),
        )
