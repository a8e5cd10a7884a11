"""Ctrl-C and a closed window: answered at once, once, and then everything stops in good order."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

from jixiao.cli.shell import print_notice
from jixiao.finding import Lang, text_in

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # the last two: a window that is closed


@contextlib.contextmanager
def interruptible(lang: Lang) -> Iterator[Callable[[], bool]]:
    """Answer signals that ask to stop with a word and one ``KeyboardInterrupt``.

    Gives a function that says whether the wish to stop has been answered.
    """
    is_stopping = False
    if threading.current_thread() is not threading.main_thread():
        yield lambda: is_stopping
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal is_stopping
        if is_stopping:
            return
        is_stopping = True
        with contextlib.suppress(OSError):  # the window may be gone
            print_notice("\n" + text_in("cli.bulk.stopping", lang))
        raise KeyboardInterrupt

    there = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in there}
    try:
        yield lambda: is_stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
