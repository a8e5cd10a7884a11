"""Honest ways of filling in a form that look unusual; nobody may be accused for them.

A variant takes an honest return and a ``Random`` and gives what is typed otherwise, or None where
the return has no place for it. ``by_hand`` makes a form that some department drew up itself: no
stamp, no formula, all results typed; words and units in its cells change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from jixiao.rulebook.schema.model import Role
from jixiao.scoresheet.stamp import STAMP_SHEET
from slips.book import Content
from slips.excel import Address
from slips.form import Return

Typed = Mapping[Address, Content]
Variant = Callable[[Return, Random], Typed | None]
ON_ISSUED: list[Variant] = []  # typed into the issued form, whose formulas stay
BY_HAND: list[Variant] = []  # typed into a form without formulas
_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def _in(variants: list[Variant]) -> Callable[[Variant], Variant]:
    def register(variant: Variant) -> Variant:
        variants.append(variant)
        return variant

    return register


def by_hand(honest: Return) -> Return:
    """The same return without stamp and formulas."""
    typed: dict[Address, Content] = {(STAMP_SHEET, "A1"): None}
    for at, cell in honest.form.book.cells.items():
        if cell.formula is not None and at not in honest.typed:
            value = honest.shown.value(*at)
            if isinstance(value, float):
                typed[at] = Decimal(f"{value:.15g}")
            else:
                typed[at] = str(value) if value else None
    return honest.typing(typed)


def _cells(honest: Return, *kinds: str) -> list[Address]:
    wanted = {item.id for item in honest.form.rulebook.inputs if item.kind in kinds}
    cells = [at for name, at in honest.form.inputs.items() if name in wanted]
    return [at for at in cells if honest.content(at) is not None]


def _numbers(honest: Return, cells: list[Address]) -> dict[Address, Decimal]:
    contents = {at: honest.content(at) for at in cells}
    return {at: value for at, value in contents.items() if isinstance(value, Decimal)}


def _claims(honest: Return) -> dict[Address, Decimal]:
    return _numbers(honest, [cells[Role.CLAIMED] for cells in honest.form.scored.values()])


def _some(
    found: Mapping[Address, Decimal],
    dice: Random,
    write: Callable[[Decimal], Content],
    most: int = 3,
) -> Typed | None:
    """Write some numbers otherwise."""
    if not found:
        return None
    chosen = dice.sample(sorted(found), min(most, len(found)))
    return {at: write(found[at]) for at in chosen}


# ---- on the issued form --------------------------------------------------------------------


@_in(ON_ISSUED)
def nothing_unusual(honest: Return, dice: Random) -> Typed | None:
    return {}


@_in(ON_ISSUED)
def trailing_zeros(honest: Return, dice: Random) -> Typed | None:
    found = {**_numbers(honest, _cells(honest, "money")), **_claims(honest)}
    return {at: value.quantize(Decimal("0.01")) for at, value in found.items()}


@_in(ON_ISSUED)
def amounts_to_one_decimal(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    typed = {at: v.quantize(Decimal("0.1"), ROUND_HALF_UP) for at, v in found.items()}
    return _unless_moved(honest, typed)


@_in(ON_ISSUED)
def amounts_to_whole_wan(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    typed = {at: v.quantize(Decimal(1), ROUND_HALF_UP) for at, v in found.items()}
    return _unless_moved(honest, typed)


def _unless_moved(honest: Return, typed: Typed) -> Typed | None:
    """Only where every live score stays what it was."""
    if not typed:
        return None
    other = honest.typing(typed)
    cells = [cells[Role.SUGGESTED] for cells in honest.form.scored.values()]
    same = all(honest.shown.value(*at) == other.shown.value(*at) for at in cells)
    return typed if same else None


@_in(ON_ISSUED)
def amounts_to_the_yuan(honest: Return, dice: Random) -> Typed | None:
    """More digits than asked for, the balance kept."""
    if "carryover" not in honest.form.inputs or "spent" not in honest.form.inputs:
        return None
    tail = Decimal("0.0034")
    names = [
        honest.form.inputs[name] for name in ("budget", "carryover") if name in honest.form.inputs
    ]
    found = _numbers(honest, names)
    return _unless_moved(honest, {at: value + tail for at, value in found.items()})


@_in(ON_ISSUED)
def residue_of_binary_storage(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    return _some(found, dice, lambda v: Decimal(repr(float(v) + float(v) * 1.2e-16)))


@_in(ON_ISSUED)
def unused_cells_struck_out(honest: Return, dice: Random) -> Typed | None:
    """A dash in the rows that are not used."""
    mark = dice.choice(("—", "/", "无"))
    empty = [
        row.cells[role]
        for row in honest.form.free
        if honest.content(row.cells[Role.NAME]) is None
        for role in (Role.NAME, Role.TARGET, Role.ACTUAL)
        if role in row.cells
    ]
    return dict.fromkeys(empty, mark) if empty else None


@_in(ON_ISSUED)
def no_reason_said_so(honest: Return, dice: Random) -> Typed | None:
    mark = dice.choice(("无", "—", "/", "无扣分", " "))
    blank = [
        cells[Role.REASON]
        for cells in honest.form.scored.values()
        if isinstance(honest.content(cells[Role.CLAIMED]), Decimal)
        and honest.content(cells[Role.REASON]) is None
    ]
    return {at: mark for at in blank if dice.random() < 0.5} or None


@_in(ON_ISSUED)
def spaces_around_words(honest: Return, dice: Random) -> Typed | None:
    return {
        at: f" {content}　\n"
        for at, content in honest.typed.items()
        if isinstance(content, str) and content not in ("是", "否", "≥", "≤", "定量", "定性")
    } or None


@_in(ON_ISSUED)
def note_beside_the_table(honest: Return, dice: Random) -> Typed | None:
    at = (honest.form.rulebook.sheet, "A2")
    return {at: f"{honest.content(at)}　经办人复核：金额单位为万元，合计100分"}


@_in(ON_ISSUED)
def scores_by_formula(honest: Return, dice: Random) -> Typed | None:
    """Self-scores that repeat the form's own."""
    rows = [cells for cells in honest.form.scored.values() if Role.SUGGESTED in cells]
    live = [c for c in rows if isinstance(honest.shown.value(*c[Role.SUGGESTED]), float)]
    return {c[Role.CLAIMED]: f"={c[Role.SUGGESTED][1]}" for c in live} or None


@_in(ON_ISSUED)
def amounts_as_sums(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    return _some(found, dice, lambda v: f"={v - Decimal('12.5'):f}+12.5", 4)


@_in(ON_ISSUED)
def unit_beside_amount(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    return _some(found, dice, lambda v: f"{v:f}万元", 1)


@_in(ON_ISSUED)
def thousands_mark(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    return _some({at: v for at, v in found.items() if v > 999}, dice, lambda v: f"{v:,}", 1)


@_in(ON_ISSUED)
def count_with_its_unit(honest: Return, dice: Random) -> Typed | None:
    by_id = honest.form.rulebook.input_by_id
    units = {at: by_id[name].unit for name, at in honest.form.inputs.items()}
    found = _numbers(honest, _cells(honest, "count"))
    if not found:
        return None
    at = dice.choice(sorted(found))
    return {at: f"{found[at]}{units[at]}"}


@_in(ON_ISSUED)
def thousands_by_other_marks(honest: Return, dice: Random) -> Typed | None:
    mark = dice.choice(("，", "'", "’", " "))
    found = {at: v for at, v in _numbers(honest, _cells(honest, "money")).items() if v > 999}
    return _some(found, dice, lambda v: f"{v:,}".replace(",", mark), 1)


@_in(ON_ISSUED)
def count_in_words(honest: Return, dice: Random) -> Typed | None:
    found = {at: v for at, v in _numbers(honest, _cells(honest, "count")).items() if 10 < v < 100}
    digits = "〇一二三四五六七八九"

    def write(value: Decimal) -> str:
        tens, ones = divmod(int(value), 10)
        return f"{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"

    return _some(found, dice, write, 1)


def _cut(honest: Return, write: Callable[[Decimal], Content]) -> Typed | None:
    """A cut of the budget, written as books have it."""
    at = honest.form.inputs.get("budget_adjustment")
    content = honest.content(at) if at is not None else None
    if at is None or not isinstance(content, Decimal) or content >= 0:
        return None
    return {at: write(-content)}


@_in(ON_ISSUED)
def minus_as_a_word(honest: Return, dice: Random) -> Typed | None:
    return _cut(honest, lambda v: f"{dice.choice(('负', '减', '调减'))}{v:f}")


@_in(ON_ISSUED)
def minus_as_parentheses(honest: Return, dice: Random) -> Typed | None:
    return _cut(honest, lambda v: dice.choice(("({})", "（{}）")).format(f"{v:f}"))


@_in(ON_ISSUED)
def minus_as_triangle(honest: Return, dice: Random) -> Typed | None:
    return _cut(honest, lambda v: f"{dice.choice('▲△')}{v:f}")


@_in(ON_ISSUED)
def minus_of_full_width(honest: Return, dice: Random) -> Typed | None:
    return _cut(honest, lambda v: f"{dice.choice('－−–')}{v:f}")


@_in(ON_ISSUED)
def answer_ticked_on_the_form(honest: Return, dice: Random) -> Typed | None:
    cells = _cells(honest, "flag")
    words = {"是": ("√", "是 ", "是。"), "否": ("×", "否 ", "否。")}
    if not cells:
        return None
    at = dice.choice(cells)
    return {at: dice.choice(words[str(honest.content(at))])}


@_in(ON_ISSUED)
def scores_padded_with_zeros(honest: Return, dice: Random) -> Typed | None:
    return _some(_claims(honest), dice, lambda v: v.quantize(Decimal("0.0001")), 9)


@_in(ON_ISSUED)
def reason_with_figures(honest: Return, dice: Random) -> Typed | None:
    """Figures, percentages and a year in the reason are no figures of the form."""
    cells = [
        cells[Role.REASON]
        for cells in honest.form.scored.values()
        if honest.content(cells[Role.REASON]) is not None
    ]
    if not cells:
        return None
    return {dice.choice(cells): "2016年结转的3个项目共1,250.4万元，完成92%，余8%于2018年1月支付。"}


# ---- on a form drawn up by hand ------------------------------------------------------------


@_in(BY_HAND)
def plain_values(honest: Return, dice: Random) -> Typed | None:
    return {}


@_in(BY_HAND)
def scores_as_text(honest: Return, dice: Random) -> Typed | None:
    return _some(_claims(honest), dice, lambda v: f"{v:f}", 99)


@_in(BY_HAND)
def scores_with_unit(honest: Return, dice: Random) -> Typed | None:
    return _some(_claims(honest), dice, lambda v: f"{v:f}分", 99)


@_in(BY_HAND)
def scores_in_wide_digits(honest: Return, dice: Random) -> Typed | None:
    return _some(_claims(honest), dice, lambda v: f"{v:f}".translate(_WIDE), 4)


@_in(BY_HAND)
def amounts_with_unit(honest: Return, dice: Random) -> Typed | None:
    return _some(_numbers(honest, _cells(honest, "money")), dice, lambda v: f"{v:f}万元", 9)


@_in(BY_HAND)
def amounts_with_thousands_marks(honest: Return, dice: Random) -> Typed | None:
    return _some(_numbers(honest, _cells(honest, "money")), dice, lambda v: f"{v:,}", 9)


@_in(BY_HAND)
def amounts_in_wide_digits(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money", "count"))
    return _some(found, dice, lambda v: f"{v:f}".translate(_WIDE), 9)


@_in(BY_HAND)
def amounts_in_yuan_said_so(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    return _some(found, dice, lambda v: f"{(v * 10000).normalize():f}元", 2)


@_in(BY_HAND)
def counts_with_unit(honest: Return, dice: Random) -> Typed | None:
    return count_with_its_unit(honest, dice)


@_in(BY_HAND)
def spaces_around_numbers(honest: Return, dice: Random) -> Typed | None:
    found = {**_numbers(honest, _cells(honest, "money")), **_claims(honest)}
    return _some(found, dice, lambda v: f" {v:f}　", 6)


def _rates(honest: Return) -> dict[Address, Decimal]:
    by_id = honest.form.rulebook.by_id
    cells = [
        cells[Role.ACTUAL]
        for name, cells in honest.form.rows.items()
        if Role.ACTUAL in cells and by_id[name].rate is not None and by_id[name].rate_unit == "%"
    ]
    live = [at for at in cells if honest.form.formula(at)]
    return _numbers(honest, live)


@_in(BY_HAND)
def rates_with_percent_sign(honest: Return, dice: Random) -> Typed | None:
    return _some(_rates(honest), dice, lambda v: f"{_to(v * 100, 2):f}%", 99)


@_in(BY_HAND)
def rates_to_four_decimals(honest: Return, dice: Random) -> Typed | None:
    return _some(_rates(honest), dice, lambda v: _to(v, 4), 99)


@_in(BY_HAND)
def rates_as_text(honest: Return, dice: Random) -> Typed | None:
    return _some(_rates(honest), dice, lambda v: f"{_to(v * 100, 1):f}％", 99)


def _to(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@_in(BY_HAND)
def answers_in_other_words(honest: Return, dice: Random) -> Typed | None:
    cells = _cells(honest, "flag")
    words = {"是": ("√", "有", "符合", "是。"), "否": ("×", "无", "不符合", "否。")}
    if not cells:
        return None
    chosen = dice.sample(cells, min(3, len(cells)))
    return {at: dice.choice(words[str(honest.content(at))]) for at in chosen}


@_in(BY_HAND)
def optional_struck_out(honest: Return, dice: Random) -> Typed | None:
    optional = {item.id for item in honest.form.rulebook.inputs if item.optional}
    cells = [at for name, at in honest.form.inputs.items() if name in optional]
    mark = dice.choice(("—", "/", "-"))
    return dict.fromkeys(cells, mark) if cells else None


@_in(BY_HAND)
def measures_with_unit(honest: Return, dice: Random) -> Typed | None:
    """The unit beside target and actual value."""
    rows = [
        row.cells
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.ACTUAL]), Decimal)
    ]
    if not rows:
        return None
    cells = dice.choice(rows)
    unit = honest.content(cells[Role.UNIT])
    return {
        cells[role]: f"{honest.content(cells[role]):f}{unit}" for role in (Role.TARGET, Role.ACTUAL)
    }


@_in(BY_HAND)
def operator_beside_target(honest: Return, dice: Random) -> Typed | None:
    rows = [
        row.cells
        for row in honest.form.free
        if isinstance(honest.content(row.cells[Role.TARGET]), Decimal)
    ]
    if not rows:
        return None
    cells = dice.choice(rows)
    operator, unit = honest.content(cells[Role.OPERATOR]), honest.content(cells[Role.UNIT])
    return {cells[Role.TARGET]: f"{operator}{honest.content(cells[Role.TARGET]):f}{unit}"}


@_in(BY_HAND)
def grade_in_full(honest: Return, dice: Random) -> Typed | None:
    at = honest.form.sums.get("grade")
    content = honest.content(at) if at is not None else None
    return None if at is None or not content else {at: f"{content} "}


@_in(BY_HAND)
def thousands_by_chinese_marks(honest: Return, dice: Random) -> Typed | None:
    mark = dice.choice(("，", "'", "’", " "))
    found = {at: v for at, v in _numbers(honest, _cells(honest, "money")).items() if v > 999}
    return _some(found, dice, lambda v: f"{v:,}".replace(",", mark), 9)


@_in(BY_HAND)
def rates_cut_to_one_decimal(honest: Return, dice: Random) -> Typed | None:
    return _some(_rates(honest), dice, lambda v: f"{_to(v * 100, 1):f}%", 99)


@_in(BY_HAND)
def amounts_with_currency_sign(honest: Return, dice: Random) -> Typed | None:
    found = _numbers(honest, _cells(honest, "money"))
    return _some(found, dice, lambda v: f"{v:f} 万元", 9)


@_in(BY_HAND)
def scores_with_a_plus(honest: Return, dice: Random) -> Typed | None:
    return _some(_claims(honest), dice, lambda v: f"得{v:f}分", 3)


VARIANTS: tuple[Variant, ...] = (*ON_ISSUED, *BY_HAND)
