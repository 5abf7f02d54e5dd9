"""Seven per cent and more, compared exactly."""

from fractions import Fraction

import pytest

from tests.law.cases import seats_of


def passed(votes: dict[str, int], threshold: Fraction, base: int | None = None) -> set[str]:
    result = seats_of(votes, 10, threshold=threshold, base=base)
    return {party.party for party in result.parties if party.passed}


def test_exactly_seven_per_cent_passes_and_one_vote_less_does_not() -> None:
    assert passed({"a": 86, "b": 7, "c": 7}, Fraction(7, 100)) == {"a", "b", "c"}
    assert passed({"a": 87, "b": 7, "c": 6}, Fraction(7, 100)) == {"a", "b"}


def test_a_share_that_no_floating_point_number_tells_from_the_threshold_is_told_apart() -> None:
    base = 10**30
    line = 7 * 10**28

    assert passed({"a": base - 2 * line, "b": line, "c": line - 1}, Fraction(7, 100), base) == {
        "a",
        "b",
    }


def test_the_base_may_be_larger_than_the_sum_of_the_votes() -> None:
    assert passed({"a": 50, "b": 7}, Fraction(7, 100), base=100) == {"a", "b"}
    assert passed({"a": 50, "b": 7}, Fraction(7, 100), base=101) == {"a"}


def test_a_threshold_of_zero_lets_every_list_pass_even_without_votes() -> None:
    votes = {"a": 5, "b": 0}

    assert passed(votes, Fraction(0)) == {"a", "b"}
    assert seats_of(votes, 3, threshold=Fraction(0)).seats == {"a": 3, "b": 0}


def test_a_threshold_of_a_hundred_per_cent_needs_every_vote() -> None:
    assert passed({"a": 9, "b": 1}, Fraction(1)) == set()
    assert passed({"a": 9, "b": 0}, Fraction(1)) == {"a"}


@pytest.mark.parametrize("threshold", [Fraction(0), Fraction(7, 100), Fraction(1)])
@pytest.mark.parametrize("base", [None, 100])
def test_where_nobody_has_a_vote_nobody_passes(threshold: Fraction, base: int | None) -> None:
    assert passed({"a": 0, "b": 0}, threshold, base) == set()


def test_the_step_says_how_many_votes_were_needed_and_how_many_lacked() -> None:
    votes = {"nur-otan": 5148074, "ak-zhol": 792828, "kpk": 659019, "auyl": 383023, "adal": 258618}

    step = seats_of(votes, 98).as_json()["steps"][0]

    assert (step["code"], step["base"], step["needed"]) == ("threshold", 7241562, 506910)
    assert step["line"] == "25345467/50"  # 506,909.34
    lacking = {row["party"]: row["short"] for row in step["rows"] if not row["passed"]}
    assert lacking == {"auyl": 123887, "adal": 248292}
    assert {row["short"] for row in step["rows"] if row["passed"]} == {0}


def test_the_needed_votes_are_the_line_itself_when_it_is_a_whole_number() -> None:
    step = seats_of({"a": 93, "b": 7}, 10).as_json()["steps"][0]

    assert step["needed"] == 7


def test_at_a_threshold_of_zero_no_votes_are_needed_unless_nobody_has_any() -> None:
    zero = Fraction(0)

    assert seats_of({"a": 5, "b": 0}, 3, threshold=zero).as_json()["steps"][0]["needed"] == 0
    step = seats_of({"a": 0, "b": 0}, 3, threshold=zero).as_json()["steps"][0]
    assert (step["needed"], [row["short"] for row in step["rows"]]) == (1, [1, 1])


def test_standings_grow_from_nothing_to_the_result() -> None:
    steps = seats_of({"a": 60, "b": 40, "c": 1}, 3).as_json()["steps"]

    standings = {s["code"]: {r["party"]: r["seats"] for r in s["standings"]} for s in steps}
    assert standings == {
        "threshold": {"a": 0, "b": 0},
        "quotient": {"a": 0, "b": 0},
        "whole": {"a": 1, "b": 1},
        "remainders": {"a": 2, "b": 1},
        "result": {"a": 2, "b": 1, "c": 0},
    }
