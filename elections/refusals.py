"""The typed answer to what cannot be done: a code with its numbers; `wording` has the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from elections.law.findings import Finding


class Refused(Exception):  # noqa: N818 (a refusal is an answer, not a fault)
    """What was asked for is not open now, not this person's, or not fit; nothing has changed.

    `code` is stable and listed in wording; `params` bear no private data. `findings` say what is
    wrong with the thing itself, where that is why.
    """

    def __init__(self, code: str, findings: Sequence[Finding] = (), **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.findings = tuple(findings)
        self.params: Mapping[str, Any] = params


class Conflict(Refused):
    """Somebody else has saved in the meantime: `current` is the row as it is now.

    `theirs` and `yours` map each field that differs to both values, so that the person can
    compare; what was typed stays in the form.
    """

    def __init__(
        self, current: Any, differences: Mapping[str, tuple[Any, Any]], **params: Any
    ) -> None:
        super().__init__("conflict", **params)
        self.current = current
        self.differences = differences
