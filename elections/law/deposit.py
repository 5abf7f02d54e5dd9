"""The deposit of a list: what is due, and whether it is given back."""

from __future__ import annotations

from fractions import Fraction

from elections.law.parameters import DepositRules, Refund


def due(
    rules: DepositRules, *, persons: int, minimum_wage: int, previous_share: Fraction | None
) -> Fraction:
    """Give the deposit of a list in tenge, exactly.

    `minimum_wage` is the minimum monthly wage of the year in tenge; `previous_share` is what the
    party won of the votes at the previous election of that body, None where it did not take part.
    Art. 88 for the Majilis, Art. 104(1) for maslikhats.
    """
    whole = Fraction(rules.wages_per_person.value * persons * minimum_wage)
    for relief in rules.reliefs.value:
        if previous_share is not None and previous_share >= relief.at_least:
            return whole * relief.due
    return whole


def is_refunded(
    rules: DepositRules, *, share: Fraction, was_elected: bool = False, has_died: bool = False
) -> bool:
    """Say whether a deposit is given back.

    `share` is what the list won of the votes; `has_died` means the only candidate of the list.
    Art. 88(4) for the Majilis.
    """
    holds = {
        Refund.VOTES: share >= rules.refund_at.value,
        Refund.ELECTED: was_elected,
        Refund.DEATH: has_died,
    }
    return any(holds[refund] for refund in rules.refunds.value)
