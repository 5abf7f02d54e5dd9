"""The permission matrix over every address of the real URL configuration, the admin's included."""

import html
import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urljoin

import pytest
from django.db import transaction
from django.test import Client
from django.urls import path, resolve
from django.utils import translation
from pytest_django import DjangoDbBlocker

from portal.base import clock
from portal.views import healthz
from tests import factories
from tests.house import matrix, matrix_commission, matrix_party
from tests.house.cast import Stage, set_stage
from tests.house.matrix import CAST, Row, everybody
from tests.house.routes import Route, plain, routes

ROWS = matrix.ROWS + matrix_party.PARTY_ROWS + matrix_commission.COMMISSION_ROWS


def without_row(found: list[Route], rows: list[Row]) -> set[str]:
    return {route.pattern for route in found} - {row.route for row in rows}


def without_address(found: list[Route], rows: list[Row]) -> set[str]:
    return {row.route for row in rows} - {route.pattern for route in found}


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert not without_row(list(routes()), ROWS)
    assert not without_address(list(routes()), ROWS)


def test_an_address_without_a_row_is_seen() -> None:
    planted = [*routes(), *routes([path("planted/<int:number>/", healthz)])]
    assert without_row(planted, ROWS) >= {"planted/<int:number>/"}


def test_a_row_without_an_address_is_seen() -> None:
    planted = everybody("planted/", "/planted/")
    assert without_address(list(routes()), [*ROWS, planted]) >= {"planted/"}


def test_each_path_stands_in_one_row_that_speaks_of_everybody() -> None:
    paths = [row.path for row in ROWS]
    assert len(paths) == len(set(paths))
    assert not [row.path for row in ROWS if set(row.answers) != set(CAST)]


@pytest.fixture(scope="module")
def stage(record: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """Set the stage once; the record's fixture clears it away."""
    with django_db_blocker.unblock():
        yield set_stage()


@pytest.mark.django_db
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.path)
def test_everybody_gets_exactly_what_is_typed(row: Row, stage: Stage) -> None:
    address = stage.filled(row.path)
    assert_is_route(row.route, address)
    given = {}
    with clock.at(NOW):
        for name in CAST:
            client = Client(raise_request_exception=False)
            answers = [ask(client, stage.sessions.get(name), m, address, row) for m in METHODS]
            given[name] = tuple(answers)
    assert given == row.answers


METHODS = ("get", "post")
# After everything on the stage has happened, while nomination is open.
NOW = factories.NOW + timedelta(hours=2)


def ask(client: Client, session: str | None, method: str, address: str, row: Row) -> int:
    """Ask once as that person and take back what the question may have changed."""
    if session:
        client.cookies["sessionid"] = session
    with transaction.atomic():
        response = getattr(client, method)(address, row.data if method == "post" else None)
        transaction.set_rollback(True)
    if row.route.startswith("admin/") and response.status_code == 302:
        # Led to the sign-in or within the admin, never elsewhere.
        assert response["Location"].startswith(("/admin/", ".."))
    return int(response.status_code)


def assert_is_route(route: str, address: str) -> None:
    """The path of a row is one of the route that the row is about."""
    with translation.override(address[1:3]):
        reached = resolve(address.partition("?")[0]).route
    assert plain(re.sub(r"^(kk|ru|en)/", "<language>/", reached)) == route


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["asel", "saule"])
def test_no_page_of_the_admin_offers_a_link_that_is_then_refused(name: str, stage: Stage) -> None:
    client = Client()
    client.cookies["sessionid"] = stage.sessions[name]
    found: dict[str, str] = {}
    with clock.at(NOW):
        for row in ROWS:
            address = stage.filled(row.path)
            if row.route.startswith("admin/") and row.answers[name][0] == 200:
                page = client.get(address).content.decode()
                links = (urljoin(address, html.unescape(link)) for link in LINK.findall(page))
                found |= {link.partition("#")[0]: address for link in links}
        inside = {link: page for link, page in found.items() if link.startswith("/admin/")}
        refused = {
            (page, link): status
            for link, page in inside.items()
            if (status := client.get(link).status_code) not in (200, 302)
        }
    assert len(inside) > 20
    assert not refused


LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
