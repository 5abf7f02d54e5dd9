"""Rules that no CHECK can say, as triggers; a broken one is an IntegrityError like any CHECK."""

from __future__ import annotations

import pgtrigger


def refuse(name: str, sentence: str, operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    """Refuse the operation on every row, whoever asks."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func=_raise(sentence),
    )


def immutable(noun: str) -> list[pgtrigger.Trigger]:
    """Refuse to change or delete what was written once; `audit.tracked` refuses TRUNCATE."""
    return [
        refuse(f"{noun}_not_updated", f"{noun}: never changed once written", pgtrigger.Update),
        refuse(f"{noun}_not_deleted", f"{noun}: never deleted", pgtrigger.Delete),
    ]


def fixed(noun: str, *columns: str) -> pgtrigger.Trigger:
    """Refuse to change these columns; other guards read them without a lock for that reason."""
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    refusal = _raise(f"{noun}: {', '.join(columns)} cannot change")
    return pgtrigger.Trigger(
        name=f"{noun}_{columns[0]}_fixed",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(*columns),  # type: ignore[no-untyped-call]
        func=f"IF {changed} THEN {refusal} END IF; RETURN NEW;",
    )


def only_in_a_record(name: str, *, when: str, kind_query: str, sentence: str) -> pgtrigger.Trigger:
    """Refuse rows that only the record of a past election may have."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"IF {when} AND ({kind_query}) IS DISTINCT FROM 'record' THEN {_raise(sentence)} "
        "END IF; RETURN NEW;",
    )


def _raise(sentence: str) -> str:
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';"
