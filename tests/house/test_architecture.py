"""The directions of architecture.md: who may know whom, and who alone may do what."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.sources import PACKAGES, ROOT, python_files, relative


def broken_contracts(root: Path) -> str:
    """Return what import-linter says about the tree at `root`, empty when it is content."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def copy_of_the_house(target: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, target / package, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def test_the_import_contracts_hold() -> None:
    assert not broken_contracts(ROOT)


PLANTED_IMPORTS = {
    "elections/law/planted.py": "import elections.models\n",
    "elections/public/planted.py": "import elections.results\n",
    "parties/planted.py": "import elections.rights\n",
    "portal/base/planted.py": "import parties.models\n",
}
# Modules that no layer names; that contract then says nothing of imports.
STRAYS = {"elections/stray.py": "", "portal/stray.py": ""}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what import-linter says about copies of the house with planted offences."""
    said = ""
    for offences in (PLANTED_IMPORTS, *({path: text} for path, text in STRAYS.items())):
        house = copy_of_the_house(tmp_path_factory.mktemp("house"))
        for path, source in offences.items():
            (house / path).write_text(source)
        said += broken_contracts(house)
    return said


@pytest.mark.parametrize("path", [*PLANTED_IMPORTS, *STRAYS])
def test_the_contracts_catch_a_planted_import(complaints: str, path: str) -> None:
    assert path.removesuffix(".py").replace("/", ".") in complaints


def imports(source: str) -> set[str]:
    """Return every module that the source imports; "from a import b" counts as a.b too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def impure_imports(source: str, allowed: tuple[str, ...] = ()) -> set[str]:
    """Return the imports that are neither the standard library nor below an allowed package."""
    return {
        name
        for name in imports(source)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not any(
            name == package or name.startswith(f"{package}.") or package.startswith(f"{name}.")
            for package in allowed
        )
    }


def test_the_law_imports_nothing_but_the_standard_library_and_itself() -> None:
    allowed = ("elections.law", "portal.base.alphabet")
    offences = {
        relative(path): found
        for path in python_files("elections/law")
        if (found := impure_imports(path.read_text(), allowed))
    }
    assert not offences


def test_the_verifier_imports_nothing_of_ours() -> None:
    assert not impure_imports((ROOT / "elections/verify.py").read_text())


@pytest.mark.parametrize(
    "planted",
    ["import django.db", "from elections.models import Party", "from . import models"],
)
def test_an_impure_import_is_seen(planted: str) -> None:
    assert impure_imports(f"import json\n{planted}\n", ("elections.law",))


PRIVATE_ROWS = {f"elections.models.{name}" for name in ("candidate", "document", "entry")}


def private_imports(source: str) -> set[str]:
    """Return the imports of tables whose rows the public must never see."""
    return {name for name in imports(source) for row in PRIVATE_ROWS if name.startswith(row)} | {
        name
        for name in imports(source)
        if name in {f"elections.models.{model}" for model in ("Candidate", "Document", "Entry")}
    }


def test_the_public_room_never_sees_drafts() -> None:
    offences = {
        relative(path): found
        for path in python_files("elections/public")
        if (found := private_imports(path.read_text()))
    }
    assert not offences


@pytest.mark.parametrize(
    "planted",
    ["from elections.models.candidate import Candidate", "from elections.models import Document"],
)
def test_a_draft_in_the_public_room_is_seen(planted: str) -> None:
    assert private_imports(planted)


def inexact(source: str) -> list[int]:
    """Return the lines with a float literal, the name `float`, or a division by `/`."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
    ]


def state_writes(source: str) -> list[int]:
    """Return the lines that set `.state`, by assignment, `update(state=…)` or `setattr`."""
    tree = ast.parse(source)
    lines = []
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets += [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []
        lines += [t.lineno for t in targets if isinstance(t, ast.Attribute) and t.attr == "state"]
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            by_keyword = name == "update" and any(k.arg == "state" for k in node.keywords)
            by_name = name == "setattr" and "'state'" in [ast.unparse(a) for a in node.args]
            lines += [node.lineno] if by_keyword or by_name else []
    return lines


def reads_of_the_clock(source: str) -> list[int]:
    """Return the lines that ask Django or Python for the time instead of portal.base.clock."""
    asked = {"timezone.now", "datetime.now", "datetime.datetime.now", "date.today", "time.time"}
    asked |= {"datetime.date.today", "datetime.utcnow", "timezone.localdate", "datetime.today"}
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Attribute) and ast.unparse(node) in asked)
        or (isinstance(node, ast.ImportFrom) and node.module == "django.utils.timezone"
            and "now" in {alias.name for alias in node.names})
    ]  # fmt: skip


def signal_receivers(source: str) -> list[int]:
    """Return the lines that hook a rule onto Django's model signals."""
    signals = {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"}
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.ImportFrom) and node.module == "django.dispatch")
        or (isinstance(node, ast.Name | ast.Attribute)
            and ast.unparse(node).rpartition(".")[2] in {*signals, "receiver"})
    ]  # fmt: skip


EVERYWHERE = tuple(python_files())
# module → files where the rule does not apply, each the one place that the rule points to.
RULES: dict[str, tuple[Callable[[str], list[int]], tuple[Path, ...], set[str]]] = {
    "no inexact number in the law": (
        inexact,
        (*python_files("elections/law"), ROOT / "elections/verify.py"),
        set(),
    ),
    "one writer of state": (state_writes, EVERYWHERE, {"elections/transitions.py"}),
    "one clock": (
        reads_of_the_clock,
        EVERYWHERE,
        # The supervisor and the tools run without Django; they measure waiting, not deadlines.
        {"portal/base/clock.py", "portal/embedded.py", "portal/run.py", "portal/processes.py"},
    ),
    "no signals in the domain": (signal_receivers, EVERYWHERE, set()),
}
PLANTED = {
    "no inexact number in the law": ["x = 0.5", "x = float(1)", "x = 1 / 2", "x /= 2"],
    "one writer of state": [
        "party_list.state = 'SUBMITTED'",
        "PartyList.objects.update(state='SUBMITTED')",
        "setattr(party_list, 'state', 'SUBMITTED')",
    ],
    "one clock": [
        "from django.utils import timezone\nx = timezone.now()",
        "from django.utils.timezone import now",
        "from datetime import datetime\nx = datetime.now(tz=None)",
        "field = DateTimeField(default=timezone.now)",
    ],
    "no signals in the domain": [
        "from django.dispatch import receiver",
        "post_save.connect(f, sender=User)",
        "from django.db.models import signals\nsignals.pre_save.connect(f)",
    ],
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_holds(rule: str) -> None:
    check, files, exempt = RULES[rule]
    offences = [
        f"{relative(path)}:{line}"
        for path in files
        if relative(path) not in exempt
        for line in check(path.read_text())
    ]
    assert files
    assert not offences, f"{rule}: {offences}"


@pytest.mark.parametrize(
    ("rule", "planted"), [(rule, text) for rule, texts in PLANTED.items() for text in texts]
)
def test_the_rule_bites(rule: str, planted: str) -> None:
    assert RULES[rule][0](planted)
