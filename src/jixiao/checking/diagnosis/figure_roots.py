"""Roots among basic figures: one that is mistyped, several of which one must be, a broken bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from jixiao.checking.diagnosis.assessment import Assessment
from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.cells import typed_text
from jixiao.checking.diagnosis.codes import BOUNDS, ERROR_VALUE, FAR_RATE, OF_TEXT
from jixiao.checking.diagnosis.mending import resting_on, with_figures
from jixiao.checking.diagnosis.model import Diagnosis, FigureRoot, listed
from jixiao.checking.diagnosis.relations import Relation
from jixiao.checking.diagnosis.roots import Root
from jixiao.checking.diagnosis.symptoms import Symptom
from jixiao.checking.diagnosis.wording import (
    NOTHING,
    Named,
    evidence,
    fix_of,
    joined,
    shown,
    slip_text,
)
from jixiao.checking.score import JudgedRow
from jixiao.finding import Bilingual, Finding, Severity, finding, text_of
from jixiao.rulebook import Figures
from jixiao.scoresheet import Scoresheet

_EXCHANGES = ("swapped", "crossed", "copied")
_CODES = {"unit": "D216", "sign": "D220", "answer": "D222"}


def figure_roots(
    sheet: Scoresheet, judged: Sequence[JudgedRow], figures: Figures, found: Diagnosis
) -> Iterator[Root]:
    names = Named({one.row.id: one for one in judged}, found.relations)
    for root in found.figures:
        only = root.only
        if only is None:
            doubtful = frozenset(
                one.row.id
                for choice in root.choices
                for one in resting_on(sheet, judged, *choice.cells)
            )
            said = _figure_finding(names, root, is_sure=False)
            yield Root(said, None, folds=doubtful, causes=_breaks(root))
            continue
        mended = with_figures(sheet, judged, figures, only)
        rows = resting_on(sheet, judged, *only.cells)
        is_sure = _is_sure(only)
        is_corroborated = _is_corroborated(only, found.relations)
        is_pair = is_sure and only.other is not None
        for sentence_text in (only, only.back) if is_pair else (only,):
            said = _figure_finding(names, replace(root, choices=(sentence_text,)), is_sure=is_sure)
            yield Root(said, mended, rows, is_corroborated, causes=_breaks(root))


def _is_sure(change: FigureChange) -> bool:
    """Whether a change is named as the fix.

    Figures of a table are many and of one kind, and a score rests on their mean: that it holds
    with two of them exchanged says little, as it may hold with a digit of one of them changed.
    """
    is_in_table = bool(change.cell.table)
    return change.slip.kind != "relation" and not (is_in_table and change.slip.kind in _EXCHANGES)


def _breaks(root: FigureRoot) -> Callable[[Finding], bool]:
    """What says that figures do not fit together, or give a rate, which is not so any more.

    That is, with any of the changes.
    """
    mends = frozenset[Symptom].intersection(*(choice.mends for choice in root.choices))
    keys = {key for kind, key in mends if kind in ("identity", "sum")}
    absurd = {key for kind, key in mends if kind == "absurd"}
    is_text = all(choice.cell.reading.is_text for choice in root.choices)

    def causes(found: Finding) -> bool:
        if is_text and found.code == ERROR_VALUE and found.found == OF_TEXT:
            return True
        is_bound = found.code in BOUNDS and found.values.get("identity") in keys
        return is_bound or (found.code == FAR_RATE and found.indicator in absurd)

    return causes


def _is_corroborated(change: FigureChange, relations: Mapping[str, Relation]) -> bool:
    """Whether a score or an equation speaks for a change, or the unit that an amount shows."""
    return (
        change.is_pinned
        or change.slip.kind == "unit"
        or any(
            kind in ("row", "agrees", "sum") or (kind == "identity" and relations[key].is_equation)
            for kind, key in change.mends
        )
    )


def _figure_finding(names: Named, root: FigureRoot, *, is_sure: bool) -> Finding:
    first = root.choices[0]
    cell = first.cell
    choices = tuple(fix_of(choice, names) for choice in listed(root))
    code = _CODES.get(first.slip.kind, "D219") if is_sure else "D223"
    if root.is_one_cell and not is_sure and first.slip.kind != "relation":
        code = "D224"
    return finding(
        code,
        sheet=cell.reading.sheet,
        cell=cell.reading.cell,
        found=cell.reading.text,
        expected=typed_text(cell, first.slip.value) if is_sure else None,
        label=cell.label,
        meant=shown(first),
        slip=slip_text(first),
        evidence=evidence(first, names),
        choices=_choices(root),
        outcome=NOTHING,
    ).with_fix(choices[0] if is_sure else None, () if is_sure else choices)


def _choices(root: FigureRoot) -> Bilingual:
    """The changes that are as likely, or the cells alone where these are too many."""
    sentence_text = listed(root)
    if sentence_text:
        return joined(
            text_of("diagnosis.choice").fill(
                label=each.cell.label,
                found=each.cell.reading.text,
                cell=each.cell.reading.place,
                to=typed_text(each.cell, each.slip.value),
            )
            for each in sentence_text
        )
    return joined(
        text_of("diagnosis.cell").fill(
            label=each.cell.label, found=each.cell.reading.text, cell=each.cell.reading.place
        )
        for each in root.choices
    )


def bound_roots(base: Assessment, found: Diagnosis) -> Iterator[Root]:
    """What is said of figures that contradict each other causes the doubt of their rows."""
    by_key = {str(f.values.get("identity")): f for f in base.findings if f.code in BOUNDS}
    for broken in found.broken:
        sentence_text = by_key.get(broken.relation.key)
        if sentence_text is not None and broken.rows:
            yield Root(replace(sentence_text, severity=Severity.ERROR), None, folds=broken.rows)
