from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elections.models.commission import Commission
from elections.models.election import Contest
from elections.models.party_list import PartyList
from elections.models.submission import Submission
from parties.models import User
from portal.base import audit


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions by what has become of them."""

    def open(self) -> DecisionQuerySet:
        """Return the proposals that wait for their second person."""
        return self.filter(state=Decision.State.OPEN)


@audit.tracked()
class Decision(models.Model):
    """A commission's decision: proposed by one person, confirmed by another on the same digest."""

    class Kind(models.TextChoices):
        REGISTER = "register", _("register the list")
        REFUSE = "refuse", _("refuse registration")
        EXCLUDE = "exclude", _("exclude a candidate")
        WITHDRAW = "withdraw", _("accept a withdrawal")
        ANNUL = "annul", _("annul the registration")
        APPEAL = "appeal", _("carry out an appeal's outcome")
        PUBLISH = "publish", _("publish the final result")
        CORRECT = "correct", _("publish a correction")

    class State(models.TextChoices):
        OPEN = "open", _("awaiting confirmation")
        CONFIRMED = "confirmed", _("confirmed")
        TAKEN_BACK = "taken_back", _("taken back")
        SENT_BACK = "sent_back", _("sent back")
        LAPSED = "lapsed", _("lapsed")

    commission = models.ForeignKey(
        Commission, models.PROTECT, related_name="decisions", verbose_name=_("commission")
    )
    list = models.ForeignKey(
        PartyList,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("party list"),
    )
    contest = models.ForeignKey(
        Contest,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("contest"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    submission = models.ForeignKey(
        Submission,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("submission"),
    )
    digest_reviewed = models.CharField(_("digest reviewed"), max_length=64)
    ground = models.CharField(_("ground"), max_length=60, blank=True)
    article = models.CharField(_("article"), max_length=60, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    proposed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    confirmed_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    # Why an open proposal ended without confirmation, in the words of whoever ended it.
    closed_reason = models.TextField(_("why it was closed"), blank=True)
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    # The resolution of the commission; number and time decide between equal remainders.
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number = models.PositiveIntegerField(_("number of the resolution"), null=True, blank=True)
    resolved_at = models.DateTimeField(_("time of the resolution"), null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    supersedes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("supersedes"),
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(list__isnull=False, contest__isnull=True)
                | Q(list__isnull=True, contest__isnull=False),
                name="decision_list_or_contest",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="decision_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="confirmed", confirmed_by__isnull=False, confirmed_at__isnull=False
                )
                | (~Q(state="confirmed") & Q(confirmed_by__isnull=True, confirmed_at__isnull=True)),
                name="decision_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "confirmed", "taken_back", "sent_back", "lapsed"]),
                name="decision_state_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "register",
                        "refuse",
                        "exclude",
                        "withdraw",
                        "annul",
                        "appeal",
                        "publish",
                        "correct",
                    ]
                ),
                name="decision_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(digest_reviewed__regex=r"^[0-9a-f]{64}$"),
                name="decision_digest_sha256",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True, year__isnull=True)
                | Q(number__gt=0, year__isnull=False, resolved_at__isnull=False),
                name="decision_number_with_year_and_time",
            ),
            models.UniqueConstraint(
                fields=["list"], condition=Q(state="open"), name="decision_one_open_per_list"
            ),
            models.UniqueConstraint(
                fields=["contest"], condition=Q(state="open"), name="decision_one_open_per_contest"
            ),
            models.UniqueConstraint(
                fields=["commission", "year", "number"],
                condition=Q(number__isnull=False),
                name="decision_number_unique",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.list or self.contest}"
