"""What the public pages read. Every page is made from publications; only they are read whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, Func, JSONField

from elections.models import Contest, Election, OfficialFigure, Publication

Json = dict[str, Any]


@dataclass(frozen=True)
class Frozen:
    """A publication as served: its text, and what follows from the text."""

    text: str
    stored_digest: str
    published_at: datetime

    @property
    def octets(self) -> bytes:
        """Return the bytes that are served and of which the digest is taken."""
        return self.text.encode()

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the bytes served, computed from them."""
        return hashlib.sha256(self.octets).hexdigest()

    @property
    def is_intact(self) -> bool:
        """Say whether the text is still the one whose digest was stored with it."""
        return self.digest == self.stored_digest

    @cached_property
    def body(self) -> Json:
        """Return the text as JSON values."""
        body: Json = json.loads(self.text)
        return body


def publication(election: str, territory: str | None = None) -> Frozen | None:
    """Return the newest publication of a contest, or None; one query.

    Without a territory the election's only contest is meant; an election with several has none.
    """
    contests = Contest.objects.filter(election__slug=election)
    if territory is not None:
        contests = contests.filter(territory__slug=territory)
    # Two rows are enough to know that the contest is not the only one.
    newest = list(
        Publication.objects.filter(contest__in=contests)
        .current()
        .values_list("body", "digest", "published_at")[:2]
    )
    return Frozen(*newest[0]) if len(newest) == 1 else None


def election_of(slug: str) -> Election | None:
    """Return the election with this part of its address, or None; one query."""
    return Election.objects.filter(slug=slug).first()


def has_one_contest(election: Election) -> bool:
    """Say whether the election's page is that of its only contest; one query."""
    return len(election.contests.all()[:2]) == 1


def elections_on_record() -> list[Election]:
    """Return the elections of the record, newest first, the Majilis before the maslikhats."""
    return list(
        Election.objects.filter(kind=Election.Kind.RECORD)
        .annotate(contest_count=Count("contests"))
        .order_by("-day", "body", "slug")
    )


def companion(day: str, body: str) -> str | None:
    """Return the address part of the other election of that day and body, or None; one query."""
    slugs = Election.objects.filter(day=day, body=body, kind=Election.Kind.RECORD)
    return slugs.values_list("slug", flat=True).first()


class WithoutLongParts(Func):
    """The frozen text as JSON without what a table of contests does not show.

    The text is parsed once for a row; taking out single keys would parse it once for each.
    """

    template = (
        "((%(expressions)s)::jsonb - '{allocation,edition,election,lists,territories}'::text[])"
    )
    output_field = JSONField()


def summaries(election: Election) -> list[Json]:
    """Return what a table of contests shows of each contest's newest body; one query.

    PostgreSQL leaves out the long parts, so that 216 bodies need not travel whole.
    "published_at" is added; the order is none that a reader would know.
    """
    rows = (
        Publication.objects.filter(contest__election=election)
        .current()
        .values_list(WithoutLongParts("body"), "published_at")
    )
    return [body | {"published_at": published_at} for body, published_at in rows]


def nationwide_figures(election: Election) -> list[OfficialFigure]:
    """Return published figures of the whole election, in their fixed order; one query."""
    figures = OfficialFigure.objects.filter(election=election, territory__kind="country")
    order = [code.value for code in OfficialFigure.Code]
    return sorted(figures, key=lambda figure: order.index(figure.code))


def contests_on_record() -> list[Contest]:
    """Return every contest of the record with its election, territory and parent; one query."""
    related = ("election", "territory", "territory__parent")
    return list(Contest.objects.of_records().in_order().select_related(*related))
