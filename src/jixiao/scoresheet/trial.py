"""One sheet read as the scoresheet of one rulebook, and how well that goes.

The confidence of a trial is the share of the rulebook's rows that the sheet has, a row counting
less where its weight is another, held against the rows of the sheet that the rulebook lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from jixiao.rulebook.model import Role
from jixiao.scoresheet.body import Frame, Line, frames, lines
from jixiao.scoresheet.columns import Columns, resolve
from jixiao.scoresheet.evidence import evidence
from jixiao.scoresheet.header import Header
from jixiao.scoresheet.index import Index
from jixiao.scoresheet.labels import weighted
from jixiao.scoresheet.numbers import points
from jixiao.scoresheet.rows import Matches, match, settle
from jixiao.scoresheet.targets import block_of, is_part, is_placeholder
from jixiao.scoresheet.view import View

_UNWEIGHED = 0.8  # what a row counts whose weight the sheet does not show
_MISWEIGHED = 0.3  # what a row counts whose weight is another than the rulebook's


@dataclass(frozen=True)
class Block:
    """One table of the sheet: its frame, its rows, what they matched, its columns."""

    frame: Frame
    body: tuple[Line, ...]
    matches: Matches
    columns: Columns


@dataclass(frozen=True)
class Trial:
    """A sheet under a rulebook."""

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

    def free_lines(self, block: Block) -> tuple[Line, ...]:
        """Rows of a table that stand in a block of free rows."""
        if not self.index.blocks:
            return ()
        return tuple(line for line in block.matches.unknown if block_of(line, self.index))

    def weight(self, block: Block, line: Line) -> Decimal | None:
        """The points that a row of the sheet carries: its weight cell, else its name."""
        return _weight(self.view, block.columns, line)

    @cached_property
    def confidence(self) -> float:
        """How sure it is that this sheet is the rulebook's scoresheet, 0 to 1."""
        score, wanted, extra = 0.0, len(self.index.indicators), 0.0
        seen: set[str] = set()
        for block in self.blocks:
            for ident, found in block.matches.rows.items():
                if ident not in seen:
                    seen.add(ident)
                    score += self._worth(block, ident, found[0])
            extra += 0.5 * sum(1 for _ in self._strangers(block))
        if not self.index.blocks:
            return score / (wanted + extra) if wanted else 0.0
        return self._confidence_of_free_rows(score, wanted, extra)

    def _confidence_of_free_rows(self, score: float, wanted: int, extra: float) -> float:
        """Of a target form: its fixed rows, the blocks it has, their points, its columns."""
        sums: dict[str, Decimal] = {}
        for block in self.blocks:
            for line in self.free_lines(block):
                owner = block_of(line, self.index)
                if owner is None or is_placeholder(line) or is_part(line.name):
                    continue
                points_here = self.weight(block, line) or Decimal(0)
                sums[owner.id] = sums.get(owner.id, Decimal(0)) + points_here
            for line in block.body:
                owner = block_of(line, self.index)
                if owner is not None:
                    sums.setdefault(owner.id, Decimal(0))
        for book_block, _, _ in self.index.blocks:
            wanted += 1
            if book_block.id in sums:
                total = sums[book_block.id]
                fits = book_block.weight is None or total == book_block.weight
                score += 1.0 if fits else _UNWEIGHED if not total else 2 * _MISWEIGHED
        columns = [c for c in self.index.rulebook.columns if c.role is not Role.NAME]
        roles = set(self.main.columns.roles) if self.main else set()
        here = sum(1 for c in columns if c.role in roles) / len(columns) if columns else 0.0
        own = {c.role for c in columns}
        surplus = len(roles & _TELLING - own) + 2 * (
            (Role.ITEM_SCORE in roles) != (Role.ITEM_SCORE in own)
        )
        rows = score / (wanted + extra) if wanted else 0.0
        scoreless = Role.CLAIMED not in roles and not (self.main and self.main.columns.tied)
        return max(0.0, 0.7 * rows + 0.3 * here - 0.1 * surplus - 0.3 * scoreless)

    def _worth(self, block: Block, ident: str, line: Line) -> float:
        expected, weight = self.index.weights.get(ident), self.weight(block, line)
        if expected is None or weight is None:
            return _UNWEIGHED
        return 1.0 if weight == expected else _MISWEIGHED

    def _strangers(self, block: Block) -> Sequence[Line]:
        """Rows with a weight of their own that the rulebook does not have."""
        return [
            line
            for line in block.matches.unknown
            if self.weight(block, line) is not None
            and not is_placeholder(line)
            and not is_part(line.name)
            and not (self.index.blocks and block_of(line, self.index))
        ]


_TELLING = frozenset(
    (
        Role.COEFFICIENT,
        Role.ADJUSTED_TARGET,
        Role.ITEM_SCORE,
        Role.CORE,
        Role.REVIEWED,
        Role.DIRECTION,
    )
)


def attempt(view: View, headers: Sequence[Header], index: Index) -> Trial:
    """Read a sheet as the scoresheet of a rulebook."""
    return Trial(view, index, tuple(_block(view, at, index) for at in frames(view, headers, index)))


def _block(view: View, at: Frame, index: Index) -> Block:
    body = tuple(lines(view, at, index))
    found, several = match(body, index)
    rows = {ident: tuple(line.row for line in group) for ident, group in found.rows.items()}
    columns = resolve(at, evidence(view, index, rows, body))
    by_row = {line.row: line for line in body}
    settle(found, several, body, index, lambda row: _weight(view, columns, by_row[row]))
    return Block(at, body, found, columns)


def _weight(view: View, columns: Columns, line: Line) -> Decimal | None:
    column = columns.roles.get(Role.WEIGHT)
    number = points(view.shown(line.row, column)) if column is not None else None
    return number if number is not None else weighted(line.name).weight
