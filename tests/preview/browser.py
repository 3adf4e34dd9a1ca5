"""A real Chromium on the page of the preview, which tells of every fault it meets."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_LOST = "net::ERR_"
"""How Chromium itself notes that a server does not answer."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the Chromium of this machine; tests without it are skipped, or fail where all tools must be there."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing('Playwright (pip install -e ".[dev]")')
    if program is None:
        _missing("Chromium (apt install chromium)")
    with sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()


def _missing(what: str) -> NoReturn:
    reason = f"browser test: {what} is not installed (.ci/run installs it)"
    if os.environ.get("DECKGEN_RENDER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 1280, height: int = 800, stops: bool = False
) -> Iterator[Page]:
    """Open the page at an address and wait for the first slides.

    Whatever the test itself asserts, nothing may be asked of another server, and nothing may be complained of in the console;
    `stops` says that the server goes away meanwhile.
    """
    faults: list[str] = []
    own = ("/".join([*address.split("/")[:3], ""]), "data:", "blob:")

    def complained(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not (stops and _LOST in message.text):
            faults.append(message.text)

    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", complained)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(own) else faults.append(request.url))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective))"
    )
    page.goto(address)
    page.wait_for_selector(".thumbnail")
    yield page
    context.close()
    assert faults == []
