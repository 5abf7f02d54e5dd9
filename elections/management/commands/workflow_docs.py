"""`workflow_docs`: print docs/workflow.md from the tables of `elections.law.workflow`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from elections.law import workflow
from elections.law.workflow import Guard, Transition

PAGE = Path(settings.BASE_DIR) / "docs" / "workflow.md"
HEAD = """\
# States, and who moves them

Printed by `manage.py workflow_docs` from the tables in `elections/law/workflow.py`; a test
compares. `elections/transitions.py` is the only code that sets a state: it locks the row, asks the
table and the right, and writes state, audit record and notices in one transaction. What a table
does not name is refused; a refusal that no honest click meets is written down as a refused attempt.
"""
TABLES: dict[str, tuple[str, tuple[Transition, ...]]] = {
    "Party list": (
        "A proposal is no state: it waits beside the list, which moves when it is confirmed.",
        workflow.LIST,
    ),
    "Proposal": (
        "For every decision that needs two people; at most one is open per list and contest.",
        workflow.PROPOSAL,
    ),
    "Protocol of a polling station": (
        "With one entry needed; the states of a second entry belong to elections still to come.",
        workflow.PROTOCOL,
    ),
}
GUARDS: dict[Guard, str] = {
    Guard.ADMITTED: "the party is admitted in this territory",
    Guard.NO_LIVING_LIST: "the party has no other living list in this contest",
    Guard.NO_ERRORS: "no finding of severity error",
    Guard.WINDOW_OPEN: "nomination is open",
    Guard.DIGEST_SHOWN: "bound to the digest that was shown",
    Guard.TWO_PEOPLE: "proposed by one, confirmed by another",
    Guard.RESOLUTION: "number and time of the resolution are given",
    Guard.GROUND: "ground, article and reason are given",
    Guard.NO_OPEN_PROPOSAL: "no other proposal is open",
    Guard.BEFORE_REGISTRATION: "before registration closes",
    Guard.REASON: "a reason is given",
    Guard.OWN: "one's own",
    Guard.ANOTHERS: "somebody else's",
    Guard.VOTING_CLOSED: "voting has closed",
    Guard.WARNINGS_ACCEPTED: "each warning is accepted with a reason, for these numbers",
}


def page() -> str:
    """Return the whole page."""
    parts = [HEAD]
    for title, (note, table) in TABLES.items():
        parts.append(f"## {title}\n\n{note}\n\n{_table(table)}")
    return "\n".join(parts)


def _table(table: Iterable[Transition]) -> str:
    lines = [
        "| from | event | to | who | what must hold | article |",
        "|---|---|---|---|---|---|",
    ]
    lines += [f"| {' | '.join(_cells(row))} |" for row in table]
    return "\n".join(lines) + "\n"


def _cells(row: Transition) -> list[str]:
    who = ", ".join(sorted(_words(role) for role in row.roles))
    return [
        _words(row.source) if row.source else "–",
        _words(row.event),
        _words(row.target),
        who or "follows by itself",
        "; ".join(GUARDS[guard] for guard in row.guards) or "–",
        row.article or "–",
    ]


def _words(code: str) -> str:
    return code.replace("_", " ")


class Command(BaseCommand):
    """Write the page, or say whether the one that is there differs."""

    help = "Writes docs/workflow.md from the tables of transitions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if the page differs"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        text = page()
        if not options["check"]:
            PAGE.write_text(text, encoding="utf-8")
        elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            raise CommandError("docs/workflow.md differs from elections/law/workflow.py.")
