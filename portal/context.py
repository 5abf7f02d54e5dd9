"""What every page's template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def language_links(request: HttpRequest) -> list[dict[str, Any]]:
    """Return this same page in each language, for pages whose first path segment is a language."""
    current = get_language()
    _, _, rest = request.path.lstrip("/").partition("/")
    query = request.META.get("QUERY_STRING", "")
    tail = f"{rest}?{query}" if query else rest
    is_public = request.path.lstrip("/").partition("/")[0] in dict(settings.LANGUAGES)
    return [
        {
            "code": code,
            "name": name,
            "url": f"/{code}/{tail}" if is_public else f"/{code}/",
            "current": code == current,
        }
        for code, name in settings.LANGUAGES
    ]


def site(request: HttpRequest) -> dict[str, Any]:
    return {"languages": language_links(request), "demonstration": settings.DEMONSTRATION}
