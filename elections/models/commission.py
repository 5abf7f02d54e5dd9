from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parties.models import Territory, User
from portal.base import audit
from portal.base.trilingual import TrilingualName


@audit.tracked()
class Commission(TrilingualName):
    """The election commission of a territory; the country's is the Central one."""

    class Level(models.TextChoices):
        CENTRAL = "central", _("Central Election Commission")
        TERRITORIAL = "territorial", _("territorial election commission")

    territory = models.OneToOneField(
        Territory, models.PROTECT, related_name="commission", verbose_name=_("territory")
    )
    level = models.CharField(_("level"), max_length=12, choices=Level)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name=_("commission above"),
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    hours = models.CharField(_("opening hours"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("commission")
        verbose_name_plural = _("commissions")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(level__in=["central", "territorial"]), name="commission_level_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CommissionMemberQuerySet(models.QuerySet["CommissionMember"]):
    """Who works in a commission, as it holds at a moment."""

    def valid(self, at: datetime) -> CommissionMemberQuerySet:
        """Return those that have begun and not ended, of accounts that may sign in."""
        not_ended = Q(valid_until__isnull=True) | Q(valid_until__gt=at)
        return self.filter(not_ended, valid_from__lte=at, user__is_active=True)


@audit.tracked()
class CommissionMember(models.Model):
    """What a person does in a commission, from a moment on and until another."""

    class Role(models.TextChoices):
        CLERK = "clerk", _("clerk")
        CHAIR = "chair", _("chair")
        SECRETARY = "secretary", _("secretary")
        AUDITOR = "auditor", _("auditor")

    user = models.ForeignKey(
        User, models.PROTECT, related_name="commission_roles", verbose_name=_("account")
    )
    commission = models.ForeignKey(
        Commission, models.PROTECT, related_name="members", verbose_name=_("commission")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role)
    valid_from = models.DateTimeField(_("from"))
    valid_until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = CommissionMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("commission member")
        verbose_name_plural = _("commission members")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "commission"],
                condition=Q(valid_until__isnull=True),
                name="commission_member_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["clerk", "chair", "secretary", "auditor"]),
                name="commission_member_role_known",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="commission_member_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.commission}"
