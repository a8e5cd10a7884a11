"""``plan_fixes``: exactly which cells are mended, which are left, and that nothing else moves."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from jixiao.checking import Check, FixPlan, check, plan_fixes
from jixiao.checking.fixing.candidates import certain_number
from jixiao.figures import ReadingState
from jixiao.figures.parsing import parse_text
from jixiao.rulebook.load import load_rulebook
from jixiao.scoresheet import Reading
from jixiao.workbook import CellKind, Workbook, read_workbook
from strategies.grid import WORKBOOKS, build
from strategies.typing_over import typed_over

REFERENCE = "nanchang-2017-waiqiao.xlsx"


def _codes(found: Check) -> list[str]:
    """The codes of a check."""
    return [each.code for each in found.findings]


def _plan(content: bytes) -> FixPlan:
    return plan_fixes(content, check(content))


def _told(plan: FixPlan) -> list[tuple[str, str, str]]:
    return [(fix.cell, fix.before, fix.after[:12]) for fix in plan.fixes]


@pytest.mark.parametrize(
    ("name", "cell", "before", "codes"),
    [
        ("formula-replaced", "评分表!I14", "5.4", {"X101"}),
        ("grade-wrong", "评分表!H38", "优", {"T103"}),
        ("rate-typed", "评分表!G11", "0.985", {"X101", "R105"}),
        ("percent-as-number", "评分表!G11", "60.2", {"X101", "D215", "R105"}),
        ("sum-wrong", "评分表!H26", "53.05", {"X101", "T101"}),
        ("total-wrong", "评分表!H37", "93.82", {"X101", "T102"}),
    ],
)
def test_a_formula_typed_over_goes_back_and_its_findings_are_gone(
    samples: Path, name: str, cell: str, before: str, codes: set[str]
) -> None:
    path = samples / f"nanchang-2017-{name}.xlsx"
    plan = plan_fixes(path, check(path))
    assert [(fix.cell, fix.before) for fix in plan.fixes] == [(cell, before)]
    assert plan.fixes[0].after.startswith("=IF(")
    assert {found.code for found in plan.before.findings} == codes
    assert (plan.after.findings, plan.left) == ((), ())


@pytest.mark.parametrize("name", ["score-too-high", "amount-in-yuan", "reason-missing"])
def test_what_a_person_must_decide_is_left_alone(samples: Path, name: str) -> None:
    path = samples / f"nanchang-2017-{name}.xlsx"
    plan = plan_fixes(path, check(path))
    assert (plan.fixes, plan.left, plan.edits) == ((), (), ())


def test_a_score_and_a_figure_typed_as_text_become_the_same_number(samples: Path) -> None:
    content = (samples / REFERENCE).read_bytes()
    plan = _plan(typed_over(content, {"评分表!H9": "4分", "基础数据!C19": "1，288.4"}))
    assert _told(plan) == [
        ("评分表!H9", "4分", "4"),
        ("基础数据!C19", "1，288.4", "1288.4"),
    ]


def test_a_cleared_formula_goes_back(samples: Path) -> None:
    content = (samples / REFERENCE).read_bytes()
    plan = _plan(typed_over(content, {"评分表!H37": "", "评分表!H38": ""}))
    assert [fix.cell for fix in plan.fixes] == ["评分表!H37", "评分表!H38"]
    edits = {edit.cell: edit.raw for edit in plan.edits}
    assert (edits["H37"], edits["H38"]) == ("80.71", "良")
    assert _codes(plan.after) == []


def test_a_typed_rate_without_figures_is_left_because_it_would_be_lost(samples: Path) -> None:
    content = (samples / REFERENCE).read_bytes()
    book = read_workbook("x", content)
    assert isinstance(book, Workbook)
    names = {
        book.names[n].replace("$", "").replace("'", "") for n in ("jx_in_spent", "jx_in_budget")
    }
    blank = dict.fromkeys(names, "")
    plan = _plan(typed_over(content, {**blank, "评分表!G11": Decimal("0.602")}))
    assert "评分表!G11" not in [fix.cell for fix in plan.fixes]
    assert [(each.fix.cell, each.fix.before) for each in plan.left] == [("评分表!G11", "0.602")]
    assert "没有填全" in plan.left[0].why.zh


def test_no_self_score_and_no_figure_gets_another_value(samples: Path) -> None:
    for path in sorted(samples.glob("*.xlsx")):
        plan = plan_fixes(path, check(path))
        book = read_workbook(str(path))
        assert isinstance(book, Workbook)
        for edit in plan.edits:
            cell = book.cell_at(edit.sheet, edit.cell)
            assert cell is not None
            is_formula = cell.formula is not None or edit.formula is not None
            assert is_formula or Decimal(cell.raw) == Decimal(edit.raw), (path.name, edit)


def test_other_formats_are_refused_in_words(samples: Path, tmp_path: Path) -> None:
    plan = _plan(b"no workbook")
    assert plan.refused is not None
    assert plan.refused.zh == "文件没能核对，不能自动修改"


@pytest.mark.parametrize(
    ("text", "kind", "unit", "number"),
    [
        ("3", "score", "", "3"),
        ("３．５", "score", "", "3.5"),
        ("3分", "score", "", "3"),
        (" 4 ", "score", "", "4"),
        ("1,922.76", "money", "万元", "1922.76"),
        ("1922.76万元", "money", "万元", "1922.76"),
        ("28人", "count", "人", "28"),
        ("约3", "score", "", None),
        ("≥3", "score", "", None),
        ("3+1", "score", "", None),
        ("三", "score", "", None),
        ("60.2%", "rate", "%", None),
        ("19,22.76", "money", "万元", None),
        ("007", "count", "", None),
        ("3/5", "score", "", None),
        ("1.2.3", "score", "", None),
        ("3个", "score", "", None),
    ],
)
def test_only_a_plain_number_is_certain(
    text: str, kind: str, unit: str, number: str | None
) -> None:
    parsed = parse_text(text, kind=kind, unit=unit)
    reading = Reading(
        "表", "A1", ReadingState(parsed.state), text.strip(), parsed.figures, is_text=True
    )
    assert certain_number(reading) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("text", "format_", "number"),
    [
        ("95%", "0.00%", "0.95"),
        ("60.25％", "0.0%", "0.6025"),
        ("95%", "General", None),
        ("95%", "0.00", None),
        ("约95%", "0.00%", None),
    ],
)
def test_a_percentage_is_certain_in_a_cell_of_percentages(
    text: str, format_: str, number: str | None
) -> None:
    parsed = parse_text(text, kind="rate", unit="%")
    reading = Reading(
        "表",
        "A1",
        ReadingState(parsed.state),
        text,
        parsed.figures,
        number_format=format_,
        is_text=True,
    )
    assert certain_number(reading) == (None if number is None else Decimal(number))


def test_a_tick_becomes_the_answer_that_it_is(samples: Path) -> None:
    content = (samples / REFERENCE).read_bytes()
    plan = _plan(typed_over(content, {"基础数据!C6": "√", "基础数据!C7": "基本符合"}))
    assert ("基础数据!C6", "√", "是") in _told(plan)
    assert "基础数据!C7" not in [cell for cell, _, _ in _told(plan)]
    edits = {edit.cell: (edit.kind, edit.raw) for edit in plan.edits if edit.sheet == "基础数据"}
    assert edits["C6"] == (CellKind.TEXT, "是")


def test_a_rate_typed_over_as_text_gets_its_formula_and_nothing_else(samples: Path) -> None:
    content = (samples / REFERENCE).read_bytes()
    plan = _plan(typed_over(content, {"评分表!G14": "39.8%"}))
    assert [(cell, before) for cell, before, _ in _told(plan)] == [("评分表!G14", "39.8%")]
    assert plan.fixes[0].after.startswith("=IF(COUNT(")
    assert _codes(plan.after) == []


def test_formulas_go_back_where_their_rows_are_now(tmp_path: Path) -> None:
    book = load_rulebook(WORKBOOKS / "story.toml")
    path = build(WORKBOOKS / "pass" / "X106-formulas-left", tmp_path / "return.xlsx")
    plan = plan_fixes(path, check(path, book), book)
    planned = [*plan.fixes, *(each.fix for each in plan.left)]
    told = {fix.cell: fix.after for fix in planned}
    assert told["评分表!E14"] == "=E9+E13"  # issued in E15 as E10+E14
    assert "评分表!E9" not in told  # a row came away next to SUM(E4:E8): it may no longer end there


def test_a_formula_is_never_taken_for_a_text() -> None:
    parsed = parse_text("3", kind="score")
    reading = Reading("表", "A1", ReadingState.FIGURE, "3", parsed.figures, "B1", is_text=True)
    assert certain_number(reading) is None
    assert CellKind.TEXT == "text"


def test_a_unit_that_only_the_text_says_stays() -> None:
    rows = [
        ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["高标准农田建设面积", "≥2万亩", "2.1万亩", 50, "50"],
        ["项目验收合格率", "≥95%", 0.98, 50, 50],
        ["总分", None, None, 100, 100],
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["项目支出绩效自评表"])
    for row in rows:
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    assert _told(_plan(kept.getvalue())) == [("Sheet!E3", "50", "50")]
