"""Every way to write leaves an event, and the event bears a name."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, models

from portal.base import audit
from tests.lab.models import Citizen, CitizenEvent, Specimen, SpecimenEvent

pytestmark = pytest.mark.django_db


def story(event: type[models.Model] = SpecimenEvent) -> list[tuple[str, str | None]]:
    """Return label and name of each event, oldest first."""
    rows = event.objects.order_by("pgh_id").values_list("pgh_label", "pgh_context")  # type: ignore[attr-defined]
    return [(label, context and context["by"]) for label, context in rows]


def execute(sql: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def test_insert_update_and_delete_each_leave_an_event() -> None:
    with audit.acting(by="saule", why="lab.tried"):
        specimen = Specimen.objects.create(name="one")
        specimen.name = "two"
        specimen.save(update_fields=["name"])
        specimen.delete()
    assert story() == [("insert", "saule"), ("update", "saule"), ("delete", "saule")]
    assert list(SpecimenEvent.objects.order_by("pgh_id").values_list("name", flat=True)) == [
        "one",
        "two",
        "two",
    ]


def test_bulk_writes_leave_one_event_a_row() -> None:
    with audit.acting(by="saule", why="lab.tried"):
        Specimen.objects.bulk_create([Specimen(name=str(number)) for number in range(50)])
        Specimen.objects.update(name="all")
        Specimen.objects.all().delete()
    assert story() == [
        (label, "saule") for label in ("insert", "update", "delete") for _ in range(50)
    ]


def test_copy_as_the_first_statement_bears_the_name() -> None:
    with (
        audit.acting(by="import", why="lab.copied"),
        connection.cursor() as cursor,
        cursor.copy("COPY lab_specimen (name, secret, results_version) FROM STDIN") as copy,
    ):
        copy.write("one\tx\t0\ntwo\tx\t0\n")
    assert story() == [("insert", "import")] * 2


def test_raw_sql_and_executemany_bear_the_name() -> None:
    with audit.acting(by="import", why="lab.tried"), connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lab_specimen (name, secret, results_version) VALUES (%s, '', 0)",
            [("one",), ("two",)],
        )
        cursor.execute("UPDATE lab_specimen SET name = 'three' WHERE name = 'one'")
    assert story() == [("insert", "import"), ("insert", "import"), ("update", "import")]


def test_the_event_says_when_why_and_under_which_database_role() -> None:
    with audit.acting(by="saule", why="lab.tried") as act:
        Specimen.objects.create(name="one")
    event = SpecimenEvent.objects.get()
    assert event.pgh_context == {"by": "saule", "user": None, "why": "lab.tried"}
    assert event.pgh_context_id == act.id
    assert event.pgh_role == connection.settings_dict["USER"]


def test_a_changed_private_column_leaves_a_trace_without_its_value() -> None:
    specimen = Specimen.objects.create(name="one", secret="plain-secret-1")
    Specimen.objects.filter(pk=specimen.pk).update(secret="plain-secret-2")
    assert [label for label, _ in story()] == ["insert", "update"]
    assert "secret" not in {field.name for field in SpecimenEvent._meta.get_fields()}
    assert "plain-secret" not in everything_in("lab_specimenevent")


def test_encrypted_columns_are_left_out_without_being_named() -> None:
    with audit.acting(by="saule", why="lab.tried"):
        citizen = Citizen.objects.create(name="one", iin="990101300123")
        citizen.iin = "990101300124"
        citizen.save()
    assert story(CitizenEvent) == [("insert", "saule"), ("update", "saule")]
    record = everything_in("lab_citizenevent")
    assert "99010130012" not in record
    assert citizen.iin_index not in record


def test_saving_an_unchanged_row_leaves_no_event() -> None:
    Citizen.objects.create(name="one", iin="990101300123", note="a note")
    Citizen.objects.get().save()
    assert [label for label, _ in story(CitizenEvent)] == ["insert"]


def test_the_results_version_alone_leaves_no_event_but_wakes_none_of_the_others() -> None:
    Specimen.objects.create(name="one")
    Specimen.objects.update(results_version=models.F("results_version") + 1)
    assert [label for label, _ in story()] == ["insert"]
    Specimen.objects.update(results_version=5, name="two")
    assert [label for label, _ in story()] == ["insert", "update"]


def test_all_event_tables_draw_from_one_sequence() -> None:
    Specimen.objects.create(name="one")
    Citizen.objects.create(name="two", iin="990101300123")
    Specimen.objects.create(name="three")
    first, third = SpecimenEvent.objects.order_by("pgh_id").values_list("pgh_id", flat=True)
    assert first < CitizenEvent.objects.get().pgh_id < third


def test_tracking_refuses_a_private_column_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="no column pasword"):
        audit.tracked(private=("pasword",))(Specimen)


def everything_in(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")  # noqa: S608
        return str(cursor.fetchone()[0])
