"""The record, the allocations and the publications: read here, made elsewhere."""

from __future__ import annotations

from django.contrib import admin

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


@admin.register(Election)
class ElectionAdmin(ReadOnlyAdmin):
    list_display = ("name", "day", "body", "kind", "edition", "slug")
    list_filter = ("kind", "body")
    search_fields = ("name_kk", "name_ru", "name_en", "slug")
    ordering = ("-day", "body")


@admin.register(Contest)
class ContestAdmin(ReadOnlyAdmin):
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
class AllocationAdmin(ReadOnlyAdmin):
    list_display = ("contest", "version", "edition", "second_agrees", "computed_at")
    list_select_related = CONTEST
    ordering = ("-computed_at", "contest")


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
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
