"""Stores what the files of a record say, and publishes every contest of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from elections.models import Contest, Election, OfficialFigure, OfficialResult, PartyList
from elections.results.record import publish
from elections.results.record.files import ContestRow, Record
from parties.models import Party, PartyName, Territory

# Who stood is known from the results; what of a list's way there is known comes with its issue.
REGISTERED = PartyList.State.REGISTERED


@dataclass(slots=True)
class _Stored:
    """The rows of this run by the keys of the files."""

    territories: dict[str, Territory] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    elections: dict[str, Election] = field(default_factory=dict)
    contests: dict[tuple[str, str], Contest] = field(default_factory=dict)
    results: dict[int, list[OfficialResult]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[tuple[str, str], list[OfficialFigure]] = field(
        default_factory=lambda: defaultdict(list)
    )


def is_loaded(record: Record) -> bool:
    """Say whether an election of the record is there; a record is stored whole or not at all."""
    return Election.objects.filter(slug__in=[row.slug for row in record.elections]).exists()


def load(record: Record, *, by: str, at: datetime) -> int:
    """Store the record and publish its contests; return how many.

    Expects to run inside audit.acting(), which is one transaction: all or nothing.
    """
    stored = _Stored()
    _store_places_and_parties(record, stored)
    _store_elections(record, stored)
    _store_results(record, stored)
    _store_figures(record, stored)
    _publish(record, stored, by=by, at=at)
    return len(stored.contests)


def _store_places_and_parties(record: Record, stored: _Stored) -> None:
    for row in record.territories:
        # One by one: a part needs the key of what it is part of.
        stored.territories[row.slug] = Territory.objects.create(
            slug=row.slug,
            kato=row.kato,
            kind=row.kind,
            parent=None if row.parent is None else stored.territories[row.parent],
            name_kk=row.name_kk,
            name_ru=row.name_ru,
            name_en=row.name_en,
            romanised_en=row.romanised_en,
            unsourced_kk=row.unsourced_kk,
            time_zone=row.time_zone,
        )
    parties = Party.objects.bulk_create(
        Party(slug=row.slug, colour=row.colour) for row in record.parties
    )
    stored.parties = {party.slug: party for party in parties}
    PartyName.objects.bulk_create(
        PartyName(
            party=stored.parties[row.party],
            valid_from=row.valid_from,
            name_kk=row.name_kk,
            name_ru=row.name_ru,
            name_en=row.name_en,
            short_kk=row.short_kk,
            short_ru=row.short_ru,
            short_en=row.short_en,
        )
        for row in record.party_names
    )


def _store_elections(record: Record, stored: _Stored) -> None:
    elections = Election.objects.bulk_create(
        Election(
            slug=row.slug,
            body=row.body,
            day=row.day,
            kind=Election.Kind.RECORD,
            edition=row.edition,
            name_kk=row.name_kk,
            name_ru=row.name_ru,
            name_en=row.name_en,
        )
        for row in record.elections
    )
    stored.elections = {election.slug: election for election in elections}
    contests = Contest.objects.bulk_create(
        Contest(
            election=stored.elections[row.election],
            territory=stored.territories[row.territory],
            mandates=row.mandates,
        )
        for row in record.contests
    )
    stored.contests = {
        row.key: contest for row, contest in zip(record.contests, contests, strict=True)
    }


def _store_results(record: Record, stored: _Stored) -> None:
    lists = PartyList.objects.bulk_create(
        PartyList(
            contest=stored.contests[row.election, row.territory],
            party=stored.parties[row.party],
            state=REGISTERED,
        )
        for row in record.results
    )
    results = OfficialResult.objects.bulk_create(
        OfficialResult(
            contest=party_list.contest,
            list=party_list,
            votes=row.votes,
            percent=row.percent,
            seats=row.seats,
            preliminary=row.preliminary,
            source=row.source,
        )
        for row, party_list in zip(record.results, lists, strict=True)
    )
    for result in results:
        stored.results[result.contest_id].append(result)


def _store_figures(record: Record, stored: _Stored) -> None:
    figures = OfficialFigure.objects.bulk_create(
        OfficialFigure(
            election=stored.elections[row.election],
            territory=stored.territories[row.territory],
            code=row.code,
            value=row.value,
            preliminary=row.preliminary,
            source=row.source,
        )
        for row in record.figures
    )
    for row, figure in zip(record.figures, figures, strict=True):
        stored.figures[row.election, row.territory].append(figure)


def _publish(record: Record, stored: _Stored, *, by: str, at: datetime) -> None:
    names = {
        election.slug: {name.party_id: name for name in PartyName.objects.on(election.day)}
        for election in stored.elections.values()
    }
    for row in record.contests:
        contest = stored.contests[row.key]
        publish.publish_record(
            contest=contest,
            kind=row.publication,
            announced_on=row.announced_on,
            sources=row.source.split(" ") if row.source.startswith("http") else [row.source],
            results=stored.results[contest.pk],
            names=names[row.election],
            figures=stored.figures[row.key],
            parts=list(_parts(row, contest, stored)),
            by=by,
            at=at,
        )


def _parts(
    row: ContestRow, contest: Contest, stored: _Stored
) -> Iterable[tuple[Territory, list[OfficialFigure]]]:
    """Give the figures of the territory's parts, where the same election has no contest there."""
    for territory in stored.territories.values():
        key = (row.election, territory.slug)
        is_part = territory.parent_id == contest.territory_id and key not in stored.contests
        if is_part and key in stored.figures:
            yield territory, stored.figures[key]
