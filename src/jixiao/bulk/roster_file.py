"""Read a roster from a workbook or CSV with a header row: 编码, 单位名称, 别名/简称, 主管科室.

Only the name is required. Whatever stops it is a ``RosterError`` with reason and remedy.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from jixiao.bulk.roster import Department, Roster, normalise
from jixiao.finding import Finding, message
from jixiao.workbook.model import Unreadable
from jixiao.workbook.read import read

_HEADINGS = {
    "code": ("编码", "代码", "单位编码", "预算单位编码", "部门编码", "code"),
    "name": ("单位名称", "部门名称", "单位", "部门", "预算单位", "名称", "name"),
    "aliases": ("别名", "简称", "曾用名", "其他名称", "aliases", "alias"),
    "office": ("主管科室", "归口科室", "业务科室", "科室", "处室", "office"),
}
_SPLIT = re.compile(r"[;；、,，/|\n]+")


class RosterError(Exception):
    """The roster cannot be used: ``reason`` and ``remedy`` in Chinese and English."""

    def __init__(self, reason: tuple[str, str], remedy: tuple[str, str]) -> None:
        super().__init__(reason[0])
        self.reason = reason
        self.remedy = remedy


def read_roster(path: Path) -> Roster:
    """Read a roster; ``RosterError`` where it cannot be used."""
    rows = _csv_rows(path) if path.suffix.casefold() in {".csv", ".txt"} else _sheet_rows(path)
    return _departments(rows)


def _csv_rows(path: Path) -> list[list[str]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RosterError(
            (f"名册打不开：{path.name}", f"the roster cannot be opened: {path.name}"),
            ("检查路径和文件权限。", "Check the path and the permissions."),
        ) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return list(csv.reader(io.StringIO(text)))
    raise RosterError(
        (f"名册的文字编码无法识别：{path.name}", f"unknown text encoding: {path.name}"),
        ("用表格软件另存为 CSV（UTF-8）或 xlsx。", "Save it as CSV (UTF-8) or xlsx."),
    )


def _sheet_rows(path: Path) -> list[list[str]]:
    workbook = read(path)
    if isinstance(workbook, Unreadable):
        raise RosterError(_why(workbook.findings, path), ("换一份能打开的名册。", "Use another."))
    for sheet in workbook.sheets:
        if sheet.cells:
            width = max(column for _, column in sheet.cells)
            return [
                [cell.raw if (cell := sheet.cell(row, c)) else "" for c in range(1, width + 1)]
                for row in sheet.by_row
            ]
    return []


def _why(findings: Sequence[Finding], path: Path) -> tuple[str, str]:
    zh, en = ("；".join(message(f, lang) for f in findings[:1]) for lang in ("zh", "en"))
    return f"名册读不了（{path.name}）：{zh}", f"the roster cannot be read ({path.name}): {en}"


def _departments(rows: list[list[str]]) -> Roster:
    headed = next(
        ((n, columns) for n, row in enumerate(rows) if "name" in (columns := _columns(row))), None
    )
    if headed is None:
        raise RosterError(
            ("名册里没有“单位名称”一列", "the roster has no column 单位名称"),
            (
                "第一行写上列名：编码、单位名称、别名、主管科室（至少要有单位名称）。",
                "Head the columns 编码, 单位名称, 别名, 主管科室; 单位名称 is required.",
            ),
        )

    start, columns = headed

    def text(row: list[str], what: str) -> str:
        place = columns.get(what)
        return row[place].strip() if place is not None and place < len(row) else ""

    found = [
        Department(
            name=text(row, "name"),
            code=text(row, "code"),
            aliases=tuple(a.strip() for a in _SPLIT.split(text(row, "aliases")) if a.strip()),
            office=text(row, "office"),
            line=line,
        )
        for line, row in enumerate(rows[start + 1 :], start + 2)
        if text(row, "name")
    ]
    if not found:
        raise RosterError(
            ("名册里一个单位也没有", "the roster lists no department"),
            ("在列名下面逐行填写单位名称。", "List one department per line under the headings."),
        )
    return Roster.of(found)


def _columns(row: list[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, heading in enumerate(row):
        name = normalise(heading)
        for what, names in _HEADINGS.items():
            if name in {normalise(n) for n in names}:
                columns.setdefault(what, place)
    return columns
