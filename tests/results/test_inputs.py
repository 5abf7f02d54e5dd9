"""What published figures allow to be computed: only what every rounding agrees on."""

from decimal import Decimal
from fractions import Fraction

import pytest

from elections.law.editions import MASLIKHAT_2020
from elections.results.record.inputs import Inputs, Known, inputs

RULES = MASLIKHAT_2020.allocation


def known(**lists: tuple[int | None, str | None]) -> list[Known]:
    return [
        Known(party, votes, None if percent is None else Decimal(percent))
        for party, (votes, percent) in lists.items()
    ]


def answer(mandates: int | None = 10, **lists: tuple[int | None, str | None]) -> Inputs | None:
    return inputs(known(**lists), mandates=mandates, rules=RULES)


AKTOBE: dict[str, tuple[int | None, str | None]] = {
    "nur": (256655, "80.72"),
    "zhol": (27460, "8.64"),
    "auyl": (25893, "8.14"),
    "adal": (None, None),
}


def test_votes_of_all_lists_are_taken_as_they_are() -> None:
    given = answer(a=(70, "70"), b=(30, None))
    assert given is not None
    assert (given.basis, given.base, given.votes) == ("votes", 100, {"a": 70, "b": 30})
    assert given.notes == ()


@pytest.mark.parametrize(
    "lists",
    [
        {},
        {"a": (None, None), "b": (None, None)},
        {"a": (None, "60"), "b": (None, None)},
        {"a": (50, None), "b": (None, None)},
    ],
)
def test_too_little_settles_nothing(lists: dict[str, tuple[int | None, str | None]]) -> None:
    assert answer(10, **lists) is None


def test_without_a_number_of_mandates_nothing_is_computed() -> None:
    assert answer(mandates=None, a=(70, "70"), b=(30, "30")) is None


def test_every_base_that_rounds_to_all_percentages_is_tried() -> None:
    given = answer(mandates=33, **AKTOBE)
    assert given is not None
    assert given.derivation is not None
    low, high = given.derivation["base_min"], given.derivation["base_max"]
    fits = [
        base
        for base in range(low - 100, high + 101)
        if all(
            abs(Fraction(100 * votes, base) - Fraction(percent)) <= Fraction(5, 1000)
            for votes, percent in AKTOBE.values()
            if votes is not None and percent is not None
        )
    ]
    assert fits == list(range(low, high + 1))
    assert given.derivation["bases_tried"] == len(fits)
    assert given.base == high


def test_a_list_without_votes_that_could_pass_stops_the_computation() -> None:
    # 80 of 100 leave 20 to the list whose votes are not known: it may have passed.
    assert answer(a=(8000, "80.00"), b=(None, None)) is None


def test_percentages_that_contradict_each_other_settle_nothing() -> None:
    assert answer(mandates=33, **AKTOBE | {"zhol": (27460, "9.00")}) is None


def test_percentages_alone_are_computed_in_hundredths() -> None:
    given = answer(mandates=10, a=(None, "70.00"), b=(None, "27.5"), c=(None, "2.50"))
    assert given is not None
    assert given.votes == {"a": 7000, "b": 2750, "c": 250}
    assert given.unit == "hundredth_of_percent"
    assert "rounding_checked" in given.notes


def test_percentages_whose_rounding_can_change_the_threshold_settle_nothing() -> None:
    # 7.00 may have been 6.995 before it was rounded.
    assert answer(a=(None, "60.00"), b=(None, "33.00"), c=(None, "7.00")) is None


def test_percentages_whose_rounding_can_change_a_remainder_settle_nothing() -> None:
    # Equal remainders as printed: a hundredth decides who has the last mandate.
    assert answer(mandates=3, a=(None, "50.00"), b=(None, "50.00")) is None


def test_percentages_with_more_digits_than_hundredths_are_not_guessed_at() -> None:
    assert answer(a=(None, "70.123"), b=(None, "29.877")) is None


def test_the_json_has_every_key_even_where_there_is_nothing() -> None:
    given = answer(a=(70, None), b=(30, None))
    assert given is not None
    assert given.as_json() == {
        "basis": "votes",
        "unit": "vote",
        "base": 100,
        "votes": {"a": 70, "b": 30},
        "left_out": [],
        "notes": [],
        "derivation": None,
    }
