"""Hold the claims of a report against the sheet: totals, grades, rows, basic figures, lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jixiao.finding import Bilingual, Finding, entry, finding, text_of
from jixiao.narrative.claims import Claim, ClaimKind, Subject
from jixiao.narrative.comparison.facts import Fact, SheetFacts
from jixiao.narrative.comparison.written import allowed_text

_CODES: Final = {
    ClaimKind.TOTAL: "N101",
    ClaimKind.SECTION: "N103",
    ClaimKind.SCORE: "N104",
    ClaimKind.WEIGHT: "N104",
    ClaimKind.LOST: "N104",
    ClaimKind.RATE: "N105",
    ClaimKind.INPUT: "N106",
}
_LISTS: Final = (ClaimKind.ZERO_ROWS, ClaimKind.LOST_ROWS, ClaimKind.FULL_ROWS)


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim on one thing, held against its fact; ``holds`` is None where there is none."""

    claim: Claim
    subject: Subject | None
    fact: Fact | None
    holds: bool | None


def compare_claims(claims: Sequence[Claim], facts: SheetFacts) -> tuple[Compared, ...]:
    """Compare every claim that the sheet can speak to."""
    return tuple(each for claim in claims for each in _compared(claim, facts))


def _compared(claim: Claim, facts: SheetFacts) -> Iterator[Compared]:
    if claim.kind in _CODES:
        subject = claim.subjects[0]
        fact = facts.get(claim.kind, subject)
        yield Compared(claim, subject, fact, holds(claim, fact))
    elif claim.kind is ClaimKind.GRADE:
        total = facts.check.total
        typed = total.claimed_grade if total is not None else None
        yield Compared(claim, claim.subjects[0], None, None if not typed else typed == claim.word)
    elif claim.kind in _LISTS:
        for subject in claim.subjects:
            yield _row_in_list(claim, subject, facts)


def holds(claim: Claim, fact: Fact | None) -> bool | None:
    """Whether some value that the words allow is one that the sheet allows."""
    figure = claim.figure
    if fact is None or figure is None:
        return None
    if figure.measure != fact.measure and not (fact.measure == "points" and not figure.measure):
        counts = {figure.measure, fact.measure}.isdisjoint(("share", "money", "points"))
        if not counts:
            return None
    if figure.is_bound:
        return figure.values.contains(fact.value)
    return not figure.values.overlap(fact.values).is_empty


def _row_in_list(claim: Claim, subject: Subject, facts: SheetFacts) -> Compared:
    score = facts.get(ClaimKind.SCORE, subject)
    weight = facts.get(ClaimKind.WEIGHT, subject)
    if score is None or (weight is None and claim.kind is not ClaimKind.ZERO_ROWS):
        return Compared(claim, subject, score, None)
    most = weight.value if weight is not None else Fraction(0)
    holds = {
        ClaimKind.ZERO_ROWS: score.value == 0,
        ClaimKind.LOST_ROWS: score.value < most,
        ClaimKind.FULL_ROWS: score.value >= most,
    }[claim.kind]
    return Compared(claim, subject, score, holds)


def sheet_findings(compared: Sequence[Compared], facts: SheetFacts) -> Iterator[Finding]:
    """Say where report and sheet differ; the same statement made twice is reported once."""
    seen: set[tuple[str, str, str]] = set()
    for each in compared:
        if each.holds is not False or each.subject is None:
            continue
        stated = each.claim.figure.text if each.claim.figure else each.claim.word or each.claim.kind
        key = (each.claim.kind.value, each.subject.id, stated)
        if key not in seen:
            seen.add(key)
            yield from _finding(each.claim, each.subject, each.fact, facts)
    yield from _left_out(compared, facts)


def _finding(
    claim: Claim, subject: Subject, fact: Fact | None, facts: SheetFacts
) -> Iterator[Finding]:
    if claim.kind is ClaimKind.GRADE:
        yield _grade(claim, facts)
    elif fact is not None and claim.kind in _LISTS:
        weight = facts.get(ClaimKind.WEIGHT, subject)
        said = text_of(f"narrative.said.{claim.kind.value}")
        shown = weight.shown() if weight is not None else "—"
        yield _on_cell("N107", claim, subject, fact, found=said.zh, said=said, weight=shown)
    elif fact is not None and claim.figure is not None:
        yield _on_cell(
            _CODES[claim.kind],
            claim,
            subject,
            fact,
            found=claim.figure.text,
            what=text_of(f"narrative.what.{claim.kind.value}"),
            allowed=allowed_text(claim.figure),
        )


def _on_cell(
    code: str,
    claim: Claim,
    subject: Subject,
    fact: Fact,
    *,
    found: str,
    **values: str | Bilingual,
) -> Finding:
    """A finding about a cell that the report says otherwise of."""
    sheet, _, cell = fact.cell.rpartition("!")
    is_row = subject.kind in ("indicator", "part", "change")
    return Finding(
        code,
        entry(code).severity,
        sheet=sheet or None,
        cell=cell or None,
        indicator=subject.id.split("/")[0] if is_row else None,
        found=found,
        expected=fact.shown(claim.figure),
        paragraph=claim.passage.place,
        values={
            "place": claim.passage.place,
            "text": claim.text,
            "name": subject.name,
            "at": fact.cell or sheet or "—",
            **values,
        },
    )


def _grade(claim: Claim, facts: SheetFacts) -> Finding:
    total = facts.check.total
    sheet, _, cell = ((total.cell if total is not None else "") or "").rpartition("!")
    return finding(
        "N102",
        sheet=sheet or None,
        cell=cell or None,
        found=claim.word,
        expected=(total.claimed_grade if total is not None else "") or "",
        paragraph=claim.passage.place,
        place=claim.passage.place,
        text=claim.text,
        at=f"{sheet}!{cell}" if cell else facts.sheet,
    )


def _left_out(compared: Sequence[Compared], facts: SheetFacts) -> Iterator[Finding]:
    """Rows that lost points on the sheet, left out of a list that claims to be whole (N108)."""
    lists = [e.claim for e in compared if e.claim.kind is ClaimKind.LOST_ROWS]
    whole = [claim for claim in lists if claim.is_exhaustive]
    if not whole:
        return
    named = {
        e.subject.id.split("/")[0]
        for e in compared
        if e.subject is not None and e.subject.kind in ("indicator", "part")
        and e.claim.kind in (*_LISTS, ClaimKind.LOST)
    }  # fmt: skip
    lost = [
        row for row in facts.results.values()
        if row.weight is not None and row.claimed_score is not None
        and row.claimed_score < row.weight and row.id not in named
    ]  # fmt: skip
    if lost:
        first = lost[0].cells.get("score", "").rpartition("!")
        yield finding(
            "N108",
            sheet=first[0] or None,
            cell=first[2] or None,
            found=whole[0].text,
            paragraph=whole[0].passage.place,
            place=whole[0].passage.place,
            text=whole[0].text,
            listed="、".join(row.name for row in lost),
        )
