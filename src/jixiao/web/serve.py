"""Serve the local page on this machine until it is stopped; what was sent is gone afterwards."""

from __future__ import annotations

import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.finding import Lang, text_in
from jixiao.rulebook import Library
from jixiao.web.private_folder import private_folders

if TYPE_CHECKING:
    import uvicorn

    from jixiao.web.guard import Guard
    from jixiao.web.run import Run, RunState

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is; ``url`` holds the token that lets a browser in."""

    host: str
    port: int
    token: str

    @property
    def url(self) -> str:
        """The address to open first."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}/?token={self.token}"

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that a request may name."""
        names = {self.host, *(("localhost", "127.0.0.1") if self.host in LOOPBACK else ())}
        return frozenset(f"[{n}]:{self.port}" if ":" in n else f"{n}:{self.port}" for n in names)


def make_app(
    address: Address,
    home: Path,
    known: Library,
    *,
    folder: Path | None = None,
    lang: Lang = "zh",
    left: Sequence[Path] = (),
) -> Guard:
    """Put the page together; ``home`` is the private folder of what is sent.

    ``left`` are those of servers that were killed.
    """
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException

    from jixiao.web.editor_routes import ROUTES as OF_EDITOR
    from jixiao.web.faults import say_refused, say_trouble
    from jixiao.web.guard import Guard
    from jixiao.web.run_routes import ROUTES as OF_RUNS
    from jixiao.web.runs import Runs
    from jixiao.web.site import Site
    from jixiao.web.stored_routes import ROUTES as OF_STORED
    from jixiao.web.stored_runs import runs_below
    from jixiao.web.tool_routes import ROUTES as OF_TOOLS

    runs = Runs(home, lang, known)
    for run, state in finished_runs(folder, lang) if folder is not None else ():
        runs.adopt(run, state)
    for number, (place, stored) in enumerate(runs_below(left), 1):
        runs.take_over(f"left-{number}", place, stored)
    app = Starlette(
        routes=[*OF_TOOLS, *OF_EDITOR, *OF_RUNS, *OF_STORED],
        exception_handlers={HTTPException: say_refused, Exception: say_trouble},
    )
    app.state.site = Site(runs, known, lang, home, folder)
    return Guard(app, token=address.token, hosts=address.hosts, lang=lang, closes=runs.close)


def finished_runs(folder: Path, lang: Lang) -> Iterable[tuple[Run, RunState]]:
    """The output folders of bulk below a folder, or the folder itself if it is one."""
    from jixiao.web.run import Run

    inner = (path.parent for path in sorted(folder.glob("*/ledger.sqlite")))
    for number, found in enumerate([*_own(folder), *inner], 1):
        run = Run(f"f{number}", found.name, found, source=folder, output=found)
        yield run, _look_into(run, lang)


def _look_into(run: Run, lang: Lang) -> RunState:
    """Say how far an earlier run came, and its round; one cut short is said to be so."""
    from jixiao.bulk import FinishedError, open_finished
    from jixiao.web.run import RunState

    try:
        with open_finished(run.results) as finished:
            run.round = finished.scope.round
            return RunState.DONE
    except (FinishedError, OSError):
        run.message = text_in("web.unfinished", lang)
    return RunState.STOPPED


def _own(folder: Path) -> list[Path]:
    return [folder] if (folder / "ledger.sqlite").is_file() else []


def run_server(
    host: str,
    port: int,
    known: Library,
    *,
    folder: Path | None,
    lang: Lang,
    opened: Callable[[Address], None],
) -> bool:
    """Serve until Ctrl-C or a signal; ``opened`` is called once the page can be opened.

    Gives whether results of a server that was killed are still there, kept for the user.
    ``OSError`` where the port is taken. ``port`` 0 takes any that is free.
    """
    import uvicorn

    from jixiao.web.stored_runs import is_stored

    with _listening(host, port) as listening, private_folders(is_stored) as private:
        address = Address(host, listening.getsockname()[1], secrets.token_urlsafe(24))
        app = make_app(address, private.home, known, folder=folder, lang=lang, left=private.left)
        config = uvicorn.Config(
            app, log_level="critical", access_log=False, lifespan="off", server_header=False,
            timeout_graceful_shutdown=1,
        )  # fmt: skip
        server = uvicorn.Server(config)
        with _ended_by_signals(server):
            opened(address)
            server.run(sockets=[listening])
            app.close()
    return any(folder.exists() for folder in private.left)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two programs have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


@contextmanager
def _ended_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """End in order when asked to: by Ctrl-C, by the system, by a window that is closed."""

    def end(*_: object) -> None:
        server.should_exit = True

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
