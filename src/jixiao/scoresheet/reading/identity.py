"""Whose sheet it is and of which year: 填报单位（盖章）：…, 2017年度, in titles and label cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jixiao.figures import UNITS_OF_MONEY
from jixiao.figures import plain_characters as folded
from jixiao.scoresheet.grid import View
from jixiao.scoresheet.stamp import Stamp
from jixiao.scoresheet.words import DEPARTMENT, YEAR, plain_label
from jixiao.workbook import CellKind

_TOP_ROWS = 15
_TITLE_ROWS = 3
_TITLE = 60  # characters of a title; longer texts speak of other years too
_REACH = 4
_SHORTEST = 3  # characters of the name of a department (财政局)
_IN_ONE_CELL = re.compile(r"(?P<label>[^:：]{2,16})[:：][\s\u3000]*(?P<rest>[^\s\u3000:：][^:：]*)")
_NEXT_LABEL = re.compile(r"[\s\u3000]+(?:填报|填表|单位|日期|金额|联系|年度|负责).*$")
_BLANKS = re.compile(r"[\s\u3000_]+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_NO_TITLE = re.compile(r"日期|^\s*20\d\d\s*年?\s*$")  # 2016年 alone heads a column
_SEAL = re.compile(r"[(（]?(?:盖章|公章|签章|章)[)）]?")


def identify(views: Sequence[View], stamp: Stamp | None) -> tuple[str | None, int | None]:
    """The department and the year, as far as sheets and stamp give them."""
    labelled: list[tuple[str, str]] = []
    department = year = None
    for view in views:
        labelled.extend(_labelled(view))
        department, year = _department(labelled), _labelled_year(labelled)
        if department is not None and year is not None:
            break
    if department is None and stamp is not None:
        department = stamp.department
    return department, year if year is not None else _year(views, stamp)


def _department(labelled: Sequence[tuple[str, str]]) -> str | None:
    """The name next to a label such as 填报单位（盖章）."""
    for label, rest in labelled:
        if _names_department(label) and _is_name(rest):
            return rest
    return None


@lru_cache(maxsize=4096)
def _names_department(label: str) -> bool:
    """Whether a label asks for the department: 填报单位（盖章）."""
    return _SEAL.sub("", label).replace("()", "") in DEPARTMENT


def _labelled_year(labelled: Sequence[tuple[str, str]]) -> int | None:
    """The year next to a label such as 评价年度."""
    for label, rest in labelled:
        match = re.match(r"(20\d\d)", plain_label(rest)) if label in YEAR else None
        if match:
            return int(match[1])
    return None


def _year(views: Sequence[View], stamp: Stamp | None) -> int | None:
    """The year of a title in the first sheet, then in the others, else that of the stamp."""
    for view in views:
        for row, cells in view.rows.items():
            if row > (_TOP_ROWS if view is views[0] else _TITLE_ROWS):
                break
            titles = [
                c.raw
                for c in cells.values()
                if c.kind is CellKind.TEXT and len(c.raw) <= _TITLE and not _NO_TITLE.search(c.raw)
            ]
            found = {int(m[1]) for title in titles if (m := _YEAR.search(folded(title)))}
            if len(found) == 1:  # several are the heads of columns
                return found.pop()
    said = stamp.year if stamp is not None else None
    return int(said) if said is not None and said.isascii() and said.isdigit() else None


def _labelled(view: View) -> Iterator[tuple[str, str]]:
    """What is in the top rows as label and text in one cell, or right of a known label."""
    for row, cells in view.rows.items():
        if row > _TOP_ROWS:
            return
        for column, cell in cells.items():
            if cell.kind is not CellKind.TEXT or len(cell.raw) > 80:
                continue
            asked = _asked(cell.raw)
            if asked is None:
                continue
            label, rest = asked
            if rest:
                yield label, rest
                continue
            merge = view.merge(row, column)
            start = (merge.right if merge else column) + 1
            for right in range(start, start + _REACH):
                neighbour = view.sheet.cells.get((row, right))
                if neighbour is not None and not neighbour.is_blank:
                    yield label, neighbour.raw.strip()
                    break


@lru_cache(maxsize=4096)
def _asked(text: str) -> tuple[str, str] | None:
    """The label and the text of a cell that holds both, or a label that asks for what is next.

    The text of a label alone is empty; None where the cell is neither.
    """
    match = _IN_ONE_CELL.match(text.strip())
    if match is not None:
        return plain_label(match["label"]), _NEXT_LABEL.sub("", match["rest"]).strip()
    label = plain_label(text)
    return (label, "") if label in YEAR or _names_department(label) else None


def _is_name(text: str) -> bool:
    bare = _BLANKS.sub("", _SEAL.sub("", text))
    if len(bare) < _SHORTEST or bare in UNITS_OF_MONEY or plain_label(bare) in DEPARTMENT:
        return False
    if bare.startswith(("填报", "填表", "单位", "日期", "年度")):
        return False
    return any("\u4e00" <= c <= "\u9fff" for c in bare) and not _YEAR.match(bare)
