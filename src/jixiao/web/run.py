"""One run of the page: what was sent, where its results are, how far it is."""

from __future__ import annotations

import datetime as dt
import enum
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.web.uploads import Received

if TYPE_CHECKING:
    from jixiao.reporting import CheckRecord


class RunState(enum.StrEnum):
    """How far a run is."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self not in (RunState.WAITING, RunState.WORKING)


@dataclass
class Run:
    """One run: what was sent, where its results are, how far it is.

    ``files`` were sent and are kept in ``source``; without any, that is a folder of this machine.
    ``outputs`` are the files by the name under which they are given out, ``statuses`` how many
    returns are to be mended, looked at, passed. ``before`` is the run that this one checks again,
    ``report`` the narrative report sent with a single return, ``record`` what was found of that.
    ``is_left`` marks one of a server that was killed; ``round`` is what the round is called,
    ``deadline`` the day by which the letters ask to mend.
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
    deadline: dt.date | None = None
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
