"""More slips, seen where figures are typed from paper, pasted from elsewhere or left from before.

The registers are those of ``kinds``; what a slip is and how it is named stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import pairwise
from random import Random

from jixiao.rulebook.schema.model import Role
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

_CENT = Decimal("0.01")
_WIDE = str.maketrans("0123456789.-", "０１２３４５６７８９。－")


# ---- figures that are numbers still --------------------------------------------------------


@is_kind(FIGURE_KINDS)
def digit_mistyped(honest: Return, dice: Random) -> Slip | None:
    """The key beside the one that was meant. Any digit may be: the score is as likely."""

    def mistype(text: str) -> str | None:
        places = [nth for nth, digit in enumerate(text.partition(".")[0]) if digit in "23456789"]
        if not places:
            return None
        nth = dice.choice(places)
        return f"{text[:nth]}{int(text[nth]) - 1}{text[nth + 1 :]}"

    slip = changed_figure(honest, dice, mistype)
    return None if slip is None else replace(slip, naming="listed")


@is_kind(FIGURE_KINDS)
def zero_too_many(honest: Return, dice: Random) -> Slip | None:
    def lengthen(text: str) -> str | None:
        whole, _, rest = text.partition(".")
        return f"{whole}0.{rest}" if rest else f"{whole}0"

    return changed_figure(honest, dice, lengthen, "money", "count")


@is_kind(FIGURE_KINDS)
def zero_lost(honest: Return, dice: Random) -> Slip | None:
    """One of two zeros, or the only one inside a figure."""
    return changed_figure(
        honest, dice, lambda text: text.replace("0", "", 1) if "0" in text[1:-1] else None
    )


@is_kind(FIGURE_KINDS)
def rate_for_amount(honest: Return, dice: Random) -> Slip | None:
    """The rate, which belongs into another column, in the cell of the amount."""
    pairs = [("spent", "budget"), ("running_cost_spent", "running_cost_budget")]
    pairs += [("money_spent", "money_budget"), ("procurement_spent", "procurement_budget")]
    cells = [
        (honest.form.inputs[a], honest.form.inputs[b])
        for a, b in pairs
        if a in honest.form.inputs and b in honest.form.inputs
    ]
    if not cells:
        return None
    above, below = dice.choice(cells)
    rate = number_in(honest, above) / number_in(honest, below)
    return Slip({above: (rate * dice.choice((1, 100))).quantize(Decimal("0.0001")).normalize()})


@is_kind(FIGURE_KINDS)
def rate_input_a_hundredfold(honest: Return, dice: Random) -> Slip | None:
    """95.2 typed where 95.2 % or 0.952 belongs."""
    cells = filled_inputs(honest, "rate")
    return Slip({cells[0]: number_in(honest, cells[0]) * 100}) if cells else None


@is_kind(FIGURE_KINDS)
def measure_a_hundredfold(honest: Return, dice: Random) -> Slip | None:
    """The actual value of a row in another unit: metres beside 公里, 元 beside 万元."""
    rows = _measured(honest)
    at = dice.choice(rows)[Role.ACTUAL] if rows else None
    return None if at is None else Slip({at: number_in(honest, at) * dice.choice((100, 1000))})


@is_kind(FORM_KINDS)
def target_and_actual_exchanged(honest: Return, dice: Random) -> Slip | None:
    typed: list[dict[Address, Content]] = []
    for cells in _measured(honest):
        target, actual = cells[Role.TARGET], cells[Role.ACTUAL]
        one: dict[Address, Content] = {
            target: honest.content(actual),
            actual: honest.content(target),
        }
        if honest.content(target) != honest.content(actual) and complaints(honest.typing(one)):
            typed.append(one)
    if not typed:
        return None
    chosen = dice.choice(typed)
    return Slip(chosen, "listed", _row_of(honest, next(iter(chosen))))


def _measured(honest: Return) -> list[dict[Role, Address]]:
    """Free rows with numbers for target and actual value, scored by them."""
    return [
        dict(row.cells)
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.ACTUAL]), Decimal)
        and isinstance(honest.content(row.cells[Role.TARGET]), Decimal)
        and not hasattr(row.block.score, "column")
    ]


def _row_of(honest: Return, at: Address) -> frozenset[Address]:
    """All cells of the free row that a cell is in: any of them says which row it is."""
    rows = [row.cells.values() for row in honest.form.free if at in row.cells.values()]
    return frozenset(rows[0])


@is_kind(FORM_KINDS)
def row_weights_exchanged(honest: Return, dice: Random) -> Slip | None:
    """Weights of two free rows, so that their sum stays what it was."""
    rows = [
        row.cells
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.WEIGHT]), Decimal)
    ]
    pairs = [
        (a[Role.WEIGHT], b[Role.WEIGHT])
        for a, b in pairwise(rows)
        if honest.content(a[Role.WEIGHT]) != honest.content(b[Role.WEIGHT])
    ]
    if not pairs:
        return None
    a, b = dice.choice(pairs)
    related = _row_of(honest, a) | _row_of(honest, b)
    return Slip({a: honest.content(b), b: honest.content(a)}, "listed", related)


@is_kind(FORM_KINDS)
def inputs_exchanged(honest: Return, dice: Random) -> Slip | None:
    """Two lines of the basic figures typed into each other's cell."""
    cells = [at for at in honest.form.inputs.values() if at in filled_inputs(honest, "money")]
    pairs = list(pairwise(cells))
    dice.shuffle(pairs)
    for a, b in pairs:
        typed = {a: honest.content(b), b: honest.content(a)}
        told = complaints(honest.typing(typed)) if honest.content(a) != honest.content(b) else ()
        if len(told) > 1:  # of one thing out of place many exchanges may be the cause
            return Slip(typed, "cell")
    return None


# ---- figures that are no numbers any more --------------------------------------------------


def _as_text(
    honest: Return, dice: Random, write: Callable[[Decimal], str], *kinds: str, least: int = 0
) -> Slip | None:
    """A number that is text now: live formulas leave it out, what was meant can be told."""
    cells = [at for at in filled_inputs(honest, *kinds) if number_in(honest, at) >= least]
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: write(number_in(honest, at))}, "cell")


@is_kind(FORM_KINDS)
def decimal_comma(honest: Return, dice: Random) -> Slip | None:
    return _as_text(honest, dice, lambda v: f"{v:.2f}".replace(".", ","), "money")


@is_kind(FORM_KINDS)
def digits_and_point_of_full_width(honest: Return, dice: Random) -> Slip | None:
    return _as_text(honest, dice, lambda v: f"{v:f}".translate(_WIDE), "money")


@is_kind(FORM_KINDS)
def thousands_in_odd_places(honest: Return, dice: Random) -> Slip | None:
    def write(value: Decimal) -> str:
        text = f"{value:f}"
        return f"{text[:2]},{text[2:]}"

    return _as_text(honest, dice, write, "money", least=1000)


@is_kind(FORM_KINDS)
def amount_with_a_remark(honest: Return, dice: Random) -> Slip | None:
    return _as_text(honest, dice, lambda v: f"{v:f}（其中本级{v / 2:.2f}）", "money")


@is_kind(FORM_KINDS)
def amount_as_a_range(honest: Return, dice: Random) -> Slip | None:
    return _as_text(honest, dice, lambda v: f"{v:f}-{v + 5:f}", "money")


@is_kind(FORM_KINDS)
def both_answers_left(honest: Return, dice: Random) -> Slip | None:
    """The choice as printed, nothing crossed out."""
    cells = filled_inputs(honest, "flag")
    return (
        Slip({dice.choice(cells): dice.choice(("是/否", "是□否□", "是、否"))}, "cell")
        if cells
        else None
    )


@is_kind(FORM_KINDS)
def answer_is_a_number(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "flag")
    return Slip({dice.choice(cells): Decimal(dice.choice((2, 3, 100)))}, "cell") if cells else None


@is_kind(FORM_KINDS)
def score_with_a_comma(honest: Return, dice: Random) -> Slip | None:
    rows = [at for _, at, score, _ in scored_rows(honest) if score % 1]
    if not rows:
        return None
    at = dice.choice(rows)
    mark = dice.choice(",，。、")
    return Slip({at: f"{number_in(honest, at):f}".replace(".", mark)}, "cell")


# ---- self-scores ---------------------------------------------------------------------------


@is_kind(SCORE_KINDS)
def deduction_for_score(honest: Return, dice: Random) -> Slip | None:
    """The points lost in place of those kept."""
    return changed_score(
        honest, dice, lambda score, weight: weight - score if score < weight else None
    )


@is_kind(SCORE_KINDS)
def score_on_a_hundred(honest: Return, dice: Random) -> Slip | None:
    """95 for 95 % of the weight."""
    return changed_score(
        honest,
        dice,
        lambda score, weight: (score / weight * 100).quantize(_CENT) if score else None,
    )


@is_kind(SCORE_KINDS)
def score_as_a_share(honest: Return, dice: Random) -> Slip | None:
    """0.95 for 95 % of the weight."""
    return changed_score(
        honest, dice, lambda score, weight: (score / weight).quantize(_CENT) if score else None
    )


@is_kind(SCORE_KINDS)
def score_cut_to_one_decimal(honest: Return, dice: Random) -> Slip | None:
    def cut(score: Decimal, weight: Decimal) -> Decimal:
        return min(score, weight).quantize(Decimal("0.1"), ROUND_DOWN)

    return changed_score(honest, dice, cut, fixed=True)


@is_kind(SCORE_KINDS)
def score_rounded_half_even(honest: Return, dice: Random) -> Slip | None:
    """4.25 rounded to 4.2, as a bank does, and to fewer digits than asked for."""

    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        even = score.quantize(Decimal("0.1"), ROUND_HALF_EVEN)
        return even if even != score.quantize(Decimal("0.1"), ROUND_HALF_UP) else None

    return changed_score(honest, dice, change, fixed=True)


@is_kind(SCORE_KINDS)
def score_mistyped(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        text = f"{score:.2f}"
        nth = dice.choice([n for n, digit in enumerate(text) if digit != "."])
        wrong = Decimal(
            f"{text[:nth]}{(int(text[nth]) + dice.choice((3, 5, 7))) % 10}{text[nth + 1 :]}"
        )
        return wrong if wrong <= weight else None

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def scores_a_row_too_low(honest: Return, dice: Random) -> Slip | None:
    """Three scores of issued rows pasted one row below their own."""
    rows = scored_rows(honest)
    starts = [
        nth
        for nth in range(len(rows) - 3)
        if all(rows[nth + k][2] <= rows[nth + k + 1][3] for k in range(3))
        and sum(rows[nth + k][2] != rows[nth + k + 1][2] for k in range(3)) == 3
    ]
    if not starts:
        return None
    nth = dice.choice(starts)
    return Slip({rows[nth + k + 1][1]: rows[nth + k][2] for k in range(3)})


# ---- formulas and the form -----------------------------------------------------------------


@is_kind(FORMULA_KINDS)
def sums_from_before_the_last_change(honest: Return, dice: Random) -> Slip | None:
    """Section and total pasted as values, then a score was put right."""
    total = honest.form.sums["total"]
    for at in dice.sample(rows := [r[1] for r in scored_rows(honest)], len(rows)):
        before = honest.typing({at: number_in(honest, at) - Decimal("0.5")})
        sums = [cell for cell in live_sums(honest, "sum:") if _differ(honest, before, cell)]
        if sums and _differ(honest, before, total):
            cells = [*sums, total]
            return Slip({cell: shown_number(before, cell) for cell in cells})
    return None


def _differ(one: Return, other: Return, at: Address) -> bool:
    return one.shown.value(*at) != other.shown.value(*at)


@is_kind(FORMULA_KINDS)
def total_is_full_marks(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums["total"]
    if shown_number(honest, at) == 100:
        return None
    return Slip({at: Decimal(100)})


@is_kind(FORMULA_KINDS)
def grade_of_the_next_bound(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums.get("grade")
    names = [grade.name for grade in honest.form.rulebook.grades]
    shown = honest.shown.value(*at) if at is not None else None
    if at is None or shown not in names:
        return None
    nth = names.index(str(shown))
    return Slip({at: names[nth - 1] if nth else names[1]})


@is_kind(FORMULA_KINDS)
def formula_typed_as_text(honest: Return, dice: Random) -> Slip | None:
    """A formula that shows itself: the cell was formatted as text."""
    cells = live_sums(honest, "sum:")
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: f" {honest.form.formula(at)}"})


@is_kind(FORM_KINDS)
def weights_exchanged(honest: Return, dice: Random) -> Slip | None:
    """The weights of two fixed rows, so that their sum stays what it was."""
    cells = [cells[Role.WEIGHT] for cells in honest.form.rows.values()]
    pairs = [(a, b) for a, b in pairwise(cells) if honest.content(a) != honest.content(b)]
    if not pairs:
        return None
    a, b = dice.choice(pairs)
    return Slip({a: honest.content(b), b: honest.content(a)}, "cell")
