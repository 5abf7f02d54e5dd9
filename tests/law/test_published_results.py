"""The law's method gives the mandates that commissions announced."""

import pytest

from elections import verify
from elections.law.rules import Gap
from tests.law.cases import KNOWN, SEVEN, Known, seats_of

by_name = pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)


@by_name
def test_announced_mandates_follow_from_announced_votes(known: Known) -> None:
    result = seats_of(known.votes, known.mandates, threshold=known.threshold, base=known.base)

    assert result.seats == known.seats
    assert result.is_complete


@by_name
def test_the_second_program_gives_them_too(known: Known) -> None:
    base = sum(known.votes.values()) if known.base is None else known.base
    share = known.threshold

    result = verify.allocate(known.votes, known.mandates, share.numerator, share.denominator, base)

    assert result["seats"] == known.seats


def test_the_votes_of_2007_under_the_rule_of_2021_give_a_second_list_three_mandates() -> None:
    """In 2007 itself the one list that passed received all 98."""
    votes = {"nur-otan": 5247720, "osdp": 269310, "ak-zhol": 183346, "auyl": 89855}

    result = seats_of(votes, 98)

    assert result.seats == {"nur-otan": 95, "osdp": 3, "ak-zhol": 0, "auyl": 0}


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
