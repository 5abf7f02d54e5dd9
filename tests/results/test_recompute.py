"""Stale is made fresh, from one statement, once for each version; twice or late changes nothing."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from elections import verify
from elections.models import Allocation, Contest
from elections.results import recompute, services
from tests import factories
from tests.results.counting import NIGHT, Count

pytestmark = pytest.mark.django_db


def test_what_is_counted_so_far_is_what_the_public_reads() -> None:
    count = Count(stations=3)
    count.confirm(1, 300, 100)
    count.confirm(2, 200, 100)
    body = count.fresh()
    assert (body["counting"]["counted"], body["counting"]["of"]) == (2, 3)
    assert [(row["party"], row["votes"]) for row in body["lists"]] == [
        ("birinshi", 500),
        ("ekinshi", 200),
    ]
    assert {f["code"]: f["value"] for f in body["figures"]} == {
        "polling_stations": "3",
        "voters_listed": "1600",
        "received_ballots": "706",
        "absentee": "2",
        "outside": "4",
        "valid": "700",
        "invalid": "6",
        "received_ballots_percent": "44.13",
    }
    assert [(row["party"], row["seats"]) for row in body["allocation"]["parties"]] == [
        ("birinshi", 11),
        ("ekinshi", 4),
    ]
    assert body["comparison"]["second"] == "equal"
    assert verify.check(body) == []


def test_before_anything_is_counted_there_are_lists_and_no_numbers() -> None:
    body = Count(stations=2).fresh()
    assert (body["counting"]["counted"], body["counting"]["of"]) == (0, 2)
    assert [row["votes"] for row in body["lists"]] == [None, None]
    assert body["allocation"] is None
    assert body["input"] is None


def test_of_equal_remainders_the_list_registered_earlier_comes_first() -> None:
    count = Count(stations=1, mandates=15)
    count.confirm(1, 100, 100)
    body = count.fresh()
    assert [(row["party"], row["seats"]) for row in body["allocation"]["parties"]] == [
        ("birinshi", 8),
        ("ekinshi", 7),
    ]
    assert set(body["input"]["registered"]) == {"birinshi", "ekinshi"}


def test_one_version_is_one_row_however_often_it_is_asked_for() -> None:
    count = Count()
    count.confirm(1, 300, 100)
    first = recompute.make_fresh(count.contest.pk)
    assert recompute.make_fresh(count.contest.pk) == first
    count.contest.refresh_from_db()
    assert count.contest.allocations.filter(version=count.contest.results_version).count() == 1


def test_a_reopened_protocol_counts_no_more() -> None:
    count = Count()
    count.confirm(1, 300, 100)
    count.confirm(2, 200, 100)
    services.reopen(count.protocol(2), reason="a slip", by=count.zhanar, at=NIGHT)
    body = count.fresh()
    assert body["counting"]["counted"] == 1
    assert body["input"]["base"] == 400


def test_the_sweep_finds_what_the_broker_forgot() -> None:
    counts = [Count(parties=(f"a{n}", f"b{n}")) for n in range(1)]
    assert recompute.stale().count() == 1
    assert recompute.sweep() == 1
    assert recompute.sweep() == 0
    counts[0].confirm(1, 30, 10)
    assert list(recompute.stale()) == [counts[0].contest]


def test_the_record_and_replaced_practice_are_left_out() -> None:
    record = factories.make_contest(factories.make_election(kind="record"))
    practice = factories.make_contest(
        factories.make_election(kind="practice", day_offset=-1, retired_at=NIGHT)
    )
    assert not recompute.stale().exists()
    assert recompute.make_fresh(record.pk) is None
    assert recompute.make_fresh(practice.pk) is None
    assert not Allocation.objects.exists()


def test_a_contest_that_cannot_be_computed_holds_up_no_other() -> None:
    broken, sound = Count(parties=("a", "b")), factories.make_contest()
    Contest.objects.filter(pk=broken.contest.pk).update(mandates=3)
    broken.contest.election.edition = "unknown"
    broken.contest.election.save()
    recompute.sweep()
    assert sound.allocations.exists()
    assert list(recompute.stale()) == [broken.contest]


def test_what_the_second_program_denies_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    count = Count()
    count.confirm(1, 300, 100)
    monkeypatch.setattr(verify, "check", lambda body: ["birinshi: 11, recomputed 12"])
    allocation = recompute.make_fresh(count.contest.pk)
    assert allocation is not None
    assert not allocation.second_agrees
    assert json.loads(allocation.body)["comparison"]["second"] is None


def test_the_command_tells_a_stored_result_from_one_computed_from_scratch() -> None:
    count = Count()
    count.confirm(1, 300, 100)
    call_command("recompute", stdout=StringIO())
    out = StringIO()
    call_command("recompute", all=True, check=True, stdout=out)
    assert out.getvalue() == "Equal to a computation from scratch: 1\n"
    count.confirm(2, 1, 99)
    with pytest.raises(CommandError, match="Differ: 1 of 1"):
        call_command("recompute", all=True, check=True, stdout=StringIO(), stderr=StringIO())


@pytest.mark.parametrize("stations", [3, 12])
def test_computing_costs_the_same_however_many_stations(
    stations: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    count = Count(stations=stations)
    for number in range(1, stations + 1):
        count.confirm(number, 300, number)
    with django_assert_num_queries(14):
        recompute.make_fresh(count.contest.pk)
