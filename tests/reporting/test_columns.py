from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.reporting.columns import (
    draw_grid,
    draw_table,
    pad_text,
    printable,
    screen_width_of,
    wrap_text,
)

TEXTS = st.text(st.sampled_from("预算完成率，。（）%60.2 abc-/"), max_size=60)


@given(TEXTS, st.integers(4, 40))
def test_wrapping_keeps_every_character_but_blanks_and_stays_within_the_width(
    text: str, places: int
) -> None:
    lines = wrap_text(text, places)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(screen_width_of(line) <= places for line in lines)


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert wrap_text("预算完成率，低", 10) == ["预算完成", "率，低"]


def test_latin_words_are_kept_whole() -> None:
    assert wrap_text("the self-score holds", 12) == ["the", "self-score", "holds"]


def test_columns_line_up_under_chinese_headings() -> None:
    laid = draw_table([["指标", "分值"], ["预算完成率", "6"], ["B", "12.5"]], ("left", "right"), 80)
    assert laid == [
        ["指标        分值"],
        ["预算完成率     6"],
        ["B           12.5"],
    ]
    assert {screen_width_of(lines[0]) for lines in laid} == {16}


def test_the_first_column_wraps_where_the_line_would_be_too_long() -> None:
    laid = draw_table([["指标", "分"], ["政府采购执行率和预算完成率", "6"]], ("left", "right"), 20)
    assert laid[1] == ["政府采购执行率和   6", "预算完成率"]


def test_padding_counts_places_not_characters() -> None:
    assert pad_text("预算", 6) == "预算  "
    assert pad_text("2.46", 6, "right") == "  2.46"


def test_control_characters_of_a_workbook_do_not_reach_the_terminal() -> None:
    assert printable("局\x1b]0;x\x07\u202e名") == "局\ufffd]0;x\ufffd\ufffd名"


def test_a_grid_wraps_every_column_and_stays_within_the_limit() -> None:
    lines = draw_grid(
        [["变动", "规定"], ["调整", "达到95%得6分；低于95%的不得分"], ["新增", ""]], 20
    )
    assert lines == [
        "变动  规定",
        "调整  达到95%得6分；",
        "      低于95%的不得",
        "      分",
        "新增",
    ]
    assert max(map(screen_width_of, lines)) <= 20


@pytest.mark.parametrize("places", range(24, 100, 7))
def test_a_formula_is_pasted_as_it_was_whatever_the_width(places: int) -> None:
    formula = (
        '=IF(COUNT(H5:H9,H11:H25,H27:H30)>=28,IF(ROUND(H37,8)>=90,"优",'
        'IF(ROUND(H37,8)>=80,"良",IF(B2="需人工判定, 无",G14,""))),"")'
    )
    lines = wrap_text(formula, places)
    assert "".join(lines) == formula
    assert all(line.count('"') % 2 == 0 for line in lines)
    assert all(line[-1] in ",(" for line in lines[:-1])
    assert all(screen_width_of(line) <= places for line in lines)
