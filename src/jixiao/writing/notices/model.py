"""What a notice says: to whom, by when, which things are to be mended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jixiao.finding import Lang, text_in


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One thing to mend, or to look at where ``is_error`` is False; texts in the notice's language.

    ``place`` is a cell with its sheet, or empty where it is about the whole.
    """

    place: str
    indicator: str
    problem: str
    remedy: str
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """What one department is asked to mend in ``file``.

    ``reason`` says why the return cannot be used at all, empty where it can; ``items`` are the
    causes in their order, ``folded`` how many findings come of them; ``copy`` is the name of the
    annotated copy, None where there is none.
    """

    department: str
    file: str
    year: int | None
    items: tuple[NoticeItem, ...]
    reason: str = ""
    folded: int = 0
    copy: str | None = None

    @property
    def errors(self) -> tuple[NoticeItem, ...]:
        """What has to be mended."""
        return tuple(one for one in self.items if one.is_error)

    @property
    def warnings(self) -> tuple[NoticeItem, ...]:
        """What has to be looked at."""
        return tuple(one for one in self.items if not one.is_error)


@dataclass(frozen=True, slots=True)
class NoticeHead:
    """The number of a notice, the day on it, the day by which to mend (None: left to be filled)."""

    number: int
    day: dt.date
    deadline: dt.date | None
    lang: Lang = "zh"

    def say(self, id_: str, **values: object) -> str:
        """A text of notices."""
        return text_in(id_, self.lang, **values)

    @property
    def numbered(self) -> str:
        """The number as letters write it: 〔2018〕3号."""
        return self.say("notices.number", year=self.day.year, number=self.number)

    def written(self, day: dt.date | None) -> str:
        """A day as letters write it; blanks to fill in where there is none."""
        if day is None:
            return self.say("notices.day-open")
        return self.say("notices.day", year=day.year, month=day.month, day=day.day)

    def title(self, notice: Notice) -> str:
        """The subject."""
        return self.say("notices.title" if notice.year else "notices.title-open", year=notice.year)

    def opening(self, notice: Notice) -> str:
        """The first sentences: what was received, what is wrong, by when to mend it."""
        by = self.written(self.deadline)
        if notice.reason:
            return self.say("notices.unusable", file=notice.file, reason=notice.reason, by=by)
        return self.say("notices.opening", file=notice.file, count=len(notice.errors), by=by)
