"""Votes from a CSV file: what is read, and what is refused at its row and column."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.law.allocation import ListVotes
from elections.management import votes_csv
from elections.management.votes_csv import VotesFileError

BOM = b"\xef\xbb\xbf"


def read(text: str) -> list[ListVotes]:
    return votes_csv.read(text.encode())


def refusal(data: bytes) -> str:
    with pytest.raises(VotesFileError) as refused:
        votes_csv.read(data)
    return str(refused.value)


def test_parties_and_votes_in_the_order_of_the_file() -> None:
    assert read("party,votes\nNur Otan,5148074\nAuyl,383023\n") == [
        ListVotes("Nur Otan", 5148074),
        ListVotes("Auyl", 383023),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"party,votes\na,1\nb,2\n",
        BOM + b"party,votes\na,1\nb,2\n",
        b"party,votes\r\na,1\r\nb,2\r\n",
        b"party,votes\ra,1\rb,2\r",
        b"party,votes\na,1\nb,2",
        b"party,votes\n\na,1\n\nb,2\n\n\n",
        b"votes,party\n1,a\n2,b\n",
        b'"party","votes"\n"a","1"\n"b","2"\n',
        b"party,votes,registered_at\na,1,\nb,2,\n",
        b"party,votes\na,0001\nb,2\n",
        # Excel in Russian and Kazakh writes semicolons; what is copied from it holds tabs.
        b"party;votes\na;1\nb;2\n",
        BOM + b"\r\nvotes;party\r\n1;a\r\n2;b\r\n",
        b"party\tvotes\na\t1\nb\t2\n",
        b'"party";"votes"\n"a";"1"\n"b";"2"\n',
        b"Party,VOTES\na,1\nb,2\n",
        b"party, votes\na,1\nb,2\n",
        b" Party ;\tVotes ; Registered_At\na;1;\nb;2;\n",
    ],
)
def test_every_way_to_write_the_same_table(data: bytes) -> None:
    assert votes_csv.read(data) == [ListVotes("a", 1), ListVotes("b", 2)]


def test_names_may_hold_commas_quotes_and_kazakh_letters() -> None:
    text = 'party,votes\n"Ақ жол, ""Қазақстанның""",7\nӘділ,0\n'

    assert read(text) == [ListVotes('Ақ жол, "Қазақстанның"', 7), ListVotes("Әділ", 0)]


def test_the_header_decides_what_separates_the_values() -> None:
    assert read("party;votes\nӘділ, жаңа;7\n") == [ListVotes("Әділ, жаңа", 7)]
    assert read("party\tvotes\na;b,c\t7\n") == [ListVotes("a;b,c", 7)]
    assert read("party,votes\na;b,7\n") == [ListVotes("a;b", 7)]


def test_huge_numbers_are_exact() -> None:
    assert read(f"party,votes\na,{10**30}\nb,{10**999}\n")[0].votes == 10**30


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (BOM, "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"party,votes\n", "no rows below the header"),
        (b"party,votes\n\n\n", "no rows below the header"),
        (b"a,1\nb,2\n", "row 1, column a: unknown column"),
        (b"party|votes\na|1\n", "row 1, column party|votes: unknown column"),
        (b"party;votes,registered_at\na;1,\n", "row 1, column party;votes: unknown column"),
        (b"sep=;\nparty;votes\na;1\n", "row 1, column sep=: unknown column"),
        (b"List,Votes\na,1\n", "row 1, column List: unknown column"),
        (b"Party,party,votes\na,a,1\n", "row 1, column party: the column stands there twice"),
        (b"PARTY\na\n", "row 1, column votes: the column is missing"),
        (b"party;votes\na,1\n", "row 2, column votes: the value is missing"),
        (b"Party;Votes\na;x\n", "row 2, column votes: not a whole number"),
        (b"party,votes,\na,1,\n", "row 1, column (without a name): unknown column"),
        (b"party,votes,\x1b[31m\na,1,2\n", "row 1, column '\\x1b[31m': unknown column"),
        (b"party,votes,seats\na,1,2\n", "row 1, column seats: unknown column"),
        (b"\n\nparty\na\n", "row 3, column votes: the column is missing"),
        (b"party\na\n", "row 1, column votes: the column is missing"),
        (b"votes\n1\n", "row 1, column party: the column is missing"),
        (b"party,votes,votes\na,1,2\n", "row 1, column votes: the column stands there twice"),
        (b"party,party,votes\na,a,2\n", "row 1, column party: the column stands there twice"),
        (b"party,votes\na\n", "row 2, column votes: the value is missing"),
        (b"party,votes\na,1\nb,2,3\n", "row 3, column 3: there are 3 values"),
        (b"party,votes\n1,000,a\n", "row 2, column 3: there are 3 values"),
        (b"party,votes\n ,1\n", "row 2, column party: the name is missing"),
        (b"party,votes\n,1\n", "row 2, column party: the name is missing"),
        (b"party,votes\na ,1\n", "row 2, column party: the name begins or ends with a space"),
        (b'party,votes\n"a\nb",1\n', "row 2, column party: the name holds a control character"),
        (b"party,votes\n\x1b[31m,1\n", "row 2, column party: the name holds a control character"),
        (b"party,votes\na,1\nb,2\na,3\n", "row 4, column party: the same name as in row 2"),
        (b"party,votes\n\na,1\n\na,3\n", "row 5, column party: the same name as in row 3"),
        (b"party,votes\na,\n", "row 2, column votes: the number is missing"),
        (b"party,votes\na,-1\n", "row 2, column votes: not a whole number"),
        (b"party,votes\na,+1\n", "row 2, column votes: not a whole number"),
        (b"party,votes\na,1.0\n", "row 2, column votes: not a whole number"),
        (b"party,votes\na,1e3\n", "row 2, column votes: not a whole number"),
        (b"party,votes\na,1_000\n", "row 2, column votes: not a whole number"),
        (b'party,votes\na,"1,000"\n', "row 2, column votes: not a whole number"),
        (b"party,votes\na, 1\n", "row 2, column votes: not a whole number"),
        (b"party,votes\na,1 \n", "digits 0 to 9; write it without spaces"),
        (b"party;votes\na;5 148 074\n", "digits 0 to 9; write it without spaces"),
        ("party;votes\na;5\u00a0148\n".encode(), "digits 0 to 9; write it without spaces"),
        (b"party,votes\na,0x10\n", "row 2, column votes: not a whole number"),
        (b"party,votes\na,nan\n", "row 2, column votes: not a whole number"),
        ("party,votes\na,５\n".encode(), "row 2, column votes: not a whole number"),
        ("party,votes\na,٥\n".encode(), "row 2, column votes: not a whole number"),
        ("party,votes\na,²\n".encode(), "row 2, column votes: not a whole number"),
        (b"party,votes\na,1\nb," + b"9" * 1001, "row 3, column votes: more than 1000 digits"),
        (b"party,votes\na,1\n\xff,2\n", "row 3: the file is not UTF-8"),
        ("party,votes\nЖ,1\n".encode("cp1251"), "row 2: the file is not UTF-8; in Excel"),
        ("party,votes\na,1\n".encode("utf-16"), "row 1: the file is not UTF-8"),
        (b"party,votes\na,1\nb\0,2\n", "row 3: the file holds a NUL character"),
        (b'party,votes\n"a,1\n', "row 2: this is not CSV"),
        (b'party,votes\n"a"b,1\n', "row 2: this is not CSV"),
        (b"party,votes\n" + b"a" * 200_000 + b",1\n", "row 2: this is not CSV"),
    ],
    ids=lambda value: repr(value)[:50],
)
def test_refused_at_its_row_and_column(data: bytes, message: str) -> None:
    assert message in refusal(data)


@pytest.mark.parametrize(
    "name",
    [
        "against all",
        "Against All",
        "AGAINST_ALL",
        "«Against  all»",
        "против всех",
        "Против всех",
        "ПРОТИВ ВСЕХ",
        "бәріне қарсы",
        "Бәріне қарсымын",
        "БӘРІНЕ ҚАРСЫ",
    ],
)
def test_against_all_is_no_list_but_belongs_to_the_base(name: str) -> None:
    message = refusal(f"party,votes\na,90\n{name},7\nb,3\n".encode())

    assert message.startswith("row 3, column party: “against all” is not a list")
    assert "leave the row out" in message
    assert message.endswith("in --base: 100 with all rows")


@pytest.mark.parametrize(
    "name", ["Against all odds", "Всех против", "Қарсы", "against", "Allagainst"]
)
def test_a_list_may_have_a_similar_name(name: str) -> None:
    assert read(f"party,votes\n{name},7\n") == [ListVotes(name, 7)]


def test_spaces_are_named_only_where_there_are_some() -> None:
    assert refusal("party,votes\na,٥\n".encode()).endswith("digits 0 to 9")
    assert refusal(b"party,votes\na,1.0 votes\n").endswith("digits 0 to 9")


def test_one_name_written_in_two_ways_is_one_name() -> None:
    # й as one character, and as и with a breve.
    text = "party,votes\nма\u0439,1\nма\u0438\u0306,2\n"

    assert "row 3, column party: the same name as in row 2" in refusal(text.encode())


def registered(*times: str) -> list[datetime | None]:
    rows = "".join(f"p{number},1,{time}\n" for number, time in enumerate(times))
    entries = read(f"party,votes,registered_at\n{rows}")
    return [None if entry.registered is None else entry.registered.at for entry in entries]


@pytest.mark.parametrize(
    "time",
    [
        "2020-11-27T10:00:00+06:00",
        "2020-11-27T04:00:00Z",
        "2020-11-27T04:00Z",
        "20201127T040000Z",
        "2020-11-27 10:00:00.000000+06:00",
        "2020-11-27T10:00:00+06",
        "2020-W48-5T10:00:00+0600",
    ],
)
def test_iso_8601_names_one_instant_in_many_ways(time: str) -> None:
    assert registered(time) == [datetime(2020, 11, 27, 4, tzinfo=UTC)]


def test_local_times_are_fine_as_long_as_all_are_local() -> None:
    first, second = registered("2020-11-27T10:00:00", "2020-11-27T09:59:59")

    assert first is not None
    assert second is not None
    assert second < first


@pytest.mark.parametrize(
    ("times", "message"),
    [
        (["2020-11-27T10:00:00Z", ""], "row 3, column registered_at: the time is missing here"),
        (["", "2020-11-27T10:00:00Z"], "row 2, column registered_at: the time is missing here"),
        (
            ["2020-11-27T10:00:00Z", "2020-11-27T10:00:00"],
            "row 3, column registered_at: times with",
        ),
        (["2020-11-27T10:00:00Z", "2020-11-27"], "row 3, column registered_at: days and times"),
        (["27.11.2020 10:00"], "row 2, column registered_at: not a time in ISO 8601"),
        (["yesterday"], "row 2, column registered_at: not a time in ISO 8601"),
        (["2020-13-01T00:00:00Z"], "row 2, column registered_at: not a time in ISO 8601"),
        (["2020-11-31T00:00:00Z"], "row 2, column registered_at: not a time in ISO 8601"),
        (["2020-11-27T25:00:00Z"], "row 2, column registered_at: not a time in ISO 8601"),
        (["2020-11-27x10:00:00Z"], "row 2, column registered_at: not a time in ISO 8601"),
        (["2020-11-27T10:00:00.1234567Z"], "row 2, column registered_at: not a time in ISO 8601"),
        (["1606453200"], "row 2, column registered_at: not a time in ISO 8601"),
        (["２０２０-11-27T10:00:00Z"], "row 2, column registered_at: not a time in ISO 8601"),
        ([" 2020-11-27T10:00:00Z"], "row 2, column registered_at: not a time in ISO 8601"),
    ],
)
def test_times_of_registration_that_are_refused(times: list[str], message: str) -> None:
    with pytest.raises(VotesFileError, match=message):
        registered(*times)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        entries = votes_csv.read(b"party,votes\n" + data)
    except VotesFileError:
        return
    assert entries


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.integers(0, 10**30), min_size=1))
def test_what_a_csv_program_writes_is_read_back(votes: dict[str, int]) -> None:
    import csv
    import io

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["party", "votes"])
    writer.writerows(votes.items())
    try:
        entries = votes_csv.read(stream.getvalue().encode("utf-8", "replace"))
    except VotesFileError as refused:
        assert "column party" in str(refused) or "NUL" in str(refused) or "UTF-8" in str(refused)  # noqa: PT017
        return
    assert [(entry.party, entry.votes) for entry in entries] == list(votes.items())
