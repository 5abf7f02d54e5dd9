"""Measure callables side by side and report ratios, which a slow or busy machine changes little.

In every round the baseline and each candidate run one after the other, each often enough to last
`SLICE`; a candidate's ratio of a round is its time over the baseline's time of the same round. What
is reported is the median of the rounds, with the middle half of them in brackets.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

SLICE = 0.02  # seconds that one measurement lasts at least
ROUNDS = 15

Work = Callable[[], object]


@dataclass(frozen=True)
class Line:
    """One line of a report: seconds for one call, and how that compares to the baseline."""

    name: str
    seconds: float
    ratio: float
    low: float
    high: float
    limit: float | None = None

    @property
    def is_over(self) -> bool:
        """Say whether the ratio is above the limit that was set for it."""
        return self.limit is not None and self.ratio > self.limit


def compare(
    baseline: tuple[str, Work],
    candidates: Mapping[str, Work],
    *,
    limits: Mapping[str, float] | None = None,
    rounds: int = ROUNDS,
) -> list[Line]:
    """Measure the candidates against the baseline; the first line is the baseline itself."""
    works = {baseline[0]: baseline[1], **candidates}
    repeats = {name: _repeats(work) for name, work in works.items()}
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds):
        # The order turns, so that nobody always runs after the same neighbour.
        names = list(works) if turn % 2 == 0 else list(reversed(works))
        for name in names:
            taken[name].append(_time(works[name], repeats[name]))
    return [
        _line(name, taken[name], taken[baseline[0]], (limits or {}).get(name)) for name in works
    ]


def report(title: str, lines: list[Line]) -> bool:
    """Print one table; return False when a line is above its limit."""
    base, *others = lines
    print(f"\n{title}")
    width = max(len(line.name) for line in lines)
    print(f"  {base.name:<{width}}  {_duration(base.seconds):>10}  baseline")
    for line in others:
        limit = "" if line.limit is None else f"  limit {line.limit:g}"
        verdict = "  OVER" if line.is_over else ""
        print(
            f"  {line.name:<{width}}  {_duration(line.seconds):>10}  × {line.ratio:.2f}"
            f" ({line.low:.2f} to {line.high:.2f}){limit}{verdict}"
        )
    sys.stdout.flush()
    return not any(line.is_over for line in lines)


def _repeats(work: Work) -> int:
    """Find how often a work must run to last a slice; this warms it up as well."""
    repeats = 1
    while (taken := _time(work, repeats) * repeats) < SLICE:
        repeats = max(repeats * 2, int(repeats * SLICE / max(taken, 1e-9)))
    return repeats


def _time(work: Work, repeats: int) -> float:
    """Time one call in seconds, averaged over so many, without the garbage collector."""
    was_enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        for _ in range(repeats):
            work()
        return (perf_counter() - start) / repeats
    finally:
        if was_enabled:
            gc.enable()


def _line(name: str, taken: list[float], baseline: list[float], limit: float | None) -> Line:
    ratios = [one / base for one, base in zip(taken, baseline, strict=True)]
    low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else (ratios[0],) * 3
    return Line(name, median(taken), median(ratios), low, high, limit)


def _duration(seconds: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.2f} {unit}"
    return f"{seconds * 1e9:.0f} ns"
