"""What changes of cells lead to: the edits of those cells and of every result that rests on them.

A formula is followed only where, worked out on the workbook as it is, it gives the result that is
stored; otherwise it is one we don't understand, or its result was out of date before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.workbook.addresses import cell_address, read_place
from jixiao.workbook.calculation.evaluate import evaluate_formula
from jixiao.workbook.calculation.parse import parse_sheet_formula, read_area
from jixiao.workbook.calculation.syntax import (
    Area,
    CellContent,
    CellError,
    CellName,
    SheetNode,
    is_dynamic,
    leaves,
)
from jixiao.workbook.calculation.tokens import FormulaMisfit
from jixiao.workbook.calculation.values import CellRows, content_of, written_number
from jixiao.workbook.model import Cell, CellKind, FormulaKind, Workbook

SheetPlace = tuple[str, int, int]  # sheet, row, column

_MOST_FORMULAS: Final = 20_000
_LARGEST_AREA: Final = 100_000
_NEAR: Final = Fraction(1, 10**9)  # of a number: what 15 stored digits may differ by


class NotFollowed(Exception):
    """A formula cannot be worked out; ``cell`` is its ``sheet!cell``."""

    def __init__(self, cell: str) -> None:
        super().__init__(cell)
        self.cell = cell


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a cell is to hold: ``content`` is a formula with its ``=``, a number, or a text.

    None: it keeps its formula, whose result is worked out anew.
    """

    sheet: str
    cell: str
    content: str | Decimal | None

    @property
    def place(self) -> str:
        """``sheet!cell``."""
        return f"{self.sheet}!{self.cell}"

    @property
    def formula(self) -> str | None:
        """The formula, with ``=``; None where it is a value."""
        is_one = isinstance(self.content, str) and self.content.startswith("=")
        return str(self.content) if is_one else None


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What is written into a cell: a formula without ``=`` or None, and a number or a text.

    ``keeps_formula``: only the stored result of the formula that is there gives way. ``before`` is
    the value that was stored.
    """

    sheet: str
    cell: str
    formula: str | None
    kind: CellKind
    raw: str
    keeps_formula: bool = False
    before: str = ""


def recalculate(
    workbook: Workbook, changes: Sequence[CellChange], trusted: Collection[str] = ()
) -> tuple[CellEdit, ...]:
    """Give the edits of ``changes`` and of the results that rest on them.

    ``trusted`` are places (``sheet!cell``) of formulas known to be understood, whatever is stored.
    ``NotFollowed`` where a formula cannot be worked out.
    """
    book = _Book(workbook)
    wanted: dict[SheetPlace, CellChange] = {}
    for change in changes:
        wanted[book.place_of(change)] = change
    affected = book.resting_on(wanted)
    before = _Calculation(book, {}, ())
    for place in affected:
        if _written(place) not in trusted:
            before.expect_stored(place)
    after = _Calculation(book, wanted, affected.keys() | wanted.keys())
    return tuple(
        _edit(place, wanted.get(place), after.value(place), book.cell(place))
        for place in (*wanted, *affected)
    )


def edited_workbook(workbook: Workbook, edits: Iterable[CellEdit]) -> Workbook:
    """Give the workbook as it reads once the edits are made."""
    by_sheet: dict[str, dict[tuple[int, int], Cell]] = {}
    for edit in edits:
        sheet, place = workbook.sheet(edit.sheet), read_place(edit.cell)
        if sheet is None or place is None:
            continue
        old = sheet.cells.get(place) or Cell(*place, CellKind.BLANK)
        new = old._replace(
            kind=edit.kind,
            raw=edit.raw,
            formula=old.formula if edit.keeps_formula else edit.formula,
            formula_kind=old.formula_kind
            if edit.keeps_formula
            else (None if edit.formula is None else FormulaKind.NORMAL),
            has_cached=True,
        )
        by_sheet.setdefault(sheet.name, {})[place] = new
    sheets = tuple(
        replace(sheet, cells={**sheet.cells, **by_sheet[sheet.name]})
        if sheet.name in by_sheet
        else sheet
        for sheet in workbook.sheets
    )
    return replace(workbook, sheets=sheets)


def _edit(
    place: SheetPlace, change: CellChange | None, value: CellContent, old: Cell | None
) -> CellEdit:
    sheet, row, column = place
    formula = None
    if change is not None and change.formula is not None:
        formula = change.formula.removeprefix("=")
    kind, raw = _stored(value)
    keeps = change is None or change.content is None
    if change is not None and isinstance(change.content, Decimal):
        raw = f"{change.content:f}"
    return CellEdit(
        sheet, cell_address(row, column), formula, kind, raw, keeps, old.raw if old else ""
    )


def _stored(value: CellContent) -> tuple[CellKind, str]:
    if isinstance(value, bool):
        return CellKind.BOOLEAN, str(int(value))
    if isinstance(value, CellError):
        return CellKind.ERROR, value.code
    if isinstance(value, Fraction):
        return CellKind.NUMBER, written_number(value)
    return CellKind.TEXT, value or ""


def _written(place: SheetPlace) -> str:
    return f"{place[0]}!{cell_address(place[1], place[2])}"


class _Book:
    """A workbook with its formulas as trees."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._names = {name.casefold(): text for name, text in workbook.names.items()}
        self._sheets = {sheet.name.casefold(): sheet for sheet in workbook.sheets}
        self.formulas: dict[SheetPlace, str] = {
            (sheet.name, *place): cell.formula
            for sheet in workbook.sheets
            for place, cell in sheet.made.items()
            if cell.formula is not None
        }

    def place_of(self, change: CellChange) -> SheetPlace:
        """Where a change goes; cells of array formulas and the like are left alone."""
        place = read_place(change.cell)
        cell = None if place is None else self.cell((change.sheet, *place))
        kind = cell.formula_kind if cell is not None and change.content is not None else None
        if place is None or kind not in (None, FormulaKind.NORMAL):
            raise NotFollowed(change.place)
        return (change.sheet, *place)

    def cell(self, place: SheetPlace) -> Cell | None:
        sheet = self._sheets.get(place[0].casefold())
        return sheet.cells.get(place[1:]) if sheet is not None else None

    def area(self, node: Area | CellName, own: str) -> Area:
        """The cells that a node means; ``FormulaMisfit`` for a name of anything else."""
        if isinstance(node, CellName):
            node = read_area(self._names.get(node.name.casefold(), ""))
        sheet = self._sheets.get((node.sheet or own).casefold())
        if sheet is None:
            raise FormulaMisfit(node.sheet or own)
        return Area(sheet.name, node.range)

    def tree(self, place: SheetPlace) -> SheetNode:
        return parse_sheet_formula(self.formulas[place])

    def resting_on(self, changed: Mapping[SheetPlace, CellChange]) -> dict[SheetPlace, None]:
        """The formula cells whose results rest on the changed ones, those left out."""
        if len(self.formulas) > _MOST_FORMULAS:
            raise NotFollowed(_written(next(iter(self.formulas))))
        areas = {place: self._areas(place) for place in self.formulas}
        found: dict[SheetPlace, None] = {}
        waiting = list(changed)
        while waiting:
            sheet, row, column = waiting.pop()
            for place, referred in areas.items():
                if place in found or place in changed:
                    continue
                if referred is None or any(
                    area.sheet == sheet and (row, column) in area.range for area in referred
                ):
                    found[place] = None
                    waiting.append(place)
        return found

    def _areas(self, place: SheetPlace) -> tuple[Area, ...] | None:
        """What a formula refers to; None where that cannot be known."""
        try:
            tree = self.tree(place)
            if is_dynamic(tree):
                return None
            return tuple(self.area(leaf, place[0]) for leaf in leaves(tree))
        except FormulaMisfit:
            return None


def rows_of(area: Area, value: Callable[[SheetPlace], CellContent]) -> CellRows:
    """Fetch the values of an area, row by row; its sheet is known."""
    cells, sheet = area.range, area.sheet or ""
    height, width = cells.bottom - cells.top + 1, cells.right - cells.left + 1
    if height * width > _LARGEST_AREA:
        raise FormulaMisfit(cells.address)
    return tuple(
        tuple(value((sheet, row, column)) for column in range(cells.left, cells.right + 1))
        for row in range(cells.top, cells.bottom + 1)
    )


def _is_near(stored: CellContent, value: CellContent) -> bool:
    if isinstance(stored, Fraction) and isinstance(value, Fraction):
        return abs(stored - value) <= _NEAR * max(Fraction(1), abs(stored))
    return type(stored) is type(value) and stored == value


class _Calculation:
    """The values of a workbook once changes are made."""

    def __init__(
        self,
        book: _Book,
        changes: Mapping[SheetPlace, CellChange],
        anew: Collection[SheetPlace],
    ) -> None:
        self._book = book
        self._changes = changes
        self._anew = frozenset(anew)
        self._values: dict[SheetPlace, CellContent] = {}
        self._open: set[SheetPlace] = set()

    def expect_stored(self, place: SheetPlace) -> None:
        """Work a formula out; it must give what is stored, if anything is."""
        cell = self._book.cell(place)
        try:
            stored, value = content_of(cell), self._worked_out(place)
        except FormulaMisfit:
            raise NotFollowed(_written(place)) from None
        if cell is not None and cell.has_cached and not _is_near(stored, value):
            raise NotFollowed(_written(place))

    def value(self, place: SheetPlace) -> CellContent:
        cell = self._book.cell(place)
        is_uncached = cell is not None and cell.formula is not None and not cell.has_cached
        if place not in self._anew and not is_uncached:
            return content_of(cell)
        if place not in self._values:
            if place in self._open:
                raise NotFollowed(_written(place))
            self._open.add(place)
            try:
                self._values[place] = self._worked_out(place)
            except FormulaMisfit:
                raise NotFollowed(_written(place)) from None
        return self._values[place]

    def _worked_out(self, place: SheetPlace) -> CellContent:
        change = self._changes.get(place)
        if change is not None and isinstance(change.content, Decimal):
            return Fraction(change.content)
        formula = change.formula if change is not None else None
        if change is not None and isinstance(change.content, str) and formula is None:
            return change.content
        tree = parse_sheet_formula(formula) if formula else self._book.tree(place)
        return evaluate_formula(tree, lambda node: self._rows(node, place[0]))

    def _rows(self, node: Area | CellName, own: str) -> CellRows:
        return rows_of(self._book.area(node, own), self.value)
