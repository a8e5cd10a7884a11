"""Readings of scoring standards in one line, for tests and for the benchmark."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jixiao.drafting import PartReading, StandardReading
from jixiao.rulebook import (
    Checklist,
    Choice,
    CountedLoss,
    Deduct,
    Deductions,
    Expression,
    ItemScore,
    Judged,
    Ladder,
    Linear,
)


def noted(reading: StandardReading, *, with_unread: bool = True) -> str:
    """``whole 5: deduct <= 100% 0.5/1%; part-step``."""
    weight = "?" if reading.weight is None else _number(reading.weight)
    parts = " + ".join(_part(part, reading) for part in reading.parts) or "-"
    doubts = "".join(f"; {point}" for point in sorted(reading.open))
    unread = "".join(f" !{clause.text}" for clause in reading.unread if with_unread)
    return f"{reading.completeness} {weight}: {parts}{doubts}{unread}"


def _number(value: Fraction | Decimal) -> str:
    return f"{(Decimal(value.numerator) / value.denominator).normalize():f}" if isinstance(
        value, Fraction
    ) else f"{value.normalize():f}"  # fmt: skip


def _part(part: PartReading, reading: StandardReading) -> str:
    rule = part.rule
    shares = f"{_number(part.weight)}×" if len(reading.parts) > 1 and part.weight else ""
    match rule:
        case Deduct():
            zero = f" zero {rule.zero}" if rule.zero else ""
            is_share = "%" in rule.full
            unit = "%" if is_share else reading.measure or "处"
            return f"{shares}deduct {rule.full} {_loss(rule, unit)}{zero}"
        case Deductions():
            return f"{shares}losses {', '.join(_loss(item, item.unit) for item in rule.items)}"
        case Ladder():
            steps = " ".join(f"{s.when.replace(' ', '')}:{_number(s.score)}" for s in rule.steps)
            return f"{shares}ladder {steps}" + (f" else {rule.elsewhere}" if rule.elsewhere else "")
        case Linear():
            zero = f" zero {rule.zero}" if rule.zero else ""
            return f"{shares}linear {_target(rule, reading)} {rule.direction}{zero}"
        case Checklist():
            return f"{shares}list {' '.join(_number(item.points) for item in rule.items)}"
        case Choice():
            return f"{shares}choice {' '.join(_number(points) for points in rule.scores.values())}"
        case Expression():
            return f"{shares}formula {rule.formula}"
        case ItemScore():
            return f"{shares}item {rule.column}"
        case Judged():
            return f"{shares}judged {_number(rule.min)}"
        case _:
            return f"{shares}{rule.kind}"


def _target(rule: Linear, reading: StandardReading) -> str:
    return f"{_number(rule.target * 100)}%" if reading.is_percent else _number(rule.target)


def _loss(loss: Deduct | CountedLoss, unit: str) -> str:
    step = loss.step * 100 if unit == "%" else loss.step
    cap = f" cap {_number(loss.cap)}" if loss.cap is not None else ""
    mode = "" if loss.mode == "whole" else f" {loss.mode}"
    return f"{_number(loss.points)}/{_number(step)}{unit}{mode}{cap}"
