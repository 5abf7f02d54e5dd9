"""The Celery app: `celery -A portal worker` and `celery -A portal beat`."""

import os
from datetime import timedelta
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import beat_init, worker_init
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "seal the audit record": {"task": "audit.seal", "schedule": timedelta(minutes=5)},
    "send what the broker forgot": {"task": "notices.sweep", "schedule": timedelta(minutes=1)},
    "recompute what the broker forgot": {
        "task": "results.sweep",
        "schedule": timedelta(seconds=10),
        # Of sweeps that queued up while no worker was there, one is enough.
        "options": {"expires": 10},
    },
    # In a demonstration alone; 22:00 UTC is the small hours in Kazakhstan.
    "make practice anew": {"task": "practice.renew", "schedule": crontab(hour="22", minute="0")},
}


def _refuse_to_start(**kwargs: Any) -> None:
    # Celery swallows any other exception in this signal and starts all the same.
    from portal.checks import refuse_to_start  # noqa: PLC0415 (needs the settings)

    try:
        refuse_to_start()
    except ImproperlyConfigured as error:
        raise SystemExit(f"Tizim does not start:\n{error}") from error


worker_init.connect(_refuse_to_start)
beat_init.connect(_refuse_to_start)
