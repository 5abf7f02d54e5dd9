"""The only way to queue a task. The broker is a hint: the database is the truth.

A task that could not be queued is logged and forgotten here; the beat's sweep finds what it should
have done. So a request never fails and hardly waits because the broker is down or hangs.
"""

from __future__ import annotations

import functools
import logging
import os
import threading
import time

from celery import current_app
from django.db import transaction
from kombu import pools
from kombu.connection import Connection

logger = logging.getLogger(__name__)

# Only for publishing: a worker that waits for messages must be more patient.
LIMITS = {
    "max_retries": 0,
    "socket_timeout": 1,
    "socket_connect_timeout": 1,
    "retry_on_timeout": False,
}
# After a failure nothing is tried for so long, or each request would wait for itself.
SILENCE_SECONDS = 5.0
# A pooled connection may be the corpse of one to a broker that was restarted. That shows at
# once, and is worth a second try; a broker that hangs is not.
AT_ONCE_SECONDS = 0.5

_silent_until = 0.0
_lock = threading.Lock()


def after_commit(task_name: str, *ids: int) -> None:
    """Queue a task by name with ids once the transaction has committed; never raises.

    Waits at most about a second when the broker hangs, and not at all in the five seconds after
    a failure. Outside a transaction it queues at once.
    """
    transaction.on_commit(functools.partial(_publish, task_name, ids), robust=True)


def forget_failure() -> None:
    """Try again at once; for tests, and for a program that knows the broker is back."""
    global _silent_until  # noqa: PLW0603 (one switch for all threads of the process)
    _silent_until = 0.0


def _publish(task_name: str, ids: tuple[int, ...]) -> None:
    global _silent_until  # noqa: PLW0603
    if time.monotonic() < _silent_until:
        logger.info("Task %s%s not queued: the broker failed a moment ago.", task_name, ids)
        return
    started = time.monotonic()
    for last_try in (False, True):
        try:
            _send(task_name, ids)
        except Exception as error:  # noqa: BLE001 (whatever the broker does, the commit stands)
            _forget_connection()
            if not last_try and time.monotonic() - started < AT_ONCE_SECONDS:
                continue
            _silent_until = time.monotonic() + SILENCE_SECONDS
            logger.warning("Task %s%s not queued: %s", task_name, ids, type(error).__name__)
        return


def _send(task_name: str, ids: tuple[int, ...]) -> None:
    producers = pools.producers[_connection(os.getpid())]
    with producers.acquire(block=True, timeout=1) as producer:
        current_app.send_task(
            task_name, args=list(ids), producer=producer, retry=False, ignore_result=True
        )


@functools.cache
def _connection(process: int) -> Connection:
    """Return this process's own way to the broker; a socket must not be shared over a fork."""
    app = current_app._get_current_object()  # noqa: SLF001 (kombu needs the app behind the proxy)
    options = app.conf.broker_transport_options | LIMITS
    connection: Connection = app.connection_for_write(transport_options=options)
    return connection


def _forget_connection() -> None:
    with _lock:
        connection = _connection(os.getpid())
        _connection.cache_clear()
        for group in (pools.producers, pools.connections):
            if pool := group.pop(connection, None):
                pool.force_close_all()
