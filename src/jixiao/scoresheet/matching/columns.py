"""Columns of a scoresheet by what their header says and by what is in them.

A header may say 得分 over the weights; so the column whose numbers are the rulebook's weights is
the weight column, whatever it is called, and a score column is one that is left. Columns that
neither words nor contents distinguish are tied, and none of them is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import TableFrame
from jixiao.scoresheet.matching.column_content import SURE, ColumnContent
from jixiao.scoresheet.words import PLAIN_SCORE, ROLE_OF, Index, label_forms

_SCORES = frozenset((Role.CLAIMED, Role.REVIEWED, Role.SUGGESTED))
_ENOUGH = 3  # fixed rows from which weights in a column belie its header
_LEVEL_WEIGHTS = (
    (Role.LEVEL1_WEIGHT, 1),
    (Role.LEVEL2_WEIGHT, 2),
    (Role.LEVEL3_WEIGHT, 3),
)


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
    role: Role  # by the rulebook's words, else by those in general use
    is_score: bool  # called a score in general use
    strength: int  # 3 the rulebook's own label, 2 a distinctive word, 1 only "score" or a part
    filled: int  # scored rows with anything in this column
    as_weight: Decimal  # share of rows whose number is the row's weight


def resolve_columns(at: TableFrame, seen: ColumnContent) -> Columns:
    """Give each role its column, from header words first and contents second."""
    described = _described(at, seen)
    weight, relabelled = _weight_column(described, seen)
    levels = dict(_level_weights(described, seen, weight, at))
    if weight is None:
        neighbours = _next_to_names(described, at)
        weight = neighbours.pop(Role.WEIGHT, None)
        relabelled = (weight,) if weight is not None else ()
        levels |= neighbours
    used = {weight, *levels.values()}
    left = [c for c in described if c.column not in used]
    roles: dict[Role, int] = {**levels}
    tied: dict[Role, tuple[int, ...]] = {}
    if weight is not None:
        roles[Role.WEIGHT] = weight
    for role in Role:
        if role is Role.NAME or role in _LEVEL_ROLES:
            continue
        candidates = [c for c in left if c.role is role]
        if role is Role.CLAIMED:
            candidates += [c for c in left if c.column in relabelled and c.role is not role]
        best = _strongest(candidates)
        if len(best) == 1 or (best and role not in _SCORES):
            roles[role] = best[0].column
        elif best:
            tied[role] = tuple(c.column for c in best)
    roles[Role.NAME] = at.name
    for role, column in zip((Role.LEVEL1, Role.LEVEL2, Role.LEVEL3), at.levels, strict=False):
        roles.setdefault(role, column)
    return Columns(roles, tied, relabelled)


def _described(at: TableFrame, seen: ColumnContent) -> Sequence[_Column]:
    by_anchor: dict[tuple[int, int, Role], list[_Column]] = {}
    for column, texts in at.header.labels.items():
        if column == at.name:
            continue
        role, strength, depth = _header_role(texts, seen.index)
        if role is None:
            continue
        is_score = any(ROLE_OF.get(k) is Role.CLAIMED for text in texts for k in label_forms(text))
        is_number = is_score or role is Role.WEIGHT or role in _SCORES
        share = seen.as_weight(column) if is_number else Decimal(0)
        top, left = seen.view.anchor(at.header.top + depth, column)
        entry = _Column(column, role, is_score, strength, seen.filled(column), share)
        by_anchor.setdefault((top, left, role), []).append(entry)
    found = [max(group, key=lambda c: (c.filled, -c.column)) for group in by_anchor.values()]
    return [_as_final(column, found) for column in found]


def _as_final(column: _Column, all_columns: Sequence[_Column]) -> _Column:
    """A column just called a score is the score that counts, not the score of a single item."""
    if column.role is not Role.ITEM_SCORE or not column.is_score:
        return column
    items = [c for c in all_columns if c.role is Role.ITEM_SCORE and c.strength > column.strength]
    return replace(column, role=Role.CLAIMED) if items or column.strength == 1 else column


def _header_role(texts: Sequence[str], index: Index) -> tuple[Role | None, int, int]:
    """The role that a header's texts give, the lowest distinctive one deciding."""
    for depth in range(len(texts) - 1, -1, -1):
        text = texts[depth]
        role = index.role(text)
        if role is None:
            continue
        keys = label_forms(text)
        if role is Role.ITEM_SCORE and keys[0] in index.own_labels:
            return role, 3, depth
        if any(k in PLAIN_SCORE for k in keys) or not any(k in index.roles for k in keys):
            return role, 1, depth
        return role, 3 if keys[0] in index.own_labels else 2, depth
    return None, 0, 0


def _strongest(candidates: Sequence[_Column]) -> list[_Column]:
    top = max((c.strength for c in candidates), default=0)
    best = [c for c in candidates if c.strength == top]
    filled = [c for c in best if c.filled]
    return filled if len(filled) == 1 else best


def _weight_column(
    described: Sequence[_Column], seen: ColumnContent
) -> tuple[int | None, tuple[int, ...]]:
    """The weight column and the columns whose header the contents belie."""
    labelled = [c for c in described if c.role is Role.WEIGHT]
    sure = [c for c in labelled if c.as_weight >= SURE]
    if sure:
        return sure[0].column, ()
    scores = [c for c in described if c.is_score and c.role is not Role.REVIEWED]
    belied = [c for c in scores if c.as_weight >= SURE]
    if len(belied) > 1:
        weakest = min(c.strength for c in belied)
        belied = [c for c in belied if c.strength == weakest]
    if labelled and len(seen.fixed) < _ENOUGH:  # sums of free rows may agree by chance
        belied = [c for c in belied if all(seen.tops(c.column, o.column) for o in labelled)]
    if len(belied) == 1 and (labelled or len(scores) > 1):
        swapped = tuple(c.column for c in labelled if c.filled) if len(scores) == 1 else ()
        return belied[0].column, (belied[0].column, *swapped)
    labelled = [c for c in labelled if not _is_of_sections(c, seen)]
    if labelled:
        best = _strongest(labelled)
        return best[0].column, ()
    if len(scores) == 2:
        for one, other in (scores, scores[::-1]):
            if one.strength == 1 and seen.bounds(one.column, other.column):
                return one.column, (one.column,)
    return None, ()


def _is_of_sections(column: _Column, seen: ColumnContent) -> bool:
    return any(seen.as_section(column.column, depth) for _, depth in _LEVEL_WEIGHTS)


def _next_to_names(described: Sequence[_Column], at: TableFrame) -> dict[Role, int]:
    """Columns called 得分 that are right behind the names and levels, the score further right.

    So some forms head their weights; nothing is taken where no other 得分 is left for the score.
    """
    scores = [c.column for c in described if c.is_score and c.strength == 1]
    if at.name + 1 not in scores or max(scores) <= at.name + 2:
        return {}
    found = {Role.WEIGHT: at.name + 1}
    for (role, _), level in zip(_LEVEL_WEIGHTS, at.levels, strict=False):
        if level + 1 in scores:
            found[role] = level + 1
    return found


def _level_weights(
    described: Sequence[_Column], seen: ColumnContent, weight: int | None, at: TableFrame
) -> Mapping[Role, int]:
    """Columns with the points of the sections: by what they hold, else by being next to a level."""
    found: dict[Role, int] = {}
    for entry in described:
        if entry.column == weight or not (entry.is_score or entry.role in _LEVEL_ROLES):
            continue
        for role, depth in _LEVEL_WEIGHTS:
            if role not in found and seen.as_section(entry.column, depth):
                found[role] = entry.column
                break
    taken = {weight, *found.values()}
    headed = {c.column for c in described if c.role is Role.WEIGHT and c.column not in taken}
    for (role, _), level in zip(_LEVEL_WEIGHTS, at.levels, strict=False):
        if weight is not None and role not in found and level + 1 in headed:
            found[role] = level + 1
    return found


_LEVEL_ROLES = frozenset((Role.WEIGHT, *(role for role, _ in _LEVEL_WEIGHTS)))
