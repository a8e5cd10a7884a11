"""Workbooks in the layouts of published sheets: each discrepancy is found, or why it is not."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.checking.model import Check, Verdict
from jixiao.checking.run import check
from jixiao.figures.rounding import round_half_up
from jixiao.finding.registry import message, remedy
from jixiao.finding.value import Severity
from jixiao.formula.evaluate import evaluate_formula
from jixiao.formula.parse import parse_formula
from published.filled import FOLDER, read_filled
from published.table import SHEETS, Published

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published sheets are not here")

_SUMS = ("T101", "T102", "T103", "T104")
_EQUALITY = re.compile(r"([0-9.(][0-9.()+/ -]*[0-9)]) ?= ?([0-9.]*[0-9])(%?)")

CHECKED = [sheet for sheet in SHEETS if sheet.rulebook is not None]
REFUSED = [sheet for sheet in SHEETS if sheet.rulebook is None]


def _checked(sheet: Published, folder: Path) -> Check:
    path = folder / f"{sheet.name}.xlsx"
    sheet.build(read_filled(sheet.name)).save(path)
    return check(path, sheet.rulebook if sheet.ordered else None)


def _name(sheet: Published) -> str:
    return f"{sheet.name}-{sheet.build.__name__.strip('_')}"


def _cells(found: Check, verdict: Verdict) -> set[str]:
    return {
        one.cells["score"].partition("!")[2] for one in found.indicators if one.verdict is verdict
    }


def test_every_published_sheet_stands_in_the_table() -> None:
    names = {path.name.partition("_")[0] for path in FOLDER.glob("*.tsv")}
    assert {sheet.name for sheet in SHEETS} == names
    assert len(names) == 20


@pytest.mark.parametrize("sheet", SHEETS, ids=_name)
def test_every_line_of_the_header_is_accounted_for(sheet: Published) -> None:
    said = read_filled(sheet.name).said("discrepancy")
    told = [*sheet.found, *sheet.unseen]
    assert [sum(line.startswith(start) for start in told) for line in said] == [1] * len(said)
    assert len(told) == len(said)


@pytest.mark.parametrize("name", sorted({sheet.name for sheet in SHEETS}))
def test_the_arithmetic_of_control_lines_holds(name: str) -> None:
    for line in read_filled(name).said("control"):
        for left, right, sign in _EQUALITY.findall(line):
            digits = len(right.partition(".")[2])
            value = evaluate_formula(parse_formula(left), {}) * (100 if sign else 1)
            assert round_half_up(value, digits) == Fraction(right), line


@pytest.mark.parametrize("sheet", CHECKED, ids=_name)
def test_findings_of_a_published_sheet(sheet: Published, tmp_path: Path) -> None:
    found = _checked(sheet, tmp_path)
    assert found.outcome == "checked"
    assert found.rulebook is not None
    assert found.rulebook.id == sheet.rulebook
    assert found.rulebook.found_by == ("option" if sheet.ordered else "labels")
    placed = {(one.code, one.cell) for one in found.findings}
    wanted = {pair for pairs in sheet.found.values() for pair in pairs}
    assert wanted <= placed
    assert _cells(found, Verdict.DIFFERS) == {*sheet.differs, *sheet.unnamed}
    assert not {code for code, _ in placed} & set(_SUMS)
    by_cell = {one.cells["score"].partition("!")[2]: one for one in found.indicators}
    assert {cell: by_cell[cell].basis for cell in sheet.basis} == sheet.basis
    wanted_scores = {cell: Fraction(score) for cell, score in sheet.computed.items()}
    assert {cell: by_cell[cell].computed_score for cell in sheet.computed} == wanted_scores
    if sheet.total is not None and found.total is not None:
        assert (found.total.claimed, found.total.computed) == tuple(map(Fraction, sheet.total))
    sections = {one.name: one.claimed for one in found.sections}
    assert {name: sections[name] for name in sheet.sums} == sheet.sums
    for one in found.findings:
        for lang in ("zh", "en"):
            assert "{" not in message(one, lang) + remedy(one, lang)


@pytest.mark.parametrize("sheet", CHECKED, ids=_name)
def test_a_rows_difference_is_named_or_explained(sheet: Published) -> None:
    named = {cell for pairs in sheet.found.values() for code, cell in pairs if code == "R101"}
    assert named == set(sheet.differs)
    assert all(reason for reason in sheet.unnamed.values())


@pytest.mark.parametrize("sheet", REFUSED, ids=_name)
def test_a_sheet_of_no_known_rulebook_is_checked_by_itself(
    sheet: Published, tmp_path: Path
) -> None:
    found = _checked(sheet, tmp_path)
    assert found.outcome == "checked"
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == (None, "sheet")
    assert _cells(found, Verdict.DIFFERS) == set()
    assert not {one.code for one in found.findings} & set(_SUMS)
    assert found.worst() is Severity.WARNING  # read in part, so never ready to hand in


@pytest.mark.parametrize("name", ["p07", "p21", "w04", "w07"])
def test_a_form_without_a_rulebook_is_not_taken_for_another(name: str, tmp_path: Path) -> None:
    sheet = next(one for one in SHEETS if one.name == name)
    path = tmp_path / "unordered.xlsx"
    sheet.build(read_filled(name)).save(path)
    found = check(path)
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == (None, "sheet")
    assert found.worst() in (Severity.WARNING, Severity.ERROR)
    assert _cells(found, Verdict.DIFFERS) == set()


@pytest.mark.parametrize("name", ["p03", "p13", "p15", "p18", "p20", "p21", "w02", "w05", "w10"])
def test_totals_are_not_judged_where_rows_are_missing(name: str, tmp_path: Path) -> None:
    found = _checked(next(one for one in SHEETS if one.name == name), tmp_path)
    codes = [one.code for one in found.findings]
    if name != "p03":  # whose five rows weigh 85 of 100, the execution row counted
        assert "T108" in codes
    assert not set(codes) & set(_SUMS)
