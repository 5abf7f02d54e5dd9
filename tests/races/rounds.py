"""Things done at one instant, each in a connection of its own."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextvars import copy_context

from django.db import IntegrityError, connection

from elections.refusals import Refused

# The second leg of CI asks for fewer: the same locks, on another server.
ROUNDS = int(os.environ.get("RACE_ROUNDS", "50"))


def together(*acts: Callable[[], object], lead: float = 0.0) -> list[str]:
    """Do all at one moment, each in a connection of its own; return how each ended.

    An act that returns a text ended with it, any other that is not refused is "done". `lead`
    seconds is what the first has before the others; negative, the others before the first.
    """
    ends = [""] * len(acts)
    ready = threading.Barrier(len(acts))

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            ready.wait(10)
            time.sleep(max(0.0, lead if number else -lead))
            answer = act()
            ends[number] = answer if isinstance(answer, str) else "done"
        except Refused as refused:
            ends[number] = refused.code
        except IntegrityError:
            ends[number] = "broken"
        finally:
            connection.close()

    threads = [
        # A thread does not inherit the moment that the clock stands at.
        threading.Thread(target=copy_context().run, args=(run, number, act))
        for number, act in enumerate(acts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends
