"""Further slips: what a keyboard, a paste, a list on paper or a calculator leaves behind.

The registers are those of ``kinds``; what a slip is and how it is named stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal
from random import Random

from jixiao.rulebook.schema.model import Role
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

_FIRST_SERIAL = 44197  # 2021-01-01, as Excel counts days


# ---- figures that are numbers still --------------------------------------------------------


@is_kind(FIGURE_KINDS)
def cut_at_the_thousands_mark(honest: Return, dice: Random) -> Slip | None:
    """1,288.40 pasted into cells parted at commas: the first holds 1."""

    def cut(text: str) -> str | None:
        whole = text.partition(".")[0]
        return whole[:-3] if len(whole) > 3 else None

    return changed_figure(honest, dice, cut, "money")


@is_kind(FIGURE_KINDS)
def last_digit_held(honest: Return, dice: Random) -> Slip | None:
    """The last key held too long."""
    return changed_figure(
        honest, dice, lambda text: text + text[-1] * 3 if text[-1] != "0" else None, "count"
    )


@is_kind(FIGURE_KINDS)
def counted_on_two_lists(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(honest, dice, lambda text: str(int(text) * 2), "count")


@is_kind(FIGURE_KINDS)
def two_lines_too_low(honest: Return, dice: Random) -> Slip | None:
    """The amount of the line but one above."""
    cells = filled_inputs(honest, "money")
    if len(cells) < 3:
        return None
    nth = dice.randrange(len(cells) - 2)
    if number_in(honest, cells[nth]) == number_in(honest, cells[nth + 2]):
        return None
    return Slip({cells[nth + 2]: honest.content(cells[nth])})


@is_kind(FIGURE_KINDS)
def date_made_of_a_count(honest: Return, dice: Random) -> Slip | None:
    """3-5 typed for "3 to 5": Excel made a day of it, and the format was put back later."""
    day = _FIRST_SERIAL + dice.randrange(365)
    return changed_figure(honest, dice, lambda _: str(day), "count")


@is_kind(FIGURE_KINDS)
def amount_in_hundreds(honest: Return, dice: Random) -> Slip | None:
    """Both decimals typed, the point left out, in an amount with decimals."""
    return changed_figure(
        honest, dice, lambda text: text.replace(".", "") if text[-3:-2] == "." else None, "money"
    )


# ---- figures that are no numbers any more --------------------------------------------------


def _text(
    honest: Return, dice: Random, write: Callable[[Decimal], str], *kinds: str, least: int = 0
) -> Slip | None:
    """A figure as text that live formulas cannot count with."""
    cells = [at for at in filled_inputs(honest, *kinds) if number_in(honest, at) >= least]
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: write(number_in(honest, at))}, "cell")


@is_kind(FORM_KINDS)
def thousands_by_points(honest: Return, dice: Random) -> Slip | None:
    """1.288,40 as some programs abroad write it."""

    def write(value: Decimal) -> str:
        return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))

    return _text(honest, dice, write, "money", least=1000)


@is_kind(FORM_KINDS)
def amount_in_brackets(honest: Return, dice: Random) -> Slip | None:
    return _text(honest, dice, lambda v: f"（{v:f}）", "money")


@is_kind(FORM_KINDS)
def yuan_written_behind(honest: Return, dice: Random) -> Slip | None:
    """The figure is in 万元, but 元 is written behind it."""
    return _text(honest, dice, lambda v: f"{v:f}元", "money", least=10)


@is_kind(FORM_KINDS)
def sum_written_out(honest: Return, dice: Random) -> Slip | None:
    def write(value: Decimal) -> str:
        part = (value / 3).quantize(Decimal("0.01"))
        return f"{part:f}+{value - part:f}"

    return _text(honest, dice, write, "money", least=10)


@is_kind(FORM_KINDS)
def hyphen_for_the_point(honest: Return, dice: Random) -> Slip | None:
    return _text(honest, dice, lambda v: f"{v:.2f}".replace(".", "-"), "money", least=10)


@is_kind(FORM_KINDS)
def full_stop_for_the_point(honest: Return, dice: Random) -> Slip | None:
    return _text(honest, dice, lambda v: f"{v:.2f}".replace(".", "。"), "money", least=10)


@is_kind(FORM_KINDS)
def figure_still_to_come(honest: Return, dice: Random) -> Slip | None:
    words = dice.choice(("待核实", "见附件", "同上", "尚未决算"))
    return _text(honest, dice, lambda _: words, "money", "count")


@is_kind(FORM_KINDS)
def percentage_for_a_count(honest: Return, dice: Random) -> Slip | None:
    return _text(honest, dice, lambda _: "95%", "count")


@is_kind(FORM_KINDS)
def amount_with_a_question_mark(honest: Return, dice: Random) -> Slip | None:
    return _text(honest, dice, lambda v: f"{v:f}？", "money")


# ---- self-scores ---------------------------------------------------------------------------


@is_kind(SCORE_KINDS)
def half_marks(honest: Return, dice: Random) -> Slip | None:
    return changed_score(honest, dice, lambda score, weight: weight / 2 if score > 0 else None)


@is_kind(SCORE_KINDS)
def deduction_with_its_sign(honest: Return, dice: Random) -> Slip | None:
    """-2 for two points lost."""
    return changed_score(
        honest, dice, lambda score, weight: score - weight if score < weight else None
    )


@is_kind(FORM_KINDS)
def two_points_in_a_score(honest: Return, dice: Random) -> Slip | None:
    rows = [at for _, at, score, _ in scored_rows(honest) if score % 1]
    if not rows:
        return None
    at = dice.choice(rows)
    return Slip({at: f"{number_in(honest, at):f}".replace(".", "..")}, "cell")


@is_kind(FORM_KINDS)
def score_of_which(honest: Return, dice: Random) -> Slip | None:
    """2/3 for two points of three, as text."""
    rows = [(at, weight) for _, at, score, weight in scored_rows(honest) if 0 < score < weight]
    if not rows:
        return None
    at, weight = dice.choice(rows)
    return Slip({at: f"{number_in(honest, at):f}/{weight:f}"}, "cell")


@is_kind(FORM_KINDS)
def score_in_the_column_of_weights(honest: Return, dice: Random) -> Slip | None:
    """Typed one column too far left, over the weight that was issued."""
    rows = [
        (honest.form.rows[name][Role.WEIGHT], score)
        for name, _, score, weight in scored_rows(honest)
        if name in honest.form.rows and 0 < score < weight
    ]
    return Slip(dict([dice.choice(rows)]), "cell") if rows else None


# ---- sums, rates and grade -----------------------------------------------------------------


@is_kind(FORMULA_KINDS)
def section_sum_blanked(honest: Return, dice: Random) -> Slip | None:
    cells = live_sums(honest, "sum:")
    return Slip({dice.choice(cells): None}) if cells else None


@is_kind(FORMULA_KINDS)
def total_as_text(honest: Return, dice: Random) -> Slip | None:
    """88.91分 typed over the formula: the grade below it has no number to go by."""
    del dice
    at = honest.form.sums["total"]
    return Slip({at: f"{shown_number(honest, at):f}分"})


@is_kind(FORMULA_KINDS)
def grade_in_other_words(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums.get("grade")
    return None if at is None else Slip({at: dice.choice(("达标", "A级", "合规"))})


@is_kind(FORMULA_KINDS)
def suggested_score_blanked(honest: Return, dice: Random) -> Slip | None:
    cells = [
        cells[Role.SUGGESTED]
        for cells in honest.form.rows.values()
        if Role.SUGGESTED in cells and isinstance(honest.shown.value(*cells[Role.SUGGESTED]), float)
    ]
    return Slip({dice.choice(cells): None}) if cells else None


@is_kind(FORMULA_KINDS)
def total_cut_to_whole_points(honest: Return, dice: Random) -> Slip | None:
    del dice
    at = honest.form.sums["total"]
    total = shown_number(honest, at)
    whole = total.to_integral_value(rounding=ROUND_DOWN)
    return Slip({at: whole}) if whole != total else None
