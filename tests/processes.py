"""The portal's processes as production starts them: gunicorn, the Celery worker, beat."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from portal.processes import follow_parent

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 90.0


def production(**changes: str | None) -> dict[str, str]:
    """Return the whole environment of a production process; None takes a variable out."""
    env: dict[str, str | None] = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TIZIM_MODE": "production",
        "SECRET_KEY": "for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
        "ALLOWED_HOSTS": "127.0.0.1,portal.example.kz",
        "ENCRYPTION_KEYS": "2026a:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        "BLIND_INDEX_KEY": "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
        "TLS": "proxy",
        "DATABASE_URL": os.environ["DATABASE_URL"],
        # A number of its own: no worker of another test takes these tasks.
        "REDIS_URL": os.environ["REDIS_URL"].rpartition("/")[0] + "/7",
    }
    return {name: value for name, value in (env | changes).items() if value is not None}


def start(command: list[str], env: Mapping[str, str], output: Path) -> subprocess.Popen[bytes]:
    """Start a Python program of the environment; it ends with this process at the latest."""
    parent = os.getpid()
    with output.open("wb") as sink:
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            env=dict(env),
            cwd=ROOT,
            stdout=sink,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: follow_parent(9, parent),  # noqa: PLW1509 (no threads here)
        )


def worker_command() -> list[str]:
    return ["celery", "-A", "portal", "worker", "--pool=solo", "--loglevel=info"]


def beat_command(directory: Path) -> list[str]:
    return ["celery", "-A", "portal", "beat", "--loglevel=info", f"--schedule={directory / 'beat'}"]


def web_command(port: int) -> list[str]:
    return ["gunicorn", "portal.wsgi", f"--bind=127.0.0.1:{port}", "--no-control-socket"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(holds: Callable[[], bool], process: subprocess.Popen[bytes], output: Path) -> None:
    """Wait until it holds; fail with the program's own words when it ends or takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert process.poll() is None, output.read_text()
        assert time.monotonic() < deadline, output.read_text()
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def web_server(env: Mapping[str, str], directory: Path, *options: str) -> Iterator[str]:
    """Run gunicorn while the block lasts; yield its address once it listens."""
    port = free_port()
    output = directory / f"web-{port}.log"
    process = start([*web_command(port), *options], env, output)
    try:
        wait_for(lambda: b"Listening at" in output.read_bytes(), process, output)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
