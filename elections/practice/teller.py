"""What a party's people do in the story of a practice election, through the services of lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from elections.lists import services as lists
from elections.models import Contest, Election, PartyList
from elections.practice import calendar
from elections.practice.calendar import Plan
from elections.practice.cast import Stage
from elections.practice.names import Register, Wanted
from parties.models import User
from portal.base import audit, clock

COMPLETE = Wanted(people=9, women=3, young_men=1)


@dataclass
class Teller:
    """Tells the story of one election: who did what, on which day."""

    plan: Plan
    stage: Stage
    register: Register
    at: datetime
    by: str
    election: Election = field(init=False)

    def open(self) -> None:
        """Begin with an election that has no list yet."""
        with audit.acting(by=self.by, why="practice.opened"):
            self.election = calendar.open_election(self.plan, self.stage, at=self.at)

    @contextmanager
    def on_day(self, days_ago: int, hour: int = 10) -> Iterator[datetime]:
        """Go back to a day before today: clock and calendar stand as they stood then."""
        then = calendar.moment(self.at, days_ago=days_ago, hour=hour)
        calendar.wind(self.election, days=days_ago, by=self.by)
        with clock.at(then):
            yield then
        calendar.wind(self.election, days=-days_ago, by=self.by)

    def contest(self, place: str) -> Contest:
        """Return the contest there with its calendar as it stands now."""
        related = ("election", "territory__parent__parent", "commission")
        return self.election.contests.select_related(*related).get(territory__slug=place)

    def fresh(self, party_list: PartyList) -> PartyList:
        """Return the list as it is now, with its contest and calendar as they stand now."""
        related = ("party", "contest__election", "contest__territory__parent__parent")
        return PartyList.objects.select_related(*related).get(pk=party_list.pk)

    # --- what officials do -----------------------------------------------------------------

    def start(self, party: str, place: str, at: datetime) -> PartyList:
        """Begin a list."""
        return lists.start(
            self.contest(place), self.stage.parties[party], by=self.official(party, place), at=at
        )

    def official(self, party: str, place: str) -> User:
        """Return who fills in this list."""
        return self.stage.official_of(party, place)

    def fill(
        self,
        party_list: PartyList,
        wanted: Wanted,
        at: datetime,
        *,
        left_out: dict[int, tuple[str, ...]] | None = None,
        without: tuple[str, ...] = (),
    ) -> None:
        """Type in the conference and the people; `left_out` names fields by the person's number.

        `without` names what is not typed in of the conference.
        """
        place = party_list.contest.territory
        by = self.official(party_list.party.slug, place.slug)
        conference = {
            "nominating_body": "Филиал конференциясы",
            "nominated_on": at.astimezone(calendar.ZONE).date() - timedelta(days=1),
            "nominated_at_place": place.name_kk,
            "present": 41,
            "votes_for": 38,
            "minutes_number": "3",
        }
        data = {name: value for name, value in conference.items() if name not in without}
        mark = lists.conference_mark(party_list)
        lists.save_conference(party_list, data=data, mark=mark, by=by, at=at)
        for number, person in enumerate(self.register.draw(wanted, residence=place.name_kk)):
            missing = (left_out or {}).get(number, ())
            typed: dict[str, Any] = {k: v for k, v in person.items() if k not in missing}
            lists.save_candidate(party_list, None, data=typed, version=None, by=by, at=at)

    def submit(self, party_list: PartyList, at: datetime) -> None:
        """Hand a list in as it is shown."""
        row = self.fresh(party_list)
        shown = lists.preview(row, at=at)
        lists.submit(
            row,
            nonce=shown.bodies.nonce,
            shown_digest=shown.bodies.digest,
            by=self.official(row.party.slug, row.contest.territory.slug),
            at=at,
        )

    def hand_in(self, party: str, place: str, at: datetime, wanted: Wanted = COMPLETE) -> PartyList:
        """Begin, fill in and hand in a complete list."""
        party_list = self.start(party, place, at)
        self.fill(party_list, wanted, at)
        self.submit(party_list, at + timedelta(minutes=50))
        return party_list
