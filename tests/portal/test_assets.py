"""What static/vendor holds is what VENDOR.toml says, and nothing else gets in."""

from __future__ import annotations

import dataclasses
import io
import tarfile
from pathlib import Path

import pytest

from portal import assets


def tarball(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def package(data: bytes, folder: Path, **sha256: str) -> assets.Package:
    files = tuple(
        assets.VendoredFile(name, folder / name, digest) for name, digest in sha256.items()
    )
    return assets.Package("thing", "1.0", assets.digest(data), files)


def test_the_vendored_files_are_those_of_the_manifest() -> None:
    packages = assets.read_manifest()
    assert {p.name for p in packages} == {"bootstrap", "@fontsource/golos-text"}
    assert assets.check(packages) == []


def test_every_vendored_file_is_named_in_the_manifest() -> None:
    named = {file.target for p in assets.read_manifest() for file in p.files}
    here = {path for path in assets.VENDOR.rglob("*") if path.is_file()}
    assert here - named == {assets.VENDOR / "VENDOR.toml"}


def test_a_changed_or_missing_file_is_reported(tmp_path: Path) -> None:
    kept = package(b"", tmp_path, kept=assets.digest(b"a"), gone=assets.digest(b"b"))
    (tmp_path / "kept").write_bytes(b"changed")
    assert assets.check([kept]) == ["kept: differs from VENDOR.toml", "gone: missing"]


def test_a_tarball_of_another_digest_is_refused(tmp_path: Path) -> None:
    data = tarball({"file": b"a"})
    other = dataclasses.replace(package(data, tmp_path), sha256=assets.digest(b"another"))
    with pytest.raises(assets.AssetError, match=r"thing@1\.0: sha256 is"):
        assets.extract(other, data)


def test_a_file_of_another_digest_is_refused(tmp_path: Path) -> None:
    data = tarball({"file": b"a"})
    with pytest.raises(assets.AssetError, match="thing: file: sha256 is"):
        assets.extract(package(data, tmp_path, file=assets.digest(b"b")), data)


def test_the_source_map_comment_is_taken_from_a_style_sheet(tmp_path: Path) -> None:
    data = tarball({"a.css": b"p{}\n/*# sourceMappingURL=a.css.map */"})
    wanted = assets.Package(
        "thing",
        "1.0",
        assets.digest(data),
        (assets.VendoredFile("a.css", tmp_path / "a.css", assets.digest(b"p{}\n")),),
    )
    assert assets.extract(wanted, data) == {tmp_path / "a.css": b"p{}\n"}


def test_check_needs_no_network(capsys: pytest.CaptureFixture[str]) -> None:
    assert assets.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_without_npm_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert assets.main([]) == 1
    assert capsys.readouterr().err == (
        "npm is not installed; it is needed only to refresh static/vendor\n"
    )
