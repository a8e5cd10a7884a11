"""The two streams: the result in UTF-8 on standard output, everything else on standard error."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from io import TextIOWrapper

import click

from jixiao.finding import Lang, text_in

WIDTH = 88  # places of a line where the result does not go to a terminal
_COLOURS = {
    "good": {"fg": "green"},
    "bad": {"fg": "red", "bold": True},
    "doubtful": {"fg": "yellow"},
    "faint": {"dim": True},
    "strong": {"bold": True},
}


def prepare() -> None:
    """Make standard output UTF-8 with plain line ends, and keep standard error from failing."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def give_result(result: str) -> None:
    """Write a result to standard output."""
    sys.stdout.write(result)


def print_notice(text: str) -> None:
    """Write a remark to standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def silence() -> None:
    """Let nothing more be written to a standard output that nobody reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def screen_width() -> int:
    """How many places a line of the result may take."""
    if not sys.stdout.isatty():
        return WIDTH
    return max(60, min(100, shutil.get_terminal_size((WIDTH, 24)).columns))


def is_coloured() -> bool:
    """Colours only on a terminal that knows them and whose user has not declined them."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.platform != "win32" or bool(os.environ.get("WT_SESSION"))


def paint(text: str, tone: str) -> str:
    """Colour ``text`` where standard output shows colours."""
    return click.style(text, **_COLOURS[tone]) if is_coloured() else text  # type: ignore[arg-type]


def explain_trouble(trouble: OSError, lang: Lang) -> str:
    """Say in plain words why a file could not be read or written."""
    from jixiao.writing import OutputRefused

    if isinstance(trouble, OutputRefused):
        return trouble.reason.text(lang)
    file = str(trouble.filename2 or trouble.filename or text_in("cli.console.screen", lang))
    if isinstance(trouble, PermissionError) or trouble.errno == errno.EROFS:
        return text_in("cli.console.locked", lang, file=file)
    if trouble.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return text_in("cli.console.full", lang, file=file)
    return text_in(
        "cli.console.trouble", lang, file=file, text=trouble.strerror or type(trouble).__name__
    )


class Counter:
    """Report on standard error how far a run over several files is; silent for a single one."""

    def __init__(self, total: int, lang: Lang) -> None:
        self.total, self.done, self.lang = total, 0, lang
        self.words = text_in("cli.console.checking", lang)

    def begin(self, name: str) -> None:
        """Say that ``name`` is next."""
        if self.total < 2:
            return
        self.done += 1
        line = f"{self.words} {self.done}/{self.total} {name}"
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{line[:78]}")
            sys.stderr.flush()
        else:
            print_notice(line)

    def end(self) -> None:
        """Clear the line."""
        if self.total > 1 and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
