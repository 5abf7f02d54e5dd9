"""All events in the order of their numbers, whichever table they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connections
from django.db.backends.utils import CursorWrapper
from pghistory.core import event_models

# A row's text must not depend on the session that reads it.
PLAIN = {
    "TimeZone": "UTC",
    "bytea_output": "hex",
    "IntervalStyle": "iso_8601",
    "extra_float_digits": "1",
}


class Row(NamedTuple):
    """One event: its number, its table, and its columns as the text that is sealed."""

    number: int
    table: str
    text: str

    def leaf(self) -> bytes:
        return f"{self.table}\n{self.text}".encode()


def tables() -> list[str]:
    return sorted(model._meta.db_table for model in event_models())  # noqa: SLF001


def rows(using: str, first: int, last: int) -> Iterator[Row]:
    """Yield the events first…last, both included, in one snapshot; needs a transaction.

    Empty columns are left out of the text, so that a column added later changes no seal.
    """
    # Table names come from the models; the numbers are integers.
    union = " UNION ALL ".join(_select(table, int(first), int(last)) for table in tables())
    connection = connections[using]
    with connection.cursor() as cursor:
        for name, value in PLAIN.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"{union} ORDER BY 1")
        yield from map(Row._make, _fetched(cursor))


def _select(table: str, first: int, last: int) -> str:
    return (
        f"SELECT pgh_id, '{table}', jsonb_strip_nulls(to_jsonb(e))::text"  # noqa: S608
        f' FROM "{table}" e WHERE pgh_id BETWEEN {first} AND {last}'
    )


def _fetched(cursor: CursorWrapper) -> Iterator[tuple[int, str, str]]:
    while batch := cursor.fetchmany(2_000):
        yield from batch


def count(using: str, condition: str) -> int:
    """Count the events of all tables that meet a condition in SQL of our own."""
    total = 0
    with connections[using].cursor() as cursor:
        for table in tables():
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {condition}')  # noqa: S608
            total += cursor.fetchone()[0]
    return total
