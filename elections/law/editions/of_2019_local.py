"""1 January 2019: maslikhats are elected by party lists, as the Majilis is.

What was read of the Majilis alone is taken over and marked as not confirmed; for the rest, and for
the years between 2019 and 10 January 2021, see `of_2019`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from fractions import Fraction

from elections.law.editions import sources
from elections.law.editions.changes import each_rule, in_doubt
from elections.law.editions.of_2019 import MAJILIS_2019
from elections.law.parameters import (
    MASLIKHATS,
    Account,
    Admission,
    BodyKind,
    BodyRules,
    Declaration,
    DeclaredAsOf,
    DepositRules,
    DocumentRules,
    ListPart,
    ListSeats,
    Majority,
    NominationRules,
    Nominator,
    Offset,
    PerKind,
    Refund,
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
    Edition,
    EligibilityRules,
)

_LOCAL = f"Art. 5(2) of the {sources.LOCAL_GOVERNMENT}"
_OF_MAJILIS = in_doubt("known of the Majilis alone", article="")


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
