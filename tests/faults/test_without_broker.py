"""Redis refused and Redis hung: an official signs in, saves and hands in, and nothing is slow."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import redis
from celery import current_app
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from elections.models import Notice, PartyList
from portal.base import clock, queue
from tests import factories, people
from tests.base.broker import Line

pytestmark = [pytest.mark.broker, pytest.mark.django_db(transaction=True)]
SLOWEST = 2.0


def wait_until_refused(line: Line) -> None:
    port = urlsplit(line.url).port or 0
    for _try in range(50):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            return
        time.sleep(0.02)
    raise AssertionError("the line still takes guests")


@pytest.fixture(params=["refused", "hung"])
def line(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Put a line between the portal and the broker that is down, or takes words and is silent."""
    line = Line()
    current_app.set_current()
    monkeypatch.setattr(current_app.conf, "broker_url", line.url)
    queue._connection.cache_clear()
    queue.forget_failure()
    if request.param == "hung":
        line.is_hanging = True
    else:
        line.close()
        # Whoever waited in accept() still lets one guest in.
        wait_until_refused(line)
    yield line
    line.close()
    queue._forget_connection()
    queue.forget_failure()


class Watch:
    """A client that remembers its slowest request; the broker is tried anew with each."""

    def __init__(self) -> None:
        self.client = Client()
        self.slowest = 0.0

    def ask(self, method: str, address: str, form: dict[str, str] | None = None) -> HttpResponse:
        queue.forget_failure()
        started = time.perf_counter()
        answer: HttpResponse = getattr(self.client, method)(address, form or {})
        self.slowest = max(self.slowest, time.perf_counter() - started)
        return answer


def test_the_line_is_really_dead(line: Line) -> None:
    with pytest.raises(redis.RedisError), redis.from_url(line.url, socket_timeout=0.3) as broker:
        broker.ping()


@pytest.mark.usefixtures("line")
def test_from_sign_in_to_receipt_without_a_broker() -> None:
    draft: PartyList = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(draft)
    official = people.aigerim(draft.party, draft.contest.territory)
    watch = Watch()
    with clock.at(factories.NOW):
        door = {"username": official.email, "password": people.PASSWORD}
        assert watch.ask("post", reverse("parties:sign-in"), door).status_code == 302
        assert watch.ask("get", reverse("lists:start")).status_code == 200
        assert watch.ask("get", reverse("lists:editor", args=[draft.pk])).status_code == 200
        person = {"surname": "Өтегенова", "version": "0", "next": ""}
        added = watch.ask("post", reverse("lists:candidate-add", args=[draft.pk]), person)
        assert added.status_code == 302
        draft.candidates.get(surname="Өтегенова").delete()
        address = reverse("lists:submit", args=[draft.pk])
        shown = watch.ask("get", address)
        bodies = shown.context["preview"].bodies  # type: ignore[attr-defined]
        form = {"nonce": bodies.nonce, "digest": bodies.digest}
        assert watch.ask("post", address, form).status_code == 302
        receipt = watch.ask("get", reverse("lists:receipt", args=[draft.pk, 1]))
        assert bodies.digest in receipt.content.decode()
    # The letters wait in the outbox for the sweep.
    assert Notice.objects.filter(sent_at=None, kind="list_submitted").exists()
    assert watch.slowest < SLOWEST


@pytest.mark.usefixtures("line")
def test_a_forgotten_password_without_a_broker() -> None:
    people.marat()
    watch = Watch()
    asked = watch.ask("post", reverse("parties:password-forgotten"), {"email": "marat@example.kz"})
    assert asked.status_code == 302
    assert watch.slowest < SLOWEST
