"""Where a contest stands, by its deadlines and the clock, and whether a list may be handed in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from elections.law import calendar
from elections.law.calendar import DeadlineKind, Phase
from elections.law.editions import edition

DEADLINES: dict[DeadlineKind, datetime] = {
    kind: calendar.instant(wall.day, wall.at, "Asia/Almaty")
    for kind, wall in calendar.propose(edition("maslikhat-2020"), date(2021, 1, 10)).items()
}
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        (Phase.PREPARING, DeadlineKind.NOMINATION_OPENS, Phase.NOMINATION),
        (Phase.NOMINATION, DeadlineKind.NOMINATION_CLOSES, Phase.REGISTRATION),
        (Phase.REGISTRATION, DeadlineKind.REGISTRATION_CLOSES, Phase.CAMPAIGN),
        (Phase.CAMPAIGN, DeadlineKind.SILENCE_BEGINS, Phase.SILENCE),
        (Phase.SILENCE, DeadlineKind.VOTING_OPENS, Phase.VOTING),
        (Phase.VOTING, DeadlineKind.VOTING_CLOSES, Phase.COUNTING),
        (Phase.COUNTING, DeadlineKind.RESULTS_DUE, Phase.COUNTING),
    ],
)
def test_a_phase_begins_with_the_second_of_its_deadline(
    before: Phase, kind: DeadlineKind, after: Phase
) -> None:
    moment = DEADLINES[kind]

    assert calendar.phase(DEADLINES, moment - SECOND) is before
    assert calendar.phase(DEADLINES, moment) is after


def test_a_contest_with_a_final_result_is_closed_when_results_were_due() -> None:
    due = DEADLINES[DeadlineKind.RESULTS_DUE]

    assert calendar.phase(DEADLINES, due - SECOND, is_decided=True) is Phase.DECIDED
    assert calendar.phase(DEADLINES, due, is_decided=True) is Phase.CLOSED
    assert calendar.phase({}, due, is_decided=True) is Phase.DECIDED


def test_a_deadline_that_is_missing_begins_no_phase() -> None:
    without: dict[DeadlineKind, datetime] = {
        kind: at for kind, at in DEADLINES.items() if kind is not DeadlineKind.SILENCE_BEGINS
    }
    day_of_silence = DEADLINES[DeadlineKind.SILENCE_BEGINS]

    assert calendar.phase(without, day_of_silence) is Phase.CAMPAIGN
    assert calendar.phase({}, day_of_silence) is Phase.PREPARING


def code(deadlines: dict[DeadlineKind, datetime], now: datetime) -> tuple[str, object] | None:
    found = calendar.check_nomination(deadlines, now)
    return (found[0].code, found[0].params.get("at")) if found else None


def test_a_list_may_be_handed_in_from_the_opening_until_the_close() -> None:
    opens = DEADLINES[DeadlineKind.NOMINATION_OPENS]
    closes = DEADLINES[DeadlineKind.NOMINATION_CLOSES]

    assert code(DEADLINES, opens - SECOND) == ("deadline.not_open", opens.isoformat())
    assert code(DEADLINES, opens) is None
    assert code(DEADLINES, closes - SECOND) is None
    # "Until 18:00" ends when clocks show 18:00:00.
    assert code(DEADLINES, closes) == ("deadline.passed", closes.isoformat())


@pytest.mark.parametrize("missing", [DeadlineKind.NOMINATION_OPENS, DeadlineKind.NOMINATION_CLOSES])
def test_without_a_day_of_nomination_nothing_is_handed_in(missing: DeadlineKind) -> None:
    deadlines: dict[DeadlineKind, datetime] = {
        kind: at for kind, at in DEADLINES.items() if kind is not missing
    }

    assert code(deadlines, DEADLINES[DeadlineKind.NOMINATION_OPENS]) == ("deadline.unknown", None)
