"""What is kept on disk of a run besides its files, so that the next server finds it after a crash.

``run.json`` in the folder of a run says what was sent and how far it is. It is written when all
files have come in and again when the run is over, whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jixiao.web.run import Run, RunState
from jixiao.web.uploads import Received

if TYPE_CHECKING:
    from jixiao.reporting import CheckRecord

_FILE: Final = "run.json"
_FORMAT: Final = "jixiao.web-run/1"


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run as it is kept; ``record`` is what was found of a single return."""

    name: str
    state: RunState
    message: str
    files: tuple[Received, ...]
    report: Received | None
    roster: Path | None
    deadline: dt.date | None
    record: CheckRecord | None


def store_run(run: Run, state: RunState) -> None:
    """Write down how far a run of files that were sent is; one of a folder has its ledger."""
    from jixiao.reporting import record_to_text
    from jixiao.writing import replacing

    if not run.files:
        return
    plain = {
        "format": _FORMAT,
        "name": run.name,
        "state": state.value,
        "message": run.message,
        "files": [_plain(one, run.folder) for one in run.files],
        "report": None if run.report is None else _plain(run.report, run.folder),
        "roster": None if run.roster is None else run.roster.relative_to(run.folder).as_posix(),
        "deadline": None if run.deadline is None else run.deadline.isoformat(),
        "record": None if run.record is None else record_to_text(run.record),
    }
    content = json.dumps(plain, ensure_ascii=False).encode()
    with replacing(run.folder / _FILE) as fresh:
        fresh.write_bytes(content)


def stored_run(folder: Path) -> StoredRun | None:
    """Read what is kept of a run; None where its files had not come in, or nothing can be read."""
    from jixiao.reporting import record_from_text

    try:
        plain = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        if plain["format"] != _FORMAT:
            return None
        report, roster, record = plain["report"], plain["roster"], plain["record"]
        deadline = plain["deadline"]
        return StoredRun(
            name=plain["name"],
            state=RunState(plain["state"]),
            message=plain["message"],
            files=tuple(_received(one, folder) for one in plain["files"]),
            report=None if report is None else _received(report, folder),
            roster=None if roster is None else folder / roster,
            deadline=None if deadline is None else dt.date.fromisoformat(deadline),
            record=None if record is None else record_from_text(record),
        )
    except (OSError, ValueError, TypeError, LookupError):
        return None


def is_stored(folder: Path) -> bool:
    """Whether a folder is that of a run, with something to show."""
    stored = stored_run(folder)
    return stored is not None and bool(stored.files)


def runs_below(folders: Iterable[Path]) -> Iterator[tuple[Path, StoredRun]]:
    """The runs that servers which were killed have left, the oldest first."""
    found = [path for folder in folders for path in folder.iterdir() if path.is_dir()]
    for path in sorted(found, key=lambda one: (one.stat().st_mtime_ns, one.name)):
        stored = stored_run(path)
        if stored is not None:
            yield path, stored


def _plain(received: Received, folder: Path) -> list[str]:
    return [received.name, received.path.relative_to(folder).as_posix()]


def _received(plain: Any, folder: Path) -> Received:
    name, path = plain
    return Received(name, folder / path)
