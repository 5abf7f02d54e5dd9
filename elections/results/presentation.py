"""The protocol form and its control equations as a clerk's screen shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections import wording
from elections.law.findings import Finding, Severity
from elections.law.protocol import VOTES, Control, ProtocolForm, Relation
from elections.models import PartyList, Protocol
from elections.results import entries
from elections.results.entries import Typed
from elections.wording import Reader, Said
from portal.base.numerals import number

Texts = Mapping[str, Promise]

LABELS: Final[Texts] = {
    "voters_listed": gettext_lazy("Voters on the lists"),
    "delivered": gettext_lazy("Ballots received by the commission"),
    "received_ballots": gettext_lazy("Voters who received ballots"),
    "absentee": gettext_lazy("of them with an absentee certificate"),
    "outside": gettext_lazy("of them outside the premises"),
    "unused": gettext_lazy("Unused ballots, cancelled"),
    "spoiled": gettext_lazy("Ballots spoiled and replaced"),
    "stationary": gettext_lazy("Stationary boxes"),
    "portable": gettext_lazy("Portable boxes"),
    "wrong_form": gettext_lazy("Ballots of another form, not counted"),
    "valid": gettext_lazy("Valid ballots"),
    "invalid": gettext_lazy("Invalid ballots"),
    "against_all": gettext_lazy("Against all"),
}
PARTS_OF_ANOTHER: Final = frozenset({"absentee", "outside"})
# The part of the form that begins with this field.
GROUPS: Final[Texts] = {
    "voters_listed": gettext_lazy("Voters"),
    "delivered": gettext_lazy("Ballots"),
    "stationary": gettext_lazy("In the boxes"),
}
EQUATIONS: Final[Texts] = {
    "protocol.more_ballots_than_voters": gettext_lazy("No more voters than on the lists"),
    "protocol.absentee_above_received": gettext_lazy(
        "Absentee certificates are part of the ballots issued"
    ),
    "protocol.outside_above_received": gettext_lazy(
        "Voters outside are part of those who received ballots"
    ),
    "protocol.valid_is_sum_of_votes": gettext_lazy("Valid ballots are the votes of all lists"),
    "protocol.more_votes_than_ballots": gettext_lazy("No more ballots counted than issued"),
    "protocol.ballots_taken_away": gettext_lazy("Every ballot issued is counted"),
    "protocol.found_is_valid_and_invalid": gettext_lazy("Ballots found are valid or invalid"),
    "protocol.portable_above_outside": gettext_lazy(
        "Portable boxes hold no more than was voted outside"
    ),
    "protocol.delivered_is_accounted_for": gettext_lazy(
        "Every ballot received by the commission is accounted for"
    ),
    "protocol.delivered_is_voters_and_reserve": gettext_lazy(
        "Ballots for all voters and one per cent in reserve"
    ),
}
STATES: Final = {
    Protocol.State.EMPTY: ("none", ""),
    Protocol.State.FIRST_ENTRY: ("draft", "info"),
    Protocol.State.DEFINITIVE: ("ok", "ok"),
    Protocol.State.INVALIDATED: ("refused", "error"),
}


def badge(protocol: Protocol) -> dict[str, str]:
    """Return what components/state_badge shows of a protocol."""
    icon, tone = STATES.get(Protocol.State(protocol.state), ("review", "info"))
    return {"icon": icon, "tone": tone, "text": protocol.get_state_display()}


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning at its field, with the reason for which it is accepted, if it is."""

    said: Said
    code: str
    input: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form."""

    name: str
    line: int
    label: str
    value: str
    group: str = ""
    is_part: bool = False
    required: bool = True
    colour: str = ""
    errors: list[Said] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    # What somebody else has saved meanwhile, where it is another number.
    theirs: str = ""

    @property
    def shown(self) -> str:
        """Return the value as it is read; what is no number stays as it was typed."""
        text = self.value.strip()
        return number(int(text)) if re.fullmatch(r"[0-9]{1,40}", text) else self.value


@dataclass(frozen=True, slots=True)
class Term:
    """One number of an equation, with the lines it stands on."""

    operator: str
    value: str
    where: str
    field: str


@dataclass(frozen=True, slots=True)
class Equation:
    """A control equation with its numbers: holds, refuses, warns, or is not asked yet."""

    code: str
    title: str
    state: str
    left: list[Term]
    relation: str
    right: list[Term]
    difference: str
    accepted: bool = False

    @property
    def icon(self) -> str:
        """Name the symbol beside it."""
        return {"ok": "ok", "error": "error", "warning": "warn"}.get(self.state, "none")


class Sheet:
    """The whole form: lines in the edition's order, the lists' votes, the equations."""

    def __init__(
        self,
        form: ProtocolForm,
        lists: Sequence[PartyList],
        names: Mapping[int, Any],
        raw: Mapping[str, str],
        typed: Typed,
        findings: Iterable[Finding],
        theirs: Mapping[str, str] | None = None,
    ) -> None:
        self.form = form
        self.lists = lists
        self.names = names
        self.raw = raw
        self.typed = typed
        self.findings = list(findings)
        self.theirs = theirs or {}
        self.lines = {name: line for line, name in enumerate(form.names, start=1)}

    @property
    def rows(self) -> list[Row]:
        """Return the lines before the votes."""
        return [
            self._row(
                field.name,
                field.name,
                str(LABELS.get(field.name, field.name)),
                self.lines[field.name],
                group=str(GROUPS.get(field.name, "")),
                is_part=field.name in PARTS_OF_ANOTHER,
                required=field.required,
            )
            for field in self.form.fields
        ]

    @property
    def votes(self) -> list[Row]:
        """Return the lines of the lists, in the order of the ballot."""
        return [
            self._row(
                f"{VOTES}.{row.pk}",
                f"{VOTES}.{row.party.slug}",
                str(self.names.get(row.party_id, row.party)),
                line,
                colour=row.party.colour,
            )
            for line, row in enumerate(self.lists, start=len(self.lines) + 1)
        ]

    def _row(self, name: str, path: str, label: str, line: int, **more: Any) -> Row:
        mine = [finding for finding in self.findings if finding.field == path]
        return Row(
            name,
            line,
            label,
            self.raw.get(name, ""),
            errors=[
                wording.say(one, Reader.CLERK) for one in mine if one.severity is Severity.ERROR
            ],
            warnings=[self._warned(one) for one in mine if one.severity is Severity.WARNING],
            theirs=self.theirs.get(name, ""),
            **more,
        )

    def _warned(self, finding: Finding) -> Warned:
        written = entries.warning_input(finding, self.typed)
        given = [
            one for one in self.typed.accepted if (one.code, one.input) == (finding.code, written)
        ]
        reason = given[0].reason if given else ""
        return Warned(wording.say(finding, Reader.CLERK), finding.code, written, reason)

    @property
    def votes_lines(self) -> str:
        """Name the lines on which the votes stand: "13–16"."""
        first, last = len(self.lines) + 1, len(self.lines) + len(self.lists)
        return f"{first}–{last}" if last > first else str(first)

    @property
    def votes_together(self) -> int:
        """Add up the votes as typed."""
        return self.typed.votes_together

    @property
    def general(self) -> list[Said]:
        """Return findings that belong to no line."""
        known = {row.name for row in self.rows} | {
            f"{VOTES}.{row.party.slug}" for row in self.lists
        }
        return [wording.say(one, Reader.CLERK) for one in self.findings if one.field not in known]

    @property
    def equations(self) -> list[Equation]:
        """Return the equations: what does not hold first, then the edition's order."""
        weight = {"error": 0, "warning": 1, "ok": 2, "open": 3}
        found = [self._equation(control) for control in self.form.controls]
        return sorted(found, key=lambda one: weight[one.state])

    @property
    def broken(self) -> int:
        """Count the equations that refuse."""
        return sum(one.state == "error" for one in self.equations)

    def _equation(self, control: Control) -> Equation:
        left, right = self._total(control.left), self._total(control.right)
        state, difference = "open", ""
        relation = "≤" if control.relation is Relation.AT_MOST else "="
        if left is not None and right is not None:
            holds = left <= right if control.relation is Relation.AT_MOST else left == right
            state = "ok" if holds else str(control.severity)
            if not holds:
                relation = ">" if control.relation is Relation.AT_MOST else "≠"
                difference = _("Differs by %(count)s.") % {"count": number(abs(left - right))}
        warned = [one for row in self.rows for one in row.warnings if one.code == control.code]
        return Equation(
            control.code,
            str(EQUATIONS.get(control.code, control.code)),
            state,
            [self._term(index, term) for index, term in enumerate(control.left)],
            relation,
            [self._term(index, term) for index, term in enumerate(control.right)],
            difference,
            accepted=bool(warned and warned[0].reason),
        )

    def _value(self, name: str) -> int | None:
        if name != VOTES:
            return self.typed.fields.get(name)
        known = all(self.typed.votes.get(row.pk) is not None for row in self.lists)
        return self.typed.votes_together if known and self.lists else None

    def _total(self, terms: Iterable[Any]) -> int | None:
        total = Fraction(0)
        for term in terms:
            value = self._value(term.field)
            if value is None:
                return None
            total += term.factor * value
        return floor(total)

    def _term(self, index: int, term: Any) -> Term:
        value = self._value(term.field)
        shown = "…" if value is None else number(floor(term.factor * value))
        if term.field == VOTES:
            where = _("lines %(lines)s") % {"lines": self.votes_lines}
        else:
            where = _("line %(line)s") % {"line": self.lines[term.field]}
        if term.factor != 1:
            where = f"{where} × {number(term.factor, 2)}"
        return Term("+" if index else "", shown, where, term.field)
