"""Who acts, told to the database once per transaction."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS, connections, transaction

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


class NestedActingError(RuntimeError):
    """One transaction has one name and one reason; the inner ones would be lost or overwritten."""


@dataclass(frozen=True)
class Act:
    """What the events of one transaction say about their cause."""

    by: str
    why: str
    user: int | None = None
    id: uuid.UUID = field(default_factory=uuid.uuid4)

    def as_json(self) -> str:
        return json.dumps(
            {"by": self.by, "user": self.user, "why": self.why}, ensure_ascii=False, sort_keys=True
        )


_acting: ContextVar[Act | None] = ContextVar("acting", default=None)


@contextmanager
def acting(by: AbstractBaseUser | str, why: str, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[Act]:
    """Give every event written inside a name and a reason; opens a transaction or a savepoint.

    `by` is a user or the name of a program ("load_demo"); `why` a dotted code ("list.submitted").
    The name reaches COPY and raw SQL too, because it is a setting of the database session and
    ends with the transaction. Inside another acting() it raises NestedActingError. Costs one round
    trip, a second one where a transaction was already open.
    """
    if outer := _acting.get():
        raise NestedActingError(f"acting({why!r}) inside acting({outer.why!r})")
    act = _act(by, why)
    outermost = not connections[using].in_atomic_block
    with transaction.atomic(using=using):
        _tell(using, str(act.id), act.as_json())
        token = _acting.set(act)
        try:
            yield act
        finally:
            _acting.reset(token)
        # After an exception the rollback takes the setting back by itself.
        if not outermost:
            _tell(using, "", "")


def _act(by: AbstractBaseUser | str, why: str) -> Act:
    if not why or not by:
        raise ValueError("acting() needs a name and a reason.")
    if isinstance(by, str):
        return Act(by=by, why=why)
    if by.pk is None:
        raise ValueError("acting() needs a user that is stored.")
    return Act(by=str(by.get_username()), why=why, user=by.pk)


def _tell(using: str, identifier: str, metadata: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true),"
            " set_config('pghistory.context_metadata', %s, true)",
            [identifier, metadata],
        )
