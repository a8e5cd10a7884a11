"""Read a Word document: its paragraphs and tables in order, as a person reads them.

Deleted text, field codes and the second copy of a text box are left out. Only the main part is
read: headers, footnotes and comments are not part of what the report states.
"""

from __future__ import annotations

from typing import Final

from jixiao.narrative.model import Passage, ReportRefused
from jixiao.narrative.reading.passages import PassageCollector
from jixiao.workbook import Package, feed, new_parser

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_LEFT_OUT: Final = frozenset({"w:del", "w:moveFrom", "w:instrText", "w:delText", _FALLBACK})
_NAMES: Final = (
    "p", "t", "tab", "br", "cr", "tbl", "tr", "tc", "del", "moveFrom", "instrText", "delText",
    "pStyle", "outlineLvl", "noBreakHyphen", "val",
)  # fmt: skip
_SHORT: Final = {f"{space} {name}": f"w:{name}" for space in (WORD, _STRICT) for name in _NAMES}
_GAPS: Final = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def main_part(package: Package) -> str:
    """The path of the main part; refused where there is none."""
    related = package.related("", "officeDocument")
    if related is None:
        raise ReportRefused("broken")
    return related.target


def read_docx(package: Package) -> tuple[Passage, ...]:
    """Give the passages of a document; refuses as the gate does."""
    part = main_part(package)
    reader = _DocumentReader()
    parser = new_parser(part, names=_SHORT)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    feed(parser, package.pieces(part), part)
    return tuple(reader.found.passages)


class _DocumentReader:
    """What the parser calls; a table inside a cell is read as text of that cell."""

    def __init__(self) -> None:
        self.found = PassageCollector()
        self._left_out = self._tables = self._level = self._paragraphs = 0
        self._begun, self._origin = -1, 0  # number of the last paragraph, of the outermost open one
        self._is_text = False
        self._pieces: list[str] = []
        self._cell: list[tuple[str, int]] = []
        self._row: list[list[tuple[str, int]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:p":
            self._begun += 1
        if name in _LEFT_OUT or self._left_out:
            self._left_out += 1
        elif name == "w:t":
            self._is_text = True
        elif name in _GAPS:
            self._pieces.append(_GAPS[name])
        elif name == "w:p":
            self._paragraphs += 1
            if self._paragraphs == 1:
                self._level, self._origin = 0, self._begun
        elif name in ("w:pStyle", "w:outlineLvl"):
            self._level = self._level or _level(name, attributes.get("w:val", ""))
        else:
            self._start_table(name)

    def _start_table(self, name: str) -> None:
        if name == "w:tbl":
            self._tables += 1
            if self._tables == 1:
                self.found.begin_table()
        elif name == "w:tr" and self._tables == 1:
            self._row = []
        elif name == "w:tc" and self._tables == 1:
            self._cell = []

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif name == "w:t":
            self._is_text = False
        elif name == "w:p":
            self._paragraphs -= 1
            self._end_paragraph()
        elif name == "w:tbl":
            self._tables -= 1
        elif name == "w:tc" and self._tables == 1:
            self._row.append(self._cell)
        elif name == "w:tr" and self._tables == 1:
            texts = ["\n".join(line for line, _ in cell) for cell in self._row]
            self.found.row(texts, [[origin for _, origin in cell] for cell in self._row])

    def text(self, data: str) -> None:
        if self._is_text and not self._left_out:
            self._pieces.append(data)

    def _end_paragraph(self) -> None:
        text, self._pieces = "".join(self._pieces), []
        for line in text.split("\n"):
            if self._tables:
                self._cell.append((line, self._origin))
            else:
                self.found.paragraph(line, self._level, self._origin)


def _level(name: str, value: str) -> int:
    """The level of a heading: 1 for the highest, 0 for none."""
    if name == "w:outlineLvl":
        return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0
    digits = value.casefold().removeprefix("heading")
    if value.casefold().startswith("heading") and digits.strip().isdecimal():
        return int(digits)
    return 0
