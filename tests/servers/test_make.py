"""The Makefile on machines that lack something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from portal import embedded
from tests.servers.clone import CLEAN

pytestmark = pytest.mark.servers


def setup(place: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Run `make setup` where nothing is installed, with this Python alone."""
    for name in ("Makefile", "requirements-dev.txt"):
        (place / name).write_bytes((embedded.ROOT / name).read_bytes())
    fake = place / "python"
    fake.write_text(f"#!/bin/sh\n{python}\n")
    fake.chmod(0o755)
    command = ["make", "setup", f"PYTHON={fake}"]
    return subprocess.run(
        command, cwd=place, env=CLEAN, capture_output=True, text=True, check=False
    )


def test_names_the_package_where_the_venv_module_is_missing(tmp_path: Path) -> None:
    no_venv = f'case "$2" in *venv*) exit 1;; esac; exec {sys.executable} "$@"'
    done = setup(tmp_path, no_venv)
    said = done.stderr.splitlines()
    assert said[0] == "Python's venv module is missing: install the package python3-venv"
    assert len(said) == 2
    assert "Error 1" in said[1]
    assert not (tmp_path / ".venv").exists()


def test_names_the_python_it_needs(tmp_path: Path) -> None:
    done = setup(tmp_path, "exit 1")
    said = done.stderr.splitlines()
    assert said[0].startswith("Tizim needs Python 3.11, found: ")
    assert len(said) == 2
    assert not (tmp_path / ".venv").exists()


def test_installs_once_for_each_content_of_the_requirements(clone: Path) -> None:
    def asks_to_install() -> bool:
        done = subprocess.run(
            ["make", "setup", "PYTHON=false"], cwd=clone, env=CLEAN, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        return "Tizim needs Python 3.11" in done.stderr

    requirements = clone / "requirements-dev.txt"
    assert not asks_to_install()
    before = requirements.read_text()
    requirements.write_text(before + "# changed\n")
    assert asks_to_install()
    requirements.write_text(before)
    assert not asks_to_install()


def test_help_names_every_command() -> None:
    done = subprocess.run(
        ["make"], cwd=embedded.ROOT, env=CLEAN, capture_output=True, text=True, check=True
    )
    for command in ("setup", "run", "test", "check", "assets", "lock", "bench", "clean"):
        assert f"make {command} " in done.stdout
