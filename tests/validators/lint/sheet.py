"""A worksheet: its rows and cells in order, and all that stands around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from validators.lint.comments import comment_rules
from validators.lint.drawings import drawing_rules
from validators.lint.package import (
    COLUMNS,
    ROWS,
    Area,
    Package,
    children,
    column_letters,
    column_number,
    inner,
    is_too_long,
    local,
    named,
    order_rules,
    overlapping,
    read_area,
    space,
    twice,
    units,
    whole,
)

WORKSHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst"
)
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
LONGEST_FORMULA = 8_192
LONGEST_LINK = 2_084
TALLEST_ROW = 409.5
WIDEST_COLUMN = 255
MOST_LINKS = 65_530
FILLED = 5_000  # rows of an array that are looked at


class Known(NamedTuple):
    """How many there are in the workbook of what a sheet refers to by number."""

    formats: int
    differences: int
    texts: int
    views: int


def sheet_rules(package: Package, part: str, known: Known) -> Iterator[str]:
    root = package.tree(part)
    yield from order_rules("worksheet", root, WORKSHEET)
    yield from _rows(root, known)
    yield from _columns(root, known)
    yield from _formulas(root)
    yield from _merges(root)
    yield from _areas(root)
    yield from _views(root, known)
    yield from _links(root)
    yield from _around(root, known)
    yield from comment_rules(package, part)
    for target in package.all_related(part, "drawing"):
        yield from drawing_rules(package.tree(target))


def formula_cells(root: Any) -> set[str]:
    """The addresses of the cells that hold a formula, those that an array fills among them."""
    found: set[str] = set()
    for row in inner(root, "sheetData", "row"):
        for cell in named(row, "c"):
            for formula in named(cell, "f"):
                found.add(cell.get("r", ""))
                area = read_area(formula.get("ref")) if formula.get("t") == "array" else None
                if area is not None and area.bottom - area.top < FILLED:
                    found |= {
                        f"{column_letters(column)}{number}"
                        for number in range(area.top, area.bottom + 1)
                        for column in range(area.left, area.right + 1)
                    }
    return found


def _rows(root: Any, known: Known) -> Iterator[str]:
    last = 0
    for row in itertools.chain.from_iterable(map(children, named(root, "sheetData"))):
        number = whole(row.get("r"), last + 1)
        if number <= last or row.tag != f"{{{space(root)}}}row":
            yield f"row {number} behind {last}"
        if number > ROWS:
            yield f"row {number} outside the sheet"
        if not 0 <= whole(row.get("s")) < known.formats:
            yield f"row {number} of no format"
        if not 0 <= float(row.get("ht", "15")) <= TALLEST_ROW:
            yield f"row {number} too tall"
        last = number
        yield from _row_cells(row, number, known)


def _row_cells(row: Any, number: int, known: Known) -> Iterator[str]:
    edge = 0
    for cell in named(row, "c"):
        ref = cell.get("r")
        column = column_number(ref) if ref else edge + 1
        if column <= edge or (ref and re.sub(r"\D", "", ref) != str(number)):
            yield f"cell {ref} behind column {edge} of row {number}"
        if column > COLUMNS:
            yield f"cell {ref} outside the sheet"
        edge = column
        if not 0 <= whole(cell.get("s")) < known.formats:
            yield f"cell {ref} of no format"
        yield from _content(cell, ref, known)


def _content(cell: Any, ref: str | None, known: Known) -> Iterator[str]:
    type_ = cell.get("t", "n")
    values = [each.text or "" for each in named(cell, "v")]
    texts = list(named(cell, "is"))
    if len(values) + len(texts) > 1:
        yield f"cell {ref} of two values"
    if texts and type_ != "inlineStr":
        yield f"cell {ref}: a text in a cell of type {type_}"
    if any(is_too_long(t.itertext()) for t in cell.iter() if local(t) in ("t", "v")):
        yield f"text of {ref} too long"
    test = _VALUES.get(type_)
    if test is None:
        yield f"cell {ref} of type {type_}"
    elif any(not test(value.strip(), known) for value in values):
        yield f"cell {ref} of type {type_} holds {values[0][:20]}"


_VALUES: dict[str, Callable[[str, Known], bool]] = {
    "n": lambda value, _: not value or NUMBER.fullmatch(value) is not None,
    "b": lambda value, _: value in ("0", "1", "true", "false"),
    "s": lambda value, known: 0 <= whole(value) < known.texts,
    "e": lambda value, _: value.startswith("#"),
    "d": lambda value, _: re.match(r"\d{4}-\d\d-\d\d|\d\d:\d\d", value) is not None,
    "str": lambda _, __: True,
    "inlineStr": lambda _, __: False,
}


def _columns(root: Any, known: Known) -> Iterator[str]:
    last = 0
    for column in inner(root, "cols", "col"):
        first, stop = whole(column.get("min")), whole(column.get("max"))
        if not last < first <= stop <= COLUMNS:
            yield f"columns {first} to {stop} behind {last}"
        last = max(last, stop)
        if not 0 <= whole(column.get("style")) < known.formats:
            yield f"column {first} of no format"
        if not 0 <= float(column.get("width", "9")) <= WIDEST_COLUMN:
            yield f"column {first} too wide"


def _formulas(root: Any) -> Iterator[str]:
    masters: set[str | None] = set()
    for row in inner(root, "sheetData", "row"):
        for cell in named(row, "c"):
            ref = cell.get("r")
            for formula in named(cell, "f"):
                text = formula.text or ""
                kind = formula.get("t", "normal")
                bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", text)
                is_odd = text.startswith("=") or bare.count("(") != bare.count(")")
                if is_odd or units([text]) > LONGEST_FORMULA:
                    yield f"formula of {ref}: {text[:10]}"
                if kind == "shared" and text:
                    masters.add(formula.get("si"))
                elif kind == "shared" and formula.get("si") not in masters:
                    yield f"formula of {ref} shares one that is not there"
                elif not text and kind == "normal":
                    yield f"formula of {ref} is empty"
                area = read_area(formula.get("ref"))
                if kind == "array" and (area is None or not area.meets(read_area(ref) or area)):
                    yield f"formula of {ref} for {formula.get('ref')}"


def _merges(root: Any) -> Iterator[str]:
    areas: list[Area] = []
    for each in inner(root, "mergeCells", "mergeCell"):
        area = read_area(each.get("ref"))
        if area is None or (area.top, area.left) == (area.bottom, area.right):
            yield f"merge {each.get('ref')}"
        else:
            areas.append(area)
    yield from (f"merges {one} and {other} overlap" for one, other in overlapping(areas))
    for list_, entry in (("mergeCells", "mergeCell"), ("dataValidations", "dataValidation")):
        for outer in named(root, list_):
            found = sum(1 for _ in named(outer, entry))
            if whole(outer.get("count"), found) != found or not found:
                yield f"count of {list_}"


def _areas(root: Any) -> Iterator[str]:
    """Addresses wherever a sheet has them."""
    for name in ("dimension", "autoFilter"):
        for each in named(root, name):
            if read_area(each.get("ref")) is None:
                yield f"{name} {each.get('ref')}"
    validations = inner(root, "dataValidations", "dataValidation")
    for each in itertools.chain(named(root, "conditionalFormatting"), validations):
        refs = each.get("sqref", "").split()
        if not refs or any(read_area(ref) is None for ref in refs):
            yield f"{local(each)} of {each.get('sqref')}"
    for found in named(root, "autoFilter"):
        area = read_area(found.get("ref"))
        wide = area.right - area.left + 1 if area else COLUMNS
        if any(not 0 <= whole(c.get("colId")) < wide for c in named(found, "filterColumn")):
            yield "filter of a column outside"


def _views(root: Any, known: Known) -> Iterator[str]:
    for view in inner(root, "sheetViews", "sheetView"):
        if not 0 <= whole(view.get("workbookViewId")) < known.views:
            yield "view of no window"
        for each in (view, *children(view)):
            places = (each.get("topLeftCell"), each.get("activeCell"))
            if any(place is not None and read_area(place) is None for place in places):
                yield f"view: {local(each)} at {places}"


def _links(root: Any) -> Iterator[str]:
    links = list(inner(root, "hyperlinks", "hyperlink"))
    yield from (f"link {ref} twice" for ref in twice(each.get("ref") for each in links))
    if len(links) > MOST_LINKS:
        yield "too many links"
    for each in links:
        if read_area(each.get("ref")) is None or len(each.get("location", "")) > LONGEST_LINK:
            yield f"link {each.get('ref')}"


def _around(root: Any, known: Known) -> Iterator[str]:
    for rule in inner(root, "conditionalFormatting", "cfRule"):
        if rule.get("dxfId") is not None and not 0 <= whole(rule.get("dxfId")) < known.differences:
            yield f"conditional format {rule.get('dxfId')} unknown"
        if whole(rule.get("priority")) < 1:
            yield "conditional format without priority"
    for validation in inner(root, "dataValidations", "dataValidation"):
        yield from _validation(validation)
    for page in named(root, "headerFooter"):
        yield from ("header too long" for each in children(page) if units([each.text or ""]) > 255)


def _validation(validation: Any) -> Iterator[str]:
    where = validation.get("sqref")
    for name, most in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 255)):
        if units([validation.get(name, "")]) > most:
            yield f"validation of {where}: {name} too long"
    for formula in named(validation, "formula1"):
        text = formula.text or ""
        if text.startswith('"') and units([text]) > 257:
            yield f"validation of {where}: list too long"
