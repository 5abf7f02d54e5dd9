"""24 May 2021, law No. 41-VII: 5 per cent and "against all" are attributed to it.

The paragraphs were not seen; both were used in 2023. What followed for deposits and for the second
list is not known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from elections.law.editions import sources
from elections.law.editions.changes import in_doubt, only
from elections.law.editions.of_2020 import MAJILIS_2020, MASLIKHAT_2020
from elections.law.parameters import Refund, Rule, Tag
from elections.law.protocol_2021 import PROTOCOL_2021

ATTRIBUTED = "attributed to law No. 41-VII of 24 May 2021; paragraph not seen"
_NOT_KNOWN_SINCE = in_doubt("older value; what holds since 24 May 2021 is not known")

_AGAINST_ALL = replace(
    MAJILIS_2020.ballot,
    against_all=Rule(
        value=True,
        tags=(Tag.COMMISSION, Tag.UNCONFIRMED),
        sources=(sources.NOVELTIES_2023,),
        note=ATTRIBUTED,
    ),
)

MAJILIS_2021 = replace(
    MAJILIS_2020,
    code="majilis-2021",
    valid_from=date(2021, 5, 24),
    valid_until=date(2022, 2, 7),
    nomination=only(MAJILIS_2020.nomination, _NOT_KNOWN_SINCE, "order"),
    deposit=replace(
        only(MAJILIS_2020.deposit, _NOT_KNOWN_SINCE, "reliefs"),
        refund_at=Rule(Fraction(5, 100), (Tag.UNCONFIRMED,), "Art. 88(4)", note="as said in 2023"),
        refunds=Rule(
            (Refund.VOTES, Refund.ELECTED, Refund.DEATH),
            (Tag.UNCONFIRMED,),
            "Art. 88(4)",
            note="as said in 2023",
        ),
    ),
    registration=only(MAJILIS_2020.registration, _NOT_KNOWN_SINCE, "appeal_days"),
    ballot=_AGAINST_ALL,
    protocol=PROTOCOL_2021,
    allocation=replace(
        only(MAJILIS_2020.allocation, _NOT_KNOWN_SINCE, "second_list"),
        threshold=Rule(
            Fraction(5, 100),
            (Tag.COMMISSION, Tag.UNCONFIRMED),
            "Art. 97-1(1)",
            (sources.NOVELTIES_2023,),
            ATTRIBUTED,
        ),
    ),
)

MASLIKHAT_2021 = replace(
    MASLIKHAT_2020,
    code="maslikhat-2021",
    valid_from=MAJILIS_2021.valid_from,
    valid_until=date(2022, 11, 5),
    ballot=_AGAINST_ALL,
    protocol=PROTOCOL_2021,
    allocation=replace(
        MASLIKHAT_2020.allocation,
        threshold=Rule(
            Fraction(5, 100),
            (Tag.COMMISSION, Tag.UNCONFIRMED),
            sources=(sources.ASTANA_2023,),
            note=ATTRIBUTED,
        ),
    ),
)
