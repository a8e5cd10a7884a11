"""Formulas as issued, written for where the rows are now."""

from __future__ import annotations

import pytest

from jixiao.checking.issued import Moves
from jixiao.scoresheet import IssuedCells

DOWN = Moves(((5, 5), (6, 6), (7, 9), (8, 10)), {"G": "G", "I": "I"})  # two rows came in above 7


@pytest.mark.parametrize(
    ("cell", "issued", "then", "now"),
    [
        ("I10", "I8", 'IF(G8="","",G8*$D$8)', '=IF(G10="","",G10*$D$10)'),
        ("I9", "I7", 'ROUND(G7,2)&"G7"', '=ROUND(G9,2)&"G7"'),
        ("I9", "I7", "基础数据!$C$7/G7", "=基础数据!$C$7/G9"),
        ("I10", "I8", "jx_in_spent/jx_in_budget", "=jx_in_spent/jx_in_budget"),
        ("I12", "I10", "SUM(G7:G8)", None),  # a row came in next to its first one
        ("I12", "I10", "G5+G8", "=G5+G10"),
        ("J10", "J8", "G8", "=G10"),
    ],
)
def test_references_move_with_their_rows(
    cell: str, issued: str, then: str, now: str | None
) -> None:
    assert DOWN.formula_at(cell, IssuedCells("评分表", issued, then)) == now


def test_a_row_that_lies_where_rows_moved_apart_is_not_known() -> None:
    assert [DOWN.row_now(row) for row in (1, 5, 6, 7, 8, 20)] == [1, 5, 6, 9, 10, 22]
    apart = Moves(((5, 5), (9, 11)), {})
    assert apart.row_now(7) is None
    assert apart.formula_at("I5", IssuedCells("评分表", "I5", "G7")) is None


def test_no_formula_is_given_where_a_column_moved() -> None:
    moved = Moves(((5, 5),), {"G": "H"})
    assert moved.formula_at("I6", IssuedCells("评分表", "I5", "G5*2")) is None
