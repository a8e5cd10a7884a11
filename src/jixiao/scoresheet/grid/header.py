"""Header rows of tables in a sheet: one row or two, merged or not, wherever they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.rulebook import Role
from jixiao.scoresheet.grid.view import View
from jixiao.scoresheet.words import label_forms, plain_label
from jixiao.workbook import CellKind

_CORE = frozenset((Role.LEVEL1, Role.LEVEL2, Role.NAME, Role.WEIGHT, Role.CLAIMED, Role.TARGET))
_DEEPEST = 3  # rows of one header

RoleOf = Callable[[str], Role | None]


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its rows (inclusive) and, per column, its texts from top to bottom."""

    top: int
    bottom: int
    labels: Mapping[int, tuple[str, ...]]


def find_headers(view: View, known: RoleOf) -> Iterator[Header]:
    """Find the headers of scoresheet tables in a sheet, top to bottom."""
    done = 0
    for row, cells in view.rows.items():
        if row <= done:
            continue
        roles = {
            role
            for cell in cells.values()
            if cell.kind is CellKind.TEXT and (role := known(cell.raw))
        }
        if len(roles) < 3 and not (len(roles) == 2 and _grows(view, row, known)):
            continue
        bottom = _bottom(view, row, known)
        labels = _labels(view, row, bottom)
        all_roles = {r for texts in labels.values() for t in texts if (r := known(t))}
        if len(all_roles) >= 3 and len(all_roles & _CORE) >= 2:
            done = bottom
            yield Header(row, bottom, labels)


def header_parts(view: View, known: RoleOf) -> Iterator[tuple[View, tuple[Header, ...]]]:
    """Give the headers of a sheet; of tables side by side each with the columns that it has."""
    found = tuple(find_headers(view, known))
    starts = sorted({start for header in found for start in _starts(header, known)})
    if not starts:
        if found:
            yield view, found
        return
    for left, right in pairwise((1, *starts, view.last_column + 1)):
        window = view.columns(left, right - 1)
        if headed := tuple(find_headers(window, known)):
            yield window, headed


def _starts(header: Header, known: RoleOf) -> Sequence[int]:
    """The columns at which a header begins again: 指标 … 得分 | 指标 … 得分."""
    columns = sorted(header.labels)
    keys = {column: tuple(map(plain_label, header.labels[column])) for column in columns}
    starts = [column for column in columns if keys[column] == keys[columns[0]]]
    for left, right in pairwise((*starts, columns[-1] + 1)):
        texts = (text for column in columns if left <= column < right for text in keys[column])
        if not {Role.NAME, Role.CLAIMED} <= {known(text) for text in texts}:
            return ()
    return starts[1:]


def _grows(view: View, row: int, known: RoleOf) -> bool:
    below = view.rows.get(row + 1, {})
    return sum(1 for c in below.values() if c.kind is CellKind.TEXT and known(c.raw)) >= 2


def _bottom(view: View, top: int, known: RoleOf) -> int:
    """The last row of the header from ``top`` on: merged downwards, or labels below labels.

    One cell alone that is merged down is the name of the block at its left (项目资金, 绩效指标):
    it is next to rows of figures and says nothing of the header.
    """
    depths = sorted(
        merge.bottom
        for column, cell in view.rows[top].items()
        if cell.kind is CellKind.TEXT
        and known(cell.raw)
        and (merge := view.merge(top, column)) is not None
        and merge.bottom - top < _DEEPEST
    )
    bottom = depths[-2] if len(depths) > 1 else top
    while bottom - top + 1 < _DEEPEST:
        below = view.rows.get(bottom + 1, {})
        texts = [c for c in below.values() if c.kind is CellKind.TEXT]
        known_texts = sum(1 for c in texts if known(c.raw))
        if known_texts < 2 or known_texts < len(below) / 2:
            return bottom
        bottom += 1
    return bottom


def _labels(view: View, top: int, bottom: int) -> Mapping[int, tuple[str, ...]]:
    columns = {c for row in range(top, bottom + 1) for c in view.rows.get(row, {})}
    for column in tuple(columns):
        for row in range(top, bottom + 1):
            merge = view.merge(row, column)
            if merge is not None and merge.right - merge.left < 16:
                columns.update(range(merge.left, merge.right + 1))
    labels: dict[int, tuple[str, ...]] = {}
    for column in sorted(columns):
        texts = (view.text(row, column) for row in range(top, bottom + 1))
        kept = tuple(dict.fromkeys(t for t in texts if label_forms(t)))
        if kept:
            labels[column] = kept
    return labels
