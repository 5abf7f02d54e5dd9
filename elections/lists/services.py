"""What a party can do with its list: start, fill in, submit, withdraw.

Views, commands and the practice data call these functions and nothing else. Each raises Refused
with a code of `elections.wording`; a Refused has changed nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError
from django.db.models import Max

from elections import frozen, rights, submissions, transitions, values
from elections.law import calendar
from elections.law import lists as law
from elections.law.findings import Finding, Severity, has_errors
from elections.law.quota import Quota
from elections.law.workflow import ListEvent, ListState, Role
from elections.models import Candidate, Contest, Election, PartyList, Submission, SubmissionKey
from elections.refusals import Conflict, Refused
from parties.models import Party, User
from portal.base.audit.models import Seal
from portal.base.crypto import encrypt_under, new_key

CANDIDATE_FIELDS = (
    "surname",
    "given_name",
    "patronymic",
    "name_latin",
    "iin",
    "birth_date",
    "sex",
    "is_citizen",
    "residence",
    "occupation",
    "workplace",
    "is_party_member",
    "disability",
)
CONFERENCE_FIELDS = (
    "nominating_body",
    "nominated_on",
    "nominated_at_place",
    "members",
    "present",
    "votes_for",
    "minutes_number",
)
# What no minutes can say: these numbers are not even kept in a draft.
IMPOSSIBLE = ("conference.more_votes_than_present", "conference.more_present_than_members")
WRITERS = frozenset({Role.CHIEF, Role.OFFICIAL})


@dataclass(frozen=True, slots=True)
class Checked:
    """A list with what the law says of it at a moment; candidates in the law's order."""

    candidates: Sequence[Candidate]
    findings: tuple[Finding, ...]
    quota: Quota

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those that stand against handing the list in."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Those that do not."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    @property
    def information(self) -> tuple[Finding, ...]:
        """Nothing wrong, and good to know before handing in."""
        return tuple(f for f in self.findings if f.severity is Severity.INFORMATION)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be handed in: the frozen bodies with their digest, and what stands against it."""

    bodies: submissions.Bodies
    checked: Checked
    window: tuple[Finding, ...]

    @property
    def may_be_submitted(self) -> bool:
        """Whether the law and the clock let this list be handed in now."""
        return not self.window and not has_errors(self.checked.findings)


def check(
    party_list: PartyList, *, at: datetime, people: Sequence[Candidate] | None = None
) -> Checked:
    """Ask the law about a list as it is now; one query for the candidates unless they are given."""
    if people is None:
        people = list(party_list.candidates.listed().in_order())
    contest = party_list.contest
    edition = values.edition_of(contest.election)
    day = values.election_day(contest, at)
    value = values.party_list(party_list, people)
    found = law.check(
        value,
        edition,
        election_day=day,
        today=values.local_day(contest, at),
        mandates=contest.mandates,
    )
    return Checked(people, found, law.count_quota(value.candidates, edition, day))


def check_window(contest: Contest, *, at: datetime) -> tuple[Finding, ...]:
    """Ask whether lists may be handed in at this moment; one query."""
    return calendar.check_nomination(values.deadlines(contest, at), at)


def start(contest: Contest, party: Party, *, by: User, at: datetime) -> PartyList:
    """Begin a party's list in a contest, or refuse.

    Raises Refused("not_admitted"), ("list_exists") or ("not_allowed"). Art. 103(2).
    """
    if contest.election.kind == Election.Kind.RECORD:
        raise Refused("not_admitted")
    if not Contest.objects.filter(pk=contest.pk).filter(rights.admitted(party)).exists():
        raise Refused("not_admitted")
    try:
        with transitions.act(by=by, at=at, why="list.started", about=contest) as act:
            return transitions.start_list(act, contest, party=party)
    except IntegrityError as error:
        if "list_one_living_per_party" in str(error):
            raise Refused("list_exists") from error
        raise


def save_candidate(
    party_list: PartyList,
    candidate: Candidate | None,
    *,
    data: Mapping[str, Any],
    version: int | None,
    by: User,
    at: datetime,
) -> Candidate:
    """Save a person of a draft as typed, complete or not; None for a new one.

    `version` is the one that the form was filled in from. Raises Conflict with both versions when
    somebody saved in between, Refused("duplicate_iin") when the number stands on this list already,
    ("not_open") when the list is handed in, ("not_allowed") for a viewer.
    """
    why = "candidate.changed" if candidate else "candidate.added"
    try:
        with transitions.act(by=by, at=at, why=why, about=party_list) as act:
            locked = _editable(act, party_list)
            row = _to_change(locked, candidate, data, version)
            for name in CANDIDATE_FIELDS:
                if name in data:
                    setattr(row, name, data[name])
            row.version += 1
            row.save()
            _touched(locked)
            return row
    except IntegrityError as error:
        if "candidate_once_on_a_list" in str(error):
            raise Refused("duplicate_iin") from error
        raise


def remove_candidate(
    party_list: PartyList, candidate: Candidate, *, by: User, at: datetime
) -> None:
    """Take a person off a draft; the audit record keeps that somebody was there, not who.

    Raises Refused("not_open") once the list is handed in, ("not_allowed") for a viewer.
    """
    with transitions.act(by=by, at=at, why="candidate.removed", about=party_list) as act:
        locked = _editable(act, party_list)
        locked.candidates.filter(pk=candidate.pk).delete()
        _touched(locked)


def save_conference(
    party_list: PartyList, *, data: Mapping[str, Any], mark: str, by: User, at: datetime
) -> PartyList:
    """Save what the minutes say about the nomination; `mark` is `conference_mark` as it was shown.

    Raises Conflict when these fields were changed in between; changes of candidates do not count.
    Raises Refused("has_errors") for more votes than people present, or more than there are members.
    """
    with transitions.act(by=by, at=at, why="list.conference", about=party_list) as act:
        locked = _editable(act, party_list)
        differences = _differences(locked, CONFERENCE_FIELDS, data)
        if differences and conference_mark(locked) != mark:
            raise Conflict(locked, differences)
        for name in CONFERENCE_FIELDS:
            if name in data:
                setattr(locked, name, data[name])
        if impossible := check_votes(locked):
            raise Refused("has_errors", impossible)
        locked.version += 1
        locked.save(update_fields=[*CONFERENCE_FIELDS, "version"])
        return locked


def check_votes(party_list: PartyList) -> tuple[Finding, ...]:
    """Find more votes than people present or more than members, as far as both are known."""
    edition = values.edition_of(party_list.contest.election)
    found = law.check_votes(values.conference(party_list), edition)
    return tuple(one for one in found if one.code in IMPOSSIBLE)


def conference_mark(party_list: PartyList) -> str:
    """Return a fingerprint of the conference's fields, to find out whether they changed."""
    return frozen.digest("\n".join(str(getattr(party_list, name)) for name in CONFERENCE_FIELDS))


def preview(party_list: PartyList, *, at: datetime, nonce: str | None = None) -> Preview:
    """Show what would be handed in now. A nonce given before yields the same digest again."""
    checked = check(party_list, at=at)
    if nonce is None or not submissions.is_nonce(nonce):
        nonce = submissions.new_nonce()
    bodies = submissions.bodies(party_list, checked.candidates, nonce=nonce)
    return Preview(bodies, checked, check_window(party_list.contest, at=at))


def submit(
    party_list: PartyList, *, nonce: str, shown_digest: str, by: User, at: datetime
) -> Submission:
    """Hand the list in as it was shown, numbered and frozen; the list is locked from then on.

    Asks the law and the clock once more under the lock. Raises Refused("not_open") when it is
    handed in already, ("deadline.passed"), ("deadline.not_open"), ("has_errors") with the findings,
    ("changed_since_shown") when the digest differs. Art. 89(1), Art. 104(1).
    """
    with transitions.act(by=by, at=at, why="list.submitted", about=party_list) as act:
        locked = act.lock(party_list)
        act.demand(locked, ListEvent.SUBMIT)
        found = preview(locked, at=at, nonce=nonce)
        if found.window:
            raise Refused(found.window[0].code, found.window)
        if found.checked.errors:
            raise Refused("has_errors", found.checked.errors)
        if found.bodies.digest != shown_digest:
            raise Refused("changed_since_shown")
        submission = _freeze(locked, found.bodies, by=by, at=at)
        act.move(locked, ListEvent.SUBMIT)
        return submission


def withdraw(
    party_list: PartyList,
    *,
    reason: str,
    shown_version: int,
    by: User,
    at: datetime,
) -> PartyList:
    """End a list that is not registered, on the decision of the body that nominated it.

    `reason` names that decision. Raises Refused("reason_missing"), ("changed_since_shown"),
    ("not_open"), ("not_allowed") for anyone but the chief official. Art. 105(2)-(3).
    """
    with transitions.act(by=by, at=at, why="list.withdrawn", about=party_list) as act:
        decision = party_list.decisions.open().select_for_update().first()
        locked = act.lock(party_list)
        act.demand(locked, ListEvent.WITHDRAW)
        if not reason.strip():
            raise Refused("reason_missing")
        if locked.version != shown_version:
            raise Refused("changed_since_shown")
        if locked.decisions.open().first() != decision:
            # Proposed while we waited for the list. It cannot be locked now, after its list.
            raise Refused("changed_since_shown")
        if decision is not None:
            act.lapse(decision, reason="withdrawn by the party")
        return act.move(locked, ListEvent.WITHDRAW, withdrawal_reason=reason.strip())


def newest_submission(party_list: PartyList) -> Submission | None:
    """Return the submission that holds now."""
    return party_list.submissions.order_by("-number").first()


def _editable(act: transitions.Act, party_list: PartyList) -> PartyList:
    """Lock a list that is being filled in; refuse readers, and everybody once it is handed in."""
    locked = act.lock(party_list)
    if rights.role_of(act.by, locked.contest, locked.party) not in WRITERS:
        raise Refused("not_allowed", event="edit")
    if locked.state != ListState.DRAFT:
        raise Refused("not_open", state=locked.get_state_display(), event="edit")
    return locked


def _to_change(
    locked: PartyList,
    candidate: Candidate | None,
    data: Mapping[str, Any],
    version: int | None,
) -> Candidate:
    if candidate is None:
        return Candidate(list=locked)
    row = locked.candidates.select_for_update().filter(pk=candidate.pk).first()
    if row is None:
        raise Refused("candidate_gone")
    differences = _differences(row, CANDIDATE_FIELDS, data)
    if differences and row.version != version:
        raise Conflict(row, differences)
    return row


def _differences(
    current: Any, fields: Sequence[str], data: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """Map each field that was typed otherwise than it now stands to both values."""
    return {
        name: (getattr(current, name), data[name])
        for name in fields
        if name in data and (getattr(current, name) or None) != (data[name] or None)
    }


def _touched(locked: PartyList) -> None:
    """Raise the list's version: whoever was shown it before was shown another list."""
    locked.version += 1
    locked.save(update_fields=["version"])


def _freeze(locked: PartyList, bodies: submissions.Bodies, *, by: User, at: datetime) -> Submission:
    newest = locked.submissions.aggregate(newest=Max("number"))["newest"] or 0
    key = new_key()
    seal = Seal.objects.order_by("-to_id").first()
    submission = Submission.objects.create(
        list=locked,
        number=newest + 1,
        public_body=bodies.public,
        private_body=encrypt_under(key, bodies.private, place=submissions.PLACE),
        nonce=bodies.nonce,
        digest=bodies.digest,
        receipt_code=secrets.token_hex(16),
        at=at,
        by=by,
        seal=seal.digest if seal else "",
    )
    SubmissionKey.objects.create(submission=submission, wrapped_key=key)
    return submission
