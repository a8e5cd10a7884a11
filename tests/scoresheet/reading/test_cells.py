"""Cells understood: what a cell holds against what is expected there."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.figures import ReadingState
from jixiao.scoresheet.model import Reading
from jixiao.scoresheet.reading.cells import (
    SCORE,
    TEXT,
    WEIGHT,
    ExpectedReading,
    is_residue,
    read_cell,
)
from jixiao.workbook.model import Cell, CellKind

RATE = ExpectedReading("rate", "%")
MONEY = ExpectedReading("money", "万元", digits=2)


def read(
    raw: str,
    expected: ExpectedReading,
    kind: CellKind = CellKind.NUMBER,
    *,
    number_format: str = "General",
    formula: str | None = None,
    has_cached: bool = True,
) -> Reading:
    held = Cell(
        5, 8, kind, raw, formula=formula, has_cached=has_cached, number_format=number_format
    )
    return read_cell(held, "评分表", (5, 8), expected)


def figures(reading: Reading) -> list[tuple[str, str]]:
    return [(str(q.value), q.unit) for q in reading.figures]


def test_a_missing_cell_is_blank_at_its_place() -> None:
    reading = read_cell(None, "评分表", (5, 8), SCORE)
    assert (reading.state, reading.place) == (ReadingState.BLANK, "评分表!H5")


@pytest.mark.parametrize("raw", ["", "   ", "\u3000\u200b"])
def test_invisible_characters_are_blank(raw: str) -> None:
    assert read(raw, SCORE, CellKind.TEXT).state is ReadingState.BLANK


@pytest.mark.parametrize("raw", ["/", "—", "——", "无", "不适用"])
def test_blank_markers_are_told_from_blanks(raw: str) -> None:
    assert read(raw, SCORE, CellKind.TEXT).state is ReadingState.MARKER


@pytest.mark.parametrize(
    "raw", ["没有", "暂无", "不涉及", "未涉及", "无此项", "……", "──", "一一", "*"]
)
def test_a_reason_or_a_figure_that_says_none_is_no_content(raw: str) -> None:
    assert read(raw, TEXT, CellKind.TEXT).state is ReadingState.MARKER
    assert read(raw, SCORE, CellKind.TEXT).state is ReadingState.MARKER


def test_an_answer_among_the_choices_is_no_marker() -> None:
    asked = ExpectedReading("choice", choices=("有", "无"))
    reading = read("无", asked, CellKind.TEXT)
    assert (reading.state, reading.text) == (ReadingState.TEXT, "无")


def test_zero_is_a_figure() -> None:
    reading = read("0", SCORE)
    assert (reading.state, reading.figure and reading.figure.value) == (ReadingState.FIGURE, 0)


def test_error_values_are_errors() -> None:
    reading = read("#DIV/0!", RATE, CellKind.ERROR, formula="B1/B2")
    assert (reading.state, reading.text) == (ReadingState.ERROR, "#DIV/0!")


def test_a_formula_without_result_is_not_a_blank() -> None:
    reading = read("", SCORE, CellKind.BLANK, formula="SUM(H5:H9)", has_cached=False)
    assert (reading.state, reading.formula) == (ReadingState.UNCACHED, "SUM(H5:H9)")


@pytest.mark.parametrize(
    ("raw", "number_format", "expected"),
    [
        ("0.602", "0.0%", [("301/500", "%")]),
        ("0.602", "General", [("301/500", "%")]),
        ("60.2", "0.00%", [("301/5", "%")]),
        ("60.2", "General", [("301/500", "%"), ("301/5", "%")]),
        ("1", "General", [("1", "%")]),
        ("0", "General", [("0", "%")]),
    ],
)
def test_a_rate_typed_as_a_number(
    raw: str, number_format: str, expected: list[tuple[str, str]]
) -> None:
    reading = read(raw, RATE, number_format=number_format)
    assert figures(reading) == expected
    wanted = ReadingState.FIGURE if len(expected) == 1 else ReadingState.AMBIGUOUS
    assert reading.state is wanted


def test_a_header_with_percent_settles_a_bare_rate() -> None:
    assert figures(read("60.2", ExpectedReading("rate", "%", written="%"))) == [("301/500", "%")]


@pytest.mark.parametrize("raw", ["60.2%", "６０．２％", "百分之六十点二", "本单位60.2%，因疫情"])
def test_a_rate_typed_as_text(raw: str) -> None:
    assert [str(q.value) for q in read(raw, RATE, CellKind.TEXT).figures] == ["301/500"]


def test_the_digits_typed_bound_a_rate() -> None:
    spread = read("0.602", RATE, number_format="0.0%").figures[0].spread
    assert spread is not None
    assert (spread.low, spread.high) == (Fraction("0.6015"), Fraction("0.6025"))


@pytest.mark.parametrize("raw", ["0.9705882352941176", "0.970588235294118", "0.97058823529412"])
def test_a_quotient_without_a_number_format_is_cut_off_and_not_exact(raw: str) -> None:
    spread = read(raw, RATE, formula="C19/C20").figures[0].spread
    assert spread is not None
    assert spread.contains(Fraction(66, 68))
    assert spread.high - spread.low < Fraction(1, 10**11)


@pytest.mark.parametrize("raw", ["0.9706", "0.970588"])
def test_a_short_result_of_a_formula_is_exact(raw: str) -> None:
    spread = read(raw, RATE, formula="ROUND(C19/C20,6)").figures[0].spread
    assert spread is not None
    assert spread.low == spread.high == Fraction(raw)


def test_the_number_format_bounds_a_rate_that_a_formula_gives() -> None:
    held = read("0.6019869605712512", RATE, number_format="0.00%", formula="C20/C19")
    spread = held.figures[0].spread
    assert spread is not None
    assert spread.contains(Fraction("0.60195"))
    assert spread.contains(Fraction(7756, 12884))
    assert not spread.contains(Fraction("0.6021"))


def test_the_rulebooks_digits_bound_money() -> None:
    spread = read("775.6", MONEY).figures[0].spread
    assert spread is not None
    assert (spread.low, spread.high) == (Fraction("775.595"), Fraction("775.605"))


def test_counts_are_exact() -> None:
    spread = read("26", ExpectedReading("count", "人", digits=0)).figures[0].spread
    assert spread is not None
    assert spread.is_point


@pytest.mark.parametrize(
    ("raw", "kind", "written"),
    [
        ("7756000", CellKind.NUMBER, "元"),
        ("7756000元", CellKind.TEXT, ""),
        ("775.6万元", CellKind.TEXT, ""),
        ("775.60", CellKind.TEXT, "万元"),
        ("775.6", CellKind.NUMBER, ""),
    ],
)
def test_money_comes_in_the_unit_wanted(raw: str, kind: CellKind, written: str) -> None:
    reading = read(raw, ExpectedReading("money", "万元", written, 2), kind)
    assert figures(reading) == [("3878/5", "万元")]


@pytest.mark.parametrize(
    ("raw", "value"), [("是", 1), ("√", 1), ("否", 0), ("×", 0), ("Y", 1), ("有", 1), ("无", 0)]
)
def test_flags(raw: str, value: int) -> None:
    figure = read(raw, ExpectedReading("flag"), CellKind.TEXT).figure
    assert figure is not None
    assert figure.value == value


def test_a_flag_that_says_neither_is_text() -> None:
    assert read("基本健全", ExpectedReading("flag"), CellKind.TEXT).state is ReadingState.TEXT


def test_a_choice_comes_in_the_rulebooks_spelling() -> None:
    reading = read(
        " 低于 上年", ExpectedReading("choice", choices=("低于上年", "高于上年")), CellKind.TEXT
    )
    assert (reading.state, reading.text) == (ReadingState.TEXT, "低于上年")


@pytest.mark.parametrize("raw", ["1_000", "NaN", "１２"])
def test_what_is_no_number_in_a_numeric_cell_is_unreadable(raw: str) -> None:
    assert read(raw, SCORE).state is ReadingState.UNREADABLE


def test_what_a_reader_calls_invalid_is_never_parsed() -> None:
    assert read("12", SCORE, CellKind.INVALID).state is ReadingState.UNREADABLE


def test_a_score_in_a_date_format_is_the_number_but_a_date_is_none() -> None:
    assert read("95", SCORE, number_format="yyyy/m/d").state is ReadingState.FIGURE
    assert read("43591", SCORE, number_format="yyyy/m/d").state is ReadingState.UNREADABLE


@pytest.mark.parametrize(
    ("raw", "text", "code"),
    [
        ("95.150000000000006", "95.15", ""),
        ("1.1000000000000001", "1.1", ""),
        ("97.59999999999999", "97.6", ""),
        ("0.0900000762939453", "0.0900000762939453", "D006"),
        ("-0.300000152587891", "-0.300000152587891", "D006"),
        ("2.46", "2.46", ""),
    ],
)
def test_binary_tails_are_silent_and_residues_said(raw: str, text: str, code: str) -> None:
    reading = read(raw, SCORE)
    assert (reading.text, is_residue(reading)) == (text, code == "D006")
    figure = reading.figure
    assert figure is not None
    assert figure.value.denominator <= 100


@pytest.mark.parametrize("raw", ["5分", " 5 ", "５", "5.0"])
def test_scores_as_text(raw: str) -> None:
    figure = read(raw, SCORE, CellKind.TEXT).figure
    assert figure is not None
    assert figure.value == 5


def test_long_numbers_keep_their_digits_as_text() -> None:
    assert read("110101199003070011", TEXT).text == "110101199003070011"


def test_target_in_percent_of_a_row_with_the_unit_percent() -> None:
    expected = ExpectedReading("quantity", "%")
    assert [str(q.value) for q in read("98", expected).figures] == ["49/50"]
    assert [str(q.value) for q in read("0.98", expected, number_format="0%").figures] == ["49/50"]
    assert read("0.98", expected).state is ReadingState.AMBIGUOUS


def test_a_score_in_a_percent_format_may_be_points_or_a_share() -> None:
    reading = read("0.05", SCORE, number_format="0%")
    assert (reading.state, figures(reading)) == (
        ReadingState.AMBIGUOUS,
        [("5", ""), ("1/20", "")],
    )


def test_a_weight_as_a_percentage_is_points() -> None:
    assert figures(read("0.05", WEIGHT, number_format="0%")) == [("5", "")]
    assert figures(read("5%", WEIGHT, CellKind.TEXT)) == [("5", "")]


def test_an_amount_in_another_measure_is_no_amount() -> None:
    assert read("60.2%", MONEY, CellKind.TEXT).state is ReadingState.UNREADABLE
    assert figures(read("775.6（万元）", MONEY, CellKind.TEXT)) == [("3878/5", "万元")]


def test_a_residue_in_a_score_typed_as_text_goes() -> None:
    assert figures(read("4.25000000000001", SCORE, CellKind.TEXT)) == [("17/4", "")]


def test_a_number_too_large_to_be_shown_as_a_percentage_is_shown_as_it_is() -> None:
    reading = read("1e20", RATE, number_format="0.00%")
    assert reading.text == "100000000000000000000"
    assert figures(reading) == [("100000000000000000000", "%")]
