from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker

from portal.base import audit
from tests import site
from tests.lab.models import Specimen

# A role of one database, as a second connection of Django's.
AsRole = Callable[[str, str], AbstractContextManager[str]]


@pytest.fixture
def second_connection(transactional_db: None) -> Iterator[psycopg.Connection]:
    """Return another session of the test database, with a transaction of its own."""
    parameters = connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}
    parameters.pop("context", None)
    with psycopg.connect(**parameters) as other:
        yield other
        other.rollback()


@pytest.fixture(scope="session")
def as_role(django_db_blocker: DjangoDbBlocker) -> AsRole:
    @contextmanager
    def connect(database: str, role: str) -> Iterator[str]:
        connections.databases[role] = connections.databases["default"] | {
            "NAME": database,
            "USER": f"{database}_{role}",
            "PASSWORD": site.PASSWORD,
        }
        with django_db_blocker.unblock():
            try:
                yield role
            finally:
                connections[role].close()
                del connections[role]
                del connections.databases[role]

    return connect


@pytest.fixture(scope="session")
def installation(as_role: AsRole) -> Iterator[str]:
    """Return the name of a database made as deploy/roles.sql says, with the lab's tables."""
    database = f"roles_{os.getpid()}"
    site.create_database(database)
    try:
        migrate(database)
        let_everybody_make_temporary_tables(database)
        with as_role(database, "web") as web:
            Specimen.objects.using(web).create(name="one")
            audit.seal(using=web)
        yield database
    finally:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())
            for role in ("owner", "web", "read", "greedy"):
                server.execute(f"DROP ROLE IF EXISTS {database}_{role}".encode())


def migrate(database: str) -> None:
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


def let_everybody_make_temporary_tables(database: str) -> None:
    """Add a role as careless installations have it: PostgreSQL's usual rights, and all tables."""
    role = f"{database}_greedy"
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=database) as server:
        server.execute(
            f"CREATE ROLE {role} LOGIN PASSWORD '{site.PASSWORD}';"
            f"GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {role};"
            f"GRANT USAGE ON SCHEMA public TO {role};"
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};"
            f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}".encode()
        )


@pytest.fixture(params=["web", "greedy"])
def intruder(request: pytest.FixtureRequest, installation: str) -> Iterator[psycopg.Connection]:
    """Return a session of somebody who can send any SQL as the web server's role, or as worse."""
    role = f"{installation}_{request.param}"
    with psycopg.connect(site.address_of(installation, role), autocommit=True) as session:
        session.execute("""SET pghistory.context_metadata = '{"by": "mallory"}'""")
        session.execute(
            "INSERT INTO lab_specimen (name, secret, results_version) VALUES ('a', '', 0)"
        )
        yield session
