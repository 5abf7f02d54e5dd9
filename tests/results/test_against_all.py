"""“Against all” in an election under the law since 24 May 2021: typed in, valid, in the base."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from elections import verify
from elections.refusals import Refused
from portal.base import clock
from tests.results.counting import NIGHT, Count

pytestmark = pytest.mark.django_db
# The second list has 5 per cent of the votes for lists, and less of all valid votes.
VOTES = (950, 50)


def count_of(edition: str) -> Count:
    return Count(stations=1, mandates=15, edition=edition)


def shown(body: dict[str, Any]) -> dict[str, str]:
    return {row["code"]: row["value"] for row in body["figures"]}


def test_the_form_asks_for_it_where_the_edition_has_it() -> None:
    count = count_of("maslikhat-2021")
    client = Client()
    client.force_login(count.saule)
    with clock.at(NIGHT):
        page = client.get(
            reverse("admin:elections_protocol_change", args=[count.protocol().pk])
        ).content.decode()

    assert re.findall(r'<input id="id_(against_all)" name=', page) == ["against_all"]


def test_it_is_a_valid_vote_and_part_of_the_base() -> None:
    count = count_of("maslikhat-2021")
    count.confirm(1, *VOTES, against_all=10, valid=1010, received_ballots=1013)

    body = count.fresh()
    assert body["edition"]["threshold"] == "1/20"
    assert body["input"]["base"] == 1010
    assert shown(body)["against_all"] == "10"
    passed = {row["party"]: row["passed"] for row in body["allocation"]["parties"]}
    assert passed == {"birinshi": True, "ekinshi": False}
    assert verify.check(body) == []


def test_without_such_votes_the_same_list_passes() -> None:
    count = count_of("maslikhat-2021")
    count.confirm(1, *VOTES, against_all=0)

    body = count.fresh()
    assert body["input"]["base"] == 1000
    assert shown(body)["against_all"] == "0"
    assert all(row["passed"] for row in body["allocation"]["parties"])
    assert verify.check(body) == []


def test_where_it_is_not_on_the_ballot_no_page_speaks_of_it() -> None:
    count = count_of("maslikhat-2020")
    count.confirm(1, *VOTES)

    assert "against_all" not in shown(count.fresh())


def test_a_base_that_the_figures_shown_do_not_give_is_found() -> None:
    count = count_of("maslikhat-2021")
    count.confirm(1, *VOTES, against_all=10, valid=1010, received_ballots=1013)
    body = count.fresh()
    for row in body["figures"]:
        if row["code"] == "against_all":
            row["value"] = "9"

    assert verify.check(body) == ["votes against all: published 9, by the base 10"]


def test_the_reader_sees_how_many_were_against_all(client: Client) -> None:
    count = count_of("maslikhat-2021")
    count.confirm(1, *VOTES, against_all=10, valid=1010, received_ballots=1013)
    count.fresh()
    place = [count.contest.election.slug, count.contest.territory.slug]
    with translation.override("en"):
        page = client.get(reverse("public:contest", args=place)).content.decode()

    assert re.search(r"Votes against all</dt>\s*<dd>10\b", page)


@pytest.mark.parametrize(
    ("edition", "fields"),
    [
        ("maslikhat-2021", {}),  # missing
        ("maslikhat-2021", {"against_all": 10}),  # not among the valid ballots
        ("maslikhat-2020", {"against_all": 0}),  # no such field
    ],
)
def test_a_protocol_that_does_not_fit_its_edition_is_refused(
    edition: str, fields: dict[str, int]
) -> None:
    with pytest.raises(Refused):
        count_of(edition).confirm(1, *VOTES, **fields)
