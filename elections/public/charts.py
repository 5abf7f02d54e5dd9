"""Geometry of the public charts: numbers in, SVG attributes as text out. Standard library only.

Lengths travel as SVG attributes because the content security policy allows no style attribute, and
as text so that the active language cannot turn a decimal point into a comma on the way.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

RADIUS = 280  # of the outermost row of a hemicycle, in its own units
MARK = 0.385  # radius of a mark as a part of the distance of two rows
MARGIN = 2
LOWEST_INNER = 0.25  # below this part of the outer radius the inner row would close on itself
WIDEST_BAR = Fraction(91, 100)  # of the bar column; the rest keeps the longest bar off the figures


@dataclass(frozen=True, slots=True)
class Circle:
    """Centre of one mark."""

    cx: str
    cy: str


@dataclass(frozen=True, slots=True)
class Block:
    """The marks of one party, in its colour."""

    colour: str
    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """A half circle of seats: `blocks` from left to right, `total` for the middle.

    `open_seats` stand at the right end; nobody has them yet.
    """

    view_box: str
    radius: str
    total: int
    blocks: tuple[Block, ...]
    open_seats: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Rows of marks, one for each mandate; `open_seats` are not given yet."""

    view_box: str
    radius: str
    blocks: tuple[Block, ...]
    open_seats: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Widths of bars on one scale (None where the share is unknown) and the law's line on it."""

    widths: tuple[str | None, ...]
    line: str | None


@dataclass(frozen=True, slots=True)
class Tile:
    """Place of a region in the tile map, counted from 1."""

    row: int
    column: int


def hemicycle(parties: Iterable[tuple[str, int]], open_seats: int = 0) -> Hemicycle:
    """Return the hemicycle of parties given as (colour, seats), in their order from left to right.

    98 seats take about 0.1 ms; the places depend on the number of seats alone and are kept.
    """
    groups = [(colour, seats) for colour, seats in parties if seats > 0]
    given = sum(seats for _, seats in groups)
    total = given + open_seats
    circles, mark = _places(total)
    edge = RADIUS + mark + MARGIN
    box = f"{-edge:.1f} {-edge:.1f} {2 * edge:.1f} {edge + mark + MARGIN:.1f}"
    return Hemicycle(box, f"{mark:.1f}", total, _blocks(groups, circles), tuple(circles[given:]))


def _blocks(groups: Sequence[tuple[str, int]], circles: Sequence[Circle]) -> tuple[Block, ...]:
    blocks, start = [], 0
    for colour, seats in groups:
        blocks.append(Block(colour, tuple(circles[start : start + seats])))
        start += seats
    return tuple(blocks)


@lru_cache(maxsize=128)
def _places(total: int) -> tuple[tuple[Circle, ...], float]:
    """Return the centres sorted from left to right, and the radius of a mark."""
    radii = _radii(total)
    counts = _share_out(total, radii)
    # Angles are compared as whole numbers of the least common part: even angles of different rows
    # meet exactly, and rounding must not decide which party sits there.
    common = math.lcm(*(max(count - 1, 1) for count in counts)) if counts else 1
    seats = []
    for ring, (radius, count) in enumerate(zip(radii, counts, strict=True)):
        for place in range(count):
            angle = place * common // (count - 1) if count > 1 else common // 2
            seats.append((angle, ring, radius))
    seats.sort()
    circles = tuple(_on_arc(math.pi * angle / common, radius) for angle, _, radius in seats)
    return circles, MARK * _distance(total, radii)


def _on_arc(angle: float, radius: float) -> Circle:
    return Circle(_decimal(-radius * math.cos(angle)), _decimal(-radius * math.sin(angle)))


def _decimal(value: float) -> str:
    text = f"{value:.1f}"
    return "0.0" if text == "-0.0" else text


def _radii(total: int) -> list[float]:
    """Return the radii of the rows, inner first.

    With k rows the distance of two seats in a row equals that of two rows when
    a = pi k / (2 (N - k)) and r = R (1/(k-1) - a) / (1/(k-1) + a). The k whose inner row lies
    nearest to half of the outer radius is taken; few seats stand in one row.
    """
    best: tuple[float, int, float] | None = None
    for rows in range(2, total):
        a = math.pi * rows / (2 * (total - rows))
        inner = (1 / (rows - 1) - a) / (1 / (rows - 1) + a)
        if inner < LOWEST_INNER:
            break
        candidate = (abs(inner - 0.5), rows, inner)
        best = candidate if best is None else min(best, candidate)
    if best is None:
        return [RADIUS] if total else []
    _, rows, inner = best
    step = RADIUS * (1 - inner) / (rows - 1)
    return [RADIUS * inner + step * row for row in range(rows)]


def _share_out(total: int, radii: Sequence[float]) -> list[int]:
    """Share the seats among the rows by radius, with the largest remainders."""
    if not radii:
        return []
    exact = [total * radius / sum(radii) for radius in radii]
    counts = [math.floor(value) for value in exact]
    by_remainder = sorted(range(len(radii)), key=lambda row: counts[row] - exact[row])
    for row in by_remainder[: total - sum(counts)]:
        counts[row] += 1
    return counts


def _distance(total: int, radii: Sequence[float]) -> float:
    if len(radii) > 1:
        return radii[1] - radii[0]
    return min(math.pi * RADIUS / max(total - 1, 1), RADIUS / 2)


def marks(parties: Iterable[tuple[str, int]], open_seats: int = 0, rows: int = 2) -> Marks:
    """Return rows of marks, filled column by column: parties as (colour, seats), then open ones."""
    groups = [(colour, seats) for colour, seats in parties if seats > 0]
    given = sum(seats for _, seats in groups)
    columns = max(-(-(given + open_seats) // rows), 1)
    places = _columns(rows)
    circles = [next(places) for _ in range(given + open_seats)]
    # Few marks must not be blown up to the width of the page: the box holds at least 40 columns.
    box = f"0 0 {max(columns, 40) * 20} {rows * 20}"
    return Marks(box, "8", _blocks(groups, circles), tuple(circles[given:]))


def _columns(rows: int) -> Iterator[Circle]:
    place = 0
    while True:
        column, row = divmod(place, rows)
        yield Circle(str(column * 20 + 10), str(row * 20 + 10))
        place += 1


def bars(shares: Sequence[Fraction | None], threshold: Fraction | None = None) -> Bars:
    """Return the widths of bars for shares (of 1), the longest a little short of the whole column.

    `threshold` is a share as well; its line is left out where it lies beyond the column.
    """
    known = [share for share in shares if share is not None]
    top = max([*known, threshold or Fraction(0)], default=Fraction(0))
    if top <= 0:
        return Bars(tuple(None if share is None else "0%" for share in shares), None)
    scale = WIDEST_BAR / top
    widths = tuple(None if share is None else per_cent(share * scale) for share in shares)
    return Bars(widths, per_cent(threshold * scale) if threshold else None)


def per_cent(share: Fraction) -> str:
    """Return a share of 1 as an SVG length in per cent with three digits: 7/78 is "8.974%"."""
    thousandths = round(share * 100_000)
    return f"{thousandths // 1000}.{thousandths % 1000:03d}%"


# The 17 regions and cities of republican significance of 2021 by KATO code.
TILES = {
    "390000000": Tile(1, 3),  # Kostanay
    "590000000": Tile(1, 4),  # North Kazakhstan
    "550000000": Tile(1, 5),  # Pavlodar
    "270000000": Tile(2, 1),  # West Kazakhstan
    "150000000": Tile(2, 2),  # Aktobe
    "110000000": Tile(2, 3),  # Akmola
    "710000000": Tile(2, 4),  # Nur-Sultan
    "350000000": Tile(2, 5),  # Karaganda
    "630000000": Tile(2, 6),  # East Kazakhstan
    "230000000": Tile(3, 1),  # Atyrau
    "430000000": Tile(3, 2),  # Kyzylorda
    "610000000": Tile(3, 3),  # Turkistan
    "310000000": Tile(3, 4),  # Zhambyl
    "190000000": Tile(3, 5),  # Almaty Region
    "750000000": Tile(3, 6),  # Almaty
    "470000000": Tile(4, 1),  # Mangystau
    "790000000": Tile(4, 3),  # Shymkent
}
