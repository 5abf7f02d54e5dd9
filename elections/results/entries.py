"""A protocol as typed: numbers, votes and accepted warnings; between rows and the law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import F

from elections import frozen, values
from elections.law import protocol as law
from elections.law.findings import Finding, Severity
from elections.models import Contest, Count, Entry, PartyList

Numbers = Mapping[str, int | None]
Votes = Mapping[int, int | None]
# What no column can hold: refused even while an entry is unfinished.
UNSTORABLE = frozenset({"protocol.not_a_count", "protocol.too_large", "protocol.unknown_field"})


@dataclass(frozen=True, slots=True)
class Accepted:
    """A warning accepted for these numbers and no others: `warning_input` gives `input`."""

    code: str
    input: str
    reason: str

    def as_json(self) -> dict[str, str]:
        """Give what an entry keeps of it."""
        return {"code": self.code, "input": self.input, "reason": self.reason.strip()}


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person has typed in: the form's fields by name, votes by the list's key."""

    fields: Numbers
    votes: Votes
    accepted: tuple[Accepted, ...] = field(default=())

    @property
    def votes_together(self) -> int:
        """Add up the votes of the lists; an empty field counts for nothing."""
        return sum(number or 0 for number in self.votes.values())

    def mark(self) -> str:
        """Return a fingerprint of the content, to find out whether somebody has changed it."""
        content = {
            "fields": {name: value for name, value in self.fields.items() if value is not None},
            "votes": {str(key): v for key, v in self.votes.items() if v is not None},
            "accepted": sorted(one.code + one.input + one.reason for one in self.accepted),
        }
        return frozen.digest(frozen.canonical(content))


def ballot(contest: Contest) -> list[PartyList]:
    """Return the registered lists in the order of the ballot, with their parties; one query.

    Where no places were drawn the order is that of registration.
    """
    lists = contest.lists.registered().select_related("party")
    order = (F("ballot_position").asc(nulls_last=True), "registered_seq", "pk")
    return list(lists.order_by(*order))


def form_of(contest: Contest) -> law.ProtocolForm:
    """Return the form that the election's edition of the law names."""
    return values.edition_of(contest.election).protocol


def check(contest: Contest, lists: Sequence[PartyList], typed: Typed) -> tuple[Finding, ...]:
    """Ask the law about what was typed; no query where the lists' parties are loaded."""
    slugs = {row.pk: row.party.slug for row in lists}
    votes = {slugs[key]: number for key, number in typed.votes.items() if key in slugs}
    return law.check(form_of(contest), typed.fields, votes, list(slugs.values()))


def warning_input(finding: Finding, typed: Typed) -> str:
    """Write the numbers that a warning is about: accepting it holds for these alone."""
    numbers: dict[str, int | None] = {**typed.fields, law.VOTES: typed.votes_together}
    names = finding.params.get("fields", ())
    assert isinstance(names, tuple)  # noqa: S101 (every equation names its fields)
    return " ".join(f"{name}={numbers.get(name)}" for name in names)


def unaccepted(findings: Iterable[Finding], typed: Typed) -> tuple[Finding, ...]:
    """Return the warnings for which no reason was given, or one for other numbers."""
    given = {(one.code, one.input) for one in typed.accepted if one.reason.strip()}
    return tuple(
        finding
        for finding in findings
        if finding.severity is Severity.WARNING
        and (finding.code, warning_input(finding, typed)) not in given
    )


def holding(findings: Iterable[Finding], typed: Typed) -> tuple[Accepted, ...]:
    """Return the accepted warnings that still are about these numbers; others have fallen."""
    asked = {(finding.code, warning_input(finding, typed)) for finding in findings if _is(finding)}
    return tuple(
        one for one in typed.accepted if (one.code, one.input) in asked and one.reason.strip()
    )


def _is(finding: Finding) -> bool:
    return finding.severity is Severity.WARNING


def of_entry(entry: Entry, names: Iterable[str]) -> Typed:
    """Read a stored entry; one query for the votes where they are not prefetched."""
    return Typed(
        {name: getattr(entry, name) for name in names},
        {count.list_id: count.votes for count in entry.counts.all()},
        tuple(Accepted(**one) for one in entry.accepted_warnings),
    )


def store(entry: Entry, typed: Typed, names: Iterable[str]) -> Entry:
    """Write what was typed on an entry and its votes; expects to run inside a transaction."""
    for name in names:
        setattr(entry, name, typed.fields.get(name))
    entry.accepted_warnings = [one.as_json() for one in typed.accepted]
    entry.save()
    stored = {count.list_id: count for count in entry.counts.all()}
    for key, votes in typed.votes.items():
        _store_votes(entry, key, votes, stored.get(key))
    return entry


def _store_votes(entry: Entry, key: int, votes: int | None, count: Count | None) -> None:
    if votes is None:
        if count is not None:
            count.delete()
    elif count is None:
        Count.objects.create(entry=entry, list_id=key, contest_id=entry.contest_id, votes=votes)
    elif count.votes != votes:
        count.votes = votes
        count.save(update_fields=["votes"])
