"""Every code that the law can give is listed, with its severities and its params, and no other."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import elections.law
from elections.law.editions import EDITIONS
from elections.law.findings import CODES, Finding, Severity, UnlistedError, gravest_first
from elections.law.rules import Edition
from tests.law.every_finding import every_finding

LAW = Path(elections.law.__file__).parent
ROOMS = {code.partition(".")[0] for code in CODES}


def test_what_the_rules_give_is_what_is_listed() -> None:
    """Each code with each of its severities, with its params, and with and without the optional."""
    severities: dict[str, set[Severity]] = defaultdict(set)
    params: dict[str, set[frozenset[str]]] = defaultdict(set)
    for finding in every_finding():
        severities[finding.code].add(finding.severity)
        params[finding.code].add(frozenset(finding.params))

    assert severities == {code: set(listed.severities) for code, listed in CODES.items()}
    assert params == {
        code: {listed.params, listed.params | listed.optional} for code, listed in CODES.items()
    }


def test_a_finding_that_is_not_listed_cannot_be_made() -> None:
    with pytest.raises(UnlistedError, match="no listed code: list"):
        Finding("list.odd", Severity.ERROR)


def test_a_finding_bears_the_severity_and_the_params_of_its_code() -> None:
    with pytest.raises(UnlistedError, match="never of severity warning"):
        Finding("list.empty", Severity.WARNING)
    for params in ({"count": 1}, {"count": 1, "limit": 2, "iin": 3}):
        with pytest.raises(UnlistedError, match="with other params: count"):
            Finding("list.too_long", Severity.ERROR, params=params)
    assert Finding("list.too_long", Severity.ERROR, params={"count": 1, "limit": 2}).params


def test_the_gravest_findings_stand_first_and_the_others_as_they_came() -> None:
    information, warning, *errors = (
        next(one for one in every_finding() if one.code == code)
        for code in ("quota.at_the_limit", "iin.sex_differs", "list.empty", "iin.length")
    )

    found = gravest_first([information, errors[0], warning, errors[1]])
    assert found == [*errors, warning, information]


def written(path: Path) -> Iterator[str]:
    """Give the codes that a module writes, as patterns; what is filled in is one word."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.JoinedStr):
            parts = (
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+"
                for part in node.values
            )
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)


def codes_written() -> set[str]:
    code = re.compile(rf"({'|'.join(ROOMS)})\\\.[a-z_\[\]+-]+")
    modules = (path for path in LAW.glob("*.py") if path.name != "findings.py")
    return {one for path in modules for one in written(path) if code.fullmatch(one)}


def test_no_module_of_the_law_writes_a_code_that_is_not_listed() -> None:
    paths = {re.escape(finding.field) for finding in every_finding()}
    found = codes_written() - paths

    assert len(found) > 30
    assert {one for one in found if not any(re.fullmatch(one, code) for code in CODES)} == set()


@pytest.mark.parametrize("known", EDITIONS, ids=lambda known: known.code)
def test_the_equations_of_every_edition_are_listed_with_their_severity(known: Edition) -> None:
    controls = known.protocol.controls

    assert {c.code: frozenset({c.severity}) for c in controls} == {
        c.code: CODES[c.code].severities for c in controls
    }
