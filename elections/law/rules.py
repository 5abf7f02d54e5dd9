"""The shape of the law's parameters: values with their article and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from elections.law.protocol import ProtocolForm

T = TypeVar("T")


class Tag(StrEnum):
    """How a rule is known; the meanings are those of `docs/allocation.md`."""

    T_21 = "T-21"  # text of the law, edition that fits 2019 to 2022
    T_OLD = "T-old"  # text of the law in an older edition
    T_NEW = "T-new"  # text of a later amendment
    COMMISSION = "C"  # statement of a commission, or a summary by an international body
    PRESS = "N"
    DERIVED = "D"  # by arithmetic from published figures
    UNCONFIRMED = "?"


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One parameter of an edition.

    `article` is an article of the Constitutional Law on Elections unless it names another act; it
    is empty where no article was found. `note` says what a lawyer should know about the value.
    """

    value: T
    tags: tuple[Tag, ...]
    article: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_confirmed(self) -> bool:
        """False where the value is a default of ours that a lawyer has still to confirm."""
        return Tag.UNCONFIRMED not in self.tags


class ThresholdBase(StrEnum):
    """What the threshold is a share of."""

    VALID_VOTES = "valid_votes"  # includes "against all" where it is on the ballot
    BALLOTS_IN_BOX = "ballots_in_box"
    BALLOTS_ISSUED = "ballots_issued"


class TieRule(StrEnum):
    """Who gets the mandate when remainders are equal."""

    EARLIER_REGISTRATION = "earlier_registration"  # the same instant and number: a lot
    LOT = "lot"


class ReferenceDay(StrEnum):
    """The day on which an age is counted."""

    ELECTION_DAY = "election_day"


class Gap(StrEnum):
    """A case for which no rule was found: the commission decides, nothing is guessed."""

    NOBODY_PASSES = "nobody_passes"
    ONE_LIST_ALONE = "one_list_alone"
    SECOND_PLACE_TIED = "second_place_tied"
    TOO_FEW_MANDATES = "too_few_mandates"


@dataclass(frozen=True, slots=True)
class SecondList:
    """What the second list gets when one list passes: quotas times `factor`, at least `minimum`."""

    factor: Fraction
    minimum: int


class FreedMandates(StrEnum):
    """Who receives the mandates that the factor of the second list leaves over."""

    FIRST_LIST = "first_list"


@dataclass(frozen=True, slots=True)
class AllocationRules:
    """How mandates follow from votes."""

    threshold: Rule[Fraction]
    threshold_base: Rule[ThresholdBase]
    quotient: Rule[str]
    remainders: Rule[str]
    tie: Rule[TieRule]
    second_list: Rule[SecondList]
    freed_mandates: Rule[FreedMandates]
    gaps: Rule[tuple[Gap, ...]]

    def with_threshold(self, share: Fraction) -> AllocationRules:
        """Return these rules with another threshold, as an exact share between 0 and 1.

        For what-if computations: a threshold that is not the edition's bears no article.
        """
        if share == self.threshold.value:
            return self
        return replace(self, threshold=Rule(share, (Tag.UNCONFIRMED,), note="not of this edition"))


@dataclass(frozen=True, slots=True)
class EligibilityRules:
    """Who may be a candidate, as far as a birth date can say it."""

    minimum_age: Rule[int]
    age_on: Rule[ReferenceDay]


@dataclass(frozen=True, slots=True)
class QuotaRules:
    """How many women and young people a list holds; both together, each person counted once."""

    minimum_share: Rule[Fraction]
    under_age: Rule[int]
    age_on: Rule[ReferenceDay]


@dataclass(frozen=True, slots=True)
class Edition:
    """The law as it stood for elections of one body between two days (the second day excluded)."""

    code: str
    body: str
    valid_from: date
    valid_until: date
    citation: str
    eligibility: EligibilityRules
    quota: QuotaRules
    protocol: ProtocolForm
    allocation: AllocationRules
