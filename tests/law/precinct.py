"""A precinct whose protocol fits in every equation."""

from __future__ import annotations

# One precinct in which everything fits: 1,000 voters, 1,010 ballots, 600 given out, all found.
COUNTS: dict[str, object] = {
    "voters_listed": 1000,
    "delivered": 1010,
    "received_ballots": 600,
    "absentee": 5,
    "outside": 20,
    "unused": 407,
    "spoiled": 3,
    "stationary": 580,
    "portable": 20,
    "wrong_form": 0,
    "valid": 590,
    "invalid": 10,
}
