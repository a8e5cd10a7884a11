"""Decide which changes are certain: each is made in memory, worked out, and checked again.

A change stays out where a formula that follows it cannot be worked out, where a figure would be
lost by it, or where the return, checked with it, has a finding that it did not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.checking.fixing.candidates import candidate_fixes, intact_formulas
from jixiao.checking.fixing.model import CandidateFix, FixPlan, UnfixedCell
from jixiao.checking.model import Check
from jixiao.checking.run import RulebookLike, check_workbook, loaded_rulebook, locate_in
from jixiao.checking.source import SourceLike, source_of
from jixiao.finding import Bilingual, text_of
from jixiao.rulebook import Library, LibraryLike, Rulebook, library_of
from jixiao.scoresheet import Scoresheet
from jixiao.workbook import (
    CellEdit,
    CellKind,
    NotFollowed,
    Workbook,
    edited_workbook,
    read_workbook,
    recalculate,
)

_FORMATS = ("xlsx", "xlsm")
_ONE_BY_ONE = 60  # changes that are tried singly where all together don't fit


def plan_fixes(
    source: SourceLike,
    check: Check,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
) -> FixPlan:
    """Say what of a return is mended; ``check`` is its check, with the same rulebooks.

    Self-scores and basic figures keep their size in every case; nothing is written.
    """
    named = source_of(source)
    workbook = read_workbook(named.name, named.content)
    if not isinstance(workbook, Workbook) or not check.checked:
        return FixPlan(check, check, refused=text_of("checking.fixing.unchecked"))
    if workbook.format not in _FORMATS:
        refused = text_of("checking.fixing.format").fill(format=workbook.format)
        return FixPlan(check, check, refused=refused)
    known = library_of(rulebooks)
    asked = loaded_rulebook(rulebook, known)
    sheet = locate_in(workbook, asked, known)
    if not isinstance(sheet, Scoresheet):
        return FixPlan(check, check, refused=text_of("checking.fixing.unchecked"))
    before = check_workbook(workbook, asked, known)
    candidates = tuple(candidate_fixes(sheet, before.findings))
    trial = _Attempt(workbook, asked, known, before, intact_formulas(sheet))
    return trial.plan(check, candidates)


@dataclass(frozen=True, slots=True)
class _Tried:
    """Changes made in memory: their edits, and the check of the workbook with them."""

    edits: tuple[CellEdit, ...]
    check: Check


@dataclass(frozen=True)
class _Attempt:
    workbook: Workbook
    asked: Rulebook | None
    known: Library
    before: Check
    intact: frozenset[str]

    def plan(self, check: Check, candidates: Sequence[CandidateFix]) -> FixPlan:
        """All changes together where that fits, else one after the other."""
        kept, left = list(candidates), list[UnfixedCell]()
        tried = self._made(kept)
        if isinstance(tried, Bilingual):
            kept, left, tried = self._one_by_one(candidates)
        fixes = tuple(each.fix for each in kept)
        return FixPlan(check, tried.check, fixes, tuple(left), tried.edits)

    def _one_by_one(
        self, candidates: Sequence[CandidateFix]
    ) -> tuple[list[CandidateFix], list[UnfixedCell], _Tried]:
        kept: list[CandidateFix] = []
        waiting = list(candidates[:_ONE_BY_ONE])
        tried = _Tried((), self.before)
        reasons: dict[str, Bilingual] = {}
        is_moving = True
        while waiting and is_moving:  # a change may fit only once another is made
            is_moving = False
            for each in tuple(waiting):
                found = self._made([*kept, each])
                if isinstance(found, Bilingual):
                    reasons[each.fix.cell] = found
                    continue
                kept.append(each)
                waiting.remove(each)
                tried, is_moving = found, True
        return kept, [UnfixedCell(each.fix, reasons[each.fix.cell]) for each in waiting], tried

    def _made(self, changes: Sequence[CandidateFix]) -> _Tried | Bilingual:
        """Make changes; the reason where they are not certain."""
        trusted = self.intact | {each.fix.cell for each in changes if each.is_issued}
        try:
            edits = recalculate(self.workbook, [each.change for each in changes], trusted)
        except NotFollowed as unknown:
            return text_of("checking.fixing.left-formula").fill(cell=unknown.cell)
        if any(self._loses(edit) for edit in edits):
            return text_of("checking.fixing.left-blank")
        check = check_workbook(edited_workbook(self.workbook, edits), self.asked, self.known)
        known = {(found.code, found.place) for found in self.before.findings}
        new = next((f for f in check.findings if (f.code, f.place) not in known), None)
        if new is not None:
            return text_of("checking.fixing.left-new").fill(code=new.code)
        return _Tried(edits, check)

    def _loses(self, edit: CellEdit) -> bool:
        """Whether a cell that shows a number would show none."""
        cell = self.workbook.cell_at(edit.sheet, edit.cell)
        is_number = cell is not None and cell.kind is CellKind.NUMBER
        return is_number and edit.kind is not CellKind.NUMBER
