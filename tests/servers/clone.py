"""A copy of the project in which whole portals are started and killed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from portal import embedded
from portal.processes import follow_parent, started_at, wait_until

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "var", "screenshots", "node_modules", "__pycache__", ".*_cache", ".hypothesis"
)
READY = 300.0  # a machine that has much else to do
GONE = 60.0
# The tests' own servers must not be found by what the tests start.
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DATABASE_URL", "REDIS_URL", "PORT", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    and not name.startswith("PYTEST")
}
SUPERVISOR = (".venv/bin/python", "-m", "portal.run")
Mark = tuple[int, str]


def make_clone(place: Path) -> Path:
    """Copy the project; its .venv is this one's, seen through links, and counts as installed."""
    shutil.copytree(embedded.ROOT, place, ignore=LEFT_OUT, symlinks=True)
    (place / ".venv").mkdir()
    for name in ("bin", "lib", "include", "pyvenv.cfg"):
        (place / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    requirements = (place / "requirements-dev.txt").read_bytes()
    checksum = subprocess.run(["cksum"], input=requirements, capture_output=True, check=True)
    (place / ".venv" / "stamp").write_text(f"{place} {checksum.stdout.decode()}")
    return place


def marks(pids: set[int]) -> set[Mark]:
    """Processes told apart from later ones with the same number."""
    return {(pid, started_at(pid)) for pid in pids}


def alive(processes: set[Mark]) -> set[Mark]:
    return {(pid, start) for pid, start in processes if start and started_at(pid) == start}


def kill(processes: set[Mark]) -> None:
    """Kill all of them; some may end by the death of another."""
    for pid, _ in alive(processes):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def family(pid: int) -> set[int]:
    """The process and all that it started, directly or not."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(fields[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return int(answer.status)


def command_lines(pids: set[int]) -> list[str]:
    lines = []
    for pid in pids:
        with suppress(OSError):  # it may have ended since
            lines.append(Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " "))
    return lines


class Run:
    """One `make run` (or what is given instead) in a clone."""

    def __init__(self, clone: Path, popen: subprocess.Popen[str], output: Path) -> None:
        self.clone = clone
        self.popen = popen
        self._output = output

    @property
    def said(self) -> str:
        return self._output.read_text()

    @property
    def address(self) -> str:
        found = re.search(r"ready after .*: (http://\S+)", self.said)
        assert found, self.said
        return found.group(1)

    def wait_until_ready(self) -> None:
        wait_until(lambda: "Ctrl-C" in self.said or self.popen.poll() is not None, READY)
        assert "ready after" in self.said, self.said

    def supervisor(self) -> int:
        state = embedded.read_state(self.clone / "var" / "embedded.json")
        assert state is not None
        return int(state["pid"])

    def everything(self) -> set[Mark]:
        return marks(family(self.popen.pid))

    def wait_for_end(self, processes: set[Mark]) -> tuple[float, set[Mark]]:
        """How long it took until none of the processes was left, and those that still are."""
        began = time.monotonic()
        wait_until(lambda: self.popen.poll() is not None and not alive(processes), GONE)
        return time.monotonic() - began, alive(processes)


@contextmanager
def portal_run(clone: Path, *command: str, **environment: str) -> Iterator[Run]:
    """Start `make run` in a process group of its own, as a shell does, and end it for certain."""
    output = clone / "var" / "said.txt"
    output.parent.mkdir(exist_ok=True)
    parent = os.getpid()
    with output.open("w") as file:
        popen = subprocess.Popen(
            command or ("make", "--no-print-directory", "run"),
            cwd=clone,
            env=CLEAN | environment,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            text=True,
            process_group=0,
            preexec_fn=lambda: follow_parent(signal.SIGTERM, parent),  # noqa: PLW1509
        )
    run = Run(clone, popen, output)
    try:
        yield run
    finally:
        left = run.everything()
        popen.terminate()
        run.wait_for_end(left)
        kill(left)
        popen.wait()
