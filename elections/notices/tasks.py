from celery import shared_task

from elections.notices import services


@shared_task(name="notices.send")  # type: ignore[untyped-decorator]
def send(notice: int) -> None:
    """Send one letter of the outbox."""
    services.send(notice)


@shared_task(name="notices.sweep")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Send what no task has sent: the broker is a hint."""
    services.sweep()
