"""The triggers of the audit record, as SQL that trusts nothing of the session that fires it."""

from __future__ import annotations

from typing import Any

import pghistory
import pghistory.trigger
import pgtrigger
from pgtrigger import compiler


class RecorderSql(compiler.UpsertTriggerSql):
    """pgtrigger's installation for a function that runs with its owner's rights.

    Migrations name this class: its template must keep working for them. It differs in four points.
    The function is SECURITY DEFINER, so that the web role needs no INSERT on event tables; it
    has its own search path, so that a temporary table of the same name catches no event; nobody
    but the owner may put it on a table; and it asks no switch.
    """

    def get_template(self) -> str:
        return """
            CREATE OR REPLACE FUNCTION {pgid}()
            RETURNS TRIGGER LANGUAGE plpgsql
            SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$;
            REVOKE ALL ON FUNCTION {pgid}() FROM PUBLIC;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid}
                {when} {operation} ON {table}
                {timing}
                {referencing}
                FOR EACH {level} {condition}
                EXECUTE PROCEDURE {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class _ByOwner(pgtrigger.Trigger):
    def compile(self, model: Any) -> compiler.Trigger:
        usual = super().compile(model)
        return compiler.Trigger(name=usual.name, sql=RecorderSql(**usual.sql.kwargs))


class _Recorder(_ByOwner, pghistory.trigger.Event):
    pass


class _Guard(_ByOwner):
    when = pgtrigger.Before


class _Event(pghistory.RowEvent):
    """An event of pghistory that is written by our trigger instead of its own."""

    def add_event_trigger(self, event_model: Any) -> None:
        trigger = _Recorder(  # type: ignore[no-untyped-call]
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            condition=self.condition,
            level=pgtrigger.Row,
        )
        pgtrigger.register(trigger)(event_model.pgh_tracked_model)


def inserted() -> _Event:
    return _Event("insert", operation=pgtrigger.Insert, row="NEW", trigger_name="record_insert")


def updated(columns: list[str]) -> _Event:
    """An update that wakes on these columns, whether the event copies them or not."""
    return _Event(
        "update",
        operation=pgtrigger.Update,
        row="NEW",
        condition=pgtrigger.AnyChange(*columns),
        trigger_name="record_update",
    )


def deleted() -> _Event:
    return _Event("delete", operation=pgtrigger.Delete, row="OLD", trigger_name="record_delete")


def append_only() -> list[pgtrigger.Trigger]:
    """Refuse UPDATE, DELETE and TRUNCATE, whoever asks; TRUNCATE fires no row trigger."""
    return [
        _Guard(
            name="append_only",
            operation=pgtrigger.Update | pgtrigger.Delete,
            func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;",
        ),
        not_truncated(),
    ]


def not_truncated() -> pgtrigger.Trigger:
    return _Guard(
        name="not_truncated",
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;",
    )


class _NotRecorded(pgtrigger.Condition):
    """Holds for an INSERT outside any trigger, or without the owner's rights that a recorder has.

    The second half is for a trigger that somebody put on a temporary table of their own.
    """

    sql = "written by resolve()"

    def resolve(self, model: Any) -> str:
        table = model._meta.db_table  # noqa: SLF001
        return (
            f"pg_trigger_depth() = 0 OR NOT has_table_privilege('\"{table}\"'::regclass, 'TRIGGER')"
        )


def only_recorded() -> pgtrigger.Trigger:
    """Refuse events that no trigger wrote: a role with INSERT rights could invent them."""
    return _Guard(
        name="only_recorded",
        operation=pgtrigger.Insert,
        condition=_NotRecorded(),
        func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;",
    )
