"""Are all triggers that should be there in place, on, and as the code has them?"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pgtrigger
from django.db import DEFAULT_DB_ALIAS, connections

from portal.base.audit import switch


class Installed(NamedTuple):
    """A trigger as the database has it."""

    fingerprint: str | None
    source: str
    is_on: bool


def unguarded(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Name each trigger that is missing, switched off or not what the code says; one query."""
    installed = _installed(using)
    found = []
    for model, trigger in pgtrigger.registered():
        wanted = trigger.compile(model)
        there = installed.get((model._meta.db_table, wanted.sql.pgid))  # noqa: SLF001
        if state := _fault(wanted, there):
            found.append(f"{trigger.get_uri(model)} is {state}")
    return found if switch.is_welded(using) else [*found, "pgtrigger's switch is open"]


def _fault(wanted: Any, there: Installed | None) -> str:
    if there is None:
        return "missing"
    if not there.is_on:
        return "switched off"
    if there.fingerprint != wanted.hash or there.source != _source(wanted):
        return "another"
    return ""


def _source(wanted: Any) -> str:
    """Return the body of the trigger's function, as it stands between the dollar quotes."""
    pattern = rf"FUNCTION {re.escape(wanted.sql.pgid)}\(\).*?\$\$(.*?)\$\$"
    body = re.search(pattern, wanted.install_sql, re.DOTALL)
    return body.group(1) if body else ""


def _installed(using: str) -> dict[tuple[str, str], Installed]:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname, obj_description(t.oid, 'pg_trigger'), p.prosrc,"
            " t.tgenabled IN ('O', 'A') FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE t.tgname LIKE 'pgtrigger%%' AND c.relnamespace = 'public'::regnamespace"
        )
        return {(table, name): Installed(*rest) for table, name, *rest in cursor.fetchall()}
