"""Rules of rows out of their own standards, where these were wholly read and leave nothing open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from jixiao.drafting.standard import Completeness, OpenPoint, StandardReading, read_standard
from jixiao.rulebook import Deduct, Ladder, Linear, Score
from jixiao.scoresheet import OutlineRow

_SCORED = (Deduct, Ladder, Linear)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_OWN = re.compile(
    r"[。；;，,\s（(]+(?:本|我)(?:单位|部门|局|委|办|院|校|项目|年度|年)[^。；;，,\n]{0,16}?"
    r"(?P<value>\d+(?:\.\d+)?)\s*[%％]"
)
_TARGET = re.compile(
    r"(?:≥|>=|≤|<=|＝|=|不少于|不低于|不超过)?\s*(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>\D*)"
)


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule over what a row was measured by: its score, unit, and the rate where words say it."""

    score: Score
    unit: str
    rate: str | None = None


def rule_of(row: OutlineRow, *, has_actual: bool) -> OwnRule | None:
    """The rule of a row over its actual value, or over the value that its own words state.

    None where a word was not understood, the points are not those of the row, or the words leave
    open what this very value is worth.
    """
    if not row.standard or row.weight is None:
        return None
    text, own = _own_value(row.standard)
    actual = row.actual if own is None else own
    if own is None and not has_actual:
        return None
    reading = read_standard(text, Fraction(row.weight))
    rule = reading.rule
    if reading.completeness is not Completeness.WHOLE or not isinstance(rule, _SCORED):
        return None
    if reading.weight != Fraction(row.weight) or not _is_settled(reading, rule, actual):
        return None
    if isinstance(rule, Deduct) and (reading.counts_from or not reading.is_percent):
        counted = _from_target(reading, rule, row.target)
        unit = "%" if reading.is_percent else reading.measure
        return None if counted is None else OwnRule(counted, unit)
    return OwnRule(rule, "%" if reading.is_percent else reading.measure, own)


def _own_value(text: str) -> tuple[str, str | None]:
    """A standard without what it says of the department itself: …。本单位92.8%，因…"""
    found = _OWN.search(text)
    if found is None or len(_OWN.findall(text)) > 1:
        return text, None
    return text[: found.start()], f"{found['value']}%"


def _from_target(reading: StandardReading, rule: Deduct, target: str) -> Deduct | None:
    """The rule with the target that it counts from; None where that is not in the row.

    ``每少1座扣2分`` next to a target of ≥10座 takes points below 10; faults are counted only where
    the target is that there be none.
    """
    if rule.full not in ("<= 0", "<= 0%"):
        return rule
    found = _TARGET.fullmatch(target.strip().replace("％", "%"))
    unit = found["unit"].strip() if found is not None else ""
    if found is None or unit not in (("%",) if reading.is_percent else ("", reading.measure)):
        return None
    if not reading.counts_from:
        return rule if Fraction(found["value"]) == 0 else None
    sign = ">=" if reading.counts_from == "under" else "<="
    percent = "%" if unit == "%" else ""
    return rule.changed(full=f"{sign} {found['value']}{percent}")


def _is_settled(reading: StandardReading, rule: Score, actual: str) -> bool:
    """Whether nothing is open, or only part steps where the actual value makes whole ones."""
    if reading.is_absolute and actual.lstrip().startswith(("-", "－")):
        return False  # the rule is over the distance, whatever its sign
    left = reading.open - {OpenPoint.NO_CAP}  # a score is never below zero
    if not left:
        return True
    if left != {OpenPoint.PART_STEP} or not isinstance(rule, Deduct):
        return False
    end, value = _PERCENT.search(rule.full), _PERCENT.fullmatch(actual)
    if end is None or value is None:
        return False
    gap = (Fraction(end[1]) - Fraction(value[1])) / 100
    return (gap / Fraction(rule.step)).denominator == 1
