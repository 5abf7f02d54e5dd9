"""The party's room as an official walks it, with every way of asking for what is not theirs."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from elections.law.iin import Sex
from elections.models import Candidate, PartyList, Submission
from portal.base import clock
from tests import factories, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> PartyList:
    party_list = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(party_list)
    return party_list


@pytest.fixture
def aigerim(client: Client, draft: PartyList) -> Client:
    client.force_login(people.aigerim(draft.party, draft.contest.territory))
    return client


@pytest.fixture(autouse=True)
def _during_nomination():  # type: ignore[no-untyped-def]
    with clock.at(factories.NOW):
        yield


def address(name: str, *args: object) -> str:
    return reverse(f"lists:{name}", args=args)


def typed(candidate: Candidate, **changes: str) -> dict[str, str]:
    form = {
        "surname": candidate.surname,
        "given_name": candidate.given_name,
        "iin": str(candidate.iin or ""),
        "birth_date": "",
        "sex": "",
        "is_citizen": "yes",
        "is_party_member": "yes",
        "residence": candidate.residence,
        "occupation": candidate.occupation,
        "version": str(candidate.version),
    }
    return form | changes


def test_from_start_to_receipt(aigerim: Client, draft: PartyList) -> None:
    draft.candidates.all().delete()
    start = aigerim.get(address("start"))
    assert address("editor", draft.pk) in start.content.decode()
    form = {
        "surname": "Өтегенова",
        "given_name": "Әсел",
        "iin": factories.make_iin(datetime(1999, 2, 3, tzinfo=UTC).date(), Sex.FEMALE),
        "is_citizen": "yes",
        "is_party_member": "yes",
        "version": "0",
    }
    saved = aigerim.post(address("candidate-add", draft.pk), form | {"next": ""})
    assert saved["Location"] == address("candidate-add", draft.pk)
    todo = aigerim.get(address("todo", draft.pk)).content.decode()
    assert address("submit", draft.pk) in todo
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    answer = aigerim.post(
        address("submit", draft.pk), {"nonce": shown.nonce, "digest": shown.digest}
    )
    receipt = aigerim.get(answer["Location"]).content.decode()
    submission = Submission.objects.get()
    assert submission.digest in receipt
    verify = aigerim.get(f"/kk/verify/{submission.receipt_code}/").content.decode()
    assert "Өтегенова" not in verify
    assert submission.digest in verify


def test_what_is_good_to_know_is_told_and_stands_against_nothing(
    aigerim: Client, draft: PartyList
) -> None:
    """A woman among three: without her the quota is broken, with her it is met."""
    aigerim.cookies["django_language"] = "en"
    woman = draft.candidates.filter(sex="female").first()
    assert woman
    woman.delete()
    told = "Quota met with nobody to spare: 1 of 3"
    for screen in ("todo", "editor"):
        page = aigerim.get(address(screen, draft.pk)).content.decode()
        assert told in page
        assert '<li class="information">' in page
        assert "#info" in page.partition('<li class="information">')[2][:200]
        assert "Errors: 0. Warnings: 0." in page
        assert "has-warn" not in page
    submitting = aigerim.get(address("submit", draft.pk))
    assert told not in submitting.content.decode()
    shown = submitting.context["preview"].bodies
    form = {"nonce": shown.nonce, "digest": shown.digest}
    aigerim.post(address("submit", draft.pk), form)
    assert Submission.objects.count() == 1


def test_the_gravest_stands_first_in_the_editor(aigerim: Client, draft: PartyList) -> None:
    woman = draft.candidates.filter(sex="female").first()
    assert woman
    woman.delete()
    draft.minutes_number = ""
    draft.save()
    general = aigerim.get(address("editor", draft.pk)).context["general"]
    assert [problem.said.severity for problem in general] == ["error", "information"]


def test_the_quota_in_words_follows_the_edition(aigerim: Client, draft: PartyList) -> None:
    aigerim.cookies["django_language"] = "en"
    page = aigerim.get(address("editor", draft.pk)).content.decode()
    assert "At least 30% of the candidates: women or people under 29, all together" in page
    draft.contest.election.edition = "kurultai-2026"
    draft.contest.election.save()
    page = aigerim.get(address("editor", draft.pk)).content.decode()
    assert "women, people under 29 or persons with disabilities, all together" in page


def test_pressed_twice_there_is_one_submission(aigerim: Client, draft: PartyList) -> None:
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    form = {"nonce": shown.nonce, "digest": shown.digest}
    first = aigerim.post(address("submit", draft.pk), form)
    second = aigerim.post(address("submit", draft.pk), form)
    assert first["Location"] == second["Location"] == address("receipt", draft.pk, 1)
    assert Submission.objects.count() == 1


def test_a_wrong_check_digit_is_said_at_the_field_and_saved_all_the_same(
    aigerim: Client, draft: PartyList
) -> None:
    person = draft.candidates.in_order().first()
    assert person
    wrong = str(person.iin)[:-1] + str((int(str(person.iin)[-1]) + 1) % 10)
    url = address("candidate-edit", draft.pk, person.pk)
    page = aigerim.post(url, typed(person, iin=wrong), follow=True).content.decode()
    assert 'id="id_iin_said"' in page
    person.refresh_from_db()
    assert person.iin == wrong
    assert "#id_iin" in aigerim.get(address("todo", draft.pk)).content.decode()


def test_the_second_to_save_is_shown_both_versions(aigerim: Client, draft: PartyList) -> None:
    person = draft.candidates.in_order().first()
    assert person
    url = address("candidate-edit", draft.pk, person.pk)
    aigerim.post(url, typed(person, occupation="дәрігер"))
    page = aigerim.post(url, typed(person, occupation="заңгер"))
    text = page.content.decode()
    assert "<del>дәрігер</del>" in text
    assert "<ins>заңгер</ins>" in text
    assert 'value="заңгер"' in text
    person.refresh_from_db()
    assert person.occupation == "дәрігер"


@pytest.mark.parametrize(
    "name",
    ["<b>Айгүл</b>", "Айгүл\u202e", "Айгүл\x00", "=1+1"],
)
def test_names_with_markup_or_hidden_characters_are_refused(
    aigerim: Client, draft: PartyList, name: str
) -> None:
    before = draft.candidates.count()
    page = aigerim.post(address("candidate-add", draft.pk), {"surname": name, "version": "0"})
    assert page.status_code == 200
    assert "<b>Айгүл</b>" not in page.content.decode()
    assert draft.candidates.count() == before


def test_crafted_fields_are_ignored(aigerim: Client, draft: PartyList) -> None:
    other = factories.make_list(factories.make_contest(), draft.party)
    aigerim.post(
        address("candidate-add", draft.pk),
        {"surname": "Жаңа", "version": "0", "list": other.pk, "status": "excluded", "state": "x"},
    )
    person = draft.candidates.get(surname="Жаңа")
    assert (person.status, person.list_id) == ("listed", draft.pk)
    assert not other.candidates.exists()


def test_the_deadline_passes_while_the_page_is_open(aigerim: Client, draft: PartyList) -> None:
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    with clock.at(datetime(2020, 12, 4, 12, 0, tzinfo=UTC)):
        page = aigerim.post(
            address("submit", draft.pk), {"nonce": shown.nonce, "digest": shown.digest}
        )
    assert page.status_code == 409
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_nothing_typed_is_lost_when_the_session_has_ended(client: Client, draft: PartyList) -> None:
    official = people.aigerim(draft.party, draft.contest.territory)
    url = address("candidate-add", draft.pk)
    asked = client.post(url, {"surname": "Сақталған", "version": "0"})
    assert asked.status_code == 401
    assert 'name="surname" value="Сақталған"' in asked.content.decode()
    client.post(
        url,
        {
            "surname": "Сақталған",
            "version": "0",
            "username": official.email,
            "password": people.PASSWORD,
        },
    )
    assert draft.candidates.filter(surname="Сақталған").exists()


def test_a_strangers_list_is_not_there(client: Client, draft: PartyList) -> None:
    client.force_login(people.dana(factories.make_party()))
    person = draft.candidates.first()
    assert person
    for url in (
        address("editor", draft.pk),
        address("candidate-edit", draft.pk, person.pk),
        address("submit", draft.pk),
        address("todo", draft.pk),
        address("conference", draft.pk),
        address("withdraw", draft.pk),
        address("receipt", draft.pk, 1),
    ):
        assert client.get(url).status_code == 404, url
        expected = 405 if url in (address("editor", draft.pk), address("todo", draft.pk)) else 404
        if "receipt" not in url:
            assert client.post(url).status_code == expected, url


def test_a_viewer_reads_and_cannot_write(client: Client, draft: PartyList) -> None:
    client.force_login(people.bolat(draft.party, draft.contest.territory))
    assert client.get(address("editor", draft.pk)).status_code == 200
    added = client.post(address("candidate-add", draft.pk), {"surname": "Жаңа", "version": "0"})
    assert added.status_code == 403


def test_a_live_check_answers_at_the_fields_and_saves_nothing(
    aigerim: Client, draft: PartyList
) -> None:
    answer = aigerim.post(address("check-new", draft.pk), {"surname": "Ә", "iin": "123"})
    text = answer.content.decode()
    assert 'id="id_iin_said" hx-swap-oob="true"' in text
    assert 'id="panel" hx-swap-oob="true"' in text or 'id="panel"' in text
    assert draft.candidates.count() == 4


def test_a_date_in_russian_brings_its_own_full_stop(aigerim: Client, draft: PartyList) -> None:
    aigerim.cookies["django_language"] = "ru"
    draft.contest.mandates = 20
    draft.contest.save()
    draft.contest.election.name_ru = "Выборы 5 января 2027 г."
    draft.contest.election.save()
    editor = aigerim.get(address("editor", draft.pk)).content.decode()
    assert "\u00a0г. 20 мандатов" in editor
    start = aigerim.get(address("start")).content.decode()
    assert "Выборы 5 января 2027 г. 20 мандатов" in start
    assert "г.." not in editor + start


ADDED = {
    ("kk", 1): "Қосылса, тағы 1 адам керек.",
    ("kk", 2): "Қосылса, тағы 2 адам керек.",
    ("ru", 1): "При добавлении нужен ещё 1 человек.",
    ("ru", 2): "При добавлении нужны ещё 2 человека.",
    ("en", 1): "1 more needed if added.",
    ("en", 2): "2 more needed if they are added.",
}


@pytest.mark.parametrize(("language", "number"), ADDED)
def test_the_meter_says_that_its_number_is_of_people_who_are_added(
    aigerim: Client, draft: PartyList, language: str, number: int
) -> None:
    """Beside two men one more person makes 1 of 3; beside three, two make 2 of 5."""
    aigerim.cookies["django_language"] = language
    draft.candidates.filter(sex="female").delete()
    if number > 1:
        factories.make_candidate(draft, 5)
    for screen in ("editor", "todo"):
        page = aigerim.get(address(screen, draft.pk)).content.decode()
        assert f"<span>{ADDED[language, number]}</span>" in page.partition('id="panel"')[2]
    card = aigerim.get(address("start")).content.decode()
    assert f'. <span class="tone-error">{ADDED[language, number]}</span>' in card
