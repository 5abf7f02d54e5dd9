"""Who may be a candidate, as far as a date of birth says it."""

from __future__ import annotations

from datetime import date

from elections.law.findings import Finding, Param, Severity
from elections.law.rules import EligibilityRules

# Nobody has lived longer; a slip of the finger has. No rule of the law.
OLDEST = 122


def age(birth: date, on: date) -> int:
    """Count the full years that a person born on `birth` has lived on `on`; negative before birth.

    A year of life is full on the birthday itself. Who is born on 29 February completes it on 1
    March of a common year (not confirmed by a text).
    """
    before_birthday = (on.month, on.day) < (birth.month, birth.day)
    return on.year - birth.year - before_birthday


def check_age(
    birth: date | None, rules: EligibilityRules, election_day: date
) -> tuple[Finding, ...]:
    """Check that a candidate is old enough on election day, and can be alive; no date, no finding.

    The finding stands at "birth_date" and bears age and minimum in years, and the day on which the
    age counts. Majilis Art. 86 (25 years), maslikhat Art. 5(2) of the Law on Local Government (20).
    """
    if birth is None:
        return ()
    article = rules.minimum_age.article
    years = age(birth, election_day)
    if years < 0:
        params: dict[str, Param] = {"on": election_day}
        return (Finding("candidate.not_born", Severity.ERROR, "birth_date", params, article),)
    if years > OLDEST:
        return (Finding("candidate.too_long_ago", Severity.ERROR, "birth_date", {"age": years}),)
    if years < rules.minimum_age.value:
        numbers: dict[str, Param] = {
            "age": years,
            "minimum": rules.minimum_age.value,
            "on": election_day,
        }
        return (Finding("candidate.too_young", Severity.ERROR, "birth_date", numbers, article),)
    return ()
