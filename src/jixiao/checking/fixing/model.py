"""Fixes that are certain, and those that were left."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.checking.model import Check
from jixiao.finding import Bilingual, Fix
from jixiao.workbook import CellChange, CellEdit


@dataclass(frozen=True, slots=True)
class CandidateFix:
    """A change that would mend a cell, reported as ``fix`` and made as ``change``.

    ``is_issued``: the formula is the form's own.
    """

    fix: Fix
    change: CellChange
    is_issued: bool


@dataclass(frozen=True, slots=True)
class UnfixedCell:
    """A change that is not made, because it is not certain; ``why`` says what speaks against it."""

    fix: Fix
    why: Bilingual


@dataclass(frozen=True)
class FixPlan:
    """What is mended in a return.

    ``before`` and ``after`` are the checks of the return as it is and with ``fixes`` made.
    ``promise`` says what was and was not touched, where it is not what ``--fix`` says.
    ``edits`` are the changes of cells, results that follow included. ``refused`` says why a file
    of this kind is not mended at all.
    """

    before: Check
    after: Check
    fixes: tuple[Fix, ...] = ()
    left: tuple[UnfixedCell, ...] = ()
    edits: tuple[CellEdit, ...] = ()
    refused: Bilingual | None = None
    promise: Bilingual | None = None
