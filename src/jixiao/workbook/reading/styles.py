"""The styles part, as far as cells need it: number format and lock of each cell format."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from jixiao.workbook import limits
from jixiao.workbook.container import Package, feed, new_parser
from jixiao.workbook.reading.workbook_part import is_true
from jixiao.workbook.refusal import refuse_file

_REMEMBERED_BYTES: Final = 64 * 1024
GENERAL: Final = "General"
ELAPSED: Final = "[h]:mm:ss"  # of durations whose own format is not seen
_LISTS: Final = ("main:numFmts", "main:cellXfs")

# ECMA-376 part 1, 18.8.30; 27-36 and 50-58 as in the Chinese (zh-cn) list there.
BUILT_IN: Final = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "m/d/yy h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
    41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}  # fmt: skip


class Format(NamedTuple):
    """What a cell format says about a cell."""

    number_format: str = GENERAL
    locked: bool = True


def read_formats(package: Package, path: str) -> tuple[Format, ...]:
    """Read the cell formats of a styles part in their order; F204 beyond the limit."""
    pieces = tuple(package.pieces(path))
    is_small = len(pieces) == 1 and len(pieces[0]) <= _REMEMBERED_BYTES
    return (_known_formats if is_small else _formats)(pieces, path)


def _formats(pieces: tuple[bytes, ...], path: str) -> tuple[Format, ...]:
    reader = _FormatReader()
    parser = new_parser(path, intern=True)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    feed(parser, pieces, path)
    return tuple(Format(_code(number, reader.codes), locked) for number, locked in reader.formats)


# Returns of one template agree in this part to the byte; equal bytes have been read before.
_known_formats = lru_cache(maxsize=16)(_formats)


class _FormatReader:
    """What the parser found in the styles part; its methods are the callbacks."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.formats: list[tuple[str, bool]] = []
        self._list = ""  # the list that is being read; others have elements of the same names

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element in _LISTS:
            self._list = element
        elif self._list == "main:cellXfs":
            self._start_format(element, attributes)
        elif self._list and element == "main:numFmt":
            self.codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
            _check_amount(len(self.codes))

    def end(self, element: str) -> None:
        if element == self._list:
            self._list = ""

    def _start_format(self, element: str, attributes: dict[str, str]) -> None:
        if element == "main:xf":
            self.formats.append((attributes.get("numFmtId", "0"), True))
            _check_amount(len(self.formats))
        elif element == "main:protection" and self.formats and "locked" in attributes:
            self.formats[-1] = (self.formats[-1][0], is_true(attributes["locked"]))


def _check_amount(count: int) -> None:
    if count > limits.CELL_FORMATS:
        raise refuse_file("F204", limit=str(limits.CELL_FORMATS))


def _code(number: str, codes: dict[str, str]) -> str:
    written = codes.get(number)
    if written:
        return written
    return (
        BUILT_IN.get(int(number), GENERAL) if number.isascii() and number.isdecimal() else GENERAL
    )
