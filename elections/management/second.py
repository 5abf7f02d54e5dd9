"""An allocation beside what the second program computes from the same numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from elections import verify
from elections.law.allocation import Allocation, ListVotes
from elections.law.rules import AllocationRules, TieRule


def differences(
    allocation: Allocation, lists: Sequence[ListVotes], rules: AllocationRules
) -> list[str]:
    """Name everything in which both programs differ. Raises verify.UnusableError."""
    share = rules.threshold.value
    second = verify.allocate(
        {entry.party: entry.votes for entry in lists},
        allocation.mandates,
        share.numerator,
        share.denominator,
        allocation.base,
        _registered(lists, rules.tie.value),
        second_list=rules.second_list.value.takes_part,
    )
    return [
        f"{what}: first {_show(ours)}, second {_show(theirs)}"
        for what, ours, theirs in _compared(allocation, second)
        if ours != theirs
    ]


def _registered(lists: Sequence[ListVotes], tie: TieRule) -> dict[str, Any] | None:
    times = {entry.party: entry.registered for entry in lists if entry.registered is not None}
    if tie is TieRule.LOT or len(times) < len(lists):
        return None
    return {party: time.order for party, time in times.items()}


def _compared(
    allocation: Allocation, second: dict[str, Any]
) -> Iterable[tuple[str, object, object]]:
    quotient = second["quotient"]
    yield "quotient", allocation.quotient, None if quotient is None else Fraction(*quotient)
    for result in allocation.parties:
        party = result.party
        yield f"{party} passed", result.passed, party in second["passed"]
        yield f"seats of {party}", result.seats, second["seats"][party]
        if result.remainder is not None or party in second["whole"]:
            # The second list of the exception is shown with the seats of its minimum.
            remainder = second["remainder"].get(party)
            yield f"whole mandates of {party}", result.whole, second["whole"].get(party)
            yield (
                f"remainder of {party}",
                result.remainder,
                None if remainder is None else Fraction(*remainder),
            )
    yield (
        "lots",
        [(list(lot.options), lot.seats) for lot in allocation.lots],
        [(lot["options"], lot["seats"]) for lot in second["lots"]],
    )
    yield (
        "decisions",
        [decision.code.value for decision in allocation.decisions],
        second["decisions"],
    )


def _show(value: object) -> str:
    return "open" if value is None else str(value)
