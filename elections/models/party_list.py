from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from elections.models.election import Contest
from parties.models import Party
from portal.base import audit

LIVING = ("draft", "submitted", "in_review", "registered")


class PartyListQuerySet(models.QuerySet["PartyList"]):
    """Lists by their state."""

    def living(self) -> PartyListQuerySet:
        """Return those that still can be or are on the ballot."""
        return self.filter(state__in=LIVING)

    def registered(self) -> PartyListQuerySet:
        return self.filter(state=PartyList.State.REGISTERED)


@audit.tracked()
class PartyList(models.Model):
    """One party's list in one contest; of several only one may be living."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        IN_REVIEW = "in_review", _("in review")
        REGISTERED = "registered", _("registered")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("list withdrawn")
        ANNULLED = "annulled", _("registration annulled")

    contest = models.ForeignKey(
        Contest, models.PROTECT, related_name="lists", verbose_name=_("contest")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="lists", verbose_name=_("party"))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(_("version"), default=0)

    nominating_body = models.CharField(_("nominating body"), max_length=200, blank=True)
    nominated_on = models.DateField(_("day of nomination"), null=True, blank=True)
    nominated_at_place = models.CharField(_("place of nomination"), max_length=200, blank=True)
    # Asked for where the edition counts the majority of all members and not of those present.
    members = models.PositiveIntegerField(_("members of the body"), null=True, blank=True)
    present = models.PositiveIntegerField(_("members present"), null=True, blank=True)
    votes_for = models.PositiveIntegerField(_("votes for the list"), null=True, blank=True)
    minutes_number = models.CharField(_("number of the minutes"), max_length=60, blank=True)

    # The decision of the body that nominated, by which the party ended its list.
    withdrawal_reason = models.TextField(_("decision to withdraw"), blank=True)

    registered_submission = models.OneToOneField(
        "Submission",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("registered submission"),
    )
    registered_at = models.DateTimeField(_("registered at"), null=True, blank=True)
    registered_seq = models.PositiveIntegerField(_("order of registration"), null=True, blank=True)
    ballot_position = models.PositiveSmallIntegerField(
        _("place on the ballot"), null=True, blank=True
    )

    objects = PartyListQuerySet.as_manager()

    class Meta:
        verbose_name = _("party list")
        verbose_name_plural = _("party lists")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contest", "party"],
                condition=Q(state__in=LIVING),
                name="list_one_living_per_party",
            ),
            # The target of foreign keys that carry the contest along (migration "ties").
            models.UniqueConstraint(fields=["id", "contest"], name="list_with_its_contest"),
            models.UniqueConstraint(
                fields=["contest", "registered_seq"], name="list_order_of_registration_unique"
            ),
            models.UniqueConstraint(
                fields=["contest", "ballot_position"], name="list_place_on_ballot_unique"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "draft",
                        "submitted",
                        "in_review",
                        "registered",
                        "refused",
                        "withdrawn",
                        "annulled",
                    ]
                ),
                name="list_state_known",
            ),
            models.CheckConstraint(
                condition=Q(present__isnull=True)
                | Q(votes_for__isnull=True)
                | Q(votes_for__lte=F("present")),
                name="list_votes_for_within_present",
            ),
            models.CheckConstraint(
                condition=Q(members__isnull=True)
                | Q(present__isnull=True)
                | Q(present__lte=F("members")),
                name="list_present_within_members",
            ),
            models.CheckConstraint(
                condition=Q(registered_seq__isnull=True) | Q(registered_at__isnull=False),
                name="list_order_only_with_time",
            ),
            models.CheckConstraint(
                condition=Q(registered_at__isnull=True)
                | Q(state__in=["registered", "withdrawn", "annulled"]),
                name="list_registered_at_only_once_registered",
            ),
            models.CheckConstraint(
                condition=Q(ballot_position__isnull=True) | Q(ballot_position__gt=0),
                name="list_place_on_ballot_above_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.contest}"

    @property
    def has_ended(self) -> bool:
        """Whether it can no longer come onto the ballot; the party may have another list."""
        return self.state not in LIVING
