"""An older form goes into a template: digits and texts as typed, what has no place is listed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from tests.cli.calls import Caller

from jixiao.checking import check
from jixiao.drafting import draft_form, draft_text
from jixiao.rulebook import load_rulebook
from jixiao.scoresheet import Scoresheet, locate_scoresheet, outline_of
from jixiao.workbook import CellKind, Unreadable, Workbook, read_place, read_workbook
from jixiao.writing import Carried, carried_copy

BOOK = "form-10-50-30-10"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A home-made form: more rows of a kind than the template offers, a line with no place."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "自评"
    rows = [
        ["项目支出绩效自评表（2025年度）"],
        ["填报单位：示例市水务局", "", "", "", "", "", "", "单位：万元"],
        ["资金", "项目", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["", "年度资金总额", 120, 100, "98.50", 10, 0.985, 9.85],
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            "偏差原因分析",
        ],
        ["产出指标", "数量指标", "疏浚河道", "≥12公里", "12.50公里", 20, 20, ""],
        ["", "", "新建泵站", "≥3座", "3座", 10, 10, ""],
        ["", "", "改造水闸", "≥4座", "3座", 10, 7.5, "一座延期"],
        ["", "", "清理池塘", "≥5个", "5个", 10, 10, ""],
        ["效益指标", "社会效益指标", "受益人口", "≥3万人", "3.2万人", 30, 30, ""],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", 0.95, 10, 10, ""],
        ["备查", "联系人备注写在这里"],
    ]
    for row in rows:
        sheet.append([value if value != "" else None for value in row])
    sheet["E11"].number_format = "0%"
    sheet.merge_cells("A6:A9")
    sheet.merge_cells("B6:B9")
    book.save(tmp_path / "old.xlsx")
    return tmp_path / "old.xlsx"


def carried(path: Path) -> Carried:
    book = load_rulebook(BOOK)
    workbook = read_workbook(path)
    assert isinstance(workbook, Workbook)
    found = locate_scoresheet(workbook, [book], asked=book)
    assert isinstance(found, Scoresheet)
    return carried_copy(found, book)


def test_every_value_goes_as_it_was_typed(old: Path) -> None:
    made = carried(old)
    before, after = read_workbook(old), read_workbook("new.xlsx", made.content)
    assert not isinstance(before, Unreadable)
    assert not isinstance(after, Unreadable)
    for one in made.cells:
        sheet, place = after.sheet(one.sheet), read_place(one.cell)
        assert sheet is not None
        assert place is not None
        now = sheet.cells[place]
        assert (now.kind, now.raw) == (one.cell_there.kind, one.cell_there.raw)
    texts = {
        one.source.partition("!")[2]: (one.cell_there.kind, one.cell_there.raw)
        for one in made.cells
    }
    assert texts["E4"] == (CellKind.TEXT, "98.50")
    assert texts["H4"] == (CellKind.NUMBER, "9.85")
    assert texts["E6"] == (CellKind.TEXT, "12.50公里")
    assert texts["H8"] == (CellKind.TEXT, "一座延期")


def test_all_rows_find_a_place_and_the_new_form_is_read_as_the_old_one(
    old: Path, tmp_path: Path
) -> None:
    made = carried(old)
    new = tmp_path / "new.xlsx"
    new.write_bytes(made.content)
    found, was = check(new), check(old, BOOK)
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == (BOOK, "stamp")
    assert (found.department, found.year) == (was.department, was.year)
    assert [(one.name, one.claimed_score) for one in found.indicators] == [
        (one.name, one.claimed_score) for one in was.indicators
    ]
    assert [one.name for one in found.indicators][1:5] == [
        "疏浚河道", "新建泵站", "改造水闸", "清理池塘",
    ]  # fmt: skip
    assert found.total is not None
    assert found.total.claimed == Fraction("97.35")


def test_what_found_no_place_is_listed_with_its_reason(old: Path) -> None:
    made = carried(old)
    left = {one.place.partition("!")[2]: (one.text, one.why.zh) for one in made.left}
    assert left["G4"] == ("0.985", "空白表里由公式算出或已写定，不用填")
    assert left["B12"] == ("备查：联系人备注写在这里", "空白表里没有放它的地方")
    assert not {"H4", "E6", "C9", "F6"} & left.keys()
    listed = openpyxl.load_workbook(_saved(made, old.parent))["转入清单"]
    assert [cell.value for row in listed["A2:D40"] for cell in row if cell.value == "自评!B12"]


def _saved(made: Carried, folder: Path) -> Path:
    path = folder / "carried.xlsx"
    path.write_bytes(made.content)
    return path


def test_an_amount_in_another_unit_is_left_and_told(old: Path) -> None:
    book = openpyxl.load_workbook(old)
    sheet = book.active
    assert sheet is not None
    sheet["H2"], sheet["D4"] = "单位：元", 1_000_000
    book.save(old)
    left = {one.place.partition("!")[2]: one.why.zh for one in carried(old).left}
    assert left["D4"] == "放进空白表会读成另一个数（单位不同），请自己换算后填"


def test_the_command_writes_and_tells(call: Caller, old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.xlsx"
    told = call("carry", old, BOOK, "--output", new)
    assert (told.code, told.err) == (0, f"已写出：{new}\n")
    head, *others = told.out.splitlines()
    made = carried(old)
    assert head == f"转入{len(made.cells)}项，{len(made.left)}项没有放进去。"
    assert "  自评!B12  “备查：联系人备注写在这里”：空白表里没有放它的地方" in others
    assert call("carry", old, BOOK, "--output", new).code == 2
    assert call("carry", old, BOOK, "--output", old, "--force").code == 2
    assert call("carry", tmp_path / "none.xlsx", BOOK, "--output", tmp_path / "x.xlsx").code == 3


def test_mere_labels_of_a_form_are_not_left_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["附件2"],
        ["示例市项目支出绩效自评表"],
        ["项目名称", "绿化养护", "主管部门", "示例市园林局"],
        ["序号", "一级指标", "二级指标", "三级指标", "权重", "指标值", "完成值", "自评得分"],
        [1, "产出指标", "数量指标", "养护面积", "50%", "≥500亩", "512亩", 50],
        [2, "效益指标", "社会效益", "市民知晓率", "30%", "≥80%", "84%", 30],
        [3, "满意度指标", "服务对象", "市民满意度", "10%", "≥90%", "91%", 10],
        ["合计", None, None, None, "90%", None, None, 90],
    ):
        sheet.append(line)
    sheet["J6"] = "知晓率由街道抽查"
    path = tmp_path / "旧表.xlsx"
    book.save(path)
    rulebook, workbook = load_rulebook(BOOK), read_workbook(path)
    assert isinstance(workbook, Workbook)
    old = locate_scoresheet(workbook, [rulebook], asked=rulebook)
    assert isinstance(old, Scoresheet)
    left = {one.place.partition("!")[2]: one.text for one in carried_copy(old, old.rulebook).left}
    assert left == {"B3": "项目名称：绿化养护", "J6": "知晓率由街道抽查"}


def test_a_rate_that_is_an_input_of_its_own_goes_there(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["一级指标", "三级指标", "分值", "评分标准", "实际值", "得分"],
        ["管理", "违规次数", 60, "每发现1次扣5分，扣完为止", 2, 50],
        ["管理", "制度", 40, "有制度得40分，否则不得分", "有", 40],
        ["合计", None, 100, None, None, 90],
    ):
        sheet.append(line)
    book.save(tmp_path / "old.xlsx")
    workbook = read_workbook(tmp_path / "old.xlsx")
    assert isinstance(workbook, Workbook)
    outline = outline_of(workbook)
    assert outline is not None
    file = tmp_path / "own.toml"
    file.write_text(draft_text(draft_form(outline, "old.xlsx", "own")), encoding="utf-8")
    own = load_rulebook(file)
    found = locate_scoresheet(workbook, [own], asked=own)
    assert isinstance(found, Scoresheet)
    made = carried_copy(found, own)
    [moved] = [one for one in made.cells if one.cell_there.raw == "2"]
    assert moved.sheet == "基础数据"
    (tmp_path / "new.xlsx").write_bytes(made.content)
    rows = check(tmp_path / "new.xlsx", own).indicators
    assert [one.computed_score for one in rows if one.name == "违规次数"] == [50]
