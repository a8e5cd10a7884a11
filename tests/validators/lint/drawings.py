"""Drawings and tables of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validators.lint.package import (
    COLUMNS,
    ROWS,
    children,
    inner,
    local,
    read_area,
    twice,
    whole,
)


def drawing_rules(root: Any) -> Iterator[str]:
    """Anchors inside the sheet and the right way round; shapes with numbers of their own."""
    ids = [each.get("id", "") for each in root.iter() if local(each) == "cNvPr"]
    yield from (f"drawing: shape {each} twice" for each in twice(ids))
    for anchor in children(root):
        corners = [_corner(each) for each in children(anchor) if local(each) in ("from", "to")]
        if any(not (0 <= row < ROWS and 0 <= column < COLUMNS) for column, row in corners):
            yield "drawing: anchor outside the sheet"
        elif len(corners) == 2 and any(a > b for a, b in zip(*corners, strict=True)):
            yield "drawing: anchor upside down"


def _corner(place: Any) -> tuple[int, int]:
    held = {local(each): whole((each.text or "").strip() or None) for each in children(place)}
    return held.get("col", 0), held.get("row", 0)


def table_rules(table: Any, heads: dict[int, str]) -> Iterator[str]:
    """Columns as many as the area is wide, with names of their own that stand in the head row.

    ``heads`` are the texts of that row by column.
    """
    area = read_area(table.get("ref"))
    columns = list(inner(table, "tableColumns", "tableColumn"))
    if area is None:
        yield f"table area {table.get('ref')}"
    elif len(columns) != area.right - area.left + 1:
        yield f"table of {len(columns)} columns in {table.get('ref')}"
    yield from (
        f"table column {n} twice" for n in twice(c.get("name", "").casefold() for c in columns)
    )
    yield from (f"table column id {n} twice" for n in twice(c.get("id") for c in columns))
    if area is not None and whole(table.get("headerRowCount"), 1):
        for number, column in enumerate(columns, area.left):
            name = column.get("name", "").replace("_x000a_", "\n")
            if name != heads.get(number, name):
                yield f"table column {name} is headed {heads[number]}"
