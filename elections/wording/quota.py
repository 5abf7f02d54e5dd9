"""Why a person counts for the quota, in words: the same for the party and the commission."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from elections.law import lists
from elections.law.eligibility import OLDEST
from elections.law.iin import Sex
from elections.law.rules import QuotaGroup, QuotaRules


def counted_as(person: lists.Candidate, rules: QuotaRules, election_day: date) -> tuple[str, ...]:
    """Return the edition's groups that a person belongs to; empty for who does not count.

    A birth date after election day, or too long ago, is a slip of the finger and says nothing.
    """
    under, years = rules.under_age.value, lists.age_on(person, election_day)
    is_young = years is not None and 0 <= years <= OLDEST and years < under
    words = {
        QuotaGroup.WOMEN: _("woman") if lists.sex(person) is Sex.FEMALE else "",
        QuotaGroup.UNDER_AGE: _("under %(age)s") % {"age": under} if is_young else "",
        QuotaGroup.DISABILITY: _("person with a disability") if person.has_disability else "",
    }
    return tuple(words[group] for group in rules.groups.value if words[group])
