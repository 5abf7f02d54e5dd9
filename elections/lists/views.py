"""The party's room. Each view: the object for this person, the form, the service, a redirect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from elections import rights, values, wording
from elections.law import lists as law
from elections.law.calendar import DeadlineKind
from elections.law.findings import Severity
from elections.lists import door, pages, presentation, queries, services
from elections.lists.forms import CandidateForm, ConferenceForm, WithdrawalForm, show_findings
from elections.models import Candidate, PartyList
from elections.refusals import Conflict, Refused
from elections.wording import Reader
from parties.models import Party
from portal.base import clock

# --- start ---------------------------------------------------------------------------------


@require_safe
@door.officials_only
def start(request: HttpRequest) -> HttpResponse:
    """Show one card per contest where the party is admitted, or a table when there are many."""
    cards = queries.cards(door.person(request), door.memberships(request), at=clock.now())
    page = {
        "cards": queries.narrowed(cards, request.GET),
        "all_count": len(cards),
        "waiting_count": sum(card.needs_you for card in cards),
        "is_table": len(cards) > queries.CARDS_AT_MOST,
    }
    page |= pages.who(request)
    page["practice"] = bool(cards) and all(c.contest.election.kind == "practice" for c in cards)
    return render(request, "lists/start.html", page)


@require_POST
@door.officials_only
def create(request: HttpRequest, contest: int, party: str) -> HttpResponse:
    """Begin a list, or go to the one that is there."""
    person = door.person(request)
    parties = Party.objects.filter(memberships__in=rights.memberships_of(person)).distinct()
    wanted = get_object_or_404(parties, slug=party)
    place = get_object_or_404(
        rights.contests_of_party(person, wanted).select_related(
            "election", "territory__parent", "commission"
        ),
        pk=contest,
    )
    try:
        party_list = services.start(place, wanted, by=person, at=clock.now())
    except Refused as refused:
        door.refuse(request, refused)
        existing = rights.lists_of_party(person).filter(contest=place, party=wanted).living()
        return redirect("lists:editor", existing.get().pk) if existing else redirect("lists:start")
    return redirect("lists:editor", party_list.pk)


# --- the list ------------------------------------------------------------------------------


@require_safe
@door.officials_only
def editor(request: HttpRequest, pk: int) -> HttpResponse:
    party_list = door.list_seen(request, pk)
    return render(request, "lists/editor.html", pages.editor(request, party_list))


@door.officials_only
def candidate(request: HttpRequest, pk: int, candidate: int | None = None) -> HttpResponse:
    """Fill in one person; without a number a new one."""
    party_list = door.list_seen(request, pk)
    row = None
    if candidate is not None:
        row = get_object_or_404(party_list.candidates.listed(), pk=candidate)
    elif not door.may_write(request, party_list):
        raise PermissionDenied
    form = CandidateForm(request.POST or None, instance=row or Candidate(list=party_list))
    if request.method == "POST" and form.is_valid():
        saved = _save_candidate(request, party_list, row, form)
        if isinstance(saved, HttpResponse):
            return saved
    is_stored = row is not None and not form.is_bound
    page = pages.candidate(request, party_list, row, form, say=is_stored or form.is_bound)
    return render(request, "lists/candidate.html", page)


def _save_candidate(
    request: HttpRequest, party_list: PartyList, row: Candidate | None, form: CandidateForm
) -> HttpResponse | None:
    """Save; None where the form is to be shown again with what stands against it."""
    try:
        saved = services.save_candidate(
            party_list,
            row,
            data=_typed(form, services.CANDIDATE_FIELDS),
            version=form.cleaned_data["version"],
            by=door.person(request),
            at=clock.now(),
        )
    except Conflict as conflict:
        # Saved once more, this form overwrites what it has now been shown.
        typed = request.POST.copy()
        typed["version"] = str(conflict.current.version)
        form.data = typed
        form.conflict = presentation.both_versions(conflict, form)  # type: ignore[attr-defined]
        return None
    except Refused as refused:
        if refused.code == "duplicate_iin":
            form.add_error("iin", wording.refusal(refused))
            return None
        door.refuse(request, refused)
        return redirect("lists:editor", party_list.pk)
    messages.success(request, _("Saved: %(name)s.") % {"name": saved.full_name})
    if "next" in request.POST:
        # The next page is about somebody else: what is wrong with this person is said now.
        _say_what_is_wrong(request, saved)
        return redirect("lists:candidate-add", party_list.pk)
    return redirect("lists:candidate-edit", party_list.pk, saved.pk)


def _typed(form: BaseForm, names: Iterable[str]) -> dict[str, Any]:
    """Return what was typed; what the form does not ask under this edition stays as it is."""
    return {name: form.cleaned_data.get(name) for name in names if name in form.fields}


def _say_what_is_wrong(request: HttpRequest, saved: Candidate) -> None:
    contest = saved.list.contest
    edition, day = values.edition_of(contest.election), values.election_day(contest, clock.now())
    for finding in law.check_candidate(values.candidate(saved), edition, day):
        if finding.severity is Severity.ERROR:
            said = {"name": saved.full_name, "problem": wording.say(finding, Reader.OFFICIAL).title}
            messages.warning(request, _("%(name)s: %(problem)s") % said)


@door.officials_only
def remove(request: HttpRequest, pk: int, candidate: int) -> HttpResponse:
    """Ask once, then take a person off the draft."""
    party_list = door.list_seen(request, pk)
    row = get_object_or_404(party_list.candidates.listed(), pk=candidate)
    if request.method != "POST":
        page = {"list": party_list, "candidate": row} | pages.who(request, party_list)
        return render(request, "lists/remove.html", page)
    try:
        services.remove_candidate(party_list, row, by=door.person(request), at=clock.now())
        messages.success(request, _("Taken off the list: %(name)s.") % {"name": row.full_name})
    except Refused as refused:
        door.refuse(request, refused)
    return redirect("lists:editor", party_list.pk)


@door.officials_only
def conference(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill in what the minutes say about the nomination."""
    party_list = door.list_seen(request, pk)
    form = ConferenceForm(request.POST or None, instance=party_list)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_conference(
                party_list,
                data=_typed(form, services.CONFERENCE_FIELDS),
                mark=form.cleaned_data["mark"],
                by=door.person(request),
                at=clock.now(),
            )
            messages.success(request, _("Saved: the nomination."))
            return redirect("lists:editor", party_list.pk)
        except Conflict as conflict:
            typed = request.POST.copy()
            typed["mark"] = services.conference_mark(conflict.current)
            form.data = typed
            form.conflict = presentation.both_versions(conflict, form)  # type: ignore[attr-defined]
        except Refused as refused:
            if refused.code != "has_errors":
                door.refuse(request, refused)
                return redirect("lists:editor", party_list.pk)
            for finding in refused.findings:
                field = finding.field.rpartition(".")[2]
                form.add_error(field, wording.refusal(Refused(finding.code, [finding])))
    at = clock.now()
    checked = services.check(party_list, at=at)
    typed_or_stored = form.as_law_value() if form.is_bound else values.conference(party_list)
    edition = values.edition_of(party_list.contest.election)
    today = values.local_day(party_list.contest, at)
    show_findings(form, law.check_conference(typed_or_stored, edition, today))
    page = {"list": party_list, "form": form} | pages.panel(party_list, checked)
    page["may_write"] = door.may_write(request, party_list)
    return render(request, "lists/conference.html", page | pages.who(request, party_list))


@require_POST
@door.officials_only
def check(request: HttpRequest, pk: int, candidate: int | None = None) -> HttpResponse:
    """Ask the law about a person as typed, saving nothing; the answer replaces the form's body.

    POST, because an IIN does not belong into an address.
    """
    party_list = door.list_seen(request, pk)
    row = None
    if candidate is not None:
        row = get_object_or_404(party_list.candidates.listed(), pk=candidate)
    form = CandidateForm(request.POST, instance=row or Candidate(list=party_list))
    form.is_valid()
    page = pages.candidate(request, party_list, row, form, say=True)
    return render(request, "lists/_candidate_live.html", page)


# --- handing in ----------------------------------------------------------------------------


@require_safe
@door.officials_only
def todo(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every problem with a link to its field, and what is good to know."""
    party_list = door.list_seen(request, pk)
    checked = services.check(party_list, at=clock.now())
    people = checked.candidates
    page = {
        "list": party_list,
        "errors": presentation.problems(party_list, checked.errors, people),
        "warnings": presentation.problems(party_list, checked.warnings, people),
        "information": presentation.problems(party_list, checked.information, people),
        "may_write": door.may_write(request, party_list),
    }
    return render(
        request,
        "lists/todo.html",
        page | pages.panel(party_list, checked) | pages.who(request, party_list),
    )


@door.officials_only
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the commission will see and what becomes public; then hand it in as shown."""
    party_list = door.list_seen(request, pk)
    if party_list.state != PartyList.State.DRAFT:
        return _already_handed_in(request, party_list)
    if request.method == "POST":
        try:
            submission = services.submit(
                party_list,
                nonce=request.POST.get("nonce", ""),
                shown_digest=request.POST.get("digest", ""),
                by=door.person(request),
                at=clock.now(),
            )
            return redirect("lists:receipt", party_list.pk, submission.number)
        except Refused as refused:
            if refused.code == "not_open":
                party_list.refresh_from_db()
                return _already_handed_in(request, party_list)
            door.refuse(request, refused)
    elif not door.may_write(request, party_list):
        raise PermissionDenied
    preview = services.preview(party_list, at=clock.now())
    checked = preview.checked
    page = {
        "list": party_list,
        "preview": preview,
        "rows": pages.rows(party_list, checked),
        "errors": presentation.problems(party_list, checked.errors, checked.candidates),
        "window": [wording.say(finding, Reader.OFFICIAL) for finding in preview.window],
    }
    status = 409 if request.method == "POST" else 200
    page |= pages.panel(party_list, checked) | pages.who(request, party_list)
    return render(request, "lists/submit.html", page, status=status)


def _already_handed_in(request: HttpRequest, party_list: PartyList) -> HttpResponse:
    """Answer a second press, the back button, a replayed POST: nothing is done twice."""
    newest = services.newest_submission(party_list)
    if newest is None or not door.may_write(request, party_list):
        if request.method == "POST" and not door.may_write(request, party_list):
            raise PermissionDenied
        return redirect("lists:editor", party_list.pk)
    messages.info(request, _("The list is handed in already: this is its receipt."))
    return redirect("lists:receipt", party_list.pk, newest.number)


@door.officials_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """End a list on the decision of the body that nominated it."""
    party_list = door.list_seen(request, pk)
    if door.role_in(request, party_list) != "chief":
        raise PermissionDenied
    form = WithdrawalForm(request.POST or None, initial={"version": party_list.version})
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw(
                party_list,
                reason=form.cleaned_data["reason"],
                shown_version=form.cleaned_data["version"],
                by=door.person(request),
                at=clock.now(),
            )
            messages.success(request, _("The list is withdrawn."))
        except Refused as refused:
            door.refuse(request, refused)
        return redirect("lists:editor", party_list.pk)
    page = {"list": party_list, "form": form} | pages.who(request, party_list)
    return render(request, "lists/withdraw.html", page)


@require_safe
@door.officials_only
def receipt(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show the receipt of a submission; it prints on one page in Kazakh and Russian."""
    party_list = door.list_seen(request, pk)
    submission = get_object_or_404(party_list.submissions.select_related("by"), number=number)
    address = request.build_absolute_uri(
        reverse("receipts:verify", kwargs={"code": submission.receipt_code})
    )
    page = {
        "list": party_list,
        "submission": submission,
        "names": queries.names_of(party_list),
        "address": address,
        "count": queries.count_of(submission),
        "zone": values.zone_of(party_list.contest, submission.at),
        "decides_by": values.deadlines(party_list.contest, clock.now()).get(
            DeadlineKind.REGISTRATION_CLOSES
        ),
        "decision": queries.confirmed_decision(party_list),
        "may_withdraw": pages.may_withdraw(request, party_list),
        "state": wording.state_badge(party_list.state, party_list.get_state_display()),
    }
    return render(request, "lists/receipt.html", page | pages.who(request, party_list))
