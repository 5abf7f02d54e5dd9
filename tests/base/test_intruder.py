"""Any SQL as the web server's role: the record of changes can be read and nothing else.

Each attack is tried as the role of deploy/roles.sql and as a greedy one that may also make
temporary tables and insert into every table.
"""

from __future__ import annotations

import psycopg
import pytest
from django.db import ProgrammingError
from psycopg import errors

from portal.base import audit
from tests import site
from tests.base.conftest import AsRole
from tests.lab.models import Citizen, Specimen

pytestmark = [pytest.mark.database]

REFUSED_BY_GUARDS = [
    "UPDATE lab_specimenevent SET pgh_label = 'insert'",
    "DELETE FROM lab_specimenevent",
    "INSERT INTO lab_specimenevent (pgh_label, pgh_created_at) VALUES ('insert', now())",
    "INSERT INTO lab_specimenevent TABLE lab_specimenevent ON CONFLICT (pgh_id) DO NOTHING",
    "WITH gone AS (DELETE FROM lab_specimenevent RETURNING *) SELECT count(*) FROM gone",
    "MERGE INTO lab_specimenevent e USING lab_specimen s ON e.id = s.id WHEN MATCHED THEN DELETE",
    "UPDATE audit_seal SET to_id = 0",
    "DELETE FROM audit_seal",
    "SET pgtrigger.ignore = '{append_only}'; DELETE FROM lab_specimenevent",
    "SET search_path = pg_temp, pg_catalog; DELETE FROM public.lab_specimenevent",
    "SET row_security = off; DELETE FROM lab_specimenevent",
]
REFUSED_BY_RIGHTS = [
    "TRUNCATE lab_specimenevent",
    "TRUNCATE lab_specimen CASCADE",
    "TRUNCATE audit_seal",
    "SET session_replication_role = replica",
    "SET LOCAL session_replication_role = replica",
    "ALTER TABLE lab_specimenevent DISABLE TRIGGER ALL",
    "ALTER TABLE lab_specimenevent OWNER TO CURRENT_USER",
    "ALTER TABLE lab_specimenevent ALTER pgh_label TYPE integer USING 0",
    "DROP TABLE lab_specimenevent",
    "DROP FUNCTION _pgtrigger_should_ignore CASCADE",
    "DROP SCHEMA public CASCADE",
    "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(n NAME) RETURNS BOOLEAN RETURN true",
    "CREATE FUNCTION public.now() RETURNS timestamptz RETURN NULL",
    "CREATE RULE quiet AS ON INSERT TO lab_specimenevent DO INSTEAD NOTHING",
    "CREATE TRIGGER t AFTER INSERT ON lab_specimenevent EXECUTE FUNCTION lo_manage()",
    "SELECT setval('audit_event_id', 1)",
    "ALTER SEQUENCE audit_event_id RESTART",
    "COPY lab_specimenevent TO PROGRAM 'cat'",
    "CREATE EXTENSION citext",
    "ALTER DATABASE {database} SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "SET ROLE {database}_owner",
    "SET SESSION AUTHORIZATION {database}_owner",
    "GRANT ALL ON lab_specimenevent TO CURRENT_USER; TRUNCATE lab_specimenevent",
]
CHANGES = [
    "INSERT INTO public.lab_specimen (name, secret, results_version) VALUES ('b', '', 0)",
    "UPDATE public.lab_specimen SET name = 'c'",
    "UPDATE public.lab_specimen SET secret = 'c'",
    "DELETE FROM public.lab_specimen",
]


def record(session: psycopg.Connection) -> list[tuple[object, ...]]:
    return session.execute("SELECT * FROM lab_specimenevent ORDER BY pgh_id").fetchall()


@pytest.mark.parametrize("attack", REFUSED_BY_GUARDS)
def test_the_guards_refuse(attack: str, intruder: psycopg.Connection) -> None:
    before = record(intruder)
    with pytest.raises(errors.RaiseException, match="audit: "):
        intruder.execute(attack.encode())
    assert record(intruder) == before


@pytest.mark.parametrize("attack", REFUSED_BY_RIGHTS)
def test_the_rights_do_not_reach(
    attack: str, intruder: psycopg.Connection, installation: str
) -> None:
    before = record(intruder)
    with pytest.raises((errors.InsufficientPrivilege, errors.UndefinedFile)):
        intruder.execute(attack.format(database=installation).encode())
    assert record(intruder) == before


@pytest.mark.parametrize(
    "disguise",
    [
        "SELECT 1",
        "SET pgtrigger.ignore = '{*}'",
        "SET search_path = pg_temp",
        "SET search_path = ''",
        "SET pghistory.context_metadata = ''",
        "SET default_transaction_isolation = 'serializable'",
    ],
)
def test_no_setting_of_the_session_lets_a_change_go_unrecorded(
    disguise: str, intruder: psycopg.Connection
) -> None:
    for change in CHANGES:
        before = len(record(intruder))
        intruder.execute(disguise.encode())
        intruder.execute(change.encode())
        intruder.execute("RESET search_path")
        assert len(record(intruder)) > before


def test_a_temporary_table_of_the_same_name_catches_no_event(installation: str) -> None:
    with greedy(installation) as session:
        before = len(record(session))
        session.execute("CREATE TEMPORARY TABLE lab_specimenevent (LIKE public.lab_specimenevent)")
        for change in CHANGES:
            session.execute(change.encode())
        session.execute("DROP TABLE pg_temp.lab_specimenevent")
        assert len(record(session)) > before


def test_a_trigger_of_the_record_cannot_be_put_on_a_table_of_ones_own(installation: str) -> None:
    with greedy(installation) as session:
        session.execute("CREATE TEMPORARY TABLE fake (LIKE public.lab_specimen)")
        (name,) = session.execute(
            "SELECT tgfoid::regproc::text FROM pg_trigger"
            " WHERE tgrelid = 'lab_specimen'::regclass AND tgname LIKE 'pgtrigger_record_insert%'"
        ).fetchone() or ("",)
        forge = f"CREATE TRIGGER t AFTER INSERT ON fake FOR EACH ROW EXECUTE FUNCTION {name}()"
        with pytest.raises(errors.InsufficientPrivilege, match="permission denied for function"):
            session.execute(forge.encode())


def test_a_trigger_of_ones_own_invents_no_event(installation: str) -> None:
    with greedy(installation) as session:
        before = record(session)
        session.execute("CREATE TEMPORARY TABLE mine (id int)")
        session.execute(
            "CREATE FUNCTION pg_temp.forge() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " INSERT INTO public.lab_specimenevent (pgh_label, pgh_created_at)"
            " VALUES ('insert', now()); RETURN NULL; END $$"
        )
        session.execute(
            "CREATE TRIGGER t AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION pg_temp.forge()"
        )
        with pytest.raises(errors.RaiseException, match="written by triggers alone"):
            session.execute("INSERT INTO mine VALUES (1)")
        assert record(session) == before


@pytest.mark.parametrize("name", ["context_metadata", "context_id"])
def test_a_context_that_is_none_stops_the_change(name: str, intruder: psycopg.Connection) -> None:
    intruder.execute(f"SET pghistory.{name} = 'neither'".encode())
    with pytest.raises(errors.InvalidTextRepresentation):
        intruder.execute(CHANGES[0].encode())


def test_the_name_is_a_claim_but_the_database_role_is_not(
    intruder: psycopg.Connection, installation: str
) -> None:
    """docs/audit.md: whoever can run SQL as the web server can act in another's name."""
    context, role = intruder.execute(
        "SELECT pgh_context, pgh_role FROM lab_specimenevent ORDER BY pgh_id DESC LIMIT 1"
    ).fetchone() or (None, None)
    assert context == {"by": "mallory"}
    assert role == intruder.info.user
    assert role != f"{installation}_owner"


def test_the_web_role_can_do_its_own_work(installation: str, as_role: AsRole) -> None:
    """Write under a name, seal and verify: nothing of it needs more than deploy/roles.sql gives."""
    with as_role(installation, "web") as web:
        with audit.acting(by="saule", why="lab.tried", using=web):
            Citizen.objects.using(web).create(name="one", iin="990101300123")
            Specimen.objects.using(web).bulk_create([Specimen(name="x"), Specimen(name="y")])
            Specimen.objects.using(web).filter(name="x").delete()
        assert audit.seal(using=web) is not None
        found = audit.verify(using=web)
        assert (found.broken, found.unguarded, found.unsealed) == (None, [], 0)


def test_the_read_role_can_verify_and_cannot_write(installation: str, as_role: AsRole) -> None:
    with as_role(installation, "read") as read:
        found = audit.verify(using=read)
        assert (found.broken, found.unguarded) == (None, [])
        assert found.seals > 0
        with pytest.raises(ProgrammingError, match="permission denied"):
            Specimen.objects.using(read).create(name="x")


def greedy(installation: str) -> psycopg.Connection:
    return psycopg.connect(site.address_of(installation, f"{installation}_greedy"), autocommit=True)
