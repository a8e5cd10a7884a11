"""Routes of the tools: first page, blank workbooks, explanations, the editor of rulebooks."""

from __future__ import annotations

import difflib
import re
import tempfile
from pathlib import Path
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from jixiao.rulebook import Rulebook, RulebookError
from jixiao.web.published import saved_as
from jixiao.web.render import give_page, script, style
from jixiao.web.site import Site, site_of
from jixiao.web.uploads import files_of, keep_files, opened_form

_CODE: Final = re.compile(r"[A-Za-z]\d{3}")
_TEXT_LIMIT: Final = 1_000_000  # characters of a rulebook in the editor
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def home(request: Request) -> Response:
    """The first page: the place to drop files, and what was checked."""
    site = site_of(request)
    return give_page(
        "home.html",
        site.lang,
        runs=site.runs.listed(),
        folder=site.folder,
        nothing="nothing" in request.query_params,
    )


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
        return give_page("blank.html", site.lang, books=books, wrong="")
    async with opened_form(request) as form:
        wish = {
            name: str(form.get(name, "")).strip() for name in ("rulebook", "department", "year")
        }
    book = site.known.find(wish["rulebook"])
    year, department = wish["year"], wish["department"][:100] or None
    if book is None or book.abstract or (year and not re.fullmatch(r"\d{4}", year)):
        wrong = site.say("blank-wrong")
        return give_page("blank.html", site.lang, status=400, books=books, wrong=wrong)
    return await run_in_threadpool(_blank, site, book, department, int(year) if year else None)


def _blank(site: Site, book: Rulebook, department: str | None, year: int | None) -> Response:
    from jixiao.writing import write_template

    folder = Path(tempfile.mkdtemp(dir=site.home))
    path = folder / "blank.xlsx"
    write_template(book, path, department=department, year=year)
    name = f"{department or book.name}.xlsx"
    return FileResponse(path, media_type=_XLSX, headers=saved_as(name))


async def explain(request: Request) -> Response:
    """Explain a finding code or an indicator."""
    site = site_of(request)
    asked = request.query_params.get("q", "").strip()[:60]
    texts = await run_in_threadpool(_explained, site, asked) if asked else []
    near = [] if texts or not asked else _near(site, asked)
    return give_page("explain.html", site.lang, asked=asked, texts=texts, near=near)


def _explained(site: Site, asked: str) -> list[str]:
    from jixiao.finding import entry
    from jixiao.reporting import finding_page
    from jixiao.rulebook import indicator_lines

    if _CODE.fullmatch(asked):
        try:
            return [finding_page(entry(asked.upper()), site.lang)]
        except KeyError:
            return []
    return [
        "\n".join([f"{book.name}（{book.id}）", *indicator_lines(book, indicator)])
        for book in site.known.books
        for indicator in book.indicators
        if asked in {indicator.id, indicator.name, *indicator.aliases}
    ]


def _near(site: Site, asked: str) -> list[str]:
    from jixiao.finding import entries

    names = {indicator.name for book in site.known.books for indicator in book.indicators}
    return difflib.get_close_matches(
        asked, sorted(names | {one.code for one in entries()}), n=6, cutoff=0.3
    )


async def editor(request: Request) -> Response:
    """The editor of a rulebook, empty or with a rulebook that is at hand."""
    site = site_of(request)
    wanted = request.query_params.get("of", "")
    found = next((book for book in site.known.books if book.id == wanted), None)
    text = Path(found.path).read_text(encoding="utf-8-sig") if found and _is_file(found) else ""
    return give_page("editor.html", site.lang, text=text, books=site.known.books, said="")


def _is_file(book: Rulebook) -> bool:
    return bool(book.path) and Path(book.path).is_file()


async def check_text(request: Request) -> Response:
    """Say what is wrong with the text of a rulebook, by line, or show it in prose."""
    site = site_of(request)
    body = await request.body()
    if len(body) > _TEXT_LIMIT:
        return Response(status_code=413)
    found = await run_in_threadpool(_checked, site, body.decode("utf-8", "replace"))
    return JSONResponse(found)


def _checked(site: Site, text: str) -> dict[str, Any]:
    from jixiao.rulebook import check_rulebook, rulebook_hints, rulebook_page

    with tempfile.TemporaryDirectory(dir=site.home) as folder:
        file = Path(folder) / "rulebook.toml"
        file.write_text(text, encoding="utf-8")
        try:
            book = check_rulebook(file)
        except RulebookError as broken:
            wrong = [{"line": one.line, "text": one.text(site.lang)} for one in broken.problems]
            return {"problems": wrong, "page": ""}
        hints = [{"line": one.line, "text": one.text(site.lang)} for one in rulebook_hints(file)]
        return {"problems": [], "hints": hints, "page": rulebook_page(book)}


async def blank_of_text(request: Request) -> Response:
    """Make the blank workbook of the rulebook in the editor."""
    site = site_of(request)
    async with opened_form(request) as form:
        text = str(form.get("text", ""))[:_TEXT_LIMIT]
    return await run_in_threadpool(_blank_of_text, site, text)


def _blank_of_text(site: Site, text: str) -> Response:
    from jixiao.rulebook import check_rulebook

    folder = Path(tempfile.mkdtemp(dir=site.home))
    file = folder / "rulebook.toml"
    file.write_text(text, encoding="utf-8")
    try:
        book = check_rulebook(file)
    except RulebookError as broken:
        lines = "\n".join(one.text(site.lang) for one in broken.problems)
        return give_page("message.html", site.lang, status=400, text=lines)
    return _blank(site, book, None, None)


async def draft(request: Request) -> Response:
    """Draft a rulebook out of a form that was sent, and open it in the editor."""
    site = site_of(request)
    text, said = "", site.say("nothing")
    async with opened_form(request) as form:
        folder = Path(tempfile.mkdtemp(dir=site.home))
        kept = await run_in_threadpool(keep_files, files_of(form, "form")[:1], folder)
    if kept:
        text, said = await run_in_threadpool(_drafted, site, kept[0].path, kept[0].name)
    return give_page("editor.html", site.lang, text=text, books=site.known.books, said=said)


def _drafted(site: Site, path: Path, name: str) -> tuple[str, str]:
    from jixiao.drafting import DocxMissing, draft_form, draft_text, read_form
    from jixiao.finding import message, remedy
    from jixiao.scoresheet import outline_of
    from jixiao.workbook import Unreadable

    try:
        workbook = read_form(str(path))
    except DocxMissing:
        return "", site.say("no-docx")
    if isinstance(workbook, Unreadable):
        found = workbook.findings[0]
        return "", f"{message(found, site.lang)} {remedy(found, site.lang)}"
    outline = outline_of(workbook)
    if outline is None:
        return "", site.say("no-form", name=name)
    drafted = draft_form(outline, name, None)
    read = sum(1 for row in drafted.rows if row.is_read)
    return draft_text(drafted), site.say("drafted", rows=len(drafted.rows), read=read)


ROUTES: Final = (
    Route("/", home),
    Route("/static/{name}", static),
    Route("/blank", blank, methods=["GET", "POST"]),
    Route("/explain", explain),
    Route("/rulebook", editor),
    Route("/rulebook/check", check_text, methods=["POST"]),
    Route("/rulebook/blank", blank_of_text, methods=["POST"]),
    Route("/rulebook/draft", draft, methods=["POST"]),
)
