from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Everything as `make run` loads it, once for all tests of a file; what the command said."""
    said = StringIO()
    with django_db_blocker.unblock():
        call_command("load_demo", stdout=said)
    yield said.getvalue()
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)
