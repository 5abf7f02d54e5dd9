"""What the pages of the party's room show: the context of each, and what several have in common."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from elections import values, wording
from elections.law import iin as numbers
from elections.law import lists as law
from elections.law.findings import gravest_first
from elections.lists import door, presentation, queries, services
from elections.lists.forms import CandidateForm, show_findings
from elections.models import Candidate, PartyList
from elections.refusals import Refused
from portal.base import clock

WITHDRAWABLE = ("draft", "submitted", "in_review")


def who(request: HttpRequest, party_list: PartyList | None = None) -> dict[str, Any]:
    """Name the party and the person in the strip; say whether this is practice."""
    person = door.person(request)
    party = party_list.party if party_list else door.memberships(request)[0].party
    is_practice = party_list is not None and party_list.contest.election.kind == "practice"
    return {
        "person": person,
        "room_party": queries.party_name(party),
        "practice": is_practice,
    }


def rows(party_list: PartyList, checked: services.Checked) -> list[presentation.CandidateRow]:
    day = values.election_day(party_list.contest, clock.now())
    return presentation.rows(party_list, checked, election_day=day)


def panel(party_list: PartyList, checked: services.Checked) -> dict[str, Any]:
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


def may_withdraw(request: HttpRequest, party_list: PartyList) -> bool:
    return door.role_in(request, party_list) == "chief" and party_list.state in WITHDRAWABLE


def editor(request: HttpRequest, party_list: PartyList) -> dict[str, Any]:
    at = clock.now()
    checked = services.check(party_list, at=at)
    role = door.role_in(request, party_list)
    is_draft = party_list.state == PartyList.State.DRAFT
    decision = queries.confirmed_decision(party_list)
    page = {
        "list": party_list,
        "rows": rows(party_list, checked),
        "general": presentation.problems(
            party_list,
            gravest_first(f for f in checked.findings if not f.field.startswith("candidates.")),
            checked.candidates,
        ),
        "may_write": is_draft and role in ("chief", "official"),
        "may_start": role in ("chief", "official") and queries.may_start_another(party_list, at),
        "may_withdraw": may_withdraw(request, party_list),
        "submissions": list(party_list.submissions.order_by("-number")),
        "decision": decision,
        "decision_article": wording.article(decision.article) if decision else "",
    }
    return page | panel(party_list, checked) | who(request, party_list)


def candidate(
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
        "may_write": party_list.state == PartyList.State.DRAFT
        and door.may_write(request, party_list),
    }
    return page | panel(party_list, checked) | who(request, party_list)


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
