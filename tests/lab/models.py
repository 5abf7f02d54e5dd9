"""Tables to attack: a stand-in for every kind of column that the portal's own tables have."""

from __future__ import annotations

from django.db import models

from portal.base import audit


@audit.tracked(private=("secret",))
class Specimen(models.Model):
    name = models.CharField(max_length=50)
    secret = models.CharField(max_length=50, default="", blank=True)
    results_version = models.PositiveIntegerField(default=0)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    def __str__(self) -> str:
        return self.name
