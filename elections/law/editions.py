"""The editions of the law: dated parameters, each with its article, its source and how sure it is.

A lawyer confirms or changes a rule here and nowhere else. Later editions (5 per cent, "against
all", persons with disabilities, mixed system) come with the elections that need them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from elections.law.protocol_2020 import PROTOCOL_2020
from elections.law.rules import (
    AllocationRules,
    Edition,
    EligibilityRules,
    FreedMandates,
    Gap,
    QuotaRules,
    ReferenceDay,
    Rule,
    SecondList,
    Tag,
    ThresholdBase,
    TieRule,
)

LAW = "Constitutional Law on Elections No. 2464 of 28 September 1995"

_ARTICLE_97_1 = "https://www.te.gob.mx/vota_elections/thesaurus/article/23093/16231/159"
_IFES = "https://electionguide.org/elections/id/3278/"
_IPU = "http://archive.ipu.org/parline-e/reports/2165_B.htm"
_REQUIREMENTS = (
    "https://www.kt.kz/eng/politics/"
    "requirements_for_kazakhstan_majilis_deputy_announced_1377906651.html"
)
_QUOTA_TENGRI = (
    "https://tengrinews.kz/kazakhstan_news/"
    "kandidatov-deputatyi-ak-jol-adal-zaregistrirovali-vyiboryi-422163"
)
_QUOTA_KHABAR = (
    "http://khabar.kz/ru/news/politika/item/"
    "130234-tsik-podvela-itogi-vydvizheniya-i-registratsii-partij"
)


class UnknownEditionError(LookupError):
    """There is no edition of this code, or none for this body on this day."""


MAJILIS_2020 = Edition(
    code="majilis-2020",
    body="majilis",
    valid_from=date(2020, 5, 25),  # law that set the quota of 30 per cent, day of signing
    valid_until=date(2021, 5, 24),  # law No. 41-VII, to which 5 per cent is attributed
    citation=LAW,
    eligibility=EligibilityRules(
        minimum_age=Rule(
            25,
            (Tag.COMMISSION,),
            "Art. 86",
            (_REQUIREMENTS,),
            "Art. 86 refers to Art. 51(4) of the Constitution",
        ),
        age_on=Rule(ReferenceDay.ELECTION_DAY, (Tag.UNCONFIRMED,)),
    ),
    quota=QuotaRules(
        minimum_share=Rule(
            Fraction(30, 100),
            (Tag.COMMISSION,),
            "Art. 89(4)",
            (_QUOTA_TENGRI,),
            "of the persons on the list as registered; compared exactly, no rounding (derived)",
        ),
        under_age=Rule(29, (Tag.COMMISSION,), "Art. 89(4)"),
        age_on=Rule(ReferenceDay.ELECTION_DAY, (Tag.UNCONFIRMED,)),
    ),
    protocol=PROTOCOL_2020,
    allocation=AllocationRules(
        threshold=Rule(
            Fraction(7, 100), (Tag.T_OLD, Tag.COMMISSION), "Art. 97-1(1)", (_ARTICLE_97_1,)
        ),
        threshold_base=Rule(
            ThresholdBase.VALID_VOTES,
            (Tag.DERIVED,),
            "Art. 97-1(1)",
            (_IFES,),
            "text: of the voters who took part; published percentages divide by valid votes",
        ),
        quotient=Rule(
            "votes of the lists that take part, divided by the mandates",
            (Tag.T_OLD,),
            "Art. 97-1",
            (_ARTICLE_97_1, _IPU),
        ),
        remainders=Rule(
            "one mandate each to the largest remainders",
            (Tag.T_OLD,),
            "Art. 97-1",
            (_ARTICLE_97_1,),
        ),
        tie=Rule(
            TieRule.EARLIER_REGISTRATION,
            (Tag.COMMISSION,),
            "Art. 97-1",
            (_IPU, _IFES),
            "paragraph not seen; that a lot follows when the times are equal is not confirmed",
        ),
        second_list=Rule(
            SecondList(factor=Fraction(7, 10), minimum=2),
            (Tag.T_OLD, Tag.COMMISSION),
            "Art. 97-1(2)-(3)",
            (_ARTICLE_97_1, _IPU, _IFES),
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


MASLIKHAT_2020 = Edition(
    code="maslikhat-2020",
    body="maslikhat",
    valid_from=date(2020, 5, 25),
    valid_until=date(2021, 5, 24),
    citation=LAW,
    eligibility=EligibilityRules(
        minimum_age=Rule(
            20,
            (Tag.COMMISSION,),
            "Art. 5(2) of the Law on Local Government and Self-Government",
            ("https://arna-news.kz/?p=55652",),
            "also Art. 86(3) of the Constitution",
        ),
        age_on=MAJILIS_2020.eligibility.age_on,
    ),
    quota=QuotaRules(
        minimum_share=Rule(
            Fraction(30, 100),
            (Tag.COMMISSION,),
            sources=(_QUOTA_KHABAR,),
            note="article not seen; of the persons on the list as registered, compared exactly",
        ),
        under_age=Rule(29, (Tag.COMMISSION,), sources=(_QUOTA_KHABAR,), note="article not seen"),
        age_on=MAJILIS_2020.quota.age_on,
    ),
    protocol=PROTOCOL_2020,
    allocation=_of_maslikhat(MAJILIS_2020.allocation),
)

# No paragraph on ties was seen for maslikhats. The other reading, that a lot decides at once, is
# kept ready for practice: it governs no day, so no real election is given it by `edition_for`.
MASLIKHAT_2020_LOT = replace(
    MASLIKHAT_2020,
    code="maslikhat-2020-lot",
    valid_until=MASLIKHAT_2020.valid_from,
    allocation=replace(
        MASLIKHAT_2020.allocation,
        tie=Rule(
            TieRule.LOT,
            (Tag.UNCONFIRMED,),
            note="for practice alone: the order of registration decides nothing",
        ),
    ),
)

EDITIONS: tuple[Edition, ...] = (MAJILIS_2020, MASLIKHAT_2020, MASLIKHAT_2020_LOT)


def edition(code: str) -> Edition:
    """Give the edition of a code such as "majilis-2020". Raises UnknownEditionError."""
    for known in EDITIONS:
        if known.code == code:
            return known
    raise UnknownEditionError(f"no edition {code!r}")


def edition_for(body: str, day: date) -> Edition:
    """Give the edition for an election of `body` held on `day`. Raises UnknownEditionError."""
    for known in EDITIONS:
        if known.body == body and known.valid_from <= day < known.valid_until:
            return known
    raise UnknownEditionError(f"no edition for {body!r} on {day.isoformat()}")
