"""A task is queued after the commit; a broker in trouble delays nobody and fails nothing."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from celery import current_app
from django.db import transaction

from portal.base import audit, queue
from portal.base.audit.models import Seal
from tests import processes, site
from tests.base.broker import Line
from tests.base.conftest import AsRole
from tests.lab.models import Specimen

pytestmark = pytest.mark.broker

# The figure is about one second; the rest is for a machine that does other things too.
HANGING = 2.0
REFUSED = 0.5
NOT_TRIED = 0.1


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Put a line between the portal and the broker, with an empty queue behind it."""
    line = Line()
    current_app.set_current()
    usual = current_app.conf.broker_url
    current_app.conf.broker_url = line.url
    queue._connection.cache_clear()
    queue.forget_failure()
    with redis.from_url(line.url) as broker:
        broker.flushdb()
    yield line
    line.close()
    queue._forget_connection()
    queue.forget_failure()
    current_app.conf.broker_url = usual


def queued(line: Line) -> list[tuple[str, list[int]]]:
    with redis.from_url(line.url) as broker:
        messages = [json.loads(text) for text in reversed(broker.lrange("celery", 0, -1))]
    headers = [message["headers"] for message in messages]
    return [(header["task"], json.loads(header["argsrepr"])) for header in headers]


def seconds() -> float:
    """Queue one task outside a transaction; return how long that took."""
    started = time.perf_counter()
    queue.after_commit("lab.try", 1)
    return time.perf_counter() - started


@pytest.mark.django_db(transaction=True)
def test_a_task_is_queued_after_the_commit_and_not_before(line: Line) -> None:
    with transaction.atomic():
        queue.after_commit("lab.try", 1, 2)
        assert queued(line) == []
    assert queued(line) == [("lab.try", [1, 2])]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_transaction_queues_nothing(line: Line) -> None:
    with transaction.atomic():
        queue.after_commit("lab.try", 1)
        transaction.set_rollback(True)
    assert queued(line) == []


@pytest.mark.django_db(transaction=True)
def test_one_connection_serves_many_tasks(line: Line) -> None:
    queue.after_commit("lab.try", 0)
    arrivals = line.arrivals
    for number in range(1, 20):
        queue.after_commit("lab.try", number)
    assert line.arrivals == arrivals
    assert queued(line) == [("lab.try", [number]) for number in range(20)]


@pytest.mark.django_db(transaction=True)
def test_with_the_broker_down_the_commit_stands_and_nobody_waits(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.close()
    started = time.perf_counter()
    with transaction.atomic():
        Specimen.objects.create(name="kept")
        queue.after_commit("lab.try", 1)
    assert time.perf_counter() - started < REFUSED
    assert Specimen.objects.get().name == "kept"
    assert [record.message for record in caplog.records if record.levelno == logging.WARNING] == [
        "Task lab.try(1,) not queued: OperationalError"
    ]


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_hangs_from_the_start_delays_once_and_then_not(line: Line) -> None:
    line.is_hanging = True
    assert 0.5 < seconds() < HANGING
    assert max(seconds() for _ in range(5)) < NOT_TRIED


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_hangs_in_the_middle_delays_once_and_then_not(line: Line) -> None:
    queue.after_commit("lab.try", 1)
    line.is_hanging = True
    assert 0.5 < seconds() < HANGING
    assert max(seconds() for _ in range(5)) < NOT_TRIED


@pytest.mark.django_db(transaction=True)
def test_a_restarted_broker_loses_no_task_to_the_old_connection(line: Line) -> None:
    queue.after_commit("lab.try", 1)
    line.cut()
    queue.after_commit("lab.try", 2)
    assert queued(line) == [("lab.try", [1]), ("lab.try", [2])]


@pytest.mark.django_db(transaction=True)
def test_after_the_silence_it_tries_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "SILENCE_SECONDS", 0.2)
    line.is_hanging = True
    queue.after_commit("lab.try", 1)
    line.is_hanging = False
    line.cut()
    queue.after_commit("lab.try", 2)
    time.sleep(0.25)
    queue.after_commit("lab.try", 3)
    assert queued(line)[-1] == ("lab.try", [3])
    assert ("lab.try", [2]) not in queued(line)


@pytest.mark.django_db(transaction=True)
def test_a_task_that_cannot_be_written_down_is_logged_and_not_raised(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    queue.after_commit("lab.try", object())  # type: ignore[arg-type]
    assert "not queued" in caplog.text


@pytest.mark.servers
def test_a_worker_seals_what_was_written(
    line: Line, installation: str, as_role: AsRole, tmp_path: Path
) -> None:
    """The whole way: a change by the web role, a task over the broker, a seal by the worker."""
    env = processes.production(
        DATABASE_URL=site.address_of(installation, f"{installation}_web"), REDIS_URL=line.url
    )
    output = tmp_path / "worker.log"
    worker = processes.start(processes.worker_command(), env, output)
    try:
        processes.wait_for(lambda: "ready." in output.read_text(), worker, output)
        with as_role(installation, "web") as web:
            with audit.acting(by="saule", why="lab.tried", using=web):
                Specimen.objects.using(web).create(name="sealed by a worker")
            before = Seal.objects.using(web).count()
            queue._publish("audit.seal", ())
            processes.wait_for(lambda: Seal.objects.using(web).count() > before, worker, output)
            assert audit.verify(using=web).broken is None
    finally:
        worker.terminate()
        worker.wait()
