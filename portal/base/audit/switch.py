"""pgtrigger's switch, welded shut.

Every trigger of pgtrigger asks the function `_pgtrigger_should_ignore` whether to do nothing,
and that function reads the session setting `pgtrigger.ignore`, which any SQL of the web role may
set: with it events could be deleted. Its exception block also makes a COPY of 200,000 rows take
minutes. Here the function becomes `SELECT false`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from pgtrigger import compiler

WELDED = """
            CREATE OR REPLACE FUNCTION {ignore_func_name}(trigger_name NAME)
            RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$ SELECT false $$;
"""
_OPEN = re.compile(
    r"\s*CREATE OR REPLACE FUNCTION \{ignore_func_name\}\(.*?\$\$ LANGUAGE plpgsql;\n", re.DOTALL
)
_template: Callable[[Any], str] = compiler.UpsertTriggerSql.get_template


def weld_at_the_source() -> None:
    """Let pgtrigger itself install the welded function: `manage.py pgtrigger install` keeps it."""
    template, found = _OPEN.subn(lambda _: WELDED, _template(None), count=1)
    if found != 1:
        raise RuntimeError("pgtrigger's template has changed: look at portal.base.audit.switch.")
    setattr(compiler.UpsertTriggerSql, "get_template", lambda _: template)  # noqa: B010


def weld(using: str = DEFAULT_DB_ALIAS) -> None:
    """Replace the function in the database; the role must own it."""
    with connections[using].cursor() as cursor:
        cursor.execute(WELDED.format(ignore_func_name='"public"._pgtrigger_should_ignore'))


def weld_after_migrate(using: str, **kwargs: Any) -> None:
    weld(using)


def is_welded(using: str = DEFAULT_DB_ALIAS) -> bool:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT prosrc FROM pg_proc WHERE proname = '_pgtrigger_should_ignore'"
            " AND pronamespace = 'public'::regnamespace"
        )
        return [row[0].strip() for row in cursor.fetchall()] == ["SELECT false"]
