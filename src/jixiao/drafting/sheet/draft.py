"""Draft a rulebook from the sheet in hand: its own columns, levels, weights, funds and standards.

What the sheet does not say stays with a person: a row without a rule that was wholly read is
judged, and only the range, the sums and the reason of its score are checked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from jixiao.drafting.sheet.funds import funds_indicator, funds_inputs
from jixiao.drafting.sheet.grades import grades_of
from jixiao.drafting.sheet.standards import rule_of
from jixiao.rulebook import (
    At,
    FreeBlock,
    Indicator,
    Input,
    ItemScore,
    Judged,
    LayoutColumn,
    Provenance,
    Role,
    Rulebook,
    Target,
)
from jixiao.scoresheet import Outline, OutlineRow, weighted_label

_SHARE = re.compile(r"B/A|A/B|完成比例|完成率[*×乘]|按比例|比例[计得]分", re.IGNORECASE)
_ADJUSTING = re.compile(r"加分|奖励分|附加分|减分|扣分项|加扣分")
_WHOLE = Decimal(100)
_ROW, _ACTUAL = "row-", "actual_"  # ids of rows, and of what they were measured by
DRAFTED = "sheet"  # the id of a drafted rulebook, for the program alone


def draft_rulebook(outline: Outline, *, is_fixed: bool = False, is_form: bool = False) -> Rulebook:
    """Make a rulebook of what a form says of itself.

    ``is_fixed``: its rows are those of every department, targets or not. ``is_form``: it is for all
    returns of a form, and the rules over what one of them says are left to ``for_return``.
    """
    funds = outline.funds
    inputs = funds_inputs(funds) if funds is not None else ()
    own = funds_indicator(outline) if inputs else None
    has_targets = Role.TARGET in outline.columns and Role.ACTUAL in outline.columns
    has_levels = all(row.levels and row.levels[0] for row in outline.rows)
    blocks = tuple(_blocks(outline)) if has_targets and has_levels and not is_fixed else ()
    rows = () if is_form and blocks else _adjusted(outline, tuple(map(_indicator, outline.rows)))
    if (weighted := _weighted(outline)) is not None:
        rows = tuple(one.changed(score=weighted) for one in rows)
    indicators = (*((own,) if own is not None else ()), *rows)
    book = Rulebook(
        format="jixiao.rulebook/1",
        id=DRAFTED,
        version="1",
        family="targets" if blocks else "indicators",
        name="表内自身的分值、金额和评分标准",
        total=total_of(outline, own),
        money_unit=(funds.unit if funds is not None else "") or "万元",
        sheet=outline.view.name,
        provenance=Provenance(status="unconfirmed", source=outline.view.name),
        grades=grades_of(cell.raw for cell in outline.view.texts),
        columns=columns_of(outline),
        inputs=inputs,
        indicators=indicators,
        blocks=blocks,
    )
    return book if is_form else for_return(book, outline)


def for_return(book: Rulebook, outline: Outline) -> Rulebook:
    """The same with the rules of rows over what a return itself says: target, actual, words.

    Standards and weights are those of the book; of rows that departments name themselves they are
    those of the return.
    """
    fixed = [one for one in book.indicators if one.id.startswith(_ROW)]
    others = [one for one in book.indicators if not one.id.startswith(_ROW)]
    own = {_key(_indicator(row)): row for row in outline.rows}
    if book.blocks:
        fixed = [_indicator(row) for row in outline.rows]
    names = Counter(one.name for one in fixed)
    has_actual = Role.ACTUAL in outline.columns
    ruled = [
        _over(one, own.get(_key(one)) if names[one.name] == 1 else None, has_actual=has_actual)
        for one in fixed
    ]
    if book.blocks:
        ruled = [one for one in ruled if one.rate is not None]
    measured = (one for one in ruled if one.rate is not None and one.rate.startswith(_ACTUAL))
    return book.changed(
        indicators=(*others, *ruled), inputs=(*book.inputs, *map(_actual, measured))
    )


def _weighted(outline: Outline) -> ItemScore | None:
    """The rule of a form whose rows say what part of their weight they get; None where none fits.

    A score of a hundred, or a coefficient, times the weight must be the score of most rows.
    """
    items = [row.item_score for row in outline.rows]
    shares = [row.coefficient for row in outline.rows]
    is_of_one = all(share <= 1 for share in shares if share is not None)
    if _fits(outline.rows, items, _WHOLE):
        return ItemScore(kind="item")
    out_of = Decimal(1) if is_of_one else _WHOLE
    if _fits(outline.rows, shares, out_of):
        return ItemScore(kind="item", column="coefficient", out_of=out_of)
    return None


def _fits(rows: Sequence[OutlineRow], parts: Sequence[Decimal | None], out_of: Decimal) -> bool:
    """Whether more than two thirds of at least three rows have their part of the weight."""
    known = [
        row.claimed == part * row.weight / out_of
        for row, part in zip(rows, parts, strict=True)
        if part is not None and row.weight is not None
    ]
    return len(known) > 2 and 3 * sum(known) > 2 * len(known)


def _adjusted(outline: Outline, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Mark rows of 加分项 and 扣分项, where the others make the whole without them."""
    sides = [_side(row) for row in outline.rows]
    others = [r.weight for r, side in zip(outline.rows, sides, strict=True) if not side]
    is_apart = any(sides) and sum((w for w in others if w is not None), Decimal(0)) == _WHOLE
    if not is_apart:
        return rows
    return tuple(
        row.changed(adjusts=side) if side else row for row, side in zip(rows, sides, strict=True)
    )


def _side(row: OutlineRow) -> Literal["", "up", "down"]:
    """Whether a row adds points beyond the whole, or takes some: 加减分项 by its standard."""
    said = "".join((*row.levels, row.name))
    if not _ADJUSTING.search(said):
        return ""
    both = f"{said.replace('加减分', '').replace('加扣分', '')}{row.standard}"
    return "down" if "加" not in both and "奖励" not in both else "up"


def _key(one: Indicator) -> tuple[tuple[str, ...], str]:
    return one.path, one.name


def _over(one: Indicator, row: OutlineRow | None, *, has_actual: bool) -> Indicator:
    """A row with the rule that its standard gives over what the return says of it."""
    if row is None:
        return one
    asked = replace(row, weight=one.weight, standard=one.standard)
    found = rule_of(asked, has_actual=has_actual)
    if found is None:
        return one
    rate = found.rate or f"{_ACTUAL}{one.id.removeprefix(_ROW)}"
    return one.changed(score=found.score, rate_unit=found.unit, rate=rate, if_zero="ask")


def columns_of(outline: Outline) -> tuple[LayoutColumn, ...]:
    """The columns as the sheet heads them; the budget of the block of funds is a target too."""
    return tuple(
        LayoutColumn(role=role, label=outline.labels[role], aliases=_also(outline, role))
        for role in outline.columns
        if role in outline.labels and not _is_shared(outline, role)
    )


def _is_shared(outline: Outline, role: Role) -> bool:
    """Whether a column of weights is headed like another one (得分, 分值): contents show them."""
    label = outline.labels[role]
    others = (Role.CLAIMED, *((Role.WEIGHT,) if role is not Role.WEIGHT else ()))
    is_weight = role in (Role.WEIGHT, Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT)
    return is_weight and any(outline.labels.get(other) == label for other in others)


def _also(outline: Outline, role: Role) -> tuple[str, ...]:
    funds = outline.funds
    if role is Role.NAME:
        return tuple(text for text in outline.headings if text != outline.labels[role])
    if role is not Role.TARGET or funds is None or funds.budget is None:
        return ()
    return (funds.labels[funds.budget],)


def total_of(outline: Outline, own: Indicator | None = None) -> Decimal:
    """The points of the whole sheet: what its total row says where its rows add up to that."""
    weights = [row.weight for row in outline.rows if row.weight is not None]
    of_funds = own.weight if own is not None and own.weight is not None else Decimal(0)
    summed = sum(weights, of_funds)
    stated = sum(outline.sections.values(), of_funds) + sum(
        (row.weight for row in outline.rows if row.weight is not None and not _is_in(outline, row)),
        Decimal(0),
    )
    if outline.total is not None and outline.total == summed <= _WHOLE:
        return max(summed, stated) if stated <= _WHOLE else summed
    return _WHOLE


def _is_in(outline: Outline, row: OutlineRow) -> bool:
    """Whether the first level of a row has its points written into its label."""
    return bool(row.levels) and weighted_label(row.levels[0]).stem in outline.sections


def _blocks(outline: Outline) -> Iterator[FreeBlock]:
    """A block of free rows for each first level."""
    groups: dict[str, list[OutlineRow]] = {}
    for row in outline.rows:
        groups.setdefault(weighted_label(row.levels[0]).stem, []).append(row)
    for place, (name, rows) in enumerate(groups.items(), 1):
        kinds = (r.levels[1] for r in rows if len(r.levels) > 1 and r.levels[1])
        yield FreeBlock(
            id=f"block-{place}",
            path=(name,),
            weight=weighted_label(rows[0].levels[0]).weight,
            kinds=tuple(dict.fromkeys(kinds)),
            score=_rule(outline, rows),
        )


def _rule(outline: Outline, rows: Sequence[OutlineRow]) -> Target | Judged:
    """A share of the weight for a missed target only where the sheet says so."""
    said = [row.standard for row in rows if row.standard]
    texts = said or list(outline.notes)
    if texts and all(_SHARE.search(t) for t in said) and any(_SHARE.search(t) for t in texts):
        return Target(kind="target")
    return Judged(kind="judged")


def _actual(row: Indicator) -> Input:
    """What a row was measured by, as an input that is nowhere but in the row."""
    nowhere = At(row="", column="")
    return Input(id=row.rate or "", label=row.name, kind="quantity", at=nowhere)


def _indicator(row: OutlineRow) -> Indicator:
    path = tuple(stem for level in row.levels if (stem := weighted_label(level).stem))
    labelled = weighted_label(row.name)
    name = labelled.stem if labelled.weight is not None and "分" in row.name else row.name
    return Indicator(
        id=f"{_ROW}{row.row}",
        path=path or ("指标",),
        name=name,
        weight=row.weight,
        standard=row.standard,
        rate_unit="",
        score=Judged(kind="judged"),
    )
