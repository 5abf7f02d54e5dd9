"""What every page must stand: each width, each scheme, axe-core, and no complaint."""

import os
from collections.abc import Collection

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import SCREENSHOTS, Watched

WIDTHS = {375: 812, 1280: 900}
SCHEMES = ("light", "dark")
# axe-core is bundled with the package (4.12); the protocol's evaluate runs it without loosening
# the page's own policy.
AXE = Axe()
SERIOUS = ("serious", "critical")


# A page looked at in full is a tall picture; beyond this it repeats itself.
TALLEST = 5000


def violations(page: Page, *rules: str) -> list[str]:
    """Return axe-core's serious and critical findings with the places they are at.

    Without `rules` all of them are asked.
    """
    # Preloading fetches every style sheet once more, for one rule: that nothing turns with a phone.
    asked = {"runOnly": list(rules)} if rules else {}
    options = {"resultTypes": ["violations"], "preload": False} | asked
    # A page that was looked at before still has the program.
    if page.evaluate("!window.axe"):
        page.evaluate(AXE.axe_script)
    results = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{found['id']} ({found['impact']}): {node['target']} {node['html'][:120]}"
        for found in results["violations"]
        if found["impact"] in SERIOUS
        for node in found["nodes"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def take_picture(page: Page, name: str) -> None:
    """Keep a picture for somebody to look at; in CI nobody does, and they cost a minute."""
    if os.environ.get("CI") == "true":
        return
    height = page.evaluate("document.documentElement.scrollHeight")
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.screenshot(
        path=SCREENSHOTS / f"{name}.png",
        full_page=True,
        clip={"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)},
        # Hiding the caret is a style that the page's own policy forbids.
        caret="initial",
    )


def examine(watched: Watched, name: str, *, asked_at: Collection[int] = WIDTHS) -> list[str]:
    """Look at the open page in every width and scheme; return all that is wrong with it.

    `asked_at`: the widths at which axe-core is asked; fewer or none for a page that is asked about
    in full in another language. Pictures of the dark scheme are taken of those asked about in full.
    """
    page, wrong = watched.page, []
    for width, height in {320: 640, **WIDTHS}.items():
        page.set_viewport_size({"width": width, "height": height})
        if excess := overflow(page):
            wrong.append(f"{width}: scrolls sideways by {excess} px")
    # Now, before the tools below add elements of their own, which the policy may block.
    wrong += watched.all_complaints()
    is_whole = len(asked_at) == len(WIDTHS)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES if width in asked_at else SCHEMES[:1]:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if is_whole or scheme == "light":
                take_picture(page, f"{name}-{width}-{scheme}")
            # The dark scheme changes colours alone, the same at every width.
            if width in asked_at and (scheme == "light" or width == min(WIDTHS)):
                rules = ("color-contrast",) if scheme == "dark" else ()
                wrong += [f"{width} {scheme}: {text}" for text in violations(page, *rules)]
    return wrong
