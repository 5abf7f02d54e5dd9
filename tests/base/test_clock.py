"""The clock can be moved, and only by an aware time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from portal.base import clock

NIGHT = datetime(2021, 1, 10, 21, 0, tzinfo=timezone(timedelta(hours=6)))


def test_it_tells_the_time_in_utc() -> None:
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().utcoffset() == timedelta(0)


def test_it_stands_still_where_it_is_moved_and_goes_on_afterwards() -> None:
    with clock.at(NIGHT) as moved:
        assert clock.now() == moved == NIGHT
        assert clock.now().utcoffset() == timedelta(0)
        with clock.at(NIGHT + timedelta(hours=1)):
            assert clock.now() == NIGHT + timedelta(hours=1)
        assert clock.now() == NIGHT
    assert clock.now() > NIGHT


def test_an_exception_does_not_leave_it_moved() -> None:
    def fail() -> None:
        with clock.at(NIGHT):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert clock.now() > NIGHT


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"), clock.at(datetime(2021, 1, 10)):  # noqa: DTZ001
        pass
