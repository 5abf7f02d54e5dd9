"""Eight clerks who enter protocols of one contest, against eight of whom each has a contest.

Whoever confirms counts up the version of the contest as the last statement, so that others wait for
no more than that. Each turn a protocol is set aside and confirmed again, through the services, each
writer in a connection of its own. Nobody computes meanwhile.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextvars import copy_context

from bench import nation  # before all that needs Django

# isort: split
import redis
from celery import current_app
from django.db import connection

from bench import database
from bench.freshness import typed
from bench.harness import compare, report
from elections.models import Contest, Protocol
from elections.results import services
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.results.counting import NIGHT

WRITERS, TURNS = 8, 4
LIMIT = 1.5
Work = Callable[[], object]


def turns(rows: list[Protocol], clerk: User, chair: User) -> Work:
    """Set each protocol aside and confirm it as it was."""

    def work() -> None:
        for row in rows:
            again = typed(row)
            services.reopen(row, reason="bench", by=chair, at=NIGHT)
            services.confirm(row, **again, by=clerk, at=NIGHT)

    return work


def together(works: list[Work]) -> None:
    """Do all at once, each in a thread and a connection of its own; fail if one of them fails."""
    failed: list[BaseException] = []
    ready = threading.Barrier(len(works))

    def run(work: Work) -> None:
        try:
            connection.ensure_connection()
            ready.wait(10)
            work()
        except BaseException as error:  # noqa: BLE001 (told to the one who waits)
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(run, work)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed


def main() -> bool:
    """Measure both."""
    broker_url = os.environ["REDIS_URL"].rpartition("/")[0] + "/6"
    with database.fresh(), clock.at(NIGHT), redis.from_url(broker_url) as broker:
        current_app.set_current()
        current_app.conf.broker_url = broker_url
        election = factories.make_election()
        parties = [factories.make_party() for _ in range(nation.PARTIES)]
        one = nation.make_contest(election, parties)
        eight = [nation.make_contest(election, parties) for _ in range(WRITERS)]
        commission = one.commission
        assert commission
        Contest.objects.filter(election=election).update(commission=commission)
        clerk, chair = people.saule(commission), people.zhanar(commission)
        nation.count({one: WRITERS * TURNS} | dict.fromkeys(eight, TURNS), clerk)

        def rows(contest: Contest) -> list[Protocol]:
            return list(Protocol.objects.filter(contest=contest).order_by("pk"))

        same = rows(one)
        at_one = [turns(same[start::WRITERS], clerk, chair) for start in range(WRITERS)]
        at_eight = [turns(rows(contest), clerk, chair) for contest in eight]
        name = f"{WRITERS} writers on one contest"
        lines = compare(
            (f"{WRITERS} writers on {WRITERS} contests", lambda: together(at_eight)),
            {name: lambda: together(at_one)},
            limits={name: LIMIT},
            rounds=9,
        )
        broker.flushdb()
        return report(f"{WRITERS * TURNS} protocols set aside and confirmed again", lines)
