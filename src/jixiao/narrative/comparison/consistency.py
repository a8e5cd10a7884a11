"""Hold the claims of a report against each other: causes, grades, figures given twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.figures import IntervalSet, format_number, format_points
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.narrative.claims import CARRIED, Claim, ClaimKind, WrittenFigure
from jixiao.narrative.comparison.arithmetic import reckoned_findings
from jixiao.narrative.comparison.facts import SheetFacts
from jixiao.narrative.comparison.sheet import Compared


def inner_findings(
    claims: Sequence[Claim], compared: Sequence[Compared], facts: SheetFacts
) -> Iterator[Finding]:
    """Yield what does not fit inside the report."""
    yield from reckoned_findings(claims)
    yield from _twice(compared)
    if not any(e.claim.kind is ClaimKind.GRADE and e.holds is False for e in compared):
        yield from _grade_of_total(claims, facts)  # else the grade is reported already
    yield from _causes(claims)
    yield from _sections_of_total(claims, compared, facts)


def _twice(compared: Sequence[Compared]) -> Iterator[Finding]:
    """One thing stated twice with values that exclude each other, unknown to the sheet (N203)."""
    first: dict[tuple[ClaimKind, str], Claim] = {}
    for each in compared:
        figure = each.claim.figure
        if figure is None or each.subject is None or each.holds is not None:
            continue
        key = (each.claim.kind, each.subject.id)
        before = first.setdefault(key, each.claim)
        if before.figure is None or before.figure.measure != figure.measure:
            continue
        if before.figure.values.overlap(figure.values).is_empty:
            yield finding(
                "N203",
                found=figure.text,
                expected=before.figure.text,
                paragraph=each.claim.passage.place,
                place=each.claim.passage.place,
                name=each.subject.name,
                before=before.passage.place,
            )


def _grade_of_total(claims: Sequence[Claim], facts: SheetFacts) -> Iterator[Finding]:
    """The grade that the report gives against the total that it gives (N204)."""
    totals = [c for c in claims if c.kind is ClaimKind.TOTAL and c.figure is not None]
    grades = [c for c in claims if c.kind is ClaimKind.GRADE]
    if not totals or not grades or len({c.word for c in grades}) != 1:
        return
    total, grade = totals[0], grades[0]
    if total.figure is None:
        return
    expected = facts.grade_of(total.figure.value)
    if expected is None or expected == grade.word or not _is_exact(total.figure):
        return
    yield finding(
        "N204",
        found=grade.word,
        expected=expected,
        paragraph=grade.passage.place,
        place=grade.passage.place,
        total=f"{format_points(total.figure.value)}分",
        before=total.passage.place,
    )


def _is_exact(figure: WrittenFigure) -> bool:
    return figure.values.high - figure.values.low < 1


def _causes(claims: Sequence[Claim]) -> Iterator[Finding]:
    """A larger budget put down to a carry-over here and to something else there (N206)."""
    causes = [claim for claim in claims if claim.kind is ClaimKind.CAUSE]
    carried = next((c for c in causes if c.word == CARRIED), None)
    other = next((c for c in causes if c.word != CARRIED and "结" not in c.word), None)
    if carried is None or other is None:
        return
    yield finding(
        "N206",
        found=CARRIED,
        expected=other.word,
        paragraph=carried.passage.place,
        place=carried.passage.place,
        text=carried.text,
        other=other.text,
        before=other.passage.place,
    )


def _stated_sections(compared: Sequence[Compared], facts: SheetFacts) -> dict[str, Claim]:
    """The first-level sections whose score the report gives; that of its only row is its own."""
    rows: dict[str, list[str]] = {}
    for row in facts.results.values():
        rows.setdefault(row.path[0] if row.path else "", []).append(row.id)
    alone = {mine[0]: name for name, mine in rows.items() if len(mine) == 1}
    found: dict[str, Claim] = {}
    for each in compared:
        subject = each.subject
        if subject is None:
            continue
        if each.claim.kind is ClaimKind.SECTION and "/" not in subject.id:
            found[subject.id] = each.claim
        elif each.claim.kind is ClaimKind.SCORE and subject.id in alone:
            found.setdefault(alone[subject.id], each.claim)
    return found


def _sections_of_total(
    claims: Sequence[Claim], compared: Sequence[Compared], facts: SheetFacts
) -> Iterator[Finding]:
    """Scores of first-level sections that leave part of the total unexplained (N208)."""
    total = next((c for c in claims if c.kind is ClaimKind.TOTAL and c.figure), None)
    stated = _stated_sections(compared, facts)
    levels = facts.first_levels()
    left = [name for name in levels if name not in stated]
    if total is None or total.figure is None or len(stated) < 2 or not left:
        return
    added = sum((c.figure.value for c in stated.values() if c.figure), Fraction(0))
    most = sum((levels[name] for name in left), Fraction(0))
    rest = total.figure.value - added
    if not most or rest == 0 or rest > most or rest < 0:
        return
    last = list(stated.values())[-1]
    yield finding(
        "N208",
        found=f"{format_points(added)}分",
        expected=f"{format_points(total.figure.value)}分",
        paragraph=last.passage.place,
        place=last.passage.place,
        listed="、".join(stated),
        left="、".join(left),
        rest=f"{format_points(rest)}分",
        most=f"{format_points(most)}分",
        rate=f"{format_number(rest / most * 100, 0)}%",
        satisfied=_satisfied(compared, rest / most),
    )


def _satisfied(compared: Sequence[Compared], rate: Fraction) -> Bilingual:
    """Name the satisfaction that the report states where the points left speak of another rate."""
    for each in compared:
        figure = each.claim.figure
        if each.claim.kind is ClaimKind.RATE and figure is not None and each.subject is not None:
            is_other = figure.values.overlap(IntervalSet.point(rate)).is_empty
            if "满意度" in each.subject.name and is_other:
                return text_of("narrative.satisfied").fill(rate=figure.text)
    return Bilingual("", "")
