"""The screens of the count: nothing typed is lost, each number is answered at its field."""

import re
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from elections.models import Entry, Lot, Publication, RefusedAttempt
from elections.results import lots, publishing, recompute, services
from parties.models import Territory, User
from portal.base import clock
from tests import factories, people
from tests.results.counting import NIGHT, Count
from tests.results.test_final import publish, recount

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_election_night() -> Any:
    with clock.at(NIGHT):
        yield


@pytest.fixture
def count() -> Count:
    return Count()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    user.language = "en"
    user.save()
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def saule(count: Count) -> Client:
    return signed_in(count.saule)


def form_of(count: Count, *votes: int, **fields: Any) -> dict[str, str]:
    typed = count.typed(*votes, **fields)
    posted = {name: "" if value is None else str(value) for name, value in typed["fields"].items()}
    return posted | {f"votes.{key}": str(value) for key, value in typed["votes"].items()}


def page_of(count: Count, number: int = 1) -> str:
    return reverse("admin:elections_protocol_change", args=[count.protocol(number).pk])


def enter(client: Client, count: Count, do: str = "confirm", **posted: str) -> Any:
    address = reverse("admin:elections_protocol_entry", args=[count.protocol().pk])
    return client.post(address, {"do": do} | posted)


def errors_of(page: str) -> set[str]:
    return set(re.findall(r'name="([^"]+)"[^>]*aria-invalid="true"', page))


def test_the_form_stands_in_the_editions_order(saule: Client, count: Count) -> None:
    page = saule.get(page_of(count)).content.decode()
    names = re.findall(r'<input id="id_([^"]+)" name=', page)
    assert names == [
        "voters_listed",
        "delivered",
        "received_ballots",
        "absentee",
        "outside",
        "unused",
        "spoiled",
        "stationary",
        "portable",
        "wrong_form",
        "valid",
        "invalid",
        *(f"votes.{row.pk}" for row in count.lists),
    ]


def test_a_whole_protocol_is_definitive_in_one_step(saule: Client, count: Count) -> None:
    response = enter(saule, count, **form_of(count, 300, 100))
    assert response.status_code == 302
    assert count.protocol().state == "definitive"
    page = saule.get(page_of(count)).content.decode()
    assert "Make definitive" not in page
    assert 'id="id_valid">400</output>' in page


def test_a_saved_entry_is_there_again(saule: Client, count: Count) -> None:
    enter(saule, count, do="save", voters_listed="900", valid="7")
    page = saule.get(page_of(count)).content.decode()
    assert 'name="voters_listed" value="900"' in page
    assert "Discard my entry" in page


@pytest.mark.parametrize(
    "typed", ["-1", "1" + "0" * 30, "١٢", "１２", "twelve", "1 200", "1,5", "", " ", "0x10", "1e3"]
)
def test_what_is_no_count_is_answered_at_its_field_and_stays(
    saule: Client, count: Count, typed: str
) -> None:
    posted = form_of(count, 300, 100) | {"invalid": typed}
    response = enter(saule, count, **posted)
    page = response.content.decode()
    assert response.status_code == 200
    assert "invalid" in errors_of(page)
    assert f'name="invalid" value="{typed}"' in page
    assert 'name="voters_listed" value="900"' in page
    assert not Entry.objects.exists()


@pytest.mark.parametrize("typed", ["-1", "1" + "0" * 30, "１２", "twelve"])
def test_wrong_votes_are_answered_at_their_list(saule: Client, count: Count, typed: str) -> None:
    name = f"votes.{count.lists[0].pk}"
    for do in ("save", "confirm"):
        page = enter(saule, count, do=do, **form_of(count, 300, 100) | {name: typed})
        assert errors_of(page.content.decode()) == {name}


def test_an_equation_that_does_not_hold_is_a_formula_with_its_numbers(
    saule: Client, count: Count
) -> None:
    page = enter(saule, count, **form_of(count, 300, 100, valid=399)).content.decode()
    assert errors_of(page) == {"valid"}
    assert "Valid ballots are the votes of all lists" in page
    assert "Differs by 1." in page
    assert re.search(r"<b>399</b>.*?≠.*?<b>400</b> <small>lines 13–14", page, re.DOTALL)


def test_a_warning_is_accepted_with_a_reason(saule: Client, count: Count) -> None:
    posted = form_of(count, 300, 100, received_ballots=410)
    page = enter(saule, count, **posted).content.decode()
    code = "protocol.ballots_taken_away"
    found = re.search(rf'name="input.{code}" value="([^"]+)"', page)
    assert found
    accepted = {f"reason.{code}": "Voters took seven away.", f"input.{code}": found[1]}
    changed = posted | {"received_ballots": "411"} | accepted
    assert enter(saule, count, **changed).status_code == 200
    assert not Entry.objects.exists()
    assert enter(saule, count, **posted | accepted).status_code == 302
    assert "Voters took seven away." in saule.get(page_of(count)).content.decode()


def test_who_types_reads_what_to_check_on_the_paper(saule: Client, count: Count) -> None:
    page = enter(saule, count, **form_of(count, 300, 100, received_ballots=410)).content.decode()
    assert "Ballots issued and not found: 7." in page
    assert "Voters may have taken them away: check, then give the reason." in page
    assert "your observer" not in page
    wrong = enter(saule, count, **form_of(count, 300, 100, valid=399)).content.decode()
    assert "Check the votes of each list and the number of valid ballots." in wrong


def test_a_station_where_nobody_voted_is_accepted_with_a_reason(
    saule: Client, count: Count
) -> None:
    posted = form_of(count, 0, 0, invalid=0, received_ballots=0, absentee=0, outside=0)
    page = enter(saule, count, **posted).content.decode()
    code = "protocol.nobody_voted"
    found = re.search(rf'name="input.{code}" value="([^"]+)"', page)
    assert found
    accepted = {f"reason.{code}": "The road was closed.", f"input.{code}": found[1]}
    assert enter(saule, count, **posted | accepted | {"voters_listed": "7"}).status_code == 200
    assert enter(saule, count, **posted | accepted).status_code == 302
    assert Entry.objects.get().accepted_warnings[0]["reason"] == "The road was closed."


def test_a_list_of_another_contest_is_refused(saule: Client, count: Count) -> None:
    foreign = factories.make_list(factories.make_contest(), factories.make_party("oqshau"))
    posted = form_of(count, 300, 100) | {f"votes.{foreign.pk}": "5"}
    response = enter(saule, count, **posted)
    assert response.status_code == 403
    assert "A list of another contest stands in this protocol." in response.content.decode()
    assert not Entry.objects.exists()


def test_the_same_form_sent_twice_is_one_entry(saule: Client, count: Count) -> None:
    for _ in range(2):
        assert enter(saule, count, **form_of(count, 300, 100)).status_code == 302
    assert Entry.objects.count() == 1


def test_the_second_is_told_and_keeps_what_was_typed(count: Count) -> None:
    enter(signed_in(count.saule), count, **form_of(count, 300, 100))
    timur = signed_in(count.timur)
    for typed in ("301", "three hundred", "1" + "0" * 30):
        posted = form_of(count, 300, 100) | {f"votes.{count.lists[0].pk}": typed}
        response = enter(timur, count, **posted)
        page = response.content.decode()
        assert response.status_code == 409
        assert count.saule.name in page
        assert typed in page.replace(",", "")


def test_two_who_save_are_shown_both_numbers(count: Count) -> None:
    enter(signed_in(count.saule), count, do="save", **form_of(count, 300, 100))
    response = enter(signed_in(count.timur), count, do="save", **form_of(count, 301, 100))
    page = response.content.decode()
    assert response.status_code == 409
    assert "Saved meanwhile: 300" in page
    assert f'name="votes.{count.lists[0].pk}" value="301"' in page


def test_the_chair_reopens_and_the_entry_before_stays(count: Count) -> None:
    count.confirm(1, 300, 100)
    address = reverse("admin:elections_protocol_reopen", args=[count.protocol().pk])
    chair = signed_in(count.zhanar)
    assert chair.post(address, {"reason": ""}).status_code == 200
    assert signed_in(count.saule).post(address, {"reason": "slip"}).status_code == 403
    assert chair.post(address, {"reason": "two digits interchanged"}).status_code == 302
    page = chair.get(page_of(count)).content.decode()
    assert "two digits interchanged" in page
    assert "Make definitive" in page


def test_another_commissions_clerk_finds_nothing(count: Count) -> None:
    other = signed_in(people.erlan(factories.make_commission(factories.make_territory())))
    protocol, contest = count.protocol().pk, count.contest.pk
    for name, pk in (
        ("protocol_change", protocol),
        ("protocol_history", protocol),
        ("protocol_entry", protocol),
        ("contest_change", contest),
        ("contest_lot", contest),
        ("contest_publish", contest),
    ):
        address = reverse(f"admin:elections_{name}", args=[pk])
        assert other.get(address).status_code == 404, name
        assert other.post(address).status_code == 404, name
    listed = other.get(reverse("admin:elections_protocol_changelist")).content.decode()
    assert "№ 1" not in listed


def test_a_record_has_no_pages_of_a_count() -> None:
    record = factories.make_contest(factories.make_election(kind="record"))
    asel = signed_in(people.asel())
    for name in ("lot", "publish", "protocols"):
        address = reverse(f"admin:elections_contest_{name}", args=[record.pk])
        assert asel.post(address).status_code == 404, name
    board = reverse("admin:elections_contest_change", args=[record.pk])
    assert asel.get(board).status_code == 200


@pytest.mark.parametrize("who", ["kamila", "asel"])
def test_who_only_reads_sees_no_form_and_posts_in_vain(count: Count, who: str) -> None:
    reader = signed_in(people.kamila(count.commission) if who == "kamila" else people.asel())
    page = reader.get(page_of(count))
    assert page.status_code == 200
    assert "Make definitive" not in page.content.decode()
    assert enter(reader, count, **form_of(count, 300, 100)).status_code == 403
    assert enter(reader, count, do="save", valid="twelve").status_code == 403
    assert RefusedAttempt.objects.filter(code="not_allowed").count() == 2
    assert not Entry.objects.exists()


def test_the_board_says_how_far_the_count_is(saule: Client, count: Count) -> None:
    count.confirm(1, 300, 100)
    address = reverse("admin:elections_contest_change", args=[count.contest.pk])
    page = saule.get(address).content.decode()
    assert re.search(r"1 <small>of 3", page)
    assert "being recomputed" in page
    recompute.make_fresh(count.contest.pk)
    assert "being recomputed" not in saule.get(address).content.decode()


def test_the_board_shows_the_clocks_of_the_territory(saule: Client, count: Count) -> None:
    count.confirm(1, 300, 100)
    Territory.objects.filter(pk=count.contest.territory_id).update(time_zone="Asia/Aqtau")
    address = reverse("admin:elections_contest_change", args=[count.contest.pk])
    shown = NIGHT.astimezone(ZoneInfo("Asia/Aqtau")).strftime("%H:%M")
    assert shown != NIGHT.astimezone(ZoneInfo("Asia/Almaty")).strftime("%H:%M")
    assert shown in saule.get(address).content.decode()


def test_the_board_leads_to_the_public_page_once_there_is_one(saule: Client, count: Count) -> None:
    address = reverse("admin:elections_contest_change", args=[count.contest.pk])
    public = f"/en/elections/{count.contest.election.slug}/{count.contest.territory.slug}/"
    assert public not in saule.get(address).content.decode()
    recompute.make_fresh(count.contest.pk)
    assert public in saule.get(address).content.decode()
    assert saule.get(public).status_code == 200


def test_a_lot_is_recorded_on_its_page() -> None:
    count = Count(stations=1, mandates=15, same_moment=True)
    count.contest.lists.update(registered_seq=None)
    count.confirm(1, 100, 100)
    recompute.make_fresh(count.contest.pk)
    client = signed_in(count.saule)
    address = reverse("admin:elections_contest_lot", args=[count.contest.pk])
    asked = lots.open_lot(count.contest)
    assert asked
    assert asked.digest in client.get(address).content.decode()
    posted = {
        "digest": asked.digest,
        "outcome": "ekinshi",
        "drawn_at": "2021-01-10T22:30",
        "place": "Шымкент",
        "people": "Сәуле, Тимур",
        "second": str(count.timur.pk),
    }
    page = client.post(address, posted | {"place": ""})
    assert page.status_code == 200
    assert "Сәуле, Тимур" in page.content.decode()
    assert client.post(address, posted | {"digest": "0" * 64}).status_code == 409
    assert client.post(address, posted).status_code == 302
    lot = Lot.objects.get()
    assert (lot.outcome, lot.drawn_at.hour) == (["ekinshi"], 16)
    kept = client.get(reverse("admin:elections_lot_change", args=[lot.pk])).content.decode()
    assert "birinshi Party, ekinshi Party" in kept
    assert re.search(r'class="readonly">ekinshi Party<', kept)


@pytest.mark.parametrize("who", ["kamila", "asel"])
def test_a_lot_is_read_without_a_form_by_who_does_not_record_it(who: str) -> None:
    count = Count(stations=1, mandates=15, same_moment=True)
    count.contest.lists.update(registered_seq=None)
    count.confirm(1, 100, 100)
    recompute.make_fresh(count.contest.pk)
    reader = signed_in(people.kamila(count.commission) if who == "kamila" else people.asel())
    address = reverse("admin:elections_contest_lot", args=[count.contest.pk])
    asked = lots.open_lot(count.contest)
    assert asked
    page = reader.get(address).content.decode()
    assert asked.digest in page
    assert 'name="place"' not in page
    assert "Record the lot" not in page
    board = reverse("admin:elections_contest_change", args=[count.contest.pk])
    shown = reader.get(board).content.decode()
    assert address in shown
    assert "Record the lot" not in shown
    answer = reader.post(address, {"place": "x"})
    assert answer.status_code == 403
    assert 'name="place"' not in answer.content.decode()


def test_a_protocols_history_says_who_did_what(saule: Client, count: Count) -> None:
    count.confirm(1, 300, 100)
    services.reopen(count.protocol(), reason="slip", by=count.zhanar, at=NIGHT)
    address = reverse("admin:elections_protocol_history", args=[count.protocol().pk])
    past = saule.get(address).context["past"]
    assert [event.who for event in past] == ["Жанар", "Сәуле", "Сәуле"]
    assert past[1].state == "definitive"


def test_two_people_publish_what_both_were_shown() -> None:
    count = Count(stations=1)
    count.confirm(1, 300, 100)
    recompute.make_fresh(count.contest.pk)
    saule, timur = signed_in(count.saule), signed_in(count.timur)
    address = reverse("admin:elections_contest_publish", args=[count.contest.pk])
    digest = publishing.preview(count.contest, at=NIGHT).digest
    assert digest in saule.get(address).content.decode()
    assert saule.post(address, {"digest": "0" * 64}).status_code == 409
    assert saule.post(address, {"digest": digest}).status_code == 302
    decision = count.contest.decisions.get()
    confirm = reverse("admin:elections_contest_confirm", args=[count.contest.pk, decision.pk])
    assert saule.post(confirm, {"digest": digest}).status_code == 409
    assert digest in timur.get(confirm).content.decode()
    assert timur.post(confirm, {"digest": digest}).status_code == 302
    assert Publication.objects.get().digest == digest


def test_who_proposes_and_who_confirms_a_correction_see_what_it_changes() -> None:
    count = Count(stations=2)
    count.confirm(1, 300, 100)
    count.confirm(2, 200, 100)
    recompute.make_fresh(count.contest.pk)
    publish(count)
    recount(count, 100, 200)
    saule, timur = signed_in(count.saule), signed_in(count.timur)
    address = reverse("admin:elections_contest_publish", args=[count.contest.pk])
    proposed = saule.get(address)
    assert shown_changes(proposed)["birinshi: votes"] == ("500", "400")
    digest = publishing.preview(count.contest, at=NIGHT).digest
    saule.post(address, {"digest": digest, "reason": "Interchanged."})
    decision = count.contest.decisions.order_by("-pk")[0]
    confirm = reverse("admin:elections_contest_confirm", args=[count.contest.pk, decision.pk])
    assert shown_changes(timur.get(confirm)) == shown_changes(proposed)
    timur.post(confirm, {"digest": digest})
    assert Publication.objects.get(number=2).digest == digest


def shown_changes(page: Any) -> dict[str, tuple[str, str]]:
    """Read the table of what a correction changes: name → before, after."""
    table = page.content.decode().partition('id="changes"')[2].partition("</table>")[0]
    rows = re.findall(r'scope="row">(.*?)</th><td[^>]*>(.*?)</td><td[^>]*><b>(.*?)</b>', table)
    return {name: (before, after) for name, before, after in rows}


def test_the_equations_follow_what_is_typed_and_nothing_is_saved() -> None:
    count = Count(stations=1)
    saule, address = signed_in(count.saule), count.protocol()
    check = reverse("admin:elections_protocol_check", args=[address.pk])
    first, second = (f"votes.{row.pk}" for row in count.lists)
    typed = {"valid": "400", first: "300", second: "90"}
    text = saule.post(check, typed).content.decode()
    assert "1 does not hold" in text
    assert "Differs by 10." in text
    assert "does not hold" not in saule.post(check, typed | {second: "100"}).content.decode()
    for strange in ("x", "-1", "９", "9" * 50, ""):
        assert saule.post(check, typed | {second: strange}).status_code == 200
    assert not Entry.objects.exists()


def test_a_proposal_is_sent_back_from_the_board() -> None:
    count = Count(stations=1)
    count.confirm(1, 300, 100)
    recompute.make_fresh(count.contest.pk)
    digest = publishing.preview(count.contest, at=NIGHT).digest
    decision = publishing.propose_publication(
        count.contest, shown_digest=digest, by=count.saule, at=NIGHT
    )
    close = reverse("admin:elections_contest_close", args=[count.contest.pk, decision.pk])
    timur = signed_in(count.timur)
    assert timur.post(close, {"reason": ""}).status_code == 200
    assert timur.post(close, {"reason": "Look at station 1."}).status_code == 302
    decision.refresh_from_db()
    assert decision.state == "sent_back"


@pytest.mark.parametrize("stations", [3, 30])
def test_lists_and_boards_cost_the_same_however_many_stations(
    stations: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    count = Count(stations=stations)
    for number in range(1, stations + 1):
        count.confirm(number, 300, number)
    client = signed_in(count.saule)
    for name, args, queries in (
        ("protocol_changelist", [], 13),
        ("contest_change", [count.contest.pk], 17),
    ):
        with django_assert_num_queries(queries):
            client.get(reverse(f"admin:elections_{name}", args=args))


def test_protocols_are_prepared_by_a_button(saule: Client, count: Count) -> None:
    factories.make_precinct(count.contest.territory, 77)
    address = reverse("admin:elections_contest_protocols", args=[count.contest.pk])
    assert saule.post(address).status_code == 302
    assert count.contest.protocols.count() == 4
    assert services.open_protocols(count.contest, by=count.saule, at=NIGHT) == 0
