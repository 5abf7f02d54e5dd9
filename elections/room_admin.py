"""What every room of the commission's admin stands on: rows are read, buttons call services.

Nobody changes a row by a form of the admin's own: nothing can be added, changed or deleted there,
and what a person sees is what `rights` says is his or her commission's. What can be done is a
button with an address of its own (`room_urls`), answered by a service.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from elections import rights
from elections.models import Contest
from parties.admin import ReadOnlyAdmin
from parties.models import User
from portal.base import clock

View = Callable[..., HttpResponse]
# What the filters of a list put behind the name of their column.
ENDINGS = ("", "__exact", "__id__exact", "__in", "__isnull", "__isempty", "__gte", "__lt")


def person(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else come this far."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def moment() -> datetime:
    """Return now, as the screens hand it to services."""
    return clock.now()


class RoomAdmin(ReadOnlyAdmin):
    """Rows of a person's own commission; an administrator of the installation reads all.

    `contest_path` leads from the row to its contest ("contest", "protocol__contest", "pk").
    Foreign rows answer 404 everywhere, on lists, pages, history and buttons alike.
    """

    contest_path = "contest"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return what this person may see; nothing for a stranger."""
        found: QuerySet[Any] = super().get_queryset(request)
        if rights.is_administrator(request.user):
            return found
        return found.filter(**{f"{self.contest_path}__in": self.contests(request)})

    def contests(self, request: HttpRequest) -> QuerySet[Contest]:
        """Return the contests of this person's commissions, without the record."""
        mine = rights.contests_of_commission(request.user)
        return mine.exclude(election__kind="record")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Let an address filter by what the filters offer and by nothing else.

        Django lets it ask for any column of the row, also for one that no page shows.
        """
        offered = [name[0] if isinstance(name, tuple) else name for name in self.list_filter]
        return any(lookup == f"{name}{ending}" for name in offered for ending in ENDINGS)

    def room_urls(self) -> list[URLPattern]:
        """Name the room's own pages: `self.address("<int:pk>/entry/", self.entry, "entry")`."""
        return []

    def address(self, route: str, view: View, name: str) -> URLPattern:
        """Put a page at an address, named `admin:elections_<model>_<name>`, behind the sign-in."""
        options = self.opts
        address = f"{options.app_label}_{options.model_name}_{name}"
        return path(route, self.admin_site.admin_view(view), name=address)

    def get_urls(self) -> list[Any]:
        """Put the room's pages before Django's, which would take any address for a row's key."""
        return [*self.room_urls(), *super().get_urls()]

    def visible(self, request: HttpRequest, pk: int) -> Any:
        """Return the row of one of the room's pages; 404 where it is not this person's."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request), pk=pk)

    def page(self, request: HttpRequest, title: Any, **context: Any) -> dict[str, Any]:
        """Return what a template of the admin needs, with what the page adds."""
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            **context,
        }
