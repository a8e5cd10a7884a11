"""Sums whose parts are next to them in one row: 资金总额, 财政拨款, 其他资金, amounts below.

A header that names a whole sum and, in the columns right of it, at least two of its sources, with
amounts in the rows below. Parts of parts (其中：…) end the sources that are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jixiao.scoresheet.grid import View, bare_number
from jixiao.scoresheet.outline.funds import FundsLine, is_whole
from jixiao.scoresheet.words import plain_label
from jixiao.workbook import CellKind

_DEEPEST = 4  # rows of amounts below one header
_SOURCES = re.compile(
    r"(?:当年|本年|一般公共预算)?(?:财政(?:拨款|资金|安排)|上年结转(?:资金|结余)?|结转资金|其他(?:资金|收入|来源)?|"
    r"(?:中央|省级?|市级?|县级?|区级?|上级|本级|地方)(?:财政)?(?:资金|补助|拨款)|"
    r"(?:[市县区乡地方]{1,3}(?:财政)?)?配套(?:资金)?|自[有筹]资金|单位资金|"
    r"事业(?:收入|单位资金)|政府性基金(?:预算)?(?:拨款)?|国有资本经营预算(?:拨款)?|社会资金|专户资金)"
)
_USES = re.compile(r"(?:基本|项目|经营|人员|公用)(?:支出|经费)(?:总额|合计)?")


@dataclass(frozen=True, slots=True)
class SourcesRow:
    """A row of amounts: the column of the sum and those of its parts."""

    row: int
    label: str
    whole: int
    parts: tuple[int, ...]


def find_sources(view: View) -> Iterator[SourcesRow]:
    """Find the rows of a sheet whose first amount, or last, is the sum of those next to it."""
    for row, cells in view.rows.items():
        texts = {c: cell.raw for c, cell in cells.items() if cell.kind is CellKind.TEXT}
        wholes = [c for c, text in texts.items() if len(text) < 20 and is_whole(text)]
        for place, whole in enumerate(wholes):
            end = wholes[place + 1] if place + 1 < len(wholes) else view.last_column + 1
            sides = [[c for c in sorted(texts) if whole < c < end]]
            if len(wholes) == 1:
                sides.append([c for c in sorted(texts) if c < whole])
            for between in sides:
                for kind in (_SOURCES, _USES):
                    parts = _parts(texts, between, kind)
                    if len(parts) > 1:
                        yield from _rows(view, row, whole, texts[whole], parts)


def with_parts_marked(lines: Sequence[FundsLine]) -> tuple[FundsLine, ...]:
    """Mark the lines below a whole sum as its parts, where their names alone say that they are.

    财政拨款 and 其他资金 below 年度资金总额, 基本支出 and 项目支出 below 部门支出合计.
    """
    found = list(lines)
    wholes = [place for place, line in enumerate(lines) if line.is_whole]
    for start, end in pairwise((*wholes, len(lines))):
        below = lines[start + 1 : end]
        keys = [plain_label(line.label) for line in below]
        is_split = any(all(kind.fullmatch(key) for key in keys) for kind in (_SOURCES, _USES))
        if len(below) > 1 and is_split and not any(line.mark for line in below):
            found[start + 1 : end] = [replace(line, mark="其中") for line in below]
    return tuple(found)


def _parts(texts: dict[int, str], columns: Sequence[int], kind: re.Pattern[str]) -> tuple[int, ...]:
    """The columns that are headed by sources; none where some are parts of others."""
    if any("其中" in texts[column] for column in columns):
        return ()
    return tuple(c for c in columns if kind.fullmatch(plain_label(texts[c])))


def _rows(
    view: View, header: int, whole: int, label: str, parts: tuple[int, ...]
) -> Iterator[SourcesRow]:
    for row in range(header + 1, header + 1 + _DEEPEST):
        if row not in view.rows or bare_number(view.shown(row, whole)) is None:
            return
        yield SourcesRow(row, label.strip(), whole, parts)
