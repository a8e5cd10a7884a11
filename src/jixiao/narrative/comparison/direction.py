"""Words against numbers: a rate called low that lost its points for being high (N205)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.checking import direction_of
from jixiao.figures import Operator
from jixiao.finding import Finding, finding, text_of
from jixiao.narrative.claims import Claim, ClaimKind, Subject
from jixiao.narrative.comparison.facts import SheetFacts


def direction_findings(claims: Sequence[Claim], facts: SheetFacts) -> Iterator[Finding]:
    """Yield the rates whose points were lost for the opposite of what the report says."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.kind is not ClaimKind.DIRECTION:
            continue
        for subject in claim.subjects:
            if (subject.id, claim.word) not in seen:
                seen.add((subject.id, claim.word))
                yield from _opposite(claim, subject, facts)


def _opposite(claim: Claim, subject: Subject, facts: SheetFacts) -> Iterator[Finding]:
    score, weight = facts.get(ClaimKind.SCORE, subject), facts.get(ClaimKind.WEIGHT, subject)
    rate = facts.get(ClaimKind.RATE, subject)
    if score is None or weight is None or rate is None or score.value >= weight.value:
        return
    is_low = claim.word == "低"
    if direction_of(subject.name, "") is not (Operator.AT_MOST if is_low else Operator.AT_LEAST):
        return
    low, high = text_of("narrative.low"), text_of("narrative.high")
    said, meant = (low, high) if is_low else (high, low)
    sheet, _, cell = rate.cell.rpartition("!")
    yield finding(
        "N205",
        sheet=sheet or None,
        cell=cell or None,
        indicator=subject.id.split("/")[0],
        found=said.zh,
        expected=meant.zh,
        paragraph=claim.passage.place,
        place=claim.passage.place,
        text=claim.text,
        name=subject.name,
        said=said,
        meant=meant,
        better=text_of("narrative.less" if is_low else "narrative.more"),
        at=rate.cell or facts.sheet,
        rate=rate.shown(),
        score=score.shown(),
        weight=weight.shown(),
    )
