"""Practice elections: each in its phase at any time, walked by people through the services."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from elections import rights, submissions, values
from elections.law import iin as numbers
from elections.law import workflow
from elections.law.calendar import Phase
from elections.lists import services as lists
from elections.models import Candidate, Contest, Election, Notice, PartyList, Submission
from elections.practice import cast
from elections.practice.calendar import PLANS
from elections.practice.names import Register, Wanted
from parties.models import Party, User
from portal.base import audit, clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

WALKTHROUGH = Path(__file__).parents[2] / "docs" / "walkthrough.md"
PHASES = {
    "practice-nomination": Phase.NOMINATION,
    "practice-review": Phase.REGISTRATION,
    "practice-counting": Phase.COUNTING,
    "practice-final": Phase.COUNTING,
}


def practice_lists() -> list[PartyList]:
    related = ("party", "contest__election", "contest__territory__parent__parent")
    return list(
        PartyList.objects.filter(contest__election__kind="practice").select_related(*related)
    )


def events_of(row: PartyList) -> QuerySet[Any]:
    """Return the audit record of one list, oldest first."""
    events: QuerySet[Any] = row.events.order_by("pgh_id")  # type: ignore[attr-defined]
    return events


def the_list(election: str, territory: str, party: str) -> PartyList:
    (found,) = (
        row
        for row in practice_lists()
        if (row.contest.election.slug, row.contest.territory.slug, row.party.slug)
        == (election, territory, party)
    )
    return found


@pytest.mark.parametrize("days", [0, 1, 45, 400])
@pytest.mark.parametrize("hour", [time(0, 0), time(7, 0), time(18, 0), time(23, 59, 59)])
def test_each_election_is_in_its_phase_at_any_time(days: int, hour: time) -> None:
    day = (clock.now() + timedelta(days=days)).date()
    at = datetime.combine(day, hour, tzinfo=UTC)
    contests = Contest.objects.filter(election__kind="practice")
    assert {(contest.election.slug, values.phase(contest, at)) for contest in contests} == set(
        PHASES.items()
    )


# What the edition proposes: the calendar of 10 January 2021, in days from election day.
CALENDAR_OF_2021 = {
    "nomination_opens": (-61, "00:00"),
    "nomination_closes": (-37, "18:00"),
    "registration_closes": (-31, "18:00"),
    "campaign_opens": (-31, "18:00"),
    "silence_begins": (-1, "00:00"),
    "voting_opens": (0, "07:00"),
    "voting_closes": (0, "20:00"),
    "results_due": (7, "23:59:59"),
}


def test_the_calendar_stands_as_planned_after_the_story() -> None:
    for plan in PLANS:
        election = Election.objects.get(slug=plan.slug)
        stored = {row.kind: (row.day_offset, row.local_time) for row in election.deadlines.all()}
        assert election.day_offset == plan.days
        assert stored == {
            kind: (plan.days + days, time.fromisoformat(local))
            for kind, (days, local) in CALENDAR_OF_2021.items()
        }


def test_each_lists_state_is_where_its_events_lead() -> None:
    allowed = {(row.source, row.target) for row in workflow.LIST}
    rows = practice_lists()
    assert rows
    for row in rows:
        states = [None, *events_of(row).values_list("state", flat=True)]
        steps = [(old, new) for old, new in pairwise(states) if old != new]
        assert set(steps) <= allowed, f"{row}: {steps}"
        assert states[-1] == row.state


def test_each_step_bears_the_name_of_one_of_the_cast() -> None:
    people = {person.email for person in cast.CAST}
    for row in practice_lists():
        for event in events_of(row):
            assert event.pgh_context["by"] in people
            assert event.pgh_context["why"].startswith(("list.", "candidate.", "decision."))


def test_nothing_is_written_without_a_name() -> None:
    assert audit.verify().unnamed == 0


def test_each_submission_is_frozen_and_what_its_list_says() -> None:
    handed_in = Submission.objects.all()
    assert {row.list.pk for row in handed_in} == {
        row.pk for row in practice_lists() if row.state != "draft"
    }
    assert all(submissions.is_unchanged(row) for row in handed_in)
    for row in handed_in:
        people = submissions.open_private(row)["candidates"]
        stored = row.list.candidates.in_order()
        assert [person["iin"] for person in people] == [person.iin for person in stored]


def test_a_submitted_list_breaks_no_rule_and_leaves_nothing_out() -> None:
    for row in practice_lists():
        if row.state != "draft":
            checked = lists.check(row, at=clock.now())
            assert (checked.errors, checked.warnings) == ((), ())


def test_the_officials_list_has_three_things_missing() -> None:
    draft = the_list("practice-nomination", "shymkent", "keleshek")
    checked = lists.check(draft, at=clock.now())
    assert sorted(found.code for found in checked.errors) == [
        "candidate.iin_missing",
        "candidate.is_party_member_missing",
        "conference.minutes_number_missing",
    ]
    assert checked.quota.is_met
    assert not all(without.is_met for without in checked.quota.without)


def test_the_number_of_the_walkthrough_mends_the_list_without_a_warning(client: Client) -> None:
    draft = the_list("practice-nomination", "shymkent", "keleshek")
    (number,) = re.findall(r"`(\d{12})` is a valid number", WALKTHROUGH.read_text("utf-8"))
    client.force_login(User.objects.get(email="aigerim@tizim.example"))
    (without,) = (person for person in draft.candidates.all() if not person.iin)
    unsaid = draft.candidates.get(is_party_member=None)
    for person, changes in (
        (without, {"iin": number}),
        (unsaid, {"is_party_member": "yes"}),
    ):
        form = {
            "surname": person.surname,
            "given_name": person.given_name,
            "patronymic": person.patronymic,
            "iin": person.iin or "",
            "birth_date": "",
            "sex": "",
            "is_citizen": "yes",
            "is_party_member": "yes",
            "residence": person.residence,
            "occupation": person.occupation,
            "version": str(person.version),
        }
        address = reverse("lists:candidate-edit", args=[draft.pk, person.pk])
        assert client.post(address, form | changes).status_code == 302
    draft.refresh_from_db()
    draft.minutes_number = "3"
    checked = lists.check(draft, at=clock.now())
    assert (checked.errors, checked.warnings) == ((), ())


def test_another_lacks_one_woman_or_young_man() -> None:
    draft = the_list("practice-nomination", "turkistan", "keleshek")
    (found,) = lists.check(draft, at=clock.now()).errors
    assert (found.code, found.params["count"]) == ("quota.not_met", 1)


def test_there_is_a_list_in_each_state_that_the_partys_path_knows() -> None:
    states = Counter(
        row.state for row in practice_lists() if row.contest.election.slug == PLANS[0].slug
    )
    assert states == {"draft": 3, "submitted": 2, "withdrawn": 1}


def test_record_and_practice_have_no_party_in_common() -> None:
    kinds = {
        kind: set(Party.objects.filter(lists__contest__election__kind=kind))
        for kind in ("record", "practice")
    }
    assert kinds["record"]
    assert kinds["practice"]
    assert not kinds["record"] & kinds["practice"]


def test_every_person_is_of_age_has_a_valid_number_and_a_kazakh_name() -> None:
    people = Candidate.objects.all()
    typed = [str(person.iin) for person in people if person.iin]
    assert len(typed) > 150
    assert len(set(typed)) == len(typed)
    for person in people:
        assert re.fullmatch(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі ]+", person.full_name)
        if person.iin:
            read = numbers.read(str(person.iin))
            assert read is not None
            assert (read.birth_date, str(read.sex)) == (person.birth_date, person.sex)


def test_the_same_seed_draws_the_same_people() -> None:
    wanted = Wanted(people=30, women=10, young_men=5)
    first, second = (list(Register(2027).draw(wanted, residence="Ақтау")) for _ in range(2))
    assert first == second
    assert sum(person["sex"] == "female" for person in first) == 10


@pytest.mark.parametrize("person", cast.CAST, ids=lambda person: person.key)
def test_everyone_of_the_cast_signs_in_and_finds_a_room(person: cast.Person) -> None:
    user = authenticate(username=person.email, password=cast.PASSWORD)
    assert isinstance(user, User)
    assert rights.may_enter_party_room(user) == bool(person.party)
    assert rights.may_enter_admin(user) == (not person.party)
    if person.party:
        assert rights.lists_of_party(user).exists()
    elif person.role != "administrator":
        assert rights.lists_of_commission(user).exists()


def test_the_official_sees_two_territories_and_the_stranger_none_of_them() -> None:
    keleshek = Party.objects.get(slug="keleshek")
    aigerim, dana = (User.objects.get(email=f"{key}@tizim.example") for key in ("aigerim", "dana"))
    seen = rights.contests_of_party(aigerim, keleshek)
    assert set(seen.values_list("territory__slug", flat=True)) == {
        "shymkent",
        "turkistan",
        "sayram-turkistan",
    }
    assert not rights.lists_of_party(dana).filter(party=keleshek).exists()


def test_letters_of_past_elections_are_not_sent_today() -> None:
    unsent = Notice.objects.unsent()
    assert set(unsent.values_list("contest__election__slug", flat=True)) == {PLANS[0].slug}
    assert 0 < unsent.count() <= 12


@pytest.mark.parametrize("person", cast.CAST, ids=lambda person: person.key)
def test_the_first_pages_of_everyone_of_the_cast_open(person: cast.Person, client: Client) -> None:
    client.force_login(User.objects.get(email=person.email))
    pages = ["/party/", "/party/notices/"] if person.party else ["/admin/"]
    for page in pages:
        assert client.get(page).status_code == 200, page


def test_the_officials_first_page_says_what_is_missing(client: Client) -> None:
    client.force_login(User.objects.get(email="aigerim@tizim.example"))
    html = client.get("/party/", headers={"accept-language": "en"}).content.decode()
    for words in ("Shymkent", "Türkistan", "Sayram district"):
        assert words in html


def test_the_command_names_everybody_with_the_password(demonstration: str) -> None:
    for person in cast.CAST:
        assert person.email in demonstration
    assert cast.PASSWORD in demonstration


def test_in_production_nobody_of_the_cast_signs_in(settings: Settings) -> None:
    settings.PRODUCTION = True
    for person in cast.CAST:
        assert authenticate(username=person.email, password=cast.PASSWORD) is None
