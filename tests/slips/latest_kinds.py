"""Slips added last: lines moved, cells of another column, units beside, formulas over other rows.

The registers are those of ``kinds``. A slip of several cells is one that the sheet shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from random import Random

from jixiao.rulebook.schema.model import Role
from jixiao.workbook.model import cell_address
from slips.book import Content
from slips.evidence import complaints
from slips.excel import Address
from slips.form import Return
from slips.kinds import (
    FIGURE_KINDS,
    FORM_KINDS,
    FORMULA_KINDS,
    SCORE_KINDS,
    Slip,
    changed_figure,
    changed_score,
    filled_inputs,
    is_kind,
    live_sums,
    number_in,
    scored_rows,
    shown_number,
)

_YEAR = 2017
_CENT = Decimal("0.01")


def _shown(honest: Return, typed: Mapping[Address, Content], naming: str = "cell") -> Slip | None:
    """A slip of several cells, where anything of the sheet shows it."""
    changed = {at: content for at, content in typed.items() if content != honest.content(at)}
    if not changed or not complaints(honest.typing(changed)):
        return None
    return Slip(changed, naming)


# ---- figures -------------------------------------------------------------------------------


@is_kind(FIGURE_KINDS)
def digits_apart_exchanged(honest: Return, dice: Random) -> Slip | None:
    """1246.8 as 4216.8: the first and the third digit."""
    return changed_figure(
        honest,
        dice,
        lambda t: (
            t[2] + t[1] + t[0] + t[3:] if t[:3].isdigit() and t[2:3] not in ("", "0") else None
        ),
    )


@is_kind(FIGURE_KINDS)
def first_digit_at_the_end(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(
        honest,
        dice,
        lambda t: t[1:] + t[0] if t[:2].isdigit() and t[1:2] not in ("", "0") else None,
    )


@is_kind(FIGURE_KINDS)
def figure_typed_twice(honest: Return, dice: Random) -> Slip | None:
    """86 pasted behind 86."""
    return changed_figure(honest, dice, lambda t: t + t if t.isdigit() else None, "money", "count")


@is_kind(FIGURE_KINDS)
def zero_for_a_figure(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(honest, dice, lambda _: "0", "money")


@is_kind(FIGURE_KINDS)
def this_year_in_the_column_of_last(honest: Return, dice: Random) -> Slip | None:
    inputs = honest.form.inputs
    pairs = [
        (inputs[this], at)
        for last, at in inputs.items()
        for this in (last.removesuffix("_last"), last.replace("_last_year", "_this_year"))
        if "_last" in last and this in inputs and honest.content(inputs[this]) != honest.content(at)
    ]
    if not pairs:
        return None
    this, last_at = dice.choice(pairs)
    return Slip({last_at: honest.content(this)})


@is_kind(FIGURE_KINDS)
def amount_in_fen(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(
        honest, dice, lambda t: f"{Decimal(t) * 10**6:f}".rstrip("0").rstrip(".") or None, "money"
    )


@is_kind(FIGURE_KINDS)
def percent_sign_behind_an_amount(honest: Return, dice: Random) -> Slip | None:
    """775.6% in a cell for numbers is 7.756; a small amount alone is no slip to a reader."""
    slip = changed_figure(honest, dice, lambda t: f"{Decimal(t) / 100:f}", "money")
    told = complaints(honest.typing(slip.typed)) if slip is not None else set()
    return slip if any(kind != "implausible" for kind, _ in told) else None


@is_kind(FIGURE_KINDS)
def year_for_a_count(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(honest, dice, lambda _: str(_YEAR), "count")


@is_kind(FIGURE_KINDS)
def telephone_number_for_an_amount(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(honest, dice, lambda _: "13907910123", "money")


@is_kind(FIGURE_KINDS)
def zero_behind_the_point(honest: Return, dice: Random) -> Slip | None:
    """1246.08 for 1246.8."""
    return changed_figure(honest, dice, lambda t: t.replace(".", ".0") if "." in t else None)


@is_kind(FIGURE_KINDS)
def what_is_left_for_what_was_spent(honest: Return, dice: Random) -> Slip | None:
    del dice
    inputs = honest.form.inputs
    if "spent" not in inputs or "budget" not in inputs:
        return None
    left = number_in(honest, inputs["budget"]) - number_in(honest, inputs["spent"])
    return Slip({inputs["spent"]: left}) if left > 0 else None


@is_kind(FIGURE_KINDS)
def the_next_line_counted_in(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "money")
    if len(cells) < 2:
        return None
    nth = dice.randrange(len(cells) - 1)
    both = number_in(honest, cells[nth]) + number_in(honest, cells[nth + 1])
    return Slip({cells[nth]: both}) if both != number_in(honest, cells[nth]) else None


@is_kind(FIGURE_KINDS)
def target_typed_as_reached(honest: Return, dice: Random) -> Slip | None:
    rows = [
        row.cells
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.TARGET]), Decimal)
        and isinstance(honest.content(row.cells[Role.ACTUAL]), Decimal)
        and not hasattr(row.block.score, "column")
        and number_in(honest, row.cells[Role.CLAIMED]) < number_in(honest, row.cells[Role.WEIGHT])
    ]
    if not rows:
        return None
    cells = dice.choice(rows)
    return Slip({cells[Role.ACTUAL]: honest.content(cells[Role.TARGET])}, "listed")


# ---- figures and answers of several cells, or no numbers any more --------------------------


@is_kind(FORM_KINDS)
def three_lines_shifted_down(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "money")
    if len(cells) < 4:
        return None
    nth = dice.randrange(len(cells) - 3)
    return _shown(honest, {low: honest.content(up) for up, low in pairwise(cells[nth : nth + 4])})


@is_kind(FORM_KINDS)
def figure_in_the_next_line(honest: Return, dice: Random) -> Slip | None:
    """Its own line, which is asked for, is blank; the next one holds it."""
    asked = {
        honest.form.inputs[item.id]
        for item in honest.form.rulebook.inputs
        if item.id in honest.form.inputs and not item.optional
    }
    cells = [at for at in filled_inputs(honest, "money") if at in asked]
    if len(cells) < 2:
        return None
    nth = dice.randrange(len(cells) - 1)
    return Slip({cells[nth]: None, cells[nth + 1]: honest.content(cells[nth])}, "cell")


@is_kind(FORM_KINDS)
def unit_beside_altered(honest: Return, dice: Random) -> Slip | None:
    """元 typed over 万元 beside an amount, the amount as it was."""
    found = []
    for at in filled_inputs(honest, "money"):
        row = int(at[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        found += [
            (at, (at[0], cell_address(row, column)))
            for column in range(1, 8)
            if honest.content((at[0], cell_address(row, column))) == "万元"
        ]
    if not found:
        return None
    at, unit = dice.choice(found)
    return Slip({unit: "元"}, "relation", frozenset({at, unit}))


@is_kind(FORM_KINDS)
def minus_before_an_amount(honest: Return, dice: Random) -> Slip | None:
    """A full-width minus, so that the amount is text as well."""
    cells = [at for at in filled_inputs(honest, "money") if number_in(honest, at) > 0]
    if not cells:
        return None
    at = dice.choice(cells)
    return _shown(honest, {at: -number_in(honest, at)}) and Slip(
        {at: f"－{number_in(honest, at):f}"}, "cell"
    )


@is_kind(FORM_KINDS)
def answer_with_a_remark(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "flag")
    return Slip({dice.choice(cells): "是，但未报备"}, "cell") if cells else None


@is_kind(FORM_KINDS)
def number_of_papers_for_an_answer(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "flag")
    return Slip({dice.choice(cells): Decimal(3)}, "cell") if cells else None


@is_kind(FORM_KINDS)
def reached_in_words(honest: Return, dice: Random) -> Slip | None:
    cells = [
        row.cells[Role.ACTUAL]
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.ACTUAL]), Decimal)
        and not hasattr(row.block.score, "column")
    ]
    return (
        Slip({dice.choice(cells): dice.choice(("已完成", "达标", "较好"))}, "cell")
        if cells
        else None
    )


@is_kind(FORM_KINDS)
def reached_left_blank(honest: Return, dice: Random) -> Slip | None:
    rows = [
        row.cells
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.ACTUAL]), Decimal)
        and not hasattr(row.block.score, "column")
    ]
    if not rows:
        return None
    cells = dice.choice(rows)
    places = frozenset({cells[Role.ACTUAL], cells[Role.CLAIMED]})
    return Slip({cells[Role.ACTUAL]: None}, "relation", places)


# ---- self-scores ---------------------------------------------------------------------------


@is_kind(SCORE_KINDS)
def score_doubled(honest: Return, dice: Random) -> Slip | None:
    return changed_score(honest, dice, lambda score, weight: score * 2 if score < weight else None)


@is_kind(SCORE_KINDS)
def zero_behind_the_point_of_a_score(honest: Return, dice: Random) -> Slip | None:
    """2.05 for 2.5."""

    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        text = f"{score:f}"
        other = Decimal(text.replace(".", ".0")) if score % 1 else None
        return other.quantize(_CENT) if other is not None and other <= weight else None

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def score_of_the_row_above(honest: Return, dice: Random) -> Slip | None:
    rows = scored_rows(honest)
    near = [(y[1], x[2]) for x, y in pairwise(rows) if x[2] != y[2] and x[2] <= y[3]]
    return Slip(dict([dice.choice(near)])) if near else None


@is_kind(FORM_KINDS)
def score_among_the_reasons(honest: Return, dice: Random) -> Slip | None:
    """Typed into the column of reasons; its own cell is blank."""
    rows = [
        (cells[Role.CLAIMED], cells[Role.REASON])
        for cells in honest.form.scored.values()
        if Role.REASON in cells and isinstance(honest.content(cells[Role.CLAIMED]), Decimal)
    ]
    if not rows:
        return None
    claimed, reason = dice.choice(rows)
    return Slip({claimed: None, reason: honest.content(claimed)}, "cell")


@is_kind(FORM_KINDS)
def reason_for_a_score(honest: Return, dice: Random) -> Slip | None:
    rows = scored_rows(honest, computed=False)
    return Slip({dice.choice(rows)[1]: "支出进度偏慢"}, "cell") if rows else None


@is_kind(FORM_KINDS)
def deduction_in_words(honest: Return, dice: Random) -> Slip | None:
    rows = [row for row in scored_rows(honest) if row[2] < row[3]]
    if not rows:
        return None
    _, at, score, weight = dice.choice(rows)
    return Slip({at: f"扣{weight - score:f}分"}, "cell")


@is_kind(FORM_KINDS)
def score_and_reason_in_one_cell(honest: Return, dice: Random) -> Slip | None:
    rows = [row for row in scored_rows(honest) if row[2] < row[3]]
    if not rows:
        return None
    _, at, score, weight = dice.choice(rows)
    return Slip({at: f"{score:f}（扣{weight - score:f}分）"}, "cell")


# ---- formulas ------------------------------------------------------------------------------


@is_kind(FORMULA_KINDS)
def rates_pasted_as_values(honest: Return, dice: Random) -> Slip | None:
    del dice
    typed = {
        cells[Role.ACTUAL]: shown_number(honest, cells[Role.ACTUAL])
        for cells in honest.form.rows.values()
        if Role.ACTUAL in cells
        and honest.form.formula(cells[Role.ACTUAL])
        and isinstance(honest.shown.value(*cells[Role.ACTUAL]), float)
    }
    return Slip(typed, "cell") if len(typed) > 1 else None


@is_kind(FORMULA_KINDS)
def what_is_missing_for_a_rate(honest: Return, dice: Random) -> Slip | None:
    """39.8% for 60.2%, typed over the formula."""
    cells = _rates(honest)
    cells = [at for at in cells if 0 < shown_number(honest, at) < Decimal("0.45")]
    return (
        Slip({at: 1 - shown_number(honest, at)}) if cells and (at := dice.choice(cells)) else None
    )


@is_kind(FORMULA_KINDS)
def rate_of_the_next_row(honest: Return, dice: Random) -> Slip | None:
    pairs = [
        (one, other)
        for one, other in pairwise(_rates(honest))
        if abs(shown_number(honest, one) - shown_number(honest, other)) > _CENT
    ]
    if not pairs:
        return None
    one, other = dice.choice(pairs)
    return Slip({one: shown_number(honest, other)})


@is_kind(FORMULA_KINDS)
def total_without_a_section(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums["total"]
    formula = honest.form.formula(at) or ""
    sums = [cell for cell in live_sums(honest, "sum:") if shown_number(honest, cell)]
    dice.shuffle(sums)
    for cell in sums:
        short = formula.replace(f",{cell[1]}", "")
        if short != formula and honest.typing({at: short}).shown.value(*at) != honest.shown.value(
            *at
        ):
            return Slip({at: short})
    return None


@is_kind(FORMULA_KINDS)
def section_sum_to_whole_points(honest: Return, dice: Random) -> Slip | None:
    sums = [at for at in live_sums(honest, "sum:") if shown_number(honest, at) % 1]
    if not sums:
        return None
    at = dice.choice(sums)
    return Slip({at: shown_number(honest, at).quantize(Decimal(1))})


@is_kind(FORMULA_KINDS)
def total_of_another_return(honest: Return, dice: Random) -> Slip | None:
    """The total and the grade of last year's file, pasted over both."""
    total, grade = honest.form.sums["total"], honest.form.sums.get("grade")
    typed: dict[Address, Content] = {total: shown_number(honest, total) - dice.choice((4, 7))}
    if grade is not None:
        typed[grade] = honest.form.rulebook.grades[-1].name
    return Slip(typed, "cell")


@is_kind(FORMULA_KINDS)
def suggested_scores_a_row_too_low(honest: Return, dice: Random) -> Slip | None:
    """The formula of the row above, copied down as text of another row."""
    cells = [
        cells[Role.SUGGESTED]
        for cells in honest.form.rows.values()
        if Role.SUGGESTED in cells and isinstance(honest.shown.value(*cells[Role.SUGGESTED]), float)
    ]
    pairs = [
        (low, honest.form.formula(up))
        for up, low in pairwise(cells)
        if honest.form.formula(up) != honest.form.formula(low)
    ]
    if not pairs:
        return None
    low, formula = dice.choice(pairs)
    return Slip({low: formula})


def _rates(honest: Return) -> list[Address]:
    return [
        cells[Role.ACTUAL]
        for cells in honest.form.rows.values()
        if Role.ACTUAL in cells
        and honest.form.formula(cells[Role.ACTUAL])
        and isinstance(honest.shown.value(*cells[Role.ACTUAL]), float)
    ]
