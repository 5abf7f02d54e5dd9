"""The shape of the law's parameters: values with their article and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from elections.law.parameters import (
    BallotRules,
    BodyKind,
    BodyRules,
    CalendarRules,
    DepositRules,
    DocumentRules,
    NominationRules,
    PublicationRules,
    RegistrationRules,
    Rule,
    Tag,
    Weight,
)
from elections.law.protocol import ProtocolForm

__all__ = [
    "AllocationEdition",
    "AllocationRules",
    "Bar",
    "Edition",
    "EligibilityRules",
    "FreedMandates",
    "Gap",
    "MandateGap",
    "MandateRules",
    "NamedBy",
    "QuotaBase",
    "QuotaGroup",
    "QuotaRules",
    "ReferenceDay",
    "Rule",
    "SecondList",
    "Tag",
    "ThresholdBase",
    "TieRule",
    "Vacancy",
    "WithoutPersons",
]


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
    """What the second list gets when one list passes: quotas times `factor`, at least `minimum`.

    Both are 0 in an edition in which a list that passes alone receives every mandate.
    """

    factor: Fraction
    minimum: int

    @property
    def takes_part(self) -> bool:
        """Say whether a second list takes part at all."""
        return self.factor > 0 or self.minimum > 0


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


class Bar(StrEnum):
    """What keeps a person from being a candidate."""

    CONVICTION = "conviction"  # not expunged or lifted
    CORRUPTION = "corruption"  # guilt of a crime or an offence, established by a court
    INCAPABLE = "incapable"  # declared so by a court
    PRISON = "prison"  # by sentence


@dataclass(frozen=True, slots=True)
class EligibilityRules:
    """Who may be a candidate."""

    citizen: Rule[bool]
    minimum_age: Rule[int]
    age_on: Rule[ReferenceDay]
    resident_years: Rule[int]  # the last years, lived in the country; 0: none asked for
    resident_in_territory: Rule[Weight]
    party_member: Rule[bool]
    bars: Rule[tuple[Bar, ...]]
    several_lists: Rule[Weight]  # the same person on several lists


class QuotaGroup(StrEnum):
    """Who counts towards the quota; a person of several groups counts once."""

    WOMEN = "women"
    UNDER_AGE = "under_age"
    DISABILITY = "disability"


class QuotaBase(StrEnum):
    """What the quota is a share of."""

    PERSONS_ON_LIST = "persons_on_list"  # as registered, counted anew after each exclusion


@dataclass(frozen=True, slots=True)
class QuotaRules:
    """How many persons of the groups a list holds; all together, each person counted once."""

    groups: Rule[tuple[QuotaGroup, ...]]  # empty: no quota
    minimum_share: Rule[Fraction]
    base: Rule[QuotaBase]
    under_age: Rule[int]
    age_on: Rule[ReferenceDay]
    binds_mandates: Rule[bool]  # the same share again when mandates are distributed


class NamedBy(StrEnum):
    """Who says which persons of a list receive its mandates."""

    GOVERNING_BODY = "governing_body"  # of the party; a list is alphabetical and gives no order


class Vacancy(StrEnum):
    """Who takes a mandate that becomes vacant."""

    NAMED_FROM_LIST = "named_from_list"  # whoever `named_by` names among the others of the list


class WithoutPersons(StrEnum):
    """What becomes of a mandate for which the list has nobody left."""

    STAYS_VACANT = "stays_vacant"  # until the next election


class MandateGap(StrEnum):
    """A case about mandates for which no rule was found: the commission decides."""

    NOT_NAMED_IN_TIME = "not_named_in_time"


@dataclass(frozen=True, slots=True)
class MandateRules:
    """Who receives the mandates of a list; whether the quota binds them stands in `QuotaRules`."""

    named_by: Rule[NamedBy]
    naming_days: Rule[int]  # after the day on which the results are established
    vacancy: Rule[Vacancy]
    vacancy_days: Rule[
        int | None
    ]  # after the day on which the mandate became vacant; None: no term
    exhausted: Rule[WithoutPersons]
    gaps: Rule[tuple[MandateGap, ...]]


@dataclass(frozen=True, slots=True)
class AllocationEdition:
    """How mandates followed from votes between two days (the second day excluded).

    Of the Majilis before 2019 no more than this is known; an `Edition` says the rest too.
    """

    code: str
    body: str
    valid_from: date
    valid_until: date
    citation: str
    allocation: AllocationRules


@dataclass(frozen=True, slots=True)
class Edition(AllocationEdition):
    """The law as it stood for elections of one body between two days (the second day excluded)."""

    bodies: BodyRules
    nomination: NominationRules
    eligibility: EligibilityRules
    quota: QuotaRules
    documents: DocumentRules
    deposit: DepositRules
    registration: RegistrationRules
    calendar: CalendarRules
    ballot: BallotRules
    protocol: ProtocolForm
    publication: PublicationRules
    mandates: MandateRules

    @property
    def kinds(self) -> tuple[BodyKind, ...]:
        """Name the kinds of body that this edition governs."""
        return self.bodies.list_seats.value.kinds
