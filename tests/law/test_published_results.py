"""The law's method gives the mandates that commissions announced."""

from datetime import date
from fractions import Fraction

import pytest

from elections import verify
from elections.law.allocation import Allocation, allocate
from elections.law.editions import allocation_edition, allocation_edition_for
from elections.law.rules import Gap
from tests.law.cases import KNOWN, SEVEN, Known, ballot, seats_of

MAJILIS_2007 = {
    "nur-otan": 5247720,
    "osdp": 269310,
    "ak-zhol": 183346,
    "auyl": 89855,
    "knpk": 76799,
    "patriots": 46436,
    "rukhaniyat": 22159,
}


def by_edition(
    code: str, votes: dict[str, int], mandates: int, base: int | None = None
) -> Allocation:
    """Distribute by the threshold and the rules of an edition, and by nothing else."""
    rules = allocation_edition(code).allocation
    return allocate(ballot(votes), mandates=mandates, rules=rules, base=base)


by_name = pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)


@by_name
def test_announced_mandates_follow_from_announced_votes(known: Known) -> None:
    result = by_edition(known.edition, known.votes, known.mandates, known.base)

    assert result.seats == known.seats
    assert result.is_complete
    assert allocation_edition(known.edition).allocation.threshold.value == known.threshold


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2004, 9, 19), "majilis-2004"),
        (date(2007, 8, 18), "majilis-2007"),
        (date(2012, 1, 15), "majilis-2012"),
        (date(2016, 3, 20), "majilis-2016"),
        (date(2021, 1, 10), "majilis-2020"),
        (date(2023, 3, 19), "majilis-2022-11"),
    ],
)
def test_every_election_of_the_majilis_has_its_edition(day: date, code: str) -> None:
    assert allocation_edition_for("majilis", day).code == code


def test_in_2004_any_votes_of_the_fourth_list_give_the_announced_mandates() -> None:
    """AIST had 7.1 per cent; its votes are not known. The base follows from 60.61 per cent."""
    for aist in range(335_000, 340_001):
        votes = {"otan": 2883706, "ak-zhol": 572672, "asar": 541239, "aist": aist}

        assert by_edition("majilis-2004", votes, 10, base=4757806).seats == {
            "otan": 7,
            "ak-zhol": 1,
            "asar": 1,
            "aist": 1,
        }, aist


def test_in_2007_the_one_list_that_passed_received_every_mandate() -> None:
    result = by_edition("majilis-2007", MAJILIS_2007, 98)

    assert result.seats == dict.fromkeys(MAJILIS_2007, 0) | {"nur-otan": 98}
    assert result.is_complete
    assert [step.code for step in result.steps] == [
        "threshold",
        "quotient",
        "whole",
        "remainders",
        "result",
    ]
    assert [party.party for party in result.parties if party.passed] == ["nur-otan"]


def test_before_the_rule_of_the_second_list_its_place_may_be_tied() -> None:
    """Nobody asks who is second, so nobody has to decide."""
    votes = {"a": 96, "b": 2, "c": 2}

    assert by_edition("majilis-2007", votes, 2).seats == {"a": 2, "b": 0, "c": 0}
    assert by_edition("majilis-2012", votes, 9).decisions[0].code is Gap.SECOND_PLACE_TIED
    assert by_edition("majilis-2012", {"a": 96, "b": 4}, 2).decisions[0].code is (
        Gap.TOO_FEW_MANDATES
    )
    for code, gap in (("majilis-2007", Gap.ONE_LIST_ALONE), ("majilis-2012", Gap.ONE_LIST_ALONE)):
        assert by_edition(code, {"a": 96}, 9).decisions[0].code is gap


def test_aktobe_region_2021_whatever_the_list_had_whose_votes_are_not_known() -> None:
    """80.72 per cent of Nur Otan leave between 7,930 and 7,968 votes to Adal."""
    for adal in range(7_930, 7_969):
        votes = {"nur-otan": 256655, "ak-zhol": 27460, "auyl": 25893, "adal": adal}
        result = by_edition("maslikhat-2020", votes, 33)

        assert abs(10_000 * 256655 - 8072 * result.base) * 2 <= result.base
        assert result.seats == {"nur-otan": 27, "ak-zhol": 3, "auyl": 3, "adal": 0}


@pytest.mark.parametrize(
    ("code", "seats"),
    [
        ("majilis-2020", (76, 12, 10, 0, 0)),
        ("majilis-2021", (72, 11, 9, 6, 0)),
        ("kurultai-2026", (72, 11, 9, 6, 0)),
    ],
)
def test_the_votes_of_2021_under_other_editions(code: str, seats: tuple[int, ...]) -> None:
    votes = KNOWN[0].votes

    assert by_edition(code, votes, 98).seats == dict(zip(votes, seats, strict=True))


def test_the_votes_of_2021_at_three_per_cent() -> None:
    votes = KNOWN[0].votes
    result = seats_of(votes, 98, threshold=Fraction(3, 100))

    assert list(result.seats.values()) == [70, 11, 9, 5, 3]


@by_name
def test_the_second_program_gives_them_too(known: Known) -> None:
    base = sum(known.votes.values()) if known.base is None else known.base
    share = known.threshold

    result = verify.allocate(known.votes, known.mandates, share.numerator, share.denominator, base)

    assert result["seats"] == known.seats


def test_the_votes_of_2007_under_the_rule_of_2021_give_a_second_list_three_mandates() -> None:
    """In 2007 itself the one list that passed received all 98."""
    result = by_edition("majilis-2020", MAJILIS_2007, 98)

    assert result.seats == dict.fromkeys(MAJILIS_2007, 0) | {"nur-otan": 95, "osdp": 3}


def test_the_quotients_of_2021_are_those_worked_by_hand() -> None:
    majilis = KNOWN[0]

    result = seats_of(majilis.votes, 98, threshold=SEVEN)

    assert result.as_json()["quotient"] == "6599921/98"
    assert [p.whole for p in result.parties[:3]] == [76, 11, 9]
    # 0.442, 0.772, 0.786 of a mandate: the remainders of docs/allocation.md
    remainders = [p.remainder for p in result.parties[:3] if p.remainder is not None]
    assert [r.numerator * 1000 // r.denominator for r in remainders] == [442, 772, 785]


def test_a_threshold_of_another_base_changes_who_passes() -> None:
    """A list just above seven per cent of the valid votes may fall below it of the ballots."""
    votes = {"a": 9230, "b": 700, "c": 70}

    assert seats_of(votes, 10).seats == {"a": 9, "b": 1, "c": 0}
    assert [p.passed for p in seats_of(votes, 10, base=10001).parties] == [True, False, False]


def test_gaps_of_the_law_have_a_code_each() -> None:
    assert len({gap.value for gap in Gap}) == 4
