from celery import shared_task
from django.conf import settings

from elections.practice import services
from portal.base import clock


@shared_task(name="practice.renew")  # type: ignore[untyped-decorator]
def renew() -> None:
    """Bring the practice elections back to the seed each night, in a demonstration alone."""
    if settings.DEMONSTRATION and services.is_made():
        services.renew(at=clock.now(), by="practice.renew")
