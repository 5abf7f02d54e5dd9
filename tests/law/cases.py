"""Ballots for tests of the law, and the elections whose results are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from elections.law.allocation import Allocation, ListVotes, Registration, allocate
from elections.law.editions import MAJILIS_2020

SEVEN = Fraction(7, 100)
FIVE = Fraction(5, 100)
FIRST_DAY = datetime(2020, 11, 27, 4, 0, tzinfo=UTC)


def at_hour(hour: int, number: int | None = None) -> Registration:
    return Registration(FIRST_DAY + timedelta(hours=hour), number)


def ballot(
    votes: Mapping[str, int], registered: Mapping[str, Registration] | None = None
) -> list[ListVotes]:
    times = registered or {}
    return [ListVotes(party, number, times.get(party)) for party, number in votes.items()]


def seats_of(
    votes: Mapping[str, int],
    mandates: int,
    *,
    threshold: Fraction = SEVEN,
    base: int | None = None,
    registered: Mapping[str, Registration] | None = None,
) -> Allocation:
    rules = MAJILIS_2020.allocation.with_threshold(threshold)
    return allocate(ballot(votes, registered), mandates=mandates, rules=rules, base=base)


@dataclass(frozen=True)
class Known:
    """An election whose votes and mandates were both published."""

    name: str
    edition: str
    threshold: Fraction
    mandates: int
    votes: dict[str, int]
    seats: dict[str, int]
    base: int | None = None


KNOWN = [
    Known(
        "Majilis 2021",
        "majilis-2020",
        SEVEN,
        98,
        {"nur-otan": 5148074, "ak-zhol": 792828, "kpk": 659019, "auyl": 383023, "adal": 258618},
        {"nur-otan": 76, "ak-zhol": 12, "kpk": 10, "auyl": 0, "adal": 0},
    ),
    Known(
        "Shymkent 2021",
        "maslikhat-2020",
        SEVEN,
        30,
        {"nur-otan": 261213, "ak-zhol": 31876, "auyl": 31355, "kpk": 4351, "adal": 3411},
        {"nur-otan": 24, "ak-zhol": 3, "auyl": 3, "kpk": 0, "adal": 0},
    ),
    Known(
        "Rudny 2021",
        "maslikhat-2020",
        SEVEN,
        15,
        {"nur-otan": 48640, "ak-zhol": 12110, "adal": 769},
        {"nur-otan": 12, "ak-zhol": 3, "adal": 0},
    ),
    Known(
        "Almaty 2021, hundredths of a per cent",
        "maslikhat-2020",
        SEVEN,
        39,
        {"nur-otan": 6811, "ak-zhol": 1011, "auyl": 768, "kpk": 731, "adal": 679},
        {"nur-otan": 29, "ak-zhol": 4, "auyl": 3, "kpk": 3, "adal": 0},
    ),
    Known(
        "Majilis 2023",
        "majilis-2022-11",
        FIVE,
        69,
        {
            "amanat": 3431510,
            "auyl": 693938,
            "respublica": 547154,
            "ak-zhol": 535139,
            "kpk": 432920,
            "osdp": 331058,
            "baitaq": 146431,
        },
        {
            "amanat": 40,
            "auyl": 8,
            "respublica": 6,
            "ak-zhol": 6,
            "kpk": 5,
            "osdp": 4,
            "baitaq": 0,
        },
        base=6366441,
    ),
    Known(
        "Almaty 2023, list part",
        "maslikhat-2022-11",
        FIVE,
        21,
        {"amanat": 151531, "ak-zhol": 38369, "auyl": 38563, "kpk": 23266, "osdp": 15273},
        {"amanat": 12, "ak-zhol": 3, "auyl": 3, "kpk": 2, "osdp": 1},
        base=291756,
    ),
    Known(
        "Astana 2023, list part",
        "maslikhat-2022-11",
        FIVE,
        17,
        {"amanat": 227307, "auyl": 18174, "kpk": 18154, "ak-zhol": 56045},
        {"amanat": 12, "auyl": 1, "kpk": 1, "ak-zhol": 3},
        base=330547,
    ),
    Known(
        "Majilis 2016",
        "majilis-2016",
        SEVEN,
        98,
        {
            "nur-otan": 6183757,
            "ak-zhol": 540406,
            "kpk": 537123,
            "auyl": 151285,
            "osdp": 88813,
            "birlik": 21484,
        },
        {"nur-otan": 84, "ak-zhol": 7, "kpk": 7, "auyl": 0, "osdp": 0, "birlik": 0},
    ),
    Known(
        "Majilis 2012",
        "majilis-2012",
        SEVEN,
        98,
        {
            "nur-otan": 5621436,
            "ak-zhol": 518405,
            "kpk": 498788,
            "osdp": 116534,
            "auyl": 82623,
            "patriots": 57732,
            "adilet": 45702,
        },
        {
            "nur-otan": 83,
            "ak-zhol": 8,
            "kpk": 7,
            "osdp": 0,
            "auyl": 0,
            "patriots": 0,
            "adilet": 0,
        },
    ),
]
