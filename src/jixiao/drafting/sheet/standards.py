"""Rules of rows out of their own standards, where these were wholly read and leave nothing open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from jixiao.drafting.standard import Completeness, OpenPoint, StandardReading, read_standard
from jixiao.rulebook import Deduct, Interpolation, Ladder, Linear, Score, parse_range
from jixiao.scoresheet import OutlineRow

_SCORED = (Deduct, Ladder, Linear, Interpolation)
_FIGURE = re.compile(r"(?P<value>\d+(?:\.\d+)?)\s*(?P<share>[%％]?)")
_OWN = re.compile(
    r"[。；;，,\s（(]+(?:"
    r"(?:(?:本|我)(?:单位|部门|局|委|办|院|校|项目|年度|年)|实际(?:完成|为|是))"
    r"[^。；;，,\n得扣每]{0,16}?"
    r"|(?<=[。；;\n])[^。；;，,\n得扣每\d≥≤<>目标应计划要求达不]{2,10}(?:率|度)(?:为|是)?)"
    r"(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[%％]|[个项处次人座家件例起场户篇条])(?![^。；;，,）)\s])"
)
_SAID = re.compile(
    r"[^\d未扣差低超少不减]{0,16}?(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[%％]|[^\d\s，。；,;]{1,3})"
    r"(?:[，。；,;]\D*)?"
)
_MEASURED = re.compile(r"(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>\D{0,8})")
_ALONE = re.compile(_FIGURE.pattern)
_ONE_END = re.compile(r"[<>]=? (?P<value>-?\d+(?:\.\d+)?)(?P<share>%?)")
_FAULTS = re.compile(
    r"(?:缺少?|少|有|发现|存在|发生|出现)(?P<count>\d+)(?P<unit>[项处个次起例件])\S{0,6}"
)
_COUNT = re.compile(r"(?P<count>\d+)(?P<unit>[项处个次起例件])")
_OF_FAULTS = re.compile(r"违规|违纪|违法|投诉|事故|差错|错误|逾期|不合格|退回|通报批评")
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
    text, said = _own_value(row.standard)
    reading = read_standard(text, Fraction(row.weight))
    rule = reading.rule
    own = _in_unit(reading, said) or _value_said(reading, row)
    actual = row.actual if own is None else own
    if own is None and not has_actual:
        return None
    if reading.completeness is not Completeness.WHOLE or not isinstance(rule, _SCORED):
        return None
    if reading.weight != Fraction(row.weight):
        return None
    if not _is_settled(reading, rule, actual):
        if (kindest := _kindest(reading, rule, actual, row)) is None:
            return None
        rule = kindest
    if isinstance(rule, Deduct) and (reading.counts_from or not reading.is_percent):
        faults = _faults_said(reading, row.actual, row.name)
        if faults is not None:
            return OwnRule(rule, reading.measure, faults)
        counted = _from_target(reading, rule, row.target)
        unit = "%" if reading.is_percent else reading.measure
        return None if counted is None else OwnRule(counted, unit, own)
    return _over_actual(reading, rule, row, own)


def _over_actual(
    reading: StandardReading, rule: Score, row: OutlineRow, own: str | None
) -> OwnRule | None:
    """The rule over what the row was measured by, in the unit that is written there.

    None for a rule over a share next to an amount (3万亩), unless the target is in the same unit.
    """
    measured = _MEASURED.fullmatch(row.actual.strip())
    unit = measured["unit"].strip() if measured is not None else ""
    if own is not None or measured is None or unit in ("", "%", "％"):
        return OwnRule(rule, "%" if reading.is_percent else reading.measure, own)
    if not reading.is_percent:
        is_of_rule = unit == reading.measure or f"{unit}得" in row.standard
        return OwnRule(rule, unit if is_of_rule else reading.measure)
    target = _TARGET.fullmatch(row.target.strip())
    is_same = target is not None and target["unit"].strip() == unit and Fraction(target["value"])
    if target is None or not is_same or not isinstance(rule, Linear) or "≤" in row.target:
        return None
    return OwnRule(rule, "%", f"{measured['value']} / {target['value']}")


def _value_said(reading: StandardReading, row: OutlineRow) -> str | None:
    """The one figure that 自评说明 gives, in the unit of the rule: 执行率91.5%."""
    found = None if row.actual else _SAID.fullmatch(row.said.strip())
    if found is None:
        return None
    return _in_unit(reading, found)


def _in_unit(reading: StandardReading, found: re.Match[str] | None) -> str | None:
    """A figure that words give, where it is in the unit of the rule."""
    if found is None:
        return None
    unit = found["unit"].replace("％", "%")
    own = "%" if reading.is_percent else reading.measure
    value = f"{found['value']}%" if unit == "%" else found["value"]
    return value if unit == own else None


def without_own_words(text: str) -> str:
    """A standard without what a return says in it of itself: …。本部门满意度93%."""
    return _own_value(text)[0]


def _own_value(text: str) -> tuple[str, re.Match[str] | None]:
    """A standard without what it says of the department itself: …。本单位92.8%，因…"""
    found = _OWN.search(text)
    if found is None or len(_OWN.findall(text)) > 1:
        return text, None
    return text[: found.start()], found


def _faults_said(reading: StandardReading, actual: str, name: str) -> str | None:
    """How many faults the words of a row own up to: ``缺1项`` next to 缺1项扣1分; 违规次数: 1次."""
    found = _FAULTS.fullmatch(actual.strip())
    if found is None and _OF_FAULTS.search(name) and not reading.counts_from:
        found = _COUNT.fullmatch(actual.strip())
    is_same = found is not None and found["unit"] == reading.measure
    is_lack = actual.startswith(("缺", "少"))
    is_fault = not reading.counts_from or (reading.counts_from == "under" and is_lack)
    return found["count"] if found is not None and is_same and is_fault else None


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
    if OpenPoint.UNCOVERED in left and isinstance(rule, Ladder) and rule.elsewhere == "ask":
        left -= {OpenPoint.UNCOVERED}  # the rule itself leaves such values to a person
        return not left
    if left != {OpenPoint.PART_STEP} or not isinstance(rule, Deduct):
        return False
    end, value = _FIGURE.search(rule.full), _FIGURE.match(actual)
    if end is None or value is None or end["share"] != value["share"].replace("％", "%"):
        return False
    hundred = 100 if end["share"] else 1
    if parse_range(rule.full).contains(Fraction(value["value"]) / hundred):
        return True
    gap = (Fraction(end["value"]) - Fraction(value["value"])) / hundred
    return (gap / Fraction(rule.step)).denominator == 1


def _kindest(reading: StandardReading, rule: Score, actual: str, row: OutlineRow) -> Deduct | None:
    """The rule where a score is out of reach however part steps are counted: the nearest reading.

    ``每低1个百分点扣1分`` at 3.8 points short takes 3 to 4 points: None where the score is between.
    """
    left = reading.open - {OpenPoint.NO_CAP}
    value = _ALONE.fullmatch(actual.strip())
    if left != {OpenPoint.PART_STEP} or not isinstance(rule, Deduct) or value is None:
        return None
    end = _ONE_END.fullmatch(rule.full)
    if end is None or row.claimed is None or end["share"] != value["share"].replace("％", "%"):
        return None
    hundred = 100 if end["share"] else 1
    rate = Fraction(value["value"]) / hundred
    if reading.is_absolute or (rule.zero and parse_range(rule.zero).contains(rate)):
        return None
    steps = abs(Fraction(end["value"]) / hundred - rate) / Fraction(rule.step)
    claimed, most = Fraction(row.claimed), _less(rule, row, floor(steps))
    if claimed > most:
        return rule.changed(mode="whole")
    return rule.changed(mode="started") if claimed < _less(rule, row, ceil(steps)) else None


def _less(rule: Deduct, row: OutlineRow, steps: int) -> Fraction:
    """What is left of the weight of a row after so many steps."""
    lost = Fraction(rule.points) * steps
    if rule.cap is not None:
        lost = min(lost, Fraction(rule.cap))
    return max(Fraction(row.weight or 0) - lost, Fraction(0))
