"""A notice becomes one letter in the language of its reader; nothing in it is private."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from pytest_django import Settings

from elections import effects
from elections.lists import services as lists
from elections.models import Candidate, Contest, Notice, PartyList
from elections.notices import services
from elections.notices.services import Outcome
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.notices.conftest import a_notice, submit

pytestmark = pytest.mark.django_db

KINDS = sorted({*effects.TOLD_TO_THE_PARTY.values(), *effects.TOLD_TO_THE_COMMISSION.values()})


class Broken(BaseEmailBackend):
    """A mail server that refuses, and says something that nobody should read in a table."""

    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError("smtp://user:password@mail.example")


BROKEN = f"{__name__}.Broken"


def letter() -> EmailMultiAlternatives:
    (message,) = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    return message


def test_a_letter_is_sent_once(party_list: PartyList, official: User) -> None:
    notice = a_notice(party_list, official)
    assert services.send(notice.pk) is Outcome.SENT
    assert services.send(notice.pk) is Outcome.NOTHING_TO_DO
    assert letter().to == [official.email]
    notice.refresh_from_db()
    assert (notice.attempts, notice.error, notice.sent_at is None) == (1, "", False)


def test_a_notice_that_is_gone_is_nothing_to_do() -> None:
    assert services.send(1) is Outcome.NOTHING_TO_DO


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_subject_text_and_html_in_every_language(
    party_list: PartyList, official: User, kind: str, language: str, settings: Settings
) -> None:
    engine = settings.TEMPLATES[0]
    options = engine["OPTIONS"] | {"string_if_invalid": "MISSPELT"}
    settings.TEMPLATES = [engine | {"OPTIONS": options}]
    services.send(a_notice(party_list, official, kind, language=language).pk)
    message = letter()
    assert isinstance(message.body, str)
    ((html, content_type),) = message.alternatives
    assert content_type == "text/html"
    party = {"kk": "«keleshek» партиясы", "ru": "Партия «keleshek»", "en": "keleshek Party"}
    for text in (message.body, str(html)):
        assert party[language] in text
        assert "http://127.0.0.1:8000/" in text
        assert "MISSPELT" not in text
    assert "\n" not in message.subject
    assert str(getattr(party_list.contest.territory, f"name_{language}")) in message.subject


def test_the_language_is_the_readers_and_not_the_workers(
    party_list: PartyList, official: User
) -> None:
    services.send(a_notice(party_list, official, language="ru").pk)
    assert "Выборы депутатов маслихатов" in str(letter().body)


def test_the_time_is_told_in_the_territorys_zone(contest: Contest, official: User) -> None:
    place = factories.make_territory(zone="Asia/Tokyo")
    far = factories.make_list(factories.make_contest(territory=place), factories.make_party())
    with clock.at(datetime(2020, 11, 12, 20, 30, tzinfo=UTC)):
        services.send(a_notice(far, official, language="en").pk)
    message = letter()
    ((html, _),) = message.alternatives
    for text in (message.body, html):
        assert "12 November 2020, 15:00 (UTC+9)" in str(text)
    assert message.message()["Date"] == "Fri, 13 Nov 2020 05:30:00 +0900"


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("kk", "2020 жылғы 13 қараша, 02:30 (UTC+6)"),
        ("ru", "13 ноября 2020 г., 02:30 (UTC+6)"),
        ("en", "13 November 2020, 02:30 (UTC+6)"),
    ],
)
def test_the_page_of_letters_shows_the_head_in_the_territorys_zone(
    party_list: PartyList,
    official: User,
    settings: Settings,
    tmp_path: Path,
    language: str,
    day: str,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    with clock.at(datetime(2020, 11, 12, 20, 30, tzinfo=UTC)):
        services.send(a_notice(party_list, official).pk)
    page = Client(headers={"accept-language": language}).get("/party/mail/").content.decode()
    assert day in page
    assert "+0000" not in page


def test_a_letter_of_no_territory_has_the_time_of_the_country(
    official: User, settings: Settings
) -> None:
    Client().post("/party/password/", {"email": official.email})
    at = parsedate_to_datetime(letter().message()["Date"])
    assert at.utcoffset() == at.astimezone(ZoneInfo(settings.TIME_ZONE)).utcoffset()
    assert at.utcoffset() != timedelta()


def test_a_name_with_markup_is_text_in_the_letter(party_list: PartyList, official: User) -> None:
    party_list.party.names.update(name_en="<b>Keleshek</b> & Co")
    services.send(a_notice(party_list, official, language="en").pk)
    ((html, _),) = letter().alternatives
    assert "&lt;b&gt;Keleshek&lt;/b&gt; &amp; Co" in str(html)
    assert "<b>Keleshek</b> & Co" in str(letter().body)


def test_a_failure_is_counted_and_its_words_are_not_kept(
    party_list: PartyList, official: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = BROKEN
    notice = a_notice(party_list, official)
    assert services.send(notice.pk) is Outcome.FAILED
    notice.refresh_from_db()
    assert (notice.attempts, notice.error, notice.sent_at) == (1, "ConnectionRefusedError", None)


def test_the_sweep_sends_what_no_task_has_sent(party_list: PartyList, official: User) -> None:
    notice = a_notice(party_list, official)
    with clock.at(factories.NOW + timedelta(seconds=10)):
        assert services.sweep() == 0
    with clock.at(factories.NOW + timedelta(minutes=1)):
        assert services.sweep() == 1
        assert services.sweep() == 0
    assert letter().to == [official.email]
    notice.refresh_from_db()
    assert notice.sent_at is not None


def test_a_letter_that_failed_is_tried_again_later_and_later(
    party_list: PartyList, official: User, settings: Settings
) -> None:
    notice = a_notice(party_list, official)
    right, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, BROKEN
    tried = []
    for minute in range(1, 33):
        with clock.at(factories.NOW + timedelta(minutes=minute)):
            services.sweep()
        notice.refresh_from_db()
        tried.append(notice.attempts)
    assert [tried.index(attempt) + 1 for attempt in range(1, 7)] == [1, 2, 3, 7, 15, 31]
    settings.EMAIL_BACKEND = right
    with clock.at(factories.NOW + timedelta(days=1)):
        assert services.sweep() == 1


def test_after_eleven_days_nothing_is_tried_any_more(party_list: PartyList, official: User) -> None:
    a_notice(party_list, official, attempts=services.TRIES)
    with clock.at(factories.NOW + timedelta(days=30)):
        assert services.sweep() == 0


def test_a_mail_server_that_is_down_ends_the_sweep(
    party_list: PartyList, official: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = BROKEN
    for _ in range(5):
        a_notice(party_list, official)
    with clock.at(factories.NOW + timedelta(minutes=1)):
        services.sweep()
    assert sorted(Notice.objects.values_list("attempts", flat=True)) == [0, 0, 1, 1, 1]


def test_no_letter_holds_what_is_private(party_list: PartyList, official: User) -> None:
    assert party_list.contest.commission
    people.saule(party_list.contest.commission)
    chief = people.gulnar(party_list.party)
    submit(party_list, official)
    party_list.refresh_from_db()
    version = party_list.version
    lists.withdraw(
        party_list, reason="хаттама № 9", by=chief, shown_version=version, at=factories.NOW
    )
    for notice in Notice.objects.all():
        services.send(notice.pk)
    assert len(mail.outbox) == 6
    sent = "\n".join(_whole(message) for message in mail.outbox)
    for person in Candidate.objects.all():
        assert person.iin
        assert person.birth_date
        assert str(person.iin) not in sent
        assert f"{person.birth_date:%d.%m.%Y}" not in sent
        assert person.birth_date.isoformat() not in sent
        assert person.surname not in sent


def _whole(message: object) -> str:
    assert isinstance(message, EmailMultiAlternatives)
    whole: EmailMessage = message.message()
    return "\n".join(
        part.get_payload(decode=True).decode()  # type: ignore[union-attr]
        for part in whole.walk()
        if not part.is_multipart()
    )


def test_without_an_address_of_its_own_the_portal_writes_no_link(
    party_list: PartyList, official: User, settings: Settings
) -> None:
    settings.PUBLIC_URL = ""
    services.send(a_notice(party_list, official, language="en").pk)
    message = letter()
    ((html, _),) = message.alternatives
    assert "/party/" not in str(message.body) + str(html)
