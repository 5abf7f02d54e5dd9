"""manage.py load_demo: everything or nothing, and a wrong cell is named."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from elections.management.commands.load_demo import RECORD
from elections.models import Election, OfficialFigure, Publication
from elections.results.record.files import Record, WrongDataError
from parties.models import Party, Territory
from tests.results.conftest import Edit
from tests.sql import run

TABLES = (Territory, Party, Election, OfficialFigure, Publication)

WRONG = [
    # file, right, wrong, what the message says of it
    ("territories.csv", "750000000", "75000000", "row 4, column “kato”: “75000000” is not"),
    ("territories.csv", ",Asia/Almaty", ",Asia/Almata", "row 2, column “time_zone”"),
    ("territories.csv", "\nabroad,", "\nkazakhstan,", "row 3, column “slug”: the same as in row 2"),
    ("territories.csv", "region,kazakhstan", "region,atlantis", "column “parent”: “atlantis”"),
    ("territories.csv", "region,kazakhstan", "region,", "column “parent”: only the country"),
    ("territories.csv", "slug,kato", "slug,code", "row 1, column “code”: the columns must be"),
    ("parties.csv", "#1a6d85", "teal", "row 2, column “colour”: “teal” is not a colour"),
    ("parties.csv", "\nauyl,", "\nAuyl,", "column “slug”: “Auyl” is not a short name"),
    ("parties.csv", "\nauyl,", "\nnpp,", "row 5, column “slug”: “npp” has no name"),
    ("party_names.csv", "2022-03-01", "2022-02-30", "row 3, column “valid_from”"),
    ("party_names.csv", "2022-03-01", "2006-12-22", "column “valid_from”: the same as in row 2"),
    ("party_names.csv", ",Ауыл,", ",,", "row 6, column “short_kk”: is empty"),
    ("elections.csv", "maslikhat-2020", "maslikhat 2020", "row 3, column “edition”"),
    ("elections.csv", "maslikhat-2020", "maslikhat-1999", "row 3, column “edition”: no edition"),
    ("elections.csv", ",majilis,", ",senate,", "column “body”: “senate” is none of majilis"),
    ("contests.csv", ",98,", ",97,", "row 2, column “mandates”: the seats in results.csv add up"),
    ("contests.csv", ",98,", ",0,", "row 2, column “mandates”: must be above 0"),
    ("contests.csv", ",final,", ",certain,", "row 2, column “publication”: “certain” is none"),
    ("contests.csv", ",shymkent,", ",chimkent,", "column “territory”: “chimkent” is not known"),
    ("results.csv", "5148074", "5 148 074", "row 2, column “votes”: “5 148 074” is not a whole"),
    ("results.csv", "5148074", "٥١٤٨٠٧٤", "row 2, column “votes”"),
    ("results.csv", "5148074", "-5148074", "row 2, column “votes”"),
    ("results.csv", "71.09", "71,09", "row 2, column"),
    ("results.csv", "71.09", "171.09", "row 2, column “percent”: 171.09 is above 100"),
    ("results.csv", ",adal,", ",birlik,", "column “party”: “birlik” is not known"),
    ("results.csv", ",kazakhstan,adal", ",abroad,adal", "column “territory”: “abroad” has no such"),
    ("results.csv", "https://astanatimes", " https://astanatimes", "begins or ends with a space"),
    ("figures.csv", ",valid,", ",vaild,", "column “code”: “vaild” is none of"),
    ("figures.csv", ",63.25,", ",63.25.1,", "column “value”: “63.25.1” is not a decimal"),
    ("figures.csv", ",63.25,,", ",63.25,no,", "column “preliminary”: “no”: write yes or nothing"),
    ("figures.csv", "abroad,polling_stations", "mars,polling_stations", "“mars” is not known"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "message"), WRONG)
@pytest.mark.django_db
def test_a_wrong_cell_is_named_and_nothing_is_loaded(
    edited: Edit, file: str, right: str, wrong: str, message: str
) -> None:
    directory = edited(file, right, wrong)
    with pytest.raises(CommandError) as error:
        call_command("load_demo", "--from", str(directory))
    assert error.value.returncode == 1
    assert f"{file}, row " in str(error.value)
    assert message in str(error.value)
    assert not any(table.objects.exists() for table in TABLES)


def test_every_wrong_cell_is_named_at_once(edited: Edit) -> None:
    edited("results.csv", "71.09", "seventy")
    directory = edited("parties.csv", "#1a6d85", "teal")
    with pytest.raises(WrongDataError) as error:
        Record.read(directory)
    assert [problem.file for problem in error.value.problems] == ["parties.csv", "results.csv"]


def test_a_missing_file_is_named(edited: Edit) -> None:
    directory = edited("parties.csv", "#1a6d85", "#1a6d85")
    (directory / "figures.csv").unlink()
    with pytest.raises(WrongDataError, match=r"figures\.csv, row 1.*cannot be read"):
        Record.read(directory)


def test_a_file_of_another_encoding_is_named(edited: Edit) -> None:
    directory = edited("parties.csv", "#1a6d85", "#1a6d85")
    names = directory / "party_names.csv"
    names.write_bytes(names.read_text(encoding="utf-8").encode("utf-16"))
    with pytest.raises(WrongDataError, match=r"party_names\.csv, row 1.*cannot be read"):
        Record.read(directory)


def test_a_spreadsheet_that_writes_a_byte_order_mark_is_read(edited: Edit) -> None:
    directory = edited("parties.csv", "slug,colour", "\ufeffslug,colour")
    assert len(Record.read(directory).parties) == 5


@pytest.mark.django_db
def test_a_failure_half_way_leaves_nothing(edited: Edit) -> None:
    # Every cell is possible, but the colour is one that the database refuses.
    directory = edited("parties.csv", "#7451c5", "#000000")
    with pytest.raises(CommandError, match="party_colour_readable_on_both_papers"):
        call_command("load_demo", "--from", str(directory))
    assert not any(table.objects.exists() for table in TABLES)


@pytest.mark.django_db
def test_a_second_run_changes_nothing_and_says_so() -> None:
    call_command("load_demo", stdout=StringIO())
    before = _counts()
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert "there already; nothing was changed" in out.getvalue()
    assert _counts() == before
    # The record's, and those of the two contests of the practice election that is over.
    assert before["elections_publication"] == 217 + 2


def _counts() -> dict[str, int]:
    tables = run(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        " AND table_name ~ '^(parties|elections)_'"
    )
    return {
        name: run(f"SELECT count(*) FROM {name}")[0][0]  # noqa: S608 (names of the schema)
        for (name,) in tables
    }


@pytest.mark.django_db
def test_production_refuses(settings: Settings) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="refused in production"):
        call_command("load_demo")
    assert not Election.objects.exists()


def test_the_files_in_the_project_name_no_path_of_a_machine() -> None:
    for path in Path(RECORD).iterdir():
        assert "/work/" not in path.read_text(encoding="utf-8")
