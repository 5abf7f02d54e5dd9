"""1 January 2019: maslikhats are elected by party lists, as the Majilis is.

The texts and statements that name these values speak mostly of the elections of 10 January 2021;
of the law between them and 2019 one change is known, the quota of 25 May 2020.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from fractions import Fraction

from elections.law.editions import sources
from elections.law.editions.changes import each_rule, in_doubt
from elections.law.parameters import (
    MASLIKHATS,
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
_LOCAL = f"Art. 5(2) of the {sources.LOCAL_GOVERNMENT}"
_OF_MAJILIS = in_doubt("known of the Majilis alone", article="")

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


def _of_maslikhat(rules: AllocationRules) -> AllocationRules:
    """Take the Majilis' method for a maslikhat: no text was found, published results follow it."""
    note = "no text found for maslikhats; the method of the Majilis reproduces published results"
    as_majilis = {
        name: replace(getattr(rules, name), tags=(Tag.DERIVED,), article="", note=note)
        for name in ("threshold_base", "quotient", "remainders")
    }
    unproven = {
        name: replace(getattr(rules, name), tags=(Tag.UNCONFIRMED,), article="", note=note)
        for name in ("tie", "second_list", "freed_mandates", "gaps")
    }
    threshold = replace(
        rules.threshold,
        tags=(Tag.COMMISSION,),
        article="",
        sources=(),
        note="notices of the Auliekol district and Shymkent commissions, January 2021",
    )
    return replace(rules, threshold=threshold, **as_majilis, **unproven)


_OLDER_TEXT = (Tag.T_OLD, Tag.UNCONFIRMED)

MASLIKHAT_2019 = Edition(
    code="maslikhat-2019",
    body="maslikhat",
    valid_from=MAJILIS_2019.valid_from,
    valid_until=MAJILIS_2019.valid_until,
    citation=sources.LAW,
    bodies=BodyRules(
        list_seats=Rule(
            PerKind(tuple((kind, ListSeats(ListPart.ALL)) for kind in MASLIKHATS)),
            (Tag.T_21,),
            "Art. 9(2)",
            (sources.LAW_OF_2018,),
            "the territory is one constituency; the central commission sets the numbers",
        ),
        most_deputies=Rule(
            PerKind(
                (
                    (BodyKind.REGION, 50),
                    (BodyKind.REPUBLICAN_CITY, 50),
                    (BodyKind.REGIONAL_CITY, 30),
                    (BodyKind.DISTRICT, 25),
                )
            ),
            (Tag.T_OLD,),
            f"Art. 5(3) of the {sources.LOCAL_GOVERNMENT}",
            (sources.LOCAL_GOVERNMENT_5,),
        ),
        term_years=Rule(
            5,
            (Tag.T_OLD,),
            f"Art. 5(1) of the {sources.LOCAL_GOVERNMENT}",
            (sources.LOCAL_GOVERNMENT_5,),
        ),
    ),
    nomination=NominationRules(
        nominator=Rule(
            Nominator.BRANCH_CONFERENCE,
            (Tag.COMMISSION, Tag.PRESS),
            "Art. 103(2)",
            (sources.ADMITTED_BRANCHES, sources.CONFERENCES),
        ),
        majority=Rule(
            Majority.PRESENT,
            (Tag.PRESS,),
            sources=(sources.CONFERENCES,),
            note="of the delegates, by the rules of the party",
        ),
        admission=Rule(
            Admission.REGISTERED_BRANCH,
            (Tag.COMMISSION, Tag.PRESS),
            "Art. 103(2)",
            (sources.ADMITTED_BRANCHES, sources.BRANCHES_2023),
            "for each region, and can be widened later",
        ),
        handed_in_to=Rule(Taker.TERRITORIAL, (Tag.T_21,), "Art. 104(1)", (sources.ARTICLE_104,)),
        lists_of_a_party=_OF_MAJILIS(MAJILIS_2019.nomination.lists_of_a_party),
        most_over=Rule(
            None,
            (Tag.UNCONFIRMED,),
            note="text not seen; in 2020 lists of 78 for 39 and of 50 for 33 were registered",
        ),
        fewest=MAJILIS_2019.nomination.fewest,
        order=_OF_MAJILIS(MAJILIS_2019.nomination.order),
    ),
    eligibility=EligibilityRules(
        citizen=Rule(
            value=True,
            tags=(Tag.COMMISSION,),
            article=_LOCAL,
            sources=(sources.MASLIKHAT_REQUIREMENTS,),
        ),
        minimum_age=Rule(
            20,
            (Tag.COMMISSION,),
            _LOCAL,
            (sources.MASLIKHAT_REQUIREMENTS,),
            "also Art. 86(3) of the Constitution",
        ),
        age_on=MAJILIS_2019.eligibility.age_on,
        resident_years=Rule(
            0,
            (Tag.COMMISSION,),
            sources=(sources.MASLIKHAT_REQUIREMENTS,),
            note="citizenship and age alone are named",
        ),
        resident_in_territory=Rule(
            Weight.WARNING,
            (Tag.UNCONFIRMED,),
            sources=(sources.MASLIKHAT_REQUIREMENTS,),
            note="reports of one briefing disagree; Art. 102 (older text) names no residence",
        ),
        party_member=replace(
            MAJILIS_2019.eligibility.party_member,
            tags=(Tag.COMMISSION,),
            sources=(sources.MEMBERS_2023,),
            note="the article is of the Majilis",
        ),
        bars=replace(MAJILIS_2019.eligibility.bars, sources=(sources.MASLIKHAT_BARS,)),
        several_lists=replace(
            MAJILIS_2019.eligibility.several_lists,
            article=_LOCAL,
            note="one may be a deputy of one maslikhat only; of lists no rule was found",
        ),
    ),
    quota=MAJILIS_2019.quota,
    documents=DocumentRules(
        of_list=replace(
            MAJILIS_2019.documents.of_list,
            tags=(Tag.UNCONFIRMED,),
            article="Art. 104",
            sources=(),
            note="text cut; as for the Majilis (Art. 89(3))",
        ),
        of_person=replace(
            MAJILIS_2019.documents.of_person,
            tags=(Tag.UNCONFIRMED,),
            article="Art. 104",
            sources=(),
            note="text cut; as for the Majilis (Art. 89(3))",
        ),
        customary=MAJILIS_2019.documents.customary,
        of_disabled=MAJILIS_2019.documents.of_disabled,
        declaration=Rule(
            Declaration.INCOME_AND_PROPERTY,
            (Tag.T_OLD,),
            "Art. 104(1-1)",
            (sources.ARTICLE_104_OLD,),
        ),
        declared_as_of=Rule(
            DeclaredAsOf.MONTH_OF_NOMINATION,
            (Tag.T_OLD,),
            "Art. 104(1-1)",
            (sources.ARTICLE_104_OLD,),
        ),
        tax_check_days=_OF_MAJILIS(MAJILIS_2019.documents.tax_check_days),
        answer_days=_OF_MAJILIS(MAJILIS_2019.documents.answer_days),
    ),
    deposit=DepositRules(
        wages_per_person=Rule(5, (Tag.DERIVED,), "Art. 104(1)", (sources.ARTICLE_104,)),
        account=Rule(Account.LOCAL_EXECUTIVE, (Tag.T_21,), "Art. 104(1)", (sources.ARTICLE_104,)),
        reliefs=Rule(
            (Relief(Fraction(5, 100), Fraction(0)),),
            (Tag.T_21, Tag.UNCONFIRMED),
            "Art. 104(1)",
            (sources.ARTICLE_104,),
            "votes for that maslikhat; may be the text of May 2021; a lower step follows, cut",
        ),
        refund_at=Rule(
            Fraction(5, 100),
            _OLDER_TEXT,
            "Art. 104(1)",
            (sources.ARTICLE_104_OLD,),
            "text for lists not seen",
        ),
        refunds=Rule(
            (Refund.ELECTED, Refund.VOTES, Refund.DEATH),
            _OLDER_TEXT,
            "Art. 104(1)",
            (sources.ARTICLE_104_OLD,),
            "text for lists not seen",
        ),
    ),
    registration=replace(
        MAJILIS_2019.registration,
        withdrawal=Rule(
            Withdrawal.BY_NOMINATOR,
            _OLDER_TEXT,
            "Art. 105(2)-(3)",
            (sources.ARTICLE_105_OLD,),
            "older text, before lists",
        ),
        last_days=Rule(
            2,
            _OLDER_TEXT,
            "Art. 105(1)",
            (sources.ARTICLE_105_OLD,),
            "older text, before lists",
        ),
        appeal_days=Rule(None, (Tag.UNCONFIRMED,), note="neither court nor days found"),
    ),
    calendar=replace(
        MAJILIS_2019.calendar,
        nomination_closes=Rule(
            Offset(-37, time(18, 0)),
            (Tag.COMMISSION, Tag.UNCONFIRMED),
            sources=(sources.MASLIKHAT_NOMINATION_2021,),
            note="4 December 2020; no rule in days was found",
        ),
    ),
    ballot=MAJILIS_2019.ballot,
    protocol=PROTOCOL_2020,
    allocation=_of_maslikhat(MAJILIS_2019.allocation),
    publication=replace(
        MAJILIS_2019.publication,
        lists_days=Rule(
            2,
            (Tag.COMMISSION,),
            sources=(sources.QUOTA_KHABAR,),
            note="order of the central commission, by 12 December 2020; the law's term not found",
        ),
        protocols_days=Rule(
            None,
            (Tag.T_OLD,),
            "Art. 44(1)-(2)",
            (sources.ARTICLE_44,),
            "the territorial commission establishes the results",
        ),
        results_days=Rule(
            PerKind(tuple((kind, 7) for kind in MASLIKHATS)),
            _OLDER_TEXT,
            "Art. 44(4)",
            (sources.ARTICLE_44,),
            "older text; not confirmed for 2021",
        ),
    ),
    mandates=replace(
        each_rule(MAJILIS_2019.mandates, _OF_MAJILIS),
        naming_days=Rule(
            5,
            (Tag.COMMISSION, Tag.UNCONFIRMED),
            note="said by the commission of Shymkent alone; 10 days for the Majilis",
        ),
    ),
)
