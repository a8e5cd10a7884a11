"""Check scoresheets: shape, verdicts, sums, reasons, changes and contradictions into one ``Check``.

A check of one return is a check of a batch of one; the schema sees all cells of a batch at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.checking.assess import assess
from jixiao.checking.checks import presence_findings
from jixiao.checking.fingerprint import fingerprint_of
from jixiao.checking.model import Check, RulebookUsed, ordered_findings
from jixiao.checking.readings import Accepted
from jixiao.checking.score import accepted_of
from jixiao.finding import Finding
from jixiao.scoresheet import Scoresheet


def check_scoresheets(batch: Sequence[Scoresheet]) -> list[Check]:
    """Check a batch of scoresheets; one result for each, in their order."""
    cells = [tuple(accepted_of(sheet)) for sheet in batch]
    shapes = presence_findings(cells)
    together = zip(batch, cells, shapes, strict=True)
    return [_check(sheet, accepted, found) for sheet, accepted, found in together]


def _check(sheet: Scoresheet, accepted: tuple[Accepted, ...], shape: Sequence[Finding]) -> Check:
    found = assess(sheet, shape)
    book = sheet.rulebook
    return Check(
        file=sheet.workbook.path,
        sha256=sheet.workbook.sha256,
        findings=ordered_findings(found.findings, book.severities, sheet.workbook),
        rulebook=RulebookUsed(
            None if sheet.found.by == "sheet" else book.id,
            book.version,
            book.sha256,
            sheet.found.by,
            sheet.found.confidence,
            sheet.found.form,
        ),
        department=sheet.department,
        year=sheet.year,
        sheet=sheet.sheet,
        total=found.total,
        sections=found.sections,
        indicators=tuple(one.result for one in found.judged),
        likeness=fingerprint_of(sheet),
        saved=sheet.workbook.saved,
        stamped_department=sheet.stamp.department if sheet.stamp is not None else None,
        readings=accepted,
    )
