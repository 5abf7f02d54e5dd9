"""What an edition proposes for a day, beside the calendars that were real."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, time, timedelta

import pytest

from elections.law import calendar
from elections.law.calendar import DeadlineKind, WallClock
from elections.law.calendars import REAL_CALENDARS, RealCalendar
from elections.law.editions import EDITIONS, edition, edition_for
from elections.law.parameters import BodyKind, CalendarRules, UnknownKindError
from elections.law.rules import Edition


@pytest.mark.parametrize("real", REAL_CALENDARS, ids=lambda r: f"{r.body} {r.election_day}")
def test_the_real_calendars_are_proposed(real: RealCalendar) -> None:
    known = edition_for(real.body, real.election_day)
    for kind in real.kinds:
        proposed = calendar.propose(known, real.election_day, kind)

        assert {name: proposed[name] for name, _ in real.deadlines} == dict(real.deadlines)
        assert proposed[DeadlineKind.NOMINATION_OPENS].day == real.nomination_opened
        assert proposed[DeadlineKind.RESULTS_DUE].day == real.results_due
    assert real.sources


def test_both_real_election_days_are_there_for_every_kind_of_body() -> None:
    found = {(real.election_day, kind) for real in REAL_CALENDARS for kind in real.kinds}

    days = (date(2021, 1, 10), date(2023, 3, 19))
    assert found == {
        (day, kind) for day in days for kind in BodyKind if kind is not BodyKind.KURULTAI
    }


def test_the_whole_proposal_for_the_maslikhats_of_10_january_2021() -> None:
    proposed = calendar.propose(edition("maslikhat-2020"), date(2021, 1, 10))

    assert proposed == {
        DeadlineKind.NOMINATION_OPENS: WallClock(date(2020, 11, 10), time(0, 0)),
        DeadlineKind.NOMINATION_CLOSES: WallClock(date(2020, 12, 4), time(18, 0)),
        DeadlineKind.REGISTRATION_CLOSES: WallClock(date(2020, 12, 10), time(18, 0)),
        DeadlineKind.CAMPAIGN_OPENS: WallClock(date(2020, 12, 10), time(18, 0)),
        DeadlineKind.SILENCE_BEGINS: WallClock(date(2021, 1, 9), time(0, 0)),
        DeadlineKind.VOTING_OPENS: WallClock(date(2021, 1, 10), time(7, 0)),
        DeadlineKind.VOTING_CLOSES: WallClock(date(2021, 1, 10), time(20, 0)),
        DeadlineKind.RESULTS_DUE: WallClock(date(2021, 1, 17), time(23, 59, 59)),
    }


def test_results_of_another_kind_of_body_are_due_on_another_day() -> None:
    known, day = edition("maslikhat-2022-11"), date(2023, 3, 19)
    due = {
        kind: calendar.propose(known, day, kind)[DeadlineKind.RESULTS_DUE].day
        for kind in known.kinds
    }

    assert due[BodyKind.REGION] == date(2023, 3, 24)
    assert due[BodyKind.DISTRICT] == date(2023, 3, 21)
    # Without a kind nobody is called late who is not.
    assert calendar.propose(known, day)[DeadlineKind.RESULTS_DUE].day == date(2023, 3, 24)
    with pytest.raises(UnknownKindError):
        calendar.propose(known, day, BodyKind.MAJILIS)


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_every_edition_proposes_every_deadline_in_order(known: Edition) -> None:
    day = date(2024, 2, 29)
    proposed = calendar.propose(known, day)

    assert set(proposed) == set(DeadlineKind)
    assert {field.name for field in fields(CalendarRules)} < {kind.value for kind in DeadlineKind}
    moments = [proposed[kind] for kind in DeadlineKind]
    assert moments == sorted(moments)


def test_the_same_wall_clock_is_an_hour_later_in_the_west() -> None:
    closes = calendar.propose(edition("maslikhat-2020"), date(2021, 1, 10))[
        DeadlineKind.NOMINATION_CLOSES
    ]

    east = calendar.instant(closes.day, closes.at, "Asia/Almaty")
    west = calendar.instant(closes.day, closes.at, "Asia/Aqtobe")
    assert west - east == timedelta(hours=1)
    assert east == datetime.fromisoformat("2020-12-04T18:00:00+06:00")
