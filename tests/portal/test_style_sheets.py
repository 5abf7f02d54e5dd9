"""The style sheets: readable contrast, one place for colours, light to load."""

from __future__ import annotations

import gzip
import re

import pytest

from portal.assets import VENDOR

STATIC = VENDOR.parent
SHEETS = {path.stem: path.read_text(encoding="utf-8") for path in (STATIC / "css").glob("*.css")}
PUBLIC = ("tokens", "base", "components", "public")
DEFINITION = re.compile(r"(--tz-[\w-]+):\s*([^;]+);")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)
THEMES = {
    "light": SHEETS["tokens"].partition("@media (prefers-color-scheme: dark)")[0],
    "dark": SHEETS["tokens"].partition('\n[data-bs-theme="dark"]')[2].partition("@media print")[0],
}
WORDS = ("ink", "ink-2", "act", "act-strong", "error", "warn", "ok", "info")
OWN_GROUND = [(f"{name}", f"{name}-wash") for name in ("act", "error", "warn", "ok", "info")]


def tokens(theme: str) -> dict[str, str]:
    return dict(DEFINITION.findall(THEMES[theme]))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("word", "ground"),
    [(word, ground) for word in WORDS for ground in ("paper", "wash")] + OWN_GROUND,
)
def test_words_stand_out_from_their_ground(theme: str, word: str, ground: str) -> None:
    """WCAG 2.2, 1.4.6: at least 7:1; 6:1 for a state on its own wash."""
    colours = tokens(theme)
    least = 6 if ground.endswith("-wash") or ground == "wash" else 7
    assert contrast(colours[f"--tz-{word}"], colours[f"--tz-{ground}"]) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_controls_and_buttons_stand_out(theme: str) -> None:
    """WCAG 2.2, 1.4.11 and 1.4.3: 3:1 for edges and focus, 4.5:1 for a button's word."""
    colours = tokens(theme)
    for edge in ("edge", "focus", "fill"):
        assert contrast(colours[f"--tz-{edge}"], colours["--tz-paper"]) >= 3
    assert contrast(colours["--tz-on-fill"], colours["--tz-fill"]) >= 4.5
    assert contrast(colours["--tz-on-fill"], colours["--tz-fill-strong"]) >= 4.5


def test_both_ways_into_the_dark_give_the_same_colours() -> None:
    by_system = SHEETS["tokens"].partition("@media (prefers-color-scheme: dark)")[2]
    by_system = by_system.partition('\n[data-bs-theme="dark"]')[0]
    assert dict(DEFINITION.findall(by_system)) == tokens("dark")
    assert tokens("dark")["--tz-paper"] != tokens("light")["--tz-paper"]


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_every_token_that_is_used_exists(name: str) -> None:
    used = set(re.findall(r"var\((--tz-[\w-]+)", SHEETS[name]))
    assert used - set(tokens("light")) == set()


@pytest.mark.parametrize("name", sorted(set(SHEETS) - {"tokens", "admin"}))
def test_colours_are_stated_in_the_tokens_alone(name: str) -> None:
    """Paper is black and white whatever the tokens say; the admin's head is ink in both themes."""
    on_screen = SHEETS[name].partition("@media print {\n")[0]
    assert COLOUR.findall(on_screen) == []


def test_style_and_type_leave_room_below_100_kilobytes() -> None:
    """What a public page loads beside itself, compressed as it is sent; fonts are so already."""
    sheets = [STATIC / "css" / f"{name}.css" for name in PUBLIC]
    sheets += [*VENDOR.glob("bootstrap-*/bootstrap-reboot.min.css"), STATIC / "img" / "icons.svg"]
    fonts = list(VENDOR.glob("golos-text-*/*.woff2"))
    assert len(fonts) == 6
    total = sum(len(gzip.compress(path.read_bytes())) for path in sheets)
    total += sum(path.stat().st_size for path in fonts)
    assert total < 75_000


def test_every_address_in_a_style_sheet_leads_to_a_file() -> None:
    for name, text in SHEETS.items():
        for address in re.findall(r'url\("(?!data:)([^"]+)"\)', text):
            assert (STATIC / "css" / address).is_file(), f"{name}.css: {address}"
