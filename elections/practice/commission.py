"""What a commission's people do in the story, through the services of review and results."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Max

from elections import values
from elections.models import Contest, Decision, PartyList, Protocol
from elections.practice.teller import Teller
from elections.results import entries, publishing, recompute
from elections.results import services as results
from elections.review import services as review
from parties.models import User

# Who does a thing in each commission, and who confirms it.
DUTY = {"shymkent": ("saule", "timur", "zhanar"), "almaty": ("erlan", "madina", "madina")}


def _on_duty(teller: Teller, contest: Contest) -> tuple[User, User, User]:
    first, second, chair = (teller.stage.people[key] for key in DUTY[contest.territory.slug])
    return first, second, chair


# --- lists ---------------------------------------------------------------------------------


def take(teller: Teller, party_list: PartyList, at: datetime) -> None:
    """Take a list into review."""
    row = teller.fresh(party_list)
    first, _, _ = _on_duty(teller, row.contest)
    review.take(row, by=first, at=at)


def propose_registration(teller: Teller, party_list: PartyList, at: datetime) -> Decision:
    """Propose to register; the second person still has to confirm."""
    row = teller.fresh(party_list)
    first, _, _ = _on_duty(teller, row.contest)
    digest = review.newest_submission(row).digest
    return review.propose(row, "register", shown_digest=digest, by=first, at=at)


def register(teller: Teller, party_list: PartyList, at: datetime) -> None:
    """Take a list, propose its registration and confirm it by a second person."""
    take(teller, party_list, at)
    decision = propose_registration(teller, party_list, at + timedelta(minutes=20))
    _confirm(teller, decision, at + timedelta(minutes=50))


def refuse(teller: Teller, party_list: PartyList, at: datetime) -> None:
    """Take a list, propose to refuse it and confirm that by a second person."""
    take(teller, party_list, at)
    row = teller.fresh(party_list)
    first, _, _ = _on_duty(teller, row.contest)
    decision = review.propose(
        row,
        "refuse",
        shown_digest=review.newest_submission(row).digest,
        ground="талапқа сәйкес келмейді",
        article="Art. 104",
        reason="Хаттамадан үзінді көшірме қоса берілмеген.",
        by=first,
        at=at + timedelta(minutes=20),
    )
    _confirm(teller, decision, at + timedelta(minutes=50))


def _confirm(teller: Teller, decision: Decision, at: datetime) -> None:
    assert decision.list is not None  # noqa: S101 (both kinds are about a list)
    contest = teller.fresh(decision.list).contest
    _, second, _ = _on_duty(teller, contest)
    resolution = review.Resolution(_next_number(contest, at), at, votes_for=5, votes_against=0)
    review.confirm(
        decision, shown_digest=decision.digest_reviewed, resolution=resolution, by=second, at=at
    )


def _next_number(contest: Contest, at: datetime) -> int:
    """Return the number after the last one of the commission in that year."""
    year = values.local_day(contest, at).year
    taken = Decision.objects.filter(commission=contest.commission_id, year=year)
    return (taken.aggregate(newest=Max("number"))["newest"] or 0) + 1


# --- election night ------------------------------------------------------------------------


def level_votes(so_far: Sequence[int], more: Sequence[int], mandates: int) -> list[int]:
    """Return votes near `more` after which one mandate lies between the second and third list.

    All remainders together are one quota: a fifth of it is the first list's, two fifths each are
    the others'.
    """
    quota = -(-(sum(so_far) + sum(more)) // mandates)
    equal = 2 * quota // 5
    second, third = (
        max(0, round((before + now - equal) / quota))
        for before, now in zip(so_far[1:], more[1:], strict=True)
    )
    whole = (mandates - 1 - second - third, second, third)
    left = (quota - 2 * equal, equal, equal)
    wanted = [quotas * quota + rest for quotas, rest in zip(whole, left, strict=True)]
    return [votes - before for votes, before in zip(wanted, so_far, strict=True)]


class Night:
    """One contest's polling stations; `shares` are the lists' votes in a hundred, by the ballot."""

    def __init__(self, teller: Teller, place: str, shares: tuple[int, ...]) -> None:
        self._teller = teller
        self._place = place
        self._shares = shares
        self._random = random.Random(f"{teller.plan.slug} {place}")  # noqa: S311 (made-up votes)
        self._sums: Counter[int] = Counter()

    @property
    def stations(self) -> int:
        """Return how many polling stations there are."""
        return Protocol.objects.filter(contest=self._contest).count()

    @property
    def _contest(self) -> Contest:
        return self._teller.contest(self._place)

    @property
    def _people(self) -> tuple[User, User, User]:
        return _on_duty(self._teller, self._contest)

    def open(self, at: datetime) -> None:
        """Prepare an empty protocol for each polling station."""
        results.open_protocols(self._contest, by=self._people[0], at=at)

    def confirm(self, number: int, at: datetime) -> None:
        """Type a protocol in and make it definitive; both clerks work."""
        self._confirm(number, at, *self._counted())

    def level(self, number: int, at: datetime) -> None:
        """Make the last protocol definitive, after which two lists have equal remainders."""
        fields, votes = self._counted()
        so_far = [self._sums[pk] for pk in votes]
        mandates = self._contest.mandates or 0
        level = level_votes(so_far, list(votes.values()), mandates)
        more = sum(level) - sum(votes.values())
        changed = {name: fields[name] + more for name in ("received_ballots", "valid")}
        self._confirm(number, at, fields | changed, dict(zip(votes, level, strict=True)))

    def _confirm(
        self, number: int, at: datetime, fields: dict[str, int], votes: dict[int, int]
    ) -> None:
        by = self._people[number % 2]
        results.confirm(self._protocol(number), fields=fields, votes=votes, by=by, at=at)
        self._sums.update(votes)

    def begin(self, number: int, at: datetime) -> None:
        """Type half of a protocol in and leave it."""
        fields, _ = self._counted()
        begun = {name: fields[name] for name in ("voters_listed", "received_ballots")}
        results.save_entry(
            self._protocol(number), fields=begun, votes={}, by=self._people[1], at=at
        )

    def reopen(self, number: int, at: datetime) -> None:
        """Let the chair set a definitive entry aside."""
        results.reopen(
            self._protocol(number),
            reason="Бақылаушының шағымы: дауыстар қайта саналады",
            by=self._people[2],
            at=at,
        )

    def compute(self) -> None:
        """Make the result fresh, as the task does."""
        recompute.make_fresh(self._contest.pk)

    def publish(self, at: datetime) -> None:
        """Propose the final result and confirm it by a second person."""
        contest = self._contest
        first, second, _ = self._people
        shown = publishing.preview(contest, at=at).digest
        decision = publishing.propose_publication(contest, shown_digest=shown, by=first, at=at)
        later = at + timedelta(minutes=40)
        publishing.confirm_publication(decision, shown_digest=shown, by=second, at=later)

    def _protocol(self, number: int) -> Protocol:
        return Protocol.objects.get(contest=self._contest, precinct__number=number)

    def _counted(self) -> tuple[dict[str, int], dict[int, int]]:
        """Count one station: numbers that agree with each other, by lot from a fixed seed."""
        voters = self._random.randint(900, 2400)
        received = voters * self._random.randint(52, 71) // 100
        invalid = received * self._random.randint(1, 3) // 100
        left = received - invalid
        lists = entries.ballot(self._contest)
        votes = {lists[0].pk: 0}
        for row, share in zip(lists[1:], self._shares[1:], strict=True):
            votes[row.pk] = (
                (received - invalid) * (share * 10 + self._random.randint(-9, 9)) // 1000
            )
            left -= votes[row.pk]
        votes[lists[0].pk] = left
        fields = {
            "voters_listed": voters,
            "received_ballots": received,
            "absentee": received // 250,
            "outside": received // 60,
            "valid": received - invalid,
            "invalid": invalid,
        }
        return fields, votes
