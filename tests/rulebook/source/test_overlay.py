"""Laying a rulebook over another: what is kept, replaced, added, dropped, and from where."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.rulebook.explain.origins import origin_lines
from jixiao.rulebook.load import check_rulebook, load_rulebook
from jixiao.rulebook.source.problems import RulebookError

HEAD = """\
format = "jixiao.rulebook/1"
id = "city-2018"
version = "2"
family = "indicators"
name = "某市"
extends = "nanchang-2017"
provenance = { status = "illustrative", source = "试验" }
"""
REWEIGHTED = """
[[indicators]]
id = "goal-soundness"
weight = 1
clause = "新办法第1条"
score = { kind = "checklist", items = [
  { input = "goal_has_basis", points = 0.5 },
  { input = "goal_fits_duties", points = 0.5 },
] }
cases = [
  { inputs = { goal_has_basis = true, goal_fits_duties = true }, score = 1 },
  { inputs = { goal_has_basis = true, goal_fits_duties = false }, score = 0.5 },
]

[[indicators]]
id = "goal-published"
path = ["投入", "目标设定"]
name = "绩效目标公开"
weight = 1
clause = "新办法第2条"
provenance = { status = "illustrative", source = "试验" }
score = { kind = "judged" }
"""


def _write(folder: Path, text: str, name: str = "city.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_overlay_keeps_what_it_does_not_name(tmp_path: Path) -> None:
    book = check_rulebook(_write(tmp_path, HEAD + REWEIGHTED))
    base = load_rulebook("nanchang-2017")
    assert [i.id for i in book.indicators][:3] == [
        "goal-soundness", "goal-published", "target-clarity"
    ]  # fmt: skip
    assert book.by_id["asset-use"] == base.by_id["asset-use"]
    assert book.grades == base.grades
    assert (book.id, book.version, book.year) == ("city-2018", "2", 2017)
    assert "goal_fits_plan" not in book.input_by_id  # no rule draws on it any more
    assert "survey_issued" in book.input_by_id  # an identity does
    assert book.sha256 != base.sha256


def test_overlay_remembers_where_values_come_from(tmp_path: Path) -> None:
    book = load_rulebook(_write(tmp_path, HEAD + REWEIGHTED))
    assert book.origin("indicators", "goal-soundness", "weight") == "city-2018"
    assert book.origin("indicators", "goal-soundness", "name") == "mof-2013"
    assert book.origin("indicators", "asset-use", "score") == "nanchang-2017"
    told = dict(line.split("：", 1) for line in origin_lines(book))
    assert told["固定资产利用率"] == (
        "名称、层级、指标解释、指标公式、分母为零的处理、依据条款来自 mof-2013；"
        "分值、评分规则来自 nanchang-2017"
    )
    assert told["绩效目标公开"] == "名称、层级、分值、评分规则、依据条款来自 city-2018"


def test_changed_rule_needs_its_clause(tmp_path: Path) -> None:
    text = HEAD + REWEIGHTED.replace('clause = "新办法第1条"\n', "")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(_write(tmp_path, text))
    [found] = caught.value.problems
    assert (found.line, found.key) == (9, "indicators.goal-soundness")
    assert found.message.zh == "“goal-soundness”改动了所依据体系的内容，没有写依据条款"


def test_dropped_and_unset(tmp_path: Path) -> None:
    text = HEAD + 'drop = ["economic-benefit", "ecological-benefit"]\ntotal = 96\nsections = []\n'
    book = check_rulebook(_write(tmp_path, text))
    assert "economic-benefit" not in book.by_id
    assert len(book.indicators) == 26
    text += '[[indicators]]\nid = "asset-use"\nunset = ["rate", "if_zero"]\nclause = "新办法"\n'
    text += 'score = { kind = "judged" }\ncases = []\n'
    judged = check_rulebook(_write(tmp_path, text)).by_id["asset-use"]
    assert (judged.rate, judged.if_zero) == (None, None)


def test_after_and_before(tmp_path: Path) -> None:
    text = HEAD + '[[inputs]]\nid = "extra"\nlabel = "另一数"\nafter = "staff"\n'
    text += '[[inputs]]\nid = "first"\nlabel = "第一数"\nbefore = "goal_has_basis"\n'
    ids = [item.id for item in check_rulebook(_write(tmp_path, text)).inputs]
    assert ids[0] == "first"
    assert ids[ids.index("staff") + 1] == "extra"


def test_problem_inside_what_is_inherited_has_no_line(tmp_path: Path) -> None:
    base = HEAD.replace('extends = "nanchang-2017"', 'extends = "base.toml"')
    shipped = load_rulebook("nanchang-2017")
    assert shipped.extends == "mof-2013"
    _write(tmp_path, HEAD.replace("city-2018", "base"), "base.toml")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(_write(tmp_path, base + "total = 99\n"))
    [found] = caught.value.problems
    assert (found.line, found.key) == (8, "total")


def test_circle_is_refused(tmp_path: Path) -> None:
    one = _write(tmp_path, HEAD.replace("nanchang-2017", "two.toml"), "one.toml")
    _write(tmp_path, HEAD.replace("nanchang-2017", "two.toml"), "two.toml")
    with pytest.raises(RulebookError, match="绕成了圈"):
        load_rulebook(one)
