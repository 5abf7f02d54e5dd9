"""The permission matrix over every address of the real URL configuration, the admin's included."""

import re

import pytest
from django.test import Client
from django.urls import path, resolve
from django.utils import translation

from portal.views import healthz
from tests import people
from tests.house.ids import filled
from tests.house.matrix import ROWS, Row
from tests.house.routes import Route, plain, routes


def without_row(found: list[Route], rows: list[Row]) -> set[str]:
    return {route.pattern for route in found} - {row.route for row in rows}


def without_address(found: list[Route], rows: list[Row]) -> set[str]:
    return {row.route for row in rows} - {route.pattern for route in found}


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert not without_row(list(routes()), ROWS)
    assert not without_address(list(routes()), ROWS)


def test_an_address_without_a_row_is_seen() -> None:
    planted = [*routes(), *routes([path("planted/<int:number>/", healthz)])]
    assert without_row(planted, ROWS) == {"planted/<int:number>/"}


def test_a_row_without_an_address_is_seen() -> None:
    planted = Row("planted/", "/planted/", (200, 405), (200, 405), (200, 405))
    assert without_address(list(routes()), [*ROWS, planted]) == {"planted/"}


def test_no_path_stands_in_two_rows() -> None:
    paths = [row.path for row in ROWS]
    assert len(paths) == len(set(paths))


@pytest.mark.django_db
@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.path)
def test_everybody_gets_exactly_what_is_typed(row: Row) -> None:
    asel, marat = people.asel(), people.marat()
    address = filled(row.path)
    assert_is_route(row.route, address)
    answers = {}
    for name, user in (("reader", None), ("marat", marat), ("asel", asel)):
        statuses = []
        for method in ("GET", "POST"):
            client = Client(raise_request_exception=False)
            if user:
                client.force_login(user)
            response = client.generic(method, address)
            statuses.append(response.status_code)
            if name != "asel" and row.route.startswith("admin/") and response.status_code == 302:
                # A stranger is led to the sign-in (from signing out to the start, which leads
                # there), and nowhere that tells what exists.
                assert response["Location"].startswith("/admin/login/?next=") or (
                    row.route == "admin/logout/" and response["Location"] == "/admin/"
                )
        answers[name] = tuple(statuses)
    assert answers == {"reader": row.reader, "marat": row.marat, "asel": row.asel}


def assert_is_route(route: str, address: str) -> None:
    """The path of a row is one of the route that the row is about."""
    with translation.override(address[1:3]):
        reached = resolve(address.partition("?")[0]).route
    assert plain(re.sub(r"^(kk|ru|en)/", "<language>/", reached)) == route
