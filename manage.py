#!/usr/bin/env python
"""Entry point of the commands. Without any environment it runs in demonstration mode."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415 (hint below)
    except ImportError as error:
        raise SystemExit("Django is not installed here: run `make setup`.") from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
