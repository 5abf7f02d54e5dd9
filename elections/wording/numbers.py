"""Words for the numbers of a frozen body, and for what a correction changes in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.base import numerals
from portal.base.trilingual import pick

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Json = dict[str, Any]

FIGURES: Final[dict[str, _StrPromise]] = {
    "polling_stations": gettext_lazy("Polling stations"),
    "voters_listed": gettext_lazy("Voters on the lists"),
    "received_ballots": gettext_lazy("Voters who received ballots"),
    "received_ballots_percent": gettext_lazy("Share of voters who received ballots"),
    "took_part": gettext_lazy("Voters who took part"),
    "absentee": gettext_lazy("Of them by absentee certificate"),
    "outside": gettext_lazy("Of them outside the premises"),
    "unused": gettext_lazy("Unused ballots, cancelled"),
    "valid": gettext_lazy("Valid votes"),
    "invalid": gettext_lazy("Invalid ballots"),
    "against_all": gettext_lazy("Votes against all"),
    "lists_submitted": gettext_lazy("Lists handed in"),
    "lists_registered": gettext_lazy("Lists registered"),
    "candidates_submitted": gettext_lazy("Candidates on the lists handed in"),
    "quota_persons_submitted": gettext_lazy("Of them women or under 29"),
    "candidates_registered": gettext_lazy("Candidates registered"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A number of a publication that a correction replaces, in words."""

    name: str
    before: str
    after: str


def changes(body: Json) -> list[Change]:
    """Return what a correction changes, number by number; nothing of what corrects nothing."""
    short = {row["party"]: row["short"] for row in body["lists"]}
    names = {party: pick(text["kk"], text["ru"], text["en"]) for party, text in short.items()}
    return [
        Change(_what(row, names), _value(row, "before"), _value(row, "after"))
        for row in body["publication"].get("difference", ())
    ]


def _what(row: Json, names: Mapping[str, str]) -> str:
    if row["what"] == "figure":
        return str(FIGURES.get(row["of"], row["of"]))
    if row["what"] == "mandates":
        return _("Mandates")
    text = _("%(name)s: votes") if row["what"] == "votes" else _("%(name)s: seats")
    return text % {"name": names.get(row["of"], row["of"])}


def _value(row: Json, side: str) -> str:
    value = row[side]
    if value is None:
        return "–"
    return numerals.percent(value) if row["of"].endswith("percent") else numerals.number(value)
