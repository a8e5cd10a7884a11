"""The styles part: cell formats cloned with a fill, fonts and borders for the added sheet.

Takes a styles part (or none, or one that lacks whole sections), gives format numbers and the
splices that add them. Nothing that is there is changed but the counts.
"""

from __future__ import annotations

import re
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.splice import Splice, insertion
from jixiao.workbook.editing.text import whole_text

_ORDER: Final = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
# What the first entries of a section must be, where a part lacks the section.
_FIRST: Final = {
    "fonts": (b"<font><sz val='11'/><name val='Calibri'/></font>",),
    "fills": (
        b"<fill><patternFill patternType='none'/></fill>",
        b"<fill><patternFill patternType='gray125'/></fill>",
    ),
    "borders": (b"<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellXfs": (b"<xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>",),
}
_PLAIN: Final = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
_TAG_NAME: Final = re.compile(rb"<(/?)([A-Za-z])")
_PREFIX: Final = re.compile(rb"<(/?)[^\s/>:]+:")
# A whole part, for a workbook that has none.
EMPTY: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="%s">'
    b'<fonts count="1">'
    b'<font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill '
    b'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders '
    b'count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs '
    b'count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs '
    b'count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    b"</styleSheet>"
)


class Styles:
    """A styles part that is being added to."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._prefix = root.prefix
        self._sections = {child.name: child for child in root if child.name in _ORDER}
        self._added: dict[str, list[bytes]] = {}
        self._known: dict[str, dict[bytes, int]] = {}
        self._filled: dict[tuple[int, int], int] = {}

    @property
    def count(self) -> int:
        """How many cell formats there are by now."""
        return self._length("cellXfs")

    @property
    def is_full(self) -> bool:
        """Whether no more cell formats may be added."""
        return self.count >= limits.CELL_FORMATS

    def add(self, section: str, new: bytes) -> int:
        """Add an entry (written without prefix) and give its number; an equal one is used again."""
        return self._add(section, self._prefixed(new, section))

    def filled(self, style: int, fill: int) -> int:
        """The format ``style`` with another fill; number format, border and font stay."""
        key = (style, fill)
        if key not in self._filled:
            self._filled[key] = self._add("cellXfs", self._with_fill(style, fill))
        return self._filled[key]

    def fill_of(self, style: int) -> tuple[bytes, bool]:
        """The fill of a format as XML without prefix, and whether the format applies it."""
        xf = self._entry("cellXfs", style)
        number = whole_text(xf.attributes.get("fillId")) if xf else None
        fill = self._entry("fills", number or 0)
        source = _PREFIX.sub(rb"<\1", fill.source) if fill else _FIRST["fills"][0]
        return source, bool(xf and xf.attributes.get("applyFill") in ("1", "true"))

    def restored(self, style: int, fill: bytes, *, is_applied: bool) -> int:
        """The format ``style`` with the fill it had before it was marked."""
        source = self._with_fill(style, self.add("fills", fill))
        if not is_applied:
            stop = source.index(b">") + 1
            source = elements.drop_attribute(source[:stop], b"applyFill") + source[stop:]
        return self._add("cellXfs", source)

    def splices(self) -> list[Splice]:
        """The changes to the part."""
        planned: list[Splice] = []
        for name in _ORDER:
            new = self._added.get(name)
            if not new:
                continue
            section = self._sections.get(name)
            if section is None:
                planned.append(self._new_section(name, new))
                continue
            if "count" in section.attributes:
                count = b"%d" % self._length(name)
                planned.append(elements.attribute_splice(section, b"count", count))
            planned.append(elements.append(section, b"".join(new)))
        return planned

    def _new_section(self, name: str, new: list[bytes]) -> Splice:
        followers = _ORDER[_ORDER.index(name) + 1 :]
        place = next((c.start for c in self._root if c.name in followers), None)
        body = b"<%s%s count=\"%d\">%s</%s%s>" % (
            self._prefix, name.encode(), len(new), b"".join(new), self._prefix, name.encode(),
        )  # fmt: skip
        return elements.append(self._root, body) if place is None else insertion(place, body)

    def _add(self, section: str, new: bytes) -> int:
        if not self._length(section):
            self._added[section] = [self._prefixed(first, section) for first in _FIRST[section]]
        known = self._known.get(section)
        if known is None:
            present = self._sections.get(section)
            known = {entry.source: n for n, entry in enumerate(present)} if present else {}
            self._known[section] = known
        number = known.get(new)
        if number is None:
            number = self._length(section)
            self._added.setdefault(section, []).append(new)
            known[new] = number
        return number

    def _length(self, section: str) -> int:
        present = self._sections.get(section)
        return (len(present.children) if present else 0) + len(self._added.get(section, ()))

    def _entry(self, section: str, number: int) -> Element | None:
        present = self._sections.get(section)
        if present is None or not 0 <= number < len(present.children):
            return None
        return present.children[number]

    def _with_fill(self, style: int, fill: int) -> bytes:
        xf = self._entry("cellXfs", style)
        source = xf.source if xf else self._prefixed(_PLAIN, "cellXfs")
        stop = (xf.tag_stop - xf.start) if xf else len(source)
        tag = elements.set_attribute(source[:stop], b"fillId", b"%d" % fill)
        return elements.set_attribute(tag, b"applyFill", b"1") + source[stop:]

    def _prefixed(self, new: bytes, section: str) -> bytes:
        present = self._sections.get(section)
        prefix = present.prefix if present else self._prefix
        return _TAG_NAME.sub(rb"<\1" + prefix + rb"\2", new) if prefix else new
