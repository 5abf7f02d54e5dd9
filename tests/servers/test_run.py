"""`make run`: whole portals, started, asked and killed."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal import embedded
from tests.servers.clone import CLEAN, Run, alive, family, make_clone, marks, portal_run

pytestmark = [
    pytest.mark.servers,
    pytest.mark.xdist_group("servers"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc; no parent-death signal"),
]
SUPERVISOR = (".venv/bin/python", "-m", "portal.run")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clone(tmp_path_factory.mktemp("run") / "tizim")


@pytest.fixture
def running(clone: Path) -> Iterator[Run]:
    with portal_run(clone) as run:
        run.wait_until_ready()
        yield run


def status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return int(answer.status)


def command_lines(pids: set[int]) -> list[str]:
    return [Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ") for pid in pids]


def outside_var(clone: Path) -> dict[str, tuple[int, int, int]]:
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


def test_serves_with_database_broker_worker_and_beat_and_ends_with_ctrl_c(clone: Path) -> None:
    before = outside_var(clone)
    with portal_run(clone) as run:
        run.wait_until_ready()
        assert status(f"{run.address}healthz") == 200
        everything = run.everything()
        lines = command_lines({pid for pid, _ in everything})
        for part in ("/postgres -D", "valkey-server", "gunicorn portal.wsgi", " worker ", " beat "):
            assert any(part in line for line in lines), (part, lines)
        os.killpg(run.popen.pid, signal.SIGINT)
        seconds, left = run.wait_for_end(everything)
        assert not left
        assert seconds < 10
        assert "tizim: stopped" in run.said
    after = outside_var(clone)
    assert {path: after[path] for path in before} == before
    assert not (clone / "var" / "embedded.json").exists()


def test_other_terminal_finds_the_servers_and_only_the_owner_may_read_where(running: Run) -> None:
    state = running.clone / "var" / "embedded.json"
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    found = subprocess.run(
        [".venv/bin/python", "manage.py", "migrate", "--check"],
        cwd=running.clone, env=CLEAN, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr

    second = subprocess.run(
        ["make", "run"], cwd=running.clone, env=CLEAN, capture_output=True, text=True, check=False
    )
    ours = [line for line in second.stderr.splitlines() if not line.startswith("make")]
    assert ours == [f"tizim: already running at {running.address} (process {running.supervisor()})"]
    assert "Error 1" in second.stderr
    assert status(f"{running.address}healthz") == 200

    beside = [".venv/bin/python", "-m", "portal.embedded", "--data", "var/test", "--", "true"]
    assert subprocess.run(beside, cwd=running.clone, env=CLEAN, check=False).returncode == 0


def test_passwords_stand_on_no_command_line(running: Run) -> None:
    state = embedded.read_state(running.clone / "var" / "embedded.json")
    assert state is not None
    passwords = [state[name].split("@")[0].rpartition(":")[2] for name in state if "url" in name]
    lines = "\n".join(command_lines(family(running.popen.pid)))
    assert len(passwords) == 2
    assert not [word for word in passwords if word in lines]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("top", ["make", "supervisor"])
def test_leaves_nothing_when_the_top_process_is_killed(
    running: Run, top: str, number: signal.Signals
) -> None:
    everything = running.everything()
    assert len(everything) > 8
    os.kill(running.popen.pid if top == "make" else running.supervisor(), number)
    seconds, left = running.wait_for_end(everything)
    assert not left, command_lines({pid for pid, _ in left})
    assert seconds < 10


def test_started_in_the_background_it_still_obeys_an_interrupt(clone: Path) -> None:
    background = ("sh", "-c", f"trap '' INT; exec {' '.join(SUPERVISOR)}")
    with portal_run(clone, *background) as run:
        run.wait_until_ready()
        everything = run.everything()
        run.popen.send_signal(signal.SIGINT)
        _, left = run.wait_for_end(everything)
        assert not left
        assert run.popen.returncode == 0


def test_ends_with_one_line_when_a_server_dies(running: Run) -> None:
    everything = running.everything()
    [beat] = [pid for pid, _ in everything if " beat " in command_lines({pid})[0]]
    os.kill(beat, signal.SIGKILL)
    _, left = running.wait_for_end(everything)
    assert not left
    assert "tizim: beat ended (-9)" in running.said


def test_data_survives_the_kill_of_everything(clone: Path) -> None:
    query = [
        ".venv/bin/python", "-c",
        (
            "import psycopg, sys; from portal.embedded import read_state; "
            "psycopg.connect(read_state()['database_url'], autocommit=True).execute(sys.argv[1])"
        ),
    ]  # fmt: skip
    with portal_run(clone) as run:
        run.wait_until_ready()
        subprocess.run([*query, "CREATE TABLE kept AS SELECT 1"], cwd=clone, env=CLEAN, check=True)
        everything = run.everything()
        for pid, _ in everything:
            os.kill(pid, signal.SIGKILL)
        run.wait_for_end(everything)
    with portal_run(clone) as run:
        run.wait_until_ready()
        subprocess.run([*query, "DROP TABLE kept"], cwd=clone, env=CLEAN, check=True)


@pytest.mark.parametrize(
    ("port", "says"),
    [
        ("taken", "tizim: port {port} is taken: choose another one with PORT=…"),
        ("http", "tizim: PORT=http is not a port: use a number from 1 to 65535"),
        ("0", "tizim: PORT=0 is not a port: use a number from 1 to 65535"),
        ("65536", "tizim: PORT=65536 is not a port: use a number from 1 to 65535"),
    ],
)
def test_refuses_a_port_that_it_cannot_have_in_one_line(clone: Path, port: str, says: str) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1]) if port == "taken" else port
        done = subprocess.run(
            SUPERVISOR, cwd=clone, env=CLEAN | {"PORT": port}, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == says.format(port=port) + "\n"
    assert done.stdout == ""


def test_takes_a_free_port_when_the_usual_one_is_taken(clone: Path) -> None:
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            holder.bind(("127.0.0.1", 8000))
        except OSError:
            pass  # somebody else has it: as good
        else:
            holder.listen()
        with portal_run(clone) as run:
            run.wait_until_ready()
            assert ":8000/" not in run.address
            assert status(f"{run.address}healthz") == 200


def test_interrupted_while_it_starts_it_leaves_nothing(clone: Path) -> None:
    with portal_run(clone) as run:
        while "are up" not in run.said and run.popen.poll() is None:
            pass
        everything = run.everything()
        os.killpg(run.popen.pid, signal.SIGINT)
        _, left = run.wait_for_end(everything | marks(family(run.popen.pid)))
        assert not left
        assert not alive(everything)
        assert "ready" not in run.said
