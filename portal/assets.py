"""Refresh the vendored browser files from the npm registry: `python -m portal.assets`.

`static/vendor/VENDOR.toml` names every package with its version, the sha256 of its tarball and the
sha256 of each file taken from it. Everything is verified before the first file is written, so that
a changed tarball changes nothing here. Standard library and the npm client only, no Django.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"

# The manifest storage follows a source map comment and stops at the map that is not vendored.
SOURCE_MAP = re.compile(rb"\s*/\*# sourceMappingURL=[^*]*\*/\s*$")


class AssetError(Exception):
    """A package or a file is not what VENDOR.toml says."""


@dataclass(frozen=True)
class VendoredFile:
    """One file of a package: where it lies in the tarball and what it must be here."""

    source: str
    target: Path
    sha256: str


@dataclass(frozen=True)
class Package:
    """One npm package at one version."""

    name: str
    version: str
    sha256: str
    files: tuple[VendoredFile, ...]


def read_manifest(vendor: Path = VENDOR) -> list[Package]:
    """Return the packages that VENDOR.toml names."""
    data = tomllib.loads((vendor / "VENDOR.toml").read_text(encoding="utf-8"))
    return [_package(vendor, entry) for entry in data["package"]]


def _package(vendor: Path, entry: dict[str, Any]) -> Package:
    folder = vendor / f"{entry['folder']}-{entry['version']}"
    files = tuple(
        VendoredFile(item["from"], folder / item["to"], item["sha256"]) for item in entry["files"]
    )
    return Package(entry["npm"], entry["version"], entry["sha256"], files)


def digest(data: bytes) -> str:
    """Return the sha256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fetch(package: Package, folder: Path) -> bytes:
    """Download the package's tarball with the npm client and its configured registry."""
    npm = shutil.which("npm")
    if npm is None:
        raise AssetError("npm is not installed; it is needed only to refresh static/vendor")
    command = [npm, "pack", "--silent", "--ignore-scripts", f"{package.name}@{package.version}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssetError(f"npm pack {package.name}@{package.version}: {done.stderr.strip()}")
    return (folder / done.stdout.split()[-1]).read_bytes()


def extract(package: Package, tarball: bytes) -> dict[Path, bytes]:
    """Return target and bytes of each file, verified; raises AssetError on the first difference."""
    _expect(f"{package.name}@{package.version}", package.sha256, digest(tarball))
    found: dict[Path, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(tarball), mode="r:gz") as archive:
        for item in package.files:
            member = archive.extractfile(f"package/{item.source}")
            if member is None:
                raise AssetError(f"{package.name}: {item.source} is not a file")
            data = member.read()
            if item.target.suffix == ".css":
                data = SOURCE_MAP.sub(b"\n", data)
            _expect(f"{package.name}: {item.source}", item.sha256, digest(data))
            found[item.target] = data
    return found


def _expect(what: str, expected: str, found: str) -> None:
    if expected != found:
        raise AssetError(f"{what}: sha256 is {found}, VENDOR.toml says {expected}")


def check(packages: list[Package]) -> list[str]:
    """Return one line for each vendored file that is missing or differs from VENDOR.toml."""
    lines = []
    for item in (item for package in packages for item in package.files):
        if not item.target.is_file():
            lines.append(f"{item.target.name}: missing")
        elif digest(item.target.read_bytes()) != item.sha256:
            lines.append(f"{item.target.name}: differs from VENDOR.toml")
    return lines


def refresh(packages: list[Package]) -> int:
    """Download, verify and write every file; return how many were written."""
    found: dict[Path, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for package in packages:
            found |= extract(package, fetch(package, Path(folder)))
    for target, data in found.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return len(found)


def main(argv: list[str] | None = None) -> int:
    """Refresh the files, or with --check compare them with VENDOR.toml without the network."""
    parser = argparse.ArgumentParser(prog="python -m portal.assets", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, download nothing")
    options = parser.parse_args(argv)
    packages = read_manifest()
    try:
        if options.check:
            problems = check(packages)
            sys.stdout.writelines(f"{line}\n" for line in problems)
            return 1 if problems else 0
        sys.stdout.write(f"static/vendor: {refresh(packages)} files verified and written\n")
    except AssetError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
