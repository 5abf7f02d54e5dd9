"""What an official types of a person stays in the form and in the encrypted column.

tests/practice searches all that the practice elections show; here one person goes through every
screen, by every detour, and then everything that was written down on the way is searched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse

from elections.law.iin import Sex
from elections.models import Candidate, Notice, PartyList, Submission
from elections.notices import services as notices
from portal.base import clock
from tests import factories, people
from tests.sql import run

pytestmark = pytest.mark.django_db
BORN = date(1985, 2, 3)
NUMBER = factories.make_iin(BORN, Sex.FEMALE, serial=77)
# The birth date as people and programs write it; the six digits alone, as in the number.
FORMS = (
    NUMBER,
    "1985-02-03",
    "03.02.1985",
    "3.2.1985",
    "3 February 1985",
    "3 февраля 1985",
    "1985 жылғы 3 ақпан",
    "datetime.date(1985, 2, 3)",
)
SIX_DIGITS = re.compile(r"(?<![0-9A-Za-z])850203(?![0-9A-Za-z])")


def found_in(text: str) -> list[str]:
    return [form for form in FORMS if form in text] + SIX_DIGITS.findall(text)


@pytest.fixture(autouse=True)
def _during_nomination() -> Iterator[None]:
    with clock.at(factories.NOW):
        yield


class Path:
    """The official's way with one person; remembers where each answer led and what it set."""

    def __init__(self, client: Client, draft: PartyList) -> None:
        self.client, self.draft = client, draft
        self.traces: list[str] = []
        self.official = people.aigerim(draft.party, draft.contest.territory)
        people.gulnar(draft.party)
        assert draft.contest.commission
        people.saule(draft.contest.commission)

    def url(self, name: str, *more: int) -> str:
        return reverse(f"lists:{name}", args=[self.draft.pk, *more])

    def post(self, url: str, **form: object) -> None:
        answer = self.client.post(url, form)
        self.traces += [url, str(answer.headers), str(self.client.cookies)]

    def walk(self) -> None:
        """Go every way there is: saved, checked, refused, in conflict, signed out, handed in."""
        person: dict[str, object] = {
            "surname": "Сырбаева",
            "given_name": "Сыр",
            "iin": NUMBER,
            "birth_date": "03.02.1985",
            "is_citizen": "yes",
            "is_party_member": "yes",
            "version": "0",
        }
        self.post(self.url("candidate-add"), **person)  # signed out: asked to sign in
        door = {"username": self.official.email, "password": "wrong"}
        self.post(self.url("candidate-add"), **person, **door)
        self.client.force_login(self.official)
        self.post(self.url("check-new"), **person)
        self.post(self.url("candidate-add"), **person)
        saved = self.draft.candidates.get(surname="Сырбаева")
        self.post(self.url("candidate-add"), **person)  # the same number twice
        self.post(self.url("candidate-edit", saved.pk), **person | {"iin": "", "version": "0"})
        self.post(self.url("candidate-edit", saved.pk), **person | {"birth_date": "1985-02-33"})
        # A second person of the same day, taken off again.
        other = factories.make_iin(BORN, Sex.FEMALE, serial=88)
        self.post(self.url("candidate-add"), **person | {"surname": "Екінші", "iin": other})
        gone = self.draft.candidates.get(surname="Екінші")
        self.post(self.url("candidate-remove", gone.pk))
        shown = self.client.get(self.url("submit")).context["preview"].bodies
        self.post(self.url("submit"), nonce=shown.nonce, digest=shown.digest)
        self.post(self.url("candidate-edit", saved.pk), **person)  # too late


@pytest.fixture
def path(client: Client, caplog: pytest.LogCaptureFixture) -> Path:
    draft = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(draft)
    path = Path(client, draft)
    with caplog.at_level(logging.DEBUG):
        path.walk()
        for notice in Notice.objects.all():
            notices.send(notice.pk)
    path.traces.append(caplog.text)
    return path


def test_the_search_finds_what_it_looks_for(path: Path) -> None:
    person = Candidate.objects.get(surname="Сырбаева")
    assert (person.iin, person.birth_date) == (NUMBER, BORN)
    assert Submission.objects.count() == 1
    assert found_in(f"x {NUMBER} 03.02.1985") == [NUMBER, "03.02.1985"]
    assert found_in("born 850203.") == ["850203"]
    page = path.client.get(path.url("candidate-edit", person.pk)).content.decode()
    assert NUMBER in found_in(page)


def test_addresses_headers_cookies_and_logs_hold_nothing_private(path: Path) -> None:
    assert len(path.traces) > 20
    assert found_in("\n".join(path.traces)) == []


def test_no_letter_holds_anything_private(path: Path) -> None:
    assert mail.outbox
    for message in mail.outbox:
        parts = [part.content for part in getattr(message, "alternatives", ())]
        whole = [message.subject, message.body, *parts]
        assert found_in("\n".join(str(part) for part in whole)) == []


def test_no_table_holds_anything_private_but_the_birth_date_of_the_person(path: Path) -> None:
    tables = [
        name for (name,) in run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    ]
    assert len(tables) > 60
    hits: dict[str, list[str]] = {}
    for table in tables:
        for (row,) in run(f'SELECT to_jsonb(t)::text FROM "{table}" t'):  # noqa: S608
            if found := found_in(str(row)):
                hits.setdefault(table, []).extend(found)
    # Here it is needed for the age and the quota, and read by the party alone; the number is not
    # to be read anywhere.
    assert hits == {"elections_candidate": ["1985-02-03"]}


def test_no_session_or_page_of_others_holds_anything_private(path: Path) -> None:
    assert Session.objects.exists()
    assert found_in("\n".join(str(s.get_decoded()) for s in Session.objects.all())) == []
    submission = Submission.objects.get()
    stranger = Client()
    for language in ("kk", "ru", "en"):
        for url in (f"/{language}/", f"/{language}/verify/{submission.receipt_code}/"):
            answer = stranger.get(url)
            assert answer.status_code == 200
            assert found_in(answer.content.decode()) == [], url
    stranger.force_login(people.dana(factories.make_party()))
    for url in ("/party/", "/party/notices/"):
        assert found_in(stranger.get(url).content.decode()) == []


def test_the_official_is_not_shown_it_on_pages_that_do_not_need_it(path: Path) -> None:
    for url in ("/party/", "/party/notices/", path.url("receipt", 1), path.url("editor")):
        assert found_in(path.client.get(url).content.decode()) == [], url
