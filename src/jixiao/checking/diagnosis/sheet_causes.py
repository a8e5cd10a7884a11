"""Causes in the scoresheet itself: scores that are text, formulas typed over, sums and grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.checking.diagnosis.assessment import Assessment
from jixiao.checking.diagnosis.codes import (
    GRADE,
    GRADES,
    NO_SUM,
    NO_TOTAL,
    RATE,
    SUMS,
    TEXT_SCORE,
    TYPED_OVER,
    WEIGHTS,
    WHOLE,
)
from jixiao.checking.diagnosis.mending import MendedSheet, with_cell, with_scores
from jixiao.checking.issued import IssuedFormula, issued_cells
from jixiao.checking.model import Verdict
from jixiao.checking.score import is_left_blank, weight_typed
from jixiao.figures import IntervalSet, Quantity, ReadingState, format_points
from jixiao.finding import Finding, Fix, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import Reading, Row, RowKind, Scoresheet

Cause = tuple[Finding, MendedSheet | None]


def sheet_causes(sheet: Scoresheet, base: Assessment) -> Iterator[Cause]:
    """Yield the findings on cells of the sheet that others rest on, with their fixes."""
    issued = issued_cells(sheet)
    text_causes = list(_texts(sheet, base))
    yield from text_causes
    yield from _blank_sections(sheet, base)
    typed_over = {finding.place: finding for finding in base.findings if finding.code in TYPED_OVER}
    for row in sheet.rows:
        for role in (Role.CLAIMED, Role.ACTUAL, Role.SUGGESTED):
            reading = row.readings.get(role)
            if reading is not None and reading.place in typed_over:
                yield from _typed_over(sheet, base, row, role, typed_over[reading.place])
    done = {finding.place for finding in typed_over.values()}
    if not text_causes:
        yield from _sums(sheet, base, done, issued)
    yield from _blank_total(sheet, base, issued)
    yield from _grades(sheet, base, issued)
    yield from _heavy_row(sheet, base)


def _blank_total(
    sheet: Scoresheet, base: Assessment, issued: Mapping[str, IssuedFormula]
) -> Iterator[Cause]:
    """A total that was issued as a formula and is blank now."""
    row = next((r for r in sheet.rows if r.kind is RowKind.TOTAL), None)
    for finding in base.findings:
        if finding.code != NO_TOTAL or not finding.expected or row is None:
            continue
        reading, own = row.readings.get(Role.CLAIMED), issued.get(finding.place)
        if reading is None or own is None or own.formula is None:
            continue
        value = Fraction(finding.expected)
        figure = Quantity(value, "", None, None, IntervalSet.point(value), finding.expected)
        right = reading._replace(
            state=ReadingState.FIGURE,
            text=finding.expected,
            figures=(figure,),
            formula=own.formula.removeprefix("="),
        )
        fix = Fix(finding.place, "", own.formula, text_of("diagnosis.formula"))
        yield finding.with_fix(fix, ()), with_cell(sheet, row, Role.CLAIMED, right)


def _heavy_row(sheet: Scoresheet, base: Assessment) -> Iterator[Cause]:
    """The one row whose weight is above its self-score by what all weights are above the total."""
    said = next((f for f in base.findings if f.code == WEIGHTS and f.because is None), None)
    if said is None or not said.found or not said.expected:
        return
    excess = Fraction(said.found) - Fraction(said.expected)
    heavy = [
        (one.row, weight)
        for one in base.judged
        if (weight := weight_typed(sheet.rulebook, one.row)) is not None
        and one.result.claimed_score == weight - excess > 0
        and is_left_blank(one.row.readings.get(Role.REASON))
    ]
    reading = heavy[0][0].readings.get(Role.WEIGHT) if len(heavy) == 1 else None
    if reading is None or reading.formula is not None or reading.figure is None:
        return
    row, value = heavy[0][0], heavy[0][1] - excess
    if reading.figure.unit == "%":
        return
    text = format_points(value)
    figure = Quantity(value, "", None, None, IntervalSet.point(value), text)
    right = reading._replace(text=text, figures=(figure,))
    why = text_of("diagnosis.weight").fill(total=said.expected, name=row.name)
    fix = Fix(reading.place, reading.text, text, why)
    todo = text_of("diagnosis.weight.todo").fill(cell=reading.place, before=reading.text, to=text)
    yield said.with_fix(fix, ()).doing(todo), with_cell(sheet, row, Role.WEIGHT, right)


def _blank_sections(sheet: Scoresheet, base: Assessment) -> Iterator[Cause]:
    """Section sums that were left blank, which is why the total is too small."""
    blank = {f.place: f for f in base.findings if f.code == NO_SUM and f.expected}
    if not blank:
        return
    mended, places = sheet, frozenset[str]()
    for row in sheet.rows:
        reading = row.readings.get(Role.CLAIMED)
        if row.kind is not RowKind.SECTION or reading is None or reading.place not in blank:
            continue
        text = blank[reading.place].expected or ""
        value = Fraction(text)
        figure = Quantity(value, "", None, None, IntervalSet.point(value), text)
        right = reading._replace(state=ReadingState.FIGURE, text=text, figures=(figure,))
        after = with_cell(mended, row, Role.CLAIMED, right)
        mended, places = after.sheet, places | after.places
    for found in blank.values():
        why = text_of("diagnosis.sum").fill(sum=found.expected or "")
        fix = Fix(found.place, "", found.expected or "", why)
        yield found.with_fix(fix, ()), MendedSheet(mended, places)


def _grades(
    sheet: Scoresheet, base: Assessment, issued: Mapping[str, IssuedFormula]
) -> Iterator[Cause]:
    """A grade that does not fit the total, or is blank: its formula, else the grade itself."""
    is_live = sheet.grade is not None and sheet.grade.formula is not None
    for finding in base.findings:
        if finding.code not in GRADES or not finding.expected:
            continue
        own = issued.get(finding.place)
        if own is not None and own.formula is not None:
            after, why = own.formula, text_of("diagnosis.formula")
        elif is_live or finding.code != GRADE:
            continue  # a live formula follows the total; an empty cell is filled in
        else:
            after = finding.expected
            why = text_of("diagnosis.grade").fill(total=str(finding.values.get("total", "")))
        fix = Fix(finding.place, finding.found or "", after, why)
        yield finding.with_fix(fix, ()), None


def _texts(sheet: Scoresheet, base: Assessment) -> Iterator[Cause]:
    """Scores that are text, where a sum of the sheet comes out too small for them."""
    found = {f.place: f for f in base.findings if f.code == TEXT_SCORE}
    wrong = [f for f in base.findings if f.code in SUMS]
    rows = [
        row
        for row in sheet.rows
        if row.kind in (RowKind.INDICATOR, RowKind.FREE)
        and (reading := row.readings.get(Role.CLAIMED)) is not None
        and reading.place in found
        and reading.figure is not None
    ]
    if not wrong or not rows:
        return
    differing = {
        one.row.id: one.result.computed_score
        for one in base.judged
        if one.result.verdict is Verdict.DIFFERS
    }
    scores = {
        row.id: differing.get(row.id) or figure.value
        for row in rows
        if (figure := row.readings[Role.CLAIMED].figure) is not None
    }
    mended = with_scores(sheet, scores, is_live_only=True)
    for row in rows:
        if row.id in differing:
            continue  # the score itself is to be changed
        reading = row.readings[Role.CLAIMED]
        after = format_points(scores[row.id])
        fix = Fix(reading.place, reading.text, after, text_of("diagnosis.text"))
        yield found[reading.place].with_fix(fix, ()), mended


def _typed_over(
    sheet: Scoresheet, base: Assessment, row: Row, role: Role, found: Finding
) -> Iterator[Cause]:
    """A formula typed over, altered or deleted: the very formula mends it."""
    value = _right_value(base, row, role, found)
    formula = found.values.get("formula")
    if not isinstance(formula, str):
        return
    reading = row.readings[role]
    fix = Fix(reading.place, reading.text, formula, text_of("diagnosis.formula"))
    if value is None:
        yield found.with_fix(fix, ()), None
        return
    unit = reading.figure.unit if reading.figure is not None else ""
    text = format_points(value)
    right = reading._replace(
        state=ReadingState.FIGURE,
        text=text,
        figures=(Quantity(value, unit, None, None, IntervalSet.point(value), text),),
        formula=formula.removeprefix("="),
        is_text=False,
    )
    yield found.with_fix(fix, ()), _mended(sheet, base, row, role, right)


def _mended(
    sheet: Scoresheet, base: Assessment, row: Row, role: Role, right: Reading
) -> MendedSheet:
    """Mend a cell; a typed total follows a section where it was right before."""
    is_total_wrong = any(f.code == WHOLE for f in base.findings)
    return with_cell(sheet, row, role, right, is_live_only=is_total_wrong)


def _right_value(base: Assessment, row: Row, role: Role, found: Finding) -> Fraction | None:
    """What the formula as issued gives, where the cell shows something else."""
    reading = row.readings[role]
    if role is Role.CLAIMED and reading.state is not ReadingState.FIGURE:
        scores = [
            one.result.claimed_score
            for one in base.judged
            if row.kind is RowKind.TOTAL or one.row.path[: len(row.path)] == row.path
        ]
        known = [score for score in scores if score is not None]
        return sum(known, Fraction(0)) if known and len(known) == len(scores) else None
    if role is Role.CLAIMED:
        wrong = next((f for f in base.findings if f.code in SUMS and f.place == found.place), None)
        return Fraction(wrong.expected) if wrong is not None and wrong.expected else None
    one = next((each for each in base.judged if each.row.id == row.id), None)
    if one is None:
        return None
    outcome = one.computed.outcome
    is_wrong = any(f.code == RATE and f.place == found.place for f in base.findings)
    if reading.state is ReadingState.ERROR or is_wrong:
        return outcome.rate if role is Role.ACTUAL else outcome.score
    return None


def _sums(
    sheet: Scoresheet, base: Assessment, done: set[str], issued: Mapping[str, IssuedFormula]
) -> Iterator[Cause]:
    """Sums typed as numbers; where one was issued as a formula that is not seen, the formula."""
    for finding in base.findings:
        if finding.code not in SUMS or finding.place in done or not finding.expected:
            continue
        row = next(
            (
                r
                for r in sheet.rows
                if r.kind in (RowKind.SECTION, RowKind.TOTAL)
                and (reading := r.readings.get(Role.CLAIMED)) is not None
                and reading.place == finding.place
            ),
            None,
        )
        if row is None or row.readings[Role.CLAIMED].formula is not None:
            continue
        why = text_of("diagnosis.sum").fill(sum=finding.expected)
        own = issued.get(finding.place)
        after = own.formula if own is not None and own.formula is not None else finding.expected
        fix = Fix(finding.place, finding.found or "", after, why)
        value = Fraction(finding.expected)
        reading = row.readings[Role.CLAIMED]
        figure = Quantity(value, "", None, None, IntervalSet.point(value), finding.expected)
        right = reading._replace(
            state=ReadingState.FIGURE, text=finding.expected, figures=(figure,), is_text=False
        )
        yield finding.with_fix(fix, ()), _mended(sheet, base, row, Role.CLAIMED, right)
