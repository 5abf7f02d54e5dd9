"""Filters that write numbers and dates, and the addresses of static files."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.templatetags.static import static

from portal.base import numerals

register = template.Library()

for write in (
    numerals.number,
    numerals.percent,
    numerals.share,
    numerals.whole_part,
    numerals.fraction_part,
    numerals.remainder,
    numerals.longdate,
):
    register.filter(write)


@register.filter
def full_stop(text: object) -> str:
    """Close a sentence with one full stop: a Russian date brings its own, "5 января 2027 г."."""
    return f"{str(text).removesuffix('.')}."


@register.simple_tag
def asset(path: str) -> str:
    """Return the address of a static file, also when there is no manifest to ask.

    The page that says "something failed" must not fail over the name of its style sheet.
    """
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"
