"""The portal's Celery app with one task more, which does nothing but say that it was reached."""

import os

import redis

from portal.celery import app


@app.task(name="bench.empty")  # type: ignore[untyped-decorator]
def empty(number: int) -> None:
    """Put the number into a list of the broker, where the benchmark waits for it."""
    with redis.from_url(os.environ["REDIS_URL"]) as broker:
        broker.lpush("bench.reached", number)
