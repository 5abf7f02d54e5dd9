from __future__ import annotations

import pytest

from elections.lists import services as lists
from elections.models import Contest, Notice, PartyList
from parties.models import User
from tests import factories, people


@pytest.fixture
def contest(db: None) -> Contest:
    return factories.make_contest()


@pytest.fixture
def party_list(contest: Contest) -> PartyList:
    party_list = factories.make_list(contest, factories.make_party("keleshek"))
    factories.fill(party_list)
    return party_list


@pytest.fixture
def official(party_list: PartyList) -> User:
    return people.aigerim(party_list.party, party_list.contest.territory)


def a_notice(
    party_list: PartyList, to: User, kind: str = "list_submitted", **more: object
) -> Notice:
    values = {"language": to.language, "created": factories.NOW} | more
    params = {"number": 1, "digest": "0f" * 32}
    return Notice.objects.create(
        to=to, kind=kind, list=party_list, contest=party_list.contest, params=params, **values
    )


def submit(party_list: PartyList, by: User) -> None:
    shown = lists.preview(party_list, at=factories.NOW)
    digest, nonce = shown.bodies.digest, shown.bodies.nonce
    lists.submit(party_list, nonce=nonce, shown_digest=digest, by=by, at=factories.NOW)
