"""``workings_of``: for every number the cells that it rests on, with their figures."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from jixiao.checking import Working, check, workings_of
from strategies.typing_over import typed_over


def _by_id(path: Path) -> dict[str, Working]:
    found = check(path)
    told = workings_of(path, found)
    assert [one.result for one in told] == list(found.indicators)
    return {one.result.id: one for one in told}


def _cells(working: Working) -> list[tuple[str, str, str]]:
    return [(cell.label.zh, cell.place, cell.shown) for cell in working.cells]


def test_a_rate_names_its_figures_formula_standard_and_clause(samples: Path) -> None:
    working = _by_id(samples / "nanchang-2017-waiqiao.xlsx")["budget-completion"]
    assert _cells(working) == [
        ("调整后预算数", "基础数据!C19", "1288.4万元"),
        ("预算完成数", "基础数据!C20", "775.6万元"),
        ("实际值", "评分表!G11", "60.20%"),
        ("分值", "评分表!D11", "6"),
    ]
    assert working.formula == "预算完成率＝预算完成数 ÷ 调整后预算数 × 100%"
    assert working.standard.startswith("达到95%得6分；低于95%的，每低1个百分点扣0.3分")
    assert working.clause == "财预〔2013〕53号共性指标框架第6项"
    assert working.result.trace is not None
    assert working.result.trace.zh.startswith("775.6 ÷ 1288.4 = 60.20%")


def test_answers_and_columns_of_a_table_are_named_too(samples: Path) -> None:
    told = _by_id(samples / "nanchang-2017-waiqiao.xlsx")
    assert _cells(next(iter(told.values())))[0] == (
        "绩效目标符合国家法律法规和国民经济社会发展总体规划",
        "基础数据!C6",
        "是",
    )
    cells = _cells(told["priority-spending"])
    assert ("重点项目·项目支出数", "重点项目!D5:D6", "303.04万元、77.06万元") in cells


def test_every_shown_cell_is_in_the_workbook(samples: Path) -> None:
    """What a working says of a cell is what a person sees there."""
    import openpyxl

    for path in sorted(samples.glob("*.xlsx")):
        book = openpyxl.load_workbook(path, data_only=True)
        for working in _by_id(path).values():
            for cell in working.cells:
                if not cell.cell or ":" in cell.cell:
                    continue
                value = book[cell.sheet][cell.cell].value
                shown = re.sub(r"[^-0-9.]+$", "", cell.shown)
                if isinstance(value, str):
                    assert value == cell.shown
                elif cell.shown.endswith("%"):
                    half = 0.5 * 10 ** -len(shown.partition(".")[2])  # of the last digit shown
                    is_share = abs(float(shown) - value * 100) <= half + 1e-9
                    assert is_share or float(shown) == value
                else:
                    assert float(shown) == value, (path.name, cell)


def test_a_row_of_a_target_form_rests_on_its_own_cells(tmp_path: Path, samples: Path) -> None:
    bulk = sorted((samples / "bulk").rglob("*.xlsx"))
    seen = 0
    for path in bulk[:4]:
        found = check(path)
        for one in workings_of(path, found):
            seen += bool(one.cells)
    assert seen > 0


def test_a_file_that_cannot_be_checked_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"no workbook")
    assert workings_of(path, check(path)) == ()


def test_an_amount_has_the_unit_that_its_form_says(samples: Path, tmp_path: Path) -> None:
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    path = tmp_path / "a.xlsx"
    path.write_bytes(typed_over(content, {"基础数据!C20": Decimal(7756000), "基础数据!D20": "元"}))
    cells = _cells(_by_id(path)["budget-completion"])
    assert ("预算完成数", "基础数据!C20", "7756000元") in cells
