"""The skeleton and its three audiences: landmarks, language, style sheets, the mark of practice."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.utils import translation

from tests.portal.pages import LANGUAGES, Page

MARK = "not-in-the-context"
SKELETONS = ("base_public.html", "base_party.html", "base_embed.html")


@pytest.fixture(scope="module")
def strict() -> DjangoTemplates:
    """The site's own engine, which marks every variable that a template asks for in vain."""
    configured: dict[str, Any] = copy.deepcopy(settings.TEMPLATES[0])
    del configured["BACKEND"]
    configured["OPTIONS"]["string_if_invalid"] = MARK
    return DjangoTemplates({"NAME": "strict", **configured})


def render(strict: DjangoTemplates, base: str, **context: Any) -> Page:
    source = (
        f'{{% extends "{base}" %}}{{% block title %}}Title{{% endblock %}}'
        "{% block main %}<h1>Heading</h1>{% endblock %}"
    )
    request: HttpRequest = RequestFactory().get(f"/{translation.get_language()}/")
    return Page(strict.from_string(source).render(context, request))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("base", SKELETONS)
def test_a_page_has_language_title_and_one_main(
    strict: DjangoTemplates, base: str, language: str
) -> None:
    with translation.override(language):
        page = render(strict, base)
    assert page.language == language
    assert page.text("title").startswith("Title – ")
    assert [tag["id"] for tag in page.all("main")] == ["main"]
    assert page.links[0] == "#main"
    assert MARK not in page.html


@pytest.mark.parametrize("base", SKELETONS)
def test_every_style_sheet_and_picture_is_there(strict: DjangoTemplates, base: str) -> None:
    with translation.override("kk"):
        page = render(strict, base)
    own = [t["href"] for t in page.all("link") if t["rel"] != "alternate"]
    own += [t["href"].partition("#")[0] for t in page.all("use")]
    assert len(own) > 4
    assert not [address for address in own if not finders.find(address.removeprefix("/static/"))]


def test_the_public_loads_a_part_of_bootstrap_and_forms_the_whole(
    strict: DjangoTemplates,
) -> None:
    with translation.override("kk"):
        public, party = (render(strict, base).html for base in SKELETONS[:2])
    assert "bootstrap-reboot.min.css" in public
    assert "bootstrap.min.css" not in public
    assert "bootstrap.min.css" in party


@pytest.mark.parametrize("base", SKELETONS[:2])
def test_each_language_is_offered_in_its_own_name(strict: DjangoTemplates, base: str) -> None:
    with translation.override("ru"):
        page = render(strict, base)
    offered = [t for t in [*page.all("a"), *page.all("button")] if "lang" in t]
    assert [t["lang"] for t in offered] == ["kk", "ru", "en"]
    assert [t["lang"] for t in offered if t.get("aria-current")] == ["ru"]


@pytest.mark.parametrize("base", SKELETONS)
def test_a_room_is_not_styled_as_a_component(strict: DjangoTemplates, base: str) -> None:
    """A body of class "party" was once laid out as a party's name: square left, words right."""
    with translation.override("kk"):
        (body,) = render(strict, base).all("body")
    assert body["class"].startswith("room-")


@pytest.mark.parametrize("base", SKELETONS)
def test_practice_is_marked_and_the_record_is_not(strict: DjangoTemplates, base: str) -> None:
    with translation.override("kk"):
        assert "practice-strip" in render(strict, base, practice=True).html
        assert "practice-strip" not in render(strict, base).html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_failure_needs_nothing(language: str) -> None:
    """No request, no context processor, no address of ours."""
    with translation.override(language):
        page = Page(render_to_string("errors/500.html"))
    assert page.language == language
    assert page.text("h1")
    assert {"/", "#main"} == set(page.links)


def test_a_missing_manifest_does_not_take_the_style_sheet_away() -> None:
    storages = copy.deepcopy(settings.STORAGES)
    storages["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    )
    source = '{% load tizim %}{% asset "css/no-such-file.css" %}'
    with override_settings(STORAGES=storages, DEBUG=False):
        shown = engines["django"].from_string(source).render()
    assert shown == "/static/css/no-such-file.css"
