"""Deadlines: wall-clock times of an election, which become instants in a territory's zone.

The offsets of real calendars differ (nomination of 2021 closed 41 days before election day, of
2023 39 days), so an election stores its times; an edition only proposes them. The phase is asked
of the clock each time and never stored, so that no late task can make it wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from elections.law.findings import Finding, Severity
from elections.law.parameters import BodyKind, Offset
from elections.law.rules import Edition

# Results are due by the end of a day.
_END_OF_DAY = time(23, 59, 59)


class DeadlineKind(StrEnum):
    """What begins or ends at a wall-clock time of an election."""

    NOMINATION_OPENS = "nomination_opens"
    NOMINATION_CLOSES = "nomination_closes"
    REGISTRATION_CLOSES = "registration_closes"
    CAMPAIGN_OPENS = "campaign_opens"
    SILENCE_BEGINS = "silence_begins"
    VOTING_OPENS = "voting_opens"
    VOTING_CLOSES = "voting_closes"
    RESULTS_DUE = "results_due"


@dataclass(frozen=True, slots=True, order=True)
class WallClock:
    """A day and a time as clocks on the wall show it, in whichever zone."""

    day: date
    at: time


class Phase(StrEnum):
    """Where a contest stands."""

    PREPARING = "preparing"
    NOMINATION = "nomination"
    REGISTRATION = "registration"
    CAMPAIGN = "campaign"
    SILENCE = "silence"
    VOTING = "voting"
    COUNTING = "counting"
    DECIDED = "decided"
    CLOSED = "closed"


# Each phase begins at its deadline and lasts until the next one whose time has come. Registration
# runs beside nomination; as a phase of its own it begins when nomination closes.
_BEGINS = (
    (Phase.NOMINATION, DeadlineKind.NOMINATION_OPENS),
    (Phase.REGISTRATION, DeadlineKind.NOMINATION_CLOSES),
    (Phase.CAMPAIGN, DeadlineKind.REGISTRATION_CLOSES),
    (Phase.SILENCE, DeadlineKind.SILENCE_BEGINS),
    (Phase.VOTING, DeadlineKind.VOTING_OPENS),
    (Phase.COUNTING, DeadlineKind.VOTING_CLOSES),
)


def offsets(edition: Edition, kind: BodyKind | None = None) -> dict[DeadlineKind, Offset]:
    """Give the deadlines of an edition as days from election day and wall-clock times.

    Results are due on the day that holds for `kind`; without one, on the latest day for any kind of
    body, so that nobody is called late who is not. Raises UnknownKindError.
    """
    rules = edition.calendar
    found = {DeadlineKind(field.name): getattr(rules, field.name).value for field in fields(rules)}
    results = edition.publication.results_days.value
    days = max(results.values) if kind is None else results.of(kind)
    return found | {DeadlineKind.RESULTS_DUE: Offset(days, _END_OF_DAY)}


def propose(
    edition: Edition, election_day: date, kind: BodyKind | None = None
) -> dict[DeadlineKind, WallClock]:
    """Propose the deadlines of an election from its edition and its day, for a person to confirm.

    Real calendars differ from each other: what an election stores counts, never this. `kind` is
    that of `offsets`. Raises UnknownKindError.
    """
    return {
        deadline: WallClock(election_day + timedelta(days=offset.days), offset.at)
        for deadline, offset in offsets(edition, kind).items()
    }


def instant(day: date, at: time, zone: str) -> datetime:
    """Turn a wall-clock time into the instant at which clocks of the zone show it.

    Kazakhstan had two zones until 1 March 2024: the same "18:00 local time" was an hour later in
    five western regions. A time that a change of the clocks repeats means its first occurrence.
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone))


def phase(
    deadlines: Mapping[DeadlineKind, datetime], now: datetime, *, is_decided: bool = False
) -> Phase:
    """Tell the phase of a contest from its instants and the clock.

    `is_decided` says that a final result is published; the contest is closed once the day on which
    results are due has passed too. A deadline that is missing begins no phase.
    """
    if is_decided:
        due = deadlines.get(DeadlineKind.RESULTS_DUE)
        return Phase.CLOSED if due is not None and now >= due else Phase.DECIDED
    current = Phase.PREPARING
    for begins, kind in _BEGINS:
        moment = deadlines.get(kind)
        if moment is not None and now >= moment:
            current = begins
    return current


def check_nomination(
    deadlines: Mapping[DeadlineKind, datetime], now: datetime
) -> tuple[Finding, ...]:
    """Check that a list may be submitted now: from the opening on, before the close.

    The second of the deadline itself is too late: "until 18:00" ends when clocks show 18:00:00.
    The finding stands at "deadline" and bears the instant in question as ISO 8601 text.
    """
    opens = deadlines.get(DeadlineKind.NOMINATION_OPENS)
    closes = deadlines.get(DeadlineKind.NOMINATION_CLOSES)
    if opens is None or closes is None:
        return (Finding("deadline.unknown", Severity.ERROR, "deadline"),)
    if now < opens:
        params = {"at": opens.isoformat()}
        return (Finding("deadline.not_open", Severity.ERROR, "deadline", params),)
    if now >= closes:
        params = {"at": closes.isoformat()}
        return (Finding("deadline.passed", Severity.ERROR, "deadline", params),)
    return ()
