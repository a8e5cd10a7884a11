"""How worksheets appear to a person: widths, heights, fills, bold and alignment.

Only a picture of a sheet needs this, never a check. What a file does not say, or says against the
format, is left at its default.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from jixiao.workbook.container import MAIN, STRICT_MAIN, Package, feed, new_parser
from jixiao.workbook.reading.cell_appearance import CellAppearance, read_cell_appearances
from jixiao.workbook.refusal import Refused

_WIDTH: Final = Decimal("8.43")  # of a column that says nothing, in characters
_WIDEST: Final = 256  # columns and
_LAST_ROW: Final = 2_000  # rows whose sizes are kept: nobody looks further in a picture


@dataclass(frozen=True, slots=True)
class SheetAppearance:
    """Widths of columns in characters and heights of rows in points, where the sheet says so."""

    widths: Mapping[int, Decimal] = field(default_factory=dict)
    heights: Mapping[int, Decimal] = field(default_factory=dict)
    width: Decimal = _WIDTH


@dataclass(frozen=True, slots=True)
class Appearance:
    """The appearance of a workbook: cell formats by number, sheets by their part."""

    formats: tuple[CellAppearance, ...] = ()
    sheets: Mapping[str, SheetAppearance] = field(default_factory=dict)

    def of_format(self, number: int) -> CellAppearance:
        """The appearance of a cell format; the default one where it is not known."""
        return self.formats[number] if 0 <= number < len(self.formats) else CellAppearance()

    def of_sheet(self, part: str) -> SheetAppearance:
        """The appearance of a sheet; the default one where it is not known."""
        return self.sheets.get(part, SheetAppearance())


def read_appearance(content: bytes, parts: Collection[str]) -> Appearance:
    """Read how the worksheets ``parts`` of an xlsx or xlsm appear.

    Empty for other formats and where a part cannot be read: a picture is then drawn plainly.
    """
    try:
        package = Package.open(content)
        styles = package.related(package.workbook_path, "styles")
        formats = read_cell_appearances(package, styles.target) if styles else ()
        return Appearance(formats, {part: _sheet(package, part) for part in parts})
    except (Refused, KeyError):
        return Appearance()


def _sheet(package: Package, part: str) -> SheetAppearance:
    reader = _SizeReader()
    parser = new_parser(part)
    parser.StartElementHandler = reader.start
    feed(parser, package.pieces(part), part)
    return SheetAppearance(reader.widths, reader.heights, reader.width)


class _SizeReader:
    """Collects the sizes that a worksheet part names."""

    def __init__(self) -> None:
        self.widths: dict[int, Decimal] = {}
        self.heights: dict[int, Decimal] = {}
        self.width = _WIDTH

    def start(self, element: str, attributes: dict[str, str]) -> None:
        space, _, name = element.rpartition(" ")
        if name not in ("row", "col", "sheetFormatPr") or space not in (MAIN, STRICT_MAIN):
            return
        if name == "row":
            self._take_row(attributes)
        elif name == "col":
            self._take_columns(attributes)
        else:
            self.width = _size(attributes.get("defaultColWidth")) or _WIDTH

    def _take_row(self, attributes: dict[str, str]) -> None:
        height, row = _size(attributes.get("ht")), _place(attributes.get("r"))
        if height is not None and row <= _LAST_ROW:
            self.heights[row] = height

    def _take_columns(self, attributes: dict[str, str]) -> None:
        width = _size(attributes.get("width"))
        first, last = _place(attributes.get("min")), _place(attributes.get("max"))
        if width is not None:
            for column in range(first, min(last, _WIDEST) + 1):
                self.widths[column] = width


def _place(written: str | None) -> int:
    known = written is not None and written.isascii() and written.isdecimal()
    return int(written[:8]) if known and written else _LAST_ROW + 1


def _size(written: str | None) -> Decimal | None:
    """A width or height as written; None where it is none.

    >>> _size("12.5"), _size("-1"), _size("wide"), _size(None)
    (Decimal('12.5'), None, None, None)
    """
    try:
        size = Decimal(written or "")
    except InvalidOperation:
        return None
    return size if size.is_finite() and 0 <= size <= 1_000 else None
