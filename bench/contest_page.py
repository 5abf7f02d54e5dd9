"""What the public pages cost, against sending the stored text of the same contest as it is.

The baseline is result.json: one query, no computation, no template. Everything runs through the
whole stack of middleware on the record of 10 January 2021, in a database of its own that is
dropped again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import StringIO

from django.core.management import call_command
from django.test import Client

from bench import database
from bench.harness import compare, report

BASELINE = "/elections/2021-01-10-majilis/result.json"
PAGES = {
    "the Majilis, all steps": "/kk/elections/2021-01-10-majilis/",
    "its CSV": "/elections/2021-01-10-majilis/result.csv",
    "a maslikhat, all steps": "/kk/elections/2021-01-10-maslikhat/aktobe-region/",
    "a maslikhat without result": "/kk/elections/2021-01-10-maslikhat/semey/",
    "216 maslikhats": "/kk/elections/2021-01-10-maslikhat/",
    "home": "/kk/",
    "search": "/kk/search/?q=%D0%B0%D0%BB%D0%BC%D0%B0%D1%82%D1%8B",
}
LIMITS = {
    "the Majilis, all steps": 20.0,
    "its CSV": 3.0,
    "a maslikhat, all steps": 15.0,
    "216 maslikhats": 45.0,
}
MOST_QUERIES = 6


@contextmanager
def record() -> Iterator[Client]:
    """Give a client of a portal that holds the record and nothing else."""
    with database.fresh():
        call_command("load_demo", only_record=True, stdout=StringIO())
        yield Client()


def queries(client: Client, pages: Mapping[str, str]) -> bool:
    """Print what each page asks of the database; return False where a contest asks too much."""
    print("\nQueries of a page")
    kept = True
    for name, address in pages.items():
        asked = database.queries(client, address)
        kept &= asked <= MOST_QUERIES
        print(f"  {name:<28}{asked}")
    return kept


def main() -> bool:
    """Measure the pages that most readers open."""
    with record() as client:
        kept = queries(client, PAGES)
        lines = compare(
            ("result.json", partial(client.get, BASELINE)),
            {name: partial(client.get, address) for name, address in PAGES.items()},
            limits=LIMITS,
        )
        return report("Public pages of 10 January 2021", lines) and kept
