"""What is checked through the page: single returns and folders, each a run with its own folder.

Runs are worked off by a few threads; folders share their work among processes as the command does.
A run that was stopped keeps what was finished.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib.util
import io
import os
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.finding import Bilingual, Lang, text_in
from jixiao.rulebook import Library
from jixiao.web.results import count_statuses
from jixiao.web.run_state import RunState
from jixiao.web.stored_runs import StoredRun, store_run
from jixiao.web.uploads import Received

if TYPE_CHECKING:
    from jixiao.bulk import Progress
    from jixiao.checking import Check
    from jixiao.reporting import CheckRecord

AT_ONCE: Final = 2  # runs; a folder's run has processes of its own
_WORKERS: Final = 4  # processes of a folder's run at most
_ONE_FOLDER: Final = threading.Lock()  # whoever stops ends all processes begun since it began


class _Stopped(KeyboardInterrupt):
    """A wish to stop: the work ends where it next says how far it is, as for Ctrl-C."""


@dataclass
class Run:
    """One run: what was sent, where its results are, how far it is.

    ``files`` were sent and are kept in ``source``; without any, that is a folder of this machine.
    ``outputs`` are the files by the name under which they are given out, ``statuses`` how many
    returns are to be mended, looked at, passed. ``before`` is the run that this one checks again,
    ``report`` the narrative report sent with a single return, ``record`` what was found of that.
    ``is_left`` marks one of a server that was killed.
    """

    id: str
    name: str
    folder: Path
    files: tuple[Received, ...] = ()
    roster: Path | None = None
    report: Received | None = None
    source: Path = Path()
    output: Path | None = None
    before: Run | None = None
    state: RunState = RunState.WAITING
    done: int = 0
    total: int = 0
    current: str = ""
    message: str = ""
    started: float = 0.0
    record: CheckRecord | None = None
    outputs: dict[str, Path] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    round: str = ""
    is_left: bool = False
    stops: threading.Event = field(default_factory=threading.Event)
    watchers: set[Callable[[], None]] = field(default_factory=set)

    @property
    def is_single(self) -> bool:
        """Whether one file was sent and nothing with it; an archive is a folder."""
        if self.roster is not None or len(self.files) != 1:
            return False
        return self.files[0].path.suffix.lower() != ".zip"

    def page(self) -> str:
        """The report of a single return."""
        (path,) = (path for name, path in self.outputs.items() if name.endswith(".html"))
        return path.read_text(encoding="utf-8")

    @property
    def results(self) -> Path:
        """The folder of its results."""
        return self.output or self.folder / "out"

    @property
    def can_go_on(self) -> bool:
        """Whether it was stopped, or killed, and what it needs is still there."""
        return self.state is RunState.STOPPED and bool(self.files) and self.source.is_dir()

    @property
    def can_be_removed(self) -> bool:
        """Whether it is over and its files were sent here; a folder of this machine is not."""
        return self.is_over and bool(self.files)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state.is_over

    def move(self, state: RunState | None = None) -> None:
        """Take on a state, or go on with the one it has, and tell whoever looks on."""
        self.state = state or self.state
        for wake in tuple(self.watchers):
            wake()

    def stop(self) -> None:
        """Ask it to stop; what is finished is kept."""
        self.stops.set()
        if self.state is RunState.WAITING:
            self.move(RunState.STOPPED)

    @property
    def remaining(self) -> int | None:
        """Seconds that it will still take at the pace so far; None where nothing is known."""
        if not self.done or self.is_over:
            return None
        taken = time.monotonic() - self.started
        return round(taken * (self.total - self.done) / self.done)


class Runs:
    """All runs of a server, the newest first."""

    def __init__(self, home: Path, lang: Lang, known: Library) -> None:
        self._home, self._lang, self._known = home, lang, known
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="run")
        self._runs: dict[str, Run] = {}
        self._lock = threading.Lock()

    def listed(self) -> list[Run]:
        """All runs, the newest first."""
        return list(reversed(self._runs.values()))

    def left(self) -> list[Run]:
        """Those that a killed server has left, the oldest first."""
        return [run for run in self._runs.values() if run.is_left]

    def find(self, id_: str) -> Run | None:
        """The run of that id."""
        return self._runs.get(id_)

    def new_folder(self) -> tuple[str, Path]:
        """A new id, and a folder for what is sent with it."""
        with self._lock:
            number = len(self._runs) + 1
            while (folder := self._home / str(number)).exists():
                number += 1
            folder.mkdir(parents=True)
        return str(number), folder

    def begin(self, run: Run) -> Run:
        """Put a run into the line."""
        store_run(run, run.state)
        self._runs[run.id] = run
        self._pool.submit(self._work, run)
        return run

    def adopt(self, run: Run, state: RunState = RunState.DONE) -> Run:
        """List a run that is over already."""
        run.outputs = outputs_below(run.results)
        run.statuses = _statuses(run)
        run.state = state
        self._runs[run.id] = run
        return run

    def take_over(self, id_: str, folder: Path, stored: StoredRun) -> Run:
        """List a run that a killed server has left; one that was not over can go on."""
        run = Run(
            id_, stored.name, folder, stored.files, stored.roster, stored.report, folder / "in",
            message=stored.message, record=stored.record, is_left=True,
        )  # fmt: skip
        if stored.state.is_over:
            return self.adopt(run, stored.state)
        run.message = text_in("web.broken-off", self._lang)
        return self.adopt(run, RunState.STOPPED)

    def go_on(self, run: Run) -> Run:
        """Put a run that was stopped into the line again; what is finished is not done twice."""
        run.stops, run.message, run.state = threading.Event(), "", RunState.WAITING
        run.done = run.total = 0
        return self.begin(run)

    def forget(self, run: Run) -> None:
        """Remove a run of files that were sent, and all that is kept of it."""
        self._runs.pop(run.id, None)
        shutil.rmtree(run.folder, ignore_errors=True)

    def close(self) -> None:
        """Stop what is running and wait for it."""
        for run in self.listed():
            run.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, run: Run) -> None:
        if run.stops.is_set():
            run.move(RunState.STOPPED)
            return
        run.started = time.monotonic()
        run.move(RunState.WORKING)
        try:
            if run.is_single:
                _check_one(run, self._lang, self._known)
            else:
                _check_folder(run, self._lang, self._known)
        except _Stopped:
            self._end(run, RunState.STOPPED, text_in("web.stopped", self._lang))
        except Exception as trouble:  # noqa: BLE001 - the page says it and goes on
            said = text_in("web.failed", self._lang, text=_plain(trouble, self._lang))
            self._end(run, RunState.FAILED, said)
        else:
            self._end(run, RunState.DONE)

    def _end(self, run: Run, state: RunState, message: str = "") -> None:
        """Write down that a run is over before anybody learns of it."""
        run.message = message or run.message
        with contextlib.suppress(OSError):  # a full disk must not hide what was found
            store_run(run, state)
        run.move(state)


def _plain(trouble: Exception, lang: Lang) -> str:
    reason = getattr(trouble, "reason", None)
    return reason.text(lang) if isinstance(reason, Bilingual) else " ".join(str(trouble).split())


def outputs_below(folder: Path) -> dict[str, Path]:
    """The results below a folder, by their relative names; the ledger is none."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(("ledger.sqlite", ".")):
            found[path.relative_to(folder).as_posix()] = path
    return found


def report_pair(
    received: Sequence[Received], before: Run | None = None
) -> tuple[Received, Received] | None:
    """Tell a return and its narrative report; None where other files were sent.

    Where one of the two is sent to be checked again, the other is that of the run ``before``.
    """
    from jixiao.bulk import REPORT_SUFFIXES

    reports = [one for one in received if one.path.suffix.lower() in REPORT_SUFFIXES]
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


def _check_one(run: Run, lang: Lang, known: Library) -> None:
    from jixiao.reporting import record_of, status_of, to_html_text
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
    page.write_text(to_html_text([check], lang), encoding="utf-8")
    run.outputs[page.name] = page
    if check.outcome != "unreadable":
        ending = "" if received.path.suffix.lower() == ".xlsx" else ".xlsx"
        name = f"{text_in('web.annotated', lang)}-{stem}{ending}"
        run.outputs[name] = annotate(check, folder / name, lang=lang)
        _comment_report(run, check, folder, lang)
    run.statuses = {status_of(check): 1}
    run.record = record_of(check, lang)
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


def _check_folder(run: Run, lang: Lang, known: Library) -> None:
    from jixiao.bulk import NoticeOrder, local_workers, make_request, read_roster, run_bulk

    def notify(now: Progress) -> None:
        run.done, run.total, run.current = now.done, now.total, now.relative
        run.move()
        if run.stops.is_set():
            raise _Stopped

    output = run.results
    request = make_request(run.source, output, known, lang=lang)
    if run.roster is not None:
        request = replace(request, roster=read_roster(run.roster), roster_path=run.roster)
    if importlib.util.find_spec("docx") is not None:
        day = dt.datetime.now(tz=dt.UTC).astimezone().date()
        request = replace(request, notices=NoticeOrder(None, day, lang))
    size = min(_WORKERS, os.cpu_count() or 1)
    with _ONE_FOLDER, contextlib.ExitStack() as stack:
        stack.callback(lambda: _list_outputs(run, output))
        run_bulk(request, partial(local_workers, size), notify)


def _list_outputs(run: Run, output: Path) -> None:
    run.outputs = outputs_below(output)
    run.statuses = _statuses(run)


def _statuses(run: Run) -> dict[str, int]:
    from jixiao.reporting import status_of_record

    return {status_of_record(run.record): 1} if run.record else count_statuses(run.results)
