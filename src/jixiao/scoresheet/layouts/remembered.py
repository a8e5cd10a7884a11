"""Layouts of this process by what was asked: a bounded number, the latest of each first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from jixiao.rulebook import Rulebook
from jixiao.scoresheet.layouts.layout import KnownLayout, Meeting
from jixiao.scoresheet.layouts.same import meeting_again
from jixiao.workbook import Workbook

MOST = 64  # layouts
_MOST_CELLS = 8_000  # of a workbook whose layout is remembered
_VARIANTS = 4  # layouts of workbooks with sheets of the same names

_Key = tuple[object, ...]


class RememberedLayouts:
    """Layouts to hold workbooks against; where ``most`` is 0 nothing is remembered."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[_Key, list[KnownLayout]] = OrderedDict()

    def meeting(
        self, workbook: Workbook, books: Sequence[Rulebook], asked: Rulebook | None
    ) -> Meeting | None:
        """Meet a workbook as one before that has its layout; None where none has."""
        layouts = self._known.get(_key(workbook, books, asked), [])
        for layout in layouts:
            met = meeting_again(layout, workbook)
            if met is not None:
                layouts.remove(layout)
                layouts.insert(0, layout)
                return met
        return None

    def remember(self, layout: KnownLayout) -> None:
        """Keep the layout of a workbook of usual size, its sheets seen whole."""
        met = layout.meeting
        if not self._most or sum(len(one.cells) for one in met.workbook.sheets) > _MOST_CELLS:
            return
        if any(view.is_cut for view in met.views) or met.choice.is_crowded or _has_windows(layout):
            return
        key = _key(met.workbook, layout.books, layout.asked)
        layouts = self._known.setdefault(key, [])
        layouts.insert(0, layout)
        del layouts[_VARIANTS:]
        self._known.move_to_end(key)
        while sum(map(len, self._known.values())) > self._most:
            self._known.popitem(last=False)


def _key(workbook: Workbook, books: Sequence[Rulebook], asked: Rulebook | None) -> _Key:
    """What was asked of which sheets; a layout keeps its rulebooks, so that ids stay their own."""
    names = tuple(sheet.name for sheet in workbook.sheets)
    return (id(asked), *map(id, books)), names


def _has_windows(layout: KnownLayout) -> bool:
    """Whether a table has some columns of its sheet to itself."""
    blocks = (block for one in layout.meeting.choice.tried for block in one.blocks)
    return any(block.frame.view not in layout.meeting.views for block in blocks)


LAYOUTS = RememberedLayouts()
