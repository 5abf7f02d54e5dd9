"""verify.py is one file: nothing of ours, nothing installed, any Python from 3.8 on."""

from __future__ import annotations

import ast
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from elections import verify
from tests.law.bodies import body, written

SOURCE = Path(verify.__file__)


def test_it_imports_the_standard_library_alone() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 8))

    modules = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    }
    assert modules <= sys.stdlib_module_names
    assert "fractions" not in modules


def test_it_divides_nothing() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))

    division = (ast.Div, ast.FloorDiv, ast.Mod)
    assert not [node for node in ast.walk(tree) if isinstance(node, division)]
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not names & {"divmod", "float", "Fraction", "round"}


def _runs(python: str) -> bool:
    done = subprocess.run([python, "-c", ""], capture_output=True, check=False)
    return done.returncode == 0


def pythons() -> list[str]:
    """Find the interpreters of this machine that it should run on, this one among them."""
    names = [f"python3.{minor}" for minor in range(8, 15)]
    found = [sys.executable, *filter(None, map(shutil.which, names))]
    # A version manager may put a name on the path behind which nothing is.
    return [path for path in found if _runs(path)]


@pytest.mark.parametrize("python", pythons(), ids=lambda path: Path(path).name)
def test_it_runs_on_its_own_from_a_folder_of_its_own(python: str, tmp_path: Path) -> None:
    shutil.copy(SOURCE, tmp_path / "verify.py")
    made = body()
    (tmp_path / "equal.json").write_bytes(written(made))
    made["allocation"]["parties"][0]["seats"] = 77
    (tmp_path / "different.json").write_bytes(written(made))
    (tmp_path / "unusable.json").write_bytes(b"{}")

    for name, status in (("equal", 0), ("different", 1), ("unusable", 2)):
        done = subprocess.run(
            [python, "-I", "-S", "verify.py", f"{name}.json"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr


def test_a_terminal_without_kazakh_letters_does_not_stop_it(tmp_path: Path) -> None:
    made = body({"Халық": 10, "Ауыл": 5}, 3, announced=None)
    made["allocation"]["parties"][0]["seats"] = 3
    (tmp_path / "result.json").write_bytes(written(made))

    done = subprocess.run(
        [sys.executable, str(SOURCE), "result.json"],
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "seats published 3, recomputed 2" in done.stdout


def test_called_by_its_name_it_reads_the_arguments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(written(body()))
    monkeypatch.setattr(sys, "argv", ["verify.py", str(path)])

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(SOURCE), run_name="__main__")

    assert ended.value.code == 0
    assert "EQUAL" in capsys.readouterr().out
