"""The names of elements and attributes that are read of an OpenDocument spreadsheet."""

from __future__ import annotations

from typing import Final

from jixiao.workbook.reading.ods_styles import NAMES

_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = {
    "office": f"{_SPACE}office:1.0",
    "table": f"{_SPACE}table:1.0",
    "text": f"{_SPACE}text:1.0",
    "style": f"{_SPACE}style:1.0",
    "number": f"{_SPACE}datastyle:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_READ: Final = (
    *(f"office:{word}" for word in (
        "spreadsheet", "annotation", "value-type", "value", "string-value", "boolean-value",
        "date-value", "time-value",
    )),
    *(f"table:{word}" for word in (
        "table", "name", "style-name", "protected", "structure-protected", "table-column",
        "table-row", "table-cell", "covered-table-cell", "default-cell-style-name", "visibility",
        "number-columns-repeated", "number-rows-repeated", "number-columns-spanned",
        "number-rows-spanned", "number-matrix-columns-spanned", "formula", "table-source",
        "named-expressions", "named-range", "cell-range-address", "null-date", "date-value",
        "tracked-changes", "table-column-group", "table-columns", "table-header-columns",
        "table-row-group", "table-rows", "table-header-rows", "calculation-settings",
    )),
    *(f"text:{word}" for word in (
        "p", "s", "c", "tab", "line-break", "span", "a", "ruby", "ruby-base", "ruby-text", "note",
        "date", "time", "title", "sheet-name", "file-name", "page-number", "page-count",
    )),
    "calcext:value-type",
    *NAMES,
)  # fmt: skip
SHORT_NAMES: Final = {
    f"{_SPACES[name.partition(':')[0]]} {name.partition(':')[2]}": name for name in _READ
}
