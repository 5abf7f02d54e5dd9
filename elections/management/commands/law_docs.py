"""`law_docs`: print docs/law/{kk,ru,en}.md from the editions of the law."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from elections.public import law_page
from elections.public.law_page import Cell, Group, Stretch

PAGES = Path(settings.BASE_DIR) / "docs" / "law"
LANGUAGES = ("kk", "ru", "en")


def page(language: str) -> str:
    """Return the whole page in one language."""
    with translation.override(language):
        parts = [
            "# " + _("The law as rules"),
            _("Printed by `manage.py law_docs` from the editions in `elections/law/editions/`."),
            _("Articles: %(law)s, unless another law is named.") % {"law": law_page.cited_law()},
            _("Every rule bears its article and how sure it is:"),
            "\n".join(f"- **{tag}**: {text}" for tag, text in law_page.tags()),
            _("In the calendar E is election day; times are local."),
            "## " + _("Editions"),
            "\n".join(
                f"- `{code}`: {body}, " + _("from %(day)s") % {"day": law_page.short_day(first)}
                for code, body, first in law_page.editions()
            ),
            *(_group(group) for group in law_page.groups()),
            "## " + _("Where the rules were read"),
            "\n".join(f"{n}. <{address}>" for n, address in enumerate(law_page.sources(), 1)),
        ]
    return "\n\n".join(parts) + "\n"


def _group(group: Group) -> str:
    names = [name for name, _first in law_page.bodies()]
    lines = [f"| {' | '.join([_('Rule'), *names])} |", "|---" * (len(names) + 1) + "|"]
    lines += [
        f"| {' | '.join([row.label, *(_cell(cell) for cell in row.cells)])} |" for row in group.rows
    ]
    return f"## {group.title}\n\n" + "\n".join(lines)


def _cell(cell: Cell) -> str:
    return "<br>".join(_stretch(stretch) for stretch in cell.stretches)


def _stretch(stretch: Stretch) -> str:
    known = f"*{', '.join(part for part in (stretch.article, stretch.tags) if part)}*"
    if stretch.sources:
        known += f" [{', '.join(str(number) for number in stretch.sources)}]"
    if stretch.since is None:
        return f"{stretch.value} {known}"
    since = _("from %(day)s") % {"day": law_page.short_day(stretch.since)}
    return f"{since}: {stretch.value} {known}"


class Command(BaseCommand):
    """Write the pages, or say which of those that are there differ."""

    help = "Writes docs/law/{kk,ru,en}.md from the editions of the law."
    # The law needs no database.
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if a page differs"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for language in LANGUAGES:
            path, text = PAGES / f"{language}.md", page(language)
            if not options["check"]:
                PAGES.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != text:
                raise CommandError(
                    f"docs/law/{path.name} differs from the editions: run manage.py law_docs"
                )
