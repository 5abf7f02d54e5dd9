"""Published means frozen: allocation and publication are written once."""

import pytest
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError

from elections import frozen
from elections.models import Allocation, Publication
from tests.sql import check_deferred, refused, run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

CHANGES = [
    ("UPDATE elections_publication SET kind = 'corrected'", "publication: never changed"),
    ("UPDATE elections_publication SET body = body", "publication: never changed"),
    ("DELETE FROM elections_publication", "publication: never deleted"),
    ("UPDATE elections_allocation SET version = version + 1", "allocation: never changed"),
    ("DELETE FROM elections_allocation", "allocation: never deleted"),
]


@pytest.mark.parametrize(("statement", "refusal"), CHANGES)
def test_nobody_changes_what_was_published(statement: str, refusal: str) -> None:
    with refused(refusal):
        run(statement)


@pytest.mark.parametrize("table", ["elections_publication", "elections_allocation"])
def test_nobody_empties_the_tables(table: str) -> None:
    with pytest.raises(DatabaseError, match="never emptied"), transaction.atomic():
        run(f"TRUNCATE {table} CASCADE")


def test_the_switch_of_the_trigger_library_opens_nothing() -> None:
    run("SET LOCAL pgtrigger.ignore = '{all}'")
    with refused("never changed"):
        run("UPDATE elections_publication SET kind = 'corrected'")


def test_the_models_refuse_as_well() -> None:
    with refused("never changed"):
        Publication.objects.update(kind="corrected")
    with pytest.raises(ProtectedError):
        Allocation.objects.all().delete()


def publication(**fields: object) -> Publication:
    """Give a copy of a publication that differs in these fields and is not stored yet."""
    copy = Publication.objects.get(contest__territory__slug="shymkent", number=1)
    copy.pk = None
    for field, value in fields.items():
        setattr(copy, field, value)
    return copy


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"body": "{}"}, "publication_digest_of_its_body"),
        ({"digest": "0" * 64}, "publication_digest_of_its_body"),
        ({"source": ""}, "publication_source"),
        ({"published_by": ""}, "publication_by_given"),
        ({"kind": "rumour"}, "publication_kind_known"),
        ({"number": 0}, "publication_number_above_zero|publication_first_supersedes_nothing"),
        ({"number": 2}, "publication_first_supersedes_nothing"),
        ({}, "publication_number_unique"),
    ],
)
def test_a_publication_that_contradicts_itself_is_refused(
    fields: dict[str, object], refusal: str
) -> None:
    copy = publication(**fields)
    with refused(refusal):
        copy.save(force_insert=True)


def test_a_correction_names_the_difference_and_its_predecessor() -> None:
    first = Publication.objects.get(contest__territory__slug="shymkent")
    fields = {"number": 2, "kind": "corrected", "supersedes": first}
    with refused("publication_names_the_difference"):
        publication(**fields).save(force_insert=True)
    second = publication(**fields, difference={"votes": 1})
    second.save(force_insert=True)
    assert list(Publication.objects.filter(contest=first.contest).current()) == [second]
    third = publication(number=3, kind="corrected", supersedes=first, difference={"votes": 2})
    with refused("supersedes"):
        third.save(force_insert=True)


@pytest.mark.parametrize("field", ["allocation", "supersedes"])
def test_a_publication_hangs_on_its_own_contest(field: str) -> None:
    other = Publication.objects.get(contest__territory__slug="rudnyy")
    first = Publication.objects.get(contest__territory__slug="shymkent")
    fields = {"number": 2, "difference": {}, "supersedes": first}
    fields[field] = other if field == "supersedes" else other.allocation
    with refused(f"publication_{field}"):
        publication(**fields).save(force_insert=True)
        check_deferred()


def test_an_allocation_is_one_for_a_version() -> None:
    copy = Allocation.objects.get(contest__territory__slug="shymkent")
    copy.pk = None
    with refused("allocation_one_per_version"):
        copy.save(force_insert=True)


def test_who_published_stands_in_the_history_without_the_body() -> None:
    rows = run(
        "SELECT pgh_label, pgh_context ->> 'by', pgh_context ->> 'why', digest IS NOT NULL"
        " FROM elections_publicationevent"
    )
    assert len(rows) == Publication.objects.count()
    assert set(rows) == {("insert", "load_demo", "record.loaded", True)}
    columns = run(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = 'elections_publicationevent'"
    )
    assert ("digest",) in columns
    assert ("body",) not in columns


def test_a_digest_is_that_of_the_bytes() -> None:
    for text, digest in Publication.objects.values_list("body", "digest"):
        assert frozen.digest(text) == digest
