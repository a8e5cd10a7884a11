"""The rows named in a sentence, in their order, and which of them a place speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.masked import FIGURE, MaskedSentence
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.words import BRACKET, compiled

_ROWS: Final = ("indicator", "part")
_JOINED: Final = compiled(
    rf"(?:{BRACKET}|指标|、|和|与|及|以及|，|本年度?|全年|当年|率|{FIGURE}|为|达到?|均|仅)*"
)
_LISTED: Final = compiled(rf"(?:{BRACKET}|指标)*(?:、|和|与|及|以及)(?:本年度?|全年|当年)*")


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names of one sentence as rows; ``breaks`` are places where something else heads on."""

    sentence: MaskedSentence
    context: NameContext
    breaks: tuple[int, ...] = ()

    def rows(self, at: int) -> list[Subject]:
        """The rows that the name at a mark may mean."""
        mark = self.sentence.marks[at]
        if not "\ue000" <= mark <= "\uebff":
            return []
        return [s for s in self.sentence.name(mark).subjects if s.kind in _ROWS]

    def row(self, at: int) -> Subject | None:
        """The row that a name means without a doubt."""
        rows = self.rows(at)
        return rows[0] if len(rows) == 1 and self.context.is_own(at) else None

    def places(self, start: int, end: int) -> list[int]:
        """Where rows are named between two marks."""
        return [at for at in range(start, end) if self.rows(at)]

    def last(self, at: int) -> int | None:
        """Where the last row before a mark is named, unless something else heads on after it."""
        found = self.places(0, at)
        if not found or any(found[-1] < place < at for place in self.breaks):
            return None
        return found[-1]

    def is_headed_elsewhere(self, at: int) -> bool:
        """Whether a section is what is spoken of at a mark."""
        found = self.places(0, at)
        return any((found[-1] if found else -1) < place < at for place in self.breaks)

    def since(self, at: int) -> list[int]:
        """Where rows are named in the clauses up to a mark that belong together."""
        start = max(self.sentence.marks.rfind(mark, 0, at) for mark in "；。") + 1
        heads = [place for place in self.breaks if start < place < at]
        return self.places(max([start, *heads]), at)

    def listed(self, at: int) -> list[int]:
        """Where the rows of the list are named that ends with the last row before a mark."""
        found = self.places(0, at)
        group: list[int] = []
        for place in reversed(found):
            if group and not _LISTED.fullmatch(self.sentence.marks, place + 1, group[-1]):
                break
            group.append(place)
        return group[::-1]

    def sole(self, at: int) -> Subject | None:
        """The one row that the clause at a mark speaks of: the last named, unless it ends a list."""
        place = self.last(at)
        if place is None:
            return None
        is_inside = self.sentence.marks[place + 1 : place + 2] == "（"
        if len(self.listed(at)) > 1 and not (
            is_inside and "）" not in self.sentence.marks[place:at]
        ):
            return None
        row = self.row(place)
        return None if row is None or self._is_part(row, place) else row

    def _is_part(self, row: Subject, at: int) -> bool:
        """Whether a part of a row is named after the row itself: 得0分 may be of either."""
        if row.kind != "part":
            return False
        whole = row.id.partition("/")[0]
        named = {other.id for place in self.since(at) for other in self.rows(place)}
        return any(each.partition("/")[0] == whole and each != row.id for each in named)

    def is_narrower(self, start: int, end: int) -> bool:
        """Whether amounts of a project or a unit come between two marks."""
        return self.context.is_of_project(end, start)
