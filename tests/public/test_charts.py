"""The charts draw every seat once, in the right colour, and nothing beyond their box."""

import itertools
import math
from fractions import Fraction

import pytest

from elections.public import charts

MAJILIS = [("#1a6d85", 76), ("#c78701", 12), ("#bb3825", 10)]


def points(chart: charts.Hemicycle) -> list[tuple[float, float]]:
    return [(float(c.cx), float(c.cy)) for block in chart.blocks for c in block.circles]


@pytest.mark.parametrize("seats", [*range(41), 98, 107, 145])
def test_every_seat_is_one_mark(seats: int) -> None:
    chart = charts.hemicycle([("#1a6d85", seats)])
    assert len(set(points(chart))) == len(points(chart)) == chart.total == seats


@pytest.mark.parametrize("seats", [1, 2, 5, 8, 11, 15, 22, 33, 39, 98, 145])
def test_marks_do_not_overlap_and_stay_in_the_box(seats: int) -> None:
    chart = charts.hemicycle([("#1a6d85", seats)])
    left, top, width, height = map(float, chart.view_box.split())
    radius = float(chart.radius)
    for x, y in points(chart):
        assert left <= x - radius
        assert x + radius <= left + width
        assert top <= y - radius
        assert y + radius <= top + height
    pairs = [(a, b) for a in points(chart) for b in points(chart) if a < b]
    assert all(math.dist(a, b) > 2 * radius for a, b in pairs)


def test_the_majilis_sits_in_five_rows_around_its_number() -> None:
    chart = charts.hemicycle(MAJILIS)
    rows = {round(math.hypot(x, y)) for x, y in points(chart)}
    assert len(rows) == 5
    assert min(rows) > 120
    assert chart.radius == "13.6"


def test_parties_sit_from_left_to_right_in_blocks() -> None:
    chart = charts.hemicycle(MAJILIS)
    assert [(b.colour, len(b.circles)) for b in chart.blocks] == MAJILIS
    angles = [
        [math.atan2(abs(float(c.cy)), float(c.cx)) for c in block.circles] for block in chart.blocks
    ]
    for left, right in itertools.pairwise(angles):
        assert min(left) >= max(right) - 0.01


def test_a_party_without_seats_has_no_block() -> None:
    chart = charts.hemicycle([("#1a6d85", 3), ("#c78701", 0), ("#bb3825", 2)])
    assert [block.colour for block in chart.blocks] == ["#1a6d85", "#bb3825"]
    assert charts.hemicycle([]).total == 0


def test_the_middle_of_the_half_circle_is_not_written_as_minus_zero() -> None:
    assert all("-0.0" not in (c.cx, c.cy) for c in charts.hemicycle(MAJILIS).blocks[0].circles)


def test_open_seats_follow_the_given_ones() -> None:
    chart = charts.marks([("#1a6d85", 76), ("#c78701", 11), ("#bb3825", 9)], open_seats=2)
    assert chart.view_box == "0 0 980 40"
    assert [len(block.circles) for block in chart.blocks] == [76, 11, 9]
    assert [(c.cx, c.cy) for c in chart.open_seats] == [("970", "10"), ("970", "30")]


def test_few_marks_are_not_blown_up() -> None:
    assert charts.marks([("#1a6d85", 5)]).view_box == "0 0 800 40"


def test_bars_and_the_line_stand_on_one_scale() -> None:
    shares = [Fraction(7109, 10000), Fraction(1095, 10000), None]
    bars = charts.bars(shares, Fraction(7, 100))
    assert bars.widths == ("91.000%", "14.017%", None)
    assert bars.line == "8.960%"
    reached = charts.bars([Fraction(1, 2), Fraction(7, 100)], Fraction(7, 100))
    assert reached.widths[1] == reached.line


def test_a_line_above_every_bar_stays_in_the_column() -> None:
    bars = charts.bars([Fraction(1, 100), Fraction(0)], Fraction(7, 100))
    assert bars.line == "91.000%"
    assert bars.widths == ("13.000%", "0.000%")


def test_without_known_shares_there_is_nothing_to_measure() -> None:
    assert charts.bars([None, None]) == charts.Bars((None, None), None)
    assert charts.bars([Fraction(0)]) == charts.Bars(("0%",), None)
    assert charts.bars([]) == charts.Bars((), None)


def test_lengths_are_rounded_and_never_written_with_a_comma() -> None:
    assert charts.per_cent(Fraction(2, 3)) == "66.667%"
    assert charts.per_cent(Fraction(1)) == "100.000%"
    assert charts.per_cent(Fraction(1, 100_000)) == "0.001%"


def test_every_region_of_2021_has_its_own_tile() -> None:
    places = {(tile.row, tile.column) for tile in charts.TILES.values()}
    assert len(places) == len(charts.TILES) == 17
    assert max(column for _, column in places) == 6
    assert max(row for row, _ in places) == 4
