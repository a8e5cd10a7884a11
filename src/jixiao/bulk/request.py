"""What a bulk run is asked to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jixiao.bulk.departments import Roster
from jixiao.bulk.notices import NoticeOrder
from jixiao.checking import LastReturns, Waiver
from jixiao.finding import Lang
from jixiao.rulebook import Library
from jixiao.workbook import Height


@dataclass(frozen=True)
class BulkRequest:
    """What a bulk run is asked to do.

    ``rulebook`` is an id or path or None for detection among those of ``library``; ``rules``
    identifies the rules in play (a hash); ``rulebook_years`` and ``rulebooks`` give year and name
    of each that may be found, ``waivers`` are applied as of ``today``, ``grades`` are all grade
    names best first. ``limits`` says how large a file may be, ``round`` names the round,
    ``notices`` asks for letters to departments, ``previous`` has last year's returns, which are
    below ``previous_path``.
    """

    folder: Path
    output: Path
    rulebook: str | None
    rules: str
    rulebook_years: Mapping[str, int | None]
    rulebooks: Mapping[str, str]
    grades: tuple[str, ...]
    library: Library | None = None
    roster: Roster | None = None
    roster_path: Path | None = None
    annotates: bool = True
    rechecks: bool = False
    lang: Lang = "zh"
    waivers: tuple[Waiver, ...] = ()
    waivers_path: Path | None = None
    today: dt.date = dt.date.min
    limits: Height = "usual"
    round: str = ""
    notices: NoticeOrder | None = None
    previous: LastReturns | None = None
    previous_path: Path | None = None
