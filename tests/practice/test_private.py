"""Nobody's number or birth date gets out: pages, data, letters, logs and events are searched."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from elections.models import Candidate, Contest, Notice, PartyList, Submission
from elections.notices import services as notices
from tests.sql import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

LANGUAGES = ("kk", "ru", "en")
# Rows of these hold the private half as ciphertext; it is searched for in clear.
TABLES_BESIDE_EVENTS = (
    "elections_notice",
    "elections_refusedattempt",
    "elections_submission",
    "elections_submissionkey",
    "elections_decision",
    "elections_publication",
    "elections_allocation",
)


Search = Callable[[str], set[str]]


@pytest.fixture
def searched() -> Search:
    """Search a text for every number, and every birth date as people and programs write it."""
    found = set()
    for person in Candidate.objects.all():
        if person.iin:
            found.add(str(person.iin))
        if person.birth_date:
            found |= {person.birth_date.isoformat(), f"{person.birth_date:%d.%m.%Y}"}
    return lambda text: {value for value in found if value in text}


def public_addresses() -> Iterator[str]:
    contests = Contest.objects.filter(election__kind="practice").select_related(
        "election", "territory"
    )
    for language in LANGUAGES:
        yield f"/{language}/"
        yield f"/{language}/open-data/"
        yield f"/{language}/search/?q=Shymkent"
        for code in Submission.objects.values_list("receipt_code", flat=True):
            yield f"/{language}/verify/{code}/"
        for contest in contests:
            yield f"/{language}/elections/{contest.election.slug}/"
            yield f"/{language}/elections/{contest.election.slug}/{contest.territory.slug}/"
    for contest in contests:
        for kind in ("json", "csv"):
            yield f"/elections/{contest.election.slug}/{contest.territory.slug}/result.{kind}"


def test_a_planted_number_is_found(searched: Search) -> None:
    person = Candidate.objects.exclude(iin_index=None)[0]
    assert person.birth_date
    assert searched(f"… {person.iin} …") == {str(person.iin)}
    assert searched(f"born {person.birth_date:%d.%m.%Y}")


def test_public_pages_and_data_hold_nothing_private(
    client: Client, caplog: pytest.LogCaptureFixture, searched: Search
) -> None:
    answered = 0
    with caplog.at_level(logging.DEBUG):
        for address in dict.fromkeys(public_addresses()):
            answer = client.get(address)
            assert answer.status_code in (200, 302, 404), address
            answered += answer.status_code == 200
            assert not searched(answer.content.decode()), address
    assert answered > 60
    assert not searched(caplog.text)


def test_letters_hold_nothing_private(caplog: pytest.LogCaptureFixture, searched: Search) -> None:
    Notice.objects.update(sent_at=None)
    with caplog.at_level(logging.DEBUG):
        for notice in Notice.objects.all():
            assert notices.send(notice.pk) is notices.Outcome.SENT
    assert len(mail.outbox) > 50
    for message in mail.outbox:
        assert isinstance(message, EmailMultiAlternatives)
        whole = [
            str(message.subject),
            str(message.body),
            *(str(part) for part, _ in message.alternatives),
        ]
        assert not searched("\n".join(whole))
    assert not searched(caplog.text)


def test_events_and_frozen_rows_hold_nothing_private(searched: Search) -> None:
    events = run(
        "SELECT tablename FROM pg_tables WHERE schemaname='public' AND tablename ~ 'event$'"
    )
    assert len(events) > 20
    text = "\n".join(
        row
        for table in (*(name for (name,) in events), *TABLES_BESIDE_EVENTS)
        for (row,) in run(f"SELECT to_jsonb(t)::text FROM {table} t")  # noqa: S608
    )
    # Names are in the record of changes; numbers and birth dates are not.
    assert Candidate.objects.all()[0].surname in text
    assert not searched(text)


def test_what_is_stored_of_a_number_cannot_be_read(searched: Search) -> None:
    rows = run("SELECT iin FROM elections_candidate WHERE iin IS NOT NULL")
    assert len(rows) > 150
    assert not searched("\n".join(iin for (iin,) in rows))
    assert PartyList.objects.exists()
