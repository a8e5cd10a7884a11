"""Formats: what each number refers to must be there, and counts must be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validators.lint.package import children, inner, local, order_rules, space, twice, whole

STYLES = (
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
)
REFERENCES = (
    ("fontId", "fonts"),
    ("fillId", "fills"),
    ("borderId", "borders"),
    ("xfId", "cellStyleXfs"),
)
MOST_FORMATS = 65_490
FIRST_OWN_FORMAT = 164


def style_rules(root: Any) -> Iterator[str]:
    yield from order_rules("styles", root, STYLES)
    sizes = {local(each): len(list(children(each))) for each in children(root)}
    for section in children(root):
        name = local(section)
        if name in STYLES.split() and section.get("count", str(sizes[name])) != str(sizes[name]):
            yield f"styles: count of {name}"
        if name in ("cellXfs", "cellStyleXfs"):
            yield from _formats(root, section, sizes)
    if sizes.get("cellXfs", 0) > MOST_FORMATS:
        yield "styles: too many formats"
    if root.tag != "none" and not sizes.get("cellXfs", 1):
        yield "styles: no cell format"
    if sizes.get("fills", 2) < 2:
        yield "styles: the two first fills are Excel's own"
    yield from _number_formats(root)
    yield from _names(root, sizes)


def _formats(root: Any, section: Any, sizes: dict[str, int]) -> Iterator[str]:
    own = {each.get("numFmtId") for each in inner(root, "numFmts", "numFmt")}
    for entry in children(section):
        for attribute, referred in REFERENCES:
            number = whole(entry.get(attribute))
            if number and not 0 <= number < sizes.get(referred, 0):
                yield f"styles: {attribute} {number}"
        if space(entry) != space(root):
            yield f"styles: {entry.tag} in {local(section)}"
        shown = entry.get("numFmtId", "0")
        if whole(shown) >= FIRST_OWN_FORMAT and shown not in own:
            yield f"styles: number format {shown} unknown"


def _number_formats(root: Any) -> Iterator[str]:
    entries = list(inner(root, "numFmts", "numFmt"))
    ids = twice(each.get("numFmtId") for each in entries)
    yield from (f"styles: number format {n} twice" for n in ids)
    yield from (
        "styles: number format too long" for e in entries if len(e.get("formatCode", "")) > 255
    )


def _names(root: Any, sizes: dict[str, int]) -> Iterator[str]:
    styles = list(inner(root, "cellStyles", "cellStyle"))
    for name in twice(each.get("name", "").casefold() for each in styles):
        yield f"styles: cell style {name} twice"
    for each in styles:
        if not 0 <= whole(each.get("xfId")) < max(1, sizes.get("cellStyleXfs", 0)):
            yield f"styles: cell style {each.get('name')} of no format"
    for font in inner(root, "fonts", "font"):
        yield from (f"styles: font has {n} twice" for n in twice(local(c) for c in children(font)))
    for colour in root.iter():
        shown = colour.get("rgb") if isinstance(colour.tag, str) else None
        if shown is not None and not re.fullmatch("[0-9A-Fa-f]{8}", shown):
            yield f"styles: colour {shown}"
