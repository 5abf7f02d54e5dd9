"""Mandates: which persons of a list receive the seats that the list has won.

The party's governing body names them within a term. A list is alphabetical, so its order gives
nobody a mandate: nothing here ever takes "the first of the list". What no rule settles (no answer
in time) is a typed decision of the commission. Art. 97-1(5); docs/allocation.md has the steps that
lead to the seats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from elections.law import quota
from elections.law.findings import Finding, Param, Severity, has_errors
from elections.law.quota import Person
from elections.law.rules import Edition, MandateGap, MandateRules, QuotaRules


class MandateInputError(ValueError):
    """The values cannot be those of a list with mandates; the message says why, in English."""


class PersonState(StrEnum):
    """What became of a person of a registered list."""

    LISTED = "listed"
    WITHDRAWN = "withdrawn"
    EXCLUDED = "excluded"
    DECEASED = "deceased"


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of the list as registered, and what became of the person since."""

    person: Person
    state: PersonState = PersonState.LISTED

    @property
    def key(self) -> Hashable:
        """Give the key by which the person is named."""
        return self.person.key


@dataclass(frozen=True, slots=True)
class Naming:
    """The answer of the governing body: the keys of the persons, and the day it was received."""

    named: tuple[Hashable, ...]
    received: date


@dataclass(frozen=True, slots=True)
class Awaited:
    """The answer is awaited, until the end of a day; None where no term was found.

    `findings` say why an answer that came was refused.
    """

    until: date | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """These persons receive mandates; `vacant` mandates have nobody left on the list."""

    persons: tuple[Hashable, ...]
    vacant: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class MandateDecision:
    """The commission must decide; `findings` say why an answer that came was refused."""

    code: MandateGap
    article: str
    findings: tuple[Finding, ...] = ()


Standing: TypeAlias = Awaited | Received | MandateDecision


def last_day(rules: MandateRules, established: date) -> date:
    """Give the last day on which persons may be named, from the day the results were established.

    Art. 97-1(5).
    """
    return established + timedelta(days=rules.naming_days.value)


def may_be_named(
    listed: Sequence[Listed], holders: Sequence[Hashable] = ()
) -> tuple[Hashable, ...]:
    """Give the persons who may receive a mandate: still on the list and not holding one.

    They stand in the order of the list, which is nobody's turn.
    """
    taken = set(holders)
    return tuple(
        one.key for one in listed if one.state is PersonState.LISTED and one.key not in taken
    )


def distribute(
    listed: Sequence[Listed],
    naming: Naming | None,
    edition: Edition,
    *,
    seats: int,
    established: date,
    today: date,
    election_day: date,
) -> Standing:
    """Say where the mandates of a list stand: awaited, received, or for the commission to decide.

    `seats` are those of the allocation, `established` the day on which its results were. An answer
    that is refused or late is none: after the last day the commission decides. Art. 97-1(5).
    Raises MandateInputError for values of no list.
    """
    _check_input(listed, seats)
    rules = edition.mandates
    able = min(seats, len(may_be_named(listed)))
    if not able:
        return Received((), seats)
    until = last_day(rules, established)
    findings: tuple[Finding, ...] = ()
    if naming is not None:
        findings = check_naming(naming.named, listed, edition, seats, election_day)
        if naming.received <= until and not has_errors(findings):
            return Received(naming.named, seats - able, findings)
    return _unanswered(rules, until, today, findings)


def check_naming(
    named: Sequence[Hashable],
    listed: Sequence[Listed],
    edition: Edition,
    seats: int,
    election_day: date,
) -> tuple[Finding, ...]:
    """Find everything that is wrong with the persons named for the mandates of a list.

    Field paths: "named.<place in the naming>" for one person, "named" for the whole. The quota of
    the mandates is asked for where the edition has one; it is a warning where nobody could be named
    to meet it, for nothing is refused that cannot be mended. Art. 97-1(5). Raises MandateInputError
    for values of no list.
    """
    _check_input(listed, seats)
    rules, able = edition.mandates, min(seats, len(may_be_named(listed)))
    findings = [*_check_persons(named, listed, rules)]
    params: dict[str, Param] = {"named": len(named), "seats": seats, "able": able}
    article = rules.named_by.article
    if len(named) > able:
        findings.append(Finding("mandates.too_many", Severity.ERROR, "named", params, article))
    if len(named) < able:
        findings.append(Finding("mandates.too_few", Severity.ERROR, "named", params, article))
    if seats > able:
        missing: dict[str, Param] = {"vacant": seats - able}
        cited = rules.exhausted.article
        findings.append(
            Finding("mandates.list_exhausted", Severity.WARNING, "named", missing, cited)
        )
    return (*findings, *_check_quota(named, listed, edition.quota, election_day))


def fill_vacancy(
    listed: Sequence[Listed],
    naming: Naming | None,
    rules: MandateRules,
    *,
    holders: Sequence[Hashable],
    vacated_by: Hashable,
    vacated: date,
    today: date,
) -> Standing:
    """Say who takes a mandate that became vacant: one person named from the others of the list.

    `holders` hold a mandate of the list now; `vacated_by` held this one and cannot receive it
    again. With nobody left the mandate stays vacant until the next election. No term was found: an
    edition that has one makes it a decision of the commission after it. Raises MandateInputError
    for values of no list.
    """
    _check_input(listed, 1)
    kept_out = (*holders, vacated_by)
    if not may_be_named(listed, kept_out):
        return Received((), 1)
    days = rules.vacancy_days.value
    until = None if days is None else vacated + timedelta(days=days)
    findings: tuple[Finding, ...] = ()
    if naming is not None:
        findings = _check_successor(naming.named, listed, rules, kept_out)
        in_time = until is None or naming.received <= until
        if in_time and not findings:
            return Received(naming.named)
    return _unanswered(rules, until, today, findings)


def _check_input(listed: Sequence[Listed], seats: int) -> None:
    if seats < 0:
        raise MandateInputError("mandates are negative")
    if len({one.key for one in listed}) < len(listed):
        raise MandateInputError("a person stands on the list twice")


def _unanswered(
    rules: MandateRules, until: date | None, today: date, findings: tuple[Finding, ...]
) -> Standing:
    if until is None or today <= until:
        return Awaited(until, findings)
    return MandateDecision(MandateGap.NOT_NAMED_IN_TIME, rules.gaps.article, findings)


def _check_persons(
    named: Sequence[Hashable], listed: Sequence[Listed], rules: MandateRules
) -> Iterator[Finding]:
    """Find who is named twice, stands not on the list, or is not on it any more."""
    states = {one.key: one.state for one in listed}
    times: Counter[Hashable] = Counter()
    for place, key in enumerate(named):
        path, article = f"named.{place}", rules.named_by.article
        times[key] += 1
        if times[key] > 1:
            yield Finding("mandates.named_twice", Severity.ERROR, path, article=article)
        elif key not in states:
            yield Finding("mandates.not_on_list", Severity.ERROR, path, article=article)
        elif states[key] is not PersonState.LISTED:
            yield Finding(f"mandates.{states[key]}", Severity.ERROR, path, article=article)


def _check_quota(
    named: Sequence[Hashable], listed: Sequence[Listed], rules: QuotaRules, election_day: date
) -> Iterator[Finding]:
    """Find a broken quota of the mandates of the party. Art. 97-1(5) part 3, since 2022."""
    people = {one.key: one.person for one in listed}
    receiving = [people[key] for key in dict.fromkeys(named) if key in people]
    if not rules.binds_mandates.value or not receiving:
        return
    found = quota.count(receiving, rules, election_day)
    if found.is_met:
        return
    able = quota.count([people[key] for key in may_be_named(listed)], rules, election_day)
    best = min(able.counted, found.total)
    can_be_met = best >= found.minimum * found.total
    for broken in quota.check(found, rules):
        # As many people are named as there are mandates: nobody is added, nobody only leaves.
        params = {k: v for k, v in broken.params.items() if k not in ("count", "remove")}
        yield Finding(
            "mandates.quota_not_met",
            Severity.ERROR if can_be_met else Severity.WARNING,
            "named",
            params,
            rules.binds_mandates.article,
        )


def _check_successor(
    named: Sequence[Hashable],
    listed: Sequence[Listed],
    rules: MandateRules,
    kept_out: Sequence[Hashable],
) -> tuple[Finding, ...]:
    findings = [*_check_persons(named, listed, rules)]
    article = rules.vacancy.article
    if len(named) != 1:
        params: dict[str, Param] = {"named": len(named), "seats": 1, "able": 1}
        code = "mandates.too_many" if named else "mandates.too_few"
        findings.append(Finding(code, Severity.ERROR, "named", params, article))
    for place, key in enumerate(named):
        if key in kept_out:
            path = f"named.{place}"
            findings.append(Finding("mandates.holder", Severity.ERROR, path, article=article))
    return tuple(findings)
