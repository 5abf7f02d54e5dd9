"""Rows → values of the law and back: the only place where both are known."""

from __future__ import annotations

from collections.abc import Mapping

from elections.law import editions
from elections.law.allocation import ListVotes
from elections.law.rules import AllocationRules, Edition
from elections.law.steps import fraction_text
from elections.models import Election

Json = dict[str, object]


def edition_of(election: Election) -> Edition:
    """Return the edition of the law that the election names; raises UnknownEditionError."""
    return editions.edition(election.edition)


def list_votes(votes: Mapping[str, int]) -> list[ListVotes]:
    """Return the law's lists from votes by party, without times of registration."""
    return [ListVotes(party, number) for party, number in votes.items()]


def allocation_parameters(rules: AllocationRules) -> Json:
    """Return what of an edition an allocation hangs on, to be stored beside it."""
    return {
        "threshold": fraction_text(rules.threshold.value),
        "threshold_base": rules.threshold_base.value.value,
        "tie": rules.tie.value.value,
        "second_list_factor": fraction_text(rules.second_list.value.factor),
        "second_list_minimum": rules.second_list.value.minimum,
    }


def edition_as_json(edition: Edition) -> Json:
    """Return the edition as a published body names it: code, citation and the threshold."""
    rules = edition.allocation
    return {
        "code": edition.code,
        "citation": edition.citation,
        "threshold": fraction_text(rules.threshold.value),
        "threshold_base": rules.threshold_base.value.value,
        "article": rules.threshold.article,
    }
