"""The workbook part and what it leads to: sheets, names, views, shared texts, calculation chain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from validators.lint.comments import shape_ids
from validators.lint.drawings import table_rules
from validators.lint.package import (
    Area,
    Package,
    children,
    column_number,
    inner,
    is_too_long,
    local,
    named,
    order_rules,
    overlapping,
    read_area,
    relation_id,
    space,
    twice,
    whole,
)
from validators.lint.sheet import Known, formula_cells, sheet_rules
from validators.lint.styles import style_rules

WORKBOOK = (
    "fileVersion fileSharing workbookPr absPath workbookProtection bookViews sheets "
    "functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews "
    "pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
)
LARGEST_SHEET_ID = 65_534
CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]+|[rR]?[cC]?|[rR][0-9]+[cC][0-9]+")


def book_rules(package: Package) -> Iterator[str]:
    path = package.related("", "officeDocument") or ""
    root = package.tree(path)
    if local(root) != "workbook":
        yield "no workbook part"
        return
    yield from order_rules("workbook", root, WORKBOOK)
    styles = package.tree(package.related(path, "styles"))
    yield from style_rules(styles)
    texts = list(named(package.tree(package.related(path, "sharedStrings")), "si"))
    yield from _texts(texts)
    entries = list(inner(root, "sheets", "sheet"))
    yield from _entries(root, entries)
    yield from _views(root, entries)
    yield from _defined_names(root, len(entries))
    known = Known(
        formats=max(1, len(list(inner(styles, "cellXfs", "xf")))),
        differences=len(list(inner(styles, "dxfs", "dxf"))),
        texts=len(texts),
        views=max(1, len(list(inner(root, "bookViews", "workbookView")))),
    )
    parts = _parts(package, path, entries)
    yield from _sheets(package, path, entries, parts, known)
    yield from _chain(package, path, parts)
    yield from _tables(package, root, parts.values(), texts)


def _entries(root: Any, entries: list[Any]) -> Iterator[str]:
    if not entries:
        yield "no sheet"
    names = [entry.get("name", "") for entry in entries]
    yield from (f"sheet {n} twice" for n in twice(name.casefold() for name in names))
    yield from (f"sheetId {n} twice" for n in twice(e.get("sheetId", "") for e in entries))
    for entry, name in zip(entries, names, strict=True):
        if entry.tag != etree.QName(space(root), "sheet"):
            yield f"sheet entry {entry.tag}"
        is_odd = re.search(r"[\[\]:*?/\\]", name) or name.startswith("'") or name.endswith("'")
        if not 0 < len(name) <= 31 or is_odd or name.casefold() == "history":
            yield f"sheet name {name}"
        if not 0 < whole(entry.get("sheetId")) <= LARGEST_SHEET_ID:
            yield f"sheetId {entry.get('sheetId')}"
    if entries and all(map(_is_hidden, entries)):
        yield "no sheet is visible"


def _is_hidden(entry: Any) -> bool:
    return bool(entry.get("state", "visible") != "visible")


def _parts(package: Package, path: str, entries: list[Any]) -> dict[str, str]:
    """The worksheet parts by sheetId; a part that two entries claim is taken once."""
    targets = {id_: (kind, target) for id_, kind, target in package.relations(path)}
    parts: dict[str, str] = {}
    for entry in entries:
        kind, target = targets.get(relation_id(entry), ("", None))
        part = package.find(target) if target else None
        if kind == "worksheet" and part and part not in parts.values():
            parts[entry.get("sheetId", "")] = part
    return parts


def _sheets(
    package: Package, path: str, entries: list[Any], parts: dict[str, str], known: Known
) -> Iterator[str]:
    targets = {id_: target for id_, _, target in package.relations(path)}
    for entry in entries:
        if relation_id(entry) not in targets:
            yield f"sheet without relationship {entry.get('name')}"
    claimed = [targets.get(relation_id(entry)) for entry in entries]
    yield from (f"part {part} of two sheets" for part in twice(claimed) if part)
    shapes: list[str] = []
    for part in parts.values():
        yield from (f"{part}: {said}" for said in sheet_rules(package, part, known))
        shapes += shape_ids(package, part)
    yield from (f"shape number {each} twice" for each in twice(shapes))


def _views(root: Any, entries: list[Any]) -> Iterator[str]:
    for view in inner(root, "bookViews", "workbookView"):
        for attribute in ("activeTab", "firstSheet"):
            number = whole(view.get(attribute))
            if not 0 <= number < max(1, len(entries)):
                yield f"{attribute} {view.get(attribute)} of {len(entries)} sheets"
            elif attribute == "activeTab" and entries[number:] and _is_hidden(entries[number]):
                yield f"{attribute} {number} is hidden"


def _defined_names(root: Any, sheets: int) -> Iterator[str]:
    names = list(inner(root, "definedNames", "definedName"))
    keys = [(n.get("name", "").casefold(), n.get("localSheetId", "")) for n in names]
    yield from (f"name {name} {scope} twice" for name, scope in twice(keys))
    for each in names:
        name, place = each.get("name", ""), each.get("localSheetId")
        if place is not None and not 0 <= whole(place) < sheets:
            yield f"name {name} of sheet {place}, which is not there"
        if not re.fullmatch(r"[^\W\d\\][\w.\\?]*|\\[\w.\\?]*", name) or CELL_LIKE.fullmatch(name):
            yield f"name {name}"
        if len(name) > 255:
            yield "name too long"
        if not (each.text or "").strip():
            yield f"name {name} of nothing"


def _texts(texts: list[Any]) -> Iterator[str]:
    for number, text in enumerate(texts):
        kinds = {local(child) for child in children(text)}
        if {"t", "r"} <= kinds:
            yield f"shared text {number}: a text beside runs"
        if is_too_long(t.text or "" for t in text.iter() if local(t) == "t"):
            yield f"shared text {number} too long"


def _chain(package: Package, path: str, parts: dict[str, str]) -> Iterator[str]:
    chain = package.tree(package.related(path, "calcChain"))
    formulas = {sheet: formula_cells(package.tree(part)) for sheet, part in parts.items()}
    sheet = ""
    seen: list[tuple[str, str]] = []
    for entry in named(chain, "c"):
        sheet, cell = entry.get("i", sheet), entry.get("r", "")
        seen.append((sheet, cell))
        if sheet not in formulas:
            yield f"calculation chain: sheet {sheet}"
        elif cell not in formulas[sheet]:
            yield f"calculation chain: {sheet} {cell} has no formula"
    yield from (f"calculation chain: {where} twice" for where in twice(seen))


def _tables(package: Package, root: Any, parts: Iterable[str], texts: list[Any]) -> Iterator[str]:
    ids: list[str] = []
    names = [n.get("name", "").casefold() for n in inner(root, "definedNames", "definedName")]
    names = list(dict.fromkeys(names))
    for part in parts:
        sheet = package.tree(part)
        areas: list[Area] = [
            area
            for each in inner(sheet, "mergeCells", "mergeCell")
            if (area := read_area(each.get("ref")))
        ]
        merged = len(areas)
        for target in package.all_related(part, "table"):
            table = package.tree(target)
            ids.append(table.get("id", ""))
            names.append(table.get("displayName", "").casefold())
            area = read_area(table.get("ref"))
            areas += [area] if area else []
            heads = _heads(sheet, area.top, texts) if area else {}
            yield from (f"{target}: {said}" for said in table_rules(table, heads))
        if len(areas) > merged and any(overlapping(areas)):
            yield f"{part}: tables or merges overlap"
    yield from (f"table id {each} twice" for each in twice(ids))
    yield from (f"table name {each} twice" for each in twice(names))


def _heads(sheet: Any, number: int, texts: list[Any]) -> dict[int, str]:
    """The shared texts in a row of a sheet by column."""
    found: dict[int, str] = {}
    for row in inner(sheet, "sheetData", "row"):
        if row.get("r") == str(number):
            for cell in named(row, "c"):
                index = whole("".join(v.text or "" for v in named(cell, "v")))
                if cell.get("t") == "s" and cell.get("r") and 0 <= index < len(texts):
                    pieces = (t.text or "" for t in texts[index].iter() if local(t) == "t")
                    found[column_number(cell.get("r"))] = "".join(pieces)
    return found
