"""Equal remainders: the list registered earlier, else a lot, and no lot whose outcome is known."""

from dataclasses import replace

import pytest

from elections.law.allocation import AllocationInputError, Lot, allocate
from elections.law.editions import MAJILIS_2020
from tests.law.cases import at_hour, ballot, seats_of

RULES = MAJILIS_2020.allocation
# Three lists, ten mandates: 3.33 each, one mandate open, all remainders equal.
THREE = {"a": 100, "b": 100, "c": 100}


def test_a_lot_is_asked_for_when_registration_is_not_known() -> None:
    result = seats_of(THREE, 10)

    assert result.seats == {"a": None, "b": None, "c": None}
    assert [lot.as_json() for lot in result.lots] == [
        {"question": "equal_remainders 1/3 30/1", "options": ["a", "b", "c"], "seats": 1}
    ]
    assert not result.is_complete


def test_the_list_registered_earlier_gets_the_mandate() -> None:
    times = {"a": at_hour(3), "b": at_hour(1), "c": at_hour(2)}

    result = seats_of(THREE, 10, registered=times)

    assert result.seats == {"a": 3, "b": 4, "c": 3}
    assert result.lots == ()


def test_the_step_says_that_registration_decided() -> None:
    times = {"a": at_hour(3), "b": at_hour(1), "c": at_hour(2)}

    step = seats_of(THREE, 10, registered=times).as_json()["steps"][3]

    assert {row["party"]: (row["gets"], row["why"]) for row in step["rows"]} == {
        "a": (0, "registered_earlier"),
        "b": (1, "registered_earlier"),
        "c": (0, "registered_earlier"),
    }
    # In the order in which mandates are given, as far as they reach.
    assert [row["party"] for row in step["rows"]] == ["b", "c", "a"]


def test_the_number_of_the_resolution_tells_lists_of_one_instant_apart() -> None:
    times = {"a": at_hour(1, 12), "b": at_hour(1, 11), "c": at_hour(1, 13)}

    assert seats_of(THREE, 10, registered=times).seats == {"a": 3, "b": 4, "c": 3}


def test_lists_of_one_instant_need_a_lot_among_themselves_alone() -> None:
    times = {"a": at_hour(2), "b": at_hour(1), "c": at_hour(2)}

    # Eleven mandates: 3.67 each, two open; "b" was first, "a" and "c" draw for the other.
    result = seats_of(THREE, 11, registered=times)

    assert result.seats == {"a": None, "b": 4, "c": None}
    assert result.lots[0].options == ("a", "c")
    assert result.lots[0].seats == 1


def test_a_list_registered_too_late_to_win_is_not_in_the_lot() -> None:
    times = {"a": at_hour(1), "b": at_hour(1), "c": at_hour(2)}

    result = seats_of(THREE, 10, registered=times)

    assert result.seats == {"a": None, "b": None, "c": 3}
    assert result.lots[0].options == ("a", "b")


def test_no_lot_when_lists_of_one_instant_all_receive_a_mandate() -> None:
    times = {"a": at_hour(1), "b": at_hour(1), "c": at_hour(2)}

    result = seats_of(THREE, 11, registered=times)

    assert result.seats == {"a": 4, "b": 4, "c": 3}
    assert result.lots == ()


def test_no_lot_when_there_are_as_many_mandates_as_equal_remainders() -> None:
    # Three mandates give 0.75, 0.75 and 1.5: two are open, and two remainders are the largest.
    result = seats_of({"a": 25, "b": 25, "d": 50}, 3)

    assert result.seats == {"a": 1, "b": 1, "d": 1}
    rows = result.as_json()["steps"][3]["rows"]
    assert [(row["party"], row["gets"], row["why"]) for row in rows] == [
        ("a", 1, "remainder"),
        ("b", 1, "remainder"),
        ("d", 0, "remainder"),
    ]


def test_no_lot_among_equal_lists_when_nothing_is_open() -> None:
    result = seats_of({"a": 50, "b": 50}, 10)

    assert result.seats == {"a": 5, "b": 5}
    rows = result.as_json()["steps"][3]["rows"]
    assert [(row["gets"], row["why"]) for row in rows] == [(0, "remainder")] * 2


def test_lists_outside_the_tie_keep_their_seats() -> None:
    # 10 mandates over 1000: 4.5, 3.5, 2.0; one open between a and b.
    result = seats_of({"a": 450, "b": 350, "c": 200}, 10)

    assert result.seats == {"a": None, "b": None, "c": 2}
    assert result.as_json()["lots"][0]["options"] == ["a", "b"]


def test_one_mandate_between_two_equal_lists_is_a_lot() -> None:
    assert seats_of({"a": 5, "b": 5}, 1).seats == {"a": None, "b": None}


def test_remainders_that_differ_by_less_than_any_floating_point_number_are_no_tie() -> None:
    votes = {"a": 10**30 + 1, "b": 10**30}

    assert seats_of(votes, 1).seats == {"a": 1, "b": 0}


def test_a_drawn_lot_gives_the_mandates_and_stays_on_record() -> None:
    asked = seats_of(THREE, 11).lots[0]

    result = allocate(ballot(THREE), mandates=11, rules=RULES, drawn={asked.digest: ["c", "a"]})

    assert result.seats == {"a": 4, "b": 3, "c": 4}
    assert result.is_complete
    assert result.as_json()["lots"] == [
        {
            "question": "equal_remainders 2/3 300/11",
            "options": ["a", "b", "c"],
            "seats": 2,
            "drawn": ["a", "c"],
        }
    ]


def test_the_step_says_that_a_lot_decides_and_what_it_gave() -> None:
    asked = seats_of(THREE, 10)
    (lot,) = asked.lots
    drawn = allocate(ballot(THREE), mandates=10, rules=RULES, drawn={lot.digest: ["b"]})

    for result, rows in (
        (asked, [("a", None), ("b", None), ("c", None)]),
        (drawn, [("b", 1), ("a", 0), ("c", 0)]),
    ):
        step = result.as_json()["steps"][3]
        assert [(row["party"], row["gets"]) for row in step["rows"]] == rows
        assert {row["why"] for row in step["rows"]} == {"lot"}


def test_a_drawn_lot_is_not_applied_to_another_question() -> None:
    asked = seats_of(THREE, 10).lots[0]
    changed = {"a": 101, "b": 101, "c": 101}

    result = allocate(ballot(changed), mandates=10, rules=RULES, drawn={asked.digest: ["a"]})

    assert result.seats == {"a": None, "b": None, "c": None}
    assert result.ignored_lots == (asked.digest,)


@pytest.mark.parametrize("winners", [[], ["a", "b"], ["x"]])
def test_winners_that_do_not_answer_the_question_are_refused(winners: list[str]) -> None:
    asked = seats_of(THREE, 10).lots[0]

    with pytest.raises(AllocationInputError, match=r"^the drawn lot does not answer its question$"):
        allocate(ballot(THREE), mandates=10, rules=RULES, drawn={asked.digest: winners})


def test_the_same_winner_twice_is_refused() -> None:
    asked = seats_of(THREE, 11).lots[0]

    with pytest.raises(AllocationInputError, match=r"^the drawn lot does not answer its question$"):
        allocate(ballot(THREE), mandates=11, rules=RULES, drawn={asked.digest: ["a", "a"]})


def test_the_question_does_not_depend_on_lists_that_did_not_pass() -> None:
    one = seats_of(THREE | {"x": 3}, 10).lots[0]
    other = seats_of(THREE | {"x": 4, "y": 1}, 10).lots[0]

    assert one.digest == other.digest


def test_equal_remainders_stand_by_votes_then_by_name() -> None:
    # 1.25, 1.25 and 2.5 of five mandates: one open, the largest remainder receives it.
    rows = seats_of({"b": 25, "a": 25, "d": 50}, 5).as_json()["steps"][3]["rows"]
    assert [row["party"] for row in rows] == ["d", "a", "b"]

    # 3.5 and 1.5 of five: a lot; the larger list stands first.
    rows = seats_of({"a": 30, "b": 70}, 5).as_json()["steps"][3]["rows"]
    assert [(row["party"], row["gets"]) for row in rows] == [("b", None), ("a", None)]

    # 5.6, 2.7 and 1.7 of ten: two open for two equal remainders, the larger list first.
    rows = seats_of({"a": 17, "b": 27, "c": 56}, 10).as_json()["steps"][3]["rows"]
    assert [(row["party"], row["gets"]) for row in rows] == [("b", 1), ("a", 1), ("c", 0)]

    # 4.6, 2.6, 1.8 and 1.0 of ten: a lot behind the largest remainder and before the smallest.
    rows = seats_of({"a": 18, "b": 26, "c": 46, "d": 10}, 10).as_json()["steps"][3]["rows"]
    assert [(row["party"], row["gets"]) for row in rows] == [
        ("a", 1),
        ("c", None),
        ("b", None),
        ("d", 0),
    ]


def test_a_lot_is_read_as_it_was_written() -> None:
    (asked,) = seats_of({"a": 60, "b": 60}, 3).lots
    answered = replace(asked, drawn=("b",))
    for lot in (asked, answered):
        assert Lot.from_json(lot.as_json()) == replace(lot, article="")
        assert Lot.from_json(lot.as_json()).digest == asked.digest
