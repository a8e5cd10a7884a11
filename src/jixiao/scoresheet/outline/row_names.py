"""The column that names each row, where the one so called names groups of them.

评价内容 over 项目决策（20分） next to 评价要点 over 立项依据充分性: the second names the rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import Header, View, bare_number
from jixiao.scoresheet.words import TOTAL, plain_label, points_in_label

_LEVELS = (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3)
_WEIGHT_OF = {
    Role.LEVEL1: Role.LEVEL1_WEIGHT,
    Role.LEVEL2: Role.LEVEL2_WEIGHT,
    Role.LEVEL3: Role.LEVEL3_WEIGHT,
}
_SHORT = 30  # characters of the name of a row
_FEW = 0.7  # share of the scored rows below which a column names groups of them
_EACH = 0.9  # share from which a column names each of them


def with_own_weights(
    view: View, header: Header, columns: Mapping[Role, int], end: int | None
) -> Mapping[Role, int]:
    """The columns without weights of rows that name theirs: 完整性（5分）.

    The one column of weights then is that of the level next to it.
    """
    weight, name = columns.get(Role.WEIGHT), columns[Role.NAME]
    level = next((role for role in _LEVELS if columns.get(role, -2) + 1 == weight), None)
    if weight is None or level is None:
        return columns
    rows = [row for row in view.rows_below(header.bottom) if end is None or row < end]
    named = [row for row in rows if view.text(row, name) and not _is_sum(view, row)]
    pointed = [row for row in named if points_in_label(view.text(row, name)) is not None]
    if len(named) < 3 or len(pointed) < _EACH * len(named):
        return columns
    kept = dict(columns)
    del kept[Role.WEIGHT]
    return {**kept, _WEIGHT_OF[level]: weight}


def with_finer_names(
    view: View, header: Header, columns: Mapping[Role, int], end: int | None
) -> Mapping[Role, int]:
    """The columns with names taken from the first column that has one for each scored row."""
    name, points = columns[Role.NAME], columns.get(Role.WEIGHT, columns.get(Role.CLAIMED))
    if points is None or points <= name:
        return columns
    scored = [
        row
        for row in view.rows_below(header.bottom)
        if (end is None or row < end)
        and bare_number(view.rows[row].get(points)) is not None
        and not _is_sum(view, row)
    ]
    if len(scored) < 3:
        return columns
    if _share(view, scored, name) >= _FEW and not _is_over_several(view, scored, name):
        return columns
    taken = {columns[role] for role in (*_LEVELS, Role.TARGET, Role.ACTUAL) if role in columns}
    finer = next(
        (c for c in range(name + 1, points) if c not in taken and _is_each(view, scored, c)), None
    )
    free = next((role for role in _LEVELS if role not in columns), None)
    if finer is None or free is None:
        return columns
    kept = {role: column for role, column in columns.items() if column != finer}
    return {**kept, free: name, Role.NAME: finer, **_standard(header, columns, finer)}


def _is_sum(view: View, row: int) -> bool:
    first = plain_label(next(iter(view.rows[row].values())).raw)
    return first in TOTAL or first.endswith(("小计", "合计", "总分"))


def _is_over_several(view: View, rows: Sequence[int], column: int) -> bool:
    """Whether one cell of a column is merged over several scored rows."""
    merges = [view.merge(row, column) for row in rows]
    tops = [merge.top for merge in merges if merge is not None and merge.bottom > merge.top]
    return len(tops) > len(set(tops))


def _share(view: View, rows: Sequence[int], column: int) -> float:
    own = sum(1 for row in rows if column in view.rows[row] and view.text(row, column).strip())
    return own / len(rows)


def _is_each(view: View, rows: Sequence[int], column: int) -> bool:
    """Whether a column has a short text of its own in nearly every row."""
    texts = [view.text(row, column).strip() for row in rows if column in view.rows[row]]
    short = [text for text in texts if 0 < len(text) <= _SHORT]
    return len(short) >= _EACH * len(rows)


def _standard(header: Header, columns: Mapping[Role, int], finer: int) -> Mapping[Role, int]:
    """The column of standards, where the first so headed turned out to hold names."""
    if columns.get(Role.STANDARD) != finer:
        return {}
    words = ("标准", "办法", "细则", "方法", "规则")
    others = [c for c, texts in header.labels.items() if c > finer and texts[-1].endswith(words)]
    return {Role.STANDARD: others[0]} if others else {}
