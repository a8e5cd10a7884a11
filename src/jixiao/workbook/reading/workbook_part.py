"""The workbook part: sheets in their order, defined names, date system, protection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.container import (
    RELATIONS,
    STRICT_RELATIONS,
    Package,
    check_entries,
    feed,
    new_parser,
)
from jixiao.workbook.model import Visibility
from jixiao.workbook.refusal import refuse_file

_RELATION_ID: Final = (f"{RELATIONS} id", f"{STRICT_RELATIONS} id")
_VISIBILITY: Final = {state.value.casefold(): state for state in Visibility}
_REMEMBERED_BYTES: Final = 64 * 1024
_ADDED: Final = 1  # the sheet of an earlier check does not count
_TRUE: Final = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as listed; ``part`` is None where its content is missing.

    ``kind`` is the relationship's: ``worksheet``, ``chartsheet``, ``dialogsheet``,
    ``xlMacrosheet``.
    """

    name: str
    part: str | None
    kind: str
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class Book:
    """What the workbook part says."""

    sheets: tuple[SheetEntry, ...]
    names: Mapping[str, str]
    date1904: bool
    is_structure_protected: bool


def is_true(written: str | None) -> bool:
    """Read a boolean attribute; absent is false.

    >>> is_true("1"), is_true("true"), is_true("0"), is_true(None)
    (True, True, False, False)
    """
    return written is not None and written in _TRUE


def read_book(package: Package) -> Book:
    """Read the workbook part; refuses more than 200 sheets (F200)."""
    path = package.workbook_path
    pieces = tuple(package.pieces(path))
    is_small = len(pieces) == 1 and len(pieces[0]) <= _REMEMBERED_BYTES
    reader = (_known_book if is_small else _read)(pieces, path)
    return Book(
        tuple(_entry(package, path, *sheet) for sheet in reader.sheets),
        reader.names,
        is_true(reader.properties.get("date1904")),
        is_true(reader.protection.get("lockStructure")),
    )


class _BookReader:
    """What the parser found in the workbook part; its methods are the callbacks."""

    def __init__(self) -> None:
        self.is_workbook = False
        self.sheets: list[tuple[str, str, str]] = []  # name, relationship, state
        self.names: dict[str, str] = {}
        self.properties: dict[str, str] = {}
        self.protection: dict[str, str] = {}
        self.pieces: list[str] = []
        self._name: str | None = None

    def start(self, element: str, attributes: dict[str, str]) -> None:
        self.pieces.clear()
        if element == "main:sheet":
            relation = next((attributes[key] for key in _RELATION_ID if key in attributes), "")
            state = attributes.get("state", "visible")
            self.sheets.append((attributes.get("name", ""), relation, state))
            if len(self.sheets) > limits.now().sheets + _ADDED:
                raise refuse_file("F200", limit=str(limits.now().sheets))
        elif element == "main:definedName":
            self._name = attributes.get("name") if "localSheetId" not in attributes else None
        elif element == "main:workbookPr":
            self.properties = attributes
        elif element == "main:workbookProtection":
            self.protection = attributes
        elif element == "main:workbook":
            self.is_workbook = True

    def end(self, element: str) -> None:
        if element == "main:definedName" and self._name is not None:
            self.names.setdefault(self._name, "".join(self.pieces))
            check_entries(len(self.names))
            self._name = None


def _read(pieces: tuple[bytes, ...], path: str) -> _BookReader:
    reader = _BookReader()
    parser = new_parser(path, intern=True)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.pieces.append
    feed(parser, pieces, path)
    if not reader.is_workbook:
        raise refuse_file("F121")
    return reader


# Returns of one template agree in this part to the byte; equal bytes have been read before.
_known_book = lru_cache(maxsize=16)(_read)


def _entry(package: Package, book: str, name: str, relation: str, state: str) -> SheetEntry:
    found = next(
        (r for r in package.relationships(book) if r.id == relation and not r.is_external), None
    )
    member = package.find(found.target) if found else None
    return SheetEntry(
        name,
        member.path if member and found else None,
        found.kind if found else "worksheet",
        _VISIBILITY.get(state.casefold(), Visibility.VISIBLE),
    )
