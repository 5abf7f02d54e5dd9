"""Calendars that were real: what the editions' proposals are compared with.

Only what was read is here; an hour that no source names is left out with its deadline.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from elections.law.calendar import DeadlineKind, WallClock
from elections.law.editions import sources
from elections.law.parameters import BodyKind


@dataclass(frozen=True, slots=True)
class RealCalendar:
    """The deadlines of the election of one body, for these kinds of it."""

    body: str
    election_day: date
    kinds: tuple[BodyKind, ...]
    nomination_opened: date  # no source names the hour
    deadlines: tuple[tuple[DeadlineKind, WallClock], ...]
    results_due: date
    sources: tuple[str, ...]


_EVENING = time(18, 0)
JANUARY_2021 = date(2021, 1, 10)
MARCH_2023 = date(2023, 3, 19)

_BOTH_2021 = (
    (DeadlineKind.REGISTRATION_CLOSES, WallClock(date(2020, 12, 10), _EVENING)),
    (DeadlineKind.CAMPAIGN_OPENS, WallClock(date(2020, 12, 10), _EVENING)),
    (DeadlineKind.SILENCE_BEGINS, WallClock(date(2021, 1, 9), time(0, 0))),
    (DeadlineKind.VOTING_OPENS, WallClock(JANUARY_2021, time(7, 0))),
    (DeadlineKind.VOTING_CLOSES, WallClock(JANUARY_2021, time(20, 0))),
)
_BOTH_2023 = (
    (DeadlineKind.NOMINATION_CLOSES, WallClock(date(2023, 2, 8), _EVENING)),
    (DeadlineKind.REGISTRATION_CLOSES, WallClock(date(2023, 2, 18), _EVENING)),
    (DeadlineKind.SILENCE_BEGINS, WallClock(date(2023, 3, 18), time(0, 0))),
)
REAL_CALENDARS = (
    RealCalendar(
        "majilis",
        JANUARY_2021,
        (BodyKind.MAJILIS,),
        date(2020, 11, 10),
        (
            (DeadlineKind.NOMINATION_CLOSES, WallClock(date(2020, 11, 30), _EVENING)),
            *_BOTH_2021,
        ),
        date(2021, 1, 20),
        (sources.NOMINATION_2021, sources.CALENDAR_PLAN_2021, sources.CAMPAIGN_2021),
    ),
    RealCalendar(
        "maslikhat",
        JANUARY_2021,
        (
            BodyKind.REGION,
            BodyKind.REPUBLICAN_CITY,
            BodyKind.REGIONAL_CITY,
            BodyKind.DISTRICT,
        ),
        date(2020, 11, 10),
        (
            (DeadlineKind.NOMINATION_CLOSES, WallClock(date(2020, 12, 4), _EVENING)),
            *_BOTH_2021,
        ),
        date(2021, 1, 17),
        (sources.MASLIKHAT_NOMINATION_2021, sources.CAMPAIGN_2021),
    ),
    RealCalendar(
        "majilis",
        MARCH_2023,
        (BodyKind.MAJILIS,),
        date(2023, 1, 20),
        _BOTH_2023,
        date(2023, 3, 29),
        (sources.CALENDAR_2023,),
    ),
    RealCalendar(
        "maslikhat",
        MARCH_2023,
        (BodyKind.REGION, BodyKind.REPUBLICAN_CITY),
        date(2023, 1, 20),
        _BOTH_2023,
        date(2023, 3, 24),
        (sources.CALENDAR_2023, sources.RESULTS_2023),
    ),
    RealCalendar(
        "maslikhat",
        MARCH_2023,
        (BodyKind.REGIONAL_CITY, BodyKind.DISTRICT),
        date(2023, 1, 20),
        _BOTH_2023,
        date(2023, 3, 21),
        (sources.CALENDAR_2023, sources.RESULTS_2023),
    ),
)
