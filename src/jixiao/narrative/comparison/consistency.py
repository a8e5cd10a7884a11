"""Hold the claims of a report against each other: sums, rates, causes, figures given twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.figures import IntervalSet, format_number, format_percent, format_points
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.narrative.claims import CARRIED, Claim, ClaimKind, WrittenFigure, is_completion
from jixiao.narrative.comparison.facts import SheetFacts
from jixiao.narrative.comparison.sheet import Compared
from jixiao.narrative.comparison.written import in_unit


def inner_findings(
    claims: Sequence[Claim], compared: Sequence[Compared], facts: SheetFacts
) -> Iterator[Finding]:
    """Yield what does not fit inside the report."""
    yield from _sums(claims)
    yield from _ratios(claims)
    yield from _twice(compared)
    if not any(e.claim.kind is ClaimKind.GRADE and e.holds is False for e in compared):
        yield from _grade_of_total(claims, facts)  # else the grade is reported already
    yield from _causes(claims)
    yield from _sections_of_total(claims, compared, facts)


def sum_holds(claim: Claim) -> bool | None:
    """Whether a sum can be that of its parts; None where parts may overlap or be left out."""
    total = claim.figure
    if total is None:
        return None
    parts = _added(claim.parts, total)
    if not parts.overlap(total.values).is_empty:
        return True
    if not claim.is_exhaustive:
        return None
    return False


def _added(parts: Sequence[WrittenFigure], total: WrittenFigure) -> IntervalSet:
    """Add parts up: scores are exact, and so is what is written finer than the total."""
    added = IntervalSet.point(Fraction(0))
    for part in parts:
        is_exact = total.measure == "points" or _width(part) < _width(total)
        added = added + (IntervalSet.point(part.value) if is_exact else part.values)
    return added


def _width(figure: WrittenFigure) -> Fraction:
    return figure.values.high - figure.values.low


def _sums(claims: Sequence[Claim]) -> Iterator[Finding]:
    for claim in claims:
        if claim.kind is not ClaimKind.SUM or claim.figure is None or sum_holds(claim) is not False:
            continue
        total = claim.figure
        parts = "+".join(part.text for part in claim.parts)
        added = sum((part.value for part in claim.parts), Fraction(0))
        yield finding(
            "N201",
            found=total.text,
            expected=in_unit(added, total),
            paragraph=claim.passage.place,
            place=claim.passage.place,
            text=claim.text,
            parts=parts,
            gap=in_unit(abs(added - total.value), total),
            way=text_of("narrative.more-than" if added > total.value else "narrative.less-than"),
        )


def fitting_pairs(claim: Claim) -> tuple[list[tuple[int, Fraction]], list[tuple[int, Fraction]]]:
    """The pairs of figures that a rate fits, and those that it does not, with their quotient."""
    fits: list[tuple[int, Fraction]] = []
    misses: list[tuple[int, Fraction]] = []
    for at in range(0, len(claim.parts) - 1, 2):
        top, bottom = claim.parts[at], claim.parts[at + 1]
        if bottom.value == 0 or claim.figure is None:
            continue
        quotient = top.value / bottom.value
        try:
            reach = top.values / bottom.values
        except ZeroDivisionError:
            continue
        inside = not reach.overlap(claim.figure.values).is_empty
        (fits if inside else misses).append((at, quotient))
    return fits, misses


def ratio_holds(claim: Claim) -> bool | None:
    """Whether a rate fits figures of its sentence; None where it is not sure which are meant."""
    fits, misses = fitting_pairs(claim)
    if fits:
        return True
    return False if misses and claim.is_exhaustive and len(claim.parts) == 2 else None


def _ratios(claims: Sequence[Claim]) -> Iterator[Finding]:
    rates = [claim for claim in claims if claim.kind is ClaimKind.RATIO]
    yield from _measures(rates)
    for claim in rates:
        if ratio_holds(claim) is not False or claim.figure is None:
            continue
        top, bottom = claim.parts
        yield finding(
            "N202",
            found=claim.figure.text,
            expected=format_percent(top.value / bottom.value),
            paragraph=claim.passage.place,
            place=claim.passage.place,
            text=claim.text,
            top=top.text,
            bottom=bottom.text,
        )


def _measures(rates: Sequence[Claim]) -> Iterator[Finding]:
    """A completion counted in things where the money says otherwise (N207)."""
    by_money = [
        claim for claim in rates
        if is_completion(claim.word) and any(
            claim.parts[at].measure == "money" for at, _ in fitting_pairs(claim)[0]
        )
    ]  # fmt: skip
    for claim in rates:
        fits, misses = fitting_pairs(claim)
        counted = [at for at, _ in fits if claim.parts[at].measure != "money"]
        money = [(at, q) for at, q in misses if claim.parts[at].measure == "money"]
        if not is_completion(claim.word) or not counted or not money or claim.figure is None:
            continue
        other = next((each for each in by_money if each is not claim), None)
        at, quotient = money[0]
        top, bottom = claim.parts[at], claim.parts[at + 1]
        done, planned = claim.parts[counted[0]], claim.parts[counted[0] + 1]
        yield finding(
            "N207",
            found=claim.figure.text,
            expected=format_percent(quotient),
            paragraph=claim.passage.place,
            place=claim.passage.place,
            text=claim.text,
            name=claim.word,
            top=top.text,
            bottom=bottom.text,
            done=done.text,
            planned=planned.text,
            other=_other_place(other),
        )


def _other_place(other: Claim | None) -> Bilingual:
    if other is None or other.figure is None:
        return Bilingual("", "")
    said = text_of("narrative.other-measure")
    return said.fill(place=other.passage.place, name=other.word, rate=other.figure.text)


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


def _sections_of_total(
    claims: Sequence[Claim], compared: Sequence[Compared], facts: SheetFacts
) -> Iterator[Finding]:
    """Scores of first-level sections that leave part of the total unexplained (N208)."""
    total = next((c for c in claims if c.kind is ClaimKind.TOTAL and c.figure), None)
    stated = {
        each.subject.id: each.claim
        for each in compared
        if each.claim.kind is ClaimKind.SECTION and each.subject is not None
        and "/" not in each.subject.id
    }  # fmt: skip
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
