"""The sample workbooks: reproducible, and each says exactly what its line in the README says."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from jixiao.checking.model import Check
from jixiao.checking.run import check

SAMPLES = Path(__file__).parents[1] / "samples"
REFERENCE = "nanchang-2017-waiqiao.xlsx"
FAULTS = {
    "score-too-high": {"R101 评分表!H11"},
    "sum-wrong": {"T101 评分表!H26", "X101 评分表!H26"},
    "rate-typed": {"R105 评分表!G11", "X101 评分表!G11"},
    "percent-as-number": {"R105 评分表!G11", "D215 评分表!G11", "X101 评分表!G11"},
    "amount-in-yuan": {"D216 基础数据!C34", "R107 评分表!H18", "D215 评分表!G18"},
    "formula-replaced": {"X101 评分表!I14"},
    "row-deleted": {"S101", "T108 评分表!H36"},
    "staff-over-posts": {"R101 评分表!H7", "T104 评分表!H38"},
    "reason-missing": {"E101 评分表!J11"},
    "grade-wrong": {"T103 评分表!H38"},
    "total-wrong": {"T102 评分表!H37", "X101 评分表!H37"},
}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples_build", SAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["samples_build"] = module
    spec.loader.exec_module(module)
    return module


def _said(found: Check) -> set[str]:
    return {f"{f.code} {f.sheet}!{f.cell}" if f.cell else f.code for f in found.findings}


def test_the_reference_department_recomputes_to_its_report() -> None:
    found = check(SAMPLES / REFERENCE)
    assert found.findings == ()
    assert [(s.name, float(s.computed or -1)) for s in found.sections] == [
        ("投入", 15.0),
        ("过程", 41.46),
        ("产出", 12.25),
        ("效果", 12.0),
    ]
    assert found.total is not None
    assert (found.total.claimed, found.total.computed_grade) == (found.total.computed, "良")
    assert float(found.total.computed or -1) == 80.71


def test_28_in_post_on_26_posts_takes_3_points_and_the_grade() -> None:
    found = check(SAMPLES / "nanchang-2017-staff-over-posts.xlsx")
    assert found.total is not None
    assert float(found.total.computed or -1) == 77.71
    assert (found.total.claimed_grade, found.total.computed_grade) == ("良", "中")
    assert float(found.sections[0].computed or -1) == 12.0


@pytest.mark.parametrize("story", FAULTS)
def test_each_fault_is_found_and_nothing_else(story: str) -> None:
    assert _said(check(SAMPLES / f"nanchang-2017-{story}.xlsx")) == FAULTS[story]


def test_the_readme_names_every_workbook_with_its_codes_and_cells() -> None:
    lines = (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    told = {
        match[1]: set(line.split("|")[3].strip().split(", "))
        for line in lines
        if (match := re.match(r"\| `nanchang-2017-(.+)\.xlsx` \|", line))
    }
    assert told == FAULTS
    files = {path.name for path in SAMPLES.glob("*.xlsx")}
    assert files == {REFERENCE, *(f"nanchang-2017-{story}.xlsx" for story in FAULTS)}


def test_the_samples_are_what_the_script_writes(build: ModuleType, tmp_path: Path) -> None:
    written = build.build(tmp_path)
    stale = [p.name for p in written if p.read_bytes() != (SAMPLES / p.name).read_bytes()]
    assert stale == []


def test_figures_the_report_does_not_state_are_marked(build: ModuleType) -> None:
    sources = build.reference().sources
    assert sources["spent"] == "2017年度部门整体支出绩效评价报告三（三）、四"
    assert sources["spent_half_year"] == "示例数据"
    assert sources["procurement_spent"] == "示例数据"
