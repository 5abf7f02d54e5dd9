"""docs/operate.md lists every environment variable that the portal reads, and no other."""

import ast
import re

from tests.house.sources import ROOT, calls, first_text, python_files

READERS = {
    "choice",
    "flag",
    "words",
    "address",
    "os.environ.get",
    "environ.get",
    "os.getenv",
    "getenv",
}
ROW = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|", re.MULTILINE)
# Given by systems, not by whoever runs the portal.
GIVEN = {"DJANGO_SETTINGS_MODULE", "PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"}


def variables_read(source: str) -> set[str]:
    """Return the names of the environment variables that the source reads."""
    tree = ast.parse(source)
    names = {text for name, call in calls(tree) if name in READERS and (text := first_text(call))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in ("os.environ", "environ"):
            names |= {str(node.slice.value)} if isinstance(node.slice, ast.Constant) else set()
    return names - GIVEN


def variables_documented(page: str) -> set[str]:
    return set(ROW.findall(page))


def test_every_variable_is_documented_and_every_documented_one_is_read() -> None:
    read = set().union(*(variables_read(path.read_text()) for path in python_files("portal")))
    assert variables_documented((ROOT / "docs/operate.md").read_text()) == read


def test_a_planted_variable_is_seen() -> None:
    assert variables_read('x = flag("PLANTED")') == {"PLANTED"}
    assert variables_read('x = os.environ["PLANTED"]') == {"PLANTED"}
    assert variables_read('x = os.environ.get("PLANTED", "")') == {"PLANTED"}
    assert variables_documented("| `PLANTED` | what |\n") == {"PLANTED"}
