"""A workbook that holds one added sheet and nothing else, for when the file cannot be patched."""

from __future__ import annotations

from typing import Final

from jixiao.workbook.container import CONTENT_TYPES, MAIN, PACKAGE_RELATIONS, RELATIONS
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.formats import add_formats
from jixiao.workbook.editing.model import AddedSheet
from jixiao.workbook.editing.sheet_xml import CONTENT_TYPE, render_sheet
from jixiao.workbook.editing.splice import apply_splices, ordered_splices
from jixiao.workbook.editing.styles import EMPTY, Styles
from jixiao.workbook.editing.text import escape_attribute
from jixiao.workbook.editing.zip_writer import pack_member

_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET_MAIN: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_STYLES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_RELATIONS: Final = "application/vnd.openxmlformats-package.relationships+xml"


def write_standalone(sheet: AddedSheet) -> bytes:
    """Write a workbook of one sheet."""
    empty = EMPTY % MAIN.encode()
    styles = Styles(elements.parse_element(empty, "styles"))
    formats = add_formats(styles)
    return pack_member(
        {
            "[Content_Types].xml": _HEAD
            + b'<Types xmlns="%s"><Default Extension="rels" ContentType="%s"/>%s</Types>'
            % (
                CONTENT_TYPES.encode(),
                _RELATIONS.encode(),
                b"".join(
                    b'<Override PartName="%s" ContentType="%s"/>' % (part, kind.encode())
                    for part, kind in (
                        (b"/xl/workbook.xml", _SHEET_MAIN),
                        (b"/xl/styles.xml", _STYLES),
                        (b"/xl/worksheets/sheet1.xml", CONTENT_TYPE),
                    )
                ),
            ),
            "_rels/.rels": _relations((b"officeDocument", b"xl/workbook.xml")),
            "xl/workbook.xml": _HEAD + b'<workbook xmlns="%s" xmlns:r="%s"><sheets>'
            b'<sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>'
            % (MAIN.encode(), RELATIONS.encode(), escape_attribute(sheet.name)),
            "xl/_rels/workbook.xml.rels": _relations(
                (b"worksheet", b"worksheets/sheet1.xml"), (b"styles", b"styles.xml")
            ),
            "xl/styles.xml": apply_splices(empty, ordered_splices(styles.splices())),
            "xl/worksheets/sheet1.xml": render_sheet(sheet, formats, space=MAIN),
        }
    )


def _relations(*targets: tuple[bytes, bytes]) -> bytes:
    lines = b"".join(
        b'<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>'
        % (number, RELATIONS.encode(), kind, target)
        for number, (kind, target) in enumerate(targets, 1)
    )
    return _HEAD + b'<Relationships xmlns="%s">%s</Relationships>' % (
        PACKAGE_RELATIONS.encode(),
        lines,
    )
