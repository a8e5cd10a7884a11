"""Figures as people type them: one reading, several, or none, and never slowly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import cpu_seconds
from jixiao.figures import ReadingState, typed_operator
from jixiao.figures.format import format_number, format_percent
from jixiao.figures.parsing.parse import parse_number, parse_text
from jixiao.figures.quantity import Operator

F = Fraction

ONE = [
    # text, kind, value, unit, digits, operator
    ("60.2%", "rate", "0.602", "%", 1, None),
    ("６０．２％", "rate", "0.602", "%", 1, None),
    ("0.602", "rate", "0.602", "", 3, None),
    ("1", "rate", "1", "", 0, None),
    ("百分之六十", "rate", "0.6", "%", 0, None),
    ("百分之六十点五", "rate", "0.605", "%", 1, None),
    ("5个百分点", "rate", "0.05", "百分点", 0, None),
    ("1,288.40", "money", "1288.4", "", 2, None),
    ("1，288．40", "money", "1288.4", "", 2, None),
    ("1 288.40", "money", "1288.4", "", 2, None),
    ("1\u00a0288.40", "money", "1288.4", "", 2, None),
    ("1\u3000288.40", "money", "1288.4", "", 2, None),
    ("1288\u200b.40", "money", "1288.4", "", 2, None),
    ("1,2345,6789", "money", "123456789", "", 0, None),
    ("775.6万元", "money", "775.6", "万元", 1, None),
    ("775.6 万", "money", "775.6", "万元", 1, None),
    ("7756千元", "money", "7756", "千元", 0, None),
    ("1.2亿元", "money", "1.2", "亿元", 1, None),
    ("50个", "count", "50", "个", 0, None),
    ("十二个", "count", "12", "个", 0, None),
    ("六十分", "score", "60", "分", 0, None),
    ("≥95%", "any", "0.95", "%", 0, Operator.AT_LEAST),
    ("≧95%", "any", "0.95", "%", 0, Operator.AT_LEAST),
    ("大于等于95%", "any", "0.95", "%", 0, Operator.AT_LEAST),
    ("＞＝ 95％", "any", "0.95", "%", 0, Operator.AT_LEAST),
    ("不少于12种", "any", "12", "种", 0, Operator.AT_LEAST),
    ("95%以上", "any", "0.95", "%", 0, Operator.AT_LEAST),
    ("不超过5%", "any", "0.05", "%", 0, Operator.AT_MOST),
    ("≦3天", "any", "3", "天", 0, Operator.AT_MOST),
    ("═100%", "any", "1", "%", 0, Operator.EQUAL),
    ("﹦100%", "any", "1", "%", 0, Operator.EQUAL),
    ("等于5", "any", "5", "", 0, Operator.EQUAL),
    ("≥100百分比", "any", "1", "%", 0, Operator.AT_LEAST),
    ("每亩300", "any", "300", "", 0, None),
    ("本单位92.8%，因3个项目延后", "rate", "0.928", "%", 1, None),
    ("2021年支出775.6万元", "money", "775.6", "万元", 1, None),
    ("50名学员", "any", "50", "名", 0, None),
    ("-3.2", "score", "-3.2", "", 1, None),
    ("－3.2", "score", "-3.2", "", 1, None),
    ("0.0900000762939453", "score", "0.0900000762939453", "", 2, None),
    ("-0.300000152587891", "rate", "-0.300000152587891", "", 1, None),
    ("7.756E2", "money", "775.6", "", 1, None),
    ("5.", "score", "5", "", 0, None),
]


@pytest.mark.parametrize(("text", "kind", "value", "unit", "digits", "operator"), ONE)
def test_one_reading(text, kind, value, unit, digits, operator) -> None:
    state, found = parse_text(text, kind=kind)
    assert state is ReadingState.FIGURE
    (quantity,) = found
    assert (quantity.value, quantity.unit, quantity.digits, quantity.operator) == (
        F(value),
        unit,
        digits,
        operator,
    )
    assert quantity.spread is not None
    assert quantity.spread.contains(quantity.value)


@pytest.mark.parametrize(
    ("text", "keywords", "values"),
    [
        ("60.2", {"kind": "rate"}, ["0.602", "60.2"]),
        ("1.0820", {"kind": "rate"}, ["1.082", "0.01082"]),
        ("0.602", {"kind": "rate", "unit": "%"}, ["0.602", "0.00602"]),
        ("92,8%", {"kind": "rate"}, ["0.928", "9.28"]),
        ("12,34", {"kind": "money"}, ["12.34", "1234"]),
        ("(3.2)", {"kind": "money"}, ["-3.2", "3.2"]),
        ("5分（扣1分）", {"kind": "score"}, ["5", "1"]),
        ("290%", {"operator": True}, ["2.9", "0.9"]),
    ],
)
def test_all_readings_of_an_ambiguous_figure(text, keywords, values) -> None:
    state, found = parse_text(text, **keywords)
    assert (state, [q.value for q in found]) == (ReadingState.AMBIGUOUS, [F(v) for v in values])


def test_a_misread_operator_is_offered_only_where_one_was_expected() -> None:
    assert parse_text("290%").state is ReadingState.FIGURE
    assert parse_text("290%", operator=True).figures[1].operator is Operator.AT_LEAST


@pytest.mark.parametrize("text", ["", " ", "\u3000\u200b\ufeff"])
def test_blank(text) -> None:
    assert parse_text(text, kind="score").state is ReadingState.BLANK


@pytest.mark.parametrize(
    "text",
    ["/", "—", "——", "－", "-", "无", "不适用", "／", " — — ", "*", "一一", "-----", "–", "暂无"],
)
def test_blank_markers(text) -> None:
    assert parse_text(text, kind="score").state is ReadingState.MARKER


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("≥", Operator.AT_LEAST), ("≧", Operator.AT_LEAST), ("⩾", Operator.AT_LEAST),
        ("> =", Operator.AT_LEAST), ("不小于", Operator.AT_LEAST), ("至少", Operator.AT_LEAST),
        ("大于或等于", Operator.AT_LEAST), ("≦", Operator.AT_MOST), ("至多", Operator.AT_MOST),
        ("不多于", Operator.AT_MOST), ("＝", Operator.EQUAL), ("﹦", Operator.EQUAL),
        ("超过", Operator.ABOVE), ("＞", Operator.ABOVE), ("低于", Operator.BELOW), ("定性", None),
    ],
)  # fmt: skip
def test_a_sign_in_a_column_of_its_own_is_the_sign_before_a_figure(text, operator) -> None:
    assert typed_operator(text) is operator
    if operator is not None:
        (figure,) = parse_text(f"{text}95%", kind="rate").figures
        assert figure.operator is operator


@pytest.mark.parametrize("text", ["显著", "2021年12月完成", "12月底前", "90%-95%", "3个项目5公里"])
def test_words(text) -> None:
    assert parse_text(text).state is ReadingState.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "1_000", "NaN", "INF", "-inf", "1e999", "0x1F", "٣", "10²", "1.2.3", "2021-12-31",
        "2021年12月31日", "90-95", "40/50", "#DIV/0!", "60.2%%", "9" * 41, "9" * 5000,
    ],
)  # fmt: skip
def test_never_a_value(text) -> None:
    assert parse_text(text, kind="score") == (ReadingState.UNREADABLE, ())


@pytest.mark.parametrize(
    "text", ["9" * 5000, "1," * 2000, "(" * 5000, "一" * 4000, " 1" * 600, "—" * 1000]
)
def test_never_slow(text) -> None:
    with cpu_seconds(0.1):
        parse_text(text, kind="money")


@given(st.text(max_size=40))
def test_any_text_gives_a_state_that_fits_its_figures(text) -> None:
    state, found = parse_text(text, kind="rate", operator=True)
    expected = {ReadingState.FIGURE: 1}.get(state, 0)
    assert len(found) == expected or (state is ReadingState.AMBIGUOUS and len(found) > 1)


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_reads_what_is_shown(units, digits) -> None:
    value = F(units, 10**digits)
    (read,) = parse_text(format_number(value, digits), kind="money").figures
    assert (read.value, read.digits) == (value, digits)
    (share,) = parse_text(format_percent(value, digits), kind="rate").figures
    assert share.spread.contains(value)


def test_digits_of_the_rulebook_win() -> None:
    spread = parse_text("7756000元", kind="money", unit="万元", digits=2).figures[0].spread
    assert (spread.low, spread.high) == (7755950, 7756050)
    assert parse_text("26人", kind="count").figures[0].spread.is_point


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("775.6", "775.6"), ("-1.5E-3", "-0.0015"), (".5", "0.5"), ("+3", "3"), (" 3\n", "3"),
        ("1_000", None), ("１２", None), ("NaN", None), ("INF", None), ("1e999", None), ("", None),
        ("1,000", None), ("9" * 401, None), ("1e", None),
        ("123456789012345678", "123456789012345678"),
    ],
)  # fmt: skip
def test_numbers_of_the_xml_grammar(raw, value) -> None:
    assert parse_number(raw) == (None if value is None else F(value))


def test_a_quotient_typed_in_place_of_the_rate_is_that_rate() -> None:
    parsed = parse_text("767.86/1922.76", kind="rate")
    assert [quantity.value for quantity in parsed.figures] == [
        Fraction("767.86") / Fraction("1922.76")
    ]
    assert parse_text("3/0", kind="rate").figures == ()
    assert parse_text("2021/11", kind="rate").figures == ()
    assert parse_text("767.86/1922.76", kind="quantity").figures == ()
