"""Who did what: docs/audit.md says what this promises and what it cannot.

    @audit.tracked(private=("password",))          on a model: every change leaves an event
    with audit.acting(by=user, why="list.submitted"):   who changes, for the whole transaction
    audit.seal(), audit.verify()                   events closed in batches, and checked

An app whose models are tracked lets its first migration depend on ("audit", "0001_initial").
"""

from portal.base.audit.context import Act, NestedActingError, acting
from portal.base.audit.sealing import seal
from portal.base.audit.tracking import tracked
from portal.base.audit.verifying import Break, Verification, verify

__all__ = [
    "Act",
    "Break",
    "NestedActingError",
    "Verification",
    "acting",
    "seal",
    "tracked",
    "verify",
]
