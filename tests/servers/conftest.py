from pathlib import Path

import pytest

from tests.servers.clone import make_clone


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project for one portal at a time; the tests share what it has prepared."""
    return make_clone(tmp_path_factory.mktemp("run") / "tizim")
