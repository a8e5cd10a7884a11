"""Rules of rows out of their own standards, where these were wholly read and leave nothing open."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.drafting.standard import Completeness, OpenPoint, StandardReading, read_standard
from jixiao.rulebook import Deduct, Ladder, Linear, Score
from jixiao.scoresheet import OutlineRow

_SCORED = (Deduct, Ladder, Linear)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")


def rule_of(row: OutlineRow) -> tuple[Score, str] | None:
    """The rule of a row over its actual value and the unit that this is counted in.

    None where a word was not understood, the points are not those of the row, or the words leave
    open what this very value is worth.
    """
    if not row.standard or row.weight is None:
        return None
    reading = read_standard(row.standard, Fraction(row.weight))
    rule = reading.rule
    if reading.completeness is not Completeness.WHOLE or not isinstance(rule, _SCORED):
        return None
    if reading.weight != Fraction(row.weight) or not _is_settled(reading, rule, row.actual):
        return None
    return rule, "%" if reading.is_percent else reading.measure


def _is_settled(reading: StandardReading, rule: Score, actual: str) -> bool:
    """Whether nothing is open, or only part steps where the actual value makes whole ones."""
    if not reading.open:
        return True
    if reading.open != {OpenPoint.PART_STEP} or not isinstance(rule, Deduct):
        return False
    end, value = _PERCENT.search(rule.full), _PERCENT.fullmatch(actual)
    if end is None or value is None:
        return False
    gap = (Fraction(end[1]) - Fraction(value[1])) / 100
    return (gap / Fraction(rule.step)).denominator == 1
