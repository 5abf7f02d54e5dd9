from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from elections.models.election import Contest
from parties.models import User
from portal.base import audit


@audit.tracked()
class Lot(models.Model):
    """A lot as it was drawn, with the question that it answers; another question refuses it."""

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="drawn_lots", verbose_name=_("contest")
    )
    question = models.TextField(_("question"))
    question_digest = models.CharField(_("digest of the question"), max_length=64)
    options = models.JSONField(_("lists between which it was drawn"))
    seats = models.PositiveSmallIntegerField(_("mandates"))
    outcome = models.JSONField(_("lists that won"))
    drawn_at = models.DateTimeField(_("drawn at"))
    place = models.CharField(_("place"), max_length=200)
    people = models.TextField(_("people present"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    second = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("second person")
    )

    class Meta:
        verbose_name = _("lot")
        verbose_name_plural = _("lots")
        triggers: ClassVar = guards.immutable("lot")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contest", "question_digest"], name="lot_one_per_question"
            ),
            models.CheckConstraint(condition=~Q(by=F("second")), name="lot_by_two_people"),
            models.CheckConstraint(condition=Q(seats__gt=0), name="lot_seats_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.contest}: {self.question}"
