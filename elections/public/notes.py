"""Sentences about the numbers of a frozen body, for who wants to know how sure they are: pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from elections.public import wording
from portal.base.numerals import number, percent

Json = dict[str, Any]


def notes_on(body: Json) -> list[str]:
    """Return what the reader should know of votes and method."""
    computed_from, allocation = body["input"] or {}, body["allocation"] or {}
    notes = [str(wording.NOTES.get(code, code)) for code in computed_from.get("notes", ())]
    codes = [decision["code"] for decision in allocation.get("decisions", ())]
    notes += [str(wording.DECISIONS.get(code, code)) for code in codes]
    if allocation and body["election"]["body"] == "maslikhat":
        notes.append(
            _(
                "No text of the law on the method for maslikhats was found. The seats are "
                "computed by the method of the Majilis (Art. 97-1), which reproduces the "
                "published results."
            )
        )
    return notes


def needed_votes(body: Json) -> int | None:
    """Return the votes that the threshold asks for; None where only percentages are known."""
    steps = body["allocation"]["steps"] if body["allocation"] else []
    if (body["input"] or {}).get("unit") != "vote":
        return None
    return next((step["needed"] for step in steps if step["code"] == "threshold"), None)


def left_out_below(body: Json) -> list[str]:
    """Return the lists of unknown votes that cannot have reached the threshold."""
    facts = (body["input"] or {}).get("derivation")
    needed = needed_votes(body)
    if not facts or needed is None or facts["unknown_max"] >= needed:
        return []
    return list(body["input"]["left_out"])


def derivation_of(body: Json, short_names: Mapping[str, str]) -> list[str]:
    """Return how the base follows from a percentage, sentence by sentence; Aktobe Region."""
    facts = (body["input"] or {}).get("derivation")
    if not facts:
        return []
    values = {
        "name": short_names[facts["party"]],
        "votes": number(facts["votes"]),
        "percent": percent(facts["percent"]),
        "left_out": ", ".join(short_names[party] for party in body["input"]["left_out"]),
        "base": number(body["input"]["base"]),
        "least": number(facts["base_min"]),
        "most": number(facts["base_max"]),
        "unknown": number(facts["unknown_max"]),
        "tried": number(facts["bases_tried"]),
        "needed": number(needed_votes(body)),
    }
    return [text % values for text in _sentences(facts, is_below=bool(left_out_below(body)))]


def _sentences(facts: Json, *, is_below: bool) -> list[str]:
    texts = [
        _("Votes not known: %(left_out)s."),
        _("%(name)s: %(votes)s votes are %(percent)s of all valid votes."),
        _(
            "From %(least)s to %(most)s valid votes, every number rounds to all published "
            "percentages. The computation takes %(base)s."
        ),
        _("The lists whose votes are not known can have had at most %(unknown)s votes."),
    ]
    if is_below:
        texts.append(_("The threshold needs %(needed)s votes, so they did not reach it."))
    if facts["same_result"]:
        texts.append(_("Numbers of valid votes tried: %(tried)s. Each gives the same seats."))
    return texts
