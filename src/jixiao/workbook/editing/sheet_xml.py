"""Write the added sheet as a worksheet part: texts as text, links to cells, a print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.addresses import cell_address
from jixiao.workbook.editing.history import HistoryTrace, write
from jixiao.workbook.editing.model import AddedCell, AddedLine, AddedSheet, CellFormat
from jixiao.workbook.editing.text import escape_attribute, escape_text, printable_text

CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_A4: Final = 9


def render_sheet(
    sheet: AddedSheet,
    formats: Mapping[CellFormat, int],
    *,
    space: str,
    traces: Sequence[HistoryTrace] = (),
) -> bytes:
    """Write the part; ``traces`` go into a hidden column, where the next run finds them."""
    width = max([len(sheet.widths), *(_width(line) for line in sheet.lines)], default=1)
    hidden = width + 2
    ledger = [sheet.header, *(write(trace) for trace in traces)]
    rows: list[bytes] = []
    merges: list[str] = []
    links: list[bytes] = []
    for number in range(1, max(len(sheet.lines), len(ledger)) + 1):
        line = sheet.lines[number - 1] if number <= len(sheet.lines) else AddedLine()
        cells = _cells(line, number, formats, merges, links)
        if number <= len(ledger):
            cells.append(_text(cell_address(number, hidden), ledger[number - 1], None))
        height = b' ht="%.2f" customHeight="1"' % line.height if line.height else b""
        rows.append(b'<row r="%d"%s>%s</row>' % (number, height, b"".join(cells)))
    return b"".join(
        (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%s">'
            % escape_attribute(space),
            b'<sheetPr><tabColor rgb="FFC55A11"/><pageSetUpPr fitToPage="1"/></sheetPr>',
            _view(sheet),
            b'<sheetFormatPr defaultRowHeight="15"/>',
            _columns(sheet, hidden),
            b"<sheetData>%s</sheetData>" % b"".join(rows),
            b'<autoFilter ref="%s"/>' % sheet.filter.address.encode() if sheet.filter else b"",
            _merged(merges),
            b"<hyperlinks>%s</hyperlinks>" % b"".join(links) if links else b"",
            b'<printOptions horizontalCentered="1"/>'
            b'<pageMargins left="0.4" right="0.4" top="0.55" bottom="0.6" header="0.3" '
            b'footer="0.3"/>'
            b'<pageSetup paperSize="%d" orientation="landscape" fitToHeight="0"/>'
            b"<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
            % _A4,
        )
    )


def _width(line: AddedLine) -> int:
    return sum(entry.span if entry else 1 for entry in line.entries)


def _cells(
    line: AddedLine,
    number: int,
    formats: Mapping[CellFormat, int],
    merges: list[str],
    links: list[bytes],
) -> list[bytes]:
    cells: list[bytes] = []
    column = 1
    for entry in line.entries:
        if entry is None:
            column += 1
            continue
        place = cell_address(number, column)
        cells.append(_cell(place, entry, formats.get(entry.look)))
        cells += (
            _blank(cell_address(number, further), formats.get(entry.look))
            for further in range(column + 1, column + entry.span)
        )
        if entry.span > 1:
            merges.append(f"{place}:{cell_address(number, column + entry.span - 1)}")
        if entry.link is not None:
            links.append(_link(place, *entry.link))
        column += entry.span
    return cells


def _cell(place: str, entry: AddedCell, style: int | None) -> bytes:
    if isinstance(entry.value, Decimal):
        return b'<c r="%s"%s><v>%s</v></c>' % (
            place.encode(), _style(style), format(entry.value, "f").encode(),
        )  # fmt: skip
    if not entry.value:
        return _blank(place, style)
    return _text(place, entry.value, style)


def _text(place: str, text: str, style: int | None) -> bytes:
    return b'<c r="%s"%s t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (
        place.encode(), _style(style), escape_text(printable_text(text, limits.CELL_CHARACTERS)),
    )  # fmt: skip


def _blank(place: str, style: int | None) -> bytes:
    return b'<c r="%s"%s/>' % (place.encode(), _style(style))


def _style(style: int | None) -> bytes:
    return b"" if style is None else b' s="%d"' % style


def _link(place: str, sheet: str, cell: str) -> bytes:
    location = "'" + sheet.replace("'", "''") + "'!" + cell
    return b'<hyperlink ref="%s" location="%s" display="%s"/>' % (
        place.encode(), escape_attribute(location), escape_attribute(f"{sheet}!{cell}"),
    )  # fmt: skip


def _view(sheet: AddedSheet) -> bytes:
    if not sheet.frozen:
        return b'<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
    chosen = max(sheet.chosen, sheet.frozen + 1)
    return (
        b'<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        b'<pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>'
        b'<selection pane="bottomLeft" activeCell="A%d" sqref="A%d"/></sheetView></sheetViews>'
        % (sheet.frozen, sheet.frozen + 1, chosen, chosen)
    )


def _columns(sheet: AddedSheet, hidden: int) -> bytes:
    columns = b"".join(
        b'<col min="%d" max="%d" width="%.2f" customWidth="1"/>' % (number, number, width)
        for number, width in enumerate(sheet.widths, 1)
    )
    last = b'<col min="%d" max="%d" width="9" hidden="1" customWidth="1"/>' % (hidden, hidden)
    return b"<cols>%s%s</cols>" % (columns, last)


def _merged(merges: Sequence[str]) -> bytes:
    if not merges:
        return b""
    return b'<mergeCells count="%d">%s</mergeCells>' % (
        len(merges),
        b"".join(b'<mergeCell ref="%s"/>' % merge.encode() for merge in merges),
    )
