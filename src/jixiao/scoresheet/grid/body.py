"""The body of a table below its header: rows as words, levels carried down, footers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from jixiao.rulebook import Role
from jixiao.scoresheet.grid.header import Header
from jixiao.scoresheet.grid.numbers import bare_number
from jixiao.scoresheet.grid.view import View
from jixiao.scoresheet.words import FOOTERS, GRADE, TOTAL, Index, label_forms, plain_label
from jixiao.workbook import CellKind

_LEVELS = frozenset((Role.LEVEL1, Role.LEVEL2, Role.LEVEL3))
_DITTO = frozenset(("同上", "〃", "′′", "同左"))
_SUM_OF_ALL = re.compile(r"(?:自评|评价|考评|绩效)?(?:总|合|共)[总合计得评分数值]*[计分数值]")
_SHORT = 20  # characters of the label of a sum


@dataclass(frozen=True, slots=True)
class TableFrame:
    """Where the words of a table are: its header, the name column, the level columns before it.

    ``view`` is the sheet, or the columns of it that the table has to itself. ``end`` is the first
    row that no longer belongs to the table (the next header), if any; ``repeats`` are rows inside
    the table that repeat its header (a page break); ``is_named`` says that the header itself names
    the name column, as the block of funds does not.
    """

    view: View
    header: Header
    name: int
    levels: tuple[int, ...]
    end: int | None = None
    repeats: frozenset[int] = frozenset()
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of the body: the words that name it and the level keys carried down to it.

    ``own`` are the keys of the texts that begin in this very row, from left to right.
    """

    row: int
    name: str
    levels: tuple[str, ...]
    own: tuple[str, ...]
    is_continued: bool  # its name cell is merged down from a row above
    has_numbers: bool  # some cell of it holds a number, as no note and no heading does


def table_frames(view: View, found: Sequence[Header], index: Index) -> Iterator[TableFrame]:
    """Make a frame of each header; a header that says the same again only continues the table."""
    groups: list[list[Header]] = []
    for header in found:
        if groups and _repeats(groups[-1][0], header):
            groups[-1].append(header)
        else:
            groups.append([header])
    for number, group in enumerate(groups):
        end = groups[number + 1][0].top if number + 1 < len(groups) else None
        repeats = frozenset(r for h in group[1:] for r in range(h.top, h.bottom + 1))
        made = _frame(view, group[0], index, end)
        if made is not None:
            yield replace(made, repeats=repeats)


def _repeats(first: Header, other: Header) -> bool:
    """Whether a header says again what the first one said, in full or its upper row only."""
    return all(set(texts) <= set(first.labels.get(c, ())) for c, texts in other.labels.items())


def _frame(view: View, header: Header, index: Index, end: int | None) -> TableFrame | None:
    """Find the name column (most indicator names, whatever it is called) and the level columns."""
    hits: dict[int, int] = {}
    levels: dict[int, int] = {}
    for row, cells in view.rows.items():
        if row <= header.bottom or (end is not None and row >= end):
            continue
        for column, cell in cells.items():
            if cell.kind is not CellKind.TEXT or len(cell.raw) > 60:
                continue
            if index.named(cell.raw):
                hits[column] = hits.get(column, 0) + 1
            elif index.names_section(cell.raw):
                levels[column] = levels.get(column, 0) + 1
    roles = {
        column: {r for t in texts if (r := index.role(t))}
        for column, texts in header.labels.items()
    }
    named = [c for c, r in roles.items() if Role.NAME in r]
    name = _name_column(hits, named)
    if name is None:
        return None
    found = {c for c, r in roles.items() if r & _LEVELS} | set(levels)
    levels_found = tuple(sorted(c for c in found if c < name or c in levels))
    return TableFrame(view, header, name, levels_found, end, is_named=bool(named))


def _name_column(hits: Mapping[int, int], named: Sequence[int]) -> int | None:
    """The column of indicator names: the one so headed, unless another has far more of them."""
    best = max(hits, key=lambda c: (hits[c], c in named, -c), default=None)
    own = max(named, key=lambda c: (hits.get(c, 0), c), default=None)
    if best is None or (own is not None and hits[best] <= 2 * hits.get(own, 0) + 2):
        return own
    return best


def table_lines(at: TableFrame, index: Index) -> Iterator[TableLine]:
    """Read the body row by row, without notes and signatures.

    Where a total is above, a note or a blank row ends the table: below it only rows that bear
    the name of an indicator still belong to it.
    """
    view, levels = at.view, tuple(c for c in at.levels if c != at.name)
    carried = [""] * len(levels)
    last = at.header.bottom
    has_rows = has_total = is_over = False
    for row, cells in view.rows.items():
        if row <= at.header.bottom or row in at.repeats:
            continue
        if at.end is not None and row >= at.end:
            return
        own = tuple(
            k for c in cells.values() if c.kind is CellKind.TEXT and (k := plain_label(c.raw))
        )
        is_over = is_over or (has_total and row > last + 1)
        last = row
        if own and is_footer(own[0]):
            is_over = has_total
            continue
        if is_over and not index.named(view.text(row, at.name)):
            continue
        for depth, column in enumerate(levels):
            key = level_key(view.text(row, column), index)
            if key and key not in _DITTO and key != carried[depth]:
                carried[depth:] = [key] + [""] * (len(levels) - depth - 1)
        line = TableLine(
            row=row,
            name=view.text(row, at.name),
            levels=tuple(carried),
            own=own,
            is_continued=view.anchor(row, at.name)[0] != row,
            has_numbers=any(bare_number(cell) is not None for cell in cells.values()),
        )
        is_total = sum_kind(line) == "total"
        has_total = has_total or (is_total and has_rows)  # one that is on top ends nothing
        has_rows = has_rows or (line.has_numbers and not is_total)
        yield line


def level_key(text: str, index: Index) -> str:
    """The section that a level cell names, or its own words where the rulebook has none such."""
    keys = label_forms(text)
    return next((k for k in keys if k in index.section_keys), keys[-1] if keys else "")


def is_footer(key: str) -> bool:
    """Whether a row that begins with these words is a note or a signature line."""
    head = key.split(":", maxsplit=1)[0].split("(", maxsplit=1)[0]
    return head in FOOTERS or (len(key) > _SHORT and key.startswith(("注:", "注1", "备注", "说明")))


def sum_kind(line: TableLine) -> Literal["total", "grade", "section"] | None:
    """Say whether a row holds a total, a grade or the sum of a section."""
    return kind_of_sum(line.own)


def kind_of_sum(own: Sequence[str]) -> Literal["total", "grade", "section"] | None:
    """The same by the keys of the texts that begin in the row, of which the first three count."""
    for key in own[:3]:
        bare = label_forms(key)[-1]
        if bare in TOTAL or _SUM_OF_ALL.fullmatch(bare):
            return "total"
        if bare in GRADE:
            return "grade"
        if bare.endswith(("小计", "合计")) and len(bare) <= _SHORT:
            return "section"
    return None
