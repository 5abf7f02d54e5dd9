"""What is typed into the protocol form, a lot and a publication's page; nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from elections.law.findings import CODES, Finding, Severity
from elections.law.protocol import ProtocolForm
from elections.models import Contest, PartyList
from elections.results.entries import Accepted, Typed
from elections.results.lots import OpenLot
from parties.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

VOTES = "votes."
# Digits as the keyboard has them: "１２" and "1 200" would be read differently by others.
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Read:
    """A posted form: as typed, as numbers, and what of it is no number."""

    raw: Mapping[str, str]
    typed: Typed
    unreadable: tuple[Finding, ...]


def read(posted: Mapping[str, str], form: ProtocolForm, lists: Sequence[PartyList]) -> Read:
    """Read the posted protocol; a list that is not on the ballot is kept for the service to refuse.

    The field of a finding is that of the law: a name of the form, or "votes.<party>".
    """
    names = list(form.names) + [name for name in posted if name.startswith(VOTES)]
    raw = {name: str(posted.get(name, "")) for name in dict.fromkeys(names)}
    slugs = {f"{VOTES}{row.pk}": f"{VOTES}{row.party.slug}" for row in lists}
    unreadable = tuple(
        Finding("protocol.not_a_count", Severity.ERROR, slugs.get(name, name))
        for name, text in raw.items()
        if text.strip() and _number(text) is None
    )
    typed = Typed(
        {name: _number(raw[name]) for name in form.names},
        {key: _number(raw[name]) for name in raw if (key := _key(name)) is not None},
        _accepted(posted),
    )
    return Read(raw, typed, unreadable)


def _number(text: str) -> int | None:
    """Return the number; None where the field is empty or holds anything but digits."""
    text = text.strip()
    # Longer is no count whatever it says, and Python would refuse to read it.
    return int(text) if len(text) <= 40 and _DIGITS.fullmatch(text) else None


def _key(name: str) -> int | None:
    found = re.fullmatch(r"votes\.([0-9]{1,18})", name)
    return int(found[1]) if found else None


def _accepted(posted: Mapping[str, str]) -> tuple[Accepted, ...]:
    codes = [code for code, listed in CODES.items() if Severity.WARNING in listed.severities]
    return tuple(
        Accepted(code, posted.get(f"input.{code}", ""), posted[f"reason.{code}"])
        for code in codes
        if posted.get(f"reason.{code}", "").strip()
    )


def as_typed(typed: Typed) -> dict[str, str]:
    """Write a stored entry as the form's fields show it."""
    fields = {name: _text(value) for name, value in typed.fields.items()}
    return fields | {f"{VOTES}{key}": _text(value) for key, value in typed.votes.items()}


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _time(label: _StrPromise) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M"]
    return forms.DateTimeField(label=label, widget=widget, input_formats=formats)


class LotForm(forms.Form):
    """The outcome of a lot, with whoever vouches for it."""

    outcome = forms.MultipleChoiceField(
        label=_("Lists that won"), widget=forms.CheckboxSelectMultiple
    )
    drawn_at = _time(_("Drawn at, local time"))
    place = forms.CharField(label=_("Place"), max_length=200)
    people = forms.CharField(
        label=_("People present"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    second = forms.ModelChoiceField(
        label=_("Second person"), queryset=User.objects.none(), empty_label=None
    )

    def __init__(
        self,
        posted: Mapping[str, str] | None,
        lot: OpenLot,
        names: Mapping[str, str],
        colleagues: Sequence[User],
    ) -> None:
        super().__init__(posted)
        outcome, second = self.fields["outcome"], self.fields["second"]
        assert isinstance(outcome, forms.MultipleChoiceField)  # noqa: S101
        assert isinstance(second, forms.ModelChoiceField)  # noqa: S101
        outcome.choices = [(party, names.get(party, party)) for party in lot.options]
        second.queryset = User.objects.filter(pk__in=[user.pk for user in colleagues])

    def moment(self, contest: Contest) -> datetime:
        """Return when it was drawn: what was typed is the clock of the territory."""
        naive: datetime = self.cleaned_data["drawn_at"].replace(tzinfo=None)
        return naive.replace(tzinfo=ZoneInfo(contest.territory.time_zone))


class ReasonForm(forms.Form):
    """A reason that others can read."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class OptionalReasonForm(forms.Form):
    """A first publication needs no reason."""
