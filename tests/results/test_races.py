"""Two people at one protocol, in two connections: one is first, the other is told; 50 rounds each.

The control experiments take the row's lock away: then the same rounds do go wrong, so they are
races and the lock is what decides them.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from elections import transitions
from elections.models import Entry, Protocol
from elections.results import recompute, services
from tests.races.rounds import ROUNDS, together
from tests.results.counting import NIGHT, Count

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def two_confirm(count: Count, protocol: Protocol) -> list[str]:
    def confirm(by: Any, votes: int) -> Callable[[], object]:
        return lambda: services.confirm(protocol, **count.typed(votes, 100), by=by, at=NIGHT)

    return together(confirm(count.saule, 300), confirm(count.timur, 301))


def test_of_two_who_confirm_one_wins_and_the_other_is_told() -> None:
    count = Count(stations=ROUNDS)
    for protocol in count.contest.protocols.all():
        assert sorted(two_confirm(count, protocol)) == ["done", "entered_already"]
    assert Entry.objects.count() == ROUNDS
    assert Entry.objects.filter(state="definitive").count() == ROUNDS
    count.contest.refresh_from_db()
    assert count.contest.results_version == ROUNDS + 1
    assert count.fresh()["counting"]["counted"] == ROUNDS


def test_without_the_lock_the_other_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unlocked(self: transitions.Act, row: Any) -> Any:
        machine = transitions._MACHINES[type(row)]
        found = type(row)._default_manager.select_related(*machine.related).get(pk=row.pk)
        time.sleep(0.01)
        return found

    monkeypatch.setattr(transitions.Act, "lock", unlocked)
    count = Count(stations=ROUNDS)
    ends = Counter(
        end for protocol in count.contest.protocols.all() for end in two_confirm(count, protocol)
    )
    # Even so the database lets no second living entry in.
    assert ends["broken"] > 0, ends
    assert Entry.objects.filter(state="definitive").count() == ROUNDS


def reopen_and_confirm(
    count: Count, protocol: Protocol
) -> tuple[Callable[[], object], Callable[[], object]]:
    typed = count.typed(301, 100)
    return (
        lambda: services.reopen(protocol, reason="slip", by=count.zhanar, at=NIGHT),
        lambda: services.confirm(protocol, **typed, by=count.timur, at=NIGHT),
    )


def test_confirming_against_reopening_leaves_a_legal_chain() -> None:
    count = definitive()
    orders: Counter[str] = Counter()
    for number, protocol in enumerate(count.contest.protocols.order_by("pk")):
        old = protocol.definitive_entry
        # By turns the one and the other is a little earlier; most rounds meet on the way.
        lead = (number % 5 - 2) * 0.01
        reopened, confirmed = together(*reopen_and_confirm(count, protocol), lead=lead)
        assert reopened == "done"
        orders[confirmed] += 1
        row = Protocol.objects.get(pk=protocol.pk)
        states = sorted(row.entries.values_list("state", flat=True))
        if confirmed == "done":
            assert (row.state, states) == ("definitive", ["definitive", "superseded"])
            assert row.definitive_entry != old
        else:
            assert confirmed == "entered_already"
            assert (row.state, states) == ("empty", ["superseded"])
    assert set(orders) == {"done", "entered_already"}
    assert count.fresh()["counting"]["counted"] == orders["done"]


def reopened_twice(count: Count, protocol: Protocol, lead: float) -> list[str]:
    """Let the chair's button be pressed twice while a clerk enters the protocol anew.

    `lead` seconds is what the clerk has before the chair. One press against one entry is no race of
    the lock: each waits for the state that the other leaves behind. A second press that has read
    the old state is.
    """
    reopen, confirm = reopen_and_confirm(count, protocol)
    return together(confirm, reopen, reopen, lead=lead)


def is_legal(protocol: Protocol, ends: list[str]) -> bool:
    """Say whether the rows tell one story: as many set aside and entered as were told "done"."""
    row = Protocol.objects.get(pk=protocol.pk)
    entries = Counter(row.entries.values_list("state", flat=True))
    living = row.entries.filter(state="definitive").first()
    return (
        entries["superseded"] == ends[1:].count("done")
        and entries.total() == 1 + ends[:1].count("done")
        and row.definitive_entry == living
        and row.state == ("definitive" if living else "empty")
    )


def definitive(stations: int = ROUNDS) -> Count:
    count = Count(stations=stations)
    for number in range(1, stations + 1):
        count.confirm(number, 300, 100)
    return count


def test_reopened_twice_while_a_clerk_enters_leaves_a_legal_chain() -> None:
    count = definitive()
    ends = Counter[str]()
    for number, protocol in enumerate(count.contest.protocols.order_by("pk")):
        told = reopened_twice(count, protocol, lead=(number % 4 - 3) * 0.01)
        assert is_legal(protocol, told), told
        ends.update(told[1:])
    # Two presses meet in every round, and one of them was too late at times.
    assert set(ends) == {"done", "not_open"}
    assert (
        count.fresh()["counting"]["counted"]
        == count.contest.protocols.filter(state="definitive").count()
    )


def test_without_the_lock_a_definitive_entry_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    count = definitive()
    # The second to come is slow: it writes what it decided on a state of long ago.
    pauses = itertools.cycle((0.0, 0.08, 0.0))

    def unlocked(self: transitions.Act, row: Any) -> Any:
        machine = transitions._MACHINES[type(row)]
        found = type(row)._default_manager.select_related(*machine.related).get(pk=row.pk)
        time.sleep(next(pauses))
        return found

    monkeypatch.setattr(transitions.Act, "lock", unlocked)
    illegal = 0
    lost = 0
    for protocol in count.contest.protocols.order_by("pk"):
        illegal += not is_legal(protocol, reopened_twice(count, protocol, lead=-0.03))
        row = Protocol.objects.get(pk=protocol.pk)
        lost += row.state == "empty" and row.entries.filter(state="definitive").exists()
    # The protocol says that nothing was entered, and an entry says that it counts.
    assert illegal >= lost > 0, (illegal, lost)


def test_eight_writers_leave_one_fresh_result_equal_to_one_from_scratch() -> None:
    count = Count(stations=40)
    rows = list(count.contest.protocols.all())

    def write(some: list[Protocol]) -> Callable[[], object]:
        def act() -> None:
            for row in some:
                services.confirm(row, **count.typed(300, row.pk % 90), by=count.saule, at=NIGHT)
                recompute.make_fresh(count.contest.pk)

        return act

    assert together(*(write(rows[start::8]) for start in range(8))) == ["done"] * 8
    # Whoever found the computation taken has left it to the one who looks again.
    assert not recompute.stale().exists()
    assert list(recompute.check_all(at=NIGHT)) == []
    count.contest.refresh_from_db()
    assert count.contest.results_version == len(rows) + 1
