"""What real forms need of the language: vetoes, interpolation, choices, levels, short rulebooks."""

from __future__ import annotations

import io
import random
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

import jixiao
from jixiao.rulebook.excel.defined_names import suggested_name
from jixiao.rulebook.load import check_rulebook, rulebook_hints
from jixiao.rulebook.schema.model import Rulebook
from jixiao.rulebook.source.problems import RulebookError
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.results import results_of
from libreoffice import recalculate

PAGE = (Path(__file__).parents[2] / "docs" / "rulebook-format.md").read_text(encoding="utf-8")
SHORT = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1]


def _book(folder: Path, *changes: tuple[str, str]) -> Rulebook:
    text = SHORT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / "short.toml"
    file.write_text(text, encoding="utf-8")
    return check_rulebook(file)


def _problems(folder: Path, *changes: tuple[str, str]) -> list[str]:
    with pytest.raises(RulebookError) as broken:
        _book(folder, *changes)
    return [f"{p.key}：{p.message.zh}。{p.remedy.zh}" for p in broken.value.problems]


def _filling(book: Rulebook, **inputs: Decimal | str | bool | int) -> Filling:
    known = {"budget": 100, "spent": 95, "sort": "二类部门", "praised": 4, "faults": 2}
    known |= {"breach": False, "management_1": True, "management_2": True}
    typed = {k: Decimal(v) if type(v) is int else v for k, v in (known | inputs).items()}
    plain = Filling(inputs=typed)
    found = results_of(book, plain)
    claimed = {
        i.id: Decimal(str(float(value)))
        for i in book.indicators
        if isinstance(value := found[suggested_name(i.id)], Fraction)
    }
    return Filling(inputs=typed, claimed=claimed)


@pytest.mark.parametrize(
    ("inputs", "grade", "total"),
    [
        ({}, "优", "19.75"),
        ({"breach": True}, "差", "19.75"),
        ({"faults": 11}, "合格", "13.75"),
        ({"spent": 60}, "差", "5"),
    ],
)
def test_a_breach_decides_in_template_and_check(
    tmp_path: Path, inputs: dict[str, int | bool], grade: str, total: str
) -> None:
    book = _book(tmp_path)
    found = jixiao.check(compose_template(book, _filling(book, **inputs)), book)
    assert [f.code for f in found.findings if f.code[0] in "RT"] == []
    assert found.total is not None
    assert (found.total.claimed_grade, found.total.computed_grade) == (grade, grade)
    assert (found.total.claimed, found.total.computed) == (Fraction(total), Fraction(total))


def test_a_row_that_a_breach_takes_all_points_of(tmp_path: Path) -> None:
    book = _book(tmp_path)
    found = jixiao.check(compose_template(book, _filling(book, faults=11)), book)
    row = next(i for i in found.indicators if i.id == "management")
    assert (row.computed_score, row.claimed_score, row.verdict.value) == (0, 0, "agrees")
    assert row.trace is not None
    assert row.trace.zh == "一票否决：审计查出问题超过10个，得0分"


@pytest.mark.parametrize(
    ("takes", "total"),
    [("total = 12", 12), ('section = ["过程"]', 7), ('row = "execution"', 11)],
)
def test_what_a_breach_takes(tmp_path: Path, takes: str, total: int) -> None:
    book = _book(tmp_path, ('grade = "差"', takes))
    filling = _filling(book, breach=True)
    assert results_of(book, filling)["total-suggested"] == total
    found = jixiao.check(compose_template(book, filling), book)
    assert [f.code for f in found.findings if f.code[0] in "RT"] == []
    assert found.total is not None
    assert found.total.computed == total


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("takes", ['grade = "差"', "total = 12", 'section = ["过程"]'])
def test_all_renderings_agree(tmp_path: Path, takes: str) -> None:
    book, dice = _book(tmp_path, ('grade = "差"', takes)), random.Random(3)
    files, expected = [], []
    for nth in range(20):
        filling = _filling(
            book,
            spent=dice.choice([50, 60, 61, 80, 90, 95, 99, 100, 120]),
            sort=dice.choice(["一类部门", "二类部门"]),
            faults=dice.randrange(0, 14),
            breach=dice.random() < 0.4,
            management_1=dice.random() < 0.5,
        )
        file = tmp_path / f"{nth}.xlsx"
        file.write_bytes(compose_template(book, filling))
        files.append(file)
        found = results_of(book, filling)
        expected.append([found["total"], found["total-suggested"], found["grade-suggested"]])
    shown = []
    for file in recalculate(files, tmp_path / "out"):
        sheet = openpyxl.load_workbook(file, data_only=True)["评分表"]
        rows = {r[0].value: [c.value for c in r] for r in sheet.iter_rows() if r[0].value}
        total, grade = rows["合计"], rows["档次"]
        shown.append([*map(_exact, total[6:8]), grade[7] or ""])
    assert shown == expected


def _exact(value: object) -> Fraction:
    return Fraction(str(value)).limit_denominator(10**6)


def test_a_short_rulebook_says_eight_lines_a_row() -> None:
    rows = SHORT.split("[[indicators]]")[1:]
    assert max(len([line for line in row.splitlines() if line.strip()]) for row in rows[:2]) <= 9


def test_hints_at_what_is_hardly_meant(tmp_path: Path) -> None:
    changes = (
        ("[[veto]]", "[[veto]]"),
        ('  { id = "budget",', '  { id = "left_over", label = "结余" },\n  { id = "budget",'),
    )
    _book(tmp_path, *changes)
    [hint] = rulebook_hints(tmp_path / "short.toml")
    assert hint.message.zh == "基础数据“结余”没有用到"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('grade = "差"', 'grade = "坏"'), "没有 id 为“坏”的条目"),
        (('row = "management"', 'row = "managment"'), "改为“management”"),
        (('grade = "差"', 'grade = "差"\ntotal = 5'), "只写一种"),
        (('grade = "差"', "total = 50"), "应在0至20之间"),
        (('grade = "差"', 'section = ["结果"]'), "没有 id 为“结果”的条目"),
        (('{ name = "优", min = 18 }', '{ name = "优", min = 28 }'), "超过总分20"),
        (('path = ["产出", "进度"]', 'path = ["产出", " 进度"]'), "前后多了空格"),
        (('path = ["产出", "进度"]', 'path = ["产出", ""]'), "前后多了空格"),
        (("sort = '一类部门'", "sort = '三类部门'"), "“三类部门”不是可选的答案"),
        (('{ at = "60%", score = 0 }', '{ at = "100%", score = 0 }'), "从小到大"),
        (("management_1 = true", 'management_1 = "是"'), "是写 true，否写 false"),
        (('name = "表彰"', "name = “表彰”"), "中文引号“”"),
        (('name = "表彰"', "name ="), "“name”的等号后面没有值"),
        (('name = "表彰"', "name = 表彰"), '放在英文双引号里：name = "表彰"'),
        (('{ at = "60%", score = 0 }', "{ at = 60%, score = 0 }"), "引号"),
        (('path = ["加分项"]', 'path = ［"加分项"]'), "全角符号［"),
        (("weight = 4\n", 'weight = "4分"\n'), "直接写数字"),
        (("ceilings =", 'severities = { R999 = "error" }\nceilings ='), "没有“R999”这个问题代码"),
    ],
)
def test_errors_name_the_right_form(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    assert any(told in problem for problem in _problems(tmp_path, change))


def test_ids_that_an_overlay_names_in_vain(tmp_path: Path) -> None:
    _book(tmp_path)
    later = (
        'format = "jixiao.rulebook/1"\nid = "later"\nversion = "1"\nfamily = "indicators"\n'
        'name = "后"\nextends = "short.toml"\ndrop = ["honor"]\n'
        'provenance = { status = "illustrative", source = "试验" }\n'
    )
    (tmp_path / "later.toml").write_text(later, encoding="utf-8")
    with pytest.raises(RulebookError, match="没有 id 为“honor”的条目"):
        check_rulebook(tmp_path / "later.toml")


def test_one_value_is_changed_without_restating_the_rule(tmp_path: Path) -> None:
    later = (
        'format = "jixiao.rulebook/1"\nid = "later"\nversion = "1"\nfamily = "indicators"\n'
        'name = "后"\nextends = "nanchang-2017"\nyear = 2018\n'
        'provenance = { status = "illustrative", source = "试验" }\n'
        '[[indicators]]\nid = "asset-use"\nscore.points = 0.2\nclause = "新"\n'
        "cases = [{ rate = 0.9, score = 3 }, { rate = 0.85, score = 2 }]\n"
    )
    (tmp_path / "later.toml").write_text(later, encoding="utf-8")
    rule = check_rulebook(tmp_path / "later.toml").by_id["asset-use"].score
    assert rule is not None
    assert (rule.kind, rule.content()["points"]) == ("deduct", Decimal("0.2"))


FOUR = (
    ('path = ["过程", "资金管理"]', 'path = ["过程", "资金管理", "资金使用"]'),
    ('path = ["过程", "业务管理"]', 'path = ["过程", "业务管理", "制度"]'),
    ('path = ["产出", "进度"]', 'path = ["产出", "进度", "时效"]'),
)


def test_four_levels_on_form_and_in_check(tmp_path: Path) -> None:
    book = _book(tmp_path, *FOUR)
    content = compose_template(book, _filling(book))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["评分表"]
    heads = [cell.value for cell in sheet[4]]
    assert heads[:4] == ["一级指标", "二级指标", "三级指标", "四级指标"]
    assert [sheet.cell(5, column).value for column in (1, 2, 3, 4)] == [
        "过程", "资金管理", "资金使用", "预算执行率",
    ]  # fmt: skip
    found = jixiao.check(content, book)
    assert {f.code for f in found.findings if f.severity.value != "notice"} == {"E101"}
    assert [i.path for i in found.indicators][:2] == [
        ("过程", "资金管理", "资金使用"),
        ("过程", "业务管理", "制度"),
    ]
