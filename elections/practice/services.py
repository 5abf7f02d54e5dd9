"""Make the practice elections, and make them anew."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from django.db.models import F

from elections.models import Election, Notice
from elections.practice import calendar, cast, story
from elections.practice.names import Register
from portal.base import audit

# Any number that no other lock of ours has: a nightly task and a command must not meet.
LOCK = 20210111
SLUGS = tuple(plan.slug for plan in calendar.PLANS)


def is_made() -> bool:
    """Say whether the practice elections are there."""
    return Election.objects.filter(slug__in=SLUGS).exists()


def make(*, at: datetime, by: str) -> int:
    """Make the practice elections with their people; return how many, 0 when they are there.

    One transaction: all or nothing. Must not run inside audit.acting(): each thing that is done in
    the story bears the name of whoever does it.
    """
    with transaction.atomic():
        _lock()
        return 0 if is_made() else _make(at, by)


def renew(*, at: datetime, by: str) -> int:
    """Put new practice elections in the place of the present ones, as if nobody had touched them.

    The present ones are retired, not deleted: what was handed in, decided and published is
    immutable, in practice too. Returns how many were made.
    """
    with transaction.atomic():
        _lock()
        with audit.acting(by=by, why="practice.retired"):
            for election in Election.objects.filter(slug__in=SLUGS).select_for_update():
                election.slug = f"{election.slug}-{at:%Y%m%d%H%M%S}"
                election.retired_at = at
                election.save(update_fields=["slug", "retired_at"])
        return _make(at, by)


def _make(at: datetime, by: str) -> int:
    with audit.acting(by=by, why="practice.people"):
        stage = cast.gather()
    register = Register(year=calendar.day_of(calendar.NOMINATION, at).year)
    elections = [story.tell(plan, stage, register, at=at, by=by) for plan in calendar.PLANS]
    _leave_letters_of_yesterday(elections)
    return len(elections)


def _leave_letters_of_yesterday(elections: list[Election]) -> None:
    """Send no letter about what the story says of past days, but for the election in nomination.

    Its letters are few, and whoever runs the portal finds them on the page of sent mail.
    """
    past = [row.pk for row in elections if row.slug != calendar.NOMINATION.slug]
    unsent = Notice.objects.filter(contest__election__in=past, sent_at=None)
    unsent.update(sent_at=F("created"))


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
