"""The block of funds of any form: labels known by what they are made of and what is next to them.

A row that names a budget and, in another column, spending is its header; below it every row of
amounts belongs to the block until words are where amounts should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jixiao.figures import UNITS_OF_MONEY, is_blank_marker
from jixiao.scoresheet.grid import View, bare_number, sheet_unit, unit_in
from jixiao.scoresheet.model import FundsColumn
from jixiao.scoresheet.words import plain_label
from jixiao.workbook import Cell, CellKind

_LONGEST = 40  # characters of a column label
_DEEPEST = 16  # rows of a block
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_RATE = re.compile(r"(?:执行|支出|实现|完成|使用|支付|拨付)(?:率|进度)")
_SPENT = re.compile(r"执行|支出|拨付|支付|使用|实际数|决算")
_BUDGET = re.compile(r"预算|安排|计划|小计|下达")
_ARRIVED = re.compile(r"(?:实际|已|资金)*到位(?:(?P<rate>率)|(?:资金|数|额|金额|情况)*)")
_OTHER = re.compile(r"结余|结转|差额|差异|原因|说明|到位|率|指标|预计|预测")
_WHOLE = re.compile(r"总额|合计|总计|总资金|资金总|小计")
_PART = re.compile(r"^(?:其中|[①-⑳]|[(（]?[0-9]+[)）.、])|其中[:：]")
_AMOUNT_WORDS = frozenset(("金额", "数额", "金额数", "资金", "资金额", "金额(万元)", "金额(元)"))
_AMOUNT = re.compile(rf"[-+]?[0-9][0-9,，]*(?:\.[0-9]+)?%?(?:{'|'.join(UNITS_OF_MONEY)})?")


AMOUNTS = (
    FundsColumn.INITIAL,
    FundsColumn.ADJUSTMENT,
    FundsColumn.BUDGET,
    FundsColumn.ARRIVED,
    FundsColumn.SPENT,
)


@dataclass(frozen=True, slots=True)
class FundsLine:
    """One row of amounts: ``is_whole`` where its label names a whole sum.

    ``places`` says where the amounts are if not in the columns of the block.
    """

    row: int
    label: str
    column: int  # of the label
    is_whole: bool
    mark: str = ""  # 其中 or a ringed number that its label begins with
    places: Mapping[FundsColumn, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FundsBlock:
    """Where the amounts of a form are; ``unit`` is what the header says they are counted in.

    ``is_paired``: each amount is next to its own label, below no header.
    """

    view: View
    header: int
    unit: str
    columns: Mapping[FundsColumn, int]
    labels: Mapping[FundsColumn, str]
    lines: tuple[FundsLine, ...]
    is_paired: bool = False

    def place(self, line: FundsLine, kind: FundsColumn) -> tuple[int, int] | None:
        """The cell of an amount; None where the line has none of that kind."""
        if self.is_paired:
            return line.places.get(kind)
        column = self.columns.get(kind)
        return self.view.anchor(line.row, column) if column is not None else None

    @property
    def whole(self) -> FundsLine | None:
        """The row of the whole sum: the first so called, else the only one."""
        named = [line for line in self.lines if line.is_whole]
        if named:
            return named[0]
        return self.lines[0] if len(self.lines) == 1 else None

    @property
    def budget(self) -> FundsColumn | None:
        """The column that spending is held against: the adjusted budget, else the first one."""
        for kind in (FundsColumn.BUDGET, FundsColumn.INITIAL):
            if kind in self.columns:
                return kind
        return None


@lru_cache(maxsize=4096)
def funds_column(text: str) -> FundsColumn | None:
    """Say what a column holds by what its label is made of; None where it is no amount's.

    >>> [str(funds_column(text)) for text in ("全年预算数(A)", "小计③=①+②", "年中调整金额②")]
    ['budget', 'budget', 'adjustment']
    >>> [str(funds_column(text)) for text in ("年度拨付金额④", "支出实现率(%)⑤=④/③", "资金结余率")]
    ['spent', 'rate', 'None']
    """
    key = plain_label(text)
    if not key or len(key) > _LONGEST:
        return None
    bare = _BRACKETS.sub("", key).partition("=")[0]
    if "得分" in bare or "评分" in bare:
        is_rule = any(word in bare for word in ("方法", "标准", "办法", "公式"))
        return FundsColumn.RULE if is_rule else FundsColumn.CLAIMED
    if any(word in bare for word in ("分值", "权重", "满分")):
        return FundsColumn.WEIGHT
    if _RATE.search(bare):
        return FundsColumn.RATE
    if (arrived := _ARRIVED.fullmatch(bare)) is not None:
        return FundsColumn.ARRIVAL if arrived["rate"] else FundsColumn.ARRIVED
    return None if _OTHER.search(bare) else _amount_column(bare)


def _amount_column(bare: str) -> FundsColumn | None:
    """Which amounts a column holds, by its label without brackets."""
    if "年初" in bare or "批复" in bare:
        return FundsColumn.INITIAL
    if _SPENT.search(bare):
        return FundsColumn.SPENT
    is_adjusted = any(word in bare for word in ("后", "预算数", "调整预算"))
    if "调整" in bare and not is_adjusted:
        return FundsColumn.ADJUSTMENT
    return FundsColumn.BUDGET if _BUDGET.search(bare) or "调整后" in bare else None


@lru_cache(maxsize=4096)
def is_whole(label: str) -> bool:
    """Whether a row label names the whole sum: 年度资金总额, 总额, 财政资金小计, 合 计."""
    key = plain_label(label)
    return bool(_WHOLE.search(_BRACKETS.sub("", key))) and not _PART.search(label.strip())


def part_mark(label: str) -> str:
    """What marks a row as a part: ``其中``, ``①`` for any ringed number, nothing for no mark."""
    bare = label.lstrip(" \u3000#")
    if bare.startswith("其中"):
        return "其中"
    return "①" if "①" <= bare[:1] <= "⑳" else ""


def find_funds(view: View) -> FundsBlock | None:
    """Find the first block of funds of a sheet."""
    rows = list(view.rows)
    for place, row in enumerate(rows):
        found = _columns(view, row)
        if found is None:
            continue
        for below in rows[place + 1 : place + 3]:  # a header of two rows: the lower one shows more
            deeper = _columns(view, below)
            if deeper is None:
                break
            row, found = below, deeper  # noqa: PLW2901 (the header goes on)
        columns, labels = found
        lines = tuple(_lines(view, row, columns))
        if lines:
            return FundsBlock(view, row, unit_above(view, row, labels), columns, labels, lines)
    return None


def _columns(view: View, row: int) -> tuple[dict[FundsColumn, int], dict[FundsColumn, str]] | None:
    """The columns of a header row; None where it names no budget or no spending."""
    found: dict[FundsColumn, int] = {}
    labels: dict[FundsColumn, str] = {}
    cells = view.rows[row]
    kinds = {c: funds_column(cell.raw) for c, cell in cells.items() if cell.kind is CellKind.TEXT}
    if FundsColumn.SPENT not in kinds.values():
        return None
    for column, kind in kinds.items():
        below = view.rows.get(row + 1, {}).get(column)
        is_below = below is not None and _is_header(below)
        if kind is None or (kind in AMOUNTS and _is_words(below) and not is_below):
            continue
        found[kind] = column
        labels[kind] = cells[column].raw.strip()
    has_budget = FundsColumn.BUDGET in found or FundsColumn.INITIAL in found
    return (found, labels) if has_budget and FundsColumn.SPENT in found else None


def _is_header(cell: Cell) -> bool:
    """Whether a cell below a header goes on with it: 预算安排 over 金额."""
    return funds_column(cell.raw) is not None or plain_label(cell.raw) in _AMOUNT_WORDS


def is_amount(cell: Cell | None) -> bool:
    """Whether a cell holds an amount, or a rate, as a number or as text: 3,680,000."""
    if cell is None or cell.is_blank:
        return False
    return bare_number(cell) is not None or _is_amount_as_text(cell.raw)


@lru_cache(maxsize=4096)
def _is_amount_as_text(text: str) -> bool:
    return bool(_AMOUNT.fullmatch(text.strip().replace(" ", "")))


def _is_words(cell: Cell | None) -> bool:
    """Whether a cell holds words, and no amount and no marker."""
    if cell is None or cell.kind is not CellKind.TEXT or bare_number(cell) is not None:
        return False
    return not (is_blank_marker(cell.raw.strip()) or _is_amount_as_text(cell.raw))


def _lines(view: View, header: int, columns: Mapping[FundsColumn, int]) -> Iterator[FundsLine]:
    amounts = sorted(columns[kind] for kind in AMOUNTS if kind in columns)
    for row in view.rows_below(header):
        cells = view.rows[row]
        given = [cells[column] for column in amounts if column in cells]
        if row == header + 1 and given and all(plain_label(c.raw) in _AMOUNT_WORDS for c in given):
            continue  # the second row of the header
        if row > header + _DEEPEST or any(map(_is_words, given)):
            return
        named = [c for c in cells if c < amounts[0] and cells[c].kind is CellKind.TEXT]
        if not named:
            if not given:
                return
            if row == header + 1:
                yield FundsLine(row, _heading(view, row, amounts[0]), amounts[0], True)  # noqa: FBT003
            continue
        label = cells[named[-1]].raw.strip()
        if view.anchor(row, amounts[0])[1] < amounts[0]:
            return  # the label goes on over the amounts: a line of words
        yield FundsLine(row, label, named[-1], is_whole(label), part_mark(label))


def _heading(view: View, row: int, first: int) -> str:
    """What a row of amounts without a label of its own is called: the heading at its left."""
    shown = (view.text(at, column) for at in (row, row - 1) for column in range(first - 1, 0, -1))
    return next((text.strip() for text in shown if text.strip()), "资金总额")


def unit_above(view: View, header: int, labels: Mapping[FundsColumn, str]) -> str:
    """The unit of the amounts: said by a label, at the left, or for the whole sheet."""
    for kind in AMOUNTS:
        if (unit := unit_in(labels.get(kind, ""))) and unit != "%":
            return unit
    for column in range(1, 4):
        for row in (header, header - 1):
            if row > 0 and (unit := unit_in(view.text(row, column))) and unit != "%":
                return unit
    return sheet_unit(view)
