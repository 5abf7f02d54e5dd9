"""Walks the real URL configuration, the admin's included."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern


class Route(NamedTuple):
    """One address pattern: its text with the language as "<language>/", and its full name."""

    pattern: str
    name: str


def plain(regex: str) -> str:
    """Return a regular expression of Django's admin as the others are written: `<name>`."""
    return re.sub(r"\(\?P(<\w+>)[^)]*\)|[\^$]", r"\1", regex)


def routes(
    patterns: Iterable[URLPattern | URLResolver] | None = None, before: str = "", space: str = ""
) -> Iterator[Route]:
    """Yield every pattern below the given ones, by default every address of the portal."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        text = entry.pattern
        own = "<language>/" if isinstance(text, LocalePrefixPattern) else plain(str(text))
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry.url_patterns, before + own, inner)
        else:
            yield Route(before + own, f"{space}{entry.name or ''}")
