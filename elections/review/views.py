"""The pages on which a commission decides on a list; each asks a service and shows its answer.

Every form carries the digest of what the page showed. A refusal comes back on the same page, at the
top, with what was typed still in its fields and with what has happened meanwhile, by whom, when.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections import wording
from elections.models import Decision, PartyList
from elections.refusals import Refused
from elections.review import forms, presentation, queries, services
from elections.room_admin import RoomAdmin, moment, person

CONFLICT = 409
# What a refusal is about, where that is a field of the form.
FIELDS = {
    "number_taken": "number",
    "time_in_future": "time",
    "reason_missing": "reason",
}
# What can only be so because somebody else was there first.
OVERTAKEN = frozenset({"not_open", "proposal_open", "changed_since_shown"})


@dataclass(frozen=True, slots=True)
class Step:
    """A page that decides: its words, its form, what has to be open for it."""

    event: str
    title: Promise
    lead: Promise
    verb: Promise
    done: Promise
    form: type[Form]
    tone: str = ""


REGISTER = Step(
    "register",
    gettext_lazy("Propose registration"),
    gettext_lazy("Another member of the commission confirms it; until then nothing is decided."),
    gettext_lazy("Propose registration"),
    gettext_lazy("Registration is proposed and waits for a second person."),
    forms.RegistrationForm,
)
REFUSE = Step(
    "refuse",
    gettext_lazy("Propose refusal"),
    gettext_lazy("Another member of the commission confirms it; until then nothing is decided."),
    gettext_lazy("Propose refusal"),
    gettext_lazy("Refusal is proposed and waits for a second person."),
    forms.RefusalForm,
    "danger",
)
CONFIRM = Step(
    "confirm",
    gettext_lazy("Confirm the decision"),
    gettext_lazy(
        "From the moment of confirmation the decision holds. Number and time of the resolution "
        "are recorded: they decide between equal remainders."
    ),
    gettext_lazy("Confirm the decision"),
    gettext_lazy("The decision is confirmed."),
    forms.ConfirmForm,
)
SEND_BACK = Step(
    "send_back",
    gettext_lazy("Send the proposal back"),
    gettext_lazy("The list stays in review; whoever proposed reads the reason."),
    gettext_lazy("Send the proposal back"),
    gettext_lazy("The proposal is sent back."),
    forms.SendBackForm,
)


# --- pages ---------------------------------------------------------------------------------


def screen(
    room: RoomAdmin, request: HttpRequest, party_list: PartyList, *, status: int = 200
) -> HttpResponse:
    """Show the frozen submission beside the law's findings, the past, and what can be done."""
    at = moment()
    review = queries.review(party_list, person(request), at=at)
    page = _context(room, request, review)
    page |= {"history": queries.history(party_list)}
    return TemplateResponse(request, "review/screen.html", page, status=status)


def take(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Take a list into review."""
    party_list = room.visible(request, pk)
    return _press(
        room,
        request,
        party_list,
        lambda: services.take(party_list, by=person(request), at=moment()),
        gettext_lazy("The list is in review; you took it."),
    )


def take_back(room: RoomAdmin, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
    """Take one's own proposal back."""
    party_list = room.visible(request, pk)
    proposal = get_object_or_404(party_list.decisions, pk=decision)
    return _press(
        room,
        request,
        party_list,
        lambda: services.take_back(proposal, by=person(request), at=moment()),
        gettext_lazy("Your proposal is taken back."),
    )


def propose(room: RoomAdmin, request: HttpRequest, pk: int, step: Step) -> HttpResponse:
    """Propose to register or to refuse."""
    party_list = room.visible(request, pk)

    def act(form: Any, digest: str) -> None:
        services.propose(
            party_list,
            step.event,
            shown_digest=digest,
            by=person(request),
            at=moment(),
            **form.cleaned_data,
        )

    return _decide(room, request, party_list, step, act)


def confirm(room: RoomAdmin, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
    """Confirm somebody else's proposal, with the resolution's number and time."""
    party_list = room.visible(request, pk)
    proposal = get_object_or_404(party_list.decisions, pk=decision)

    def act(form: Any, digest: str) -> None:
        services.confirm(
            proposal,
            shown_digest=digest,
            resolution=form.resolution(party_list.contest),
            by=person(request),
            at=moment(),
        )

    return _decide(room, request, party_list, CONFIRM, act, proposal)


def send_back(room: RoomAdmin, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
    """Send somebody else's proposal back, with a reason."""
    party_list = room.visible(request, pk)
    proposal = get_object_or_404(party_list.decisions, pk=decision)

    def act(form: Any, digest: str) -> None:
        services.send_back(
            proposal, reason=form.cleaned_data["reason"], by=person(request), at=moment()
        )

    return _decide(room, request, party_list, SEND_BACK, act, proposal)


# --- how they answer -----------------------------------------------------------------------


def _press(
    room: RoomAdmin,
    request: HttpRequest,
    party_list: PartyList,
    act: Callable[[], object],
    done: Promise,
) -> HttpResponse:
    """Do what a single button asks for; a refusal shows the list as it is now."""
    try:
        act()
    except Refused as refused:
        _tell(request, party_list, refused)
        party_list.refresh_from_db()
        return screen(room, request, party_list, status=CONFLICT)
    messages.success(request, str(done))
    return redirect(queries.list_address(party_list))


def _decide(
    room: RoomAdmin,
    request: HttpRequest,
    party_list: PartyList,
    step: Step,
    act: Callable[[Any, str], None],
    proposal: Decision | None = None,
) -> HttpResponse:
    """Show a form with the digest that it is bound to, or do what it asks for."""
    if request.method != "POST":
        return _form_page(room, request, party_list, step, proposal)
    form = step.form(request.POST)
    # A crafted POST is answered by the service whatever it holds: its refusal is recorded.
    if not form.is_valid() and step.event in services.open_to(party_list, person(request)):
        page = _step_page(room, request, party_list, step, form, proposal)
        return TemplateResponse(request, "review/step.html", page)
    try:
        if form.is_valid():
            act(form, request.POST.get("digest", ""))
        else:
            services.demand(party_list, step.event, by=person(request), at=moment())
    except Refused as refused:
        field = FIELDS.get(refused.code)
        if field in form.fields:
            form.add_error(field, wording.refusal(refused))
        else:
            _tell(request, party_list, refused)
        party_list.refresh_from_db()
        page = _step_page(room, request, party_list, step, form, proposal)
        return TemplateResponse(request, "review/step.html", page, status=CONFLICT)
    messages.success(request, str(step.done))
    return redirect(queries.list_address(party_list))


def _form_page(
    room: RoomAdmin,
    request: HttpRequest,
    party_list: PartyList,
    step: Step,
    proposal: Decision | None,
) -> HttpResponse:
    """Show the empty form; where it is not open any more, the list as it is now."""
    user = person(request)
    if not services.may_decide(party_list, user):
        raise PermissionDenied
    is_closed = proposal is not None and proposal.state != Decision.State.OPEN
    if is_closed or step.event not in services.open_to(party_list, user):
        messages.error(request, _("This is not open now.") + " " + _overtaken(party_list))
        return screen(room, request, party_list, status=CONFLICT)
    page = _step_page(room, request, party_list, step, step.form(), proposal)
    shown = request.GET.get("shown", "")
    if shown and shown != page["review"].digest:
        messages.error(request, wording.refusal(Refused("changed_since_shown")))
    return TemplateResponse(request, "review/step.html", page)


def _tell(request: HttpRequest, party_list: PartyList, refused: Refused) -> None:
    """Say at the top of the page what was refused; what was never offered is a 403."""
    if refused.code == "not_allowed":
        raise PermissionDenied from refused
    text = wording.refusal(refused)
    if refused.code == "has_errors":
        text = _("The law's check found errors: this list cannot be registered.")
    if refused.code in OVERTAKEN:
        text = f"{text} {_overtaken(party_list)}"
    messages.error(request, text)


def _overtaken(party_list: PartyList) -> str:
    """Tell what happened last to the list, by whom and when."""
    happened = queries.history(party_list)
    if not happened:
        return ""
    last = happened[0]
    return _("Last on this list: %(what)s, %(who)s, %(when)s.") % {
        "what": last.what,
        "who": last.who,
        "when": last.when,
    }


def _context(room: RoomAdmin, request: HttpRequest, review: queries.Review) -> dict[str, Any]:
    party_list = review.party_list
    contest = party_list.contest
    title = f"{review.party.name if review.party else party_list.party}, {contest.territory.name}"
    return room.page(
        request,
        title,
        review=review,
        list=party_list,
        contest=contest,
        badge=wording.state_badge(party_list.state, party_list.get_state_display()),
        left=presentation.time_to_decide(party_list, moment()),
        decisions=[presentation.decided(row, contest) for row in review.decisions],
        proposal=presentation.decided(review.proposal, contest) if review.proposal else None,
        role_may_decide=services.may_decide(party_list, person(request)),
    )


def _step_page(
    room: RoomAdmin,
    request: HttpRequest,
    party_list: PartyList,
    step: Step,
    form: Form,
    proposal: Decision | None,
) -> dict[str, Any]:
    review = queries.review(party_list, person(request), at=moment())
    page = _context(room, request, review)
    if proposal is not None:
        page["proposal"] = presentation.decided(proposal, party_list.contest)
    return page | {"step": step, "form": form, "address": queries.list_address(party_list)}
