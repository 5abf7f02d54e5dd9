"""Pages that belong to no room: the front door's redirect, health, errors."""

from typing import Any

from django.conf import settings
from django.contrib.admin import site
from django.db import connection
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Redirect to the home page in the reader's language."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the database answers, else 503; the broker is a hint and not asked."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "ok", "mode": settings.MODE})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _in_the_room(request, 403) or render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    page = _in_the_room(request, 404)
    return page or render(request, "errors/404.html", {"path": request.path}, status=404)


def _in_the_room(request: HttpRequest, status: int) -> HttpResponse | None:
    """Say it inside the admin to whoever works there, with the way back; None for all others."""
    is_inside = request.path.startswith(reverse("admin:index")) and hasattr(request, "user")
    if not is_inside or not site.has_permission(request):
        return None
    page = render(request, f"admin/{status}.html", site.each_context(request), status=status)
    # The head names a person.
    add_never_cache_headers(page)
    return page


def method_not_allowed(request: HttpRequest, *, allowed: str) -> HttpResponse:
    response = render(request, "errors/405.html", status=405)
    response.headers["Allow"] = allowed
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form without its token; one of our own pages can be sent again by a click.

    What was typed stays in the answer and nowhere else: it may be an IIN.
    """
    page: dict[str, Any] = {}
    if _is_from_our_page(request) and _can_be_kept(request):
        is_admin = request.path.startswith(reverse("admin:index"))
        page = {
            "address": request.get_full_path(),
            "typed": _typed(request),
            # The party's room asks for the password itself, in the middle of a form.
            "sign_in_first": is_admin and not site.has_permission(request),
            # A link to another page would leave behind what was typed.
            "languages": [],
        }
    answer = render(request, "errors/csrf.html", page, status=403)
    add_never_cache_headers(answer)
    return answer


def _is_from_our_page(request: HttpRequest) -> bool:
    """Say whether the browser itself vouches that a page of this portal sent the form.

    Without that, whoever lured a person here could have filled in what a click then sends.
    """
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _can_be_kept(request: HttpRequest) -> bool:
    """A password is never written into a page, and a page cannot hold a file."""
    has_password = any("password" in name for name in request.POST)
    return request.method == "POST" and not has_password and not request.FILES


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
