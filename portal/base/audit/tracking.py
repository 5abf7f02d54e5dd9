"""The one way to have a model's changes recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.db import models
from pghistory import core

from portal.base.audit import triggers

Model = TypeVar("Model", bound=type[models.Model])

# A counter that says only that something else changed: its changes alone are no event.
COUNTERS = frozenset({"results_version"})


def tracked(*, private: Sequence[str] = ()) -> Callable[[Model], Model]:
    """Record each insert, update and delete of the decorated model in `<Model>Event`.

    Columns named in `private`, and every field that calls itself private (the encrypted ones),
    are not copied into the event; changing them still leaves one. An update of
    `results_version` alone leaves none. TRUNCATE fires no row trigger and is refused.
    Many-to-many tables are models of their own and are not covered. The app's first migration
    must depend on ("audit", "0001_initial").
    """

    def decorate(model: Model) -> Model:
        from portal.base.audit.models import RecordedEvent  # noqa: PLC0415 (apps are loading)

        fields = model._meta.local_concrete_fields  # noqa: SLF001
        names = [field.name for field in fields]
        if unknown := set(private) - set(names):
            raise ValueError(f"{model.__name__} has no column {', '.join(sorted(unknown))}.")
        hidden = set(private) | {f.name for f in fields if getattr(f, "is_private", False)}
        copied = [name for name in names if name not in hidden]
        pghistory.track(
            triggers.inserted(),
            triggers.updated([name for name in names if name not in COUNTERS]),
            triggers.deleted(),
            fields=copied,
            attrs={name: _as_copied(model, name) for name in copied},
            model_name=f"{model.__name__}Event",
            base_model=RecordedEvent,
            append_only=False,
            obj_field=pghistory.ObjForeignKey(related_name="events", null=True),
            meta={"triggers": [*triggers.append_only(), triggers.only_recorded()]},
        )(model)
        pgtrigger.register(triggers.not_truncated())(model)
        return model

    return decorate


def _as_copied(model: type[models.Model], name: str) -> Any:
    """Return the event table's column: nullable and without default, whatever the model's is.

    A column that is added later must stay empty in the events before it, or their seals break.
    """
    field: Any = core._generate_history_field(model, name)  # type: ignore[no-untyped-call] # noqa: SLF001 (pinned below 4)
    field.null, field.default, field.db_default = True, models.NOT_PROVIDED, models.NOT_PROVIDED
    field.db_index = False
    return field
