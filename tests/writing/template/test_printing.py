"""Printed templates: what a page break may cut, what every sheet says is still to be filled in."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.rulebook import rulebook_page
from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.page_breaks import NEVER, PaperSize, page_breaks, pieces

TEMPLATES = Path(__file__).parents[3] / "workbook_templates"
CONCRETE = [name for name in shipped() if not load_rulebook(name).abstract]


def template(name: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(TEMPLATES / f"{name}.xlsx")


def breaks(sheet: Worksheet) -> list[int]:
    return [one.id for one in sheet.row_breaks.brk]


@pytest.mark.parametrize("name", CONCRETE)
def test_no_page_ends_inside_a_label(name: str) -> None:
    for sheet in template(name):
        cut = [
            (sheet.title, area.coord, row)
            for row in breaks(sheet)
            for area in sheet.merged_cells.ranges
            if area.min_row <= row < area.max_row
        ]
        assert cut == []


@pytest.mark.parametrize("name", CONCRETE)
def test_a_subtotal_stays_with_its_section_and_no_last_row_is_alone(name: str) -> None:
    for sheet in template(name):
        for row in breaks(sheet):
            below = str(sheet.cell(row + 1, 1).value or "")
            assert not below.endswith(("小计", "合计", "等级", "档次")), (sheet.title, row)
            assert sheet.max_row - row >= 4, (sheet.title, row)


def test_a_label_is_repeated_where_a_page_ends() -> None:
    book = template("nanchang-2017")
    sheet = book["评分表"]
    labels = [sheet.cell(row + 1, 1).value for row in breaks(sheet)]
    assert "过程" in labels
    assert None not in labels
    assert [sheet.cell(row + 1, 2).value for row in breaks(sheet)].count(None) == 0


def test_a_sheet_of_one_page_has_no_breaks() -> None:
    book = template("nanchang-2017")
    assert breaks(book["满意度调查"]) == breaks(book["填报说明"]) == []


@given(
    heights=st.lists(st.floats(5, 60), min_size=1, max_size=40),
    kept=st.sets(st.integers(1, 39)),
)
def test_pages_hold_their_rows(heights: list[float], kept: set[int]) -> None:
    costs = {row: 3.0 for row in kept if row < len(heights)}
    ends = page_breaks(heights, costs, 200.0, 20.0)
    assert ends == sorted(set(ends))
    edges = [0, *ends, len(heights)]
    for nth, (first, last) in enumerate(pairwise(edges)):
        assert first < last
        assert sum(heights[first:last]) <= 200.0 - 20.0 * bool(nth)


def test_rows_that_belong_together_stay_on_one_page() -> None:
    assert page_breaks([40.0] * 8, {4: NEVER}, 200.0) == [2, 5]
    assert page_breaks([40.0] * 4, {}, 200.0) == []


def test_a_row_higher_than_a_page_has_one_of_its_own() -> None:
    assert page_breaks([10.0, 500.0, *[10.0] * 6], {}, 200.0) == [1, 2]


def test_pieces_of_a_label() -> None:
    assert pieces(3, 9, [4, 9, 20]) == [(3, 4), (5, 9)]


def test_columns_of_a_wide_sheet_are_printed_smaller() -> None:
    paper = PaperSize(769.7, 500.0)
    assert (paper.scale([8.43] * 5), paper.scale([20.0] * 10)) == (100, 70)


def count_cell(sheet: Worksheet) -> tuple[str, str] | None:
    found = [cell for cell in sheet[2] if str(cell.value).startswith("=SUMPRODUCT")]
    return (found[0].coordinate, found[0].number_format) if found else None


def shown(content: bytes, sheet: str) -> object:
    formulas = openpyxl.load_workbook(BytesIO(content))[sheet]
    values = openpyxl.load_workbook(BytesIO(content), data_only=True)[sheet]
    at = count_cell(formulas)
    assert at is not None
    assert '"还有"0"项未填"' in at[1]
    return values[at[0]].value


def test_each_sheet_says_how_many_cells_are_still_to_be_filled_in() -> None:
    book = load_rulebook("nanchang-2017")
    blank = compose_template(book, Filling())
    needed = [i for i in book.inputs if not i.optional and i.sheet == "基础数据"]
    assert shown(blank, "基础数据") == len(needed) + 1  # and the department
    scored = [i for i in book.indicators if i.not_applicable is None]
    assert shown(blank, "评分表") == len(scored)
    some = Filling(
        department="示例市水务局",
        inputs={needed[0].id: True},
        claimed={scored[0].id: Decimal(1)},
    )
    part = compose_template(book, some)
    assert shown(part, "基础数据") == len(needed) - 1
    assert shown(part, "评分表") == len(scored) - 1


def test_free_rows_count_once_as_long_as_none_is_named() -> None:
    book = template("hubei-20-80")
    (formula,) = [str(one[found[0]].value) for one in book if (found := count_cell(one))]
    assert formula.count('<>"")*1)=0') == 1  # the further goals may stay blank


def test_a_self_score_that_is_not_the_computed_one_is_coloured() -> None:
    sheet = template("nanchang-2017")["评分表"]
    rules = {
        str(area.sqref): rule.formula
        for area in sheet.conditional_formatting
        for rule in area.rules
    }
    assert rules["H7"] == ["IF(COUNT(H7,I7)=2,ROUND(H7-I7,2)<>0,FALSE)"]
    assert "H32" not in rules  # judged: nothing is computed
    assert {"H10", "H37"} <= rules.keys()  # sums too


@pytest.mark.parametrize("name", CONCRETE)
def test_where_a_form_comes_from_is_for_the_bureau(name: str) -> None:
    book, rulebook = template(name), load_rulebook(name)
    texts = [str(c.value) for row in book["填报说明"].iter_rows() for c in row if c.value]
    said = [t for t in texts if "复原" in t or "未经" in t or "资料来源" in t or "核实" in t]
    assert said == []
    if rulebook.clause:
        assert f"文件依据：{rulebook.clause}。" in texts
    assert rulebook.provenance.source in rulebook_page(rulebook)
