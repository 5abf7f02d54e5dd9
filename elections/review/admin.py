"""The commission's room for lists: the queue, the review of one list, what was decided.

Rows are read; what can be done is a button of the review screen that a service answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from elections import rights, wording
from elections.models import (
    Admission,
    Commission,
    CommissionMember,
    Contest,
    Deadline,
    Decision,
    Notice,
    PartyList,
    Protocol,
    RefusedAttempt,
    Submission,
)
from elections.review import presentation, queries, views
from elections.room_admin import RoomAdmin, moment, on_phones
from parties.admin import ReadOnlyAdmin
from portal.base.audit.models import Seal

OF_LIST = (
    "list__party",
    "list__contest__election",
    "list__contest__territory__parent",
)


def column(label: Any, order: str | None = None) -> Callable[..., Any]:
    """Name a column of a list; `order` is the annotation or field that sorts it."""
    return admin.display(description=label, ordering=order)


class PartyFilter(admin.RelatedOnlyFieldListFilter):
    """Parties by their present names, in the order of the Kazakh alphabet."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        keys = [int(key) for key, _label in super().field_choices(field, request, model_admin)]
        names = sorted(queries.party_names(keys).values(), key=lambda name: name.sort_kk)
        return [(str(name.party_id), name.name) for name in names]


class StateFilter(admin.ChoicesFieldListFilter):
    """The states in which the commission sees a list; a draft is the party's own."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        chosen = {self.lookup_kwarg: PartyList.State.DRAFT}
        draft = changelist.get_query_string(chosen, [self.lookup_kwarg_isnull])
        return (one for one in super().choices(changelist) if one["query_string"] != draft)


class Queue(ChangeList):
    """Reads what the filters offer once a page; Django does it again for each filter's counts."""

    offered: tuple[Any, ...] | None = None

    def get_filters(self, request: HttpRequest) -> Any:
        if self.offered is None:
            self.offered = super().get_filters(request)
        return self.offered


@dataclass(frozen=True, slots=True)
class Headed:
    """A row as the crumbs and heads of its pages call it."""

    pk: int
    text: str

    def __str__(self) -> str:
        return self.text


class NamesLists(RoomAdmin):
    """Rows about a list: a clerk reads the party's name, which stands in another table."""

    def list_of(self, row: Any) -> PartyList | None:
        """Return the list that a row is about, if it is about one."""
        return row.list  # type: ignore[no-any-return]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Read the names of the page's parties in one query."""
        changelist = super().get_changelist_instance(request)
        lists = [(row, self.list_of(row)) for row in changelist.result_list]
        names = queries.party_names(one.party_id for _row, one in lists if one is not None)
        for row, one in lists:
            row.shown_party = names.get(one.party_id) if one is not None else None
        return changelist

    def named(self, row: Any) -> str:
        """Return the party's name; on a page of one row it is asked for."""
        about = self.list_of(row)
        if about is None:
            return ""
        if not hasattr(row, "shown_party"):
            row.shown_party = queries.party_names([about.party_id]).get(about.party_id)
        return str(row.shown_party or about.party)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        headed = {"subtitle": self.subject(row), "original": Headed(row.pk, self.subject(row))}
        return super().change_view(request, object_id, form_url, headed | (extra_context or {}))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        headed = {"object": Headed(row.pk, self.subject(row))}
        return super().history_view(request, object_id, headed | (extra_context or {}))

    @column(_("list or contest"))
    def subject(self, row: Any) -> str:
        about = self.list_of(row)
        contest = row.contest if about is None else about.contest
        return f"{self.named(row)}: {contest}" if about else str(contest)


@admin.register(PartyList)
class PartyListAdmin(NamesLists):
    """The queue: most urgent first; one list opens as the review screen."""

    list_display = ("party_name", "territory", "badge", "handed_in", "left", "taken_by")
    list_display_links = ("party_name",)
    list_filter = (
        ("state", StateFilter),
        ("party", PartyFilter),
        ("contest__territory", admin.RelatedOnlyFieldListFilter),
    )
    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    search_fields = (
        "party__names__name_kk",
        "party__names__name_ru",
        "party__names__name_en",
        "contest__territory__name_kk",
        "contest__territory__name_ru",
        "contest__territory__name_en",
    )
    # What an administrator reads of a list: nothing of what the party wrote.
    fields = ("party", "contest", "state", "registered_at", "registered_seq", "ballot_position")
    # What the query orders by; a column that is clicked comes first.
    ordering = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return queries.in_queue_order(queries.visible_lists(request.user), moment())

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Queue

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": _("Lists to check"), "subtitle": None}
        return super().changelist_view(request, title | (extra_context or {}))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the review screen to the list's commission; to others what they may read."""
        party_list = self.get_object(request, object_id)
        if request.method == "POST":
            raise PermissionDenied
        if rights.role_of(request.user, party_list.contest) is None:
            return super().change_view(request, object_id, form_url, extra_context)
        return views.screen(self, request, party_list)

    def room_urls(self) -> list[URLPattern]:
        one, decision = "<int:pk>/", "<int:pk>/decisions/<int:decision>/"
        return [
            self.address(f"{one}take/", require_POST(self.take), "take"),
            self.address(f"{one}register/", self.register, "register"),
            self.address(f"{one}refuse/", self.refuse, "refuse"),
            self.address(f"{decision}confirm/", self.confirm, "confirm"),
            self.address(f"{decision}send-back/", self.send_back, "send_back"),
            self.address(f"{decision}take-back/", require_POST(self.take_back), "take_back"),
        ]

    def take(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.take(self, request, pk)

    def register(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.propose(self, request, pk, views.REGISTER)

    def refuse(self, request: HttpRequest, pk: int) -> HttpResponse:
        return views.propose(self, request, pk, views.REFUSE)

    def confirm(self, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
        return views.confirm(self, request, pk, decision)

    def send_back(self, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
        return views.send_back(self, request, pk, decision)

    def take_back(self, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
        return views.take_back(self, request, pk, decision)

    # --- columns

    def list_of(self, row: Any) -> PartyList | None:
        return row  # type: ignore[no-any-return]

    @column(_("party"), "party__slug")
    def party_name(self, row: Any) -> str:
        return self.named(row)

    @column(_("territory"), "contest__territory__sort_kk")
    def territory(self, row: PartyList) -> str:
        contest = row.contest
        election = format_html("<small>{}</small>", contest.election.name)
        return format_html("{}{}", contest.territory.name, election)

    @column(_("state"), "state")
    def badge(self, row: PartyList) -> str:
        badge = wording.state_badge(row.state, row.get_state_display())
        return render_to_string("components/state_badge.html", badge)

    @column(_("handed in"), "handed_in")
    def handed_in(self, row: Any) -> str:
        if not row.handed_in:
            return ""
        return on_phones(_("handed in"), presentation.local(row.handed_in, row.contest))

    @column(_("time left to decide"), "closes_at")
    def left(self, row: PartyList) -> str:
        left = presentation.time_to_decide(row, moment())
        return render_to_string("review/_left.html", {"left": left}) if left else ""

    @column(_("taken by"))
    def taken_by(self, row: Any) -> str:
        return on_phones(_("taken by"), row.taken_by or "–")


class OfListAdmin(NamesLists):
    """What hangs on a list that was handed in."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        lists = queries.visible_lists(request.user).values("pk")
        found: QuerySet[Any] = ReadOnlyAdmin.get_queryset(self, request)
        return found.filter(list__in=lists)


@admin.register(Submission)
class SubmissionAdmin(OfListAdmin):
    """When what was handed in, by whom; its halves are read on the review screen alone."""

    list_display = ("subject", "number", "at", "by", "digest")
    list_select_related = (*OF_LIST, "by")
    fields = ("subject", "number", "digest", "at", "by", "seal")
    readonly_fields = ("subject",)
    search_fields = ("digest",)
    ordering = ("-at", "-pk")


@admin.register(Decision)
class DecisionAdmin(NamesLists):
    """Proposals and decisions of the commission, on lists and on contests."""

    list_display = ("kind", "subject", "state", "proposed_by", "confirmed_by", "number", "year")
    # Both in words: the row's own columns name the party by its short name in addresses.
    exclude = ("list", "contest", "submission", "supersedes")
    readonly_fields = ("subject",)
    list_filter = ("state", "kind")
    list_select_related = (
        *OF_LIST,
        "contest__election",
        "contest__territory",
        "proposed_by",
        "confirmed_by",
    )
    ordering = ("-proposed_at", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = ReadOnlyAdmin.get_queryset(self, request)
        if rights.is_administrator(request.user):
            return found
        mine = self.contests(request)
        return found.filter(list__contest__in=mine) | found.filter(contest__in=mine)


@admin.register(Deadline)
class DeadlineAdmin(RoomAdmin):
    list_display = ("election", "kind", "local_date", "day_offset", "local_time")
    list_filter = ("kind", ("election", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("election",)
    ordering = ("election", "kind")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = ReadOnlyAdmin.get_queryset(self, request)
        if rights.is_administrator(request.user):
            return found
        return found.filter(election__in=self.contests(request).values("election"))


@admin.register(Commission)
class CommissionAdmin(ReadOnlyAdmin):
    list_display = ("name", "level", "territory", "parent")
    list_filter = ("level",)
    list_select_related = ("territory", "parent")
    search_fields = ("name_kk", "name_ru", "name_en")
    ordering = ("level", "territory__sort_kk")


@admin.register(CommissionMember)
class CommissionMemberAdmin(ReadOnlyAdmin):
    list_display = ("user", "commission", "role", "valid_from", "valid_until")
    list_filter = ("role",)
    list_select_related = ("user", "commission")
    ordering = ("commission", "user__email")


@admin.register(Admission)
class AdmissionAdmin(ReadOnlyAdmin):
    list_display = ("party", "election", "territory", "resolution", "on")
    list_select_related = ("party", "election", "territory")
    ordering = ("election", "party", "territory__sort_kk")


@admin.register(Notice)
class NoticeAdmin(ReadOnlyAdmin):
    """The outbox: what was sent to whom, and what could not be."""

    list_display = ("kind", "to", "created", "sent_at", "attempts", "error")
    list_filter = ("kind", ("sent_at", admin.EmptyFieldListFilter))
    list_select_related = ("to",)
    ordering = ("-created", "-pk")


@admin.register(RefusedAttempt)
class RefusedAttemptAdmin(ReadOnlyAdmin):
    """What somebody asked for that was not open or not theirs; auditors see their commission's."""

    list_display = ("at", "by", "what", "code", "about")
    list_filter = ("code", "what")
    list_select_related = ("by",)
    ordering = ("-at", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = super().get_queryset(request)
        if rights.is_administrator(request.user):
            return found
        mine = rights.contests_of_commission(request.user).values("pk")
        commissions = rights.contests_of_commission(request.user).values("commission")
        members = CommissionMember.objects.filter(commission__in=commissions).values("user")
        return (
            found.filter(by__in=members)
            | found.filter(about__in=_labels(PartyList.objects.filter(contest__in=mine)))
            | found.filter(about__in=_labels(Decision.objects.filter(list__contest__in=mine)))
            | found.filter(about__in=_labels(Protocol.objects.filter(contest__in=mine)))
            | found.filter(about__in=_labels(Contest.objects.filter(pk__in=mine)))
        )


def _labels(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return what refused attempts call these rows: "partylist 17"."""
    name = Value(f"{rows.model._meta.model_name} ")  # noqa: SLF001 (Django's documented API)
    return rows.values(label=Concat(name, Cast("pk", CharField()), output_field=CharField()))


@admin.register(Seal)
class SealAdmin(ReadOnlyAdmin):
    """The seals of the audit record; `audit_verify` recomputes them."""

    list_display = ("at", "from_id", "to_id", "count", "root")
    ordering = ("-from_id",)
