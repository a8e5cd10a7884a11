"""Hold what a report says of its survey against what the forms came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.figures import IntervalSet, factor
from jixiao.finding import Finding, finding
from jixiao.narrative.claims import Claim, ClaimKind
from jixiao.narrative.comparison.facts import Fact
from jixiao.narrative.comparison.sheet import holds
from jixiao.narrative.comparison.written import allowed_text
from jixiao.rulebook import OutcomeState
from jixiao.survey import SurveyResult


def survey_findings(claims: Sequence[Claim], result: SurveyResult) -> Iterator[Finding]:
    """Say where counts, satisfaction or its score are not what the forms give (N109).

    The same statement made twice is reported once.
    """
    facts = _facts(result)
    seen: set[tuple[str, str, str]] = set()
    for claim in claims:
        fact = facts.get((claim.kind, claim.subjects[0].id)) if claim.subjects else None
        figure = claim.figure
        if fact is None or figure is None or holds(claim, fact) is not False:
            continue
        key = (claim.kind.value, claim.subjects[0].id, figure.text)
        if key not in seen:
            seen.add(key)
            yield finding(
                "N109",
                found=figure.text,
                expected=fact.shown(figure),
                paragraph=claim.passage.place,
                place=claim.passage.place,
                text=claim.text,
                name=claim.subjects[0].name,
                allowed=allowed_text(figure),
            )


def _facts(result: SurveyResult) -> Mapping[tuple[ClaimKind, str], Fact]:
    """What the forms came to, by sort of claim and id of the thing."""
    found: dict[tuple[ClaimKind, str], Fact] = {}
    for ident, number in result.inputs.items():
        item = result.rulebook.input_by_id[ident]
        known = factor(item.unit)
        if known is not None and item.kind in ("count", "quantity"):
            measure, size = known
            value = number * size
            found[ClaimKind.INPUT, ident] = Fact(
                IntervalSet.point(value), value, measure, unit=item.unit
            )
    for group in result.groups:
        ident = group.group.indicator or ""
        if ident and group.rate is not None:
            found[ClaimKind.RATE, ident] = _exact(group.rate, "share")
        outcome = group.outcome
        if ident and outcome is not None and outcome.state is OutcomeState.COMPUTED:
            found[ClaimKind.SCORE, ident] = _exact(outcome.score or Fraction(0), "points")
    return found


def _exact(value: Fraction, measure: str) -> Fact:
    return Fact(IntervalSet.point(value), value, measure)
