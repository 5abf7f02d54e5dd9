"""The supervisor of `make run`: database, broker, web server, worker, beat, demonstration data.

Everything it starts ends with it: in order after Ctrl-C or TERM, and by the kernel's parent-death
signal after kill -9 (Linux). Standard library only; Django runs in the children.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from portal import embedded
from portal.processes import (
    Process,
    Refused,
    complete,
    follow_parent,
    last_words,
    spawn,
    stop,
    wait_until,
)

DATA = embedded.ROOT / "var" / "run"
LOGS = DATA / "log"
USUAL_PORT = 8000
WEB_PATIENCE = 60.0
STOP_PATIENCE = 6.0
COMPILE = ["-m", "portal.catalogues", "compile"]
MIGRATE = ["manage.py", "migrate", "--no-input", "--verbosity", "0"]
COLLECT = ["manage.py", "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
LOAD = ["manage.py", "load_demo"]


class Stopped(BaseException):
    """The reader wants it to end; not an Exception, so that nothing on the way swallows it."""


class Signals:
    """Notes the wish to end, and raises it only where a wait can be broken off."""

    def __init__(self) -> None:
        self.wish: str | None = None
        # A shell's background start leaves SIGINT ignored; nohup leaves SIGHUP so on purpose.
        wanted = [signal.SIGINT, signal.SIGTERM]
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            wanted.append(signal.SIGHUP)
        for number in wanted:
            signal.signal(number, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.wish = signal.Signals(number).name

    def pause(self, seconds: float) -> None:
        """Sleep for a moment; raises Stopped once a signal has come."""
        time.sleep(seconds)
        if self.wish:
            raise Stopped


def say(text: str) -> None:
    """Write one line for the reader, who may have closed the terminal meanwhile."""
    try:
        print(f"tizim: {text}", flush=True)
    except OSError:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115  until the end of the process


def open_door(wanted: str | None) -> socket.socket:
    """Bind the web server's port: PORT, or 8000, or a free one; raises Refused."""
    if wanted is None:
        with contextlib.suppress(OSError):
            return _bind(USUAL_PORT)
        return _bind(0)
    if not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted) < 65536):
        raise Refused(f"PORT={wanted} is not a port: use a number from 1 to 65535")
    try:
        return _bind(int(wanted))
    except PermissionError as refusal:
        raise Refused(f"PORT={wanted} is for root alone: use one above 1023") from refusal
    except OSError as fault:
        raise Refused(f"port {wanted} is taken: choose another one with PORT=…") from fault


def _bind(port: int) -> socket.socket:
    door = socket.socket()
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
        door.listen(128)
    except OSError:
        door.close()
        raise
    return door


def refuse_second_run() -> None:
    """Raise Refused when another supervisor works in this clone."""
    if state := embedded.read_state():
        raise Refused(f"already running at {address(state['port'])} (process {state['pid']})")


def address(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def static_stamp() -> str:
    """Changes whenever collecting the static files again could give another result."""
    sources = [path for path in (embedded.ROOT / "static").rglob("*") if path.is_file()]
    sources += [embedded.ROOT / "portal" / "settings.py", embedded.ROOT / "requirements.txt"]
    seen = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(sources)]
    target = Path(os.environ.get("STATIC_ROOT", embedded.ROOT / "var" / "static"))
    seen.append((str(target), int((target / "staticfiles.json").exists()), 0))
    return hashlib.sha256(repr(seen).encode()).hexdigest()


class Supervisor:
    """What `make run` starts, in order, and ends in the opposite order."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals
        self._processes: list[Process] = []
        self._environment = dict(os.environ)

    def run(self, wanted_port: str | None) -> None:
        """Serve until somebody wants it to end; raises Refused when something fails."""
        refuse_second_run()
        began = time.monotonic()
        with contextlib.ExitStack() as stack:
            door = stack.enter_context(open_door(wanted_port))
            port: int = door.getsockname()[1]
            servers = stack.enter_context(self._servers(port))
            say(f"database and broker are up ({time.monotonic() - began:.1f} s)")
            self._prepare()
            stack.callback(self._stop)
            self._serve(door)
            self._wait_for_web(port)
            say(f"ready after {time.monotonic() - began:.1f} s: {address(port)}")
            say(f"Ctrl-C ends everything; logs: {LOGS.relative_to(embedded.ROOT)}/")
            self._watch([*servers.processes, *self._processes])

    @contextlib.contextmanager
    def _servers(self, port: int) -> Iterator[embedded.Servers]:
        with embedded.running(DATA, alone=True, durable=True, pause=self._signals.pause) as servers:
            self._environment |= servers.environment()
            urls = {"database_url": servers.database_url, "redis_url": servers.redis_url}
            copied = str(servers.binaries) if servers.binaries else None
            embedded.write_state(embedded.STATE, {**urls, "port": port, "binaries": copied})
            try:
                yield servers
            finally:
                embedded.STATE.unlink(missing_ok=True)

    def _start(self, name: str, arguments: list[str], **more: object) -> Process:
        return spawn(
            name,
            [sys.executable, *arguments],
            log=LOGS / f"{name}.log",
            env=self._environment,
            cwd=embedded.ROOT,
            **more,  # type: ignore[arg-type]
        )

    def _prepare(self) -> None:
        """Bring everything up to date; static files beside the database, they take longest."""
        self._finish(self._start("catalogues", COMPILE))
        collected = DATA / "static-stamp"
        fresh = collected.exists() and collected.read_text() == static_stamp()
        static = None if fresh else self._start("collectstatic", COLLECT)
        try:
            self._finish(self._start("migrate", MIGRATE))
            # Of this run alone, for all of it is said: among other things who one can be.
            (LOGS / "load_demo.log").unlink(missing_ok=True)
            loaded = self._finish(self._start("load_demo", LOAD))
            for line in loaded.log.read_text(errors="replace").splitlines():
                say(line)
            if static:
                self._finish(static)
                collected.write_text(static_stamp())
        finally:
            stop([static] if static else [], STOP_PATIENCE)

    def _finish(self, process: Process) -> Process:
        if complete(process, self._signals.pause):
            said = last_words(process.log, 1)
            raise Refused(f"{process.name} failed: {said} (log: {process.log})")
        return process

    def _serve(self, door: socket.socket) -> None:
        cores = str(max(2, os.cpu_count() or 2))
        web = ["-m", "gunicorn", "portal.wsgi", "--bind", f"fd://{door.fileno()}"]
        web += ["--workers", cores, "--no-control-socket", "--graceful-timeout", "3"]
        celery = ["-m", "celery", "-A", "portal"]
        worker = [*celery, "worker", "--concurrency", cores, "--without-mingle", "--without-gossip"]
        beat = [*celery, "beat", "--schedule", str(DATA / "beat-schedule"), "--pidfile="]
        self._processes.append(self._start("web", web, pass_fds=(door.fileno(),)))
        self._processes.append(
            self._start("worker", [*worker, "--loglevel", "INFO"], stop_with=signal.SIGQUIT)
        )
        self._processes.append(self._start("beat", [*beat, "--loglevel", "INFO"]))

    def _wait_for_web(self, port: int) -> None:
        def healthy() -> bool:
            self._refuse_dead(self._processes)
            try:
                with urllib.request.urlopen(f"{address(port)}healthz", timeout=5) as answer:  # noqa: S310
                    return bool(answer.status == 200)
            except (urllib.error.URLError, OSError):
                return False

        if not wait_until(healthy, WEB_PATIENCE, self._signals.pause):
            raise Refused(f"the web server does not answer (log: {LOGS / 'web.log'})")

    def _watch(self, processes: list[Process]) -> None:
        while True:
            self._refuse_dead(processes)
            self._signals.pause(0.1)

    @staticmethod
    def _refuse_dead(processes: list[Process]) -> None:
        for process in processes:
            if process.ended:
                code = process.popen.returncode
                said = last_words(process.log, 1)
                raise Refused(f"{process.name} ended ({code}): {said} (log: {process.log})")

    def _stop(self) -> None:
        stop(self._processes, STOP_PATIENCE)


def main() -> int:
    """Run until Ctrl-C or TERM; exit status 1 with one line when something fails."""
    parser = argparse.ArgumentParser(prog="python -m portal.run", description=__doc__)
    parser.add_argument("--parent", type=int, help="end when this parent (make) ends")
    chosen = parser.parse_args()
    signals = Signals()
    if chosen.parent:
        follow_parent(signal.SIGTERM, chosen.parent)
    try:
        Supervisor(signals).run(os.environ.get("PORT"))
    except Stopped:
        say("stopped")
        return 0
    except Refused as refusal:
        if signals.wish:  # Ctrl-C also reached a child that was about to start
            say("stopped")
            return 0
        print(f"tizim: {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
