"""The practice elections: which, where, and when, as days counted from the clock's day.

An election that never leaves its phase was never in another one either. So that its lists can be
handed in within the law, the calendar is wound back while its story is told (`wind`): on a day of
the story, n days ago, each deadline stands n days later than it does today. The law needs no
exception.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import F

from elections.law import calendar as law
from elections.law import editions
from elections.models import Admission, Contest, Deadline, Election
from elections.practice.cast import Stage
from portal.base import audit

ZONE = ZoneInfo("Asia/Almaty")
SOURCE = "practice: as in the calendar of 10 January 2021"


@dataclass(frozen=True, slots=True)
class Plan:
    """One practice election: election day counted from today, and where it is held."""

    slug: str
    days: int
    kk: str
    ru: str
    en: str
    places: tuple[str, ...]
    edition: str = "maslikhat-2020"


NOMINATION = Plan(
    "practice-nomination",
    42,  # nomination closes in five days
    "Жаттығу сайлауы: тізімдерді ұсыну",
    "Тренировочные выборы: выдвижение списков",
    "Practice election: nomination",
    ("shymkent", "turkistan", "sayram-turkistan", "almaty", "aktobe-region", "rudnyy"),
)
REVIEW = Plan(
    "practice-review",
    33,  # nomination has closed four days ago, registration closes in two days
    "Жаттығу сайлауы: тізімдерді тіркеу",
    "Тренировочные выборы: регистрация списков",
    "Practice election: registration",
    ("shymkent", "almaty"),
)
COUNTING = Plan(
    "practice-counting",
    -1,  # voting has closed; at any hour of today votes are being counted
    "Жаттығу сайлауы: дауыстарды санау",
    "Тренировочные выборы: подсчёт голосов",
    "Practice election: counting",
    ("shymkent", "almaty"),
    # In the edition of 2020 the order of registration breaks every tie: no lot would ever be due.
    edition="maslikhat-2020-lot",
)
FINAL = Plan(
    "practice-final",
    -10,
    "Жаттығу сайлауы: түпкілікті қорытынды",
    "Тренировочные выборы: окончательные итоги",
    "Practice election: final results",
    ("shymkent", "almaty"),
)
PLANS = (NOMINATION, REVIEW, COUNTING, FINAL)
# As in 2021 where a source gives the number; Türkistan and Sayram are made up, as all of this is.
MANDATES = {
    "shymkent": 30,
    "almaty": 39,
    "aktobe-region": 33,
    "rudnyy": 15,
    "turkistan": 20,
    "sayram-turkistan": 18,
}


def open_election(plan: Plan, stage: Stage, *, at: datetime) -> Election:
    """Make a practice election with its calendar, contests and admissions, and no list yet.

    Expects to run inside audit.acting().
    """
    election = Election.objects.create(
        slug=plan.slug,
        body=Election.Body.MASLIKHAT,
        kind=Election.Kind.PRACTICE,
        day=day_of(plan, at),
        day_offset=plan.days,
        edition=plan.edition,
        entries_needed=1,
        name_kk=plan.kk,
        name_ru=plan.ru,
        name_en=plan.en,
    )
    Deadline.objects.bulk_create(
        Deadline(
            election=election,
            kind=kind,
            day_offset=plan.days + offset.days,
            local_time=offset.at,
            source=SOURCE,
        )
        for kind, offset in law.offsets(editions.edition(plan.edition)).items()
    )
    Contest.objects.bulk_create(
        Contest(
            election=election,
            territory=stage.territories[slug],
            mandates=MANDATES[slug],
            commission=stage.commissions[slug],
        )
        for slug in plan.places
    )
    Admission.objects.bulk_create(
        Admission(
            election=election,
            party=party,
            territory=stage.territories[slug],
            resolution=f"№ {number}",
            on=at.astimezone(ZONE).date() + timedelta(days=plan.days - 62),
        )
        for slug in plan.places
        for number, party in enumerate(stage.parties.values(), start=1)
    )
    return election


def day_of(plan: Plan, at: datetime) -> date:
    """Return election day as it is at that moment."""
    return at.astimezone(ZONE).date() + timedelta(days=plan.days)


def wind(election: Election, *, days: int, by: str) -> None:
    """Move all days of a practice election: later by so many, earlier where negative."""
    if not days:
        return
    with audit.acting(by=by, why="practice.calendar"):
        rows = (Election.objects.filter(pk=election.pk), election.deadlines.all())
        for row in rows:
            row.update(day_offset=F("day_offset") + days)


def moment(at: datetime, *, days_ago: int, hour: int, minute: int = 0) -> datetime:
    """Return a time of the story: so many days before the day of `at`, by the clocks of Almaty."""
    day = at.astimezone(ZONE).date() - timedelta(days=days_ago)
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)
