"""What the tables of elections refuse, asked by SQL."""

from datetime import date

import pytest
from django.utils import timezone

from elections.models import Contest, Election, OfficialResult, PartyList
from parties.models import Party, Territory
from tests.sql import check_deferred, refused, run

pytestmark = pytest.mark.django_db

NAMES = {"name_kk": "Сайлау", "name_ru": "Выборы", "name_en": "Election"}


def territory(slug: str) -> Territory:
    fields = {"kind": "country", "time_zone": "Asia/Almaty"}
    return Territory.objects.create(slug=slug, **NAMES, **fields)


def election(kind: str) -> Election:
    return Election.objects.create(
        slug=kind, body="maslikhat", day=date(2021, 1, 10), kind=kind, edition="x", **NAMES
    )


@pytest.fixture
def contest(db: None) -> Contest:
    return Contest.objects.create(election=election("record"), territory=territory("first"))


@pytest.fixture
def live(db: None) -> Contest:
    return Contest.objects.create(
        election=election("live"), territory=territory("second"), mandates=15
    )


@pytest.fixture
def party(db: None) -> Party:
    return Party.objects.create(slug="auyl", colour="#43a668")


def test_mandates_may_be_unknown_only_in_a_record(contest: Contest, live: Contest) -> None:
    with refused("only in a record may the number of mandates be unknown"):
        run("UPDATE elections_contest SET mandates = NULL WHERE id = %s", live.pk)
    with refused("only in a record may the number of mandates be unknown"):
        Contest.objects.create(election=live.election, territory=contest.territory)


def test_the_kind_of_an_election_cannot_be_changed_under_its_contests(contest: Contest) -> None:
    with refused("election: kind, body, day cannot change"):
        run("UPDATE elections_election SET kind = 'live'")
    with refused("contest: election_id, territory_id cannot change"):
        run("UPDATE elections_contest SET election_id = %s", election("live").pk)


@pytest.mark.parametrize("mandates", [0, -1])
def test_mandates_are_above_zero(contest: Contest, mandates: int) -> None:
    with refused("mandates"):
        run("UPDATE elections_contest SET mandates = %s", mandates)


def test_an_election_has_one_contest_in_a_territory(contest: Contest) -> None:
    with refused("contest_one_per_territory"):
        Contest.objects.create(election=contest.election, territory=contest.territory)


@pytest.mark.parametrize("state", ["draft", "submitted", "in_review", "registered"])
def test_a_party_has_one_living_list(contest: Contest, party: Party, state: str) -> None:
    PartyList.objects.create(contest=contest, party=party, state="refused")
    PartyList.objects.create(contest=contest, party=party, state="annulled")
    PartyList.objects.create(contest=contest, party=party, state=state)
    with refused("list_one_living_per_party"):
        PartyList.objects.create(contest=contest, party=party, state="draft")


def test_no_two_lists_share_order_of_registration_or_place(contest: Contest, party: Party) -> None:
    other = Party.objects.create(slug="adal", colour="#7451c5")
    fields = {"contest": contest, "state": "registered", "registered_at": timezone.localtime()}
    PartyList.objects.create(party=party, registered_seq=1, ballot_position=1, **fields)
    with refused("list_order_of_registration_unique"):
        PartyList.objects.create(party=other, registered_seq=1, **fields)
    with refused("list_place_on_ballot_unique"):
        PartyList.objects.create(party=other, ballot_position=1, **fields)


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ("state = 'lost'", "list_state_known"),
        ("registered_seq = 1", "list_order_only_with_time"),
        ("registered_at = now()", "list_registered_at_only_once_registered"),
        ("ballot_position = 0", "list_place_on_ballot_above_zero"),
        ("present = 10, votes_for = 11", "list_votes_for_within_present"),
        ("present = 10, votes_for = 9, members = 9", "list_present_within_members"),
    ],
)
def test_a_list_cannot_contradict_itself(
    contest: Contest, party: Party, columns: str, constraint: str
) -> None:
    PartyList.objects.create(contest=contest, party=party)
    with refused(constraint):
        run(f"UPDATE elections_partylist SET {columns}")  # noqa: S608 (words of this test)


def test_only_a_record_has_official_results_and_figures(live: Contest, party: Party) -> None:
    party_list = PartyList.objects.create(contest=live, party=party)
    with refused("only a record has official results"):
        OfficialResult.objects.create(contest=live, list=party_list, votes=1, source="x")
    with refused("only a record has official figures"):
        run(
            "INSERT INTO elections_officialfigure"
            " (election_id, territory_id, code, value, preliminary, source)"
            " VALUES (%s, %s, 'valid', 1, false, 'x')",
            live.election_id,
            live.territory_id,
        )


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ("percent = 100.01", "official_result_percent_0_to_100"),
        ("percent = -0.01", "official_result_percent_0_to_100"),
        ("source = ''", "official_result_source_given"),
        ("votes = -1", "votes"),
        ("seats = -1", "seats"),
    ],
)
def test_an_official_result_is_possible_and_has_a_source(
    contest: Contest, party: Party, columns: str, constraint: str
) -> None:
    party_list = PartyList.objects.create(contest=contest, party=party)
    OfficialResult.objects.create(contest=contest, list=party_list, votes=1, source="x")
    with refused(constraint):
        run(f"UPDATE elections_officialresult SET {columns}")  # noqa: S608 (words of this test)


def test_a_result_belongs_to_a_list_of_its_own_contest(contest: Contest, party: Party) -> None:
    other = Contest.objects.create(election=contest.election, territory=territory("other"))
    party_list = PartyList.objects.create(contest=other, party=party)
    with refused("official_result_list_of_its_contest"):
        OfficialResult.objects.create(contest=contest, list=party_list, votes=1, source="x")
        check_deferred()


def test_the_digits_of_a_source_are_kept(contest: Contest, party: Party) -> None:
    party_list = PartyList.objects.create(contest=contest, party=party)
    for printed in ("9.1", "9.10", "9.60", "75.0", "100"):
        OfficialResult.objects.update_or_create(
            contest=contest, list=party_list, defaults={"percent": printed, "source": "x"}
        )
        assert str(OfficialResult.objects.get().percent) == printed
