"""Routes of runs: send, watch, stop, look, take, check again."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import zipfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.responses import StreamingResponse as Streaming
from starlette.routing import Route

from jixiao.web.changes import changes_between
from jixiao.web.published import policy_of, saved_as
from jixiao.web.render import DRAWN, give_page, main_of
from jixiao.web.results import LISTED, CheckedReturn, read_lines, record_at, return_content
from jixiao.web.run import Run, RunState
from jixiao.web.run_job import is_report, report_pair, today
from jixiao.web.site import Site, site_of
from jixiao.web.uploads import Received, SentForm, kept_below, receive_form
from jixiao.web.watching import until_over, until_woken, watching

_BLOCK: Final = 1 << 18  # bytes
_SILENCE: Final = 10.0  # seconds after which a run is told of that has not moved
_ROUND: Final = 40  # characters of the name of a round
_AT_ONCE: Final = 1.0  # seconds that the answer waits for a single return
_TYPES: Final = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".jsonl": "application/x-ndjson",
}


async def send(request: Request) -> Response:
    """Take files and begin a run; the answer leads to its page."""
    site = site_of(request)
    id_, folder = site.runs.new_folder()
    with _removed_unless_used(folder):
        form = await receive_form(request, {"files": folder / "in", "roster": folder / "roster"})
    received, rosters = form.received("files"), form.received("roster")
    again = site.runs.find(form.value("again"))
    wrong, deadline = read_deadline(form, site)
    if wrong or not received:
        await run_in_threadpool(shutil.rmtree, folder, ignore_errors=True)
        return _wrong(request, wrong) if wrong else _answer(request, "/?nothing=1")
    name = received[0].name if len(received) == 1 else _common(received, site)
    roster = rosters[0].path if rosters else None
    run = Run(
        id_, name, folder, received, roster, source=folder / "in", before=again, deadline=deadline
    )
    pair = None if roster else report_pair(received, again)
    if pair is not None:
        mine, report = [kept_below(folder, one) for one in pair]  # one may be of the run before
        run.files, run.report = (mine,), report
        run.name = pair[0].name
    site.runs.begin(run)
    if run.is_single:  # most are checked before anybody could look at their progress
        async with watching(run) as woken:
            await until_over(run, woken, _AT_ONCE)
    return _answer(request, f"/runs/{id_}")


@contextmanager
def _removed_unless_used(folder: Path) -> Iterator[None]:
    """Leave nothing of files that did not come in whole."""
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


async def check_folder(request: Request) -> Response:
    """Check the folder that the page was started for."""
    site = site_of(request)
    if site.folder is None:
        return Response(status_code=404)
    form = await receive_form(request, {})
    wrong, deadline = read_deadline(form, site)
    if wrong:
        return give_page("message.html", site.lang, status=400, text=wrong)
    id_, _ = site.runs.new_folder()
    site.runs.begin(
        Run(
            id_,
            site.folder.name,
            site.folder,
            source=site.folder,
            output=site.folder / site.say("results"),
            round=form.value("round", _ROUND),
            deadline=deadline,
        )
    )
    return _answer(request, f"/runs/{id_}")


def read_deadline(form: SentForm, site: Site) -> tuple[str, dt.date | None]:
    """The day by which letters ask to mend, if one is given; first what is wrong with it."""
    text = form.value("deadline")
    if not text:
        return "", None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return site.say("deadline-wrong", text=text), None
    return (site.say("deadline-past", text=text), None) if day < today() else ("", day)


def _common(received: Sequence[Received], site: Site) -> str:
    """What files that were sent together are called: by their folder, where they have one."""
    folders = {one.name.partition("/")[0] for one in received if "/" in one.name}
    count = site.say("several", count=len(received))
    return f"{folders.pop()}（{count}）" if len(folders) == 1 else count


def _answer(request: Request, where: str) -> Response:
    """Lead to a page: a script follows by itself, a form is redirected."""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"page": where})
    return RedirectResponse(where, status_code=303)


def _wrong(request: Request, text: str) -> Response:
    """Say what is wrong with what was sent: to the script in plain words, else on a page."""
    if "application/json" in request.headers.get("accept", ""):
        return PlainTextResponse(text, status_code=400)
    return give_page("message.html", site_of(request).lang, status=400, text=text)


async def show(request: Request) -> Response:
    """The page of a run: how far it is, then its results."""
    site, run = site_of(request), run_of(request)
    if run is None:
        return give_page("message.html", site.lang, status=404, text=site.say("no-run"))
    if not run.is_over:
        return give_page("working.html", site.lang, run=run)
    if run.record is not None and run.state is RunState.DONE:
        changes = changes_between(run.before.record, run.record) if run.before else None
        body = main_of(await run_in_threadpool(run.page))
        return give_page(
            "return.html", site.lang, headers=DRAWN, run=run, body=body, changes=changes,
            is_report_alone=run.report is None and is_report(run.files[0]),
        )  # fmt: skip
    lines = await run_in_threadpool(read_lines, run.results, site.lang)
    return give_page(
        "folder.html", site.lang, run=run, outputs=_listed(run), lines=lines, most=LISTED
    )


def _listed(run: Run) -> list[str]:
    """The outputs in the order in which they are wanted; annotated copies are in their folder."""
    first = ("report.html", "summary.xlsx")
    rest = [name for name in run.outputs if name not in first]
    return [name for name in first if name in run.outputs] + rest


async def events(request: Request) -> Response:
    """Tell how far a run is until it is over (server-sent events)."""
    run = run_of(request)
    if run is None:
        return Response(status_code=404)

    async def tell() -> AsyncIterator[str]:
        async with watching(run) as woken:
            while not run.is_over:
                yield _event(run)
                await until_woken(woken, _SILENCE)
            yield _event(run)

    return Streaming(tell(), media_type="text/event-stream")


def _event(run: Run) -> str:
    now = {
        "state": run.state.value,
        "over": run.is_over,
        "done": run.done,
        "total": run.total,
        "current": run.current[-60:],
        "remaining": run.remaining,
    }
    return f"data: {json.dumps(now, ensure_ascii=False)}\n\n"


async def stop(request: Request) -> Response:
    """Stop a run; what is finished is kept."""
    run = run_of(request)
    if run is None:
        return Response(status_code=404)
    run.stop()
    return _answer(request, f"/runs/{run.id}")


async def output(request: Request) -> Response:
    """Give one file of a run, by the name under which it is listed and no other."""
    run, name = run_of(request), request.path_params["name"]
    path = run.outputs.get(name) if run is not None else None
    if path is None or not path.is_file():
        return Response(status_code=404)
    suffix = path.suffix.lower()
    kind = _TYPES.get(suffix, "application/octet-stream")
    if suffix == ".html" and "save" not in request.query_params:
        content = await run_in_threadpool(path.read_bytes)
        return Response(content, media_type=kind, headers=policy_of(content))
    return FileResponse(path, media_type=kind, headers=saved_as(path.name))


async def everything(request: Request) -> Response:
    """Give all files of a run in one zip."""
    run = run_of(request)
    if run is None or not run.outputs:
        return Response(status_code=404)
    return await give_zip(
        run.outputs, f"{Path(run.name).stem}-{site_of(request).say('results')}.zip"
    )


async def give_zip(outputs: dict[str, Path], name: str) -> Response:
    """Give files in one zip."""
    packed = await run_in_threadpool(_packed, outputs)
    return Streaming(_blocks(packed), media_type="application/zip", headers=saved_as(name))


def _packed(outputs: dict[str, Path]) -> Any:
    spool = SpooledTemporaryFile(max_size=1 << 22)  # noqa: SIM115 - closed when it was sent
    with zipfile.ZipFile(spool, "w", zipfile.ZIP_STORED) as archive:
        for name, path in outputs.items():
            archive.write(path, name)
    spool.seek(0)
    return spool


def _blocks(spool: Any) -> Iterator[bytes]:
    with spool:
        while block := spool.read(_BLOCK):
            yield block


async def one_return(request: Request) -> Response:
    """The page of one return of a folder's run, with all that was found of it."""
    site, run = site_of(request), run_of(request)
    number = int(request.path_params["number"])
    lines = await run_in_threadpool(read_lines, run.results, site.lang) if run is not None else []
    if run is None or not 0 <= number < len(lines):
        return Response(status_code=404)
    line = lines[number]
    body = await run_in_threadpool(_return_body, run, line, site)
    if body is None:
        said = site.say("return-gone", name=line.file)
        return give_page("message.html", site.lang, status=404, text=said)
    return give_page("of_folder.html", site.lang, headers=DRAWN, run=run, line=line, body=body)


def _return_body(run: Run, line: CheckedReturn, site: Site) -> str | None:
    from jixiao.reporting import record_to_html_text

    record = record_at(run.results, line.file)
    content = return_content(run.source, record) if record is not None else None
    if record is None or (content is None and record.outcome != "unreadable"):
        return None
    return main_of(record_to_html_text(record, content, site.lang))


def run_of(request: Request) -> Run | None:
    """The run that an address names."""
    return site_of(request).runs.find(request.path_params["id"])


ROUTES: Final = (
    Route("/runs", send, methods=["POST"]),
    Route("/folder", check_folder, methods=["POST"]),
    Route("/runs/{id}", show),
    Route("/runs/{id}/events", events),
    Route("/runs/{id}/stop", stop, methods=["POST"]),
    Route("/runs/{id}/all.zip", everything),
    Route("/runs/{id}/returns/{number:int}", one_return),
    Route("/runs/{id}/out/{name:path}", output),
)
