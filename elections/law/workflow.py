"""The states of a list, a proposal, a protocol: who moves them, when. Tables and nothing else.

`elections.transitions` is the only one that moves a state, and it asks here. docs/workflow.md is
printed from these tables and compared by a test.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in a contest: for one party, or in the commission."""

    CHIEF = "chief"
    OFFICIAL = "official"
    VIEWER = "viewer"
    CLERK = "clerk"
    CHAIR = "chair"
    SECRETARY = "secretary"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Guard(StrEnum):
    """What must hold besides the state; the service that asks for the transition checks it."""

    ADMITTED = "admitted"  # the party may stand in this territory
    NO_LIVING_LIST = "no_living_list"  # one living list per party and contest
    NO_ERRORS = "no_errors"  # no finding of severity error
    WINDOW_OPEN = "window_open"  # nomination has begun and not ended
    DIGEST_SHOWN = "digest_shown"  # bound to what the person was shown
    TWO_PEOPLE = "two_people"  # proposed by one, confirmed by another
    RESOLUTION = "resolution"  # number and time of the resolution are recorded
    GROUND = "ground"  # ground and article are given
    NO_OPEN_PROPOSAL = "no_open_proposal"
    BEFORE_REGISTRATION = "before_registration"
    REASON = "reason"
    OWN = "own"  # one's own proposal or entry
    ANOTHERS = "anothers"  # somebody else's proposal
    VOTING_CLOSED = "voting_closed"  # nobody counts before the polling stations close
    WARNINGS_ACCEPTED = "warnings_accepted"  # each with a reason, for these numbers


class ListState(StrEnum):
    """The states of a party list."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    REGISTERED = "registered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ANNULLED = "annulled"


class ListEvent(StrEnum):
    """What can happen to a party list."""

    START = "start"
    SUBMIT = "submit"
    TAKE = "take"
    REGISTER = "register"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


class ProposalState(StrEnum):
    """What becomes of a decision that one person has proposed."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    TAKEN_BACK = "taken_back"
    SENT_BACK = "sent_back"
    LAPSED = "lapsed"


class ProposalEvent(StrEnum):
    """What can happen to a proposal."""

    PROPOSE = "propose"
    CONFIRM = "confirm"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    LAPSE = "lapse"


class ProtocolState(StrEnum):
    """The states of a precinct's protocol in one contest."""

    EMPTY = "empty"
    FIRST_ENTRY = "first_entry"
    FIRST_DONE = "first_done"
    SECOND_ENTRY = "second_entry"
    DIFFERENT = "different"
    DEFINITIVE = "definitive"
    INVALIDATED = "invalidated"


class ProtocolEvent(StrEnum):
    """What can happen to a protocol; with one entry needed, as far as the elections so far go."""

    SAVE = "save"
    CONFIRM = "confirm"
    DISCARD = "discard"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of a table: from a state, by an event, to a state.

    `source` is None where the thing comes into being. `roles` may ask for it; an empty set means
    that it follows from something else and nobody asks for it.
    """

    source: StrEnum | None
    event: StrEnum
    target: StrEnum
    roles: frozenset[Role] = frozenset()
    guards: tuple[Guard, ...] = ()
    article: str = ""


_PARTY = frozenset({Role.CHIEF, Role.OFFICIAL})
COMMISSION = frozenset({Role.CLERK, Role.CHAIR, Role.SECRETARY})
_CHAIR = frozenset({Role.CHAIR})
_CHIEF = frozenset({Role.CHIEF})

LIST: tuple[Transition, ...] = (
    Transition(
        None,
        ListEvent.START,
        ListState.DRAFT,
        _PARTY,
        (Guard.ADMITTED, Guard.NO_LIVING_LIST),
        "Art. 103(2)",
    ),
    Transition(
        ListState.DRAFT,
        ListEvent.SUBMIT,
        ListState.SUBMITTED,
        _PARTY,
        (Guard.NO_ERRORS, Guard.WINDOW_OPEN, Guard.DIGEST_SHOWN),
        "Art. 89(1), Art. 104(1)",
    ),
    Transition(ListState.SUBMITTED, ListEvent.TAKE, ListState.IN_REVIEW, COMMISSION),
    Transition(
        ListState.IN_REVIEW,
        ListEvent.REGISTER,
        ListState.REGISTERED,
        COMMISSION,
        (Guard.NO_ERRORS, Guard.DIGEST_SHOWN, Guard.TWO_PEOPLE, Guard.RESOLUTION),
        "Art. 89, Art. 104",
    ),
    Transition(
        ListState.IN_REVIEW,
        ListEvent.REFUSE,
        ListState.REFUSED,
        COMMISSION,
        (Guard.DIGEST_SHOWN, Guard.TWO_PEOPLE, Guard.GROUND, Guard.RESOLUTION),
        "Art. 89, Art. 104",
    ),
    *(
        Transition(
            state,
            ListEvent.WITHDRAW,
            ListState.WITHDRAWN,
            _CHIEF,
            (Guard.DIGEST_SHOWN, Guard.REASON),
            "Art. 105(2)-(3)",
        )
        for state in (ListState.DRAFT, ListState.SUBMITTED, ListState.IN_REVIEW)
    ),
)

PROPOSAL: tuple[Transition, ...] = (
    Transition(
        None,
        ProposalEvent.PROPOSE,
        ProposalState.OPEN,
        COMMISSION,
        (Guard.NO_OPEN_PROPOSAL, Guard.DIGEST_SHOWN),
    ),
    Transition(
        ProposalState.OPEN,
        ProposalEvent.CONFIRM,
        ProposalState.CONFIRMED,
        COMMISSION,
        (Guard.TWO_PEOPLE, Guard.DIGEST_SHOWN),
    ),
    Transition(
        ProposalState.OPEN,
        ProposalEvent.TAKE_BACK,
        ProposalState.TAKEN_BACK,
        COMMISSION,
        (Guard.OWN,),
    ),
    Transition(
        ProposalState.OPEN,
        ProposalEvent.SEND_BACK,
        ProposalState.SENT_BACK,
        COMMISSION,
        (Guard.ANOTHERS, Guard.REASON),
    ),
    Transition(ProposalState.OPEN, ProposalEvent.LAPSE, ProposalState.LAPSED),
)

PROTOCOL: tuple[Transition, ...] = (
    *(
        Transition(
            state,
            ProtocolEvent.SAVE,
            ProtocolState.FIRST_ENTRY,
            COMMISSION,
            (Guard.VOTING_CLOSED,),
        )
        for state in (ProtocolState.EMPTY, ProtocolState.FIRST_ENTRY)
    ),
    *(
        Transition(
            state,
            ProtocolEvent.CONFIRM,
            ProtocolState.DEFINITIVE,
            COMMISSION,
            (Guard.VOTING_CLOSED, Guard.NO_ERRORS, Guard.WARNINGS_ACCEPTED),
            "Art. 43, Art. 94",
        )
        for state in (ProtocolState.EMPTY, ProtocolState.FIRST_ENTRY)
    ),
    Transition(
        ProtocolState.FIRST_ENTRY,
        ProtocolEvent.DISCARD,
        ProtocolState.EMPTY,
        COMMISSION,
        (Guard.OWN,),
    ),
    Transition(
        ProtocolState.DEFINITIVE,
        ProtocolEvent.REOPEN,
        ProtocolState.EMPTY,
        _CHAIR,
        (Guard.REASON,),
    ),
)


def find(table: Iterable[Transition], source: str | None, event: str) -> Transition | None:
    """Find the row for a state and an event; None where the event is not open in that state."""
    for row in table:
        if row.source == source and row.event == event:
            return row
    return None


def roles(table: Iterable[Transition], event: str) -> frozenset[Role]:
    """Name who may ask for an event in at least one state."""
    return frozenset(role for row in table if row.event == event for role in row.roles)


def events_from(
    table: Iterable[Transition], source: str | None, role: Role | None
) -> tuple[StrEnum, ...]:
    """Name what a role may ask for in a state, in the order of the table."""
    return tuple(row.event for row in table if row.source == source and role in row.roles)
