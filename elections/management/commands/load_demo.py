from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, transaction

from elections.practice import cast
from elections.practice import services as practice
from elections.results.record import load
from elections.results.record.files import Record, WrongDataError
from portal.base import audit, clock

RECORD = Path(__file__).resolve().parents[2] / "data" / "record-2021"
# Any number that no other lock of ours has: two runs at once must not load twice.
LOCK = 20210110


class Command(BaseCommand):
    help = (
        "Load the elections of 10 January 2021 from the data files and make the practice elections"
        " with their people; a second run changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", type=Path, default=RECORD, help="directory of the data files")
        parser.add_argument(
            "--only-record", action="store_true", help="make no practice elections and no people"
        )
        parser.add_argument(
            "--renew", action="store_true", help="make the practice elections anew, as at first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("load_demo is refused in production.")
        try:
            record = Record.read(options["from"])
        except WrongDataError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        try:
            self._load(record)
            if not options["only_record"]:
                self._practise(renew=options["renew"])
        except DatabaseError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error

    def _practise(self, *, renew: bool) -> None:
        act = practice.renew if renew else practice.make
        made = act(at=clock.now(), by="load_demo")
        self.stdout.write(
            f"Practice: {made} elections were made."
            if made
            else "The practice elections are there already; nothing was changed."
        )
        for line in cast.as_table():
            self.stdout.write(line)

    def _load(self, record: Record) -> None:
        with transaction.atomic():
            self._lock()
            if load.is_loaded(record):
                self.stdout.write("The record is there already; nothing was changed.")
                return
            with audit.acting(by="load_demo", why="record.loaded"):
                contests = load.load(record, by="load_demo", at=clock.now())
        self.stdout.write(f"Loaded: {contests} contests of {len(record.elections)} elections.")

    def _lock(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
