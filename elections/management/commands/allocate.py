"""manage.py allocate: seats from a CSV file of votes; needs no database and no environment."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from elections import verify
from elections.law.allocation import Allocation, AllocationInputError, ListVotes, allocate
from elections.law.editions import (
    ALLOCATION_EDITIONS,
    MAJILIS_2020,
    UnknownEditionError,
    allocation_edition,
    allocation_edition_for,
)
from elections.law.parameters import MASLIKHATS, BodyKind, ListPart
from elections.law.rules import AllocationEdition, AllocationRules, Edition
from elections.management import allocation_warnings, second, votes_csv
from elections.management.allocation_table import per_cent, table

BAD_INPUT, OPEN, DIFFERENT = 2, 3, 4
UNNAMED = MAJILIS_2020  # whose rules hold where no edition is named
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
            help="CSV, UTF-8, with the header party,votes or party,votes,registered_at"
            " (semicolons or tabs do too)",
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
        self.stderr.write(_used(given, options))
        for warning in _warnings(lists, given, options):
            self.stderr.write(f"warning: {warning}")
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


def _used(given: Given, options: dict[str, Any]) -> str:
    """Say by which rules the mandates are distributed, and what the command line set itself."""
    if given.edition is not None:
        return f"edition: {given.edition.code}"
    named = [f"--seats {given.mandates}"]
    if options["threshold"] is not None:
        named.append(f"--threshold {per_cent(options['threshold'])[:-1]}")
    if options["base"] is not None:
        named.append(f"--base {options['base']}")
    return f"edition: none named; the rules of {UNNAMED.code} with {' '.join(named)}"


def _warnings(lists: list[ListVotes], given: Given, options: dict[str, Any]) -> Iterator[str]:
    total = sum(entry.votes for entry in lists)
    yield from allocation_warnings.of_base(options["base"], total)
    if given.edition is None:
        return
    yield from allocation_warnings.of_threshold(given.rules, given.edition)
    if isinstance(given.edition, Edition):
        yield from allocation_warnings.of_mandates(
            given.mandates, given.edition, options["body"] or given.edition.body
        )
        if given.edition.ballot.against_all.value and options["base"] is None:
            yield allocation_warnings.AGAINST_ALL


def _given(options: dict[str, Any]) -> Given:
    edition = _edition(options)
    rules = (edition or UNNAMED).allocation
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
    named = None if code is None else _named(code)
    proposed = None if day is None else _proposed(_body_of(body), day)
    if named is not None and body is not None and named.body != _body_of(body):
        raise _refused(f"the edition {named.code} is not of the body {body}")
    if named is not None and proposed is not None and named is not proposed:
        raise _refused(f"on {day} the edition {proposed.code} governs, not {named.code}")
    return named or proposed


def _named(code: str) -> AllocationEdition:
    try:
        return allocation_edition(code)
    except UnknownEditionError as error:
        codes = ", ".join(edition.code for edition in ALLOCATION_EDITIONS)
        raise _refused(f"{error}; there are {codes}") from None


def _proposed(body: str, day: date) -> AllocationEdition:
    try:
        return allocation_edition_for(body, day)
    except UnknownEditionError as error:
        spans = [
            f"{edition.code} ({_span(edition)})"
            for edition in ALLOCATION_EDITIONS
            # An edition for practice alone governs no day.
            if edition.body == body and edition.valid_from < edition.valid_until
        ]
        there = "there is" if len(spans) == 1 else "there are"
        raise _refused(f"{error}; {there} {', '.join(spans)}") from None


def _span(edition: AllocationEdition) -> str:
    """Write the days of an edition, the last one included."""
    if edition.valid_until.year == date.max.year:
        return f"from {edition.valid_from}"
    last = edition.valid_until - timedelta(days=1)
    return f"{last}" if last == edition.valid_from else f"{edition.valid_from} to {last}"


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
        # fromisoformat alone reads weeks and days without hyphens too.
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2023-03-19")


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
