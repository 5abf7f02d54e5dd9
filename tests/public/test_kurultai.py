"""The Kurultai: one constituency, the country, under an edition of its own."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from elections import verify
from tests import factories
from tests.results.counting import Count

pytestmark = pytest.mark.django_db
TITLES = {"kk": "Құрылтай", "ru": "Курултай", "en": "Kurultai"}


def counted() -> Count:
    count = Count(
        stations=1,
        mandates=145,
        territory=factories.make_country(),
        body="kurultai",
        edition="kurultai-2026",
    )
    # 5 per cent of the valid votes, those against all among them, to the vote.
    count.confirm(1, 940, 50, against_all=10, valid=1000, received_ballots=1003)
    return count


def test_it_is_counted_by_its_edition() -> None:
    body = counted().fresh()

    assert (body["election"]["body"], body["edition"]["threshold"]) == ("kurultai", "1/20")
    seats = {row["party"]: row["seats"] for row in body["allocation"]["parties"]}
    assert seats == {"birinshi": 138, "ekinshi": 7}
    assert verify.check(body) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_its_page_calls_it_by_its_name(client: Client, language: str) -> None:
    count = counted()
    count.fresh()
    with translation.override(language):
        page = client.get(reverse("public:election", args=[count.contest.election.slug]))
        found = client.get(reverse("public:search"), {"q": "kazakhstan"})

    assert page.status_code == found.status_code == 200
    text = page.content.decode()
    assert TITLES[language] in text
    assert "145" in text
    # No word of the body that it replaced, and none of a maslikhat's method.
    for other in ("Мәжіліс", "Мажилис", "Majilis", "maslikhat", "маслихат", "мәслихат"):
        assert other not in text.partition("<main")[2].partition("</main")[0]


def test_no_other_body_is_known() -> None:
    with pytest.raises(IntegrityError, match="election_body_known"), transaction.atomic():
        factories.make_election(body="senate")
