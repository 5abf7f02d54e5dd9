"""The command: ``python -m portal.catalogues extract|check|compile|unconfirmed``."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from portal.catalogues import checks, files
from portal.catalogues.extraction import ROOT, places

HELP = {
    "extract": "bring portal/locale up to date with the code",
    "check": "name every problem, one a line; exit status 1 when there is one",
    "compile": "write the .mo files that are older than their .po",
    "unconfirmed": "write a table (CSV) of the sentences that wait for a native reader",
}


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run one command on the project at `root` and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m portal.catalogues", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in HELP.items():
        commands.add_parser(name, help=text)
    command = parser.parse_args(arguments).command
    if command == "check":
        return _check(root)
    if command == "unconfirmed":
        return _unconfirmed(root)
    names = files.extract(root) if command == "extract" else files.compile_all(root)
    _say("\n".join(names) or "Nothing has changed.")
    return 0


def _check(root: Path) -> int:
    found = checks.problems(root)
    for problem in found:
        _say(str(problem))
    for tally in checks.tallies(root):
        _say(
            f"{tally.folder}: {tally.unconfirmed} of {tally.total} Kazakh sentences "
            "wait for a native reader"
        )
    return 1 if found else 0


def _unconfirmed(root: Path) -> int:
    table = csv.writer(sys.stdout)
    table.writerow(["English", "Russian", "Kazakh", "context", "where"])
    for file in files.catalogue_files(root, files.OURS, files.UPSTREAM):
        if file.language != "kk":
            continue
        russian = files.CatalogueFile(root, file.folder, "ru", file.domain).read()
        where = places(root, file.domain) if file.is_ours else {}
        for message in files.entries(file.read()):
            if files.UNCONFIRMED in message.user_comments:
                english = files.singular(message)
                twin = russian.get(english, message.context)
                table.writerow(
                    [
                        english,
                        " | ".join(files.forms(twin)) if twin else "",
                        files.forms(message)[0],
                        message.context or "",
                        ", ".join(where.get((message.context, english), [file.name])),
                    ]
                )
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
