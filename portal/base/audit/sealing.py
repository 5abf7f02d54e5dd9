"""Seals: finished events closed in batches, and checked again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from portal.base import clock
from portal.base.audit import events
from portal.base.audit.merkle import Tree

if TYPE_CHECKING:
    from portal.base.audit.models import Seal

# The digest "before" the first seal.
NOTHING = "0" * 64
EVENTS_PER_SEAL = 50_000
# How long to wait for transactions that have drawn event numbers; nearly all take milliseconds.
PATIENCE_SECONDS = 1.0
# Any number, used for nothing else: two beats at once must not both seal.
LOCK = 7_305_561_194_303_140_207


def seal(*, using: str = DEFAULT_DB_ALIAS, limit: int = EVENTS_PER_SEAL) -> Seal | None:
    """Close the finished events since the last seal, at most `limit`; return the new seal.

    Returns None when there is nothing to close or another process is at it. An event whose
    transaction is still open, and every event after it, waits for the next call.
    """
    with transaction.atomic(using=using):
        _demand_fresh_snapshots(using)
        if not _scalar(using, "SELECT pg_try_advisory_xact_lock(%s)", LOCK):
            return None
        return _close(using, limit)


def _close(using: str, limit: int) -> Seal | None:
    from portal.base.audit.models import Seal  # noqa: PLC0415 (models import this package)

    newest = Seal.objects.using(using).order_by("-from_id").first()
    first = newest.to_id + 1 if newest else 1
    drawn, still_open = _horizon(using)
    tree, to_id = Tree(), 0
    for row in events.rows(using, first, drawn):
        # A number that is missing while a transaction is open may be that transaction's.
        if tree.count == limit or (still_open and row.number != first + tree.count):
            break
        tree.add(row.leaf())
        to_id = row.number
    if not tree.count:
        return None
    return Seal.objects.using(using).create(
        from_id=first,
        to_id=to_id,
        count=tree.count,
        root=tree.root().hex(),
        previous=newest.digest if newest else NOTHING,
        at=clock.now(),
    )


def _horizon(using: str) -> tuple[int, bool]:
    """Return the highest number drawn so far, and whether its drawers may still be open.

    Numbers are drawn in order and committed in any. PostgreSQL holds a lock on a sequence for a
    transaction that has drawn from it until that ends: when none of those that hold it after the
    number was read is left, every event up to that number is finished, committed or not.
    """
    drawn = _scalar(
        using, "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_event_id"
    )
    waited_for = _drawers(using)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while waited_for and time.monotonic() < deadline:
        time.sleep(0.02)
        waited_for &= _drawers(using)
    return drawn, bool(waited_for)


def _drawers(using: str) -> set[str]:
    """Return the open transactions, except this one, that have drawn event numbers."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT virtualtransaction FROM pg_locks"
            " WHERE locktype = 'relation' AND relation = 'audit_event_id'::regclass"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            " AND mode = 'RowExclusiveLock' AND pid IS DISTINCT FROM pg_backend_pid()"
        )
        return {row[0] for row in cursor.fetchall()}


def _demand_fresh_snapshots(using: str) -> None:
    level = _scalar(using, "SELECT current_setting('transaction_isolation')")
    if level != "read committed":
        raise RuntimeError(f"seal() needs a transaction that is read committed, not {level}.")


def _scalar(using: str, sql: str, *params: int) -> Any:
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()[0]
