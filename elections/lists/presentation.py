"""A list as its screens show it: rows, panel, problems with the place where each is mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.forms import BaseForm, ChoiceField, Field
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elections import values, wording
from elections.law import lists as law
from elections.law.calendar import DeadlineKind
from elections.law.eligibility import OLDEST, age
from elections.law.findings import Finding, Severity
from elections.law.quota import Quota, counts_disability
from elections.law.rules import QuotaRules
from elections.lists import charts
from elections.lists.services import Checked
from elections.models import Candidate, Contest, PartyList
from elections.refusals import Conflict
from elections.wording import Reader
from elections.wording.quota import counted_as
from portal.base import numerals


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in words, with the address of the very field."""

    said: wording.Said
    url: str
    where: str


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One line of the editor."""

    number: int
    candidate: Candidate
    sex: str
    age: int | None
    counts: tuple[str, ...]
    problems: tuple[Problem, ...]
    without: str

    @property
    def weight(self) -> str:
        severities = {problem.said.severity for problem in self.problems}
        if Severity.ERROR in severities:
            return "has-error"
        return "has-warn" if Severity.WARNING in severities else ""


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long until a deadline, in words, and how urgent that is."""

    text: str
    tone: str
    at: datetime
    zone: str
    is_past: bool


@dataclass(frozen=True, slots=True)
class QuotaShown:
    """The quota in words and as a meter."""

    quota: Quota
    share: str
    meter: charts.Meter | None
    verdict: str
    tone: str
    article: str
    groups: str
    counts_disability: bool


def quota_shown(quota: Quota, rules: QuotaRules) -> QuotaShown:
    """Put a quota into words: the rules of the edition say who counts."""
    if quota.is_met:
        verdict, tone = _("The minimum is reached."), "ok"
    elif quota.total:
        # Whoever is added makes the list longer, and its minimum with it.
        verdict = ngettext(
            "%(count)s more needed if added.",
            "%(count)s more needed if they are added.",
            quota.to_add,
        ) % {"count": quota.to_add}
        tone = "error"
    else:
        verdict, tone = _("Nobody is on the list yet."), ""
    return QuotaShown(
        quota,
        charts.share(quota),
        charts.meter(quota),
        verdict,
        tone,
        wording.article(rules.minimum_share.article),
        wording.groups(rules.groups.value, rules.under_age.value),
        counts_disability(rules),
    )


def rows(party_list: PartyList, checked: Checked, *, election_day: date) -> list[CandidateRow]:
    """Return the list's people in the law's order, each with what is wrong and what counts."""
    mine = problems_by_candidate(party_list, checked.findings, checked.candidates)
    without = {part.key: part for part in checked.quota.without}
    rules = values.edition_of(party_list.contest.election).quota
    return [
        _row(number, person, mine[person.pk], without[person.pk], election_day, rules)
        for number, person in enumerate(checked.candidates, start=1)
    ]


def _row(
    number: int,
    person: Candidate,
    problems: Sequence[Problem],
    without: object,
    election_day: date,
    rules: QuotaRules,
) -> CandidateRow:
    value = values.candidate(person)
    sex, born = law.sex(value), law.born(value)
    years = age(born, election_day) if born else None
    if years is not None and not 0 <= years <= OLDEST:
        years = None  # a slip of the finger, said at the birth date
    return CandidateRow(
        number=number,
        candidate=person,
        sex=str(Candidate.Sex(str(sex)).label) if sex else "",
        age=years,
        counts=counted_as(value, rules, election_day),
        problems=tuple(problems),
        without=_without(without),
    )


def _without(part: object) -> str:
    """Say what the quota would be without a person: "7 of 23, 30.4%"."""
    counted, total = getattr(part, "counted", 0), getattr(part, "total", 0)
    if not total:
        return ""
    share = numerals.share(getattr(part, "share", None), 1)
    text = _("%(counted)s of %(total)s, %(share)s.")
    verdict = (
        _("The minimum would be reached.")
        if getattr(part, "is_met", False)
        else _("The minimum would not be reached.")
    )
    return f"{text % {'counted': counted, 'total': total, 'share': share}} {verdict}"


def problems_by_candidate(
    party_list: PartyList, findings: Iterable[Finding], people: Sequence[Candidate]
) -> dict[int, list[Problem]]:
    found: dict[int, list[Problem]] = defaultdict(list)
    names = {person.pk: person for person in people}
    for finding in findings:
        room, _dot, rest = finding.field.partition(".")
        key, _dot, _field = rest.partition(".")
        if room == "candidates" and key.isdigit() and int(key) in names:
            found[int(key)].append(problem(party_list, finding, people))
    return found


def problem(party_list: PartyList, finding: Finding, people: Sequence[Candidate]) -> Problem:
    """Put a finding into words and name the field where it is mended."""
    room, _dot, rest = finding.field.partition(".")
    key, _dot, field = rest.partition(".")
    said = wording.say(finding, Reader.OFFICIAL)
    if room == "candidates" and key:
        number = [person.pk for person in people].index(int(key)) + 1
        person = people[number - 1]
        url = reverse("lists:candidate-edit", args=[party_list.pk, key])
        return Problem(said, f"{url}#id_{field}", f"{number}. {person.full_name}")
    if room == "conference":
        url = reverse("lists:conference", args=[party_list.pk])
        return Problem(said, f"{url}#id_{rest}", _("Nomination"))
    return Problem(said, reverse("lists:editor", args=[party_list.pk]) + "#candidates", _("List"))


def problems(
    party_list: PartyList, findings: Iterable[Finding], people: Sequence[Candidate]
) -> list[Problem]:
    return [problem(party_list, finding, people) for finding in findings]


def time_left(contest: Contest, *, at: datetime) -> TimeLeft | None:
    """Return the time until nomination closes, in the territory's zone."""
    closes = values.deadlines(contest, at).get(DeadlineKind.NOMINATION_CLOSES)
    if closes is None:
        return None
    left = closes - at
    zone = ZoneInfo(contest.territory.time_zone)
    local = closes.astimezone(zone)
    name = values.zone_of(contest, closes)
    if left <= timedelta():
        return TimeLeft(_("The deadline has passed"), "past", local, name, is_past=True)
    tone = "" if left >= timedelta(days=3) else "warn" if left >= timedelta(days=1) else "error"
    return TimeLeft(numerals.duration(left), tone, local, name, is_past=False)


@dataclass(frozen=True, slots=True)
class WrongField:
    """A field of an open form with what is wrong there, for the summary above the form."""

    id: str
    label: str
    said: wording.Said


def wrong_fields(form: BaseForm, findings: Iterable[Finding]) -> list[WrongField]:
    """Return what stands against handing in, in the order of the findings, each at its field."""
    return [
        WrongField(
            form[name].auto_id, str(form.fields[name].label), wording.say(finding, Reader.OFFICIAL)
        )
        for finding in findings
        if finding.severity is Severity.ERROR
        and (name := finding.field.rpartition(".")[2]) in form.fields
    ]


@dataclass(frozen=True, slots=True)
class BothVersions:
    """One field as somebody else saved it and as it was typed here."""

    label: str
    theirs: str
    yours: str


def both_versions(conflict: Conflict, form: BaseForm) -> list[BothVersions]:
    """Return the fields that differ, in the order of the form."""
    return [
        BothVersions(
            str(form.fields[name].label),
            *(_readable(form.fields[name], value) for value in conflict.differences[name]),
        )
        for name in form.fields
        if name in conflict.differences
    ]


def _readable(field: Field, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return numerals.longdate(value)
    if isinstance(field, ChoiceField):
        value = dict(field.choices).get(value, value) if value else ""  # type: ignore[arg-type]
    return "" if value is None else str(value)
