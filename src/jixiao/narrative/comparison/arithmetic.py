"""Reckon again what a report reckons: sums, rates and changes with the figures they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.figures import IntervalSet, format_percent
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.narrative.claims import Claim, ClaimKind, WrittenFigure, is_completion
from jixiao.narrative.comparison.written import in_unit


def reckoned_findings(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield the sums, rates and changes that do not come from their figures."""
    yield from _sums(claims)
    yield from _ratios(claims)
    yield from _changes(claims)


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


def change_holds(claim: Claim) -> bool | None:
    """Whether a change comes from the figure before and the one after it, as far as written."""
    change = claim.figure
    if change is None or len(claim.parts) < 2:
        return None
    reach = _changed(claim.parts, change.measure)
    return None if reach is None else not reach.overlap(change.values).is_empty


def _changed(parts: Sequence[WrittenFigure], measure: str) -> IntervalSet | None:
    """The change from one figure to another: a share of the one before, or their difference."""
    before, after, *gap = parts
    if measure != "share":
        return after.values - before.values
    if before.values.low <= 0:
        return None
    if gap:  # 330万元, 减少15万元: the change is as exact as the amount is
        share = gap[0].values / before.values
        return share if after.value > before.value else -share
    return after.values / before.values - IntervalSet.point(Fraction(1))


def _changes(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Changes that their two figures do not give (N209)."""
    for claim in claims:
        if claim.kind is not ClaimKind.CHANGE or change_holds(claim) is not False:
            continue
        before, after = claim.parts[:2]
        if claim.figure is None:
            continue
        gap = after.value - before.value
        is_share = claim.figure.measure == "share"
        rate = format_percent(abs(gap) / before.value)
        yield finding(
            "N209",
            found=f"{claim.word}{claim.figure.text}",
            expected=rate if is_share else in_unit(abs(gap), after),
            paragraph=claim.passage.place,
            place=claim.passage.place,
            text=claim.text,
            before=before.text or in_unit(before.value, after),
            after=after.text,
            way=text_of("narrative.rise" if gap > 0 else "narrative.fall"),
        )
