from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.reporting.checks import one_of_each

from jixiao.checking.model import Check
from jixiao.checking.run import check
from jixiao.finding.registry import finding
from jixiao.reporting.columns import screen_width_of
from jixiao.reporting.text import render_several, render_text

TABLE = """\
指标                分值  自评  复算  结论
预算完成率             6   0.5     0  不一致，多计0.5分
支付进度率             6     6     6  一致
“三公经费”变动率     3     3    —  无法判定，2.4至3分
管理制度健全性         1     3    —  人工评判
小计：过程            16  12.5    12
合计                  16  12.5    12
"""


def test_the_verdict_comes_first() -> None:
    lines = render_text(one_of_each()).splitlines()
    assert lines[0] == "【需修改】报送/示例市林业局.xlsx"
    assert lines[1] == "共3个根本原因，影响1个格子。"
    assert lines[2].startswith("自评总分12.5，复算总分12，多计0.5分，档次自评“良”、复算“中”；")
    assert "1项不一致" in lines[2] + lines[3]


def test_the_table_gives_each_row_and_the_sums() -> None:
    told = render_text(one_of_each())
    lines = told.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("指标  "))
    cells = [line.split() for line in lines[start : start + 7]]
    assert cells == [line.split() for line in TABLE.splitlines()]


def test_the_columns_line_up() -> None:
    lines = render_text(one_of_each()).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("指标  "))
    ends = {
        screen_width_of(line[: line.index(word)])
        for line, word in zip(
            lines[start : start + 5], ("结论", "不一致", "一致", "无法", "人工"), strict=True
        )
    }
    assert len(ends) == 1


def test_findings_follow_most_serious_first_with_place_expected_value_and_remedy() -> None:
    told = render_text(one_of_each())
    heads = [line for line in told.splitlines() if line[:2] in {"错误", "警告", "提示"}]
    assert heads == ["错误  F801", "警告  B104", "警告  B103  评分表!A1"]
    assert "  应为：示例市林草局\n" in told
    assert "  怎么改：核对单位全称" in told


def test_lines_stay_within_the_limit() -> None:
    for limit in (60, 80, 100):
        assert (
            max(map(screen_width_of, render_text(one_of_each(), limit=limit).splitlines())) <= limit
        )


def test_english() -> None:
    told = render_text(one_of_each(), "en")
    first, second, third = told.splitlines()[:3]
    assert first == "[needs mending] 报送/示例市林业局.xlsx"
    assert second == "3 root cause(s), 1 cell(s) affected."
    assert third.startswith("self-score 12.5, computed 12")
    assert "differs, 0.5 too many" in told


def test_nothing_is_coloured_unless_a_painter_is_given() -> None:
    assert "\x1b" not in render_text(one_of_each())
    painted = render_text(one_of_each(), paint=lambda text, tone: f"<{tone}>{text}")
    assert painted.startswith("<bad>【需修改】")


def test_warnings_alone_ask_to_look_and_notices_pass() -> None:
    some = one_of_each()
    warned = replace(some, findings=(finding("B104", other="x"),))
    assert render_text(warned).startswith("【请核对】")
    assert render_text(replace(some, findings=())).startswith("【通过】")


def test_a_file_that_could_not_be_checked_says_so_and_why() -> None:
    check = Check("a.xlsx", None, (finding("F899", kind="KeyError", text="x"),), "unreadable")
    lines = render_text(check).splitlines()
    assert lines[0] == "【未能检查】a.xlsx"
    assert lines[1:3] == ["", "错误  F899"]


def test_rows_of_the_same_name_are_told_apart_by_their_section() -> None:
    some = one_of_each()
    rules = some.indicators[3]
    twice = replace(
        some, indicators=(*some.indicators, replace(rules, path=("过程", "资产管理"), id="x"))
    )
    told = render_text(twice)
    assert "管理制度健全性（预算管理）" in told
    assert "管理制度健全性（资产管理）" in told


def test_several_files_end_with_their_count() -> None:
    told = render_several([one_of_each(), replace(one_of_each(), findings=())])
    assert told.splitlines()[-1] == ("共检查2个文件：1个通过，0个请核对，1个需修改，0个未能检查。")


def test_a_control_character_in_a_department_name_is_not_obeyed() -> None:
    assert "\x1b" not in render_text(replace(one_of_each(), department="局\x1b[2J"))


def test_where_no_cell_is_affected_none_is_counted(samples: Path) -> None:
    deleted = check(samples / "nanchang-2017-row-deleted.xlsx")
    assert render_text(deleted).splitlines()[1] == "共1个根本原因，影响1个格子。"
    alone = replace(
        deleted, findings=tuple(found for found in deleted.findings if found.cell is None)
    )
    assert render_text(alone).splitlines()[1] == "共1个根本原因。"
    assert render_text(alone, "en").splitlines()[1] == "1 root cause(s)."
