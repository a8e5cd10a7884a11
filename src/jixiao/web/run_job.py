"""The work of a run: one return with its copy and page, or a folder as the command checks it."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib.util
import io
import os
import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.finding import Lang, text_in
from jixiao.rulebook import Library
from jixiao.web.results import count_statuses, round_at
from jixiao.web.run import Run
from jixiao.web.uploads import Received

if TYPE_CHECKING:
    from jixiao.bulk import Progress
    from jixiao.checking import Check

_WORKERS: Final = 4  # processes of a folder's run at most
_ONE_FOLDER: Final = threading.Lock()  # whoever stops ends all processes begun since it began


class Stopped(KeyboardInterrupt):
    """A wish to stop: the work ends where it next says how far it is, as for Ctrl-C."""


def outputs_below(folder: Path) -> dict[str, Path]:
    """The results below a folder, by their relative names; the ledger is none."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(("ledger.sqlite", ".")):
            found[path.relative_to(folder).as_posix()] = path
    return found


def is_report(received: Received) -> bool:
    """Whether a file may be a narrative report, by its name."""
    from jixiao.bulk import REPORT_SUFFIXES

    return received.path.suffix.lower() in REPORT_SUFFIXES


def report_pair(
    received: Sequence[Received], before: Run | None = None
) -> tuple[Received, Received] | None:
    """Tell a return and its narrative report; None where other files were sent.

    Where one of the two is sent to be checked again, the other is that of the run ``before``.
    """
    reports = [one for one in received if is_report(one)]
    others = [one for one in received if one not in reports]
    if len(received) == 1 and before is not None and before.report is not None:
        reports, others = reports or [before.report], others or list(before.files)
    if len(reports) != 1 or len(others) != 1 or others[0].path.suffix.lower() == ".zip":
        return None
    return others[0], reports[0]


def check_named(received: Received, known: Library) -> Check:
    """Check a file that was sent, called by the name that it had."""
    from jixiao.checking import check
    from jixiao.workbook import Refused, load_file

    path = str(received.path)
    try:
        content = load_file(path)
    except Refused:
        return replace(check(path, rulebooks=known), file=received.name)
    return check(NamedBytes(content, received.name), rulebooks=known)


class NamedBytes(io.BytesIO):
    """The bytes of a file under the name that it is to be called by."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


def check_one(run: Run, lang: Lang, known: Library) -> None:
    from jixiao.reporting import record_of, record_to_html_text
    from jixiao.writing import annotate

    run.total, received = 1, run.files[0]
    run.current = received.name
    check = check_named(received, known)
    if run.report is not None:
        check = _with_report(check, received, run.report, known)
    stem = received.path.name
    shutil.rmtree(run.results, ignore_errors=True)  # of a server that was killed
    folder = run.results
    folder.mkdir()
    page = folder / f"{stem}.html"
    run.record = record_of(check, lang)
    content = check.content if check.outcome != "unreadable" else None
    page.write_text(record_to_html_text(run.record, content, lang), encoding="utf-8")
    run.outputs[page.name] = page
    if check.outcome != "unreadable":
        ending = "" if received.path.suffix.lower() == ".xlsx" else ".xlsx"
        name = f"{text_in('web.annotated', lang)}-{stem}{ending}"
        run.outputs[name] = annotate(check, folder / name, lang=lang)
        _comment_report(run, check, folder, lang)
    run.statuses = statuses_of(run)
    run.done = 1


def _comment_report(run: Run, check: Check, folder: Path, lang: Lang) -> None:
    """Put the report with comments to the outputs; where there is none, the run says why."""
    if run.report is None or check.report is None:
        return
    from jixiao.writing import deliver_report

    stem = f"{text_in('web.commented', lang)}-{run.report.path.stem}"
    target = folder / f"{stem}.docx"
    copy = deliver_report(check, run.report.path, target, replace=False, lang=lang)
    if copy.content is not None:
        run.outputs[target.name] = target
    if copy.why is not None:
        run.message = copy.why.text(lang)


def _with_report(check: Check, received: Received, report: Received, known: Library) -> Check:
    from jixiao.narrative import with_report

    source = NamedBytes(received.path.read_bytes(), received.name)
    content = report.path.read_bytes()
    return with_report(source, check, report.name, rulebooks=known, content=content)


def check_folder(run: Run, lang: Lang, known: Library) -> None:
    from jixiao.bulk import NoticeOrder, local_workers, make_request, read_roster, run_bulk

    def notify(now: Progress) -> None:
        run.done, run.total, run.current = now.done, now.total, now.relative
        run.move()
        if run.stops.is_set():
            raise Stopped

    output = run.results
    request = replace(make_request(run.source, output, known, lang=lang), round=run.round)
    if run.roster is not None:
        request = replace(request, roster=read_roster(run.roster), roster_path=run.roster)
    if importlib.util.find_spec("docx") is not None:
        request = replace(request, notices=NoticeOrder(run.deadline, today(), lang))
    size = min(_WORKERS, os.cpu_count() or 1)
    with _ONE_FOLDER, contextlib.ExitStack() as stack:
        stack.callback(lambda: _list_outputs(run, output))
        run_bulk(request, partial(local_workers, size), notify)


def today() -> dt.date:
    """The day by the clock of this machine, as letters bear it."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def _list_outputs(run: Run, output: Path) -> None:
    run.outputs = outputs_below(output)
    run.statuses = statuses_of(run)
    if run.output is not None:  # one that is checked once has no rounds
        run.round = round_at(output) or run.round


def statuses_of(run: Run) -> dict[str, int]:
    from jixiao.reporting import status_of_record

    return {status_of_record(run.record): 1} if run.record else count_statuses(run.results)
