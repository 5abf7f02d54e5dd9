from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

from portal.views import method_not_allowed


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, named here so that settings show where the language is chosen."""


def error_pages(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give a bare 405 the portal's look; Django has no handler for it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if (
            response.status_code == 405
            and isinstance(response, HttpResponse)
            and not response.content
        ):
            return method_not_allowed(request, allowed=response.headers.get("Allow", ""))
        return response

    return middleware
