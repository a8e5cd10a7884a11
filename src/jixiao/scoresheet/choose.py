"""Which sheet is the scoresheet and of which rulebook: order, then stamp, then names, then labels.

A choice is made only where it is clear; several sheets that fit, or none, are said, not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jixiao.rulebook.model import Role, Rulebook
from jixiao.rulebook.names import claimed_name, input_name
from jixiao.scoresheet.header import Header, headers, role_of
from jixiao.scoresheet.index import Index, index_of
from jixiao.scoresheet.labels import forms
from jixiao.scoresheet.names import Place
from jixiao.scoresheet.numbers import points
from jixiao.scoresheet.stamp import Stamp
from jixiao.scoresheet.trial import Trial, attempt
from jixiao.scoresheet.view import View
from jixiao.scoresheet.vocabulary import ROLE_OF
from jixiao.workbook.model import Visibility

BAR = 0.5  # confidence from which a sheet counts as a rulebook's scoresheet
HINTED_BAR = 0.3  # the same where stamp, names or the user name the rulebook
LEAD = 0.03  # by how much the best rulebook must beat the next
_SHORTLIST = 4


@dataclass(frozen=True)
class Choice:
    """The trial chosen and how its rulebook was found; ``rivals`` fit as well, best first."""

    trial: Trial | None
    by: str
    rivals: tuple[Trial, ...] = ()


def tables(views: Sequence[View], rulebooks: Sequence[Rulebook]) -> Mapping[str, Sequence[Header]]:
    """The scoresheet-like headers of every sheet, by sheet name."""
    indexes = [index_of(book) for book in rulebooks]

    @cache
    def known(text: str) -> Role | None:
        for key in forms(text):
            if key in ROLE_OF:
                return ROLE_OF[key]
            for index in indexes:
                if key in index.roles:
                    return index.roles[key]
        return None

    @cache
    def role(text: str) -> Role | None:
        return role_of(text, known)

    found = {view.name: tuple(headers(view, role)) for view in views}
    return {name: heads for name, heads in found.items() if heads}


def choose(
    views: Sequence[View],
    rulebooks: Sequence[Rulebook],
    asked: Rulebook | None,
    stamp: Stamp | None,
    places: Mapping[str, Place],
) -> Choice:
    """Choose the sheet and the rulebook."""
    concrete = [b for b in rulebooks if not b.abstract or b is asked]
    headed = tables(views, concrete)
    candidates = [v for v in views if v.name in headed]
    shortlist = _shortlist(candidates, concrete, asked, stamp)
    trials = [attempt(view, headed[view.name], index) for view in candidates for index in shortlist]
    trials = sorted((t for t in trials if t.blocks), key=lambda t: -t.confidence)
    if asked is not None:
        mine = [t for t in trials if t.index.rulebook is asked]
        return _among(mine, "option", HINTED_BAR, trials)
    if stamp is not None:
        mine = [t for t in trials if t.index.rulebook.id == stamp.seen.rulebook]
        if mine and mine[0].confidence >= max(HINTED_BAR, trials[0].confidence - 0.2):
            return _among(mine, "stamp", HINTED_BAR, trials)
    named = _most_named(trials, places)
    if named and named[0].confidence >= max(HINTED_BAR, trials[0].confidence - 0.2):
        return _among(named, "names", HINTED_BAR, trials)
    return _among(trials, "labels", BAR, trials)


def _among(fits: Sequence[Trial], by: str, bar: float, all_trials: Sequence[Trial]) -> Choice:
    """The one clear trial among those that fit, or none with its rivals."""
    over = [t for t in fits if t.confidence >= bar]
    if not over:
        return Choice(None, by, tuple(all_trials[:3]))
    best = over[0]
    other_books = [
        t
        for t in all_trials
        if t.view is best.view
        and t.index is not best.index
        and t.confidence > best.confidence - LEAD
    ]
    if by == "labels" and other_books:
        return Choice(None, by, (best, *other_books))
    rivals = _rival_sheets(over)
    if len(rivals) > 1:
        return Choice(None, by, rivals)
    return Choice(rivals[0], by, tuple(t for t in all_trials if t.index is not best.index))


def _rival_sheets(over: Sequence[Trial]) -> tuple[Trial, ...]:
    """The sheets that may each be the scoresheet: shown before hidden, filled before blank."""
    best_per_sheet: dict[str, Trial] = {}
    for trial in over:
        best_per_sheet.setdefault(trial.view.name, trial)
    sheets = list(best_per_sheet.values())
    shown = [t for t in sheets if t.view.sheet.visibility is Visibility.VISIBLE]
    sheets = shown or sheets
    filled = [t for t in sheets if is_filled(t)]
    return tuple(filled or sheets)


def is_filled(trial: Trial) -> bool:
    """Whether any self-score stands in the sheet."""
    for block in trial.blocks:
        column = block.columns.roles.get(Role.CLAIMED)
        rows = [line.row for group in block.matches.rows.values() for line in group]
        rows += [line.row for line in trial.free_lines(block)]
        if column is not None and any(
            points(trial.view.sheet.cells.get((row, column))) is not None for row in rows
        ):
            return True
    return False


def _shortlist(
    views: Sequence[View],
    rulebooks: Sequence[Rulebook],
    asked: Rulebook | None,
    stamp: Stamp | None,
) -> Sequence[Index]:
    """The rulebooks worth a trial: those whose labels occur most, and those that are named."""
    keys = {
        key
        for view in views
        for cell in view.texts
        if len(cell.raw) <= 60
        for key in forms(cell.raw)
    }

    def share(index: Index) -> float:
        labels = index.names.keys() | index.section_keys
        known = len(labels & keys) / (len(index.indicators) * 2 + len(index.section_keys) or 1)
        columns = len(index.own_labels & keys) / (len(index.own_labels) or 1)
        return known + columns

    indexes = [index_of(book) for book in rulebooks]
    best = sorted(indexes, key=lambda i: -share(i))[:_SHORTLIST]
    hinted = [
        i
        for i in indexes
        if i.rulebook is asked or (stamp is not None and i.rulebook.id == stamp.seen.rulebook)
    ]
    return list(dict.fromkeys((*hinted, *best)))


def _most_named(trials: Sequence[Trial], places: Mapping[str, Place]) -> Sequence[Trial]:
    """Trials of the rulebook whose defined names the workbook carries, if it carries most of them."""
    best: tuple[float, Index] | None = None
    for index in {id(t.index): t.index for t in trials}.values():
        book = index.rulebook
        wanted = [input_name(i.id) for i in book.inputs] + [
            claimed_name(i.id) for i in book.indicators
        ]
        share = sum(1 for name in wanted if name in places) / len(wanted) if wanted else 0.0
        if share >= 0.5 and (best is None or share > best[0]):
            best = share, index
    return [t for t in trials if best is not None and t.index is best[1]]
