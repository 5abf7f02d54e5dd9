"""The protocol of the editions of 2020: fields in order, and what must hold between them.

Fields with evidence "published" stand in statements of commissions; those with evidence "proposed"
are ours, so they may stay empty. Majilis and maslikhat have a protocol each, with their own voters.
"""

from __future__ import annotations

from fractions import Fraction

from elections.law.findings import Severity
from elections.law.protocol import (
    VOTES,
    Control,
    ProtocolField,
    ProtocolForm,
    Relation,
    Term,
)


def _published(name: str) -> ProtocolField:
    return ProtocolField(name, required=True, evidence="published")


def _proposed(name: str) -> ProtocolField:
    return ProtocolField(name, required=False, evidence="proposed")


def _control(
    code: str,
    severity: Severity,
    left: str,
    relation: Relation,
    right: str,
    at: str,
    factor: Fraction = Fraction(1),
) -> Control:
    """Write an equation as "a + b" on both sides; `factor` multiplies the right side."""
    terms = [Term(name, factor) for name in right.split(" + ")]
    lefts = tuple(Term(name) for name in left.split(" + "))
    return Control(f"protocol.{code}", severity, lefts, relation, tuple(terms), at)


_H, _W = Severity.ERROR, Severity.WARNING
_EQUAL, _AT_MOST = Relation.EQUAL, Relation.AT_MOST
_RESERVE = Fraction(101, 100)  # voters and one per cent: Shymkent 617,027 gives 623,197

PROTOCOL_2020 = ProtocolForm(
    fields=(
        _published("voters_listed"),
        _proposed("delivered"),
        _published("received_ballots"),
        _published("absentee"),
        _published("outside"),
        _proposed("unused"),
        _proposed("spoiled"),
        _proposed("stationary"),
        _proposed("portable"),
        _proposed("wrong_form"),
        _published("valid"),
        _published("invalid"),
    ),
    controls=(
        _control(
            "more_ballots_than_voters",
            _H,
            "received_ballots",
            _AT_MOST,
            "voters_listed",
            "received_ballots",
        ),
        _control(
            "absentee_above_received", _H, "absentee", _AT_MOST, "received_ballots", "absentee"
        ),
        _control("outside_above_received", _H, "outside", _AT_MOST, "received_ballots", "outside"),
        _control("valid_is_sum_of_votes", _H, "valid", _EQUAL, VOTES, "valid"),
        _control(
            "more_votes_than_ballots", _H, "valid + invalid", _AT_MOST, "received_ballots", "valid"
        ),
        _control(
            "ballots_taken_away",
            _W,
            "received_ballots",
            _AT_MOST,
            "valid + invalid",
            "received_ballots",
        ),
        _control(
            "found_is_valid_and_invalid",
            _H,
            "stationary + portable",
            _EQUAL,
            "valid + invalid",
            "stationary",
        ),
        _control("portable_above_outside", _W, "portable", _AT_MOST, "outside", "portable"),
        _control(
            "delivered_is_accounted_for",
            _H,
            "delivered",
            _EQUAL,
            "received_ballots + unused + spoiled",
            "delivered",
        ),
        _control(
            "delivered_is_voters_and_reserve",
            _W,
            "delivered",
            _EQUAL,
            "voters_listed",
            "delivered",
            _RESERVE,
        ),
    ),
    article="Art. 43, Art. 94",
)
