"""A form as it is: the header of its table, its rows with levels, weights and standards.

Nothing is known beforehand but the words of headers. What is not there is left out: a form may have
no scores, no weights, or only funds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import Header, View, bare_number, header_parts, is_footer, views_of
from jixiao.scoresheet.outline.columns import (
    LEVELS,
    column_label,
    header_columns,
    header_role,
    heading_column,
    is_table,
)
from jixiao.scoresheet.outline.funds import FundsBlock
from jixiao.scoresheet.outline.pairs import find_amounts
from jixiao.scoresheet.outline.row_names import with_finer_names, with_own_weights
from jixiao.scoresheet.stamp import STAMP_SHEET
from jixiao.scoresheet.words import (
    GRADE,
    TOTAL,
    label_forms,
    plain_label,
    points_in_label,
    weighted_label,
)
from jixiao.workbook import CellKind, Sheet, Visibility, Workbook, is_added

_SAYINGS = frozenset(("自评说明", "自评情况说明", "完成说明", "自评情况", "完成情况说明"))
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、]")
_SHARE = re.compile(r"\d+(?:\.\d+)?\s*%")
_RATE_SAID = re.compile(r"(?P<rate>[^\d，。；]{0,6}率)(?:仅?为|仅|只有|达到?)?\d+(?:\.\d+)?[%％]")
_SHORT = 20  # characters of the label of a sum


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row that is scored, or could be: its levels outermost first, as written."""

    row: int
    levels: tuple[str, ...]
    name: str
    weight: Decimal | None
    standard: str
    actual: str = ""  # as shown
    target: str = ""  # as shown
    said: str = ""  # what a column 自评说明 says, or the reason of its own rate
    claimed: Decimal | None = None
    item_score: Decimal | None = None  # of a hundred, before it is weighted
    coefficient: Decimal | None = None  # of one or of a hundred


@dataclass(frozen=True, slots=True)
class Outline:
    """A form without its rulebook. ``columns`` maps a role to its column, ``labels`` to its text.

    ``total`` is the weight written in the total row, ``sections`` the points written into the
    labels of first levels (产出（50分）), rows or none below them. ``notes`` are the longer texts.
    """

    view: View
    columns: Mapping[Role, int]
    labels: Mapping[Role, str]
    rows: tuple[OutlineRow, ...]
    total: Decimal | None
    funds: FundsBlock | None
    notes: tuple[str, ...] = ()
    sections: Mapping[str, Decimal] = field(default_factory=dict)
    headings: tuple[str, ...] = ()  # of further tables, where sections head the names


def outline_of(workbook: Workbook) -> Outline | None:
    """The form of a workbook: its best sheet that is shown; None where there is none, or two."""
    views = [view for view in views_of(workbook.sheets) if _is_shown(view.sheet)]
    found = [outline for view in views if (outline := _outline(view)) is not None]
    best = sorted(found, key=lambda o: -len(o.rows))
    return best[0] if best else None


def _is_shown(sheet: Sheet) -> bool:
    is_ours = sheet.name.casefold() == STAMP_SHEET or is_added(sheet)
    return sheet.visibility is Visibility.VISIBLE and not is_ours


def _outline(view: View) -> Outline | None:
    funds = find_amounts(view)
    headers = [h for _, parts in header_parts(view, header_role) for h in parts]
    tables = [h for h in headers if is_table(h)]
    rows: list[OutlineRow] = []
    columns: Mapping[Role, int] = {}
    total: Decimal | None = None
    for place, header in enumerate(tables):
        end = tables[place + 1].top if place + 1 < len(tables) else None
        found = with_finer_names(view, header, header_columns(header), end)
        found = with_own_weights(view, header, found, end)
        own, weight = _rows(view, header, found, end)
        total = weight if weight is not None else total
        if len(own) >= len(rows) or not columns:
            columns = found
        rows.extend(own)
    if not rows and funds is None:
        return None
    rows, total = _in_points(rows, total)
    labels = _labels(tables, columns)
    notes = tuple(c.raw for c in view.texts if len(c.raw) >= 12)
    sections = _sections(view, tables, columns)
    headings = tuple(h.labels[c][-1] for h in tables if (c := heading_column(h)) is not None)
    return Outline(view, columns, labels, tuple(rows), total, funds, notes, sections, headings)


def _in_points(
    rows: Sequence[OutlineRow], total: Decimal | None
) -> tuple[list[OutlineRow], Decimal | None]:
    """Rows whose weights are shares of one (0.15), with the points that these are of a hundred."""
    weights = [row.weight for row in rows if row.weight is not None]
    if len(weights) < 2 or sum(weights) != 1:
        return list(rows), total
    scaled = [
        row if row.weight is None else replace(row, weight=(row.weight * 100).normalize())
        for row in rows
    ]
    return scaled, Decimal(100) if total == 1 else total


def _sections(
    view: View, tables: Sequence[Header], columns: Mapping[Role, int]
) -> Mapping[str, Decimal]:
    """The points written into the labels of the first level."""
    column = columns.get(Role.LEVEL1)
    if column is None or not tables:
        return {}
    texts = (view.text(row, column) for row in view.rows_below(tables[0].bottom))
    found = (weighted_label(text) for text in texts if "分" in text)
    return {one.stem: one.weight for one in found if one.weight is not None}


def _labels(tables: Sequence[Header], columns: Mapping[Role, int]) -> Mapping[Role, str]:
    for header in tables:
        if all(column in header.labels for column in columns.values()):
            return {
                role: column_label(header.labels[column], role) for role, column in columns.items()
            }
    return {}


def _rows(
    view: View, header: Header, columns: Mapping[Role, int], end: int | None
) -> tuple[list[OutlineRow], Decimal | None]:
    """The rows of a table, and the weight in its total row."""
    levels = [columns[r] for r in LEVELS if r in columns]
    carried = [""] * len(levels)
    said = next((c for c, t in header.labels.items() if plain_label(t[-1]) in _SAYINGS), None)
    found: list[OutlineRow] = []
    for row in view.rows_below(header.bottom):
        own = [plain_label(c.raw) for c in view.rows[row].values() if plain_label(c.raw)]
        if _names(own[:2], TOTAL):
            return _below_sections(found), _weight(view, row, columns)
        if (end is not None and row >= end) or (found and _ends(view, row, columns, own)):
            break
        for depth, column in enumerate(levels):
            text = view.text(row, column).strip()
            if text and text != carried[depth]:
                carried[depth:] = [text] + [""] * (len(levels) - depth - 1)
        if _is_scored(view, row, columns[Role.NAME], own):
            found.append(_row(view, row, columns, tuple(carried), said))
    return _below_sections(found), None


def _below_sections(rows: list[OutlineRow]) -> list[OutlineRow]:
    """The rows without those that head others and carry their points: （一）预算管理, 40."""
    heads = [place for place, row in enumerate(rows) if _NUMBERED.match(row.name)]
    spans = list(pairwise((*heads, len(rows))))
    if len(heads) < 2 or heads[0] or any(end - start < 2 for start, end in spans):
        return rows
    sums = [sum((r.weight or 0) for r in rows[start + 1 : end]) for start, end in spans]
    fitting = sum(1 for at, total in zip(heads, sums, strict=True) if rows[at].weight == total)
    if 2 * fitting < len(heads) or any(row.levels for row in rows):
        return rows
    return [
        replace(row, levels=(rows[start].name,))
        for start, end in spans
        for row in rows[start + 1 : end]
    ]


def _names(keys: Sequence[str], words: Collection[str]) -> bool:
    return any(label_forms(key)[-1:] and label_forms(key)[-1] in words for key in keys)


def _ends(view: View, row: int, columns: Mapping[Role, int], own: Sequence[str]) -> bool:
    """Whether a table ends before a row: notes, signatures, a grade, a line of words."""
    name = columns[Role.NAME]
    is_words = bool(view.text(row, name)) and view.anchor(row, name)[1] < name
    if is_words and _is_sum(own):
        return False
    return is_words or _names(own[:1], GRADE) or bool(own and is_footer(own[0]))


def _is_scored(view: View, row: int, name: int, own: Sequence[str]) -> bool:
    """Whether a row has a name of its own and is no sum and no note."""
    if not view.text(row, name).strip() or view.anchor(row, name) != (row, name):
        return False
    if any("否决" in key for key in own[:2]):
        return False  # what takes all points away carries none
    if _is_heading(view, row, name):
        return False
    return not _is_sum(own) and not (own and is_footer(own[0]))


def _is_heading(view: View, row: int, name: int) -> bool:
    """Whether a row is nothing but the heading of a section: 一、预算编制（15分）."""
    merge = view.merge(row, name)
    is_wide = merge is not None and merge.right > name + 1
    is_numbered = bool(_NUMBERED.match(view.text(row, name).strip()))
    return (is_wide or is_numbered) and len(view.rows[row]) == 1


def _is_sum(own: Sequence[str]) -> bool:
    """Whether a row holds the sum of a section: 投入小计."""
    return any(key.endswith(("小计", "合计")) and len(key) <= _SHORT for key in own[:2])


def _row(
    view: View, row: int, columns: Mapping[Role, int], levels: tuple[str, ...], said: int | None
) -> OutlineRow:
    name = view.text(row, columns[Role.NAME]).strip()
    weight = _weight(view, row, columns)
    standard = columns.get(Role.STANDARD)
    return OutlineRow(
        row,
        levels,
        name,
        weight if weight is not None else points_in_label(name),
        view.text(row, standard).strip() if standard else "",
        _shown(view, row, columns.get(Role.ACTUAL)),
        _shown(view, row, columns.get(Role.TARGET)),
        _shown(view, row, said) or _own_rate(_shown(view, row, columns.get(Role.REASON)), name),
        _number(view, row, columns.get(Role.CLAIMED)),
        _number(view, row, columns.get(Role.ITEM_SCORE)),
        _number(view, row, columns.get(Role.COEFFICIENT)),
    )


def _own_rate(reason: str, name: str) -> str:
    """What a reason says of the row's own rate: 完成率91% next to 预算完成率."""
    said = _RATE_SAID.fullmatch(reason)
    own = weighted_label(name).stem
    return reason if said is not None and own.endswith(said["rate"]) else ""


def _weight(view: View, row: int, columns: Mapping[Role, int]) -> Decimal | None:
    """The weight in points; of 100 points where it is written 20%."""
    column = columns.get(Role.WEIGHT)
    shown = _shown(view, row, column).replace("％", "%")
    if _SHARE.fullmatch(shown):
        return Decimal(shown.removesuffix("%").strip())
    return _number(view, row, column)


def _shown(view: View, row: int, column: int | None) -> str:
    """What a cell shows: its text, or its number as a percentage where it is formatted so."""
    cell = view.shown(row, column) if column is not None else None
    if cell is None or cell.is_blank:
        return ""
    number = bare_number(cell)
    is_share = cell.kind is CellKind.NUMBER and "%" in cell.number_format
    return f"{number.normalize():f}%" if is_share and number is not None else cell.raw.strip()


def _number(view: View, row: int, column: int | None) -> Decimal | None:
    found = bare_number(view.shown(row, column)) if column is not None else None
    return Decimal(f"{found.normalize():f}") if found is not None else None
