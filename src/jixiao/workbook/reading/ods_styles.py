"""Styles of an OpenDocument spreadsheet, as far as cells need them: number format and lock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jixiao.workbook.reading.styles import GENERAL, Format

_DATA: Final = {
    f"number:{kind}-style"
    for kind in ("number", "percentage", "currency", "date", "time", "boolean", "text")
}
_DATES: Final = {
    "number:year": ("yy", "yyyy"),
    "number:month": ("m", "mm"),
    "number:day": ("d", "dd"),
    "number:day-of-week": ("ddd", "dddd"),
    "number:hours": ("h", "hh"),
    "number:minutes": ("m", "mm"),
    "number:seconds": ("s", "ss"),
}
_FIXED: Final = {
    "number:fraction": "# ?/?",
    "number:text-content": "@",
    "number:am-pm": "AM/PM",
}
_UNLOCKED: Final = ("none", "formula-hidden")
_MOST_DIGITS: Final = 30
_DEPTH: Final = 20  # styles that inherit from one another
NAMES: Final = (
    *_DATA,
    *_DATES,
    *(f"number:{word}" for word in (
        "number", "text", "scientific-number", "fraction", "am-pm", "currency-symbol",
        "text-content", "decimal-places", "min-integer-digits", "min-exponent-digits", "grouping",
        "style", "textual", "truncate-on-overflow",
    )),
    *(f"style:{word}" for word in (
        "style", "default-style", "name", "family", "parent-style-name", "data-style-name",
        "table-cell-properties", "cell-protect", "table-properties",
    )),
    "table:display",
)  # fmt: skip


@dataclass(slots=True)
class _CellStyle:
    parent: str = ""
    data: str | None = None
    protect: str | None = None


@dataclass(slots=True)
class StyleReader:
    """What the parser shows of styles; ``start``, ``text`` and ``end`` are its callbacks."""

    hidden_tables: set[str] = field(default_factory=set)
    _cells: dict[str, _CellStyle] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)
    _formats: dict[str, Format] = field(default_factory=dict)
    _style: tuple[str, str] = ("", "")  # family and name of the one that is read
    _data: str | None = None
    _pieces: list[str] = field(default_factory=list)
    _is_text: bool = False
    _is_elapsed: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note what an element says."""
        if name in ("style:style", "style:default-style"):
            family = attributes.get("style:family", "")
            self._style = family, attributes.get("style:name", "")
            if family == "table-cell":
                parent = attributes.get("style:parent-style-name", "")
                data = attributes.get("style:data-style-name")
                self._cells[self._style[1]] = _CellStyle(parent, data)
        elif name == "style:table-cell-properties" and self._style[0] == "table-cell":
            self._cells[self._style[1]].protect = attributes.get("style:cell-protect")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden_tables.add(self._style[1])
        elif name in _DATA:
            self._data = attributes.get("style:name", "")
            self._pieces = []
            self._is_elapsed = attributes.get("number:truncate-on-overflow") == "false"
        elif self._data is not None:
            self._piece(name, attributes)

    def end(self, name: str) -> None:
        """Close an element."""
        if name in _DATA and self._data is not None:
            code = "".join(self._pieces)
            self._codes[self._data] = code if name != "number:boolean-style" else GENERAL
            self._data = None
        elif name in ("number:text", "number:currency-symbol"):
            self._is_text = False

    def text(self, text: str) -> None:
        """Take characters: those between the parts of a number format."""
        if self._is_text:
            bare = text if text in "-/:,. %()￥¥$年月日时分秒" or len(text) == 0 else None
            self._pieces.append(f'"{text.replace(chr(34), "")}"' if bare is None else text)

    def format_of(self, name: str) -> Format:
        """The number format and lock of a cell style, inherited ones included."""
        found = self._formats.get(name)
        if found is None:
            data = next((s.data for s in self._line(name) if s.data is not None), None)
            protect = next((s.protect for s in self._line(name) if s.protect is not None), None)
            code = self._codes.get(data or "", GENERAL) or GENERAL
            found = self._formats[name] = Format(code, protect not in _UNLOCKED)
        return found

    def _line(self, name: str) -> Iterator[_CellStyle]:
        """A style, what it inherits from, and the default of all."""
        for _ in range(_DEPTH):
            style = self._cells.get(name)
            if style is None:
                break
            yield style
            name = style.parent
        for name in ("Default", ""):
            if name in self._cells:
                yield self._cells[name]

    def _piece(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("number:text", "number:currency-symbol"):
            self._is_text = True
        elif name == "number:number":
            self._pieces.append(_number_code(attributes))
        elif name == "number:scientific-number":
            self._pieces.append(_number_code(attributes) + "E+00")
        elif name in _DATES:
            code = _date_code(name, attributes)
            is_elapsed = self._is_elapsed and name == "number:hours"
            self._pieces.append(f"[{code}]" if is_elapsed else code)
        else:
            self._pieces.append(_FIXED.get(name, ""))


def _date_code(name: str, attributes: dict[str, str]) -> str:
    short, long = _DATES[name]
    code = long if attributes.get("number:style") == "long" else short
    if name == "number:month" and attributes.get("number:textual") == "true":
        code += "mm"
    if name == "number:seconds" and (decimals := _digits(attributes, "decimal-places")):
        code += "." + "0" * decimals
    return code


def _number_code(attributes: dict[str, str]) -> str:
    decimals = _digits(attributes, "decimal-places")
    if decimals is None:
        return GENERAL
    whole = "0" * (_digits(attributes, "min-integer-digits") or 0) or "#"
    if attributes.get("number:grouping") == "true":
        whole = "#," + whole.rjust(3, "#")
    return whole + ("." + "0" * decimals if decimals else "")


def _digits(attributes: dict[str, str], name: str) -> int | None:
    written = attributes.get(f"number:{name}", "")
    if not (written.isascii() and written.isdecimal()):
        return None
    return min(int(written[:4]), _MOST_DIGITS)
