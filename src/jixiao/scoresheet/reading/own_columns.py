"""Columns of a form that no rulebook speaks of, but that its own other columns must bear out.

完成率 next to 指标值 and 完成值: which share of its target a row says it reached. 扣分 next to 分值
and 得分: how many points it says it lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jixiao.rulebook import Role
from jixiao.scoresheet.matching import Candidate
from jixiao.scoresheet.model import Reading, Row, RowKind
from jixiao.scoresheet.reading.cells import SCORE, ExpectedReading, read_cell
from jixiao.scoresheet.words import plain_label

_RATIO = re.compile(r"(?:指标|目标|年度|任务|绩效|实际)*完成(?:率|比例|百分比)(?:\((?:%|b/a)\)|%)?")
_LOST = re.compile(r"(?:自评)?(?:扣分|扣减分|减分|失分)(?:值|数|分值)?")
_SCORED = (RowKind.INDICATOR, RowKind.FREE)


def read_ratios(candidate: Candidate, rows: Sequence[Row]) -> Mapping[str, Reading]:
    """The typed shares of targets by row id; empty where no column holds them."""
    expected = ExpectedReading("rate", "%")
    scored = [row for row in rows if row.kind in _SCORED]
    return _column(candidate, scored, _RATIO, (Role.TARGET, Role.ACTUAL), expected)


def read_losses(candidate: Candidate, rows: Sequence[Row]) -> Mapping[str, Reading]:
    """The points lost by row id, the total row too; empty where no column holds them."""
    scored = [row for row in rows if row.kind in (*_SCORED, RowKind.TOTAL)]
    return _column(candidate, scored, _LOST, (Role.WEIGHT, Role.CLAIMED), SCORE)


def _column(
    candidate: Candidate,
    rows: Sequence[Row],
    label: re.Pattern[str],
    needed: Sequence[Role],
    expected: ExpectedReading,
) -> Mapping[str, Reading]:
    """The cells of a column so labelled that has no role, in tables with the columns needed."""
    found: dict[str, Reading] = {}
    for block in candidate.blocks:
        roles, view, labels = block.columns.roles, block.frame.view, block.frame.header.labels
        free = [c for c in labels if c not in roles.values()]
        own = [c for c in free if label.fullmatch(plain_label(labels[c][-1]))]
        if not own or any(role not in roles for role in needed):
            continue
        is_share = expected.unit == "%" and "%" in labels[own[0]][-1].replace("％", "%")
        asked = expected._replace(written="%") if is_share else expected
        for row in rows:
            if row.sheet == view.name:
                place = view.anchor(row.row, own[0])
                found[row.id] = read_cell(view.sheet.cells.get(place), view.name, place, asked)
    return found
