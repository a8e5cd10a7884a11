"""Random fillings of a rulebook's form: round shares, ties, zeros, blanks, partly filled tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal

from jixiao.rulebook.schema.model import Input, Rulebook, Table, TableColumn
from jixiao.writing.template.filling import Filling, TypedValue

_CENT = Decimal("0.01")
# shares at which rules jump or scores tie: whole percents, ladder ends, halves of a hundredth point
_SHARES = [Decimal(n) / 100 for n in range(131)] + [
    Decimal(n) / 1000 for n in (5, 375, 445, 449, 545, 665, 825, 835, 845, 855, 899, 945, 949, 995)
]  # fmt: skip
_BASES = [Decimal(n) for n in ("100", "50", "400", "86", "1246.8", "1288.4", "345", "0.2", "21.9")]


def random_filling(rulebook: Rulebook, seed: int) -> Filling:
    """A filling that depends on the seed alone; about one in twelve figures is left blank."""
    dice = random.Random(seed)
    base = dice.choice(_BASES)
    blank = dice.choice((0.0, 0.0, 0.02, 0.3))
    inputs = {
        item.id: value
        for item in rulebook.inputs
        if dice.random() >= blank and (value := _value(item, base, dice)) is not None
    }
    tables = {table.id: _rows(table, base, blank, dice) for table in rulebook.tables}
    claimed = {
        i.id: _share(dice) * i.weight
        for i in rulebook.indicators
        if i.weight is not None and dice.random() >= blank
    }
    claimed = {k: min(v.quantize(_CENT), rulebook.by_id[k].weight or v) for k, v in claimed.items()}
    return Filling(inputs=inputs, tables=tables, claimed=claimed)


def _share(dice: random.Random) -> Decimal:
    return dice.choice(_SHARES)


def _value(item: Input | TableColumn, base: Decimal, dice: random.Random) -> TypedValue | None:
    if item.kind == "text":
        return "示例"
    if item.kind == "flag":
        return dice.random() < 0.8
    if item.kind == "choice":
        return dice.choice(item.choices) if isinstance(item, Input) else None
    if item.kind == "rate":
        return _share(dice)
    if item.kind == "count":
        return Decimal(dice.choice((0, 1, 2, 3, 19, 20, 26, 28, 40, 49, 50, 100)))
    if dice.random() < 0.04:
        return Decimal(0)
    amount = base if dice.random() < 0.3 else base * _share(dice)
    if isinstance(item, Input) and item.signed and dice.random() < 0.5:
        amount = -amount
    return amount.quantize(Decimal("0.0001"))


def _rows(
    table: Table, base: Decimal, blank: float, dice: random.Random
) -> tuple[dict[str, TypedValue], ...]:
    typed = [column for column in table.columns if column.formula is None]
    return tuple(
        {
            column.id: value
            for column in typed
            if dice.random() >= blank and (value := _value(column, base, dice)) is not None
        }
        for _ in range(dice.choice((0, 1, 2, 2, 3, table.rows)))
    )


def case_fillings(rulebook: Rulebook) -> Iterator[Filling]:
    """The cases of a rulebook's indicators as fillings, in order."""
    for indicator in rulebook.indicators:
        for case in indicator.cases:
            yield Filling(inputs=case.inputs, tables=case.tables)
