"""Gives the tests their own PostgreSQL and Valkey, before pytest-django reads the settings.

Loaded with `-p` from pyproject.toml. DATABASE_URL and REDIS_URL, where set, win: the second
leg of CI and every xdist worker come with them.
"""

import atexit
import os
from contextlib import ExitStack
from pathlib import Path

from portal import embedded

_VAR = Path(__file__).resolve().parent.parent / "var"


def _first_free_directory() -> Path:
    """Return var/test, or its next sibling while another run of the tests holds that one."""
    number = 1
    while embedded.read_state(_directory(number) / "embedded.json"):
        number += 1
    return _directory(number)


def _directory(number: int) -> Path:
    return _VAR / ("test" if number == 1 else f"test-{number}")


def _start() -> None:
    stack = ExitStack()
    atexit.register(stack.close)
    servers = stack.enter_context(embedded.running(_first_free_directory()))
    os.environ.setdefault("DATABASE_URL", servers.database_url)
    os.environ.setdefault("REDIS_URL", servers.redis_url)


if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    _start()
