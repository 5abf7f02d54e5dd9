"""What every public answer says about how long and for whom it holds."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]

PAGE_SECONDS = 60
FILE_SECONDS = 300
# While protocols come in; a reader's page is never older.
COUNT_SECONDS = 2


def page(view: View[Arguments]) -> View[Arguments]:
    """Serve a page to GET and HEAD, compressed, for a minute, and as 304 while it is unchanged.

    Compressing is safe here: a public page holds no secret that could be guessed from its length.
    Nothing is ever posted here, so a POST is told so (405) and not asked for a token first.
    The tag is taken of the whole page, because a page also changes with its templates.
    """

    @csrf_exempt
    @require_safe
    @gzip_page
    def served(
        request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != 200:
            return response
        digest = hashlib.sha256(response.content).hexdigest()
        response.headers["ETag"] = f'W/"{digest[:32]}"'
        patch_vary_headers(response, ["Accept-Encoding"])
        return settled(request, response, PAGE_SECONDS)

    # Not wraps() as a decorator: it hides the signature from the type checker.
    functools.update_wrapper(served, view)
    return served


def file(view: View[Arguments]) -> View[Arguments]:
    """Serve a file to GET and HEAD; its view settles the rest, because its bytes are its tag."""
    return csrf_exempt(require_safe(view))


def stamp(response: HttpResponse, published_at: datetime | None) -> HttpResponse:
    """Write down when the facts on a page last changed."""
    if published_at is not None:
        response.headers["Last-Modified"] = http_date(published_at.timestamp())
    return response


def settled(request: HttpRequest, response: HttpResponse, seconds: int) -> HttpResponse:
    """Let anybody keep the answer for some seconds; answer 304 to whoever has it already."""
    patch_cache_control(response, public=True, max_age=seconds)
    last_modified = response.headers.get("Last-Modified")
    answer = get_conditional_response(
        request,
        etag=response.headers["ETag"],
        last_modified=_seconds(last_modified),
        response=response,
    )
    assert isinstance(answer, HttpResponse)  # noqa: S101 (a response given is a response returned)
    return answer


def _seconds(header: str | None) -> int | None:
    return parse_http_date_safe(header) if header else None
