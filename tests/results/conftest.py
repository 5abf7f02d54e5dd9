import shutil
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from elections.management.commands.load_demo import RECORD

Edit = Callable[[str, str, str], Path]


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The elections of 10 January 2021 as `make run` loads them, once for all tests of a file."""
    with django_db_blocker.unblock():
        call_command("load_demo", only_record=True, stdout=StringIO())
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Return a function that puts a wrong word into a copy of the record's files."""
    directory = tmp_path / "record"
    shutil.copytree(RECORD, directory)

    def edit(file: str, right: str, wrong: str) -> Path:
        path = directory / file
        text = path.read_text(encoding="utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        return directory

    return edit
