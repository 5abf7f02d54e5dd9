"""2022: the quota of the Majilis on 7 February, the mixed system on 5 November.

Law No. 105-VII of 7 February added persons with disabilities, in the Majilis alone; law No. 156-VII
of 5 November left lists 69 of 98 mandates of the Majilis, half of those of regions and cities of
republican significance, and none of cities and districts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from fractions import Fraction

from elections.law.editions import sources
from elections.law.editions.changes import in_doubt
from elections.law.editions.of_2021 import MAJILIS_2021, MASLIKHAT_2021
from elections.law.parameters import (
    BodyKind,
    CalendarRules,
    Declaration,
    Document,
    ListPart,
    ListSeats,
    Offset,
    PerKind,
    Refund,
    Rule,
    Tag,
)
from elections.law.rules import QuotaGroup

OPEN_END = date.max
_SEEN_IN_2023 = "as held on 19 March 2023"

MAJILIS_2022 = replace(
    MAJILIS_2021,
    code="majilis-2022",
    valid_from=date(2022, 2, 7),
    valid_until=date(2022, 11, 5),
    quota=replace(
        MAJILIS_2021.quota,
        groups=Rule(
            (QuotaGroup.WOMEN, QuotaGroup.UNDER_AGE, QuotaGroup.DISABILITY),
            (Tag.T_NEW,),
            "Art. 89(4)",
            (sources.LAW_OF_FEBRUARY_2022,),
            "one combined share; each person counts in one group",
        ),
        minimum_share=replace(
            MAJILIS_2021.quota.minimum_share,
            tags=(Tag.T_NEW,),
            sources=(sources.LAW_OF_FEBRUARY_2022,),
        ),
        binds_mandates=Rule(
            value=True,
            tags=(Tag.T_NEW, Tag.COMMISSION),
            article="Art. 97-1(5)",
            sources=(sources.LAW_OF_FEBRUARY_2022, sources.NOVELTIES_2023),
            note="part 3, text cut: of the mandates of each party",
        ),
    ),
    documents=replace(
        MAJILIS_2021.documents,
        of_disabled=Rule(
            (Document.DISABILITY_CERTIFICATE,),
            (Tag.T_NEW,),
            "Art. 89(3)",
            (sources.LAW_OF_FEBRUARY_2022,),
        ),
    ),
)


def _calendar(before: CalendarRules) -> CalendarRules:
    """Give the offsets of the one election held under this law, the early one of 2023."""
    offsets = {
        "nomination_opens": Offset(-58, time(0, 0)),
        "nomination_closes": Offset(-39, time(18, 0)),
        "registration_closes": Offset(-29, time(18, 0)),
    }
    derived = {
        name: Rule(offset, (Tag.DERIVED,), sources=(sources.CALENDAR_2023,), note=_SEEN_IN_2023)
        for name, offset in offsets.items()
    }
    campaign = replace(before.campaign_opens, value=offsets["registration_closes"])
    return replace(before, campaign_opens=campaign, **derived)


_AGAINST_ALL = replace(
    MAJILIS_2022.ballot,
    against_all=Rule(value=True, tags=(Tag.COMMISSION,), sources=(sources.NOVELTIES_2023,)),
)
_REFUND_AT = Rule(
    Fraction(5, 100), (Tag.COMMISSION,), sources=(sources.DEPOSIT_2023,), note="said in 2023"
)
_REFUNDS: Rule[tuple[Refund, ...]] = Rule(
    (Refund.VOTES, Refund.ELECTED, Refund.DEATH),
    (Tag.COMMISSION,),
    sources=(sources.DEPOSIT_2023,),
    note="said in 2023",
)
_DECLARATION = Rule(
    Declaration.ASSETS_AND_LIABILITIES,
    (Tag.PRESS,),
    sources=(sources.DOCUMENTS_2023,),
    note="practice of 2023",
)
_TAX_CHECK = Rule(
    10, (Tag.PRESS,), sources=(sources.DOCUMENTS_2023,), note="“about 10 days” in 2023"
)

MAJILIS_2022_11 = replace(
    MAJILIS_2022,
    code="majilis-2022-11",
    valid_from=date(2022, 11, 5),
    valid_until=date(2026, 7, 1),
    bodies=replace(
        MAJILIS_2022.bodies,
        list_seats=Rule(
            PerKind(((BodyKind.MAJILIS, ListSeats(ListPart.SOME, 69, 98)),)),
            (Tag.COMMISSION, Tag.PRESS),
            sources=(sources.MIXED_SYSTEM,),
            note="29 more in single-member districts",
        ),
    ),
    documents=replace(MAJILIS_2022.documents, declaration=_DECLARATION, tax_check_days=_TAX_CHECK),
    deposit=replace(MAJILIS_2022.deposit, refund_at=_REFUND_AT, refunds=_REFUNDS),
    calendar=_calendar(MAJILIS_2022.calendar),
    ballot=_AGAINST_ALL,
    allocation=replace(
        MAJILIS_2022.allocation,
        threshold=replace(
            MAJILIS_2022.allocation.threshold,
            tags=(Tag.COMMISSION,),
            note="used on 19 March 2023; paragraph not seen",
        ),
    ),
)

MASLIKHAT_2022_11 = replace(
    MASLIKHAT_2021,
    code="maslikhat-2022-11",
    valid_from=MAJILIS_2022_11.valid_from,
    valid_until=OPEN_END,  # what becomes of the lists in 2026 is not known
    bodies=replace(
        MASLIKHAT_2021.bodies,
        list_seats=Rule(
            PerKind(
                (
                    (BodyKind.REGION, ListSeats(ListPart.HALF)),
                    (BodyKind.REPUBLICAN_CITY, ListSeats(ListPart.HALF)),
                    (BodyKind.REGIONAL_CITY, ListSeats(ListPart.NONE)),
                    (BodyKind.DISTRICT, ListSeats(ListPart.NONE)),
                )
            ),
            (Tag.PRESS,),
            sources=(sources.MIXED_MASLIKHATS,),
            note="the rest in single-member districts; whether lists stay after 2026 is not known",
        ),
        most_deputies=in_doubt("older text; not known since 5 November 2022")(
            MASLIKHAT_2021.bodies.most_deputies
        ),
    ),
    quota=replace(
        MASLIKHAT_2021.quota,
        groups=Rule(
            MASLIKHAT_2021.quota.groups.value,
            (Tag.PRESS, Tag.UNCONFIRMED),
            sources=(sources.QUOTA_NOT_OF_MASLIKHATS,),
            note="the bill of 2022 left maslikhats out; law No. 156-VII was not seen",
        ),
        binds_mandates=in_doubt("of maslikhats no text was seen")(
            MASLIKHAT_2021.quota.binds_mandates
        ),
    ),
    documents=replace(
        MASLIKHAT_2021.documents, declaration=_DECLARATION, tax_check_days=_TAX_CHECK
    ),
    deposit=replace(
        MASLIKHAT_2021.deposit,
        wages_per_person=replace(
            MASLIKHAT_2021.deposit.wages_per_person,
            tags=(Tag.COMMISSION,),
            sources=(sources.MASLIKHAT_DEPOSIT_2023,),
        ),
        refund_at=_REFUND_AT,
        refunds=_REFUNDS,
    ),
    calendar=_calendar(MASLIKHAT_2021.calendar),
    ballot=_AGAINST_ALL,
    allocation=replace(
        MASLIKHAT_2021.allocation,
        threshold=Rule(
            Fraction(5, 100),
            (Tag.COMMISSION,),
            sources=(sources.ASTANA_2023,),
            note="said by the Astana commission in 2023; article not seen",
        ),
    ),
    publication=replace(
        MASLIKHAT_2021.publication,
        results_days=Rule(
            PerKind(
                (
                    (BodyKind.REGION, 5),
                    (BodyKind.REPUBLICAN_CITY, 5),
                    (BodyKind.REGIONAL_CITY, 2),
                    (BodyKind.DISTRICT, 2),
                )
            ),
            (Tag.COMMISSION,),
            "Art. 44(4)",
            (sources.RESULTS_2023,),
        ),
    ),
)
