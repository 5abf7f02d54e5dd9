"""The protocol where "against all" is on the ballot: one field more, and it counts as valid.

The official form was not seen; the field is that of the results of 2023.
"""

from __future__ import annotations

from dataclasses import replace

from elections.law.protocol import VOTES, Control, ProtocolField, ProtocolForm, Term
from elections.law.protocol_2020 import PROTOCOL_2020

_AGAINST_ALL = ProtocolField("against_all", required=True, evidence="published")


def _with_against_all(control: Control) -> Control:
    """Add "against all" to the votes wherever an equation sums these."""
    if not any(term.field == VOTES for term in control.right):
        return control
    return replace(control, right=(*control.right, Term(_AGAINST_ALL.name)))


PROTOCOL_2021 = ProtocolForm(
    fields=(*PROTOCOL_2020.fields, _AGAINST_ALL),
    controls=tuple(_with_against_all(control) for control in PROTOCOL_2020.controls),
    article=PROTOCOL_2020.article,
)
