from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from elections.models.election import Contest, Election
from elections.models.fields import PrintedDecimalField
from elections.models.party_list import PartyList
from parties.models import Territory
from portal.base import audit

KIND_OF_CONTEST = (
    "SELECT e.kind FROM elections_election e JOIN elections_contest c ON c.election_id = e.id "
    "WHERE c.id = NEW.contest_id"
)
KIND_OF_ELECTION = "SELECT kind FROM elections_election WHERE id = NEW.election_id"


@audit.tracked()
class OfficialResult(models.Model):
    """What a source says a list received; null where it says nothing. Records only."""

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="official_results", verbose_name=_("contest")
    )
    # Named so that the column is list_id, as in the model; the class is PartyList.
    list = models.OneToOneField(
        PartyList, models.PROTECT, related_name="official_result", verbose_name=_("party list")
    )
    votes = models.PositiveIntegerField(_("votes"), null=True, blank=True)
    percent = PrintedDecimalField(
        _("per cent"), max_digits=7, decimal_places=4, null=True, blank=True
    )
    seats = models.PositiveSmallIntegerField(_("mandates"), null=True, blank=True)
    preliminary = models.BooleanField(_("preliminary"), default=False)
    source = models.TextField(_("source"))

    class Meta:
        verbose_name = _("official result")
        verbose_name_plural = _("official results")
        triggers: ClassVar = [
            guards.only_in_a_record(
                "official_result_only_in_a_record",
                when="TRUE",
                kind_query=KIND_OF_CONTEST,
                sentence="only a record has official results",
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__range=(0, 100)),
                name="official_result_percent_0_to_100",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="official_result_source_given"),
        ]

    def __str__(self) -> str:
        return f"{self.list}"


@audit.tracked()
class OfficialFigure(models.Model):
    """One published figure about a territory in an election. Records only."""

    class Code(models.TextChoices):
        """In the order in which a page shows them; the names are those of the protocol."""

        POLLING_STATIONS = "polling_stations", _("polling stations")
        VOTERS_LISTED = "voters_listed", _("voters on the lists")
        RECEIVED_BALLOTS = "received_ballots", _("voters who received ballots")
        RECEIVED_BALLOTS_PERCENT = (
            "received_ballots_percent",
            _("voters who received ballots, per cent"),
        )
        TOOK_PART = "took_part", _("voters who took part")
        UNUSED = "unused", _("unused, cancelled ballots")
        VALID = "valid", _("valid ballots")
        INVALID = "invalid", _("invalid ballots")
        LISTS_SUBMITTED = "lists_submitted", _("lists submitted")
        LISTS_REGISTERED = "lists_registered", _("lists registered")
        CANDIDATES_SUBMITTED = "candidates_submitted", _("persons on the lists submitted")
        QUOTA_PERSONS_SUBMITTED = (
            "quota_persons_submitted",
            _("of them women or under 29"),
        )
        CANDIDATES_REGISTERED = "candidates_registered", _("candidates registered")

    election = models.ForeignKey(
        Election, models.PROTECT, related_name="official_figures", verbose_name=_("election")
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="official_figures", verbose_name=_("territory")
    )
    code = models.CharField(_("figure"), max_length=40, choices=Code)
    value = PrintedDecimalField(_("value"), max_digits=13, decimal_places=4)
    preliminary = models.BooleanField(_("preliminary"), default=False)
    source = models.TextField(_("source"))

    class Meta:
        verbose_name = _("official figure")
        verbose_name_plural = _("official figures")
        triggers: ClassVar = [
            guards.only_in_a_record(
                "official_figure_only_in_a_record",
                when="TRUE",
                kind_query=KIND_OF_ELECTION,
                sentence="only a record has official figures",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["election", "territory", "code"], name="official_figure_once"
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="official_figure_not_negative"),
            models.CheckConstraint(condition=~Q(code=""), name="official_figure_code_given"),
            models.CheckConstraint(condition=~Q(source=""), name="official_figure_source_given"),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.value}"
