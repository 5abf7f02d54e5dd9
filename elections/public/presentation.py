"""A frozen body (docs/body.md) as the pages show it: pure, reads nothing but the body."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from elections.public import charts, wording
from elections.public.closeness import Closeness, closeness
from elections.public.figures import (
    Source,
    facts_of,
    is_printed_otherwise,
    name_of,
    round_half_up,
    sources_of,
)
from elections.public.notes import derivation_of, left_out_below, needed_votes, notes_on
from elections.public.steps import Ballot, parts
from portal.base.numerals import longdate, number, percent

Json = dict[str, Any]


def body_name(election: Json) -> str:
    return str(wording.BODIES[election["body"]])


@dataclass(frozen=True, slots=True)
class Line:
    """One list of the contest: what was published of it and what was computed."""

    entry: Json
    computed: Json | None
    share: Fraction | None
    is_left_out_below: bool

    @property
    def name(self) -> str:
        return name_of(self.entry)

    @property
    def short(self) -> str:
        return name_of(self.entry, "short")

    @property
    def colour(self) -> str:
        return str(self.entry["colour"])

    @property
    def seats(self) -> int | None:
        """Return the computed seats, or the published ones where none could be computed."""
        known = self.computed["seats"] if self.computed else self.entry["published_seats"]
        return None if known is None else int(known)

    @property
    def least_seats(self) -> int:
        """Return the seats that the list has whatever an open lot will say."""
        if self.seats is not None:
            return self.seats
        return int((self.computed or {}).get("whole") or 0)

    @property
    def percent(self) -> Fraction | str | None:
        return self.share * 100 if self.share is not None else self.entry["percent"]

    @property
    def is_printed_otherwise(self) -> bool:
        return is_printed_otherwise(self.entry["votes"], self.entry["percent"], self.share)

    @property
    def is_below(self) -> bool:
        """Say whether the list did not pass; one that was left out is below by derivation."""
        return self.is_left_out_below or (
            self.computed is not None and not self.computed["passed"] and not self.computed["seats"]
        )


class Result:
    """One contest as its page shows it."""

    def __init__(self, body: Json) -> None:
        self.body = body
        self.election: Json = body["election"]
        self.territory: Json = body["territory"]
        self.publication: Json = body["publication"]
        self.mandates: int | None = body["mandates"]
        self.allocation: Json | None = body["allocation"]
        self.input: Json | None = body["input"]
        self.lines = self._lines()

    def _lines(self) -> list[Line]:
        computed = {row["party"]: row for row in (self.allocation or {}).get("parties", ())}
        below = left_out_below(self.body)
        return [
            Line(
                entry,
                computed.get(entry["party"]),
                self._share(entry),
                entry["party"] in below,
            )
            for entry in self.body["lists"]
        ]

    def _share(self, entry: Json) -> Fraction | None:
        """Return the exact share of the votes, or the printed one where votes are unknown."""
        base = (self.input or {}).get("base")
        if entry["votes"] is not None and base and not self.in_per_cent:
            return Fraction(entry["votes"], base)
        if entry["percent"] is not None:
            return Fraction(entry["percent"]) / 100
        return None

    # --- what it is ------------------------------------------------------------------------
    @property
    def kind(self) -> str:
        return str(self.publication["kind"])

    @property
    def is_provisional(self) -> bool:
        return self.kind == "provisional"

    @property
    def is_practice(self) -> bool:
        return bool(self.election["kind"] == "practice")

    @property
    def is_nationwide(self) -> bool:
        return bool(self.territory["kind"] == "country")

    @property
    def in_per_cent(self) -> bool:
        return (self.input or {}).get("unit") == "hundredth_of_percent"

    @property
    def is_derived(self) -> bool:
        return (self.input or {}).get("basis") == "votes_and_derived"

    @property
    def title(self) -> str:
        return body_name(self.election) if self.is_nationwide else name_of(self.territory)

    @property
    def region(self) -> str:
        """Return the address part of the region that the territory lies in, if it lies in one."""
        parent = self.territory["parent"]
        return str(parent["slug"]) if parent else ""

    @property
    def region_name(self) -> str:
        parent = self.territory["parent"]
        return name_of(parent) if parent else ""

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.election["day"])

    @property
    def election_name(self) -> str:
        return name_of(self.election)

    @property
    def lead(self) -> str:
        values = {"count": self.mandates, "day": longdate(self.day)}
        if self.mandates is None:
            return _("Election of the maslikhat by party lists, %(day)s") % values
        if self.is_nationwide:
            text = ngettext(
                "%(count)s mandate by party lists in one nationwide constituency, %(day)s",
                "%(count)s mandates by party lists in one nationwide constituency, %(day)s",
                self.mandates,
            )
        else:
            text = ngettext(
                "Maslikhat: %(count)s mandate by party lists, %(day)s",
                "Maslikhat: %(count)s mandates by party lists, %(day)s",
                self.mandates,
            )
        return text % values

    @property
    def announced(self) -> str:
        """Return in words when the result was announced; empty where that is not known."""
        published = self.publication["published"]
        return _("Announced %(day)s") % {"day": longdate(published)} if published else ""

    @property
    def description(self) -> str:
        """Return the sentence that search engines show."""
        # Whoever sees this sentence alone must know that nothing of it counts.
        title = f"{self.election_name}. {self.title}" if self.is_practice else self.title
        values = {"title": title, "day": longdate(self.day), "seats": self.seats_text}
        if self.seats_text:
            return (
                _("%(title)s, %(day)s: %(seats)s. Votes, seats and every step between them.")
                % values
            )
        return _("%(title)s, %(day)s: what is known of the election, and what is not.") % values

    # --- seats and votes ---------------------------------------------------------------------
    @property
    def seated(self) -> list[Line]:
        """Return the lists that have seats, most first; the sort is stable."""
        return sorted(
            (line for line in self.lines if line.least_seats), key=lambda line: -line.least_seats
        )

    @property
    def seats_text(self) -> str:
        return ", ".join(f"{line.short} {line.least_seats}" for line in self.seated)

    @property
    def seats_are_computed(self) -> bool:
        return self.allocation is not None

    @property
    def hemicycle(self) -> Json | None:
        if not self.seated:
            return None
        given = [(line.colour, line.least_seats) for line in self.seated]
        is_open = any(line.seats is None for line in self.seated)
        open_seats = (self.mandates or 0) - sum(seats for _, seats in given) if is_open else 0
        chart = charts.hemicycle(given, open_seats)
        counted = wording.mandates(chart.total)
        return {
            "chart": chart,
            "title": _("Seats by party"),
            "description": f"{counted}: {self.seats_text}.",
            "parties": [
                {
                    "name": line.short,
                    "colour": line.colour,
                    "seats": line.least_seats,
                    "more": self._share_text(line, first=line is self.seated[0]),
                }
                for line in self.seated
            ],
        }

    def _share_text(self, line: Line, *, first: bool) -> str:
        if line.percent is None:
            return ""
        written = percent(line.percent, 2)
        if first:
            written = _("%(share)s of the votes") % {"share": written}
        if line.seats is not None:
            return written
        more = {"share": written, "seats": line.least_seats + 1}
        return _("%(share)s; %(seats)s if it wins the lot") % more

    @property
    def has_votes(self) -> bool:
        return any(line.share is not None for line in self.lines)

    @property
    def vote_table(self) -> Json:
        threshold = Fraction(self.body["edition"]["threshold"]) if self.allocation else None
        bars = charts.bars([line.share for line in self.lines], threshold)
        rows = [
            {
                "name": line.name,
                "colour": line.colour,
                "votes": line.entry["votes"],
                "percent": line.percent,
                "seats": line.seats,
                "width": width,
            }
            for line, width in zip(self.lines, bars.widths, strict=True)
        ]
        below = [line.is_below for line in self.lines]
        return {
            "rows": [row for row, is_below in zip(rows, below, strict=True) if not is_below],
            "below": [row for row, is_below in zip(rows, below, strict=True) if is_below],
            "line": bars.line,
            "threshold": self.body["edition"]["threshold"],
            "needed": needed_votes(self.body),
            "total": self._total(),
        }

    def _total(self) -> int | None:
        """Return the sum of all votes; None where one list's votes are not known."""
        votes = [line.entry["votes"] for line in self.lines]
        return None if None in votes else sum(votes)

    @property
    def shares_note(self) -> str:
        """Say that rounded shares need not add up, where they do not."""
        if self._total() is None:
            return ""
        rounded = [
            round_half_up(line.share * 100, 2) for line in self.lines if line.share is not None
        ]
        if sum(rounded) == 100:
            return ""
        return _("The shares are rounded and together make %(sum)s.") % {
            "sum": percent(sum(rounded, Fraction(0)), 2)
        }

    @property
    def printed_notes(self) -> list[str]:
        """Name each list whose printed percentage is not the rounded share of its votes."""
        text = _("%(name)s: the source prints %(printed)s; its votes are %(share)s.")
        return [
            text
            % {
                "name": line.short,
                "printed": percent(line.entry["percent"]),
                "share": percent(line.percent, 2),
            }
            for line in self.lines
            if line.is_printed_otherwise
        ]

    # --- steps, comparison, notes ----------------------------------------------------------
    @property
    def steps(self) -> list[Json]:
        if not self.allocation or self.mandates is None:
            return []
        steps = self.allocation["steps"]
        return parts(steps, self._ballot(steps, self.mandates))

    @property
    def closeness(self) -> Closeness | None:
        """Return the votes between each list and another mandate; None where it is not known."""
        names = {line.entry["party"]: line.short for line in self.lines}
        colours = {line.entry["party"]: line.colour for line in self.lines}
        return closeness(self.body, names, colours)

    def _ballot(self, steps: list[Json], mandates: int) -> Ballot:
        return Ballot(
            names={line.entry["party"]: line.short for line in self.lines},
            colours={line.entry["party"]: line.colour for line in self.lines},
            mandates=mandates,
            threshold_base=self.body["edition"]["threshold_base"],
            in_per_cent=self.in_per_cent,
            base_is_derived=self.is_derived,
            second_agrees=self.body["comparison"]["second"] == "equal",
            taking_part=frozenset(
                row["party"] for step in steps if step["code"] == "whole" for row in step["rows"]
            ),
        )

    @property
    def comparison(self) -> Json | None:
        """Return computed beside published seats; None where there is neither."""
        status = self.body["comparison"]["status"]
        if not self.lines or (status == "not_computed" and self.allocation):
            return None
        return {
            "status": status,
            "text": wording.COMPARISON[status],
            "rows": [
                {
                    "name": line.short,
                    "colour": line.colour,
                    "computed": line.computed["seats"] if line.computed else None,
                    "published": line.entry["published_seats"],
                }
                for line in self.lines
            ],
        }

    @property
    def notes(self) -> list[str]:
        return notes_on(self.body)

    @property
    def derivation(self) -> list[str]:
        return derivation_of(self.body, {line.entry["party"]: line.short for line in self.lines})

    @property
    def unknown(self) -> list[str]:
        return [self._unknown(code) for code in self.body["unknown"]]

    def _unknown(self, code: str) -> str:
        without = [line.short for line in self.lines if line.entry["votes"] is None]
        if code == "votes" and without and len(without) < len(self.lines):
            return _("How many votes these lists received: %(names)s.") % {
                "names": ", ".join(without)
            }
        return str(wording.UNKNOWN[code])

    # --- figures -----------------------------------------------------------------------------
    @property
    def turnout(self) -> list[Json]:
        return facts_of(f for f in self.body["figures"] if f["code"] in wording.TURNOUT)

    @property
    def frame(self) -> list[Json]:
        """Return what is known of the place and its election besides turnout."""
        place = self.territory
        facts = (
            []
            if self.is_nationwide
            else [{"name": _("Level"), "value": str(wording.KINDS[place["kind"]])}]
        )
        if place["parent"]:
            facts.append({"name": _("Region"), "value": name_of(place["parent"])})
        if place["kato"]:
            facts.append({"name": _("KATO code"), "value": place["kato"]})
        if not self.is_nationwide:
            facts.append({"name": _("Mandates"), "value": number(self.mandates)})
        facts += facts_of(f for f in self.body["figures"] if f["code"] not in wording.TURNOUT)
        return facts

    @property
    def law(self) -> str:
        citation: str = self.body["edition"]["citation"]
        return str(wording.LAWS.get(citation, citation))

    @property
    def name_notes(self) -> list[str]:
        notes = []
        if self.territory["romanised_en"] and get_language() == "en":
            notes.append(_("The English name is romanised from the Kazakh one."))
        if self.territory["unsourced_kk"]:
            notes.append(_("No source was seen for the Kazakh name."))
        return notes

    @property
    def sources(self) -> list[Source]:
        """Return every source of the page, of the result first, then of lists and figures."""
        figures = [*self.body["figures"]]
        for territory in self.body["territories"]:
            figures += territory["figures"]
        return sources_of(
            [
                *self.publication["sources"],
                *(entry["source"] for entry in self.body["lists"]),
                *(figure["source"] for figure in figures),
            ]
        )
