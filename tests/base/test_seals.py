"""Finished events are sealed, once each; a changed one contradicts its seal."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, transaction

from portal.base import audit
from portal.base.audit import events, merkle, sealing, tasks
from portal.base.audit.models import Seal
from tests.lab.models import Citizen, Specimen, SpecimenEvent

pytestmark = pytest.mark.django_db


def write(number: int = 1) -> None:
    with audit.acting(by="saule", why="lab.tried"):
        for _ in range(number):
            Specimen.objects.create(name="one")


def numbers() -> list[int]:
    return list(SpecimenEvent.objects.order_by("pgh_id").values_list("pgh_id", flat=True))


@pytest.fixture(autouse=True)
def sealed_before(request: pytest.FixtureRequest) -> None:
    """Begin each test with a seal up to here: the sequence goes on from test to test."""
    request.getfixturevalue(
        "transactional_db" if "second_connection" in request.fixturenames else "db"
    )
    write()
    audit.seal()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "PATIENCE_SECONDS", 0.1)


@pytest.fixture
def as_owner_without_guards() -> Callable[[str], None]:
    """Return a function that runs SQL with the triggers of the events switched off."""

    def execute(sql: str) -> None:
        with connection.cursor() as cursor:
            for table in ("lab_specimenevent", "audit_seal"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(sql)
            for table in ("lab_specimenevent", "audit_seal"):
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    return execute


def test_a_seal_closes_what_was_written_since_the_last_one() -> None:
    before = Seal.objects.get()
    write(3)
    Citizen.objects.create(name="two", iin="990101300123")
    seal = audit.seal()
    assert seal is not None
    assert (seal.from_id, seal.count) == (before.to_id + 1, 4)
    assert seal.previous == before.digest
    assert audit.verify().broken is None


def test_with_nothing_new_there_is_no_seal() -> None:
    assert audit.seal() is None
    assert Seal.objects.count() == 1


def test_a_batch_has_a_limit_and_the_task_takes_all_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(7)
    first = audit.seal(limit=3)
    assert first is not None
    assert first.count == 3
    monkeypatch.setattr(sealing.seal, "__kwdefaults__", {"using": "default", "limit": 3})
    tasks.seal()
    assert list(Seal.objects.values_list("count", flat=True)) == [1, 3, 3, 1]
    assert audit.verify().broken is None


def test_rolled_back_events_are_gaps_that_a_seal_covers() -> None:
    write()
    with transaction.atomic():
        write(5)
        transaction.set_rollback(True)
    write()
    seal = audit.seal()
    assert seal is not None
    assert seal.count == 2
    assert seal.to_id == numbers()[-1]
    assert audit.verify().broken is None


@pytest.mark.race
def test_a_seal_ends_below_the_oldest_open_transaction(
    second_connection: psycopg.Connection, impatient: None
) -> None:
    write(2)
    second_connection.execute(INSERT)
    write(2)
    early = audit.seal()
    assert early is not None
    assert early.count == 2
    assert audit.seal() is None
    second_connection.commit()
    late = audit.seal()
    assert late is not None
    assert (late.from_id, late.count) == (early.to_id + 1, 3)
    assert audit.verify().broken is None


@pytest.mark.race
def test_an_open_transaction_that_rolls_back_holds_nothing_up_for_ever(
    second_connection: psycopg.Connection, impatient: None
) -> None:
    second_connection.execute(INSERT)
    write(2)
    assert audit.seal() is None
    second_connection.rollback()
    seal = audit.seal()
    assert seal is not None
    assert seal.count == 2


@pytest.mark.race
def test_a_transaction_that_wrote_no_event_holds_nothing_up(
    second_connection: psycopg.Connection, impatient: None
) -> None:
    second_connection.execute("SELECT pg_current_xact_id(), last_value FROM audit_event_id")
    second_connection.execute("INSERT INTO lab_letter (iin) VALUES ('')")
    write()
    seal = audit.seal()
    assert seal is not None
    assert seal.to_id == numbers()[-1]


@pytest.mark.race
def test_a_seal_waits_for_transactions_that_end_soon(second_connection: psycopg.Connection) -> None:
    second_connection.execute(INSERT)
    write()
    ending = threading.Timer(0.2, second_connection.commit)
    ending.start()
    seal = audit.seal()
    ending.join()
    assert seal is not None
    assert seal.count == 2


@pytest.mark.race
def test_a_sealed_event_that_its_commit_made_late_would_be_found(
    second_connection: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a seal that does not look for open transactions is broken by their commit."""
    monkeypatch.setattr(sealing, "_drawers", lambda using: set())
    second_connection.execute(INSERT)
    write()
    audit.seal()
    assert audit.verify().broken is None
    second_connection.commit()
    assert "closed 1 events, there are 2" in str(audit.verify().broken)


@pytest.mark.race
def test_two_beats_at_once_make_one_seal(second_connection: psycopg.Connection) -> None:
    write()
    second_connection.execute("SELECT pg_advisory_xact_lock(%s)", [sealing.LOCK])
    assert audit.seal() is None
    second_connection.rollback()
    assert audit.seal() is not None


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_writers_and_sealers_in_parallel_leave_a_whole_record(
    second_connection: psycopg.Connection,
) -> None:
    stop = threading.Event()

    def in_thread(work: Callable[[], object]) -> threading.Thread:
        def run() -> None:
            try:
                while not stop.is_set():
                    work()
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    threads = [in_thread(lambda: write(5)) for _ in range(3)] + [
        in_thread(audit.seal) for _ in range(2)
    ]
    stop.wait(3)
    stop.set()
    for thread in threads:
        thread.join()
    while audit.seal():
        pass
    found = audit.verify()
    assert found.broken is None
    assert found.unsealed == 0
    assert found.events == SpecimenEvent.objects.count() > 20


@pytest.mark.django_db(transaction=True)
def test_an_old_snapshot_is_refused(second_connection: psycopg.Connection) -> None:
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with pytest.raises(RuntimeError, match="read committed"):
            audit.seal()


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE lab_specimenevent SET name = 'other' WHERE pgh_id = {}", "an event was changed"),
        (
            "UPDATE lab_specimenevent SET pgh_role = 'other' WHERE pgh_id = {}",
            "an event was changed",
        ),
        (
            'UPDATE lab_specimenevent SET pgh_context = \'{{"by":"timur"}}\' WHERE pgh_id = {}',
            "an event was changed",
        ),
        (
            "UPDATE lab_specimenevent SET pgh_created_at = 'epoch' WHERE pgh_id = {}",
            "an event was changed",
        ),
        ("DELETE FROM lab_specimenevent WHERE pgh_id = {}", "closed 3 events, there are 2"),
    ],
)
def test_verify_finds_a_changed_or_deleted_event(
    sql: str, reason: str, as_owner_without_guards: Callable[[str], None]
) -> None:
    write(3)
    seal = audit.seal()
    assert seal is not None
    write()
    audit.seal()
    as_owner_without_guards(sql.format(seal.from_id + 1))
    found = audit.verify()
    assert found.broken == audit.Break(f"{seal.from_id}–{seal.to_id}", reason)
    assert not found.is_whole


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("DELETE FROM audit_seal WHERE from_id = {}", "a seal is missing"),
        ("UPDATE audit_seal SET at = now() WHERE from_id = {}", "does not name the seal before it"),
        ("UPDATE audit_seal SET root = repeat('0', 64) WHERE from_id = {}", "an event was changed"),
        ("UPDATE audit_seal SET from_id = from_id + 1 WHERE from_id = {}", "should begin at event"),
    ],
)
def test_verify_finds_a_changed_or_deleted_seal(
    sql: str, reason: str, as_owner_without_guards: Callable[[str], None]
) -> None:
    write(2)
    seal = audit.seal()
    assert seal is not None
    write()
    audit.seal()
    as_owner_without_guards(sql.format(seal.from_id))
    assert reason in str(audit.verify().broken)


def test_a_record_rewritten_whole_contradicts_the_papers_outside(
    as_owner_without_guards: Callable[[str], None],
) -> None:
    write()
    seal = audit.seal()
    assert seal is not None
    on_paper = seal.digest
    as_owner_without_guards("UPDATE lab_specimenevent SET name = 'other'; DELETE FROM audit_seal")
    audit.seal()
    assert audit.verify().broken is None
    assert on_paper in str(audit.verify(known=[on_paper]).broken)


def test_a_column_added_later_breaks_no_seal() -> None:
    write(2)
    audit.seal()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE lab_specimenevent ADD COLUMN later text NULL")
    assert audit.verify().broken is None


def test_the_text_that_is_sealed_does_not_depend_on_the_session() -> None:
    def texts() -> list[str]:
        with transaction.atomic():
            return [row.text for row in events.rows("default", 1, numbers()[-1])]

    with connection.cursor() as cursor:
        usual = texts()
        cursor.execute("SET TIME ZONE 'Asia/Almaty'; SET bytea_output = 'escape'")
        assert texts() == usual


def test_verify_counts_what_nobody_put_a_name_to() -> None:
    assert audit.verify().unnamed == 0
    Specimen.objects.create(name="nobody's")
    found = audit.verify()
    assert (found.unnamed, found.unsealed) == (1, 1)


def test_the_command_says_what_is_whole_and_what_is_broken(
    as_owner_without_guards: Callable[[str], None],
) -> None:
    out, err = StringIO(), StringIO()
    call_command("audit_verify", stdout=out, stderr=err)
    assert "The record is whole." in out.getvalue()
    as_owner_without_guards("UPDATE lab_specimenevent SET name = 'other'")
    with pytest.raises(SystemExit, match="1"):
        call_command("audit_verify", stdout=out, stderr=err)
    assert "BROKEN seal" in err.getvalue()


def test_the_tree_is_that_of_rfc_6962() -> None:
    """Its values for the leaves of the reference implementation's test."""
    leaves = [bytes.fromhex(text) for text in ("", "00", "10", "2021", "3031", "40414243")]
    tree = merkle.Tree()
    roots = []
    for data in leaves:
        tree.add(data)
        roots.append(tree.root().hex())
    assert roots[0] == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert roots[2] == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"
    assert roots[5] == "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"
    assert merkle.Tree().root() == hashlib.sha256().digest()


INSERT = "INSERT INTO lab_specimen (name, secret, results_version) VALUES ('open', '', 0)"
