"""How long a confirmed protocol waits until the result is fresh, with a Celery worker.

The baseline is an empty task's way through broker and worker, and after it the bare sum in SQL of
the contest. Compared is the 95th percentile: what the unlucky wait for.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import Any
from urllib.parse import urlsplit

from bench import nation  # before all that needs Django

# isort: split
import redis
from celery import current_app
from django.db import connection

from bench import database
from bench.harness import Line, report
from elections.models import Allocation, Contest, Protocol
from elections.results import recompute, services
from parties.models import User
from portal.base import clock, queue
from tests import factories, people, processes
from tests.results.counting import NIGHT

ROUNDS, TURNS = 7, 20
STATIONS = 100
LIMIT = 8.0
PATIENCE = 30.0


@contextmanager
def worker(broker_url: str) -> Iterator[None]:
    """Run one worker on the benchmark's own database."""
    name = str(connection.settings_dict["NAME"])
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    env = processes.production(TIZIM_MODE=None, DATABASE_URL=address, REDIS_URL=broker_url)
    with tempfile.TemporaryDirectory() as directory:
        output = Path(directory) / "worker.log"
        command = ["celery", "-A", "bench.worker", "worker", "--pool=solo", "--loglevel=info"]
        process = processes.start(command, env, output)
        try:
            processes.wait_for(lambda: "ready." in output.read_text(), process, output)
            yield
        finally:
            process.terminate()
            process.wait()


def p95(work: Callable[[], float]) -> float:
    """Give the 95th percentile of some turns, in seconds."""
    return quantiles((work() for _ in range(TURNS)), n=20)[-1]


class Night:
    """One contest that is counted; its chair and clerk set a protocol aside and enter it anew."""

    def __init__(self, broker: redis.Redis) -> None:
        self.broker = broker
        self.contest, self.clerk, self.chair = make_room()
        self.rows = list(Protocol.objects.filter(contest=self.contest))
        self.turn = 0
        recompute.make_fresh(self.contest.pk)

    def confirmed(self) -> float:
        """Confirm one protocol; measure from the end of the service to the fresh result."""
        self.turn += 1
        row = self.rows[self.turn % len(self.rows)]
        services.reopen(row, reason="bench", by=self.chair, at=NIGHT)
        self.wait_until_fresh()
        again = typed(row)
        services.confirm(row, **again, by=self.clerk, at=NIGHT)
        started = perf_counter()
        self.wait_until_fresh()
        return perf_counter() - started

    def wait_until_fresh(self) -> None:
        version = Contest.objects.values_list("results_version", flat=True).get(pk=self.contest.pk)
        fresh = Allocation.objects.filter(contest=self.contest.pk, version=version)
        deadline = perf_counter() + PATIENCE
        while not fresh.exists():
            assert perf_counter() < deadline, "no worker makes it fresh"
            sleep(0.0005)

    def empty(self) -> float:
        """Send a task that does nothing; add up when it is reached."""
        started = perf_counter()
        queue.after_commit("bench.empty", 1)
        assert self.broker.blpop("bench.reached", timeout=PATIENCE)
        nation.bare_sum(self.contest.pk)
        return perf_counter() - started


def make_room() -> tuple[Contest, User, User]:
    """Return a counted contest with a clerk and a chair."""
    parties = [factories.make_party() for _ in range(nation.PARTIES)]
    contest = nation.make_contest(factories.make_election(), parties)
    assert contest.commission
    clerk, chair = people.saule(contest.commission), people.zhanar(contest.commission)
    nation.count({contest: STATIONS}, clerk)
    return contest, clerk, chair


def typed(row: Protocol) -> dict[str, Any]:
    """Return the form of a protocol as it was typed the last time."""
    old = row.entries.order_by("-pk")[0]
    names = ("voters_listed", "received_ballots", "absentee", "outside", "valid", "invalid")
    fields = {name: getattr(old, name) for name in names}
    return {"fields": fields, "votes": {count.list_id: count.votes for count in old.counts.all()}}


def main() -> bool:
    """Measure turns of both, one after the other."""
    broker_url = os.environ["REDIS_URL"].rpartition("/")[0] + "/6"
    with database.fresh(), clock.at(NIGHT), redis.from_url(broker_url) as broker:
        broker.flushdb()
        current_app.set_current()
        current_app.conf.broker_url = broker_url
        with worker(broker_url):
            night = Night(broker)
            night.empty()
            base, ours = [], []
            for _ in range(ROUNDS):
                base.append(p95(night.empty))
                ours.append(p95(night.confirmed))
        broker.flushdb()
    ratios = [one / other for one, other in zip(ours, base, strict=True)]
    low, middle, high = quantiles(ratios, n=4)
    at = sorted(ours)[len(ours) // 2]
    lines = [
        Line("empty task, then the bare sum", sorted(base)[len(base) // 2], 1.0, 1.0, 1.0),
        Line("confirmed until fresh", at, middle, low, high, LIMIT),
    ]
    return report(f"95th percentile of {TURNS}, contest of {STATIONS} protocols", lines)
