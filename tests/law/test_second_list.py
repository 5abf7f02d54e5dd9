"""A single list passes: the next by votes gets 0.7 of its quotas, and at least two mandates."""

import pytest

from elections.law.rules import Gap
from tests.law.cases import at_hour, seats_of


def test_the_second_list_gets_its_quotas_times_seven_tenths() -> None:
    # 6 of 94 + 6 is six quotas of a hundred mandates; times 0.7 is 4.2.
    result = seats_of({"a": 94, "b": 6}, 100)

    assert result.seats == {"a": 96, "b": 4}


def test_the_second_list_takes_part_without_having_passed() -> None:
    result = seats_of({"a": 94, "b": 6}, 100)

    second = result.as_json()["parties"][1]
    assert second == {
        "party": "b",
        "votes": 6,
        "passed": False,
        "whole": 4,
        "remainder": "1/5",
        "seats": 4,
    }


def test_votes_of_other_lists_are_no_part_of_the_quotient() -> None:
    result = seats_of({"a": 880, "b": 60, "c": 59, "d": 1}, 94)

    assert result.as_json()["quotient"] == "10/1"  # (880 + 60) / 94
    assert result.seats == {"a": 90, "b": 4, "c": 0, "d": 0}  # 60 / 10 × 0.7 = 4.2


def test_the_second_list_gets_at_least_two_mandates() -> None:
    result = seats_of({"a": 970, "b": 30}, 20)  # 0.6 × 0.7 = 0.42

    assert result.seats == {"a": 18, "b": 2}


def test_the_minimum_counts_even_for_a_list_without_votes() -> None:
    result = seats_of({"a": 100, "b": 0}, 20)

    assert result.seats == {"a": 18, "b": 2}


def test_freed_mandates_go_to_the_list_that_passed_however_many_they_are() -> None:
    result = seats_of({"a": 935, "b": 65}, 1000)  # 65 × 0.7 = 45.5: 20 mandates freed, two lists

    assert result.seats == {"a": 955, "b": 45}
    step = result.as_json()["steps"][4]
    assert (step["code"], step["open"]) == ("remainders", 20)
    assert [(row["party"], row["gets"]) for row in step["rows"]] == [("a", 20), ("b", 0)]


def test_the_list_that_passed_gives_what_the_minimum_takes() -> None:
    result = seats_of({"a": 100, "b": 0}, 20)

    steps = {step["code"]: step for step in result.as_json()["steps"]}
    assert steps["whole"]["open"] == -2
    assert [row["raised"] for row in steps["whole"]["rows"]] == [False, True]
    assert [row["gets"] for row in steps["remainders"]["rows"]] == [-2, 0]


def test_nothing_is_raised_to_a_minimum_that_is_reached() -> None:
    # 3 of 100 is 3 quotas of a hundred mandates, times 0.7 is 2.1.
    whole = seats_of({"a": 97, "b": 3}, 100).as_json()["steps"][3]

    assert [(row["whole"], row["raised"]) for row in whole["rows"]] == [(97, False), (2, False)]


def test_a_list_that_passed_has_no_minimum() -> None:
    whole = seats_of({"a": 93, "b": 7}, 10).as_json()["steps"][2]

    assert [(row["whole"], row["raised"]) for row in whole["rows"]] == [(9, False), (0, False)]


def test_the_steps_stand_in_order() -> None:
    codes = [step["code"] for step in seats_of({"a": 94, "b": 6}, 100).as_json()["steps"]]

    assert codes == ["threshold", "exception", "quotient", "whole", "remainders", "result"]


def test_both_lists_stand_there_from_the_exception_on() -> None:
    steps = seats_of({"a": 94, "b": 6}, 100).as_json()["steps"]

    standings = [[(row["party"], row["seats"]) for row in step["standings"]] for step in steps]
    assert standings == [
        [("a", 0)],
        [("a", 0), ("b", 0)],
        [("a", 0), ("b", 0)],
        [("a", 94), ("b", 4)],
        [("a", 96), ("b", 4)],
        [("a", 96), ("b", 4)],
    ]


def test_no_exception_when_two_lists_pass() -> None:
    codes = [step["code"] for step in seats_of({"a": 93, "b": 7}, 100).as_json()["steps"]]

    assert codes == ["threshold", "quotient", "whole", "remainders", "result"]


def test_a_tie_for_second_place_is_for_the_commission() -> None:
    result = seats_of({"a": 88, "b": 5, "c": 5, "d": 2}, 10)

    assert result.seats == {"a": None, "b": None, "c": None, "d": 0}
    assert [party.whole for party in result.parties] == [None, None, None, 0]
    assert [decision.code for decision in result.decisions] == [Gap.SECOND_PLACE_TIED]
    exception = result.as_json()["steps"][1]
    assert (exception["second"], exception["options"]) == (None, ["b", "c"])


def test_registration_does_not_settle_the_second_place() -> None:
    times = {"a": at_hour(1), "b": at_hour(2), "c": at_hour(3)}

    result = seats_of({"a": 90, "b": 5, "c": 5}, 10, registered=times)

    assert result.seats == {"a": None, "b": None, "c": None}


@pytest.mark.parametrize("mandates", [1, 2])
def test_a_minimum_that_leaves_none_to_the_list_that_passed_is_for_the_commission(
    mandates: int,
) -> None:
    result = seats_of({"a": 95, "b": 5}, mandates)

    assert result.seats == {"a": None, "b": None}
    assert [decision.code for decision in result.decisions] == [Gap.TOO_FEW_MANDATES]
