"""The blank workbooks: what a department can type, what it sees, what the stamp remembers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.scoresheet.stamp import digest_of
from jixiao.writing.template.blank import write_template
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.text_width import text_lines

TEMPLATES = Path(__file__).parents[3] / "workbook_templates"
CONCRETE = [name for name in shipped() if not load_rulebook(name).abstract]


@pytest.fixture(scope="module")
def blank() -> openpyxl.Workbook:
    return openpyxl.load_workbook(TEMPLATES / "nanchang-2017.xlsx")


@pytest.fixture(scope="module")
def cached() -> openpyxl.Workbook:
    return openpyxl.load_workbook(TEMPLATES / "nanchang-2017.xlsx", data_only=True)


def _issued(book: openpyxl.Workbook) -> list[tuple[str, str, str, str, str]]:
    rows = book["_jixiao"].iter_rows(min_row=10, max_col=5, values_only=True)
    return [tuple(str(v) if v is not None else "" for v in row) for row in rows]  # type: ignore[misc]


def _rule_at(sheet: Worksheet, cell: str) -> DataValidation:
    return next(r for r in sheet.data_validations.dataValidation if cell in r.sqref)


def _place_of(book: openpyxl.Workbook, name: str) -> tuple[str, str]:
    target = book.defined_names[name].attr_text
    sheet, cell = target.split("!")
    return sheet.strip("'"), cell.replace("$", "")


@pytest.mark.parametrize("name", CONCRETE)
def test_the_shipped_template_is_what_the_program_writes(name: str, tmp_path: Path) -> None:
    target = tmp_path / "blank.xlsx"
    write_template(load_rulebook(name), target)
    is_same = target.read_bytes() == (TEMPLATES / f"{name}.xlsx").read_bytes()
    assert is_same, name


def test_there_is_a_template_for_every_rulebook_with_weights() -> None:
    assert sorted(path.stem for path in TEMPLATES.glob("*.xlsx")) == CONCRETE


def test_an_abstract_rulebook_has_no_template(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="abstract"):
        write_template(load_rulebook("mof-2013"), tmp_path / "blank.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", CONCRETE)
def test_a_blank_form_shows_no_score_no_rate_and_no_grade(name: str) -> None:
    book = openpyxl.load_workbook(TEMPLATES / f"{name}.xlsx", data_only=True)
    shown = {
        key: value
        for sheet, cell, kind, _, key in _issued(book)
        if kind == "formula"
        and not key.startswith("jx_department")
        and not key.startswith(("jx_filled_on", "jx_year"))
        and "-weight" not in key
        and key != "unfilled"
        and (value := book[sheet][cell].value) not in (None, "")
    }
    assert shown == {}


@pytest.mark.parametrize("name", CONCRETE)
def test_exactly_the_input_cells_are_unlocked(name: str) -> None:
    book = openpyxl.load_workbook(TEMPLATES / f"{name}.xlsx")
    inputs = {
        (sheet, cell)
        for sheet, _, kind, content, _ in _issued(book)
        if kind == "inputs"
        for cell in content.split()
    }
    merged = {
        (sheet.title, cell.coordinate)
        for sheet in book
        for area in sheet.merged_cells.ranges
        for row in sheet[area.coord]
        for cell in row
        if cell.coordinate != area.start_cell.coordinate
    }
    unlocked = {
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked - merged == inputs


@pytest.mark.parametrize("name", CONCRETE)
def test_formulas_keep_within_the_portable_functions(name: str) -> None:
    book = openpyxl.load_workbook(TEMPLATES / f"{name}.xlsx")
    formulas = [content for _, _, kind, content, _ in _issued(book) if kind == "formula"]
    used = {f for text in formulas for f in re.findall(r"([A-Z]+)\(", text)}
    allowed = {
        "ROUND", "MIN", "MAX", "IF", "AND", "OR", "SUM", "SUMPRODUCT", "ABS", "INT", "COUNT",
        "COUNTIF", "AVERAGE",
    }  # fmt: skip
    assert used <= allowed
    assert max(len(text) for text in formulas) < 8192


@pytest.mark.parametrize("name", CONCRETE)
def test_the_fingerprint_is_what_stands_in_the_sheets(name: str) -> None:
    book = openpyxl.load_workbook(TEMPLATES / f"{name}.xlsx")
    for sheet, cell, kind, content, key in _issued(book):
        if kind == "formula":
            assert book[sheet][cell].value == f"={content}", (sheet, cell)
            assert key, (sheet, cell)
        elif kind == "standards":
            texts = {digest_of(str(c.value)) for row in book[sheet].iter_rows() for c in row}
            told = dict(pair.split("=") for pair in content.split())
            assert set(told.values()) <= texts, sheet
            assert told.keys() <= load_rulebook(name).by_id.keys(), sheet


def test_the_digest_of_a_standard_changes_with_its_words_not_with_its_blanks() -> None:
    assert digest_of("达到95%得6分。") == digest_of("达到95%\n得6分。") == "702e0a4ee3b08a25"
    assert digest_of("达到50%得6分。") != digest_of("达到95%得6分。")


def test_the_stamp_names_rulebook_version_and_hash(blank: openpyxl.Workbook) -> None:
    sheet = blank["_jixiao"]
    rulebook = load_rulebook("nanchang-2017")
    assert sheet.sheet_state == "veryHidden"
    assert [[c.value for c in row] for row in sheet["A1:B6"]] == [
        ["jixiao.stamp/1", None],
        ["rulebook", "nanchang-2017"],
        ["version", rulebook.version],
        ["sha256", rulebook.sha256],
        ["department", None],
        ["year", "2017"],
    ]
    assert all(c.data_type in ("s", "n") for row in sheet.iter_rows() for c in row)


def test_every_input_column_and_indicator_has_its_name(blank: openpyxl.Workbook) -> None:
    rulebook = load_rulebook("nanchang-2017")
    expected = {f"jx_in_{item.id}" for item in rulebook.inputs}
    expected |= {f"jx_tb_projects_{c.id}" for t in rulebook.tables for c in t.columns}
    expected |= {f"jx_claimed_{i.id.replace('-', '_')}" for i in rulebook.indicators}
    assert expected <= set(blank.defined_names)
    assert blank.defined_names["jx_tb_projects_spent"].attr_text == "'重点项目'!$D$5:$D$16"
    sheet, cell = _place_of(blank, "jx_in_staff")
    assert blank[sheet].cell(blank[sheet][cell].row, 2).value == "在职人员数"


def test_the_columns_of_the_scoresheet(blank: openpyxl.Workbook) -> None:
    assert blank.sheetnames == [
        "填报说明", "基础数据", "重点项目", "满意度调查", "评分表", "_jixiao",
    ]  # fmt: skip
    assert [c.value for c in blank["评分表"][4]] == [
        "一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "实际值", "自评得分",
        "测算得分", "扣分原因", "佐证材料", "复核得分",
    ]  # fmt: skip
    labels = [c.value for c in blank["评分表"]["A"] if c.value]
    sums = [text for text in labels if text.endswith("小计")]
    assert sums == ["投入小计", "过程小计", "产出小计", "效果小计"]
    assert "合计" in labels
    assert "档次" in labels


def test_what_may_be_typed(blank: openpyxl.Workbook) -> None:
    cases: Mapping[str, tuple[str, str | None, str | None]] = {
        "jx_claimed_budget_completion": ("decimal", "0", "6"),
        "jx_in_spent": ("decimal", "0", "1000000000000"),
        "jx_in_budget_adjustment": ("decimal", "-1000000000000", "1000000000000"),
        "jx_in_staff": ("whole", "0", "1000000000000"),
        "jx_in_disclosed_in_time": ("list", '"是,否"', None),
    }
    for name, (kind, low, high) in cases.items():
        sheet, cell = _place_of(blank, name)
        rule = _rule_at(blank[sheet], cell)
        assert (rule.type, rule.formula1, rule.formula2) == (kind, low, high), name
        assert rule.error, name
        assert rule.prompt, name
        assert rule.showErrorMessage, name
    assert _rule_at(blank["评分表"], "H11").error == "得分应为0至6之间的数字，本行分值为6分。"


@pytest.mark.parametrize("name", CONCRETE)
def test_print_set_up_and_protection(name: str) -> None:
    book = openpyxl.load_workbook(TEMPLATES / f"{name}.xlsx")
    for sheet in book:
        if sheet.title == "_jixiao":
            continue
        setup = sheet.page_setup
        assert setup.paperSize == 9
        assert (setup.orientation == "landscape") == (sheet.title != "填报说明")
        assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
        assert sheet.print_area
        assert (sheet.print_title_rows is not None) == (sheet.title != "填报说明")
        protection = sheet.protection
        assert protection.sheet
        assert protection.password is None
        assert not protection.formatColumns  # False: the user may
        assert not protection.formatRows


def test_long_standards_are_shown_whole(blank: openpyxl.Workbook) -> None:
    sheet = blank["评分表"]
    for row in range(5, 38):
        text = sheet.cell(row, 6).value
        if isinstance(text, str) and len(text) > 10:
            height = sheet.row_dimensions[row].height
            assert height is not None
            assert height >= 13.5 * text_lines(text, sheet.column_dimensions["F"].width), row


def test_text_never_becomes_a_formula() -> None:
    evil = '=HYPERLINK("x")'
    filling = Filling(department=evil, reasons={"staff-control": "+1"})
    content = compose_template(load_rulebook("nanchang-2017"), filling)
    book = openpyxl.load_workbook(BytesIO(content))
    sheet, cell = _place_of(book, "jx_department")
    found = book[sheet][cell]
    assert found.value == evil
    assert found.data_type == "s"


def test_department_and_year_go_into_form_and_stamp() -> None:
    filling = Filling(department="示例市水务局", year=2023)
    book = openpyxl.load_workbook(
        BytesIO(compose_template(load_rulebook("nanchang-2017"), filling))
    )
    sheet, cell = _place_of(book, "jx_department")
    assert book[sheet][cell].value == "示例市水务局"
    assert book["评分表"]["A2"].value == "（2023年度）"
    assert [book["_jixiao"][c].value for c in ("B5", "B6")] == ["示例市水务局", "2023"]


def test_a_deleted_row_leaves_the_fingerprint_as_issued() -> None:
    rulebook = load_rulebook("nanchang-2017")
    lost = Filling(deleted=frozenset(("asset-use",)))
    whole = openpyxl.load_workbook(BytesIO(compose_template(rulebook, Filling())))
    short = openpyxl.load_workbook(BytesIO(compose_template(rulebook, lost)))
    assert _issued(whole) == _issued(short)
    assert short["评分表"].max_row == whole["评分表"].max_row - 1
    assert short.defined_names["jx_rate_asset_use"].attr_text == "'评分表'!#REF!"


def test_cached_values_are_the_evaluators(cached: openpyxl.Workbook) -> None:
    rulebook = load_rulebook("nanchang-2017")
    case = rulebook.by_id["budget-completion"].cases[0]
    book = openpyxl.load_workbook(
        BytesIO(compose_template(rulebook, Filling(inputs=case.inputs))), data_only=True
    )
    sheet, rate = _place_of(book, "jx_rate_budget_completion")
    exact = Fraction("775.6") / Fraction("1288.4")
    assert abs(Fraction(book[sheet][rate].value) - exact) < Fraction(1, 10**15)
    sheet, score = _place_of(book, "jx_suggested_budget_completion")
    assert book[sheet][score].value == 0
    assert cached[sheet][score].value in (None, "")
