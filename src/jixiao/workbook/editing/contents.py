"""Write formulas and results into cells that are there; their formats and addresses stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.parsers import expat

from jixiao.workbook.addresses import read_place
from jixiao.workbook.calculation import CellEdit
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.layout import CellPosition, Layout, row_cells
from jixiao.workbook.editing.splice import Splice, SpliceMisfit, insertion, replacement
from jixiao.workbook.editing.text import escape_text, printable_text
from jixiao.workbook.model import CellKind

_TYPES: Final = {CellKind.TEXT: b"str", CellKind.BOOLEAN: b"b", CellKind.ERROR: b"e"}
_OWN: Final = ("f", "v", "is")


def edit_contents(layout: Layout, edits: Iterable[CellEdit]) -> list[Splice]:
    """Give the splices; ``SpliceMisfit`` where a cell is not there or is more than a cell."""
    splices: list[Splice] = []
    for edit in edits:
        place = read_place(edit.cell)
        cell = None if place is None else _cell_at(layout, place)
        if cell is None or cell.attributes.keys() & {"cm", "vm"}:
            raise SpliceMisfit(edit.cell)
        splices += _edited(cell, edit)
    return splices


def _cell_at(layout: Layout, place: CellPosition) -> Element | None:
    for row in layout.by_number.get(place[0], ()):
        for column, cell in row_cells(layout, row):
            if column == place[1]:
                return cell
    return None


def _edited(cell: Element, edit: CellEdit) -> list[Splice]:
    text, tag_stop, prefix = cell.text, cell.tag_stop, cell.prefix
    is_closed = text[tag_stop - 2 : tag_stop] == b"/>"
    parts = {} if is_closed else _children(cell)
    if "f" in parts and not edit.keeps_formula and b"<" + prefix + b"f>" not in parts["f"]:
        raise SpliceMisfit(edit.cell)  # it belongs to other cells too
    formula = parts.get("f", b"") if edit.keeps_formula else _formula(prefix, edit)
    body = formula + _value(prefix, edit)
    body += b"".join(source for name, source in parts.items() if name not in _OWN)
    type_ = _TYPES.get(edit.kind)
    splices = [_typed(cell, tag_stop, type_)]
    if is_closed:
        splices.append(elements.open_tag(text, cell.start, tag_stop, body))
    else:
        stop = text.index(b"</" + prefix + b"c", tag_stop)
        splices.append(replacement(text, tag_stop, stop, body))
    return [splice for splice in splices if splice.old != splice.new]


def _typed(cell: Element, tag_stop: int, type_: bytes | None) -> Splice:
    if type_ is not None:
        return elements.tag_splice(cell.text, cell.start, tag_stop, b"t", type_)
    return elements.drop_splice(cell.text, cell.start, tag_stop, b"t")


def _formula(prefix: bytes, edit: CellEdit) -> bytes:
    if edit.formula is None:
        return b""
    return b"<%sf>%s</%sf>" % (prefix, escape_text(edit.formula), prefix)


def _value(prefix: bytes, edit: CellEdit) -> bytes:
    if edit.kind is CellKind.BLANK:
        return b""
    written = escape_text(printable_text(edit.raw))
    return b"<%sv>%s</%sv>" % (prefix, written, prefix)


def _children(cell: Element) -> dict[str, bytes]:
    """What is inside a cell, by name, as it is written."""
    text = cell.text
    stop = text.index(b"</" + cell.prefix + b"c", cell.tag_stop)
    whole = text[cell.start : text.index(b">", stop) + 1]
    parser = expat.ParserCreate("utf-8")
    spans: list[tuple[str, int, int]] = []
    depth = begun = 0

    def start(_: str, __: object) -> None:
        nonlocal depth, begun
        depth += 1
        if depth == 2:
            begun = parser.CurrentByteIndex

    def end(name: str) -> None:
        nonlocal depth
        if depth == 2:
            at = parser.CurrentByteIndex
            behind = whole.index(b">", at) + 1 if whole[at : at + 2] == b"</" else at
            spans.append((name.rpartition(":")[2], begun, behind))
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(whole, True)  # noqa: FBT003 - the parser takes no keywords
    return {name: _whole_tag(whole, begun, behind) for name, begun, behind in spans}


def _whole_tag(text: bytes, start: int, stop: int) -> bytes:
    return text[start:stop] if stop > start else text[start : text.index(b">", start) + 1]


def recalculated_on_load(root: Element, sheets: Element) -> Splice:
    """Have the spreadsheet program work all formulas out when it opens the workbook."""
    present = root.first("calcPr")
    if present is not None:
        return elements.attribute_splice(present, b"fullCalcOnLoad", b"1")
    names = root.first("definedNames") or root.first("externalReferences") or sheets
    return insertion(names.stop, b'<%scalcPr fullCalcOnLoad="1"/>' % root.prefix)
