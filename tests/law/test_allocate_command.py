"""manage.py allocate: seats from a file, without a database and without an environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from elections.management.allocation_table import decimal
from elections.management.commands.allocate import Command

COMMAND = [sys.executable, str(Path(__file__).resolve().parents[2] / "manage.py"), "allocate"]
MAJILIS = """party,votes
Adal,258618
Nur Otan,5148074
Ak Zhol,792828
Халық партиясы,659019
Auyl,383023
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command as manage.py does: (exit status, standard output, standard error)."""

    def started(text: str | bytes, *arguments: str) -> tuple[int, str, str]:
        path = tmp_path / "votes.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        status = 0
        try:
            Command().run_from_argv(["manage.py", "allocate", str(path), *arguments])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        streams = capsys.readouterr()
        return status, streams.out, streams.err

    return started


def test_the_majilis_as_json(run: Run) -> None:
    status, out, err = run(MAJILIS, "--seats", "98", "--threshold", "7", "--json")

    found = json.loads(out)
    used = "edition: none named; the rules of majilis-2020 with --seats 98 --threshold 7\n"
    assert (status, err) == (0, used)
    assert found["quotient"] == "6599921/98"
    assert {p["party"]: p["seats"] for p in found["parties"]} == {
        "Nur Otan": 76,
        "Ak Zhol": 12,
        "Халық партиясы": 10,
        "Auyl": 0,
        "Adal": 0,
    }
    assert [set(p) for p in found["parties"]] == [
        {"party", "votes", "passed", "whole", "remainder", "seats"}
    ] * 5
    assert list(found) == ["quotient", "parties", "steps", "lots", "decisions"]
    assert (found["lots"], found["decisions"]) == ([], [])


def test_the_majilis_as_a_table(run: Run) -> None:
    status, out, _ = run(MAJILIS, "--seats", "98")

    assert status == 0
    assert out.splitlines() == [
        "98 mandates; threshold 7% of 7,241,562 votes: at least 506,910.",
        "One mandate costs 6,599,921 / 98 = 67,346.13 votes.",
        "",
        "party               votes   share  whole  remainder  seats",
        "Nur Otan        5,148,074  71.09%     76      0.442     76",
        "Ak Zhol           792,828  10.95%     11      0.772     12",
        "Халық партиясы    659,019   9.10%      9      0.786     10",
        "Auyl              383,023   5.29%      -          -      0",
        "Adal              258,618   3.57%      -          -      0",
    ]


def test_rows_in_another_order_give_the_same_bytes(run: Run) -> None:
    header, *rows = MAJILIS.splitlines()
    turned = "\n".join([header, *reversed(rows)])

    arguments = ("--seats", "98", "--threshold", "7", "--json")
    assert run(MAJILIS, *arguments)[1] == run(turned, *arguments)[1]


def below(out: str) -> list[str]:
    """Give the sentences below the table."""
    return out.split("\n\n")[2].splitlines() if out.count("\n\n") > 1 else []


def test_nothing_is_said_below_the_table_where_the_remainders_decide(run: Run) -> None:
    assert below(run(MAJILIS, "--seats", "98")[1]) == []


@pytest.mark.parametrize(
    ("votes", "mandates", "left"),
    [
        ((940, 60), 10, "The mandate too many comes from a"),
        ((99, 1), 10, "The mandate too many comes from a"),
        ((94, 6), 100, "The 2 mandates left over go to a"),
        ((96, 4), 25, "The mandate too many comes from a"),
        ((935, 65), 40, "The mandate left over goes to a"),
        ((960, 40), 47, None),
    ],
)
def test_the_exception_is_said_below_the_table(
    run: Run, votes: tuple[int, int], mandates: int, left: str | None
) -> None:
    text = f"party,votes\na,{votes[0]}\nb,{votes[1]}\n"

    _, out, _ = run(text, "--seats", str(mandates))

    first, *others = below(out)
    assert first == (
        "Only a passes, so b takes part below the threshold, with its quotas times 0.7"
        " and at least 2 mandates (Art. 97-1(2)-(3); T-old, C)."
    )
    assert others == ([] if left is None else [f"{left} (Art. 97-1(3); unconfirmed)."])


def test_an_exception_that_is_left_to_the_commission_is_said_once(run: Run) -> None:
    _, out, _ = run("party,votes\na,96\nb,4\n", "--seats", "2")

    assert below(out) == [
        (
            "Only the commission can decide (Art. 97-1): the second list's minimum leaves none to"
            " the list that passes."
        )
    ]


def registered(*hours: int) -> str:
    rows = (f"{'abcd'[n]},1,2020-11-28T{hour:02}:00Z" for n, hour in enumerate(hours))
    return "\n".join(["party,votes,registered_at", *rows])


@pytest.mark.parametrize(
    ("hours", "mandates", "sentences"),
    [
        ((10, 9), 1, ["Equal remainders: b receives a mandate, registered earlier than a"]),
        (
            (10, 9, 8),
            2,
            ["Equal remainders: c, b receive a mandate each, registered earlier than a"],
        ),
        (
            (9, 8, 9),
            2,
            [
                "Equal remainders: b receives a mandate, registered earlier than a, c",
                "Equal remainders: a lot gives 1 mandate to a, c.",
            ],
        ),
        (
            (9, 8, 8),
            1,
            [
                "Equal remainders: a receives none, registered later than b, c",
                "Equal remainders: a lot gives 1 mandate to b, c.",
            ],
        ),
        (
            (9, 8, 9, 10),
            2,
            [
                "Equal remainders: b receives a mandate, registered earlier than a, c, d",
                "Equal remainders: d receives none, registered later than a, c",
                "Equal remainders: a lot gives 1 mandate to a, c.",
            ],
        ),
        ((8, 8), 1, ["Equal remainders: a lot gives 1 mandate to a, b."]),
        ((10, 9), 2, []),
    ],
)
def test_who_was_registered_earlier_is_said_below_the_table(
    run: Run, hours: tuple[int, ...], mandates: int, sentences: list[str]
) -> None:
    out = run(registered(*hours), "--seats", str(mandates), "--threshold", "0")[1]

    assert below(out) == [
        text if text.endswith(".") else f"{text} (Art. 97-1; C)." for text in sentences
    ]


def test_one_mandate_and_one_vote_are_no_plural(run: Run) -> None:
    _, out, _ = run("party,votes\na,1\nb,0\n", "--seats", "1", "--threshold", "100")

    assert out.splitlines()[0] == "1 mandate; threshold 100% of 1 vote: at least 1."


def test_a_threshold_of_zero_asks_for_nothing(run: Run) -> None:
    _, out, _ = run(MAJILIS, "--seats", "98", "--threshold", "0.0")

    assert out.splitlines()[0] == "98 mandates; threshold 0% of 7,241,562 votes: every list passes."


def test_a_threshold_is_written_with_all_its_digits(run: Run) -> None:
    _, out, _ = run(MAJILIS, "--seats", "98", "--threshold", "7.0000000010")

    assert "; threshold 7.000000001% of 7,241,562 votes: at least 506,910." in out


def test_nothing_is_rounded_up_to_a_mandate_or_down_to_nothing(run: Run) -> None:
    text = f"party,votes\na,{2 * 10**30 - 1}\nb,{10**30 + 1}\n"

    _, out, _ = run(text, "--seats", "3")

    assert [line.split()[-3:] for line in out.splitlines()[4:]] == [
        ["1", ">0.999", "2"],
        ["1", "<0.001", "1"],
    ]


def test_a_mandate_never_costs_0_00_votes(run: Run) -> None:
    _, out, _ = run("party,votes\na,2\nb,1\n", "--seats", "1000")
    assert out.splitlines()[1] == "One mandate costs 3 / 1,000 votes: less than 0.01."

    _, out, _ = run("party,votes\na,3\nb,2\n", "--seats", "1000")
    assert out.splitlines()[1] == "One mandate costs 5 / 1,000 = 0.01 votes."


def test_an_open_lot_ends_with_3_and_null_seats(run: Run) -> None:
    status, out, _ = run("party,votes\na,1\nb,1\n", "--seats", "1", "--threshold", "7", "--json")

    found = json.loads(out)
    assert status == 3
    assert [p["seats"] for p in found["parties"]] == [None, None]
    assert found["lots"] == [
        {"question": "equal_remainders 1/2 2/1", "options": ["a", "b"], "seats": 1}
    ]


def test_an_open_lot_is_named_in_the_table(run: Run) -> None:
    status, out, _ = run("party,votes\na,1\nb,1\n", "--seats", "1")

    assert status == 3
    assert "Equal remainders: a lot gives 1 mandate to a, b." in out
    assert [line.split()[-1] for line in out.splitlines() if line[:2] in ("a ", "b ")] == [
        "open",
        "open",
    ]


def test_registration_settles_a_tie(run: Run) -> None:
    text = (
        "party,votes,registered_at\na,1,2020-11-28T10:00:00+06:00\nb,1,2020-11-28T09:30:00+06:00\n"
    )

    status, out, _ = run(text, "--seats", "1", "--json")

    assert status == 0
    assert {p["party"]: p["seats"] for p in json.loads(out)["parties"]} == {"a": 0, "b": 1}


@pytest.mark.parametrize(
    ("text", "more", "code", "words"),
    [
        ("a,1\n", [], "one_list_alone", "only one list"),
        ("a,0\nb,0\n", [], "nobody_passes", "no list reaches"),
        ("a,6\nb,5\n", ["--base", "100"], "nobody_passes", "no list reaches"),
        ("a,90\nb,5\nc,5\n", [], "second_place_tied", "second place is shared"),
    ],
)
def test_an_open_decision_ends_with_3(
    run: Run, text: str, more: list[str], code: str, words: str
) -> None:
    arguments = ("--seats", "10", "--threshold", "7", *more)
    status, out, _ = run("party,votes\n" + text, *arguments, "--json")

    found = json.loads(out)
    assert status == 3
    assert found["decisions"] == [{"code": code, "article": "Art. 97-1"}]
    assert {p["seats"] for p in found["parties"]} == {None}
    status, out, _ = run("party,votes\n" + text, *arguments)
    assert status == 3
    assert words in out


@pytest.mark.parametrize(
    ("threshold", "passed"),
    [
        ("0", ["a", "b", "c"]),
        ("0.0", ["a", "b", "c"]),
        ("0.1", ["a", "b", "c"]),
        ("0.10000000000000000000000000001", ["a", "b"]),
        ("7", ["a"]),
        ("100", []),
    ],
)
def test_the_threshold_is_a_decimal_per_cent_compared_exactly(
    run: Run, threshold: str, passed: list[str]
) -> None:
    _, out, _ = run(
        "party,votes\na,960\nb,39\nc,1\n", "--seats", "9", "--threshold", threshold, "--json"
    )

    assert [p["party"] for p in json.loads(out)["parties"] if p["passed"]] == passed


def test_the_base_is_what_the_threshold_is_a_share_of(run: Run) -> None:
    text = "party,votes\na,92\nb,8\n"

    assert json.loads(run(text, "--seats", "9", "--json")[1])["parties"][1]["passed"]
    found = json.loads(run(text, "--seats", "9", "--base", "115", "--json")[1])
    assert not found["parties"][1]["passed"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--seats"),
        (["--seats", "0"], "at least one mandate"),
        (["--seats", "-1"], "not a whole number"),
        (["--seats", "1.5"], "not a whole number"),
        (["--seats", "９"], "not a whole number"),
        (["--seats", "1_0"], "not a whole number"),
        (["--seats", "ten"], "not a whole number"),
        (["--seats", ""], "not a whole number"),
        (["--seats", "9" * 1001], "not a whole number"),
        (["--seats", "9", "--threshold", "100.0001"], "more than 100"),
        (["--seats", "9", "--threshold", "-7"], "not a per cent"),
        (["--seats", "9", "--threshold", "seven"], "not a per cent"),
        (["--seats", "9", "--threshold", "7%"], "not a per cent"),
        (["--seats", "9", "--threshold", "7,5"], "not a per cent"),
        (["--seats", "9", "--threshold", "7/100"], "not a per cent"),
        (["--seats", "9", "--threshold", "nan"], "not a per cent"),
        (["--seats", "9", "--threshold", "1e1"], "not a per cent"),
        (["--seats", "9", "--threshold", "7."], "not a per cent"),
        (["--seats", "9", "--threshold", "٧"], "not a per cent"),
        (["--seats", "9", "--threshold", ""], "not a per cent"),
        (["--seats", "9", "--base", "5148073"], "below the votes"),
        (["--seats", "9", "--base", "-1"], "not a whole number"),
        (["--seats", "9", "--base", "0"], "below the votes"),
        (["--seats", "9", "--nonsense"], "nonsense"),
        (["--seats", "9", "another.csv"], "another.csv"),
    ],
)
def test_bad_arguments_end_with_2(run: Run, arguments: list[str], message: str) -> None:
    status, out, err = run(MAJILIS, *arguments)

    assert status == 2
    assert out == ""
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "empty"),
        ("party,votes\n", "no rows"),
        ("party,votes\na,1\nb,x\n", "row 3, column votes"),
        ("party,votes\na,1\na,2\n", "row 3, column party"),
        (b"party,votes\n\xff,1\n", "row 2"),
    ],
)
def test_a_bad_file_ends_with_2_and_names_file_row_and_column(
    run: Run, text: str | bytes, place: str
) -> None:
    status, out, err = run(text, "--seats", "9")

    assert (status, out) == (2, "")
    assert "votes.csv: " in err
    assert place in err


@pytest.mark.parametrize("name", ["absent.csv", ".", "absent/absent.csv"])
def test_a_file_that_cannot_be_opened_ends_with_2(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        Command().run_from_argv(["manage.py", "allocate", str(tmp_path / name), "--seats", "9"])

    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_base_below_the_sum_is_computed_with_a_warning(run: Run) -> None:
    status, out, err = run(MAJILIS, "--seats", "98", "--base", "6000000", "--json")

    assert status == 0
    assert "below the sum of the votes" in err
    assert json.loads(out)["quotient"] == "6599921/98"


@pytest.mark.parametrize(
    ("arguments", "used"),
    [
        (["--seats", "98"], "--seats 98"),
        (["--base", "8000000", "--seats", "098"], "--seats 98 --base 8000000"),
        (["--seats", "9", "--threshold", "07.50"], "--seats 9 --threshold 7.5"),
        (["--seats", "9", "--threshold", "10"], "--seats 9 --threshold 10"),
        (["--seats", "9", "--threshold", "0"], "--seats 9 --threshold 0"),
    ],
)
def test_without_an_edition_the_rules_and_the_arguments_are_named(
    run: Run, arguments: list[str], used: str
) -> None:
    assert run(MAJILIS, *arguments)[2] == (
        f"edition: none named; the rules of majilis-2020 with {used}\n"
    )


@pytest.mark.parametrize(
    ("base", "is_told"), [("14483124", False), ("14483125", True), ("7241562", False)]
)
def test_a_base_above_twice_the_sum_is_computed_with_a_warning(
    run: Run, base: str, is_told: bool
) -> None:
    status, _, err = run(MAJILIS, "--seats", "98", "--threshold", "0", "--base", base)

    assert status == 0
    assert (
        f"warning: the base {base} is more than twice the sum of the votes, 7241562" in err
    ) is is_told


def test_numbers_beyond_any_machine_word(run: Run) -> None:
    text = f"party,votes\na,{2 * 10**30}\nb,{10**30}\n"

    status, out, _ = run(text, "--seats", f"{3 * 10**30}", "--json")

    assert status == 0
    assert [p["seats"] for p in json.loads(out)["parties"]] == [2 * 10**30, 10**30]


def test_it_needs_no_environment_no_database_and_no_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text(MAJILIS, encoding="utf-8-sig")

    for environment in (
        {},
        {
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
            "REDIS_URL": "redis://127.0.0.1:1",
        },
    ):
        done = subprocess.run(
            [*COMMAND, "votes.csv", "--seats", "98", "--threshold", "7", "--json"],
            cwd=tmp_path,
            env={"PATH": os.defpath} | environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["quotient"] == "6599921/98"


@pytest.mark.parametrize("more", [["--json"], []])
def test_a_terminal_without_kazakh_letters_does_not_stop_it(
    tmp_path: Path, more: list[str]
) -> None:
    (tmp_path / "votes.csv").write_text(MAJILIS, encoding="utf-8")

    done = subprocess.run(
        [*COMMAND, "votes.csv", "--seats", "98", *more],
        cwd=tmp_path,
        env={"PATH": os.defpath, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    if more:
        assert json.loads(done.stdout)["parties"][2]["party"] == "Халық партиясы"


def test_decimals_are_rounded_half_up() -> None:
    assert decimal(Fraction(6599921, 98), 2) == "67,346.13"
    assert decimal(Fraction(1, 8), 2) == "0.13"
    assert decimal(Fraction(1999, 2000), 2) == "1.00"
    assert decimal(Fraction(7), 0) == "7"
