"""The fills of marked cells and the formats of the added sheet.

The fills differ in lightness and not only in hue, and a notice is dotted, so that they
differ in a black-and-white print and for colour-blind readers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jixiao.finding import Severity
from jixiao.workbook.editing.history import EDGE_COLOUR
from jixiao.workbook.editing.model import CellFormat
from jixiao.workbook.editing.styles import Styles


def _solid(colour: str) -> bytes:
    return (
        b'<fill><patternFill patternType="solid"><fgColor rgb="FF%s"/><bgColor indexed="64"/>'
        b"</patternFill></fill>" % colour.encode()
    )


FILLS: Final[Mapping[Severity, bytes]] = {
    Severity.ERROR: _solid("F4A77E"),
    Severity.WARNING: _solid("FFE699"),
    Severity.NOTICE: (
        b'<fill><patternFill patternType="gray0625"><fgColor rgb="FF2E75B6"/>'
        b'<bgColor rgb="FFE7F0FA"/></patternFill></fill>'
    ),
}

_PATTERN: Final = re.compile(
    rb"""\spatternType=["'](\w+)["'].*?<fgColor\s[^>]*\brgb=["']FF(\w{6})"""
)


def _look(fill: bytes) -> tuple[bytes, bytes] | None:
    """The pattern of a fill and its colour; None where it has none."""
    found = _PATTERN.search(fill)
    return None if found is None else (found[1], found[2].upper())


_DOTS_OF_LIBREOFFICE: Final = (b"solid", b"DCE9F6")  # what it makes of the dots of a notice
_OWN_LOOKS: Final = {*map(_look, FILLS.values()), _DOTS_OF_LIBREOFFICE}


def is_own_format(fill: bytes) -> bool:
    """Say whether a fill is one of ``FILLS``, even after another program wrote it anew.

    >>> from jixiao.workbook.editing.formats import is_own_format
    >>> is_own_format(
    ...     b'<fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill>'
    ... )
    True
    """
    look = _look(fill)
    return look is not None and look in _OWN_LOOKS


_SEVERE: Final = {
    CellFormat.ERROR: Severity.ERROR,
    CellFormat.WARNING: Severity.WARNING,
    CellFormat.NOTICE: Severity.NOTICE,
}
_HEADER_FILL: Final = _solid("D9E2EC")
_EDGE: Final = b'style="thin"><color rgb="%s"/>' % EDGE_COLOUR
_BOX: Final = (
    b"<border><left %s</left><right %s</right><top %s</top><bottom %s</bottom><diagonal/></border>"
    % (_EDGE, _EDGE, _EDGE, _EDGE)
)
_BOXED: Final = frozenset(
    set(CellFormat) - {CellFormat.TITLE, CellFormat.SUBTITLE, CellFormat.SECTION, CellFormat.TEXT}
)
_CENTRED: Final = frozenset(
    {CellFormat.HEADER, CellFormat.CENTRED, CellFormat.ERROR, CellFormat.WARNING, CellFormat.NOTICE}
)


def _font(
    size: int, *, is_bold: bool = False, colour: str = "FF000000", line: bool = False
) -> bytes:
    return (
        b'<font>%s%s<sz val="%d"/><color rgb="%s"/><name val="%s"/><charset val="134"/></font>'
        % (
            b"<b/>" if is_bold else b"",
            b"<u/>" if line else b"",
            size,
            colour.encode(),
            "宋体".encode(),
        )
    )


_FONTS: Final = {
    CellFormat.TITLE: _font(16, is_bold=True),
    CellFormat.SUBTITLE: _font(11, is_bold=True),
    CellFormat.SECTION: _font(12, is_bold=True),
    CellFormat.LABEL: _font(10, is_bold=True),
    CellFormat.HEADER: _font(10, is_bold=True),
    CellFormat.ERROR: _font(10, is_bold=True),
    CellFormat.WARNING: _font(10, is_bold=True),
    CellFormat.LINK: _font(10, colour="FF0563C1", line=True),
}
_BODY_FONT: Final = _font(10)


def add_formats(styles: Styles) -> dict[CellFormat, int]:
    """Add the formats of the added sheet; give their numbers."""
    return {look: _add_look(styles, look) for look in CellFormat}


def _add_look(styles: Styles, look: CellFormat) -> int:
    font = styles.add("fonts", _FONTS.get(look, _BODY_FONT))
    fill = styles.add("fills", b'<fill><patternFill patternType="none"/></fill>')
    if look is CellFormat.HEADER or look is CellFormat.LABEL:
        fill = styles.add("fills", _HEADER_FILL)
    elif look in _SEVERE:
        fill = styles.add("fills", FILLS[_SEVERE[look]])
    plain = b"<border><left/><right/><top/><bottom/><diagonal/></border>"
    border = styles.add("borders", _BOX if look in _BOXED else plain)
    across = b' horizontal="center"' if look in _CENTRED else b' horizontal="left"'
    if look is CellFormat.NUMBER:
        across = b' horizontal="right"'
    return styles.add(
        "cellXfs",
        b'<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d" '
        b'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment%s '
        b'vertical="center" wrapText="1"/></xf>' % (font, fill, border, across),
    )
