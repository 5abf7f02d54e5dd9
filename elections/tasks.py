"""Doorway for Celery's discovery, which looks at `<app>.tasks` alone."""

from elections.notices.tasks import send, sweep
from elections.practice.tasks import renew
from elections.results.tasks import recompute
from elections.results.tasks import sweep as sweep_results

__all__ = ["recompute", "renew", "send", "sweep", "sweep_results"]
