"""1 January 2019: the Majilis, elected by party lists; the maslikhats stand in `of_2019_local`.

The texts and statements that name these values speak mostly of the elections of 10 January 2021;
of the law between them and 2019 one change is known, the quota of 25 May 2020.
"""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction

from elections.law.editions import sources
from elections.law.parameters import (
    Account,
    Admission,
    BallotOrder,
    BallotRules,
    BodyKind,
    BodyRules,
    CalendarRules,
    Declaration,
    DeclaredAsOf,
    DepositRules,
    Document,
    DocumentRules,
    ListOrder,
    ListPart,
    ListSeats,
    Majority,
    NominationRules,
    Nominator,
    Offset,
    PerKind,
    PublicationRules,
    Refund,
    RegistrationRules,
    Relief,
    Rule,
    Tag,
    Taker,
    Weight,
    Withdrawal,
)
from elections.law.protocol_2020 import PROTOCOL_2020
from elections.law.rules import (
    AllocationRules,
    Bar,
    Edition,
    EligibilityRules,
    FreedMandates,
    Gap,
    MandateGap,
    MandateRules,
    NamedBy,
    QuotaBase,
    QuotaRules,
    ReferenceDay,
    SecondList,
    ThresholdBase,
    TieRule,
    Vacancy,
    WithoutPersons,
)

NO_QUOTA_YET = "the quota came with the law of 25 May 2020"

ALLOCATION_2019 = AllocationRules(
    threshold=Rule(
        Fraction(7, 100), (Tag.T_OLD, Tag.COMMISSION), "Art. 97-1(1)", (sources.ARTICLE_97_1,)
    ),
    threshold_base=Rule(
        ThresholdBase.VALID_VOTES,
        (Tag.DERIVED,),
        "Art. 97-1(1)",
        (sources.IFES,),
        "text: of the voters who took part; published percentages divide by valid votes",
    ),
    quotient=Rule(
        "votes of the lists that take part, divided by the mandates",
        (Tag.T_OLD,),
        "Art. 97-1",
        (sources.ARTICLE_97_1, sources.IPU),
    ),
    remainders=Rule(
        "one mandate each to the largest remainders",
        (Tag.T_OLD,),
        "Art. 97-1",
        (sources.ARTICLE_97_1,),
    ),
    tie=Rule(
        TieRule.EARLIER_REGISTRATION,
        (Tag.COMMISSION,),
        "Art. 97-1",
        (sources.IPU, sources.IFES),
        "paragraph not seen; that a lot follows when the times are equal is not confirmed",
    ),
    second_list=Rule(
        SecondList(factor=Fraction(7, 10), minimum=2),
        (Tag.T_OLD, Tag.COMMISSION),
        "Art. 97-1(2)-(3)",
        (sources.ARTICLE_97_1, sources.IPU, sources.IFES),
    ),
    freed_mandates=Rule(
        FreedMandates.FIRST_LIST,
        (Tag.UNCONFIRMED,),
        "Art. 97-1(3)",
        note="text cut; all that is left goes to the list that passed",
    ),
    gaps=Rule(
        tuple(Gap),
        (Tag.UNCONFIRMED,),
        "Art. 97-1",
        note="no rule found: the commission decides",
    ),
)


MAJILIS_2019 = Edition(
    code="majilis-2019",
    body="majilis",
    valid_from=date(2019, 1, 1),  # law No. 162-VI of 29 June 2018
    valid_until=date(2020, 5, 25),
    citation=sources.LAW,
    bodies=BodyRules(
        list_seats=Rule(
            PerKind(((BodyKind.MAJILIS, ListSeats(ListPart.ALL, 98, 98)),)),
            (Tag.COMMISSION,),
            sources=(sources.IFES,),
            note="all that voters elect; nine more are elected by the Assembly of the People",
        ),
        most_deputies=Rule(
            PerKind(((BodyKind.MAJILIS, None),)),
            (Tag.COMMISSION,),
            sources=(sources.IFES,),
            note="the number is fixed",
        ),
        term_years=Rule(5, (Tag.UNCONFIRMED,), note="not among the texts read"),
    ),
    nomination=NominationRules(
        nominator=Rule(Nominator.HIGHEST_BODY, (Tag.T_OLD,), "Art. 87(2)", (sources.ARTICLE_87,)),
        majority=Rule(Majority.ALL_MEMBERS, (Tag.T_OLD,), "Art. 87(2)", (sources.ARTICLE_87,)),
        admission=Rule(
            Admission.PARTY,
            (Tag.COMMISSION, Tag.PRESS),
            sources=(sources.ADMITTED_PARTIES,),
            note="by resolution of the central commission; article not seen",
        ),
        handed_in_to=Rule(Taker.CENTRAL, (Tag.T_21,), "Art. 89(1)", (sources.ARTICLE_89,)),
        lists_of_a_party=Rule(1, (Tag.COMMISSION,), "Art. 89", (sources.ONE_LIST,)),
        most_over=Rule(
            Fraction(30, 100),
            (Tag.COMMISSION,),
            "Art. 89",
            (sources.ONE_LIST, sources.LARGEST_LIST_2023),
            "of the mandates, on top of them; rounded up, as the commission did in 2023",
        ),
        fewest=Rule(
            1,
            (Tag.UNCONFIRMED,),
            sources=(sources.SMALLEST_LISTS,),
            note="no minimum was found; lists of 4 persons for 33 mandates were registered",
        ),
        order=Rule(ListOrder.ALPHABETICAL, (Tag.T_OLD,), "Art. 87(3)", (sources.ARTICLE_87,)),
    ),
    eligibility=EligibilityRules(
        citizen=Rule(
            value=True, tags=(Tag.COMMISSION,), article="Art. 86", sources=(sources.REQUIREMENTS,)
        ),
        minimum_age=Rule(
            25,
            (Tag.COMMISSION,),
            "Art. 86",
            (sources.REQUIREMENTS,),
            "Art. 86 refers to Art. 51(4) of the Constitution",
        ),
        age_on=Rule(ReferenceDay.ELECTION_DAY, (Tag.UNCONFIRMED,)),
        resident_years=Rule(
            10,
            (Tag.COMMISSION,),
            "Art. 86",
            (sources.REQUIREMENTS,),
            "Art. 86 refers to Art. 51(4) of the Constitution",
        ),
        resident_in_territory=Rule(
            Weight.NOTHING, (Tag.COMMISSION,), "Art. 86", note="one constituency: the country"
        ),
        party_member=Rule(
            value=True,
            tags=(Tag.T_OLD, Tag.COMMISSION),
            article="Art. 87(2)",
            sources=(sources.ARTICLE_87, sources.MEMBERS_2023),
        ),
        bars=Rule(
            (Bar.CONVICTION, Bar.CORRUPTION, Bar.INCAPABLE, Bar.PRISON),
            (Tag.COMMISSION,),
            "Art. 4(4)",
            (sources.REQUIREMENTS,),
        ),
        several_lists=Rule(Weight.WARNING, (Tag.UNCONFIRMED,), note="no rule found: never blocked"),
    ),
    quota=QuotaRules(
        groups=Rule((), (Tag.UNCONFIRMED,), note=NO_QUOTA_YET),
        minimum_share=Rule(Fraction(0), (Tag.UNCONFIRMED,), note=NO_QUOTA_YET),
        base=Rule(QuotaBase.PERSONS_ON_LIST, (Tag.UNCONFIRMED,), note=NO_QUOTA_YET),
        under_age=Rule(29, (Tag.UNCONFIRMED,), note=NO_QUOTA_YET),
        age_on=Rule(ReferenceDay.ELECTION_DAY, (Tag.UNCONFIRMED,)),
        binds_mandates=Rule(
            value=False,
            tags=(Tag.T_NEW,),
            note="it binds mandates since the law of 7 February 2022",
        ),
    ),
    documents=DocumentRules(
        of_list=Rule(
            (Document.MINUTES_EXTRACT, Document.PARTY_CERTIFICATE),
            (Tag.T_OLD,),
            "Art. 89(3)",
            (sources.ACE,),
            "the text is cut after the second item",
        ),
        of_person=Rule((Document.CONSENT,), (Tag.T_OLD,), "Art. 89(3)", (sources.ACE,)),
        customary=Rule(
            (Document.BIOGRAPHY, Document.TAX_CERTIFICATE, Document.DEPOSIT_RECEIPT),
            (Tag.COMMISSION, Tag.PRESS),
            sources=(sources.DOCUMENTS_2023,),
            note="practice of 2023; text not seen",
        ),
        of_disabled=Rule((), (Tag.T_NEW,), note="the certificate came on 7 February 2022"),
        declaration=Rule(
            Declaration.INCOME_AND_PROPERTY, (Tag.T_OLD,), "Art. 89(2)", (sources.ARTICLE_89,)
        ),
        declared_as_of=Rule(
            DeclaredAsOf.MONTH_OF_NOMINATION, (Tag.T_OLD,), "Art. 89(2)", (sources.ARTICLE_89,)
        ),
        tax_check_days=Rule(15, (Tag.T_OLD,), "Art. 89(2)", (sources.ARTICLE_89,)),
        answer_days=Rule(4, (Tag.T_OLD,), "Art. 89(2)", (sources.ARTICLE_89,)),
    ),
    deposit=DepositRules(
        wages_per_person=Rule(15, (Tag.COMMISSION,), "Art. 88", (sources.CALENDAR_PLAN_2021,)),
        account=Rule(Account.CENTRAL_COMMISSION, (Tag.COMMISSION,), "Art. 88", (sources.ACE,)),
        reliefs=Rule(
            (
                Relief(Fraction(7, 100), Fraction(0)),
                Relief(Fraction(5, 100), Fraction(50, 100)),
                Relief(Fraction(3, 100), Fraction(70, 100)),
            ),
            (Tag.T_OLD,),
            "Art. 88(2)-(3)",
            (sources.ACE,),
        ),
        refund_at=Rule(Fraction(7, 100), (Tag.T_OLD,), "Art. 88(4)", (sources.ACE,)),
        refunds=Rule(
            (Refund.VOTES, Refund.DEATH),
            (Tag.T_OLD,),
            "Art. 88(4)",
            (sources.ACE,),
            "death of the only candidate on the list",
        ),
    ),
    registration=RegistrationRules(
        repair_notice=Rule(
            value=True,
            tags=(Tag.UNCONFIRMED,),
            note="not found in the law; inside the registration period",
        ),
        may_add_persons=Rule(
            value=False, tags=(Tag.UNCONFIRMED,), note="nothing found that allows it"
        ),
        withdrawal=Rule(
            Withdrawal.BY_NOMINATOR,
            (Tag.UNCONFIRMED,),
            note="as in the older text of Art. 105(2)-(3) for maslikhats",
        ),
        last_days=Rule(
            2,
            (Tag.UNCONFIRMED,),
            note="as in the older text of Art. 105(1) for maslikhats",
        ),
        appeal_days=Rule(7, (Tag.COMMISSION,), "Art. 89", (sources.APPEALS_2015,)),
        appeal_decided_days=Rule(
            5,
            (Tag.COMMISSION,),
            sources=(sources.APPEALS_2015,),
            note="at once when filed fewer than 5 days before voting or on its day",
        ),
        quorum=Rule(Fraction(2, 3), (Tag.T_OLD,), "Art. 20(4)-(5)", (sources.ARTICLE_20,)),
    ),
    calendar=CalendarRules(
        nomination_opens=Rule(
            Offset(-61, time(0, 0)),
            (Tag.COMMISSION,),
            sources=(sources.NOMINATION_2021,),
            note="“two months before”; the hour is ours",
        ),
        nomination_closes=Rule(
            Offset(-41, time(18, 0)),
            (Tag.COMMISSION,),
            sources=(sources.NOMINATION_2021,),
            note="“40 days before”",
        ),
        registration_closes=Rule(
            Offset(-31, time(18, 0)),
            (Tag.DERIVED,),
            sources=(sources.CALENDAR_PLAN_2021, sources.CALENDAR_2023),
            note="“one month before” fits 2021 and 2023",
        ),
        campaign_opens=Rule(
            Offset(-31, time(18, 0)),
            (Tag.PRESS,),
            "Art. 27(2)",
            (sources.CAMPAIGN_2021,),
            "when registration ends",
        ),
        silence_begins=Rule(
            Offset(-1, time(0, 0)), (Tag.PRESS,), "Art. 27(2)", (sources.CAMPAIGN_2021,)
        ),
        voting_opens=Rule(
            Offset(0, time(7, 0)), (Tag.COMMISSION,), "Art. 43(1)", (sources.ARTICLE_43,)
        ),
        voting_closes=Rule(
            Offset(0, time(20, 0)), (Tag.COMMISSION,), "Art. 43(1)", (sources.ARTICLE_43,)
        ),
    ),
    ballot=BallotRules(
        against_all=Rule(
            value=False,
            tags=(Tag.DERIVED,),
            sources=(sources.IFES,),
            note="in 2021 the votes of the parties add up to all valid votes",
        ),
        order=Rule(
            BallotOrder.DRAW,
            (Tag.COMMISSION,),
            sources=(sources.BALLOT_ORDER_2021,),
            note="in 2021 one order for Majilis and maslikhats",
        ),
        reserve=Rule(Fraction(1, 100), (Tag.COMMISSION,), sources=(sources.BALLOT_ORDER_2021,)),
    ),
    protocol=PROTOCOL_2020,
    allocation=ALLOCATION_2019,
    publication=PublicationRules(
        lists_days=Rule(None, (Tag.UNCONFIRMED,), note="no term found"),
        names_before_registration=Rule(
            value=False, tags=(Tag.COMMISSION,), sources=(sources.NAMES_2023,), note="said in 2023"
        ),
        count_hours=Rule(12, (Tag.COMMISSION,), "Art. 43(1)", (sources.ARTICLE_43,)),
        protocol_posted_days=Rule(
            2, (Tag.COMMISSION,), "Art. 43(8)", (sources.PROTOCOL_COPY_2005,), "said in 2005"
        ),
        protocols_days=Rule(2, (Tag.T_OLD,), "Art. 94(2)", (sources.ARTICLE_94,)),
        results_days=Rule(
            PerKind(((BodyKind.MAJILIS, 10),)), (Tag.T_OLD,), "Art. 44(4)", (sources.ARTICLE_44,)
        ),
        ballots_kept_months=Rule(
            1, (Tag.COMMISSION,), sources=(sources.BALLOTS_KEPT_2023,), note="said in 2023"
        ),
    ),
    mandates=MandateRules(
        named_by=Rule(
            NamedBy.GOVERNING_BODY,
            (Tag.PRESS,),
            "Art. 97-1(5)",
            (sources.NAMED_2021, sources.NAMING_TERM),
            "the list is alphabetical, so its order gives nobody a mandate",
        ),
        naming_days=Rule(10, (Tag.PRESS,), "Art. 97-1(5)", (sources.NAMING_TERM,)),
        vacancy=Rule(
            Vacancy.NAMED_FROM_LIST,
            (Tag.COMMISSION, Tag.PRESS),
            sources=(sources.IPU,),
            note="“next in line” of the list; in 2022 the party's bureau named the person",
        ),
        vacancy_days=Rule(None, (Tag.UNCONFIRMED,), note="no term found"),
        exhausted=Rule(
            WithoutPersons.STAYS_VACANT,
            (Tag.COMMISSION, Tag.UNCONFIRMED),
            sources=(sources.IPU,),
            note="said of mandates that become vacant; of the first distribution nothing was found",
        ),
        gaps=Rule(
            tuple(MandateGap),
            (Tag.UNCONFIRMED,),
            "Art. 97-1(5)",
            note="no rule found: the commission decides",
        ),
    ),
)
