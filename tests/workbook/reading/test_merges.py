"""Merged areas: those that lie across others are left out, and the one at a place is found."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.workbook.model import CellRange, Sheet
from jixiao.workbook.reading.merges import without_overlaps

rows = st.integers(1, 60)
columns = st.integers(1, 40)


def area(top: int, left: int, height: int, width: int) -> CellRange:
    return CellRange(top, left, top + height, left + width)


areas = st.lists(
    st.builds(area, rows, columns, st.integers(0, 30), st.integers(0, 20)), max_size=25
)


def overlap(one: CellRange, other: CellRange) -> bool:
    return (
        one.top <= other.bottom
        and other.top <= one.bottom
        and one.left <= other.right
        and other.left <= one.right
    )


@given(areas)
def test_what_is_kept_lies_apart_and_what_is_dropped_does_not(merges: list[CellRange]) -> None:
    kept, dropped = without_overlaps(merges)
    assert sorted(map(repr, kept + dropped)) == sorted(map(repr, merges))
    assert not any(overlap(one, other) for one, other in combinations(kept, 2))
    assert all(any(overlap(one, other) for other in kept) for one in dropped)


@given(areas, rows, columns)
def test_area_at_a_place(merges: list[CellRange], row: int, column: int) -> None:
    kept, _ = without_overlaps(merges)
    sheet = Sheet("表", 0, merges=tuple(kept))
    assert sheet.merge_at(row, column) == next((m for m in kept if (row, column) in m), None)


def test_malformed_areas_are_left_out() -> None:
    bad = [
        CellRange(3, 3, 2, 2),
        CellRange(0, 1, 1, 1),
        CellRange(1, 1, 1, 16_385),
        CellRange(1, 1, 1_048_577, 1),
    ]
    assert without_overlaps(bad) == ([], bad[1:3] + bad[3:] + bad[:1])
