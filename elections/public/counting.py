"""How far a count is, and what a correction changes: pure, from the frozen body."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from elections.public.figures import name_of
from elections.wording.numbers import Change, changes
from portal.base.numerals import longdate, number

Json = dict[str, Any]


def counted_text(counting: Json) -> str:
    """Say how many polling stations are counted."""
    if not counting["counted"]:
        return _("Nothing is counted yet")
    values = {"counted": number(counting["counted"]), "all": number(counting["of"])}
    return _("Polling stations counted: %(counted)s of %(all)s") % values


@dataclass(frozen=True, slots=True)
class Line:
    """A registered list with the names on it, as far as they may be public."""

    name: str
    colour: str
    people: list[str]


class Count:
    """A contest whose protocols are added up here, as its page shows it."""

    def __init__(
        self, body: Json, people: Mapping[str, list[str]], *, is_stale: bool = False
    ) -> None:
        self.body = body
        self.people = people
        self.is_stale = is_stale

    @property
    def is_provisional(self) -> bool:
        """Say whether this is no publication yet."""
        return bool(self.body["publication"]["kind"] == "provisional")

    @property
    def has_begun(self) -> bool:
        """Say whether a polling station is counted."""
        return bool(self.body["counting"]["counted"])

    @property
    def counted(self) -> str:
        """Say how many polling stations are counted."""
        return counted_text(self.body["counting"])

    @property
    def changed(self) -> str:
        """Say when the numbers last changed, in the territory's time."""
        values = _day_and_time(self.body["counting"]["changed"])
        return _("Last change: %(day)s, %(time)s local time") % values

    @property
    def lists(self) -> list[Line]:
        """Return the registered lists in the order of the page."""
        return [
            Line(name_of(row), row["colour"], self.people.get(row["party"], []))
            for row in self.body["lists"]
        ]

    @property
    def open_lots(self) -> list[Json]:
        """Return the lots that are still to be drawn, in words."""
        names = {row["party"]: name_of(row, "short") for row in self.body["lists"]}
        lots = (self.body["allocation"] or {}).get("lots", ())
        return [
            {"options": ", ".join(names[party] for party in lot["options"]), "seats": lot["seats"]}
            for lot in lots
            if "drawn" not in lot
        ]

    @property
    def drawn_lots(self) -> list[Json]:
        """Return the lots that were drawn, in words: between whom, who won, when and where."""
        names = {row["party"]: name_of(row, "short") for row in self.body["lists"]}
        return [
            {
                "options": ", ".join(names[party] for party in lot["options"]),
                "winners": ", ".join(names[party] for party in lot["drawn"]),
                "when": _("%(day)s, %(time)s local time") % _day_and_time(lot["at"]),
                "place": lot["place"],
            }
            for lot in self.body["counting"].get("lots", ())
        ]

    @property
    def supersedes(self) -> Json | None:
        """Return number and digest of the publication that this one corrects."""
        found: Json | None = self.body["publication"].get("supersedes")
        return found

    @property
    def difference(self) -> list[Change]:
        """Return what a correction changes, number by number."""
        return changes(self.body)


def _day_and_time(text: str) -> dict[str, str]:
    at = datetime.datetime.fromisoformat(text)
    return {"day": longdate(at.date()), "time": f"{at:%H:%M}"}
