from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordResetForm,
    SetPasswordForm,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from parties import limits
from parties.models import User

# Django's classes are generic for the type checker alone.
if TYPE_CHECKING:
    _SetPasswordForm = SetPasswordForm[User]
else:
    _SetPasswordForm = SetPasswordForm


def one_button(text: Any, *fields: str) -> FormHelper:
    """Return crispy's helper for a form with one verb; the form tag stands in the template."""
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*fields, Submit("", text))
    return helper


class SlowedForm(AuthenticationForm):
    """E-mail and password at any of the portal's doors; an address that fails too often waits."""

    def clean(self) -> dict[str, Any]:
        if self.request is not None and limits.is_exhausted(self.request, "sign-in"):
            raise ValidationError(
                _("Too many tries from this address. Wait a quarter of an hour, then try again."),
                code="too_many_tries",
            )
        try:
            return super().clean()
        except ValidationError:
            if self.request is not None:
                limits.count_failure(self.request, "sign-in")
            raise


class SignInForm(SlowedForm):
    """The door of the party's room."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("E-mail")
        self.fields["username"].widget.attrs |= {"type": "email", "autocomplete": "username"}
        self.helper = one_button(_("Sign in"), "username", "password")


class ForgottenPasswordForm(PasswordResetForm):
    """Answers the same for an account and for none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        self.helper = one_button(_("Send the link"), "email")


class NewPasswordForm(_SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(_("Set the password"), "new_password1", "new_password2")
