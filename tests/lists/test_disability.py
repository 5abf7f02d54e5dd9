"""Persons with disabilities count where the edition says so; the answer is encrypted."""

import json
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from elections import submissions, values
from elections.lists import services
from elections.models import Candidate, PartyList, Submission
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.sql import run

pytestmark = pytest.mark.django_db
FIELD = 'name="disability"'


@pytest.fixture(autouse=True)
def _during_nomination() -> Iterator[None]:
    with clock.at(factories.NOW):
        yield


def draft_of(edition: str, body: str = "majilis") -> PartyList:
    """Return a draft of three men: without a person of another group the quota is not met."""
    contest = factories.make_contest(
        factories.make_election(body=body, edition=edition), factories.make_country(), 98
    )
    draft = factories.make_list(contest, factories.make_party())
    for number in (1, 3, 5):
        factories.make_candidate(draft, number)
    return draft


def official_of(draft: PartyList) -> User:
    found = User.objects.filter(memberships__party=draft.party).first()
    if found is None:
        found = people.aigerim(draft.party, draft.contest.territory)
    return found


def edit(client: Client, draft: PartyList, person: Candidate, **typed: str) -> None:
    client.force_login(official_of(draft))
    form = {
        "surname": person.surname,
        "given_name": person.given_name,
        "iin": str(person.iin),
        "is_citizen": "yes",
        "is_party_member": "yes",
        "residence": person.residence,
        "occupation": person.occupation,
        "version": str(person.version),
    }
    answer = client.post(reverse("lists:candidate-edit", args=[draft.pk, person.pk]), form | typed)
    assert answer.status_code == 302


def page_of(client: Client, draft: PartyList, name: str, *more: int) -> str:
    client.force_login(official_of(draft))
    return client.get(reverse(f"lists:{name}", args=[draft.pk, *more])).content.decode()


def test_who_is_said_to_have_one_counts_once(client: Client) -> None:
    draft = draft_of("majilis-2022")
    person = draft.candidates.first()
    assert person
    assert not services.check(draft, at=factories.NOW).quota.is_met

    edit(client, draft, person, disability="yes")

    checked = services.check(draft, at=factories.NOW)
    assert (checked.quota.counted, checked.quota.with_disability) == (1, 1)
    assert checked.quota.is_met
    codes = {finding.code for finding in checked.information}
    assert codes == {"candidate.disability_certificate", "quota.at_the_limit"}


def test_the_table_says_why_a_person_counts_and_the_meter_does_not_call_him_young(
    client: Client,
) -> None:
    draft = draft_of("majilis-2022")
    person = draft.candidates.first()
    assert person
    edit(client, draft, person, disability="yes")

    page = client.get(reverse("lists:editor", args=[draft.pk]))
    rows = {row.candidate.pk: row.counts for row in page.context["rows"]}
    assert rows.pop(person.pk) == ("мүгедектігі бар адам",)
    assert set(rows.values()) == {()}
    meter = page.context["quota"].meter
    assert (len(meter.on), meter.women, meter.young) == (1, (), ())


def test_the_answer_comes_back_in_the_form_and_can_be_taken_back(client: Client) -> None:
    draft = draft_of("majilis-2022")
    person = draft.candidates.first()
    assert person
    edit(client, draft, person, disability="yes")
    assert (
        '<option value="yes" selected>'
        in page_of(client, draft, "candidate-edit", person.pk)
        .partition(FIELD)[2]
        .partition("</select>")[0]
    )

    person.refresh_from_db()
    edit(client, draft, person, disability="")

    person.refresh_from_db()
    assert person.disability is None
    assert values.candidate(person).has_disability is False


@pytest.mark.parametrize(
    ("edition", "body"), [("majilis-2020", "majilis"), ("maslikhat-2022-11", "maslikhat")]
)
def test_where_the_edition_does_not_count_them_nobody_is_asked(
    client: Client, edition: str, body: str
) -> None:
    draft = draft_of(edition, body)
    person = draft.candidates.first()
    assert person
    assert FIELD not in page_of(client, draft, "candidate-edit", person.pk)

    edit(client, draft, person, disability="yes")

    person.refresh_from_db()
    assert person.disability is None


def test_a_person_read_under_another_edition_keeps_the_answer(client: Client) -> None:
    draft = draft_of("majilis-2020")
    person = factories.make_candidate(draft, 7, disability="yes")

    edit(client, draft, person, occupation="дәрігер")

    person.refresh_from_db()
    assert (person.occupation, person.disability) == ("дәрігер", "yes")


def test_the_table_and_its_events_do_not_hold_it_in_the_clear(client: Client) -> None:
    draft = draft_of("majilis-2022")
    person = draft.candidates.first()
    assert person
    edit(client, draft, person, disability="yes")

    stored = [row for (row,) in run("SELECT disability FROM elections_candidate") if row]
    assert [text.partition(":")[0] for text in stored] == ["e1"]
    columns = run(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = 'elections_candidateevent'"
    )
    assert ("disability",) not in columns


def test_the_commission_sees_it_and_the_public_half_does_not_hold_it(client: Client) -> None:
    draft = draft_of("majilis-2022")
    person = draft.candidates.first()
    assert person
    edit(client, draft, person, disability="yes")
    client.force_login(official_of(draft))
    shown = client.get(reverse("lists:submit", args=[draft.pk])).context["preview"].bodies
    client.post(
        reverse("lists:submit", args=[draft.pk]), {"nonce": shown.nonce, "digest": shown.digest}
    )

    submission = Submission.objects.get()
    private = submissions.open_private(submission)["candidates"]
    assert sorted(str(row["disability"]) for row in private) == ["None", "None", "yes"]
    assert "disab" not in submission.public_body
    assert set(json.loads(submission.public_body)["candidates"][0]) == {"number", "name"}

    assert draft.contest.commission
    client.force_login(people.saule(draft.contest.commission))
    page = client.get(reverse("admin:elections_partylist_change", args=[draft.pk]))
    assert page.context["review"].quota.with_disability == 1
    text = page.content.decode()
    assert text.count("Мүгедектігі бар адам ретінде есептеледі.") == 2  # beside the person, in all
    assert "мүгедектігі бар: 1" in text
