"""The table of an election's contests, from the parts of their frozen bodies: pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from elections.public import charts, wording
from elections.public.counting import counted_text
from elections.public.figures import name_of, named
from portal.base.alphabet import sort_key

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One contest in the table of its election."""

    summary: Json

    @property
    def territory(self) -> Json:
        territory: Json = self.summary["territory"]
        return territory

    @property
    def slug(self) -> str:
        return str(self.territory["slug"])

    @property
    def name(self) -> str:
        return name_of(self.territory)

    @property
    def level(self) -> str:
        return str(wording.KINDS[self.territory["kind"]])

    @property
    def is_first_level(self) -> bool:
        return self.territory["kind"] in ("region", "republican_city")

    @property
    def region(self) -> Json:
        """Return the region to list the contest under: the place itself on the first level."""
        parent = self.territory["parent"]
        return self.territory if self.is_first_level or parent is None else parent

    @property
    def mandates(self) -> int | None:
        mandates: int | None = self.summary["mandates"]
        return mandates

    @property
    def polling_stations(self) -> str | None:
        for figure in self.summary["figures"]:
            if figure["code"] == "polling_stations":
                return str(figure["value"])
        return None

    @property
    def has_result(self) -> bool:
        return bool(self.summary["publication"]["kind"] != "incomplete")

    @property
    def has_published_seats(self) -> bool:
        """Say whether a source states who received how many seats."""
        return self.has_result and self.summary["comparison"]["status"] != "no_published_seats"

    @property
    def basis(self) -> str:
        return str((self.summary["input"] or {}).get("basis", ""))

    @property
    def known(self) -> str:
        """Return in words what is known of the result."""
        if counting := self.summary.get("counting"):
            is_over = self.summary["publication"]["kind"] != "provisional"
            return _("Final result") if is_over else counted_text(counting)
        if not self.has_result:
            return str(wording.KNOWN["incomplete"])
        status, basis = self.summary["comparison"]["status"], self.basis
        if status == "equal":
            status = {"percent": "percent", "votes_and_derived": "derived"}.get(basis, status)
        return str(wording.KNOWN[status])


@dataclass(frozen=True, slots=True)
class Region:
    """A region or city of republican significance with the contests in it, its own first."""

    territory: Json
    rows: list[Row]

    @property
    def slug(self) -> str:
        return str(self.territory["slug"])

    @property
    def name(self) -> str:
        return name_of(self.territory)

    @property
    def known_count(self) -> int:
        return sum(row.has_published_seats for row in self.rows)


def by_region(summaries: Iterable[Json], language: str) -> list[Region]:
    """Return the regions in alphabetical order, each with its contests in alphabetical order.

    Kazakh and Russian follow the Kazakh alphabet, which holds the Russian one in its order.
    """
    rows = [Row(summary) for summary in summaries]
    regions: dict[str, Region] = {}
    for row in rows:
        regions.setdefault(row.region["slug"], Region(row.region, [])).rows.append(row)
    for region in regions.values():
        region.rows.sort(key=lambda row: (not row.is_first_level, order(row.name, language)))
    return sorted(regions.values(), key=lambda region: order(region.name, language))


def order(name: str, language: str) -> str:
    """Return what a name is sorted by; Russian puts "г." and "район" before some names."""
    bare = name.removeprefix("г. ").removeprefix("район ")
    return name.casefold() if language == "en" else sort_key(bare)


def known_tiles(regions: Iterable[Region], url_of: Callable[[str], str]) -> list[Json]:
    """Return the regions with the number of maslikhats whose result is known."""
    tiles = []
    for region in regions:
        own = next((row for row in region.rows if row.is_first_level), None)
        place = charts.TILES.get(own.territory["kato"]) if own else None
        if place:
            known, total = region.known_count, len(region.rows)
            tiles.append(
                {
                    "name": region.name,
                    "url": url_of(region.slug),
                    "value": _("%(known)s of %(total)s") % {"known": known, "total": total},
                    "width": f"{100 * known // total}%",
                    "row": place.row,
                    "column": place.column,
                    "full": known == total,
                }
            )
    return named(tiles)
