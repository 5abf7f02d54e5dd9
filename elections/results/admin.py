"""The commission's room for the count, and the record: read here, made elsewhere.

Protocols and contests that are counted open as screens of their own (`views`); what can be done
there is a button that a service answers. All else is Django's read-only page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from elections.models import (
    Allocation,
    Contest,
    Election,
    Lot,
    OfficialFigure,
    OfficialResult,
    Precinct,
    Protocol,
    Publication,
)
from elections.results import queries, views
from elections.room_admin import RoomAdmin, moment, on_phones
from parties.admin import ReadOnlyAdmin

# What __str__ of a contest reads.
CONTEST = ("contest__election", "contest__territory")


def column(label: Any, order: str | None = None) -> Callable[..., Any]:
    """Name a column of a list; `order` is the field that sorts it."""
    return admin.display(description=label, ordering=order)


@admin.register(Election)
class ElectionAdmin(ReadOnlyAdmin):
    list_display = ("name", "day", "body", "kind", "edition", "slug")
    list_filter = ("kind", "body")
    search_fields = ("name_kk", "name_ru", "name_en", "slug")
    ordering = ("-day", "body")


@admin.register(Contest)
class ContestAdmin(RoomAdmin):
    """Contests; one that is counted opens as its board."""

    contest_path = "pk"
    list_display = ("territory", "election", "mandates", "progress")
    list_filter = ("election", "territory__kind")
    list_select_related = ("election", "territory")
    search_fields = ("territory__name_kk", "territory__name_ru", "territory__name_en")
    ordering = ("election", "territory__sort_kk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found = super().get_queryset(request)
        return queries.with_progress(found.select_related(*queries.RELATED))

    def visible(self, request: HttpRequest, pk: int) -> Any:
        """Return a contest that is counted here: a record has none of these pages."""
        contest = super().visible(request, pk)
        if contest.election.kind == Election.Kind.RECORD:
            raise Http404
        return contest

    @column(gettext_lazy("polling stations counted"))
    def progress(self, row: Any) -> str:
        if not row.stations:
            return "–"
        values = {"counted": row.counted, "all": row.stations}
        return _("%(counted)s of %(all)s") % values

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the board of a contest that is counted here; of the record, its row."""
        contest = self.get_object(request, object_id)
        if contest is None or contest.election.kind == Election.Kind.RECORD:
            return super().change_view(request, object_id, form_url, extra_context)
        if request.method == "POST":
            raise PermissionDenied
        return views.board(self, request, contest)

    def room_urls(self) -> list[URLPattern]:
        one, decision = "<int:pk>/", "<int:pk>/publication/<int:decision>/"
        return [
            self.address(f"{one}protocols/", require_POST(self.open_protocols), "protocols"),
            self.address(f"{one}lot/", self.lot, "lot"),
            self.address(f"{one}publish/", self.publish, "publish"),
            self.address(decision, self.confirm, "confirm"),
            self.address(f"{decision}close/", require_POST(self.close), "close"),
        ]

    def open_protocols(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.open_protocols(self, request, pk)

    def lot(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.lot(self, request, pk)

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.publish(self, request, pk)

    def confirm(self, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
        return views.confirm_publication(self, request, pk, decision)

    def close(self, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
        return views.close_proposal(self, request, pk, decision)


@admin.register(Protocol)
class ProtocolAdmin(RoomAdmin):
    """Protocols; each opens as its form."""

    list_display = ("station", "territory", "election", "state", "who", "when")
    list_display_links = ("station",)
    list_filter = ("state", ("contest", admin.RelatedOnlyFieldListFilter))
    list_per_page = 100
    search_fields = ("=precinct__number",)
    search_help_text = gettext_lazy("Number of the polling station")
    ordering = ("contest", "precinct__number")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        related = ("contest__election", "contest__territory__parent__parent")
        more = ("contest__commission", "precinct__territory", "definitive_entry__by")
        return super().get_queryset(request).select_related(*related, *more)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the protocol's form; it is never posted here."""
        row = self.get_object(request, object_id)
        if row is None:
            return super().change_view(request, object_id, form_url, extra_context)
        if request.method == "POST":
            raise PermissionDenied
        return views.protocol(self, request, row)

    def room_urls(self) -> list[URLPattern]:
        return [
            self.address("<int:pk>/entry/", self.entry, "entry"),
            self.address("<int:pk>/check/", require_POST(self.equations), "check"),
            self.address("<int:pk>/discard/", require_POST(self.discard), "discard"),
            self.address("<int:pk>/reopen/", require_POST(self.reopen), "reopen"),
        ]

    def entry(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.enter(self, request, pk)

    def equations(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.check(self, request, pk)

    def discard(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.discard(self, request, pk)

    def reopen(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.reopen(self, request, pk)

    @column(gettext_lazy("polling station"), "precinct__number")
    def station(self, row: Protocol) -> str:
        return f"№ {row.precinct.number}"

    @column(gettext_lazy("territory"), "contest__territory__sort_kk")
    def territory(self, row: Protocol) -> str:
        return str(row.precinct.territory.name)

    @column(gettext_lazy("election"))
    def election(self, row: Protocol) -> str:
        return str(row.contest.election.name)

    @column(gettext_lazy("entered by"))
    def who(self, row: Protocol) -> str:
        entry = row.definitive_entry
        return on_phones(gettext_lazy("entered by"), str(entry.by.name) if entry else "–")

    @column(gettext_lazy("at"), "definitive_entry__at")
    def when(self, row: Protocol) -> Any:
        entry = row.definitive_entry
        shown = date_format(localtime(entry.at), "DATETIME_FORMAT") if entry else "–"
        return on_phones(gettext_lazy("at"), shown)


@admin.register(Precinct)
class PrecinctAdmin(ReadOnlyAdmin):
    list_display = ("number", "territory", "abroad", "valid_from", "valid_to")
    list_select_related = ("territory",)
    search_fields = ("=number", "territory__name_kk", "territory__name_ru", "territory__name_en")
    ordering = ("territory__sort_kk", "number")


@admin.register(Lot)
class LotAdmin(RoomAdmin):
    list_display = ("contest", "seats", "drawn_at", "place", "by", "second")
    list_select_related = (*CONTEST, "by", "second")
    exclude = ("options", "outcome")
    readonly_fields = ("drawn_between", "won")
    ordering = ("-drawn_at",)

    @column(gettext_lazy("lists between which it was drawn"))
    def drawn_between(self, row: Lot) -> str:
        return self._named(row, row.options)

    @column(gettext_lazy("lists that won"))
    def won(self, row: Lot) -> str:
        return self._named(row, row.outcome)

    def _named(self, row: Lot, slugs: list[str]) -> str:
        """Name parties as a clerk knows them; the row keeps what addresses call them."""
        names = queries.short_names(row.contest, moment())
        return ", ".join(names.get(slug, slug) for slug in slugs)


@admin.register(OfficialResult)
class OfficialResultAdmin(ReadOnlyAdmin):
    list_display = ("list", "votes", "percent", "seats", "preliminary")
    list_filter = ("preliminary",)
    list_select_related = (
        "list__party",
        "list__contest__election",
        "list__contest__territory",
    )
    ordering = ("contest", "list")


@admin.register(OfficialFigure)
class OfficialFigureAdmin(ReadOnlyAdmin):
    list_display = ("territory", "election", "code", "value", "preliminary")
    list_filter = ("election", "code")
    list_select_related = ("territory", "election")
    search_fields = ("territory__name_kk", "territory__name_ru", "territory__name_en")
    ordering = ("election", "territory__sort_kk", "code")


@admin.register(Allocation)
class AllocationAdmin(RoomAdmin):
    list_display = ("contest", "version", "edition", "second_agrees", "computed_at")
    list_select_related = CONTEST
    ordering = ("-computed_at", "contest")


@admin.register(Publication)
class PublicationAdmin(RoomAdmin):
    list_display = ("contest", "number", "kind", "digest", "published_at")
    list_filter = ("kind",)
    list_select_related = CONTEST
    search_fields = (
        "digest",
        "contest__territory__name_kk",
        "contest__territory__name_ru",
        "contest__territory__name_en",
    )
    ordering = ("-published_at", "contest", "-number")
