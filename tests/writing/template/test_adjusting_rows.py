"""Bonus and malus rows: template, evaluator, check and LibreOffice come to the same total."""

from __future__ import annotations

import io
import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

import jixiao
from jixiao.checking import Check
from jixiao.finding import Severity
from jixiao.rulebook.load import check_rulebook
from jixiao.rulebook.schema.model import Rulebook
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.results import results_of
from libreoffice import recalculate

ROW = """
[[indicators]]
id = "{id}"
path = ["{section}"]
name = "{name}"
weight = {weight}
{adjusts}
rate = "{input}"
rate_unit = "项"
score = {{ kind = "expression", formula = "x", says = "每项1分" }}
clause = "试验"
provenance = {{ status = "illustrative", source = "试验" }}
cases = [{{ inputs = {{ {input} = 1 }}, score = 1 }}, {{ inputs = {{ {input} = 0 }}, score = 0 }}]
"""
HEAD = """\
format = "jixiao.rulebook/1"
id = "adjusted"
version = "1"
family = "indicators"
name = "加减分"
total = 10
provenance = {{ status = "illustrative", source = "试验" }}
grades = [{{ name = "优", min = 8 }}, {{ name = "差", min = 0 }}]
columns = [
  {{ role = "level1", label = "一级指标" }},
  {{ role = "name", label = "三级指标" }},
  {{ role = "weight", label = "分值" }},
  {{ role = "actual", label = "实际值" }},
  {{ role = "claimed", label = "自评得分" }},
  {{ role = "suggested", label = "测算得分" }},
]
inputs = [
  {{ id = "done", label = "完成数", kind = "count" }},
  {{ id = "honours", label = "表彰数", kind = "count" }},
  {{ id = "praise", label = "批示数", kind = "count" }},
  {{ id = "faults", label = "问题数", kind = "count" }},
  {{ id = "delays", label = "逾期数", kind = "count" }},
]
{ceilings}
"""
CEILINGS = "ceilings = { up = 2, down = 5 }"


def _book(folder: Path, ceilings: str = CEILINGS, *, spread: bool = False) -> Rulebook:
    rows = [
        ("base", "基础分", "完成情况", 10, "", "done"),
        ("honour", "加分项", "表彰", 5, 'adjusts = "up"', "honours"),
        ("praise", "基础分" if spread else "加分项", "批示", 3, 'adjusts = "up"', "praise"),
        ("fault", "减分项", "审计问题", 5, 'adjusts = "down"', "faults"),
        ("delay", "基础分" if spread else "减分项", "逾期", 4, 'adjusts = "down"', "delays"),
    ]
    keys = ("id", "section", "name", "weight", "adjusts", "input")
    text = HEAD.format(ceilings=ceilings) + "".join(
        ROW.format(**dict(zip(keys, row, strict=True))) for row in rows
    )
    file = folder / "adjusted.toml"
    file.write_text(text, encoding="utf-8")
    return check_rulebook(file)


def _filling(rulebook: Rulebook, *counts: int) -> Filling:
    inputs = dict(zip(rulebook.input_by_id, map(Decimal, counts), strict=True))
    claimed = {
        i.id: min(Decimal(n), i.weight or Decimal(0))
        for i, n in zip(rulebook.indicators, counts, strict=True)
    }
    return Filling(inputs=inputs, claimed=claimed)


def _check(rulebook: Rulebook, filling: Filling) -> Check:
    return jixiao.check(compose_template(rulebook, filling), rulebook)


@pytest.mark.parametrize(
    ("ceilings", "expected"),
    [
        (CEILINGS, 7 + 2 - 5),
        ("", 7 + 6 - 8),
        ("ceilings = { down = 6 }", 7 + 6 - 6),
        ("ceilings = { up = 0 }", 7 + 0 - 8),
    ],
)
@pytest.mark.parametrize("spread", [False, True])
def test_total_of_template_and_check(
    tmp_path: Path, ceilings: str, expected: int, *, spread: bool
) -> None:
    book = _book(tmp_path, ceilings, spread=spread)
    filling = _filling(book, 7, 4, 2, 5, 3)
    assert results_of(book, filling)["total"] == expected
    found = _check(book, filling)
    assert [f.code for f in found.findings if f.severity is not Severity.NOTICE] == []
    assert found.total is not None
    assert (found.total.claimed, found.total.computed) == (expected, expected)


def test_sections_tell_what_counts(tmp_path: Path) -> None:
    book = _book(tmp_path)
    found = _check(book, _filling(book, 7, 4, 2, 5, 3))
    assert [(s.name, s.max, s.claimed, s.computed) for s in found.sections] == [
        ("基础分", 10, 7, 7),
        ("加分项", 2, 2, 2),
        ("减分项", None, -5, -5),
    ]


def _with_sum(book: Rulebook, name: str, value: int) -> Check:
    workbook = openpyxl.load_workbook(
        io.BytesIO(compose_template(book, _filling(book, 7, 1, 0, 2, 1)))
    )
    sheet = workbook["评分表"]
    row = next(r[0].row for r in sheet.iter_rows() if r[0].value == name)
    sheet.cell(row, 5).value = value
    return jixiao.check(workbook, book)


@pytest.mark.parametrize(("value", "codes"), [(-3, []), (3, []), (-2, ["T101"]), (5, ["T101"])])
def test_a_malus_sum_counts_with_either_sign(tmp_path: Path, value: int, codes: list[str]) -> None:
    found = _with_sum(_book(tmp_path), "减分项小计", value)
    sums = [f.code for f in found.findings if f.code.startswith("T1")]
    assert [code for code in sums if code == "T101"] == codes


def test_a_total_that_adds_the_malus_is_wrong(tmp_path: Path) -> None:
    found = _with_sum(_book(tmp_path), "合计", 7 + 1 + 3)
    [wrong] = [f for f in found.findings if f.code == "T102"]
    assert (wrong.found, wrong.expected) == ("11", "5")


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("spread", [False, True])
def test_totals_agree_with_libreoffice(tmp_path: Path, *, spread: bool) -> None:
    book, dice = _book(tmp_path, spread=spread), random.Random(7)
    files, expected = [], []
    for nth in range(25):
        counts = [dice.randrange(0, 6) for _ in range(5)]
        filling = _filling(book, *counts)
        file = tmp_path / f"{nth}.xlsx"
        file.write_bytes(compose_template(book, filling))
        files.append(file)
        expected.append(results_of(book, filling)["total"])
    found = []
    for file in recalculate(files, tmp_path / "out"):
        sheet = openpyxl.load_workbook(file, data_only=True)["评分表"]
        row = next(r[0].row for r in sheet.iter_rows() if r[0].value == "合计")
        found.append((Fraction(sheet.cell(row, 5).value), Fraction(sheet.cell(row, 6).value)))
    assert found == [(total, total) for total in expected]
