"""Strict loading: every problem in one run, with line, key and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.rulebook.load import check_rulebook, load_rulebook, shipped
from jixiao.rulebook.source.problems import Problem, RulebookError

GOOD = """\
format = "jixiao.rulebook/1"
id = "trial"
version = "1"
family = "indicators"
name = "试验"
total = 10
provenance = { status = "illustrative", source = "试验" }
columns = [
  { role = "name", label = "三级指标" },
  { role = "weight", label = "分值" },
  { role = "claimed", label = "自评得分" },
]

[[inputs]]
id = "spent"
label = "支出数"

[[inputs]]
id = "budget"
label = "预算数"

[[indicators]]
id = "completion"
path = ["过程"]
name = "预算完成率"
weight = 10
rate = "spent / budget"
if_zero = "ask"
clause = "试验第1条"
provenance = { status = "illustrative", source = "试验" }
score = { kind = "ladder", steps = [
  { when = ">= 90%", score = 10 },
  { when = "[60%, 90%)", score = 5 },
  { when = "< 60%", score = 0 },
] }
cases = [
  { inputs = { spent = 90, budget = 100 }, score = 10 },
  { inputs = { spent = 60, budget = 100 }, score = 5 },
]
"""

Check = Callable[[str], tuple[Problem, ...]]


@pytest.fixture
def problems(tmp_path: Path) -> Check:
    def run(text: str) -> tuple[Problem, ...]:
        file = tmp_path / "trial.toml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(RulebookError) as caught:
            check_rulebook(file)
        assert caught.value.file == str(file)
        return caught.value.problems

    return run


def test_good_one_loads(tmp_path: Path) -> None:
    file = tmp_path / "trial.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert check_rulebook(file).by_id["completion"].weight == 10
    assert load_rulebook(str(file)) == check_rulebook(file)


KINDS = [
    "judged",
    "deduct",
    "deductions",
    "ladder",
    "linear",
    "interpolation",
    "cases",
    "expression",
    "checklist",
    "choice",
    "item",
    "target",
]
OTHER = """
[[indicators]]
id = "other"
path = ["过程"]
name = "合规性"
weight = 2
rate = "spent"
rate_unit = "处"
score = { kind = "deduct", full = "<= 0", step = 1, points = 1, mode = "whole" }
clause = "试验第2条"
provenance = { status = "illustrative", source = "试验" }
cases = [
  { inputs = { spent = 0 }, score = 2 },
  { inputs = { spent = 1 }, score = 1 },
]
"""
FREE_ROWS = """\
[[blocks]]
id = "own"
path = ["产出"]
weight = 0
clause = "试验第2条"
score = { kind = "linear" }
provenance = { status = "illustrative", source = "试验" }

"""
CHANGES = {
    "unknown key": (
        ('if_zero = "ask"\nclause', 'if_zer = "ask"\nif_zero = "ask"\nclause'),
        ("if_zer = ", "indicators.completion.if_zer", "没有“if_zer”这个键", "改为“if_zero”"),
    ),
    "unknown key in a step": (
        ('{ when = "< 60%", score = 0 }', '{ when = "< 60%", scores = 0, score = 0 }'),
        (
            '{ when = "< 60%"',
            "indicators.completion.score.steps[3].scores",
            "没有“scores”这个键",
            "改为“score”",
        ),
    ),
    "unknown kind": (
        ('kind = "ladder"', 'kind = "lader"'),
        (
            "score = { kind",
            "indicators.completion.score.kind",
            "“lader”不在可选值之内",
            f"改为“ladder”；可选值：{'、'.join(KINDS)}",
        ),
    ),
    "missing key": (
        ('name = "预算完成率"\n', ""),
        ("[[indicators]]", "indicators.completion", "缺少“name”", "补上 name = …"),
    ),
    "not a number": (
        ("weight = 10", 'weight = "十"'),
        (
            'weight = "十"',
            "indicators.completion.weight",
            "“weight”应为数字",
            "直接写数字，不加引号、单位，如 weight = 6",
        ),
    ),
    "not a range": (
        ('">= 90%"', '"90%以上"'),
        (
            "{ when = ",
            "indicators.completion.score.steps[1].when",
            "“90%以上”不是范围，应写成“>= 90%”“< 60%”“= 0”或“[80%, 90%)”",
            "按《指标体系文件格式》改正",
        ),
    ),
    "weights": (
        ("total = 10", "total = 12"),
        ("total = ", "total", "全部分值合计10，不是12", "改各行的 weight，或改 total"),
    ),
    "no if_zero": (
        ('if_zero = "ask"\n', ""),
        (
            "[[indicators]]",
            "indicators.completion",
            "“spent / budget”有分母，没有说明分母为零怎么办",
            '补上 if_zero = "ask"（由人工判定）、"full"、"zero" 或 "na"',
        ),
    ),
    "unknown input": (
        ('rate = "spent / budget"', 'rate = "spent / budgett"'),
        (
            "rate = ",
            "indicators.completion.rate",
            "公式中的“budgett”没有定义",
            "改为“budget”，或在 inputs 中补上",
        ),
    ),
    "no clause": (
        ('clause = "试验第1条"\n', ""),
        (
            "[[indicators]]",
            "indicators.completion",
            "“预算完成率”没有依据条款",
            '补上 clause = "…"',
        ),
    ),
    "gap": (
        ('"[60%, 90%)"', '"(60%, 90%)"'),
        (
            "score = { kind",
            "indicators.completion.score",
            "各档没有覆盖：60%",
            '补上缺的档，或写明 elsewhere = "ask"、"zero" 或 "full"',
        ),
    ),
    "overlap": (
        ('"[60%, 90%)"', '"[60%, 90%]"'),
        (
            "{ when = ",
            "indicators.completion.score.steps[2]",
            "第2档“60%（含）至90%（含）”重叠于第1档“90%（含）以上”",
            "改两档的端点，让每个数值只属于一档",
        ),
    ),
    "too many points": (
        ("score = 5 },\n  { when", "score = 15 },\n  { when"),
        (
            "{ when = ",
            "indicators.completion.score.steps[2].score",
            "得分15不在0至10之间",
            "改 score 或 weight",
        ),
    ),
    "failing case": (
        ("spent = 60, budget = 100 }, score = 5", "spent = 60, budget = 100 }, score = 0"),
        (
            "{ inputs",
            "indicators.completion.cases[2].score",
            "算例写的得分是0，按规则计算：60 ÷ 100 = 60.00%，属于“60%（含）至90%”，得5分",
            "改算例的 score 或 inputs，或改评分规则",
        ),
    ),
    "nothing said of a row that does not apply": (
        ('if_zero = "ask"', 'if_zero = "na"'),
        (
            "if_zero",
            "indicators.completion.if_zero",
            'if_zero = "na" 要说明不适用时怎么办',
            '补上 not_applicable = { then = "full" } 或 { then = "drop" }',
        ),
    ),
    "case with an unknown input": (
        ("inputs = { spent = 90,", "inputs = { spend = 1, spent = 90,"),
        (
            "{ inputs",
            "indicators.completion.cases[1]",
            "算例中的“spend”不是基础数据项，也不是重复表的列",
            "改为“spent”",
        ),
    ),
    "free rows without their columns": (
        ("[[indicators]]", f"{FREE_ROWS}[[indicators]]"),
        (
            "score = {",
            "blocks.own.score.kind",
            '自设指标不能用 kind = "linear"',
            '改用 "target"、"item" 或 "judged"',
        ),
    ),
    "ambiguous label": (
        ('label = "预算数"', 'label = "支出 数"'),
        (
            "label",
            "inputs.budget.label",
            "名称“支出数”同时指“spent”和“budget”",
            "改其中一个的名称或 aliases",
        ),
    ),
    "section": (
        (
            '[[inputs]]\nid = "spent"',
            '[[sections]]\npath = ["过程"]\nweight = 60\n\n[[inputs]]\nid = "spent"',
        ),
        (
            "weight = 60",
            "sections[1].weight",
            "“过程”各行分值合计10，不是60",
            "改各行的 weight，或改这里的合计",
        ),
    ),
    "one case only": (
        ("  { inputs = { spent = 60, budget = 100 }, score = 5 },\n", ""),
        (
            "cases = [",
            "indicators.completion.cases",
            "“预算完成率”至少要有2个算例",
            "补上 cases，至少一个取在分档或满分的端点上",
        ),
    ),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_problem(
    change: tuple[str, str], expected: tuple[str, str, str, str], problems: Check
) -> None:
    assert change[0] in GOOD
    text = GOOD.replace(*change, 1)
    [found] = problems(text)
    assert found.line is not None
    line = text.splitlines()[found.line - 1].strip()
    assert line.startswith(expected[0])
    assert (found.key, found.message.zh, found.remedy.zh) == expected[1:]
    assert found.message.en
    assert found.remedy.en


def test_all_problems_come_in_one_run(problems: Check) -> None:
    text = GOOD.replace('clause = "试验第1条"\n', "").replace('if_zero = "ask"\n', "")
    text = text.replace("total = 10", "total = 12").replace('"< 60%"', '"< 50%"')
    found = problems(text)
    assert [p.line for p in found] == [6, 22, 22, 29]
    assert [p.key for p in found] == [
        "total", "indicators.completion", "indicators.completion", "indicators.completion.score"
    ]  # fmt: skip


def test_step_that_is_never_reached_and_the_gap_it_leaves(problems: Check) -> None:
    gap, dead = problems(GOOD.replace('"[60%, 90%)"', '"[95%, 99%)"'))
    assert gap.message.zh == "各档没有覆盖：60%（含）至90%"
    assert dead.message.zh == ("第2档“95%（含）至99%”永远用不到，已包含在第1档“90%（含）以上”")


def test_duplicate_id_and_the_input_it_hides(problems: Check) -> None:
    twice, hidden = problems(GOOD.replace('id = "budget"', 'id = "spent"'))
    assert (twice.line, twice.key) == (19, "inputs.spent.id")
    assert twice.message.zh == "id“spent”用了两次"
    assert hidden.message.zh == "公式中的“budget”没有定义"


def test_unknown_key_hides_nothing_else(problems: Check) -> None:
    text = GOOD.replace('clause = "试验第1条"\n', 'evidense = "甲"\n').replace(
        "total = 10", "total = 13"
    )
    text = text.replace('rate = "spent / budget"', 'rate = "spent / budgett"')
    text = text.replace("[[inputs]]", '[[grades]]\nname = "优"\nmin = "九十"\n\n[[inputs]]', 1)
    text += OTHER.replace("score = 2 }", "score = 1 }")
    assert [(p.key, p.message.zh) for p in problems(text)] == [
        ("total", "全部分值合计12，不是13"),
        ("grades[1].min", "“min”应为数字"),
        ("indicators.completion", "“预算完成率”没有依据条款"),
        ("indicators.completion.rate", "公式中的“budgett”没有定义"),
        ("indicators.completion.evidense", "没有“evidense”这个键"),
        ("indicators.other.cases[1].score", "算例写的得分是1，按规则计算：没有扣分事项，得2分"),
    ]


def test_bad_value_hides_nothing_else(problems: Check) -> None:
    text = GOOD.replace("total = 10", "total = 12").replace('kind = "ladder"', 'kind = "lader"')
    text = text.replace('clause = "试验第1条"\n', "").replace('name = "预算完成率"\n', "")
    text += OTHER.replace("weight = 2", "weight = 3")
    assert [(p.key, p.message.zh) for p in problems(text)] == [
        ("total", "全部分值合计13，不是12"),
        ("indicators.completion", "缺少“name”"),
        ("indicators.completion", "“completion”没有依据条款"),
        ("indicators.completion.score.kind", "“lader”不在可选值之内"),
        ("indicators.other.cases[1].score", "算例写的得分是2，按规则计算：没有扣分事项，得3分"),
        (
            "indicators.other.cases[2].score",
            "算例写的得分是1，按规则计算：1处，1 × 1 = 1分，扣1分，得2分",
        ),
    ]


def test_bad_weight_is_no_wrong_sum(problems: Check) -> None:
    [found] = problems(GOOD.replace("weight = 10", 'weight = "十"'))
    assert found.key == "indicators.completion.weight"


def test_toml_error_has_its_line(problems: Check) -> None:
    [found] = problems(GOOD.replace('name = "预算完成率"', 'name = "预算完成率'))
    assert (found.line, found.key) == (25, "TOML")


@pytest.mark.parametrize("name", ["no-such-rulebook", "no/such/file.toml"])
def test_unknown_name(name: str) -> None:
    with pytest.raises(RulebookError, match="没有名为") as caught:
        load_rulebook(name)
    assert caught.value.problems[0].line is None


def test_directory_is_no_rulebook(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="文件打不开"):
        load_rulebook(tmp_path)


def test_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "gbk.toml"
    file.write_bytes(GOOD.encode("gbk"))
    with pytest.raises(RulebookError, match="UTF-8"):
        load_rulebook(file)


def test_set_by_the_loader_alone(problems: Check) -> None:
    [found] = problems('sha256 = "0"\n' + GOOD)
    assert (found.line, found.key) == (1, "sha256")


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_rulebook_is_sound(name: str) -> None:
    assert check_rulebook(name).id == name
