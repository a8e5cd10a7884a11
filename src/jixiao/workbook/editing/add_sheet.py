"""The added sheet in the workbook part: its name, its number, the rows printed on each page."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Collection, Iterator
from typing import Final

from jixiao.workbook.editing import elements
from jixiao.workbook.editing.draft import Draft
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.model import AddedSheet
from jixiao.workbook.editing.sheet_xml import CONTENT_TYPE
from jixiao.workbook.editing.splice import Splice, insertion
from jixiao.workbook.editing.text import escape_attribute, escape_text, whole_text
from jixiao.workbook.reading import Book
from jixiao.workbook.refusal import refuse_file

_NAME_LENGTH: Final = 31
_LARGEST_SHEET_ID: Final = 65_534
_TITLES: Final = "_xlnm.Print_Titles"
_CHAINED: Final = re.compile(rb"\si\s*=\s*[\"'](\d{1,9})[\"']")
_BEFORE_NAMES: Final = frozenset({"sheets", "functionGroups", "externalReferences"})


def free_name(base: str, book: Book) -> str:
    """Name the sheet ``base``, or ``base`` and a number where that is taken."""
    taken = {entry.name.casefold() for entry in book.sheets}
    name, number = base, 2
    while name.casefold() in taken:
        ending = f" ({number})"
        name = base[: _NAME_LENGTH - len(ending)] + ending
        number += 1
    return name


def add_sheet(draft: Draft, sheet: AddedSheet, body: bytes, nth: int = 0) -> None:
    """Add the part ``body`` as the last sheet of the workbook, behind ``nth`` others just added."""
    folder = posixpath.join(posixpath.dirname(draft.book), "worksheets")
    path = draft.unused(folder, "sheet", "xml")
    draft.add(path, body, content_type=CONTENT_TYPE)
    identity = draft.relate(draft.book, "worksheet", path)
    root = draft.tree(draft.book)
    sheets = root.first("sheets")
    if sheets is None:
        raise refuse_file("F121")
    taken = {whole_text(child.attributes.get("sheetId")) for child in sheets}
    taken |= _calculated(draft) | _viewed(root)
    above = 1 + max(number or 0 for number in taken) if taken else 1
    free = (n for n in _numbers(above) if _is_free(n, taken))
    number = next(itertools.islice(free, nth, None))
    related = elements.related(root, draft.relation_space, identity)
    entry = b'<%ssheet name="%s" sheetId="%d" %s/>' % (
        sheets.prefix, escape_attribute(sheet.name), number, related,
    )  # fmt: skip
    draft.splice(draft.book, [elements.append(sheets, entry)])
    if sheet.frozen:
        draft.splice(draft.book, _repeat_rows(root, sheets, sheet, nth))


def keep_stale(draft: Draft, added: int) -> None:
    """Let names and views of sheets that are long gone stay so, and not become the added sheets'.

    They say the place of a sheet beyond the last; the ``added`` ones are now at the first of these.
    """
    root = draft.tree(draft.book)
    sheets = root.first("sheets")
    count = len(sheets.children) if sheets else 0
    listed = [(name, "localSheetId") for name in root.first("definedNames") or ()]
    for view in root.first("bookViews") or ():
        listed += [(view, "activeTab"), (view, "firstSheet")]
    for element, name in listed:
        place = whole_text(element.attributes.get(name))
        if added and place is not None and place >= count:
            moved = b"%d" % (place + added)
            draft.splice(draft.book, [elements.attribute_splice(element, name.encode(), moved)])


def _calculated(draft: Draft) -> set[int | None]:
    """The sheet numbers that the calculation chain names, of sheets that are gone too."""
    chains = draft.package.related(draft.book, "calcChain")
    if chains is None:
        return set()
    return {int(number) for number in _CHAINED.findall(draft.package.part(chains.target))}


def _viewed(root: Element) -> set[int | None]:
    """The sheet numbers that the views of other people name."""
    return {
        whole_text(view.attributes.get("activeSheetId"))
        for view in root.first("customWorkbookViews") or ()
    }


def _repeat_rows(root: Element, sheets: Element, sheet: AddedSheet, nth: int) -> list[Splice]:
    """Have the rows that stay in view printed on every page."""
    names = root.first("definedNames")
    place = str(len(sheets.children) + nth)
    prefix = names.prefix if names else root.prefix
    first, last = (sheet.repeated, sheet.repeated) if sheet.repeated else (1, sheet.frozen)
    entry = b'<%sdefinedName name="%s" localSheetId="%s">%s!$%d:$%d</%sdefinedName>' % (
        prefix,
        _TITLES.encode(),
        place.encode(),
        escape_text("'" + sheet.name.replace("'", "''") + "'"),
        first,
        last,
        prefix,
    )
    if names is not None:
        return [elements.append(names, entry)]
    before = max(child.stop for child in root if child.name in _BEFORE_NAMES)
    return [insertion(before, b"<%sdefinedNames>%s</%sdefinedNames>" % (prefix, entry, prefix))]


def _numbers(above: int) -> Iterator[int]:
    """Numbers of sheets: those above all others, then from 1."""
    yield from range(above, _LARGEST_SHEET_ID + 1)
    yield from range(1, above)


def _is_free(number: int, taken: Collection[int | None]) -> bool:
    return number not in taken and number <= _LARGEST_SHEET_ID
