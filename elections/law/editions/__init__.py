"""The editions of the law: dated parameters, each with its article, its source and how sure it is.

A lawyer confirms or changes a rule here and nowhere else: each module holds what changed on a day,
and names what the edition before it had.
"""

from __future__ import annotations

from datetime import date

from elections.law.editions.of_2019 import MAJILIS_2019
from elections.law.editions.of_2019_local import MASLIKHAT_2019
from elections.law.editions.of_2020 import MAJILIS_2020, MASLIKHAT_2020, MASLIKHAT_2020_LOT
from elections.law.editions.of_2021 import MAJILIS_2021, MASLIKHAT_2021
from elections.law.editions.of_2022 import MAJILIS_2022, MAJILIS_2022_11, MASLIKHAT_2022_11
from elections.law.editions.of_2026 import KURULTAI_2026
from elections.law.editions.sources import LAW
from elections.law.editions.until_2016 import (
    MAJILIS_2004,
    MAJILIS_2007,
    MAJILIS_2012,
    MAJILIS_2016,
)
from elections.law.rules import AllocationEdition, Edition

__all__ = [
    "ALLOCATION_EDITIONS",
    "EDITIONS",
    "KURULTAI_2026",
    "LAW",
    "MAJILIS_2004",
    "MAJILIS_2007",
    "MAJILIS_2012",
    "MAJILIS_2016",
    "MAJILIS_2019",
    "MAJILIS_2020",
    "MAJILIS_2021",
    "MAJILIS_2022",
    "MAJILIS_2022_11",
    "MASLIKHAT_2019",
    "MASLIKHAT_2020",
    "MASLIKHAT_2020_LOT",
    "MASLIKHAT_2021",
    "MASLIKHAT_2022_11",
    "UnknownEditionError",
    "allocation_edition",
    "allocation_edition_for",
    "edition",
    "edition_for",
]

EDITIONS: tuple[Edition, ...] = (
    MAJILIS_2019,
    MASLIKHAT_2019,
    MAJILIS_2020,
    MASLIKHAT_2020,
    MASLIKHAT_2020_LOT,
    MAJILIS_2021,
    MASLIKHAT_2021,
    MAJILIS_2022,
    MAJILIS_2022_11,
    MASLIKHAT_2022_11,
    KURULTAI_2026,
)
# For allocation alone there are four more, of elections held before 2019.
ALLOCATION_EDITIONS: tuple[AllocationEdition, ...] = (
    MAJILIS_2004,
    MAJILIS_2007,
    MAJILIS_2012,
    MAJILIS_2016,
    *EDITIONS,
)


class UnknownEditionError(LookupError):
    """There is no edition of this code, or none for this body on this day."""


def edition(code: str) -> Edition:
    """Give the edition of a code such as "majilis-2020". Raises UnknownEditionError."""
    for known in EDITIONS:
        if known.code == code:
            return known
    raise UnknownEditionError(f"no edition {code!r}")


def edition_for(body: str, day: date) -> Edition:
    """Propose the edition for an election of `body` held on `day`. Raises UnknownEditionError.

    `body` is "majilis", "maslikhat" or "kurultai". An election keeps the code that it was given.
    """
    for known in EDITIONS:
        if known.body == body and known.valid_from <= day < known.valid_until:
            return known
    raise UnknownEditionError(f"no edition for {body!r} on {day.isoformat()}")


def allocation_edition(code: str) -> AllocationEdition:
    """Give what an edition says of allocation, also of the Majilis before 2019.

    Raises UnknownEditionError.
    """
    for known in ALLOCATION_EDITIONS:
        if known.code == code:
            return known
    raise UnknownEditionError(f"no edition {code!r}")


def allocation_edition_for(body: str, day: date) -> AllocationEdition:
    """Propose the edition whose allocation holds for `body` on `day`.

    Raises UnknownEditionError.
    """
    for known in ALLOCATION_EDITIONS:
        if known.body == body and known.valid_from <= day < known.valid_until:
            return known
    raise UnknownEditionError(f"no edition for {body!r} on {day.isoformat()}")
