from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.election import Election
from parties.models import Party, Territory
from portal.base import audit


@audit.tracked()
class Deadline(models.Model):
    """A wall-clock time of an election; the instant follows from a contest's territory.

    A practice election names its days as offsets from the clock's day, so that it never leaves
    its phase.
    """

    class Kind(models.TextChoices):
        NOMINATION_OPENS = "nomination_opens", _("nomination opens")
        NOMINATION_CLOSES = "nomination_closes", _("nomination closes")
        REGISTRATION_CLOSES = "registration_closes", _("registration closes")
        CAMPAIGN_OPENS = "campaign_opens", _("campaign opens")
        SILENCE_BEGINS = "silence_begins", _("day of silence begins")
        VOTING_OPENS = "voting_opens", _("voting opens")
        VOTING_CLOSES = "voting_closes", _("voting closes")
        RESULTS_DUE = "results_due", _("results due")

    election = models.ForeignKey(
        Election, models.PROTECT, related_name="deadlines", verbose_name=_("election")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    local_date = models.DateField(_("day"), null=True, blank=True)
    day_offset = models.SmallIntegerField(_("days from today"), null=True, blank=True)
    local_time = models.TimeField(_("local time"))
    source = models.TextField(_("source"))

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "kind"], name="deadline_one_of_a_kind"),
            models.CheckConstraint(
                condition=Q(local_date__isnull=True, day_offset__isnull=False)
                | Q(local_date__isnull=False, day_offset__isnull=True),
                name="deadline_day_or_offset",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "nomination_opens",
                        "nomination_closes",
                        "registration_closes",
                        "campaign_opens",
                        "silence_begins",
                        "voting_opens",
                        "voting_closes",
                        "results_due",
                    ]
                ),
                name="deadline_kind_known",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="deadline_source_given"),
        ]

    def __str__(self) -> str:
        return f"{self.election}: {self.get_kind_display()}"


@audit.tracked()
class Admission(models.Model):
    """That a party may stand in a territory; the commission may widen it later."""

    election = models.ForeignKey(
        Election, models.PROTECT, related_name="admissions", verbose_name=_("election")
    )
    party = models.ForeignKey(
        Party, models.PROTECT, related_name="admissions", verbose_name=_("party")
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="admissions", verbose_name=_("territory")
    )
    resolution = models.CharField(_("resolution"), max_length=60)
    on = models.DateField(_("on"))

    class Meta:
        verbose_name = _("admission")
        verbose_name_plural = _("admissions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["election", "party", "territory"], name="admission_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.election}: {self.party}, {self.territory}"
