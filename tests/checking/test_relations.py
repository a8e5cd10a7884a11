"""Figures that contradict each other: a relation is told, no score computed, a reason accepted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checking import Check, Verdict, check
from jixiao.finding import Finding, Severity, message, remedy
from slips.book import Content
from slips.excel import Address
from slips.form import Return
from slips.honest import honest_return

# rulebook, the figure typed, its value, the words of the relation
BROKEN = [
    ("nanchang-2017", "survey_satisfied", "80", "各类回答份数之和不应大于有效收回问卷数"),
    ("nanchang-2017", "survey_returned", "75", "有效收回问卷数不应大于发放问卷数"),
    ("nanchang-2017", "spent_half_year", "5650.27", "上半年支出数不应大于预算完成数"),
    ("nanchang-2017", "budget_adjustment", "160.65", "调整后预算数应等于年初预算数加预算调整数"),
    ("nanchang-2017", "carryover", "120", "本年结转结余数应等于调整后预算数减去预算完成数"),
    ("nanchang-2017", "running_cost_spent", "4999.5", "公用经费实际支出数不应大于预算完成数"),
    ("nanchang-2017", "assigned_done", "20", "重点工作实际完成数不应大于交办或下达数"),
    ("hunan-2017", "carried_out", "99999", "年末结余数不应大于上年结转数"),
    ("hunan-2017", "running_spent", "64335", "实际支出公用经费总额不应大于全年支出"),
    ("shaanxi-2018", "half_year_spent", "2608.99", "上半年实际支出不应大于前三季度实际支出"),
    ("shaanxi-2018", "third_quarter_spent", "9999", "前三季度实际支出不应大于预算完成数"),
    ("yueyang-2018", "key_spent", "3187.21", "重点项目支出不应大于项目总支出"),
    ("yueyang-2018", "carryover", "9000", "本年结转结余数不应大于上年结转结余数"),
]
FUNDS = [
    ("form-10-50-30-10", "fiscal_budget", "19349.43", "不应小于其中财政拨款的全年预算数"),
    ("form-10-50-30-10", "money_spent", "7299.99", "其下各项之和为7223.95"),
]


def _typed(identifier: str, number: int, name: str, value: Content) -> Return:
    honest = honest_return(identifier, number)
    return honest.typing({honest.form.inputs[name]: value})


def _relations(found: Check) -> list[Finding]:
    return [each for each in found.findings if each.code in ("C101", "C110")]


@pytest.mark.parametrize(
    ("identifier", "number", "name", "value", "words"),
    [(*one[:1], 0, *one[1:]) for one in BROKEN] + [(*one[:1], 3, *one[1:]) for one in FUNDS],
)
def test_what_cannot_be_is_said_as_a_relation_between_named_figures(
    identifier: str, number: int, name: str, value: str, words: str
) -> None:
    found = check(_typed(identifier, number, name, Decimal(value)).file())
    told = [each for each in _relations(found) if words in message(each)]
    assert len(told) == 1
    (relation,) = told
    roots = [each for each in found.findings if each.severity is not Severity.NOTICE]
    assert roots  # not 可以报送
    if relation.severity is Severity.NOTICE:
        assert (relation.because, relation.is_settled) == (roots[0].code, True)
    assert f"{Decimal(value):f}".rstrip("0").rstrip(".") in message(relation)


@pytest.mark.parametrize(
    ("identifier", "name", "value", "row"),
    [
        ("nanchang-2017", "survey_satisfied", "80", "satisfaction"),
        ("nanchang-2017", "assigned_done", "20", "assigned-work"),
        ("shaanxi-2018", "third_quarter_spent", "9999", None),
        ("yueyang-2018", "key_spent", "3187.21", None),
    ],
)
def test_no_score_is_computed_from_figures_that_contradict_each_other(
    identifier: str, name: str, value: str, row: str | None
) -> None:
    found = check(_typed(identifier, 0, name, Decimal(value)).file())
    open_rows = [each.id for each in found.indicators if each.verdict is Verdict.UNDECIDABLE]
    assert len(open_rows) == 1
    assert row in (None, open_rows[0])
    assert "R101" not in {each.code for each in found.findings}


def _noted(name: str, value: str, note: str) -> Check:
    honest = honest_return("nanchang-2017", 0)
    sheet, cell = honest.form.inputs[name]
    beside: Address = (sheet, f"F{cell[1:]}")
    return check(honest.typing({(sheet, cell): Decimal(value), beside: note}).file())


@pytest.mark.parametrize(
    ("name", "value", "note"),
    [
        ("budget_adjustment", "160.65", "差额12万元为政策性追加"),
        ("carryover", "960.29", "不含往来款3万元"),
    ],
)
def test_a_reason_in_the_column_of_sources_settles_an_equation(
    name: str, value: str, note: str
) -> None:
    assert {each.code for each in _noted(name, value, "部门决算报表").findings} >= {"C101"}
    assert _noted(name, value, note).findings == _noted(name, _own(name), "").findings


def _own(name: str) -> str:
    honest = honest_return("nanchang-2017", 0)
    return str(honest.content(honest.form.inputs[name]))


def test_no_reason_settles_a_bound() -> None:
    found = _noted("assigned_done", "20", "口径不同，差额7项")
    (told,) = _relations(found)
    assert told.severity is Severity.ERROR
    assert "数据来源" not in remedy(told)


def test_an_adjustment_alone_that_differs_is_asked_for_its_reason_and_no_figure_accused() -> None:
    found = check(_typed("nanchang-2017", 0, "budget_adjustment", Decimal("160.65")).file())
    serious = [each for each in found.findings if each.severity is not Severity.NOTICE]
    assert [(each.code, each.severity) for each in serious] == [("C101", Severity.WARNING)]
    assert "因落实政策" in remedy(serious[0])
    assert (serious[0].fix, serious[0].choices) == (None, ())


def test_the_equation_of_the_budget_names_the_figure_where_a_score_bears_it_out() -> None:
    found = check(_typed("nanchang-2017", 0, "budget_adjustment", Decimal(500)).file())
    (root,) = (each for each in found.findings if each.severity is Severity.ERROR)
    assert [(fix.cell, fix.after) for fix in root.choices] == [("基础数据!C18", "148.65")]
