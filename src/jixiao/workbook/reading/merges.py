"""Merged areas that lie across each other: which of them are kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.addresses import CellRange

MOST: Final = 1_000  # beyond so many, looking for the others takes too long


def _fits(left: int, right: int) -> bool:
    return 1 <= left <= right <= limits.COLUMNS


def without_overlaps(merges: Iterable[CellRange]) -> tuple[list[CellRange], list[CellRange]]:
    """Part merged areas, from top to bottom, into those kept and the others.

    The others lie across a kept one or outside the sheet; stops after ``MOST`` of them.

    >>> kept, dropped = without_overlaps(
    ...     [CellRange(1, 1, 2, 2), CellRange(2, 2, 3, 3), CellRange(4, 1, 4, 2)]
    ... )
    >>> [area.address for area in kept], [area.address for area in dropped]
    (['A1:B2', 'A4:B4'], ['B2:C3'])
    """
    kept: list[CellRange] = []
    dropped: list[CellRange] = []
    # The columns cut into spans, and the last row that a kept area reaches in each.
    starts = [1]
    spans = [(1, limits.COLUMNS, 0)]
    for area in sorted(merges, key=lambda a: (a.top, a.left)):
        if not (1 <= area.top <= area.bottom <= limits.ROWS and _fits(area.left, area.right)):
            dropped.append(area)
            continue
        first = bisect_right(starts, area.left) - 1
        stop = bisect_right(starts, area.right)
        touched = spans[first:stop]
        if any(bottom >= area.top for _, _, bottom in touched):
            dropped.append(area)
            if len(dropped) >= MOST:
                break
            continue
        kept.append(area)
        left, right = touched[0], touched[-1]
        pieces = [
            (left[0], area.left - 1, left[2]),
            (area.left, area.right, area.bottom),
            (area.right + 1, right[1], right[2]),
        ]
        spans[first:stop] = [piece for piece in pieces if piece[0] <= piece[1]]
        starts[first:stop] = [piece[0] for piece in pieces if piece[0] <= piece[1]]
    return kept, dropped
