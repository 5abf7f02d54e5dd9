"""The door of the party's room: who comes in, which list is whose, what a refusal becomes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from elections import rights, wording
from elections.law.workflow import Role
from elections.lists import queries
from elections.models import PartyList
from elections.refusals import Refused
from parties.forms import SignInForm
from parties.models import Membership, User
from parties.views import language_after_sign_in

View = Callable[..., HttpResponse]
CREDENTIALS = ("username", "password")


def officials_only(view: View) -> View:
    """Let in who works for a party; others sign in first, and what they had typed comes back."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            if request.method == "POST":
                return _sign_in_again(request, lambda: wrapped(request, *args, **kwargs))
            return redirect_to_login(request.get_full_path())
        if not memberships(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapped


def _sign_in_again(request: HttpRequest, go_on: Callable[[], HttpResponse]) -> HttpResponse:
    """Ask for the password in the middle of a form whose session has ended; keep what was typed.

    What was typed stays in the page and nowhere else: it may be an IIN.
    """
    typed = [(name, value) for name, value in _pairs(request.POST) if name not in CREDENTIALS]
    form = SignInForm(request, data=request.POST if "password" in request.POST else None)
    if form.is_bound and form.is_valid():
        login(request, form.get_user())
        request.POST = _without_credentials(request.POST)  # type: ignore[assignment]  # mutable, as middleware may set it
        return language_after_sign_in(request, go_on(), form.get_user())
    page = {"form": form, "typed": typed, "address": request.get_full_path()}
    return render(request, "parties/sign_in_again.html", page, status=401)


def _pairs(data: QueryDict) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values_typed in data.lists()
        for value in values_typed
        if name != "csrfmiddlewaretoken"
    ]


def _without_credentials(data: QueryDict) -> QueryDict:
    rest = data.copy()
    for name in CREDENTIALS:
        rest.pop(name, None)
    return rest


def person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def memberships(request: HttpRequest) -> list[Membership]:
    """Return what this person does for parties, asked once for all that a page shows.

    Whoever changes something is asked again by the service, under its lock.
    """
    asked: list[Membership] | None = getattr(request, "memberships", None)
    if asked is None:
        asked = rights.memberships_of(request.user)
        request.memberships = asked  # type: ignore[attr-defined]  # kept for this request
    return asked


def list_seen(request: HttpRequest, pk: int) -> PartyList:
    """Return a list that this person sees; a foreign one is a 404."""
    mine = queries.lists_seen_by(person(request), memberships(request))
    return get_object_or_404(mine, pk=pk)


def role_in(request: HttpRequest, party_list: PartyList) -> Role | None:
    contest, party = party_list.contest, party_list.party
    return rights.role_of(person(request), contest, party, memberships(request))


def may_write(request: HttpRequest, party_list: PartyList) -> bool:
    return role_in(request, party_list) in ("chief", "official")


def refuse(request: HttpRequest, refused: Refused) -> None:
    """Turn a refusal into a message; what was never offered is a 403."""
    if refused.code == "not_allowed":
        raise PermissionDenied from refused
    messages.error(request, wording.refusal(refused))
