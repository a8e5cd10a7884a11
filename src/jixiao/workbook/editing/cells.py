"""Give cells of a worksheet another format, making rows and cells where there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from jixiao.workbook.addresses import cell_address
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.layout import CellPosition, Layout, RowSpan, row_cells
from jixiao.workbook.editing.splice import Splice, insertion
from jixiao.workbook.editing.text import whole_text
from jixiao.workbook.reading import is_true

_END: Final = -1  # no row lies further down

Restyle = Callable[[CellPosition, int], int]  # place and present format → format wanted


def restyle(layout: Layout, places: Iterable[CellPosition], wanted: Restyle) -> list[Splice]:
    """Change the formats of ``places``; a missing cell first takes its row's or column's."""
    splices: list[Splice] = []
    by_row: dict[int, list[int]] = {}
    for row, column in sorted(set(places)):
        by_row.setdefault(row, []).append(column)
    missing: dict[int, list[int]] = {}
    for number, columns in by_row.items():
        rows = layout.by_number.get(number)
        if rows:
            splices += _restyle_row(layout, rows, columns, wanted)
        else:
            missing[number] = columns
    return splices + _new_rows(layout, missing, wanted)


def _restyle_row(
    layout: Layout, rows: list[RowSpan], columns: list[int], wanted: Restyle
) -> list[Splice]:
    splices: list[Splice] = []
    cells = [cell for row in rows for cell in row_cells(layout, row)]
    present: dict[int, Element] = {}
    for column, cell in cells:
        present.setdefault(column, cell)
    missing: list[int] = []
    for column in columns:
        found = present.get(column)
        if found is None:
            missing.append(column)
            continue
        style = whole_text(found.attributes.get("s")) or 0
        new = wanted((rows[0].number, column), style)
        if new != style:
            splices.append(elements.attribute_splice(found, b"s", b"%d" % new))
    if missing:
        splices += _new_cells(layout, rows[0], missing, wanted)
    return splices


def _new_cells(layout: Layout, row: RowSpan, columns: list[int], wanted: Restyle) -> list[Splice]:
    """Insert cells into an existing row, each before the first one further right."""
    element = Element(layout.text, "row", row.attributes, row.start)
    element.end = row.end
    has_own = is_true(row.attributes.get("customFormat"))
    own_style = whole_text(row.attributes.get("s")) if has_own else None
    prefix = element.prefix
    new = {
        column: _cell(prefix, layout, (row.number, column), own_style, wanted) for column in columns
    }
    if element.is_closed_tag:
        return [elements.append(element, b"".join(new.values()))]
    present = row_cells(layout, row)
    return [
        insertion(next((cell.start for at, cell in present if at > column), row.end), cell_text)
        for column, cell_text in new.items()
    ]


def _new_rows(layout: Layout, missing: dict[int, list[int]], wanted: Restyle) -> list[Splice]:
    """Insert rows, each before the first one further down."""
    if not missing:
        return []
    prefix = (layout.data or layout.root).prefix
    rows = {
        number: b'<%srow r="%d">%s</%srow>'
        % (
            prefix,
            number,
            b"".join(_cell(prefix, layout, (number, c), None, wanted) for c in columns),
            prefix,
        )
        for number, columns in missing.items()
    }
    if layout.data is None:
        whole = b"<%ssheetData>%s</%ssheetData>" % (prefix, b"".join(rows.values()), prefix)
        return [insertion(layout.data_place, whole)]
    further = iter(layout.rows)
    below = next(further, None)
    places: dict[int, list[bytes]] = {}
    for number, row in rows.items():  # ascending, so what lies above one lies above the next
        while below is not None and below.number <= number:
            below = next(further, None)
        places.setdefault(below.start if below is not None else _END, []).append(row)
    last = places.pop(_END, None)
    splices = [insertion(place, b"".join(joined)) for place, joined in places.items()]
    return [*splices, elements.append(layout.data, b"".join(last))] if last else splices


def _cell(
    prefix: bytes, layout: Layout, place: CellPosition, row_style: int | None, wanted: Restyle
) -> bytes:
    style = layout.column_style(place[1]) if row_style is None else row_style
    return b'<%sc r="%s" s="%d"/>' % (prefix, cell_address(*place).encode(), wanted(place, style))
