"""What is checked through the page: single returns and folders, each a run with its own folder.

Runs are worked off by a few threads; folders share their work among processes as the command does.
A run that was stopped keeps what was finished.
"""

from __future__ import annotations

import contextlib
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from jixiao.finding import Bilingual, Lang, text_in
from jixiao.rulebook import Library
from jixiao.web.run import Run, RunState
from jixiao.web.run_job import Stopped, check_folder, check_one, outputs_below, statuses_of
from jixiao.web.stored_runs import StoredRun, store_run

AT_ONCE: Final = 2  # runs; a folder's run has processes of its own


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
        run.statuses = statuses_of(run)
        run.state = state
        self._runs[run.id] = run
        return run

    def take_over(self, id_: str, folder: Path, stored: StoredRun) -> Run:
        """List a run that a killed server has left; one that was not over can go on."""
        run = Run(
            id_, stored.name, folder, stored.files, stored.roster, stored.report, folder / "in",
            message=stored.message, record=stored.record, deadline=stored.deadline, is_left=True,
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
                check_one(run, self._lang, self._known)
            else:
                check_folder(run, self._lang, self._known)
        except Stopped:
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
