"""Every public page in three languages, two widths, two schemes, and without JavaScript."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Watched
from tests.browser.looks import WIDTHS, examine, violations
from tests.portal.pages import LANGUAGES

MASLIKHAT = "elections/2021-01-10-maslikhat/"
PAGES = {
    "home": "",
    "majilis": "elections/2021-01-10-majilis/",
    "maslikhat": MASLIKHAT,
    # The six territories with something to compute or compare, and one of the 210 others.
    "almaty": f"{MASLIKHAT}almaty/",
    "nur-sultan": f"{MASLIKHAT}nur-sultan/",
    "shymkent": f"{MASLIKHAT}shymkent/",
    "akmola": f"{MASLIKHAT}akmola-region/",
    "aktobe": f"{MASLIKHAT}aktobe-region/",
    "rudnyy": f"{MASLIKHAT}rudnyy/",
    "semey": f"{MASLIKHAT}semey/",
    "search": "search/?q=Алматы",
    "search-empty": "search/",
    "search-nothing": "search/?q=zzzz",
    "open-data": "open-data/",
    "law": "law/",
    "accessibility": "accessibility/",
    "not-found": "no-such-page/",
}
STATUS = {"not-found": 404}
ASKED = ("home", "majilis")
# Sentences that a reader of the Kazakh pages must find, word for word.
KAZAKH = {
    "home": "Мәжіліс және 216 мәслихат.",
    "majilis": "Мәжіліс",
    "maslikhat": "Мәслихат депутаттарын сайлау",
    "almaty": "Алматы қаласы",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_looks_right(watch: Callable[..., Watched], language: str, name: str) -> None:
    watched = watch()
    watched.open(f"/{language}/{PAGES[name]}", STATUS.get(name, 200))
    assert watched.page.locator("html").get_attribute("lang") == language
    # The other languages stand in the same templates: there axe is asked about two pages.
    asked_at = WIDTHS if language == "kk" else (min(WIDTHS),) if name in ASKED else ()
    wrong = examine(watched, f"{language}/{name}", asked_at=asked_at)
    watched.page.context.close()
    assert not wrong


@pytest.mark.parametrize("name", PAGES)
def test_the_page_says_the_same_without_javascript(
    watch: Callable[..., Watched], name: str
) -> None:
    texts = []
    for enabled in (True, False):
        watched = watch(java_script_enabled=enabled)
        watched.open(f"/kk/{PAGES[name]}", STATUS.get(name, 200))
        texts.append(watched.page.locator("main").inner_text())
        watched.page.context.close()
    assert texts[0] == texts[1]
    assert len(texts[0]) > 40


@pytest.mark.parametrize("name", KAZAKH)
def test_the_kazakh_page_is_kazakh(watch: Callable[..., Watched], name: str) -> None:
    watched = watch()
    watched.open(f"/kk/{PAGES[name]}")
    assert KAZAKH[name] in watched.page.locator("main").inner_text()
    watched.page.context.close()


def test_a_planted_offence_is_seen(watch: Callable[..., Watched]) -> None:
    """Low contrast, a wide table and an inline style: axe, the ruler and the policy notice."""
    watched = watch()
    watched.open("/en/accessibility/")
    watched.page.evaluate(
        """() => {
            const main = document.querySelector("main");
            main.insertAdjacentHTML("beforeend", "<img src='/static/img/tizim.svg'>");
            main.insertAdjacentHTML("beforeend", "<p style='color: red'>planted</p>");
            const wide = document.createElement("div");
            wide.style.width = "3000px";
            wide.textContent = "wide";
            main.append(wide);
        }"""
    )
    assert any(text.startswith("image-alt (critical)") for text in violations(watched.page))
    wrong = examine(watched, "planted")
    assert any(text.startswith("375: scrolls sideways") for text in wrong)
    assert any(text.startswith("style-src-attr inline") for text in wrong)
    watched.page.context.close()
