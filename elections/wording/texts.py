"""What must be said of a finding, to whom: three readers, and none of them forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from django.utils.functional import Promise

Text: TypeAlias = str | Promise


class Reader(StrEnum):
    """For whom the words are."""

    OFFICIAL = "official"  # of a party
    CLERK = "clerk"  # whoever works for a commission
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Shared:
    """The title of another reader, where a fact reads equally well for both.

    A test holds each of them against its list: nobody shares by forgetting.
    """

    reader: Reader


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that says less than is known, for the rest is a person's own matter.

    Neither field nor article goes with it: they would tell which document is wrong.
    """

    sentence: Text


@dataclass(frozen=True, slots=True)
class Advice:
    """Words for those who act: what is so, and what to do about it."""

    title: Text | Shared
    action: Text


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one code to each reader; the public gets one sentence."""

    official: Advice
    clerk: Advice
    public: Text | Shared | Withheld

    def title(self, reader: Reader) -> Text:
        """Give what is so, for this reader."""
        said = {
            Reader.OFFICIAL: self.official.title,
            Reader.CLERK: self.clerk.title,
            Reader.PUBLIC: self.public,
        }[reader]
        if isinstance(said, Shared):
            return self.title(said.reader)
        return said.sentence if isinstance(said, Withheld) else said

    def action(self, reader: Reader) -> Text:
        """Give what this reader can do; the public has nothing to do."""
        if reader is Reader.PUBLIC:
            return ""
        return (self.clerk if reader is Reader.CLERK else self.official).action


AS_OFFICIAL: Final = Shared(Reader.OFFICIAL)
AS_CLERK: Final = Shared(Reader.CLERK)
