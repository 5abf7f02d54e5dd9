"""What a rule of an edition is made of, and the rules about bodies, lists, ballots and calendars.

`elections.law.rules` holds those that are computed with (eligibility, quota, allocation) and the
edition itself. Each group is a frozen dataclass of `Rule`s, so that every value has its article,
its sources and its tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

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


class BodyKind(StrEnum):
    """What is elected; the four kinds of maslikhat are those of its territory."""

    MAJILIS = "majilis"
    KURULTAI = "kurultai"
    REGION = "region"
    REPUBLICAN_CITY = "republican_city"
    REGIONAL_CITY = "regional_city"
    DISTRICT = "district"


MASLIKHATS = (
    BodyKind.REGION,
    BodyKind.REPUBLICAN_CITY,
    BodyKind.REGIONAL_CITY,
    BodyKind.DISTRICT,
)


class UnknownKindError(LookupError):
    """The edition says nothing about this kind of body."""


@dataclass(frozen=True, slots=True)
class PerKind(Generic[T]):
    """A value for each kind of body that an edition governs."""

    cases: tuple[tuple[BodyKind, T], ...]

    @property
    def kinds(self) -> tuple[BodyKind, ...]:
        """Name the kinds of body, in the order of the edition."""
        return tuple(kind for kind, _ in self.cases)

    @property
    def values(self) -> tuple[T, ...]:
        """Give the values in the same order."""
        return tuple(value for _, value in self.cases)

    def of(self, kind: BodyKind) -> T:
        """Give the value for one kind of body. Raises UnknownKindError."""
        for known, value in self.cases:
            if known is kind:
                return value
        raise UnknownKindError(f"this edition says nothing about {kind.value!r}")


class Weight(StrEnum):
    """What the software makes of a requirement that a person does not meet."""

    NOTHING = "nothing"
    WARNING = "warning"
    ERROR = "error"


# --- the body ----------------------------------------------------------------------------


class ListPart(StrEnum):
    """Which part of a body's mandates lists compete for."""

    ALL = "all"
    SOME = "some"
    HALF = "half"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ListSeats:
    """The mandates elected by list; a number where the law fixes it, `of` so many elected at all.

    The mandates of a maslikhat are set for each territory, so no number stands there.
    """

    part: ListPart
    number: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class BodyRules:
    """The body that is elected."""

    list_seats: Rule[PerKind[ListSeats]]
    most_deputies: Rule[PerKind[int | None]]  # the law's maximum; None where it fixes the number
    term_years: Rule[int]


# --- nomination and lists ----------------------------------------------------------------


class Nominator(StrEnum):
    """Who decides to nominate a list."""

    HIGHEST_BODY = "highest_body"  # the congress
    BRANCH_CONFERENCE = "branch_conference"


class Majority(StrEnum):
    """What a nomination needs more than half of."""

    ALL_MEMBERS = "all_members"
    PRESENT = "present"


class Admission(StrEnum):
    """What lets a party nominate; either way by resolution of the central commission."""

    PARTY = "party"
    REGISTERED_BRANCH = "registered_branch"


class Taker(StrEnum):
    """The commission to which a list is handed in."""

    CENTRAL = "central"
    TERRITORIAL = "territorial"


class ListOrder(StrEnum):
    """In which order the persons stand on a list."""

    ALPHABETICAL = "alphabetical"  # in the state language


@dataclass(frozen=True, slots=True)
class NominationRules:
    """Who nominates a list, and what the list looks like."""

    nominator: Rule[Nominator]
    majority: Rule[Majority]
    admission: Rule[Admission]
    handed_in_to: Rule[Taker]
    lists_of_a_party: Rule[int]
    most_over: Rule[Fraction | None]  # persons above the mandates, as a share of them; None: no cap
    fewest: Rule[int]
    order: Rule[ListOrder]

    def most(self, mandates: int) -> int | None:
        """Give the largest number of persons on a list, rounded up; None where there is no cap.

        69 mandates and 30 per cent: 89.7, so 90, as the commission said in 2023. Art. 89.
        """
        over = self.most_over.value
        if over is None:
            return None
        return mandates - (-mandates * over.numerator // over.denominator)


# --- documents, deposit, registration -----------------------------------------------------


class Document(StrEnum):
    """A paper that is handed in."""

    MINUTES_EXTRACT = "minutes_extract"
    PARTY_CERTIFICATE = "party_certificate"  # of the party's registration
    CONSENT = "consent"
    BIOGRAPHY = "biography"
    TAX_CERTIFICATE = "tax_certificate"
    DEPOSIT_RECEIPT = "deposit_receipt"
    DISABILITY_CERTIFICATE = "disability_certificate"


class Declaration(StrEnum):
    """What candidate and spouse declare to the tax office."""

    INCOME_AND_PROPERTY = "income_and_property"
    ASSETS_AND_LIABILITIES = "assets_and_liabilities"


class DeclaredAsOf(StrEnum):
    """The day whose state a declaration gives."""

    MONTH_OF_NOMINATION = "month_of_nomination"  # the first day of the month in which it starts


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """What is handed in with a list, and how it is checked."""

    of_list: Rule[tuple[Document, ...]]
    of_person: Rule[tuple[Document, ...]]
    customary: Rule[tuple[Document, ...]]  # asked for in practice, text not seen
    of_disabled: Rule[tuple[Document, ...]]  # of candidates counted as persons with disabilities
    declaration: Rule[Declaration]
    declared_as_of: Rule[DeclaredAsOf]
    tax_check_days: Rule[int]  # after registration
    answer_days: Rule[int]  # for the bodies that are asked


class Account(StrEnum):
    """Where a deposit is paid to."""

    CENTRAL_COMMISSION = "central_commission"
    LOCAL_EXECUTIVE = "local_executive"


@dataclass(frozen=True, slots=True)
class Relief:
    """From this share of the votes at the previous election on, only `due` of the deposit is."""

    at_least: Fraction
    due: Fraction


class Refund(StrEnum):
    """When a deposit is given back."""

    VOTES = "votes"  # enough votes: `refund_at`
    ELECTED = "elected"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class DepositRules:
    """What a list costs."""

    wages_per_person: Rule[int]  # minimum monthly wages
    account: Rule[Account]
    reliefs: Rule[tuple[Relief, ...]]  # the highest share first
    refund_at: Rule[Fraction]
    refunds: Rule[tuple[Refund, ...]]


class Withdrawal(StrEnum):
    """Who takes back a whole list, and when."""

    BY_NOMINATOR = "by_nominator"  # the body that nominated, before and after registration


@dataclass(frozen=True, slots=True)
class RegistrationRules:
    """From handing in to the ballot."""

    repair_notice: Rule[bool]  # the commission names deficiencies before it decides
    may_add_persons: Rule[bool]  # after handing in
    withdrawal: Rule[Withdrawal]
    last_days: Rule[int]  # before voting, in which nobody leaves a list any more
    appeal_days: Rule[int | None]
    appeal_decided_days: Rule[int]
    quorum: Rule[Fraction]  # of a session of the commission


# --- ballot, calendar, publication ----------------------------------------------------------


class BallotOrder(StrEnum):
    """In which order lists stand on the ballot."""

    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class BallotRules:
    """The paper that a voter receives."""

    against_all: Rule[bool]
    order: Rule[BallotOrder]
    reserve: Rule[Fraction]  # ballots printed beyond the voters on the lists


@dataclass(frozen=True, slots=True)
class Offset:
    """A wall-clock time so many days from election day (before it: negative)."""

    days: int
    at: time


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """What an edition proposes; each election stores its own times, for real ones differed."""

    nomination_opens: Rule[Offset]
    nomination_closes: Rule[Offset]
    registration_closes: Rule[Offset]
    campaign_opens: Rule[Offset]
    silence_begins: Rule[Offset]
    voting_opens: Rule[Offset]
    voting_closes: Rule[Offset]


@dataclass(frozen=True, slots=True)
class PublicationRules:
    """What is made public by when, in days."""

    lists_days: Rule[int | None]  # after registration closes
    names_before_registration: Rule[bool]
    count_hours: Rule[int]
    protocol_posted_days: Rule[int]
    protocols_days: Rule[int | None]  # until the central commission has them; None: they end below
    results_days: Rule[PerKind[int]]  # after election day
    ballots_kept_months: Rule[int]
