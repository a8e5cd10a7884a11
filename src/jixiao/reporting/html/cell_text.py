"""The text of a cell as a spreadsheet program shows it, for the usual number formats."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from jixiao.figures import format_number
from jixiao.finding import chinese_text
from jixiao.workbook import Cell, CellKind

_LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS: Final = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_DATES: Final = re.compile(r"y|d|m", re.IGNORECASE)
_TIMES: Final = re.compile(r"h|s|am/pm", re.IGNORECASE)
_WORDS: Final = tuple(chinese_text("page.date"))  # year, month, day
_EPOCHS: Final = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
_LAST_DAY: Final = 2_958_465  # 9999-12-31


def cell_text(cell: Cell, *, date1904: bool = False) -> str:
    """Give what a person sees in a cell; numbers in a format that is not known as they are stored.

    >>> cell_text(Cell(1, 1, CellKind.NUMBER, "0.602", number_format="0.00%"))
    '60.20%'
    >>> cell_text(Cell(1, 1, CellKind.NUMBER, "1288.4", number_format='#,##0.00"件"'))
    '1,288.40件'
    """
    if cell.kind is CellKind.BOOLEAN:
        return "TRUE" if cell.raw == "1" else "FALSE"
    if cell.kind is not CellKind.NUMBER:
        return cell.raw
    try:
        value = Decimal(cell.raw)
    except InvalidOperation:
        return cell.raw
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return cell.raw
    return number_text(Fraction(value), cell.number_format, date1904=date1904)


def number_text(value: Fraction, code: str, *, date1904: bool = False) -> str:
    """Write a number as a number format shows it.

    >>> number_text(Fraction("-1234.5"), "#,##0.00"), number_text(Fraction("2.46"), "General")
    ('-1,234.50', '2.46')
    >>> number_text(Fraction(43465), 'yyyy"年"m"月"d"日"')
    '2018年12月31日'
    """
    positive, *others = code.split(";")
    if value < 0 and others and others[0] and _DIGITS.search(_bare(others[0])):
        return _written(-value, others[0])
    bare = _bare(positive)
    if code in ("General", "@", "") or not _DIGITS.search(bare):
        return _day(value, positive, bare, date1904=date1904) or format_number(value)
    return _written(value, positive)


def _bare(code: str) -> str:
    return _LITERAL.sub("", code)


def _written(value: Fraction, code: str) -> str:
    unquoted = _LITERAL.sub(lambda m: "\0" if m[1] or m[2] else "", code)
    literals = [m[1] or m[2] for m in _LITERAL.finditer(code) if m[1] or m[2]]
    found = _DIGITS.search(unquoted)
    if found is None or "E+" in unquoted or "/" in unquoted:
        return format_number(value)
    percents = unquoted.count("%")
    shown = format_number(value * 100**percents, len(found[1] or ""))
    if found[1]:  # places marked # are left out where they are idle
        optional = len(found[1]) - len(found[1].rstrip("#"))
        while optional and shown.endswith("0"):
            shown, optional = shown[:-1], optional - 1
        shown = shown.rstrip(".")
    if "," in found[0]:
        whole, point, decimals = shown.partition(".")
        shown = f"{int(whole):,}{point}{decimals}" if whole not in ("-0", "") else shown
    framed = unquoted[: found.start()] + shown + unquoted[found.end() :]
    for literal in literals:
        framed = framed.replace("\0", literal, 1)
    return framed.strip()


def _day(value: Fraction, code: str, bare: str, *, date1904: bool) -> str:
    """Write a day; empty where the format shows none, or shows a time."""
    if code in ("General", "@", "") or _TIMES.search(bare) or not _DATES.search(code):
        return ""
    if not 1 <= value <= _LAST_DAY:
        return ""
    day = _EPOCHS[date1904] + dt.timedelta(days=int(value))
    numbers = (day.year, day.month, day.day)
    named = [(n, word) for n, word in zip(numbers, _WORDS, strict=True) if word in code]
    return "".join(f"{number}{word}" for number, word in named) or day.isoformat()
