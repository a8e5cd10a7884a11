"""Sums and grade: every level against the level below it as claimed, the grade against the total.

A wrong row does not accuse the sums above it: they are compared with what was claimed, and are
wrong only where they do not add up themselves. Where rows are missing nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.checking.checks.grades import claimed_grade, grade_findings, grade_for, wrong_row
from jixiao.checking.checks.register import raises
from jixiao.checking.checks.sums import Sums
from jixiao.checking.model import SectionResult, TotalResult
from jixiao.checking.score import JudgedRow, is_left_blank, weighing, weight_in
from jixiao.figures import Exact, format_points, round_half_up
from jixiao.finding import Bilingual, Finding, chinese_text, finding, text_of
from jixiao.rulebook import Figures, Role
from jixiao.scoresheet import Reading, Row, RowKind, Scoresheet


@dataclass(frozen=True, slots=True)
class Totals:
    """Sections, total and what there is to say about them."""

    sections: tuple[SectionResult, ...]
    total: TotalResult
    findings: tuple[Finding, ...]


@raises("T101", "T102", "T105", "T106", "T108", "T110")
def total_up(
    sheet: Scoresheet, judged: Sequence[JudgedRow], findings: Sequence[Finding], figures: Figures
) -> Totals:
    """Judge sums, total and grade; ``findings`` on rows say what a wrong grade rests on."""
    sums = Sums(sheet, below_total(sheet, judged), figures)
    gap = _uncovered(sheet)
    total = _total(sheet, sums, is_whole=gap is None)
    found = list(_section_findings(sheet, sums, gap))
    is_blamed = any(f.code in ("T101", "D212") for f in (*found, *findings))
    found += _total_findings(sheet, sums, total, gap, is_blamed=is_blamed)
    if gap is None:
        wrong = wrong_row(findings, judged)
        sums_wrong = next((f for f in found if f.code in ("T101", "T102")), None)
        found += grade_findings(sheet, total, wrong, sums_wrong, figures)
    return Totals(tuple(_sections(sums)), total, tuple(found))


def _total(sheet: Scoresheet, sums: Sums, *, is_whole: bool) -> TotalResult:
    digits = sheet.rulebook.digits
    reading = sheet.total
    claimed = sums.typed(reading)
    if claimed is None and (reading is None or sums.is_waiting(reading)) and is_whole:
        claimed = sums.claimed(())
    computed = sums.computed(())
    reviewed = _reviewed(sheet, sums)
    return TotalResult(
        claimed=claimed,
        computed=None if computed is None else round_half_up(computed, digits),
        reviewed=reviewed,
        reviewed_grade=grade_for(sheet, reviewed, sums.figures) if is_whole else None,
        max=Exact(sheet.rulebook.total),
        claimed_grade=claimed_grade(sheet),
        computed_grade=grade_for(sheet, computed, sums.figures) if is_whole else None,
        cell=reading.place if reading is not None else None,
    )


def _reviewed(sheet: Scoresheet, sums: Sums) -> Fraction | None:
    """The reviewed total: as typed, else the reviewed scores with the others as computed.

    A formula adds up what was reviewed alone, which is no total. A zero that no row's review bears
    out is an unused sum, not a review.
    """
    row = next((r for r in sheet.rows if r.kind is RowKind.TOTAL), None)
    reading = row.readings.get(Role.REVIEWED) if row is not None else None
    total = sums.typed(reading)
    if not sums.is_reviewed:
        return total or None
    is_typed = reading is not None and reading.formula is None
    whole = None if is_typed and total is not None else sums.reviewed(())
    return total if whole is None else round_half_up(whole, sheet.rulebook.digits)


def _sections(sums: Sums) -> Iterator[SectionResult]:
    """The top-level sections in the order of the sheet."""
    for name in sums.top_names():
        reading = sums.section_reading((name,))
        claimed = sums.signed((name,), sums.typed(reading))
        if claimed is None and (reading is None or sums.is_waiting(reading)):
            claimed = sums.claimed((name,))
        yield SectionResult(
            name=name,
            max=sums.weight((name,)),
            claimed=claimed,
            computed=sums.computed((name,)),
            cell=reading.place if reading is not None else None,
        )


def below_total(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> Sequence[JudgedRow]:
    """The rows that the total adds up: without that of the funds, where the total's points say so.

    Some forms have 合计 90 below their table, and the 10 points of the funds above it.
    """
    stated = next(
        (r.readings.get(Role.WEIGHT) for r in sheet.rows if r.kind is RowKind.TOTAL), None
    )
    points = stated.figure.value if stated is not None and stated.figure is not None else None
    if not sheet.is_drafted or sheet.funds is None or points is None:
        return judged
    paid = {row.row for row in sheet.funds.rows}
    kept = [one for one in judged if one.row.row not in paid]
    weights = [one.result.weight for one in kept]
    is_without = len(kept) < len(judged) and sum(w for w in weights if w is not None) == points
    return kept if is_without and points < Exact(sheet.rulebook.total) else judged


def _uncovered(sheet: Scoresheet) -> Bilingual | None:
    """Why sums cannot be judged: rows of the rulebook are missing, or weights do not add up."""
    if sheet.unfound:
        count = len(sheet.unfound)
        return text_of("checking.sum.unfound").fill(count=count)
    if sheet.rulebook.family == "indicators" and not sheet.is_drafted and not sheet.rulebook.blocks:
        return None
    if sheet.is_drafted and _has_no_weights(sheet):
        return None  # its scores alone are added up
    weights = [weight_in(sheet.rulebook, row) for row in weighing(sheet.rows)]
    known = sum((w for w in weights if w is not None), Exact(0))
    total = Exact(sheet.rulebook.total)
    if None in weights:
        return text_of("checking.sum.unweighed")
    if known < total:
        return text_of("checking.sum.too-light").fill(
            known=format_points(known), total=format_points(total)
        )
    return None


def _has_no_weights(sheet: Scoresheet) -> bool:
    """Whether a form gives none of its own rows a weight."""
    rows = [row for row in sheet.rows if row.kind is RowKind.FREE]
    return bool(rows) and all(weight_in(sheet.rulebook, row) is None for row in rows)


def _section_findings(sheet: Scoresheet, sums: Sums, gap: Bilingual | None) -> Iterator[Finding]:
    lost = {sheet.rulebook.by_id[name].path for name in sheet.unfound}
    for row in sheet.rows:
        reading = row.readings.get(Role.CLAIMED)
        if row.kind is not RowKind.SECTION or reading is None:
            continue
        if gap is not None and any(path[: len(row.path)] == row.path for path in lost):
            continue
        if sheet.is_drafted and not _is_whole_section(row, sums):
            continue
        yield from _sum_finding("T101", sums, reading, row.path, row.name)


def _is_whole_section(row: Row, sums: Sums) -> bool:
    """Whether the rows that were read carry the points that the section itself says it has."""
    stated, known = sums.typed(row.readings.get(Role.WEIGHT)), sums.weight(row.path)
    return stated is None or known is None or stated == known


def _total_findings(
    sheet: Scoresheet,
    sums: Sums,
    total: TotalResult,
    gap: Bilingual | None,
    *,
    is_blamed: bool,
) -> Iterator[Finding]:
    """``is_blamed``: a row or a section is already named, which is why the total is too high."""
    reading = sheet.total
    if gap is not None:
        lost = next((f for f in sheet.findings if f.code == "S101"), None)
        cell = reading.cell if reading is not None else None
        unchecked = finding("T108", sheet=sheet.sheet, cell=cell, why=gap)
        if lost is not None:
            text = text_of("checking.sum.once-whole")
            unchecked = unchecked.following(lost).doing(text)
        yield unchecked
        return
    if reading is None:
        return
    if is_left_blank(reading) and total.computed is not None:
        expected = sums.claimed(())
        yield finding(
            "T106",
            sheet=reading.sheet,
            cell=reading.cell,
            expected=None if expected is None else format_points(expected),
        )
        return
    wrong = list(_sum_finding("T102", sums, reading, (), chinese_text("checking.total")))
    yield from wrong
    if wrong:
        yield from _blank_sections(sheet, sums, reading)
    if not wrong and not is_blamed:
        yield from _over_finding(sums, reading, total.max)


def _blank_sections(sheet: Scoresheet, sums: Sums, total: Reading) -> Iterator[Finding]:
    """Say of section sums that were left blank that the total lacks just these."""
    if sheet.stamp is not None:
        return  # of a form with its formulas, the formula is named
    blank = [
        (row, reading, points)
        for row in sheet.rows
        if row.kind is RowKind.SECTION
        and (reading := row.readings.get(Role.CLAIMED)) is not None
        and is_left_blank(reading)
        and (points := sums.claimed(row.path)) is not None
    ]
    claimed, expected = sums.typed(total), sums.claimed(())
    lacking = sum((points for _, _, points in blank), Exact(0))
    if claimed is None or expected is None or not lacking or claimed + lacking != expected:
        return
    for row, reading, points in blank:
        yield finding(
            "T110",
            sheet=reading.sheet,
            cell=reading.cell,
            expected=format_points(points),
            name=row.name,
        )


def _sum_finding(
    code: str, sums: Sums, reading: Reading, path: tuple[str, ...], name: str
) -> Iterator[Finding]:
    claimed, below = sums.signed(path, sums.typed(reading)), sums.below(path)
    if claimed is None or below is None:
        return
    summed = sum((part.points for part in below), Exact(0))
    expected = sums.left(sums.adjusted(summed, path), path)
    digits = sums.digits
    excess = claimed - round_half_up(expected, digits)
    if 0 <= excess <= sum(part.most for part in below):
        return
    yield finding(
        code,
        sheet=reading.sheet,
        cell=reading.cell,
        found=format_points(claimed),
        expected=format_points(round_half_up(expected, digits)),
        name=name,
        arithmetic=_arithmetic([part.points for part in below], round_half_up(expected, digits)),
        gap=format_points(abs(excess)),
        direction=text_of("checking.sum.too-many")
        if excess > 0
        else text_of("checking.sum.too-few"),
    )


def _arithmetic(points: Sequence[Fraction], total: Fraction) -> Bilingual:
    """``：1 + 2 = 3``; nothing where only one number is added up."""
    written = " + ".join(format_points(p) for p in points).replace(" + -", " − ")
    shown = format_points(total)
    if written in ("", shown):
        return Bilingual("", "")
    return text_of("checking.score.arithmetic").fill(trace=f"{written} = {shown}")


def _over_finding(sums: Sums, reading: Reading, most: Fraction | None) -> Iterator[Finding]:
    """Say that a total that adds up is above its maximum: rows were counted that should not."""
    claimed = sums.typed(reading)
    if claimed is None or most is None or claimed <= most or sums.has_bonus:
        return
    yield finding(
        "T105",
        sheet=reading.sheet,
        cell=reading.cell,
        found=format_points(claimed),
        expected=f"≤ {format_points(most)}",
        most=format_points(most),
    )
