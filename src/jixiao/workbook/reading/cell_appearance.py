"""How cell formats appear: fill, bold, alignment; out of the styles part and the theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.workbook.container import MAIN, STRICT_MAIN, Package, feed, new_parser
from jixiao.workbook.reading.workbook_part import is_true

_ALIGNED: Final = {"left": "left", "right": "right", "center": "center", "distributed": "center"}
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_STRICT_DRAWING: Final = "http://purl.oclc.org/ooxml/drawingml/main"
_RGB: Final = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_LIGHT_FIRST: Final = (1, 0, 3, 2)  # theme colours 0 to 3 count light before dark
_SLOTS: Final = 12  # colours of a theme
# ECMA-376 part 1, 18.8.27: the colours 8 to 63 of old formats.
_INDEXED: Final = (
    "000000ffffffff000000ff000000ffffff00ff00ffff00ffff800000008000000080808000800080008080"
    "c0c0c08080809999ff993366ffffccccffff660066ff80800066ccccccff000080ff00ffffff0000ffff"
    "8000808000000080800000ff00ccffccffffccffccffff9999ccffff99cccc99ffffcc993366ff33cccc"
    "99cc00ffcc00ff9900ff660066669996969600336633996600330033330099330099336633339933 3333"
).replace(" ", "")


@dataclass(frozen=True, slots=True)
class CellAppearance:
    """Fill (``#rrggbb``, empty without one), bold, alignment (left, center, right, or empty)."""

    fill: str = ""
    is_bold: bool = False
    align: str = ""


def read_cell_appearances(package: Package, styles: str) -> tuple[CellAppearance, ...]:
    """Read the appearance of each cell format of a styles part, in their order."""
    theme = package.related(package.workbook_path, "theme")
    reader = _StylesReader(_theme_colours(package, theme.target) if theme else ())
    _parse(package, styles, reader)
    return tuple(
        CellAppearance(_at(reader.fills, fill), _at(reader.bold, font) == "bold", align)
        for font, fill, align in reader.formats
    )


def _at(listed: Sequence[str], index: int) -> str:
    return listed[index] if 0 <= index < len(listed) else ""


def _theme_colours(package: Package, theme: str) -> tuple[str, ...]:
    reader = _ThemeReader()
    _parse(package, theme, reader)
    return tuple(reader.colours)


def _parse(package: Package, part: str, reader: _StylesReader | _ThemeReader) -> None:
    parser = new_parser(part)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    feed(parser, package.pieces(part), part)


def _bare(element: str, *spaces: str) -> str:
    space, _, name = element.rpartition(" ")
    return name if space in spaces else ""


class _ThemeReader:
    """Collects the colours of a theme in their order."""

    def __init__(self) -> None:
        self.colours: list[str] = []
        self._is_inside = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name = _bare(element, _DRAWING, _STRICT_DRAWING)
        if name == "clrScheme":
            self._is_inside = True
        elif self._is_inside and name in ("srgbClr", "sysClr") and len(self.colours) < _SLOTS:
            self.colours.append(attributes.get("lastClr") or attributes.get("val", ""))

    def end(self, element: str) -> None:
        if _bare(element, _DRAWING, _STRICT_DRAWING) == "clrScheme":
            self._is_inside = False


class _StylesReader:
    """Collects fonts, fills and cell formats of a styles part."""

    def __init__(self, theme: Sequence[str]) -> None:
        self.bold: list[str] = []
        self.fills: list[str] = []
        self.formats: list[tuple[int, int, str]] = []
        self._theme = theme
        self._list = ""

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name = _bare(element, MAIN, STRICT_MAIN)
        if name in ("fonts", "fills", "cellXfs"):
            self._list = name
        elif self._list == "fonts":
            self._take_font(name, attributes)
        elif self._list == "fills":
            self._take_fill(name, attributes)
        elif self._list == "cellXfs":
            self._take_format(name, attributes)

    def end(self, element: str) -> None:
        if _bare(element, MAIN, STRICT_MAIN) == self._list:
            self._list = ""

    def _take_font(self, name: str, attributes: dict[str, str]) -> None:
        if name == "font":
            self.bold.append("")
        elif name == "b" and self.bold and is_true(attributes.get("val", "1")):
            self.bold[-1] = "bold"

    def _take_fill(self, name: str, attributes: dict[str, str]) -> None:
        if name == "fill":
            self.fills.append("")
        elif name == "fgColor" and self.fills:
            self.fills[-1] = _colour(attributes, self._theme)

    def _take_format(self, name: str, attributes: dict[str, str]) -> None:
        if name == "xf":
            self.formats.append(
                (_number(attributes.get("fontId")), _number(attributes.get("fillId")), "")
            )
        elif name == "alignment" and self.formats:
            font, fill, _ = self.formats[-1]
            self.formats[-1] = (font, fill, _ALIGNED.get(attributes.get("horizontal", ""), ""))


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() else -1


def _colour(attributes: dict[str, str], theme: Sequence[str]) -> str:
    """The colour of a fill as ``#rrggbb``; empty where it is white, automatic or unknown."""
    found = _RGB.fullmatch(attributes.get("rgb", ""))
    base = found[1] if found else ""
    if "theme" in attributes:
        index = _number(attributes["theme"])
        base = _at(theme, _LIGHT_FIRST[index] if 0 <= index < len(_LIGHT_FIRST) else index)
    elif "indexed" in attributes:
        start = 6 * (_number(attributes["indexed"]) - 8)
        base = _INDEXED[start : start + 6] if start >= 0 else ""
    if not _RGB.fullmatch(base):
        return ""
    tinted = _tinted(base[-6:].lower(), attributes.get("tint", "0"))
    return "" if tinted == "ffffff" else f"#{tinted}"


def _tinted(colour: str, tint: str) -> str:
    """Lighten (tint above 0) or darken a colour, each channel in proportion.

    >>> _tinted("4f81bd", "0.8"), _tinted("4f81bd", "-0.5"), _tinted("4f81bd", "oops")
    ('dbe5f1', '27405e', '4f81bd')
    """
    try:
        share = max(-1.0, min(1.0, float(tint)))
    except ValueError:
        return colour
    channels = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    if share < 0:
        return "".join(f"{int(value * (1 + share)):02x}" for value in channels)
    return "".join(f"{int(value + (255 - value) * share):02x}" for value in channels)
