"""The formula language: what is read, what is refused, with column and remedy."""

from fractions import Fraction

import pytest
from hypothesis import given

from jixiao.formula.errors import FormulaError
from jixiao.formula.names import column_names, denominators, input_names
from jixiao.formula.parse import parse_formula
from jixiao.formula.source_text import formula_source
from jixiao.formula.syntax import Binary, Call, ColumnReference, Name, Number
from strategies.trees import trees


@given(trees)
def test_reads_back_what_it_writes(tree) -> None:
    assert parse_formula(formula_source(tree)) == tree


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("95%", Number(Fraction(19, 20), "95%")),
        ("-0.5", Number(Fraction(-1, 2), "-0.5")),
        ("a-b-c", Binary("-", Binary("-", Name("a"), Name("b")), Name("c"))),
        ("a-b*c", Binary("-", Name("a"), Binary("*", Name("b"), Name("c")))),
        ("-a", Binary("-", Number(Fraction(0), "0"), Name("a"))),
        (
            "sum(t.a*t.b)",
            Call("sum", (Binary("*", ColumnReference("t", "a"), ColumnReference("t", "b")),)),
        ),
    ],
)
def test_reads(written, tree) -> None:
    assert parse_formula(written) == tree


@pytest.mark.parametrize(
    ("written", "column", "remedy"),
    [
        ("a ÷ b", 3, "改为半角的 /"),
        ("avg(t.a)", 1, "改为 mean"),
        ("minn(a, b)", 1, "改为 min"),
        ("a +", 4, "在末尾补上"),
        ("a b", 3, "补上 + - * /"),
        ("(a", 3, "补上 )"),
        ("if(a, 1, 2)", 4, "写成 a >= 95%"),
        ("(a > 1) + 1", 1, "用 if("),
        ("t.a / 2", 1, "放进 sum"),
        ("mean(a)", 1, "mean(表.列)"),
        ("sum(t.a * u.b)", 1, "sum(表.列)"),
        ("sum(t.a + t.b)", 1, "sum(表.列)"),
        ("round(a, b)", 10, "整数"),
        ("1_000", 2, "1000"),
        ("2a", 2, "1000"),
        ("min(a)", 1, "2 个以上"),
        ("a $ b", 3, "只用名称"),
        ("(" * 80 + "a" + ")" * 80, 61, "拆成"),
        ("a < b < c", 1, "用 if("),
    ],
)
def test_refuses(written, column, remedy) -> None:
    with pytest.raises(FormulaError) as refused:
        parse_formula(written)
    assert (refused.value.column, remedy in refused.value.remedy.zh) == (column, True), (
        refused.value.message,
        refused.value.remedy,
    )


def test_walkers() -> None:
    tree = parse_formula("(a - b) / b + mean(t.v) / 2 + sum(t.w) / (a * 2)")
    assert input_names(tree) == ("a", "b")
    assert column_names(tree) == (ColumnReference("t", "v"), ColumnReference("t", "w"))
    assert [formula_source(d) for d in denominators(tree)] == ["b", "count(t.v)", "a * 2"]
