"""Whoever owns the tables is stopped too, until the guards themselves are taken away."""

from __future__ import annotations

import pgtrigger
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from portal.base import audit, clock
from portal.base.audit import switch
from portal.base.audit.guards import unguarded
from portal.base.audit.models import Seal
from tests.lab.models import Letter, Specimen, SpecimenEvent

pytestmark = pytest.mark.django_db

ATTACKS = [
    "UPDATE {} SET pgh_label = 'insert'",
    "DELETE FROM {}",
    "TRUNCATE {}",
    "TRUNCATE lab_specimen CASCADE",
    "INSERT INTO {} SELECT * FROM {} ON CONFLICT (pgh_id) DO UPDATE SET pgh_label = 'insert'",
    "INSERT INTO {} (pgh_id, pgh_label, pgh_created_at) VALUES (-1, 'insert', now())",
    "MERGE INTO {0} a USING {0} b ON a.pgh_id = b.pgh_id WHEN MATCHED THEN DELETE",
]


def refused(sql: str) -> str:
    """Return why the database refused."""
    with (
        pytest.raises(DatabaseError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    return str(refusal.value)


@pytest.mark.parametrize("attack", ATTACKS)
def test_events_are_not_changed_deleted_emptied_or_invented(attack: str) -> None:
    Specimen.objects.create(name="one")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert "audit: " in refused(attack.replace("{0}", "{}").replace("{}", "lab_specimenevent"))
    assert SpecimenEvent.objects.count() == 1


@pytest.mark.parametrize(
    "attack", ["UPDATE audit_seal SET to_id = 9", "DELETE FROM audit_seal", "TRUNCATE audit_seal"]
)
def test_seals_are_not_changed_deleted_or_emptied(attack: str) -> None:
    Seal.objects.create(from_id=1, to_id=2, count=2, root="", previous="", at=clock.now())
    assert "audit: " in refused(attack)


def test_the_switch_of_pgtrigger_is_welded_shut() -> None:
    Specimen.objects.create(name="one")
    Letter.objects.create(iin="990101300123")
    with pgtrigger.ignore():
        assert "audit: " in refused("DELETE FROM lab_specimenevent")
        assert "Cannot delete" in refused("DELETE FROM lab_letter")
        Specimen.objects.create(name="two")
    assert SpecimenEvent.objects.count() == 2


def test_the_same_switch_opens_where_it_is_not_welded() -> None:
    """The control: without the weld the test above would not hold."""
    Letter.objects.create(iin="990101300123")
    with connection.cursor() as cursor:
        cursor.execute(as_pgtrigger_has_it())
    with pgtrigger.ignore():
        Letter.objects.all().delete()
    assert not Letter.objects.exists()


def test_the_switch_stays_welded_when_pgtrigger_installs_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute(as_pgtrigger_has_it())
    assert "pgtrigger's switch is open" in unguarded()
    call_command("pgtrigger", "install", "lab.Letter:kept", verbosity=0)
    assert switch.is_welded()
    assert unguarded() == []


def test_a_migration_welds_the_switch_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute(as_pgtrigger_has_it())
    call_command("migrate", "audit", verbosity=0)
    assert switch.is_welded()


def as_pgtrigger_has_it() -> str:
    """Return the SQL of pgtrigger's own switch, from the template before it was welded."""
    template: str = switch._template(None)
    own = template[: template.index("CREATE OR REPLACE FUNCTION {pgid}")]
    return own.format(ignore_func_name="public._pgtrigger_should_ignore")


def test_verify_names_a_guard_that_was_switched_off_or_dropped() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE lab_specimenevent DISABLE TRIGGER USER")
    assert "lab.SpecimenEvent:append_only is switched off" in audit.verify().unguarded
    pgtrigger.uninstall("lab.Specimen:record_update")
    found = audit.verify()
    assert "lab.Specimen:record_update is missing" in found.unguarded
    assert not found.is_whole


def test_verify_names_a_guard_whose_function_was_replaced() -> None:
    assert unguarded() == []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgfoid::regproc FROM pg_trigger WHERE tgname LIKE 'pgtrigger_append_only%%'"
            " AND tgrelid = 'lab_specimenevent'::regclass"
        )
        (function,) = cursor.fetchone()
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {function}() RETURNS TRIGGER LANGUAGE plpgsql"
            " AS $$ BEGIN RETURN NULL; END $$"
        )
    assert unguarded() == ["lab.SpecimenEvent:append_only is another"]
