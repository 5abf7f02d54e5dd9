"""An election night for benchmarks: contests with protocols, filled by SQL, all definitive."""

from __future__ import annotations

from typing import Any

from bench import database  # noqa: F401 (wakes Django before the models)

# isort: split
from django.db import connection

from elections.models import Contest, Election, PartyList
from parties.models import Party, User
from tests import factories, people
from tests.results.counting import NIGHT

# As on 10 January 2021: the Majilis and 216 maslikhats, 28,867 protocols together.
MASLIKHATS = 216
MAJILIS_PROTOCOLS = 10_060
MASLIKHAT_PROTOCOLS = 18_807
PARTIES = 5
# Nothing of what is measured reads the events that these rows would leave.
_FILLED = ("precinct", "protocol", "entry", "count")

_PROTOCOLS = """
INSERT INTO elections_protocol (contest_id, precinct_id, round, state)
SELECT %(contest)s, id, 1, 'empty' FROM elections_precinct
WHERE %(everywhere)s OR territory_id = %(territory)s
ORDER BY id LIMIT %(stations)s
"""
_ENTRIES = """
INSERT INTO elections_entry (protocol_id, contest_id, ordinal, by_id, at, state, source,
    voters_listed, received_ballots, absentee, outside, valid, invalid,
    accepted_warnings, set_aside_reason)
SELECT id, contest_id, 1, %(by)s, %(at)s, 'definitive', 'typed',
    2500, 1503, 1, 2, 1500, 3, '[]', ''
FROM elections_protocol WHERE state = 'empty'
"""
_COUNTS = """
INSERT INTO elections_count (entry_id, list_id, contest_id, votes)
SELECT entry.id, list.id, entry.contest_id, 100 + (entry.id * list.registered_seq) %% 401
FROM elections_entry AS entry JOIN elections_partylist AS list USING (contest_id)
"""
_DEFINITIVE = """
UPDATE elections_protocol AS protocol SET state = 'definitive', definitive_entry_id = entry.id
FROM elections_entry AS entry WHERE entry.protocol_id = protocol.id
"""
# Valid ballots are the sum of the votes, as in every protocol that was confirmed.
_VALID = """
UPDATE elections_entry AS entry
SET valid = votes, received_ballots = votes + 3, voters_listed = 2 * votes
FROM (SELECT entry_id, sum(votes)::int AS votes FROM elections_count GROUP BY entry_id) AS together
WHERE together.entry_id = entry.id
"""
# What a result is made of, added up and nothing else.
SUM = """
SELECT contest_id, sum(voters_listed), sum(received_ballots), sum(absentee), sum(outside),
    sum(valid), sum(invalid)
FROM elections_entry WHERE state = 'definitive' {where} GROUP BY contest_id;
SELECT count.contest_id, count.list_id, sum(count.votes)
FROM elections_count AS count JOIN elections_entry AS entry ON entry.id = count.entry_id
WHERE entry.state = 'definitive' {of_count} GROUP BY count.contest_id, count.list_id
"""


def execute(sql: str, **values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def bare_sum(contest: int | None = None) -> None:
    """Add up all protocols of the nation, or of one contest, and read the sums."""
    where = "" if contest is None else "AND contest_id = %(contest)s"
    of_count = "" if contest is None else "AND count.contest_id = %(contest)s"
    both = SUM.format(where=where, of_count=of_count)
    for statement in both.split(";"):
        with connection.cursor() as cursor:
            cursor.execute(statement, {"contest": contest})
            assert cursor.fetchall()


def make_contest(election: Election, parties: list[Party]) -> Contest:
    """Return a contest with a registered list of each party, in a territory of its own."""
    contest = factories.make_contest(election)
    PartyList.objects.bulk_create(
        PartyList(
            contest=contest,
            party=party,
            state="registered",
            registered_at=factories.NOW,
            registered_seq=number,
        )
        for number, party in enumerate(parties, start=1)
    )
    return contest


def count(stations: dict[Contest, int], by: User, *, of_all: Contest | None = None) -> None:
    """Fill contests with so many definitive protocols each.

    `of_all` takes the polling stations of all territories, the others their own.
    """
    tables = [f"elections_{name}" for name in _FILLED]
    for table in tables:
        execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for contest, number in stations.items():
        if contest != of_all:
            execute(
                "INSERT INTO elections_precinct (territory_id, number, abroad, valid_from)"
                " SELECT %(territory)s, n, false, DATE '2020-01-01'"
                " FROM generate_series(1, %(stations)s) AS n",
                territory=contest.territory_id,
                stations=number,
            )
    for contest, number in stations.items():
        execute(
            _PROTOCOLS,
            contest=contest.pk,
            territory=contest.territory_id,
            everywhere=contest == of_all,
            stations=number,
        )
    execute(_ENTRIES, by=by.pk, at=NIGHT)
    for statement in (_COUNTS, _VALID, _DEFINITIVE):
        execute(statement)
    for table in tables:
        execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        execute(f"ANALYZE {table}")


def whole() -> list[Contest]:
    """Make the night of 10 January 2021; the first contest is the Majilis."""
    parties = [factories.make_party() for _ in range(PARTIES)]
    clerk = people.account("clerk", "clerk@example.kz")
    majilis = make_contest(factories.make_election(), parties)
    maslikhats = factories.make_election()
    contests = [make_contest(maslikhats, parties) for _ in range(MASLIKHATS)]
    least, more = divmod(MASLIKHAT_PROTOCOLS, MASLIKHATS)
    stations = {row: least + (number < more) for number, row in enumerate(contests)}
    count(stations | {majilis: MAJILIS_PROTOCOLS}, clerk, of_all=majilis)
    return [majilis, *contests]
