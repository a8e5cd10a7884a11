"""The value of a cell of an OpenDocument spreadsheet, out of its attributes and its text."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.model import CellKind
from jixiao.workbook.reading.stored_values import is_number
from jixiao.workbook.reading.styles import ELAPSED, GENERAL

_ERROR: Final = re.compile(
    r"#(?:N/A|N/D|NV|GETTING_DATA|[A-Z0-9ÄÖÜ/.¡¿]{2,12}[!?])|(?:Err|错误)[:：][0-9]{3}",
    re.IGNORECASE,
)
_ERROR_NUMBERS: Final = {
    "502": "#VALUE!", "503": "#NUM!", "504": "#REF!", "519": "#VALUE!", "524": "#REF!",
    "525": "#NAME?", "532": "#DIV/0!",
}  # fmt: skip
_DURATION: Final = re.compile(
    r"(-)?P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,15})?)S)?)?"
)
_NO_TIME: Final = re.compile(r"(?:T00:00:00)?(?:[.,]0+)?Z?\Z")  # after a date, what says nothing
_NUMBERS: Final = ("float", "percentage", "currency")


def value_of(attributes: dict[str, str], lines: list[str]) -> tuple[CellKind, str, str]:
    """Give kind, raw text and a number format for where the style gives none.

    An error is written as the number 0 or as a text, and recognised by what is shown for it.
    """
    shown = "\n".join(lines)
    kind = attributes.get("office:value-type") or attributes.get("calcext:value-type", "")
    is_formula = "table:formula" in attributes
    value = attributes.get("office:value", "").strip()
    if attributes.get("calcext:value-type") == "error" or (
        _ERROR.fullmatch(shown.strip())
        and (kind in _NUMBERS or (is_formula and kind == "string"))
        and not value.strip("0.-+Ee")
    ):
        return CellKind.ERROR, _error_of(shown.strip()), GENERAL
    if kind in _NUMBERS and value:
        return (CellKind.NUMBER if is_number(value) else CellKind.INVALID), value, GENERAL
    if kind == "boolean":
        flag = attributes.get("office:boolean-value", "")
        return CellKind.BOOLEAN, "1" if flag in ("true", "1") else "0", GENERAL
    if kind == "date" and (date := attributes.get("office:date-value", "")):
        return CellKind.DATE, _NO_TIME.sub("", date.strip()), GENERAL
    if kind == "time":
        days = _days(attributes.get("office:time-value", ""))
        if days is not None:
            return CellKind.NUMBER, days, ELAPSED
    text = attributes.get("office:string-value", shown) if kind == "string" else shown
    if text or (is_formula and (kind == "string" or lines)):  # an empty line: an empty result
        return CellKind.TEXT, text[: limits.CELL_CHARACTERS], GENERAL
    return CellKind.BLANK, "", GENERAL


def _error_of(shown: str) -> str:
    number = re.search("[0-9]{3}", shown)
    if shown.startswith("#") or number is None:
        return shown or "#VALUE!"
    return _ERROR_NUMBERS.get(number[0], shown)


def _days(written: str) -> str | None:
    """Give a duration as a number of days, as a spreadsheet holds it; None where it is none.

    >>> _days("PT28H05M06S"), _days("PT12H"), _days("P")
    ('1.1702083333333333', '0.5', None)
    """
    match = _DURATION.fullmatch(written)
    if match is None or not any(match.groups()[1:]):
        return None
    days, hours, minutes = (int(part or 0) for part in match.groups()[1:4])
    seconds = Fraction((match[5] or "0").replace(",", ".")) + 60 * (minutes + 60 * hours)
    value = repr(float(days + seconds / 86_400)).removesuffix(".0")
    return f"-{value}" if match[1] and value != "0" else value
