"""The admin of the record: read, never written; accounts are kept there."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from elections.models import Contest, Publication
from parties.models import User
from tests import people
from tests.sql import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

READ = [
    ("elections", name)
    for name in (
        "election",
        "contest",
        "partylist",
        "officialresult",
        "officialfigure",
        "allocation",
        "publication",
    )
] + [("parties", "territory"), ("parties", "party")]


@pytest.mark.parametrize(("app", "model"), READ)
def test_an_administrator_reads_and_is_offered_nothing_else(
    client_of_asel: Client, app: str, model: str
) -> None:
    listing = client_of_asel.get(reverse(f"admin:{app}_{model}_changelist"))
    assert listing.status_code == 200
    rows = listing.context["cl"].result_list
    assert rows
    assert b"deletelink" not in listing.content
    assert b"addlink" not in listing.content
    page = client_of_asel.get(reverse(f"admin:{app}_{model}_change", args=[rows[0].pk]))
    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    for verb in ("change", "delete"):
        address = reverse(f"admin:{app}_{model}_{verb}", args=[rows[0].pk])
        assert client_of_asel.post(address, {"post": "yes"}).status_code == 403
    assert client_of_asel.get(reverse(f"admin:{app}_{model}_add")).status_code == 403


@pytest.mark.parametrize(("app", "model"), READ)
def test_a_list_costs_the_same_whatever_its_length(
    client_of_asel: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    app: str,
    model: str,
) -> None:
    address = reverse(f"admin:{app}_{model}_changelist")
    # Session, account, two counts, rows, and what the filters list; the queue also counts behind
    # each of its three filters, and reads deadlines and the parties' names.
    with django_assert_max_num_queries(13 if model == "partylist" else 8):
        assert client_of_asel.get(address).status_code == 200


def test_a_search_finds_a_territory_by_its_kazakh_name(client_of_asel: Client) -> None:
    address = reverse("admin:elections_contest_changelist")
    found = client_of_asel.get(address, {"q": "Шымкент"}).context["cl"].result_list
    assert [contest.territory.slug for contest in found] == ["shymkent"]


def test_who_has_no_room_is_shown_the_door(client_of_marat: Client, client: Client) -> None:
    address = reverse("admin:elections_publication_changelist")
    for visitor in (client_of_marat, client):
        answer = visitor.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("admin:login"))


def test_an_administrator_adds_and_changes_an_account_and_is_named_for_it(
    client_of_asel: Client,
) -> None:
    fields = {
        "email": "saule@example.kz",
        "name": "Сәуле",
        "language": "ru",
        "usable_password": "true",
        "password1": people.PASSWORD,
        "password2": people.PASSWORD,
    }
    assert client_of_asel.post(reverse("admin:parties_user_add"), fields).status_code == 302
    saule = User.objects.get(email="saule@example.kz")
    assert saule.check_password(people.PASSWORD)
    assert not saule.is_superuser
    changed = {"email": "saule@example.kz", "name": "Сәуле", "language": "kk"}
    address = reverse("admin:parties_user_change", args=[saule.pk])
    assert client_of_asel.post(address, changed).status_code == 302
    saule.refresh_from_db()
    assert (saule.language, saule.is_active) == ("kk", False)
    events = run(
        "SELECT pgh_context ->> 'by', pgh_context ->> 'why' FROM parties_userevent"
        " WHERE id = %s ORDER BY pgh_id",
        saule.pk,
    )
    assert events == [
        ("asel@example.kz", "account.added"),
        ("asel@example.kz", "account.changed"),
    ]


def test_an_administrator_sets_a_password_and_is_named_for_it(client_of_asel: Client) -> None:
    marat = people.marat()
    fields = {"password1": "quite another word", "password2": "quite another word"}
    address = reverse("admin:auth_user_password_change", args=[marat.pk])
    answer = client_of_asel.post(address, fields | {"usable_password": "true"})
    assert answer.status_code == 302
    marat.refresh_from_db()
    assert marat.check_password("quite another word")
    assert run(
        "SELECT pgh_context ->> 'why' FROM parties_userevent WHERE id = %s"
        " AND pgh_label = 'update'",
        marat.pk,
    ) == [("account.password_set",)]


def test_no_account_is_deleted(client_of_asel: Client) -> None:
    marat = people.marat()
    address = reverse("admin:parties_user_delete", args=[marat.pk])
    assert client_of_asel.post(address, {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=marat.pk).exists()


def test_there_is_no_second_vocabulary_of_groups(client_of_asel: Client) -> None:
    page = client_of_asel.get(reverse("admin:index"))
    assert b"/admin/auth/group/" not in page.content
    assert b"/admin/elections/publication/" in page.content


def test_the_record_has_what_the_lists_show() -> None:
    assert Contest.objects.count() == Publication.objects.count() == 217
