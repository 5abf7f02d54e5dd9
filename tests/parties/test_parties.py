from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from parties.models import Party, PartyName
from tests.sql import refused, run

pytestmark = pytest.mark.django_db

# The default set of the look, in its order.
DEFAULTS = "1a6d85 c78701 bb3825 43a668 7451c5 b43787 876252 8795a6"


def luminance(colour: str) -> float:
    """Compute WCAG 2 relative luminance apart from the database's own function."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colour", [f"#{digits}" for digits in DEFAULTS.split()])
def test_the_default_colours_serve_on_both_papers(colour: str) -> None:
    Party.objects.create(slug="party", colour=colour)


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#00aeef", "#fec50c", "#1a1a85"])
def test_a_colour_too_light_or_too_dark_is_refused_by_form_and_database(colour: str) -> None:
    with translation.override("en"), pytest.raises(ValidationError, match="too light or too dark"):
        Party(slug="party", colour=colour).full_clean()
    with refused("party_colour_readable_on_both_papers"):
        run("INSERT INTO parties_party (slug, colour) VALUES ('party', %s)", colour)


@pytest.mark.parametrize("colour", ["red", "#1A6D85", "#1a6d8", "1a6d855", "#1a6d8g", ""])
def test_a_colour_is_six_small_hexadecimal_digits(colour: str) -> None:
    with refused("party_colour"):
        run("INSERT INTO parties_party (slug, colour) VALUES ('party', %s)", colour)


def test_the_database_computes_luminance_as_wcag_does() -> None:
    colours = [f"#{grey:02x}{255 - grey:02x}{grey * 7 % 256:02x}" for grey in range(256)]
    rows = run("SELECT c, is_readable_on_both_papers(c) FROM unnest(%s::text[]) AS c", colours)
    answers = {answer for _, answer in rows}
    assert answers == {True, False}
    for colour, answer in rows:
        assert answer is (0.128 <= luminance(colour) <= 0.298), colour


def name(party: Party, text: str, since: date | None) -> PartyName:
    texts = {f"{kind}_{code}": text for kind in ("name", "short") for code in ("kk", "ru", "en")}
    return PartyName.objects.create(party=party, valid_from=since, **texts)


def test_each_party_bears_the_name_of_the_day() -> None:
    party = Party.objects.create(slug="nur-otan", colour="#1a6d85")
    other = Party.objects.create(slug="auyl", colour="#43a668")
    name(party, "Nur Otan", date(2006, 12, 22))
    name(party, "Amanat", date(2022, 3, 1))
    name(other, "Auyl", None)

    def names(day: date) -> set[str]:
        return {found.name_en for found in PartyName.objects.on(day)}

    assert names(date(2006, 12, 21)) == {"Auyl"}
    assert names(date(2021, 1, 10)) == {"Nur Otan", "Auyl"}
    assert names(date(2022, 2, 28)) == {"Nur Otan", "Auyl"}
    assert names(date(2022, 3, 1)) == {"Amanat", "Auyl"}


@pytest.mark.parametrize("since", [None, date(2022, 3, 1)])
def test_a_party_has_one_name_from_a_day(since: date | None) -> None:
    party = Party.objects.create(slug="nur-otan", colour="#1a6d85")
    name(party, "Amanat", since)
    with refused("party_name_one_from_a_day"):
        name(party, "AMANAT", since)
