from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker

from tests import site

LAWFUL = "web"
GREEDY = "greedy"


@pytest.fixture
def second_connection(transactional_db: None) -> Iterator[psycopg.Connection]:
    """Return another session of the test database, with a transaction of its own."""
    parameters = connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}
    parameters.pop("context", None)
    with psycopg.connect(**parameters) as other:
        yield other
        other.rollback()


@pytest.fixture(scope="session")
def installation(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Return the name of a database made as deploy/roles.sql says, with the lab's tables."""
    with django_db_blocker.unblock():
        database = connection.settings_dict["NAME"].replace("test_", "roles_")
    site.create_database(database)
    try:
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity=0"],
            cwd=Path(__file__).parents[2],
            env=os.environ
            | {
                "DATABASE_URL": site.address_of(database, f"{database}_owner"),
                "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
            },
            check=True,
        )
        # PostgreSQL lets everybody make temporary tables unless told otherwise: an installation
        # that forgot deploy/roles.sql, with rights on every table, is attacked as well.
        with psycopg.connect(os.environ["DATABASE_URL"], dbname=database) as server:
            greedy = f"{database}_{GREEDY}"
            server.execute(f"CREATE ROLE {greedy} LOGIN PASSWORD '{site.PASSWORD}'".encode())
            server.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {greedy}".encode())
            server.execute(f"GRANT USAGE ON SCHEMA public TO {greedy}".encode())
            server.execute(
                f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {greedy};"
                f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {greedy}".encode()
            )
        yield database
    finally:
        connections.close_all()
        site.drop_database(database)
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(f"DROP ROLE IF EXISTS {database}_{GREEDY}".encode())


@pytest.fixture(params=[LAWFUL, GREEDY])
def intruder(request: pytest.FixtureRequest, installation: str) -> Iterator[psycopg.Connection]:
    """Return a session of somebody who can send any SQL as the web server's role, or as worse."""
    role = f"{installation}_{request.param}"
    with psycopg.connect(site.address_of(installation, role), autocommit=True) as session:
        session.execute(
            "SELECT set_config('pghistory.context_metadata', '{\"by\":\"mallory\"}', false)"
        )
        session.execute(
            "INSERT INTO lab_specimen (name, secret, results_version) VALUES ('a', 's', 0)"
        )
        yield session
