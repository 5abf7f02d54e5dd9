"""Slows down whoever guesses: tries are counted by address, never by account.

Counting by account would let anyone shut an official out by typing wrong passwords for them. The
counter stands in the database cache, so that it works with Redis stopped.
"""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WINDOW_SECONDS = 15 * 60
TRIES = 20


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from: behind our proxy, what the proxy itself saw last."""
    if settings.TLS == "proxy":
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
        if forwarded:
            return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def is_exhausted(request: HttpRequest, what: str) -> bool:
    """Say whether this address has failed too often lately."""
    return int(cache.get(_key(request, what), 0)) >= TRIES


def count_failure(request: HttpRequest, what: str) -> None:
    """Count one failure; the count is forgotten a quarter of an hour after the last one."""
    key = _key(request, what)
    cache.set(key, int(cache.get(key, 0)) + 1, WINDOW_SECONDS)


def _key(request: HttpRequest, what: str) -> str:
    return f"tries:{what}:{address_of(request)}".replace(" ", "")
