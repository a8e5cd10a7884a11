"""The grade against the total: as claimed, and as it becomes once wrong scores are mended.

A grade that the computed total alone would change follows from wrong scores or a wrong sum; where
all rows are right and the sums too, nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from jixiao.checking.checks.register import raises
from jixiao.checking.model import TotalResult, Verdict
from jixiao.checking.score import JudgedRow, is_left_blank
from jixiao.figures import ReadingState, format_points, round_half_up
from jixiao.finding import Finding, Severity, finding, text_of
from jixiao.rulebook import Figures, grade_allowed, veto_sentences
from jixiao.scoresheet import Reading, Scoresheet

_VALUES_ONLY = ("xls", "xlsb", "et")  # formats whose formulas are not seen


def grade_for(sheet: Scoresheet, total: Fraction | None, figures: Figures) -> str | None:
    """The grade of a total at the rulebook's digits; None where there is none."""
    if total is None:
        return None
    shown = round_half_up(total, sheet.rulebook.digits)
    exact = Decimal(shown.numerator) / Decimal(shown.denominator)
    return grade_allowed(sheet.rulebook, exact, figures)


def claimed_grade(sheet: Scoresheet) -> str | None:
    """The grade as written; None where nothing, an error value or no result is there."""
    grade = sheet.grade
    if grade is None or _is_unread(sheet, grade):
        return None
    if grade.state in (ReadingState.ERROR, ReadingState.UNCACHED) or is_left_blank(grade):
        return None
    return grade.text.strip()


def _is_unread(sheet: Scoresheet, grade: Reading) -> bool:
    """Whether a grade reads as 0: what old formats keep of a text that a formula gave."""
    return grade.text == "0" and sheet.workbook.format in _VALUES_ONLY


def wrong_row(findings: Sequence[Finding], judged: Sequence[JudgedRow]) -> Finding | None:
    """The first thing wrong with a score, where one differs or is missing; None where all hold."""
    if all(one.result.verdict not in (Verdict.DIFFERS, Verdict.MISSING) for one in judged):
        return None
    return next((f for f in findings if f.severity is Severity.ERROR), None)


@raises("T103", "T104", "T107", "T109")
def grade_findings(
    sheet: Scoresheet,
    total: TotalResult,
    row_wrong: Finding | None,
    sum_wrong: Finding | None,
    figures: Figures,
) -> Iterator[Finding]:
    """Judge the grade; ``row_wrong`` and ``sum_wrong`` are what a wrong one may rest on."""
    grade = sheet.grade
    if grade is None or not sheet.rulebook.grades:
        return
    if _is_unread(sheet, grade):
        yield finding("T109", sheet=grade.sheet, cell=grade.cell, found=grade.text)
        return
    if total.claimed_grade is None:
        if is_left_blank(grade) and total.claimed is not None:
            yield _blank(grade, grade_for(sheet, total.claimed, figures), row_wrong)
        return
    by_claim = grade_for(sheet, total.claimed, figures)
    if by_claim is not None and not _is_grade(total.claimed_grade, by_claim):
        yield finding(
            "T103",
            sheet=grade.sheet,
            cell=grade.cell,
            found=total.claimed_grade,
            expected=by_claim,
            total=format_points(total.claimed or Fraction(0)),
            bounds=_bounds(sheet),
        )
    elif total.computed_grade is not None and not _is_grade(
        total.claimed_grade, total.computed_grade
    ):
        yield from _other_by_computed(sheet, grade, total, row_wrong, sum_wrong)


def _blank(grade: Reading, expected: str | None, row_wrong: Finding | None) -> Finding:
    """A grade that is blank; a live formula stays so for want of a score."""
    cause = row_wrong if grade.formula is not None else None
    return finding(
        "T107",
        sheet=grade.sheet,
        cell=grade.cell,
        expected=expected,
        because=cause.code if cause is not None else None,
        because_cell=cause.place if cause is not None else None,
    )


def _other_by_computed(
    sheet: Scoresheet,
    grade: Reading,
    total: TotalResult,
    row_wrong: Finding | None,
    sum_wrong: Finding | None,
) -> Iterator[Finding]:
    cause = row_wrong or sum_wrong
    if cause is None:
        return
    expected = total.computed_grade or ""
    found = finding(
        "T104",
        sheet=grade.sheet,
        cell=grade.cell,
        found=total.claimed_grade,
        expected=expected,
        because=cause.code,
        because_cell=cause.place,
        severity=None if row_wrong is not None else Severity.NOTICE,
        total=format_points(total.computed or Fraction(0)),
        bounds=_bounds(sheet),
    )
    if row_wrong is None:
        text = text_of("checking.grade.after-sum").fill(place=cause.place, grade=expected)
        found = found.doing(text)
    yield found


def _is_grade(written: str, grade: str) -> bool:
    """Whether a grade as written (良好) is the grade of the rulebook (良)."""
    return written == grade or (len(grade) == 1 and written.startswith(grade))


def _bounds(sheet: Scoresheet) -> str:
    """Where the grades begin, and what breaches decide."""
    book = sheet.rulebook
    grades = "、".join(f"{g.name} ≥ {format_points(Fraction(g.min))}" for g in book.grades)
    return "；".join([grades, *veto_sentences(book)])
