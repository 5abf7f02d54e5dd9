"""Production refuses to start without what it needs, and names it; with all of it, it starts."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests import processes

pytestmark = pytest.mark.servers

REQUIRED = [
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "ENCRYPTION_KEYS",
    "BLIND_INDEX_KEY",
    "TLS",
    "DATABASE_URL",
    "REDIS_URL",
]
# Values that must not be taken for an answer; one process is enough, all ask the same checks.
UNFIT = [
    ("DEBUG", "maybe"),
    ("SECRET_KEY", "short"),
    ("ALLOWED_HOSTS", "*"),
    ("ENCRYPTION_KEYS", "2026a:not-a-key"),
    ("TLS", "none"),
    ("TIZIM_MODE", "staging"),
    ("DATABASE_URL", "nonsense"),
    ("REDIS_URL", "nonsense"),
    ("LOG_LEVEL", "loud"),
]


@contextmanager
def three_processes(
    directory: Path, env: dict[str, str]
) -> Iterator[dict[str, tuple[subprocess.Popen[bytes], Path]]]:
    """Start web, worker and beat side by side and kill what is left of them."""
    port = processes.free_port()
    commands = {
        "web": processes.web_command(port),
        "worker": processes.worker_command(),
        "beat": processes.beat_command(directory),
    }
    with ExitStack() as stack:
        started = {}
        for name, command in commands.items():
            output = directory / f"{name}.log"
            process = processes.start(command, env, output)
            stack.callback(process.wait)
            stack.callback(process.kill)
            started[name] = (process, output)
        yield started


def assert_refused(directory: Path, env: dict[str, str], variable: str) -> None:
    with three_processes(directory, env) as started:
        for name, (process, output) in started.items():
            status = process.wait(timeout=processes.PATIENCE)
            said = output.read_text()
            assert variable in said, f"{name}: {said}"
            assert status == (3 if name == "web" else 1), f"{name}: {status}\n{said}"


@pytest.mark.parametrize("variable", REQUIRED)
def test_nothing_starts_without(tmp_path: Path, variable: str) -> None:
    assert_refused(tmp_path, processes.production(**{variable: None}), variable)


def test_nothing_starts_with_debug(tmp_path: Path) -> None:
    assert_refused(tmp_path, processes.production(DEBUG="1"), "DEBUG")


@pytest.mark.parametrize(("variable", "value"), UNFIT)
def test_an_unfit_value_is_refused_by_name(tmp_path: Path, variable: str, value: str) -> None:
    output = tmp_path / "web.log"
    env = processes.production(**{variable: value})
    process = processes.start(processes.web_command(processes.free_port()), env, output)
    try:
        assert process.wait(timeout=processes.PATIENCE) == 3
    finally:
        process.kill()
    assert variable in output.read_text()


def test_with_all_of_them_everything_starts(tmp_path: Path) -> None:
    with three_processes(tmp_path, processes.production()) as started:
        web, words_of_web = started["web"]
        processes.wait_for(lambda: "Listening at" in words_of_web.read_text(), web, words_of_web)
        address = words_of_web.read_text().partition("Listening at: ")[2].split()[0]
        processes.wait_for(lambda: processes.answers(f"{address}/healthz"), web, words_of_web)
        worker, words = started["worker"]
        processes.wait_for(lambda: " ready." in words.read_text(), worker, words)
        beat, words = started["beat"]
        processes.wait_for(lambda: "beat: Starting" in words.read_text(), beat, words)
        assert all(process.poll() is None for process, _ in started.values())


def test_the_deployment_checks_have_nothing_to_say() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=processes.ROOT,
        env=processes.production(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
