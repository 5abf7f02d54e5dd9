"""The files of deploy/ are read by the programs that they are for."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from portal.checks import DEMANDS
from tests import processes, site

DEPLOY = processes.ROOT / "deploy"
CI = os.environ.get("CI") == "true"


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where the machine lacks the program; never in CI."""
    absent = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin") is None
    return pytest.mark.skipif(absent and not CI, reason=f"no {program} here")


@needs("nginx")
@needs("openssl")
def test_nginx_accepts_the_configuration(tmp_path: Path) -> None:
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    ours = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/tizim", str(tmp_path))
    (tmp_path / "site.conf").write_text(ours)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{ access_log off; include {tmp_path}/site.conf; }}\n"
    )
    path = os.environ["PATH"] + ":/usr/sbin"
    done = subprocess.run(
        [str(shutil.which("nginx", path=path)), "-t", "-c", str(tmp_path / "nginx.conf")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", ["tizim-web", "tizim-worker", "tizim-beat"])
def test_systemd_accepts_the_unit(tmp_path: Path, unit: str) -> None:
    text = (DEPLOY / f"{unit}.service").read_text()
    for program in ("gunicorn", "celery", "kill"):
        text = text.replace(f"/srv/tizim/.venv/bin/{program}", "/bin/true")
    path = tmp_path / f"{unit}.service"
    path.write_text(text.replace("User=tizim", "User=root"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr.strip()


def test_the_example_names_every_variable_that_production_demands() -> None:
    lines = (DEPLOY / "environment.example").read_text().splitlines()
    named = {line.partition("=")[0] for line in lines if not line.startswith("#")}
    demanded = {variable for _, variable, _, _ in DEMANDS} - {"DEBUG"}
    assert demanded <= named


@pytest.fixture(scope="module")
def roles(django_db_setup: None) -> Iterator[str]:
    """Return a migrated database whose roles are those of deploy/roles.sql."""
    database = f"deployed_{os.getpid()}"
    site.create_database(database)
    try:
        owner = site.environment(database, "owner", Path("unused"))
        site.manage(owner, "migrate", "--verbosity=0")
        yield database
    finally:
        site.drop_database(database)


ATTEMPTS = [
    "TRUNCATE parties_user CASCADE",
    "ALTER TABLE parties_user DISABLE TRIGGER ALL",
    "DROP TABLE parties_user CASCADE",
    "ALTER TABLE parties_user ADD COLUMN planted text",
    "CREATE TABLE planted (id int)",
    (
        "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) "
        "RETURNS boolean LANGUAGE sql AS 'SELECT true'"
    ),
    "SET session_replication_role = replica",
    "CREATE SCHEMA planted",
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("role", ["web", "read"])
def test_the_roles_of_every_day_own_nothing(roles: str, role: str, attempt: str) -> None:
    with psycopg.connect(site.address_of(roles, f"{roles}_{role}")) as connection:
        connection.execute("SELECT count(*) FROM parties_user")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(attempt.encode())


def test_the_role_that_reads_does_not_write(roles: str) -> None:
    with (
        psycopg.connect(site.address_of(roles, f"{roles}_read")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("DELETE FROM parties_user")
