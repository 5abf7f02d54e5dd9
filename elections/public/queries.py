"""What the public pages read. Every page is made from publications; only they are read whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, F, Func, JSONField, QuerySet

from elections.models import (
    Allocation,
    Contest,
    Election,
    OfficialFigure,
    PartyList,
    Publication,
)

Json = dict[str, Any]


@dataclass(frozen=True)
class Frozen:
    """A publication as served: its text, and what follows from the text.

    Of a contest that is being counted and not yet published it is the newest provisional body;
    `is_stale` says that more has been counted since.
    """

    text: str
    stored_digest: str
    published_at: datetime
    is_stale: bool = False

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
    """Return the newest publication of a contest, or else what is counted so far, or None.

    Without a territory the election's only contest is meant; an election with several has none.
    One query for what is published, two for what is counted.
    """
    contests = Contest.objects.filter(election__slug=election, election__retired_at=None)
    if territory is not None:
        contests = contests.filter(territory__slug=territory)
    else:
        together = contests.annotate(contest_count=Count("election__contests"))
        contests = together.filter(contest_count=1)
    newest = (
        Publication.objects.filter(contest__in=contests)
        .current()
        .values_list("body", "digest", "published_at")
        .first()
    )
    return Frozen(*newest) if newest else _provisional(contests)


def _provisional(contests: QuerySet[Contest]) -> Frozen | None:
    """Return what is counted so far in the contest; never what the second program denies."""
    newest = (
        _agreed(contests)
        .values_list("body", "computed_at", "version", "contest__results_version")
        .first()
    )
    if newest is None:
        return None
    text, computed_at, version, counted = newest
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Frozen(text, digest, computed_at, is_stale=version != counted)


def _agreed(contests: QuerySet[Contest]) -> QuerySet[Allocation]:
    """Return the newest allocation of each contest that is counted here."""
    return (
        Allocation.objects.filter(contest__in=contests, second_agrees=True)
        .exclude(contest__election__kind=Election.Kind.RECORD)
        .order_by("contest_id", "-version")
        .distinct("contest_id")
    )


def election_of(slug: str) -> Election | None:
    """Return the election with this part of its address, or None; one query."""
    return Election.objects.filter(slug=slug, retired_at=None).first()


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


def elections_counted_here() -> list[Election]:
    """Return live and practice elections with their number of contests, the newest first."""
    kinds = (Election.Kind.LIVE, Election.Kind.PRACTICE)
    return list(
        Election.objects.filter(kind__in=kinds, retired_at=None)
        .annotate(contest_count=Count("contests"))
        .filter(contest_count__gt=0)
        .order_by("kind", F("day_offset").desc(nulls_first=True), "-day", "slug")
    )


def candidates(body: Json) -> dict[str, list[str]]:
    """Return the names on each registered list of a contest, by party; one query.

    They are those of the public half of the submission that was registered, and nothing else.
    """
    rows = PartyList.objects.registered().filter(
        contest__election__slug=body["election"]["slug"],
        contest__territory__slug=body["territory"]["slug"],
        registered_submission__isnull=False,
    )
    bodies = rows.values_list("party__slug", "registered_submission__public_body")
    return {
        party: [person["name"] for person in json.loads(text)["candidates"]]
        for party, text in bodies
    }


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
    """Return what a table of contests shows of each contest's newest body; one query for a record.

    PostgreSQL leaves out the long parts, so that 216 bodies need not travel whole.
    "published_at" is added; the order is none that a reader would know.
    """
    published = Publication.objects.filter(contest__election=election).current()
    rows = list(published.values_list(WithoutLongParts("body"), "published_at"))
    if election.kind != Election.Kind.RECORD:
        others = Contest.objects.filter(election=election, publications=None)
        rows += _agreed(others).values_list(WithoutLongParts("body"), "computed_at")
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
