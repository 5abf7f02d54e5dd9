import pytest
from django.contrib.auth import authenticate
from django.db import connection

from parties.models import User
from tests import people
from tests.sql import refused, run

pytestmark = pytest.mark.django_db


def test_an_address_is_one_account_in_whatever_case() -> None:
    people.asel()
    with refused("user_email_unique_in_any_case"):
        User.objects.create_user(email="ASEL@example.kz", password="x", name="Асель")


def test_one_signs_in_with_the_address_in_any_case() -> None:
    asel = people.asel()
    assert authenticate(username="Asel@Example.KZ", password=people.PASSWORD) == asel
    assert authenticate(username="asel@example.kz", password="wrong") is None


def test_the_address_is_found_through_its_index() -> None:
    people.asel()
    run("SET LOCAL enable_seqscan = off")
    query = User.objects.by_address("ASEL@example.kz")
    assert "user_email_unique_in_any_case" in query.explain()


def test_no_role_stands_on_the_account() -> None:
    with connection.cursor() as cursor:
        columns = {
            column.name
            for column in connection.introspection.get_table_description(cursor, "parties_user")
        }
    assert columns == {"id", "password", "email", "name", "language", "is_active", "is_superuser"}


def test_rights_are_asked_of_the_backends_even_for_an_administrator() -> None:
    asel, marat = people.asel(), people.marat()
    assert asel.is_staff
    assert asel.has_perm("elections.view_publication")
    assert asel.has_perm("parties.change_user")
    assert not asel.has_perm("elections.change_publication")
    assert not asel.has_perm("parties.delete_user")
    assert not asel.has_perm("nonsense")
    assert not marat.is_staff
    assert not marat.has_perm("elections.view_publication")


def test_a_closed_account_may_nothing() -> None:
    asel = people.asel()
    asel.is_active = False
    assert not asel.is_staff
    assert not asel.has_perm("elections.view_publication")
    assert not asel.has_module_perms("elections")


def test_an_account_needs_an_address_and_a_known_language() -> None:
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user(email="", password="x")
    people.marat()
    with refused("user_email_given"):
        run("UPDATE parties_user SET email = ''")
    with refused("user_language_known"):
        run("UPDATE parties_user SET language = 'de'")


def test_the_password_leaves_a_trace_and_no_copy() -> None:
    marat = people.marat()
    marat.set_password("another long password")
    marat.save(update_fields=["password"])
    events = run("SELECT pgh_label, to_jsonb(e) FROM parties_userevent e ORDER BY pgh_id")
    assert [label for label, _ in events] == ["insert", "update"]
    assert not any("password" in event for _, event in events)
