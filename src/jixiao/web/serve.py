"""Serve the local page on this machine until it is stopped; what was sent is gone afterwards."""

from __future__ import annotations

import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.finding import Lang
from jixiao.rulebook import Library
from jixiao.web.private_folder import private_folder

if TYPE_CHECKING:
    import uvicorn

    from jixiao.web.guard import Guard
    from jixiao.web.runs import Run

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
    address: Address, home: Path, known: Library, *, folder: Path | None = None, lang: Lang = "zh"
) -> Guard:
    """Put the page together; ``home`` is the private folder of what is sent."""
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException

    from jixiao.web.editor_routes import ROUTES as OF_EDITOR
    from jixiao.web.faults import say_refused, say_trouble
    from jixiao.web.guard import Guard
    from jixiao.web.run_routes import ROUTES as OF_RUNS
    from jixiao.web.runs import Runs
    from jixiao.web.site import Site
    from jixiao.web.tool_routes import ROUTES as OF_TOOLS

    runs = Runs(home, lang, known)
    for run in finished_runs(folder) if folder is not None else ():
        runs.adopt(run)
    app = Starlette(
        routes=[*OF_TOOLS, *OF_EDITOR, *OF_RUNS],
        exception_handlers={HTTPException: say_refused, Exception: say_trouble},
    )
    app.state.site = Site(runs, known, lang, home, folder)
    return Guard(app, token=address.token, hosts=address.hosts, lang=lang, closes=runs.close)


def finished_runs(folder: Path) -> Iterable[Run]:
    """The output folders of bulk below a folder, or the folder itself if it is one."""
    from jixiao.web.runs import Run

    inner = (path.parent for path in sorted(folder.glob("*/ledger.sqlite")))
    for number, found in enumerate([*_own(folder), *inner], 1):
        yield Run(f"f{number}", found.name, found, source=folder, round=_round(found))


def _round(finished: Path) -> str:
    from jixiao.bulk import FinishedError, open_finished

    try:
        with open_finished(finished) as run:
            return run.scope.round
    except (FinishedError, OSError):  # one of an older version is shown all the same
        return ""


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
) -> None:
    """Serve until Ctrl-C or a signal; ``opened`` is called once the page can be opened.

    ``OSError`` where the port is taken. ``port`` 0 takes any that is free.
    """
    import uvicorn

    with _listening(host, port) as listening, private_folder() as home:
        address = Address(host, listening.getsockname()[1], secrets.token_urlsafe(24))
        app = make_app(address, home, known, folder=folder, lang=lang)
        config = uvicorn.Config(
            app, log_level="critical", access_log=False, lifespan="off", server_header=False,
            timeout_graceful_shutdown=1,
        )  # fmt: skip
        server = uvicorn.Server(config)
        with _ended_by_signals(server):
            opened(address)
            server.run(sockets=[listening])
            app.close()


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
