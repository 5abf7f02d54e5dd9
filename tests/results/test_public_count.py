"""The public page follows the count: provisional, being recomputed, final, corrected."""

import csv
import io
import json
import re

import pytest
from django.test import Client

from elections import submissions
from elections.models import Contest, Submission
from elections.results import lots, recompute, services
from portal.base import clock
from tests import factories
from tests.results.counting import NIGHT, Count
from tests.results.test_final import publish, recount

pytestmark = pytest.mark.django_db


def address(contest: Contest, language: str = "en") -> str:
    return f"/{language}/elections/{contest.election.slug}/{contest.territory.slug}/"


def read(client: Client, contest: Contest, language: str = "en") -> str:
    response = client.get(address(contest, language))
    assert response.status_code == 200
    return response.content.decode()


def data(client: Client, contest: Contest, kind: str) -> bytes:
    response = client.get(
        f"/elections/{contest.election.slug}/{contest.territory.slug}/result.{kind}"
    )
    assert response.status_code == 200
    return response.content


def test_before_the_first_protocol_there_are_lists_and_no_seats(client: Client) -> None:
    count = Count()
    count.fresh()
    page = read(client, count.contest)
    assert "Nothing is counted yet" in page
    assert "birinshi" in page
    assert "Provisional result" not in page


def test_a_count_says_how_far_it_is_and_when_it_changed(client: Client) -> None:
    count = Count(stations=3)
    count.confirm(1, 300, 100)
    with clock.at(NIGHT):
        count.fresh()
    page = read(client, count.contest)
    assert "Provisional result" in page
    assert "Polling stations counted: 1 of 3" in page
    assert "23:00 local time" in page
    assert "How were these seats computed?" in page


def test_the_old_numbers_stay_while_new_ones_are_computed(client: Client) -> None:
    count = Count(stations=3)
    count.confirm(1, 300, 100)
    count.fresh()
    count.confirm(2, 0, 900)
    page = read(client, count.contest)
    assert "Being recomputed" in page
    assert "Polling stations counted: 1 of 3" in page
    count.fresh()
    page = read(client, count.contest)
    assert "Being recomputed" not in page
    assert "Polling stations counted: 2 of 3" in page


def test_an_open_lot_leaves_its_seat_open_in_the_picture(client: Client) -> None:
    count = Count(stations=1, mandates=15, same_moment=True)
    count.contest.lists.update(registered_seq=None)
    count.confirm(1, 100, 100)
    count.fresh()
    page = read(client, count.contest)
    assert page.count('<circle class="open-seat"') == 2  # in the hemicycle and among the marks
    assert re.search(r'<text class="sum"[^>]*>15</text>', page)
    assert page.count("8 if it wins the lot") == 2
    assert "Remainders are equal: a lot is needed." in page
    assert "settled by lot" not in page


def test_page_json_and_csv_are_made_from_one_body(client: Client) -> None:
    count = Count(stations=3)
    count.confirm(1, 300, 100)
    body = count.fresh()
    assert json.loads(data(client, count.contest, "json")) == body
    rows = list(csv.DictReader(io.StringIO(data(client, count.contest, "csv").decode("utf-8-sig"))))
    assert [(row["party"], row["votes"], row["seats"]) for row in rows[:2]] == [
        ("birinshi", "300", "11"),
        ("ekinshi", "100", "4"),
    ]


def test_what_the_second_program_denies_is_not_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = Count(stations=3)
    count.confirm(1, 300, 100)
    count.fresh()
    count.confirm(2, 0, 900)
    with monkeypatch.context() as patched:
        patched.setattr("elections.verify.check", lambda body: ["seats differ"])
        recompute.make_fresh(count.contest.pk)
    page = read(client, count.contest)
    assert "Being recomputed" in page
    assert "Polling stations counted: 1 of 3" in page


def test_a_final_result_is_stamped_and_a_correction_names_what_differs(client: Client) -> None:
    count = Count(stations=2)
    count.confirm(1, 300, 100)
    count.confirm(2, 200, 100)
    count.fresh()
    first = publish(count)
    page = read(client, count.contest)
    assert "Final result" in page
    assert data(client, count.contest, "json") == first.body.encode()
    recount(count, 100, 200)
    assert "Final result" in read(client, count.contest)
    publish(count, reason="Interchanged.")
    page = read(client, count.contest)
    assert "Corrected result" in page
    assert "What differs from publication 1" in page


def test_an_open_lot_is_named(client: Client) -> None:
    count = Count(stations=1, mandates=15, same_moment=True)
    count.contest.lists.update(registered_seq=None)
    count.confirm(1, 100, 100)
    count.fresh()
    assert "A lot is needed." in read(client, count.contest)


def test_a_drawn_lot_says_who_won_when_and_where(client: Client) -> None:
    count = Count(stations=1, mandates=15, same_moment=True)
    count.contest.lists.update(registered_seq=None)
    count.confirm(1, 100, 100)
    count.fresh()
    asked = lots.open_lot(count.contest)
    assert asked
    lots.record_lot(
        count.contest,
        question_digest=asked.digest,
        outcome=["ekinshi"],
        drawn_at=NIGHT,
        place="Шымкент, Тәуке хан даңғылы 1",
        people="Сәуле, Тимур, Айгерім",
        second=count.timur,
        by=count.saule,
        at=NIGHT,
    )
    body = count.fresh()
    assert body["counting"]["lots"] == [
        body["allocation"]["lots"][0]
        | {"at": "2021-01-10T23:00:00+06:00", "place": "Шымкент, Тәуке хан даңғылы 1"}
    ]
    page = read(client, count.contest)
    assert "A lot was drawn." in page
    assert "A lot is needed." not in page
    sentence = page.partition("A lot was drawn.")[2].partition("</p>")[0]
    for part in ("birinshi, ekinshi", "23:00", "Шымкент, Тәуке хан даңғылы 1: ekinshi."):
        assert part in sentence
    # Who was there is the commission's own record.
    assert "Айгерім" not in page


def test_registered_lists_show_the_public_half_and_no_draft(client: Client) -> None:
    count = Count()
    row = count.lists[0]
    people = factories.fill(row)
    bodies = submissions.bodies(row, people, nonce="0" * 32)
    row.registered_submission = Submission.objects.create(
        list=row,
        number=1,
        public_body=bodies.public,
        private_body="",
        nonce=bodies.nonce,
        digest=bodies.digest,
        receipt_code="1" * 32,
        at=NIGHT,
        by=count.saule,
    )
    row.save()
    draft = factories.make_list(count.contest, factories.make_party("zhoba"))
    factories.make_candidate(draft, surname="Көрінбейтін")
    count.fresh()
    page = read(client, count.contest)
    assert str(people[0].full_name) in page
    assert "Көрінбейтін" not in page
    assert "zhoba" not in page
    assert str(people[0].iin) not in page


def test_practice_says_so_and_stands_apart_from_the_record(client: Client) -> None:
    count = Count(kind="practice", day_offset=-1, stations=1)
    count.contest.election.deadlines.update(local_date=None, day_offset=-1)
    count.fresh()
    page = read(client, count.contest)
    assert "This election is made up." in page
    # Also where a page is met without its head: in a list of results, a preview, a picture.
    assert "<title>Practice: " in page
    assert f'content="{count.contest.election.name_en}. ' in page
    assert '<meta name="robots" content="noindex">' in page
    csv_rows = csv.DictReader(io.StringIO(data(client, count.contest, "csv").decode("utf-8-sig")))
    assert {row["kind"] for row in csv_rows} == {"practice"}
    home = client.get("/en/").content.decode()
    assert 'id="practice"' in home
    assert f"/en/elections/{count.contest.election.slug}/" in home


def test_an_election_of_several_contests_says_how_far_each_is(client: Client) -> None:
    count = Count(stations=2)
    other = factories.make_contest(count.contest.election)
    count.confirm(1, 300, 100)
    recompute.sweep()
    response = client.get(f"/en/elections/{count.contest.election.slug}/")
    page = response.content.decode()
    assert "Polling stations counted: 1 of 2" in page
    assert f"/{other.territory.slug}/" in page
    neutral = client.get(f"/elections/{count.contest.election.slug}/result.json")
    assert neutral.status_code == 404


def test_a_replaced_practice_election_is_gone(client: Client) -> None:
    count = Count(kind="practice", day_offset=-1)
    count.fresh()
    count.contest.election.retired_at = NIGHT
    count.contest.election.save()
    assert client.get(address(count.contest)).status_code == 404
    assert client.get(f"/en/elections/{count.contest.election.slug}/").status_code == 404


def test_a_count_is_kept_by_caches_for_two_seconds_and_a_final_result_for_longer(
    client: Client,
) -> None:
    count = Count(stations=1)
    count.confirm(1, 300, 100)
    count.fresh()
    assert "max-age=2" in client.get(address(count.contest))["Cache-Control"]
    publish(count)
    assert "max-age=60" in client.get(address(count.contest))["Cache-Control"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_answers_in_every_language(client: Client, language: str) -> None:
    count = Count(stations=1)
    count.confirm(1, 300, 100)
    count.fresh()
    read(client, count.contest, language)
    services.reopen(count.protocol(), reason="a slip", by=count.zhanar, at=NIGHT)
    read(client, count.contest, language)
