"""The README names whom `make run` prints."""

import re

from elections.practice import cast
from tests.house.sources import ROOT


def test_everybody_of_the_cast_stands_in_the_readme_with_the_password() -> None:
    text = (ROOT / "README.md").read_text()
    named = set(re.findall(r"`(\w+)@(?:tizim\.example|…)`", text))
    assert named == {person.key for person in cast.CAST}
    assert f"`{cast.PASSWORD}`" in text
