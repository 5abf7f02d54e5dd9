"""25 May 2020: a quota of 30 per cent for women and people under 29, both together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from elections.law.editions import sources
from elections.law.editions.of_2019 import MAJILIS_2019
from elections.law.editions.of_2019_local import MASLIKHAT_2019
from elections.law.parameters import Rule, Tag
from elections.law.rules import QuotaBase, QuotaGroup, QuotaRules, TieRule

_WOMEN_AND_YOUNG = (QuotaGroup.WOMEN, QuotaGroup.UNDER_AGE)

MAJILIS_2020 = replace(
    MAJILIS_2019,
    code="majilis-2020",
    valid_from=date(2020, 5, 25),  # law that set the quota of 30 per cent, day of signing
    valid_until=date(2021, 5, 24),  # law No. 41-VII, to which 5 per cent is attributed
    quota=QuotaRules(
        groups=Rule(
            _WOMEN_AND_YOUNG,
            (Tag.COMMISSION,),
            "Art. 89(4)",
            (sources.QUOTA_TENGRI,),
            "one combined share",
        ),
        minimum_share=Rule(
            Fraction(30, 100),
            (Tag.COMMISSION,),
            "Art. 89(4)",
            (sources.QUOTA_TENGRI,),
            "of the persons on the list as registered; compared exactly, no rounding (derived)",
        ),
        base=Rule(
            QuotaBase.PERSONS_ON_LIST,
            (Tag.COMMISSION, Tag.DERIVED),
            "Art. 89(4)",
            (sources.QUOTA_TENGRI,),
            "the commission counted anew after exclusions",
        ),
        under_age=Rule(29, (Tag.COMMISSION,), "Art. 89(4)"),
        age_on=MAJILIS_2019.quota.age_on,
        binds_mandates=MAJILIS_2019.quota.binds_mandates,
    ),
)

MASLIKHAT_2020 = replace(
    MASLIKHAT_2019,
    code="maslikhat-2020",
    valid_from=MAJILIS_2020.valid_from,
    valid_until=MAJILIS_2020.valid_until,
    quota=QuotaRules(
        groups=Rule(
            _WOMEN_AND_YOUNG,
            (Tag.COMMISSION,),
            sources=(sources.QUOTA_KHABAR,),
            note="article not seen",
        ),
        minimum_share=Rule(
            Fraction(30, 100),
            (Tag.COMMISSION,),
            sources=(sources.QUOTA_KHABAR,),
            note="article not seen; of the persons on the list as registered, compared exactly",
        ),
        base=Rule(
            QuotaBase.PERSONS_ON_LIST,
            (Tag.UNCONFIRMED,),
            note="as the commission counted for the Majilis",
        ),
        under_age=Rule(
            29, (Tag.COMMISSION,), sources=(sources.QUOTA_KHABAR,), note="article not seen"
        ),
        age_on=MAJILIS_2020.quota.age_on,
        binds_mandates=MAJILIS_2020.quota.binds_mandates,
    ),
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
