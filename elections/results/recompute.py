"""Make a contest's result fresh: the only writer of allocations of what is counted here.

A contest whose newest allocation is older than its `results_version` is stale. Task, sweep and
command call `make_fresh`; the record is computed once when it is loaded and left out here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from elections import frozen, values, verify
from elections.models import Allocation, Contest, Election
from elections.results import body, snapshot
from elections.results.snapshot import Snapshot
from parties.models import PartyName
from portal.base import audit, clock

logger = logging.getLogger(__name__)

Json = dict[str, Any]
# The first of two keys of the advisory lock; the second is the contest's.
LOCK = 20210110
# Changes that arrive while one computes are computed by the same task, but not for ever.
MOST_ROUNDS = 20


class SecondProgramDiffersError(Exception):
    """`verify.py` finds otherwise than the law's own computation."""


def ask_the_second_program(text: str) -> None:
    """Let `verify.py` read the body that is to be published and compute every seat anew.

    Raises SecondProgramDiffersError with what it found otherwise: then nothing is published.
    """
    differences = verify.check(verify.read(text.encode()))
    if differences:
        raise SecondProgramDiffersError("; ".join(differences))


def counted_here() -> QuerySet[Contest]:
    """Return the contests whose results are computed here: live and practice, not replaced."""
    kinds = (Election.Kind.LIVE, Election.Kind.PRACTICE)
    return Contest.objects.filter(election__kind__in=kinds, election__retired_at=None)


def stale() -> QuerySet[Contest]:
    """Return the contests whose result is older than what is counted."""
    fresh = Allocation.objects.filter(contest=OuterRef("pk"), version=OuterRef("results_version"))
    return counted_here().exclude(Exists(fresh))


def make_fresh(contest_id: int) -> Allocation | None:
    """Compute a contest's result for the version that it has now; return the newest allocation.

    None for the record, for a practice election that was replaced, and while another process
    computes the same contest: that one looks again before it ends. Nothing of the contest is
    locked, so nobody who enters protocols waits. Doing it twice is one row.
    """
    contest = _contest(contest_id)
    if contest is None:
        return None
    newest: Allocation | None = None
    for _ in range(MOST_ROUNDS):
        # Asked anew after the lock is given back: whoever found it taken has gone away.
        if newest is not None and newest.version == _version(contest_id):
            break
        with transaction.atomic():
            if not _is_mine(contest_id):
                return None
            newest = _newest(contest)
    return newest


def sweep() -> int:
    """Make fresh what no task has made fresh; return how many contests were stale."""
    keys = list(stale().values_list("pk", flat=True))
    for key in keys:
        try:
            make_fresh(key)
        except Exception:  # one contest that cannot be computed must not hold up all others
            logger.exception("Contest %s cannot be computed.", key)
    return len(keys)


@dataclass(frozen=True, slots=True)
class Difference:
    """A contest whose stored result is not what a computation from scratch gives."""

    contest: Contest
    what: str


def check_all(*, at: datetime) -> Iterator[Difference]:
    """Recompute every contest from scratch and yield those whose stored result is another."""
    for contest in counted_here().select_related(*_RELATED).order_by("pk"):
        taken = snapshot.take(contest.pk)
        stored = contest.allocations.filter(version=taken.version).first()
        if stored is None:
            yield Difference(contest, "stale")
            continue
        text, agrees = _compute(contest, taken, at)
        fresh, kept = verify.read(text.encode()), verify.read(stored.body.encode())
        names = [name for name in _NUMBERS if _numbers(fresh, name) != _numbers(kept, name)]
        if names or not agrees or not stored.second_agrees:
            yield Difference(contest, ", ".join(names) or "second")


# What a body counts; names and days may have changed since without a change of the result.
_NUMBERS = ("mandates", "counting", "lists", "figures", "input", "allocation")
_RELATED = ("election", "territory__parent__parent")


def _numbers(read: Json, name: str) -> Any:
    if name == "counting":
        return {key: value for key, value in read[name].items() if key != "changed"}
    if name == "lists":
        return [(row["party"], row["votes"]) for row in read[name]]
    return read[name]


def _contest(contest_id: int) -> Contest | None:
    return counted_here().select_related(*_RELATED).filter(pk=contest_id).first()


def _version(contest_id: int) -> int:
    versions = Contest.objects.filter(pk=contest_id)
    return versions.values_list("results_version", flat=True).get()


def _is_mine(contest_id: int) -> bool:
    """Take the right to compute this contest until the end of the transaction, or do not wait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, contest_id])
        row = cursor.fetchone()
    return bool(row and row[0])


def _newest(contest: Contest) -> Allocation:
    """Return the allocation of the version that holds now, computed unless it is there."""
    taken = snapshot.take(contest.pk)
    there = contest.allocations.filter(version=taken.version).first()
    if there is not None:
        return there
    at = clock.now()
    text, agrees = _compute(contest, taken, at)
    edition = values.edition_of(contest.election)
    row = Allocation(
        contest=contest,
        version=taken.version,
        edition=edition.code,
        parameters=values.allocation_parameters(edition.allocation),
        inputs_digest=_inputs_digest(taken),
        body=text,
        second_agrees=agrees,
        computed_at=at,
    )
    with audit.acting(by="results.recompute", why="result.computed"):
        # Another process may have stored the same version in between: then its row stands.
        Allocation.objects.bulk_create([row], ignore_conflicts=True)
    return contest.allocations.get(version=taken.version)


def _compute(contest: Contest, taken: Snapshot, at: datetime) -> tuple[str, bool]:
    """Return the public body of a snapshot, and whether the second program agrees with it."""
    parties = [row.party_id for row in taken.lists]
    day = values.election_day(contest, at)
    named = PartyName.objects.filter(party__in=parties).on(day)
    names = {name.party_id: name for name in named}
    found = body.provisional(contest, taken, names, at)
    if found["allocation"] is None:
        return frozen.canonical(found), True
    agreed = frozen.canonical(found | {"comparison": found["comparison"] | {"second": "equal"}})
    try:
        ask_the_second_program(agreed)
    except (SecondProgramDiffersError, verify.UnusableError) as error:
        logger.error("The second program differs on contest %s: %s", contest.pk, error)  # noqa: TRY400 (its words say all)
        return frozen.canonical(found), False
    return agreed, True


def _inputs_digest(taken: Snapshot) -> str:
    """Give the digest of the numbers that the computation was given."""
    return frozen.digest(
        frozen.canonical(
            {
                "mandates": taken.mandates,
                "stations": taken.stations,
                "counted": taken.counted,
                "sums": dict(taken.sums),
                "votes": {row.party: row.votes for row in taken.lists},
                "drawn": {digest: lot.outcome for digest, lot in taken.drawn.items()},
            }
        )
    )
