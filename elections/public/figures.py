"""Figures of a frozen body as facts, tiles and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from elections.public import charts, wording
from elections.wording.numbers import FIGURES
from portal.base.numerals import number, percent
from portal.base.trilingual import pick

Json = dict[str, Any]

SHARE_OF_VOTERS = "received_ballots_percent"


def name_of(thing: Json, key: str = "name") -> str:
    """Return a name of the body in the active language."""
    names = thing[key]
    return pick(names["kk"], names["ru"], names["en"])


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number was read; anything but http and https is shown and not linked."""

    text: str

    @property
    def is_link(self) -> bool:
        return urlsplit(self.text).scheme in ("http", "https")

    @property
    def shown(self) -> str:
        """Return host and path, cut to a length that fits a line, or a description."""
        if not self.is_link:
            return str(wording.SOURCES.get(self.text, self.text))
        parts = urlsplit(self.text)
        shown = parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
        return f"{shown[:70]}…" if len(shown) > 71 else shown


def sources_of(texts: Iterable[str]) -> list[Source]:
    """Return each source once; a text of several addresses is several sources."""
    sources: dict[str, None] = {}
    for text in texts:
        # What is counted here has no source but the protocols.
        sources |= dict.fromkeys(text.split() if text.startswith("http") else [text] * bool(text))
    return [Source(text) for text in sources]


def facts_of(figures: Iterable[Json]) -> list[Json]:
    """Return figures as components/facts.html asks for; a share stands beside its number."""
    by_code = {figure["code"]: figure for figure in figures}
    share = by_code.get(SHARE_OF_VOTERS)
    facts = []
    for code, figure in by_code.items():
        if code == SHARE_OF_VOTERS and "received_ballots" in by_code:
            continue
        beside = [percent(share["value"])] if share and code == "received_ballots" else []
        if figure["preliminary"]:
            beside.append(_("preliminary"))
        facts.append(
            {
                "name": str(FIGURES.get(code, code)),
                "value": value_of(figure),
                "more": ", ".join(beside),
            }
        )
    return facts


def value_of(figure: Json) -> str:
    """Write the value of a figure; a code that ends in "percent" is a percentage."""
    write = percent if figure["code"].endswith("percent") else number
    return write(figure["value"])


def short_names(names: Sequence[str], suffix: str) -> list[str]:
    """Return names for a small tile: without "Region" where no other name begins with the rest."""
    return [_short_name(name, suffix, names) for name in names]


def _short_name(name: str, suffix: str, names: Sequence[str]) -> str:
    short = name.removesuffix(suffix).strip()
    others = [other for other in names if other != name]
    is_taken = any(other == short or other.startswith(f"{short} ") for other in others)
    return name if is_taken else short


def turnout_tiles(territories: Iterable[Json], url_of: Callable[[str], str]) -> list[Json]:
    """Return the regions with the share of voters who received ballots, for components/tiles."""
    tiles = []
    for territory in territories:
        shares = [f for f in territory["figures"] if f["code"] == SHARE_OF_VOTERS]
        place = charts.TILES.get(territory["kato"])
        if shares and place:
            tiles.append(
                {
                    "name": name_of(territory),
                    "url": url_of(territory["slug"]),
                    "value": percent(shares[0]["value"]),
                    "width": charts.per_cent(Fraction(shares[0]["value"]) / 100),
                    "row": place.row,
                    "column": place.column,
                    "full": False,
                    "preliminary": shares[0]["preliminary"],
                }
            )
    return named(tiles)


def named(tiles: list[Json]) -> list[Json]:
    """Shorten the names of tiles."""
    names = short_names(
        [tile["name"] for tile in tiles], pgettext("end of a region's name", "Region")
    )
    return [tile | {"name": name} for tile, name in zip(tiles, names, strict=True)]


def round_half_up(value: Fraction, places: int) -> Fraction:
    """Round an exact number half up, as a fraction."""
    shift = 10**places
    return Fraction((value * shift * 2 + 1) // 2, shift)


def is_printed_otherwise(votes: int | None, printed: str | None, share: Fraction | None) -> bool:
    """Say whether a printed percentage is another than the rounded share of the votes."""
    if votes is None or printed is None or share is None:
        return False
    places = len(printed.partition(".")[2])
    return round_half_up(share * 100, places) != Fraction(printed)
