"""What the checked scoresheet says of each thing that a report may speak of, with its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.checking import Check, IndicatorResult
from jixiao.figures import IntervalSet, Quantity, convert, factor, format_number, format_points
from jixiao.narrative.claims import ClaimKind, Subject, WrittenFigure
from jixiao.rulebook import Role, Rulebook
from jixiao.scoresheet import Reading, Scoresheet

_RATE_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """What the sheet says: every value that counts as the same, one shown, and its cell.

    Values are in base units (shares of one, 元, points). ``cell`` is ``sheet!cell``, or empty.
    """

    values: IntervalSet
    value: Fraction
    measure: str
    cell: str = ""
    unit: str = ""

    def shown(self, figure: WrittenFigure | None = None) -> str:
        """The value as text, in the unit that the report uses."""
        if self.measure == "share":
            return (
                format_number(self.value * 100, None if _is_short(self.value) else _RATE_DIGITS)
                + "%"
            )
        if self.measure == "points":
            return f"{format_points(self.value)}分"
        unit = figure.unit if figure is not None and figure.measure == self.measure else self.unit
        known = factor(unit) if unit else None
        size = known[1] if known is not None else Fraction(1)
        return f"{format_number(self.value / size)}{unit}"


def _is_short(value: Fraction) -> bool:
    return (value * 10_000).denominator == 1


@dataclass(frozen=True)
class SheetFacts:
    """The facts of one scoresheet, by sort of claim and id of the thing."""

    by_key: Mapping[tuple[ClaimKind, str], Fact]
    results: Mapping[str, IndicatorResult]
    sheet: str
    check: Check
    rulebook: Rulebook

    @classmethod
    def of(cls, check: Check, sheet: Scoresheet) -> SheetFacts:
        """Collect the facts of a checked scoresheet."""
        found: dict[tuple[ClaimKind, str], Fact] = {}
        results = {result.id: result for result in check.indicators}
        rows = {row.id: row for row in sheet.rows}
        for result in check.indicators:
            row = rows.get(result.id)
            reading = row.readings.get(Role.ACTUAL) if row is not None else None
            found.update(_row_facts(sheet, result, reading))
        found.update(_section_facts(check, sheet))
        found.update(_input_facts(sheet))
        if check.total is not None and check.total.claimed is not None:
            found[ClaimKind.TOTAL, "total"] = _points(check.total.claimed, check.total.cell or "")
        return cls(found, results, sheet.sheet, check, sheet.rulebook)

    def get(self, kind: ClaimKind, subject: Subject) -> Fact | None:
        """The fact that a claim of a kind on a thing is held against."""
        return self.by_key.get((kind, subject.id))

    def grade_of(self, total: Fraction) -> str | None:
        """The grade of a total in points; None where the rulebook has no grades."""
        points = Decimal(total.numerator) / Decimal(total.denominator)
        return self.rulebook.grade_of(points)

    def first_levels(self) -> dict[str, Fraction]:
        """The points that each first-level section can bring; nothing where rows lack weights."""
        found: dict[str, Fraction] = {}
        for row in self.results.values():
            rule = self.rulebook.by_id.get(row.id)
            if not row.path or row.weight is None or (rule is not None and rule.adjusts):
                return {}
            found[row.path[0]] = found.get(row.path[0], Fraction(0)) + row.weight
        return found


def _points(value: Fraction, cell: str) -> Fact:
    return Fact(IntervalSet.point(value), value, "points", cell)


def _row_facts(
    sheet: Scoresheet, result: IndicatorResult, reading: Reading | None
) -> Mapping[tuple[ClaimKind, str], Fact]:
    found: dict[tuple[ClaimKind, str], Fact] = {}
    cell = result.cells.get("score", "")
    if result.claimed_score is not None:
        found[ClaimKind.SCORE, result.id] = _points(result.claimed_score, cell)
    if result.weight is not None:
        found[ClaimKind.WEIGHT, result.id] = _points(result.weight, cell)
        if result.claimed_score is not None:
            lost = result.weight - result.claimed_score
            found[ClaimKind.LOST, result.id] = _points(lost, cell)
    rule = sheet.rulebook.by_id.get(result.id)
    if rule is not None and rule.rate_unit == "%":
        rate = _rate(result, reading)
        if rate is not None:
            found[ClaimKind.RATE, result.id] = rate
    for part in result.parts:
        if part.rate is not None:
            values = IntervalSet.point(part.rate)
            found[ClaimKind.RATE, f"{result.id}/{part.id}"] = Fact(values, part.rate, "share", cell)
        if part.score is not None:
            found[ClaimKind.SCORE, f"{result.id}/{part.id}"] = _points(part.score, cell)
        found[ClaimKind.WEIGHT, f"{result.id}/{part.id}"] = _points(part.max, cell)
    return found


def _rate(result: IndicatorResult, reading: Reading | None) -> Fact | None:
    """The rate that the figures give, and the one typed: a report may state either.

    What is shown is the one that the figures give: a rate mistyped is nothing to copy.
    """
    cell = result.cells.get("rate", result.cells.get("score", ""))
    value = result.computed_rate if result.computed_rate is not None else result.claimed_rate
    if value is None:
        return None
    values = IntervalSet.point(value)
    figure = reading.figure if reading is not None else None
    if figure is not None and figure.spread is not None:
        values = values.union(figure.spread)
    if result.claimed_rate is not None:
        values = values.union(IntervalSet.point(result.claimed_rate))
    return Fact(values, value, "share", cell)


def _section_facts(check: Check, sheet: Scoresheet) -> Mapping[tuple[ClaimKind, str], Fact]:
    """The sums of sections: those stated on the sheet, else what their rows add up to."""
    found: dict[tuple[ClaimKind, str], Fact] = {}
    for path in {row.path[:n] for row in check.indicators for n in range(1, len(row.path) + 1)}:
        rows = [row for row in check.indicators if row.path[: len(path)] == path]
        key = "/".join(path)
        weights = [row.weight for row in rows if row.weight is not None]
        scores = [row.claimed_score for row in rows if row.claimed_score is not None]
        cell = rows[0].cells.get("score", "") if len(rows) == 1 else ""
        adjusted = any(
            rule.adjusts for row in rows if (rule := sheet.rulebook.by_id.get(row.id)) is not None
        )
        if adjusted:
            continue
        if len(weights) == len(rows):
            found[ClaimKind.WEIGHT, key] = _points(sum(weights, Fraction(0)), cell)
        if len(scores) == len(rows):
            found[ClaimKind.SECTION, key] = _points(sum(scores, Fraction(0)), cell)
    for section in check.sections:
        if section.claimed is not None:
            found[ClaimKind.SECTION, section.name] = _points(section.claimed, section.cell or "")
    return {**found, **_lost(found)}


def _lost(
    found: Mapping[tuple[ClaimKind, str], Fact],
) -> Mapping[tuple[ClaimKind, str], Fact]:
    """The points that sections lost: what they can bring less what they got."""
    return {
        (ClaimKind.LOST, key): _points(weight.value - got.value, got.cell)
        for (kind, key), got in found.items()
        if kind is ClaimKind.SECTION and (weight := found.get((ClaimKind.WEIGHT, key))) is not None
    }


def _input_facts(sheet: Scoresheet) -> Mapping[tuple[ClaimKind, str], Fact]:
    found: dict[tuple[ClaimKind, str], Fact] = {}
    for ident, reading in sheet.inputs.items():
        item = sheet.rulebook.input_by_id.get(ident)
        figure = reading.figure
        if item is None or figure is None or item.kind not in ("money", "count", "quantity"):
            continue
        fact = _amount(figure, item.unit, reading.place)
        if fact is not None:
            found[ClaimKind.INPUT, ident] = fact
    return found


def _amount(figure: Quantity, unit: str, place: str) -> Fact | None:
    """An amount in base units; None where its unit is not known."""
    held = figure if figure.unit else (convert(figure, unit) or figure)
    known = factor(held.unit or unit)
    if known is None:
        return None
    measure, size = known
    spread = held.spread if held.spread is not None else IntervalSet.point(held.value)
    values = spread * IntervalSet.point(size)
    return Fact(values, held.value * size, measure, place, held.unit or unit)
