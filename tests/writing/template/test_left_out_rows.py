"""Rows that do not apply: the rest counts for the whole, in template, evaluator and LibreOffice."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import openpyxl
import pytest

import jixiao
from jixiao.figures import round_half_up
from jixiao.finding import Severity
from jixiao.rulebook.load import check_rulebook
from jixiao.rulebook.schema.model import Rulebook
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.results import results_of
from libreoffice import recalculate

BOOK = """\
format = "jixiao.rulebook/1"
id = "left-out"
version = "1"
family = "indicators"
name = "不适用"
total = 100
provenance = { status = "illustrative", source = "试验" }
grades = [{ name = "优", min = 80 }, { name = "差", min = 0 }]
columns = [
  { role = "level1", label = "一级指标" },
  { role = "name", label = "三级指标" },
  { role = "weight", label = "分值" },
  { role = "actual", label = "实际值" },
  { role = "claimed", label = "自评得分" },
  { role = "suggested", label = "测算得分" },
]
inputs = [
  { id = "done", label = "完成数", kind = "count" },
  { id = "planned", label = "计划数", kind = "count" },
  { id = "built", label = "建成数", kind = "count" },
  { id = "projects", label = "项目数", kind = "count" },
  { id = "houses", label = "楼堂馆所数", kind = "count" },
]

[[indicators]]
id = "work"
path = ["产出"]
name = "完成率"
weight = 70
rate = "done / planned"
if_zero = "zero"
score = { kind = "linear", target = "100%", direction = "higher" }
clause = "试验"
provenance = { status = "illustrative", source = "试验" }
cases = [
  { inputs = { done = 1, planned = 1 }, score = 70 },
  { inputs = { done = 1, planned = 2 }, score = 35 },
]

[[indicators]]
id = "building"
path = ["产出"]
name = "建成率"
weight = 20
rate = "built / projects"
if_zero = "na"
not_applicable = { then = "drop" }
score = { kind = "linear", target = "100%", direction = "higher" }
clause = "试验"
provenance = { status = "illustrative", source = "试验" }
cases = [
  { inputs = { built = 1, projects = 1 }, score = 20 },
  { inputs = { built = 1, projects = 2 }, score = 10 },
]

[[indicators]]
id = "houses"
path = ["管理"]
name = "楼堂馆所控制"
weight = 10
rate = "houses"
rate_unit = "处"
score = { kind = "deduct", full = "<= 1", step = 1, points = 5, mode = "whole" }
not_applicable = { when = "houses = 0", then = "drop", says = "没有楼堂馆所" }
clause = "试验"
provenance = { status = "illustrative", source = "试验" }
cases = [{ inputs = { houses = 1 }, score = 10 }, { inputs = { houses = 2 }, score = 5 }]
"""


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    file = tmp_path / "left-out.toml"
    file.write_text(BOOK, encoding="utf-8")
    return check_rulebook(file)


def filling(done: int, built: int, projects: int, houses: int) -> Filling:
    inputs = {"done": done, "planned": 10, "built": built, "projects": projects, "houses": houses}
    claimed: dict[str, Decimal] = {"work": Decimal(7 * done)}
    if projects:
        claimed["building"] = Decimal(20 * built) / projects
    if houses:
        claimed["houses"] = Decimal(max(0, 10 - 5 * (houses - 1)))
    return Filling(inputs={k: Decimal(v) for k, v in inputs.items()}, claimed=claimed)


def worked_out(done: int, built: int, projects: int, houses: int) -> Fraction:
    points, whole = Fraction(7 * done), 70
    if projects:
        points, whole = points + Fraction(20 * built, projects), whole + 20
    if houses:
        points, whole = points + max(0, 10 - 5 * (houses - 1)), whole + 10
    return points * 100 / whole


CASES = [(8, 3, 4, 1), (8, 0, 0, 1), (8, 3, 4, 0), (7, 0, 0, 0), (10, 4, 4, 3)]


@pytest.mark.parametrize("case", CASES)
def test_total_of_template_and_check(book: Rulebook, case: tuple[int, int, int, int]) -> None:
    made = filling(*case)
    expected = worked_out(*case)
    assert results_of(book, made)["total"] == expected
    found = jixiao.check(compose_template(book, made), book)
    assert found.total is not None
    shown = round_half_up(expected, 2)
    assert (found.total.claimed, found.total.computed) == (shown, shown)
    assert [f.code for f in found.findings if f.severity is Severity.ERROR] == []


def test_a_claim_for_a_row_that_does_not_apply_does_not_count(book: Rulebook) -> None:
    made = filling(7, 0, 0, 0)
    claimed = {**made.claimed, "houses": Decimal(10)}
    assert results_of(book, Filling(inputs=made.inputs, claimed=claimed))["total"] == 70


@pytest.mark.slow
@pytest.mark.libreoffice
def test_totals_agree_with_libreoffice(book: Rulebook, tmp_path: Path) -> None:
    files, expected = [], []
    cases = [*CASES, *product((3, 9), (0, 2), (0, 5), (0, 2))]
    for nth, case in enumerate(case for case in cases if case[1] <= case[2]):
        made = filling(*case)
        claimed = {**made.claimed, "houses": Decimal(10)} if not case[3] else made.claimed
        file = tmp_path / f"{nth}.xlsx"
        file.write_bytes(compose_template(book, Filling(inputs=made.inputs, claimed=claimed)))
        files.append(file)
        expected.append(worked_out(*case))
    found = []
    for file in recalculate(files, tmp_path / "out"):
        sheet = openpyxl.load_workbook(file, data_only=True)["评分表"]
        row = next(r[0].row for r in sheet.iter_rows() if r[0].value == "合计")
        found.append([float(sheet.cell(row, column).value) for column in (5, 6)])
    assert found == [pytest.approx([float(total)] * 2, abs=1e-7) for total in expected]
