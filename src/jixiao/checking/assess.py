"""Everything there is to say of one scoresheet, as it is or with some of its cells changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from jixiao.checking.model import Verdict
from jixiao.checking.remedies import with_fitting_remedies
from jixiao.checking.score import JudgedRow, figures_again, figures_of_sheet, is_scored, whole_of
from jixiao.finding import Finding
from jixiao.rulebook import Figures, Indicator, Role, plan_indicator
from jixiao.scoresheet import Row, RowKind, Scoresheet

_AMBIGUOUS = "D002"


def assess(sheet: Scoresheet, shape: Sequence[Finding]) -> Assessment:
    """Judge rows, sums and figures and explain what is found; ``shape`` is what the schema says."""
    ours = Assessing(sheet, shape)
    found = ours.first()
    if is_explainable(found.findings):
        found = diagnosis.explain_findings(sheet, ours.figures, found, ours)
    return replace(found, findings=tuple(with_fitting_remedies(sheet, found.findings)))


@dataclass(frozen=True, slots=True)
class Before:
    """The rows as judged before some cells were changed: those that hold and rest on none stay."""

    figures: Figures
    rows: Mapping[int, JudgedRow]  # by the identity of the row

    @classmethod
    def of(cls, figures: Figures, judged: Iterable[JudgedRow]) -> Before:
        """Keep the rows that agree and of which nothing is said."""
        agree = (one for one in judged if one.result.verdict is Verdict.AGREES)
        return cls(figures, {id(one.row): one for one in agree if not one.findings})

    def kept(self, sheet: Scoresheet, row: Row, figures: Figures) -> JudgedRow | None:
        """The row as judged before; None where it must be judged again."""
        known = self.rows.get(id(row))
        if known is None or known.row is not row or row.id in sheet.sharing:
            return None
        rule = known.computed.rule
        if not isinstance(rule, Indicator) or known.computed.basis not in ("inputs", "standard"):
            return None
        plan, then, now = plan_indicator(sheet.rulebook, rule), self.figures, figures
        is_same = all(then.inputs.get(name) is now.inputs.get(name) for name in plan.inputs)
        is_same &= all(then.tables.get(name) is now.tables.get(name) for name in plan.tables)
        return known if is_same and row.kind is RowKind.INDICATOR else None


class Assessing:
    """One scoresheet under check."""

    def __init__(
        self,
        sheet: Scoresheet,
        shape: Sequence[Finding],
        figures: Figures | None = None,
        before: Before | None = None,
    ) -> None:
        places = ReportedCells(sheet.findings)
        self._shape = [found for found in shape if not places.has(found.place, "D")]
        places.add(self._shape)
        self._sheet, self._places = sheet, places
        self.figures = figures_of_sheet(sheet) if figures is None else figures
        self._before = before
        self._first: tuple[JudgedRow, ...] = ()

    def first(self) -> Assessment:
        """Assess the sheet as it is."""
        self._first = tuple(self._judged())
        return self.rejudged(self._first)

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
        before = Before.of(self.figures, self._first)
        return Assessing(replace(sheet, findings=known), shape, figures, before).first()

    def _judged(self) -> Iterator[JudgedRow]:
        sheet = self._sheet
        for row in sheet.rows:
            if _is_judged(sheet, row):
                kept = self._before.kept(sheet, row, self.figures) if self._before else None
                yield kept or judge(sheet, row, self.figures, self._places)


def _is_judged(sheet: Scoresheet, row: Row) -> bool:
    """Whether a row has a self-score of its own; of-which rows only with weight and score."""
    if row.sum_with is not None or (sheet.is_drafted and Role.CLAIMED not in row.readings):
        return False
    if row.kind is RowKind.OF_WHICH:
        return is_scored(row) and (row.block is not None or whole_of(sheet, row) is not None)
    return row.kind in (RowKind.INDICATOR, RowKind.FREE)
