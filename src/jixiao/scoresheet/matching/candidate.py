"""One sheet read as the scoresheet of one rulebook, and how well that goes.

The confidence of a candidate is the share of the rulebook's rows that the sheet has, a row counting
less where its weight is another, held against the rows of the sheet that the rulebook lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import (
    Header,
    TableFrame,
    TableLine,
    View,
    bare_number,
    sum_kind,
    table_frames,
    table_lines,
)
from jixiao.scoresheet.matching.column_content import ColumnContent, column_content
from jixiao.scoresheet.matching.columns import Columns, resolve_columns
from jixiao.scoresheet.matching.free_rows import block_of, is_part, is_placeholder
from jixiao.scoresheet.matching.rows import Matches, match_rows, settle_rows
from jixiao.scoresheet.words import PLAIN_SCORE, Index, label_forms, weighted_label

_UNWEIGHED = 0.8  # what a row counts whose weight the sheet does not show
_MISWEIGHED = 0.3  # what a row counts whose weight is another than the rulebook's
_EXCERPT = 0.6  # what a sheet counts that has a part of the rulebook and nothing else
_FEW = 5  # rows from which an excerpt counts
_ABSENT = 0.7  # how heavily a block weighs that the sheet does not have
_ROUNDED = Decimal("0.1")  # by how much the weights of a block may miss its points
_UNTOLD = 0.45  # at most, where neither a fixed row's weight nor a column shows the form
_INFORMATIVE = frozenset((Role.COEFFICIENT, Role.ADJUSTED_TARGET, Role.CORE))  # of few forms
_ARITHMETIC = frozenset((Role.COEFFICIENT, Role.ITEM_SCORE))


SheetPart = tuple[View, Sequence[Header]]


@dataclass(frozen=True)
class Block:
    """One table of the sheet: its frame, its rows, what they matched, its columns.

    ``content`` is what the columns were resolved by.
    """

    frame: TableFrame
    body: tuple[TableLine, ...]
    matches: Matches
    columns: Columns
    content: ColumnContent


@dataclass(frozen=True)
class Candidate:
    """A sheet under a rulebook; blocks of other sheets are those that complete it."""

    view: View
    index: Index
    blocks: tuple[Block, ...]

    @cached_property
    def main(self) -> Block | None:
        """The table with the most scored rows."""
        return max(
            self.blocks,
            key=lambda b: (
                b.frame.is_named,
                len(b.matches.rows) + len(self.free_lines(b)),
                len(b.columns.roles),
                -b.frame.header.top,
            ),
            default=None,
        )

    def free_lines(self, block: Block) -> tuple[TableLine, ...]:
        """Rows of a table that are in a block of free rows."""
        if not self.index.blocks:
            return ()
        return tuple(line for line in block.matches.unknown if block_of(line, self.index))

    def weight(self, block: Block, line: TableLine) -> Decimal | None:
        """The points that a row of the sheet carries: its weight cell, else its name."""
        return _weight(block.frame.view, block.columns, line)

    @cached_property
    def confidence(self) -> float:
        """How sure it is that this sheet is the rulebook's scoresheet, 0 to 1."""
        whole = self._of_a_form() if self.index.blocks else self._of_fixed_rows()
        return max(whole, self._of_an_excerpt())

    @property
    def is_true(self) -> bool:
        """Whether no row has another weight than the rulebook's, and few are foreign to it."""
        worths = self._worths(_MISWEIGHED)
        return _MISWEIGHED not in worths and 2 * self._strangers() <= len(worths)

    def _of_fixed_rows(self) -> float:
        """By the share of the rulebook's rows that are there, the sheet's other rows against it."""
        wanted = len(self.index.indicators) + 0.5 * self._strangers()
        return sum(self._worths(_MISWEIGHED)) / wanted if wanted else 0.0

    def _of_an_excerpt(self) -> float:
        """By the share of the sheet's rows that are the rulebook's; others may have them too."""
        worths = self._worths(_MISWEIGHED)
        if len(worths) < _FEW:
            return 0.0
        return _EXCERPT * sum(worths) / (len(worths) + self._strangers())

    def _of_a_form(self) -> float:
        """By the fixed rows, the blocks of free rows and their points, the columns."""
        worths = self._worths(0.0)
        score, wanted = sum(worths), float(len(self.index.indicators))
        sums = self._block_sums()
        for block, _, _ in self.index.blocks:
            found = sums.get(block.id)
            wanted += 1.0 if found is not None else _ABSENT
            if found is None:
                continue
            if not found:
                score += _UNWEIGHED
            elif block.weight is None or abs(found - block.weight) <= _ROUNDED:
                score += 1.0
            elif found < block.weight:
                score += _EXCERPT
        rows = score / (wanted + 0.5 * self._strangers()) if wanted else 0.0
        columns = {c.role for c in self.index.rulebook.columns} - {Role.NAME}
        roles = self._known_roles()
        here = len(columns & roles) / len(columns) if columns else 0.0
        sure = max(0.0, 0.7 * rows + 0.3 * here - self._against(roles, columns))
        is_reported = 1.0 in worths or not self.index.indicators or columns & roles & _ARITHMETIC
        return sure if is_reported else min(sure, _UNTOLD)

    def _known_roles(self) -> set[Role]:
        """The roles of the main table's columns; a score of an item has to be called one."""
        if self.main is None:
            return set()
        roles = dict(self.main.columns.roles)
        item = roles.get(Role.ITEM_SCORE)
        texts = self.main.frame.header.labels.get(item, ()) if item is not None else ()
        if any(key in PLAIN_SCORE for text in texts for key in label_forms(text)):
            del roles[Role.ITEM_SCORE]
        return set(roles)

    def _against(self, roles: set[Role], columns: set[Role]) -> float:
        """What columns say against a form: some that it has not, a way of scoring not its own."""
        against = 0.1 * len(roles & _INFORMATIVE - columns)
        against += 0.3 * len((roles ^ columns) & {Role.ITEM_SCORE})
        if self.main is None or Role.CLAIMED not in {*roles, *self.main.columns.tied}:
            against += 0.3
        return against

    def _worths(self, misweighed: float) -> list[float]:
        """For each indicator found, what its row counts: less where the weight is another."""
        worths: dict[str, float] = {}
        for block in self.blocks:
            for ident, found in block.matches.rows.items():
                expected, weight = self.index.weights.get(ident), self.weight(block, found[0])
                known = expected is not None and weight is not None
                worth = (1.0 if weight == expected else misweighed) if known else _UNWEIGHED
                worths.setdefault(ident, worth)
        return list(worths.values())

    def _block_sums(self) -> dict[str, Decimal]:
        """The points of the free rows of each block that the sheet has."""
        sums: dict[str, Decimal] = {}
        for block in self.blocks:
            column = block.columns.roles.get(Role.WEIGHT)
            fixed = {line.row for group in block.matches.rows.values() for line in group}
            for line in block.body:
                owner = block_of(line, self.index) if line.row not in fixed else None
                if owner is None:
                    continue
                own = (
                    bare_number(block.frame.view.sheet.cells.get((line.row, column)))
                    if column
                    else None
                )
                counts = own is not None and line.name and not is_part(line.name)
                is_sum = sum_kind(line) is not None
                sums[owner.id] = sums.get(owner.id, Decimal(0)) + (
                    own if own is not None and counts and not is_sum else Decimal(0)
                )
        return sums

    def _strangers(self) -> int:
        """How many rows have a weight of their own but are none of the rulebook's."""
        return sum(
            1
            for block in self.blocks
            for line in block.matches.unknown
            if self.weight(block, line) is not None
            and not is_placeholder(line)
            and not is_part(line.name)
            and not (self.index.blocks and block_of(line, self.index))
        )


def try_sheet(view: View, parts: Sequence[SheetPart], index: Index) -> Candidate:
    """Read a sheet as the scoresheet of a rulebook; ``parts`` are its views with their headers."""
    found = (at for window, headers in parts for at in table_frames(window, headers, index))
    return Candidate(view, index, tuple(_block(at, index) for at in found))


def _block(at: TableFrame, index: Index) -> Block:
    view, body = at.view, tuple(table_lines(at, index))
    found, several = match_rows(body, index)
    rows = {ident: tuple(line.row for line in group) for ident, group in found.rows.items()}
    content = column_content(view, index, rows, body)
    columns = resolve_columns(at, content)
    by_row = {line.row: line for line in body}
    settle_rows(found, several, body, index, lambda row: _weight(view, columns, by_row[row]))
    return Block(at, body, found, columns, content)


def _weight(view: View, columns: Columns, line: TableLine) -> Decimal | None:
    column = columns.roles.get(Role.WEIGHT)
    number = bare_number(view.shown(line.row, column)) if column is not None else None
    return number if number is not None else weighted_label(line.name).weight
