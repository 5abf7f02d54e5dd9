"""What the people of the cast have done so far, election by election, up to today."""

from __future__ import annotations

from datetime import datetime, timedelta

from elections.lists import services as lists
from elections.models import Election
from elections.practice import calendar, commission
from elections.practice.calendar import Plan
from elections.practice.cast import Stage
from elections.practice.names import Register, Wanted
from elections.practice.teller import Teller


def tell(plan: Plan, stage: Stage, register: Register, *, at: datetime, by: str) -> Election:
    """Make a practice election and tell its story up to today."""
    teller = Teller(plan, stage, register, at, by)
    teller.open()
    _STORIES[plan.slug](teller)
    return teller.election


def _nomination(teller: Teller) -> None:
    with teller.on_day(3) as then:
        teller.hand_in("kokzhiek", "shymkent", then)
        withdrawn = teller.hand_in("keleshek", "aktobe-region", then)
        teller.hand_in("keleshek", "almaty", then + timedelta(hours=2))
    with teller.on_day(2) as then:
        row = teller.fresh(withdrawn)
        lists.withdraw(
            row,
            reason="Филиал конференциясының 2-ші отырысының шешімі, хаттама № 4",
            shown_version=row.version,
            by=teller.stage.chief_of("keleshek"),
            at=then,
        )
        unfinished = teller.start("kokzhiek", "almaty", then)
        teller.fill(unfinished, Wanted(people=5, women=1), then, without=("votes_for",))
    with teller.on_day(1) as then:
        # Three things missing: a number, an answer, and the number of the minutes. One woman less
        # and the quota would break: 4 of 13 are 30.8 %, 3 of 12 are 25 %.
        half = teller.start("keleshek", "shymkent", then)
        teller.fill(
            half,
            Wanted(people=13, women=3, young_men=1),
            then,
            left_out={4: ("iin",), 8: ("is_party_member",)},
            without=("minutes_number",),
        )
        # One more woman or young man, and it can be handed in: 2 of 9 are 22.2 %.
        nearly = teller.start("keleshek", "turkistan", then)
        teller.fill(nearly, Wanted(people=9, women=1, young_men=1), then)


def _review(teller: Teller) -> None:
    with teller.on_day(7) as then:
        proposed = teller.hand_in("kokzhiek", "shymkent", then)
        registered = teller.hand_in("keleshek", "almaty", then)
    with teller.on_day(6) as then:
        teller.hand_in("keleshek", "shymkent", then, Wanted(people=12, women=4, young_men=1))
        in_review = teller.hand_in("tughan-olke", "shymkent", then)
    with teller.on_day(5, hour=16) as then:
        teller.hand_in("zhanga-dala", "shymkent", then, Wanted(people=7, women=2, young_men=1))
        refused = teller.hand_in("kokzhiek", "almaty", then)
    with teller.on_day(2) as then:
        commission.register(teller, registered, then)
        commission.refuse(teller, refused, then + timedelta(hours=1))
    with teller.on_day(1) as then:
        commission.take(teller, proposed, then)
        commission.propose_registration(teller, proposed, then + timedelta(hours=2))
        commission.take(teller, in_review, then + timedelta(hours=3))


def _counting(teller: Teller) -> None:
    with teller.on_day(42) as then:
        handed_in = [
            teller.hand_in(party, place, then, SMALL)
            for place, parties in (("shymkent", _FOUR), ("almaty", _FOUR[:3]))
            for party in parties
        ]
    with teller.on_day(34) as then:
        for party_list in handed_in:
            commission.register(teller, party_list, then)
    with teller.on_day(1, hour=21) as then:
        # Ten stations: five counted, one counted and reopened by the chair, one half typed in.
        night = commission.Night(teller, "shymkent", (52, 24, 15, 11))
        night.open(then)
        for number in range(1, 7):
            night.confirm(number, then + timedelta(minutes=8 * number))
        night.reopen(6, then + timedelta(hours=1))
        night.begin(7, then + timedelta(hours=1, minutes=10))
        # All counted, and the last mandate lies between two lists: a lot is due.
        other = commission.Night(teller, "almaty", (45, 33, 22))
        other.open(then)
        for number in range(1, other.stations):
            other.confirm(number, then + timedelta(minutes=12 * number))
        other.level(other.stations, then + timedelta(minutes=12 * other.stations))
        night.compute()
        other.compute()


def _final(teller: Teller) -> None:
    with teller.on_day(52) as then:
        handed_in = [
            teller.hand_in(party, place, then, SMALL)
            for place in ("shymkent", "almaty")
            for party in _FOUR[:3]
        ]
    with teller.on_day(44) as then:
        for party_list in handed_in:
            commission.register(teller, party_list, then)
    with teller.on_day(10, hour=21) as then:
        # The third list of Almaty stays below the threshold of seven per cent.
        nights = [
            commission.Night(teller, "shymkent", (55, 31, 14)),
            commission.Night(teller, "almaty", (61, 34, 5)),
        ]
        for night in nights:
            night.open(then)
            for number in range(1, night.stations + 1):
                night.confirm(number, then + timedelta(minutes=10 * number))
    with teller.on_day(8, hour=15) as then:
        for night in nights:
            night.compute()
            night.publish(then)


# Their lists are only looked at any more: enough people to be lists.
SMALL = Wanted(people=5, women=2)
_FOUR = ("keleshek", "kokzhiek", "tughan-olke", "zhanga-dala")
_STORIES = {
    calendar.NOMINATION.slug: _nomination,
    calendar.REVIEW.slug: _review,
    calendar.COUNTING.slug: _counting,
    calendar.FINAL.slug: _final,
}
