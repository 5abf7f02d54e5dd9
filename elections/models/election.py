from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from elections.models.commission import Commission
from parties.models import Territory
from portal.base import audit
from portal.base.trilingual import TrilingualName

if TYPE_CHECKING:
    from elections.models.publication import Publication


@audit.tracked()
class Election(TrilingualName):
    """All contests for one kind of body on one day."""

    class Body(models.TextChoices):
        MAJILIS = "majilis", _("Majilis")
        MASLIKHAT = "maslikhat", _("maslikhat")
        KURULTAI = "kurultai", _("Kurultai")

    class Kind(models.TextChoices):
        LIVE = "live", _("live")
        RECORD = "record", _("record")
        PRACTICE = "practice", _("practice")

    class ImportCounts(models.TextChoices):
        FIRST = "first", _("as first entry")
        DEFINITIVE = "definitive", _("as definitive")

    slug = models.SlugField(_("short name in addresses"), unique=True)
    body = models.CharField(_("body"), max_length=20, choices=Body)
    day = models.DateField(_("election day"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    # Of a practice election: counted from the clock's day, so that it never leaves its phase;
    # `day` is then the day as it was when the election was made.
    day_offset = models.SmallIntegerField(_("days from today"), null=True, blank=True)
    # Of a practice election: since when another one stands in its place. It is kept, for what was
    # handed in is never deleted, and no room shows it any more.
    retired_at = models.DateTimeField(_("replaced at"), null=True, blank=True)
    edition = models.CharField(_("edition of the law"), max_length=40)
    entries_needed = models.PositiveSmallIntegerField(_("entries of a protocol"), default=2)
    import_counts_as = models.CharField(
        _("an import counts"), max_length=10, choices=ImportCounts, default=ImportCounts.FIRST
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        triggers: ClassVar = [guards.fixed("election", "kind", "body", "day")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(body__in=["majilis", "maslikhat", "kurultai"]),
                name="election_body_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["live", "record", "practice"]), name="election_kind_known"
            ),
            models.CheckConstraint(condition=~Q(edition=""), name="election_edition_given"),
            models.CheckConstraint(
                condition=Q(day_offset__isnull=True) | Q(kind="practice"),
                name="election_offset_only_in_practice",
            ),
            models.CheckConstraint(
                condition=Q(retired_at__isnull=True) | Q(kind="practice"),
                name="election_replaced_only_in_practice",
            ),
            models.CheckConstraint(
                condition=Q(entries_needed__in=[1, 2]), name="election_one_or_two_entries"
            ),
            models.CheckConstraint(
                condition=Q(import_counts_as__in=["first", "definitive"]),
                name="election_import_counts_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day:%d.%m.%Y}"

    def day_on(self, today: date) -> date:
        """Return election day as it is on that day: of a practice election it moves along."""
        return self.day if self.day_offset is None else today + timedelta(days=self.day_offset)


class ContestQuerySet(models.QuerySet["Contest"]):
    """Contests with what a list of them shows."""

    def of_records(self) -> ContestQuerySet:
        return self.filter(election__kind=Election.Kind.RECORD)

    def in_order(self) -> ContestQuerySet:
        """Return them in the order of the Kazakh alphabet of their territories."""
        return self.order_by("territory__sort_kk", "territory__slug")


@audit.tracked()
class Contest(models.Model):
    """The election of one body in one territory."""

    election = models.ForeignKey(
        Election, models.PROTECT, related_name="contests", verbose_name=_("election")
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="contests", verbose_name=_("territory")
    )
    mandates = models.PositiveSmallIntegerField(
        _("mandates"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    commission = models.ForeignKey(
        Commission,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contests",
        verbose_name=_("commission"),
    )
    results_version = models.PositiveIntegerField(_("version of the results"), default=0)

    objects = ContestQuerySet.as_manager()

    class Meta:
        verbose_name = _("contest")
        verbose_name_plural = _("contests")
        triggers: ClassVar = [
            guards.fixed("contest", "election_id", "territory_id"),
            guards.only_in_a_record(
                "contest_mandates_given",
                when="NEW.mandates IS NULL",
                kind_query="SELECT kind FROM elections_election WHERE id = NEW.election_id",
                sentence="only in a record may the number of mandates be unknown",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["election", "territory"], name="contest_one_per_territory"
            ),
            models.CheckConstraint(
                condition=Q(mandates__isnull=True) | Q(mandates__gt=0),
                name="contest_mandates_above_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.election}: {self.territory}"

    def latest_publication(self) -> Publication | None:
        """Return the publication that holds now; one query."""
        return self.publications.order_by("-number").first()
