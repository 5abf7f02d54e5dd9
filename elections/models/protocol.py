from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elections.models.election import Contest
from elections.models.party_list import PartyList
from parties.models import Territory, User
from portal.base import audit

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@audit.tracked()
class Precinct(models.Model):
    """A polling station; it counts for its territory and for those above it on that day."""

    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="precincts", verbose_name=_("territory")
    )
    number = models.PositiveIntegerField(_("number"))
    abroad = models.BooleanField(_("abroad"), default=False)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until, not included"), null=True, blank=True)

    class Meta:
        verbose_name = _("polling station")
        verbose_name_plural = _("polling stations")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["territory", "number", "valid_from"], name="precinct_number_unique"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="precinct_number_above_zero"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="precinct_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"№ {self.number}, {self.territory}"


@audit.tracked()
class Protocol(models.Model):
    """The voting results of one polling station in one contest, through all its entries."""

    class State(models.TextChoices):
        EMPTY = "empty", _("no entry yet")
        FIRST_ENTRY = "first_entry", _("first entry")
        FIRST_DONE = "first_done", _("first entry done")
        SECOND_ENTRY = "second_entry", _("second entry")
        DIFFERENT = "different", _("entries differ")
        DEFINITIVE = "definitive", _("definitive")
        INVALIDATED = "invalidated", _("invalidated")

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="protocols", verbose_name=_("contest")
    )
    precinct = models.ForeignKey(
        Precinct, models.PROTECT, related_name="protocols", verbose_name=_("polling station")
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.EMPTY)
    definitive_entry = models.OneToOneField(
        "Entry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("definitive entry"),
    )

    class Meta:
        verbose_name = _("protocol of voting results")
        verbose_name_plural = _("protocols of voting results")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contest", "precinct", "round"], name="protocol_one_per_round"
            ),
            models.UniqueConstraint(fields=["id", "contest"], name="protocol_with_its_contest"),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "empty",
                        "first_entry",
                        "first_done",
                        "second_entry",
                        "different",
                        "definitive",
                        "invalidated",
                    ]
                ),
                name="protocol_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="definitive") | Q(definitive_entry__isnull=False),
                name="protocol_definitive_has_its_entry",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.precinct}: {self.contest}"


def _count(label: StrOrPromise) -> models.PositiveIntegerField[int | None, int | None]:
    return models.PositiveIntegerField(label, null=True, blank=True)


@audit.tracked()
class Entry(models.Model):
    """One typing in of a protocol; the fields are those of every edition's form."""

    class State(models.TextChoices):
        DRAFT = "draft", _("unfinished")
        DONE = "done", _("done")
        DEFINITIVE = "definitive", _("definitive")
        SUPERSEDED = "superseded", _("superseded")
        DISCARDED = "discarded", _("discarded")

    class Source(models.TextChoices):
        TYPED = "typed", _("typed")
        IMPORT = "import", _("imported")
        API = "api", _("by program")

    protocol = models.ForeignKey(
        Protocol, models.PROTECT, related_name="entries", verbose_name=_("protocol")
    )
    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="+", verbose_name=_("contest")
    )
    ordinal = models.PositiveSmallIntegerField(_("number of the entry"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    source = models.CharField(_("source"), max_length=6, choices=Source, default=Source.TYPED)
    voters_listed = _count(_("voters on the lists"))
    delivered = _count(_("ballots received by the commission"))
    received_ballots = _count(_("voters who received ballots"))
    absentee = _count(_("by absentee certificate"))
    outside = _count(_("outside the premises"))
    unused = _count(_("unused, cancelled ballots"))
    spoiled = _count(_("spoiled ballots"))
    stationary = _count(_("found in stationary boxes"))
    portable = _count(_("found in portable boxes"))
    wrong_form = _count(_("ballots of another form"))
    valid = _count(_("valid ballots"))
    invalid = _count(_("invalid ballots"))
    against_all = _count(_("against all"))
    # [{"code", "input", "reason"}]: a warning accepted for these numbers and no others.
    accepted_warnings = models.JSONField(_("accepted warnings"), default=list, blank=True)
    # Why a definitive entry was set aside, in the chair's words.
    set_aside_reason = models.TextField(_("why it was set aside"), blank=True)

    class Meta:
        verbose_name = _("entry of a protocol")
        verbose_name_plural = _("entries of protocols")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["protocol", "ordinal"],
                condition=Q(state__in=["draft", "done", "definitive"]),
                name="entry_ordinal_unique",
            ),
            models.UniqueConstraint(
                fields=["protocol"],
                condition=Q(state="definitive"),
                name="entry_one_definitive_per_protocol",
            ),
            models.UniqueConstraint(fields=["id", "contest"], name="entry_with_its_contest"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "done", "definitive", "superseded", "discarded"]),
                name="entry_state_known",
            ),
            models.CheckConstraint(
                condition=Q(source__in=["typed", "import", "api"]), name="entry_source_known"
            ),
            models.CheckConstraint(condition=Q(ordinal__gt=0), name="entry_ordinal_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.protocol}, {self.ordinal}"


@audit.tracked()
class Count(models.Model):
    """The votes of one list in one entry, of a list of the same contest."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="counts", verbose_name=_("entry"))
    list = models.ForeignKey(
        PartyList, models.PROTECT, related_name="+", verbose_name=_("party list")
    )
    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="+", verbose_name=_("contest")
    )
    votes = models.PositiveIntegerField(_("votes"))

    class Meta:
        verbose_name = _("votes of a list")
        verbose_name_plural = _("votes of lists")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "list"], name="count_one_per_list")
        ]

    def __str__(self) -> str:
        return f"{self.list}: {self.votes}"
