"""Read a roster from a workbook or CSV with a header row: 编码, 单位名称, 别名/简称, 主管科室.

Only the name is required. Whatever stops it is a ``RosterError`` with reason and remedy.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from jixiao.bulk.departments.roster import Department, Roster
from jixiao.finding import Bilingual, Finding, message, text_of
from jixiao.scoresheet import SUM_WORDS, department_key
from jixiao.workbook import Cell, Sheet, Unreadable, decode_text, read_workbook

_HEADINGS = {
    what: frozenset(names.split())
    for what, names in {
        "code": "编码 代码 单位编码 单位代码 预算编码 预算代码 预算单位编码 预算单位代码 部门编码"
        " 部门代码 code",
        "name": "单位名称 部门名称 部门单位名称 预算单位名称 预算部门名称 单位全称 部门全称 全称"
        " 单位 部门 部门单位 预算单位 预算部门 填报单位 名称 name",
        "aliases": "别名 简称 单位简称 部门简称 曾用名 其他名称 aliases alias",
        "office": "主管科室 归口科室 归口管理科室 业务科室 对口科室 联系科室 科室 主管处室 归口处室"
        " 业务处室 对口处室 处室 office",
    }.items()
}
_SPLIT = re.compile(r"[;；、,，/／|｜\n\t]+")
_SHORTEST = 3  # characters of an alias that a blank may set off; else the blank spreads a name out
_SUMS = SUM_WORDS | {"总数", "单位数", "单位个数"}
_COUNT = re.compile(rf"(?:{'|'.join(sorted(SUM_WORDS))}|共有?)?\d+(?:个|家|户)?(?:单位|部门)?")
_NUMBERING = frozenset({"序号", "编号", "no"})
_DELIMITERS = (",", "\t", ";", "；")
RosterRow = tuple[int, list[str]]  # its number in the file, from 1, and its cells


class RosterError(Exception):
    """The roster cannot be used; ``reason`` says why, ``remedy`` what to do."""

    def __init__(self, reason: Bilingual, remedy: Bilingual) -> None:
        super().__init__(reason.zh)
        self.reason = reason
        self.remedy = remedy


def read_roster(path: Path) -> Roster:
    """Read a roster; ``RosterError`` where it cannot be used."""
    is_text = path.suffix.casefold() in {".csv", ".txt"}
    return _departments([_csv_rows(path)] if is_text else _sheets(path))


def _csv_rows(path: Path) -> list[RosterRow]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RosterError(
            text_of("bulk.roster.unopened").fill(name=path.name),
            text_of("bulk.roster.unopened.remedy"),
        ) from error
    text = decode_text(raw)
    if text is not None:
        with suppress(csv.Error):
            return _lines(text)
    raise RosterError(
        text_of("bulk.roster.encoding").fill(name=path.name),
        text_of("bulk.roster.encoding.remedy"),
    )


def _lines(text: str) -> list[RosterRow]:
    """Split text into cells by the first delimiter that makes a column of names."""
    for delimiter in (*_DELIMITERS, ","):
        table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = [(table.line_num, row) for row in table]
        if any("name" in _columns(row) for _, row in rows):
            break
    return rows


def _sheets(path: Path) -> list[list[RosterRow]]:
    workbook = read_workbook(path)
    if isinstance(workbook, Unreadable):
        raise RosterError(_why(workbook.findings, path), text_of("bulk.roster.unread.remedy"))
    return [_rows(sheet) for sheet in workbook.sheets]


def _rows(sheet: Sheet) -> list[RosterRow]:
    """The cells as they are seen: a merged area shows its value in each of its rows."""
    width = max((cell.column for cell in sheet if not cell.is_blank), default=0)
    return [
        (row, [_text(sheet.shown(row, column)) for column in range(1, width + 1)])
        for row in sheet.by_row
    ]


def _text(cell: Cell | None) -> str:
    """A cell's text; a number shown with leading zeros keeps them."""
    if cell is None:
        return ""
    if cell.number_format.strip("0") == "" and cell.raw.isdigit():
        return cell.raw.zfill(len(cell.number_format))
    return cell.raw


def _why(findings: Sequence[Finding], path: Path) -> Bilingual:
    said = Bilingual(message(findings[0], "zh"), message(findings[0], "en"))
    return text_of("bulk.roster.unread").fill(name=path.name, reason=said)


def _departments(sheets: list[list[RosterRow]]) -> Roster:
    headed = next(
        (
            (rows[at + 1 :], columns, row)
            for rows in sheets
            for at, (_, row) in enumerate(rows)
            if "name" in (columns := _columns(row))
        ),
        None,
    )
    if headed is None:
        raise RosterError(text_of("bulk.roster.no-names"), text_of("bulk.roster.no-names.remedy"))

    rows, columns, headings = headed

    def text(row: list[str], what: str) -> str:
        place = columns.get(what)
        return row[place].strip() if place is not None and place < len(row) else ""

    others = {
        place: heading.strip()
        for place, heading in enumerate(headings)
        if heading.strip() and place not in columns.values()
        if department_key(heading) not in _NUMBERING
    }
    found = [
        Department(
            name=text(row, "name"),
            code=text(row, "code"),
            aliases=_aliases(text(row, "aliases")),
            office=text(row, "office"),
            line=line,
            extra=tuple(row[place].strip() if place < len(row) else "" for place in others),
        )
        for line, row in rows
        if _is_department(department_key(text(row, "name")), row)
    ]
    if not found:
        raise RosterError(text_of("bulk.roster.empty"), text_of("bulk.roster.empty.remedy"))
    return Roster.of(found, tuple(others.values()))


def _is_department(name: str, row: Sequence[str]) -> bool:
    """Whether a row names a department, and is no total, no count and no repeated header."""
    if not name or name in _HEADINGS["name"] or _COUNT.fullmatch(name):
        return False
    return not any(department_key(cell) in _SUMS for cell in row)


def _aliases(text: str) -> tuple[str, ...]:
    """Split aliases at punctuation, and at blanks where every part is long enough for a name.

    >>> _aliases("市环保局；市生态局 生态环境局、教 育 局")
    ('市环保局', '市生态局', '生态环境局', '教 育 局')
    """
    found: list[str] = []
    for piece in _SPLIT.split(text):
        parts = piece.split()
        found.extend(parts if all(len(part) >= _SHORTEST for part in parts) else [piece.strip()])
    return tuple(filter(None, found))


def _columns(row: list[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, heading in enumerate(row):
        for what, names in _HEADINGS.items():
            if department_key(heading) in names:
                columns.setdefault(what, place)
    return columns
