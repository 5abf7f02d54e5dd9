"""Public pages, each a paragraph: queries reads, presentation says what is shown."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

import elections
from elections.models import Contest, Election
from elections.public import caching, exports, law_page, queries, search, wording
from elections.public.contests import by_region, known_tiles
from elections.public.counting import Count
from elections.public.figures import facts_of, sources_of, turnout_tiles
from elections.public.presentation import Result, body_name
from parties.models import Territory
from portal.base import clock
from portal.base.numerals import longdate

VERIFY_PROGRAM = Path(elections.__file__).parent / "verify.py"
MASLIKHAT = "maslikhat"


@caching.page
def home(request: HttpRequest) -> HttpResponse:
    on_record = queries.elections_on_record()
    newest = [election for election in on_record if election.day == on_record[0].day]
    majilis = next((election for election in newest if election.body == "majilis"), None)
    maslikhat = next((election for election in newest if election.body == MASLIKHAT), None)
    frozen = queries.publication(majilis.slug) if majilis else None
    regions = by_region(queries.summaries(maslikhat), _language()) if maslikhat else []
    context = {
        "day": newest[0].day if newest else None,
        "majilis": majilis,
        "result": Result(frozen.body) if frozen else None,
        "maslikhat": maslikhat,
        "regions": regions,
        "known": sum(region.known_count for region in regions),
        "total": sum(len(region.rows) for region in regions),
        "tiles": known_tiles(regions, _region_url(maslikhat.slug)) if maslikhat else [],
        "elections": on_record,
        "counted_here": queries.elections_counted_here(),
    }
    return _page(request, "public/home.html", context, frozen.published_at if frozen else None)


@caching.page
def election(request: HttpRequest, election: str) -> HttpResponse:
    """Show an election: with one contest that contest itself, else the table of its contests."""
    found = queries.election_of(election)
    if found is None:
        raise Http404
    if queries.has_one_contest(found):
        return _contest(request, queries.publication(election), election)
    summaries = queries.summaries(found)
    if not summaries:
        raise Http404
    if found.kind != Election.Kind.RECORD:
        return _counts(request, found, summaries)
    return _contests(request, found, summaries)


def _counts(request: HttpRequest, found: Election, summaries: list[queries.Json]) -> HttpResponse:
    """Show the contests of an election that is counted here: how far each count is."""
    regions = by_region(summaries, _language())
    context = {
        "election": found,
        "day": found.day_on(clock.now().date()),
        "practice": found.kind == Election.Kind.PRACTICE,
        "rows": [row for region in regions for row in region.rows],
    }
    return _brief(_page(request, "public/count.html", context, None))


def _contests(request: HttpRequest, found: Election, summaries: list[queries.Json]) -> HttpResponse:
    regions = by_region(summaries, _language())
    chosen = request.GET.get("region", "")
    shown = [region for region in regions if region.slug == chosen] if chosen else regions
    if not shown:
        raise Http404
    figures = queries.nationwide_figures(found)
    context = {
        "election": found,
        "regions": regions,
        "shown": shown,
        "chosen": shown[0] if chosen else None,
        "address": _region_url(found.slug)(chosen) if chosen else request.path,
        "known": sum(region.known_count for region in shown),
        "total": sum(len(region.rows) for region in shown),
        "tiles": known_tiles(regions, _region_url(found.slug)),
        "facts": facts_of(
            {"code": f.code, "value": str(f.value), "preliminary": f.preliminary} for f in figures
        ),
        "sources": sources_of(figure.source for figure in figures),
    }
    changed = max(summary["published_at"] for summary in summaries)
    return _page(request, "public/election.html", context, changed)


@caching.page
def contest(request: HttpRequest, election: str, territory: str) -> HttpResponse:
    return _contest(request, queries.publication(election, territory), election, territory)


def _contest(
    request: HttpRequest, frozen: queries.Frozen | None, election: str, territory: str | None = None
) -> HttpResponse:
    if frozen is None:
        raise Http404
    result = Result(frozen.body)
    if result.is_nationwide:
        # The election's own address is the one to remember; the territory's leads here as well.
        territory = None
    address = reverse("public:contest", args=[election, territory]) if territory else None
    count = _count(frozen)
    context = {
        "result": result,
        "count": count,
        "practice": result.is_practice,
        "frozen": frozen,
        "address": address or reverse("public:election", args=[election]),
        "crumbs": _crumbs(result, territory),
        "tiles": _turnout_tiles(result),
        "files": _files(frozen, election, territory),
        "file_name": f"{_file_name(election, territory)}.json",
    }
    # Numbers that are being recomputed stay as they are, but the page changes.
    changed = None if frozen.is_stale else frozen.published_at
    response = _page(request, "public/contest.html", context, changed)
    return _brief(response) if count and count.is_provisional else response


def _count(frozen: queries.Frozen) -> Count | None:
    """Return how far the count is; None for the record."""
    if "counting" not in frozen.body:
        return None
    return Count(frozen.body, queries.candidates(frozen.body), is_stale=frozen.is_stale)


def _brief(response: HttpResponse) -> HttpResponse:
    """Let a count be kept for as long as nobody notices."""
    patch_cache_control(response, max_age=caching.COUNT_SECONDS)
    return response


def _crumbs(result: Result, territory: str | None) -> list[dict[str, str]]:
    crumbs = [{"title": _("Elections"), "url": reverse("public:home")}]
    if territory is None:
        return crumbs
    whole = reverse("public:election", args=[result.election["slug"]])
    title = f"{body_name(result.election)}, {longdate(result.day)}"
    if result.is_practice:
        title = result.election_name
    crumbs.append({"title": title, "url": whole})
    if result.region:
        crumbs.append(
            {
                "title": result.region_name,
                "url": _region_url(result.election["slug"])(result.region),
            }
        )
    return crumbs


def _turnout_tiles(result: Result) -> list[dict[str, Any]]:
    """Link each region of the Majilis' page to its maslikhats of the same day."""
    if not result.body["territories"]:
        return []
    companion = queries.companion(result.election["day"], MASLIKHAT)
    own = reverse("public:election", args=[result.election["slug"]])
    url_of = _region_url(companion) if companion else (lambda region: own)
    return turnout_tiles(result.body["territories"], url_of)


def _files(
    frozen: queries.Frozen, election: str, territory: str | None
) -> list[dict[str, str | int]]:
    scope, place = ("result", [election, territory]) if territory else ("election", [election])
    return [
        {
            "url": reverse(f"data:{scope}-csv", args=place),
            "title": _("Votes and seats, CSV"),
            "more": _size(len(exports.as_csv(frozen.body))),
        },
        {
            "url": reverse(f"data:{scope}-json", args=place),
            "title": _("Votes, seats and every step, JSON"),
            "more": _size(len(frozen.octets)),
        },
        {
            "url": reverse("data:verify"),
            "title": _("Check it yourself: verify.py"),
            "more": _("%(size)s, runs without installation") % {"size": _size(len(_program()))},
        },
    ]


@caching.page
def search_places(request: HttpRequest) -> HttpResponse:
    query = search.clean(request.GET.get("q", ""))
    places = [place_of(contest) for contest in queries.contests_on_record()]
    found = search.find(query, places)
    context = {
        "query": query,
        "found": [_found(contest) for contest in found],
        "near": [_found(contest) for contest in search.near(query, places)]
        if query and not found
        else [],
        "maslikhat": next(
            (p.thing.election for p in places if p.thing.election.body == MASLIKHAT), None
        ),
    }
    return _page(request, "public/search.html", context, None)


def place_of(contest: Contest) -> search.Place:
    """Return a contest as search knows it: names, code and region of its territory."""
    territory, parent = contest.territory, contest.territory.parent
    return search.Place.of(
        contest,
        (*_names(territory), *search.OTHER_NAMES.get(territory.slug, ())),
        kind=territory.kind,
        code=territory.kato,
        parents=_names(parent) if parent else (),
    )


def _names(territory: Territory) -> tuple[str, str, str]:
    return (territory.name_kk, territory.name_ru, territory.name_en)


def _found(contest: Contest) -> dict[str, Any]:
    territory, parent = contest.territory, contest.territory.parent
    url = (
        reverse("public:election", args=[contest.election.slug])
        if territory.kind == "country"
        else reverse("public:contest", args=[contest.election.slug, territory.slug])
    )
    return {
        "name": territory.name,
        "url": url,
        "kind": wording.KINDS[territory.kind],
        "region": parent.name if parent and parent.kind != "country" else "",
        "body": wording.BODY[contest.election.body],
        "day": contest.election.day,
    }


@caching.page
def open_data(request: HttpRequest) -> HttpResponse:
    context = {
        "columns": [(column, wording.COLUMNS[column]) for column in exports.COLUMNS],
        "fields": list(wording.FIELDS.items()),
        "size": _size(len(_program())),
        "elections": queries.elections_on_record(),
    }
    return _page(request, "public/open_data.html", context, None)


@caching.page
def law(request: HttpRequest) -> HttpResponse:
    return _page(request, "public/law.html", dict(law_page.context()), None)


@caching.page
def accessibility(request: HttpRequest) -> HttpResponse:
    return _page(request, "public/accessibility.html", {}, None)


# --- files: the same in every language --------------------------------------------------------
@caching.file
def result_json(request: HttpRequest, election: str, territory: str | None = None) -> HttpResponse:
    """Serve the stored bytes as they are: what the digest was taken of."""
    frozen = queries.publication(election, territory)
    if frozen is None:
        raise Http404
    response = HttpResponse(frozen.octets, content_type="application/json")
    return _file(request, response, frozen, f"{_file_name(election, territory)}.json")


@caching.file
def result_csv(request: HttpRequest, election: str, territory: str | None = None) -> HttpResponse:
    frozen = queries.publication(election, territory)
    if frozen is None:
        raise Http404
    response = HttpResponse(exports.as_csv(frozen.body), content_type="text/csv; charset=utf-8")
    return _file(request, response, frozen, f"{_file_name(election, territory)}.csv")


@caching.file
def verify_program(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(_program(), content_type="text/x-python; charset=utf-8")
    return _file(request, response, None, "verify.py")


def _file(
    request: HttpRequest, response: HttpResponse, frozen: queries.Frozen | None, name: str
) -> HttpResponse:
    """Add what lets a reader check the bytes: for JSON the tag is the published digest itself."""
    digest = hashlib.sha256(response.content)
    response.headers["ETag"] = f'"{digest.hexdigest()}"'
    # RFC 9530; the digest of the bytes sent, in base64.
    response.headers["Repr-Digest"] = f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    if frozen is not None:
        caching.stamp(response, frozen.published_at)
        if "counting" in frozen.body:
            _brief(response)
    return caching.settled(request, response, caching.FILE_SECONDS)


def _file_name(election: str, territory: str | None) -> str:
    return f"{election}-{territory}" if territory else election


@cache
def _program() -> bytes:
    return VERIFY_PROGRAM.read_bytes()


# --- shared -----------------------------------------------------------------------------------
def _page(
    request: HttpRequest, template: str, context: dict[str, Any], changed: Any
) -> HttpResponse:
    origin = f"{request.scheme}://{request.get_host()}"
    context |= {"origin": origin, "canonical": origin + context.get("address", request.path)}
    return caching.stamp(render(request, template, context), changed)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _region_url(election: str) -> Any:
    base = reverse("public:election", args=[election])
    return lambda region: f"{base}?region={region}"


def _size(count: int) -> str:
    """Write a size in whole kilobytes, at least one."""
    return _("%(count)s kB") % {"count": max(1, (count + 500) // 1000)}
