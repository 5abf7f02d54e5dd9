"""`make run` refused, interrupted, killed: nothing is left running, and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from portal import embedded
from tests.servers.clone import (
    CLEAN,
    SUPERVISOR,
    alive,
    command_lines,
    family,
    kill,
    marks,
    portal_run,
    status,
)

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc; no parent-death signal"),
]


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


@pytest.mark.parametrize(
    ("top", "number"),
    [("group", signal.SIGINT), ("make", signal.SIGTERM), ("make", signal.SIGKILL),
     ("supervisor", signal.SIGKILL)],
)  # fmt: skip
def test_leaves_nothing_when_it_is_ended(clone: Path, top: str, number: signal.Signals) -> None:
    with portal_run(clone) as run:
        run.wait_until_ready()
        everything = run.everything()
        assert len(everything) > 8
        if top == "group":  # Ctrl-C
            os.killpg(run.popen.pid, number)
        else:
            os.kill(run.popen.pid if top == "make" else run.supervisor(), number)
        seconds, left = run.wait_for_end(everything)
        assert not left, command_lines({pid for pid, _ in left})
        assert seconds < 45
        assert embedded.read_state(clone / "var" / "embedded.json") is None


def test_started_in_the_background_it_obeys_an_interrupt_and_takes_a_free_port(
    clone: Path,
) -> None:
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):  # somebody else has it: as good
            holder.bind(("127.0.0.1", 8000))
            holder.listen()
        background = ("sh", "-c", f"trap '' INT; exec {' '.join(SUPERVISOR)}")
        with portal_run(clone, *background) as run:
            run.wait_until_ready()
            assert ":8000/" not in run.address
            assert status(f"{run.address}healthz") == 200
            everything = run.everything()
            run.popen.send_signal(signal.SIGINT)
            _, left = run.wait_for_end(everything)
            assert not left
            assert run.popen.returncode == 0


def test_data_survives_the_kill_of_everything_and_a_dead_server_ends_the_run(clone: Path) -> None:
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
        kill(everything)
        run.wait_for_end(everything)
    with portal_run(clone) as run:
        run.wait_until_ready()
        subprocess.run([*query, "DROP TABLE kept"], cwd=clone, env=CLEAN, check=True)
        everything = run.everything()
        [beat] = [pid for pid, _ in everything if " beat " in "".join(command_lines({pid}))]
        os.kill(beat, signal.SIGKILL)
        _, left = run.wait_for_end(everything)
        assert not left
        assert "tizim: beat ended (-9)" in run.said


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
