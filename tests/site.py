"""A whole portal for tests from outside: its own database and roles, gunicorn, the record inside.

The web server runs as the role of deploy/roles.sql that owns nothing, in demonstration mode (DEBUG
off). All workers of one test run share the database; each starts a web server of its own.
"""

import fcntl
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from tests import people, processes

ROLES = processes.ROOT / "deploy" / "roles.sql"
PASSWORD = "of-the-tests-alone"


@dataclass(frozen=True)
class Site:
    """Where the portal answers, and who its administrator is."""

    url: str
    administrator: str = "asel@example.kz"
    password: str = people.PASSWORD


def address_of(database: str, role: str) -> str:
    server = urlsplit(os.environ["DATABASE_URL"])
    return f"postgres://{role}:{PASSWORD}@{server.hostname}:{server.port or 5432}/{database}"


def roles_sql(database: str) -> str:
    """Return deploy/roles.sql with psql's variables filled in, roles named after the database."""
    text = re.sub(r"^\\set .*$", "", ROLES.read_text(), flags=re.MULTILINE)
    text = re.sub(r":'\w+'", f"'{PASSWORD}'", text).replace("tizim_", f"{database}_")
    return text.replace(':"DBNAME"', f'"{database}"')


def create_database(database: str) -> None:
    """Make the database with its three roles: `{database}_owner`, `_web` and `_read`."""
    name = sql.Identifier(database)
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=database, autocommit=True) as inside:
        inside.execute(roles_sql(database).encode())


def drop_database(database: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))
        for role in ("owner", "web", "read"):
            server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(f"{database}_{role}")))


def environment(database: str, role: str, static: Path) -> dict[str, str]:
    """Return a demonstration-mode environment: nothing but the servers and the static files."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "DATABASE_URL": address_of(database, f"{database}_{role}"),
        "REDIS_URL": processes.production()["REDIS_URL"],
        "STATIC_ROOT": str(static),
        "LOG_LEVEL": "WARNING",
    }


def manage(env: Mapping[str, str], *command: str) -> str:
    """Run a command of manage.py; fail with its own words."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=processes.ROOT,
        env=dict(env),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def build(database: str, static: Path) -> None:
    """Migrate as the owner, load the record, make Asel, collect the static files."""
    create_database(database)
    owner = environment(database, "owner", static)
    manage(owner, "migrate", "--verbosity=0")
    manage(owner, "load_demo", "--only-record")
    asel = {"DJANGO_SUPERUSER_PASSWORD": people.PASSWORD, "DJANGO_SUPERUSER_NAME": "Асель"}
    manage(owner | asel, "createsuperuser", "--no-input", f"--email={Site('').administrator}")
    manage(owner, "collectstatic", "--no-input", "--verbosity=0")


@contextmanager
def shared_database(directory: Path) -> Iterator[str]:
    """Build the database once for all workers of this test run; the last one drops it."""
    database = f"site_{urlsplit(os.environ['DATABASE_URL']).path[1:9]}_{directory.stat().st_ino}"
    users = directory / "site-users.json"

    def count(change: int) -> int:
        now = (json.loads(users.read_text()) if users.exists() else 0) + change
        users.write_text(json.dumps(now))
        return now

    with (directory / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if count(1) == 1:
            build(database, directory / "site-static")
        fcntl.flock(lock, fcntl.LOCK_UN)
        try:
            yield database
        finally:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if count(-1) == 0:
                drop_database(database)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the running portal with the record of 2021."""
    own = tmp_path_factory.getbasetemp()
    common = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    with shared_database(common) as database:
        env = environment(database, "web", common / "site-static")
        with processes.web_server(env, own, "--threads=4") as url:
            yield Site(url)
