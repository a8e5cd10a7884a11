"""A workbook whose cells can be typed into; every other byte of its sheets is kept.

Content is what a person types: text, a number as written (``Decimal``), a formula (``=SUM(…)``) or
nothing. The stored results of formulas are computed anew, as Excel does on saving.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, unescape

from openpyxl.formula.translate import Translator

from slips.excel import Address, Calculator, CellValue, Content, ErrorValue

_CELL = re.compile(r"<c\b(?P<head>[^>]*?)(?:/>|>(?P<body>.*?)</c>)", re.DOTALL)
_ADDRESS = re.compile(r'\br="([A-Z]+\d+)"')
_KIND = re.compile(r'\bt="(\w+)"')
_STYLE = re.compile(r'\bs="(\d+)"')
_FORMULA = re.compile(r"<f\b(?P<head>[^>]*?)(?:/>|>(?P<text>.*?)</f>)", re.DOTALL)
_SHARED = re.compile(r'\bsi="(\d+)"')
_VALUE = re.compile(r"<v\b[^>]*>(.*?)</v>", re.DOTALL)
_INLINE = re.compile(r"<t\b[^>]*>(.*?)</t>", re.DOTALL)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ENTITIES = {"&quot;": '"', "&apos;": "'", "&#10;": "\n", "&#xa;": "\n"}


@dataclass(frozen=True)
class Cell:
    """A cell as it stands: its style, what was typed, and the stored result of a formula."""

    style: str
    content: Content
    stored: CellValue = None

    @property
    def formula(self) -> str | None:
        """The formula with its ``=``."""
        is_one = isinstance(self.content, str) and self.content.startswith("=")
        return str(self.content) if is_one else None


@dataclass(frozen=True)
class SheetPart:
    """The XML of a sheet between its cells, and where each cell stands in it."""

    part: str
    pieces: tuple[str, ...]
    places: Mapping[str, int]


class Book:
    """A workbook read once, typed into as often as wanted."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self._parts = {item.filename: package.read(item) for item in package.infolist()}
        self.cells: dict[Address, Cell] = {}
        self._sheets: dict[str, SheetPart] = {}
        self._strings = self._shared_strings()
        root = ET.fromstring(self._parts["xl/workbook.xml"])
        targets = self._targets()
        for sheet in root.iter(f"{_MAIN}sheet"):
            name = sheet.attrib["name"]
            part = targets[sheet.attrib[f"{_RELATIONS}id"]]
            if "worksheets/" in part:
                self._read(name, part)
        self.names = {
            entry.attrib["name"].lower(): entry.text or ""
            for entry in root.iter(f"{_MAIN}definedName")
            if "localSheetId" not in entry.attrib
        }

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets."""
        return tuple(self._sheets)

    def place(self, name: str) -> Address | None:
        """The cell of a defined name."""
        found = re.fullmatch(r"'?([^'!]+)'?!\$?([A-Z]+)\$?(\d+)", self.names.get(name.lower(), ""))
        return (found[1], found[2] + found[3]) if found else None

    def content(self, at: Address) -> Content:
        """What stands in a cell."""
        return self.cells[at].content if at in self.cells else None

    def shown(self, typed: Mapping[Address, Content]) -> Calculator:
        """All values once ``typed`` is in the cells."""
        return Calculator(self._contents, typed, self.names)

    def typed(self, typed: Mapping[Address, Content]) -> bytes:
        """The file once ``typed`` is in the cells and every formula computed anew.

        ``KeyError`` where a cell has no place in the sheet.
        """
        values = self.shown(typed)
        changed: dict[str, list[str]] = {}

        def put(at: Address, cell: Cell) -> None:
            sheet = self._sheets[at[0]]
            pieces = changed.setdefault(at[0], list(sheet.pieces))
            pieces[sheet.places[at[1]]] = _written(at[1], cell)

        for at, content in typed.items():
            put(at, Cell(self.cells[at].style, content, values.value(*at)))
        for at, cell in self._live.items():
            if at not in typed:
                stored = values.value(*at)
                if stored != cell.stored or type(stored) is not type(cell.stored):
                    put(at, Cell(cell.style, cell.content, stored))
        return self._package(changed)

    @cached_property
    def _live(self) -> dict[Address, Cell]:
        return {at: cell for at, cell in self.cells.items() if cell.formula is not None}

    @cached_property
    def _contents(self) -> dict[Address, Content]:
        return {at: cell.content for at, cell in self.cells.items()}

    def _targets(self) -> dict[str, str]:
        root = ET.fromstring(self._parts["xl/_rels/workbook.xml.rels"])
        return {
            each.attrib["Id"]: posixpath.normpath(posixpath.join("/xl", each.attrib["Target"]))[1:]
            for each in root
        }

    def _shared_strings(self) -> list[str]:
        content = self._parts.get("xl/sharedStrings.xml")
        if content is None:
            return []
        found = []
        for item in ET.fromstring(content).iter(f"{_MAIN}si"):
            runs = [*item.findall(f"{_MAIN}t"), *item.findall(f"{_MAIN}r/{_MAIN}t")]
            found.append("".join(run.text or "" for run in runs))
        return found

    def _read(self, name: str, part: str) -> None:
        text = self._parts[part].decode("utf-8-sig")
        pieces: list[str] = []
        places: dict[str, int] = {}
        masters: dict[str, Translator] = {}
        end = 0
        for found in _CELL.finditer(text):
            address = _ADDRESS.search(found["head"])
            if address is None:
                continue
            pieces += [text[end : found.start()], found[0]]
            places[address[1]] = len(pieces) - 1
            end = found.end()
            self.cells[name, address[1]] = self._cell(found, address[1], masters)
        pieces.append(text[end:])
        self._sheets[name] = SheetPart(part, tuple(pieces), places)

    def _cell(self, found: re.Match[str], at: str, masters: dict[str, Translator]) -> Cell:
        style = _STYLE.search(found["head"])
        kind = _KIND.search(found["head"])
        body = found["body"] or ""
        stored = self._stored(kind[1] if kind else "n", body)
        formula = _FORMULA.search(body)
        if formula is None:
            is_number = kind is None or kind[1] == "n"
            raw = _VALUE.search(body)
            content: Content = stored if isinstance(stored, str) else None
            if isinstance(stored, bool):
                content = "TRUE" if stored else "FALSE"
            elif is_number and raw is not None and raw[1]:
                content = Decimal(raw[1])
            return Cell(style[1] if style else "", content, stored)
        written = f"={unescape(formula['text'] or '', _ENTITIES)}"
        shared = _SHARED.search(formula["head"])
        if shared is not None and formula["text"]:
            masters[shared[1]] = Translator(written, at)
        elif shared is not None:
            written = masters[shared[1]].translate_formula(at)
        return Cell(style[1] if style else "", written, stored)

    def _stored(self, kind: str, body: str) -> CellValue:
        if kind == "inlineStr":
            return unescape("".join(_INLINE.findall(body)), _ENTITIES)
        found = _VALUE.search(body)
        if found is None or (found[1] == "" and kind != "str"):
            return None
        match kind:
            case "s":
                return self._strings[int(found[1])]
            case "str":
                return unescape(found[1], _ENTITIES)
            case "b":
                return found[1] == "1"
            case "e":
                return ErrorValue(found[1])
        return float(found[1])

    def _package(self, changed: Mapping[str, list[str]]) -> bytes:
        new = {self._sheets[name].part: "".join(pieces) for name, pieces in changed.items()}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for part, content in self._parts.items():
                package.writestr(part, new[part].encode() if part in new else content)
        return stream.getvalue()


def _written(address: str, cell: Cell) -> str:
    head = f'<c r="{address}"' + (f' s="{cell.style}"' if cell.style else "")
    if cell.formula is not None:
        formula = f"<f>{escape(cell.formula[1:])}</f>"
        match cell.stored:
            case ErrorValue(text):
                return f'{head} t="e">{formula}<v>{text}</v></c>'
            case bool(truth):
                return f'{head} t="b">{formula}<v>{int(truth)}</v></c>'
            case str(text):
                return f'{head} t="str">{formula}<v>{escape(text)}</v></c>'
        return f"{head}>{formula}<v>{_digits(cell.stored)}</v></c>"
    if cell.content is None:
        return f"{head}/>"
    if isinstance(cell.content, Decimal):
        return f"{head}><v>{cell.content:f}</v></c>"
    text = escape(cell.content)
    return f'{head} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _digits(number: object) -> str:
    value = float(number)  # type: ignore[arg-type]
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
