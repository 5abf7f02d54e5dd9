"""The base of all event tables, and the seals over them."""

from __future__ import annotations

import hashlib
from typing import ClassVar

import pghistory.models
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.base.audit import triggers

SEQUENCE = "audit_event_id"


class NextEventId(models.Func):
    """The next number of the one sequence that all event tables draw from."""

    template = f"nextval('{SEQUENCE}'::regclass)"
    output_field = models.BigIntegerField()


class SessionUser(models.Func):
    """The database role that connected: unlike the context, SQL cannot choose it."""

    template = "SESSION_USER"
    output_field = models.TextField()


class RecordedEvent(pghistory.models.Event):
    """A row as it was after an insert or update, or before a delete; written by triggers alone."""

    pgh_id = models.BigIntegerField(primary_key=True, db_default=NextEventId(), editable=False)
    pgh_role = models.TextField(db_default=SessionUser(), editable=False)

    class Meta:
        abstract = True


class Seal(models.Model):
    """A batch of finished events, closed by the root of their Merkle tree.

    Each seal names the digest of the one before, so that the newest digest, printed on papers,
    stands for every event up to `to_id`.
    """

    from_id = models.BigIntegerField(_("first event"), unique=True)
    to_id = models.BigIntegerField(_("last event"), unique=True)
    count = models.PositiveBigIntegerField(_("number of events"))
    root = models.CharField(_("root of the events' digests"), max_length=64)
    previous = models.CharField(_("digest of the previous seal"), max_length=64, unique=True)
    at = models.DateTimeField(_("sealed at"))

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        ordering: ClassVar = ["from_id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(to_id__gte=models.F("from_id")), name="audit_seal_forward"
            )
        ]
        triggers: ClassVar = triggers.append_only()

    def __str__(self) -> str:
        return f"{self.from_id}–{self.to_id} {self.digest[:16]}"

    @property
    def digest(self) -> str:
        """The 64 hexadecimal digits that stand on papers outside; docs/audit.md has the formula."""
        words = ["tizim/seal/1", self.from_id, self.to_id, self.count, self.root, self.previous]
        return hashlib.sha256(
            "|".join(map(str, [*words, self.at.isoformat()])).encode()
        ).hexdigest()
