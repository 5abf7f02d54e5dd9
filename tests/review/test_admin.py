"""The commission's screens: the queue, the review, the pages that decide; and who sees what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from elections.lists import services as lists
from elections.models import Candidate, Contest, Decision, PartyList, RefusedAttempt, SubmissionKey
from elections.review import services as review
from parties.models import Party, User
from portal.base import clock
from tests import factories, people
from tests.lists.test_submit import submit
from tests.review.test_decisions import NOW, Room

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)
RESOLUTION = {"number": "7", "day": "2020-11-13", "time": "11:30", "votes_for": "5"}


@pytest.fixture(autouse=True)
def _two_hours_later() -> object:
    with clock.at(LATER):
        yield


@pytest.fixture
def room() -> Room:
    return Room()


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def saule(room: Room) -> Client:
    return signed_in(room.saule)


@pytest.fixture
def timur(room: Room) -> Client:
    return signed_in(room.timur)


def screen(party_list: PartyList) -> str:
    return reverse("admin:elections_partylist_change", args=[party_list.pk])


def page(party_list: PartyList, name: str, *more: int) -> str:
    return reverse(f"admin:elections_partylist_{name}", args=[party_list.pk, *more])


QUEUE = "/admin/elections/partylist/"


def test_the_queue_shows_what_was_handed_in_and_no_draft(room: Room, saule: Client) -> None:
    draft = factories.make_list(room.list.contest, factories.make_party("unfinished"))
    shown = saule.get(QUEUE)
    assert [row.pk for row in shown.context["cl"].result_list] == [room.list.pk]
    assert b"unfinished" not in shown.content
    assert saule.get(screen(draft)).status_code == 404


def test_the_screen_says_who_counts_for_the_quota_and_the_step_what_was_found(
    room: Room, saule: Client
) -> None:
    shown = saule.get(screen(room.list))
    women = [p for p in shown.context["review"].frozen.people if p.sex == "woman"]
    assert women
    assert all(person.counts == ("woman",) for person in women)
    assert shown.content.decode().count("Counts: woman") == len(women)
    Candidate.objects.filter(list=room.list).update(occupation="")
    review.take(room.list, by=room.saule, at=factories.NOW)
    step = saule.get(page(room.list, "register")).content.decode()
    assert "The occupation is not given." in step


def test_the_queue_names_the_election_of_each_list(room: Room, saule: Client) -> None:
    page = saule.get(QUEUE).content.decode()
    assert f"<small>{room.list.contest.election.name}</small>" in page


def test_the_queue_is_ordered_by_what_closes_first_in_its_own_zone(
    room: Room, saule: Client
) -> None:
    """18:00 in Oral is an hour after 18:00 in Almaty, and decided lists come last."""
    west = factories.make_contest(
        room.list.contest.election, factories.make_territory("west", zone="Asia/Oral")
    )
    west.commission = room.list.contest.commission
    west.save()
    first = handed_in(west, factories.make_party("first"), "first@example.kz")
    room.take()
    room.confirm(room.propose())
    third = handed_in(room.list.contest, factories.make_party("third"), "third@example.kz")
    rows = saule.get(QUEUE).context["cl"].result_list
    assert [row.pk for row in rows] == [third.pk, first.pk, room.list.pk]


def handed_in(contest: Contest, party: Party, address: str) -> PartyList:
    row = factories.make_list(contest, party)
    factories.fill(row)
    submit(row, people.member(people.account("Chief", address), party, "chief"))
    row.refresh_from_db()
    return row


def test_the_queue_costs_the_same_for_many_lists(
    room: Room, saule: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # A filter shows itself, and costs its queries, from the second value on.
    handed_in(room.list.contest, factories.make_party(), "chief@example.kz")
    with django_assert_num_queries(18):
        assert len(saule.get(QUEUE).context["cl"].result_list) == 2
    for number in range(3):
        handed_in(room.list.contest, factories.make_party(), f"chief-{number}@example.kz")
    with django_assert_num_queries(18):
        assert len(saule.get(QUEUE).context["cl"].result_list) == 5


@pytest.mark.parametrize("model", ["partylist", "decision", "protocol"])
def test_a_filter_that_the_database_cannot_read_is_refused(saule: Client, model: str) -> None:
    assert saule.get(f"/admin/elections/{model}/?state__exact=%00").status_code == 400


def test_the_queue_names_who_took_a_list(room: Room, saule: Client) -> None:
    room.take()
    assert "Сәуле" in saule.get(QUEUE).content.decode()


def test_the_review_shows_the_frozen_submission_beside_the_findings(
    room: Room, saule: Client
) -> None:
    text = saule.get(screen(room.list)).content.decode()
    person = room.list.candidates.listed().in_order()[0]
    assert str(person.iin) in text
    assert person.full_name in text
    assert room.submission.digest in text
    assert "Nothing is wrong with this list." in text
    assert "List handed in · Гүлнар" in text


def test_what_is_good_to_know_is_no_error_of_the_list(room: Room, saule: Client) -> None:
    woman = room.list.candidates.filter(sex="female").first()
    assert woman
    woman.delete()
    text = saule.get(screen(room.list)).content.decode()
    assert "Nothing is wrong with this list." in text
    assert '<span class="said information">' in text
    assert "Quota met with nobody to spare: 1 of 3" in text
    assert "Look at the quota again when anyone who counts (1 in all) withdraws" in text
    assert "has-warn" not in text
    room.take()
    registering = saule.get(page(room.list, "register"))
    assert registering.context["review"].errors == 0


def test_a_clerk_reads_what_a_clerk_can_do(room: Room, saule: Client) -> None:
    person = room.list.candidates.listed().in_order()[0]
    room.list.candidates.filter(pk=person.pk).update(iin="800501400008", occupation="")
    text = saule.get(screen(room.list)).content.decode()
    assert "Nothing is wrong with this list." not in text
    assert "Compare the number with the identity document and name it in the notice." in text
    assert "Check the number against the document." not in text
    # The error before the warning.
    findings = text.partition('id="findings"')[2]
    assert findings.index("said error") < findings.index("said warning")


def test_the_screen_shows_the_submission_and_not_the_rows(room: Room, saule: Client) -> None:
    """A row that was changed behind the back of the services does not change what was frozen."""
    person = room.list.candidates.listed().in_order()[0]
    before = person.full_name
    room.list.candidates.filter(pk=person.pk).update(surname="Басқа")
    assert before in saule.get(screen(room.list)).content.decode()


def test_without_its_key_a_submission_shows_names_alone(room: Room, saule: Client) -> None:
    SubmissionKey.objects.get(submission=room.submission).delete()
    text = saule.get(screen(room.list)).content.decode()
    assert str(room.list.candidates.all()[0].iin) not in text
    assert room.list.candidates.all()[0].full_name in text


def test_the_way_from_the_queue_to_registration_by_two(
    room: Room, saule: Client, timur: Client
) -> None:
    assert saule.post(page(room.list, "take")).status_code == 302
    digest = room.submission.digest
    shown = saule.get(page(room.list, "register") + f"?shown={digest}")
    assert digest in shown.content.decode()
    assert saule.post(page(room.list, "register"), {"digest": digest}).status_code == 302
    proposal = Decision.objects.get()
    address = page(room.list, "confirm", proposal.pk)
    assert digest in timur.get(address).content.decode()
    assert timur.post(address, RESOLUTION | {"digest": digest}).status_code == 302
    room.list.refresh_from_db()
    proposal.refresh_from_db()
    assert room.list.state == "registered"
    assert (proposal.number, proposal.year, proposal.votes_for) == (7, 2020, 5)
    # 11:30 on the clocks of Almaty, which then was six hours ahead.
    assert proposal.resolved_at is not None
    assert proposal.resolved_at.isoformat() == "2020-11-13T05:30:00+00:00"
    history = timur.get(screen(room.list)).content.decode()
    for line in ("List registered · Тимур", "Registration proposed · Сәуле", "List handed in"):
        assert line in history


def test_a_refusal_without_its_ground_keeps_what_was_typed(room: Room, saule: Client) -> None:
    room.take()
    typed = {"digest": room.submission.digest, "reason": "Хаттама жоқ.", "article": "89-бап"}
    answer = saule.post(page(room.list, "refuse"), typed)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "A refusal names its ground, its article and its reason." in text
    assert "Хаттама жоқ." in text
    assert "89-бап" in text
    assert not Decision.objects.exists()
    assert saule.post(page(room.list, "refuse"), typed | {"ground": "құжаттар"}).status_code == 302
    assert Decision.objects.get().reason == "Хаттама жоқ."


def test_a_wrong_number_is_said_at_its_field_and_nothing_is_lost(room: Room, timur: Client) -> None:
    room.take()
    address = page(room.list, "confirm", room.propose().pk)
    digest = {"digest": room.submission.digest}
    for wrong in ("", "0", "-1", "x", "9" * 30):
        answer = timur.post(address, RESOLUTION | digest | {"number": wrong, "votes_against": "2"})
        assert answer.status_code == 200
        assert answer.context["form"].errors.keys() == {"number"}
        assert 'value="2"' in answer.content.decode()
    late = timur.post(address, RESOLUTION | digest | {"day": "2020-11-14"})
    assert late.status_code == 409
    assert late.context["form"].errors.keys() == {"time"}
    assert Decision.objects.get().state == "open"


@pytest.mark.parametrize("name", ["register", "refuse", "confirm"])
def test_another_digest_than_the_shown_one_is_refused_and_the_new_one_shown(
    room: Room, saule: Client, timur: Client, name: str
) -> None:
    room.take()
    typed = RESOLUTION | {"digest": "0" * 64, "ground": "x", "article": "y", "reason": "z"}
    if name == "confirm":
        answer = timur.post(page(room.list, name, room.propose().pk), typed)
    else:
        answer = saule.post(page(room.list, name), typed)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "changed since you were shown it" in text
    assert f'name="digest" value="{room.submission.digest}"' in text
    room.list.refresh_from_db()
    assert room.list.state == "in_review"


def test_a_page_opened_with_an_old_digest_says_so(room: Room, saule: Client) -> None:
    room.take()
    text = saule.get(page(room.list, "register") + "?shown=" + "0" * 64).content.decode()
    assert "changed since you were shown it" in text


def test_who_comes_second_is_told_by_whom_and_when(
    room: Room, saule: Client, timur: Client
) -> None:
    room.take()
    answer = timur.post(page(room.list, "take"))
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Last on this list: List taken into review, Сәуле, " in text
    room.propose()
    typed = {"digest": room.submission.digest}
    text = timur.post(page(room.list, "register"), typed).content.decode()
    assert "A proposal is already waiting" in text
    assert "Registration proposed, Сәуле, " in text


def test_a_page_of_a_list_that_was_withdrawn_meanwhile_says_so(
    room: Room, saule: Client, timur: Client
) -> None:
    room.take()
    proposal = room.propose()
    room.list.refresh_from_db()
    lists.withdraw(
        room.list, reason="№ 9", shown_version=room.list.version, by=room.official, at=LATER
    )
    address = page(room.list, "confirm", proposal.pk)
    for answer in (
        timur.get(address),
        timur.post(address, RESOLUTION | {"digest": room.submission.digest}),
    ):
        assert answer.status_code == 409
        assert "Last on this list: List withdrawn by the party, Гүлнар, " in answer.content.decode()
    room.list.refresh_from_db()
    assert room.list.state == "withdrawn"


def test_the_same_person_is_not_offered_and_not_allowed_to_confirm(
    room: Room, saule: Client
) -> None:
    room.take()
    address = page(room.list, "confirm", room.propose().pk)
    assert address not in saule.get(screen(room.list)).content.decode()
    answer = saule.post(address, RESOLUTION | {"digest": room.submission.digest})
    assert answer.status_code == 409
    assert "ask a colleague" in answer.content.decode()
    assert RefusedAttempt.objects.get().code == "same_person"
    assert Decision.objects.get().state == "open"


def test_own_is_taken_back_anothers_sent_back_with_its_reason(
    room: Room, saule: Client, timur: Client
) -> None:
    room.take()
    first = room.propose()
    assert timur.post(page(room.list, "take_back", first.pk)).status_code == 403
    assert saule.post(page(room.list, "take_back", first.pk)).status_code == 302
    second = room.propose()
    address = page(room.list, "send_back", second.pk)
    empty = timur.post(address, {"reason": " "})
    assert empty.status_code == 409
    assert empty.context["form"].errors.keys() == {"reason"}
    assert timur.post(address, {"reason": "Тағы қарау керек"}).status_code == 302
    assert "Тағы қарау керек" in saule.get(screen(room.list)).content.decode()


def test_a_list_with_errors_offers_no_registration_and_refuses_a_crafted_one(
    room: Room, saule: Client
) -> None:
    room.take()
    room.list.candidates.filter(sex="female").delete()
    shown = saule.get(screen(room.list)).content.decode()
    assert page(room.list, "register") not in shown
    assert "Quota not met" in shown
    answer = saule.post(page(room.list, "register"), {"digest": room.submission.digest})
    assert answer.status_code == 409
    assert "the law&#x27;s check found errors" in answer.content.decode().lower()


@pytest.mark.parametrize("name", ["take", "register", "refuse"])
def test_a_clerk_of_another_commission_finds_nothing(room: Room, name: str) -> None:
    commission = factories.make_contest().commission
    assert commission
    erlan = signed_in(people.erlan(commission))
    assert not list(erlan.get(QUEUE).context["cl"].result_list)
    assert erlan.get(screen(room.list)).status_code == 404
    assert erlan.post(page(room.list, name), {"digest": room.submission.digest}).status_code == 404
    room.list.refresh_from_db()
    assert room.list.state == "submitted"


def test_a_decision_of_another_list_is_not_there(room: Room, timur: Client) -> None:
    room.take()
    proposal = room.propose()
    other = handed_in(room.list.contest, factories.make_party(), "other@example.kz")
    typed = RESOLUTION | {"digest": room.submission.digest}
    assert timur.post(page(other, "confirm", proposal.pk), typed).status_code == 404


def test_an_auditor_reads_everything_and_decides_nothing(room: Room) -> None:
    room.take()
    proposal = room.propose()
    kamila = signed_in(people.kamila(room.saule.commission_roles.get().commission))
    shown = kamila.get(screen(room.list))
    assert shown.status_code == 200
    assert b"You read this list" in shown.content
    assert kamila.get(page(room.list, "register")).status_code == 403
    for address, typed in (
        (page(room.list, "take"), {}),
        (page(room.list, "register"), {"digest": room.submission.digest}),
        (page(room.list, "confirm", proposal.pk), RESOLUTION | {"digest": "0" * 64}),
        (page(room.list, "confirm", proposal.pk), {}),
        (page(room.list, "send_back", proposal.pk), {"reason": "x"}),
        (page(room.list, "take_back", proposal.pk), {}),
    ):
        assert kamila.post(address, typed).status_code in (403, 409)
    assert RefusedAttempt.objects.count() == 6
    room.list.refresh_from_db()
    proposal.refresh_from_db()
    assert (room.list.state, proposal.state) == ("in_review", "open")


def test_an_administrator_reads_that_a_list_is_there_and_nothing_private(room: Room) -> None:
    asel = signed_in(people.asel())
    draft = factories.make_list(room.list.contest, factories.make_party())
    rows = asel.get(QUEUE).context["cl"].result_list
    assert [row.pk for row in rows] == [room.list.pk]
    assert asel.get(screen(draft)).status_code == 404
    text = asel.get(screen(room.list)).content.decode()
    assert str(room.list.candidates.all()[0].iin) not in text
    assert room.list.nominating_body not in text
    submission = reverse("admin:elections_submission_change", args=[room.submission.pk])
    text = asel.get(submission).content.decode()
    assert room.submission.nonce not in text
    assert room.submission.private_body not in text
    assert room.list.candidates.all()[0].full_name not in text
    assert asel.post(page(room.list, "take")).status_code == 403


def test_a_filter_cannot_be_used_to_guess_what_is_not_shown(room: Room, saule: Client) -> None:
    for guess in (
        "nominating_body__startswith=Ф",
        "candidates__iin_index=x",
        "submissions__public_body__contains=x",
        "contest__territory__parent__name_en=x",
    ):
        assert saule.get(f"{QUEUE}?{guess}").status_code == 400
    address = reverse("admin:elections_submission_changelist")
    assert signed_in(people.asel()).get(f"{address}?public_body__contains=x").status_code == 400


def test_the_queue_offers_no_drafts_to_look_for(room: Room, saule: Client) -> None:
    shown = saule.get(QUEUE).content.decode()
    assert "?state__exact=submitted" in shown
    assert "draft" not in shown


def test_decisions_and_submissions_name_the_party_and_not_its_address(
    room: Room, saule: Client
) -> None:
    room.take()
    proposal = room.propose()
    slug = room.list.party.slug
    for model, row in (("decision", proposal), ("submission", room.submission)):
        listing = reverse(f"admin:elections_{model}_changelist")
        one = reverse(f"admin:elections_{model}_change", args=[row.pk])
        past = reverse(f"admin:elections_{model}_history", args=[row.pk])
        for address in (listing, one, past):
            text = saule.get(address).content.decode()
            assert f"{slug} Party: " in text
            assert f"{slug}: " not in text


def test_the_history_is_the_audit_records_and_tells_nothing_of_the_draft(
    room: Room, saule: Client
) -> None:
    room.take()
    room.confirm(room.propose())
    address = reverse("admin:elections_partylist_history", args=[room.list.pk])
    past = saule.get(address).context["past"]
    assert [(event.who, event.state) for event in past] == [
        ("Тимур", "registered"),
        ("Сәуле", "in review"),
        ("Гүлнар", "submitted"),
    ]
    decision = reverse("admin:elections_decision_history", args=[Decision.objects.get().pk])
    past = saule.get(decision).context["past"]
    assert [(event.who, event.state) for event in past] == [
        ("Тимур", "confirmed"),
        ("Сәуле", "awaiting confirmation"),
    ]


def test_what_is_not_there_or_not_allowed_stays_in_the_room(room: Room, saule: Client) -> None:
    missing, forbidden = QUEUE + "0/change/", reverse("admin:parties_user_changelist")
    for address, status in ((missing, 404), (forbidden, 403)):
        answer = saule.get(address)
        assert answer.status_code == status
        text = answer.content.decode()
        assert 'id="logout-form"' in text
        assert 'href="/admin/"' in text
        assert "no-store" in answer["Cache-Control"]
        # Whoever has no room there gets the pages of everybody.
        stranger = signed_in(people.marat() if status == 404 else room.official).get(address)
        assert 'id="logout-form"' not in stranger.content.decode()


def test_take_is_a_button_and_no_address_to_follow(room: Room, saule: Client) -> None:
    assert saule.get(page(room.list, "take")).status_code == 405
    assert saule.get(page(room.list, "take_back", 1)).status_code == 405


def test_a_practice_election_that_was_replaced_is_gone_from_the_room(
    room: Room, saule: Client
) -> None:
    practice = factories.make_election(kind="practice")
    contest = factories.make_contest(practice, room.list.contest.territory)
    row = handed_in(contest, factories.make_party(), "practice@example.kz")
    assert "This election is made up." in saule.get(screen(row)).content.decode()
    assert "This election is made up." not in saule.get(screen(room.list)).content.decode()
    type(practice).objects.filter(pk=practice.pk).update(retired_at=NOW)
    assert saule.get(screen(row)).status_code == 404


def test_services_stay_the_one_way_to_take(room: Room, saule: Client) -> None:
    """The change page of Django's own is no way in."""
    answer = saule.post(screen(room.list), {"state": "registered"})
    assert answer.status_code == 403
    room.list.refresh_from_db()
    assert room.list.state == "submitted"
    assert review.open_to(room.list, room.saule) == ("take",)


def test_the_start_page_says_what_waits_and_what_is_due(
    room: Room, saule: Client, timur: Client
) -> None:
    text = saule.get("/admin/").content.decode()
    assert f"{screen(room.list)}" in text
    assert "Nomination closes" in text
    room.take()
    room.propose()
    waiting = timur.get("/admin/").context["waiting"]
    assert [(row.url, row.is_own) for row in waiting.proposals] == [(screen(room.list), False)]
    assert [row.is_own for row in saule.get("/admin/").context["waiting"].proposals] == [True]
    assert [(row.submitted, row.in_review) for row in waiting.contests] == [(0, 1)]


def test_the_start_page_of_another_commission_and_of_an_administrator_shows_none_of_it(
    room: Room,
) -> None:
    room.take()
    room.propose()
    commission = factories.make_contest().commission
    assert commission
    waiting = signed_in(people.erlan(commission)).get("/admin/").context["waiting"]
    assert (waiting.proposals, waiting.lists, waiting.more_lists) == ((), (), 0)
    assert signed_in(people.asel()).get("/admin/").context["waiting"] is None


def test_the_start_page_costs_the_same_for_many_lists(
    room: Room, saule: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(20) as captured:
        saule.get("/admin/")
    for number in range(4):
        other = factories.make_contest(room.list.contest.election)
        other.commission = room.list.contest.commission
        other.save()
        handed_in(other, factories.make_party(), f"chief-{number}@example.kz")
    with django_assert_max_num_queries(len(captured)):
        saule.get("/admin/")
