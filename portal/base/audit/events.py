"""All events in the order of their numbers, whichever table they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connections
from django.db.backends.utils import CursorWrapper

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


def tables(using: str) -> list[str]:
    """Return every table that draws from the sequence.

    The database is asked and not the models: while a release is being rolled out, code that does
    not know a new event table yet would leave its events out of a seal.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_depend d JOIN pg_attrdef a ON a.oid = d.objid"
            " JOIN pg_class c ON c.oid = a.adrelid"
            " WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass"
            " AND d.refobjid = 'audit_event_id'::regclass ORDER BY relname"
        )
        return [row[0] for row in cursor.fetchall()]


def rows(using: str, first: int, last: int) -> Iterator[Row]:
    """Yield the events first…last, both included, in one snapshot; needs a transaction.

    Empty columns are left out of the text, so that a column added later changes no seal.
    """
    if not (names := tables(using)):
        return
    # The names come from the catalogue; the numbers are integers.
    union = " UNION ALL ".join(_select(table, int(first), int(last)) for table in names)
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
        for table in tables(using):
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {condition}')  # noqa: S608
            total += cursor.fetchone()[0]
    return total
