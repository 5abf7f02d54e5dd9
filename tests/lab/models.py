"""Tables to attack: a stand-in for every kind of column that the portal's own tables have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pgtrigger
from django.db import models

from portal.base import audit
from portal.base.crypto import BlindIndexField, EncryptedTextField
from portal.base.trilingual import TrilingualName


@audit.tracked(private=("secret",))
class Specimen(models.Model):
    name = models.CharField(max_length=50)
    secret = models.CharField(max_length=50, default="", blank=True)
    results_version = models.PositiveIntegerField(default=0)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    objects: ClassVar = models.Manager()

    def __str__(self) -> str:
        return self.name


@audit.tracked()
class Citizen(models.Model):
    """Has an encrypted column that is unique and found through its blind index."""

    name = models.CharField(max_length=50)
    iin = EncryptedTextField()
    iin_index = BlindIndexField(source="iin", unique=True)
    note = EncryptedTextField(null=True, blank=True)

    objects: ClassVar = models.Manager()

    def __str__(self) -> str:
        return self.name


class Letter(models.Model):
    """Keeps the same kind of text under another table's name; has a trigger of pgtrigger's own."""

    iin = EncryptedTextField()

    class Meta:
        triggers: ClassVar = [pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)]

    objects: ClassVar = models.Manager()

    def __str__(self) -> str:
        return f"letter {self.pk}"


class Place(TrilingualName):
    objects: ClassVar = models.Manager()

    def __str__(self) -> str:
        return self.name_kk


if TYPE_CHECKING:
    # Made by audit.tracked().
    SpecimenEvent: Any
    CitizenEvent: Any
