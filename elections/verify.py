"""Recompute the seats of a published result; any Python from 3.8 on, nothing to install.

    python3 verify.py result.json             recompute every seat and compare
    python3 verify.py result.json 3f9a41c7…   and compare the SHA-256 of the file with the one given

Exit status: 0 every seat is equal, 1 something differs, 2 the file cannot be checked.

This file imports nothing but the standard library and knows nothing of the program that computed
the seats. It works by another method: mandates are given one by one, each to the list that is owed
most, and all comparisons are cross-multiplied whole numbers. (A list is owed votes x mandates -
seats x sum, over the sum. Giving to whoever is owed most hands out first what is owed in full, then
the largest remainders; so the result must be that of the law: whole parts, then largest
remainders.)
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import datetime
from typing import Any, NoReturn

SCHEMA = "tizim/result/1"
LARGEST = 10**1000  # Python refuses to print numbers much longer than this
MOST_MANDATES = 100_000  # one by one: more would take long, and no parliament has them
FACTOR = (7, 10)  # a second list below the threshold: its quotas times 0.7 …
MINIMUM = 2  # … and at least two mandates
EQUAL, DIFFERENT, UNUSABLE = 0, 1, 2


class UnusableError(Exception):
    """The file cannot be checked; the message says why."""


def allocate(
    votes: dict[str, int],
    mandates: int,
    threshold_num: int,
    threshold_den: int,
    base: int,
    registered: dict[str, Any] | None = None,
    drawn: list[dict[str, Any]] | None = None,
    second_list: bool = True,
) -> dict[str, Any]:
    """Compute seats from votes: seats, passed, quotient, whole, remainder, lots, decisions.

    `threshold_num`/`threshold_den` is the threshold as a share of `base`. `registered` gives each
    list a value that sorts earlier registrations first. `drawn` are lots already drawn, as dicts
    with "options", "seats" and "drawn". Without `second_list` a list that passes alone has every
    mandate, as in 2007. A seat number is None while a lot or a decision is open.
    "quotient" is (votes, mandates), not reduced; None where nothing is distributed. "whole" and
    "remainder", a pair of numbers not reduced, are those of the lists that take part. Raises
    UnusableError for numbers of no election.
    """
    if not 1 <= mandates <= MOST_MANDATES:
        raise UnusableError(f"mandates must lie between 1 and {MOST_MANDATES}")
    anyone = any(number > 0 for number in votes.values())
    passed = [
        party
        for party, number in votes.items()
        if anyone and number * threshold_den >= threshold_num * base
    ]
    if not passed:
        return _open(votes, passed, list(votes), "nobody_passes")
    if len(votes) == 1:
        return _open(votes, passed, passed, "one_list_alone")
    if len(passed) == 1 and second_list:
        return _single(votes, mandates, passed[0])
    return _several(votes, mandates, passed, registered, drawn or [])


def _open(
    votes: dict[str, int], passed: list[str], concerned: list[str], code: str
) -> dict[str, Any]:
    seats = {party: None if party in concerned else 0 for party in votes}
    return _result(seats, passed, None, {}, {}, [], [code])


def _result(
    seats: dict[str, Any],
    passed: list[str],
    quotient: tuple[int, int] | None,
    whole: dict[str, int],
    remainder: dict[str, tuple[int, int]],
    lots: list[dict[str, Any]],
    decisions: list[str],
) -> dict[str, Any]:
    return {
        "seats": seats,
        "passed": passed,
        "quotient": quotient,
        "whole": whole,
        "remainder": remainder,
        "lots": lots,
        "decisions": decisions,
        "tied": [],
    }


def _single(votes: dict[str, int], mandates: int, first: str) -> dict[str, Any]:
    """Admit the next list by votes, reduced, with the minimum; the first has all the rest."""
    most = max(number for party, number in votes.items() if party != first)
    seconds = [party for party, number in votes.items() if party != first and number == most]
    if len(seconds) > 1:
        return _open(votes, [first], [first, *seconds], "second_place_tied")
    second = seconds[0]
    if mandates <= MINIMUM:
        return _open(votes, [first], [first, second], "too_few_mandates")
    total = votes[first] + votes[second]
    won = 0
    while FACTOR[0] * votes[second] * mandates >= (won + 1) * FACTOR[1] * total:
        won += 1
    rest = FACTOR[0] * votes[second] * mandates - won * FACTOR[1] * total
    won = max(won, MINIMUM)
    seats = dict.fromkeys(votes, 0)
    seats[second], seats[first] = won, mandates - won
    filled = _filled(votes[first], mandates, total)
    remainder = {
        first: (votes[first] * mandates - filled * total, total),
        second: (rest, FACTOR[1] * total),
    }
    whole = {first: filled, second: won}
    return _result(seats, [first], (total, mandates), whole, remainder, [], [])


def _filled(votes: int, mandates: int, total: int) -> int:
    """Count how many times the votes fill the quotient total:mandates."""
    filled = 0
    while votes * mandates >= (filled + 1) * total:
        filled += 1
    return filled


def _several(
    votes: dict[str, int],
    mandates: int,
    passed: list[str],
    registered: dict[str, Any] | None,
    drawn: list[dict[str, Any]],
) -> dict[str, Any]:
    """Give the mandates one by one, each to the list that is owed most."""
    total = sum(votes[party] for party in passed)
    seats: dict[str, Any] = dict.fromkeys(votes, 0)
    lots: list[dict[str, Any]] = []
    tied: list[str] = []
    left = mandates
    while left > 0:
        owed = {party: votes[party] * mandates - seats[party] * total for party in passed}
        most = max(owed.values())
        equal = [party for party in passed if owed[party] == most]
        if len(equal) > left:
            tied = equal
            _settle(equal, left, seats, registered, drawn, lots)
            break
        for party in equal:
            seats[party] += 1
        left -= len(equal)
    whole = {party: _filled(votes[party], mandates, total) for party in passed}
    remainder = {party: (votes[party] * mandates - whole[party] * total, total) for party in passed}
    found = _result(seats, passed, (total, mandates), whole, remainder, lots, [])
    return {**found, "tied": tied}


def _settle(
    equal: list[str],
    left: int,
    seats: dict[str, Any],
    registered: dict[str, Any] | None,
    drawn: list[dict[str, Any]],
    lots: list[dict[str, Any]],
) -> None:
    """Give the last mandates to lists owed the same: earlier registration first, then by lot."""
    waiting = list(equal)
    while left > 0:
        first = waiting
        if registered is not None:
            earliest = min(registered[party] for party in waiting)
            first = [party for party in waiting if registered[party] == earliest]
        if len(first) > left:
            _lot(sorted(first), left, seats, drawn, lots)
            return
        for party in first:
            seats[party] += 1
            waiting.remove(party)
        left -= len(first)


def _lot(
    options: list[str],
    left: int,
    seats: dict[str, Any],
    drawn: list[dict[str, Any]],
    lots: list[dict[str, Any]],
) -> None:
    """Ask a lot; the seats of its lists are open, unless it was drawn."""
    lots.append({"options": options, "seats": left})
    for answer in drawn:
        winners = answer.get("drawn")
        if winners and answer.get("options") == options and answer.get("seats") == left:
            if (
                len(winners) != left
                or len(set(winners)) != left
                or not set(winners) <= set(options)
            ):
                raise UnusableError("a drawn lot does not answer its question")
            for party in winners:
                seats[party] += 1
            return
    for party in options:
        seats[party] = None


def check(body: dict[str, Any]) -> list[str]:
    """Recompute a published body and return one sentence for each thing that differs.

    Raises UnusableError when there is nothing to recompute or the file is not what it should be.
    """
    if body.get("schema") != SCHEMA:
        raise UnusableError(f"this is no published result (its schema is not {SCHEMA})")
    published = body.get("allocation")
    if published is None:
        raise UnusableError("no seats were computed here, because the votes are not known")
    given = _part(body, "input", dict)
    votes = _votes(given)
    threshold = _fraction(_part(_part(body, "edition", dict), "threshold", str))
    rows = _rows(_kind(published, dict, "allocation"), votes)
    mine = allocate(
        votes,
        _number(body.get("mandates"), "mandates"),
        threshold[0],
        threshold[1],
        _number(given.get("base"), "input.base"),
        registered=_registered(given, votes),
        drawn=_lots(published),
    )
    steps = _expected_steps(votes, mine, threshold, given["base"])
    return [
        *_compare_rows(rows, mine, votes),
        *_compare_rest(published, mine),
        *_compare_steps(published, steps, votes),
        *_compare_lists(body, given, votes, mine["seats"]),
        *_compare_base(body, given, votes),
    ]


def _compare_rows(
    rows: dict[str, dict[str, Any]], mine: dict[str, Any], votes: dict[str, int]
) -> list[str]:
    """Compare what stands in the published table of the lists."""
    wrong = []
    for party, row in rows.items():
        facts = {
            "votes": votes[party],
            "passed": party in mine["passed"],
            "seats": mine["seats"][party],
        }
        if mine["quotient"] is not None:
            facts["whole"] = mine["whole"].get(party, 0)
            facts["remainder"] = mine["remainder"].get(party)
        wrong += [f"{party}: {sentence}" for sentence in _compare_values(row, facts)]
    return wrong


def _compare_values(published: dict[str, Any], facts: dict[str, Any]) -> list[str]:
    """Compare values by their names; a pair of numbers is the fraction that a text "a/b" says."""
    return [
        f"{name} published {_show(published.get(name))}, recomputed {_show(fact)}"
        for name, fact in facts.items()
        if not _same(published.get(name), fact)
    ]


def _same(published: Any, fact: Any) -> bool:
    if isinstance(fact, tuple) and published is not None:
        over, under = _fraction(_kind(published, str, "a fraction"))
        return bool(over * fact[1] == under * fact[0])
    # True is not 1 in a published file, though it is to Python.
    return bool(published == fact) and isinstance(published, bool) == isinstance(fact, bool)


def _expected_steps(
    votes: dict[str, int], mine: dict[str, Any], threshold: tuple[int, int], base: int
) -> list[dict[str, Any]]:
    """Give what each step must show: numbers, rows by list, and the seats held after it."""
    passed = mine["passed"]
    needed = _rounded_up(threshold[0] * base, threshold[1])
    if not any(votes.values()):
        needed = max(needed, 1)
    line = {"threshold": threshold, "base": base, "needed": needed}
    line["line"] = (threshold[0] * base, threshold[1])
    rows: dict[str, dict[str, Any]] = {
        party: {"votes": number, "passed": party in passed, "short": max(0, needed - number)}
        for party, number in votes.items()
    }
    steps = [_step("threshold", line, rows, dict.fromkeys(passed, 0))]
    is_alone = len(passed) == 1 and mine["decisions"] != ["one_list_alone"]
    if is_alone:
        steps.append(_exception(votes, passed[0]))
    if mine["quotient"] is not None:
        steps += _distribution(votes, mine, passed[0] if is_alone else "")
    return steps


def _rounded_up(over: int, under: int) -> int:
    """Find the smallest n with n x under at least over, by doubling: nothing is divided here."""
    multiples = [(1, under)]
    while multiples[-1][1] < over:
        number, multiple = multiples[-1]
        multiples.append((number + number, multiple + multiple))
    found, reached = 0, 0
    for number, multiple in reversed(multiples):
        if reached + multiple <= over:
            found, reached = found + number, reached + multiple
    return found if reached >= over else found + 1


def _step(
    code: str,
    numbers: dict[str, Any],
    rows: dict[str, dict[str, Any]],
    standings: dict[str, Any],
) -> dict[str, Any]:
    return {"code": code, "numbers": numbers, "rows": rows, "standings": standings}


def _exception(votes: dict[str, int], first: str) -> dict[str, Any]:
    most = max(number for party, number in votes.items() if party != first)
    options = sorted(p for p, number in votes.items() if p != first and number == most)
    numbers = {
        "first": first,
        "second": options[0] if len(options) == 1 else None,
        "options": options,
        "factor": FACTOR,
        "minimum": MINIMUM,
    }
    return _step("exception", numbers, {}, dict.fromkeys([first, *options], 0))


def _distribution(votes: dict[str, int], mine: dict[str, Any], first: str) -> list[dict[str, Any]]:
    """Give the steps from the quotient on; `first` is the list that passed alone, if one did."""
    total, mandates = mine["quotient"]
    whole, seats, remainder = mine["whole"], mine["seats"], mine["remainder"]
    left = mandates - sum(whole.values())
    divided, given, result = {}, {}, {}
    for party, number in whole.items():
        factor = FACTOR if first and party != first else (1, 1)
        over, under = votes[party] * mandates * factor[0], total * factor[1]
        divided[party] = {
            "votes": votes[party],
            "quotas": (over, under),
            "whole": number,
            "remainder": remainder[party],
            "raised": number * under > over,
        }
        given[party] = {
            "remainder": remainder[party],
            "gets": _more(seats[party], number),
            "why": "exception" if first else _why(party, mine),
        }
    for party in votes:
        number = whole.get(party, 0)
        result[party] = {
            "whole": number,
            "extra": _more(seats[party], number),
            "seats": seats[party],
        }
    quotient = {"quotient": (total, mandates), "votes": total, "mandates": mandates}
    open_ = {"given": sum(whole.values()), "open": left}
    after = {party: seats[party] for party in whole}
    return [
        _step("quotient", quotient, {}, dict.fromkeys(whole, 0)),
        _step("whole", open_, divided, dict(whole)),
        _step("remainders", {"open": left}, given, after),
        _step("result", {"mandates": mandates}, result, dict(seats)),
    ]


def _more(seats: Any, whole: int) -> Any:
    return None if seats is None else seats - whole


def _why(party: str, mine: dict[str, Any]) -> str:
    """Say what settled whether a list has a mandate by its remainder."""
    if any(party in lot["options"] for lot in mine["lots"]):
        return "lot"
    return "registered_earlier" if party in mine["tied"] else "remainder"


def _compare_steps(
    published: dict[str, Any], expected: list[dict[str, Any]], votes: dict[str, int]
) -> list[str]:
    """Compare everything that the published steps show in numbers."""
    steps = [_kind(step, dict, "a step") for step in _part(published, "steps", list)]
    codes, right = [step.get("code") for step in steps], [step["code"] for step in expected]
    if codes != right:
        return [f"steps published {codes}, expected {right}"]
    return [
        f"step {facts['code']}: {sentence}"
        for step, facts in zip(steps, expected)  # noqa: B905 (older Pythons know no "strict")
        for sentence in _compare_step(step, facts, votes)
    ]


def _compare_step(step: dict[str, Any], facts: dict[str, Any], votes: dict[str, int]) -> list[str]:
    if "options" in step:
        # In which order they stand says nothing.
        texts = [_kind(option, str, "an option") for option in _part(step, "options", list)]
        step = {**step, "options": sorted(texts)}
    wrong = _compare_values(step, facts["numbers"])
    if facts["rows"]:
        rows = _by_party(_part(step, "rows", list), votes, "a step")
        if set(rows) != set(facts["rows"]):
            return [*wrong, "its rows are not those of the lists that belong there"]
        for party, row in rows.items():
            values = _compare_values(row, facts["rows"][party])
            wrong += [f"{party}: {sentence}" for sentence in values]
    standings = _by_party(_part(step, "standings", list), votes, "a standing")
    seats = {party: {"seats": row.get("seats")} for party, row in standings.items()}
    held = {party: {"seats": number} for party, number in facts["standings"].items()}
    if seats != held:
        wrong.append("the seats held after it are others")
    return wrong


def _by_party(rows: list[Any], votes: dict[str, int], where: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        party = _part(_kind(row, dict, "a row"), "party", str)
        if party not in votes:
            raise UnusableError(f"{party} stands in {where} and is no list of this contest")
        if party in found:
            raise UnusableError(f"{party} stands twice in {where}")
        found[party] = row
    return found


def _compare_rest(published: dict[str, Any], mine: dict[str, Any]) -> list[str]:
    """Compare quotient, lots and decisions."""
    wrong = []
    if mine["quotient"] is None:
        if published.get("quotient") is not None:
            wrong.append("a quotient is published, but nothing can be distributed")
    else:
        over, under = _fraction(_part(published, "quotient", str))
        if over * mine["quotient"][1] != under * mine["quotient"][0]:
            told = _show(mine["quotient"])
            wrong.append(f"quotient published {published['quotient']}, recomputed {told}")
    lots = [{"options": lot.get("options"), "seats": lot.get("seats")} for lot in published["lots"]]
    if lots != mine["lots"]:
        wrong.append("the lots to draw differ")
    codes = [
        _kind(item, dict, "a decision").get("code") for item in _part(published, "decisions", list)
    ]
    if codes != mine["decisions"]:
        wrong.append(f"decisions published {codes}, recomputed {mine['decisions']}")
    return wrong


def _compare_lists(
    body: dict[str, Any], given: dict[str, Any], votes: dict[str, int], seats: dict[str, Any]
) -> list[str]:
    """Compare the lists shown with those computed, and the verdict on the announced seats."""
    wrong = []
    announced, differs = 0, False
    entries = [_kind(entry, dict, "a list") for entry in _part(body, "lists", list)]
    shown = [_part(entry, "party", str) for entry in entries]
    without = _kind(given.get("left_out", []), list, "lists left out")
    left_out = [_kind(party, str, "a list left out") for party in without]
    if sorted(shown) != sorted([*votes, *left_out]):
        wrong.append("the lists shown are not those of the input")
    for party, entry in zip(shown, entries):  # noqa: B905 (as above)
        if (
            given.get("unit", "vote") == "vote"
            and party in votes
            and entry.get("votes") != votes[party]
        ):
            wrong.append(
                f"{party}: shown with {_show(entry.get('votes'))} votes,"
                f" computed from {votes[party]}"
            )
        if entry.get("published_seats") is not None:
            announced += 1
            differs = differs or entry["published_seats"] != seats.get(party, 0)
    status = _part(_part(body, "comparison", dict), "status", str)
    found = "no_published_seats" if announced == 0 else "different" if differs else "equal"
    if status != found:
        wrong.append(f"comparison with the announced seats: published {status}, recomputed {found}")
    return wrong


def _compare_base(body: dict[str, Any], given: dict[str, Any], votes: dict[str, int]) -> list[str]:
    """Compare the base with the votes that it is made of, where all of these are known.

    Where valid votes are the base, it is the votes for lists and those against all, if the file
    shows such; and what was counted here shows the sum of both once more, as valid ballots.
    """
    known = (given.get("basis"), given.get("left_out"))
    if body["edition"].get("threshold_base") != "valid_votes" or known != ("votes", []):
        return []
    figures = {
        _part(_kind(entry, dict, "a figure"), "code", str): entry.get("value")
        for entry in _kind(body.get("figures", []), list, "figures")
    }
    wrong = []
    beside = str(given["base"] - sum(votes.values()))
    if figures.get("against_all", "0") != beside:
        told = _show(figures.get("against_all", "0"))
        wrong.append(f"votes against all: published {told}, by the base {beside}")
    if "counting" in body and figures.get("valid", str(given["base"])) != str(given["base"]):
        told = _show(figures.get("valid"))
        wrong.append(f"valid ballots: published {told}, by the base {given['base']}")
    return wrong


def _show(value: Any) -> str:
    if isinstance(value, tuple):
        return f"{value[0]}/{value[1]}"  # not reduced: nothing is divided here
    return "open" if value is None else str(value)


def _votes(given: dict[str, Any]) -> dict[str, int]:
    votes = {
        party: _number(number, f"votes of {party}")
        for party, number in _part(given, "votes", dict).items()
    }
    if not votes:
        raise UnusableError("there is no list")
    return votes


def _rows(published: dict[str, Any], votes: dict[str, int]) -> dict[str, dict[str, Any]]:
    rows = {}
    for row in _part(published, "parties", list):
        party = _part(_kind(row, dict, "a row of parties"), "party", str)
        if party in rows:
            raise UnusableError(f"{party} stands there twice")
        rows[party] = row
    if set(rows) != set(votes):
        raise UnusableError("the lists of the result are not those of the input")
    return rows


def _lots(published: dict[str, Any]) -> list[dict[str, Any]]:
    lots = []
    for lot in _part(published, "lots", list):
        for party in _kind(_kind(lot, dict, "a lot").get("drawn", []), list, "a drawn lot"):
            _kind(party, str, "a drawn lot")
        lots.append(lot)
    return lots


def _registered(given: dict[str, Any], votes: dict[str, int]) -> dict[str, Any] | None:
    """Read the times of registration, where the body has them: a time, or a time and a number."""
    times = given.get("registered")
    if times is None:
        return None
    if set(_kind(times, dict, "registered")) != set(votes):
        raise UnusableError("times of registration are not those of the lists")
    return {party: _moment(value, party) for party, value in times.items()}


def _moment(value: Any, party: str) -> tuple[datetime, int]:
    text, number = (value, 0) if isinstance(value, str) else (None, 0)
    if isinstance(value, list) and len(value) == 2:
        text, number = value[0], _number(value[1], f"number of registration of {party}")
    try:
        # Python before 3.11 does not read a final Z.
        text = _kind(text, str, f"registration of {party}").replace("Z", "+00:00")
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UnusableError(f"the time of registration of {party} cannot be read") from None
    if moment.tzinfo is None:
        raise UnusableError(f"the time of registration of {party} has no time zone")
    return (moment, number)


def _part(whole: dict[str, Any], name: str, kind: type) -> Any:
    return _kind(whole.get(name), kind, name)


def _kind(value: Any, kind: type, name: str) -> Any:
    if not isinstance(value, kind):
        raise UnusableError(f"{name} is missing or not what it should be")
    return value


def _number(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UnusableError(f"{name} is not a whole number")
    if value >= LARGEST:
        raise UnusableError(f"{name} is too large")
    return value


def _fraction(text: str) -> tuple[int, int]:
    """Read "a/b" as two whole numbers."""
    over, slash, under = text.partition("/")
    if not (slash and over.isascii() and over.isdigit() and under.isascii() and under.isdigit()):
        raise UnusableError(f"{text!r} is no fraction")
    if max(len(over), len(under)) > 3000 or int(under) == 0:
        raise UnusableError("a fraction cannot be read")
    return (int(over), int(under))


def read(data: bytes) -> dict[str, Any]:
    """Read the bytes of a published file; refuse what could be read in two ways."""
    try:
        body = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise UnusableError("this is no JSON file") from None
    except RecursionError:
        raise UnusableError("this file is nested too deeply") from None
    except ValueError as error:  # a number with thousands of digits, on newer Pythons
        raise UnusableError(f"a number cannot be read: {error}") from None
    return dict(_kind(body, dict, "the file"))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise UnusableError("a name stands twice in one object")
    return found


def _refuse_number(text: str) -> NoReturn:
    raise UnusableError(f"{text} is not a whole number; a published result has none such")


def _source(body: dict[str, Any]) -> str:
    """Name what the seats follow from: of some contests only percentages are known."""
    return "percentages" if body["input"]["basis"] == "percent" else "votes"


def _still_open(body: dict[str, Any]) -> str:
    """Say how many seats a lot has still to give; nothing where none is open."""
    lots = body["allocation"]["lots"]
    seats = sum(lot["seats"] for lot in lots if "drawn" not in lot)
    return f"; a lot decides {seats} more" if seats else ""


def main(arguments: list[str]) -> int:
    """Check one file, say what was found, and return the exit status."""
    if len(arguments) not in (1, 2) or arguments[0].startswith("-"):
        print("usage: python3 verify.py FILE.json [SHA256]", file=sys.stderr)
        return UNUSABLE
    try:
        with open(arguments[0], "rb") as file:  # noqa: PTH123 (one obvious way on every Python)
            data = file.read()
        digest = hashlib.sha256(data).hexdigest()
        print(f"SHA-256 {digest}")
        body = read(data)
        wrong = check(body)
    except OSError as error:
        print(f"cannot read {arguments[0]}: {error.strerror}", file=sys.stderr)
        return UNUSABLE
    except UnusableError as error:
        print(f"cannot be checked: {error}", file=sys.stderr)
        return UNUSABLE
    if len(arguments) == 2 and arguments[1].lower() != digest:
        wrong.insert(0, f"SHA-256 of the file is not {arguments[1]}")
    for sentence in wrong:
        print(f"DIFFERENT  {sentence}")
    if not wrong:
        print(f"EQUAL  every seat follows from the published {_source(body)}{_still_open(body)}")
    return DIFFERENT if wrong else EQUAL


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter of a name shall not stop the check.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
