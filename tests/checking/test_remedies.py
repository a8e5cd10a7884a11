"""Where a formula works a value out, no message says to type it, and obeying mends the return."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.checking import Check, check
from jixiao.finding import Finding, Severity, message, remedy
from slips.book import Content
from slips.excel import Address
from slips.form import Return
from slips.honest import honest_return

BOOKS = ("nanchang-2017", "form-10-50-30-10", "yinchuan-2021", "dazhou-2017")
BLANK: Content = None


def _serious(found: Check) -> list[Finding]:
    return [each for each in found.findings if each.severity is not Severity.NOTICE]


def _said(found: Check) -> list[tuple[str, str]]:
    return [(each.code, each.place.rpartition("!")[2]) for each in _serious(found)]


def _place(form_cell: Address) -> str:
    return form_cell[1]


def _checked(found: Return) -> Check:
    return check(found.file())


def _obeyed(found: Return, checked: Check) -> Return:
    typed: dict[Address, Content] = {}
    for each in checked.findings:
        if each.fix is not None:
            sheet, _, cell = each.fix.cell.partition("!")
            after = each.fix.after
            typed[sheet, cell] = Decimal(after) if after[0].isdigit() else after
    return found.typing(typed)


def _section(found: Return) -> Address:
    name = next(key for key in found.form.sums if key.startswith("sum:"))
    return found.form.sums[name]


@pytest.mark.parametrize("identifier", BOOKS)
@pytest.mark.parametrize("typed", [BLANK, Decimal("1.5"), "约2"], ids=["blank", "number", "text"])
def test_a_section_sum_is_one_finding_and_its_formula_mends_all(
    identifier: str, typed: Content
) -> None:
    honest = honest_return(identifier, 3)
    at = _section(honest)
    wrong = honest.typing({at: typed})
    found = _checked(wrong)
    code = "X107" if typed is None else "X101"
    assert _said(found) == [(code, _place(at))]
    (root,) = _serious(found)
    formula = str(honest.form.formula(at))
    assert root.fix is not None
    assert root.fix.after == formula
    assert f"恢复公式：{formula}" in remedy(root)
    assert "撤销工作表保护" in remedy(root)
    assert _serious(_checked(_obeyed(wrong, found))) == []


@pytest.mark.parametrize("identifier", BOOKS)
def test_a_blank_total_is_one_finding_that_asks_for_the_formula(identifier: str) -> None:
    honest = honest_return(identifier, 3)
    total, grade = honest.form.sums["total"], honest.form.sums.get("grade")
    formula = str(honest.form.formula(total))
    blanks = [{total: BLANK}] + ([{total: BLANK, grade: BLANK}] if grade is not None else [])
    for typed in blanks:
        found = _checked(honest.typing(typed))
        assert _said(found) == [("T106", _place(total))]
        (root,) = _serious(found)
        assert formula in remedy(root)
        assert "不要填数" in remedy(root)


@pytest.mark.parametrize("identifier", ["nanchang-2017", "form-10-50-30-10", "yinchuan-2021"])
def test_a_blank_or_wrong_grade_gets_its_formula_back(identifier: str) -> None:
    honest = honest_return(identifier, 3)
    grade = honest.form.sums["grade"]
    formula = str(honest.form.formula(grade))
    for typed, code in ((BLANK, "T107"), ("差", "T103")):
        wrong = honest.typing({grade: typed})
        found = _checked(wrong)
        (said,) = (each for each in found.findings if each.code == code)
        assert said.fix is not None
        assert said.fix.after == formula
        assert formula in remedy(said)
        assert "改为" not in remedy(said)
        assert _checked(_obeyed(wrong, found)).findings == _checked(honest).findings


def test_a_deleted_rate_or_suggested_score_is_named_and_nothing_else() -> None:
    honest = honest_return("nanchang-2017", 0)
    cells = honest.form.rows["carryover-rate"]
    for role in ("actual", "suggested"):
        at = next(cell for each, cell in cells.items() if each.value == role)
        found = _checked(honest.typing({at: BLANK}))
        assert _said(found) == [("X107", _place(at))]


def test_a_grade_that_waits_for_a_score_asks_for_the_score_alone() -> None:
    honest = honest_return("nanchang-2017", 0)
    at = next(c for r, c in honest.form.rows["carryover-rate"].items() if r.value == "claimed")
    found = _checked(honest.typing({at: BLANK}))
    assert _said(found) == [("R102", _place(at))]
    (grade,) = (each for each in found.findings if each.code == "T107")
    assert (grade.because, grade.because_cell) == ("R102", f"{at[0]}!{at[1]}")
    assert "不用填" in remedy(grade)


def test_a_score_that_is_text_and_wrong_is_said_once() -> None:
    honest = honest_return("nanchang-2017", 0)
    at = next(c for r, c in honest.form.rows["carryover-rate"].items() if r.value == "claimed")
    wrong = honest.typing({at: "3分"})
    found = _checked(wrong)
    assert ("R101", _place(at)) in _said(found)
    assert "D008" not in {code for code, _ in _said(found)}
    (root,) = (each for each in found.findings if each.code == "R101")
    assert root.fix is not None
    assert root.fix.after == "3.9"
    assert _serious(_checked(_obeyed(wrong, found))) == []


def test_no_grade_is_doubted_where_all_rows_are_right() -> None:
    honest = honest_return("nanchang-2017", 3)
    section = _section(honest)
    for typed in (BLANK, Decimal(1)):
        found = _checked(honest.typing({section: typed}))
        for each in found.findings:
            if each.code == "T104":
                assert each.severity is Severity.NOTICE
                assert each.because in ("X101", "X107")


def test_the_remedy_of_a_score_leaves_live_sums_alone() -> None:
    honest = honest_return("nanchang-2017", 0)
    at = next(c for r, c in honest.form.rows["carryover-rate"].items() if r.value == "claimed")
    found = _checked(honest.typing({at: Decimal(5)}))
    (root,) = (each for each in found.findings if each.code == "R101")
    assert "是公式的会自动更新，不用改" in remedy(root)
    assert "3.9" in message(root)


def test_a_total_that_waits_for_a_missing_row_asks_for_nothing_of_its_own(samples: Path) -> None:
    """The row put back is all there is to do, and the total the one cell that hangs on it."""
    found = check(samples / "nanchang-2017-row-deleted.xlsx")
    (lost,) = [each for each in found.findings if each.code == "S101"]
    (total,) = [each for each in found.findings if each.code == "T108"]
    assert (total.because, total.because_cell, total.is_settled) == ("S101", lost.place, True)
    assert remedy(total) == "这里不用改：补齐缺少的指标后再核对即可。"
