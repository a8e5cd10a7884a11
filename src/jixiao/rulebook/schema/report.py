"""The narrative report (自评报告) that goes with a scoresheet: its sections, in order."""

from __future__ import annotations

from typing import Literal

from jixiao.rulebook.kinds import Written
from jixiao.rulebook.schema.provenance import Provenance

SectionContent = Literal[
    "department", "figures", "result", "sections", "losses", "survey", "problems", "measures"
]


class ReportSection(Written):
    """A section of the report: ``title`` without its number, ``about`` what belongs there.

    ``level`` 1 is 一、, 2 is （一）, 3 is 1、. ``groups`` (of inputs), ``tables`` (by id),
    ``paths`` (levels above indicators) and ``holds`` say which figures of the scoresheet a drafted
    report gives there (``figures``: all inputs and tables that no other section gives);
    ``aliases`` are other wordings of the title.
    """

    title: str
    level: int = 1
    required: bool = True
    about: str = ""
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    holds: tuple[SectionContent, ...] = ()


class ReportOutline(Written):
    """The order of a report as its notice asks for it."""

    title: str
    sections: tuple[ReportSection, ...]
    clause: str = ""
    provenance: Provenance | None = None
