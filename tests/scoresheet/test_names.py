"""Defined names point at cells, or are passed over."""

from __future__ import annotations

import pytest

from jixiao.scoresheet.grid.defined_names import named_places
from jixiao.workbook import column_number
from jixiao.workbook.model import Sheet, Workbook


def places(target: str) -> dict[str, tuple[str, int, int]]:
    sheets = (Sheet("评分表", 0), Sheet("O'Neil 表", 1))
    book = Workbook(
        "a.xlsx", "", "xlsx", sheets, {"jx_in_spent": target, "Print_Area": "评分表!$A$1"}
    )
    return dict(named_places(book))


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("评分表!$C$20", ("评分表", 20, 3)),
        ("'评分表'!$C$20", ("评分表", 20, 3)),
        ("=评分表!C20", ("评分表", 20, 3)),
        ("评分表!$C$20:$C$21", ("评分表", 20, 3)),
        ("'O''Neil 表'!$AB$2", ("O'Neil 表", 2, 28)),
    ],
)
def test_a_name_gives_its_first_cell(target: str, place: tuple[str, int, int]) -> None:
    assert places(target) == {"jx_in_spent": place}


@pytest.mark.parametrize(
    "target", ["#REF!", "评分表!#REF!", "不在!$A$1", "SUM(评分表!$A$1)", "评分表!$A:$A", ""]
)
def test_a_name_that_points_nowhere_is_left_out(target: str) -> None:
    assert places(target) == {}


def test_columns_have_numbers() -> None:
    assert [column_number(c) for c in ("A", "z", "XFD")] == [1, 26, 16384]
