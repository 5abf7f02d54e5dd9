"""Sign-in and what belongs to an account: Django's own views in the portal's look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.forms import AuthenticationForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from parties import limits, mailbox, services
from parties.forms import ForgottenPasswordForm, NewPasswordForm, SignInForm
from parties.models import Language, User

if TYPE_CHECKING:
    from django.contrib.auth.forms import SetPasswordForm


# The language that was chosen before sign-in; the next sign-in in this browser uses it up.
CHOSEN = "language_chosen"


def keep_language(response: HttpResponse, language: str) -> HttpResponse:
    """Let the next page come in this language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.SESSION_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def language_after_sign_in(
    request: HttpRequest, response: HttpResponse, person: User
) -> HttpResponse:
    """Go on in the language just chosen on the sign-in page, else in the account's.

    The account keeps its own: letters follow it until the person chooses while signed in.
    """
    chosen = request.COOKIES.get(CHOSEN)
    if chosen not in Language.values:
        return keep_language(response, person.language)
    response.delete_cookie(CHOSEN, samesite="Lax")
    return keep_language(response, chosen)


class SignIn(auth.LoginView):
    authentication_form = SignInForm
    template_name = "parties/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return reverse("lists:start")

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        return language_after_sign_in(self.request, super().form_valid(form), form.get_user())


class SignOut(auth.LogoutView):
    def get_default_redirect_url(self) -> str:
        return reverse("parties:sign-in")


class ForgottenPassword(auth.PasswordResetView):
    form_class = ForgottenPasswordForm
    template_name = "parties/password_forgotten.html"
    subject_template_name = "emails/password_reset.subject.txt"
    email_template_name = "emails/password_reset.txt"
    success_url = reverse_lazy("parties:password-sent")

    def form_valid(self, form: Any) -> HttpResponse:
        # Counted whether there is such an account or not: the answer is the same too.
        if limits.is_exhausted(self.request, "password"):
            return HttpResponseRedirect(str(self.success_url))
        limits.count_failure(self.request, "password")
        return super().form_valid(form)


class PasswordSent(auth.PasswordResetDoneView):
    template_name = "parties/password_sent.html"


class NewPassword(auth.PasswordResetConfirmView):
    form_class = NewPasswordForm
    template_name = "parties/password_new.html"
    success_url = reverse_lazy("parties:password-set")

    def form_valid(self, form: SetPasswordForm[User]) -> HttpResponse:
        services.set_password(
            form.user, password=form.cleaned_data["new_password1"], why="account.password_reset"
        )
        self.request.session.pop("_password_reset_token", None)
        return HttpResponseRedirect(str(self.success_url))


class PasswordSet(auth.PasswordResetCompleteView):
    template_name = "parties/password_set.html"


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Switch the language of pages without one in their address, and keep it in the account."""
    language = request.POST.get("language", "")
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    response = HttpResponseRedirect(wanted if wanted and is_ours else reverse("lists:start"))
    if language not in Language.values:
        return response
    if isinstance(request.user, User):
        services.set_language(request.user, language=language)
    else:
        response.set_cookie(
            CHOSEN,
            language,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return keep_language(response, language)


@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """Show the mail that the portal "sent"; only in demonstration mode is there such a page."""
    if not settings.DEMONSTRATION:
        raise Http404
    return render(request, "parties/mail.html", {"messages_sent": mailbox.newest()})
