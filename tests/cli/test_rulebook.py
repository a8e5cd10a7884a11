"""``jixiao rulebook``: list, show, check."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import Caller

from jixiao.reporting.columns import screen_width_of
from jixiao.rulebook.load import shipped


def test_list_gives_a_line_for_each_with_columns_in_line(call: Caller) -> None:
    answer = call("rulebook", "list")
    assert (answer.code, answer.err) == (0, "")
    head, *lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines] == list(shipped())
    at = {screen_width_of(line[: line.index(line.split()[-1])]) for line in lines}
    assert at == {screen_width_of(head[: head.index("名称")])}


def test_show_is_the_rule_page(call: Caller) -> None:
    answer = call("rulebook", "show", "nanchang-2017")
    assert answer.code == 0
    assert answer.out.startswith("# 南昌市部门整体支出绩效评价指标体系（2017年度）\n")
    assert "预算完成率＝" in answer.out


def test_check_of_a_good_file(call: Caller) -> None:
    answer = call("rulebook", "check", "nanchang-2017")
    assert answer.code == 0
    assert answer.out.startswith("“南昌市部门整体支出绩效评价指标体系（2017年度）”")
    assert "28个指标" in answer.out


def test_check_of_a_broken_file_is_code_3_with_line_key_and_remedy(
    call: Caller, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('format = "jixiao.rulebook/1"\nid = "mine"\nnonsense = 1\n', "utf-8")
    answer = call("rulebook", "check", file)
    assert answer.code == 3
    first, *others = answer.out.splitlines()
    assert first.startswith(f"指标体系文件“{file}”有")
    assert any(line.startswith(f"{file}:3  nonsense：") for line in others)
    assert any(line.startswith("    怎么改：") for line in others)


def test_check_of_a_file_that_is_not_there_is_wrong_use(call: Caller) -> None:
    answer = call("rulebook", "check", "nosuch.toml")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("没有叫“nosuch.toml”的指标体系，也没有这个文件。")


@pytest.mark.parametrize("verb", ["list", "check"])
def test_english(call: Caller, verb: str) -> None:
    args = () if verb == "list" else ("nanchang-2017",)
    said = call("rulebook", verb, *args, "--lang", "en").out
    assert "total" in said or "can be used" in said


OVERLAY = """\
format = "jixiao.rulebook/1"
id = "nanchang-2018"
version = "1"
extends = "nanchang-2017"
family = "indicators"
name = "南昌市（2018年度）"
clause = "试行通知"
[provenance]
status = "illustrative"
source = "本测试"
[[indicators]]
id = "budget-completion"
clause = "试行通知第一条"
score = { kind = "deduct", full = ">= 95%", step = "1%", points = 0.2, mode = "whole" }
"""


def test_diff_tells_in_prose_and_as_a_table_and_on_returns(
    call: Caller, tmp_path: Path, samples: Path
) -> None:
    newer = tmp_path / "newer.toml"
    newer.write_text(OVERLAY, "utf-8")
    answer = call("rulebook", "diff", "nanchang-2017", newer, "--on", samples / "bulk" / "企业科")
    assert answer.code == 0
    told = answer.out.replace("\n", "")
    assert (
        "“南昌市（2018年度）”与“南昌市部门整体支出绩效评价指标体系（2017年度）”相比，共有1处变动。"
        in told
    )
    assert "每低1个百分点扣0.2分" in told
    assert any(
        line.split()[:2] == ["调整评分标准", "预算完成率"] for line in answer.out.splitlines()
    )
    assert "份报送中，" in answer.out
    assert "nanchang-2017" not in answer.err


def test_diff_of_a_rulebook_with_itself(call: Caller) -> None:
    answer = call("rulebook", "diff", "mof-2013", "mof-2013")
    assert (answer.code, answer.out.replace("\n", "").endswith("相比，没有变动。")) == (0, True)


def test_diff_on_a_folder_that_is_not_there_is_wrong_use(call: Caller) -> None:
    answer = call("rulebook", "diff", "mof-2013", "mof-2013", "--on", "nosuch")
    assert (answer.code, answer.out) == (2, "")


def test_show_of_an_overlay_says_where_values_come_from(call: Caller) -> None:
    out = call("rulebook", "show", "nanchang-2017").out
    line = next(x for x in out.splitlines() if x.startswith("- 预算完成率：") and "来自" in x)
    assert "指标公式" in line.split("来自 mof-2013")[0]
    assert "评分规则来自 nanchang-2017" in line
