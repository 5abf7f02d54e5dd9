"""The broker is a hint: protocols are saved without it, and the sweep makes all fresh."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
import redis
from celery import current_app
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from elections.models import Entry
from elections.results import recompute
from portal.base import clock, queue
from tests import processes
from tests.base.broker import Line
from tests.results.counting import NIGHT, Count
from tests.results.test_screens import form_of

pytestmark = [pytest.mark.broker, pytest.mark.django_db(transaction=True)]
PROTOCOLS = 50
SLOWEST = 2.0


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Put a line between the portal and the broker, with an empty queue behind it."""
    line = Line()
    current_app.set_current()
    monkeypatch.setattr(current_app.conf, "broker_url", line.url)
    queue._connection.cache_clear()
    queue.forget_failure()
    with redis.from_url(line.url) as broker:
        broker.flushdb()
    yield line
    line.close()
    queue._forget_connection()
    queue.forget_failure()


def send(client: Client, count: Count, number: int) -> float:
    """Confirm one protocol by its form; return how long the request took."""
    address = reverse("admin:elections_protocol_entry", args=[count.protocol(number).pk])
    posted = form_of(count, 300, number) | {"do": "confirm"}
    started = time.perf_counter()
    with clock.at(NIGHT):
        assert client.post(address, posted).status_code == 302
    return time.perf_counter() - started


def test_with_the_broker_hanging_and_then_gone_all_protocols_are_saved(line: Line) -> None:
    count = Count(stations=PROTOCOLS)
    recompute.sweep()
    client = Client()
    client.force_login(count.saule)
    line.is_hanging = True
    slowest = 0.0
    for number in range(1, PROTOCOLS + 1):
        if number == PROTOCOLS // 2:
            line.close()
        if number % 10 == 0:
            # Else one failure would keep it silent, and little would be tried.
            queue.forget_failure()
        slowest = max(slowest, send(client, count, number))
    assert slowest < SLOWEST
    assert Entry.objects.filter(state="definitive").count() == PROTOCOLS
    place = count.contest.territory.slug
    page = client.get(f"/en/elections/{count.contest.election.slug}/{place}/")
    assert "Being recomputed" in page.content.decode()
    assert recompute.sweep() == 1
    assert not recompute.stale().exists()
    out = StringIO()
    call_command("recompute", all=True, check=True, stdout=out)
    assert "Equal to a computation from scratch: 1" in out.getvalue()


def worker(line: Line, directory: Path, name: str) -> tuple[subprocess.Popen[bytes], Path]:
    """Start a worker on the tests' own database; return it once it takes tasks."""
    database = str(connection.settings_dict["NAME"])
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()
    env = processes.production(TIZIM_MODE=None, DATABASE_URL=address, REDIS_URL=line.url)
    output = directory / f"{name}.log"
    process = processes.start(processes.worker_command(), env, output)
    processes.wait_for(lambda: "ready." in output.read_text(), process, output)
    return process, output


def somebody_waits_to_store() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted"
            " AND relation = 'elections_allocation'::regclass"
        )
        row = cursor.fetchone()
    return bool(row and row[0])


@pytest.mark.servers
def test_a_worker_killed_with_the_task_leaves_a_contest_that_the_sweep_makes_fresh(
    line: Line, tmp_path: Path
) -> None:
    count = Count(stations=1)
    recompute.sweep()
    with redis.from_url(line.url) as broker:
        broker.flushdb()
    first, output = worker(line, tmp_path, "first")
    parameters = connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}
    parameters.pop("context", None)
    with psycopg.connect(**parameters) as other:
        # The worker takes the task, reads and computes, and waits to store the result.
        other.execute("LOCK TABLE elections_allocation IN SHARE MODE")
        count.confirm(1, 300, 100)
        processes.wait_for(somebody_waits_to_store, first, output)
        first.kill()
        first.wait()
        other.rollback()
    # No worker is there: it stays stale, so what makes it fresh below is a worker.
    time.sleep(0.5)
    assert recompute.stale().count() == 1
    second, output = worker(line, tmp_path, "second")
    try:
        queue.after_commit("results.sweep")
        processes.wait_for(lambda: not recompute.stale().exists(), second, output)
    finally:
        second.terminate()
        second.wait()
    assert list(recompute.check_all(at=NIGHT)) == []
