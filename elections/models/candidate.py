from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.party_list import PartyList
from portal.base import audit
from portal.base.crypto import BlindIndexField, EncryptedTextField
from portal.base.trilingual import SortKeyField


class CandidateQuerySet(models.QuerySet["Candidate"]):
    """Candidates of a list."""

    def listed(self) -> CandidateQuerySet:
        """Return those that still stand on it."""
        return self.filter(status=Candidate.Status.LISTED)

    def in_order(self) -> CandidateQuerySet:
        """Return them in the order of the Kazakh alphabet; the rank is the number on the list."""
        return self.order_by("sort_kk", "pk")


@audit.tracked(private=("birth_date", "residence"))
class Candidate(models.Model):
    """A person on one list; links between lists go over the blind index alone."""

    class Status(models.TextChoices):
        LISTED = "listed", _("on the list")
        EXCLUDED = "excluded", _("from the list")
        WITHDRAWN = "withdrawn", _("candidate withdrew")

    class Sex(models.TextChoices):
        FEMALE = "female", _("woman")
        MALE = "male", _("man")

    list = models.ForeignKey(
        PartyList, models.PROTECT, related_name="candidates", verbose_name=_("party list")
    )
    surname = models.CharField(_("surname"), max_length=100)
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    patronymic = models.CharField(_("patronymic"), max_length=100, blank=True)
    name_latin = models.CharField(_("name in Latin letters"), max_length=200, blank=True)
    sort_kk = SortKeyField(source="full_name", db_index=True)
    # Null and not "": what is not typed yet is equal to nothing.
    iin = EncryptedTextField(_("IIN"), null=True, blank=True)
    iin_index = BlindIndexField(source="iin", null=True)
    birth_date = models.DateField(_("birth date"), null=True, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    is_citizen = models.BooleanField(_("citizen of Kazakhstan"), null=True, blank=True)
    residence = models.CharField(_("residence"), max_length=200, blank=True)
    occupation = models.CharField(_("occupation"), max_length=200, blank=True)
    workplace = models.CharField(_("workplace"), max_length=200, blank=True)
    is_party_member = models.BooleanField(_("party member"), null=True, blank=True)
    disability = EncryptedTextField(_("person with a disability"), null=True, blank=True)
    primary_rank = models.PositiveSmallIntegerField(_("rank in the primary"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.LISTED)
    version = models.PositiveIntegerField(_("version"), default=0)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        indexes: ClassVar = [models.Index(fields=["iin_index"], name="candidate_iin_index")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["list", "iin_index"],
                condition=Q(status="listed", iin_index__isnull=False),
                name="candidate_once_on_a_list",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["listed", "excluded", "withdrawn"]),
                name="candidate_status_known",
            ),
            models.CheckConstraint(
                condition=Q(sex__in=["", "female", "male"]), name="candidate_sex_known"
            ),
            models.CheckConstraint(condition=~Q(surname=""), name="candidate_surname_given"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Surname first, uninflected; the patronymic may be missing."""
        return " ".join(filter(None, (self.surname, self.given_name, self.patronymic)))
