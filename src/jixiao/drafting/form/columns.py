"""The columns of a drafted rulebook: as the form has them, and those that it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.drafting.form.open_draft import FormDraft
from jixiao.finding import text_of
from jixiao.rulebook import LayoutColumn, Role
from jixiao.workbook import cell_address

_NARROW, _WIDE = 8.0, 60.0
_NEEDED = (
    (Role.LEVEL1, "一级指标"),
    (Role.LEVEL2, "二级指标"),
    (Role.NAME, "三级指标"),
    (Role.TARGET, "年度指标值"),
    (Role.ACTUAL, "实际完成值"),
    (Role.WEIGHT, "分值"),
    (Role.CLAIMED, "自评得分"),
)


def drafted_columns(draft: FormDraft, columns: Sequence[LayoutColumn]) -> Iterator[LayoutColumn]:
    """The columns from left to right, as wide as the form has them."""
    places = draft.outline.columns
    order = dict(places)
    if draft.outline.funds is not None and Role.ACTUAL in places:
        # the block of funds has its rate before its points
        order[Role.WEIGHT] = max(places.get(Role.WEIGHT, 0), places[Role.ACTUAL])
    in_order = sorted(columns, key=lambda one: (order[one.role], one.role is Role.WEIGHT))
    for n, column in enumerate(in_order):
        at = places[column.role]
        width = draft.outline.view.sheet.widths.get(at) or _width_for(column.label)
        draft.cells["columns", n, "label"] = f"{draft.outline.view.name}!{_header_cell(draft, at)}"
        yield column.changed(width=round(max(_NARROW, min(_WIDE, width)), 1))
    yield from _added(draft, {column.role for column in columns})


def _added(draft: FormDraft, there: set[Role]) -> Iterator[LayoutColumn]:
    """The columns that a scoresheet cannot be without and that the form does not have."""
    needed = dict(_NEEDED)
    for role in (Role.LEVEL1, Role.LEVEL2, Role.TARGET) if draft.outline.rows else ():
        del needed[role]  # only a form of nothing but funds has to have them
    if draft.outline.funds is None:
        del needed[Role.ACTUAL]
    lacking = [role for role in needed if role not in there]
    if lacking:
        names = "、".join(needed[role] for role in lacking)
        text = text_of("drafting.ask.columns").fill(names=names)
        draft.ask("columns", ("columns", len(there)), "", text)
    for role in lacking:
        yield LayoutColumn(role=role, label=needed[role], width=10.0)


def _header_cell(draft: FormDraft, column: int) -> str:
    """The cell that heads a column: the last text of it above the first row."""
    first = min((row.row for row in draft.outline.rows), default=1)
    rows = [r for r in draft.outline.view.rows if r < first and draft.outline.view.text(r, column)]
    return cell_address(*draft.outline.view.anchor(rows[-1] if rows else first, column))


def _width_for(label: str) -> float:
    return 2.0 * len(label) + 2
