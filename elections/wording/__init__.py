"""Codes of findings and refusals → words for an official, a clerk and the public.

A finding has a title (what is so) and, for those who act, an action (what to do). The law gives the
numbers; here they become words of the reader's language. `elections.wording.findings` is the table;
a test holds it against every code that the law lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.utils import formats, timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from elections.law.findings import Finding, Param, Severity
from elections.refusals import Refused
from elections.wording.findings import FINDINGS
from elections.wording.texts import Reader, Text, Withheld
from portal.base import numerals

__all__ = [
    "BADGES",
    "FINDINGS",
    "REFUSALS",
    "Reader",
    "Said",
    "article",
    "groups",
    "refusal",
    "say",
    "state_badge",
]


# State of a list → icon and tone of its badge.
BADGES = {
    "draft": ("draft", ""),
    "submitted": ("sent", "info"),
    "in_review": ("review", "info"),
    "registered": ("ok", "ok"),
    "refused": ("refused", "error"),
    "withdrawn": ("none", ""),
    "annulled": ("none", "error"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words: ready to be shown at its field, its row and in the panel alike."""

    code: str
    severity: Severity
    field: str
    title: str
    action: str
    article: str

    @property
    def icon(self) -> str:
        """Name the symbol beside it, which tells the severity without the colour."""
        return MARKS[self.severity][0]

    @property
    def mark(self) -> str:
        """Say the severity to those who hear the page: "Error:"."""
        return str(MARKS[self.severity][1])


_ARTICLE = re.compile(r"(?:Art\. )?(?P<article>\d+(?:-\d+)?)(?:\((?P<paragraph>\d+)\))?")
_OTHER_LAWS: Mapping[str, Text] = {
    "Law No. 223 of 12 January 2007": _("Law No. 223 of 12 January 2007"),
    "Art. 5(2) of the Law on Local Government and Self-Government": _(
        "Art. 5(2) of the Law on Local Government and Self-Government"
    ),
}
# Severity → icon, and the word for those who do not see it.
MARKS: Mapping[Severity, tuple[str, Text]] = {
    Severity.ERROR: ("error", _("Error:")),
    Severity.WARNING: ("warn", _("Warning:")),
    Severity.INFORMATION: ("info", _("Information:")),
}
# Who counts for the quota, as a word that stands alone; `under` is an age in years.
GROUPS: Mapping[str, Text] = {
    "women": _("women"),
    "under_age": _("people under %(under)s"),
    "disability": _("persons with disabilities"),
}
REFUSALS: dict[str, Text] = {
    "not_open": _("This is not open now: the state is “%(state)s”. Nothing has changed."),
    "not_allowed": _("This is not yours to do. Nothing has changed."),
    "not_admitted": _("The party is not admitted here."),
    "list_exists": _("The party has a list here already: open that one."),
    "duplicate_iin": _("This IIN stands on the list already."),
    "candidate_gone": _("Somebody has taken this person off the list in the meantime."),
    "conflict": _("Someone saved in the meantime. Compare both versions, then save again."),
    "has_errors": _("The list cannot be handed in: see what is missing."),
    "changed_since_shown": _(
        "This has changed since you were shown it. Look at it again, then confirm."
    ),
    "reason_missing": _("Say why, in words that the other side can read."),
    "same_person": _("The same person cannot propose and confirm: ask a colleague."),
    "proposal_open": _("A proposal is already waiting for its second person."),
    "ground_missing": _("A refusal names its ground, its article and its reason."),
    "number_taken": _("This number of a resolution is taken."),
    "number_missing": _("Enter number and time of the resolution: they decide equal remainders."),
    "time_in_future": _("The time of the resolution lies in the future."),
    "time_before_submission": _(
        "The list was handed in only at %(at)s: check day and time of the resolution."
    ),
    "not_carried": _("A resolution needs more votes for than against: check the votes."),
    "lot_in_future": _("The time of the lot lies in the future."),
    "lot_before_count": _(
        "The lot is drawn after the polling stations have closed: check the time."
    ),
    "wrong_list": _("A list of another contest stands in this protocol."),
    "wrong_precinct": _("This polling station does not belong to this contest."),
    "voting_not_closed": _("Protocols are entered once voting has closed."),
    "entered_already": _("%(name)s has made this protocol definitive meanwhile: %(at)s."),
    "nothing_to_correct": _("Nothing differs from what is published: there is no correction."),
    "lot_incomplete": _("Name the lists that won, the place, the time and who was present."),
    "lot_outcome_wrong": _("These lists do not answer the question of the lot."),
    "second_unknown": _("The second person must belong to this commission."),
    "warning_not_accepted": _("Give the reason for each warning, or correct the numbers."),
    "entries_not_supported": _("This election needs two entries, which cannot be made here yet."),
    "question_changed": _("The question of this lot has changed: look at the page again."),
    "not_final": _("Not everything is counted, fresh and decided: nothing is published."),
    "second_differs": _("The second program computes other seats: nothing is published."),
}


def article(text: str) -> str:
    """Write "Art. 97-1(1)" as the active language cites an article; other texts stay."""
    found = _ARTICLE.fullmatch(text)
    if found is None:
        return str(_OTHER_LAWS.get(text, text))
    words = _("Art. %(article)s(%(paragraph)s)") if found["paragraph"] else _("Art. %(article)s")
    return str(words) % found.groupdict()


def say(finding: Finding, reader: Reader) -> Said:
    """Put a finding into this reader's words, in the active language.

    The public is not told what is a person's own: neither the field nor the article of it.
    """
    words = FINDINGS[finding.code]
    params = _shown(finding.params) | _derived(finding.params)
    is_withheld = reader is Reader.PUBLIC and isinstance(words.public, Withheld)
    return Said(
        finding.code,
        finding.severity,
        "" if is_withheld else finding.field,
        str(words.title(reader)) % params,
        str(words.action(reader)) % params,
        "" if is_withheld else article(finding.article),
    )


def groups(names: Iterable[str], under: int) -> str:
    """Name who counts for the quota of an edition: "women or people under 29"."""
    words = [str(GROUPS[name]) % {"under": numerals.number(under)} for name in names]
    return str(get_text_list([*words], _("or")))


def _derived(params: Mapping[str, Param]) -> dict[str, str]:
    """Write what follows from the numbers of a finding: how many are missing, who counts."""
    found = {}
    if isinstance(difference := params.get("difference"), int):
        found["missing"] = numerals.number(abs(difference))
    named, under = params.get("groups"), params.get("under")
    if isinstance(named, tuple) and isinstance(under, int):
        found["groups"] = groups(named, under)
        found["repairs"] = _repairs(params, found["groups"])
    return found


def _repairs(params: Mapping[str, Param], groups: str) -> str:
    """Name the smallest repairs of a quota as what they are: each of them is enough.

    Who is named for a mandate takes another's place: there is one repair alone.
    """
    add, exchange, remove = (params.get(name) for name in ("count", "exchange", "remove"))
    if not isinstance(exchange, int):
        return ""
    shown = _shown(params) | {"groups": groups}
    if not isinstance(add, int):
        return _in_their_place(exchange) % shown
    found = {"add": _added(add) % shown, "exchange": _exchanged(exchange) % shown}
    if not isinstance(remove, int):
        return str(_("either %(add)s, or %(exchange)s")) % found
    text = ngettext(
        "take %(remove)s other candidate off the list",
        "take %(remove)s other candidates off the list",
        remove,
    )
    found["remove"] = text % shown
    return str(_("either %(add)s, or %(exchange)s, or %(remove)s")) % found


# Russian has one form for 1 and 21, Kazakh for every number: one person has words of its own.


def _added(number: int) -> str:
    return ngettext(
        "add %(count)s person (%(groups)s)", "add %(count)s people (%(groups)s)", number
    )


def _exchanged(number: int) -> str:
    if number == 1:
        return str(_("put one such person in the place of another candidate"))
    return ngettext(
        "put %(exchange)s such person in the place of another candidate",
        "put %(exchange)s such people in the place of other candidates",
        number,
    )


def _in_their_place(number: int) -> str:
    if number == 1:
        return str(_("one more person (%(groups)s) in the place of another"))
    return ngettext(
        "%(exchange)s more person (%(groups)s) in the place of another",
        "%(exchange)s more people (%(groups)s) in the place of others",
        number,
    )


def refusal(refused: Refused) -> str:
    """Put a refusal into one sentence of the active language."""
    if refused.code in FINDINGS and refused.findings:
        return say(refused.findings[0], Reader.OFFICIAL).title
    return str(REFUSALS[refused.code]) % _shown(refused.params)


def state_badge(state: str, text: str) -> dict[str, str]:
    """Return what components/state_badge shows of a list's state."""
    icon, tone = BADGES[state]
    return {"icon": icon, "tone": tone, "text": text}


def _shown(params: Mapping[str, Any]) -> dict[str, str]:
    return {name: _show(name, value) for name, value in params.items()}


def _show(name: str, value: object) -> str:
    if isinstance(value, Fraction):
        return numerals.share(value)
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return formats.date_format(value, "DATE_FORMAT")
    if name == "at" and isinstance(value, str):
        moment = timezone.localtime(datetime.fromisoformat(value))
        return formats.date_format(moment, "DATETIME_FORMAT")
    if isinstance(value, int) and not isinstance(value, bool):
        return numerals.number(value)
    return str(value)
