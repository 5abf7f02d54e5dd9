"""The steps of an allocation as components/steps.html shows them: pure, from the body's steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from elections.public import charts, wording
from elections.wording import article
from portal.base.numerals import number, percent, share

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ballot:
    """What the steps need to know of the contest besides themselves."""

    names: Mapping[str, str]
    colours: Mapping[str, str]
    mandates: int
    threshold_base: str
    in_per_cent: bool
    base_is_derived: bool
    second_agrees: bool
    taking_part: frozenset[str]

    def party(self, slug: str) -> Json:
        return {"name": self.names.get(slug, slug), "colour": self.colours.get(slug, "#8795a6")}

    def amount(self, value: int | Fraction) -> str:
        """Write votes, or the percentages that stand for them, without rounding whole numbers."""
        if self.in_per_cent:
            return percent(Fraction(value) / 100, 2)
        return number(value, 0 if Fraction(value).denominator == 1 else 2)

    def marks(self, rows: list[Json], open_seats: int) -> charts.Marks:
        seats = [(self.colours.get(row["party"], "#8795a6"), row["whole"]) for row in rows]
        return charts.marks(seats, open_seats)


def parts(steps: list[Json], ballot: Ballot) -> list[Json]:
    """Return one dict for each step, as components/steps.html asks for."""
    return [
        _PARTS[step["code"]](step, ballot) | {"article": article(step["article"])} for step in steps
    ]


def _threshold(step: Json, ballot: Ballot) -> Json:
    passed = sum(row["passed"] for row in step["rows"])
    base = wording.BASES[ballot.threshold_base]
    text = _("Only lists with at least %(threshold)s of %(base)s share the mandates.") % {
        "threshold": share(step["threshold"]),
        "base": base,
    }
    how_many = ngettext("%(count)s list passed.", "%(count)s lists passed.", passed)
    return {
        "title": _("Who takes part"),
        "text": f"{text} {how_many % {'count': passed}}",
        "strong": "; ".join(_short(row, ballot) for row in step["rows"] if row["short"]),
        "note": _(
            "The article speaks of the voters who took part in the voting. The percentages that "
            "the commissions announced are shares of the valid votes, so these are the base here."
        )
        if ballot.threshold_base == "valid_votes"
        else "",
        "formula": [
            {"operator": "", "value": ballot.amount(step["base"]), "name": _base_name(ballot)},
            {
                "operator": "×",
                "value": share(step["threshold"]),
                "name": _("threshold of the law"),
            },
            {
                "operator": "=",
                "value": ballot.amount(Fraction(step["line"])),
                "name": _("so at least %(amount)s") % {"amount": ballot.amount(step["needed"])}
                if ballot.in_per_cent
                else ngettext(
                    "so at least %(amount)s vote", "so at least %(amount)s votes", step["needed"]
                )
                % {"amount": ballot.amount(step["needed"])},
            },
        ],
    }


def _base_name(ballot: Ballot) -> str:
    if ballot.in_per_cent:
        return _("all percentages together")
    if ballot.base_is_derived:
        return _("valid votes, as derived below")
    return (
        _("valid votes") if ballot.threshold_base == "valid_votes" else _("base of the threshold")
    )


def _short(row: Json, ballot: Ballot) -> str:
    values = {
        "name": ballot.names.get(row["party"], row["party"]),
        "amount": ballot.amount(row["short"]),
    }
    if ballot.in_per_cent:
        return _("%(name)s: %(amount)s short") % values
    return (
        ngettext(
            "%(name)s: %(amount)s vote short", "%(name)s: %(amount)s votes short", row["short"]
        )
        % values
    )


def _exception(step: Json, ballot: Ballot) -> Json:
    text = _(
        "Only %(first)s reached the threshold, and one list alone cannot share the mandates. The "
        "next list by votes takes part too. Its result is multiplied by %(factor)s, and it has "
        "at least %(minimum)s mandates."
    )
    second = step["second"]
    return {
        "title": _("A second list is admitted"),
        "text": text
        % {
            "first": ballot.names.get(step["first"], step["first"]),
            "factor": number(Fraction(step["factor"]), 1),
            "minimum": step["minimum"],
        },
        "strong": ballot.names.get(second, second) if second else "",
    }


def _quotient(step: Json, ballot: Ballot) -> Json:
    if ballot.in_per_cent:
        names = (_("per cent for these lists"), _("per cent for one mandate"))
    else:
        names = (_("votes for these lists"), _("votes for one mandate"))
    return {
        "title": _("What one mandate costs"),
        "text": _(
            "The votes for the lists that take part are divided by the number of mandates. The "
            "result is the quotient: so many votes stand behind one mandate."
        ),
        "formula": [
            {"operator": "", "value": ballot.amount(step["votes"]), "name": names[0]},
            {
                "operator": "÷",
                "value": number(step["mandates"]),
                "name": ngettext("mandate", "mandates", step["mandates"]),
            },
            {"operator": "=", "value": ballot.amount(Fraction(step["quotient"])), "name": names[1]},
        ],
    }


def _whole(step: Json, ballot: Ballot) -> Json:
    rows = [
        ballot.party(row["party"])
        | {
            "votes": _as_text(row["votes"], ballot),
            "exact": row["quotas"],
            "whole": row["whole"],
        }
        for row in step["rows"]
    ]
    text = _(
        "The votes of each list are divided by the quotient. The whole part is what the list has "
        "earned in any case; the rest is its remainder."
    )
    if any(row["raised"] for row in step["rows"]):
        text += " " + _("The law raises the second list to its minimum.")
    given, still_open = step["given"], max(step["open"], 0)
    marks_text = _("%(given)s of %(all)s mandates are given. Open: %(open)s.") % {
        "given": given,
        "all": ballot.mandates,
        "open": still_open,
    }
    if not still_open:
        marks_text = _("All %(all)s mandates are given.") % {"all": ballot.mandates}
    return {
        "title": _("Whole mandates"),
        "text": text,
        "whole": {
            "quotient": _quotient_text(step["rows"], ballot),
            "in_per_cent": ballot.in_per_cent,
            "rows": rows,
        },
        "marks": ballot.marks(step["rows"], still_open),
        "marks_text": marks_text,
    }


def _as_text(votes: int, ballot: Ballot) -> int | str:
    """Return votes, or a percentage as text with its two places."""
    return f"{votes // 100}.{votes % 100:02}" if ballot.in_per_cent else votes


def _quotient_text(rows: list[Json], ballot: Ballot) -> str:
    """Return the quotient as a fraction: votes divided by quotas of any list that has some."""
    for row in rows:
        quotas = Fraction(row["quotas"])
        if quotas:
            quotient = Fraction(row["votes"]) / quotas / (100 if ballot.in_per_cent else 1)
            return f"{quotient.numerator}/{quotient.denominator}"
    return "0/1"


def _remainders(step: Json, ballot: Ballot) -> Json:
    count = step["open"]
    rows = [
        ballot.party(row["party"])
        | {
            "exact": row["remainder"],
            "width": charts.per_cent(Fraction(row["remainder"])),
            "gets": row["gets"],
            "shown": pgettext("mandates", "lot") if row["gets"] is None else f"+ {row['gets']}",
        }
        for row in step["rows"]
    ]
    text = ngettext(
        "It goes to the largest remainder.", "They go to the largest remainders, one each.", count
    )
    settled = {row["why"] for row in step["rows"]}
    if "exception" in settled:
        return _freed(step, ballot)
    if "registered_earlier" in settled:
        text += " " + _("Of equal remainders the list registered earlier comes first.")
    if any(row["gets"] is None for row in step["rows"]):
        text += " " + _("Remainders are equal: a lot is needed.")
    elif "lot" in settled:
        text += " " + _("Equal remainders were settled by lot.")
    return {
        "title": ngettext("The open mandate", "The %(count)s open mandates", count)
        % {"count": count},
        "text": text,
        "remainders": {
            "cut_text": ngettext(
                "here the open mandate is used up", "here the open mandates are used up", count
            ),
            "served": [row for row in rows if row["gets"] != 0],
            "unserved": [row for row in rows if row["gets"] == 0],
        },
    }


def _freed(step: Json, ballot: Ballot) -> Json:
    """Say who receives what the second list's factor leaves: no remainders are compared."""
    first = next(row for row in step["rows"] if row["gets"] or row is step["rows"][0])
    text = _("The list that passed receives what is left. %(name)s: %(count)s.")
    return {
        "title": _("The mandates that are left"),
        "text": text
        % {
            "name": ballot.names.get(first["party"], first["party"]),
            "count": number(first["gets"]),
        },
    }


def _result(step: Json, ballot: Ballot) -> Json:
    taking_part = [row for row in step["rows"] if row["party"] in ballot.taking_part]
    rows = [
        ballot.party(row["party"])
        | {"whole": row["whole"], "extra": row["extra"], "seats": row["seats"]}
        for row in taking_part
    ]
    return {
        "title": _("The result"),
        "text": _("Whole mandates and those from remainders together."),
        "result": {
            "rows": rows,
            "whole": sum(row["whole"] for row in rows),
            "extra": sum(row["extra"] or 0 for row in rows),
            "seats": _sum([row["seats"] for row in rows]),
        },
        "check": _("Recomputed by a second, independent program: same result.")
        if ballot.second_agrees
        else "",
    }


def _sum(numbers: list[int | None]) -> int | None:
    known = [value for value in numbers if value is not None]
    return sum(known) if len(known) == len(numbers) else None


_PARTS: dict[str, Callable[[Json, Ballot], Json]] = {
    "threshold": _threshold,
    "exception": _exception,
    "quotient": _quotient,
    "whole": _whole,
    "remainders": _remainders,
    "result": _result,
}
