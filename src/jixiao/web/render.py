"""The templates of the local page, in the look of the report pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.background import BackgroundTask
from starlette.responses import HTMLResponse

from jixiao.finding import Lang, text_in
from jixiao.reporting import page_template, page_text
from jixiao.web.guard import POLICY
from jixiao.web.results import UNUSED

PACKAGE: Final = "jixiao.web"
TONES: Final = {
    "mend": "error",
    "look": "warning",
    "passed": "good",
    "unused": "error",
    "unchecked": "notice",
}
DRAWN_STYLE: Final = "style-src 'self' 'unsafe-inline'"


def words(lang: Lang) -> dict[str, Any]:
    """What every template may say."""

    def say(id_: str, **values: object) -> str:
        return text_in(f"web.{id_}", lang, **values)

    def word(id_: str, **values: object) -> str:
        return text_in(id_, lang, **values)

    def status(name: str) -> str:
        return word("folder.state-unused" if name == UNUSED else f"page.status-{name}")

    return {"say": say, "word": word, "status_word": status, "lang": lang, "tones": TONES}


DRAWN: Final = {"content-security-policy": POLICY.replace("style-src 'self'", DRAWN_STYLE)}
"""The headers of a page that draws a sheet: widths and colours of cells stand at the cells."""


def give_page(
    name: str,
    lang: Lang,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    background: BackgroundTask | None = None,
    **values: object,
) -> HTMLResponse:
    """Answer with a page."""
    text = page_template(name, PACKAGE).render(**words(lang), **values)
    return HTMLResponse(text.strip() + "\n", status, headers, background=background)


def main_of(page: str) -> str:
    """The body of a report page, for a page of the server around it."""
    return page[page.index("<main>") + len("<main>") : page.rindex("</main>")]


def style() -> str:
    """The style sheet: that of the report pages and what is the page's own."""
    return page_text("style.css") + page_text("web.css", PACKAGE)


def script() -> str:
    """The script of the page."""
    return page_text("web.js", PACKAGE)
