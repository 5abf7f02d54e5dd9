"""Forms of a party's list. Cleaning reads what was typed; what is right is asked of the law."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Field, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from elections import values, wording
from elections.law import iin as numbers
from elections.law import lists as law
from elections.law import quota
from elections.law.findings import Finding, Severity
from elections.law.parameters import Majority
from elections.law.rules import Edition
from elections.lists import services
from elections.models import Candidate, PartyList
from elections.wording import Reader

YES_NO = [("", _("not stated yet")), ("yes", _("yes")), ("no", _("no"))]
# Letters, their marks, and what stands between them in names: hyphens, apostrophes, full stops.
_IN_NAMES = frozenset(" -'’.ʼ")


class PlainField(forms.CharField):
    """A line of text without control characters or marks that turn the direction of writing."""

    def to_python(self, value: Any) -> str:
        text = unicodedata.normalize("NFC", super().to_python(value) or "")
        if any(unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs") for character in text):
            raise ValidationError(
                _("There is an invisible character here: type the text instead of pasting it."),
                code="invisible",
            )
        return " ".join(text.split())


class NameField(PlainField):
    """A part of a name: letters, hyphens and apostrophes; markup is refused."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not all(unicodedata.category(c)[0] in "LM" or c in _IN_NAMES for c in text):
            raise ValidationError(
                _("A name has letters, spaces, hyphens and apostrophes only."), code="not_a_name"
            )
        if text and not any(character.isalpha() for character in text):
            raise ValidationError(_("There is no letter here."), code="not_a_name")
        return text


class LatinNameField(NameField):
    """A whole name as it stands in a passport."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in text):
            raise ValidationError(_("Write this name in Latin letters."), code="not_latin")
        return text


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not stated yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=YES_NO,
            required=False,
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)


class DayField(forms.DateField):
    """A day as it is written here, 17.05.1980, or as browsers send it."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%d.%m.%Y", "%Y-%m-%d"]
        widget = forms.DateInput(
            format="%d.%m.%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}
        )
        super().__init__(required=False, input_formats=formats, widget=widget, **kwargs)
        self.error_messages["invalid"] = _("Write the day like 17.05.1980.")

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except ValidationError:
            if re.fullmatch(r"\s*\d{1,2}\.\d{1,2}\.\d{4}\s*", str(value), re.ASCII):
                raise ValidationError(_("There is no such day."), code="no_such_day") from None
            raise


class CandidateForm(forms.ModelForm):  # type: ignore[type-arg]
    """One person, IIN first: birth date and sex follow from it. Incomplete may be saved."""

    iin = PlainField(
        label=_("IIN"),
        required=False,
        max_length=40,  # a space between all digits is no reason to lose one
        help_text=_("12 digits. Birth date and sex follow from it."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    surname = NameField(label=_("Surname"), max_length=100)
    given_name = NameField(label=_("Given name"), max_length=100, required=False)
    patronymic = NameField(
        label=_("Patronymic"), max_length=100, required=False, help_text=_("if there is one")
    )
    name_latin = LatinNameField(label=_("Name in Latin letters"), max_length=200, required=False)
    birth_date = DayField(
        label=_("Birth date"), help_text=_("Only where it cannot be read from the IIN.")
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        required=False,
        choices=[("", _("from the IIN")), *Candidate.Sex.choices],
    )
    is_citizen = YesNoField(label=_("Citizen of Kazakhstan"))
    is_party_member = YesNoField(label=_("Member of the party"))
    residence = PlainField(label=_("Place of residence"), max_length=200, required=False)
    occupation = PlainField(label=_("Occupation"), max_length=200, required=False)
    workplace = PlainField(label=_("Workplace"), max_length=200, required=False)
    disability = forms.TypedChoiceField(
        label=_("Person with a disability"),
        required=False,
        choices=YES_NO,
        empty_value=None,
        help_text=_("Counts towards the quota. Only your party and the commission see the answer."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Candidate
        fields = services.CANDIDATE_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        if self.instance.disability is not None:
            self.initial["disability"] = str(self.instance.disability)
        if self.instance.iin is not None:
            self.initial["iin"] = str(self.instance.iin)
            self._leave_out_what_follows(str(self.instance.iin))
        asked = []
        if quota.counts_disability(values.edition_of(self.instance.list.contest.election).quota):
            asked = [_field("disability")]
        else:
            del self.fields["disability"]
        _dress(self)
        self.helper = _laid_out(
            "version",
            Fieldset(
                str(_("Identity")),
                _field("iin"),
                HTML('{% include "lists/_from_iin.html" %}'),
                Row(Column(_field("birth_date")), Column(_field("sex"))),
            ),
            Fieldset(
                str(_("Name")),
                Row(
                    Column(_field("surname")),
                    Column(_field("given_name")),
                    Column(_field("patronymic")),
                ),
                _field("name_latin"),
            ),
            Fieldset(
                str(_("Requirements")),
                Row(Column(_field("is_party_member")), Column(_field("is_citizen"))),
                *asked,
            ),
            Fieldset(
                str(_("For the notice about candidates")),
                _field("residence"),
                Row(Column(_field("occupation")), Column(_field("workplace"))),
            ),
        )

    def _leave_out_what_follows(self, iin: str) -> None:
        """Show nothing to type where the number says it: text with a lock stands there instead."""
        known = numbers.read(iin)
        if known is None:
            return
        if self.initial.get("birth_date") == known.birth_date:
            self.initial["birth_date"] = None
        if self.initial.get("sex") == str(known.sex):
            self.initial["sex"] = ""

    def clean_iin(self) -> str | None:
        """Return the digits, or None while there are none; spaces between them do not matter."""
        text = self.cleaned_data["iin"].replace(" ", "")
        return text or None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # What the number says is taken over where nothing else was typed.
        known = numbers.read(cleaned.get("iin") or "") if cleaned.get("iin") else None
        if known is not None:
            cleaned["birth_date"] = cleaned.get("birth_date") or known.birth_date
            cleaned["sex"] = cleaned.get("sex") or str(known.sex)
        return cleaned

    def _post_clean(self) -> None:
        """Leave the row alone: the service sets it under its lock."""

    def as_law_value(self) -> law.Candidate:
        """Return the person as typed, for the live check of what is not saved yet."""
        row = Candidate(pk=self.instance.pk or 0)
        for name in services.CANDIDATE_FIELDS:
            value = self.cleaned_data.get(name, getattr(self.instance, name, None))
            setattr(row, name, value)
        return values.candidate(row)

    def findings(self, edition: Edition, election_day: date) -> tuple[Finding, ...]:
        """Ask the law about the person as typed."""
        return law.check_candidate(self.as_law_value(), edition, election_day)


class ConferenceForm(forms.ModelForm):  # type: ignore[type-arg]
    """The nomination as the extract of the minutes says it."""

    nominating_body = PlainField(label=_("Nominating body"), max_length=200, required=False)
    nominated_on = DayField(label=_("Day of the nomination"))
    nominated_at_place = PlainField(label=_("Place"), max_length=200, required=False)
    members = forms.IntegerField(
        label=_("Members of the body"),
        required=False,
        min_value=0,
        max_value=100_000,
        help_text=_("All of them: more than half must have voted for the list."),
    )
    present = forms.IntegerField(label=_("Present"), required=False, min_value=0, max_value=100_000)
    votes_for = forms.IntegerField(
        label=_("Votes for the list"), required=False, min_value=0, max_value=100_000
    )
    minutes_number = PlainField(label=_("Number of the minutes"), max_length=60, required=False)
    mark = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = PartyList
        fields = services.CONFERENCE_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"].initial = services.conference_mark(self.instance)
        edition = values.edition_of(self.instance.contest.election)
        asked = []
        if edition.nomination.majority.value is Majority.ALL_MEMBERS:
            asked = [Column(_field("members"))]
        else:
            del self.fields["members"]
        _dress(self)
        self.helper = _laid_out(
            "mark",
            _field("nominating_body"),
            Row(Column(_field("nominated_on")), Column(_field("nominated_at_place"))),
            Row(
                *asked,
                Column(_field("present")),
                Column(_field("votes_for")),
                Column(_field("minutes_number")),
            ),
        )

    def as_law_value(self) -> law.Conference:
        """Return the decision as typed."""
        typed = {name: self.cleaned_data.get(name) for name in services.CONFERENCE_FIELDS}
        return values.conference(PartyList(**typed))

    def _post_clean(self) -> None:
        """Leave the row alone: the service sets it under its lock."""


class WithdrawalForm(forms.Form):
    """The decision by which a party ends its list."""

    reason = PlainField(
        label=_("Decision of the body that nominated the list"),
        max_length=500,
        help_text=_("Body, day and number of the minutes."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self)
        self.helper = _laid_out("version", _field("reason"))


def show_findings(form: forms.BaseForm, findings: Iterable[Finding]) -> None:
    """Put what the law says next to the fields, where the form itself has not said it already."""
    for finding in findings:
        name = finding.field.rpartition(".")[2]
        if name in form.fields and name not in form.errors:
            field: Any = form.fields[name]
            field.said = [*getattr(field, "said", ()), wording.say(finding, Reader.OFFICIAL)]
    _describe(form)


def _describe(form: forms.BaseForm) -> None:
    """Link each control with its hint and its messages, for those who hear the page."""
    for name, field in form.fields.items():
        said = getattr(field, "said", ())
        parts = [
            f"id_{name}_hint" if field.help_text else "",
            f"id_{name}_said" if said or name in form.errors else "",
        ]
        if described := " ".join(filter(None, parts)):
            field.widget.attrs["aria-describedby"] = described
        if name in form.errors or any(one.severity is Severity.ERROR for one in said):
            field.widget.attrs["aria-invalid"] = "true"


def _dress(form: forms.BaseForm) -> None:
    for field in form.fields.values():
        kind = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
        if not isinstance(field.widget, forms.HiddenInput):
            field.widget.attrs["class"] = kind


def _laid_out(*parts: Any) -> FormHelper:
    """Return crispy's helper: our own field template shows law and form in one place."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*parts)
    return helper


def _field(name: str) -> Field:
    return Field(name, template="lists/_field.html")
