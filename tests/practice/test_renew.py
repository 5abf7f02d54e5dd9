"""Practice made anew: other elections stand in its place, and what was handed in is kept."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from pytest_django import DjangoDbBlocker, Settings

from elections import rights, submissions
from elections.law.iin import Sex
from elections.lists import services as lists
from elections.models import Candidate, Election, PartyList, Submission
from elections.practice import calendar, cast, services, tasks
from elections.refusals import Refused
from parties.models import Party, User
from portal.base import audit, clock
from tests.factories import make_iin

pytestmark = pytest.mark.django_db

Summary = list[tuple[str, str, str, str, int, int]]


def summary() -> Summary:
    """Return what stands on the stage: every practice list that somebody can see."""
    rows = PartyList.objects.filter(
        contest__election__kind="practice", contest__election__retired_at=None
    ).select_related("contest__election", "contest__territory", "party")
    return sorted(
        (
            row.contest.election.slug,
            row.contest.territory.slug,
            row.party.slug,
            row.state,
            row.candidates.count(),
            row.submissions.count(),
        )
        for row in rows
    )


def account(key: str) -> User:
    return User.objects.get(email=f"{key}@tizim.example")


def her_draft() -> PartyList:
    return rights.lists_of_party(account("aigerim")).get(
        state="draft", contest__territory__slug="shymkent"
    )


def finish_and_hand_in(draft: PartyList) -> Submission:
    """Do what the official has left to do, and hand the list in."""
    aigerim, now = account("aigerim"), clock.now()
    mark = lists.conference_mark(draft)
    lists.save_conference(draft, data={"minutes_number": "3"}, mark=mark, by=aigerim, at=now)
    for person in Candidate.objects.filter(list=draft):
        assert person.birth_date
        number = person.iin or make_iin(person.birth_date, Sex(person.sex), serial=7000)
        data = {"is_party_member": True, "iin": str(number)}
        version = person.version
        lists.save_candidate(draft, person, data=data, version=version, by=aigerim, at=now)
    draft = rights.lists_of_party(aigerim).get(pk=draft.pk)
    shown = lists.preview(draft, at=now)
    nonce, digest = shown.bodies.nonce, shown.bodies.digest
    return lists.submit(draft, nonce=nonce, shown_digest=digest, by=aigerim, at=now)


@dataclass(frozen=True)
class Renewed:
    """What was there at first, what a visitor then did, and what the renewal left."""

    at_first: Summary
    by_visitors: Summary
    record: list[tuple[int, str]]
    submission: Submission


def record() -> list[tuple[int, str]]:
    return sorted(Election.objects.filter(kind="record").values_list("pk", "slug"))


@pytest.fixture(scope="module")
def renewed(demonstration: str, django_db_blocker: DjangoDbBlocker) -> Renewed:
    """Let a visitor work and change a password, then make practice anew."""
    with django_db_blocker.unblock():
        at_first, elections = summary(), record()
        submission = finish_and_hand_in(her_draft())
        by_visitors = summary()
        gulnar = account("gulnar")
        gulnar.set_password("something that only one visitor knows")
        gulnar.language, gulnar.is_active = "en", False
        gulnar.save()
        call_command("load_demo", renew=True, stdout=StringIO())
    return Renewed(at_first, by_visitors, elections, submission)


def test_what_visitors_did_is_gone_from_the_stage_and_kept(renewed: Renewed) -> None:
    assert renewed.by_visitors != renewed.at_first
    assert summary() == renewed.at_first
    kept = Submission.objects.get(pk=renewed.submission.pk)
    assert kept.list.state == "submitted"
    assert submissions.is_unchanged(kept)


def test_of_the_old_elections_nobody_sees_anything(renewed: Renewed) -> None:
    retired = set(Election.objects.exclude(retired_at=None).values_list("pk", flat=True))
    assert len(retired) == len(calendar.PLANS)
    for person in cast.CAST:
        user = account(person.key)
        assert not rights.lists_of_party(user).filter(contest__election__in=retired)
        assert not rights.lists_of_commission(user).filter(contest__election__in=retired)
        assert not rights.contests_of_commission(user).filter(election__in=retired)
        for party in Party.objects.filter(memberships__user=user):
            assert not rights.contests_of_party(user, party).filter(election__in=retired)


def test_of_the_old_elections_nobody_changes_anything(renewed: Renewed) -> None:
    aigerim, now = account("aigerim"), clock.now()
    old = PartyList.objects.filter(state="draft").exclude(contest__election__retired_at=None)
    for draft in old:
        assert rights.role_of(aigerim, draft.contest, draft.party) is None
        data = {"surname": "Жаңа"}
        with pytest.raises(Refused, match="not_allowed"):
            lists.save_candidate(draft, None, data=data, version=None, by=aigerim, at=now)
    with pytest.raises(Refused, match="not_admitted"):
        lists.start(old[0].contest, old[0].party, by=aigerim, at=now)


def test_a_changed_password_is_the_known_one_again(renewed: Renewed) -> None:
    again = authenticate(username="gulnar@tizim.example", password=cast.PASSWORD)
    assert isinstance(again, User)
    assert again.language == "kk"


def test_the_record_is_left_alone_and_the_audit_record_is_whole(renewed: Renewed) -> None:
    assert record() == renewed.record
    assert audit.seal()
    found = audit.verify()
    assert (found.broken, found.unguarded) == (None, [])


def test_the_nightly_task_makes_it_anew(demonstration: str) -> None:
    before = Election.objects.exclude(retired_at=None).count()
    tasks.renew()
    assert Election.objects.exclude(retired_at=None).count() == before + len(calendar.PLANS)


def test_production_is_left_alone(demonstration: str, settings: Settings) -> None:
    settings.DEMONSTRATION = False
    before = summary(), list(Election.objects.values_list("pk", "retired_at"))
    tasks.renew()
    with pytest.raises(CommandError, match="refused in production"):
        call_command("load_demo", renew=True, stdout=StringIO())
    assert (summary(), list(Election.objects.values_list("pk", "retired_at"))) == before


def test_where_there_is_no_practice_the_task_makes_none(demonstration: str) -> None:
    with audit.acting(by="test", why="lab.tried"):
        for election in Election.objects.filter(slug__in=services.SLUGS):
            election.slug, election.retired_at = f"{election.slug}-old", clock.now()
            election.save()
    tasks.renew()
    assert not services.is_made()


def test_a_second_load_changes_nothing_and_names_everybody_again(demonstration: str) -> None:
    before, said = summary(), StringIO()
    call_command("load_demo", stdout=said)
    assert "The practice elections are there already; nothing was changed." in said.getvalue()
    assert "aigerim@tizim.example" in said.getvalue()
    assert summary() == before
