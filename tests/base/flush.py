"""Lets Django empty the tables after a transactional test, although they refuse TRUNCATE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql.operations import DatabaseOperations

_usual = DatabaseOperations.sql_flush


def with_triggers_off() -> None:
    """Switch our triggers off for the one transaction of a flush; the role must own the tables."""

    def sql_flush(
        self: DatabaseOperations, style: Any, tables: Sequence[str], **options: Any
    ) -> Any:
        statements = _usual(self, style, tables, **options)
        names = [self.quote_name(table) for table in tables]
        off = [f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in names]
        on = [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in names]
        return [*off, *statements, *on] if statements else []

    DatabaseOperations.sql_flush = sql_flush  # type: ignore[method-assign,assignment]
