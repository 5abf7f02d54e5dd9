"""Handing a list in: once, as shown, in time, and only when the law has nothing against it."""

from datetime import UTC, datetime, timedelta

import pytest

from elections import submissions
from elections.lists import services as lists
from elections.models import Notice, PartyList, RefusedAttempt, Submission
from elections.refusals import Refused
from parties.models import User
from portal.base import clock
from tests import factories, people

pytestmark = pytest.mark.django_db


def submit(party_list: PartyList, by: User, at: datetime = factories.NOW) -> Submission:
    with clock.at(at):
        shown = lists.preview(party_list, at=at)
        return lists.submit(
            party_list,
            nonce=shown.bodies.nonce,
            shown_digest=shown.bodies.digest,
            by=by,
            at=at,
        )


@pytest.fixture
def draft() -> PartyList:
    party_list = factories.make_list(factories.make_contest(), factories.make_party())
    factories.fill(party_list)
    return party_list


@pytest.fixture
def official(draft: PartyList) -> User:
    return people.aigerim(draft.party, draft.contest.territory)


def test_a_complete_list_is_numbered_frozen_and_locked(draft: PartyList, official: User) -> None:
    submission = submit(draft, official)
    draft.refresh_from_db()
    assert (draft.state, submission.number) == ("submitted", 1)
    assert submissions.is_unchanged(submission)
    with pytest.raises(Refused, match="not_open"):
        lists.save_candidate(
            draft, None, data={"surname": "Жаңа"}, version=None, by=official, at=factories.NOW
        )


def test_the_digest_on_the_confirm_page_is_the_one_on_the_receipt(
    draft: PartyList, official: User
) -> None:
    with clock.at(factories.NOW):
        shown = lists.preview(draft, at=factories.NOW)
    submission = lists.submit(
        draft,
        nonce=shown.bodies.nonce,
        shown_digest=shown.bodies.digest,
        by=official,
        at=factories.NOW,
    )
    assert submission.digest == shown.bodies.digest


def test_a_list_that_changed_since_it_was_shown_is_refused(
    draft: PartyList, official: User
) -> None:
    shown = lists.preview(draft, at=factories.NOW)
    draft.candidates.filter(surname="Байжанов").update(occupation="дәрігер")
    with pytest.raises(Refused, match="changed_since_shown"):
        lists.submit(
            draft,
            nonce=shown.bodies.nonce,
            shown_digest=shown.bodies.digest,
            by=official,
            at=factories.NOW,
        )


def test_a_second_press_finds_the_list_handed_in(draft: PartyList, official: User) -> None:
    submit(draft, official)
    with pytest.raises(Refused, match="not_open"):
        submit(draft, official)
    assert Submission.objects.count() == 1


def test_a_list_that_breaks_the_quota_is_not_handed_in(draft: PartyList, official: User) -> None:
    draft.candidates.filter(sex="female").delete()
    with pytest.raises(Refused, match="has_errors") as refused:
        submit(draft, official)
    assert [finding.code for finding in refused.value.findings] == ["quota.not_met"]
    draft.refresh_from_db()
    assert draft.state == "draft"


@pytest.mark.parametrize(("zone", "utc"), [("Asia/Almaty", 12), ("Asia/Aqtobe", 13)])
def test_the_deadline_falls_in_the_territorys_zone_to_the_second(zone: str, utc: int) -> None:
    contest = factories.make_contest(territory=factories.make_territory(zone=zone))
    party_list = factories.make_list(contest, factories.make_party())
    factories.fill(party_list)
    official = people.gulnar(party_list.party)
    closes = datetime(2020, 12, 4, utc, 0, tzinfo=UTC)
    with pytest.raises(Refused, match=r"deadline\.passed"):
        submit(party_list, official, closes)
    submission = submit(party_list, official, closes - timedelta(seconds=1))
    assert submission.number == 1


def test_a_viewer_is_refused_and_the_attempt_is_written_down(draft: PartyList) -> None:
    bolat = people.bolat(draft.party, draft.contest.territory)
    with pytest.raises(Refused, match="not_allowed"):
        submit(draft, bolat)
    attempt = RefusedAttempt.objects.get()
    assert (attempt.by, attempt.what, attempt.code) == (bolat, "list.submitted", "not_allowed")


def test_party_and_commission_are_told(draft: PartyList, official: User) -> None:
    chief = people.gulnar(draft.party)
    people.dana(factories.make_party())
    assert draft.contest.commission
    clerk = people.saule(draft.contest.commission)
    submit(draft, official)
    told = {(notice.to, notice.kind) for notice in Notice.objects.all()}
    assert told == {
        (official, "list_submitted"),
        (chief, "list_submitted"),
        (clerk, "list_received"),
    }


def test_only_the_chief_withdraws_and_says_by_which_decision(
    draft: PartyList, official: User
) -> None:
    submit(draft, official)
    draft.refresh_from_db()
    chief = people.gulnar(draft.party)
    shown, now = draft.version, factories.NOW
    with pytest.raises(Refused, match="not_allowed"):
        lists.withdraw(draft, reason="минуты № 9", by=official, shown_version=shown, at=now)
    with pytest.raises(Refused, match="reason_missing"):
        lists.withdraw(draft, reason=" ", by=chief, shown_version=shown, at=now)
    withdrawn = lists.withdraw(draft, reason="минуты № 9", by=chief, shown_version=shown, at=now)
    assert (withdrawn.state, withdrawn.withdrawal_reason) == ("withdrawn", "минуты № 9")
