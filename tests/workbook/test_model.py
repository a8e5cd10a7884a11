"""Looking up merged areas is quick and right, however many and however large they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.workbook.model import Cell, CellKind, CellRange, Sheet

ranges = st.builds(
    lambda top, left, rows, columns: CellRange(top, left, top + rows, left + columns),
    st.integers(1, 400),
    st.integers(1, 6),
    st.sampled_from([0, 1, 15, 16, 200, 300, 1_000_000]),
    st.integers(0, 3),
)


@given(st.lists(ranges, max_size=8), st.integers(1, 600), st.integers(1, 9))
def test_merge_is_found_exactly_where_one_covers(
    merges: list[CellRange], row: int, column: int
) -> None:
    sheet = Sheet("表", 0, merges=tuple(merges))
    covering = [merge for merge in merges if (row, column) in merge]
    found = sheet.merge_at(row, column)
    assert (found in covering) if covering else found is None


def test_cells_are_given_in_reading_order() -> None:
    places = [(3, 1), (1, 2), (1, 1), (2, 9)]
    cells = {place: Cell(*place, CellKind.NUMBER, "1") for place in places}
    assert [c.address for c in Sheet("表", 0, cells=cells)] == ["A1", "B1", "I2", "A3"]


def test_blank_cells() -> None:
    assert Cell(1, 1, CellKind.TEXT, " \u3000\u200b\ufeff\u00a0").is_blank
    assert not Cell(1, 1, CellKind.TEXT, "0").is_blank
    assert not Cell(1, 1, CellKind.BLANK, formula="A1").is_blank
