"""What every room of the commission's admin stands on: rows are read, buttons call services.

Nobody changes a row by a form of the admin's own: nothing can be added, changed or deleted there,
and what a person sees is what `rights` says is his or her commission's. What can be done is a
button with an address of its own (`room_urls`), answered by a service.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from elections import rights
from elections.models import Contest
from parties.admin import ReadOnlyAdmin
from parties.models import User
from portal.base import clock

View = Callable[..., HttpResponse]
# What the filters of a list put behind the name of their column.
ENDINGS = ("", "__exact", "__id__exact", "__in", "__isnull", "__isempty", "__gte", "__lt")

# What a party did with its draft is the party's own and is not told.
UNTOLD = "draft"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a row's past: when it changed, who did it, the state after it."""

    at: datetime
    who: str
    state: str


def person(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else come this far."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def moment() -> datetime:
    """Return now, as the screens hand it to services."""
    return clock.now()


def on_phones(head: Any, text: str) -> str:
    """Give a cell its column's head, for the phone, where a row is a block with no heads above."""
    return format_html('<span class="on-phones">{}: </span>{}', head, text)


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

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Name a list of rows after what it lists, not after a choice that nobody has to make."""
        title = {"title": capfirst(self.opts.verbose_name_plural), "subtitle": None}
        return super().changelist_view(request, title | (extra_context or {}))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show a row's past out of the audit record; the admin's own log knows nothing of it."""
        row = self.get_object(request, object_id)
        past = {"past": self.past_of(row), "title": _("History"), "subtitle": None}
        return super().history_view(request, object_id, past | (extra_context or {}))

    def past_of(self, row: Any) -> list[Event]:
        """Return what the audit record tells of a row, newest first; two queries.

        Of several changes in one state by one person the first is told; where a row has no state,
        each is, without one.
        """
        states = {field.name: field for field in self.opts.fields if field.name == "state"}
        found = self.model.events.rel.related_model.objects.filter(pgh_obj=row.pk)
        columns = ("pgh_created_at", "pgh_context__by", *states)
        told: list[tuple[datetime, str, str]] = []
        for at, by, *state in found.order_by("pgh_id").values_list(*columns):
            after = (by or "", "".join(state))
            if after[1] != UNTOLD and not (states and told and told[-1][1:] == after):
                told.append((at, *after))
        people = User.objects.filter(email__in={by for _at, by, _state in told})
        names = dict(people.values_list("email", "name"))
        labels = dict(states["state"].flatchoices) if states else {}
        return [
            Event(at, names.get(by) or by, str(labels.get(state, state)))
            for at, by, state in reversed(told)
        ]

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
