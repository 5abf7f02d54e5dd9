"""manage.py allocate: seats from a CSV file of votes; needs no database and no environment."""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from elections import verify
from elections.law.allocation import Allocation, AllocationInputError, ListVotes, allocate
from elections.law.editions import (
    MAJILIS_2020,
    UnknownEditionError,
    allocation_edition,
    allocation_edition_for,
)
from elections.law.parameters import MASLIKHATS, BodyKind, ListPart
from elections.law.rules import AllocationEdition, AllocationRules, Edition
from elections.management import second, votes_csv
from elections.management.allocation_table import table

BAD_INPUT, OPEN, DIFFERENT = 2, 3, 4
MASLIKHAT = "maslikhat"  # of any kind; the editions name the four kinds of its territory
BODIES = (MASLIKHAT, *(kind.value for kind in BodyKind))


@dataclass(frozen=True)
class Given:
    """What the arguments come to."""

    mandates: int
    rules: AllocationRules
    edition: AllocationEdition | None


class Command(BaseCommand):
    help = (
        "Distribute mandates among lists by the largest remainders (Art. 97-1). "
        "Exit status: 0 every seat is known, 2 bad input, 3 a lot or a decision is open, "
        "4 the second program differs."
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
        parser.add_argument(
            "--seats",
            type=_whole,
            help="mandates, at least 1 (may be left out where the edition fixes the number)",
        )
        parser.add_argument("--edition", help="edition of the law, such as majilis-2022-11")
        parser.add_argument(
            "--body",
            choices=BODIES,
            help="what is elected: with --day proposes the edition, with --edition checks it",
        )
        parser.add_argument("--day", type=_day, help="election day, such as 2023-03-19")
        parser.add_argument(
            "--threshold",
            type=_per_cent,
            help="per cent, such as 7 or 0.5 (default: the edition's; without an edition 7)",
        )
        parser.add_argument(
            "--base", type=_whole, help="what the threshold is a share of (default: all votes)"
        )
        parser.add_argument("--json", action="store_true", help="print JSON with every step")
        parser.add_argument(
            "--second", action="store_true", help="compute with elections/verify.py too and compare"
        )

    def handle(self, **options: Any) -> None:
        lists = _read(options["file"])
        given = _given(options)
        allocation = _allocate(lists, given, options["base"])
        self._warn(lists, given, allocation, has_base=options["base"] is not None)
        encoding = str(getattr(self.stdout, "encoding", None) or "utf-8")
        if options["json"]:
            self.stdout.write(_json(allocation, encoding))
        else:
            # A terminal that lacks a letter of a name shall not stop the table.
            self.stdout.write(
                table(allocation, given.rules).encode(encoding, "backslashreplace").decode(encoding)
            )
        if options["second"] and not self._agrees(allocation, lists, given.rules):
            sys.exit(DIFFERENT)
        if not allocation.is_complete:
            sys.exit(OPEN)

    def _warn(
        self, lists: list[ListVotes], given: Given, allocation: Allocation, *, has_base: bool
    ) -> None:
        total = sum(entry.votes for entry in lists)
        if allocation.base < total:
            self.stderr.write(
                f"warning: the base {allocation.base} is below the sum of the votes, {total}"
            )
        if given.edition is None:
            return
        self.stderr.write(f"edition: {given.edition.code}")
        if _has_against_all(given.edition) and not has_base:
            self.stderr.write(
                "warning: “against all” is on the ballot of this edition and counts in the base; "
                "without --base the threshold is a share of the votes for the lists alone"
            )

    def _agrees(
        self, allocation: Allocation, lists: list[ListVotes], rules: AllocationRules
    ) -> bool:
        try:
            found = second.differences(allocation, lists, rules)
        except verify.UnusableError as error:
            self.stderr.write(f"the second program cannot compute this: {error}")
            return False
        if found:
            self.stderr.write("the second program differs: " + "; ".join(found))
            return False
        self.stderr.write("the second program agrees")
        return True


def _given(options: dict[str, Any]) -> Given:
    edition = _edition(options)
    rules = MAJILIS_2020.allocation if edition is None else edition.allocation
    if options["threshold"] is not None:
        rules = rules.with_threshold(options["threshold"])
    seats = options["seats"]
    if edition is not None:
        seats = _by_list(edition, options["body"], seats)
    if seats is None:
        raise _refused("the following argument is required: --seats")
    return Given(seats, rules, edition)


def _edition(options: dict[str, Any]) -> AllocationEdition | None:
    """Find the edition that is named, or propose one for a body and a day."""
    code, body, day = options["edition"], options["body"], options["day"]
    if (day is None) is not (body is None) and (day is not None or code is None):
        raise _refused("--body and --day propose an edition together; or name one with --edition")
    if code is None and body is None:
        return None
    try:
        named = None if code is None else allocation_edition(code)
        proposed = None if day is None else allocation_edition_for(_body_of(body), day)
    except UnknownEditionError as error:
        raise _refused(str(error)) from None
    if named is not None and body is not None and named.body != _body_of(body):
        raise _refused(f"the edition {named.code} is not of the body {body}")
    if named is not None and proposed is not None and named is not proposed:
        raise _refused(f"on {day} the edition {proposed.code} governs, not {named.code}")
    return named or proposed


def _body_of(name: str) -> str:
    return MASLIKHAT if name in MASLIKHATS else name


def _by_list(edition: AllocationEdition, body: str | None, seats: int | None) -> int | None:
    """Give the mandates: those named, else the number that the edition fixes."""
    if not isinstance(edition, Edition) or body == MASLIKHAT:
        return seats
    kinds = edition.kinds if body is None else (BodyKind(body),)
    by_list = [edition.bodies.list_seats.value.of(kind) for kind in kinds]
    if all(part.part is ListPart.NONE for part in by_list):
        raise _refused(f"in the edition {edition.code} no mandate of a {body} is elected by list")
    return seats if seats is not None else by_list[0].number


def _has_against_all(edition: AllocationEdition) -> bool:
    return isinstance(edition, Edition) and edition.ballot.against_all.value


def _refused(reason: str) -> CommandError:
    return CommandError(reason, returncode=BAD_INPUT)


def _json(allocation: Allocation, encoding: str) -> str:
    is_unicode = encoding.lower().replace("-", "") == "utf8"
    return json.dumps(allocation.as_json(), ensure_ascii=not is_unicode, indent=1)


def _read(path: Path) -> list[ListVotes]:
    try:
        return votes_csv.read(path.read_bytes())
    except OSError as error:
        raise _refused(f"{path}: {error.strerror}") from None
    except votes_csv.VotesFileError as error:
        raise _refused(f"{path}: {error}") from None


def _allocate(lists: list[ListVotes], given: Given, base: int | None) -> Allocation:
    try:
        return allocate(lists, mandates=given.mandates, rules=given.rules, base=base)
    except AllocationInputError as error:
        raise _refused(str(error)) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2023-03-19") from None


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
