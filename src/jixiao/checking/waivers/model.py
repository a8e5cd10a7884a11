"""The values of waivers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from jixiao.finding import Bilingual, Finding, Waived, chinese_text
from jixiao.scoresheet import department_key

# What follows the name of a department in the name of its file: nothing, a year, what it holds.
_BEFORE = chinese_text("checking.waivers.before")
_AFTER = re.compile(f"$|[0-9a-z]|(?:{chinese_text('checking.waivers.after').replace(' ', '|')})")


class WaiverError(Exception):
    """A waiver file cannot be used; ``reason`` says where and why."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


def _is_named(name: str, file: str) -> bool:
    """Whether a file bears the name of a department, and not that of an office below it.

    >>> _is_named("教育局", "教育局2017年评分表"), _is_named("教育局", "教育局幼儿园2017年评分表")
    (True, False)
    """
    before, found, after = file.partition(name)
    return bool(found) and not before.strip(_BEFORE) and _AFTER.match(after) is not None


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
        known = {department_key(name) for name in (self.department, *self.aliases)}
        stated = {department_key(name) for name in departments if name}
        if stated:
            return not known.isdisjoint(stated)
        written = department_key(PurePath(file.replace("\\", "/")).stem)
        return any(_is_named(name, written) for name in known)

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
