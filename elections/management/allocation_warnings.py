"""What is odd about the numbers given to `manage.py allocate`; they are computed all the same."""

from __future__ import annotations

from collections.abc import Iterator

from elections.law.parameters import BodyKind, ListPart
from elections.law.rules import AllocationEdition, AllocationRules, Edition
from elections.management.allocation_table import count, known, per_cent

AGAINST_ALL = (
    "“against all” is on the ballot of this edition and counts in the base; "
    "without --base the threshold is a share of the votes for the lists alone"
)


def of_base(base: int | None, total: int) -> Iterator[str]:
    """Compare the base with the sum of the votes for the lists."""
    if base is None:
        return
    if base < total:
        yield f"the base {base} is below the sum of the votes, {total}"
    # Beyond the lists the base holds "against all" at most, which never was near a half.
    if base > 2 * total:
        yield f"the base {base} is more than twice the sum of the votes, {total}"


def of_threshold(rules: AllocationRules, edition: AllocationEdition) -> Iterator[str]:
    """Compare the threshold that is computed with to the edition's."""
    ours, theirs = rules.threshold.value, edition.allocation.threshold.value
    if ours != theirs:
        yield (
            f"the threshold of {per_cent(ours)} is not the {per_cent(theirs)}"
            f" of the edition {edition.code}"
        )


def of_mandates(mandates: int, edition: Edition, body: str) -> Iterator[str]:
    """Compare the mandates with what the edition fixes for a body, or allows it at most."""
    kinds = (BodyKind(body),) if body in set(BodyKind) else edition.kinds
    by_list = edition.bodies.list_seats.value
    fixed = by_list.of(kinds[0]).number
    if fixed is not None and mandates != fixed:
        verb = "is" if mandates == 1 else "are"
        yield (
            f"{count(mandates, 'mandate')} {verb} not the {fixed}"
            f" that the edition {edition.code} fixes"
        )
    most = edition.bodies.most_deputies
    # Where only the body is named, what the largest of its kinds may have.
    deputies, part = max(
        (most.value.of(kind) or 0, by_list.of(kind).part)
        for kind in kinds
        if by_list.of(kind).part is not ListPart.NONE
    )
    # How an odd number is halved is not known, so the larger half is let pass.
    limit = -(-deputies // 2) if part is ListPart.HALF else deputies
    if deputies and mandates > limit:
        half = ", half of them by list" if part is ListPart.HALF else ""
        yield (
            f"{count(mandates, 'mandate')} are more than the {limit} that a"
            f" {body.replace('_', ' ')} can have by list in the edition {edition.code}:"
            f" {deputies} deputies at most{known(most)}{half}"
        )
