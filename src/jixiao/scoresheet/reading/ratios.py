"""The column 完成率 next to 指标值 and 完成值: which share of its target a row says it reached."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jixiao.rulebook import Role
from jixiao.scoresheet.matching import Candidate
from jixiao.scoresheet.model import Reading, Row, RowKind
from jixiao.scoresheet.reading.cells import ExpectedReading, read_cell
from jixiao.scoresheet.words import plain_label

_LABEL = re.compile(r"(?:指标|目标|年度|任务|绩效|实际)*完成(?:率|比例|百分比)(?:\((?:%|b/a)\)|%)?")
_SCORED = (RowKind.INDICATOR, RowKind.FREE)


def read_ratios(candidate: Candidate, rows: Sequence[Row]) -> Mapping[str, Reading]:
    """The typed shares by row id; empty where no column but target and actual names one."""
    found: dict[str, Reading] = {}
    for block in candidate.blocks:
        roles, view = block.columns.roles, block.frame.view
        if Role.TARGET not in roles or Role.ACTUAL not in roles:
            continue
        taken = set(roles.values())
        labels = block.frame.header.labels
        column = next(
            (c for c in labels if c not in taken and _LABEL.fullmatch(plain_label(labels[c][-1]))),
            None,
        )
        if column is None:
            continue
        written = "%" if "%" in labels[column][-1].replace("％", "%") else ""
        expected = ExpectedReading("rate", "%", written)
        for row in rows:
            if row.sheet == view.name and row.kind in _SCORED:
                place = view.anchor(row.row, column)
                cell = view.sheet.cells.get(place)
                found[row.id] = read_cell(cell, view.name, place, expected)
    return found
