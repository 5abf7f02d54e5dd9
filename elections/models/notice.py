from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.election import Contest
from elections.models.party_list import PartyList
from parties.models import User


class NoticeQuerySet(models.QuerySet["Notice"]):
    """The outbox."""

    def unsent(self) -> NoticeQuerySet:
        return self.filter(sent_at__isnull=True)


class Notice(models.Model):
    """A message to one person, written in the transaction of what it tells; sent by a task.

    Not tracked: it changes nothing and follows from what is. `params` hold no private data.
    """

    to = models.ForeignKey(User, models.PROTECT, related_name="notices", verbose_name=_("to"))
    kind = models.CharField(_("kind"), max_length=40)
    list = models.ForeignKey(
        PartyList,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("party list"),
    )
    contest = models.ForeignKey(
        Contest,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("contest"),
    )
    language = models.CharField(_("language"), max_length=2)
    params = models.JSONField(_("facts"), default=dict, blank=True)
    created = models.DateTimeField(_("created"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("last error"), max_length=200, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes: ClassVar = [
            models.Index(
                fields=["created"], condition=Q(sent_at__isnull=True), name="notice_unsent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.to}"
