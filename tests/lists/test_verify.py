"""The address on a receipt tells what has become of the submission, and no more than that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from elections.lists import services as lists
from elections.models import PartyList, Submission
from elections.review import services as review
from elections.review.services import Resolution
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.portal.pages import page

pytestmark = pytest.mark.django_db

LATER = factories.NOW + timedelta(days=2)
WORDS = {
    "registered": {"kk": "тіркелді", "ru": "зарегистрирован", "en": "registered"},
    "refused": {"kk": "бас тартылды", "ru": "отказано", "en": "refused"},
    "withdrawn": {"kk": "тізім кері қайтарып алынды", "ru": "список отозван", "en": "withdrawn"},
    "annulled": {"en": "annulled"},
}
DAYS = {"kk": "2020 жылғы 14 қараша", "ru": "14 ноября 2020", "en": "14 November 2020"}
UNDECIDED = {"kk": "әлі шешім қабылдаған жоқ", "ru": "ещё не приняла", "en": "not decided yet"}
ANEW = {"kk": "қайта ұсынылды", "ru": "подан заново", "en": "handed in anew"}
REASON = "Хаттама № 17, құпия"


@pytest.fixture
def draft() -> PartyList:
    party_list = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(party_list)
    return party_list


@pytest.fixture
def chief(draft: PartyList) -> User:
    return people.gulnar(draft.party)


def submit(party_list: PartyList, by: User, days: int = 0) -> Submission:
    at = factories.NOW + timedelta(days=days)
    with clock.at(at):
        shown = lists.preview(party_list, at=at).bodies
        return lists.submit(party_list, nonce=shown.nonce, shown_digest=shown.digest, by=by, at=at)


def decide(submission: Submission, kind: str) -> None:
    """Let two members decide two days later; midnight in Almaty is still the day before in UTC."""
    row = submission.list
    assert row.contest.commission
    saule, timur = people.saule(row.contest.commission), people.timur(row.contest.commission)
    at = LATER.replace(hour=18, minute=30) - timedelta(days=1)
    digest = submission.digest
    row.refresh_from_db()
    review.take(row, by=saule, at=at)
    words = {} if kind == "register" else WHY
    proposed = review.propose(row, kind, shown_digest=digest, by=saule, at=at, **words)
    resolution = Resolution(number=4, at=at, votes_for=5, votes_against=0)
    review.confirm(proposed, shown_digest=digest, resolution=resolution, by=timur, at=at)


WHY = {"ground": "documents", "article": "Art. 89", "reason": REASON}


def told(submission: Submission, language: str) -> str:
    return page(Client().get(f"/{language}/verify/{submission.receipt_code}/")).text("main")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_while_nobody_has_decided_the_page_says_so(
    draft: PartyList, chief: User, language: str
) -> None:
    submission = submit(draft, chief)
    before = told(submission, language)
    assert UNDECIDED[language] in before
    assert draft.contest.commission
    saule = people.saule(draft.contest.commission)
    draft.refresh_from_db()
    review.take(draft, by=saule, at=LATER)
    review.propose(draft, "refuse", shown_digest=submission.digest, by=saule, at=LATER, **WHY)
    # What the commission does before it decides is its own.
    assert told(submission, language) == before


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("kind", "state"), [("register", "registered"), ("refuse", "refused")])
def test_a_decision_is_told_with_the_territorys_day(
    draft: PartyList, chief: User, kind: str, state: str, language: str
) -> None:
    submission = submit(draft, chief)
    decide(submission, kind)
    text = told(submission, language)
    assert WORDS[state][language] in text
    assert DAYS[language] in text
    assert UNDECIDED[language] not in text
    assert REASON not in text
    assert "№ 4" not in text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_withdrawal_and_the_list_after_it_are_told(
    draft: PartyList, chief: User, language: str
) -> None:
    first = submit(draft, chief)
    draft.refresh_from_db()
    version = draft.version
    lists.withdraw(draft, reason=REASON, by=chief, shown_version=version, at=LATER)
    withdrawn = told(first, language)
    assert WORDS["withdrawn"][language] in withdrawn
    assert REASON not in withdrawn
    another = factories.make_list(draft.contest, draft.party)
    factories.fill(another)
    # A draft is the party's own.
    assert told(first, language) == withdrawn
    second = submit(another, chief, days=2)
    text = told(first, language)
    assert ANEW[language] in text
    assert DAYS[language] in text
    assert second.receipt_code not in text
    assert second.digest not in text
    assert ANEW[language] not in told(second, language)
    assert WORDS["withdrawn"][language] not in told(second, language)


@pytest.mark.parametrize("state", ["withdrawn", "annulled"])
def test_what_ends_a_registered_list_is_told_beside_the_registration(
    draft: PartyList, chief: User, state: str
) -> None:
    submission = submit(draft, chief)
    decide(submission, "register")
    PartyList.objects.filter(pk=draft.pk).update(state=state)
    text = told(submission, "en")
    assert WORDS["registered"]["en"] in text
    assert text.index("14 November 2020") < text.index(WORDS[state]["en"])


def test_another_partys_submission_is_not_this_ones_fate(draft: PartyList, chief: User) -> None:
    submission = submit(draft, chief)
    theirs = factories.make_list(draft.contest, factories.make_party())
    factories.fill(theirs)
    submit(theirs, people.dana(theirs.party), days=1)
    assert ANEW["en"] not in told(submission, "en")


def test_the_page_asks_five_queries_at_most(
    draft: PartyList, chief: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    submission = submit(draft, chief)
    decide(submission, "refuse")
    with django_assert_max_num_queries(5):
        told(submission, "en")
