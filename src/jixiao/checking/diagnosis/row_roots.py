"""Roots in the rows themselves: a self-score, or a cell of a row that a department named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.checking.diagnosis.assessment import Assessment
from jixiao.checking.diagnosis.codes import OUT_OF_REACH
from jixiao.checking.diagnosis.doubt import undecidable
from jixiao.checking.diagnosis.free_changes import FreeSlip
from jixiao.checking.diagnosis.free_slips import FreeSlips, mended_row
from jixiao.checking.diagnosis.mending import MendedSheet, with_scores
from jixiao.checking.diagnosis.model import ScoreRoot
from jixiao.checking.diagnosis.relations import Relation
from jixiao.checking.diagnosis.roots import Root
from jixiao.checking.diagnosis.wording import NOTHING, Named, fix_of, joined
from jixiao.checking.score import JudgedRow
from jixiao.figures import format_points
from jixiao.finding import Bilingual, Finding, Fix, finding, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import Scoresheet

_MORE = 3  # changes of figures given next to that of the score
_LISTED = 4
_NOUNS = {
    Role.ACTUAL: "diagnosis.noun.actual",
    Role.TARGET: "diagnosis.noun.target",
    Role.ITEM_SCORE: "diagnosis.noun.item-score",
    Role.WEIGHT: "diagnosis.noun.weight",
    Role.OPERATOR: "diagnosis.noun.sign",
    Role.NATURE: "diagnosis.noun.sign",
}


def _noun(role: Role) -> Bilingual:
    return text_of(_NOUNS[role]) if role in _NOUNS else NOTHING


def unclear_rows(slips: Mapping[str, FreeSlips]) -> dict[str, JudgedRow]:
    """Rows that rest on a slip of their own."""
    rows: dict[str, JudgedRow] = {}
    for ident, each in slips.items():
        own = each.found
        one, cell = own[0].row, own[0].row.row.readings[own[0].role]
        outcomes = NOTHING
        if one.result.claimed_score is not None and len(own) == 1:
            points = format_points(one.result.claimed_score)
            after = text_of("diagnosis.why.after").fill(to=own[0].reading.text, score=points)
            outcomes = text_of("diagnosis.outcomes").fill(text=after)
        why = text_of("diagnosis.why.open").fill(
            label=_noun(own[0].role), cell=cell.place, found=cell.text, outcomes=outcomes
        )
        scores = [s for s in (one.result.claimed_score, one.result.computed_score) if s is not None]
        rows[ident] = undecidable(one, scores, why)
    return rows


def _why_of_row(slip: FreeSlip) -> Bilingual:
    """How the cell was probably mistyped."""
    said = text_of(f"diagnosis.slip.{slip.kind}")
    if slip.other is None:
        return said.fill(unit="")
    role, reading = slip.other
    return said.fill(label=_noun(role), cell=reading.place)


def _fixes_of_row(slip: FreeSlip) -> tuple[Fix, ...]:
    """The slip mended, cell by cell."""
    row, score = slip.row, format_points(slip.row.result.claimed_score or Fraction(0))
    holds_now = text_of("diagnosis.mends.agrees").fill(name=row.row.name, score=score)
    return tuple(
        Fix(
            (cell := row.row.readings[each.role]).place,
            cell.text,
            each.reading.text,
            joined([_why_of_row(each), holds_now]),
        )
        for each in ((slip,) if slip.other is None else (slip, slip.back))
    )


def row_roots(sheet: Scoresheet, slips: Sequence[FreeSlip]) -> Iterator[Root]:
    """The slip in a row of its own, or those of which one must be; of an exchange both cells."""
    first = slips[0]
    is_exchange = len(slips) == 1 and first.other is not None
    for each in (first, first.back) if is_exchange else (first,):
        yield _row_root(sheet, [each] if is_exchange else slips)


def _row_root(sheet: Scoresheet, slips: Sequence[FreeSlip]) -> Root:
    first = slips[0]
    row, cell = first.row, first.row.row.readings[first.role]
    score = format_points(row.result.claimed_score or Fraction(0))
    holds_now = text_of("diagnosis.mends.agrees").fill(name=row.row.name, score=score)
    fixes = tuple(fix for each in slips for fix in _fixes_of_row(each))[:_LISTED]
    is_sure = len(slips) == 1
    is_one_cell = len({fix.cell for fix in fixes}) == 1
    code = "D219" if is_sure else "D224" if is_one_cell else "D223"
    label = text_of("diagnosis.label").fill(name=row.row.name, noun=_noun(first.role))
    sentence_text = finding(
        code,
        sheet=cell.sheet,
        cell=cell.cell,
        indicator=row.row.id,
        found=cell.text,
        expected=first.reading.text if is_sure else None,
        label=label,
        meant=first.reading.text,
        slip=_why_of_row(first),
        evidence=holds_now,
        choices=joined(_choice(each, is_one_cell=is_one_cell) for each in slips[:_LISTED]),
        outcome=NOTHING,
    ).with_fix(fixes[0] if is_sure else None, () if is_sure else fixes)
    changed = {row.row.readings[role].place for role in first.readings}
    places = frozenset({*changed, row.result.cells.get("suggested", "")})
    mended = MendedSheet(mended_row(sheet, first), places)
    return Root(sentence_text, mended, (row,))


def _choice(slip: FreeSlip, *, is_one_cell: bool) -> Bilingual:
    """One of the changes that are as likely; with the name of its cell where there are several."""
    row, cell = slip.row.row, slip.row.row.readings[slip.role]
    if is_one_cell:
        return text_of("diagnosis.fix").fill(cell=cell.place, after=slip.reading.text)
    label = text_of("diagnosis.label").fill(name=row.name, noun=_noun(slip.role))
    return text_of("diagnosis.choice").fill(
        label=label, found=cell.text, cell=cell.place, to=slip.reading.text
    )


def score_roots(
    sheet: Scoresheet,
    base: Assessment,
    scores: Sequence[ScoreRoot],
    relations: Mapping[str, Relation],
    slips: Mapping[str, FreeSlips],
) -> Iterator[Root]:
    names = Named({one.row.id: one for one in base.judged}, relations)
    said = {f.indicator: f for f in base.findings if f.code == OUT_OF_REACH}
    for root in scores:
        sentence_text = said.get(root.row.row.id)
        result = root.row.result
        if sentence_text is None or result.computed_score is None:
            continue
        place = result.cells.get("score", sentence_text.place)
        why = text_of("diagnosis.score").fill(
            basis=sentence_text.values["basis"], score=format_points(result.computed_score)
        )
        own = Fix(
            place,
            format_points(result.claimed_score or Fraction(0)),
            format_points(result.computed_score),
            why,
        )
        changed = {root.row.row.id: result.computed_score}
        if root.swapped_with is not None:
            sentence_text, changed = _swapped(sentence_text, root, changed)
        free = slips.get(root.row.row.id, FreeSlips())
        rivals = tuple(fix_of(each, names) for each in root.rivals[:_MORE])
        rivals += tuple(fix for each in free.found[:_MORE] for fix in _fixes_of_row(each))
        is_sure = not rivals and not root.is_doubtful and not free.is_lost
        choices = () if is_sure else tuple(dict.fromkeys((own, *rivals)))
        fixed = sentence_text.with_fix(own if is_sure else None, choices)
        yield Root(fixed, with_scores(sheet, changed), (root.row,))


def _swapped(
    sentence_text: Finding, root: ScoreRoot, changed: dict[str, Fraction]
) -> tuple[Finding, dict[str, Fraction]]:
    other = root.swapped_with
    if other is None or other.result.computed_score is None:
        return sentence_text, changed
    swapped = replace(
        sentence_text, code="R106", values={**sentence_text.values, "other": other.row.name}
    )
    return swapped, {**changed, other.row.id: other.result.computed_score}
