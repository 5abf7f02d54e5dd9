"""A notice in words: the subject and the letter, from the templates of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from elections.models import Election, Notice
from parties.models import PartyName
from portal.base import clock, numerals

# Read by a commission's people, who work in the admin.
TO_THE_COMMISSION = frozenset({"list_received", "list_withdrawn_by_party"})
RELATED = ("to", "list__party", "contest__election", "contest__territory")

Names = Mapping[int, PartyName]


def letter(notice: Notice) -> EmailMultiAlternatives:
    """Write the letter in the recipient's language; nothing in it is private."""
    with translation.override(notice.language):
        facts = facts_of(notice, names_of([notice]))
        text = render_to_string(f"emails/{notice.kind}.txt", facts)
        html = render_to_string(f"emails/{notice.kind}.html", facts)
        message = EmailMultiAlternatives(
            subject_of(notice.kind, facts),
            text,
            to=[notice.to.email],
            # Django writes the head in UTC; the reader's clock is the territory's.
            headers={"Date": format_datetime(_local(clock.now(), facts["time_zone"]))},
        )
    message.attach_alternative(html, "text/html")
    return message


def subject_of(kind: str, facts: Mapping[str, Any]) -> str:
    """Say in one line of the active language what has happened."""
    return " ".join(render_to_string(f"emails/{kind}.subject.txt", dict(facts)).split())


def names_of(notices: Iterable[Notice]) -> Names:
    """Return the present names of the parties in these notices; one query."""
    parties = {notice.list.party_id for notice in notices if notice.list}
    names = PartyName.objects.filter(party__in=parties).on(clock.now().date())
    return {name.party_id: name for name in names}


def facts_of(notice: Notice, names: Names) -> dict[str, Any]:
    """Return what the templates may say of a notice, in the active language; no query."""
    contest, party_list = notice.contest, notice.list
    party = names.get(party_list.party_id) if party_list else None
    time_zone = contest.territory.time_zone if contest else settings.TIME_ZONE
    return {
        "party": party.name if party else "",
        "election": contest.election.name if contest else "",
        "territory": contest.territory.name if contest else "",
        "time_zone": time_zone,
        "zone": numerals.utc_offset(_local(notice.created, time_zone)),
        "practice": contest is not None and contest.election.kind == Election.Kind.PRACTICE,
        "number": notice.params.get("number"),
        "digest": notice.params.get("digest", ""),
        "at": notice.created,
        "path": path_of(notice),
        # Production that does not know its own address writes letters without a link.
        "address": f"{settings.PUBLIC_URL}{path_of(notice)}" if settings.PUBLIC_URL else "",
    }


def _local(at: datetime, time_zone: str) -> datetime:
    return at.astimezone(ZoneInfo(time_zone))


def path_of(notice: Notice) -> str:
    """Return where the reader looks at what the notice tells."""
    if notice.kind in TO_THE_COMMISSION:
        return reverse("admin:index")
    return reverse("lists:editor", args=[notice.list_id]) if notice.list_id else "/party/"
