"""What can be done with a precinct's protocol: save, make definitive, discard, reopen.

Screens, imports and the practice data call these functions and nothing else. Each raises Refused
with a code of `elections.wording`; a Refused has changed nothing. Lots are in `lots`, publications
in `publishing`. One entry of a protocol is enough here; elections that need two are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from elections import rights, transitions, values
from elections.law.calendar import DeadlineKind
from elections.law.findings import Finding, Severity
from elections.law.workflow import ProtocolEvent, ProtocolState, Role
from elections.models import Contest, Decision, Election, Entry, PartyList, Precinct, Protocol
from elections.refusals import Conflict, Refused
from elections.results import entries
from elections.results.entries import Accepted, Numbers, Typed, Votes
from parties.models import User

WRITERS = frozenset({Role.CLERK, Role.CHAIR, Role.SECRETARY})


def precincts_of(contest: Contest, at: datetime) -> QuerySet[Precinct]:
    """Return the polling stations of a contest: those of its territory and of what lies in it."""
    day = values.election_day(contest, at)
    place = contest.territory_id
    inside = (
        Q(territory=place)
        | Q(territory__parent=place)
        | Q(territory__parent__parent=place)
        | Q(territory__parent__parent__parent=place)
    )
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
    return Precinct.objects.filter(inside, lasting, valid_from__lte=day)


def open_protocols(contest: Contest, *, by: User, at: datetime) -> int:
    """Prepare an empty protocol for each polling station that has none; return how many.

    Raises Refused("not_allowed"). From then on the contest is "counted 0 of so many".
    """
    with transitions.act(by=by, at=at, why="protocols.opened", about=contest) as act:
        demand_writer(by, contest, "open_protocols")
        missing = precincts_of(contest, at).exclude(protocols__contest=contest)
        made = Protocol.objects.bulk_create(
            [Protocol(contest=contest, precinct=precinct) for precinct in missing],
            ignore_conflicts=True,
        )
        if made:
            act.stale(contest)
        return len(made)


def open_protocol(contest: Contest, precinct: Precinct, *, by: User, at: datetime) -> Protocol:
    """Prepare the protocol of one polling station, or return the one that is there.

    Raises Refused("wrong_precinct") for a station outside the contest, ("not_allowed").
    """
    with transitions.act(by=by, at=at, why="protocol.opened", about=contest) as act:
        demand_writer(by, contest, "open_protocol")
        if not precincts_of(contest, at).filter(pk=precinct.pk).exists():
            raise Refused("wrong_precinct")
        protocol, is_new = Protocol.objects.get_or_create(
            contest=contest, precinct=precinct, round=1
        )
        if is_new:
            act.stale(contest)
        return protocol


def draft_of(protocol: Protocol) -> Entry | None:
    """Return the unfinished entry, with its votes; two queries at most."""
    return protocol.entries.filter(state=Entry.State.DRAFT).prefetch_related("counts").first()


def mark_of(protocol: Protocol) -> str:
    """Return a fingerprint of the unfinished entry as it stands; empty where there is none.

    A form carries it, so that of two people who type, the second to save is told.
    """
    draft = draft_of(protocol)
    if draft is None:
        return ""
    return entries.of_entry(draft, entries.form_of(protocol.contest).names).mark()


def save_entry(
    protocol: Protocol,
    *,
    fields: Numbers,
    votes: Votes,
    accepted: Sequence[Accepted] = (),
    mark: str = "",
    by: User,
    at: datetime,
) -> Entry:
    """Keep an unfinished entry as typed, complete or not.

    `fields` are numbers by the form's names, `votes` by the list's key, None where empty; `mark` is
    `mark_of` as the form was shown. Raises Conflict when somebody saved in between,
    Refused("wrong_list"), ("has_errors") for what is no number, ("voting_not_closed"),
    ("entered_already"), ("not_open"), ("not_allowed"), ("entries_not_supported").
    """
    typed = Typed(fields, votes, tuple(accepted))
    with transitions.act(by=by, at=at, why="protocol.saved", about=protocol) as act:
        locked = act.lock(protocol)
        _demand_open(act, locked, ProtocolEvent.SAVE)
        lists = _demand_own_lists(locked, typed)
        findings = entries.check(locked.contest, lists, typed)
        if unstorable := [one for one in findings if one.code in entries.UNSTORABLE]:
            raise Refused("has_errors", unstorable)
        entry = _entry(locked, typed, mark, by, at)
        _store(entry, typed, findings)
        act.move(locked, ProtocolEvent.SAVE)
        return entry


def confirm(
    protocol: Protocol,
    *,
    fields: Numbers,
    votes: Votes,
    accepted: Sequence[Accepted] = (),
    mark: str = "",
    by: User,
    at: datetime,
) -> Entry:
    """Make an entry definitive: it counts from this moment, and the result is recomputed.

    Asks the law once more under the lock. The same form sent twice is one entry. Raises what
    `save_entry` raises, Refused("has_errors") with every error, ("warning_not_accepted") with the
    warnings that want a reason for these numbers. Art. 43, Art. 94.
    """
    typed = Typed(fields, votes, tuple(accepted))
    with transitions.act(by=by, at=at, why="protocol.definitive", about=protocol) as act:
        locked = act.lock(protocol)
        if same := _already(locked, typed, by):
            return same
        _demand_open(act, locked, ProtocolEvent.CONFIRM)
        lists = _demand_own_lists(locked, typed)
        findings = entries.check(locked.contest, lists, typed)
        if errors := [one for one in findings if one.severity is Severity.ERROR]:
            raise Refused("has_errors", errors)
        if missing := entries.unaccepted(findings, typed):
            raise Refused("warning_not_accepted", missing)
        entry = _entry(locked, typed, mark, by, at)
        _store(entry, typed, findings)
        act.set_entry(entry, Entry.State.DEFINITIVE)
        act.move(locked, ProtocolEvent.CONFIRM, definitive_entry=entry)
        act.stale(locked.contest)
        return entry


def discard(protocol: Protocol, *, by: User, at: datetime) -> Protocol:
    """Throw one's own unfinished entry away; its row stays, marked so.

    Raises Refused("not_open"), ("not_allowed") for somebody else's.
    """
    with transitions.act(by=by, at=at, why="protocol.discarded", about=protocol) as act:
        locked = act.lock(protocol)
        act.demand(locked, ProtocolEvent.DISCARD)
        draft = draft_of(locked)
        if draft is None or draft.by_id != by.pk:
            raise Refused("not_allowed", event="discard")
        act.set_entry(draft, Entry.State.DISCARDED)
        return act.move(locked, ProtocolEvent.DISCARD)


def reopen(protocol: Protocol, *, reason: str, by: User, at: datetime) -> Protocol:
    """Set a definitive entry aside, for the chair's reason; it is kept and counts no more.

    A publication that waits for its second person lapses. Raises Refused("reason_missing"),
    ("not_open"), ("not_allowed") for anyone but the chair.
    """
    with transitions.act(by=by, at=at, why="protocol.reopened", about=protocol) as act:
        waiting = Decision.objects.open().filter(contest=protocol.contest_id)
        proposal = waiting.select_for_update(of=("self",)).first()
        locked = act.lock(protocol)
        act.demand(locked, ProtocolEvent.REOPEN)
        if not reason.strip():
            raise Refused("reason_missing")
        entry = locked.definitive_entry
        assert entry is not None  # noqa: S101 (a constraint of the table)
        act.set_entry(entry, Entry.State.SUPERSEDED, set_aside_reason=reason.strip())
        act.move(locked, ProtocolEvent.REOPEN, definitive_entry=None)
        if proposal is not None:
            act.lapse(proposal, reason="a protocol was reopened")
        act.stale(locked.contest)
        return locked


def demand(protocol: Protocol, event: ProtocolEvent, *, by: User, at: datetime) -> None:
    """Refuse, and write down, what is not open or not this person's, whatever was typed."""
    with transitions.act(by=by, at=at, why=f"protocol.{event}", about=protocol) as act:
        _demand_open(act, act.lock(protocol), event)


def demand_of_contest(contest: Contest, event: str, *, by: User, at: datetime) -> None:
    """Refuse, and write down, what only a writer of the commission may ask for."""
    with transitions.act(by=by, at=at, why=f"contest.{event}", about=contest):
        demand_writer(by, contest, event)


def demand_writer(by: User, contest: Contest, event: str) -> None:
    """Refuse whoever is not of the contest's commission, or only reads there."""
    if rights.role_of(by, contest) not in WRITERS:
        raise Refused("not_allowed", event=event)


def _demand_open(act: transitions.Act, locked: Protocol, event: ProtocolEvent) -> None:
    """Refuse what this person, the state, the clock or the election's settings do not allow."""
    contest = locked.contest
    entry = locked.definitive_entry
    is_writer = rights.role_of(act.by, contest) in WRITERS
    if is_writer and entry is not None and locked.state == ProtocolState.DEFINITIVE:
        # An honest click that came second: it is told who was first, and when.
        raise Refused("entered_already", name=str(entry.by.name), at=entry.at)
    act.demand(locked, event)
    if contest.election.kind == Election.Kind.RECORD or contest.election.entries_needed != 1:
        raise Refused("entries_not_supported")
    closes = values.deadlines(contest, act.at).get(DeadlineKind.VOTING_CLOSES)
    if closes is not None and act.at < closes:
        raise Refused("voting_not_closed")


def _demand_own_lists(locked: Protocol, typed: Typed) -> list[PartyList]:
    lists = entries.ballot(locked.contest)
    if not set(typed.votes) <= {row.pk for row in lists}:
        raise Refused("wrong_list")
    return lists


def _already(locked: Protocol, typed: Typed, by: User) -> Entry | None:
    """Return the definitive entry if this very form was sent before by this very person."""
    entry = locked.definitive_entry
    if entry is None or entry.by_id != by.pk or locked.state != ProtocolState.DEFINITIVE:
        return None
    stored = entries.of_entry(entry, entries.form_of(locked.contest).names)
    is_same = _numbers(stored) == _numbers(typed)
    return entry if is_same else None


def _numbers(typed: Typed) -> tuple[dict[str, int], dict[int, int]]:
    fields = {name: value for name, value in typed.fields.items() if value is not None}
    return fields, {key: value for key, value in typed.votes.items() if value is not None}


def _entry(locked: Protocol, typed: Typed, mark: str, by: User, at: datetime) -> Entry:
    """Return the row to write on: the unfinished entry, unless somebody changed it meanwhile."""
    draft = draft_of(locked)
    if draft is None:
        return Entry(protocol=locked, contest=locked.contest, ordinal=1, by=by, at=at)
    stored = entries.of_entry(draft, entries.form_of(locked.contest).names)
    differences = _differences(stored, typed)
    if differences and stored.mark() != mark:
        raise Conflict(draft, differences, name=str(draft.by.name), at=draft.at)
    draft.by, draft.at = by, at
    return draft


def _differences(stored: Typed, typed: Typed) -> dict[str, tuple[int | None, int | None]]:
    """Map each number that was typed otherwise than it stands to both."""
    mine = {**typed.fields, **{f"votes.{key}": value for key, value in typed.votes.items()}}
    theirs = {**stored.fields, **{f"votes.{key}": value for key, value in stored.votes.items()}}
    names = dict.fromkeys([*theirs, *mine])
    both = {name: (theirs.get(name), mine.get(name)) for name in names}
    return {name: pair for name, pair in both.items() if pair[0] != pair[1]}


def _store(entry: Entry, typed: Typed, findings: Sequence[Finding]) -> None:
    kept = Typed(typed.fields, typed.votes, entries.holding(findings, typed))
    entries.store(entry, kept, entries.form_of(entry.contest).names)
