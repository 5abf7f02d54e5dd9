from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from elections.results import recompute
from portal.base import clock


class Command(BaseCommand):
    help = "Make the results of stale contests fresh, or check every stored one from scratch."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take which contests, and whether to compare instead of to store."""
        parser.add_argument("--all", action="store_true", help="every contest, not only stale ones")
        parser.add_argument(
            "--check",
            action="store_true",
            help="store nothing: compute from scratch, name each difference, and end with 1",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make fresh, or check."""
        if options["check"]:
            self._check()
            return
        contests = recompute.counted_here() if options["all"] else recompute.stale()
        keys = list(contests.values_list("pk", flat=True))
        for key in keys:
            recompute.make_fresh(key)
        self.stdout.write(f"Made fresh: {len(keys)}")

    def _check(self) -> None:
        count = recompute.counted_here().count()
        differences = list(recompute.check_all(at=clock.now()))
        for difference in differences:
            self.stderr.write(f"{difference.contest}: {difference.what}")
        if differences:
            raise CommandError(f"Differ: {len(differences)} of {count}")
        self.stdout.write(f"Equal to a computation from scratch: {count}")
