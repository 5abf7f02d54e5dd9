"""Send what `effects` wrote into the outbox: once, in the recipient's language, until it works."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from enum import StrEnum
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q

from elections.models import Notice
from elections.notices import letters
from portal.base import clock

logger = logging.getLogger(__name__)

# Tried anew after 1, 3, 7, 15 … minutes from its beginning; the last time after eleven days.
TRIES = 14
# A task is on its way to what is younger than this; the sweep leaves it alone.
GRACE = timedelta(seconds=30)
AT_ONCE = 200
# A mail server that is down must not hold the sweep for ten seconds a letter.
FAILURES_THAT_END_A_SWEEP = 3


class Outcome(StrEnum):
    """What became of one letter."""

    SENT = "sent"
    FAILED = "failed"
    NOTHING_TO_DO = "nothing_to_do"


def send(notice: int) -> Outcome:
    """Send one letter, unless it is sent, or being sent, or gone; a failure is counted and kept.

    The row is locked while the letter is handed over: two tasks for one notice send one letter.
    Only a crash between the mail server's yes and the commit can send it twice.
    """
    with transaction.atomic():
        row = (
            Notice.objects.select_for_update(of=("self",), skip_locked=True)
            .select_related(*letters.RELATED)
            .filter(pk=notice, sent_at=None)
            .first()
        )
        if row is None:
            return Outcome.NOTHING_TO_DO
        row.attempts += 1
        try:
            letters.letter(row).send()
        except Exception as error:  # noqa: BLE001 (whatever the mail server says, it is tried again)
            # The error's own words may hold an address or a password.
            row.error = type(error).__name__
            row.save(update_fields=["attempts", "error"])
            logger.warning("Notice %s not sent: %s", row.pk, row.error)
            return Outcome.FAILED
        row.sent_at, row.error = clock.now(), ""
        row.save(update_fields=["sent_at", "attempts", "error"])
        return Outcome.SENT


def sweep() -> int:
    """Send what no task has sent and what failed before, oldest first; return how many were sent.

    The broker is a hint: a notice whose task was lost is found here.
    """
    sent = failed = 0
    for notice in _due(clock.now()):
        outcome = send(notice)
        sent += outcome is Outcome.SENT
        failed += outcome is Outcome.FAILED
        if failed == FAILURES_THAT_END_A_SWEEP:
            break
    return sent


def _due(now: datetime) -> list[int]:
    """Return the notices whose time to be tried (again) has come."""
    waits = [GRACE, *(timedelta(minutes=2**tries - 1) for tries in range(1, TRIES))]
    due = reduce(
        or_,
        (Q(attempts=tries, created__lte=now - wait) for tries, wait in enumerate(waits)),
    )
    rows = Notice.objects.unsent().filter(due).order_by("created", "pk")
    return list(rows.values_list("pk", flat=True)[:AT_ONCE])
