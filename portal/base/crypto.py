"""Encrypted columns and the blind index that searches them; docs/crypto.md explains.

A stored value is `e1:<key id>:<base64 of nonce and ciphertext>`: AES-256-GCM under the named key of
ENCRYPTION_KEYS, bound to its table and column, so that a value moved to another column does not
decrypt. Equal values have different ciphertexts: they are found and kept unique by an HMAC.
"""

from __future__ import annotations

import base64
import binascii
import functools
import hashlib
import hmac
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.core.signals import setting_changed
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

SCHEME = "e1"
NONCE_BYTES = 12
TAG_BYTES = 16


class DecryptionError(Exception):
    """A stored value cannot be read; the message names column and key, never the value."""


# --- keys ----------------------------------------------------------------------------------


def _bytes(text: str, setting: str, name: str = "") -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32:
        # `from None`: the cause's message would quote the key.
        named = f" {name!r}" if name else ""
        raise ImproperlyConfigured(f"{setting}: key{named} is not 32 bytes in base64.") from None
    return key


@functools.cache
def _keys() -> dict[str, bytes]:
    """Return the encryption keys by their names, newest first."""
    keys: dict[str, bytes] = {}
    for name, text in settings.ENCRYPTION_KEYS:
        if not name.isalnum() or name in keys:
            raise ImproperlyConfigured(
                f"ENCRYPTION_KEYS: {name!r} is no name of its own of letters and digits."
            )
        keys[name] = _bytes(text, "ENCRYPTION_KEYS", name)
    if not keys:
        raise ImproperlyConfigured("ENCRYPTION_KEYS is empty: nothing can be encrypted.")
    return keys


@functools.cache
def _ciphers() -> dict[str, AESGCM]:
    return {name: AESGCM(key) for name, key in _keys().items()}


@functools.cache
def _index_key() -> tuple[str, bytes]:
    """Return the blind index key with its version, which is a fingerprint of the key."""
    key = _bytes(settings.BLIND_INDEX_KEY, "BLIND_INDEX_KEY")
    return hashlib.sha256(b"tizim/blind-index/version" + key).hexdigest()[:8], key


def forget_keys(*, setting: str = "", **kwargs: Any) -> None:
    """Read the keys anew; connected to Django's setting_changed for tests."""
    if setting in ("", "ENCRYPTION_KEYS", "BLIND_INDEX_KEY"):
        for cached in (_keys, _ciphers, _index_key):
            cached.cache_clear()


setting_changed.connect(forget_keys)


# --- values --------------------------------------------------------------------------------


def current_prefix() -> str:
    """Return how every value under the newest key begins."""
    return f"{SCHEME}:{next(iter(_keys()))}:"


def encrypt(text: str, *, place: str) -> str:
    """Encrypt under the newest key, bound to a place ("table.column")."""
    name, cipher = next(iter(_ciphers().items()))
    nonce = os.urandom(NONCE_BYTES)
    sealed = cipher.encrypt(nonce, text.encode(), _bound_to(name, place))
    return f"{SCHEME}:{name}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, *, place: str) -> str:
    """Return the text of a stored value.

    Raises DecryptionError when the value is no ciphertext, its key is unknown, or key, place or
    ciphertext are not those of the encryption.
    """
    scheme, _, rest = stored.partition(":")
    name, _, payload = rest.partition(":")
    if scheme != SCHEME or not payload:
        raise DecryptionError(f"{place} holds a value that is not encrypted.")
    cipher = _ciphers().get(name)
    if cipher is None:
        raise DecryptionError(f"{place}: key {name!r} is not in ENCRYPTION_KEYS.")
    try:
        raw = base64.b64decode(payload, validate=True)
        return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound_to(name, place)).decode()
    except (InvalidTag, ValueError):
        raise DecryptionError(
            f"{place}: key {name!r} does not open a value: another key of that name, a value "
            "from another place, or a changed one."
        ) from None


def _bound_to(name: str, place: str) -> bytes:
    return f"{SCHEME}|{name}|{place}".encode()


def index_version() -> str:
    """Return the version that every current blind index begins with."""
    return _index_key()[0]


def blind_index(value: str) -> str:
    """Return the key's version and an HMAC-SHA256 of the value: equal for equal values alone."""
    version, key = _index_key()
    return f"{version}:{hmac.new(key, value.encode(), hashlib.sha256).hexdigest()}"


class Opened(str):
    """A decrypted text that remembers its ciphertext and does not show itself in a repr.

    Saving it unchanged stores the same ciphertext again: a save of the whole row does not look
    like a change of the encrypted column.
    """

    __slots__ = ("place", "stored")
    place: str
    stored: str

    def __repr__(self) -> str:
        return "<encrypted text>"


def opened(stored: str, *, place: str) -> Opened:
    text = Opened(decrypt(stored, place=place))
    text.place, text.stored = place, stored
    return text


# --- fields --------------------------------------------------------------------------------


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """A text that the database sees as ciphertext alone.

    Bound to its table and column: renaming either needs a migration that encrypts anew. It can
    be asked for null and for nothing else. `audit.tracked` leaves it out of the events.
    """

    is_private = True

    @property
    def place(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"  # noqa: SLF001

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        if value is None or hasattr(value, "as_sql"):
            return value
        if isinstance(value, Opened) and value.place == self.place:
            return value.stored
        return encrypt(str(value), place=self.place)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return None if value is None else opened(value, place=self.place)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.place} is encrypted: look for its blind index.")
        return super().get_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        return None


class BlindIndexField(models.CharField):  # type: ignore[type-arg]
    """The blind index of an encrypted column of the same row.

    Computed in pre_save, so that save() and bulk_create() fill it. bulk_update(), queryset.update()
    and COPY do not: whoever changes the column through them writes the index too.
    """

    is_private = True

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        self.source = source
        super().__init__(*args, **kwargs | {"editable": False, "max_length": 73})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, list(args), dict(kwargs) | {"source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        value = getattr(model_instance, self.source)
        index = None if value is None else blind_index(str(value))
        setattr(model_instance, self.attname, index)
        return index


# --- texts under a key of their own --------------------------------------------------------


def new_key() -> str:
    """Return 32 random bytes in base64; kept in an EncryptedTextField of another row."""
    return base64.b64encode(os.urandom(32)).decode()


def encrypt_under(key: str, text: str, *, place: str) -> str:
    """Encrypt under a key of its own, bound to a place; destroying the key erases the text."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(base64.b64decode(key)).encrypt(nonce, text.encode(), place.encode())
    return base64.b64encode(nonce + sealed).decode()


def decrypt_under(key: str, stored: str, *, place: str) -> str:
    """Return the text; raises DecryptionError for another key, place or text."""
    try:
        raw = base64.b64decode(stored, validate=True)
        cipher = AESGCM(base64.b64decode(key, validate=True))
        return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode()).decode()
    except (InvalidTag, ValueError):
        raise DecryptionError(f"{place}: the text's own key does not open it.") from None
