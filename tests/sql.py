"""Attacks by SQL: past the models, as anybody with a connection could."""

from contextlib import AbstractContextManager, ExitStack
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction


def run(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def refused(by: str) -> AbstractContextManager[Any]:
    """Expect the database to refuse what is inside, in words that name the constraint."""
    stack = ExitStack()
    stack.enter_context(pytest.raises(IntegrityError, match=by))
    stack.enter_context(transaction.atomic())
    return stack


def check_deferred() -> None:
    """Ask the foreign keys that wait for the end of the transaction now."""
    run("SET CONSTRAINTS ALL IMMEDIATE")
