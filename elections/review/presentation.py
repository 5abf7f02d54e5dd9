"""The frozen submission and what the law says of it, as a clerk's screen shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections import values, wording
from elections.law import lists as law
from elections.law.calendar import DeadlineKind
from elections.law.eligibility import age
from elections.law.findings import Finding, Severity, gravest_first
from elections.law.workflow import ListState
from elections.models import Candidate, Contest, Decision, PartyList, Submission
from elections.submissions import Json
from elections.wording import Reader
from portal.base import numerals

UNDECIDED = (ListState.SUBMITTED, ListState.IN_REVIEW)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long until a deadline, in words; the icon and the words say it without the colour."""

    text: str
    tone: str
    icon: str
    until: str


@dataclass(frozen=True, slots=True)
class Person:
    """One candidate as submitted, with what the law says of this person."""

    number: int
    name: str
    latin: str
    iin: str
    sex: str
    born: str
    age: int | None
    counts: tuple[str, ...]
    citizen: str
    member: str
    residence: str
    occupation: str
    workplace: str
    said: tuple[wording.Said, ...]

    @property
    def weight(self) -> str:
        severities = {said.severity for said in self.said}
        if Severity.ERROR in severities:
            return "has-error"
        return "has-warn" if Severity.WARNING in severities else ""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A submission as it was handed in; `is_erased` where its private half is no longer there."""

    submission: Submission
    at: str
    people: tuple[Person, ...]
    conference: tuple[tuple[str, str], ...]
    is_erased: bool
    is_unchanged: bool | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the place that it is about: a candidate's number and name, or a heading."""

    said: wording.Said
    where: str
    anchor: str


def local(at: datetime, contest: Contest) -> str:
    """Write a moment as the clocks of the contest's territory show it."""
    shown = at.astimezone(ZoneInfo(contest.territory.time_zone)).replace(tzinfo=None)
    return date_format(shown, "DATETIME_FORMAT")


def until(deadline: datetime, contest: Contest, at: datetime) -> TimeLeft:
    """Say how long until a deadline of this contest; two days are a warning, one is an alarm."""
    left = deadline - at
    when = f"{local(deadline, contest)} ({values.zone_of(contest, deadline)})"
    if left <= timedelta():
        return TimeLeft(_("The deadline has passed"), "error", "warn", when)
    tone = "" if left >= timedelta(days=3) else "warn" if left >= timedelta(days=1) else "error"
    return TimeLeft(numerals.duration(left), tone, "clock", when)


def time_to_decide(party_list: PartyList, at: datetime) -> TimeLeft | None:
    """Return the time until registration closes; None for a list that is decided."""
    if party_list.state not in UNDECIDED:
        return None
    contest = party_list.contest
    closes = values.deadlines(contest, at).get(DeadlineKind.REGISTRATION_CLOSES)
    return None if closes is None else until(closes, contest, at)


CONFERENCE: Mapping[str, str | Promise] = {
    "nominating_body": gettext_lazy("Nominating body"),
    "nominated_on": gettext_lazy("Day of nomination"),
    "nominated_at_place": gettext_lazy("Place of nomination"),
    "members": gettext_lazy("Members of the body"),
    "present": gettext_lazy("Members present"),
    "votes_for": gettext_lazy("Votes for the list"),
    "minutes_number": gettext_lazy("Number of the minutes"),
}


def frozen(
    submission: Submission,
    body: Json | None,
    public: Json,
    findings: Iterable[Finding],
    counts: Mapping[Hashable, tuple[str, ...]],
    *,
    election_day: date,
    is_unchanged: bool | None,
) -> Frozen:
    """Show a submission from its own halves, not from the rows; without the private one, names."""
    said = _by_candidate(findings)
    names = {person["number"]: person["name"] for person in public["candidates"]}
    contest = submission.list.contest
    if body is None:
        people = tuple(_name_only(number, name) for number, name in names.items())
        conference: tuple[tuple[str, str], ...] = ()
    else:
        people = tuple(
            _person(
                row, names[row["number"]], said[row["id"]], counts.get(row["id"], ()), election_day
            )
            for row in body["candidates"]
        )
        conference = tuple(
            (str(label), _readable(body["conference"][name]))
            for name, label in CONFERENCE.items()
            # Asked under some editions, and of no list that was handed in before.
            if name != "members" or body["conference"].get(name) is not None
        )
    return Frozen(
        submission,
        local(submission.at, contest),
        people,
        conference,
        is_erased=body is None,
        is_unchanged=is_unchanged,
    )


def placed(findings: Iterable[Finding], body: Json | None) -> list[Placed]:
    """Put findings into a clerk's words, each with its place; errors first."""
    rows = {} if body is None else {row["id"]: row for row in body["candidates"]}
    return [_placed(finding, rows) for finding in gravest_first(findings)]


def _placed(finding: Finding, rows: Mapping[int, Json]) -> Placed:
    said = wording.say(finding, Reader.CLERK)
    room, _dot, rest = finding.field.partition(".")
    key = rest.partition(".")[0]
    if room == "candidates" and key.isdigit() and int(key) in rows:
        row = rows[int(key)]
        name = " ".join(filter(None, (row["surname"], row["given_name"], row["patronymic"])))
        return Placed(said, f"{row['number']}. {name}", f"candidate-{row['number']}")
    if room == "conference":
        return Placed(said, _("Nomination"), "conference")
    return Placed(said, _("List"), "candidates")


def _by_candidate(findings: Iterable[Finding]) -> dict[int, tuple[wording.Said, ...]]:
    found: dict[int, tuple[wording.Said, ...]] = defaultdict(tuple)
    for finding in findings:
        room, _dot, rest = finding.field.partition(".")
        key = rest.partition(".")[0]
        if room == "candidates" and key.isdigit():
            found[int(key)] += (wording.say(finding, Reader.CLERK),)
    return found


def _person(
    row: Json,
    name: str,
    said: tuple[wording.Said, ...],
    counts: tuple[str, ...],
    election_day: date,
) -> Person:
    born = date.fromisoformat(row["birth_date"]) if row["birth_date"] else None
    value = law.Candidate(key=row["id"], iin=row["iin"] or "", birth_date=born)
    born = law.born(value)
    return Person(
        number=row["number"],
        name=name,
        latin=row["name_latin"],
        iin=row["iin"] or "",
        sex=str(Candidate.Sex(row["sex"]).label) if row["sex"] else "",
        born=numerals.longdate(born) if born else "",
        age=age(born, election_day) if born else None,
        counts=counts,
        citizen=_readable(row["is_citizen"]),
        member=_readable(row["is_party_member"]),
        residence=row["residence"],
        occupation=row["occupation"],
        workplace=row["workplace"],
        said=said,
    )


def _name_only(number: int, name: str) -> Person:
    return Person(number, name, "", "", "", "", None, (), "", "", "", "", "", ())


def _readable(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str) and len(value) == len("2020-11-11") and value[4:5] == "-":
        return numerals.longdate(value)
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Decided:
    """A proposal or decision with its times as the territory's clocks show them."""

    decision: Decision
    proposed: str
    resolved: str
    confirmed: str
    closed: str


def decided(decision: Decision, contest: Contest) -> Decided:
    return Decided(
        decision,
        *(
            local(at, contest) if at else ""
            for at in (
                decision.proposed_at,
                decision.resolved_at,
                decision.confirmed_at,
                decision.closed_at,
            )
        ),
    )
