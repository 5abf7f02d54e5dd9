"""`rotate_keys` brings every row to the newest keys, also when it was interrupted."""

from __future__ import annotations

import base64
import os
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.base import crypto, rotation
from tests.lab.models import Citizen, CitizenEvent, Letter

pytestmark = pytest.mark.django_db


def key() -> str:
    return base64.b64encode(os.urandom(32)).decode()


@pytest.fixture
def new_keys(settings: Any) -> Any:
    """Write five citizens under old keys and put new ones in front."""
    for number in range(5):
        Citizen.objects.create(name=str(number), iin=f"99010130012{number}", note=None)
    Letter.objects.create(iin="990101300123")
    settings.ENCRYPTION_KEYS = [("new", key()), *settings.ENCRYPTION_KEYS]
    settings.BLIND_INDEX_KEY = key()
    return settings


def run() -> str:
    out = StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def heads(column: str = "iin") -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT left({column}, 7) FROM lab_citizen")  # noqa: S608
        return {row[0] for row in cursor.fetchall()}


def test_all_rows_are_renewed_and_open_with_the_new_key_alone(new_keys: Any) -> None:
    assert "lab_citizen: 5 rows renewed\nlab_letter: 1 rows renewed" in run()
    new_keys.ENCRYPTION_KEYS = new_keys.ENCRYPTION_KEYS[:1]
    assert heads() == {"e1:new:"}
    assert Letter.objects.get().iin == "990101300123"
    found = Citizen.objects.get(iin_index=crypto.blind_index("990101300123"))
    assert (found.name, found.iin, found.note) == ("3", "990101300123", None)


def test_a_second_run_changes_nothing(new_keys: Any) -> None:
    run()
    before = list(Citizen.objects.values_list("pk", "iin_index"))
    assert "lab_citizen: 0 rows renewed" in run()
    assert list(Citizen.objects.values_list("pk", "iin_index")) == before


def test_an_interrupted_run_goes_on_where_it_stopped(
    new_keys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "ROWS_PER_TRANSACTION", 2)
    table = next(table for table in rotation.tables() if table.name == "lab_citizen")
    assert rotation._batch(table, "default") == 2
    assert heads() == {"e1:new:", "e1:demo"}
    assert len(list(Citizen.objects.all())) == 5
    assert "lab_citizen: 3 rows renewed" in run()
    assert heads() == {"e1:new:"}


def test_the_record_says_who_renewed_the_rows(new_keys: Any) -> None:
    run()
    events = CitizenEvent.objects.filter(pgh_label="update")
    assert [event.pgh_context["by"] for event in events] == ["rotate_keys"] * 5


def test_a_new_index_key_alone_renews_the_indexes(settings: Any) -> None:
    Citizen.objects.create(name="one", iin="990101300123")
    settings.BLIND_INDEX_KEY = key()
    assert not Citizen.objects.filter(iin_index=crypto.blind_index("990101300123")).exists()
    run()
    assert Citizen.objects.filter(iin_index=crypto.blind_index("990101300123")).exists()


def test_a_row_that_no_key_opens_stops_the_run_and_is_named(new_keys: Any) -> None:
    new_keys.ENCRYPTION_KEYS = [("new", key())]
    first = Citizen.objects.order_by("pk").values_list("pk", flat=True)[0]
    with pytest.raises(
        CommandError, match=rf"lab_citizen: row {first}: lab_citizen\.iin: key 'demo'"
    ):
        run()
