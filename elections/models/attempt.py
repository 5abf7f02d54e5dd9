from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from parties.models import User
from portal.base import audit


@audit.tracked()
class RefusedAttempt(models.Model):
    """That somebody asked for what was not open or not theirs; written once, changes nothing."""

    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    what = models.CharField(_("what was asked for"), max_length=60)
    code = models.CharField(_("why it was refused"), max_length=60)
    # "list 17", "protocol 5": the row may be one that its owner later erases.
    about = models.CharField(_("about"), max_length=60)

    class Meta:
        verbose_name = _("refused attempt")
        verbose_name_plural = _("refused attempts")
        triggers: ClassVar = guards.immutable("refused_attempt")
        indexes: ClassVar = [models.Index(fields=["-at"], name="refused_attempt_newest")]

    def __str__(self) -> str:
        return f"{self.what}: {self.code}"
