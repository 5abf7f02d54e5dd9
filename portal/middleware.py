from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

from portal.views import method_not_allowed


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, but for the data files: they are the same in every language."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        match = request.resolver_match
        if response.status_code in (200, 304) and match and match.namespace == "data":
            return response
        return super().process_response(request, response)


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
