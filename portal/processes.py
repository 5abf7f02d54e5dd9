"""Child processes that never outlive the process that started them.

Standard library only; used by `portal.embedded` and `portal.run`, and by tests that start whole
servers. Each child has a session of its own, so that Ctrl-C in the terminal reaches the parent
alone and the parent decides the order of the end.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
LOG_LIMIT = 5_000_000
POLL = 0.01
# Loaded before any fork: importing in the child could meet a lock held by another thread.
LINUX: bool = sys.platform == "linux"
_libc = ctypes.CDLL(None, use_errno=True) if LINUX else None

START_PATIENCE = 60.0  # crash recovery after a power cut included
STOP_PATIENCE = 8.0
PORT_TRIES = 4
# Nothing of the caller's environment (PGPORT, PGOPTIONS, LD_LIBRARY_PATH …) reaches the servers.
SERVER_ENV = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}

Pause = Callable[[float], None]


class Refused(Exception):  # noqa: N818  a refusal, not a fault
    """The servers cannot start; the text is one line that says why and what to do."""


@dataclass(frozen=True)
class Account:
    """An account without privileges that a child is run as when the parent is root."""

    user: int
    group: int


@dataclass(frozen=True)
class Process:
    """A running child: how it wants to be told to stop, and where its words go."""

    name: str
    popen: subprocess.Popen[bytes]
    stop_with: signal.Signals
    log: Path

    @property
    def ended(self) -> bool:
        return self.popen.poll() is not None

    def tell(self, number: int) -> None:
        """Send a signal to the child itself, not to its group."""
        with contextlib.suppress(ProcessLookupError):
            self.popen.send_signal(number)

    def kill(self) -> None:
        """End the child and whatever it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()


def follow_parent(number: int, parent: int | None = None) -> None:
    """Ask the kernel to send this process a signal when its parent ends (Linux only).

    `parent` is the process expected there: when it has gone in the meantime the signal would never
    come, so this process ends itself. The signal is tied to the parent's *thread* that forked.
    """
    if _libc is None:
        return
    _libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os.kill(os.getpid(), number)


def spawn(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    stop_with: signal.Signals = signal.SIGTERM,
    env: Mapping[str, str] | None = None,
    account: Account | None = None,
    cwd: Path | None = None,
    stdin: bytes | None = None,
    pass_fds: Sequence[int] = (),
) -> Process:
    """Start a child in its own session that is told `stop_with` when this process dies.

    Must be called from the main thread: the kernel sends the signal when the thread ends.
    """
    parent = os.getpid()

    def before_exec() -> None:
        # After setuid (which clears it) and before exec (which keeps it).
        follow_parent(stop_with, parent)

    with open_log(log) as output:
        popen = subprocess.Popen(
            [os.fspath(part) for part in command],
            stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=env,
            cwd=cwd,
            start_new_session=True,
            # The parent has one thread at this point.
            preexec_fn=before_exec if _libc is not None else None,  # noqa: PLW1509
            pass_fds=pass_fds,
            user=account.user if account else None,
            group=account.group if account else None,
            extra_groups=[] if account else None,
        )
    if stdin is not None and popen.stdin is not None:
        with contextlib.suppress(BrokenPipeError), popen.stdin:
            popen.stdin.write(stdin)
    return Process(name, popen, stop_with, log)


def open_log(path: Path) -> IO[bytes]:
    """Open a log to append to; one that has grown large begins anew, the old one beside it."""
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".old.log"))
    return path.open("ab")


def complete(process: Process, pause: Pause = time.sleep) -> int:
    """Wait for a child that ends by itself; end it when the wait is interrupted."""
    try:
        while not process.ended:
            pause(POLL)
    except BaseException:
        process.kill()
        raise
    return process.popen.wait()


def last_words(log: Path, lines: int = 3) -> str:
    """The end of a log as one line."""
    with contextlib.suppress(OSError):
        return " / ".join(log.read_text(errors="replace").strip().splitlines()[-lines:])
    return ""


def wait_until(ready: Callable[[], bool], seconds: float, pause: Pause = time.sleep) -> bool:
    """Poll until `ready` holds; False when it did not within the time."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        pause(POLL)
    return True


def stop(processes: Iterable[Process], patience: float) -> list[str]:
    """Tell all of them to stop at once, kill what still runs after `patience` seconds.

    Returns the names of those that had to be killed.
    """
    running = [process for process in processes if not process.ended]
    for process in running:
        process.tell(process.stop_with)
    wait_until(lambda: all(process.ended for process in running), patience)
    stubborn = [process for process in running if not process.ended]
    for process in stubborn:
        process.kill()
    return [process.name for process in stubborn]


def command_of(pid: int) -> str:
    """The command line of a process, empty when there is none."""
    try:
        if LINUX:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        asked = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    except (OSError, UnicodeDecodeError):
        return ""


def started_at(pid: int) -> str:
    """A mark that tells a process from a later one with the same number, empty when it is gone."""
    try:
        if LINUX:
            # The name may hold blanks and brackets; after it the state (3rd) … start time (22nd).
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            return "" if fields[0] == "Z" else fields[19]
        asked = ["ps", "-o", "lstart=", "-p", str(pid)]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wheel(package: str) -> Path | None:
    """Where an installed package lies, without importing it."""
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def on_free_port(
    attempt: Callable[[int], Process], ready: Callable[[Process, int], bool], pause: Pause
) -> tuple[Process, int]:
    """Start a server on a free port, on another one if somebody took it in between."""
    for _ in range(PORT_TRIES):
        port = free_port()
        process = attempt(port)
        if _comes_up(process, partial(ready, process, port), pause):
            return process, port
        if "ddress already in use" not in last_words(process.log, 5):
            break
    raise Refused(f"{process.name} did not start: {last_words(process.log)} (log: {process.log})")


def _comes_up(process: Process, ready: Callable[[], bool], pause: Pause) -> bool:
    try:
        up = wait_until(lambda: process.ended or ready(), START_PATIENCE, pause)
    except BaseException:
        stop([process], STOP_PATIENCE)
        raise
    if not up:
        stop([process], STOP_PATIENCE)
    return not process.ended
