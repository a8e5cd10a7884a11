"""Everything there is to say of one scoresheet, as it is or with some of its cells changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
_NEIGHBOURS = (RowKind.INDICATOR, RowKind.FREE)  # among which a score may be that of the next row


def assess(sheet: Scoresheet, shape: Sequence[Finding]) -> Assessment:
    """Judge rows, sums and figures and explain what is found; ``shape`` is what the schema says."""
    ours = Assessing(sheet, shape)
    found = ours.first()
    if is_explainable(found.findings):
        found = diagnosis.explain_findings(sheet, ours.figures, found, ours)
    return replace(found, findings=tuple(with_fitting_remedies(sheet, found.findings)))


@dataclass(frozen=True, slots=True)
class Before:
    """The rows as judged before some cells were changed: those that rest on none of them stay."""

    sheet: Scoresheet
    figures: Figures
    judged: Sequence[JudgedRow]

    def kept(self, sheet: Scoresheet, figures: Figures) -> Mapping[int, JudgedRow]:
        """The rows that need not be judged again, by their ids as objects."""
        known = {id(one.row): one for one in self.judged}
        rows = [row for row in sheet.rows if row.kind in _NEIGHBOURS]
        is_same = [id(row) in known and row.id not in sheet.sharing for row in rows]
        is_untouched = _are_same(self.figures, figures) and len(sheet.rows) == len(self.sheet.rows)
        found: dict[int, JudgedRow] = {}
        for nth, row in enumerate(rows):
            if not is_same[nth] or row.kind is not RowKind.INDICATOR:
                continue
            one = known[id(row)]
            if _agrees(one):
                holds = is_untouched or self._rests_on_the_same(one, figures)
            elif one.result.verdict is Verdict.DIFFERS:  # may be the score of a row next to it
                holds = is_untouched and all(is_same[max(0, nth - 1) : nth + 2])
            else:
                holds = is_untouched and one.result.verdict is not Verdict.UNDECIDABLE
            if holds:
                found[id(row)] = one
        return found

    def _rests_on_the_same(self, one: JudgedRow, figures: Figures) -> bool:
        rule = one.computed.rule
        if not isinstance(rule, Indicator) or one.computed.basis not in ("inputs", "standard"):
            return False
        plan, then, now = plan_indicator(self.sheet.rulebook, rule), self.figures, figures
        is_same = all(then.inputs.get(name) is now.inputs.get(name) for name in plan.inputs)
        return is_same and all(then.tables.get(n) is now.tables.get(n) for n in plan.tables)


def _agrees(one: JudgedRow) -> bool:
    return one.result.verdict is Verdict.AGREES and not one.findings


def _are_same(then: Figures, now: Figures) -> bool:
    """Whether no figure at all was changed."""
    is_same = len(then.inputs) == len(now.inputs) and then.tables.keys() == now.tables.keys()
    return (
        is_same
        and all(now.inputs.get(name) is value for name, value in then.inputs.items())
        and all(now.tables[name] is rows for name, rows in then.tables.items())
    )


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
        before = Before(self._sheet, self.figures, self._first)
        return Assessing(replace(sheet, findings=known), shape, figures, before).first()

    def _judged(self) -> Iterator[JudgedRow]:
        sheet, kept = self._sheet, dict[int, JudgedRow]()
        if self._before is not None:
            kept.update(self._before.kept(sheet, self.figures))
        for row in sheet.rows:
            if _is_judged(sheet, row):
                known = kept.get(id(row))
                yield known or judge(sheet, row, self.figures, self._places)


def _is_judged(sheet: Scoresheet, row: Row) -> bool:
    """Whether a row has a self-score of its own; of-which rows only with weight and score."""
    if row.sum_with is not None or (sheet.is_drafted and Role.CLAIMED not in row.readings):
        return False
    if row.kind is RowKind.OF_WHICH:
        return is_scored(row) and (row.block is not None or whole_of(sheet, row) is not None)
    return row.kind in (RowKind.INDICATOR, RowKind.FREE)
