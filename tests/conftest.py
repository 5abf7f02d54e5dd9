"""Fixtures for every test: who is asking, which servers are there, what was left out."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker
from xdist.scheduler import LoadFileScheduling

from tests import people
from tests.base import flush

pytest_plugins = ["tests.site"]
flush.with_triggers_off()

SERVERS = "tests/servers/"
DATABASE_FIXTURES = {"site", "db", "transactional_db", "live_server", "django_db_setup"}


def chromium() -> str | None:
    """Return the path of a Chromium, or None where the machine has none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what reaches the database; leave browser tests out where there is no browser."""
    browser = chromium()
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db"):
            item.add_marker("database")
        absent = item.get_closest_marker("browser") and not browser
        (left_out if absent else kept).append(item)
    if left_out and os.environ.get("CI") == "true":
        raise pytest.UsageError("CI=true and no Chromium: the browser tests cannot be left out.")
    # Files go to the workers in this order: first those whose tests take long, or wait for others.
    slow = ("browser", "servers", "race")
    items[:] = sorted(kept, key=lambda item: not any(map(item.get_closest_marker, slow)))


class WholeFiles(LoadFileScheduling):  # type: ignore[misc]
    """Files go to the workers whole; the whole portals of tests/servers one after the other."""

    def _split_scope(self, nodeid: str) -> str:
        path: str = super()._split_scope(nodeid)
        return SERVERS if path.startswith(SERVERS) else path


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WholeFiles:
    return WholeFiles(config, log)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if chromium() is None and not hasattr(config, "workerinput"):
        terminalreporter.write_line("No Chromium here: the browser tests were left out.")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """End whoever is still connected when the test database is dropped.

    A thread of the browser's live server may wait for its next request until then.
    """
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def client_of_asel(db: None) -> Client:
    client = Client()
    client.force_login(people.asel())
    return client


@pytest.fixture
def client_of_marat(db: None) -> Client:
    client = Client()
    client.force_login(people.marat())
    return client


@pytest.fixture(autouse=True)
def _english_between_tests() -> Iterator[None]:
    """Leave no language behind: a page visited in Kazakh must not colour the next test."""
    yield
    translation.deactivate()
