from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from elections.models.election import Contest
from portal.base import audit


@audit.tracked(private=("body",))
class Allocation(models.Model):
    """The mandates that follow from one version of a contest's results; written once."""

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="allocations", verbose_name=_("contest")
    )
    version = models.PositiveIntegerField(_("version of the results"))
    edition = models.CharField(_("edition of the law"), max_length=40)
    parameters = models.JSONField(_("parameters of the edition"))
    inputs_digest = models.CharField(_("digest of the inputs"), max_length=64)
    # Canonical JSON as text: the bytes are what a digest is taken of.
    body = models.TextField(_("steps and mandates"))
    second_agrees = models.BooleanField(_("the second program agrees"))
    computed_at = models.DateTimeField(_("computed at"))

    class Meta:
        verbose_name = _("allocation of mandates")
        verbose_name_plural = _("allocations of mandates")
        triggers: ClassVar = guards.immutable("allocation")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contest", "version"], name="allocation_one_per_version"
            ),
            models.UniqueConstraint(fields=["id", "contest"], name="allocation_with_its_contest"),
            models.CheckConstraint(
                condition=Q(inputs_digest__regex=r"^[0-9a-f]{64}$"),
                name="allocation_inputs_digest_sha256",
            ),
            models.CheckConstraint(condition=~Q(edition=""), name="allocation_edition_given"),
        ]

    def __str__(self) -> str:
        return f"{self.contest}, {self.version}"
