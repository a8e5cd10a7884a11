"""The rulebook as read from one TOML file: indicators, inputs, tables, blocks of free rows, layout.

Shapes only; ``load`` turns a file into these and refuses what does not fit, ``scoring`` says what
an indicator's figures are worth. Percentages in rules are written as fractions or with ``%``.
"""

from __future__ import annotations

import enum
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from jixiao.rulebook.kinds import Amount, Score, Written
from jixiao.rulebook.schema.provenance import Provenance
from jixiao.rulebook.schema.report import ReportOutline
from jixiao.rulebook.schema.survey import Questionnaires


class Role(enum.StrEnum):
    """What a column of the scoresheet holds; labels are the rulebook's, roles are the program's."""

    LEVEL1 = "level1"  # 一级指标
    LEVEL2 = "level2"  # 二级指标
    LEVEL3 = "level3"  # 三级指标, where the scored rows are the fourth level
    NAME = "name"  # the scored row's own name (三级指标)
    LEVEL1_WEIGHT = "level1_weight"
    LEVEL2_WEIGHT = "level2_weight"
    LEVEL3_WEIGHT = "level3_weight"
    WEIGHT = "weight"  # 分值
    MEANING = "meaning"  # 指标解释
    STANDARD = "standard"  # 评分标准
    NATURE = "nature"  # 定量 / 定性
    DIRECTION = "direction"  # 正向 / 反向
    CORE = "core"  # 是否核心指标
    OPERATOR = "operator"  # ≥ ≤ ＝
    TARGET = "target"  # 年度指标值
    ADJUSTED_TARGET = "adjusted_target"  # 调整指标值
    UNIT = "unit"  # 度量单位
    ACTUAL = "actual"  # 实际值 / 实际完成值: the claimed rate, or a free row's actual
    COEFFICIENT = "coefficient"  # 得分系数
    ITEM_SCORE = "item_score"  # 0-100 score before weighting
    CLAIMED = "claimed"  # 自评得分
    SUGGESTED = "suggested"  # 测算得分 (the template's own live score)
    REASON = "reason"  # 扣分原因 / 偏差原因
    EVIDENCE = "evidence"  # 佐证材料
    REVIEWED = "reviewed"  # 复核得分


class Grade(Written):
    """A grade (档次) and its inclusive lower bound in points."""

    name: str
    min: Decimal


class LayoutColumn(Written):
    """A column of the scoresheet as the template prints it, left to right."""

    role: Role
    label: str
    width: float = 12.0
    aliases: tuple[str, ...] = ()


class At(Written):
    """Where an input is on the scoresheet itself (money block): row label × column label."""

    row: str
    column: str
    row_aliases: tuple[str, ...] = ()
    column_aliases: tuple[str, ...] = ()


IfZero = Literal["ask", "full", "zero", "na"]
"""A zero denominator: ask a person, full marks, no marks, or not applicable."""

InputKind = Literal["money", "count", "quantity", "rate", "flag", "choice", "text"]


class Input(Written):
    """A basic figure (基础数据项) that a department types in.

    ``digits`` are the decimals the form asks for; ``unit`` is what a bare number means. ``flag``
    is 是/否, ``choice`` one of ``choices``. ``at`` is given for inputs of a money block; all others
    are on ``sheet`` in a column of labels.
    """

    id: str
    label: str
    unit: str = ""
    digits: int | None = None
    kind: InputKind = "money"
    sheet: str = "基础数据"
    group: str = ""
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    optional: bool = False
    signed: bool = False
    meaning: str = ""
    at: At | None = None


class TableColumn(Written):
    """A column of a repeating table; one with ``formula`` is computed row by row."""

    id: str
    label: str
    unit: str = ""
    digits: int | None = None
    kind: InputKind = "money"
    aliases: tuple[str, ...] = ()
    optional: bool = False
    formula: str | None = None
    if_zero: IfZero | None = None


class Table(Written):
    """A repeating table (重点项目) on its own sheet; ``rows`` is how many the template offers."""

    id: str
    label: str
    sheet: str
    rows: int = 10
    columns: tuple[TableColumn, ...]
    provenance: Provenance | None = None


class Case(Written):
    """A worked example: what goes in and the score that must come out, proven in the tests."""

    inputs: dict[str, Decimal | str | bool] = field(default_factory=dict)
    tables: dict[str, tuple[dict[str, Decimal | str], ...]] = field(default_factory=dict)
    rate: Decimal | None = None
    score: Decimal | None = None  # None: left to a person
    note: str = ""


class Part(Written):
    """One summand of an indicator's score with its own rate (支付进度率: 上半年, 全年)."""

    id: str
    name: str
    weight: Decimal
    rate: str | None = None
    rate_unit: str = "%"
    if_zero: IfZero | None = None
    zero_over_zero: Amount | None = None  # the rate where numerator and denominator are both zero
    score: Score
    shown: bool = False  # its rate is the one in the 实际值 column


class NotApplicable(Written):
    """When an indicator does not apply (``when``, a condition over inputs) and what then happens.

    ``full``: full marks. ``drop``: the row is left out and the rest rescaled. ``give``: the weight
    goes to the indicator ``to``.
    """

    when: str | None = None
    then: Literal["full", "drop", "give"]
    to: str | None = None
    says: str = ""


class Indicator(Written):
    """A scored row. ``path`` names the levels above it; ``weight`` is None only in abstract books.

    ``if_zero`` says what a zero denominator of ``rate`` means; see ``scoring``. ``parts`` are added
    up or the best of them counts (二者择其一). ``group`` names the group whose weight it shares.
    ``adjusts`` marks a bonus (up) or malus (down) row outside the total's 100 points.
    ``standard`` is the 评分标准 word for word as published; the rule is given next to it.
    """

    id: str
    path: tuple[str, ...]
    name: str
    weight: Decimal | None = None
    aliases: tuple[str, ...] = ()
    meaning: str = ""
    standard: str = ""
    rate: str | None = None
    rate_unit: str = "%"
    if_zero: IfZero | None = None
    zero_over_zero: Amount | None = None  # the rate where numerator and denominator are both zero
    score: Score | None = None
    parts: tuple[Part, ...] = ()
    combine: Literal["sum", "best"] = "sum"
    not_applicable: NotApplicable | None = None
    group: str | None = None
    core: bool = False  # 核心指标
    adjusts: Literal["", "up", "down"] = ""
    evidence: str = ""  # what the 佐证材料 column should name
    clause: str = ""
    provenance: Provenance | None = None
    cases: tuple[Case, ...] = ()


class Section(Written):
    """A stated sum: the rows below ``path`` must weigh ``weight`` together."""

    path: tuple[str, ...]
    weight: Decimal


class Group(Written):
    """Rows that share ``weight``: each its own part (``declared``) or all the same (``equal``)."""

    id: str
    label: str
    weight: Decimal
    split: Literal["declared", "equal"] = "declared"
    digits: int = 0  # of an equal share


class Ceilings(Written):
    """Most that bonus rows may add and malus rows may take, in points; None: as much as they do."""

    up: Decimal | None = None
    down: Decimal | None = None


class Veto(Written):
    """One breach that decides (一票否决): ``when`` is a condition over inputs.

    Exactly one of: ``grade``, the best grade there can be; ``total``, the most points; ``section``
    and ``row`` (an indicator's id), which get none.
    """

    when: str
    says: str = ""
    grade: str | None = None
    total: Decimal | None = None
    section: tuple[str, ...] | None = None
    row: str | None = None
    clause: str = ""


class Identity(Written):
    """Figures that must fit together: ``holds`` is a comparison over inputs (``a <= b + c``).

    ``says`` is the sentence a user reads where it does not hold. ``unless`` says why figures may
    honestly not fit; then it is asked for a reason, and no figure is called wrong for it alone.
    """

    id: str
    holds: str
    says: str
    says_en: str = ""
    unless: str = ""
    unless_en: str = ""


class FreeBlock(Written):
    """A block of free rows: the department names its own indicators and shares out ``weight``.

    ``path`` is what is in the level columns; ``kinds`` are the second-level names offered;
    ``score`` says how one row is scored from operator, target, actual and weight. ``split`` says
    whether rows declare their weights or share equally (rounded to ``split_digits``); ``goals`` is
    how many goals (年度绩效目标) may repeat the block, their weights adding up to ``weight``;
    ``standard`` is the 评分标准 word for word as published.
    """

    id: str
    path: tuple[str, ...]
    weight: Decimal | None = None
    aliases: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rows: int = 3  # rows per kind in the template
    split: Literal["declared", "equal"] = "declared"
    split_digits: int = 0
    goals: int = 1
    standard: str = ""
    score: Score
    clause: str = ""
    provenance: Provenance | None = None
    cases: tuple[Case, ...] = ()


class Rulebook(Written):
    """A whole 指标体系. ``sha256``, ``path`` and ``origins`` are set by the loader.

    ``origins`` maps ``indicators.<id>.<key>`` and ``<key>`` to the id of the rulebook that says so.
    """

    format: Literal["jixiao.rulebook/1"]
    id: str
    version: str
    family: Literal["indicators", "targets"]
    name: str
    title: str = "部门整体支出绩效评价指标体系评分表"
    place: str = ""
    year: int | None = None
    extends: str | None = None
    abstract: bool = False
    draft: bool = False  # not settled: weights, clauses and cases may be missing
    total: Decimal = Decimal(100)
    digits: int = 2  # decimals of a score
    money_unit: str = "万元"
    sheet: str = "评分表"
    provenance: Provenance
    clause: str = ""
    grades: tuple[Grade, ...] = ()  # best first
    columns: tuple[LayoutColumn, ...] = ()
    inputs: tuple[Input, ...] = ()
    tables: tuple[Table, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    blocks: tuple[FreeBlock, ...] = ()
    sections: tuple[Section, ...] = ()
    groups: tuple[Group, ...] = ()
    ceilings: Ceilings | None = None
    veto: tuple[Veto, ...] = ()
    identities: tuple[Identity, ...] = ()
    report: ReportOutline | None = None
    survey: Questionnaires | None = None
    severities: dict[str, Literal["error", "warning", "notice"]] = field(default_factory=dict)
    sha256: str = ""
    path: str = ""
    origins: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def block_by_id(self) -> dict[str, FreeBlock]:
        """Blocks of free rows by id."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def input_by_id(self) -> dict[str, Input]:
        """Inputs by id."""
        return {item.id: item for item in self.inputs}

    @cached_property
    def compiled(self) -> dict[object, object]:
        """What ``scoring`` has prepared from this rulebook, by its own keys."""
        return {}

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process: the rulebook without what was prepared from it."""
        return {key: getattr(self, key) for key in self.key_names()}

    def origin(self, *key: str) -> str:
        """The id of the rulebook that says a value: ``origin("indicators", id, "weight")``."""
        return self.origins.get(".".join(key), self.id)

    def grade_of(self, total: Decimal) -> str | None:
        """The grade of a total in points; None where the rulebook has no grades."""
        return next((g.name for g in self.grades if total >= g.min), None)


__all__ = [
    "At",
    "Case",
    "Ceilings",
    "FreeBlock",
    "Grade",
    "Group",
    "Identity",
    "IfZero",
    "Indicator",
    "Input",
    "LayoutColumn",
    "NotApplicable",
    "Part",
    "Role",
    "Rulebook",
    "Section",
    "Table",
    "TableColumn",
    "Veto",
]
