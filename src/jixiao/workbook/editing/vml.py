"""How large a comment box must be for its text, and from which cell to which it then reaches.

A box is what Excel itself draws for a note and WPS and LibreOffice follow: the text frame 202 with
ObjectType ``Note`` and a hard shadow, filled with #FFFFE1 (the tip colour of the system), hidden
until the mouse is on its cell. Its text is black in 宋体 9 points, Excel's own size for notes, in
the one Chinese font that Excel and WPS both have (Tahoma, the default, has no Chinese characters).
Excel takes the size from ``x:Anchor`` alone (column, pixels into it, row, pixels: left, top, right,
bottom) and shows no scroll bar, so the anchor spans every line of the text; ``width`` and
``height`` of the style say the same for programs that take it from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from jixiao.finding import text_width
from jixiao.workbook import limits
from jixiao.workbook.editing.layout import CellPosition, Layout, size
from jixiao.workbook.editing.shapes import layout_of
from jixiao.workbook.editing.splice import Splice, insertion, replacement
from jixiao.workbook.editing.text import whole_text
from jixiao.workbook.reading import is_true

Length = Callable[[int], int]

_WIDE: Final = 12  # pixels of a Chinese character at 9 points, twice that of a Latin one
_LINE: Final = 16
_MARGIN: Final = 20  # the text's distance from both edges, by default a tenth of an inch each
_WORD: Final = re.compile(r"[!-~]+ *|.", re.DOTALL)  # what no program breaks across lines
_WIDTHS: Final = (300, 460, 640)
_TALLEST: Final = 480
_INSET: Final = 4
_REACH: Final = 256  # rows or columns looked at for a place
PIXELS: Final = 96 / 72  # of a point


def box_size(text: str) -> tuple[int, int]:
    """Width and height in pixels of a box in which all of ``text`` is seen.

    >>> box_size("应为 0 分")
    (300, 36)
    """
    for width in _WIDTHS:
        per_line = width - _MARGIN - _WIDE  # a stop takes the character before it to the next line
        lines = sum(_lines(line, per_line) for line in text.split("\n"))
        height = lines * _LINE + _MARGIN
        if height <= _TALLEST:
            break
    return width, height


def _lines(text: str, per_line: int) -> int:
    """Count the lines into which a text without breaks falls; a longer word is cut."""
    lines, used = 1, 0
    for word in _WORD.findall(text):
        if used and used + _length(word.rstrip()) > per_line:
            lines, used = lines + 1, 0
        cut, used = divmod(used + _length(word), per_line)
        lines += cut
    return lines


def _length(line: str) -> int:
    wide = text_width(line) - len(line)
    return wide * _WIDE + (len(line) - wide) * _WIDE * 3 // 5


def box_spread(
    start: int, edge: int, length: int, length_of: Length, count: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a box begins and ends on one axis: column or row (from 0) and pixels into it.

    It begins a little behind the near edge of ``start``, or ends at that of ``edge`` where the
    sheet ends or what follows is hidden.
    """
    stop = reach(start, length, length_of, count)
    if stop is not None:
        return (start, _INSET), stop
    first = edge = min(edge, count - 1)
    while first > 0 and length > 0:
        first -= 1
        length -= length_of(first)
    return (first, 0), (edge, 0)


def reach(index: int, pixels: int, length_of: Length, count: int) -> tuple[int, int] | None:
    """Where a box of so many pixels ends that begins at ``index``; None at the end of the sheet."""
    pixels += _INSET
    for at in range(index, min(index + _REACH, count)):
        length = length_of(at)
        if pixels < length:
            return at, pixels
        pixels -= length
    return None


def lengths(layout: Layout) -> tuple[Length, Length]:
    """Say how many pixels columns and rows take, counted from 0."""
    return (
        cache(lambda index: _column_pixels(layout, index + 1)),
        lambda index: _row_pixels(layout, index + 1),
    )


def _column_pixels(layout: Layout, column: int) -> int:
    for span in layout.columns:
        if span.first <= column <= span.last:
            if span.is_hidden:
                return 0
            return round((span.width or layout.default_width) * 7 + 5)
    return round(layout.default_width * 7 + 5)


def _row_pixels(layout: Layout, number: int) -> int:
    rows = layout.by_number.get(number)
    points = 0.0 if layout.rows_are_hidden and not rows else layout.default_height
    if rows:
        if is_true(rows[0].attributes.get("hidden")):
            return 0
        points = size(rows[0].attributes.get("ht"), points)
    return round(points * PIXELS)


_DRAWING_END: Final = re.compile(rb"</(?:[^\s/>:]+:)?xml\s*>")
_ASIDES: Final = ((b"<!--", b"-->"), (b"<?", b"?>"))
_SHAPE: Final = re.compile(rb"<((?:[^\s/>:]+:)?shape)\s")
_ROW: Final = re.compile(rb"<(?:[^\s/>:]+:)?Row>\s*(\d{1,7})\s*<")
_COLUMN: Final = re.compile(rb"<(?:[^\s/>:]+:)?Column>\s*(\d{1,5})\s*<")
_ANCHOR: Final = re.compile(rb"(<(?:[^\s/>:]+:)?Anchor>)([^<]*)(<)")
_NAMESPACES: Final = (
    b'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_KIND: Final = (
    b'<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" '
    b'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)


def new_drawing(
    layout: Layout, texts: Mapping[CellPosition, str], numbers: Sequence[int], blocks: Sequence[int]
) -> bytes:
    """Write a whole drawing, whose boxes take ``numbers`` out of ``blocks``."""
    return b"<xml %s>%s%s%s</xml>" % (
        _NAMESPACES,
        layout_of(blocks),
        _KIND,
        _boxes(layout, texts, numbers),
    )


def end_of_drawing(drawing: bytes) -> int | None:
    """Where boxes can be added; None where the drawing does not end as it should."""
    end = drawing.rfind(b"</")
    found = _DRAWING_END.match(drawing, end) if end >= 0 else None
    rest = drawing[found.end() :].lstrip() if found else b"?"
    while rest:
        closing = next((c for opening, c in _ASIDES if rest.startswith(opening)), None)
        stop = rest.find(closing) if closing else -1
        if closing is None or stop < 0:
            return None
        rest = rest[stop + len(closing) :].lstrip()
    return end


def box_places(drawing: bytes) -> set[CellPosition]:
    """The cells that a drawing has boxes for."""
    places = (_place(drawing[slice(*span)]) for span in _shapes(drawing))
    return {place for place in places if place is not None}


def remove_box(drawing: bytes, gone: Collection[CellPosition]) -> list[Splice]:
    """Take out the boxes of comments that are gone."""
    return [
        replacement(drawing, start, stop, b"")
        for start, stop in _shapes(drawing)
        if _place(drawing[start:stop]) in gone
    ]


def enlarge_box(drawing: bytes, layout: Layout, grown: Mapping[CellPosition, str]) -> list[Splice]:
    """Make the boxes of comments large enough whose text grew."""
    splices: list[Splice] = []
    for span in _shapes(drawing):
        place = _place(drawing[slice(*span)])
        if place is not None and place in grown:
            splices += _enlarge(drawing, span, layout, grown[place])
    return splices


def add_box(
    drawing: bytes, layout: Layout, fresh: Mapping[CellPosition, str], numbers: Sequence[int]
) -> list[Splice]:
    """Add boxes, which take ``numbers``, before the end of a drawing."""
    end = end_of_drawing(drawing)
    if end is None or not fresh:
        return []
    kind = b"" if b"_x0000_t202" in drawing else _KIND
    return [insertion(end, kind + _boxes(layout, fresh, numbers))]


def _shapes(drawing: bytes) -> Iterator[tuple[int, int]]:
    """Where shapes begin and end, the blanks behind them included."""
    done = 0
    unclosed: set[bytes] = set()
    for found in _SHAPE.finditer(drawing):
        if found.start() < done or found[1] in unclosed:
            continue
        closing = b"</" + found[1] + b">"
        stop = drawing.find(closing, found.end())
        if stop < 0:
            unclosed.add(found[1])
            continue
        done = stop + len(closing)
        while drawing[done : done + 1] in (b"\n", b"\r", b" "):
            done += 1
        yield found.start(), done


def _boxes(layout: Layout, texts: Mapping[CellPosition, str], numbers: Sequence[int]) -> bytes:
    measured = lengths(layout)
    return b"".join(
        _box(measured, place, text, number)
        for number, (place, text) in zip(numbers, sorted(texts.items()), strict=True)
    )


def _box(measured: tuple[Length, Length], place: CellPosition, text: str, number: int) -> bytes:
    width, height = box_size(text)
    row, column = place
    across = box_spread(column, column - 1, width, measured[0], limits.COLUMNS)
    down = box_spread(max(row - 2, 0), row, height, measured[1], limits.ROWS)
    anchor = b"%d, %d, %d, %d, %d, %d, %d, %d" % (*across[0], *down[0], *across[1], *down[1])
    namespaces = _NAMESPACES
    return (
        b'<v:shape %s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;'
        b'margin-left:80pt;margin-top:2pt;width:%dpt;height:%dpt;z-index:%d;visibility:hidden" '
        b'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        b'<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        b"<x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row>"
        b"<x:Column>%d</x:Column></x:ClientData></v:shape>"
        % (
            namespaces,
            number,
            round(width / PIXELS),
            round(height / PIXELS),
            number % 1024,
            anchor,
            row - 1,
            column - 1,
        )
    )


def _place(shape: bytes) -> CellPosition | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else None


def _enlarge(drawing: bytes, span: tuple[int, int], layout: Layout, text: str) -> list[Splice]:
    """Make a box that is there large enough; its upper left corner stays."""
    found = _ANCHOR.search(drawing, *span)
    corner = [part.strip() for part in found[2].split(b",")] if found else []
    numbers = [whole_text(c.decode("ascii", "replace")) for c in corner]
    if found is None or len(numbers) != 8 or None in numbers:
        return []
    left, _, top, _, *before = (n or 0 for n in numbers)
    width, height = box_size(text)
    right, bottom = (before[0], before[1]), (before[2], before[3])
    columns, rows = lengths(layout)
    right = max(right, reach(left, width, columns, limits.COLUMNS) or right)
    bottom = max(bottom, reach(top, height, rows, limits.ROWS) or bottom)
    new = b", ".join((*corner[:4], *(b"%d" % n for n in (*right, *bottom))))
    start = found.start(2)
    return [replacement(drawing, start, found.end(2), new)] if new != found[2].strip() else []
