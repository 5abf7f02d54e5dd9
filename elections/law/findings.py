"""What a check found: a code with field, numbers and article; `elections.wording` has the words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

Param: TypeAlias = int | str | date | Fraction | tuple[str, ...]


class Severity(StrEnum):
    """How much a finding weighs.

    An error refuses; a warning asks a person to look, and in a protocol for a reason; an
    information is good to know, and asks for nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule of the law says about one field.

    `field` is the path of the field in the form that was checked ("iin", "votes.nur-otan"); empty
    where the finding is about the whole. `params` are the numbers that a sentence about it needs;
    they never hold a private value (no IIN, no name). `article` is empty where no article was
    found.
    """

    code: str
    severity: Severity
    field: str = ""
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict, hash=False)
    article: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings refuses what was checked."""
    return any(finding.severity is Severity.ERROR for finding in findings)
