from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from elections.models.allocation import Allocation
from elections.models.decision import Decision
from elections.models.election import Contest
from portal.base import audit


class Sha256Hex(Func):
    """SHA-256 of a text's UTF-8 bytes in hexadecimal, computed by PostgreSQL itself."""

    template = "encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')"
    output_field = models.TextField()


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Publications, of which the newest of each contest holds."""

    def current(self) -> PublicationQuerySet:
        """Return the newest publication of each contest."""
        return self.order_by("contest_id", "-number").distinct("contest_id")


@audit.tracked(private=("body",))
class Publication(models.Model):
    """A result as published: one immutable text from which page, JSON and CSV are made."""

    class Kind(models.TextChoices):
        PROVISIONAL = "provisional", _("provisional")
        FINAL = "final", _("final")
        CORRECTED = "corrected", _("corrected")
        # Only in a record: known facts about a contest of which no source states a result.
        INCOMPLETE = "incomplete", _("known facts only")

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="publications", verbose_name=_("contest")
    )
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    allocation = models.ForeignKey(
        Allocation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("allocation of mandates"),
    )
    body = models.TextField(_("body"))
    digest = models.CharField(_("digest"), max_length=64)
    # What it rests on: a source outside (the record) or a decision of the commission.
    source = models.TextField(_("source"), blank=True)
    decision = models.OneToOneField(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publication",
        verbose_name=_("decision"),
    )
    published_at = models.DateTimeField(_("published at"))
    published_by = models.CharField(_("published by"), max_length=200)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )
    difference = models.JSONField(_("difference"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        triggers: ClassVar = guards.immutable("publication")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contest", "number"], name="publication_number_unique"),
            models.UniqueConstraint(fields=["id", "contest"], name="publication_with_its_contest"),
            models.CheckConstraint(
                condition=Q(kind__in=["provisional", "final", "corrected", "incomplete"]),
                name="publication_kind_known",
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="publication_number_above_zero"),
            models.CheckConstraint(
                condition=Q(number=1, supersedes__isnull=True)
                | Q(number__gt=1, supersedes__isnull=False),
                name="publication_first_supersedes_nothing",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | Q(difference__isnull=False),
                name="publication_names_the_difference",
            ),
            models.CheckConstraint(
                condition=Q(digest=Sha256Hex(F("body"))), name="publication_digest_of_its_body"
            ),
            models.CheckConstraint(
                condition=Q(source="", decision__isnull=False)
                | (~Q(source="") & Q(decision__isnull=True)),
                name="publication_source_or_decision",
            ),
            models.CheckConstraint(condition=~Q(published_by=""), name="publication_by_given"),
        ]

    def __str__(self) -> str:
        return f"{self.contest}, {self.number}"
