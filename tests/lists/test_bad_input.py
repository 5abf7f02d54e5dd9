"""What people and programs type by mistake or on purpose: an answer, never a broken page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from elections import submissions
from elections.law.iin import Sex
from elections.lists import services as lists
from elections.models import Candidate, PartyList, RefusedAttempt, Submission
from elections.refusals import Refused
from portal.base import clock
from tests import factories, people

pytestmark = pytest.mark.django_db
HUGE = "1" + "0" * 30
FIELDS = (
    "iin",
    "surname",
    "given_name",
    "patronymic",
    "name_latin",
    "birth_date",
    "sex",
    "is_citizen",
    "is_party_member",
    "residence",
    "occupation",
    "workplace",
)
STRANGE = {
    "control": "Айгүл\x07",
    "null": "Айгүл\x00",
    "right-to-left": "Айгүл\u202eлүгйА",
    "isolate": "Айгүл\u2067",
    "zero-width": "Ай\u200bгүл",
    "lone surrogate, as bytes": b"\xed\xa0\x80",
    "not UTF-8": b"\xff\xfe",
    "markup": "<script>alert(1)</script>",
    "formula": "=HYPERLINK(1)",
    "huge": HUGE,
    "long": "Ә" * 100_000,
    "many lines": "a\r\nb\r\nc",
    "percent": "%s%(name)s{{ 7|add:7 }}",
}


@pytest.fixture(autouse=True)
def _during_nomination() -> Iterator[None]:
    with clock.at(factories.NOW):
        yield


@pytest.fixture
def draft() -> PartyList:
    party_list = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(party_list)
    return party_list


@pytest.fixture
def aigerim(client: Client, draft: PartyList) -> Client:
    official = people.aigerim(draft.party, draft.contest.territory)
    official.language = "en"
    official.save(update_fields=["language"])
    client.force_login(official)
    client.cookies["django_language"] = "en"
    return client


def address(name: str, *args: object) -> str:
    return reverse(f"lists:{name}", args=args)


def first(draft: PartyList) -> Candidate:
    return draft.candidates.in_order()[0]


def typed(person: Candidate, **changes: object) -> dict[str, object]:
    form: dict[str, object] = {name: getattr(person, name) or "" for name in FIELDS}
    form |= {"is_citizen": "yes", "is_party_member": "yes", "version": str(person.version)}
    return form | changes


# --- every field × every strange value -------------------------------------------------------


@pytest.mark.parametrize("strange", STRANGE)
def test_a_strange_value_never_breaks_the_page_of_a_person(
    aigerim: Client, draft: PartyList, strange: str
) -> None:
    value = STRANGE[strange]
    person = first(draft)
    check, edit = (address(name, draft.pk, person.pk) for name in ("check", "candidate-edit"))
    for name in (*FIELDS, "version", "next", "csrfmiddlewaretoken"):
        form = typed(first(draft), **{name: value})
        assert aigerim.post(check, form).status_code == 200, name
        answer = aigerim.post(edit, form)
        assert answer.status_code in (200, 302), name
        assert "<script>alert" not in answer.content.decode(), name
    saved = "".join(str(getattr(first(draft), name)) for name in FIELDS)
    assert not set("\x00\x07\u202e\u2067\u200b") & set(saved)
    for screen in ("editor", "todo", "submit"):
        page = aigerim.get(address(screen, draft.pk))
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("strange", STRANGE)
def test_a_strange_value_never_breaks_the_page_of_the_nomination(
    aigerim: Client, draft: PartyList, strange: str
) -> None:
    names = ("nominating_body", "nominated_on", "nominated_at_place", "present", "votes_for")
    for name in (*names, "minutes_number", "mark"):
        form = {"present": "40", "votes_for": "38", name: STRANGE[strange]}
        answer = aigerim.post(address("conference", draft.pk), form)
        assert answer.status_code in (200, 302), name
        assert "<script>alert" not in answer.content.decode(), name
    assert aigerim.get(address("submit", draft.pk)).status_code == 200


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("name", ["nonce", "digest"])
def test_a_strange_confirmation_hands_nothing_in(
    aigerim: Client, draft: PartyList, name: str, strange: str
) -> None:
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    form = {"nonce": shown.nonce, "digest": shown.digest} | {name: STRANGE[strange]}
    answer = aigerim.post(address("submit", draft.pk), form)
    assert answer.status_code == 409
    assert not Submission.objects.exists()


def test_a_crafted_nonce_hands_nothing_in_even_with_its_own_right_digest(
    aigerim: Client, draft: PartyList
) -> None:
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    for nonce in ("", "0", "x" * 200, "А" * 32):
        digest = submissions.digest_of(shown.public, shown.private, nonce)
        form = {"nonce": nonce, "digest": digest}
        assert aigerim.post(address("submit", draft.pk), form).status_code == 409
    assert not Submission.objects.exists()


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("name", ["reason", "version"])
def test_a_strange_withdrawal_never_breaks_the_page(
    client: Client, draft: PartyList, name: str, strange: str
) -> None:
    client.force_login(people.gulnar(draft.party))
    form = {"reason": "хаттама № 9", "version": str(draft.version)} | {name: STRANGE[strange]}
    assert client.post(address("withdraw", draft.pk), form, follow=True).status_code == 200


@pytest.mark.parametrize("number", [HUGE, "0", "9223372036854775808"])
def test_a_number_of_no_row_is_not_found(aigerim: Client, draft: PartyList, number: str) -> None:
    person = first(draft)
    for url in (
        f"/party/lists/{number}/",
        f"/party/lists/{number}/to-do/",
        f"/party/lists/{draft.pk}/candidates/{number}/",
        f"/party/lists/{draft.pk}/candidates/{number}/remove/",
        f"/party/lists/{draft.pk}/receipt/{number}/",
        f"/party/lists/{number}/candidates/{person.pk}/",
        f"/en/verify/{number}/",
    ):
        assert aigerim.get(url).status_code == 404, url
    new = f"/party/lists/new/{number}/{draft.party.slug}/"
    assert aigerim.post(new).status_code == 404
    assert aigerim.post(f"/party/lists/new/{draft.contest_id}/nobody/").status_code == 404


def test_a_person_of_another_list_is_not_found_on_this_one(
    aigerim: Client, draft: PartyList
) -> None:
    other = factories.make_list(factories.make_contest(), draft.party)
    stranger = factories.make_candidate(other)
    for name in ("candidate-edit", "candidate-remove"):
        url = address(name, draft.pk, stranger.pk)
        assert aigerim.get(url).status_code == 404
        assert aigerim.post(url, typed(stranger)).status_code == 404
    assert aigerim.post(address("check", draft.pk, stranger.pk)).status_code == 404


def test_a_viewer_posting_anywhere_is_refused(client: Client, draft: PartyList) -> None:
    client.force_login(people.bolat(draft.party, draft.contest.territory))
    person = first(draft)
    before = (draft.version, draft.candidates.count())
    conference = {"present": "1", "votes_for": "1"}
    posts = {
        address("candidate-add", draft.pk): {"surname": "Жаңа"},
        address("candidate-edit", draft.pk, person.pk): typed(person, occupation="x"),
        address("candidate-remove", draft.pk, person.pk): {},
        address("conference", draft.pk): conference,
        address("submit", draft.pk): {"nonce": "a", "digest": "b"},
        address("withdraw", draft.pk): {"reason": "x", "version": "0"},
    }
    for url, form in posts.items():
        assert client.post(url, form).status_code == 403, url
    draft.refresh_from_db()
    assert (draft.version, draft.candidates.count()) == before


# --- people ---------------------------------------------------------------------------------


def said_at_the_field(client: Client, draft: PartyList, name: str, **changes: object) -> str:
    """Save a person so; return what stands between the field's label and its control."""
    person = first(draft)
    url = address("candidate-edit", draft.pk, person.pk)
    page = client.post(url, typed(person, **changes), follow=True).content.decode()
    return page.partition(f'id="id_{name}_said"')[2].partition("</div>")[0]


def test_an_impossible_date_in_a_number_is_said_at_the_number(
    aigerim: Client, draft: PartyList
) -> None:
    said = said_at_the_field(aigerim, draft, "iin", iin="850231300014", birth_date="", sex="")
    assert 'class="said error"' in said


def test_a_birth_date_that_does_not_fit_is_said(aigerim: Client, draft: PartyList) -> None:
    said = said_at_the_field(aigerim, draft, "birth_date", birth_date="01.01.1979")
    assert 'class="said warning"' in said


def test_who_is_too_young_on_election_day_is_told_so(aigerim: Client, draft: PartyList) -> None:
    # Twenty on the day after the election, 10 January 2021; the day before is old enough.
    day_after, on_the_day = date(2001, 1, 11), date(2001, 1, 10)
    for born, is_young in ((day_after, True), (on_the_day, False)):
        number = factories.make_iin(born, Sex.FEMALE)
        changes = {"iin": number, "birth_date": "", "sex": ""}
        said = said_at_the_field(aigerim, draft, "birth_date", **changes)
        said += said_at_the_field(aigerim, draft, "iin", **changes)
        assert ('class="said error"' in said) == is_young, said


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("birth_date", "01.01.1800", "Born too long ago: 221 years old on election day."),
        ("birth_date", "31.02.1985", "There is no such day."),
        ("birth_date", "yesterday", "Write the day like 17.05.1980."),
        # The first letter is Latin: it looks the same, and sorts elsewhere.
        ("surname", "Aйтбаев", "Latin letters in the name: A."),
        ("given_name", "-", "There is no letter here."),
        ("name_latin", "Айтбаев", "Write this name in Latin letters."),
    ],
)
def test_a_slip_of_the_finger_is_said_at_the_field(
    aigerim: Client, draft: PartyList, name: str, value: str, says: str
) -> None:
    assert says in said_at_the_field(aigerim, draft, name, **{name: value})


def test_a_space_between_all_digits_of_a_number_loses_none(
    aigerim: Client, draft: PartyList
) -> None:
    person = first(draft)
    form = typed(person, iin=" ".join(str(person.iin)), birth_date="", sex="")
    assert aigerim.post(address("candidate-edit", draft.pk, person.pk), form).status_code == 302
    assert first(draft).iin == person.iin


def test_what_is_wrong_is_said_also_when_the_next_person_comes(
    aigerim: Client, draft: PartyList
) -> None:
    form = typed(first(draft), is_citizen="no", next="", version="0", iin="")
    page = aigerim.post(address("candidate-add", draft.pk), form, follow=True).content.decode()
    assert "Only a citizen of Kazakhstan may be a candidate." in page


def test_more_people_present_than_members_are_said_at_the_field(client: Client) -> None:
    election = factories.make_election(body="majilis", edition="majilis-2022")
    contest = factories.make_contest(election, factories.make_country(), 98)
    draft = factories.make_list(contest, factories.make_party())
    client.force_login(people.gulnar(draft.party))
    form = {"members": "30", "present": "40", "votes_for": "38"}
    answer = client.post(
        address("conference", draft.pk), form | {"mark": lists.conference_mark(draft)}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "40 &gt; 30" in page.partition('id="id_present_said"')[2].partition("</div>")[0]
    draft.refresh_from_db()
    assert draft.members == 60


def test_a_branch_is_not_asked_for_its_members(aigerim: Client, draft: PartyList) -> None:
    assert 'name="members"' not in aigerim.get(address("conference", draft.pk)).content.decode()


def test_more_votes_than_people_present_are_said_at_the_field(
    aigerim: Client, draft: PartyList
) -> None:
    form = {"present": "10", "votes_for": "12", "nominating_body": "Жаңа конференция"}
    mark = lists.conference_mark(draft)
    answer = aigerim.post(address("conference", draft.pk), form | {"mark": mark})
    page = answer.content.decode()
    assert answer.status_code == 200
    said = page.partition('id="id_votes_for_said"')[2].partition("</div>")[0]
    assert "More votes than people present: 12 &gt; 10." in said
    assert 'value="Жаңа конференция"' in page
    draft.refresh_from_db()
    assert draft.votes_for != 12
    with pytest.raises(Refused, match="has_errors"):
        lists.save_conference(
            draft,
            data={"present": 10, "votes_for": 12},
            mark=mark,
            by=people.gulnar(draft.party),
            at=factories.NOW,
        )


def test_after_a_withdrawal_another_list_can_be_begun(client: Client, draft: PartyList) -> None:
    chief = people.gulnar(draft.party)
    client.force_login(chief)
    client.cookies["django_language"] = "en"
    lists.withdraw(draft, reason="№ 9", shown_version=draft.version, by=chief, at=factories.NOW)
    for page in (address("start"), address("editor", draft.pk)):
        assert "Start another list" in client.get(page).content.decode()
    begin = address("list-create", draft.contest_id, draft.party.slug)
    begun = client.post(begin).headers["Location"]
    assert begun != address("editor", draft.pk)
    assert "Start another list" not in client.get(address("start")).content.decode()
    assert "Start another list" not in client.get(address("editor", draft.pk)).content.decode()


def test_a_viewer_is_asked_for_nothing(client: Client, draft: PartyList) -> None:
    client.force_login(people.bolat(draft.party, draft.contest.territory))
    client.cookies["django_language"] = "en"
    start = client.get(address("start")).content.decode()
    assert "Look at the list" in start
    assert "needs you now" not in start
    assert "Continue" not in start
    assert "Check and submit" not in client.get(address("editor", draft.pk)).content.decode()
    assert client.get(address("candidate-add", draft.pk)).status_code == 403


def test_an_empty_form_is_nobody_yet(aigerim: Client, draft: PartyList) -> None:
    draft.candidates.all().delete()
    page = aigerim.get(address("candidate-add", draft.pk)).content.decode()
    assert "0 of 1" not in page


def test_the_same_number_twice_on_a_list_is_said_at_the_number(
    aigerim: Client, draft: PartyList
) -> None:
    one, other = draft.candidates.in_order()[:2]
    url = address("candidate-edit", draft.pk, one.pk)
    form = typed(one, iin=other.iin, birth_date="", sex="")
    page = aigerim.post(url, form).content.decode()
    said = page.partition('id="id_iin_said"')[2].partition("</div>")[0]
    assert 'class="said error"' in said
    assert f'value="{other.iin}"' in page
    assert first(draft).iin == one.iin


def test_a_list_that_breaks_the_quota_says_by_how_much(aigerim: Client, draft: PartyList) -> None:
    draft.candidates.filter(sex="female").delete()
    todo = aigerim.get(address("todo", draft.pk)).content.decode()
    assert "Quota not met: 0%" in todo
    assert "1 more needed" in todo
    assert address("submit", draft.pk) not in todo
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    form = {"nonce": shown.nonce, "digest": shown.digest}
    assert aigerim.post(address("submit", draft.pk), form).status_code == 409
    assert not Submission.objects.exists()


def test_years_before_people_can_be_typed_and_mended(aigerim: Client, draft: PartyList) -> None:
    person = first(draft)
    url = address("candidate-edit", draft.pk, person.pk)
    for day in ("01.01.0001", "31.12.9999"):
        form = typed(first(draft), iin="", birth_date=day)
        assert aigerim.post(url, form, follow=True).status_code == 200
        page = aigerim.get(url).content.decode()
        again = typed(first(draft), iin="", birth_date=_value(page, "birth_date"))
        answer = aigerim.post(url, again)
        assert answer.status_code == 302, "what the form itself showed is refused"


def _value(page: str, name: str) -> str:
    return page.partition(f'name="{name}" value="')[2].partition('"')[0]


def test_both_versions_are_shown_in_words(aigerim: Client, draft: PartyList) -> None:
    person = first(draft)
    url = address("candidate-edit", draft.pk, person.pk)
    stale = typed(person, sex="male", iin="", is_citizen="no")
    aigerim.post(url, typed(person, occupation="дәрігер"))
    page = aigerim.post(url, stale).content.decode()
    rows = page.partition('<table class="ruled compact both">')[2].partition("</table>")[0]
    assert "<ins>man</ins>" in rows
    assert "<ins>no</ins>" in rows
    assert "male</" not in rows


# --- replays --------------------------------------------------------------------------------


def test_a_form_saved_after_the_list_was_handed_in_changes_nothing(
    aigerim: Client, draft: PartyList
) -> None:
    person = first(draft)
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    aigerim.post(address("submit", draft.pk), {"nonce": shown.nonce, "digest": shown.digest})
    url = address("candidate-edit", draft.pk, person.pk)
    answer = aigerim.post(url, typed(person, occupation="x"), follow=True)
    assert answer.status_code == 200
    assert 'class="notice error"' in answer.content.decode()
    assert first(draft).occupation == person.occupation
    removed = aigerim.post(address("candidate-remove", draft.pk, person.pk))
    assert removed.status_code == 302
    assert draft.candidates.count() == 4


def test_the_back_button_after_handing_in_leads_to_the_receipt(
    aigerim: Client, draft: PartyList
) -> None:
    shown = aigerim.get(address("submit", draft.pk)).context["preview"].bodies
    aigerim.post(address("submit", draft.pk), {"nonce": shown.nonce, "digest": shown.digest})
    answer = aigerim.get(address("submit", draft.pk))
    assert answer["Location"] == address("receipt", draft.pk, 1)
    assert not RefusedAttempt.objects.exists()


def test_started_twice_there_is_one_list(aigerim: Client, draft: PartyList) -> None:
    url = address("list-create", draft.contest_id, draft.party.slug)
    assert aigerim.post(url)["Location"] == address("editor", draft.pk)
    assert PartyList.objects.count() == 1


def test_a_session_that_ended_while_handing_in_goes_on_after_signing_in(
    client: Client, draft: PartyList
) -> None:
    official = people.aigerim(draft.party, draft.contest.territory)
    client.force_login(official)
    url = address("submit", draft.pk)
    shown = client.get(url).context["preview"].bodies
    client.logout()
    form = {"nonce": shown.nonce, "digest": shown.digest}
    assert client.post(url, form).status_code == 401
    door = {"username": official.email, "password": people.PASSWORD}
    answer = client.post(url, form | door)
    assert answer["Location"] == address("receipt", draft.pk, 1)
    # The language's cookie ends with the session; it comes back with it too.
    assert answer.cookies["django_language"].value == official.language


def test_what_was_typed_when_the_deadline_passed_is_still_there(
    aigerim: Client, draft: PartyList
) -> None:
    late = datetime(2020, 12, 4, 12, 0, tzinfo=UTC)
    person = first(draft)
    with clock.at(late):
        url = address("candidate-edit", draft.pk, person.pk)
        aigerim.post(url, typed(person, occupation="дәрігер"))
        page = aigerim.get(address("submit", draft.pk)).content.decode()
    assert first(draft).occupation == "дәрігер"
    assert "The deadline passed" in page
    assert 'aria-disabled="true"' in page
