"""Labels as people type them come to one form."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.scoresheet.words.labels import label_forms, label_likeness, plain_label, weighted_label


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("过 程\n(40分)", "过程(40分)"),
        ("  预算　完成率 ", "预算完成率"),
        ("“三公经费”变动率", '"三公经费"变动率'),
        ("「三公经费」变动率", "三公经费变动率"),
        ("1.预算完成率", "预算完成率"),
        ("（3）预算完成率", "预算完成率"),
        ("①预算完成率", "预算完成率"),
        ("十二、预算完成率", "预算完成率"),
        ("预算调整比率", "预算调整率"),
        ("１．预算完成率：", "预算完成率"),
        ("★预算完成率", "预算完成率"),
    ],
)
def test_spellings_of_one_label_have_one_key(typed: str, meant: str) -> None:
    assert plain_label(typed) == plain_label(meant)


def test_a_number_that_belongs_to_the_label_stays() -> None:
    assert plain_label("12.5%以上") == "12.5%以上"
    assert plain_label("10月支出") == "10月支出"


@pytest.mark.parametrize(
    ("typed", "stem", "weight"),
    [
        ("过程（40分）", "过程", "40"),
        ("预算配置15", "预算配置", "15"),
        ("绩效目标合理性(2分)", "绩效目标合理性", "2"),
        ("产出指标\n（50）", "产出指标", "50"),
        ("执行率(1.5分)", "执行率", "1.5"),
    ],
)
def test_the_weight_is_taken_out_of_a_label(typed: str, stem: str, weight: str) -> None:
    assert weighted_label(typed) == (stem, Decimal(weight))


def test_a_label_without_weight_is_left_alone() -> None:
    assert weighted_label("预算完成率") == ("预算完成率", None)


def test_forms_go_from_literal_to_bare() -> None:
    assert label_forms("实际值（%）") == ("实际值(%)", "实际值")
    assert label_forms(" ") == ()


def test_likeness_tells_neighbours_from_typing_slips() -> None:
    assert label_likeness("固定资产利用率", "固定资产利率") > 0.7
    assert label_likeness("预算完成率", "预算控制率") < 0.5
