from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.portal.pages import Page, page

Json = dict[str, Any]
Visit = Callable[..., Page]

EXAMPLE = Path(__file__).parents[2] / "docs" / "body.md"


@pytest.fixture(scope="package")
def record(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The elections of 10 January 2021 as `make run` loads them, once for all tests here."""
    with django_db_blocker.unblock():
        call_command("load_demo", only_record=True, stdout=StringIO())
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def visit(client: Client) -> Visit:
    """Return a function that opens an address and gives the page; the status must be that one."""

    def go(address: str, status: int = 200, **query: str) -> Page:
        response = client.get(address, query)
        assert response.status_code == status, address
        return page(response)

    return go


@pytest.fixture
def body() -> Json:
    """The Majilis' body as docs/body.md prints it, free to be changed by a test."""
    text = EXAMPLE.read_text(encoding="utf-8")
    example: Json = json.loads(text.split("```json\n")[1].split("```")[0])
    return example
