"""The workbook part: sheets in their order, defined names, date system, protection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jixiao.workbook import limits, markup
from jixiao.workbook.model import Visibility
from jixiao.workbook.package import Package
from jixiao.workbook.refusal import refuse

_RELATION_ID: Final = (f"{markup.RELATIONS} id", f"{markup.STRICT_RELATIONS} id")
_VISIBILITY: Final = {state.value.casefold(): state for state in Visibility}
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
    listed: list[tuple[str, str, str]] = []
    names: dict[str, str] = {}
    flags: dict[str, bool] = {}
    pieces: list[str] = []
    parser = markup.new_parser(path, intern=True)
    name: str | None = None

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal name
        if element == "main:sheet":
            relation = next((attributes[key] for key in _RELATION_ID if key in attributes), "")
            state = attributes.get("state", "visible")
            listed.append((attributes.get("name", ""), relation, state))
            if len(listed) > limits.SHEETS:
                raise refuse("F200", limit=str(limits.SHEETS))
        elif element == "main:definedName" and "localSheetId" not in attributes:
            name = attributes.get("name", "")
            pieces.clear()
            parser.CharacterDataHandler = pieces.append
        elif element == "main:workbookPr":
            flags["1904"] = is_true(attributes.get("date1904"))
        elif element == "main:workbookProtection":
            flags["protected"] = is_true(attributes.get("lockStructure"))
        elif element == "main:workbook":
            flags["workbook"] = True

    def end(element: str) -> None:
        nonlocal name
        if element == "main:definedName" and name is not None:
            names.setdefault(name, "".join(pieces))
            name = None
            parser.CharacterDataHandler = None

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    markup.feed(parser, package.pieces(path), path)
    if "workbook" not in flags:
        raise refuse("F121")
    return Book(
        tuple(_entry(package, path, *sheet) for sheet in listed),
        names,
        flags.get("1904", False),
        flags.get("protected", False),
    )


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
