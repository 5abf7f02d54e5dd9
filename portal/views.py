"""Pages that belong to no room: the front door's redirect, health, errors."""

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
    return render(request, "errors/csrf.html", status=403)
