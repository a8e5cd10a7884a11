"""A scoresheet: the rows and figures of a rulebook as found in one workbook."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from jixiao.figures import Quantity, ReadingState
from jixiao.finding import Finding
from jixiao.rulebook import Role, Rulebook
from jixiao.scoresheet.stamp import Stamp
from jixiao.workbook import Workbook


class Reading(NamedTuple):
    """A cell understood; ``cell`` is the top-left one where cells are merged.

    A named tuple like the cells themselves, because every sheet has hundreds.
    """

    sheet: str
    cell: str
    state: ReadingState
    text: str = ""  # the value as a person sees or typed it
    figures: tuple[Quantity, ...] = ()
    formula: str | None = None
    is_hidden: bool = False
    number_format: str = "General"
    is_text: bool = False  # stored as text; sums of the sheet pass over it
    counted_in: str = ""  # the unit of money that a bare number in it counts in

    @property
    def figure(self) -> Quantity | None:
        """The quantity where there is exactly one."""
        return self.figures[0] if self.state is ReadingState.FIGURE else None

    @property
    def place(self) -> str:
        """``评分表!H11``."""
        return f"{self.sheet}!{self.cell}"


class RowKind(enum.StrEnum):
    """What a row of the scoresheet is."""

    INDICATOR = "indicator"  # a fixed row of the rulebook
    FREE = "free"  # a row the department named itself, inside a block
    OF_WHICH = "of-which"  # 其中: repeats part of the row above
    PLACEHOLDER = "placeholder"  # …… or 指标2：left in
    SECTION = "section"  # 小计
    TOTAL = "total"  # 合计 / 总分


@dataclass(frozen=True, slots=True)
class Row:
    """One row found. ``id`` is the indicator's id; for a free row an id made from its place.

    ``block`` is the id of the free block a free row is in. For a section row ``path`` names
    the section. ``sum_with`` names the id of the row whose merged score cell this row shares.
    """

    kind: RowKind
    id: str
    name: str
    path: tuple[str, ...]
    sheet: str
    row: int
    readings: Mapping[Role, Reading] = field(default_factory=dict)
    block: str | None = None
    sum_with: str | None = None


class FundsColumn(enum.StrEnum):
    """What a column of the block of funds holds."""

    INITIAL = "initial"  # 年初预算数
    ADJUSTMENT = "adjustment"  # 年中调整数
    BUDGET = "budget"  # 全年预算数(A), 调整后预算数
    SPENT = "spent"  # 全年执行数(B)
    ARRIVED = "arrived"  # 实际到位数
    RATE = "rate"  # 执行率, 支出实现率
    ARRIVAL = "arrival"  # 到位率
    WEIGHT = "weight"
    CLAIMED = "claimed"
    RULE = "rule"  # 得分计算方法


@dataclass(frozen=True, slots=True)
class FundsRow:
    """One row of the block of funds; ``is_whole`` where its label names a whole sum."""

    row: int
    label: str
    is_whole: bool
    mark: str = ""  # 其中 or a ringed number that its label begins with
    readings: Mapping[FundsColumn, Reading] = field(default_factory=dict)

    def figure(self, column: FundsColumn) -> Quantity | None:
        """The figure in a column, where there is exactly one."""
        reading = self.readings.get(column)
        return reading.figure if reading is not None else None


@dataclass(frozen=True, slots=True)
class Funds:
    """The block of funds as read: ``against`` is the column that spending is held against."""

    sheet: str
    unit: str
    rows: tuple[FundsRow, ...]
    against: FundsColumn


@dataclass(frozen=True, slots=True)
class SourcesSum:
    """A sum and the parts next to it in its row: 资金总额, 财政拨款, 其他资金."""

    label: str
    total: Reading
    parts: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How the rulebook was found and how sure the match is (0 to 1).

    ``form`` is the key of the form whose returns are all read by one drafted rulebook.
    """

    by: str  # option | stamp | names | labels | sheet
    confidence: float
    form: str | None = None


@dataclass(frozen=True)
class Scoresheet:
    """The meeting of a workbook and a rulebook.

    ``inputs`` holds a reading for every input whose cell was found; ``tables`` the rows in use of
    each repeating table; ``unfound`` the ids of indicators without a row. ``columns`` gives the
    column letters per role.
    """

    workbook: Workbook
    rulebook: Rulebook
    found: Found
    sheet: str
    department: str | None
    year: int | None
    rows: tuple[Row, ...]
    inputs: Mapping[str, Reading] = field(default_factory=dict)
    tables: Mapping[str, tuple[Mapping[str, Reading], ...]] = field(default_factory=dict)
    unfound: tuple[str, ...] = ()
    total: Reading | None = None
    grade: Reading | None = None
    columns: Mapping[Role, str] = field(default_factory=dict)
    stamp: Stamp | None = None
    findings: tuple[Finding, ...] = ()
    funds: Funds | None = None
    sources: tuple[SourcesSum, ...] = ()
    ratios: Mapping[str, Reading] = field(default_factory=dict)  # 完成率 by row id
    losses: Mapping[str, Reading] = field(default_factory=dict)  # 扣分 by row id

    @cached_property
    def sharing(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows that share the merged score cell of a row above, by the id of that row."""
        found: dict[str, tuple[Row, ...]] = {}
        for row in self.rows:
            if row.sum_with is not None:
                found[row.sum_with] = (*found.get(row.sum_with, ()), row)
        return found

    @property
    def is_drafted(self) -> bool:
        """Whether the rulebook was drafted from this very sheet, or nobody has settled it yet."""
        return self.found.by == "sheet" or self.rulebook.draft


@dataclass(frozen=True)
class Unlocated:
    """A readable workbook in which no one scoresheet could be found.

    ``findings`` says why (at least one S error). ``candidates`` are the sheets that might be meant.
    """

    workbook: Workbook
    findings: tuple[Finding, ...]
    candidates: tuple[str, ...] = ()
