"""Kinds of single slips, each typed into an honest return as it happens in real life.

A kind takes the return and a ``Random`` and gives what is then in which cells, or None where the
return has no place for it. Live formulas follow the slip; self-scores stay those of true figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from random import Random

from jixiao.formula.names import input_names
from jixiao.formula.parse import parse_formula
from jixiao.rulebook.schema.model import Role
from slips.book import Content
from slips.evidence import complaints
from slips.excel import Address
from slips.form import Return

Typed = Mapping[Address, Content]
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Slip:
    """What is typed wrong. ``naming`` says what a finding must get right beside the cell."""

    typed: Typed
    naming: str = "value"  # value | listed (among others as likely) | cell | relation | row
    related: frozenset[Address] = frozenset()  # the figures of the relation that it breaks
    deleted: str | None = None  # the indicator whose row is gone
    parts: tuple[Slip, ...] = ()  # the slips that were made together


Kind = Callable[[Return, Random], Slip | None]
Change = Callable[[Decimal, Decimal], Decimal | None]  # a score and its weight
FIGURE_KINDS: list[Kind] = []
SCORE_KINDS: list[Kind] = []
FORMULA_KINDS: list[Kind] = []
FORM_KINDS: list[Kind] = []


def is_kind(kinds: list[Kind]) -> Callable[[Kind], Kind]:
    def register(kind: Kind) -> Kind:
        kinds.append(kind)
        return kind

    return register


# ---- where ---------------------------------------------------------------------------------


def filled_inputs(honest: Return, *wanted: str) -> list[Address]:
    """The filled inputs of a kind, table columns among them, that some indicator uses."""
    book = honest.form.rulebook
    used = set(_used(honest))
    kinds = {item.id: item.kind for item in book.inputs if item.id in used}
    cells = [at for name, at in honest.form.inputs.items() if kinds.get(name) in wanted]
    for table in book.tables:
        columns = {c.id for c in table.columns if c.kind in wanted and c.formula is None}
        columns -= {"planned", "done"}  # no indicator of the form counts them
        cells += [
            at for (t, c, _), at in honest.form.tables.items() if t == table.id and c in columns
        ]
    return [at for at in cells if honest.content(at) is not None]


def _used(honest: Return) -> Iterator[str]:
    for indicator in honest.form.rulebook.indicators:
        for part in indicator.parts or (indicator,):
            if part.rate is not None:
                yield from input_names(parse_formula(part.rate))
            for item in getattr(part.score, "items", ()):
                yield item.input
            for step in getattr(part.score, "steps", ()):
                if hasattr(step, "when") and indicator.rate is None and not indicator.parts:
                    yield from input_names(parse_formula(str(step.when)))
    for identity in honest.form.rulebook.identities:
        yield from input_names(parse_formula(identity.holds))


def _measures(honest: Return) -> list[Address]:
    """Actual values of free rows that are numbers."""
    cells = [row.cells[Role.ACTUAL] for row in honest.form.free]
    return [
        at
        for row, at in zip(honest.form.free, cells, strict=True)
        if isinstance(honest.content(at), Decimal)
        and not hasattr(row.block.score, "column")  # an item score is typed beside them
    ]


def scored_rows(
    honest: Return, *, computed: bool = True
) -> list[tuple[str, Address, Decimal, Decimal]]:
    """Rows with their score and weight; ``computed`` leaves out what a person judges."""
    found = []
    for name, cells in honest.form.scored.items():
        score, weight = honest.content(cells[Role.CLAIMED]), honest.content(cells[Role.WEIGHT])
        if not isinstance(score, Decimal) or not isinstance(weight, Decimal):
            continue
        is_live = isinstance(honest.shown.value(*cells[Role.SUGGESTED]), float)
        if is_live or not computed:
            found.append((name, cells[Role.CLAIMED], score, weight))
    return found


def number_in(honest: Return, at: Address) -> Decimal:
    content = honest.content(at)
    if not isinstance(content, Decimal):
        raise TypeError(f"{at} holds no number")
    return content


def changed_figure(
    honest: Return, dice: Random, change: Callable[[str], str | None], *kinds: str
) -> Slip | None:
    """Change the digits of some figure."""
    cells = filled_inputs(honest, *(kinds or ("money",)))
    cells += _measures(honest) if not kinds else []
    dice.shuffle(cells)
    for at in cells:
        written = f"{number_in(honest, at):f}"
        text = change(written)
        if text is not None and Decimal(text) != Decimal(written):
            return Slip({at: Decimal(text)})
    return None


def _scaled(honest: Return, dice: Random, factor: str) -> Slip | None:
    cells = [at for at in filled_inputs(honest, "money") if number_in(honest, at)]
    if not cells:
        return None
    at = dice.choice(cells)
    value = number_in(honest, at) * Decimal(factor)
    return Slip({at: Decimal(f"{value.normalize():f}")})


# ---- figures -------------------------------------------------------------------------------


@is_kind(FIGURE_KINDS)
def amount_in_yuan(honest: Return, dice: Random) -> Slip | None:
    return _scaled(honest, dice, "10000")


@is_kind(FIGURE_KINDS)
def amount_in_qianyuan(honest: Return, dice: Random) -> Slip | None:
    return _scaled(honest, dice, "10")


@is_kind(FIGURE_KINDS)
def amount_in_yiyuan(honest: Return, dice: Random) -> Slip | None:
    return _scaled(honest, dice, "0.0001")


@is_kind(FIGURE_KINDS)
def decimal_point_lost(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(honest, dice, lambda t: t.replace(".", "") if "." in t else None)


@is_kind(FIGURE_KINDS)
def decimal_point_moved(honest: Return, dice: Random) -> Slip | None:
    return changed_figure(honest, dice, lambda t: f"{Decimal(t) / 10:f}" if "." in t else None)


@is_kind(FIGURE_KINDS)
def digit_dropped(honest: Return, dice: Random) -> Slip | None:
    def drop(text: str) -> str | None:
        whole = text.partition(".")[0]
        nth = dice.randrange(len(whole))
        return text[:nth] + text[nth + 1 :] if len(whole) > 2 and whole[0] != "-" else None

    return changed_figure(honest, dice, drop)


@is_kind(FIGURE_KINDS)
def digit_doubled(honest: Return, dice: Random) -> Slip | None:
    def double(text: str) -> str | None:
        nth = dice.randrange(len(text.partition(".")[0]))
        return text[: nth + 1] + text[nth:] if text[nth] != "-" else None

    return changed_figure(honest, dice, double)


@is_kind(FIGURE_KINDS)
def digits_exchanged(honest: Return, dice: Random) -> Slip | None:
    def exchange(text: str) -> str | None:
        whole = text.partition(".")[0]
        if len(whole) < 2 or whole[0] == "-":
            return None
        nth = dice.randrange(len(whole) - 1)
        return text[:nth] + text[nth + 1] + text[nth] + text[nth + 2 :]

    return changed_figure(honest, dice, exchange)


@is_kind(FIGURE_KINDS)
def neighbouring_cell(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "money")
    if len(cells) < 2:
        return None
    nth = dice.randrange(len(cells) - 1)
    pair = [cells[nth], cells[nth + 1]]
    dice.shuffle(pair)
    if honest.content(pair[0]) == honest.content(pair[1]):
        return None
    return Slip({pair[0]: honest.content(pair[1])})


@is_kind(FIGURE_KINDS)
def last_years_column(honest: Return, dice: Random) -> Slip | None:
    pairs = [
        (this, last)
        for last in honest.form.inputs
        for this in (last.removesuffix("_last"), last.replace("_last_year", "_this_year"))
        if "_last" in last and this in honest.form.inputs and this != last
    ]
    if not pairs:
        return None
    this, last = (honest.form.inputs[name] for name in dice.choice(pairs))
    if honest.content(this) == honest.content(last):
        return None
    return Slip({this: honest.content(last)})


@is_kind(FIGURE_KINDS)
def sign_reversed(honest: Return, dice: Random) -> Slip | None:
    cells = [at for at in filled_inputs(honest, "money") if number_in(honest, at)]
    return Slip({at: -number_in(honest, at)}) if cells and (at := dice.choice(cells)) else None


@is_kind(FIGURE_KINDS)
def budget_before_adjustment(honest: Return, dice: Random) -> Slip | None:
    """年初预算 typed where the adjusted budget belongs."""
    inputs = honest.form.inputs
    for initial, budget in (("budget_initial", "budget"), ("money_initial", "money_budget")):
        if initial in inputs and budget in inputs:
            if honest.content(inputs[initial]) == honest.content(inputs[budget]):
                return None
            return Slip({inputs[budget]: honest.content(inputs[initial])})
    return None


@is_kind(FIGURE_KINDS)
def count_off_by_one(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "count")
    if not cells:
        return None
    at = dice.choice(cells)
    value = number_in(honest, at) + dice.choice((-1, 1))
    return Slip({at: value}) if value >= 0 else None


@is_kind(FIGURE_KINDS)
def count_digits_wrong(honest: Return, dice: Random) -> Slip | None:
    def double(text: str) -> str | None:
        return text + text[-1] if len(text) > 1 else None

    return changed_figure(honest, dice, double, "count")


@is_kind(FIGURE_KINDS)
def answer_flipped(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "flag")
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: "否" if honest.content(at) == "是" else "是"})


def _input(honest: Return, name: str) -> Address | None:
    return honest.form.inputs.get(name)


@is_kind(FIGURE_KINDS)
def satisfied_above_returned(honest: Return, dice: Random) -> Slip | None:
    at, bound = _input(honest, "survey_satisfied"), _input(honest, "survey_returned")
    if at is None or bound is None:
        return None
    return Slip({at: number_in(honest, bound) + dice.randint(2, 9)})


@is_kind(FIGURE_KINDS)
def returned_above_issued(honest: Return, dice: Random) -> Slip | None:
    at, bound = _input(honest, "survey_returned"), _input(honest, "survey_issued")
    if at is None or bound is None:
        return None
    return Slip({at: number_in(honest, bound) + dice.randint(2, 30)})


@is_kind(FIGURE_KINDS)
def half_year_above_year(honest: Return, dice: Random) -> Slip | None:
    at, bound = _input(honest, "spent_half_year"), _input(honest, "spent")
    if at is None or bound is None:
        return None
    return Slip({at: (number_in(honest, bound) * Decimal("1.07")).quantize(_CENT)})


@is_kind(FIGURE_KINDS)
def part_above_whole(honest: Return, dice: Random) -> Slip | None:
    for part, whole in (("assets_in_use", "assets_all"), ("fiscal_spent", "money_spent")):
        at, bound = _input(honest, part), _input(honest, whole)
        if at is not None and bound is not None:
            return Slip({at: (number_in(honest, bound) * Decimal("1.2")).quantize(_CENT)})
    return None


@is_kind(FIGURE_KINDS)
def carryover_unbalanced(honest: Return, dice: Random) -> Slip | None:
    at = _input(honest, "carryover")
    if at is None or _input(honest, "spent") is None:
        return None
    return Slip({at: (number_in(honest, at) * Decimal("1.9")).quantize(_CENT)})


@is_kind(FIGURE_KINDS)
def rate_input_divided(honest: Return, dice: Random) -> Slip | None:
    at = _input(honest, "satisfaction")
    return None if at is None else Slip({at: number_in(honest, at) / 100})


@is_kind(FIGURE_KINDS)
def measure_as_fraction(honest: Return, dice: Random) -> Slip | None:
    """A percentage beside the unit % typed as a fraction."""
    rows = [
        row.cells
        for row in honest.form.free
        if honest.content(row.cells[Role.UNIT]) == "%"
        and isinstance(honest.content(row.cells[Role.ACTUAL]), Decimal)
        and not hasattr(row.block.score, "column")
    ]
    if not rows:
        return None
    at = dice.choice(rows)[Role.ACTUAL]
    return Slip({at: number_in(honest, at) / 100})


@is_kind(FIGURE_KINDS)
def target_altered(honest: Return, dice: Random) -> Slip | None:
    """The target of a row that missed it is made lower than it was issued."""
    rows = [
        row.cells
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.TARGET]), Decimal)
        and not hasattr(row.block.score, "column")
        and number_in(honest, row.cells[Role.CLAIMED]) < number_in(honest, row.cells[Role.WEIGHT])
    ]
    if not rows:
        return None
    at = dice.choice(rows)[Role.TARGET]
    return Slip({at: number_in(honest, at) * 10})


@is_kind(FIGURE_KINDS)
def operator_reversed(honest: Return, dice: Random) -> Slip | None:
    rows = [
        row.cells
        for row in honest.form.free
        if honest.content(row.cells[Role.OPERATOR]) in ("≥", "≤")
        and not hasattr(row.block.score, "column")
        and honest.content(row.cells[Role.TARGET]) != honest.content(row.cells[Role.ACTUAL])
    ]
    if not rows:
        return None
    at = dice.choice(rows)[Role.OPERATOR]
    turned = "≤" if honest.content(at) == "≥" else "≥"
    return Slip({at: turned}, "listed")  # target and actual value exchanged give the same score


@is_kind(FIGURE_KINDS)
def row_weight_altered(honest: Return, dice: Random) -> Slip | None:
    rows = [
        r.cells
        for r in honest.form.free
        if isinstance(honest.content(r.cells[Role.WEIGHT]), Decimal)
    ]
    if not rows:
        return None
    at = dice.choice(rows)[Role.WEIGHT]
    return Slip({at: number_in(honest, at) + dice.choice((2, 3, 5))})


@is_kind(FIGURE_KINDS)
def item_score_digit_dropped(honest: Return, dice: Random) -> Slip | None:
    cells = [
        row.cells[Role.ITEM_SCORE]
        for row in honest.form.free
        if Role.ITEM_SCORE in row.cells
        and isinstance(honest.content(row.cells[Role.ITEM_SCORE]), Decimal)
    ]
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: Decimal(f"{number_in(honest, at):f}"[1:].lstrip(".") or "0")})


# ---- self-scores ---------------------------------------------------------------------------


def changed_score(
    honest: Return,
    dice: Random,
    change: Change,
    *,
    computed: bool = True,
    fixed: bool = False,
) -> Slip | None:
    """Change a self-score; ``change`` takes it and its weight. ``fixed``: of an issued row."""
    rows = scored_rows(honest, computed=computed)
    rows = [row for row in rows if not fixed or row[0] in honest.form.rows]
    live = {at for _, at, _, _ in scored_rows(honest)}
    dice.shuffle(rows)
    for _, at, score, weight in rows:
        wrong = change(score, weight)
        if wrong is not None and abs(wrong - score) > _CENT:
            naming = "value" if at in live else "cell"  # what a person judged is not worked out
            return Slip({at: Decimal(f"{wrong.normalize():f}")}, naming)
    return None


@is_kind(SCORE_KINDS)
def score_too_high(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal:
        return min(score + dice.choice((1, Decimal("0.5"))), weight)

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def score_too_low(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        return score - dice.choice((1, Decimal("0.5"))) if 1 <= score <= weight else None

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def score_not_capped(honest: Return, dice: Random) -> Slip | None:
    part = Decimal(dice.choice(("1.05", "1.12", "1.2")))

    def change(score: Decimal, weight: Decimal) -> Decimal:
        return max(score, (weight * part).quantize(_CENT))

    return changed_score(honest, dice, change, computed=False)


@is_kind(SCORE_KINDS)
def score_not_floored(honest: Return, dice: Random) -> Slip | None:
    low = -Decimal(dice.choice(("0.4", "1.5", "2")))

    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        return low if score < weight else None

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def score_rounded_to_whole(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal:
        return min((score + Decimal("0.5")) // 1, weight)

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def weight_copied(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal:
        return max(score, weight)

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def scores_exchanged(honest: Return, dice: Random) -> Slip | None:
    rows = scored_rows(honest)
    for _ in range(30):
        if len(rows) < 2:
            return None
        (_, a, x, v), (_, b, y, w) = dice.sample(rows, 2)
        if x != y and y <= v and x <= w:
            return Slip({a: y, b: x})
    return None


@is_kind(SCORE_KINDS)
def score_of_next_row(honest: Return, dice: Random) -> Slip | None:
    rows = scored_rows(honest)
    near = [(a, y[2]) for (_, a, x, w), y in pairwise(rows) if x != y[2] <= w]
    return Slip(dict([dice.choice(near)])) if near else None


@is_kind(SCORE_KINDS)
def score_digits_exchanged(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        text = f"{score:.2f}"
        other = Decimal(text[:-2] + text[-1] + text[-2])
        return other if other <= weight else None

    return changed_score(honest, dice, change)


@is_kind(SCORE_KINDS)
def score_point_lost(honest: Return, dice: Random) -> Slip | None:
    def change(score: Decimal, weight: Decimal) -> Decimal | None:
        return Decimal(f"{score:f}".replace(".", "")) if score % 1 else None

    return changed_score(honest, dice, change, computed=False)


@is_kind(SCORE_KINDS)
def score_blank(honest: Return, dice: Random) -> Slip | None:
    return Slip({dice.choice(scored_rows(honest))[1]: None}) if scored_rows(honest) else None


@is_kind(SCORE_KINDS)
def judged_score_blank(honest: Return, dice: Random) -> Slip | None:
    live = {at for _, at, _, _ in scored_rows(honest)}
    rows = [at for _, at, _, _ in scored_rows(honest, computed=False) if at not in live]
    return Slip({dice.choice(rows): None}, "cell") if rows else None


@is_kind(SCORE_KINDS)
def score_as_text(honest: Return, dice: Random) -> Slip | None:
    _, at, score, _ = dice.choice(scored_rows(honest, computed=False))
    return Slip({at: f"{score:f}分"}) if score else None


@is_kind(SCORE_KINDS)
def score_about(honest: Return, dice: Random) -> Slip | None:
    _, at, score, _ = dice.choice(scored_rows(honest, computed=False))
    return Slip({at: f"约{score:f}"}) if score else None


# ---- formulas ------------------------------------------------------------------------------


def _live(honest: Return, roles: tuple[Role, ...]) -> list[Address]:
    """Rates and suggested scores of fixed rows that are numbers now."""
    return [
        cells[role]
        for cells in honest.form.rows.values()
        for role in roles
        if role in cells
        and honest.form.formula(cells[role])
        and isinstance(honest.shown.value(*cells[role]), float)
    ]


def live_sums(honest: Return, prefix: str) -> list[Address]:
    return [
        at
        for key, at in honest.form.sums.items()
        if key.startswith(prefix) and honest.shown.value(*at) not in ("", None)
    ]


def shown_number(honest: Return, at: Address) -> Decimal:
    value = honest.shown.value(*at)
    if not isinstance(value, float):
        raise TypeError(f"{at} shows no number")
    return Decimal(f"{value:.15g}")


@is_kind(FORMULA_KINDS)
def rate_typed_over(honest: Return, dice: Random) -> Slip | None:
    cells = [at for at in _live(honest, (Role.ACTUAL,)) if abs(shown_number(honest, at)) < 3]
    if not cells:
        return None
    at = dice.choice(cells)
    wrong = shown_number(honest, at) + Decimal(dice.choice(("0.073", "0.21", "-0.118")))
    return Slip({at: wrong.quantize(Decimal("0.0001"))})


@is_kind(FORMULA_KINDS)
def rate_typed_as_percentage(honest: Return, dice: Random) -> Slip | None:
    cells = [at for at in _live(honest, (Role.ACTUAL,)) if shown_number(honest, at) % 1]
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: (shown_number(honest, at) * 100).quantize(Decimal("0.1"))})


@is_kind(FORMULA_KINDS)
def rate_typed_a_hundredth(honest: Return, dice: Random) -> Slip | None:
    cells = [at for at in _live(honest, (Role.ACTUAL,)) if shown_number(honest, at) % 1]
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: (shown_number(honest, at) / 100).quantize(Decimal("0.000001"))})


@is_kind(FORMULA_KINDS)
def suggested_typed_over(honest: Return, dice: Random) -> Slip | None:
    cells = _live(honest, (Role.SUGGESTED,))
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: shown_number(honest, at) + dice.choice((1, Decimal("0.5")))})


@is_kind(FORMULA_KINDS)
def right_value_typed_over(honest: Return, dice: Random) -> Slip | None:
    cells = _live(honest, (Role.ACTUAL, Role.SUGGESTED)) + live_sums(honest, "sum:")
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: shown_number(honest, at)})


@is_kind(FORMULA_KINDS)
def section_sum_typed_wrong(honest: Return, dice: Random) -> Slip | None:
    cells = live_sums(honest, "sum:")
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: shown_number(honest, at) + dice.choice((-1, 1, Decimal("0.9"), -2))})


@is_kind(FORMULA_KINDS)
def total_typed_wrong(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums["total"]
    return Slip({at: shown_number(honest, at) - dice.choice((1, 2, Decimal("1.5")))})


@is_kind(FORMULA_KINDS)
def grade_typed_wrong(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums.get("grade")
    if at is None:
        return None
    names = [grade.name for grade in honest.form.rulebook.grades]
    return Slip({at: dice.choice([name for name in names if name != honest.shown.value(*at)])})


@is_kind(FORMULA_KINDS)
def total_blanked(honest: Return, dice: Random) -> Slip | None:
    return Slip({honest.form.sums["total"]: None})


@is_kind(FORMULA_KINDS)
def sum_range_too_short(honest: Return, dice: Random) -> Slip | None:
    cells = live_sums(honest, "sum:")
    dice.shuffle(cells)
    for at in cells:
        formula = honest.form.formula(at) or ""
        for row in range(200, 4, -1):
            for end in (f"{row},", f"{row})"):
                if (
                    f"SUM({at[1][0]}" in formula
                    and end in formula
                    and f":{at[1][0]}{row}" in formula
                ):
                    short = formula.replace(f":{at[1][0]}{row}", f":{at[1][0]}{row - 1}")
                    other = honest.typing({at: short}).shown.value(*at)
                    if other != honest.shown.value(*at):
                        return Slip({at: short})
    return None


@is_kind(FORMULA_KINDS)
def total_counts_a_section_twice(honest: Return, dice: Random) -> Slip | None:
    at = honest.form.sums["total"]
    sums = [cell for cell in live_sums(honest, "sum:") if cell[1][0] == at[1][0]]
    formula = honest.form.formula(at) or ""
    if not sums:
        return None
    return Slip({at: formula + f"+{dice.choice(sums)[1]}"})


@is_kind(FORMULA_KINDS)
def rate_formula_altered(honest: Return, dice: Random) -> Slip | None:
    cells = _live(honest, (Role.ACTUAL,))
    dice.shuffle(cells)
    for at in cells:
        formula = honest.form.formula(at) or ""
        wrong = f"=ROUND({formula[1:]},1)+0.05"
        if formula.count("jx_in_") >= 2:
            return Slip({at: wrong})
    return None


@is_kind(FORMULA_KINDS)
def formula_broken(honest: Return, dice: Random) -> Slip | None:
    cells = _live(honest, (Role.ACTUAL, Role.SUGGESTED)) + live_sums(honest, "sum:")
    return Slip({dice.choice(cells): "=#REF!+1"}) if cells else None


# ---- the form ------------------------------------------------------------------------------


@is_kind(FORM_KINDS)
def weight_altered(honest: Return, dice: Random) -> Slip | None:
    cells = [cells[Role.WEIGHT] for cells in honest.form.rows.values()]
    at = dice.choice(cells)
    return Slip({at: number_in(honest, at) + dice.choice((1, 2, 4))})


@is_kind(FORM_KINDS)
def standard_altered(honest: Return, dice: Random) -> Slip | None:
    cells = [
        cells[Role.STANDARD]
        for cells in honest.form.rows.values()
        if Role.STANDARD in cells and isinstance(honest.content(cells[Role.STANDARD]), str)
    ]
    if not cells:
        return None
    at = dice.choice(cells)
    text = str(honest.content(at))
    other = text.replace("扣", "加", 1) if "扣" in text else text.replace("得", "可得", 1)
    return Slip({at: other}, "cell") if other != text else None


@is_kind(FORM_KINDS)
def reason_deleted(honest: Return, dice: Random) -> Slip | None:
    rows = [
        (name, cells[Role.REASON])
        for name, cells in honest.form.scored.items()
        if Role.REASON in cells and honest.content(cells[Role.REASON])
    ]
    if not rows:
        return None
    return Slip({dice.choice(rows)[1]: None}, "cell")


@is_kind(FORM_KINDS)
def row_deleted(honest: Return, dice: Random) -> Slip | None:
    """A row is gone, and every cell below it has moved up."""
    if honest.form.free:
        return None
    return Slip({}, "row", deleted=dice.choice(sorted(honest.form.rows)))


# ---- what is typed is no figure, or stands in the wrong place ---------------------------------


@is_kind(FORM_KINDS)
def letter_for_digit(honest: Return, dice: Random) -> Slip | None:
    """O for 0, l for 1, as a scan or a tired typist has it."""
    cells = [
        at for at in filled_inputs(honest, "money") if set("01") & set(str(honest.content(at)))
    ]
    if not cells:
        return None
    at = dice.choice(cells)
    text = f"{number_in(honest, at):f}"
    return Slip(
        {at: text.replace("0", "O", 1) if "0" in text else text.replace("1", "l", 1)}, "cell"
    )


@is_kind(FORM_KINDS)
def two_points_in_a_figure(honest: Return, dice: Random) -> Slip | None:
    cells = [at for at in filled_inputs(honest, "money") if "." in str(honest.content(at))]
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: f"{number_in(honest, at):f}".replace(".", "..")}, "cell")


@is_kind(FORM_KINDS)
def count_with_a_fraction(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "count")
    if not cells:
        return None
    at = dice.choice(cells)
    return Slip({at: number_in(honest, at) + Decimal("0.5")}, "cell")


@is_kind(FORM_KINDS)
def date_in_a_score(honest: Return, dice: Random) -> Slip | None:
    """3-5 typed for 3.5: the cell then holds the number of a day."""
    return (
        Slip({dice.choice(scored_rows(honest))[1]: Decimal(43164)}) if scored_rows(honest) else None
    )


@is_kind(FORM_KINDS)
def answer_in_doubt(honest: Return, dice: Random) -> Slip | None:
    cells = filled_inputs(honest, "flag")
    return Slip({dice.choice(cells): "基本符合"}, "cell") if cells else None


@is_kind(FORM_KINDS)
def numerator_and_denominator_exchanged(honest: Return, dice: Random) -> Slip | None:
    """Two amounts of one rate typed into each other's cell, far enough apart to show."""
    pairs = [
        (honest.form.inputs[a], honest.form.inputs[b])
        for a, b in (
            ("priority_spending", "project_spending"),
            ("key_spent", "project_spent"),
            ("money_spent", "money_budget"),
            ("half_year_spent", "half_year_funds"),
        )
        if a in honest.form.inputs and b in honest.form.inputs
    ]
    for a, b in dice.sample(pairs, len(pairs)):
        typed = {a: honest.content(b), b: honest.content(a)}
        if complaints(honest.typing(typed)):
            return Slip(typed, "cell")
    return None


@is_kind(FORM_KINDS)
def row_weight_blank(honest: Return, dice: Random) -> Slip | None:
    rows = [row.cells for row in honest.form.free if honest.content(row.cells[Role.NAME])]
    if not rows:
        return None
    cells = dice.choice(rows)
    related = frozenset({cells[Role.WEIGHT], cells[Role.CLAIMED]})  # either says which row it is
    return Slip({cells[Role.WEIGHT]: None}, "cell", related)


@is_kind(FORM_KINDS)
def figure_blank(honest: Return, dice: Random) -> Slip | None:
    optional = {item.id for item in honest.form.rulebook.inputs if item.optional}
    cells = [at for name, at in honest.form.inputs.items() if name not in optional]
    cells = [at for at in cells if at in filled_inputs(honest, "money", "count", "flag")]
    return Slip({dice.choice(cells): None}, "cell") if cells else None
