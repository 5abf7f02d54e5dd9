"""Sentences for the codes of a frozen body; a code without a sentence fails a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Texts = dict[str, "_StrPromise"]

BODY: Final[Texts] = {
    "majilis": gettext_lazy("Majilis"),
    "maslikhat": gettext_lazy("Maslikhat"),
    "kurultai": gettext_lazy("Kurultai"),
}
# As an election of them all is called.
BODIES: Final[Texts] = BODY | {"maslikhat": gettext_lazy("Maslikhats")}

KINDS: Final[Texts] = {
    "country": gettext_lazy("country"),
    "region": gettext_lazy("region"),
    "republican_city": gettext_lazy("city of republican significance"),
    "regional_city": gettext_lazy("city of regional significance"),
    "district": gettext_lazy("district"),
    "abroad": gettext_lazy("abroad"),
}

TURNOUT: Final = frozenset(
    {
        "voters_listed",
        "received_ballots",
        "received_ballots_percent",
        "took_part",
        "absentee",
        "outside",
        "unused",
        "valid",
        "invalid",
        "against_all",
    }
)

# Sources that are no addresses, as they stand in bodies.
SOURCES: Final[Texts] = {
    "list of administrative units with their numbers of polling stations, January 2021 "
    "(elections/data/record-2021/README.md)": gettext_lazy(
        "List of administrative units with their numbers of polling stations, January 2021"
    ),
}

UNKNOWN: Final[Texts] = {
    "lists": gettext_lazy("Which party lists were on the ballot."),
    "votes": gettext_lazy("How many votes each list received."),
    "mandates": gettext_lazy("How many mandates were to be filled."),
    "seats": gettext_lazy("How many mandates each list received."),
    "turnout": gettext_lazy("How many voters took part."),
}

NOTES: Final[Texts] = {
    "registration_times_unknown": gettext_lazy(
        "Of equal remainders the one of the list registered earlier comes first. The times of "
        "registration are not known; no two remainders are equal here, so nothing depends on them."
    ),
    "preliminary_votes": gettext_lazy(
        "The votes are preliminary: the source printed them before the count was final, and no "
        "source seen gives final ones. The seats computed from them are preliminary too."
    ),
    "votes_from_percent": gettext_lazy(
        "No source seen gives the votes of this contest, only percentages. The seats are computed "
        "from the percentages."
    ),
    "rounding_checked": gettext_lazy(
        "The percentages are rounded. Every set of votes that rounds to these percentages gives "
        "the same seats."
    ),
    "base_from_percent": gettext_lazy(
        "The votes of one list are not known. The number of all valid votes follows from a "
        "published percentage."
    ),
}

COMPARISON: Final[Texts] = {
    "equal": gettext_lazy("The computed seats are equal to the published ones."),
    "different": gettext_lazy("The computed seats differ from the published ones."),
    "no_published_seats": gettext_lazy(
        "No source seen gives the seats. Those shown here are computed and cannot be compared."
    ),
    "not_computed": gettext_lazy(
        "The seats shown are the published ones. They cannot be recomputed, because no source seen "
        "gives the votes."
    ),
}

DECISIONS: Final[Texts] = {
    "nobody_passes": gettext_lazy(
        "No list reached the threshold. No rule for this case was found: the commission decides."
    ),
    "one_list_alone": gettext_lazy(
        "Only one list was on the ballot. No rule for this case was found: the commission decides."
    ),
    "second_place_tied": gettext_lazy(
        "Two lists share the second place. No rule for this case was found: the commission decides."
    ),
    "too_few_mandates": gettext_lazy(
        "There are too few mandates for the second list's minimum. No rule for this case was "
        "found: the commission decides."
    ),
}

BASES: Final[Texts] = {
    "valid_votes": pgettext_lazy("threshold of", "the valid votes"),
    "ballots_in_box": pgettext_lazy("threshold of", "the ballots in the boxes"),
    "ballots_issued": pgettext_lazy("threshold of", "the ballots issued"),
}

# Citations of the editions, as they stand in bodies.
LAWS: Final[Texts] = {
    "Constitutional Law on Elections No. 2464 of 28 September 1995": gettext_lazy(
        "Constitutional Law on Elections No. 2464 of 28 September 1995"
    ),
    "Constitution in force from 1 July 2026; its law on elections was not found": gettext_lazy(
        "Constitution in force from 1 July 2026; its law on elections was not found"
    ),
}

KNOWN: Final[Texts] = {
    "equal": gettext_lazy("Votes and seats; the computed seats are equal"),
    "different": gettext_lazy("Votes and seats; the computed seats differ"),
    "percent": gettext_lazy("Percentages and seats; the computed seats are equal"),
    "derived": gettext_lazy("Votes of all lists but one, and seats; the computed seats are equal"),
    "no_published_seats": gettext_lazy("Preliminary votes; the seats are computed"),
    "not_computed": gettext_lazy("Published seats only"),
    "incomplete": gettext_lazy("No result"),
}

# What the open-data page says of each column of the CSV …
COLUMNS: Final[Texts] = {
    "row": gettext_lazy("list: a party list; figure: a published figure of a territory"),
    "election": gettext_lazy("election, as in its address"),
    "kind": gettext_lazy("record, live, or practice: made up, nothing of it counts"),
    "territory": gettext_lazy("territory, as in its address"),
    "kato": gettext_lazy("KATO code of the territory in January 2021"),
    "party": gettext_lazy("party, a short code that never changes"),
    "name_kk": gettext_lazy("name of the party in Kazakh"),
    "name_ru": gettext_lazy("name of the party in Russian"),
    "name_en": gettext_lazy("name of the party in English"),
    "votes": gettext_lazy("votes for the list; empty where no source gives them"),
    "votes_basis": gettext_lazy(
        "official, preliminary, percent (only a percentage is known) or unknown"
    ),
    "percent": gettext_lazy("percentage as the source prints it"),
    "passed": gettext_lazy("true where the list reached the threshold"),
    "whole": gettext_lazy("whole mandates: votes divided by the quotient"),
    "remainder_numerator": gettext_lazy("remainder as an exact fraction: numerator"),
    "remainder_denominator": gettext_lazy("remainder as an exact fraction: denominator"),
    "seats": gettext_lazy("computed seats"),
    "published_seats": gettext_lazy("seats as the source prints them"),
    "code": gettext_lazy("which figure, by the field's name in the protocol"),
    "value": gettext_lazy("value of the figure"),
    "preliminary": gettext_lazy("true where the source calls the figure preliminary"),
    "source": gettext_lazy("address where the number was read"),
}

# … and of each key of the JSON.
FIELDS: Final[Texts] = {
    "schema": gettext_lazy("name and version of this format"),
    "election": gettext_lazy("address part, body, day, kind and name of the election"),
    "territory": gettext_lazy("address part, KATO code, kind, names and region of the territory"),
    "publication": gettext_lazy("number, kind, day of announcement and sources"),
    "edition": gettext_lazy("edition of the law with threshold, its base and article"),
    "mandates": gettext_lazy("number of mandates, or null"),
    "lists": gettext_lazy("party lists with votes, percentage, published seats and source"),
    "figures": gettext_lazy("published figures of the territory: turnout, polling stations"),
    "territories": gettext_lazy("figures of the parts of the territory"),
    "input": gettext_lazy("the numbers that the computation was given, and notes on them"),
    "allocation": gettext_lazy("quotient, parties, steps, lots and decisions; fractions are exact"),
    "comparison": gettext_lazy("computed against published seats, and the second program"),
    "unknown": gettext_lazy("facts that no source gives"),
    "counting": gettext_lazy(
        "only of elections counted here: polling stations counted, of how many, and when this last "
        "changed"
    ),
}


def mandates(count: int) -> str:
    return ngettext("%(count)s mandate", "%(count)s mandates", count) % {"count": count}
