"""Chromium, the portal from outside, and a watch on what the browser complains of."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request
from pytest_django.live_server_helper import LiveServer

from tests.conftest import chromium
from tests.processes import ROOT
from tests.site import Site

# Playwright keeps an event loop in this thread; the tests' own queries are not inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
SCREENSHOTS = ROOT / "screenshots"
Open = Callable[..., Page]
# Runs before the page's own code, outside its policy; what the policy blocks is written down.
WATCH = """
window.blocked = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.blocked.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker("database")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {
        "executable_path": chromium(),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--font-render-hinting=none",
        ],
    }


@dataclass
class Watched:
    """A page, and every complaint that the browser has made about it."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str, status: int = 200) -> None:
        """Go there and wait until everything is loaded; the answer must have that status."""
        answer = self.page.goto(address, wait_until="load")
        assert answer is not None
        assert answer.status == status, address

    def all_complaints(self) -> list[str]:
        return self.complaints + list(self.page.evaluate("window.blocked ?? []"))


def listened_to(page: Page) -> Watched:
    """Return the page with every complaint collected that the browser makes about it from now."""
    watched = Watched(page)

    def listen(message: ConsoleMessage) -> None:
        # The browser reports every answer of 404 as an error, also the one that was asked for.
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            watched.complaints.append(f"{message.type}: {message.text}")

    def failed(request: Request) -> None:
        # A live check that is still asked when the page is left ends with the page.
        if (request.resource_type, request.failure) != ("xhr", "net::ERR_ABORTED"):
            watched.complaints.append(request.url)

    page.add_init_script(WATCH)
    page.on("console", listen)
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("requestfailed", failed)
    return watched


@pytest.fixture(scope="session")
def watch(browser: Browser, site: Site) -> Iterator[Callable[..., Watched]]:
    """Return a function that opens a fresh context of the browser, its complaints collected."""
    contexts = []

    def fresh(**options: Any) -> Watched:
        context = browser.new_context(**({"base_url": site.url} | options))
        contexts.append(context)
        return listened_to(context.new_page())

    yield fresh
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Open]:
    """Return a function that opens a page of the test's own portal, in a context of its own."""
    contexts = []

    def open_one(**options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
