"""Run drifts: build a draft, let it drift, locate, judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from drift.draft import Draft, Mark
from drift.judge import Judgement, judge
from drift.kinds import KINDS, Drift
from jixiao.rulebook.excel.defined_names import claimed_name, input_name
from jixiao.rulebook.schema.model import Rulebook
from jixiao.scoresheet.locate import locate_scoresheet
from jixiao.scoresheet.stamp import STAMP_FORMAT, STAMP_SHEET
from jixiao.workbook.model import CellKind, Sheet, Visibility, Workbook

_ALONE = ("untouched", "full_marks_everywhere", "split_over_two_sheets", "tables_side_by_side")
SEVERAL = tuple(k for k in KINDS if k.__name__ not in _ALONE)


def drifted(seed: Draft, kinds: Sequence[Drift], random: Random) -> Draft:
    """A copy of the seed after the drifts, in order."""
    draft = seed.copy()
    for kind in kinds:
        kind(draft, random)
    return draft


def name_of(mark: Mark) -> str | None:
    """The defined name that the template gives a marked cell."""
    kind, ident = mark
    return {"claimed": claimed_name, "input": input_name}.get(kind, lambda _: "")(ident) or None


def figures(seed: Draft) -> Mapping[str, Fraction]:
    """The basic figures typed as numbers, by input."""
    return {
        ident: Fraction(page.cells[place].raw)
        for page in seed.pages
        for place, (kind, ident) in page.marks.items()
        if kind == "input" and page.cells[place].kind is CellKind.NUMBER
    }


def workbook_of(draft: Draft, seed: Draft, random: Random) -> Workbook:
    """The workbook: bare, with names moved along or left behind, with or without the stamp."""
    choice = random.random()
    if choice < 0.6:
        return draft.workbook()
    names = (draft if choice < 0.85 else seed).names_that_moved_along(name_of)
    workbook = draft.workbook(names)
    return _stamped(workbook, draft.rulebook) if choice > 0.7 else workbook


def _stamped(workbook: Workbook, rulebook: str) -> Workbook:
    from drift.draft import cell

    texts: Mapping[tuple[int, int], str] = {
        (1, 1): STAMP_FORMAT,
        (2, 1): "rulebook",
        (2, 2): rulebook,
        (3, 1): "version",
        (3, 2): "1",
    }
    cells = {place: cell(*place, text) for place, text in texts.items()}
    assert all(c.kind is CellKind.TEXT for c in cells.values())
    sheet = Sheet(STAMP_SHEET, len(workbook.sheets), visibility=Visibility.VERY_HIDDEN, cells=cells)
    return Workbook(workbook.path, "", workbook.format, (*workbook.sheets, sheet), workbook.names)


def trial(
    seed: Draft, kinds: Sequence[Drift], random: Random, rulebooks: Sequence[Rulebook]
) -> tuple[Judgement, Draft]:
    """Let a seed drift once and judge what is located."""
    draft = drifted(seed, kinds, random)
    found = locate_scoresheet(workbook_of(draft, seed, random), rulebooks)
    return judge(found, draft.truth(), draft.rulebook, figures(seed)), draft
