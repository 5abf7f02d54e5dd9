from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from portal.base import audit


class Command(BaseCommand):
    help = "Recompute every seal of the audit record; exit status 1 names the first break."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--known",
            nargs="*",
            default=[],
            metavar="DIGEST",
            help="digests of seals as they stand on receipts and publications",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = audit.verify(known=options["known"])
        self.stdout.write(
            f"{found.seals} seals over {found.events} events, {found.unsealed} not yet sealed, "
            f"{found.unnamed} without a name; newest seal {found.newest}"
        )
        for line in found.unguarded:
            self.stderr.write(f"NOT GUARDED {line}")
        if found.broken:
            self.stderr.write(f"BROKEN {found.broken}")
        if not found.is_whole:
            sys.exit(1)
        self.stdout.write("The record is whole.")
