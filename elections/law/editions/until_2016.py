"""The Majilis of 2004 to 2016: how mandates followed from votes, and nothing else.

When the law changed in those years was not found, so each edition governs its election day alone.
That a list which passes alone receives everything is what happened in 2007; the rule of the second
list came between then and 2012.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from elections.law.editions import sources
from elections.law.editions.of_2019 import ALLOCATION_2019
from elections.law.parameters import Rule, Tag
from elections.law.rules import AllocationEdition, AllocationRules, Gap, SecondList

_GIVES_THE_RESULT = "the announced mandates follow from the announced votes"


def _seen(rules: AllocationRules, source: str) -> AllocationRules:
    """Say of the method that announced results follow from it."""
    method = {
        name: replace(
            getattr(rules, name),
            tags=(Tag.DERIVED,),
            article="",
            sources=(source,),
            note=_GIVES_THE_RESULT,
        )
        for name in ("threshold", "threshold_base", "quotient", "remainders")
    }
    tie = replace(rules.tie, tags=(Tag.UNCONFIRMED,), article="", note="as in 2021; no tie arose")
    gaps = replace(rules.gaps, article="")
    return replace(rules, tie=tie, gaps=gaps, **method)


def _without_second_list(rules: AllocationRules, tags: tuple[Tag, ...]) -> AllocationRules:
    note = "in 2007 the one list that passed received all mandates"
    alone = Rule(SecondList(Fraction(0), 0), tags, sources=(sources.RESULTS_2007,), note=note)
    freed = replace(rules.freed_mandates, article="", note="nothing is freed: no second list")
    gaps = replace(rules.gaps, value=(Gap.NOBODY_PASSES, Gap.ONE_LIST_ALONE))
    return replace(rules, second_list=alone, freed_mandates=freed, gaps=gaps)


def _with_second_list(rules: AllocationRules) -> AllocationRules:
    second = replace(rules.second_list, tags=(Tag.UNCONFIRMED,), article="", note="as in 2021")
    freed = replace(rules.freed_mandates, article="")
    return replace(rules, second_list=second, freed_mandates=freed)


def _edition(day: date, rules: AllocationRules) -> AllocationEdition:
    return AllocationEdition(
        code=f"majilis-{day.year}",
        body="majilis",
        valid_from=day,
        valid_until=day + timedelta(days=1),
        citation=sources.LAW,
        allocation=rules,
    )


MAJILIS_2004 = _edition(
    date(2004, 9, 19),
    _without_second_list(_seen(ALLOCATION_2019, sources.RESULTS_2004), (Tag.UNCONFIRMED,)),
)
MAJILIS_2007 = _edition(
    date(2007, 8, 18),
    _without_second_list(_seen(ALLOCATION_2019, sources.RESULTS_2007), (Tag.DERIVED,)),
)
MAJILIS_2012 = _edition(
    date(2012, 1, 15), _with_second_list(_seen(ALLOCATION_2019, sources.RESULTS_2012))
)
MAJILIS_2016 = _edition(
    date(2016, 3, 20), _with_second_list(_seen(ALLOCATION_2019, sources.RESULTS_2016))
)
