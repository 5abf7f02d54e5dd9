"""docs/allocation.md and docs/protocol.md say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from elections.law.editions import MAJILIS_2020
from elections.law.protocol import Control
from elections.law.rules import Gap, Tag
from elections.law.steps import Step
from tests.law.cases import KNOWN, seats_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
ALLOCATION = (DOCS / "allocation.md").read_text(encoding="utf-8")
PROTOCOL = (DOCS / "protocol.md").read_text(encoding="utf-8")


def test_every_step_decision_and_tag_is_explained() -> None:
    for code in [step.code for step in Step.__subclasses__()] + [gap.value for gap in Gap]:
        assert f"`{code}`" in ALLOCATION, code
    row = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)
    explained = {tag for cell in row.findall(ALLOCATION) for tag in cell.split(", ")}
    assert {tag.value for tag in Tag} <= explained


def test_every_number_of_every_step_is_explained() -> None:
    cases = [({"a": 94, "b": 6}, 100), ({"a": 60, "b": 40}, 3)]
    for votes, mandates in cases:
        for step in seats_of(votes, mandates).as_json()["steps"]:
            names = set(step) | {key for row in step.get("rows", []) for key in row}
            for name in names:
                assert f"`{name}`" in ALLOCATION, name


def test_the_numbers_of_the_majilis_are_those_computed() -> None:
    result = seats_of(KNOWN[0].votes, 98).as_json()

    threshold = result["steps"][0]
    texts = [f"{threshold['base']:,}", f"{threshold['needed']:,}", result["quotient"]]
    texts += [f"{row['short']:,}" for row in threshold["rows"] if row["short"]]
    texts += [f"{party['votes']:,}" for party in result["parties"]]
    texts += [party["remainder"] for party in result["parties"] if party["remainder"]]
    texts += [f"**{party['seats']}**" for party in result["parties"] if party["seats"]]
    for text in texts:
        assert text in ALLOCATION, text


def test_the_worked_exceptions_are_those_computed() -> None:
    assert seats_of({"a": 940, "b": 60}, 10).seats == {"a": 8, "b": 2}
    assert "**8 and 2**" in ALLOCATION
    assert seats_of({"a": 94, "b": 6}, 100).seats == {"a": 96, "b": 4}
    assert "**96 and 4**" in ALLOCATION


def equation(control: Control) -> str:
    left, right = (
        " + ".join(
            term.field if term.factor == 1 else f"{term.factor} × {term.field}, rounded down"
            for term in side
        )
        for side in (control.left, control.right)
    )
    return f"{left} {control.relation.value} {right}"


def test_the_page_of_the_protocol_lists_every_field_and_equation() -> None:
    form = MAJILIS_2020.protocol
    for field in form.fields:
        assert f"`{field.name}`" in PROTOCOL, field.name
    for control in form.controls:
        kind = "hard" if control.severity == "error" else "warning"
        assert f"| `{control.code}` | {equation(control)} | {kind} |" in PROTOCOL, control.code
