"""Wait for a run to move: the threads that work wake the requests that look on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from jixiao.web.run import Run


@asynccontextmanager
async def watching(run: Run) -> AsyncIterator[asyncio.Event]:
    """Give an event that is set whenever the run has moved."""
    loop, woken = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        with suppress(RuntimeError):  # the loop has ended, and with it whoever looked on
            loop.call_soon_threadsafe(woken.set)

    run.watchers.add(wake)
    try:
        yield woken
    finally:
        run.watchers.discard(wake)


async def until_woken(woken: asyncio.Event, seconds: float) -> None:
    """Wait for the next move, but no longer than so many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await woken.wait()
    woken.clear()


async def until_over(run: Run, woken: asyncio.Event, seconds: float) -> None:
    """Wait for the end of a run, but no longer than so many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while not run.is_over:
                await woken.wait()
                woken.clear()
