"""What a nation's results cost from scratch, against the bare sum of the same rows in SQL.

217 contests with 28,867 protocols. Our computation takes each contest in a transaction of its own:
reads it in one statement, allocates with every step, lets the second program read the body and
stores it. What it costs is these 217 times and hardly the number of protocols, so the bare sums of
one contest after the other stand beside.
"""

from __future__ import annotations

from bench import nation  # before all that needs Django

# isort: split
from django.db.models import F

from bench import database
from bench.harness import compare, report
from elections.models import Contest, Protocol
from elections.results import recompute, snapshot
from portal.base import clock
from tests.results.counting import NIGHT

PROTOCOLS = nation.MAJILIS_PROTOCOLS + nation.MASLIKHAT_PROTOCOLS
# Twice the bare sum was the wish; README.md says why it is not kept. These keep what there is.
LIMITS = {"snapshots, one contest after the other": 16.0, "from scratch, stored": 100.0}


def main() -> bool:
    """Measure the night of 10 January 2021."""
    with database.fresh(), clock.at(NIGHT):
        keys = [contest.pk for contest in nation.whole()]
        assert Protocol.objects.filter(state="definitive").count() == PROTOCOLS

        def sums() -> None:
            for key in keys:
                nation.bare_sum(key)

        def read() -> None:
            for key in keys:
                snapshot.take(key)

        def from_scratch() -> None:
            Contest.objects.update(results_version=F("results_version") + 1)
            for key in keys:
                recompute.make_fresh(key)

        from_scratch()
        assert not recompute.stale().exists()
        lines = compare(
            ("bare sum in SQL, all at once", nation.bare_sum),
            {
                "bare sums, one contest after the other": sums,
                "snapshots, one contest after the other": read,
                "from scratch, stored": from_scratch,
            },
            limits=LIMITS,
            rounds=7,
        )
        return report(f"{len(keys)} contests, {PROTOCOLS:,} protocols", lines)
