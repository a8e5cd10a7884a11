"""Say in words what a diagnosis found: evidence for a root, and what becomes of the return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jixiao.checking.diagnosis.assessment import Assessment
from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.cells import typed_text
from jixiao.checking.diagnosis.relations import Relation
from jixiao.checking.score import JudgedRow
from jixiao.figures import format_percent, format_points
from jixiao.finding import Bilingual, Fix, Mended, MendedScore, text_of

NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Named:
    """The rows by id and the relations by key: what evidence speaks of."""

    rows: Mapping[str, JudgedRow]
    relations: Mapping[str, Relation]


def joined(parts: Iterable[Bilingual]) -> Bilingual:
    """Texts one after the other, parted as each language does."""
    distinct = list(dict.fromkeys(parts))
    return Bilingual("；".join(p.zh for p in distinct), "; ".join(p.en for p in distinct))


def slip_text(candidate: FigureChange) -> Bilingual:
    """How the figure was probably mistyped."""
    distinct, other = text_of(f"diagnosis.slip.{candidate.slip.kind}"), candidate.other
    if other is None:
        return distinct.fill(unit=candidate.slip.unit)
    return distinct.fill(label=other.label, cell=other.reading.place)


def shown(candidate: FigureChange) -> str:
    """The figure that was meant, with its unit where money is meant: to read, not to type."""
    text = typed_text(candidate.cell, candidate.slip.value)
    return f"{text}{candidate.cell.reading.counted_in}"


def evidence(candidate: FigureChange, names: Named) -> Bilingual:
    """What speaks for a change: everything that fits once it is made."""
    said: list[Bilingual] = []
    rows = names.rows
    for kind, key in sorted(candidate.mends):
        if kind in ("row", "agrees") and key in rows:
            result = rows[key].result
            if result.claimed_score is not None:
                score = format_points(result.claimed_score)
                said.append(text_of("diagnosis.mends.agrees").fill(name=result.name, score=score))
        elif kind == "absurd" and key in rows:
            rate = rows[key].computed.outcome.rate
            if rate is not None:
                text = text_of("diagnosis.mends.absurd")
                said.append(text.fill(name=rows[key].result.name, rate=format_percent(rate)))
        elif kind in ("identity", "sum"):
            said.append(text_of("diagnosis.mends.identity").fill(says=names.relations[key].says))
        elif kind in ("far", "ratio"):
            said.append(text_of(f"diagnosis.mends.{kind}"))
        elif kind == "shape":
            said.append(text_of("diagnosis.mends.shape"))
    if candidate.is_pinned and not any(kind in ("identity", "sum") for kind, _ in candidate.mends):
        said.append(text_of("diagnosis.mends.pinned"))
    return joined(said)


def fix_of(candidate: FigureChange, names: Named) -> Fix:
    """The change of a cell of basic figures as a fix."""
    cell = candidate.cell
    why = joined([slip_text(candidate), evidence(candidate, names)])
    to = typed_text(cell, candidate.slip.value)
    return Fix(cell.reading.place, cell.reading.text, to, why)


def mended_of(after: Assessment, rows: Sequence[JudgedRow]) -> Mended:
    """What a return comes to: total, grade, sections, and the scores of ``rows``."""
    now = {one.row.id: one.result for one in after.judged}
    scores = []
    for one in rows:
        result = now.get(one.row.id)
        if result is None or one.result.claimed_score is None or result.claimed_score is None:
            continue
        computed = result.computed_score
        is_held = computed is None or result.verdict.value in ("agrees", "agrees-shown")
        score = result.claimed_score if is_held or computed is None else computed
        place = one.result.cells.get("score", "")
        claimed = one.result.claimed_score
        scores.append(MendedScore(one.row.id, one.row.name, place, claimed, score))
    return Mended(
        total=after.total.computed,
        grade=after.total.computed_grade,
        sections=tuple((section.name, section.computed) for section in after.sections),
        scores=tuple(scores),
    )


def outcome_text(mended: Mended) -> Bilingual:
    """Say what becomes of total, grade and self-scores."""
    if mended.total is None:
        return NOTHING
    changed = [
        text_of("diagnosis.outcome.change").fill(name=one.name, score=format_points(one.score))
        for one in mended.scores
        if one.score != one.claimed
    ]
    scores = text_of("diagnosis.outcome.kept")
    if changed:
        listed = Bilingual("、".join(c.zh for c in changed), ", ".join(c.en for c in changed))
        scores = text_of("diagnosis.outcome.changed").fill(changes=listed)
    grade = NOTHING
    if mended.grade:
        grade = text_of("diagnosis.outcome.grade").fill(grade=mended.grade)
    total = format_points(mended.total)
    return text_of("diagnosis.outcome").fill(total=total, grade=grade, scores=scores)
