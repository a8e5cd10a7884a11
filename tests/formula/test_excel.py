"""The Excel text of a tree, and that LibreOffice computes with it what the evaluator computes."""

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from jixiao.formula.errors import FormulaTooLong, ZeroDenominator
from jixiao.formula.evaluate import evaluate_formula
from jixiao.formula.excel import Namer, excel_formula
from jixiao.formula.parse import parse_formula
from jixiao.formula.source_text import formula_source
from jixiao.formula.syntax import Name, Tree
from libreoffice import recalculate
from strategies.random_trees import random_tree

F = Fraction


def named(node: object) -> str:
    return node.id if isinstance(node, Name) else "col"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a - (b - c)", "a-(b-c)"),
        ("a / (b * c)", "a/(b*c)"),
        ("a * -3", "a*(-3)"),
        ("-a * b", "(0-a)*b"),
        ("95% - x", "0.95-x"),
        ("int((95% - x) * 100)", "INT(ROUND((0.95-x)*100,8))"),
        ("round(a / b, 2)", "ROUND(ROUND(a/b,10),2)"),
        ("if(and(a >= 80%, b = 1), 1, 0)", "IF(AND(ROUND(a,8)>=0.8,ROUND(b,8)=1),1,0)"),
        ("mean(t.c)", "AVERAGE(col)"),
        ("sum(t.c * t.d)", "SUMPRODUCT(col,col)"),
        ("countif(t.c >= 95%)", 'COUNTIF(col,">=0.949999995")'),
        ("countif(t.c < a)", 'COUNTIF(col,"<"&ROUND(a,8)-0.000000005)'),
    ],
)
def test_text(formula, expected) -> None:
    assert excel_formula(parse_formula(formula), named) == expected


def test_too_long_is_refused() -> None:
    with pytest.raises(FormulaTooLong):
        excel_formula(parse_formula(" + ".join(["abcdefgh"] * 300)), lambda _: "x" * 40)


CASES = 3000


def references(row: int) -> Namer:
    """Where the figures of a case stand: a, b, c, then a column whose first row is blank."""
    cells = {"a": f"A{row}", "b": f"B{row}", "c": f"C{row}"}
    return lambda node: cells[node.id] if isinstance(node, Name) else f"D{row}:G{row}"


Case = tuple[Tree, list[Fraction], list[Fraction]]  # a tree, its inputs, its column


def random_case(seeded: random.Random) -> Case:
    """Any tree over figures that meet thresholds often."""
    inputs = [F(seeded.randint(-40, 240), seeded.choice((1, 2, 20, 100))) for _ in "abc"]
    return random_tree(seeded), inputs, [F(seeded.randint(0, 40), 20) for _ in range(3)]


def tie(seeded: random.Random) -> Case:
    """A rounding of an exact half, reached by arithmetic that doubles get slightly wrong."""
    half, factor = F(2 * seeded.randint(1, 3000) + 1, 200), F(seeded.randint(1, 999), 100)
    formula = seeded.choice(
        [
            "round(a * b / c, 2)",
            "round((a + b) - c, 2)",
            "if((a + b) - c >= a, 1, 0)",
            "int(b / c * 7)",
        ]
    )
    return parse_formula(formula), [half / 10 ** seeded.randint(0, 1), factor, factor], []


def cases() -> Iterator[tuple[Tree, list[Fraction], list[Fraction], Fraction]]:
    """Trees and figures with what they come to."""
    seeded = random.Random(20261124)
    while True:
        tree, inputs, column = seeded.choice((random_case, random_case, tie))(seeded)
        values, rows = dict(zip("abc", inputs, strict=True)), [{}, *({"v": v} for v in column)]
        try:
            exact = evaluate_formula(tree, values, {"t": rows})
        except ZeroDenominator:
            continue
        if abs(exact) < 10**9:
            yield tree, inputs, column, exact


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_computes_what_the_evaluator_computes(tmp_path: Path) -> None:
    """Every cached value is wrong on purpose: only a real computation can agree."""
    path, expected = tmp_path / "formulas.xlsx", []
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("f")
        for row, (tree, inputs, column, exact) in enumerate(islice(cases(), CASES)):
            sheet.write_row(row, 0, [float(value) for value in inputs])
            sheet.write_row(row, 4, [float(value) for value in column])
            formula = excel_formula(tree, references(row + 1))
            sheet.write_formula(row, 8, "=" + formula, None, -987654)
            expected.append((exact, formula_source(tree), formula))
    (computed,) = recalculate([path], tmp_path / "out")
    results = openpyxl.load_workbook(computed, data_only=True)["f"]
    wrong = [
        (row, results.cell(row, 9).value, float(exact), *told)
        for row, (exact, *told) in enumerate(expected, start=1)
        if not _same(results.cell(row, 9).value, exact)
    ]
    assert wrong == []


def _same(computed: object, exact: Fraction) -> bool:
    return isinstance(computed, int | float) and abs(float(exact) - computed) <= 1e-9 * max(
        1, abs(float(exact))
    )
