"""Basic figures (基础数据) of a rulebook in a workbook: by defined name and label, else by label.

A figure is to the right of its label. A label that names several inputs is distinguished by the
group it is in; what stays open is left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jixiao.figures import UNITS_OF_MONEY
from jixiao.finding import Finding, finding
from jixiao.rulebook import Input, input_name
from jixiao.scoresheet.grid import NamedCell, View, sheet_unit, unit_in
from jixiao.scoresheet.model import Reading
from jixiao.scoresheet.reading.cells import ExpectedReading, Spot
from jixiao.scoresheet.reading.value_columns import ValueColumns
from jixiao.scoresheet.words import Index, plain_label
from jixiao.workbook import Cell, CellKind, Visibility

_UNITS = frozenset((*UNITS_OF_MONEY, "%"))


@dataclass(frozen=True, slots=True)
class _Label:
    """A cell whose words name inputs."""

    view: View
    cell: Cell
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InputsFound:
    """Where the inputs are, by id, and what is unclear.

    ``is_by_labels`` says that labels and heads alone settled it: no figure was counted, no name
    had to do without its label.
    """

    spots: Mapping[str, Spot]
    findings: tuple[Finding, ...] = ()
    is_by_labels: bool = True


def find_inputs(
    views: Sequence[View],
    main: View,
    taken: Iterable[int],
    index: Index,
    places: Mapping[str, NamedCell],
    year: int | None = None,
) -> InputsFound:
    """Find the inputs that are next to their label; ``taken`` are scored rows of ``main``.

    Where columns are headed by years, that of ``year`` has the figures.
    """
    items = [i for i in index.rulebook.inputs if i.at is None]
    if not items:
        return InputsFound({})
    labels = _labels(views, main, frozenset(taken), index)
    value_columns = {
        view.name: ValueColumns(view, [at.cell for at in labels if at.view is view], year)
        for view in views
    }
    by_input: dict[str, list[_Label]] = {}
    for at in labels:
        for ident in _by_group(at, index):
            by_input.setdefault(ident, []).append(at)
    found: dict[str, Spot] = {}
    findings: list[Finding] = []
    is_by_labels = True
    for item in items:
        place = places.get(input_name(item.id))
        choices = _narrowed(_preferred(by_input.get(item.id, []), item, main), place, value_columns)
        if choices:
            read = _labelled(item, choices, value_columns, place, index)
        else:
            read = _by_name_alone(item, place, views, index) if place is not None else None
            is_by_labels = is_by_labels and place is None
        if isinstance(read, Finding):
            findings.append(read)
        elif read is not None:
            found[item.id] = read
    is_by_labels = is_by_labels and not any(one.has_counted for one in value_columns.values())
    return InputsFound(found, tuple(findings), is_by_labels)


def read_inputs(found: InputsFound, views: Sequence[View]) -> Mapping[str, Reading]:
    """Read the inputs where they were found."""
    cells = {view.name: view.sheet.cells for view in views}
    return {ident: spot.read(cells[spot.sheet]) for ident, spot in found.spots.items()}


def expected_of(item: Input, written: str, index: Index) -> ExpectedReading:
    """What the cell of an input should hold, given the unit stated around it."""
    unit = item.unit or (index.rulebook.money_unit if item.kind == "money" else "")
    if item.kind == "rate":
        return ExpectedReading("rate", "%", written if written == "%" else "", item.digits)
    said = written if item.kind == "money" and written != "%" else ""
    return ExpectedReading(item.kind, unit, said, item.digits, item.choices)


def _labels(
    views: Sequence[View], main: View, taken: frozenset[int], index: Index
) -> Sequence[_Label]:
    return [
        _Label(view, cell, ids)
        for view in views
        for cell in view.texts
        if len(cell.raw) <= 80
        and not (view is main and cell.row in taken)
        and (ids := index.inputs_named(cell.raw))
    ]


def _labelled(
    item: Input,
    choices: Sequence[_Label],
    value_columns: Mapping[str, ValueColumns],
    place: NamedCell | None,
    index: Index,
) -> Spot | Finding | None:
    """The figure next to the only label of an input; a finding where several could be meant."""
    at, *others = choices
    if others:
        return _several(at, [f"{c.view.name}!{c.cell.address}" for c in choices], item)
    columns = value_columns[at.view.name]
    found = _next_to(at, item, columns, place, index)
    if found is None and len(rivals := columns.rivals(at.cell)) > 1:
        return _several(at, rivals, item)
    return found


def _narrowed(
    choices: Sequence[_Label], place: NamedCell | None, value_columns: Mapping[str, ValueColumns]
) -> Sequence[_Label]:
    """The labels that a name points at, else those with a figure, where there are any."""
    named = [
        at
        for at in choices
        if place is not None
        and at.view.name == place.sheet
        and _is_in_row(at.view, at.cell.row, place)
    ]
    choices = named or choices
    if len(choices) < 2:
        return choices
    return [
        at for at in choices if value_columns[at.view.name].column(at.cell) is not None
    ] or choices


def _several(at: _Label, places: Sequence[str], item: Input) -> Finding:
    return finding(
        "S140",
        sheet=at.view.name,
        cell=at.cell.address,
        found="、".join(places),
        label=item.label,
    )


def _by_group(at: _Label, index: Index) -> tuple[str, ...]:
    """The inputs a label names where it is, distinguished by sheet and by group."""
    if len(at.ids) == 1:
        return at.ids
    items = index.rulebook.input_by_id
    here = [i for i in at.ids if plain_label(items[i].sheet) == plain_label(at.view.name)]
    ids = here or list(at.ids)
    left = {at.view.key(at.cell.row, c) for c in range(1, at.cell.column)}
    above = _heading_above(at)
    fits = [i for i in ids if items[i].group and plain_label(items[i].group) in left | above]
    return tuple(fits or ids)


def _heading_above(at: _Label) -> set[str]:
    """The nearest row above with a single text: the heading of a group."""
    for row in range(at.cell.row - 1, max(0, at.cell.row - 40), -1):
        cells = [c for c in at.view.rows.get(row, {}).values() if c.kind is CellKind.TEXT]
        if len(cells) == 1 and len(at.view.rows[row]) == 1:
            return {plain_label(cells[0].raw)}
    return set()


def _preferred(labels: Sequence[_Label], item: Input, main: View) -> Sequence[_Label]:
    """Labels on the sheet where the rulebook puts the input, else next to the scores, if any."""
    own = [at for at in labels if plain_label(at.view.name) == plain_label(item.sheet)]
    shown = [at for at in own or labels if at.view.sheet.visibility is Visibility.VISIBLE]
    return own or [at for at in shown if at.view is main] or shown or labels


def _is_in_row(view: View, row: int, place: NamedCell) -> bool:
    merge = view.merge(row, place.column)
    return place.row == row or (merge is not None and merge.top <= place.row <= merge.bottom)


def _next_to(
    at: _Label, item: Input, value_columns: ValueColumns, place: NamedCell | None, index: Index
) -> Spot | None:
    """Find the figure of a label; the name helps only where the sheet itself leaves it open."""
    view, row = at.view, at.cell.row
    column = value_columns.column(at.cell)
    if column is None and place is not None and place.sheet == view.name:
        column = place.column if _is_in_row(view, row, place) else None
    if column is None:
        return None
    written = (
        unit_in(at.cell.raw) or _row_unit(view, row, at.cell.column, column) or sheet_unit(view)
    )
    return Spot(view.name, view.anchor(row, column), expected_of(item, written, index))


def _row_unit(view: View, row: int, label: int, value: int) -> str:
    """A unit that is in a cell of its own in the row (项目 | 单位 | 数值)."""
    for column in (*range(label + 1, value), value + 1):
        if unit := unit_alone(view.text(row, column)):
            return unit
    return ""


def unit_alone(text: str) -> str:
    """The unit that a cell holds and nothing else; empty where it holds none."""
    key = plain_label(text)
    return key if key in _UNITS else ""


def _by_name_alone(
    item: Input, place: NamedCell, views: Sequence[View], index: Index
) -> Spot | None:
    """A cell that a name points at, where no label is left in its row that says otherwise."""
    view = next((v for v in views if v.name == place.sheet), None)
    if view is None:
        return None
    row, column = place.row, place.column
    words = [view.text(row, c) for c in range(1, column)]
    if any(index.inputs_named(text) for text in words if text):
        return None
    if not any(words):
        return None
    expected = expected_of(item, _row_unit(view, row, 1, column) or sheet_unit(view), index)
    return Spot(view.name, view.anchor(row, column), expected)
