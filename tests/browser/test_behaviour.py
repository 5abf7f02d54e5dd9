"""What a reader does in the browser: switch the language, follow the keyboard, sign in."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import Watched
from tests.browser.looks import WIDTHS, examine
from tests.portal.pages import LANGUAGES
from tests.site import Site

CONTEST = "elections/2021-01-10-majilis/"


def test_the_switch_stays_on_the_page(watch: Callable[..., Watched]) -> None:
    watched = watch(java_script_enabled=False)
    watched.open("/en/search/?q=Almaty")
    watched.page.locator("header a[lang=kk]").first.click()
    assert watched.page.url.endswith("/kk/search/?q=Almaty")
    assert watched.page.locator("html").get_attribute("lang") == "kk"
    watched.page.context.close()


def test_the_first_tab_reaches_the_content(watch: Callable[..., Watched]) -> None:
    watched = watch()
    watched.open(f"/en/{CONTEST}")
    watched.page.keyboard.press("Tab")
    assert watched.page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    watched.page.keyboard.press("Enter")
    assert watched.page.evaluate("document.activeElement.id") == "main"
    watched.page.context.close()


def test_paper_gets_no_navigation(watch: Callable[..., Watched]) -> None:
    watched = watch()
    watched.open(f"/ru/{CONTEST}")
    watched.page.emulate_media(media="print")
    assert not watched.page.locator("header nav").first.is_visible()
    assert watched.page.locator("h1").is_visible()
    watched.page.context.close()


@pytest.fixture(scope="session")
def asel(watch: Callable[..., Watched], site: Site) -> Iterator[Watched]:
    """Return Asel's browser, signed in by the form."""
    watched = watch()
    watched.open("/admin/login/")
    watched.page.locator("input[name=username]").fill(site.administrator)
    watched.page.locator("input[name=password]").fill(site.password)
    watched.page.locator("form [type=submit]").last.click()
    watched.page.wait_for_url("**/admin/")
    yield watched
    watched.page.context.close()


ADMIN = {
    "index": "/admin/",
    "users": "/admin/parties/user/",
    "user-add": "/admin/parties/user/add/",
    "parties": "/admin/parties/party/",
    "territories": "/admin/parties/territory/",
    "elections": "/admin/elections/election/",
    "contests": "/admin/elections/contest/",
    "publications": "/admin/elections/publication/",
    "password": "/admin/password_change/",
}


@pytest.mark.parametrize("name", ADMIN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_admin_page_looks_right(asel: Watched, site: Site, language: str, name: str) -> None:
    asel.page.context.add_cookies([{"name": "django_language", "value": language, "url": site.url}])
    asel.complaints.clear()
    asel.open(ADMIN[name])
    assert asel.page.locator("html").get_attribute("lang") == language
    assert not examine(
        asel, f"{language}/admin-{name}", asked_at=WIDTHS if language == "kk" else ()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_in_page_looks_right(
    watch: Callable[..., Watched], site: Site, language: str
) -> None:
    watched = watch()
    watched.page.context.add_cookies(
        [{"name": "django_language", "value": language, "url": site.url}]
    )
    watched.open("/admin/login/")
    assert not examine(watched, f"{language}/admin-sign-in")
    watched.page.context.close()
