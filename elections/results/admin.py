"""The record, the allocations and the publications: read here, made elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from elections import rights
from elections.models import (
    Allocation,
    Contest,
    Election,
    OfficialFigure,
    OfficialResult,
    PartyList,
    Publication,
)
from parties.admin import ReadOnlyAdmin

# What __str__ of a contest reads.
CONTEST = ("contest__election", "contest__territory")


class OfCommissionAdmin(ReadOnlyAdmin):
    """Shows a commission's people what is their commission's; to them the rest is not there."""

    path_to_contest = "contest"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = super().get_queryset(request)
        if rights.is_administrator(request.user):
            return found
        mine = rights.contests_of_commission(request.user)
        return found.filter(**{f"{self.path_to_contest}__in": mine})


@admin.register(Election)
class ElectionAdmin(ReadOnlyAdmin):
    list_display = ("name", "day", "body", "kind", "edition", "slug")
    list_filter = ("kind", "body")
    search_fields = ("name_kk", "name_ru", "name_en", "slug")
    ordering = ("-day", "body")


@admin.register(Contest)
class ContestAdmin(OfCommissionAdmin):
    path_to_contest = "pk"
    list_display = ("territory", "election", "mandates", "results_version")
    list_filter = ("election", "territory__kind")
    list_select_related = ("election", "territory")
    search_fields = ("territory__name_kk", "territory__name_ru", "territory__name_en")
    ordering = ("election", "territory__sort_kk")


@admin.register(PartyList)
class PartyListAdmin(ReadOnlyAdmin):
    list_display = ("party", "contest", "state", "registered_at", "ballot_position")
    list_filter = ("state", "party")
    list_select_related = ("party", *CONTEST)
    ordering = ("contest", "party")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = super().get_queryset(request)
        if rights.is_administrator(request.user):
            return found
        # Never a draft.
        return found.filter(pk__in=rights.lists_of_commission(request.user))


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
class AllocationAdmin(OfCommissionAdmin):
    list_display = ("contest", "version", "edition", "second_agrees", "computed_at")
    list_select_related = CONTEST
    ordering = ("-computed_at", "contest")


@admin.register(Publication)
class PublicationAdmin(OfCommissionAdmin):
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
