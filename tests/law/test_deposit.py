"""What a list costs, and when it is given back; minimum wages of 42,500 (2020) and 70,000 tenge."""

from __future__ import annotations

from fractions import Fraction

import pytest

from elections.law import deposit
from elections.law.editions import edition

MAJILIS, MASLIKHAT = edition("majilis-2020").deposit, edition("maslikhat-2020").deposit


def of_one(code: str, wage: int) -> Fraction:
    rules = edition(code).deposit
    return deposit.due(rules, persons=1, minimum_wage=wage, previous_share=None)


def test_the_amounts_that_commissions_named() -> None:
    assert of_one("majilis-2020", 42_500) == 637_500
    assert of_one("maslikhat-2020", 42_500) == 212_500
    assert of_one("majilis-2022-11", 70_000) == 1_050_000
    assert of_one("maslikhat-2022-11", 70_000) == 350_000


def test_every_person_on_the_list_is_paid_for() -> None:
    paid = deposit.due(MAJILIS, persons=126, minimum_wage=42_500, previous_share=None)

    assert paid == 126 * 637_500
    assert deposit.due(MAJILIS, persons=0, minimum_wage=42_500, previous_share=None) == 0


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("100/100", 0),
        ("7/100", 0),
        ("69999/1000000", 318_750),
        ("5/100", 318_750),
        ("49999/1000000", 446_250),
        ("3/100", 446_250),
        ("29999/1000000", 637_500),
        ("0", 637_500),
    ],
)
def test_who_won_votes_before_pays_less_for_the_majilis(share: str, expected: int) -> None:
    due = deposit.due(MAJILIS, persons=1, minimum_wage=42_500, previous_share=Fraction(share))

    assert due == expected


def test_for_a_maslikhat_five_per_cent_are_enough() -> None:
    def due(share: str) -> Fraction:
        return deposit.due(
            MASLIKHAT, persons=2, minimum_wage=42_500, previous_share=Fraction(share)
        )

    assert due("1/20") == 0
    assert due("4999/100000") == 425_000


def test_an_odd_sum_stays_exact() -> None:
    due = deposit.due(MAJILIS, persons=1, minimum_wage=1, previous_share=Fraction(3, 100))

    assert due == Fraction(21, 2)


@pytest.mark.parametrize(
    ("code", "share", "was_elected", "has_died", "expected"),
    [
        ("majilis-2020", "7/100", False, False, True),
        ("majilis-2020", "699/10000", False, False, False),
        ("majilis-2020", "0", True, False, False),  # not among the cases of 2021
        ("majilis-2020", "0", False, True, True),
        ("majilis-2022-11", "5/100", False, False, True),
        ("majilis-2022-11", "499/10000", False, False, False),
        ("majilis-2022-11", "0", True, False, True),
        ("majilis-2022-11", "0", False, True, True),
        ("maslikhat-2020", "0", True, False, True),
        ("maslikhat-2020", "0", False, False, False),
    ],
)
def test_when_a_deposit_is_given_back(
    code: str, share: str, was_elected: bool, has_died: bool, expected: bool
) -> None:
    is_refunded = deposit.is_refunded(
        edition(code).deposit, share=Fraction(share), was_elected=was_elected, has_died=has_died
    )

    assert is_refunded is expected
