"""What a member of the commission types when deciding on a list; the services say what is missing.

The forms know formats and lengths only: that a refusal needs its ground is asked by the service,
under the lock, for every way in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from elections.law import calendar
from elections.models import Contest
from elections.review.services import Resolution

LONGEST = 60
LARGEST = 32_767
LAST_NUMBER = 2_147_483_647


class RegistrationForm(forms.Form):
    """A registration needs no words: what was reviewed is bound by its digest."""


class RefusalForm(forms.Form):
    """Why a list is not registered."""

    ground = forms.CharField(
        label=_("Ground"),
        max_length=LONGEST,
        required=False,
        help_text=_("What does not meet the law, in a few words."),
    )
    article = forms.CharField(
        label=_("Article of the law"),
        max_length=LONGEST,
        required=False,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The party reads these words."),
    )


class SendBackForm(forms.Form):
    """Why a proposal goes back to the one who made it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Your colleague reads these words."),
    )


class ConfirmForm(forms.Form):
    """The commission's resolution; number and time decide between equal remainders."""

    number = forms.IntegerField(
        label=_("Number of the resolution"), min_value=1, max_value=LAST_NUMBER
    )
    day = forms.DateField(
        label=_("Day of the resolution"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        label=_("Time of the resolution"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("As the clocks of the territory show it."),
    )
    votes_for = forms.IntegerField(
        label=_("Votes for"), min_value=0, max_value=LARGEST, required=False
    )
    votes_against = forms.IntegerField(
        label=_("Votes against"), min_value=0, max_value=LARGEST, required=False
    )

    def resolution(self, contest: Contest) -> Resolution:
        """Return what was typed, with the moment in the contest's territory."""
        typed: dict[str, Any] = self.cleaned_data
        moment: datetime = calendar.instant(
            typed["day"], typed["time"], contest.territory.time_zone
        )
        return Resolution(
            typed["number"], moment, typed.get("votes_for"), typed.get("votes_against")
        )
