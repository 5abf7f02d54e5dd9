"""Codes of findings and refusals → words for an official, a clerk and the public.

A finding has a title (what is so) and, for those who can mend it, an action (what to do). The law
gives the numbers; here they become words of the reader's language. A test holds every code that the
law can give against this table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elections.law.findings import Finding, Severity
from elections.refusals import Refused
from portal.base import numerals


class Reader(StrEnum):
    """For whom the words are."""

    OFFICIAL = "official"
    CLERK = "clerk"
    PUBLIC = "public"


Text = str | Promise
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
class Words:
    """What is said of one code; `clerk` stands for the title where a clerk reads another one."""

    title: Text
    action: Text = ""
    clerk: Text = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words: ready to be shown at its field, its row and in the panel alike."""

    code: str
    severity: Severity
    field: str
    title: str
    action: str
    article: str


_ARTICLE = re.compile(r"(?:Art\. )?(?P<article>\d+(?:-\d+)?)(?:\((?P<paragraph>\d+)\))?")
_OTHER_LAWS: Mapping[str, Text] = {
    "Law No. 223 of 12 January 2007": _("Law No. 223 of 12 January 2007"),
    "Art. 5(2) of the Law on Local Government and Self-Government": _(
        "Art. 5(2) of the Law on Local Government and Self-Government"
    ),
}
_TYPE_IT = _("Enter it; an unfinished list can be saved at any time.")
FINDINGS: dict[str, Words] = {
    # --- a person
    "candidate.surname_missing": Words(_("The surname is missing."), _TYPE_IT),
    "candidate.given_name_missing": Words(_("The given name is missing."), _TYPE_IT),
    "candidate.iin_missing": Words(_("The IIN is missing."), _TYPE_IT),
    "candidate.birth_date_missing": Words(
        _("The birth date is missing."), _("Enter the IIN: the birth date follows from it.")
    ),
    "candidate.sex_missing": Words(
        _("The sex is missing."), _("Enter the IIN: the sex follows from it.")
    ),
    "candidate.is_citizen_missing": Words(
        _("The citizenship is not stated."), _("Say whether the person is a citizen of Kazakhstan.")
    ),
    "candidate.is_party_member_missing": Words(
        _("The party membership is not stated."),
        _("Say whether the person is a member of the party."),
    ),
    "candidate.residence_missing": Words(
        _("The place of residence is not given."), _("Enter the region, city or district.")
    ),
    "candidate.occupation_missing": Words(
        _("The occupation is not given."), _("Enter what the notice about candidates is to say.")
    ),
    "candidate.not_citizen": Words(
        _("Only a citizen of Kazakhstan may be a candidate."),
        _("Take the person off the list, or correct the answer."),
    ),
    "candidate.not_member": Words(
        _("Only a member of the party may be on its list."),
        _("Take the person off the list, or correct the answer."),
    ),
    "candidate.not_born": Words(
        _("The birth date lies after election day."), _("Check the birth date and the IIN.")
    ),
    "candidate.too_long_ago": Words(
        _("Born too long ago: %(age)s years old on election day."),
        _("Check the year of birth and the IIN."),
    ),
    "candidate.latin_letters": Words(
        _("Latin letters in the name: %(letters)s."),
        _("Type them in Cyrillic: they look alike, and the person would stand in another place."),
    ),
    "candidate.too_young": Words(
        _("Too young: %(age)s on election day, the minimum is %(minimum)s."),
        _("Check the birth date; who is too young cannot be on the list."),
    ),
    "candidate.duplicate": Words(
        _("This IIN stands on the list more than once."),
        _("Keep the person once, or correct one of the numbers."),
    ),
    # --- the number
    "iin.not_digits": Words(_("An IIN has digits only."), _("Enter the 12 digits without spaces.")),
    "iin.length": Words(_("An IIN has 12 digits."), _("Check the number against the document.")),
    "iin.seventh_digit": Words(
        _("The seventh digit of this IIN belongs to no citizen."),
        _("Check the number against the document."),
    ),
    "iin.birth_date": Words(
        _("The first six digits of this IIN are no date."),
        _("Check the number against the document."),
    ),
    "iin.check_digit": Words(
        _("This IIN has a wrong check digit."),
        _("One digit is mistyped or two are swapped: check the number against the document."),
    ),
    "iin.birth_date_differs": Words(
        _("The birth date does not fit the IIN."),
        _("Check both; records can disagree, so this does not block the list."),
    ),
    "iin.sex_differs": Words(
        _("The sex does not fit the IIN."),
        _("Check both; records can disagree, so this does not block the list."),
    ),
    # --- the list
    "list.empty": Words(_("There is nobody on the list."), _("Add the first candidate.")),
    "list.too_long": Words(
        _("Too many people on the list: %(count)s, at most %(limit)s."),
        _("Take people off the list until it holds no more than %(limit)s."),
    ),
    "list.too_short": Words(
        _("Too few people on the list: %(count)s, at least %(limit)s."),
        _("Add candidates until the list holds %(limit)s."),
    ),
    "quota.not_met": Words(
        _("Quota not met: %(share)s, minimum %(minimum)s; %(count)s more needed."),
        _(
            "Add %(count)s women or people under %(under)s, or put %(exchange)s of them in the "
            "place of others."
        ),
        clerk=_("Quota not met: %(counted)s of %(total)s, %(share)s; minimum %(minimum)s."),
    ),
    "quota.at_the_limit": Words(
        _(
            "Quota met with nobody to spare: %(counted)s of %(total)s, %(share)s; "
            "minimum %(minimum)s."
        ),
        _("Whoever of these %(needed)s leaves the list, the quota is broken."),
    ),
    # --- the conference
    "conference.nominating_body_missing": Words(_("The nominating body is not named."), _TYPE_IT),
    "conference.nominated_on_missing": Words(_("The day of the nomination is missing."), _TYPE_IT),
    "conference.nominated_at_place_missing": Words(
        _("The place of the nomination is missing."), _TYPE_IT
    ),
    "conference.present_missing": Words(_("The number of those present is missing."), _TYPE_IT),
    "conference.votes_for_missing": Words(
        _("The number of votes for the list is missing."), _TYPE_IT
    ),
    "conference.minutes_number_missing": Words(
        _("The number of the minutes is missing."), _TYPE_IT
    ),
    "conference.in_future": Words(
        _("The day of the nomination lies in the future."),
        _("Enter the day on which the list was nominated."),
    ),
    "conference.more_votes_than_present": Words(
        _("More votes than people present: %(votes)s > %(present)s."),
        _("Check both numbers against the minutes."),
    ),
    "conference.no_majority": Words(
        _("No majority: %(votes)s of %(present)s."),
        _("A list is nominated by more than half of those present: check the minutes."),
    ),
    # --- the persons named for mandates
    "mandates.not_on_list": Words(
        _("This person does not stand on the registered list."),
        _("Name a person of the registered list."),
    ),
    "mandates.named_twice": Words(
        _("This person is named more than once."), _("Name each person once.")
    ),
    "mandates.withdrawn": Words(
        _("This person withdrew from the list."), _("Name another person of the list.")
    ),
    "mandates.excluded": Words(
        _("This person was excluded from the list."), _("Name another person of the list.")
    ),
    "mandates.deceased": Words(_("This person has died."), _("Name another person of the list.")),
    "mandates.holder": Words(
        _("This person holds a mandate already, or has given this one up."),
        _("Name another person of the list."),
    ),
    "mandates.too_many": Words(
        _("Too many people named: %(named)s for %(able)s."),
        _("Name as many people as there are mandates: %(able)s."),
    ),
    "mandates.too_few": Words(
        _("Too few people named: %(named)s for %(able)s."),
        _("Name as many people as there are mandates: %(able)s."),
    ),
    "mandates.list_exhausted": Words(
        _("The list is exhausted. Mandates that stay vacant: %(vacant)s.")
    ),
    "mandates.quota_not_met": Words(
        _("Quota of the mandates not met: %(counted)s of %(total)s, minimum %(minimum)s."),
        _("Put %(exchange)s more people of the groups in the place of others."),
    ),
    # --- the window
    "deadline.unknown": Words(
        _("The commission has not set the days of nomination."), _("Ask the commission.")
    ),
    "deadline.not_open": Words(
        _("Nomination opens later: %(at)s."), _("The list can be filled in until then.")
    ),
    "deadline.passed": Words(
        _("The deadline passed: %(at)s. Kept as a draft."),
        _("Nothing can be handed in any more; ask the commission."),
    ),
    # --- a protocol
    "protocol.missing": Words(_("This number is missing."), _("Enter it; none is 0.")),
    "protocol.not_a_count": Words(
        _("This is not a whole number from 0 on."), _("Enter digits only.")
    ),
    "protocol.too_large": Words(
        _("This number is too large: at most %(limit)s."), _("Check it against the paper.")
    ),
    "protocol.unknown_field": Words(_("The form has no such field.")),
    "protocol.unknown_list": Words(_("This list does not stand in this contest.")),
    "protocol.more_ballots_than_voters": Words(
        _("More ballots issued than voters on the lists: %(left)s > %(right)s."),
        _("Check both numbers."),
    ),
    "protocol.absentee_above_received": Words(
        _("More absentee certificates than voters who received ballots: %(left)s > %(right)s."),
        _("Check both numbers."),
    ),
    "protocol.outside_above_received": Words(
        _("More voted outside the premises than received ballots: %(left)s > %(right)s."),
        _("Check both numbers."),
    ),
    "protocol.valid_is_sum_of_votes": Words(
        _("Valid ballots %(left)s, votes for the lists together %(right)s."),
        _("Check the votes of each list and the number of valid ballots."),
    ),
    "protocol.more_votes_than_ballots": Words(
        _("More votes than ballots: %(left)s > %(right)s."),
        _("Check the valid and invalid ballots and those issued."),
    ),
    "protocol.ballots_taken_away": Words(
        _("%(missing)s ballots were issued and not found."),
        _("Voters may have taken them away: check, then give the reason."),
    ),
    "protocol.found_is_valid_and_invalid": Words(
        _("Found in the boxes %(left)s, valid and invalid together %(right)s."),
        _("Check the boxes and the piles."),
    ),
    "protocol.nobody_voted": Words(
        _("No ballot was issued to %(voters)s voters on the lists."),
        _("Check the number of voters who received ballots, then give the reason."),
    ),
    "protocol.portable_above_outside": Words(
        _("More ballots in portable boxes than voters outside: %(left)s > %(right)s."),
        _("Check both numbers, then give the reason."),
    ),
    "protocol.delivered_is_accounted_for": Words(
        _("Ballots received %(left)s, issued, unused and spoiled together %(right)s."),
        _("Check the four numbers."),
    ),
    "protocol.delivered_is_voters_and_reserve": Words(
        _("Ballots received %(left)s; voters and one per cent in reserve: %(right)s."),
        _("Check both numbers, then give the reason."),
    ),
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


def say(finding: Finding, reader: Reader = Reader.OFFICIAL) -> Said:
    """Put a finding into the words of the active language; an unknown code is a fault of ours."""
    words = FINDINGS[finding.code]
    params = _shown(finding.params)
    if "left" in finding.params and "right" in finding.params:
        left, right = finding.params["left"], finding.params["right"]
        if isinstance(left, int) and isinstance(right, int):
            params["missing"] = numerals.number(abs(left - right))
    title = words.clerk if reader is Reader.CLERK and words.clerk else words.title
    action = words.action if reader is Reader.OFFICIAL or words.clerk == "" else ""
    return Said(
        finding.code,
        finding.severity,
        finding.field,
        str(title) % params,
        "" if reader is Reader.PUBLIC else str(action) % params,
        article(finding.article),
    )


def refusal(refused: Refused) -> str:
    """Put a refusal into one sentence of the active language."""
    if refused.code in FINDINGS and refused.findings:
        return say(refused.findings[0]).title
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
