"""Routes of the editor of rulebooks: open, check while typed, look at the blank, draft."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from jixiao.rulebook import Rulebook, RulebookError
from jixiao.web.prose import prose_lines
from jixiao.web.published import saved_as
from jixiao.web.render import DRAWN, give_page, main_of
from jixiao.web.site import Site, site_of
from jixiao.web.uploads import receive_form

_TEXT_LIMIT: Final = 1_000_000  # characters of a rulebook
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def editor(request: Request) -> Response:
    """The editor of a rulebook, empty or with a rulebook that is at hand."""
    site = site_of(request)
    found = site.known.find(request.query_params.get("of", ""))
    text = await run_in_threadpool(_text_of, found) if found is not None else ""
    return _editor(site, text, chosen=found.id if found else "")


def _editor(site: Site, text: str, said: str = "", chosen: str = "") -> Response:
    books = site.known.books
    return give_page("editor.html", site.lang, text=text, books=books, said=said, chosen=chosen)


def _text_of(book: Rulebook) -> str:
    from jixiao.rulebook import shipped_text

    text = shipped_text(book.path)
    if text is None and Path(book.path).is_file():
        text = Path(book.path).read_text(encoding="utf-8-sig")
    return text or ""


async def check_text(request: Request) -> Response:
    """Say what is wrong with the text of a rulebook, by line, and show it in prose."""
    site = site_of(request)
    body = await request.body()
    if len(body) > _TEXT_LIMIT:
        return Response(status_code=413)
    return JSONResponse(await run_in_threadpool(_checked, site, body.decode("utf-8", "replace")))


def _checked(site: Site, text: str) -> dict[str, Any]:
    from jixiao.rulebook import check_rulebook, rulebook_hints, rulebook_page

    with _kept(site, text) as file:
        try:
            refused = _extends_elsewhere(text)
            if refused:
                wrong = {"line": refused, "text": site.say("extends-elsewhere")}
                return {"problems": [wrong], "hints": [], "prose": []}
            book = check_rulebook(file)
        except RulebookError as broken:
            wrongs = [
                {"line": one.line, "text": replace(one, line=None).text(site.lang)}
                for one in broken.problems
            ]
            return {"problems": wrongs, "hints": [], "prose": []}
        hints = [
            {"line": one.line, "text": replace(one, line=None).text(site.lang)}
            for one in rulebook_hints(file)
        ]
        prose = [line.plain() for line in prose_lines(rulebook_page(book))]
        return {"problems": [], "hints": hints, "prose": prose}


def _extends_elsewhere(text: str) -> int | None:
    """The line of an ``extends`` that names a file; only shipped rulebooks can be built on here."""
    from jixiao.rulebook import shipped

    try:
        named = tomllib.loads(text).get("extends")
    except tomllib.TOMLDecodeError:
        return None
    if named is None or named in shipped():
        return None
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.startswith("extends")]
    return lines[0] if lines else 1


@contextmanager
def _kept(site: Site, text: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=site.home) as folder:
        file = Path(folder) / "rulebook.toml"
        file.write_text(text, encoding="utf-8", newline="")
        yield file


async def blank_of_text(request: Request) -> Response:
    """Make the blank workbook of the rulebook in the editor, or show how it looks."""
    site = site_of(request)
    form = await receive_form(request, {})
    text, shows = form.values.get("text", "")[:_TEXT_LIMIT], "look" in form.values
    return await run_in_threadpool(_blank_of_text, site, text, shows=shows)


def _blank_of_text(site: Site, text: str, *, shows: bool) -> Response:
    from jixiao.rulebook import check_rulebook

    with _kept(site, text) as file:
        try:
            refused = _extends_elsewhere(text)
            book = check_rulebook(file) if not refused else None
        except RulebookError as broken:
            lines = "\n".join(one.text(site.lang) for one in broken.problems)
            return give_page("message.html", site.lang, status=400, text=lines)
    if book is None:
        said = site.say("extends-elsewhere")
        return give_page("message.html", site.lang, status=400, text=said)
    if book.abstract:
        said = site.say("abstract")
        return give_page("message.html", site.lang, status=400, text=said)
    return _look(site, book) if shows else give_blank(site, book, None, None)


def give_blank(
    site: Site, book: Rulebook, department: str | None, year: int | None
) -> FileResponse:
    """Write the blank workbook of a rulebook and give it out."""
    from jixiao.writing import write_template

    folder = Path(tempfile.mkdtemp(dir=site.home))
    path = folder / "blank.xlsx"
    write_template(book, path, department=department, year=year)
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    name = f"{department or book.name}.xlsx"
    return FileResponse(path, media_type=_XLSX, headers=saved_as(name), background=gone)


def _look(site: Site, book: Rulebook) -> Response:
    from jixiao.checking import check
    from jixiao.reporting import to_html_text
    from jixiao.writing import write_template

    with tempfile.TemporaryDirectory(dir=site.home) as folder:
        path = Path(folder) / "blank.xlsx"
        write_template(book, path)
        bare = replace(check(path, book), findings=())  # a blank is looked at, not judged
        body = main_of(to_html_text([bare], site.lang))
    drawn = body[body.find('<div class="drawn">') : body.rfind("</article>")]
    return give_page("picture.html", site.lang, headers=DRAWN, book=book, drawn=drawn)


async def draft(request: Request) -> Response:
    """Draft a rulebook out of a form that was sent, and open it in the editor."""
    site = site_of(request)
    text, said = "", site.say("nothing")
    folder = Path(tempfile.mkdtemp(dir=site.home))
    try:
        kept = (await receive_form(request, {"form": folder})).received("form")
        if kept:
            text, said = await run_in_threadpool(_drafted, site, kept[0].path, kept[0].name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return _editor(site, text, said)


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
    Route("/rulebook", editor),
    Route("/rulebook/check", check_text, methods=["POST"]),
    Route("/rulebook/blank", blank_of_text, methods=["POST"]),
    Route("/rulebook/draft", draft, methods=["POST"]),
)
