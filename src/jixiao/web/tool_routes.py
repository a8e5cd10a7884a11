"""Routes of the tools: first page, style and script, blank workbooks, explanations."""

from __future__ import annotations

import difflib
import re
from threading import Timer
from typing import Final

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jixiao.web.editor_routes import give_blank
from jixiao.web.private_folder import KEPT_DAYS
from jixiao.web.prose import ProseLine, prose_lines
from jixiao.web.render import give_page, script, style
from jixiao.web.run_job import today
from jixiao.web.site import Site, site_of
from jixiao.web.uploads import receive_form

_CODE: Final = re.compile(r"[A-Za-z]\d{3}")
_SEEN: Final = 0.3  # seconds for a browser to ask for style and script
_NEAR: Final = 12  # names offered where what was asked is none


async def home(request: Request) -> Response:
    """The first page: the place to drop files, and what was checked."""
    site = site_of(request)
    left = site.runs.left()
    return give_page(
        "home.html",
        site.lang,
        runs=[run for run in site.runs.listed() if not run.is_left],
        left=left,
        left_outputs=any(run.outputs for run in left),
        kept_days=KEPT_DAYS,
        today=today().isoformat(),
        folder=site.folder,
        nothing="nothing" in request.query_params,
        background=BackgroundTask(_warm_up, site),
    )


def _warm_up(site: Site) -> None:
    """Load what a check needs while the user looks for the file, once the page is seen."""
    if not site.is_warm.is_set():
        site.is_warm.set()
        waits = Timer(_SEEN, _load)
        waits.daemon = True
        waits.start()


def _load() -> None:
    import pandera.polars  # noqa: F401

    from jixiao.checking import check
    from jixiao.writing import annotate

    _ = check, annotate


async def static(request: Request) -> Response:
    """The style sheet and the script."""
    if request.path_params["name"] == "web.css":
        return Response(style(), media_type="text/css")
    if request.path_params["name"] == "web.js":
        return Response(script(), media_type="text/javascript")
    return Response(status_code=404)


async def blank(request: Request) -> Response:
    """Offer blank workbooks, or make one with the department's name."""
    site = site_of(request)
    books = [book for book in site.known.books if not book.abstract]
    if request.method == "GET":
        return give_page("blank.html", site.lang, books=books, wrong="", year="", department="")
    form = await receive_form(request, {})
    department, year = form.value("department"), form.value("year")
    book = next((one for one in books if one.id == form.value("rulebook")), None)
    if book is None or (year and not re.fullmatch(r"(19|20)\d{2}", year, re.ASCII)):
        wrong = site.say("blank-wrong")
        return give_page(
            "blank.html", site.lang, status=400, books=books, wrong=wrong, year=year,
            department=department,
        )  # fmt: skip
    number = int(year) if year else None
    return await run_in_threadpool(give_blank, site, book, department or None, number)


async def explain(request: Request) -> Response:
    """Explain a finding code or an indicator."""
    site = site_of(request)
    asked = request.query_params.get("q", "").strip()[:60]
    texts = await run_in_threadpool(_explained, site, asked) if asked else []
    near = [] if texts or not asked else _near(site, asked)
    return give_page("explain.html", site.lang, asked=asked, texts=texts, near=near)


def _explained(site: Site, asked: str) -> list[list[ProseLine]]:
    from jixiao.finding import entry
    from jixiao.reporting import finding_page
    from jixiao.rulebook import indicator_lines

    if _CODE.fullmatch(asked):
        try:
            return [prose_lines(finding_page(entry(asked.upper()), site.lang, level=2))]
        except KeyError:
            return []
    return [
        [ProseLine("p", f"{book.name}（{book.id}）"), *prose_lines("\n".join(lines))]
        for book in site.known.books
        for indicator in book.indicators
        if asked in {indicator.id, indicator.name, *indicator.aliases}
        for lines in [indicator_lines(book, indicator)]
    ]


def _near(site: Site, asked: str) -> list[str]:
    from jixiao.finding import entries

    names = {indicator.name for book in site.known.books for indicator in book.indicators}
    holding = sorted(name for name in names if asked in name)
    nearest = difflib.get_close_matches(
        asked, sorted(names | {one.code for one in entries()}), n=_NEAR, cutoff=0.3
    )
    return list(dict.fromkeys([*holding, *nearest]))[:_NEAR]


ROUTES: Final = (
    Route("/", home),
    Route("/static/{name}", static),
    Route("/blank", blank, methods=["GET", "POST"]),
    Route("/explain", explain),
)
