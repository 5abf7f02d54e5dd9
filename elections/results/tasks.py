from celery import shared_task

from elections.results import recompute as computation


@shared_task(name="results.recompute")  # type: ignore[untyped-decorator]
def recompute(contest: int) -> None:
    """Make one contest's result fresh."""
    computation.make_fresh(contest)


@shared_task(name="results.sweep")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Make fresh what no task has made fresh: the broker is a hint."""
    computation.sweep()
