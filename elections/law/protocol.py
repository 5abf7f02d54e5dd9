"""The precinct protocol: its fields in order, and the equations that must hold between them.

The official form for 10 January 2021 was not found: the fields are those of published statements,
and the equations are engineering (docs/protocol.md names the evidence). Both are data of the
edition.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from elections.law.findings import Finding, Param, Severity

VOTES = "votes"  # in an equation: the sum over the lists on the ballot
# A polling station has some thousand voters; beyond this a number is a slip of the hand.
LARGEST = 9_999_999
Counts = Mapping[str, object]


class Relation(StrEnum):
    """What must hold between the two sides of an equation."""

    EQUAL = "="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class ProtocolField:
    """One field of the form; a field that is not required may be empty, never negative."""

    name: str
    required: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of an equation: a field times a factor."""

    field: str
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Control:
    """One equation of the form; each side is a sum, rounded down where it is a fraction.

    `field` is where a person should look first when it does not hold. Equations over a field that
    is empty are not asked.
    """

    code: str
    severity: Severity
    left: tuple[Term, ...]
    relation: Relation
    right: tuple[Term, ...]
    field: str

    @property
    def fields(self) -> tuple[str, ...]:
        """Name every field that takes part, in the order of the equation."""
        return tuple(dict.fromkeys(term.field for term in (*self.left, *self.right)))


@dataclass(frozen=True, slots=True)
class ProtocolForm:
    """The form of one edition; `article` is where the law speaks of the protocol."""

    fields: tuple[ProtocolField, ...]
    controls: tuple[Control, ...]
    article: str

    @property
    def names(self) -> tuple[str, ...]:
        """Name the fields in the order of the form, without the votes of the lists."""
        return tuple(field.name for field in self.fields)


def check(
    form: ProtocolForm, counts: Counts, votes: Counts, lists: Collection[str]
) -> tuple[Finding, ...]:
    """Check one protocol and return what is wrong with it, each finding at its field.

    `counts` maps the form's field names to numbers (None or absent: empty), `votes` maps lists to
    numbers, `lists` are the lists registered in this constituency. The field of a finding is a name
    of the form, or "votes.<list>", or "votes" for the sum over the lists. Equations are asked only
    over fields that hold proper numbers, so one wrong entry is not reported five times. Art. 43,
    Art. 94.
    """
    findings = [*_check_fields(form, counts), *_check_votes(form, votes, lists)]
    bad = {finding.field for finding in findings}
    values = {name: value for name, value in counts.items() if _is_count(value) and name not in bad}
    if not any(field.startswith(VOTES) for field in bad):
        values[VOTES] = sum(value for value in votes.values() if isinstance(value, int))
    findings += _check_controls(form, values)
    voters = values.get("voters_listed")
    if isinstance(voters, int) and voters and values.get("received_ballots") == 0:
        # Not impossible, and what a form left at zeros looks like.
        params: dict[str, Param] = {
            "voters": voters,
            "fields": ("received_ballots", "voters_listed"),
        }
        findings.append(
            Finding("protocol.nobody_voted", Severity.WARNING, "received_ballots", params)
        )
    return tuple(findings)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _check_count(value: object, field: str, form: ProtocolForm) -> Iterator[Finding]:
    if not _is_count(value):
        yield _error("protocol.not_a_count", field, form)
    elif isinstance(value, int) and value > LARGEST:
        params = {"limit": LARGEST}
        yield Finding("protocol.too_large", Severity.ERROR, field, params, form.article)


def _check_fields(form: ProtocolForm, counts: Counts) -> Iterator[Finding]:
    for field in form.fields:
        value = counts.get(field.name)
        if value is None:
            if field.required:
                yield _error("protocol.missing", field.name, form)
        else:
            yield from _check_count(value, field.name, form)
    for name in counts:
        if name not in form.names:
            yield _error("protocol.unknown_field", name, form)


def _check_votes(form: ProtocolForm, votes: Counts, lists: Collection[str]) -> Iterator[Finding]:
    for party in lists:
        value = votes.get(party)
        if value is None:
            yield _error("protocol.missing", f"{VOTES}.{party}", form)
        else:
            yield from _check_count(value, f"{VOTES}.{party}", form)
    for party in votes:
        if party not in lists:
            yield _error("protocol.unknown_list", f"{VOTES}.{party}", form)


def _error(code: str, field: str, form: ProtocolForm) -> Finding:
    return Finding(code, Severity.ERROR, field, article=form.article)


def _check_controls(form: ProtocolForm, values: Mapping[str, object]) -> Iterator[Finding]:
    for control in form.controls:
        left, right = _total(control.left, values), _total(control.right, values)
        if left is None or right is None or _holds(left, control.relation, right):
            continue
        params = {"left": left, "right": right, "difference": left - right}
        yield Finding(
            control.code,
            control.severity,
            control.field,
            params | {"relation": control.relation.value, "fields": control.fields},
            form.article,
        )


def _total(terms: tuple[Term, ...], values: Mapping[str, object]) -> int | None:
    """Add up one side; None when a field of it is empty."""
    total = Fraction(0)
    for term in terms:
        value = values.get(term.field)
        if not isinstance(value, int):
            return None
        total += term.factor * value
    return floor(total)


def _holds(left: int, relation: Relation, right: int) -> bool:
    return left == right if relation is Relation.EQUAL else left <= right
