"""How far a bulk run is: a bar with rate and remaining time, or plain lines."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from jixiao.cli.shell import tell_user
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.bulk import Progress


@contextlib.contextmanager
def progress(lang: Lang) -> Iterator[Callable[[Progress], None]]:
    """A bar with rate and remaining time on a terminal, a plain line now and then otherwise."""
    if not sys.stderr.isatty():
        yield _plain_lines(lang)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn(text_in("cli.bulk.checked", lang)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None, name="", rate="")

        def tell(now: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 0.001
            bar.update(
                task,
                total=now.total,
                completed=now.done,
                name=now.relative[-40:],
                rate=f"{now.done / elapsed:.0f}/s",
            )

        yield tell


def _plain_lines(lang: Lang) -> Callable[[Progress], None]:
    """Tell every tenth of the way, so that a log stays short."""
    told = 0

    def tell(now: Progress) -> None:
        nonlocal told
        tenth = 10 * now.done // now.total
        if tenth > told:
            told = tenth
            tell_user(f"{text_in('cli.bulk.checked', lang)} {now.done}/{now.total}")

    return tell
