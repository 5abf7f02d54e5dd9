"""1 July 2026: the Kurultai, a single chamber elected by nation-wide lists alone.

Its law on elections was not found. Known are the number of mandates and what was said before the
law; everything else is the newest edition of the Majilis, not confirmed, and bears no article.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from elections.law.editions import sources
from elections.law.editions.changes import each_rule, groups_of, in_doubt, only
from elections.law.editions.of_2022 import MAJILIS_2022_11, OPEN_END
from elections.law.parameters import (
    BodyKind,
    BodyRules,
    ListPart,
    ListSeats,
    PerKind,
    Rule,
    Tag,
)

_AS_MAJILIS = "as for the Majilis; the law on elections of 2026 was not found"


def _said(rule: Rule[Any]) -> Rule[Any]:
    return replace(
        rule,
        tags=(Tag.COMMISSION, Tag.PRESS),
        article="",
        sources=(sources.KURULTAI_RULES,),
        note="said in January 2026, before the law",
    )


_doubted = {
    name: each_rule(group, in_doubt(_AS_MAJILIS, article=""))
    for name, group in groups_of(MAJILIS_2022_11).items()
}
_as_majilis = replace(
    MAJILIS_2022_11,
    code="kurultai-2026",
    body="kurultai",
    valid_from=date(2026, 7, 1),
    valid_until=OPEN_END,
    citation=sources.NEW_CONSTITUTION,
    **_doubted,
)

KURULTAI_2026 = replace(
    _as_majilis,
    bodies=BodyRules(
        list_seats=Rule(
            PerKind(((BodyKind.KURULTAI, ListSeats(ListPart.ALL, 145, 145)),)),
            (Tag.PRESS,),
            sources=(sources.KURULTAI,),
            note="one constituency: the country",
        ),
        most_deputies=Rule(
            PerKind(((BodyKind.KURULTAI, None),)),
            (Tag.PRESS,),
            sources=(sources.KURULTAI,),
            note="the number is fixed",
        ),
        term_years=Rule(5, (Tag.PRESS,), sources=(sources.KURULTAI,)),
    ),
    eligibility=only(_as_majilis.eligibility, _said, "minimum_age", "resident_years"),
    quota=replace(
        only(_as_majilis.quota, _said, "groups"),
        binds_mandates=Rule(
            value=False,
            tags=(Tag.COMMISSION, Tag.PRESS),
            sources=(sources.KURULTAI_RULES,),
            note="“in the list, not in parliament”, said in January 2026",
        ),
    ),
    publication=replace(
        _as_majilis.publication,
        results_days=Rule(
            PerKind(((BodyKind.KURULTAI, 10),)), (Tag.UNCONFIRMED,), note=_AS_MAJILIS
        ),
    ),
    allocation=only(_as_majilis.allocation, _said, "threshold"),
)
