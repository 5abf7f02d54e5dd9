"""Doorway for Celery's discovery, which looks at `<app>.tasks` alone."""

from elections.notices.tasks import send, sweep
from elections.practice.tasks import renew

__all__ = ["renew", "send", "sweep"]
