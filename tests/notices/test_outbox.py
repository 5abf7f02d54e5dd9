"""The broker is a hint and two tasks are one too many: what is in the outbox is sent, once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import redis
from celery import current_app
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from pytest_django import Settings

from elections.models import Notice, PartyList
from elections.notices import services
from elections.notices.services import Outcome
from parties.models import User
from portal.base import clock, queue
from tests import factories
from tests.base.broker import Line
from tests.notices.conftest import a_notice, submit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def line() -> Iterator[Line]:
    """Put a line between the portal and the broker, with an empty queue behind it."""
    line = Line()
    current_app.set_current()
    usual = current_app.conf.broker_url
    current_app.conf.broker_url = line.url
    queue._connection.cache_clear()
    queue.forget_failure()
    with redis.from_url(line.url) as broker:
        broker.flushdb()
    yield line
    line.close()
    queue._forget_connection()
    queue.forget_failure()
    current_app.conf.broker_url = usual


@pytest.mark.broker
def test_a_task_is_queued_for_each_notice(
    line: Line, party_list: PartyList, official: User
) -> None:
    submit(party_list, official)
    with redis.from_url(line.url) as broker:
        messages = [json.loads(text)["headers"] for text in broker.lrange("celery", 0, -1)]
    queued = [(message["task"], json.loads(message["argsrepr"])) for message in messages]
    assert queued == [("notices.send", [Notice.objects.get().pk])]


@pytest.mark.broker
def test_with_the_broker_down_the_notice_stays_and_the_sweep_sends_it(
    line: Line, party_list: PartyList, official: User
) -> None:
    line.close()
    submit(party_list, official)
    party_list.refresh_from_db()
    assert party_list.state == "submitted"
    assert Notice.objects.get().sent_at is None
    with clock.at(factories.NOW + timedelta(minutes=1)):
        assert services.sweep() == 1
    assert [letter.to for letter in mail.outbox] == [[official.email]]


class Slow(BaseEmailBackend):
    """A mail server that has taken the letter and has not said yes yet."""

    taken = threading.Event()
    go_on = threading.Event()
    letters = 0

    def send_messages(self, messages: object) -> int:
        type(self).letters += 1
        self.taken.set()
        assert self.go_on.wait(10)
        return 1


@pytest.mark.race
def test_two_tasks_for_one_notice_send_one_letter(
    party_list: PartyList, official: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Slow"
    notice = a_notice(party_list, official)
    outcomes: list[Outcome] = []

    def first() -> None:
        outcomes.append(services.send(notice.pk))
        connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    assert Slow.taken.wait(10)
    outcomes.append(services.send(notice.pk))
    Slow.go_on.set()
    thread.join()
    assert outcomes == [Outcome.NOTHING_TO_DO, Outcome.SENT]
    assert Slow.letters == 1
