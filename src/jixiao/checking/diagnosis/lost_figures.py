"""Figures that are blank or cannot be read, on which a claimed score rests: they are the cause.

Whatever else is said of the rows that rest on them, an error value or a score that an old result
no longer bears out, follows from them and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.checking.diagnosis.cells import input_keys
from jixiao.checking.diagnosis.codes import (
    AMBIGUOUS,
    BLANK_GROUP,
    BOUNDS,
    ERROR_VALUE,
    EVERY_GROUP,
    FAR_RATE,
    LOST_FIGURES,
    NOT_FILLED,
    ODD_UNIT,
    OUT_OF_REACH,
)
from jixiao.checking.diagnosis.doubt import undecidable
from jixiao.checking.diagnosis.symptoms import keys_of
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow
from jixiao.finding import Finding, Severity, text_of
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import Indicator
from jixiao.scoresheet import Scoresheet

_OPEN = (Verdict.UNDECIDABLE, Verdict.DIFFERS)  # a typed rate may bear the others out


@dataclass(frozen=True, slots=True)
class LostFigure:
    """What is said of a figure that is not there, and the rows whose claimed scores rest on it."""

    finding: Finding
    rows: tuple[JudgedRow, ...]
    identities: frozenset[str] = frozenset()  # that it must fit, by their ids

    @property
    def cause(self) -> Finding:
        """As an error: a score cannot be checked without it. Of two meanings one may be right."""
        if self.finding.code == AMBIGUOUS:
            return self.finding
        return replace(self.finding, severity=Severity.ERROR)

    def causes(self, found: Finding) -> bool:
        """Whether a finding follows from it."""
        if found.code == ERROR_VALUE:
            return self.finding.code != NOT_FILLED
        if found.code in BOUNDS and found.values.get("identity") in self.identities:
            return True
        ids = {one.row.id for one in self.rows}
        return (
            found.indicator in ids
            and (found.code[0] in "RX" or found.code == FAR_RATE)
            and found.place != self.finding.place
        )


def lost_figures(
    sheet: Scoresheet, judged: Sequence[JudgedRow], findings: Sequence[Finding]
) -> tuple[LostFigure, ...]:
    """The figures that are blank or unreadable though a claimed score rests on them."""
    said = [found for found in findings if found.code in LOST_FIGURES]
    if not said:
        return ()
    keys = {place: key for key, place in input_keys(sheet)}
    rows: dict[str, list[JudgedRow]] = {}
    for one in judged:
        if isinstance(one.computed.rule, Indicator):
            for key in keys_of(sheet.rulebook, one.computed.rule):
                rows.setdefault(key, []).append(one)
    lost = []
    for found in said:
        names = _names_in(sheet, found, keys)
        hanging = {one.row.id: one for name in names for one in rows.get(name, ())}
        if found.code == ODD_UNIT:
            lost.append(LostFigure(found, tuple(hanging.values()), _identities(sheet, names)))
        elif is_open := tuple(one for one in hanging.values() if _is_open(one)):
            lost.append(LostFigure(found, is_open))
    return tuple(lost)


def _is_open(one: JudgedRow) -> bool:
    return one.result.verdict in _OPEN and one.result.claimed_score is not None


def _identities(sheet: Scoresheet, names: Sequence[str]) -> frozenset[str]:
    """The identities of the rulebook that some figures must fit."""
    every = (
        (each.id, input_names(parse_formula(each.holds))) for each in sheet.rulebook.identities
    )
    return frozenset(ident for ident, used in every if not set(names).isdisjoint(used))


def _names_in(sheet: Scoresheet, found: Finding, keys: Mapping[str, str]) -> list[str]:
    """The figures that a finding is about: its own, or those of its group."""
    group = found.values.get("group")
    if found.code != BLANK_GROUP or not isinstance(group, str):
        return [keys[found.place]] if found.place in keys else []
    return [i.id for i in sheet.rulebook.inputs if group in (EVERY_GROUP, i.group)]


def without_figures(lost: Sequence[LostFigure]) -> Mapping[str, JudgedRow]:
    """The rows, by id, that were judged by something else in the absence of a figure."""
    return dict(_without(lost))


def _without(lost: Sequence[LostFigure]) -> Iterator[tuple[str, JudgedRow]]:
    for each in lost:
        label = each.finding.values.get("name") or each.finding.values.get("label") or ""
        word = "diagnosis.why.unit" if each.finding.code == ODD_UNIT else "diagnosis.why.lost"
        why = text_of(word).fill(label=label, cell=each.finding.place)
        for one in each.rows:
            claimed, weight = one.result.claimed_score, one.result.weight
            is_possible = claimed is None or weight is None or 0 <= claimed <= weight
            if is_possible and any(found.code == OUT_OF_REACH for found in one.findings):
                yield one.row.id, undecidable(one, [], why)
