"""What every request can reach: the runs, the rulebooks at hand, the language."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from starlette.requests import Request

from jixiao.finding import Lang, text_in
from jixiao.rulebook import Library
from jixiao.web.runs import Runs


@dataclass(frozen=True)
class Site:
    """One server: ``folder`` is the folder that it was started for."""

    runs: Runs
    known: Library
    lang: Lang
    home: Path
    folder: Path | None = None
    is_warm: Event = field(default_factory=Event)

    def say(self, id_: str, **values: object) -> str:
        """Give a text of the page."""
        return text_in(f"web.{id_}", self.lang, **values)


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site
