"""Who acts is said once per transaction and ends with it."""

from __future__ import annotations

import uuid

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction

from portal.base import audit
from tests.lab.models import Specimen, SpecimenEvent


def names() -> list[str | None]:
    return [
        context and context["by"]
        for context in SpecimenEvent.objects.order_by("pgh_id").values_list(
            "pgh_context", flat=True
        )
    ]


@pytest.mark.django_db
def test_a_user_is_named_by_key_and_sign_in_name() -> None:
    user = get_user_model().objects.create_user(email="saule@example.kz", password="x" * 20)
    with audit.acting(by=user, why="lab.tried"):
        Specimen.objects.create(name="one")
    context = SpecimenEvent.objects.get().pgh_context
    assert (context["by"], context["user"]) == ("saule@example.kz", user.pk)


@pytest.mark.django_db
def test_acting_inside_acting_is_refused_and_the_outer_name_stays() -> None:
    with audit.acting(by="saule", why="outer"):
        with (
            pytest.raises(audit.NestedActingError, match="'inner'"),
            audit.acting(by="timur", why="inner"),
        ):
            pass
        Specimen.objects.create(name="one")
    assert names() == ["saule"]


@pytest.mark.django_db
def test_what_is_written_after_acting_bears_no_name() -> None:
    with audit.acting(by="saule", why="lab.tried"):
        Specimen.objects.create(name="one")
    Specimen.objects.create(name="two")
    assert names() == ["saule", None]


@pytest.mark.django_db
def test_one_act_after_another_in_one_transaction_each_have_their_name() -> None:
    for name in ("saule", "timur"):
        with audit.acting(by=name, why="lab.tried"):
            Specimen.objects.create(name="one")
    assert names() == ["saule", "timur"]
    assert len(set(SpecimenEvent.objects.values_list("pgh_context_id", flat=True))) == 2


@pytest.mark.django_db
def test_a_failed_act_leaves_neither_rows_nor_name() -> None:
    def fail() -> None:
        with audit.acting(by="saule", why="lab.tried"):
            Specimen.objects.create(name="one")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    Specimen.objects.create(name="two")
    assert names() == [None]
    with audit.acting(by="timur", why="lab.tried"):
        Specimen.objects.create(name="three")
    assert names() == [None, "timur"]


@pytest.mark.django_db(transaction=True)
def test_acting_opens_the_transaction_that_the_name_lives_in() -> None:
    with audit.acting(by="saule", why="lab.tried"):
        assert connection.in_atomic_block
        Specimen.objects.create(name="one")
    Specimen.objects.create(name="two")
    assert names() == ["saule", None]


@pytest.mark.django_db(transaction=True)
def test_what_runs_after_the_commit_may_act_in_its_turn() -> None:
    def follow() -> None:
        with audit.acting(by="follower", why="lab.followed"):
            Specimen.objects.create(name="two")

    with audit.acting(by="saule", why="lab.tried"):
        Specimen.objects.create(name="one")
        transaction.on_commit(follow)
    assert names() == ["saule", "follower"]


@pytest.mark.django_db
@pytest.mark.parametrize(("by", "why"), [("", "lab.tried"), ("saule", "")])
def test_acting_needs_a_name_and_a_reason(by: str, why: str) -> None:
    with pytest.raises(ValueError, match="a name and a reason"), audit.acting(by=by, why=why):
        pass


@pytest.mark.django_db
def test_a_name_with_quotes_and_backslashes_arrives_as_it_is() -> None:
    name = """O'Brien "\\" Қ; DROP TABLE lab_specimen; --"""
    with audit.acting(by=name, why="lab.tried") as act:
        Specimen.objects.create(name="one")
    assert names() == [name]
    assert isinstance(act.id, uuid.UUID)
