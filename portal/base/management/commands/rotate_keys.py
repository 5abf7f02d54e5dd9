from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from portal.base import rotation


class Command(BaseCommand):
    help = (
        "Encrypt every encrypted column under the first of ENCRYPTION_KEYS and compute the blind "
        "indexes anew. Can be interrupted and run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for table in rotation.tables():
            try:
                done = rotation.rotate(table)
            except (rotation.RotationError, DatabaseError) as error:
                raise CommandError(f"{table.name}: {error}") from error
            self.stdout.write(f"{table.name}: {done} rows renewed")
