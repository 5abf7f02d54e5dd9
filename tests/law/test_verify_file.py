"""verify.py reads a published file, recomputes every seat and step, and says what differs."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elections import verify
from elections.law.allocation import allocate
from elections.law.editions import MAJILIS_2020
from tests.law.bodies import body, written
from tests.law.cases import at_hour, ballot


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(data: object, *more: str) -> tuple[int, str]:
        path = tmp_path / "result.json"
        path.write_bytes(data if isinstance(data, bytes) else written(data))
        status = verify.main([str(path), *more])
        streams = capsys.readouterr()
        return status, streams.out + streams.err

    return run


Check = Callable[..., tuple[int, str]]


def test_the_majilis_is_equal(check: Check) -> None:
    status, said = check(body())

    assert status == 0
    assert "EQUAL" in said
    assert hashlib.sha256(written(body())).hexdigest() in said


def test_a_digest_given_is_compared(check: Check) -> None:
    digest = hashlib.sha256(written(body())).hexdigest()

    assert check(body(), digest)[0] == 0
    assert check(body(), digest.upper())[0] == 0
    status, said = check(body(), "0" * 64)
    assert status == 1
    assert "SHA-256 of the file is not" in said


def test_a_base_that_is_not_made_of_the_votes_is_found_though_all_follows_from_it(
    check: Check,
) -> None:
    for base in (9_500_000, 7_000_000, 7_241_563):
        made = body(base=base, announced=None)
        status, said = check(made)
        assert status == 1
        assert "votes against all: published 0" in said


def test_what_is_counted_here_shows_its_base_as_valid_ballots(check: Check) -> None:
    made = body() | {"counting": {}, "figures": [{"code": "valid", "value": "7241562"}]}
    assert check(made)[0] == 0
    made["figures"][0]["value"] = "7241563"
    assert "valid ballots: published 7241563, by the base 7241562" in check(made)[1]


EXCEPTION = body({"a": 940, "b": 60}, 10, announced=None)


@pytest.mark.parametrize(
    ("step", "name", "to"),
    [
        (1, "first", "b"),
        (1, "second", None),
        (1, "options", ["a"]),
        (1, "factor", "8/10"),
        (1, "minimum", 1),
        (2, "votes", 941),
        (4, "open", 2),
    ],
)
def test_each_changed_number_of_the_exception_is_found(
    check: Check, step: int, name: str, to: object
) -> None:
    assert check(copy.deepcopy(EXCEPTION))[0] == 0
    made = change(copy.deepcopy(EXCEPTION), "allocation", "steps", step, name, to=to)
    assert check(made)[0] == 1


def test_a_fraction_is_shown_as_one(check: Check) -> None:
    made = change(body(), "allocation", "parties", 1, "remainder", to=None)
    assert "ak-zhol: remainder published open, recomputed 5098013/6599921" in check(made)[1]


def against_all(shown: object, threshold_base: str = "valid_votes") -> dict[str, Any]:
    """Make a result whose base holds ten votes against all, which the figures show so."""
    made = body({"a": 900, "b": 90}, 10, base=1000, announced=None)
    made["figures"] = [
        {"code": "invalid", "value": "3"},
        {"code": "against_all", "value": shown},
    ]
    made["edition"]["threshold_base"] = threshold_base
    return made


def test_the_base_is_votes_for_lists_and_against_all(check: Check) -> None:
    assert check(against_all("10"))[0] == 0
    for shown in ("9", None, 10):
        status, said = check(against_all(shown))
        assert status == 1
        assert "votes against all: published" in said
        assert "by the base 10" in said


def test_another_base_is_not_made_of_them(check: Check) -> None:
    assert check(against_all("9", "ballots_issued"))[0] == 0


def change(made: dict[str, Any], *path: str | int, to: object) -> dict[str, Any]:
    place: Any = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return made


TAMPERED: list[tuple[tuple[str | int, ...], object]] = [
    (("allocation", "parties", 0, "seats"), 77),
    (("allocation", "parties", 0, "seats"), None),
    (("allocation", "parties", 0, "whole"), 77),
    (("allocation", "parties", 0, "remainder"), "1/2"),
    (("allocation", "parties", 0, "remainder"), None),
    (("allocation", "parties", 3, "remainder"), "0/1"),
    (("allocation", "parties", 0, "votes"), 5148075),
    (("allocation", "parties", 3, "passed"), True),
    (("allocation", "parties", 3, "passed"), 0),
    (("allocation", "parties", 4, "seats"), False),
    (("allocation", "parties", 4, "whole"), 1),
    (("allocation", "quotient"), "6599921/99"),
    (("allocation", "lots"), [{"question": "x", "options": ["a"], "seats": 1}]),
    (("allocation", "decisions"), [{"code": "nobody_passes", "article": ""}]),
    (("input", "votes", "nur-otan"), 5148075),
    (("input", "base"), 12000000),
    (("mandates",), 99),
    (("edition", "threshold"), "5/100"),
    (("lists", 1, "votes"), 792829),
    (("lists", 1, "published_seats"), 13),
    (("comparison", "status"), "different"),
    (("allocation", "steps"), []),
    (("allocation", "steps", 0, "code"), "quotient"),
    (("allocation", "steps", 0, "threshold"), "5/100"),
    (("allocation", "steps", 0, "base"), 7241563),
    (("allocation", "steps", 0, "rows", 3, "passed"), True),
    (("allocation", "steps", 0, "rows", 3, "votes"), 383024),
    (("allocation", "steps", 1, "votes"), 6599922),
    (("allocation", "steps", 1, "mandates"), 97),
    (("allocation", "steps", 1, "quotient"), "6599921/97"),
    (("allocation", "steps", 2, "rows", 0, "whole"), 77),
    (("allocation", "steps", 2, "rows", 0, "remainder"), "1/2"),
    (("allocation", "steps", 3, "rows", 0, "gets"), 0),
    (("allocation", "steps", 4, "rows", 0, "extra"), 1),
    (("allocation", "steps", 4, "rows", 0, "seats"), 77),
    (("allocation", "steps", 4, "mandates"), 99),
    (("allocation", "steps", 0, "line"), "506909/1"),
    (("allocation", "steps", 0, "needed"), 506911),
    (("allocation", "steps", 0, "rows", 3, "short"), 123888),
    (("allocation", "steps", 0, "rows"), body()["allocation"]["steps"][0]["rows"][:-1]),
    (("allocation", "steps", 0, "standings", 0, "seats"), 1),
    (("allocation", "steps", 0, "standings"), []),
    (("allocation", "steps", 1, "quotient"), None),
    (("allocation", "steps", 1, "standings", 2, "seats"), 10),
    (("allocation", "steps", 2, "given"), 97),
    (("allocation", "steps", 2, "open"), 1),
    (("allocation", "steps", 2, "rows", 0, "quotas"), "76/1"),
    (("allocation", "steps", 2, "rows", 0, "raised"), True),
    (("allocation", "steps", 2, "rows"), body()["allocation"]["steps"][2]["rows"][:-1]),
    (("allocation", "steps", 2, "standings", 0, "seats"), 77),
    (("allocation", "steps", 3, "open"), 3),
    (("allocation", "steps", 3, "rows", 0, "why"), "lot"),
    (("allocation", "steps", 3, "standings", 0, "party"), "auyl"),
    (("allocation", "steps", 4, "rows"), []),
    (("allocation", "steps", 4, "standings", 4, "seats"), 1),
    (("lists",), body()["lists"][:-1]),
]


@pytest.mark.parametrize(("path", "to"), TAMPERED, ids=str)
def test_each_changed_number_is_found(
    check: Check, path: tuple[str | int, ...], to: object
) -> None:
    status, said = check(change(body(), *path, to=to))

    assert status == 1
    assert "DIFFERENT" in said
    assert "EQUAL" not in said


def test_a_changed_result_that_does_not_follow_from_the_votes_is_named(check: Check) -> None:
    made = change(body(), "allocation", "parties", 0, "seats", to=77)

    assert "nur-otan: seats published 77, recomputed 76" in check(made)[1]


UNUSABLE: list[tuple[tuple[str | int, ...], object]] = [
    (("schema",), "tizim/result/2"),
    (("allocation",), []),
    (("allocation", "parties"), None),
    (("allocation", "parties", 0), 5),
    (("allocation", "parties", 0, "party"), None),
    (("allocation", "parties", 0, "party"), "nobody"),
    (("allocation", "parties", 0, "party"), "ak-zhol"),
    (("allocation", "parties", 0, "remainder"), 5),
    (("allocation", "parties", 0, "remainder"), "1/0"),
    (("allocation", "quotient"), None),
    (("allocation", "quotient"), "1.5"),
    (("allocation", "quotient"), "１/２"),
    (("allocation", "quotient"), "9" * 5000 + "/1"),
    (("allocation", "lots"), None),
    (("allocation", "lots"), [5]),
    (("allocation", "decisions"), None),
    (("allocation", "steps"), None),
    (("allocation", "steps", 0), "threshold"),
    (("allocation", "steps", 0, "rows"), None),
    (("allocation", "steps", 0, "rows"), body()["allocation"]["steps"][0]["rows"] * 2),
    (("allocation", "steps", 0, "rows", 0), None),
    (("allocation", "steps", 0, "rows", 0, "party"), "nobody"),
    (("allocation", "decisions"), ["nobody_passes"]),
    (("input",), None),
    (("input", "votes"), {}),
    (("input", "votes"), []),
    (("input", "votes", "nur-otan"), "5148074"),
    (("input", "votes", "nur-otan"), -1),
    (("input", "votes", "nur-otan"), True),
    (("input", "votes", "nur-otan"), 10**1001),
    (("input", "base"), None),
    (("input", "registered"), {}),
    (("mandates",), None),
    (("mandates",), 0),
    (("mandates",), 10**9),
    (("edition",), None),
    (("edition", "threshold"), None),
    (("edition", "threshold"), "7"),
    (("lists",), None),
    (("lists", 0), "nur-otan"),
    (("comparison",), None),
    (("comparison", "status"), 7),
]


def short(value: object) -> str:
    """Name a value in a test's id: in ASCII, for `make mutants` collects the tests repeatedly."""
    return str(value)[:60].encode("ascii", "replace").decode()


@pytest.mark.parametrize(("path", "to"), UNUSABLE, ids=short)
def test_what_cannot_be_read_is_said_and_not_a_traceback(
    check: Check, path: tuple[str | int, ...], to: object
) -> None:
    status, said = check(change(body(), *path, to=to))

    assert status == 2
    assert "cannot be checked" in said
    assert "EQUAL" not in said


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b"{", "no JSON"),
        (b"[]", "the file is missing or not what it should be"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"schema": 1.0}', "1.0 is not a whole number"),
        (b'{"schema": NaN}', "NaN is not a whole number"),
        (b'{"a": 1, "a": 2}', "stands twice"),
        (b'{"schema": ' + b"9" * 5000 + b"}", "a number cannot be read"),
    ],
)
def test_files_that_are_no_published_result(check: Check, data: bytes, message: str) -> None:
    status, said = check(data)

    assert status == 2
    assert message in said


def places(made: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """List every place of a body at which a value can be exchanged."""
    found = [path] if path else []
    if isinstance(made, dict):
        return found + [place for key in made for place in places(made[key], (*path, key))]
    if isinstance(made, list):
        return found + [
            p for index in range(len(made)) for p in places(made[index], (*path, index))
        ]
    return found


DRAWN = body(
    {"a": 100, "b": 100, "c": 100, "d": 3},
    10,
    announced=None,
    registered={"a": at_hour(1), "b": at_hour(1), "c": at_hour(2), "d": at_hour(3)},
)
DRAWN["allocation"]["lots"][0]["drawn"] = ["a"]
anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 200),
    st.text(max_size=3),
    st.sampled_from([[], {}, [[]], [{}], {"a": []}, [[1, 2]], ["a", ["b"]], 10**40, "1/1", "a"]),
)


@given(st.sampled_from(places(DRAWN)), anything)
@settings(max_examples=400)
def test_whatever_stands_in_a_place_there_is_an_answer(
    path: tuple[str | int, ...], to: object
) -> None:
    try:
        found = verify.check(change(copy.deepcopy(DRAWN), *path, to=to))
    except verify.UnusableError:
        return
    assert all(isinstance(sentence, str) for sentence in found)


def test_a_result_without_computed_seats_says_so(check: Check) -> None:
    made = body()
    made["allocation"] = made["input"] = None

    status, said = check(made)

    assert status == 2
    assert "no seats were computed here" in said


def test_missing_files_directories_and_wrong_calls(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main([str(tmp_path / "absent.json")]) == 2
    assert verify.main([str(tmp_path)]) == 2
    assert verify.main([]) == 2
    assert verify.main(["a", "b", "c"]) == 2
    assert verify.main(["--help"]) == 2
    assert "usage:" in capsys.readouterr().err


def test_announced_seats_that_differ_are_a_verdict_of_their_own(check: Check) -> None:
    announced = {"nur-otan": 77, "ak-zhol": 11, "kpk": 10, "auyl": 0, "adal": 0}
    made = body(announced=announced)

    assert check(made)[0] == 1
    made["comparison"]["status"] = "different"
    assert check(made)[0] == 0


def test_without_announced_seats_there_is_nothing_to_compare_with(check: Check) -> None:
    assert check(body(announced=None))[0] == 0


def test_an_open_lot_is_equal_when_it_is_published_as_open(check: Check) -> None:
    made = body({"a": 100, "b": 100, "c": 100}, 10, announced=None)

    assert made["allocation"]["parties"][0]["seats"] is None
    assert check(made)[0] == 0
    assert check(change(made, "allocation", "parties", 0, "seats", to=4))[0] == 1


def test_registration_decides_here_too(check: Check) -> None:
    times = {"a": at_hour(3), "b": at_hour(1), "c": at_hour(2)}
    made = body({"a": 100, "b": 100, "c": 100}, 10, announced=None, registered=times)

    assert check(made)[0] == 0
    made["input"]["registered"]["a"] = ["2020-11-01T00:00:00Z", 0]
    assert check(made)[0] == 1


@pytest.mark.parametrize("time", ["yesterday", "2020-11-27T10:00:00", 5, None, [], ["x", 1]])
def test_times_of_registration_that_cannot_be_read(check: Check, time: object) -> None:
    times = {"a": at_hour(3), "b": at_hour(1), "c": at_hour(2)}
    made = body({"a": 100, "b": 100, "c": 100}, 10, announced=None, registered=times)

    assert check(change(made, "input", "registered", "a", to=time))[0] == 2


def test_a_drawn_lot_is_followed(check: Check) -> None:
    votes = {"a": 100, "b": 100, "c": 100}
    (lot,) = allocate(ballot(votes), mandates=10, rules=MAJILIS_2020.allocation).lots
    made = body(votes, 10, announced=None, drawn={lot.digest: ["b"]})

    assert made["allocation"]["parties"][1]["seats"] == 4
    assert check(made)[0] == 0
    assert check(change(made, "allocation", "lots", 0, "drawn", to=["c"]))[0] == 1
    assert check(change(made, "allocation", "lots", 0, "drawn", to=["b", "c"]))[0] == 2


@pytest.mark.parametrize(
    ("votes", "mandates"),
    [
        ({"a": 94, "b": 6}, 100),
        ({"a": 100, "b": 0}, 20),
        ({"a": 88, "b": 5, "c": 5, "d": 2}, 10),
        ({"a": 0, "b": 0}, 10),
        ({"a": 7}, 10),
        ({"a": 95, "b": 5}, 2),
    ],
)
def test_exceptions_and_open_decisions_are_equal(
    check: Check, votes: dict[str, int], mandates: int
) -> None:
    assert check(body(votes, mandates, announced=None))[0] == 0


def test_a_quotient_of_what_cannot_be_distributed_is_found(check: Check) -> None:
    made = body({"a": 0, "b": 0}, 10, announced=None)

    status, said = check(change(made, "allocation", "quotient", to="0/1"))

    assert status == 1
    assert "a quotient is published, but nothing can be distributed" in said


def test_percentages_are_computed_with_as_hundredths(check: Check) -> None:
    votes = {"nur-otan": 6811, "ak-zhol": 1011, "auyl": 768, "kpk": 731, "adal": 679}
    made = body(votes, 39, announced=None)
    made["input"]["unit"] = "hundredth_of_percent"
    for entry in made["lists"]:
        entry["votes"] = None

    assert check(made)[0] == 0
