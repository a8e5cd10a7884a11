"""The values of waivers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.finding import Bilingual, Finding, Waived


class WaiverError(Exception):
    """A waiver file cannot be used; ``reason`` says where and why."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver: the findings ``code`` of a department or file, at an indicator or cell.

    ``number`` is its place in the file, from 1; ``cell`` is ``sheet!cell``; ``until`` is the last
    day on which it holds. ``aliases`` are further names that the department goes by.
    """

    number: int
    code: str
    reason: str
    who: str
    until: dt.date
    department: str | None = None
    file: str | None = None
    indicator: str | None = None
    cell: str | None = None
    aliases: tuple[str, ...] = ()

    def is_about(self, file: str, departments: Iterable[str | None]) -> bool:
        """Whether it speaks of a return; one that names none speaks of all."""
        if self.file is not None:
            path, mine = (name.replace("\\", "/").casefold() for name in (file, self.file))
            if path != mine and not path.endswith(f"/{mine}"):
                return False
        if self.department is None:
            return True
        return any(name in (self.department, *self.aliases) for name in departments if name)

    def covers(self, found: Finding) -> bool:
        """Whether it excuses a finding of a return that it speaks of."""
        return (
            found.code == self.code
            and self.cell in (None, found.place)
            and self.indicator in (None, found.indicator)
        )

    @property
    def mark(self) -> Waived:
        """What a waived finding bears."""
        return Waived(self.number, self.reason, self.who, self.until.isoformat())
