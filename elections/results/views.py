"""The pages of the count: a protocol, a contest's board, a lot, the final publication.

Each asks a service and shows its answer. A refusal comes back on the same page with everything that
was typed; one that somebody else caused answers 409, one that was never offered 403.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections import rights, wording
from elections.law.findings import Finding
from elections.law.workflow import ProtocolEvent
from elections.models import Contest, Protocol
from elections.refusals import Conflict, Refused
from elections.results import entries, forms, lots, presentation, publishing, queries, services
from elections.results.entries import Typed
from elections.room_admin import RoomAdmin, moment, person
from elections.wording.numbers import changes
from parties.models import User

FORBIDDEN, CONFLICT = 403, 409
# What can only be so because somebody else was there first, or nothing was offered.
OVERTAKEN = frozenset(
    {
        "not_open",
        "conflict",
        "entered_already",
        "question_changed",
        "proposal_open",
        "changed_since_shown",
        "same_person",
        "not_final",
        "nothing_to_correct",
        "second_differs",
        "voting_not_closed",
    }
)
MISSING = "protocol.missing"


def status_of(refused: Refused) -> int:
    """Return the status that tells a program what a person reads on the page."""
    if refused.code in {"not_allowed", "wrong_list", "wrong_precinct"}:
        return FORBIDDEN
    return CONFLICT if refused.code in OVERTAKEN else 200


# --- a protocol ----------------------------------------------------------------------------


def protocol(
    room: RoomAdmin,
    request: HttpRequest,
    row: Protocol,
    *,
    read: forms.Read | None = None,
    findings: Iterable[Finding] = (),
    refused: Refused | None = None,
) -> HttpResponse:
    """Show a protocol: its form while it is open, its numbers once it is definitive."""
    contest = row.contest
    lists = entries.ballot(contest)
    form = entries.form_of(contest)
    is_open = row.state in {Protocol.State.EMPTY, Protocol.State.FIRST_ENTRY}
    draft = services.draft_of(row) if is_open else None
    entry = row.definitive_entry or draft
    stored = entries.of_entry(entry, form.names) if entry else Typed({}, {})
    typed, raw = (stored, forms.as_typed(stored)) if read is None else (read.typed, read.raw)
    found = list(findings)
    if read is None and entry is not None:
        found = [one for one in entries.check(contest, lists, typed) if one.code != MISSING]
    theirs = forms.as_typed(stored) if isinstance(refused, Conflict) else {}
    changed = {name: text for name, text in theirs.items() if text != raw.get(name, "")}
    names = queries.names_of(contest, lists, moment())
    role = rights.role_of(request.user, contest)
    context = room.page(
        request,
        _("Polling station %(number)s") % {"number": row.precinct.number},
        protocol=row,
        contest=contest,
        sheet=presentation.Sheet(form, lists, names, raw, typed, found, changed),
        badge=presentation.badge(row),
        entry=entry,
        draft=draft,
        mark=stored.mark() if draft else "",
        may_type=is_open and role in services.WRITERS,
        may_reopen=row.state == Protocol.State.DEFINITIVE and role == "chair",
        may_discard=draft is not None and draft.by_id == person(request).pk,
        past=queries.past_of(row),
        refusal=_sentence(refused) if refused else "",
        reason=request.POST.get("reason", ""),
    )
    status = status_of(refused) if refused else 200
    return TemplateResponse(request, "results/protocol.html", context, status=status)


def _sentence(refused: Refused) -> str:
    if refused.code == "has_errors":
        return _("Some numbers cannot be right: see the marked lines. What you typed is here.")
    return wording.refusal(refused)


def enter(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Save an entry, or make it definitive: the button says which."""
    row = room.visible(request, pk)
    if request.method != "POST":
        return redirect(_address(row))
    read = forms.read(
        request.POST.dict(), entries.form_of(row.contest), entries.ballot(row.contest)
    )
    is_final = request.POST.get("do") == "confirm"
    act = services.confirm if is_final else services.save_entry
    try:
        if read.unreadable:
            event = ProtocolEvent.CONFIRM if is_final else ProtocolEvent.SAVE
            services.demand(row, event, by=person(request), at=moment())
            raise Refused("has_errors", read.unreadable)
        act(
            row,
            fields=read.typed.fields,
            votes=read.typed.votes,
            accepted=read.typed.accepted,
            mark=request.POST.get("mark", ""),
            by=person(request),
            at=moment(),
        )
    except Refused as refused:
        row = room.visible(request, pk)
        found = _findings(row, read, is_final=is_final)
        return protocol(room, request, row, read=read, findings=found, refused=refused)
    said = _("The protocol is definitive.") if is_final else _("The entry is saved.")
    messages.success(request, said)
    return redirect(_board(row.contest) if is_final else _address(row))


def check(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the equations over what is typed so far, saving nothing."""
    contest = room.visible(request, pk).contest
    if rights.role_of(request.user, contest) not in services.WRITERS:
        raise PermissionDenied
    form, lists = entries.form_of(contest), entries.ballot(contest)
    read = forms.read(request.POST.dict(), form, lists)
    found = entries.check(contest, lists, read.typed)
    sheet = presentation.Sheet(form, lists, {}, read.raw, read.typed, found)
    return TemplateResponse(request, "results/_equations.html", {"sheet": sheet})


def _findings(row: Protocol, read: forms.Read, *, is_final: bool) -> list[Finding]:
    """Say everything about what was typed; what is merely missing only to whoever finishes."""
    found = entries.check(row.contest, entries.ballot(row.contest), read.typed)
    marked = {one.field for one in read.unreadable}
    rest = [one for one in found if one.field not in marked]
    return [*read.unreadable, *(one for one in rest if is_final or one.code != MISSING)]


def discard(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Throw one's own unfinished entry away."""
    row = room.visible(request, pk)
    return _press(
        room,
        request,
        row,
        lambda: services.discard(row, by=person(request), at=moment()),
        gettext_lazy("Your entry is discarded."),
    )


def reopen(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Set a definitive entry aside, for the chair's reason."""
    row = room.visible(request, pk)
    reason = request.POST.get("reason", "")
    return _press(
        room,
        request,
        row,
        lambda: services.reopen(row, reason=reason, by=person(request), at=moment()),
        gettext_lazy("The protocol is open again; the entry before is kept."),
    )


def _press(
    room: RoomAdmin,
    request: HttpRequest,
    row: Protocol,
    act: Callable[[], object],
    done: Promise,
) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return protocol(room, request, room.visible(request, row.pk), refused=refused)
    messages.success(request, str(done))
    return redirect(_address(row))


def _address(row: Protocol) -> str:
    return reverse("admin:elections_protocol_change", args=[row.pk])


# --- a contest -----------------------------------------------------------------------------


def board(
    room: RoomAdmin, request: HttpRequest, contest: Contest, refused: Refused | None = None
) -> HttpResponse:
    """Show how far a contest is, what is stuck, what changed last and what is due."""
    context = room.page(
        request,
        contest.territory.name,
        contest=contest,
        board=queries.board(contest, request.user, moment()),
        me=person(request),
        refusal=wording.refusal(refused) if refused else "",
    )
    status = status_of(refused) if refused else 200
    return TemplateResponse(request, "results/board.html", context, status=status)


def open_protocols(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Prepare a protocol for each polling station that has none."""
    contest = room.visible(request, pk)
    try:
        count = services.open_protocols(contest, by=person(request), at=moment())
    except Refused as refused:
        return board(room, request, contest, refused)
    messages.success(request, _("Protocols prepared: %(count)s") % {"count": count})
    return redirect(_board(contest))


def lot(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show the lot that is open, or record its outcome."""
    contest = room.visible(request, pk)
    is_open = lots.open_lot(contest)
    if is_open is None:
        return board(room, request, contest, Refused("question_changed"))
    at = moment()
    names = queries.short_names(contest, moment())
    colleagues = queries.colleagues(contest, person(request), at)
    posted = request.POST if request.method == "POST" else None
    form = forms.LotForm(posted, is_open, names, colleagues)
    refused: Refused | None = None
    if posted is not None:
        try:
            if form.is_valid():
                _record(contest, form, posted.get("digest", ""), by=person(request))
                said = _("The lot is recorded; the result is being recomputed.")
                messages.success(request, said)
                return redirect(_board(contest))
            services.demand_of_contest(contest, "record_lot", by=person(request), at=at)
        except Refused as caught:
            refused = caught
    context = room.page(
        request,
        _("Lot"),
        contest=contest,
        lot=is_open,
        may_write=rights.role_of(request.user, contest) in services.WRITERS,
        options=[names.get(party, party) for party in is_open.options],
        form=form,
        refusal=wording.refusal(refused) if refused else "",
    )
    status = status_of(refused) if refused else 200
    return TemplateResponse(request, "results/lot.html", context, status=status)


def _record(contest: Contest, form: forms.LotForm, digest: str, *, by: User) -> None:
    lots.record_lot(
        contest,
        question_digest=digest,
        outcome=form.cleaned_data["outcome"],
        drawn_at=form.moment(contest),
        place=form.cleaned_data["place"],
        people=form.cleaned_data["people"],
        second=form.cleaned_data["second"],
        by=by,
        at=moment(),
    )


def _board(contest: Contest) -> str:
    return reverse("admin:elections_contest_change", args=[contest.pk])


# --- the final publication -----------------------------------------------------------------


def publish(room: RoomAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be published, or propose it on the digest that was shown."""
    contest = room.visible(request, pk)
    at = moment()
    try:
        shown = publishing.preview(contest, at=at)
        if request.method == "POST":
            publishing.propose_publication(
                contest,
                shown_digest=request.POST.get("digest", ""),
                reason=request.POST.get("reason", ""),
                by=person(request),
                at=at,
            )
            messages.success(request, _("Proposed: another member of the commission confirms."))
            return redirect(_board(contest))
    except Refused as refused:
        if refused.code in {"reason_missing", "changed_since_shown"}:
            return _publication(room, request, contest, shown, refused=refused)
        return board(room, request, contest, refused)
    return _publication(room, request, contest, shown)


def confirm_publication(
    room: RoomAdmin, request: HttpRequest, pk: int, decision: int
) -> HttpResponse:
    """Show what was proposed, or confirm it on the digest that was shown."""
    contest = room.visible(request, pk)
    proposal = get_object_or_404(contest.decisions, pk=decision)
    try:
        if request.method == "POST":
            publishing.confirm_publication(
                proposal,
                shown_digest=request.POST.get("digest", ""),
                by=person(request),
                at=moment(),
            )
            messages.success(request, _("The result is published."))
            return redirect(_board(contest))
        shown = publishing.preview(contest, at=proposal.proposed_at)
    except Refused as refused:
        return board(room, request, contest, refused)
    return _publication(room, request, contest, shown, proposal=proposal)


def close_proposal(room: RoomAdmin, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
    """Take one's own proposal back, or send somebody else's back with a reason."""
    contest = room.visible(request, pk)
    proposal = get_object_or_404(contest.decisions, pk=decision)
    me, at = person(request), moment()
    try:
        if proposal.proposed_by_id == me.pk:
            publishing.take_back(proposal, by=me, at=at)
            said = _("Your proposal is taken back.")
        else:
            reason = request.POST.get("reason", "")
            publishing.send_back(proposal, reason=reason, by=me, at=at)
            said = _("The proposal is sent back.")
    except Refused as refused:
        return board(room, request, contest, refused)
    messages.success(request, said)
    return redirect(_board(contest))


def _publication(
    room: RoomAdmin,
    request: HttpRequest,
    contest: Contest,
    shown: publishing.Preview,
    **more: Any,
) -> HttpResponse:
    refused = more.pop("refused", None)
    names = queries.short_names(contest, moment())
    body = shown.body
    votes = {row["party"]: row["votes"] for row in body["lists"]}
    rows = [
        {"name": names.get(row["party"], row["party"]), "votes": votes[row["party"]]}
        | {"seats": row["seats"]}
        for row in body["allocation"]["parties"]
    ]
    context = room.page(
        request,
        _("Publish a correction") if shown.is_correction else _("Publish the final result"),
        contest=contest,
        shown=shown,
        body=body,
        rows=rows,
        changes=changes(body),
        me=person(request),
        refusal=wording.refusal(refused) if refused else "",
        may_write=rights.role_of(request.user, contest) in services.WRITERS,
        **more,
    )
    status = status_of(refused) if refused else 200
    return TemplateResponse(request, "results/publication.html", context, status=status)
