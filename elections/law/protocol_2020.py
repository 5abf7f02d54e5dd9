"""The protocol of the editions of 2020: fields in order, and what must hold between them.

Fields with evidence "published" stand in statements of commissions; those with evidence "proposed"
are ours, so they may stay empty. Majilis and maslikhat have a protocol each, with their own voters.
"""

from __future__ import annotations

from fractions import Fraction

from elections.law.findings import Severity
from elections.law.protocol import Control, ProtocolField, ProtocolForm, Relation, Term


def _published(name: str) -> ProtocolField:
    return ProtocolField(name, required=True, evidence="published")


def _proposed(name: str) -> ProtocolField:
    return ProtocolField(name, required=False, evidence="proposed")


def _hard(code: str, equation: str, factor: Fraction = Fraction(1)) -> Control:
    return _control(code, Severity.ERROR, equation, factor)


def _warning(code: str, equation: str, factor: Fraction = Fraction(1)) -> Control:
    return _control(code, Severity.WARNING, equation, factor)


def _control(code: str, severity: Severity, equation: str, factor: Fraction) -> Control:
    """Read "a + b <= c + d", reported at its first field; `factor` multiplies the right side."""
    left, relation, right = equation.partition("<=" if "<=" in equation else "=")
    lefts = tuple(Term(name.strip()) for name in left.split("+"))
    rights = tuple(Term(name.strip(), factor) for name in right.split("+"))
    return Control(f"protocol.{code}", severity, lefts, Relation(relation), rights, lefts[0].field)


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
        _hard("more_ballots_than_voters", "received_ballots <= voters_listed"),
        _hard("absentee_above_received", "absentee <= received_ballots"),
        _hard("outside_above_received", "outside <= received_ballots"),
        _hard("valid_is_sum_of_votes", "valid = votes"),
        _hard("more_votes_than_ballots", "valid + invalid <= received_ballots"),
        # Ballots that a voter took away: Shymkent 2021 issued 348,644 and found 340,181.
        _warning("ballots_taken_away", "received_ballots <= valid + invalid"),
        _hard("found_is_valid_and_invalid", "stationary + portable = valid + invalid"),
        _warning("portable_above_outside", "portable <= outside"),
        _hard("delivered_is_accounted_for", "delivered = received_ballots + unused + spoiled"),
        # Voters and one per cent in reserve, rounded down: 617,027 voters, 623,197 ballots.
        _warning(
            "delivered_is_voters_and_reserve", "delivered = voters_listed", Fraction(101, 100)
        ),
    ),
    article="Art. 43, Art. 94",
)
