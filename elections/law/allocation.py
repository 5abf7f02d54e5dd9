"""Mandates from votes: the first election quotient, whole parts, then the largest remainders.

Article 97-1 of the Constitutional Law on Elections, as docs/allocation.md works it in prose with
the numbers of 10 January 2021. Exact integers and fractions only. What the law leaves open is
returned as a value: a lot to draw (`Lot`) or a decision of the commission (`Decision`), never an
exception and never a guess; the seats that hang on it are None.

    rules = editions.edition("majilis-2020").allocation
    result = allocate([ListVotes("nur-otan", 5148074), …], mandates=98, rules=rules)
    result.seats["nur-otan"]  # 76
    result.as_json()          # the object of `manage.py allocate --json`
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import groupby

from elections.law.outcome import Allocation, Decision, Lot, PartyResult
from elections.law.rules import AllocationRules, Gap, TieRule
from elections.law.steps import (
    ExceptionStep,
    QuotientStep,
    RemainderRow,
    RemaindersStep,
    ResultRow,
    ResultStep,
    Standing,
    Step,
    ThresholdRow,
    ThresholdStep,
    WholeRow,
    WholeStep,
    fraction_text,
)

__all__ = [
    "Allocation",
    "AllocationInputError",
    "Decision",
    "ListVotes",
    "Lot",
    "PartyResult",
    "Registration",
    "admitted",
    "allocate",
]


WHOLE = Fraction(1)  # the factor of a list that passed: none


class AllocationInputError(ValueError):
    """The numbers given cannot be those of an election; the message says why, in English."""


@dataclass(frozen=True, slots=True)
class Registration:
    """When a list was registered: the instant, and its place in the sequence of that commission.

    `number` tells lists of one instant apart; all lists of a contest have it, or none.
    """

    at: datetime
    number: int | None = None

    @property
    def order(self) -> tuple[datetime, int]:
        """Give the key that sorts earlier registrations first; equal keys need a lot."""
        return (self.at, self.number or 0)


@dataclass(frozen=True, slots=True)
class ListVotes:
    """One list on the ballot: a name that is unique in the contest, and its votes.

    `registered` decides between equal remainders; all lists of a contest have it, or none.
    """

    party: str
    votes: int
    registered: Registration | None = None


def allocate(
    lists: Iterable[ListVotes],
    *,
    mandates: int,
    rules: AllocationRules,
    base: int | None = None,
    drawn: Mapping[str, Sequence[str]] | None = None,
) -> Allocation:
    """Distribute the mandates of one contest among its lists.

    `base` is the number of votes that the threshold is a share of (default: the votes of all lists;
    with "against all" on the ballot the caller adds those). `drawn` maps digests of lots
    (`Lot.digest`) to the lists that won them; a lot whose question is not asked is ignored and
    reported. Art. 97-1. Raises AllocationInputError for numbers of no election.
    """
    ballot = _in_order(lists)
    total = sum(entry.votes for entry in ballot)
    base = total if base is None else base
    _check(ballot, mandates, base)
    case = _Case(tuple(ballot), mandates, base, rules, dict(drawn or {}))
    result = _distribute(case, admitted(ballot, rules.threshold.value, base))
    asked = {lot.digest for lot in result.lots}
    return replace(result, ignored_lots=tuple(sorted(set(case.drawn) - asked)))


def admitted(lists: Iterable[ListVotes], threshold: Fraction, base: int) -> tuple[ListVotes, ...]:
    """Give the lists that reach the threshold, in the order given.

    "7 per cent and more" is compared exactly. Where no list has a single vote, none passes, even at
    a threshold of zero. Art. 97-1(1).
    """
    entries = tuple(lists)
    if not any(entry.votes for entry in entries):
        return ()
    return tuple(
        entry
        for entry in entries
        if entry.votes * threshold.denominator >= threshold.numerator * base
    )


@dataclass(frozen=True, slots=True)
class _Case:
    ballot: tuple[ListVotes, ...]
    mandates: int
    base: int
    rules: AllocationRules
    drawn: Mapping[str, Sequence[str]]


def _in_order(lists: Iterable[ListVotes]) -> list[ListVotes]:
    return sorted(lists, key=lambda entry: (-entry.votes, entry.party))


def _check(ballot: Sequence[ListVotes], mandates: int, base: int) -> None:
    if not ballot:
        raise AllocationInputError("there is no list")
    if mandates < 1:
        raise AllocationInputError("there must be at least one mandate")
    if len({entry.party for entry in ballot}) < len(ballot):
        raise AllocationInputError("a list stands there twice")
    if any(entry.votes < 0 for entry in ballot):
        raise AllocationInputError("votes are negative")
    if base < max(entry.votes for entry in ballot):
        raise AllocationInputError("the base of the threshold is below the votes of a single list")
    instants = [entry.registered for entry in ballot if entry.registered is not None]
    if 0 < len(instants) < len(ballot):
        raise AllocationInputError("only some lists have a time of registration")
    if len({entry.at.utcoffset() is None for entry in instants}) > 1:
        raise AllocationInputError("times of registration with and without a zone are mixed")
    if len({entry.number is None for entry in instants}) > 1:
        raise AllocationInputError("only some lists have a number of registration")


def _distribute(case: _Case, passed: tuple[ListVotes, ...]) -> Allocation:
    steps: tuple[Step, ...] = (_threshold_step(case, passed),)
    if not passed:
        return _stop(case, passed, steps, Gap.NOBODY_PASSES, concerned=case.ballot)
    if len(case.ballot) == 1:
        return _stop(case, passed, steps, Gap.ONE_LIST_ALONE, concerned=case.ballot)
    if len(passed) == 1 and case.rules.second_list.value.takes_part:
        return _with_second(case, passed[0], steps)
    return _shared(case, passed, steps)


def _threshold_step(case: _Case, passed: tuple[ListVotes, ...]) -> ThresholdStep:
    share = case.rules.threshold.value
    # The smallest whole number of votes that is not below the line: rounded up with integers.
    needed = -(-share.numerator * case.base // share.denominator)
    if not any(entry.votes for entry in case.ballot):
        needed = max(needed, 1)
    parties = _names(passed)
    rows = tuple(
        ThresholdRow(e.party, e.votes, e.party in parties, max(0, needed - e.votes))
        for e in case.ballot
    )
    return ThresholdStep(
        case.rules.threshold.article, _without_seats(passed), share, case.base, needed, rows
    )


def _stop(
    case: _Case,
    passed: tuple[ListVotes, ...],
    steps: tuple[Step, ...],
    gap: Gap,
    *,
    concerned: tuple[ListVotes, ...],
) -> Allocation:
    """End where no rule was found: seats of the lists concerned are open, of others 0."""
    passing, undecided = _names(passed), _names(concerned)
    known = {entry.party: None if entry.party in undecided else 0 for entry in case.ballot}
    parties = tuple(
        PartyResult(e.party, e.votes, e.party in passing, known[e.party], None, known[e.party])
        for e in case.ballot
    )
    decision = Decision(gap, case.rules.gaps.article)
    return Allocation(case.mandates, case.base, None, parties, steps, decisions=(decision,))


def _shared(case: _Case, passed: tuple[ListVotes, ...], steps: tuple[Step, ...]) -> Allocation:
    """Distribute among the lists that passed: whole parts, then the largest remainders.

    A list that passed alone comes here too where the edition knows no second list: it has all.
    """
    quotient = _quotient_step(case, passed)
    whole = _whole_step(case, [_whole_row(entry, quotient) for entry in passed])
    remainders, lot = _remainders_step(case, passed, whole, quotient)
    lots = () if lot is None else (lot,)
    return _finish(case, passed, (*steps, quotient, whole, remainders), lots)


def _with_second(case: _Case, first: ListVotes, steps: tuple[Step, ...]) -> Allocation:
    """Distribute when a single list passed: the next list by votes takes part below the threshold.

    The quotas of the second list are multiplied by the edition's factor and give it at least the
    edition's minimum; the first list has all other mandates, so remainders do not compete and no
    tie of remainders can arise. Art. 97-1(2)-(3).
    """
    rule = case.rules.second_list
    others = [entry for entry in case.ballot if entry != first]
    options = tuple(entry for entry in others if entry.votes == others[0].votes)
    second = options[0] if len(options) == 1 else None
    exception = ExceptionStep(
        rule.article,
        _without_seats((first, *options)),
        first.party,
        None if second is None else second.party,
        tuple(entry.party for entry in options),
        rule.value.factor,
        rule.value.minimum,
    )
    steps = (*steps, exception)
    if second is None:
        return _stop(case, (first,), steps, Gap.SECOND_PLACE_TIED, concerned=(first, *options))
    if case.mandates <= rule.value.minimum:
        # The minimum of the second list would leave the list that passed without any mandate.
        return _stop(case, (first,), steps, Gap.TOO_FEW_MANDATES, concerned=(first, second))
    taking_part = (first, second)
    quotient = _quotient_step(case, taking_part)
    reduced = _whole_row(second, quotient, rule.value.factor, rule.value.minimum)
    whole = _whole_step(case, [_whole_row(first, quotient), reduced])
    gets = {first.party: whole.open, second.party: 0}
    remainders = RemaindersStep(
        case.rules.freed_mandates.article,
        _standings({row.party: row.whole + gets[row.party] for row in whole.rows}),
        tuple(
            RemainderRow(row.party, row.remainder, gets[row.party], "exception")
            for row in whole.rows
        ),
        whole.open,
    )
    return _finish(case, (first,), (*steps, quotient, whole, remainders))


def _quotient_step(case: _Case, taking_part: Sequence[ListVotes]) -> QuotientStep:
    votes = sum(entry.votes for entry in taking_part)
    standings = _without_seats(taking_part)
    return QuotientStep(case.rules.quotient.article, standings, votes, case.mandates)


def _whole_row(
    entry: ListVotes, quotient: QuotientStep, factor: Fraction = WHOLE, minimum: int = 0
) -> WholeRow:
    over = entry.votes * quotient.mandates * factor.numerator
    under = quotient.votes * factor.denominator
    whole, rest = divmod(over, under)
    return WholeRow(
        party=entry.party,
        votes=entry.votes,
        quotas=Fraction(over, under),
        whole=max(whole, minimum),
        remainder=Fraction(rest, under),
        raised=whole < minimum,
    )


def _whole_step(case: _Case, rows: Sequence[WholeRow]) -> WholeStep:
    given = sum(row.whole for row in rows)
    standings = _standings({row.party: row.whole for row in rows})
    article = case.rules.quotient.article
    return WholeStep(article, standings, tuple(rows), given, case.mandates - given)


def _remainders_step(
    case: _Case, passed: Sequence[ListVotes], whole: WholeStep, quotient: QuotientStep
) -> tuple[RemaindersStep, Lot | None]:
    """Give the open mandates to the largest remainders, the last by the tie rule or a lot."""
    # All remainders have the votes that take part as denominator, so these stand for them.
    rests = {row.party: row.votes * case.mandates % quotient.votes for row in whole.rows}
    ranked = sorted(whole.rows, key=lambda row: (-rests[row.party], -row.votes, row.party))
    gets: dict[str, tuple[int | None, str]] = {
        row.party: (int(place < whole.open), "remainder") for place, row in enumerate(ranked)
    }
    lot: Lot | None = None
    # There are fewer mandates open than remainders, so behind the last that counts stands another.
    last = rests[ranked[whole.open - 1].party] if whole.open else None
    if last == rests[ranked[whole.open].party]:
        tied = [entry for entry in passed if rests[entry.party] == last]
        above = sum(rest > last for rest in rests.values())
        texts = fraction_text(Fraction(last, quotient.votes)), fraction_text(quotient.quotient)
        question = f"equal_remainders {texts[0]} {texts[1]}"
        settled, lot = _break_tie(case, tied, whole.open - above, question)
        gets |= settled
        # Within equal remainders: those that receive a mandate or draw for one, then the others.
        in_turn = sorted(settled, key=lambda party: settled[party][0] == 0)
        by_party = {row.party: row for row in whole.rows}
        ranked[above : above + len(tied)] = [by_party[party] for party in in_turn]
    rows = tuple(RemainderRow(row.party, row.remainder, *gets[row.party]) for row in ranked)
    standings = {row.party: _plus(row.whole, gets[row.party][0]) for row in whole.rows}
    step = RemaindersStep(case.rules.remainders.article, _standings(standings), rows, whole.open)
    return step, lot


def _break_tie(
    case: _Case, tied: Sequence[ListVotes], seats: int, question: str
) -> tuple[dict[str, tuple[int | None, str]], Lot | None]:
    """Settle equal remainders by earlier registration, and by a lot among equals in that too.

    There are fewer `seats` than `tied` lists. Lists that the order of registration settles take no
    part in the lot, so that nothing is drawn whose outcome is known.
    """
    gets: dict[str, tuple[int | None, str]] = {}
    left = seats
    for group in _by_registration(case, tied):
        if len(group) > left > 0:
            lot = _lot(case, question, sorted(group), left)
            winners = lot.drawn
            for party in group:
                gets[party] = (None if winners is None else int(party in winners), "lot")
            # Whoever was registered later gets nothing, whatever the lot says.
            later = [entry.party for entry in tied if entry.party not in gets]
            return gets | dict.fromkeys(later, (0, "registered_earlier")), lot
        won = 1 if left else 0
        gets |= dict.fromkeys(group, (won, "registered_earlier"))
        left -= won * len(group)
    return gets, None


def _by_registration(case: _Case, tied: Sequence[ListVotes]) -> list[list[str]]:
    """Group tied lists by time of registration, the earliest first; else in one group."""
    if case.rules.tie.value is TieRule.LOT or any(entry.registered is None for entry in tied):
        return [[entry.party for entry in tied]]
    orders = {e.party: e.registered.order for e in tied if e.registered is not None}
    ranked = sorted(orders, key=lambda party: orders[party])
    return [list(group) for _, group in groupby(ranked, key=lambda party: orders[party])]


def _lot(case: _Case, question: str, options: Sequence[str], seats: int) -> Lot:
    lot = Lot(question, tuple(options), seats, case.rules.tie.article)
    winners = case.drawn.get(lot.digest)
    if winners is None:
        return lot
    if len(winners) != seats or len(set(winners)) != seats or not set(winners) <= set(options):
        raise AllocationInputError("the drawn lot does not answer its question")
    return replace(lot, drawn=tuple(sorted(winners)))


def _finish(
    case: _Case, passed: Sequence[ListVotes], steps: tuple[Step, ...], lots: tuple[Lot, ...] = ()
) -> Allocation:
    """Write the result of the last step for every list on the ballot."""
    quotient = next(step.quotient for step in steps if isinstance(step, QuotientStep))
    wholes = {r.party: r for step in steps if isinstance(step, WholeStep) for r in step.rows}
    final = {standing.party: standing.seats for standing in steps[-1].standings}
    passing = _names(passed)
    parties, rows = [], []
    for entry in case.ballot:
        row = wholes.get(entry.party)
        seats = final.get(entry.party, 0)
        whole = 0 if row is None else row.whole
        remainder = None if row is None else row.remainder
        extra = None if seats is None else seats - whole
        has_passed = entry.party in passing
        parties.append(PartyResult(entry.party, entry.votes, has_passed, whole, remainder, seats))
        rows.append(ResultRow(entry.party, whole, extra, seats))
    standings = _standings({result.party: result.seats for result in parties})
    last = ResultStep(case.rules.quotient.article, standings, tuple(rows), case.mandates)
    return Allocation(case.mandates, case.base, quotient, tuple(parties), (*steps, last), lots)


def _names(lists: Iterable[ListVotes]) -> frozenset[str]:
    return frozenset(entry.party for entry in lists)


def _plus(whole: int, extra: int | None) -> int | None:
    return None if extra is None else whole + extra


def _without_seats(lists: Iterable[ListVotes]) -> tuple[Standing, ...]:
    return tuple(Standing(entry.party, 0) for entry in lists)


def _standings(seats: Mapping[str, int | None]) -> tuple[Standing, ...]:
    return tuple(Standing(party, number) for party, number in seats.items())
