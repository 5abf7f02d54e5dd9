"""What a commission's queue costs with 5,000 lists, against the same page with 50.

Two commissions in one database: a clerk of each opens the queue's first page, with its filters and
their counts. The number of queries must not hang on the number of lists.
"""

from __future__ import annotations

import itertools
from functools import partial

from bench import database  # before all that needs Django

# isort: split
from django.test import Client

from bench.harness import compare, report
from elections.models import Contest, Election, PartyList, Submission
from parties.models import Party, User
from portal.base import clock
from tests import factories, people

QUEUE = "/admin/elections/partylist/"
# Parties and contests of the two commissions.
SMALL, LARGE = (10, 5), (50, 100)
# The page counts every filter's rows, so its time grows with them, but far less than they do.
LIMITS = {"5,000 lists": 8.0}
_numbers = itertools.count(1)


def fill(clerk: User, official: User, parties: list[Party], contests: int) -> None:
    """Give a commission with a clerk, and a list of each party in each of its contests."""
    places = [factories.make_contest(_election()) for _ in range(contests)]
    commission = places[0].commission
    assert commission is not None
    Contest.objects.filter(pk__in=[place.pk for place in places]).update(commission=commission)
    people.clerk(clerk, commission)
    states = itertools.cycle(("submitted", "submitted", "in_review", "refused"))
    rows = PartyList.objects.bulk_create(
        PartyList(contest=place, party=party, state=next(states))
        for place in places
        for party in parties
    )
    Submission.objects.bulk_create((_submission(row, official) for row in rows), batch_size=1000)


def _election() -> Election:
    found = Election.objects.first()
    return found or factories.make_election()


def _submission(row: PartyList, by: User) -> Submission:
    return Submission(
        list=row,
        number=1,
        public_body="{}",
        private_body="",
        nonce="0" * 64,
        digest=f"{row.pk:064x}",
        receipt_code=f"{row.pk:032x}",
        at=factories.NOW,
        by=by,
    )


def signed_in(name: str, parties: list[Party], contests: int, official: User) -> Client:
    clerk = people.account(name, f"{name}@example.kz")
    fill(clerk, official, parties, contests)
    client = Client()
    client.force_login(clerk)
    return client


def main() -> bool:
    """Measure the queue of a small and of a large commission."""
    with database.fresh(), clock.at(factories.NOW):
        official = people.account("official", "official@example.kz")
        parties = [factories.make_party() for _ in range(LARGE[0])]
        small = signed_in("small", parties[: SMALL[0]], SMALL[1], official)
        large = signed_in("large", parties, LARGE[1], official)
        clients = {"50 lists": small, "5,000 lists": large}
        for client, (party_count, contest_count) in ((small, SMALL), (large, LARGE)):
            shown = client.get(QUEUE).context["cl"].result_count
            assert shown == party_count * contest_count
        counts = {name: database.queries(client, QUEUE) for name, client in clients.items()}
        kept = database.same_queries("the queue", counts)
        lines = compare(
            ("50 lists", partial(small.get, QUEUE)),
            {"5,000 lists": partial(large.get, QUEUE)},
            limits=LIMITS,
        )
        return report("A commission's queue", lines) and kept
