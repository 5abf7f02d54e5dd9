from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from elections import rights
from elections.models import Notice
from elections.notices import letters
from parties.models import Party, PartyName, User
from portal.base import clock

NEWEST = 100


@require_safe
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    """Show what this person was told, newest first; in the party's room alone."""
    memberships = rights.memberships_of(request.user)
    if not isinstance(request.user, User) or not memberships:
        raise PermissionDenied
    page = {
        "notices": _told(request.user),
        "person": request.user,
        "room_party": _name_of(memberships[0].party),
    }
    return render(request, "notices/list.html", page)


def _told(person: User) -> list[dict[str, Any]]:
    mine = Notice.objects.filter(to=person, contest__election__retired_at=None)
    rows = list(mine.select_related(*letters.RELATED).order_by("-created", "-pk")[:NEWEST])
    names = letters.names_of(rows)
    told = []
    for row in rows:
        facts = letters.facts_of(row, names)
        told.append(facts | {"title": letters.subject_of(row.kind, facts), "sent": row.sent_at})
    return told


def _name_of(party: Party) -> str:
    name = PartyName.objects.filter(party=party).on(clock.now().date()).first()
    return name.name if name else party.slug
