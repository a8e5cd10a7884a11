"""How far a bulk run is: a bar with rate and remaining time, or plain lines."""

from __future__ import annotations

import contextlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jixiao.cli.shell import print_notice
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.bulk import Progress


_WORTH_REPORTING = 5  # seconds


def announce(folder: Path, skip: tuple[Path, ...], lang: Lang) -> None:
    """Say how many files there are, before anything is loaded that takes time."""
    from jixiao.bulk import FileSort, walk_folder

    sorts = Counter(entry.sort for entry in walk_folder(folder, skip=skip))
    said = text_in("cli.bulk.found", lang, count=sorts[FileSort.WORKBOOK])
    if sorts[FileSort.ARCHIVE]:
        said += text_in("cli.bulk.found-archives", lang, count=sorts[FileSort.ARCHIVE])
    print_notice(said + text_in("cli.bulk.preparing", lang))


@contextlib.contextmanager
def progress(
    lang: Lang, is_stopping: Callable[[], bool] = lambda: False
) -> Iterator[Callable[[Progress], None]]:
    """A bar with rate and remaining time on a terminal, a plain line now and then otherwise.

    Once ``is_stopping``, returns that finish meanwhile are no longer spoken of.
    """
    if not sys.stderr.isatty():
        lines = _plain_lines(lang)
        yield lambda now: None if is_stopping() else lines(now)
        return
    with contextlib.ExitStack() as stack:
        bars: list[Any] = []

        def notify(now: Progress) -> None:
            if is_stopping():
                return
            if not bars:
                bars.append(stack.enter_context(_bar(now.total, lang)))
            bar = bars[0]
            bar.length = now.total
            bar.update(now.done - bar.pos, now.relative[-40:])

        yield notify


def _bar(total: int, lang: Lang) -> Any:
    """A bar with position, remaining time and what was checked last, gone when it is done."""
    return click.progressbar(
        length=total,
        label=text_in("cli.bulk.checked", lang),
        show_pos=True,
        item_show_func=lambda name: name or "",
        file=sys.stderr,
    )


def _plain_lines(lang: Lang) -> Callable[[Progress], None]:
    """Say how many there are, then every tenth of the way and what is left of it."""
    last = 0
    begun = time.monotonic()

    def notify(now: Progress) -> None:
        nonlocal last
        if not now.done:
            print_notice(text_in("cli.bulk.begun", lang, total=now.total))
        tenth = 10 * now.done // now.total
        if tenth > last:
            last = tenth
            taken = time.monotonic() - begun
            rest = _left(taken * (now.total - now.done) / now.done, lang)
            print_notice(f"{text_in('cli.bulk.checked', lang)} {now.done}/{now.total}{rest}")

    return notify


def _left(seconds: float, lang: Lang) -> str:
    """Say how long it will still take; nothing of the last seconds."""
    if seconds < _WORTH_REPORTING:
        return ""
    is_long = seconds >= 90
    count = round(seconds / 60) if is_long else round(seconds)
    said = text_in("cli.bulk.minutes" if is_long else "cli.bulk.seconds", lang, count=count)
    return text_in("cli.bulk.remaining", lang, time=said)


def count_line(words: str, lang: Lang) -> Callable[[int, int], None]:
    """Say how many are done of how many; ``words`` is the id of what was done.

    On a terminal the line is written over, elsewhere every tenth of the way gives a line.
    """
    last = 0

    def notify(done: int, total: int) -> None:
        nonlocal last
        line = f"{text_in(words, lang)} {done}/{total}"
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{line}" + "\n" * (done == total))
            sys.stderr.flush()
        elif total and (tenth := 10 * done // total) > last:
            last = tenth
            print_notice(line)

    return notify
