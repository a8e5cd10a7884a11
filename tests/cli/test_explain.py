"""``jixiao explain``: codes and indicators."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import Caller

from jixiao.finding.registry import entries


@pytest.mark.parametrize("code", [entry.code for entry in entries()])
def test_every_code_has_a_page_in_both_languages(call: Caller, code: str) -> None:
    for lang, remedy in (("zh", "怎么改："), ("en", "What to do: ")):
        answer = call("explain", code, "--lang", lang)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith(f"{code} ")
        assert remedy in answer.out


def test_a_code_may_be_typed_small(call: Caller) -> None:
    assert call("explain", "r101").out == call("explain", "R101").out


def test_an_indicator_by_name_and_by_id(call: Caller) -> None:
    by_name = call("explain", "预算完成率", "--rulebook", "nanchang-2017")
    assert by_name.code == 0
    assert by_name.out.startswith("过程 › 预算执行 › 预算完成率（6分）\n")
    assert "- 评分标准：达到95%得6分" in by_name.out
    assert "775.6 ÷ 1288.4 = 60.20%" in by_name.out.replace("\n", "")
    by_id = call("explain", "budget-completion", "--rulebook", "nanchang-2017")
    assert by_id.out == by_name.out


def test_a_name_that_stands_twice_is_explained_twice(call: Caller) -> None:
    out = call("explain", "管理制度健全性", "--rulebook", "nanchang-2017").out
    assert out.count(" › 管理制度健全性（3分）") == 2


def test_an_indicator_of_several_rulebooks_asks_which(call: Caller) -> None:
    answer = call("explain", "预算完成率")
    assert (answer.code, answer.out) == (2, "")
    assert "请写明是哪一个" in answer.err
    assert "nanchang-2017" in answer.err


@pytest.mark.parametrize(("subject", "nearest"), [("R109", "R10"), ("预算完成", "预算完成率")])
def test_what_is_unknown_is_answered_with_the_nearest(
    call: Caller, subject: str, nearest: str
) -> None:
    answer = call("explain", subject)
    assert (answer.code, answer.out) == (2, "")
    assert nearest in answer.err.splitlines()[0].split("可能是")[1]


def test_a_number_of_a_return_is_told_with_its_cells(call: Caller, samples: Path) -> None:
    path = samples / "nanchang-2017-score-too-high.xlsx"
    lines = call("explain", path, "预算完成率").out.splitlines()
    assert lines[:2] == [
        "过程 › 预算执行 › 预算完成率（6分）",
        "自评6分，复算4.5分：不一致（评分表!H11）",
    ]
    assert "  预算完成数    基础数据!C20  1961.77万元" in lines
    assert any(line.startswith("问题：R101 评分表!H11") for line in lines)
    assert call("explain", path, "budget-completion").out.splitlines() == lines


def test_an_indicator_that_the_return_lacks_is_wrong_use(call: Caller, samples: Path) -> None:
    path = samples / "nanchang-2017-waiqiao.xlsx"
    answer = call("explain", path, "预算完成")
    assert (answer.code, answer.out) == (2, "")
    assert "您要找的可能是：预算完成率" in answer.err
    assert call("explain", path, "预算完成率", "三").code == 2


def test_a_return_that_is_not_there_is_code_3(call: Caller, tmp_path: Path) -> None:
    assert call("explain", tmp_path / "no.xlsx", "预算完成率").code == 3


def test_workings_without_a_copy_are_wrong_use(call: Caller, samples: Path) -> None:
    answer = call("validate", samples / "nanchang-2017-waiqiao.xlsx", "--workings")
    assert (answer.code, answer.err.splitlines()[0]) == (2, "--workings 要与 --annotate 一起用。")
