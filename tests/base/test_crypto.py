"""What is encrypted stands nowhere in clear, and opens with its key in its place alone."""

from __future__ import annotations

import base64
import logging
import os
import re
from typing import Any

import pytest
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from portal.base import crypto
from tests.lab.models import Citizen, Letter

IIN = "990101300123"


def key() -> str:
    return base64.b64encode(os.urandom(32)).decode()


def stored(table: str = "lab_citizen", column: str = "iin") -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")  # noqa: S608
        return str(cursor.fetchone()[0])


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert crypto.decrypt(crypto.encrypt(text, place="t.c"), place="t.c") == text


def test_equal_texts_have_different_ciphertexts_and_equal_indexes() -> None:
    assert crypto.encrypt(IIN, place="t.c") != crypto.encrypt(IIN, place="t.c")
    assert crypto.blind_index(IIN) == crypto.blind_index(IIN) != crypto.blind_index(IIN[:-1] + "4")


def test_the_key_s_name_stands_in_the_clear_and_the_text_does_not(
    settings: pytest.FixtureRequest,
) -> None:
    value = crypto.encrypt(IIN, place="t.c")
    assert value.startswith(f"e1:{next(iter(crypto._keys()))}:")
    assert IIN not in value
    assert IIN.encode() not in base64.b64decode(value.rsplit(":", 1)[1])


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_ciphertext_does_not_open(position: int, change: int) -> None:
    head, payload = crypto.encrypt(IIN, place="t.c").rsplit(":", 1)
    raw = bytearray(base64.b64decode(payload))
    raw[position % len(raw)] ^= change
    forged = f"{head}:{base64.b64encode(bytes(raw)).decode()}"
    with pytest.raises(crypto.DecryptionError, match="does not open"):
        crypto.decrypt(forged, place="t.c")


@pytest.mark.parametrize("value", ["", "plain", IIN, "e1:", "e2:demo:AAAA", "e1:demo:"])
def test_what_is_no_ciphertext_is_refused(value: str) -> None:
    with pytest.raises(crypto.DecryptionError, match=r"t\.c holds a value that is not encrypted"):
        crypto.decrypt(value, place="t.c")


@pytest.mark.parametrize("payload", ["AAAA", "*", "é"])
def test_a_cut_ciphertext_is_refused(payload: str) -> None:
    name = next(iter(crypto._keys()))
    with pytest.raises(crypto.DecryptionError):
        crypto.decrypt(f"e1:{name}:{payload}", place="t.c")


def test_the_error_names_column_and_key_and_never_the_value(settings: Any) -> None:
    value = crypto.encrypt(IIN, place="t.c")
    settings.ENCRYPTION_KEYS = [("new", key())]
    with pytest.raises(crypto.DecryptionError) as unknown:
        crypto.decrypt(value, place="t.c")
    assert re.fullmatch(r"t\.c: key '\w+' is not in ENCRYPTION_KEYS\.", str(unknown.value))
    settings.ENCRYPTION_KEYS = [(value.split(":")[1], key())]
    with pytest.raises(crypto.DecryptionError, match="another key of that name") as other:
        crypto.decrypt(value, place="t.c")
    assert other.value.__cause__ is None
    assert value.rsplit(":", 1)[1] not in str(other.value)


@pytest.mark.parametrize(
    "keys",
    [[], [("a", "short")], [("a", "!")], [("a:b", key())], [("a", key()), ("a", key())]],
    ids=["none", "short", "no base64", "colon in the name", "a name twice"],
)
def test_unfit_keys_are_refused_without_showing_them(
    keys: list[tuple[str, str]], settings: Any
) -> None:
    settings.ENCRYPTION_KEYS = keys
    with pytest.raises(ImproperlyConfigured, match="ENCRYPTION_KEYS") as refusal:
        crypto.encrypt(IIN, place="t.c")
    assert not any(len(secret) > 1 and secret in str(refusal.value) for _, secret in keys)


@pytest.mark.django_db
def test_a_row_is_stored_encrypted_and_read_in_clear() -> None:
    Citizen.objects.create(name="one", iin=IIN)
    citizen = Citizen.objects.get()
    assert citizen.iin == IIN
    assert citizen.note is None
    assert IIN not in stored()
    assert re.fullmatch(r"[0-9a-f]{8}:[0-9a-f]{64}", citizen.iin_index)


@pytest.mark.django_db
def test_a_row_is_found_by_its_blind_index_alone() -> None:
    Citizen.objects.create(name="one", iin=IIN)
    assert Citizen.objects.get(iin_index=crypto.blind_index(IIN)).name == "one"
    assert not Citizen.objects.filter(note__isnull=False).exists()
    for lookup in ({"iin": IIN}, {"iin__contains": "99"}, {"iin__in": [IIN]}):
        with pytest.raises(FieldError, match="blind index"):
            Citizen.objects.filter(**lookup).exists()


@pytest.mark.django_db
def test_the_same_person_is_refused_however_the_row_is_written() -> None:
    Citizen.objects.create(name="one", iin=IIN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Citizen.objects.bulk_create([Citizen(name="two", iin=IIN)])


@pytest.mark.django_db
def test_bulk_create_and_bulk_update_encrypt() -> None:
    (citizen,) = Citizen.objects.bulk_create([Citizen(name="one", iin=IIN)])
    citizen.iin = "990101300124"
    Citizen.objects.bulk_update([citizen], ["iin"])
    assert stored().startswith("e1:")
    assert Citizen.objects.get().iin == "990101300124"


@pytest.mark.django_db
def test_a_value_moved_to_another_column_or_table_does_not_open() -> None:
    Citizen.objects.create(name="one", iin=IIN)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE lab_citizen SET note = iin")
        cursor.execute("INSERT INTO lab_letter (iin) SELECT iin FROM lab_citizen")
    with pytest.raises(crypto.DecryptionError, match=r"lab_citizen\.note"):
        Citizen.objects.get()
    with pytest.raises(crypto.DecryptionError, match=r"lab_letter\.iin"):
        Letter.objects.get()


@pytest.mark.django_db
def test_a_text_carried_over_to_another_column_is_encrypted_for_it() -> None:
    Citizen.objects.create(name="one", iin=IIN)
    citizen = Citizen.objects.get()
    Letter.objects.create(iin=citizen.iin)
    Citizen.objects.update(note=citizen.iin)
    assert Letter.objects.get().iin == Citizen.objects.get().note == IIN


@pytest.mark.django_db
def test_neither_repr_nor_log_shows_what_was_read(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="django.db.backends"):
        connection.force_debug_cursor = True
        try:
            Citizen.objects.create(name="one", iin=IIN)
            citizen = Citizen.objects.get()
        finally:
            connection.force_debug_cursor = False
    assert caplog.records
    assert IIN not in caplog.text
    assert IIN not in f"{citizen!r} {citizen.iin!r} {vars(citizen)}"
    assert f"{citizen.iin}" == IIN


def test_a_text_under_a_key_of_its_own_opens_with_that_key_in_that_place_alone() -> None:
    own, other = crypto.new_key(), crypto.new_key()
    stored = crypto.encrypt_under(own, IIN, place="submission")
    assert IIN not in stored
    assert crypto.decrypt_under(own, stored, place="submission") == IIN
    for secret, text, place in (
        (other, stored, "submission"),
        (own, stored, "elsewhere"),
        (own, "A" + stored[1:] if stored[0] != "A" else "B" + stored[1:], "submission"),
        (own, "", "submission"),
    ):
        with pytest.raises(crypto.DecryptionError, match="own key does not open it"):
            crypto.decrypt_under(secret, text, place=place)
