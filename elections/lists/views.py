"""The party's room. Each view: the object for this person, the form, the service, a redirect."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from elections import rights, values, wording
from elections.law import iin as numbers
from elections.law import lists as law
from elections.law.calendar import DeadlineKind
from elections.law.findings import Severity, gravest_first
from elections.law.workflow import Role
from elections.lists import presentation, queries, services
from elections.lists.forms import CandidateForm, ConferenceForm, WithdrawalForm, show_findings
from elections.models import Candidate, PartyList
from elections.refusals import Conflict, Refused
from elections.wording import Reader
from parties.forms import SignInForm
from parties.models import Membership, Party, User
from parties.views import language_after_sign_in
from portal.base import clock

View = Callable[..., HttpResponse]
CREDENTIALS = ("username", "password")
WITHDRAWABLE = ("draft", "submitted", "in_review")


def officials_only(view: View) -> View:
    """Let in who works for a party; others sign in first, and what they had typed comes back."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            if request.method == "POST":
                return _sign_in_again(request, lambda: wrapped(request, *args, **kwargs))
            return redirect_to_login(request.get_full_path())
        if not _memberships(request):
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
        request.POST = _without_credentials(request.POST)  # type: ignore[assignment]
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


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _memberships(request: HttpRequest) -> list[Membership]:
    """Return what this person does for parties, asked once for all that a page shows.

    Whoever changes something is asked again by the service, under its lock.
    """
    asked: list[Membership] | None = getattr(request, "memberships", None)
    if asked is None:
        asked = rights.memberships_of(request.user)
        request.memberships = asked  # type: ignore[attr-defined]
    return asked


def _list(request: HttpRequest, pk: int) -> PartyList:
    """Return a list that this person sees; a foreign one is a 404."""
    mine = queries.lists_seen_by(_person(request), _memberships(request))
    return get_object_or_404(mine, pk=pk)


def _role(request: HttpRequest, party_list: PartyList) -> Role | None:
    contest, party = party_list.contest, party_list.party
    return rights.role_of(_person(request), contest, party, _memberships(request))


def _may_write(request: HttpRequest, party_list: PartyList) -> bool:
    return _role(request, party_list) in ("chief", "official")


def _refuse(request: HttpRequest, refused: Refused) -> None:
    """Turn a refusal into a message; what was never offered is a 403."""
    if refused.code == "not_allowed":
        raise PermissionDenied from refused
    messages.error(request, wording.refusal(refused))


# --- start ---------------------------------------------------------------------------------


@require_safe
@officials_only
def start(request: HttpRequest) -> HttpResponse:
    """Show one card per contest where the party is admitted, or a table when there are many."""
    cards = queries.cards(_person(request), _memberships(request), at=clock.now())
    page = {
        "cards": queries.narrowed(cards, request.GET),
        "all_count": len(cards),
        "waiting_count": sum(card.needs_you for card in cards),
        "is_table": len(cards) > queries.CARDS_AT_MOST,
    }
    page |= _who(request)
    page["practice"] = bool(cards) and all(c.contest.election.kind == "practice" for c in cards)
    return render(request, "lists/start.html", page)


@require_POST
@officials_only
def create(request: HttpRequest, contest: int, party: str) -> HttpResponse:
    """Begin a list, or go to the one that is there."""
    person = _person(request)
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
        _refuse(request, refused)
        existing = rights.lists_of_party(person).filter(contest=place, party=wanted).living()
        return redirect("lists:editor", existing.get().pk) if existing else redirect("lists:start")
    return redirect("lists:editor", party_list.pk)


# --- the list ------------------------------------------------------------------------------


@require_safe
@officials_only
def editor(request: HttpRequest, pk: int) -> HttpResponse:
    party_list = _list(request, pk)
    return render(request, "lists/editor.html", _editor(request, party_list))


@officials_only
def candidate(request: HttpRequest, pk: int, candidate: int | None = None) -> HttpResponse:
    """Fill in one person; without a number a new one."""
    party_list = _list(request, pk)
    row = None
    if candidate is not None:
        row = get_object_or_404(party_list.candidates.listed(), pk=candidate)
    elif not _may_write(request, party_list):
        raise PermissionDenied
    form = CandidateForm(request.POST or None, instance=row or Candidate(list=party_list))
    if request.method == "POST" and form.is_valid():
        saved = _save_candidate(request, party_list, row, form)
        if isinstance(saved, HttpResponse):
            return saved
    is_stored = row is not None and not form.is_bound
    page = _candidate_page(request, party_list, row, form, say=is_stored or form.is_bound)
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
            by=_person(request),
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
        _refuse(request, refused)
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


@officials_only
def remove(request: HttpRequest, pk: int, candidate: int) -> HttpResponse:
    """Ask once, then take a person off the draft."""
    party_list = _list(request, pk)
    row = get_object_or_404(party_list.candidates.listed(), pk=candidate)
    if request.method != "POST":
        page = {"list": party_list, "candidate": row} | _who(request, party_list)
        return render(request, "lists/remove.html", page)
    try:
        services.remove_candidate(party_list, row, by=_person(request), at=clock.now())
        messages.success(request, _("Taken off the list: %(name)s.") % {"name": row.full_name})
    except Refused as refused:
        _refuse(request, refused)
    return redirect("lists:editor", party_list.pk)


@officials_only
def conference(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill in what the minutes say about the nomination."""
    party_list = _list(request, pk)
    form = ConferenceForm(request.POST or None, instance=party_list)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_conference(
                party_list,
                data=_typed(form, services.CONFERENCE_FIELDS),
                mark=form.cleaned_data["mark"],
                by=_person(request),
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
                _refuse(request, refused)
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
    page = {"list": party_list, "form": form} | _panel(party_list, checked)
    page["may_write"] = _may_write(request, party_list)
    return render(request, "lists/conference.html", page | _who(request, party_list))


@require_POST
@officials_only
def check(request: HttpRequest, pk: int, candidate: int | None = None) -> HttpResponse:
    """Ask the law about a person as typed, saving nothing; the answer replaces the form's body.

    POST, because an IIN does not belong into an address.
    """
    party_list = _list(request, pk)
    row = None
    if candidate is not None:
        row = get_object_or_404(party_list.candidates.listed(), pk=candidate)
    form = CandidateForm(request.POST, instance=row or Candidate(list=party_list))
    form.is_valid()
    page = _candidate_page(request, party_list, row, form, say=True)
    return render(request, "lists/_candidate_live.html", page)


# --- handing in ----------------------------------------------------------------------------


@require_safe
@officials_only
def todo(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every problem with a link to its field, and what is good to know."""
    party_list = _list(request, pk)
    checked = services.check(party_list, at=clock.now())
    people = checked.candidates
    page = {
        "list": party_list,
        "errors": presentation.problems(party_list, checked.errors, people),
        "warnings": presentation.problems(party_list, checked.warnings, people),
        "information": presentation.problems(party_list, checked.information, people),
        "may_write": _may_write(request, party_list),
    }
    return render(
        request, "lists/todo.html", page | _panel(party_list, checked) | _who(request, party_list)
    )


@officials_only
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the commission will see and what becomes public; then hand it in as shown."""
    party_list = _list(request, pk)
    if party_list.state != PartyList.State.DRAFT:
        return _already_handed_in(request, party_list)
    if request.method == "POST":
        try:
            submission = services.submit(
                party_list,
                nonce=request.POST.get("nonce", ""),
                shown_digest=request.POST.get("digest", ""),
                by=_person(request),
                at=clock.now(),
            )
            return redirect("lists:receipt", party_list.pk, submission.number)
        except Refused as refused:
            if refused.code == "not_open":
                party_list.refresh_from_db()
                return _already_handed_in(request, party_list)
            _refuse(request, refused)
    elif not _may_write(request, party_list):
        raise PermissionDenied
    preview = services.preview(party_list, at=clock.now())
    checked = preview.checked
    page = {
        "list": party_list,
        "preview": preview,
        "rows": _rows(party_list, checked),
        "errors": presentation.problems(party_list, checked.errors, checked.candidates),
        "window": [wording.say(finding, Reader.OFFICIAL) for finding in preview.window],
    }
    status = 409 if request.method == "POST" else 200
    page |= _panel(party_list, checked) | _who(request, party_list)
    return render(request, "lists/submit.html", page, status=status)


def _already_handed_in(request: HttpRequest, party_list: PartyList) -> HttpResponse:
    """Answer a second press, the back button, a replayed POST: nothing is done twice."""
    newest = services.newest_submission(party_list)
    if newest is None or not _may_write(request, party_list):
        if request.method == "POST" and not _may_write(request, party_list):
            raise PermissionDenied
        return redirect("lists:editor", party_list.pk)
    messages.info(request, _("The list is handed in already: this is its receipt."))
    return redirect("lists:receipt", party_list.pk, newest.number)


@officials_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """End a list on the decision of the body that nominated it."""
    party_list = _list(request, pk)
    if _role(request, party_list) != "chief":
        raise PermissionDenied
    form = WithdrawalForm(request.POST or None, initial={"version": party_list.version})
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw(
                party_list,
                reason=form.cleaned_data["reason"],
                shown_version=form.cleaned_data["version"],
                by=_person(request),
                at=clock.now(),
            )
            messages.success(request, _("The list is withdrawn."))
        except Refused as refused:
            _refuse(request, refused)
        return redirect("lists:editor", party_list.pk)
    page = {"list": party_list, "form": form} | _who(request, party_list)
    return render(request, "lists/withdraw.html", page)


@require_safe
@officials_only
def receipt(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show the receipt of a submission; it prints on one page in Kazakh and Russian."""
    party_list = _list(request, pk)
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
        "zone": presentation.zone_of(submission.at, party_list.contest),
        "decides_by": values.deadlines(party_list.contest, clock.now()).get(
            DeadlineKind.REGISTRATION_CLOSES
        ),
        "decision": queries.confirmed_decision(party_list),
        "may_withdraw": _may_withdraw(request, party_list),
        "state": wording.state_badge(party_list.state, party_list.get_state_display()),
    }
    return render(request, "lists/receipt.html", page | _who(request, party_list))


# --- what several pages show ---------------------------------------------------------------


def _who(request: HttpRequest, party_list: PartyList | None = None) -> dict[str, Any]:
    """Name the party and the person in the strip; say whether this is practice."""
    person = _person(request)
    party = party_list.party if party_list else _memberships(request)[0].party
    is_practice = party_list is not None and party_list.contest.election.kind == "practice"
    return {
        "person": person,
        "room_party": queries.party_name(party),
        "practice": is_practice,
    }


def _rows(party_list: PartyList, checked: services.Checked) -> list[presentation.CandidateRow]:
    day = values.election_day(party_list.contest, clock.now())
    return presentation.rows(party_list, checked, election_day=day)


def _panel(party_list: PartyList, checked: services.Checked) -> dict[str, Any]:
    at = clock.now()
    edition = values.edition_of(party_list.contest.election)
    return {
        "contest": party_list.contest,
        "election_day": values.election_day(party_list.contest, at),
        "quota": presentation.quota_shown(checked.quota, edition.quota),
        "under": edition.quota.under_age.value,
        "time_left": presentation.time_left(party_list.contest, at=at),
        "error_count": len(checked.errors),
        "warning_count": len(checked.warnings),
        "state": wording.state_badge(party_list.state, party_list.get_state_display()),
        "is_draft": party_list.state == PartyList.State.DRAFT,
        "most": edition.nomination.most(party_list.contest.mandates)
        if party_list.contest.mandates
        else None,
    }


def _may_withdraw(request: HttpRequest, party_list: PartyList) -> bool:
    return _role(request, party_list) == "chief" and party_list.state in WITHDRAWABLE


def _editor(request: HttpRequest, party_list: PartyList) -> dict[str, Any]:
    at = clock.now()
    checked = services.check(party_list, at=at)
    role = _role(request, party_list)
    is_draft = party_list.state == PartyList.State.DRAFT
    decision = queries.confirmed_decision(party_list)
    page = {
        "list": party_list,
        "rows": _rows(party_list, checked),
        "general": presentation.problems(
            party_list,
            gravest_first(f for f in checked.findings if not f.field.startswith("candidates.")),
            checked.candidates,
        ),
        "may_write": is_draft and role in ("chief", "official"),
        "may_start": role in ("chief", "official") and queries.may_start_another(party_list, at),
        "may_withdraw": _may_withdraw(request, party_list),
        "submissions": list(party_list.submissions.order_by("-number")),
        "decision": decision,
        "decision_article": wording.article(decision.article) if decision else "",
    }
    return page | _panel(party_list, checked) | _who(request, party_list)


def _candidate_page(
    request: HttpRequest,
    party_list: PartyList,
    row: Candidate | None,
    form: CandidateForm,
    *,
    say: bool,
) -> dict[str, Any]:
    """Show the form; `say`: what the law says too. An empty form of a new person is not red."""
    at = clock.now()
    contest = party_list.contest
    edition, day = values.edition_of(contest.election), values.election_day(contest, at)
    checked = services.check(party_list, at=at)
    value = form.as_law_value() if form.is_bound else values.candidate(form.instance)
    found = law.check_candidate(value, edition, day) if say else ()
    if say:
        show_findings(form, found)
        _say_duplicate(form, row, checked)
    number = None
    if row is not None:
        number = [person.pk for person in checked.candidates].index(row.pk) + 1
    page = {
        "list": party_list,
        "candidate": row,
        "number": number,
        "form": form,
        "known": numbers.read(value.iin) if value.iin else None,
        "age": law.age_on(value, day),
        "wrong": [] if form.errors else presentation.wrong_fields(form, found),
        # An empty form is nobody yet.
        "what_if": _what_if(checked, row, value, edition, day) if say else None,
        "may_write": party_list.state == PartyList.State.DRAFT and _may_write(request, party_list),
    }
    return page | _panel(party_list, checked) | _who(request, party_list)


def _say_duplicate(form: CandidateForm, row: Candidate | None, checked: services.Checked) -> None:
    typed = form.cleaned_data.get("iin") if form.is_bound else None
    if typed and any(p.iin == typed and p.pk != (row.pk if row else 0) for p in checked.candidates):
        form.add_error("iin", wording.refusal(Refused("duplicate_iin")))


def _what_if(
    checked: services.Checked,
    row: Candidate | None,
    value: law.Candidate,
    edition: Any,
    day: Any,
) -> presentation.QuotaShown:
    """Return the quota as it would be with the person as typed."""
    others = [values.candidate(p) for p in checked.candidates if row is None or p.pk != row.pk]
    quota = law.count_quota([*others, value], edition, day)
    return presentation.quota_shown(quota, edition.quota)
