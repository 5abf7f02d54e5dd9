"""A portal with a database of its own, dropped again at the end; and what is counted of a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
import django

import tests.servers_plugin  # noqa: F401 (starts the servers where none are named)

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)


@contextmanager
def fresh() -> Iterator[None]:
    """Give an empty database with every table."""
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(databases, verbosity=0)
        teardown_test_environment()


def queries(client: Client, address: str) -> int:
    """Count what a page asks of the database."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200, address
    return len(asked)


def same_queries(title: str, counts: dict[str, int], most: int | None = None) -> bool:
    """Print the numbers of queries; return False where they differ or are above the limit."""
    kept = len(set(counts.values())) == 1 and (most is None or max(counts.values()) <= most)
    limit = "" if most is None else f", at most {most}"
    print(f"\nQueries of {title} (equal{limit}){'' if kept else '  OVER'}")
    for name, count in counts.items():
        print(f"  {name:<28}{count}")
    return kept
