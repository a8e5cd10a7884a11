"""Build a workbook from a text grid.

``[name]`` begins a sheet; each line below it is a row, cells parted by ``|``. Instead,
``sheet!cell = value`` changes a cell of the base workbook, ``sheet!cell =`` blanks it,
``sheet!-5`` deletes row 5, ``sheet!~5`` hides it and ``sheet!J5:J6`` merges an area.
``=formula -> result`` is a formula with its stored result, ``96%`` a number shown as percentage,
``95 {yyyy-m-d}`` one in another number format, ``'text`` text whatever it looks like,
``#DIV/0!`` an error value. A first line ``rulebook: id`` names the rulebook; such a grid stands
alone, without the base workbook; ``rulebook: none`` orders none, the sheet is checked by itself.
"""

from __future__ import annotations

import re
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

Sheets = dict[str, dict[tuple[int, int], str]]

WORKBOOKS = Path(__file__).parents[1] / "workbooks"
BASE = WORKBOOKS / "base.txt"
_CHANGE = re.compile(r"([^!\[\]|]+)!([A-Z]+[0-9]+)\s*=\s?(.*)")
_MERGE = re.compile(r"([^!\[\]|]+)!([A-Z]+[0-9]+:[A-Z]+[0-9]+)")
_HIDE = re.compile(r"([^!\[\]|]+)!~([0-9]+)")
_DELETE = re.compile(r"([^!\[\]|]+)!-([0-9]+)")
_MERGED = -1  # row under which the merged areas of a sheet are kept
_HIDDEN = -2  # row under which its hidden rows are
_FORMATTED = re.compile(r"([+-]?\d+(?:\.\d+)?) \{(.+)\}")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e-?\d+)?")


def read_grid(text: str, sheets: Sheets | None = None) -> Sheets:
    """Read a grid; changes apply to ``sheets``."""
    found: Sheets = {name: dict(cells) for name, cells in (sheets or {}).items()}
    name, row = "", 0
    for line in text.splitlines():
        if line.startswith("["):
            name, row = line.strip("[] "), 0
            found[name] = {}
        elif change := _CHANGE.fullmatch(line):
            place = xl_cell_to_rowcol(change[2])
            found.setdefault(change[1], {})[place] = change[3].strip()
        elif merge := _MERGE.fullmatch(line):
            found[merge[1]][_MERGED, len(found[merge[1]])] = merge[2]
        elif hide := _HIDE.fullmatch(line):
            found[hide[1]][_HIDDEN, len(found[hide[1]])] = hide[2]
        elif delete := _DELETE.fullmatch(line):
            found[delete[1]] = _without_row(found[delete[1]], int(delete[2]) - 1)
        elif line.strip():
            for column, cell in enumerate(line.split("|")):
                found[name][row, column] = cell.strip()
            row += 1
    return found


def rulebook_of(story: Path) -> str | None:
    """The id of the rulebook that a grid names; None for the one of the base workbook."""
    first = (story / "grid.txt").read_text(encoding="utf-8").partition("\n")[0]
    return first.partition(":")[2].strip() if first.startswith("rulebook:") else None


def build(story: Path, target: Path) -> Path:
    """Write the workbook of a story folder."""
    text = (story / "grid.txt").read_text(encoding="utf-8")
    alone = rulebook_of(story) is not None
    base = {} if alone else read_grid(BASE.read_text(encoding="utf-8"))
    sheets = read_grid(text.partition("\n")[2] if alone else text, base)
    with xlsxwriter.Workbook(target) as book:
        percent = book.add_format({"num_format": "0.00%"})
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            if name.startswith("_"):
                sheet.very_hidden()
            for (row, column), text in cells.items():
                if row == _MERGED:
                    _merge(sheet, cells, text)
                elif row == _HIDDEN:
                    sheet.set_row(int(text) - 1, None, None, {"hidden": True})
                elif formatted := _FORMATTED.fullmatch(text):
                    style = book.add_format({"num_format": formatted[2]})
                    sheet.write_number(row, column, float(formatted[1]), style)
                else:
                    _write(sheet, row, column, text, percent, plain=name.startswith("_"))
    return target


def _merge(
    sheet: xlsxwriter.worksheet.Worksheet, cells: dict[tuple[int, int], str], area: str
) -> None:
    """Merge an area; its first cell keeps what the grid says."""
    sheet.merge_range(area, "")
    place = xl_cell_to_rowcol(area.partition(":")[0])
    _write(sheet, *place, cells.get(place, ""), None, plain=False)


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    text: str,
    percent: xlsxwriter.format.Format | None,
    *,
    plain: bool,
) -> None:
    if not text:
        return
    if plain or text.startswith("'"):
        sheet.write_string(row, column, text.removeprefix("'"))
    elif text.startswith("="):
        formula, _, result = text.partition(" -> ")
        shown: float | str = float(result) if _NUMBER.fullmatch(result) else result
        sheet.write_formula(row, column, formula, None, shown)
    elif text.startswith("#"):
        sheet.write_formula(row, column, "=1/0", None, text)
    elif text.endswith("%") and _NUMBER.fullmatch(text[:-1]):
        sheet.write_number(row, column, round(float(text[:-1]) / 100, 12), percent)
    elif _NUMBER.fullmatch(text):
        sheet.write_number(row, column, float(text))
    else:
        sheet.write_string(row, column, text)


def _without_row(cells: dict[tuple[int, int], str], gone: int) -> dict[tuple[int, int], str]:
    kept = {place: text for place, text in cells.items() if place[0] != gone}
    return {(row - (row > gone), column): text for (row, column), text in kept.items()}
