"""The one clock: everything that asks for the time asks here, so that tests can move it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from django.utils import timezone

_moved_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """Return the current time, aware and in UTC."""
    return _moved_to.get() or timezone.now()


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Let now() stand still at an aware moment in this thread or task; may be nested.

    The database keeps its own time: the audit record's timestamps do not move with this.
    """
    if moment.tzinfo is None:
        raise ValueError("The clock is set by an aware time; this one has no time zone.")
    token = _moved_to.set(moment.astimezone(UTC))
    try:
        yield now()
    finally:
        _moved_to.reset(token)
