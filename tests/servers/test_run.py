"""`make run`: a whole portal, started and asked."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal import embedded
from tests.servers.clone import (
    CLEAN,
    Run,
    command_lines,
    family,
    portal_run,
    status,
)

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc; no parent-death signal"),
]
Entry = tuple[int, int, int]  # mode and owner


@pytest.fixture(scope="module")
def before(clone: Path) -> dict[str, Entry]:
    return outside_var(clone)


@pytest.fixture(scope="module")
def running(clone: Path, before: dict[str, Entry]) -> Iterator[Run]:
    """One portal for all tests that only ask."""
    with portal_run(clone) as run:
        run.wait_until_ready()
        yield run


def outside_var(clone: Path) -> dict[str, Entry]:
    """Mode and owner of everything that is not below var/, the clone's parents included."""
    paths = [clone, *clone.parents]
    for root, folders, files in os.walk(clone):
        folders[:] = [name for name in folders if name not in ("var", ".venv")]
        paths += [Path(root, name) for name in (*folders, *files)]
    seen = {}
    for path in paths:
        entry = path.lstat()
        seen[str(path)] = (entry.st_mode, entry.st_uid, entry.st_gid)
    return seen


def test_serves_with_all_its_parts_and_changes_no_mode_or_owner_outside_var(
    clone: Path, before: dict[str, Entry], running: Run
) -> None:
    assert status(f"{running.address}healthz") == 200
    lines = command_lines(family(running.popen.pid))
    for part in ("/postgres -D", "valkey-server", "gunicorn portal.wsgi", " worker ", " beat "):
        assert any(part in line for line in lines), (part, lines)
    after = outside_var(clone)
    assert {path: after.get(path) for path in before} == before


def test_other_terminal_finds_the_servers_and_only_the_owner_may_read_where(running: Run) -> None:
    state = running.clone / "var" / "embedded.json"
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    found = subprocess.run(
        [".venv/bin/python", "manage.py", "migrate", "--check"],
        cwd=running.clone, env=CLEAN, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr


def test_second_run_in_the_clone_says_so_in_one_line(running: Run) -> None:
    second = subprocess.run(
        ["make", "run"], cwd=running.clone, env=CLEAN, capture_output=True, text=True, check=False
    )
    ours = [line for line in second.stderr.splitlines() if not line.startswith("make")]
    assert ours == [f"tizim: already running at {running.address} (process {running.supervisor()})"]
    assert "Error 1" in second.stderr
    assert status(f"{running.address}healthz") == 200


def test_tests_have_servers_of_their_own_beside_it(running: Run) -> None:
    show = 'echo "$DATABASE_URL"'
    beside = [".venv/bin/python", "-m", "portal.embedded", "--", "sh", "-c", show]
    done = subprocess.run(beside, cwd=running.clone, env=CLEAN, capture_output=True, check=True)
    state = embedded.read_state(running.clone / "var" / "embedded.json")
    assert state is not None
    assert done.stdout.startswith(b"postgresql://")
    assert state["database_url"] not in done.stdout.decode()


def test_passwords_stand_on_no_command_line(running: Run) -> None:
    state = embedded.read_state(running.clone / "var" / "embedded.json")
    assert state is not None
    passwords = [state[name].split("@")[0].rpartition(":")[2] for name in state if "url" in name]
    lines = "\n".join(command_lines(family(running.popen.pid)))
    assert len(passwords) == 2
    assert not [word for word in passwords if word in lines]
