"""Routes of runs that are over: go on with one that was stopped, remove one, take what was left."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from jixiao.web.run import Run
from jixiao.web.run_routes import give_zip, run_of
from jixiao.web.site import site_of


async def go_on(request: Request) -> Response:
    """Go on with a run that was stopped, by the user or with the program."""
    site, run = site_of(request), run_of(request)
    if run is None or not run.can_go_on:
        return Response(status_code=404)
    await run_in_threadpool(site.runs.go_on, run)
    return RedirectResponse(f"/runs/{run.id}", status_code=303)


async def forget(request: Request) -> Response:
    """Remove a run of files that were sent, with all that is kept of it."""
    site, run = site_of(request), run_of(request)
    if run is None or not run.can_be_removed:
        return Response(status_code=404)
    await run_in_threadpool(site.runs.forget, run)
    return RedirectResponse("/", status_code=303)


async def forget_left(request: Request) -> Response:
    """Remove all that a killed server has left."""
    site = site_of(request)
    for run in site.runs.left():
        if run.can_be_removed:
            await run_in_threadpool(site.runs.forget, run)
    return RedirectResponse("/", status_code=303)


async def take_left(request: Request) -> Response:
    """Give the results that a killed server has left in one zip, a folder a run."""
    site = site_of(request)
    outputs = dict(_all_outputs(site.runs.left()))
    if not outputs:
        return Response(status_code=404)
    return await give_zip(outputs, f"{site.say('left-zip')}.zip")


def _all_outputs(runs: list[Run]) -> list[tuple[str, Path]]:
    return [
        (f"{number}-{Path(run.name).stem}/{name}", path)
        for number, run in enumerate(runs, 1)
        for name, path in run.outputs.items()
    ]


ROUTES: Final = (
    Route("/runs/{id}/go-on", go_on, methods=["POST"]),
    Route("/runs/{id}/forget", forget, methods=["POST"]),
    Route("/left/forget", forget_left, methods=["POST"]),
    Route("/left/all.zip", take_left),
)
