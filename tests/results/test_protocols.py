"""A protocol from the first number to the definitive entry, and back by the chair."""

from datetime import timedelta

import pytest

from elections.models import Decision, Entry, RefusedAttempt
from elections.refusals import Conflict, Refused
from elections.results import entries, services
from elections.results.entries import Accepted, Typed
from tests import factories, people
from tests.results.counting import NIGHT, Count, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def count() -> Count:
    return Count()


def test_a_definitive_entry_raises_the_version_by_one(count: Count) -> None:
    count.contest.refresh_from_db()
    before = count.contest.results_version
    entry = count.confirm(1, 300, 100)
    protocol = count.protocol(1)
    count.contest.refresh_from_db()
    assert (protocol.state, protocol.definitive_entry) == ("definitive", entry)
    assert {c.list_id: c.votes for c in entry.counts.all()} == {
        count.lists[0].pk: 300,
        count.lists[1].pk: 100,
    }
    assert count.contest.results_version == before + 1


def test_an_unfinished_entry_is_kept_and_changes_no_result(count: Count) -> None:
    count.contest.refresh_from_db()
    before = count.contest.results_version
    services.save_entry(
        count.protocol(),
        fields={"voters_listed": 900},
        votes={count.lists[0].pk: 7},
        by=count.saule,
        at=NIGHT,
    )
    entry = services.draft_of(count.protocol())
    count.contest.refresh_from_db()
    assert entry
    assert entry.voters_listed == 900
    assert entry.valid is None
    assert count.protocol().state == "first_entry"
    assert count.contest.results_version == before


def test_what_was_saved_can_be_finished_in_the_same_entry(count: Count) -> None:
    typed = count.typed(300, 100)
    saved = services.save_entry(count.protocol(), **typed, by=count.saule, at=NIGHT)
    done = services.confirm(
        count.protocol(),
        **typed,
        mark=services.mark_of(count.protocol()),
        by=count.saule,
        at=NIGHT,
    )
    assert saved.pk == done.pk
    assert Entry.objects.count() == 1


def test_errors_refuse_and_name_their_fields(count: Count) -> None:
    with pytest.raises(Refused, match="has_errors") as refused:
        count.confirm(1, 300, 100, valid=399)
    assert {(f.code, f.field) for f in refused.value.findings} == {
        ("protocol.valid_is_sum_of_votes", "valid")
    }
    assert not Entry.objects.exists()


def test_a_warning_needs_its_reason_for_these_numbers(count: Count) -> None:
    typed = count.typed(300, 100, received_ballots=410)
    protocol = count.protocol()
    with pytest.raises(Refused, match="warning_not_accepted") as refused:
        services.confirm(protocol, **typed, by=count.saule, at=NIGHT)
    (warning,) = refused.value.findings
    written = entries.warning_input(warning, Typed(**typed))
    assert written == "received_ballots=410 valid=400 invalid=3"
    other = Accepted(warning.code, "received_ballots=409 valid=400 invalid=3", "taken away")
    with pytest.raises(Refused, match="warning_not_accepted"):
        services.confirm(protocol, **typed, accepted=[other], by=count.saule, at=NIGHT)
    empty = Accepted(warning.code, written, "  ")
    with pytest.raises(Refused, match="warning_not_accepted"):
        services.confirm(protocol, **typed, accepted=[empty], by=count.saule, at=NIGHT)
    good = Accepted(warning.code, written, "Voters took seven away.")
    entry = services.confirm(protocol, **typed, accepted=[good], by=count.saule, at=NIGHT)
    assert entry.accepted_warnings == [good.as_json()]


def test_an_accepted_warning_falls_when_the_numbers_change(count: Count) -> None:
    typed = count.typed(300, 100, received_ballots=410)
    warning = entries.check(count.contest, count.lists, Typed(**typed))[0]
    reason = Accepted(warning.code, entries.warning_input(warning, Typed(**typed)), "taken away")
    saved = services.save_entry(
        count.protocol(), **typed, accepted=[reason], by=count.saule, at=NIGHT
    )
    assert saved.accepted_warnings == [reason.as_json()]
    changed = count.typed(300, 100, received_ballots=411)
    saved = services.save_entry(
        count.protocol(),
        **changed,
        accepted=[reason],
        mark=services.mark_of(count.protocol()),
        by=count.saule,
        at=NIGHT,
    )
    assert saved.accepted_warnings == []


def test_the_same_form_sent_twice_is_one_entry(count: Count) -> None:
    first, second = count.confirm(1, 300, 100), count.confirm(1, 300, 100)
    assert first.pk == second.pk
    assert Entry.objects.count() == 1


def test_who_comes_second_is_told_by_whom_and_when(count: Count) -> None:
    count.confirm(1, 300, 100)
    with pytest.raises(Refused, match="entered_already") as refused:
        services.confirm(count.protocol(), **count.typed(301, 100), by=count.timur, at=NIGHT)
    assert refused.value.params == {"name": count.saule.name, "at": NIGHT}
    assert not RefusedAttempt.objects.exists()


def test_of_two_who_type_the_second_is_shown_both_numbers(count: Count) -> None:
    first, other = count.typed(300, 100), count.typed(300, 101)
    services.save_entry(count.protocol(), **first, by=count.saule, at=NIGHT)
    with pytest.raises(Conflict) as conflict:
        services.save_entry(count.protocol(), **other, by=count.timur, at=NIGHT)
    assert conflict.value.differences[f"votes.{count.lists[1].pk}"] == (100, 101)
    entry = services.draft_of(count.protocol())
    assert entry
    assert entry.by == count.saule


def test_another_contests_list_is_refused(count: Count) -> None:
    stranger = registered(factories.make_contest(), "oqshau", 1)
    typed = count.typed(300, 100)
    typed["votes"][stranger.pk] = 5
    for act in (services.save_entry, services.confirm):
        with pytest.raises(Refused, match="wrong_list"):
            act(count.protocol(), **typed, by=count.saule, at=NIGHT)


def test_a_station_outside_the_contest_is_refused(count: Count) -> None:
    foreign = factories.make_precinct(factories.make_territory(), 99)
    with pytest.raises(Refused, match="wrong_precinct"):
        services.open_protocol(count.contest, foreign, by=count.saule, at=NIGHT)


def test_a_station_of_a_district_counts_for_the_region(count: Count) -> None:
    district = factories.make_territory(kind="district", parent=count.contest.territory)
    station = factories.make_precinct(district, 40)
    protocol = services.open_protocol(count.contest, station, by=count.saule, at=NIGHT)
    assert protocol.contest == count.contest
    assert services.open_protocols(count.contest, by=count.saule, at=NIGHT) == 0


@pytest.mark.parametrize("number", [-1, 10**7, 10**30, True])
def test_what_is_no_count_is_refused_even_unfinished(count: Count, number: int) -> None:
    with pytest.raises(Refused, match="has_errors") as refused:
        services.save_entry(
            count.protocol(), fields={"valid": number}, votes={}, by=count.saule, at=NIGHT
        )
    assert [f.field for f in refused.value.findings] == ["valid"]


def test_nobody_counts_before_voting_has_closed(count: Count) -> None:
    early = NIGHT - timedelta(hours=3, seconds=1)
    with pytest.raises(Refused, match="voting_not_closed"):
        services.confirm(count.protocol(), **count.typed(300), by=count.saule, at=early)


def test_an_election_that_needs_two_entries_is_refused() -> None:
    count = Count(entries_needed=2)
    with pytest.raises(Refused, match="entries_not_supported"):
        count.confirm(1, 300, 100)


def test_only_ones_own_unfinished_entry_is_discarded(count: Count) -> None:
    services.save_entry(count.protocol(), **count.typed(5), by=count.saule, at=NIGHT)
    with pytest.raises(Refused, match="not_allowed"):
        services.discard(count.protocol(), by=count.timur, at=NIGHT)
    services.discard(count.protocol(), by=count.saule, at=NIGHT)
    assert count.protocol().state == "empty"
    assert Entry.objects.get().state == "discarded"


def test_the_chair_reopens_with_a_reason_and_the_old_entry_stays(count: Count) -> None:
    old = count.confirm(1, 300, 100)
    with pytest.raises(Refused, match="reason_missing"):
        services.reopen(count.protocol(), reason=" ", by=count.zhanar, at=NIGHT)
    with pytest.raises(Refused, match="not_allowed"):
        services.reopen(count.protocol(), reason="a slip", by=count.saule, at=NIGHT)
    services.reopen(count.protocol(), reason="a slip", by=count.zhanar, at=NIGHT)
    new = count.confirm(1, 300, 101)
    old.refresh_from_db()
    assert (old.state, old.set_aside_reason) == ("superseded", "a slip")
    assert count.protocol().definitive_entry == new


def test_reopening_lets_an_open_publication_lapse(count: Count) -> None:
    count.confirm(1, 300, 100)
    proposal = Decision.objects.create(
        commission=count.commission,
        contest=count.contest,
        kind="publish",
        digest_reviewed="0" * 64,
        proposed_by=count.saule,
        proposed_at=NIGHT,
    )
    services.reopen(count.protocol(), reason="a slip", by=count.zhanar, at=NIGHT)
    proposal.refresh_from_db()
    assert proposal.state == "lapsed"


@pytest.mark.parametrize("who", ["erlan", "kamila", "asel", "marat"])
def test_strangers_and_readers_change_nothing(count: Count, who: str) -> None:
    stranger = {
        "erlan": lambda: people.erlan(factories.make_commission(factories.make_territory())),
        "kamila": lambda: people.kamila(count.commission),
        "asel": people.asel,
        "marat": people.marat,
    }[who]()
    for act in (services.save_entry, services.confirm):
        with pytest.raises(Refused, match="not_allowed"):
            act(count.protocol(), **count.typed(300), by=stranger, at=NIGHT)
    with pytest.raises(Refused, match="not_allowed"):
        services.open_protocols(count.contest, by=stranger, at=NIGHT)
    assert RefusedAttempt.objects.filter(by=stranger).count() == 3
    assert not Entry.objects.exists()
