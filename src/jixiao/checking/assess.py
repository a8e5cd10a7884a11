"""Everything there is to say of one scoresheet, as it is or with some of its cells changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.checking import diagnosis
from jixiao.checking.checks import (
    CheckCase,
    ReportedCells,
    checks_in_order,
    judge,
    settled_rates,
    total_up,
)
from jixiao.checking.diagnosis import Assessment, is_explainable, merged_findings
from jixiao.checking.remedies import with_fitting_remedies
from jixiao.checking.score import JudgedRow, figures_again, figures_of_sheet, is_scored, whole_of
from jixiao.finding import Finding
from jixiao.rulebook import Figures, Role
from jixiao.scoresheet import Row, RowKind, Scoresheet

_AMBIGUOUS = "D002"


def assess(sheet: Scoresheet, shape: Sequence[Finding]) -> Assessment:
    """Judge rows, sums and figures and explain what is found; ``shape`` is what the schema says."""
    ours = Assessing(sheet, shape)
    found = ours.first()
    if is_explainable(found.findings):
        found = diagnosis.explain_findings(sheet, ours.figures, found, ours)
    return replace(found, findings=tuple(with_fitting_remedies(sheet, found.findings)))


class Assessing:
    """One scoresheet under check."""

    def __init__(
        self, sheet: Scoresheet, shape: Sequence[Finding], figures: Figures | None = None
    ) -> None:
        places = ReportedCells(sheet.findings)
        self._shape = [found for found in shape if not places.has(found.place, "D")]
        places.add(self._shape)
        self._sheet, self._places = sheet, places
        self.figures = figures_of_sheet(sheet) if figures is None else figures

    def first(self) -> Assessment:
        """Assess the sheet as it is."""
        return self.rejudged(list(self._judged()))

    def rejudged(self, judged: Sequence[JudgedRow]) -> Assessment:
        """Assess the sheet with its rows judged so."""
        sheet = self._sheet
        on_rows = [*self._shape, *(found for one in judged for found in one.findings)]
        totals = total_up(sheet, judged, on_rows, self.figures)
        settled = settled_rates(judged)
        case = CheckCase(sheet, self.figures, tuple(judged), tuple(on_rows))
        findings = (
            *sheet.workbook.findings,
            *(f for f in sheet.findings if f.code != _AMBIGUOUS or f.place not in settled),
            *on_rows,
            *totals.findings,
            *(found for one in checks_in_order() for found in one.run(case)),
        )
        merged = merged_findings(sheet, judged, findings)
        return Assessment(tuple(judged), totals.sections, totals.total, merged)

    def again(self, sheet: Scoresheet, places: frozenset[str]) -> Assessment:
        """Assess a sheet with the cells ``places`` changed, what was said of them forgotten."""
        known = tuple(found for found in sheet.findings if found.place not in places)
        shape = [found for found in self._shape if found.place not in places]
        figures = figures_again(sheet, self._sheet, self.figures)
        return Assessing(replace(sheet, findings=known), shape, figures).first()

    def _judged(self) -> Iterator[JudgedRow]:
        sheet = self._sheet
        for row in sheet.rows:
            if _is_judged(sheet, row):
                yield judge(sheet, row, self.figures, self._places)


def _is_judged(sheet: Scoresheet, row: Row) -> bool:
    """Whether a row has a self-score of its own; of-which rows only with weight and score."""
    if row.sum_with is not None or (sheet.is_drafted and Role.CLAIMED not in row.readings):
        return False
    if row.kind is RowKind.OF_WHICH:
        return is_scored(row) and (row.block is not None or whole_of(sheet, row) is not None)
    return row.kind in (RowKind.INDICATOR, RowKind.FREE)
