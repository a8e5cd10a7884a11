"""Pages in a real browser: Debian's Chromium, driven by Playwright.

axe-core comes from npm (``npm install`` in this folder). Tests that need either are marked
``browser``; ``.ci/run`` installs both and fails where such a test was skipped.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SERIOUS = ("serious", "critical")
WINDOW = {"width": 1200, "height": 900}
PHONE = {"width": 390, "height": 844}


def program() -> str | None:
    """Where the browser is; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def is_here() -> bool:
    """Whether browser, driver and axe-core are installed."""
    has_driver = importlib.util.find_spec("playwright") is not None
    return program() is not None and has_driver and AXE.is_file()


@dataclass
class Shown:
    """A page that is open; ``requests`` are all addresses it asked for, ``said`` its complaints."""

    page: Any
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def is_seen(self, selector: str) -> bool:
        """Whether the element is visible and within the window."""
        inside = (
            "one => { const box = one.getBoundingClientRect();"
            " return box.height > 0 && box.top > -1 && box.top < innerHeight; }"
        )
        return bool(self.page.eval_on_selector(selector, inside))

    def texts(self, selector: str) -> list[str]:
        """The texts of those elements that are visible."""
        found = self.page.locator(selector).all()
        return [one.inner_text().strip() for one in found if one.is_visible()]

    def serious(self) -> list[str]:
        """What axe-core finds that is serious: rule and place."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run()")["violations"]
        return [
            f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
            for one in found
            if one["impact"] in SERIOUS
            for node in one["nodes"]
        ]


@dataclass
class Browser:
    """A browser that opens files and the local page."""

    chromium: Any

    @contextmanager
    def shows(self, path: Path | str, **settings: Any) -> Iterator[Shown]:
        """Open a file, or an address, in a window of its own."""
        context = self.chromium.new_context(**{"viewport": WINDOW, **settings})
        try:
            shown = Shown(context.new_page())
            shown.page.on("request", lambda one: shown.requests.append(one.url))
            shown.page.on("console", lambda one: shown.said.append(one.text))
            shown.page.on("pageerror", lambda one: shown.said.append(str(one)))
            shown.page.on("dialog", lambda one: (shown.said.append(one.message), one.dismiss()))
            shown.page.goto(path if isinstance(path, str) else path.as_uri())
            yield shown
        finally:
            context.close()


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser, close it at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        chromium = driver.chromium.launch(executable_path=program(), args=arguments)
        try:
            yield Browser(chromium)
        finally:
            chromium.close()
