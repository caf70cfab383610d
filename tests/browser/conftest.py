"""A real browser before the running pages: Chromium, driven as a person would, with the axe checker.

Without Chromium these tests are skipped, and say so; in CI, where it must be there, they fail.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give one browser for all tests."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        told = f"No Chromium on this machine (looked for {', '.join(BROWSERS)})."
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    # Playwright keeps an event loop in this thread; the ORM calls between its steps are safe all the same.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, committed_db: None, live_server: Any) -> Iterator[OpenPage]:
    """Give a function that opens a page as a user: `open_page(user, "/search/", width=320)`.

    Whatever the browser complains of in its console, a breach of the Content-Security-Policy or a script
    that throws, fails the test at its end.
    """
    contexts, complaints = [], []

    def open_as(
        user: User | None, address: str, *, width: int = 1280, scheme: Any = "light", scripts: bool = True
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        if user:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert complaints == []


def session_cookie(user: User, url: str) -> Any:
    """Return the cookie of a session in which the user is logged in."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def violations(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA, with the markup it is about."""
    # Without preload: axe would copy imported style sheets into the page, which the policy forbids it to.
    found = Axe().run(page, options={"runOnly": list(WCAG), "preload": False})
    return [
        f"{page.url} {rule['id']}: {node['html'][:200]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(wide, 0)
