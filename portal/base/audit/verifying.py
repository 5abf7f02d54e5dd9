"""Recomputes every seal and says where the record first differs from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS, transaction

from portal.base.audit import events
from portal.base.audit.guards import unguarded
from portal.base.audit.merkle import Tree
from portal.base.audit.sealing import NOTHING

if TYPE_CHECKING:
    from portal.base.audit.models import Seal


@dataclass(frozen=True)
class Break:
    """The first place where the record is not what was sealed."""

    seal: str
    reason: str

    def __str__(self) -> str:
        return f"seal {self.seal}: {self.reason}"


@dataclass(frozen=True)
class Verification:
    """What was checked, and what was found."""

    seals: int = 0
    events: int = 0
    newest: str = NOTHING
    broken: Break | None = None
    unsealed: int = 0
    unnamed: int = 0
    unguarded: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return self.broken is None and not self.unguarded


def verify(*, known: Collection[str] = (), using: str = DEFAULT_DB_ALIAS) -> Verification:
    """Recompute all seals; look for the digests known from papers outside.

    Whoever owns the database can write events and seals anew that agree with each other: only
    `known` digests contradict that. Reads every sealed event once.
    """
    from portal.base.audit.models import Seal  # noqa: PLC0415 (models import this package)

    seals = count = last = 0
    newest, broken = NOTHING, None
    missing = set(known)
    for seal in Seal.objects.using(using).order_by("from_id"):
        reason = _difference(seal, last + 1, newest, using)
        if reason:
            broken = Break(f"{seal.from_id}–{seal.to_id}", reason)
            break
        seals, count, last, newest = seals + 1, count + seal.count, seal.to_id, seal.digest
        missing.discard(newest)
    if broken is None and missing:
        broken = Break(min(missing), "is known outside and is not in this record")
    return Verification(
        seals=seals,
        events=count,
        newest=newest,
        broken=broken,
        unsealed=events.count(using, f"pgh_id > {int(last)}"),
        unnamed=events.count(using, "pgh_context IS NULL"),
        unguarded=unguarded(using),
    )


def _difference(seal: Seal, first: int, previous: str, using: str) -> str | None:
    if seal.from_id != first:
        return f"should begin at event {first}: a seal is missing or was added"
    if seal.previous != previous:
        return "does not name the seal before it: that one was changed or replaced"
    tree = _tree(seal, using)
    if tree.count != seal.count:
        return f"closed {seal.count} events, there are {tree.count}"
    if tree.root().hex() != seal.root:
        return "an event was changed"
    return None


def _tree(seal: Seal, using: str) -> Tree:
    tree = Tree()
    with transaction.atomic(using=using):
        for row in events.rows(using, seal.from_id, seal.to_id):
            tree.add(row.leaf())
    return tree
