"""The final result: all counted, two people, one digest; a correction names what differs."""

import json

import pytest

from elections import frozen, verify
from elections.models import Decision, Publication
from elections.refusals import Refused
from elections.results import publishing, recompute, services
from tests.results.counting import NIGHT, Count

pytestmark = pytest.mark.django_db


@pytest.fixture
def count() -> Count:
    count = Count(stations=2)
    count.confirm(1, 300, 100)
    count.confirm(2, 200, 100)
    recompute.make_fresh(count.contest.pk)
    return count


def publish(count: Count, reason: str = "") -> Publication:
    shown = publishing.preview(count.contest, at=NIGHT)
    decision = publishing.propose_publication(
        count.contest, shown_digest=shown.digest, reason=reason, by=count.saule, at=NIGHT
    )
    return publishing.confirm_publication(
        decision, shown_digest=shown.digest, by=count.timur, at=NIGHT
    )


def recount(count: Count, *votes: int) -> None:
    services.reopen(count.protocol(2), reason="a slip", by=count.zhanar, at=NIGHT)
    count.confirm(2, *votes)
    recompute.make_fresh(count.contest.pk)


def test_what_both_people_saw_is_published(count: Count) -> None:
    publication = publish(count)
    body = json.loads(publication.body)
    assert (publication.number, publication.kind) == (1, "final")
    assert publication.digest == frozen.digest(publication.body)
    assert publication.decision
    assert publication.decision.digest_reviewed == publication.digest
    assert body["publication"] == {
        "kind": "final",
        "number": 1,
        "published": "2021-01-10",
        "sources": [],
    }
    assert {row["votes_basis"] for row in body["lists"]} == {"official"}
    assert not any(figure["preliminary"] for figure in body["figures"])
    assert verify.check(body) == []


def test_the_proposer_cannot_confirm(count: Count) -> None:
    shown = publishing.preview(count.contest, at=NIGHT)
    decision = publishing.propose_publication(
        count.contest, shown_digest=shown.digest, by=count.saule, at=NIGHT
    )
    with pytest.raises(Refused, match="same_person"):
        publishing.confirm_publication(
            decision, shown_digest=shown.digest, by=count.saule, at=NIGHT
        )
    assert not Publication.objects.exists()


def test_another_digest_is_refused_when_proposing_and_when_confirming(count: Count) -> None:
    with pytest.raises(Refused, match="changed_since_shown"):
        publishing.propose_publication(
            count.contest, shown_digest="0" * 64, by=count.saule, at=NIGHT
        )
    shown = publishing.preview(count.contest, at=NIGHT)
    decision = publishing.propose_publication(
        count.contest, shown_digest=shown.digest, by=count.saule, at=NIGHT
    )
    with pytest.raises(Refused, match="changed_since_shown"):
        publishing.confirm_publication(decision, shown_digest="0" * 64, by=count.timur, at=NIGHT)


def test_a_proposal_on_numbers_that_changed_is_not_confirmed(count: Count) -> None:
    shown = publishing.preview(count.contest, at=NIGHT)
    decision = publishing.propose_publication(
        count.contest, shown_digest=shown.digest, by=count.saule, at=NIGHT
    )
    recount(count, 201, 100)
    with pytest.raises(Refused, match="not_open"):
        publishing.confirm_publication(
            decision, shown_digest=shown.digest, by=count.timur, at=NIGHT
        )
    assert not Publication.objects.exists()


def test_nothing_is_published_before_all_is_counted_fresh_and_decided(count: Count) -> None:
    services.reopen(count.protocol(2), reason="a slip", by=count.zhanar, at=NIGHT)
    with pytest.raises(Refused, match="not_final"):
        publishing.preview(count.contest, at=NIGHT)
    recompute.make_fresh(count.contest.pk)
    with pytest.raises(Refused, match="not_final"):
        publishing.preview(count.contest, at=NIGHT)
    count.confirm(2, 200, 100)
    with pytest.raises(Refused, match="not_final"):
        publishing.preview(count.contest, at=NIGHT)


def test_an_open_lot_stands_in_the_way() -> None:
    count = Count(stations=1, mandates=15, same_moment=True)
    count.contest.lists.update(registered_seq=None)
    count.confirm(1, 100, 100)
    recompute.make_fresh(count.contest.pk)
    with pytest.raises(Refused, match="not_final"):
        publishing.preview(count.contest, at=NIGHT)


def test_a_case_without_a_rule_stands_in_the_way() -> None:
    count = Count(stations=1)
    count.confirm(1, 0, 0)
    recompute.make_fresh(count.contest.pk)
    with pytest.raises(Refused, match="not_final"):
        publishing.preview(count.contest, at=NIGHT)


def test_nothing_is_published_that_the_second_program_denies(
    count: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "check", lambda body: ["birinshi: 11, recomputed 12"])
    with pytest.raises(Refused, match="second_differs"):
        publishing.preview(count.contest, at=NIGHT)
    recount(count, 201, 100)
    monkeypatch.undo()
    with pytest.raises(Refused, match="second_differs"):
        publishing.preview(count.contest, at=NIGHT)


def test_a_correction_is_a_new_publication_that_names_the_difference(count: Count) -> None:
    first = publish(count)
    with pytest.raises(Refused, match="nothing_to_correct"):
        publishing.preview(count.contest, at=NIGHT)
    recount(count, 100, 200)
    with pytest.raises(Refused, match="reason_missing"):
        publish(count)
    second = publish(count, reason="Two numbers were interchanged.")
    assert (second.number, second.kind, second.supersedes) == (2, "corrected", first)
    head = json.loads(second.body)["publication"]
    assert head["supersedes"] == {"number": 1, "digest": first.digest}
    assert second.difference == head["difference"]
    assert {
        "what": "votes",
        "of": "birinshi",
        "before": 500,
        "after": 400,
    } in head["difference"]
    assert {"what": "seats", "of": "ekinshi", "before": 4, "after": 6} in head["difference"]
    first.refresh_from_db()
    assert json.loads(first.body)["publication"]["number"] == 1


def test_a_proposal_is_taken_back_by_its_author_and_sent_back_by_another(count: Count) -> None:
    shown = publishing.preview(count.contest, at=NIGHT)

    def propose() -> Decision:
        return publishing.propose_publication(
            count.contest, shown_digest=shown.digest, by=count.saule, at=NIGHT
        )

    first = propose()
    with pytest.raises(Refused, match="proposal_open"):
        propose()
    with pytest.raises(Refused, match="not_allowed"):
        publishing.take_back(first, by=count.timur, at=NIGHT)
    assert publishing.take_back(first, by=count.saule, at=NIGHT).state == "taken_back"
    second = propose()
    with pytest.raises(Refused, match="same_person"):
        publishing.send_back(second, reason="look again", by=count.saule, at=NIGHT)
    sent = publishing.send_back(second, reason="look again", by=count.timur, at=NIGHT)
    assert (sent.state, sent.closed_reason) == ("sent_back", "look again")
