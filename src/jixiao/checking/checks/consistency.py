"""Figures against each other: the rulebook's identities, weights, rates over 100%, surveys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import cast

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.diagnosis import amount_to_type, holds, says_of, shown_part
from jixiao.checking.figure_notes import is_equation, is_explained
from jixiao.checking.score import (
    HIGHEST_RATE,
    JudgedRow,
    figure_value,
    weighing,
    weight_typed,
)
from jixiao.figures import (
    Exact,
    IntervalSet,
    Operator,
    format_number,
    format_percent,
    format_points,
)
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.formula import (
    Name,
    denominators,
    input_names,
    parse_formula,
)
from jixiao.rulebook import (
    FORWARD,
    REVERSED,
    Figures,
    Identity,
    Indicator,
    ItemScore,
    Linear,
    OutcomeState,
    Role,
    Rulebook,
)
from jixiao.scoresheet import Reading, RowKind, Scoresheet


@check(codes=("C101", "C102", "C104", "C105", "C107", "C108", "C109"))
def consistency_findings(case: CheckCase) -> Iterator[Finding]:
    """Yield figures of one sheet that contradict each other."""
    sheet, judged, figures = case.sheet, case.judged, case.figures
    for identity in sheet.rulebook.identities:
        yield from _identity(sheet, identity, figures)
    yield from _weights(sheet)
    yield from _weighted_twice(judged)
    yield from _repeated(judged)
    for one in judged:
        yield from _over(one)
        yield from _survey(sheet, one)
        yield from _direction(one)


def _identity(sheet: Scoresheet, identity: Identity, figures: Figures) -> Iterator[Finding]:
    """Say that figures do not fit together whatever was rounded away in them (C101).

    Where a note gives the reason why an equation does not hold, nothing is said.
    """
    if holds(sheet.rulebook, identity, figures) or is_explained(sheet, identity):
        return
    used = input_names(parse_formula(identity.holds))
    reading = sheet.inputs.get(used[0])
    by_id = sheet.rulebook.input_by_id
    shown = "，".join(
        f"{by_id[name].label} {_as_typed(sheet.inputs.get(name), figures.inputs[name].exact)}"
        for name in used
    )
    yield finding(
        "C101",
        sheet=reading.sheet if reading is not None else None,
        cell=reading.cell if reading is not None else None,
        found=shown,
        says=says_of(identity),
        figures=shown,
        identity=identity.id,
        excuse=_excuse(identity),
    )


def _as_typed(reading: Reading | None, value: Fraction) -> str:
    """A figure in the unit of its form."""
    figure = reading.figure if reading is not None else None
    if reading is None or figure is None or not reading.counted_in:
        return format_number(value)
    return format_number(amount_to_type(replace(figure, value=value), reading))


def _excuse(identity: Identity) -> Bilingual:
    """What to do where the figures are right all the same; nothing of a bound."""
    if identity.unless:
        reason = Bilingual(identity.unless, identity.unless_en or identity.unless)
        return text_of("checking.notes.unless").fill(reason=reason)
    return text_of("checking.notes.other") if is_equation(identity) else Bilingual("", "")


def _weights(sheet: Scoresheet) -> Iterator[Finding]:
    """Say that the weights in the sheet come to more than the total (C104)."""
    rows = [row for row in weighing(sheet.rows) if not _is_adjusting(sheet, row.id)]
    weights = [weight_typed(sheet.rulebook, row) for row in rows]
    found = sum((w for w in weights if w is not None), Exact(0))
    total = Exact(sheet.rulebook.total)
    if found <= total:
        return
    first = next((row.readings[Role.WEIGHT] for row in rows if Role.WEIGHT in row.readings), None)
    said = finding(
        "C104",
        sheet=sheet.sheet,
        cell=first.cell if first is not None else None,
        found=format_points(found),
        expected=format_points(total),
    )
    altered = [one for one in sheet.findings if one.code == "S105" and one.found and one.expected]
    excess = sum((Exact(f.found or 0) - Exact(f.expected or 0) for f in altered), Exact(0))
    if altered and found - excess <= total:
        said = said.following(altered[0])
    yield said


def _is_adjusting(sheet: Scoresheet, row_id: str) -> bool:
    indicator = sheet.rulebook.by_id.get(row_id)
    return indicator is not None and bool(indicator.adjusts)


def _over(one: JudgedRow) -> Iterator[Finding]:
    """Say that a rate above 100% counts as full marks (C102)."""
    rule, rate = one.computed.rule, one.computed.outcome.rate
    if not isinstance(rule, Indicator) or rate is None or not 1 < rate <= HIGHEST_RATE:
        return
    part = shown_part(rule)
    if not isinstance(part.score, Linear) or part.score.direction != "higher":
        return
    reading = one.row.readings.get(Role.ACTUAL) or one.row.readings.get(Role.CLAIMED)
    if reading is None or part.rate_unit != "%":
        return
    yield finding(
        "C102",
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=one.row.id,
        found=format_percent(rate),
        name=one.row.name,
    )


def _survey(sheet: Scoresheet, one: JudgedRow) -> Iterator[Finding]:
    """Say that no whole count gives the claimed percentage of a known number (C105): 98% of 30."""
    rule, typed = one.computed.rule, one.row.readings.get(Role.ACTUAL)
    quantity = typed.figure if typed is not None else None
    if not isinstance(rule, Indicator) or typed is None or quantity is None:
        return
    name = _counted_by(sheet.rulebook, rule)
    if name is None or one.computed.outcome.state is OutcomeState.JUDGED:
        return
    by_id = sheet.rulebook.input_by_id
    reading = sheet.inputs.get(name)
    count = figure_value(reading, by_id[name]) if reading is not None else None
    if count is None or count.exact <= 0:
        return
    shown = quantity.spread or IntervalSet.point(quantity.value)
    least, most = shown.low * count.exact, shown.high * count.exact
    nearest = -(-least.numerator // least.denominator)
    if nearest <= most:
        return
    yield finding(
        "C105",
        sheet=typed.sheet,
        cell=typed.cell,
        indicator=one.row.id,
        found=format_percent(quantity.value),
        name=one.row.name,
        label=by_id[name].label,
        count=format_number(count.exact),
        product=format_number(quantity.value * count.exact, 2),
    )


def _counted_by(book: Rulebook, rule: Indicator) -> str | None:
    """The input that a rate of counted things is divided by; None of any other rate."""
    key = "counted by", id(rule)
    if key not in book.compiled:
        book.compiled[key] = rule, _divisor_of_counts(book, rule)  # the rule kept keeps its id
    _, name = cast("tuple[Indicator, str | None]", book.compiled[key])
    return name


def _divisor_of_counts(book: Rulebook, rule: Indicator) -> str | None:
    rate = shown_part(rule).rate
    if rate is None:
        return None
    tree = parse_formula(rate)
    below = denominators(tree)
    if len(below) != 1 or not isinstance(below[0], Name):
        return None
    is_of_counts = all(book.input_by_id[name].kind == "count" for name in input_names(tree))
    return below[0].id if is_of_counts else None


def _weighted_twice(judged: Sequence[JudgedRow]) -> Iterator[Finding]:
    """Say that item scores are the weights themselves, so that these were applied twice (C108)."""
    rows = [(one, rule) for one in judged if (rule := _item_rule(one)) is not None]
    same = [
        (one, rule)
        for one, rule in rows
        if one.computed.free is not None
        and one.computed.free.item_score is not None
        and one.computed.free.item_score.exact == one.result.weight
        and one.result.weight < Exact(rule.out_of)
    ]
    if len(same) < 2 or len(same) < len(rows):
        return
    for one, rule in same:
        reading = one.row.readings[Role.ITEM_SCORE]
        yield finding(
            "C108",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=one.row.id,
            found=reading.text,
            expected=format_number(Exact(rule.out_of)),
            name=one.row.name,
            score=format_points(one.result.computed_score or Exact(0)),
            out_of=format_number(Exact(rule.out_of)),
        )


def _repeated(judged: Sequence[JudgedRow]) -> Iterator[Finding]:
    """Say that a row of which has weight and score too, which no sum counts (C109)."""
    for one in judged:
        claimed = one.row.readings.get(Role.CLAIMED)
        if one.row.kind is RowKind.OF_WHICH and claimed is not None:
            yield finding(
                "C109",
                sheet=claimed.sheet,
                cell=claimed.cell,
                indicator=one.row.id,
                found=claimed.text,
                name=one.row.name,
                weight=format_points(one.result.weight or Exact(0)),
            )


def _item_rule(one: JudgedRow) -> ItemScore | None:
    """The rule of a row whose typed score before weighting counts."""
    score = one.computed.rule.score if one.computed.rule is not None else None
    is_item = isinstance(score, ItemScore) and score.column == "item_score"
    has_one = one.computed.free is not None and one.computed.free.item_score is not None
    return score if isinstance(score, ItemScore) and is_item and has_one else None


def _direction(one: JudgedRow) -> Iterator[Finding]:
    """Say that 正向 or 反向 and the operator of a free row contradict each other (C107)."""
    free = one.computed.free
    reading = one.row.readings.get(Role.DIRECTION)
    if free is None or reading is None or free.operator is None or free.direction is None:
        return
    is_falling = free.operator in (Operator.AT_MOST, Operator.BELOW)
    is_rising = free.operator in (Operator.AT_LEAST, Operator.ABOVE)
    if (is_falling and free.direction == FORWARD) or (is_rising and free.direction in REVERSED):
        yield finding(
            "C107",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=one.row.id,
            found=f"{free.direction} {free.operator.value}",
            name=one.row.name,
        )
