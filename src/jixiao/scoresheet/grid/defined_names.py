"""Cells that the template addressed by ASCII defined names, as far as the names still point at one.

Names survive inserted rows and columns; deleted ones read #REF!. A name is a hint: whoever uses it
holds it against the label next to the cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from jixiao.workbook import Workbook, column_number

_ONE_CELL = re.compile(
    r"^=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d{1,7})"
    r"(?::\$?(?P<column2>[A-Za-z]{1,3})\$?(?P<row2>\d{1,7}))?$"
)
PREFIX = "jx_"


class NamedCell(NamedTuple):
    """The (first) cell that a name points at, by the title of its sheet."""

    sheet: str
    row: int
    column: int


def named_places(workbook: Workbook) -> Mapping[str, NamedCell]:
    """Map each ``jx_…`` name to its (first) cell; names that point nowhere are left out."""
    return _places(tuple(sheet.name for sheet in workbook.sheets), tuple(workbook.names.items()))


@lru_cache(maxsize=16)
def _places(
    sheet_names: tuple[str, ...], names: tuple[tuple[str, str], ...]
) -> Mapping[str, NamedCell]:
    places: dict[str, NamedCell] = {}
    sheets = {name.casefold(): name for name in sheet_names}
    for name, target in names:
        if not name.casefold().startswith(PREFIX):
            continue
        pointed = _pointed(target)
        if pointed is not None and pointed.sheet.casefold() in sheets:
            places[name.casefold()] = pointed._replace(sheet=sheets[pointed.sheet.casefold()])
    return MappingProxyType(places)


@lru_cache(maxsize=4096)  # returns of one template say the same
def _pointed(target: str) -> NamedCell | None:
    """The (first) cell that the text of a name points at, None where it points nowhere."""
    match = _ONE_CELL.match(target.strip())
    if match is None:
        return None
    title = (match["quoted"] or match["plain"]).replace("''", "'")
    return NamedCell(title, int(match["row"]), column_number(match["column"]))
