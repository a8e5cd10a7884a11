"""Columns of a scoresheet by what their header says and by what stands in them.

A header may say 得分 over the weights; so the column whose numbers are the rulebook's weights is
the weight column, whatever it is called, and a score column is one that is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.rulebook.model import Role
from jixiao.scoresheet.body import Frame, Line, sum_kind
from jixiao.scoresheet.header import role_of
from jixiao.scoresheet.index import Index
from jixiao.scoresheet.labels import forms
from jixiao.scoresheet.numbers import points
from jixiao.scoresheet.targets import block_of, is_part
from jixiao.scoresheet.view import View
from jixiao.scoresheet.vocabulary import PLAIN_SCORE, ROLE_OF

_WEIGHTS = frozenset((Role.WEIGHT, Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT))
_SCORES = frozenset((Role.CLAIMED, Role.REVIEWED, Role.SUGGESTED))
_NUMBERS = _WEIGHTS | _SCORES
_ROUNDED = Decimal("0.1")  # by how much the weights of a block may miss its points
_SURE = Decimal("0.9")  # share of rows in which a weight column holds the rulebook's weight


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``tied`` are roles that several columns claim with equal right.

    ``relabelled`` are columns whose content, not their header, decided.
    """

    roles: Mapping[Role, int]
    tied: Mapping[Role, tuple[int, ...]]
    relabelled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    column: int
    role: Role
    strength: int  # 3 the rulebook's own label, 2 a telling word, 1 only "score" or a part
    filled: int  # rows with anything in this column
    as_weight: Decimal  # share of rows whose number is the row's weight


def resolve(
    view: View,
    at: Frame,
    index: Index,
    rows: Mapping[str, Sequence[int]],
    body: Sequence[Line],
) -> Columns:
    """Give each role its column, from header words first and contents second."""
    seen = _described(view, at, index, rows, _rows_by_block(body, rows, index))
    roles: dict[Role, int] = {}
    tied: dict[Role, tuple[int, ...]] = {}
    weight, relabelled = _weight_column(seen)
    if weight is not None:
        roles[Role.WEIGHT] = weight
    scores = [c for c in seen if c.role in _SCORES or c.column in relabelled]
    for role in Role:
        if role in (Role.WEIGHT, Role.NAME):
            continue
        candidates = [c for c in seen if c.role is role and c.column != weight]
        if role is Role.CLAIMED:
            candidates += [c for c in scores if c.column in relabelled and c.column != weight]
            candidates = _without_weights(candidates)
        best = _strongest(candidates)
        if len(best) == 1:
            roles[role] = best[0].column
        elif len(best) > 1 and role in _SCORES:
            tied[role] = tuple(c.column for c in best)
        elif best:
            roles[role] = best[0].column
    roles[Role.NAME] = at.name
    for role, column in zip((Role.LEVEL1, Role.LEVEL2), at.levels, strict=False):
        roles.setdefault(role, column)
    return Columns(roles, tied, relabelled)


def _rows_by_block(
    body: Sequence[Line], rows: Mapping[str, Sequence[int]], index: Index
) -> Mapping[str, Sequence[int]]:
    """The free rows of each block."""
    if not index.blocks:
        return {}
    fixed = {row for group in rows.values() for row in group}
    by_block: dict[str, list[int]] = {}
    for line in body:
        if line.row in fixed or not line.name or sum_kind(line) is not None or is_part(line.name):
            continue
        block = block_of(line, index)
        if block is not None:
            by_block.setdefault(block.id, []).append(line.row)
    return by_block


def _described(
    view: View,
    at: Frame,
    index: Index,
    rows: Mapping[str, Sequence[int]],
    by_block: Mapping[str, Sequence[int]],
) -> Sequence[_Column]:
    places = [(ident, row) for ident, numbers in rows.items() for row in numbers]
    places += [("", row) for group in by_block.values() for row in group]
    by_anchor: dict[tuple[int, int, Role], list[_Column]] = {}
    for column, texts in at.header.labels.items():
        if column == at.name:
            continue
        role, strength, depth = _header_role(texts, index)
        if role is None:
            continue
        filled = sum(1 for _, row in places if (row, column) in view.sheet.cells)
        share = _as_weight(view, column, index, rows, by_block) if role in _NUMBERS else Decimal(0)
        top, left = view.anchor(at.header.top + depth, column)
        entry = _Column(column, role, strength, filled, share)
        by_anchor.setdefault((top, left, role), []).append(entry)
    return [max(group, key=lambda c: (c.filled, -c.column)) for group in by_anchor.values()]


def _as_weight(
    view: View,
    column: int,
    index: Index,
    rows: Mapping[str, Sequence[int]],
    by_block: Mapping[str, Sequence[int]],
) -> Decimal:
    """How far a column holds the weights: of each fixed row, in sum of each free block."""
    right = total = 0
    for ident, numbers in rows.items():
        for row in numbers:
            total += 1
            right += points(view.shown(row, column)) == index.weights.get(ident)
    weights = {block.id: block.weight for block, _, _ in index.blocks}
    for ident, numbers in by_block.items():
        held = [points(view.sheet.cells.get((row, column))) for row in numbers]
        total += 1
        known = [n for n in held if n is not None]
        right += bool(known) and abs(sum(known) - (weights[ident] or 0)) < _ROUNDED
    return Decimal(right) / total if total else Decimal(0)


def _header_role(texts: Sequence[str], index: Index) -> tuple[Role | None, int, int]:
    """The role that a header's texts give, the lowest telling one deciding."""
    for depth in range(len(texts) - 1, -1, -1):
        text = texts[depth]
        role = role_of(text, index.role)
        if role is None:
            continue
        keys = forms(text)
        if keys[0] in index.own_labels:
            return role, 3, depth
        if any(k in PLAIN_SCORE for k in keys) or not any(k in ROLE_OF for k in keys):
            return role, 1, depth
        return role, 2, depth
    return None, 0, 0


def _strongest(candidates: Sequence[_Column]) -> list[_Column]:
    top = max((c.strength for c in candidates), default=0)
    best = [c for c in candidates if c.strength == top]
    filled = [c for c in best if c.filled]
    return filled if len(filled) == 1 else best


def _weight_column(seen: Sequence[_Column]) -> tuple[int | None, tuple[int, ...]]:
    """The weight column and the columns whose header the contents belie."""
    labelled = [c for c in seen if c.role is Role.WEIGHT]
    sure = [c for c in labelled if c.as_weight >= _SURE]
    if sure:
        return sure[0].column, ()
    called_score = [c for c in seen if c.role is Role.CLAIMED and c.as_weight >= _SURE]
    if called_score and (labelled or len([c for c in seen if c.role is Role.CLAIMED]) > 1):
        swapped = tuple(c.column for c in labelled if c.filled)
        return called_score[0].column, (called_score[0].column, *swapped)
    best = _strongest(labelled)
    return (best[0].column if best else None), ()


def _without_weights(candidates: Sequence[_Column]) -> list[_Column]:
    """Leave out columns that hold weights only, as long as another candidate is left."""
    rest = [c for c in candidates if c.as_weight < _SURE]
    return list(rest) if rest else list(candidates)
