"""The quota of a list: persons of the edition's groups, all together, each person counted once.

The groups are women and people under 29; since 7 February 2022 also persons with disabilities, for
the Majilis alone. One rule for the meter in the editor, for submission, for review and for what is
published. Shares are exact fractions and never rounded before they are compared.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from elections.law.eligibility import age
from elections.law.findings import Finding, Param, Severity
from elections.law.iin import Sex
from elections.law.rules import QuotaGroup, QuotaRules


@dataclass(frozen=True, slots=True)
class Person:
    """One person on a list; what is not known yet does not count towards the quota."""

    key: Hashable
    sex: Sex | None = None
    birth_date: date | None = None
    has_disability: bool = False


@dataclass(frozen=True, slots=True)
class Without:
    """The quota if one person left the list."""

    key: Hashable
    counted: int
    total: int
    share: Fraction | None
    is_met: bool


@dataclass(frozen=True, slots=True)
class Quota:
    """The quota of a list.

    `counted` people are of at least one group of the edition; the share is of all people on the
    list, None for an empty list. `women`, `young` and `with_disability` count the people of each
    kind, `both` the young women. The smallest repairs: `to_add` is how many more people of the
    groups the list needs if they are added to it, `to_exchange` how many if they take the place of
    others, `to_remove` how many others fewer (None where nobody is of a group). `without` tells for
    each person what would be left without that person.
    """

    total: int
    women: int
    young: int
    both: int
    with_disability: int
    counted: int
    share: Fraction | None
    minimum: Fraction
    is_met: bool
    to_add: int
    to_exchange: int
    to_remove: int | None
    without: tuple[Without, ...]


def counts_disability(rules: QuotaRules) -> bool:
    """Say whether persons with disabilities are a group of the quota: then a list names them."""
    return QuotaGroup.DISABILITY in rules.groups.value


def count(people: Sequence[Person], rules: QuotaRules, election_day: date) -> Quota:
    """Count the quota of a list on election day; where no group is named, nobody is needed.

    Art. 89(4) for the Majilis.
    """
    minimum = rules.minimum_share.value
    women = [person.sex is Sex.FEMALE for person in people]
    young = [_is_young(person, rules, election_day) for person in people]
    disabled = [person.has_disability for person in people]
    of_group = {
        QuotaGroup.WOMEN: women,
        QuotaGroup.UNDER_AGE: young,
        QuotaGroup.DISABILITY: disabled,
    }
    counting = [of_group[group] for group in rules.groups.value]
    counts = [any(flags) for flags in zip(*counting, strict=True)] or [False] * len(people)
    counted, total = sum(counts), len(people)
    return Quota(
        total=total,
        women=sum(women),
        young=sum(young),
        both=sum(woman and youth for woman, youth in zip(women, young, strict=True)),
        with_disability=sum(disabled),
        counted=counted,
        share=_share(counted, total),
        minimum=minimum,
        is_met=_is_met(counted, total, minimum),
        to_add=_to_add(counted, total, minimum),
        to_exchange=_to_exchange(counted, total, minimum),
        to_remove=_to_remove(counted, total, minimum),
        without=tuple(
            _without(person, counted - counts_too, total - 1, minimum)
            for person, counts_too in zip(people, counts, strict=True)
        ),
    )


def check(quota: Quota, rules: QuotaRules) -> tuple[Finding, ...]:
    """Find a broken quota, or one that the next loss would break, at the field "candidates".

    "quota.not_met" bears the share, the minimum and the smallest repairs (`remove` only where it
    exists). It is an error: it refuses a submission. After registration the caller makes it a
    warning to the commission, for nothing is annulled by itself. "quota.at_the_limit" is an
    information: the quota is met, and `needed` people are each of them needed for it, which are
    all who count. Art. 89(4) for the Majilis.
    """
    # Of a list that nobody else stands on nothing is left, which is no matter of its quota.
    needed = sum(part.total > 0 and not part.is_met for part in quota.without)
    if quota.is_met and not needed:
        return ()
    params: dict[str, Param] = {
        "share": quota.share or Fraction(0),
        "minimum": quota.minimum,
        "counted": quota.counted,
        "total": quota.total,
        "groups": tuple(group.value for group in rules.groups.value),
        "under": rules.under_age.value,
    }
    article = rules.minimum_share.article
    if quota.is_met:
        params |= {"needed": needed}
        return (Finding("quota.at_the_limit", Severity.INFORMATION, "candidates", params, article),)
    params |= {"count": quota.to_add, "exchange": quota.to_exchange}
    if quota.to_remove is not None:
        params |= {"remove": quota.to_remove}
    return (Finding("quota.not_met", Severity.ERROR, "candidates", params, article),)


def _is_young(person: Person, rules: QuotaRules, election_day: date) -> bool:
    if person.birth_date is None:
        return False
    # A birth date still to come is a mistake of typing, not a young candidate.
    return 0 <= age(person.birth_date, election_day) < rules.under_age.value


def _share(counted: int, total: int) -> Fraction | None:
    return Fraction(counted, total) if total else None


def _is_met(counted: int, total: int, minimum: Fraction) -> bool:
    return total > 0 and counted * minimum.denominator >= minimum.numerator * total


def _to_add(counted: int, total: int, minimum: Fraction) -> int:
    """Find the smallest n with (counted + n) of (total + n) at least the minimum, below 1."""
    missing = minimum.numerator * total - minimum.denominator * counted
    least = _rounded_up(missing, minimum.denominator - minimum.numerator)
    # An empty list has no share at all: one person makes it a list.
    return max(least, 0 if total else 1)


def _to_exchange(counted: int, total: int, minimum: Fraction) -> int:
    """Find the smallest n with (counted + n) of total at least the minimum."""
    missing = minimum.numerator * total - minimum.denominator * counted
    return max(_rounded_up(missing, minimum.denominator), 0)


def _to_remove(counted: int, total: int, minimum: Fraction) -> int | None:
    """Find the smallest n with counted of (total - n) at least the minimum, one person left."""
    if not counted:
        return None
    if not minimum:
        return 0
    return max(0, total - counted * minimum.denominator // minimum.numerator)


def _rounded_up(number: int, by: int) -> int:
    return -(-number // by)


def _without(person: Person, counted: int, total: int, minimum: Fraction) -> Without:
    return Without(
        person.key, counted, total, _share(counted, total), _is_met(counted, total, minimum)
    )
