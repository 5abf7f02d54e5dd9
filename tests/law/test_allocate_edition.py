"""manage.py allocate by an edition of the law, and beside the second program."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections import verify
from elections.law.allocation import Allocation, ListVotes, allocate
from elections.law.editions import ALLOCATION_EDITIONS, MAJILIS_2020, MASLIKHAT_2020_LOT
from elections.law.outcome import Decision, Lot
from elections.law.rules import AllocationEdition, Gap
from elections.management.commands.allocate import Command
from elections.management.second import differences
from tests.law.cases import at_hour, ballot
from tests.law.test_allocation_properties import ballots, mandates

Run = Callable[..., tuple[int, str, str]]
MAJILIS_2023 = """party,votes
Amanat,3431510
Auyl,693938
Respublica,547154
Ak Zhol,535139
KPK,432920
OSDP,331058
Baitaq,146431
"""
SEATS_2023 = [40, 8, 6, 6, 5, 4, 0]
ARTICLE = "Art. 5(3) of the Law on Local Government and Self-Government"
OLD = f"maslikhat-2020: %d deputies at most ({ARTICLE}; T-old)"
HALF = f"maslikhat-2022-11: 50 deputies at most ({ARTICLE}; unconfirmed), half of them by list"
ALONE = "party,votes\na,96\nb,3\nc,1\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command as manage.py does: (exit status, standard output, standard error)."""

    def started(text: str, *arguments: str) -> tuple[int, str, str]:
        path = tmp_path / "votes.csv"
        path.write_text(text, encoding="utf-8")
        status = 0
        try:
            Command().run_from_argv(["manage.py", "allocate", str(path), *arguments])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        streams = capsys.readouterr()
        return status, streams.out, streams.err

    return started


def seats(out: str) -> list[int | None]:
    return [party["seats"] for party in json.loads(out)["parties"]]


def test_the_majilis_of_2023_by_its_edition(run: Run) -> None:
    arguments = ("--edition", "majilis-2022-11", "--base", "6366441", "--json")
    status, out, err = run(MAJILIS_2023, *arguments)

    # 69 mandates and 5 per cent are the edition's.
    assert (status, seats(out), err) == (0, SEATS_2023, "edition: majilis-2022-11\n")


def test_a_body_and_a_day_propose_the_edition(run: Run) -> None:
    arguments = ("--body", "majilis", "--day", "2023-03-19", "--base", "6366441", "--json")
    status, out, err = run(MAJILIS_2023, *arguments)

    assert (status, seats(out), err) == (0, SEATS_2023, "edition: majilis-2022-11\n")


@pytest.mark.parametrize(
    ("body", "day", "code"),
    [
        ("maslikhat", "2021-01-10", "maslikhat-2020"),
        ("district", "2021-01-10", "maslikhat-2020"),
        ("region", "2023-03-19", "maslikhat-2022-11"),
        ("maslikhat", "2023-03-19", "maslikhat-2022-11"),
        ("majilis", "2007-08-18", "majilis-2007"),
        ("kurultai", "2026-08-23", "kurultai-2026"),
    ],
)
def test_every_body_has_its_edition(run: Run, body: str, day: str, code: str) -> None:
    status, _, err = run(MAJILIS_2023, "--body", body, "--day", day, "--seats", "10")

    assert status == 0
    assert err.splitlines()[0] == f"edition: {code}"


def test_the_edition_decides_what_happens_when_one_list_passes(run: Run) -> None:
    of_2007 = run(ALONE, "--edition", "majilis-2007", "--seats", "98", "--json")
    of_2012 = run(ALONE, "--edition", "majilis-2012", "--seats", "98", "--json")

    assert seats(of_2007[1]) == [98, 0, 0]
    assert seats(of_2012[1]) == [96, 2, 0]


@pytest.mark.parametrize(
    ("edition", "sentences"),
    [
        ("majilis-2004", ["Only a passes and receives every mandate (unconfirmed)."]),
        ("majilis-2007", ["Only a passes and receives every mandate (D)."]),
        (
            "maslikhat-2020",
            [
                (
                    "Only a passes, so b takes part below the threshold, with its quotas times 0.7"
                    " and at least 2 mandates (unconfirmed)."
                ),
                "The 2 mandates left over go to a (unconfirmed).",
            ],
        ),
    ],
)
def test_what_happens_when_one_list_passes_is_said(
    run: Run, edition: str, sentences: list[str]
) -> None:
    _, out, _ = run("party,votes\na,94\nb,6\nc,0\n", "--edition", edition, "--seats", "100")

    assert out.split("\n\n")[2].splitlines() == sentences


def test_another_threshold_may_be_tried_on_an_edition(run: Run) -> None:
    arguments = ("--edition", "majilis-2022-11", "--threshold", "2", "--base", "6366441")
    status, out, _ = run(MAJILIS_2023, *arguments, "--json")

    assert status == 0
    assert seats(out)[-1] == 1


@pytest.mark.parametrize(
    ("arguments", "warnings"),
    [
        (
            ["--edition", "majilis-2022-11", "--seats", "98"],
            ["warning: 98 mandates are not the 69 that the edition majilis-2022-11 fixes"],
        ),
        (
            ["--edition", "majilis-2020", "--seats", "107"],
            ["warning: 107 mandates are not the 98 that the edition majilis-2020 fixes"],
        ),
        (["--edition", "majilis-2022-11", "--seats", "69", "--threshold", "5.0"], []),
        (
            ["--edition", "majilis-2022-11", "--threshold", "7"],
            ["warning: the threshold of 7% is not the 5% of the edition majilis-2022-11"],
        ),
        (
            ["--edition", "majilis-2020", "--seats", "1", "--threshold", "0.5"],
            [
                "warning: the threshold of 0.5% is not the 7% of the edition majilis-2020",
                "warning: 1 mandate is not the 98 that the edition majilis-2020 fixes",
            ],
        ),
        (["--edition", "majilis-2016", "--seats", "107"], []),
    ],
)
def test_numbers_that_are_not_those_of_the_edition_are_computed_with_a_warning(
    run: Run, arguments: list[str], warnings: list[str]
) -> None:
    status, out, err = run(MAJILIS_2023, *arguments, "--base", "6366441", "--json")

    assert status == 0
    assert len(seats(out)) == 7
    assert err.splitlines()[1:] == warnings


@pytest.mark.parametrize(
    ("arguments", "most", "body", "law"),
    [
        (["--body", "region", "--day", "2021-01-10"], 50, "region", OLD % 50),
        (["--body", "district", "--day", "2021-01-10"], 25, "district", OLD % 25),
        (["--body", "regional_city", "--day", "2021-01-10"], 30, "regional city", OLD % 30),
        (["--body", "region", "--day", "2023-03-19"], 25, "region", HALF),
        (["--edition", "maslikhat-2020"], 50, "maslikhat", OLD % 50),
        (["--body", "maslikhat", "--day", "2023-03-19"], 25, "maslikhat", HALF),
    ],
)
def test_more_mandates_than_the_law_lets_a_maslikhat_have_are_computed_with_a_warning(
    run: Run, arguments: list[str], most: int, body: str, law: str
) -> None:
    within = run(MAJILIS_2023, *arguments, "--base", "6366441", "--seats", str(most))
    beyond = run(MAJILIS_2023, *arguments, "--base", "6366441", "--seats", str(most + 1))

    assert (within[0], beyond[0]) == (0, 0)
    assert len(within[2].splitlines()) == 1
    [warning] = beyond[2].splitlines()[1:]
    assert warning == (
        f"warning: {most + 1} mandates are more than the {most} that a {body} can have by list"
        f" in the edition {law}"
    )


def test_where_against_all_is_on_the_ballot_the_base_is_asked_for(run: Run) -> None:
    assert "--base" in run(MAJILIS_2023, "--edition", "majilis-2022-11")[2]
    assert "--base" not in run(MAJILIS_2023, "--edition", "majilis-2020")[2]
    assert "--base" not in run(MAJILIS_2023, "--edition", "majilis-2016", "--seats", "98")[2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--edition", "majilis-2023"],
            "no edition 'majilis-2023'; there are majilis-2004, majilis-2007, ",
        ),
        (["--edition", "Majilis-2020"], ", maslikhat-2020-lot, "),
        (
            ["--body", "kurultai", "--day", "2023-03-19"],
            "no edition for 'kurultai' on 2023-03-19; there is kurultai-2026 (from 2026-07-01)",
        ),
        (
            ["--body", "region", "--day", "2018-03-19"],
            "; there are maslikhat-2019 (2019-01-01 to 2020-05-24), maslikhat-2020 (2020-05-25 to",
        ),
        (
            ["--body", "district", "--day", "2018-03-19"],
            " to 2021-05-23), maslikhat-2021 (2021-05-24 to 2022-11-04), maslikhat-2022-11 (from 2",
        ),
        (
            ["--body", "majilis", "--day", "2018-01-01"],
            "; there are majilis-2004 (2004-09-19), majilis-2007 (2007-08-18), ",
        ),
        (["--body", "majilis", "--day", "20210110"], "is not a day such as 2023-03-19"),
        (["--body", "majilis", "--day", "2021-W02-7"], "is not a day such as 2023-03-19"),
        (["--body", "majilis", "--day", "2021-02-29"], "is not a day such as 2023-03-19"),
        (["--body", "majilis", "--day", "２０２１-01-10"], "is not a day such as 2023-03-19"),
        (["--edition", "majilis-2007"], "--seats"),
        (["--edition", "maslikhat-2020"], "--seats"),
        (["--body", "majilis"], "--body and --day"),
        (["--day", "2023-03-19"], "--body and --day"),
        (["--edition", "majilis-2020", "--day", "2023-03-19"], "--body and --day"),
        (["--body", "majilis", "--day", "2018-01-01"], "no edition for 'majilis' on 2018-01-01"),
        (["--body", "senate", "--day", "2023-03-19"], "senate"),
        (["--body", "majilis", "--day", "19.03.2023"], "is not a day"),
        (["--edition", "majilis-2020", "--body", "region"], "not of the body region"),
        (
            ["--edition", "majilis-2020", "--body", "majilis", "--day", "2023-03-19"],
            "on 2023-03-19 the edition majilis-2022-11 governs",
        ),
        (
            ["--edition", "maslikhat-2022-11", "--body", "district", "--seats", "9"],
            "no mandate of a district is elected by list",
        ),
    ],
)
def test_what_no_edition_says_ends_with_2(run: Run, arguments: list[str], message: str) -> None:
    status, out, err = run(MAJILIS_2023, *arguments)

    assert (status, out) == (2, "")
    assert message in err


def test_an_edition_and_its_own_body_and_day_agree(run: Run) -> None:
    arguments = ("--edition", "maslikhat-2020", "--body", "region", "--day", "2021-01-10")

    assert run(MAJILIS_2023, *arguments, "--seats", "9")[0] == 0
    assert run(MAJILIS_2023, *arguments[:4], "--seats", "9")[0] == 0


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        (MAJILIS_2023, ["--edition", "majilis-2022-11", "--base", "6366441"], 0),
        (ALONE, ["--seats", "10"], 0),
        (ALONE, ["--edition", "majilis-2007", "--seats", "98"], 0),
        ("party,votes\na,1\nb,1\n", ["--seats", "1"], 3),
        ("party,votes\na,1\n", ["--seats", "1"], 3),
        (
            "party,votes,registered_at\na,1,2020-11-28T10:00:00Z\nb,1,2020-11-28T09:00:00Z\n",
            ["--seats", "1"],
            0,
        ),
        (
            "party,votes,registered_at\na,1,2020-11-28T10:00:00Z\nb,1,2020-11-28T09:00:00Z\n",
            ["--seats", "1", "--edition", "maslikhat-2020-lot"],
            3,
        ),
    ],
)
def test_the_second_program_agrees(run: Run, text: str, arguments: list[str], status: int) -> None:
    found, out, err = run(text, *arguments, "--second")

    assert found == status
    assert err.splitlines()[-1] == "the second program agrees"
    assert run(text, *arguments)[1] == out


def test_what_the_second_program_cannot_compute_is_no_agreement(run: Run) -> None:
    status, out, err = run(MAJILIS_2023, "--seats", "100001", "--second")

    assert status == 4
    assert "Amanat" in out
    assert "the second program cannot compute this" in err


def test_programs_that_differ_end_with_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second program is given another minimum, as if its author had read the law otherwise."""
    monkeypatch.setattr(verify, "MINIMUM", 3)

    status, _, err = run(ALONE, "--seats", "10", "--second")

    assert status == 4
    assert err.splitlines()[-1] == (
        "the second program differs: seats of a: first 8, second 7; seats of b: first 2, second 3;"
        " whole mandates of b: first 2, second 3"
    )


TIED = ballot({"a": 1, "b": 1, "c": 1})
FOUND = allocate(TIED, mandates=2, rules=MAJILIS_2020.allocation)
SETTLED = replace(FOUND.parties[0], passed=False, whole=1, remainder=Fraction(1, 3), seats=1)


@pytest.mark.parametrize(
    ("changed", "messages"),
    [
        (FOUND, []),
        (replace(FOUND, quotient=Fraction(5)), ["quotient: first 5, second 3/2"]),
        (replace(FOUND, quotient=None), ["quotient: first open, second 3/2"]),
        (replace(FOUND, lots=()), ["lots: first [], second [(['a', 'b', 'c'], 2)]"]),
        (
            replace(FOUND, lots=(Lot("other", ("a", "b"), 1, ""),)),
            ["lots: first [(['a', 'b'], 1)], second [(['a', 'b', 'c'], 2)]"],
        ),
        (
            replace(FOUND, decisions=(Decision(Gap.ONE_LIST_ALONE, ""),)),
            ["decisions: first ['one_list_alone'], second []"],
        ),
        (
            replace(FOUND, parties=(SETTLED, *FOUND.parties[1:])),
            [
                "a passed: first False, second True",
                "seats of a: first 1, second open",
                "whole mandates of a: first 1, second 0",
                "remainder of a: first 1/3, second 2/3",
            ],
        ),
        (
            replace(FOUND, parties=(replace(FOUND.parties[0], remainder=None),)),
            ["remainder of a: first open, second 2/3"],
        ),
    ],
)
def test_every_number_is_compared(changed: Allocation, messages: list[str]) -> None:
    assert differences(changed, TIED, MAJILIS_2020.allocation) == messages


@given(ballots(), mandates, st.sampled_from(ALLOCATION_EDITIONS), st.integers(0, 50))
def test_both_programs_agree_for_every_edition(
    lists: list[ListVotes], seats: int, known: AllocationEdition, extra: int
) -> None:
    base = sum(entry.votes for entry in lists) + extra
    found = allocate(lists, mandates=seats, rules=known.allocation, base=base)

    assert differences(found, lists, known.allocation) == []


def test_where_a_lot_decides_the_second_program_is_told_no_times() -> None:
    lists = ballot({"a": 1, "b": 1}, {"a": at_hour(1), "b": at_hour(2)})
    rules = MASLIKHAT_2020_LOT.allocation

    found = allocate(lists, mandates=1, rules=rules)
    assert [lot.options for lot in found.open_lots] == [("a", "b")]
    assert differences(found, lists, rules) == []
