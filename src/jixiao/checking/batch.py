"""Check scoresheets: shape, verdicts, sums, reasons, changes and contradictions into one ``Check``.

A check of one return is a check of a batch of one; the schema sees all cells of a batch at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.checking.checks import (
    CheckCase,
    ReportedCells,
    checks_in_order,
    judge,
    presence_findings,
    total_up,
)
from jixiao.checking.fingerprint import fingerprint_of
from jixiao.checking.model import Check, RulebookUsed, ordered_findings
from jixiao.checking.readings import Accepted
from jixiao.checking.score import accepted_of, figures_of_sheet, is_scored, whole_of
from jixiao.finding import Finding
from jixiao.scoresheet import Row, RowKind, Scoresheet


def check_scoresheets(batch: Sequence[Scoresheet]) -> list[Check]:
    """Check a batch of scoresheets; one result for each, in their order."""
    cells = [tuple(accepted_of(sheet)) for sheet in batch]
    shapes = presence_findings(cells)
    together = zip(batch, cells, shapes, strict=True)
    return [_check(sheet, accepted, found) for sheet, accepted, found in together]


def _check(sheet: Scoresheet, accepted: tuple[Accepted, ...], shape: Sequence[Finding]) -> Check:
    places = ReportedCells(sheet.findings)
    shape = [found for found in shape if not places.has(found.place, "D")]
    places.add(shape)
    figures = figures_of_sheet(sheet)
    judged = [judge(sheet, row, figures, places) for row in sheet.rows if _is_judged(sheet, row)]
    on_rows = [*shape, *(found for one in judged for found in one.findings)]
    totals = total_up(sheet, judged, on_rows)
    case = CheckCase(sheet, figures, tuple(judged), tuple(on_rows))
    findings = [
        *sheet.workbook.findings,
        *sheet.findings,
        *on_rows,
        *totals.findings,
        *(found for one in checks_in_order() for found in one.run(case)),
    ]
    book = sheet.rulebook
    return Check(
        file=sheet.workbook.path,
        sha256=sheet.workbook.sha256,
        findings=ordered_findings(findings, book.severities, sheet.workbook),
        rulebook=RulebookUsed(
            book.id, book.version, book.sha256, sheet.found.by, sheet.found.confidence
        ),
        department=sheet.department,
        year=sheet.year,
        sheet=sheet.sheet,
        total=totals.total,
        sections=totals.sections,
        indicators=tuple(one.result for one in judged),
        likeness=fingerprint_of(sheet),
        stamped_department=sheet.stamp.department if sheet.stamp is not None else None,
        readings=accepted,
    )


def _is_judged(sheet: Scoresheet, row: Row) -> bool:
    """Whether a row has a self-score of its own; of-which rows only with weight and score."""
    if row.sum_with is not None:
        return False
    if row.kind is RowKind.OF_WHICH:
        return is_scored(row) and (row.block is not None or whole_of(sheet, row) is not None)
    return row.kind in (RowKind.INDICATOR, RowKind.FREE)
