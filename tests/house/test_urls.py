"""Addresses: each with a name, each public page below its language, data beside it."""

import re

from django.urls import path, resolve, reverse
from django.utils import translation

from portal.views import healthz
from tests.house.routes import Route, routes

# What stands outside the language prefix, and why.
WITHOUT_LANGUAGE = {
    "": "the front door chooses the language",
    "healthz": "for machines",
    "language/": "the choice itself",
    "admin/": "the language of the account, not of the address",
    "party/": "the language of the account, not of the address",
    "elections/": "data, the same in every language",
    "verify.py": "a program",
}


def nameless(found: list[Route]) -> list[Route]:
    return [route for route in found if not route.name or route.name.endswith(":")]


def misplaced(found: list[Route]) -> list[str]:
    """Return the addresses that stand outside the language prefix without a reason."""
    return [
        route.pattern
        for route in found
        if not route.pattern.startswith("<language>/")
        and not any(
            route.pattern == place or (place.endswith("/") and route.pattern.startswith(place))
            for place in WITHOUT_LANGUAGE
        )
    ]


def test_every_address_of_ours_has_a_name_of_its_own() -> None:
    ours = [route for route in routes() if not route.pattern.startswith("admin/")]
    assert not nameless(ours)
    public = [route.name for route in ours]
    assert len(public) > 5
    assert len(set(public)) == len({route.pattern for route in ours})


def test_every_public_name_says_room_and_thing() -> None:
    names = [r.name for r in routes() if r.pattern.startswith(("<language>/", "elections/"))]
    assert names
    assert not [
        name for name in names if not re.fullmatch(r"(public|data|receipts):[a-z]+(-[a-z]+)*", name)
    ]


def test_every_address_is_in_its_place() -> None:
    assert not misplaced(list(routes()))


def test_a_planted_address_is_seen() -> None:
    planted = list(routes([path("stray/", healthz), path("<int:number>/", healthz)]))
    assert [route.pattern for route in planted] == ["stray/", "<int:number>/"]
    assert nameless(planted) == planted
    assert misplaced(planted) == ["stray/", "<int:number>/"]


def test_a_public_name_leads_to_the_page_in_the_language_spoken() -> None:
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            assert reverse("public:home") == f"/{language}/"
            assert resolve(f"/{language}/").view_name == "public:home"
            contest = reverse("public:contest", args=["2021-01-10-maslikhat", "almaty"])
            assert contest == f"/{language}/elections/2021-01-10-maslikhat/almaty/"
            data = reverse("data:result-json", args=["2021-01-10-maslikhat", "almaty"])
            assert data == "/elections/2021-01-10-maslikhat/almaty/result.json"
