"""A contest on election night: registered lists, polling stations, the people of its commission."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from elections.models import Contest, Entry, PartyList, Protocol
from elections.results import recompute, services
from parties.models import Territory
from tests import factories, people

# The evening of election day, after the polling stations have closed.
NIGHT = datetime(2021, 1, 10, 17, 0, tzinfo=UTC)


def registered(contest: Contest, slug: str, seq: int, at: datetime | None = None) -> PartyList:
    return factories.make_list(
        contest,
        factories.make_party(slug),
        state="registered",
        registered_at=at or factories.NOW + timedelta(hours=seq),
        registered_seq=seq,
    )


class Count:
    """A contest with so many stations and lists, all protocols prepared and empty."""

    def __init__(
        self,
        stations: int = 3,
        parties: tuple[str, ...] = ("birinshi", "ekinshi"),
        mandates: int = 15,
        same_moment: bool = False,
        territory: Territory | None = None,
        **election: Any,
    ) -> None:
        self.contest = factories.make_contest(
            factories.make_election(**election) if election else None, territory, mandates
        )
        assert self.contest.commission
        self.commission = self.contest.commission
        moment = factories.NOW if same_moment else None
        self.lists = [
            registered(self.contest, slug, seq, moment) for seq, slug in enumerate(parties, start=1)
        ]
        for number in range(1, stations + 1):
            factories.make_precinct(self.contest.territory, number)
        self.saule = people.saule(self.commission)
        self.timur = people.timur(self.commission)
        self.zhanar = people.zhanar(self.commission)
        services.open_protocols(self.contest, by=self.saule, at=NIGHT)

    def protocol(self, number: int = 1) -> Protocol:
        return Protocol.objects.get(contest=self.contest, precinct__number=number)

    def typed(self, *votes: int, **fields: int | None) -> dict[str, Any]:
        """Return a protocol that holds: every field follows from the votes of the lists."""
        given = list(votes) + [0] * (len(self.lists) - len(votes))
        valid = sum(given)
        defaults: dict[str, int | None] = {
            "voters_listed": 2 * valid + 100,
            "received_ballots": valid + 3,
            "absentee": 1,
            "outside": 2,
            "valid": valid,
            "invalid": 3,
        }
        return {
            "fields": defaults | fields,
            "votes": {row.pk: number for row, number in zip(self.lists, given, strict=True)},
        }

    def confirm(self, number: int, *votes: int, **fields: int | None) -> Entry:
        return services.confirm(
            self.protocol(number), **self.typed(*votes, **fields), by=self.saule, at=NIGHT
        )

    def fresh(self) -> dict[str, Any]:
        """Compute, and return the body that the public reads."""
        allocation = recompute.make_fresh(self.contest.pk)
        assert allocation is not None
        body: dict[str, Any] = json.loads(allocation.body)
        return body
