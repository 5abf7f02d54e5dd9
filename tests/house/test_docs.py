"""What can be called is written down: commands, make targets, tasks on the schedule."""

import re
from collections.abc import Iterable

from tests.house.sources import PACKAGES, ROOT, relative

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def undocumented(names: Iterable[str], text: str) -> list[str]:
    """Return the names that no page mentions inside code marks or a code block."""
    return [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]


def commands() -> list[str]:
    # Our own packages alone: beside them stand environments and, in var/, whole copies.
    found = (path for name in PACKAGES for path in (ROOT / name).rglob("management/commands/*.py"))
    return sorted(path.stem for path in found if path.stem != "__init__")


def unexplained(makefile: str) -> list[str]:
    """Return the targets that `make help` would show without a word, or not at all."""
    targets = re.findall(r"^([a-z][a-z-]*):(?!=)(.*)$", makefile, re.MULTILINE)
    return [name for name, rest in targets if not re.search(r"## \S", rest)]


def everything_written() -> str:
    return "\n".join(page.read_text() for page in PAGES)


def test_every_command_is_documented() -> None:
    assert commands()
    assert not undocumented([f"manage.py {name}" for name in commands()], everything_written())


def test_every_make_target_is_explained_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert "\nrun:" in makefile
    assert not unexplained(makefile)
    assert unexplained("planted: setup\n\ttrue\n") == ["planted"]


def test_a_planted_command_is_seen() -> None:
    assert undocumented(["manage.py planted"], everything_written())
    assert undocumented(["make run"], "make runaway, remake run-it") == ["make run"]


def test_every_link_between_the_pages_leads_somewhere() -> None:
    broken = [
        f"{relative(page)} → {target}"
        for page in [*PAGES, ROOT / "parties/README.md", ROOT / "elections/README.md"]
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text())
        if not (page.parent / target).exists()
    ]
    assert not broken
