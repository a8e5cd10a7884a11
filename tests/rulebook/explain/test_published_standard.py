"""A 评分标准 kept word for word: on the form, the rule page and in comments, with the rule."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

import jixiao
from jixiao.rulebook.explain.prose import rulebook_page
from jixiao.rulebook.load import check_rulebook
from jixiao.rulebook.schema.model import Rulebook
from jixiao.rulebook.source.read import read_source
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling

BOOK = """\
format = "jixiao.rulebook/1"
id = "original"
version = "1"
family = "indicators"
name = "原文"
total = 10
provenance = { status = "illustrative", source = "试验" }
columns = [
  { role = "level1", label = "一级指标" },
  { role = "name", label = "三级指标" },
  { role = "weight", label = "分值" },
  { role = "standard", label = "评分标准", width = 40 },
  { role = "actual", label = "实际值" },
  { role = "claimed", label = "自评得分" },
]
inputs = [{ id = "faults", label = "问题数", unit = "个", kind = "count" }]

[[indicators]]
id = "audit"
path = ["过程"]
name = "审计问题"
weight = 6
standard = "每发现一个审计问题扣2分，\\n扣完为止。"
rate = "faults"
rate_unit = "个"
score = { kind = "deduct", full = "<= 0", step = 1, points = 2, mode = "whole", noun = "问题" }
clause = "试验"
provenance = { status = "illustrative", source = "试验" }
cases = [{ inputs = { faults = 0 }, score = 6 }, { inputs = { faults = 3 }, score = 0 }]

[[blocks]]
id = "own"
path = ["产出"]
weight = 4
rows = 2
standard = "由评价人酌情给分"
score = { kind = "judged" }
clause = "试验"
provenance = { status = "illustrative", source = "试验" }
"""
COMPUTED = "没有问题得6分；每有1个问题扣2分，扣完为止。"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    file = tmp_path_factory.mktemp("books") / "original.toml"
    file.write_text(BOOK, encoding="utf-8")
    return check_rulebook(file)


def test_the_page_tells_the_words_and_the_rule_side_by_side(original: Rulebook) -> None:
    page = rulebook_page(original).splitlines()
    at = page.index("- 评分标准（原文）：每发现一个审计问题扣2分，扣完为止。")
    assert page[at + 1] == f"- 程序的算法：{COMPUTED}"
    assert "- 评分标准（原文）：由评价人酌情给分" in page


def test_the_form_prints_the_words_and_comments_the_rule(original: Rulebook) -> None:
    book = openpyxl.load_workbook(io.BytesIO(compose_template(original, Filling())))
    sheet = book["评分表"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    cell = cells["每发现一个审计问题扣2分，\n扣完为止。"]
    assert cell.comment is not None
    assert cell.comment.text.endswith(COMPUTED)
    own = [c for row in sheet.iter_rows() for c in row if c.value == "由评价人酌情给分"]
    assert [c.comment is not None for c in own] == [True, False]


def test_a_blank_form_with_published_words_is_blank(original: Rulebook) -> None:
    blank = jixiao.check(compose_template(original, Filling()), original)
    rows = [(i.name, i.verdict.value) for i in blank.indicators]
    assert rows == [("审计问题", "missing")]


def test_the_annotated_copy_tells_both_at_a_wrong_score(original: Rulebook, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(compose_template(original, Filling())))
    figures = book["基础数据"]
    at = next(c for r in figures.iter_rows() for c in r if c.value == "问题数")
    figures.cell(at.row, at.column + 1).value = 1
    sheet = book["评分表"]
    row = next(c.row for r in sheet.iter_rows() for c in r if c.value == "审计问题")
    sheet.cell(row, 6).value = 5
    found = jixiao.check(book, original)
    assert [f.code for f in found.findings if f.indicator == "audit"] == ["R101"]
    target = tmp_path / "marked.xlsx"
    jixiao.annotate(found, target)
    marked = openpyxl.load_workbook(target)["评分表"].cell(row, 6).comment
    assert marked is not None
    assert "评分标准（原文）：每发现一个审计问题扣2分" in marked.text
    assert f"程序的算法：{COMPUTED}" in marked.text


KEPT = 'evidence = "审计报告"'
REWEIGHTED = 'clause = "新"\nweight = 5\nif_zero = "ask"'
RESCORED = (
    'clause = "新"\nscore = { kind = "deduct", full = "<= 0", step = 1, points = 3,'
    ' mode = "whole" }\ncases = [{ inputs = { faults = 0 }, score = 6 },'
    " { inputs = { faults = 2 }, score = 0 }]"
)


@pytest.mark.parametrize("change", [KEPT, REWEIGHTED, RESCORED])
def test_words_of_another_rule_are_not_inherited(tmp_path: Path, change: str) -> None:
    (tmp_path / "original.toml").write_text(BOOK, encoding="utf-8")
    later = (
        'format = "jixiao.rulebook/1"\nid = "later"\nversion = "1"\nfamily = "indicators"\n'
        'name = "后"\nextends = "original.toml"\n'
        'provenance = { status = "illustrative", source = "试验" }\n'
        f'[[indicators]]\nid = "audit"\n{change}\n'
    )
    (tmp_path / "later.toml").write_text(later, encoding="utf-8")
    laid = read_source(tmp_path / "later.toml").laid.content
    [audit] = [i for i in laid["indicators"] if i["id"] == "audit"]
    assert ("standard" in audit) is (change == KEPT)
