"""manage.py allocate: seats from a CSV file of votes; needs no database and no environment."""

from __future__ import annotations

import argparse
import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from elections.law.allocation import Allocation, AllocationInputError, ListVotes, allocate
from elections.law.editions import MAJILIS_2020
from elections.management import votes_csv
from elections.management.allocation_table import table

BAD_INPUT, OPEN = 2, 3


class Command(BaseCommand):
    help = (
        "Distribute mandates among lists by the largest remainders (Art. 97-1). "
        "Exit status: 0 every seat is known, 2 bad input, 3 a lot or a decision is open."
    )
    # The law needs no database, so a broken or missing one must not stop it.
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            type=Path,
            help="CSV, UTF-8, with the header party,votes or party,votes,registered_at",
        )
        parser.add_argument("--seats", type=_whole, required=True, help="mandates, at least 1")
        parser.add_argument(
            "--threshold",
            type=_per_cent,
            default=MAJILIS_2020.allocation.threshold.value,
            help="per cent, such as 7 or 0.5 (default: 7)",
        )
        parser.add_argument(
            "--base", type=_whole, help="what the threshold is a share of (default: all votes)"
        )
        parser.add_argument("--json", action="store_true", help="print JSON with every step")

    def handle(self, **options: Any) -> None:
        lists = _read(options["file"])
        allocation = _allocate(lists, options)
        total = sum(entry.votes for entry in lists)
        if allocation.base < total:
            self.stderr.write(
                f"warning: the base {allocation.base} is below the sum of the votes, {total}"
            )
        encoding = str(getattr(self.stdout, "encoding", None) or "utf-8")
        if options["json"]:
            self.stdout.write(_json(allocation, encoding))
        else:
            # A terminal that lacks a letter of a name shall not stop the table.
            self.stdout.write(
                table(allocation).encode(encoding, "backslashreplace").decode(encoding)
            )
        if not allocation.is_complete:
            sys.exit(OPEN)


def _json(allocation: Allocation, encoding: str) -> str:
    is_unicode = encoding.lower().replace("-", "") == "utf8"
    return json.dumps(allocation.as_json(), ensure_ascii=not is_unicode, indent=1)


def _read(path: Path) -> list[ListVotes]:
    try:
        return votes_csv.read(path.read_bytes())
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=BAD_INPUT) from None
    except votes_csv.VotesFileError as error:
        raise CommandError(f"{path}: {error}", returncode=BAD_INPUT) from None


def _allocate(lists: list[ListVotes], options: dict[str, Any]) -> Allocation:
    rules = MAJILIS_2020.allocation.with_threshold(options["threshold"])
    try:
        return allocate(lists, mandates=options["seats"], rules=rules, base=options["base"])
    except AllocationInputError as error:
        raise CommandError(str(error), returncode=BAD_INPUT) from None


def _whole(text: str) -> int:
    if not re.fullmatch("[0-9]{1,1000}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number in the digits 0 to 9")
    return int(text)


def _per_cent(text: str) -> Fraction:
    """Read a decimal per cent as an exact share."""
    if not re.fullmatch(r"[0-9]{1,100}(\.[0-9]{1,100})?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a per cent such as 7 or 0.5")
    share = Fraction(text) / 100
    if share > 1:
        raise argparse.ArgumentTypeError(f"{text!r} is more than 100 per cent")
    return share
