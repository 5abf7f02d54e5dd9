"""Encrypts anew under the newest key and computes blind indexes anew, in small transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections

from portal.base import audit, crypto
from portal.base.crypto import BlindIndexField, EncryptedTextField

ROWS_PER_TRANSACTION = 500


class RotationError(Exception):
    """A row cannot be read with the keys given; the rows before it are done."""


@dataclass(frozen=True)
class Table:
    """A model's encrypted columns and the blind indexes over them, as the database names them."""

    name: str
    key: str
    encrypted: tuple[EncryptedTextField, ...]
    indexes: tuple[tuple[BlindIndexField, EncryptedTextField], ...]

    @property
    def columns(self) -> list[str]:
        fields = [*self.encrypted, *(index for index, _ in self.indexes)]
        return [str(field.column) for field in fields]


def tables() -> Iterator[Table]:
    for model in apps.get_models():
        options = model._meta  # noqa: SLF001
        fields = {field.name: field for field in options.local_concrete_fields}
        encrypted = {n: f for n, f in fields.items() if isinstance(f, EncryptedTextField)}
        if not encrypted or not options.managed or options.pk is None:
            continue
        indexes = tuple(
            (field, encrypted[field.source])
            for field in fields.values()
            if isinstance(field, BlindIndexField)
        )
        yield Table(options.db_table, str(options.pk.column), tuple(encrypted.values()), indexes)


def rotate(table: Table, *, using: str = DEFAULT_DB_ALIAS) -> int:
    """Bring all rows of a table to the newest keys; return how many were behind.

    Rows are found by the key's name at the head of each value, so a run that was interrupted goes
    on where it stopped and a second run finds nothing. Every batch is one transaction of the
    audit record. Raises RotationError at a row that no key opens.
    """
    done = 0
    while batch := _batch(table, using):
        done += batch
    return done


def _batch(table: Table, using: str) -> int:
    with (
        audit.acting(by="rotate_keys", why="keys.rotated", using=using),
        connections[using].cursor() as cursor,
    ):
        cursor.execute(*_select(table, connections[using].ops.quote_name))
        rows = cursor.fetchall()
        renewed = [(*_renewed(table, row), row[0]) for row in rows]
        cursor.executemany(_update(table, connections[using].ops.quote_name), renewed)
    return len(rows)


def _select(table: Table, quote: Callable[[str], str]) -> tuple[str, list[str]]:
    """Return the query for a batch of rows with a value under an older key, and its parameters."""
    columns = ", ".join(map(quote, [table.key, *table.columns]))
    behind = [f"NOT starts_with({quote(str(field.column))}, %s)" for field in table.encrypted]
    behind += [
        f"({quote(str(text.column))} IS NOT NULL"
        f" AND NOT coalesce(starts_with({quote(str(index.column))}, %s), false))"
        for index, text in table.indexes
    ]
    heads = [crypto.current_prefix()] * len(table.encrypted)
    heads += [f"{crypto.index_version()}:"] * len(table.indexes)
    query = (
        f"SELECT {columns} FROM {quote(table.name)} WHERE {' OR '.join(behind)}"  # noqa: S608
        f" ORDER BY {quote(table.key)} LIMIT {ROWS_PER_TRANSACTION} FOR UPDATE"
    )
    return query, heads


def _update(table: Table, quote: Callable[[str], str]) -> str:
    columns = ", ".join(f"{quote(column)} = %s" for column in table.columns)
    return f"UPDATE {quote(table.name)} SET {columns} WHERE {quote(table.key)} = %s"  # noqa: S608


def _renewed(table: Table, row: tuple[object, ...]) -> list[str | None]:
    """Return the row's columns under the newest keys; what is empty stays empty."""
    texts: dict[str, str | None] = {}
    for field, stored in zip(table.encrypted, row[1:], strict=False):
        try:
            opened = None if stored is None else crypto.decrypt(str(stored), place=field.place)
        except crypto.DecryptionError as error:
            raise RotationError(f"row {row[0]}: {error}") from error
        texts[field.name] = opened
    ciphers = [_encrypted(field, texts[field.name]) for field in table.encrypted]
    return ciphers + [_indexed(texts[text.name]) for _, text in table.indexes]


def _encrypted(field: EncryptedTextField, text: str | None) -> str | None:
    return None if text is None else crypto.encrypt(text, place=field.place)


def _indexed(text: str | None) -> str | None:
    return None if text is None else crypto.blind_index(text)
