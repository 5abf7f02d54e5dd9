"""Gives the tests their own PostgreSQL and Valkey, before pytest-django reads the settings.

Loaded with `-p` from pyproject.toml. DATABASE_URL and REDIS_URL, where set, win: the second
leg of CI and every xdist worker come with them.
"""

import atexit
import os
import signal
from contextlib import ExitStack
from pathlib import Path

from portal import embedded, processes

_DATA = Path(__file__).resolve().parent.parent / "var" / "test"


def _start() -> None:
    stack = ExitStack()
    atexit.register(stack.close)
    servers = stack.enter_context(embedded.running(_DATA))
    os.environ.setdefault("DATABASE_URL", servers.database_url)
    os.environ.setdefault("REDIS_URL", servers.redis_url)


if parent := os.environ.pop("TIZIM_PARENT", None):
    # A killed `make test` leaves nothing behind.
    processes.follow_parent(signal.SIGTERM, int(parent))
if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    _start()
