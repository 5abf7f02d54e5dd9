"""What a check found: a code with field, numbers and article; `elections.wording` has the words.

Every code that a rule can give is listed in `CODES`, with its severity and its params: one that is
not, or that comes with others, cannot be made. Codes are stable: entries keep the code of a warning
that was accepted.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

Param: TypeAlias = int | str | date | Fraction | tuple[str, ...]


class Severity(StrEnum):
    """How much a finding weighs.

    An error refuses; a warning asks a person to look, and in a protocol for a reason; an
    information is good to know, and asks for nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class UnlistedError(ValueError):
    """A finding that `CODES` does not know in this way; the message says how, in English."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a code comes with: one of the severities, all of the params, and perhaps the optional.

    An optional param is left out where it has no value.
    """

    severities: frozenset[Severity]
    params: frozenset[str]
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule of the law says about one field.

    `field` is the path of the field in the form that was checked ("iin", "votes.nur-otan"); empty
    where the finding is about the whole. `params` are the numbers that a sentence about it needs;
    they never hold a private value (no IIN, no name). `article` is empty where no article was
    found. Raises UnlistedError for what `CODES` does not hold.
    """

    code: str
    severity: Severity
    field: str = ""
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict, hash=False)
    article: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))
        listed = CODES.get(self.code)
        if listed is None:
            raise UnlistedError(f"no listed code: {self.code}")
        if self.severity not in listed.severities:
            raise UnlistedError(f"{self.code} is never of severity {self.severity}")
        if not listed.params <= self.params.keys() <= listed.params | listed.optional:
            raise UnlistedError(f"{self.code} with other params: {', '.join(self.params)}")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings refuses what was checked."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings: errors, warnings, information; of one severity as they came."""
    weight = list(Severity)
    return sorted(findings, key=lambda finding: weight.index(finding.severity))


def _error(*params: str, optional: Iterable[str] = ()) -> Listed:
    return Listed(frozenset({Severity.ERROR}), frozenset(params), frozenset(optional))


def _warning(*params: str) -> Listed:
    return Listed(frozenset({Severity.WARNING}), frozenset(params))


def _information(*params: str) -> Listed:
    return Listed(frozenset({Severity.INFORMATION}), frozenset(params))


_EQUATION = ("left", "right", "difference", "relation", "fields")
# Counted people of all people, shares as fractions; which groups count, and people under which age.
_QUOTA = ("share", "minimum", "counted", "total", "groups", "under")

CODES: Final[Mapping[str, Listed]] = MappingProxyType(
    {
        # --- a person: elections.law.lists, elections.law.eligibility
        "candidate.surname_missing": _error(),
        "candidate.given_name_missing": _error(),
        "candidate.iin_missing": _error(),
        "candidate.birth_date_missing": _error(),
        "candidate.sex_missing": _error(),
        "candidate.is_citizen_missing": _error(),
        "candidate.is_party_member_missing": _error(),
        "candidate.residence_missing": _warning(),
        "candidate.occupation_missing": _warning(),
        "candidate.not_citizen": _error(),
        "candidate.not_member": _error(),
        "candidate.not_born": _error("on"),
        "candidate.too_long_ago": _error("age"),
        "candidate.too_young": _error("age", "minimum", "on"),
        "candidate.latin_letters": _warning("letters"),
        "candidate.duplicate": _error(),
        "candidate.disability_certificate": _information(),
        # --- the number: elections.law.iin
        "iin.not_digits": _error(),
        "iin.length": _error(),
        "iin.seventh_digit": _error(),
        "iin.birth_date": _error(),
        "iin.check_digit": _error(),
        "iin.birth_date_differs": _warning(),
        "iin.sex_differs": _warning(),
        # --- the list: elections.law.lists, elections.law.quota
        "list.empty": _error(),
        "list.too_long": _error("count", "limit"),
        "list.too_short": _error("count", "limit"),
        "quota.not_met": _error(*_QUOTA, "count", "exchange", optional=("remove",)),
        "quota.at_the_limit": _information(*_QUOTA, "needed"),
        # --- the decision to nominate: elections.law.lists
        "conference.nominating_body_missing": _error(),
        "conference.nominated_on_missing": _error(),
        "conference.nominated_at_place_missing": _error(),
        "conference.members_missing": _error(),
        "conference.present_missing": _error(),
        "conference.votes_for_missing": _error(),
        "conference.minutes_number_missing": _error(),
        "conference.in_future": _error(),
        "conference.more_present_than_members": _error("number", "of"),
        "conference.more_votes_than_present": _error("number", "of"),
        "conference.no_majority": _error("number", "of"),
        "conference.no_majority_of_members": _error("number", "of"),
        # --- the persons named for mandates: elections.law.mandates
        "mandates.not_on_list": _error(),
        "mandates.named_twice": _error(),
        "mandates.withdrawn": _error(),
        "mandates.excluded": _error(),
        "mandates.deceased": _error(),
        "mandates.holder": _error(),
        "mandates.too_many": _error("named", "seats", "able"),
        "mandates.too_few": _error("named", "seats", "able"),
        "mandates.list_exhausted": _warning("vacant"),
        # A warning where nobody could be named to meet it.
        "mandates.quota_not_met": Listed(
            frozenset({Severity.ERROR, Severity.WARNING}), frozenset((*_QUOTA, "exchange"))
        ),
        # --- the window: elections.law.calendar; `at` is an instant as ISO 8601 text
        "deadline.unknown": _error(),
        "deadline.not_open": _error("at"),
        "deadline.passed": _error("at"),
        # --- a protocol: elections.law.protocol, and the controls of the edition's form
        "protocol.missing": _error(),
        "protocol.not_a_count": _error(),
        "protocol.too_large": _error("limit"),
        "protocol.unknown_field": _error(),
        "protocol.unknown_list": _error(),
        "protocol.nobody_voted": _warning("voters", "fields"),
        "protocol.more_ballots_than_voters": _error(*_EQUATION),
        "protocol.absentee_above_received": _error(*_EQUATION),
        "protocol.outside_above_received": _error(*_EQUATION),
        "protocol.valid_is_sum_of_votes": _error(*_EQUATION),
        "protocol.more_votes_than_ballots": _error(*_EQUATION),
        "protocol.ballots_taken_away": _warning(*_EQUATION),
        "protocol.found_is_valid_and_invalid": _error(*_EQUATION),
        "protocol.portable_above_outside": _warning(*_EQUATION),
        "protocol.delivered_is_accounted_for": _error(*_EQUATION),
        "protocol.delivered_is_voters_and_reserve": _warning(*_EQUATION),
    }
)
