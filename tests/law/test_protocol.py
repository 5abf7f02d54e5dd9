"""The precinct protocol: every wrong field is found, and named."""

from __future__ import annotations

import pytest

from elections.law import protocol
from elections.law.editions import EDITIONS, edition
from elections.law.findings import Severity, has_errors
from elections.law.rules import Edition
from tests.law.precinct import COUNTS

FORM = edition("maslikhat-2020").protocol
LISTS = ("nur-otan", "ak-zhol", "auyl")

VOTES: dict[str, object] = {"nur-otan": 400, "ak-zhol": 100, "auyl": 90}


def found(
    counts: dict[str, object] | None = None, votes: dict[str, object] | None = None
) -> dict[str, str]:
    """Check the precinct with some entries changed; code → field."""
    findings = protocol.check(FORM, COUNTS | (counts or {}), VOTES | (votes or {}), LISTS)
    return {finding.code: finding.field for finding in findings}


def test_a_protocol_that_fits_has_no_findings() -> None:
    assert found() == {}


def test_proposed_fields_may_stay_empty() -> None:
    names = ("delivered", "unused", "spoiled", "stationary", "portable", "wrong_form")

    assert found(dict.fromkeys(names, None)) == {}


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"voters_listed": 599}, "protocol.more_ballots_than_voters", "received_ballots"),
        ({"absentee": 601}, "protocol.absentee_above_received", "absentee"),
        ({"outside": 601}, "protocol.outside_above_received", "outside"),
        ({"valid": 589}, "protocol.valid_is_sum_of_votes", "valid"),
        ({"valid": 591}, "protocol.valid_is_sum_of_votes", "valid"),
        ({"invalid": 11}, "protocol.more_votes_than_ballots", "valid"),
        ({"invalid": 9}, "protocol.ballots_taken_away", "received_ballots"),
        ({"stationary": 579}, "protocol.found_is_valid_and_invalid", "stationary"),
        ({"portable": 21}, "protocol.portable_above_outside", "portable"),
        ({"unused": 406}, "protocol.delivered_is_accounted_for", "delivered"),
        ({"spoiled": 4}, "protocol.delivered_is_accounted_for", "delivered"),
        ({"voters_listed": 1001}, "protocol.delivered_is_voters_and_reserve", "delivered"),
    ],
)
def test_an_equation_that_does_not_hold_is_found_at_its_field(
    change: dict[str, object], code: str, field: str
) -> None:
    assert found(change)[code] == field


def test_which_equations_are_hard_and_which_warn() -> None:
    warnings = {c.code for c in FORM.controls if c.severity is Severity.WARNING}

    assert warnings == {
        "protocol.ballots_taken_away",
        "protocol.portable_above_outside",
        "protocol.delivered_is_voters_and_reserve",
    }


@pytest.mark.parametrize("name", list(COUNTS))
@pytest.mark.parametrize("by", [-1, 1, 1000])
def test_every_changed_field_is_found_and_is_one_of_the_equations_fields(
    name: str, by: int
) -> None:
    if name in ("absentee", "outside") and by < 1000:
        return  # one voter more or less outside contradicts nothing else
    if name == "wrong_form":
        return  # ballots of another form are not counted, so no equation knows them
    value = COUNTS[name]
    assert isinstance(value, int)
    findings = protocol.check(FORM, COUNTS | {name: value + by}, VOTES, LISTS)

    assert findings
    for finding in findings:
        fields = finding.params.get("fields")
        assert name == finding.field or (isinstance(fields, tuple) and name in fields)


def test_a_finding_bears_both_sides_of_its_equation() -> None:
    (finding,) = [
        finding
        for finding in protocol.check(FORM, COUNTS | {"valid": 595}, VOTES, LISTS)
        if finding.code == "protocol.valid_is_sum_of_votes"
    ]

    assert dict(finding.params) == {
        "left": 595,
        "right": 590,
        "difference": 5,
        "relation": "=",
        "fields": ("valid", "votes"),
    }


@pytest.mark.parametrize("value", [-1, 1.5, "600", "６００", True, float("inf"), [], 6.0])
def test_what_is_no_whole_number_is_found_at_its_field(value: object) -> None:
    assert found({"valid": value}) == {"protocol.not_a_count": "valid"}
    assert found(votes={"auyl": value}) == {"protocol.not_a_count": "votes.auyl"}


def test_a_number_that_no_polling_station_has_is_found_at_its_field() -> None:
    assert found({"received_ballots": 10**30}) == {"protocol.too_large": "received_ballots"}
    assert found(votes={"auyl": 10_000_000}) == {"protocol.too_large": "votes.auyl"}
    assert "protocol.valid_is_sum_of_votes" in found(votes={"auyl": 9_999_999})


def test_empty_fields_are_found_once_and_hide_the_equations_over_them() -> None:
    assert found({"valid": None}) == {"protocol.missing": "valid"}
    assert found(votes={"auyl": None}) == {"protocol.missing": "votes.auyl"}


def test_votes_for_a_list_that_is_not_registered_here() -> None:
    assert found(votes={"adal": 1}) == {"protocol.unknown_list": "votes.adal"}


def test_a_field_that_the_form_does_not_have() -> None:
    assert found({"against_all": 0}) == {"protocol.unknown_field": "against_all"}


def test_an_empty_protocol_misses_every_required_field_and_list() -> None:
    findings = protocol.check(FORM, {}, {}, LISTS)

    required = [field.name for field in FORM.fields if field.required]
    assert [finding.field for finding in findings] == [*required, *(f"votes.{p}" for p in LISTS)]
    assert has_errors(findings)


def test_a_form_left_at_zeros_is_possible_and_remarked_on() -> None:
    zeros = dict.fromkeys(COUNTS, 0) | {"voters_listed": 1000}
    nobody = dict.fromkeys(LISTS, 0)

    warned = protocol.check(FORM, zeros, nobody, LISTS)

    (remark,) = (finding for finding in warned if finding.code == "protocol.nobody_voted")
    assert (remark.field, remark.params["voters"]) == ("received_ballots", 1000)
    assert not has_errors(warned)
    assert "protocol.nobody_voted" not in found({"voters_listed": 0, "received_ballots": 0})


def test_shymkent_2021_is_accepted_with_warnings() -> None:
    """348,644 issued, 332,206 for lists, 7,975 invalid: 8,463 ballots are unaccounted for."""
    counts = {
        "voters_listed": 617027,
        "delivered": 623197,
        "received_ballots": 348644,
        "absentee": 0,
        "outside": 0,
        "unused": 274553,
        "spoiled": 0,
        "valid": 332206,
        "invalid": 7975,
    }
    votes = {"nur-otan": 261213, "ak-zhol": 31876, "auyl": 31355, "kpk": 4351, "adal": 3411}

    (finding,) = protocol.check(FORM, counts, votes, tuple(votes))

    assert finding.code == "protocol.ballots_taken_away"
    assert finding.severity is Severity.WARNING
    assert finding.params["difference"] == 8463


def test_the_reserve_is_rounded_down() -> None:
    """617,027 voters and one per cent are 623,197.27 ballots."""
    assert "protocol.delivered_is_voters_and_reserve" not in found(
        {"voters_listed": 617027, "delivered": 623197}
    )
    assert "protocol.delivered_is_voters_and_reserve" in found(
        {"voters_listed": 617027, "delivered": 623198}
    )


def test_every_equation_is_over_fields_of_the_form() -> None:
    for control in FORM.controls:
        assert set(control.fields) <= {*FORM.names, protocol.VOTES}
        assert control.field in control.fields


def test_codes_of_equations_are_unique() -> None:
    codes = [control.code for control in FORM.controls]

    assert len(set(codes)) == len(codes)


def test_where_against_all_is_on_the_ballot_it_is_a_field_and_a_valid_vote() -> None:
    form = edition("maslikhat-2021").protocol
    counts = COUNTS | {"valid": 600, "invalid": 0, "against_all": 10}

    assert form.names == (*FORM.names, "against_all")
    assert protocol.check(form, counts, VOTES, LISTS) == ()
    (missing,) = protocol.check(form, counts | {"against_all": None}, VOTES, LISTS)
    assert (missing.code, missing.field) == ("protocol.missing", "against_all")
    (wrong,) = protocol.check(form, counts | {"against_all": 9}, VOTES, LISTS)
    assert (wrong.code, wrong.params["right"]) == ("protocol.valid_is_sum_of_votes", 599)


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_the_form_has_against_all_where_the_ballot_has_it(known: Edition) -> None:
    assert ("against_all" in known.protocol.names) is known.ballot.against_all.value


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_the_reserve_of_ballots_is_the_edition_s(known: Edition) -> None:
    (control,) = (
        one
        for one in known.protocol.controls
        if one.code == "protocol.delivered_is_voters_and_reserve"
    )

    assert control.right[0].factor == 1 + known.ballot.reserve.value
