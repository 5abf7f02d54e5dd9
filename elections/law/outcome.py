"""What an allocation leads to: seats, steps, and what a lot or the commission must settle."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction

from elections.law.rules import Gap
from elections.law.steps import Json, Step, fraction_text


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot to draw: `seats` of the `options` get one mandate each; `drawn` are the winners."""

    question: str
    options: tuple[str, ...]
    seats: int
    article: str
    drawn: tuple[str, ...] | None = None

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the question: a drawn lot answers this question and no other."""
        body = {"question": self.question, "options": list(self.options), "seats": self.seats}
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @classmethod
    def from_json(cls, body: Json) -> Lot:
        """Read a lot that `as_json` wrote; the article is not among its values."""
        drawn = body.get("drawn")
        return cls(
            question=body["question"],
            options=tuple(body["options"]),
            seats=body["seats"],
            article="",
            drawn=None if drawn is None else tuple(drawn),
        )

    def as_json(self) -> Json:
        """Give the lot as plain JSON values; "drawn" is there only once it is drawn."""
        body: Json = {
            "question": self.question,
            "options": list(self.options),
            "seats": self.seats,
        }
        return body if self.drawn is None else body | {"drawn": list(self.drawn)}


@dataclass(frozen=True, slots=True)
class Decision:
    """A case that only the commission can decide, because no rule for it was found."""

    code: Gap
    article: str

    def as_json(self) -> Json:
        """Give the decision as plain JSON values."""
        return {"code": self.code.value, "article": self.article}


@dataclass(frozen=True, slots=True)
class PartyResult:
    """What one list received.

    `remainder` is None for a list that takes no part in the distribution; its `whole` is 0. The
    second list of the exception takes part without having passed. `seats` is None while a lot or a
    decision is open; in an open decision nothing was divided yet, so `whole` is None too.
    """

    party: str
    votes: int
    passed: bool
    whole: int | None
    remainder: Fraction | None
    seats: int | None

    def as_json(self) -> Json:
        """Give the result as plain JSON values; the remainder as the reduced text "a/b"."""
        return {
            "party": self.party,
            "votes": self.votes,
            "passed": self.passed,
            "whole": self.whole,
            "remainder": fraction_text(self.remainder),
            "seats": self.seats,
        }


@dataclass(frozen=True, slots=True)
class Allocation:
    """The mandates of one contest with every step that leads to them.

    Lists and steps stand in one order whatever the order of the input: by votes, then by name.
    `ignored_lots` are digests of drawn lots that answer a question which is not asked (any more).
    """

    mandates: int
    base: int
    quotient: Fraction | None
    parties: tuple[PartyResult, ...]
    steps: tuple[Step, ...]
    lots: tuple[Lot, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ignored_lots: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Say whether every seat number is known: no lot to draw, nothing to decide."""
        return not self.decisions and all(lot.drawn is not None for lot in self.lots)

    @property
    def open_lots(self) -> tuple[Lot, ...]:
        """Give the lots that are still to be drawn."""
        return tuple(lot for lot in self.lots if lot.drawn is None)

    @property
    def seats(self) -> dict[str, int | None]:
        """Give the seats by list; None while a lot or a decision is open."""
        return {result.party: result.seats for result in self.parties}

    def as_json(self) -> Json:
        """Give the object of `manage.py allocate --json`: integers, texts, lists and None."""
        return {
            "quotient": fraction_text(self.quotient),
            "parties": [result.as_json() for result in self.parties],
            "steps": [step.as_json() for step in self.steps],
            "lots": [lot.as_json() for lot in self.lots],
            "decisions": [decision.as_json() for decision in self.decisions],
        }
