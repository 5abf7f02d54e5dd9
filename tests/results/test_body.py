"""The frozen body: canonical, described, and checked by a program that knows nothing of us."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from elections import frozen
from elections.models import Publication
from elections.results.recompute import SecondProgramDiffersError, ask_the_second_program

ROOT = Path(__file__).resolve().parents[2]
VERIFY = ROOT / "elections" / "verify.py"


def verify(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(VERIFY), str(path), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_one_body_has_one_text() -> None:
    one = {"ә": [1, None, True], "a": {"c": "«»", "b": 2}}
    other = {"a": {"b": 2, "c": "«»"}, "ә": [1, None, True]}
    assert frozen.canonical(one) == frozen.canonical(other)
    assert frozen.canonical(one) == '{"a":{"b":2,"c":"«»"},"ә":[1,null,true]}'


@pytest.mark.parametrize("value", [1.0, [1, 2.5], {"deep": [{"er": 0.1}]}, float("nan")])
def test_a_floating_point_number_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="floating-point"):
        frozen.canonical({"value": value})


@pytest.mark.django_db
@pytest.mark.usefixtures("record")
class TestOfTheRecord:
    def test_every_text_is_canonical(self) -> None:
        for text in Publication.objects.values_list("body", flat=True):
            assert frozen.canonical(json.loads(text)) == text

    def test_every_body_has_the_same_keys(self) -> None:
        bodies = [json.loads(text) for text in Publication.objects.values_list("body", flat=True)]
        assert len({tuple(body) for body in bodies}) == 1
        assert {body["schema"] for body in bodies} == {"tizim/result/1"}

    def test_the_example_of_the_documentation_is_the_majilis(self) -> None:
        page = (ROOT / "docs" / "body.md").read_text(encoding="utf-8")
        example = json.loads(page.split("```json\n")[1].split("```")[0])
        real = body_of("kazakhstan")
        real["territories"] = real["territories"][:1]
        assert example == real

    def test_the_documentation_names_every_key_and_code(self) -> None:
        page = (ROOT / "docs" / "body.md").read_text(encoding="utf-8").split("## Example")[0]
        for text in Publication.objects.values_list("body", flat=True):
            for word in words(json.loads(text)):
                assert f"`{word}`" in page, word

    def test_the_second_program_recomputes_every_computed_body(self, tmp_path: Path) -> None:
        computed = Publication.objects.filter(allocation__isnull=False)
        assert computed.count() == 6
        for publication in computed:
            path = tmp_path / f"{publication.pk}.json"
            path.write_bytes(publication.body.encode())
            done = verify(path, publication.digest)
            assert done.returncode == 0, done.stdout + done.stderr

    def test_one_vote_or_seat_moved_is_noticed(self, tmp_path: Path) -> None:
        publication = Publication.objects.get(contest__territory__slug="kazakhstan")
        path = tmp_path / "result.json"
        moved = publication.body.replace('"seats":76', '"seats":77').replace(
            '"seats":12', '"seats":11'
        )
        for text in (moved, publication.body.replace("792828", "692828")):
            assert text != publication.body
            path.write_bytes(text.encode())
            assert verify(path).returncode == 1
            with pytest.raises(SecondProgramDiffersError):
                ask_the_second_program(text)


def body_of(territory: str) -> dict[str, Any]:
    text = Publication.objects.get(contest__territory__slug=territory).body
    found: dict[str, Any] = json.loads(text)
    return found


def words(body: dict[str, Any]) -> set[str]:
    """Return the keys and codes of our own making that a reader may meet in a body."""
    given = body["input"] or {}
    return {
        *body,
        body["territory"]["kind"],
        body["publication"]["kind"],
        body["comparison"]["status"],
        *body["unknown"],
        *body["territory"],
        *(key for entry in body["lists"] for key in entry),
        *(entry["votes_basis"] for entry in body["lists"]),
        *given,
        *given.get("notes", ()),
        *(given.get("derivation") or {}),
    }
