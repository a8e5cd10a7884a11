"""``draft_form``: what a form says becomes a rulebook file, what it leaves open is asked."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import jixiao
from drafting.forms import ROWS, SCORES, indicator_sheet, word_document
from jixiao.drafting import DraftedForm, draft_form, draft_text, read_form, topics_of
from jixiao.drafting.form.equation import read_equation
from jixiao.drafting.form.masthead import _bounds
from jixiao.rulebook import check_rulebook, compare_rulebooks, load_rulebook, numbers_not_in_rule
from jixiao.scoresheet import outline_of
from jixiao.workbook import Unreadable

TEMPLATES = Path(__file__).parents[2] / "workbook_templates"


def drafted(path: Path, ident: str | None = None) -> DraftedForm:
    workbook = read_form(str(path))
    assert not isinstance(workbook, Unreadable)
    outline = outline_of(workbook)
    assert outline is not None
    return draft_form(outline, path.name, ident)


def test_the_rulebook_says_what_the_form_says(tmp_path: Path) -> None:
    book = drafted(indicator_sheet(tmp_path / "sheet.xlsx")).rulebook
    assert (book.id, book.draft, book.title) == ("sheet", True, "示例市部门整体支出绩效评价评分表")
    assert (book.place, book.year, book.clause) == ("示例市", 2026, "示财绩〔2026〕1号")
    assert (book.total, book.digits) == (30, 1)
    assert [(g.name, g.min) for g in book.grades] == [("优", 27), ("良", 24), ("中", 18), ("差", 0)]
    assert [(i.path, i.name, i.weight, i.standard) for i in book.indicators] == [
        (("投入", "预算配置"), *ROWS[0][2:4], ROWS[0][5]),
        (("过程", "预算执行"), *ROWS[1][2:4], ROWS[1][5]),
        (("过程", "预算执行"), *ROWS[2][2:4], ROWS[2][5]),
        (("过程", "预算管理"), *ROWS[3][2:4], ROWS[3][5]),
        (("效果", "社会效益"), *ROWS[4][2:4], ROWS[4][5]),
    ]
    widths = {column.label: column.width for column in book.columns}
    assert (widths["评分标准"], list(widths)) == (
        44.0, ["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "自评得分"],
    )  # fmt: skip


def test_rules_have_named_inputs_and_two_cases(tmp_path: Path) -> None:
    book = drafted(indicator_sheet(tmp_path / "sheet.xlsx")).rulebook
    assert [i.score.kind for i in book.indicators if i.score is not None] == [
        "deduct", "deduct", "ladder", "checklist", "judged",
    ]  # fmt: skip
    inputs = [(i.label, i.unit, i.kind) for i in book.inputs]
    assert inputs[:5] == [
        ("在职人员数", "人", "count"),
        ("编制数", "人", "count"),
        ("预算完成数", "万元", "money"),
        ("预算数", "万元", "money"),
        ("预算调整率", "%", "rate"),
    ]
    completion = book.by_id["budget-completion"]  # the framework's own id for this row
    assert (completion.rate, completion.if_zero) == ("input_3 / input_4", "ask")
    assert [(case.inputs, case.score) for case in completion.cases] == [
        ({"input_3": Decimal(95), "input_4": Decimal(100)}, Decimal(10)),
        ({"input_3": Decimal(94), "input_4": Decimal(100)}, Decimal(9)),
    ]
    assert [len(one.cases) for one in book.indicators] == [2, 2, 2, 2, 0]


def test_every_value_names_its_cell_and_the_file_reads_back(tmp_path: Path) -> None:
    found = drafted(indicator_sheet(tmp_path / "sheet.xlsx"))
    text = draft_text(found)
    assert "year = 2026  # 自评表!A2\n" in text
    assert "digits = 1  # 自评表!A11\n" in text
    assert 'name = "预算完成率"  # 自评表!C6\nweight = 10  # 自评表!D6\n' in text
    assert f'standard = "{ROWS[1][5]}"  # 自评表!F6\n' in text
    assert 'path = ["过程", "预算执行"]  # 自评表!B6\n' in text
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    book = check_rulebook(file)
    assert not compare_rulebooks(found.rulebook, book).changes
    assert book.inputs == found.rulebook.inputs
    assert book.indicators == found.rulebook.indicators


def test_what_a_person_must_decide_is_asked_once_a_class(tmp_path: Path) -> None:
    found = drafted(indicator_sheet(tmp_path / "sheet.xlsx"))
    assert [(text.zh, rows) for text, rows in topics_of(found.questions)] == [
        ("不足一步（如不足一个百分点）的怎么算？", ("在职人员控制率", "预算完成率")),
        ("分母为零的怎么算？", ("在职人员控制率", "预算完成率")),
        ("各档都没有包括的值（如负数）怎么算？", ("预算调整率",)),
        ("表里没有写公式的，由哪些基础数据算出来？", ("预算调整率",)),
        ("没有全部读懂的评分标准，由人评判，还是改写成能算的？", ("职责履行",)),
    ]
    assert draft_text(found).count("# 请定：不足一步") == 2
    assert "# 请定：没有全部读懂，由人评判。没读懂的是：由评价组酌情评分" in draft_text(found)


def test_the_form_itself_is_checked_by_its_draft(tmp_path: Path) -> None:
    form = indicator_sheet(tmp_path / "sheet.xlsx", SCORES)
    file = tmp_path / "own.toml"
    file.write_text(draft_text(drafted(form)), "utf-8")
    found = jixiao.check(form, file)
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == ("sheet", "option")
    assert [str(one.verdict) for one in found.indicators] == ["undecidable"] * 4 + ["judged"]
    assert not [one for one in found.findings if one.severity == "error"]
    assert found.total is not None
    assert (found.total.claimed, found.total.claimed_grade) == (27, None)


def test_the_template_of_a_draft_is_the_form_again(tmp_path: Path) -> None:
    form = indicator_sheet(tmp_path / "sheet.xlsx")
    file = tmp_path / "own.toml"
    file.write_text(draft_text(drafted(form)), "utf-8")
    blank = tmp_path / "blank.xlsx"
    jixiao.write_template(load_rulebook(file), blank)
    again = drafted(blank).rulebook
    first = load_rulebook(file)
    assert [(i.path, i.name, i.weight, i.standard) for i in again.indicators] == [
        (i.path, i.name, i.weight, i.standard) for i in first.indicators
    ]


@pytest.mark.parametrize(
    ("name", "rows", "read"),
    [("nanchang-2017", 28, 24), ("yueyang-2018", 12, 8), ("hunan-2017", 16, 13)],
)
def test_the_blank_of_a_shipped_rulebook_gives_its_rules_back(
    name: str, rows: int, read: int, tmp_path: Path
) -> None:
    found = drafted(TEMPLATES / f"{name}.xlsx", "again")
    assert (len(found.rows), sum(row.is_read for row in found.rows)) == (rows, read)
    shipped, ours = load_rulebook(name), found.rulebook
    assert [i.name for i in ours.indicators] == [i.name for i in shipped.indicators]
    assert [i.weight for i in ours.indicators] == [i.weight for i in shipped.indicators]
    file = tmp_path / "again.toml"
    file.write_text(draft_text(found), "utf-8")
    assert len(check_rulebook(file).indicators) == rows


def test_a_table_of_a_word_document_is_a_form(tmp_path: Path) -> None:
    sheet = drafted(indicator_sheet(tmp_path / "form.xlsx")).rulebook
    found = drafted(word_document(tmp_path / "form.docx"))
    assert [(i.path, i.name, i.weight, i.score) for i in found.rulebook.indicators] == [
        (i.path, i.name, i.weight, i.score) for i in sheet.indicators
    ]
    assert (found.rulebook.sheet, found.cells["indicators", 1, "weight"]) == ("评分表", "表1!D6")
    assert found.rulebook.grades == sheet.grades


def test_a_document_with_a_doctype_is_refused(tmp_path: Path) -> None:
    good, bad = word_document(tmp_path / "form.docx"), tmp_path / "bad.docx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml":
                head, _, rest = content.partition(b"?>")
                content = head + b'?><!DOCTYPE w [<!ENTITY a "b">]>' + rest
            target.writestr(member, content)
    refused = read_form(str(bad))
    assert isinstance(refused, Unreadable)
    assert [one.code for one in refused.findings] == ["F116"]


def test_a_missing_number_is_told(tmp_path: Path) -> None:
    book = drafted(indicator_sheet(tmp_path / "sheet.xlsx")).rulebook
    one = book.by_id["budget-completion"]
    assert numbers_not_in_rule(book, one) == ()
    changed = one.changed(standard="≥95%得10分；每低1个百分点扣1分，低于60%的不得分。")
    assert numbers_not_in_rule(book, changed) == ("60%",)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("（预算完成数÷预算数）×100%", "a / b"),
        ("[（本年度数-上年度数）/上年度数]×100%", "(a - b) / b"),
        ("预算调整数/预算数*100%，其中预算调整数不含追加", "a / b"),
        ("以100%为标准", None),
        ("5分", None),
    ],
)
def test_formulas_of_forms(text: str, rate: str | None) -> None:
    found = read_equation(text)
    assert (found.over(("a", "b")) if found is not None else None) == rate


@pytest.mark.parametrize(
    "text",
    [
        "分为优、良、中、差四档：90分（含）以上为优，80（含）-90分为良，60（含）-80分为中，60分以下为差。",
        "综合得分90分及以上为“优”，80-90分为“良”，60-80分为“中”，60分以下为“差”",
        "优（≥90分）、良（80-90）、中（60-80）、差（<60）",
        "优：90分以上；良：80分以上；中：60分以上；差：60分以下",
    ],
)
def test_grades_as_forms_state_them(text: str) -> None:
    assert dict(_bounds(text)) == {"优": 90, "良": 80, "中": 60, "差": 0}


def test_grades_that_the_points_cannot_reach_are_asked(tmp_path: Path) -> None:
    form = indicator_sheet(tmp_path / "form.xlsx")
    book = openpyxl.load_workbook(form)
    sheet = book.active
    assert sheet is not None
    sheet["A11"] = "注：综合得分90分及以上为优，80分及以上为良，80分以下为中。"
    book.save(form)
    found = drafted(form)
    assert found.rulebook.grades == ()
    assert [
        one.text.zh.partition("：")[0] for one in found.questions if one.topic.startswith("grades")
    ] == ["表里写的档次从90分起，各行合计只有30分，够不着"]
    file = tmp_path / "own.toml"
    file.write_text(draft_text(found), "utf-8")
    assert check_rulebook(file).draft
