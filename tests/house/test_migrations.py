"""Migrations: none missing, none in conflict, one line per app, and the way back works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from psycopg import sql
from pytest_django import DjangoDbBlocker, Settings

from tests.house.sources import ROOT

OURS = ("parties", "elections", "audit")


def missing(labels: tuple[str, ...] = ()) -> str:
    """Return what makemigrations would write, empty when the models are covered."""
    out = StringIO()
    try:
        call_command("makemigrations", *labels, check=True, dry_run=True, stdout=out, verbosity=1)
    except SystemExit:
        return out.getvalue()
    return ""


def outside_the_line(directory: Path, names: list[str]) -> str:
    """Return why an app's migrations are not one line that max_migration.txt ends."""
    last = (directory / "max_migration.txt").read_text().strip()
    numbers = [name[:4] for name in sorted(names)]
    if numbers != [f"{number:04}" for number in range(1, len(names) + 1)]:
        return f"numbers {numbers}"
    return "" if last == max(names) else f"max_migration.txt says {last}, the last is {max(names)}"


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    assert not missing()


@pytest.mark.django_db
def test_a_model_without_its_migration_is_seen(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "empty_migrations").mkdir()
    (tmp_path / "empty_migrations" / "__init__.py").touch()
    sys.path.insert(0, str(tmp_path))
    try:
        settings.MIGRATION_MODULES = {"elections": "empty_migrations"}
        assert "Contest" in missing(("elections",))
    finally:
        sys.path.remove(str(tmp_path))


def test_no_two_migrations_conflict() -> None:
    assert not MigrationLoader(None).detect_conflicts()


def test_each_app_is_one_line() -> None:
    loader = MigrationLoader(None)
    assert loader.disk_migrations is not None
    for label in OURS:
        names = [name for app, name in loader.disk_migrations if app == label]
        directory = Path(apps.get_app_config(label).path) / "migrations"
        assert names
        assert not outside_the_line(directory, names), label


def test_a_fork_in_the_line_is_seen(tmp_path: Path) -> None:
    (tmp_path / "max_migration.txt").write_text("0002_b\n")
    assert not outside_the_line(tmp_path, ["0001_a", "0002_b"])
    assert outside_the_line(tmp_path, ["0001_a", "0002_b", "0002_c"])
    assert outside_the_line(tmp_path, ["0001_a", "0002_b", "0003_c"])


@pytest.fixture
def copy_of_the_database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Return the address of a migrated database of its own, dropped afterwards."""
    with django_db_blocker.unblock():
        migrated = connection.settings_dict["NAME"]
        # A database is copied only while nobody is connected to it.
        connection.close()
    address = os.environ["DATABASE_URL"]
    name = f"migrations_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as server:
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(copy.format(sql.Identifier(name), sql.Identifier(migrated)))
        yield f"{address.rpartition('/')[0]}/{name}"
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


STEPS = """
import django
django.setup()
from django.core.management import call_command as run
run("migrate", "elections", "zero", verbosity=0)
run("migrate", verbosity=0)
run("migrate", check_unapplied=True, verbosity=0)
"""


def test_the_way_back_works_and_the_way_forward_again(copy_of_the_database: str) -> None:
    env = os.environ | {"DATABASE_URL": copy_of_the_database}
    env["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    done = subprocess.run(
        [sys.executable, "-c", STEPS],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
