"""Deductions: full marks inside a range, points lost for every step outside it, each with a cap."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.figures import whole
from jixiao.formula import Tree, evaluate_formula, parse_formula
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Given, Rule
from jixiao.rulebook.kinds.trees import (
    ZERO,
    X,
    call_node,
    divide_nodes,
    lies_in,
    multiply_nodes,
    number_node,
    subtract_nodes,
)
from jixiao.rulebook.schema import Deduct, Deductions, Loss, RateRange, parse_range


def _excess(x: Tree, full: RateRange) -> Tree:
    """How far ``x`` is outside ``full``, 0 inside."""
    low, high = full.low, full.high
    if low is not None and low == high:
        return call_node("abs", subtract_nodes(x, number_node(low)))
    outside: list[Tree] = [ZERO]
    if low is not None:
        outside.append(subtract_nodes(number_node(low), x))
    if high is not None:
        outside.append(subtract_nodes(x, number_node(high)))
    return call_node("max", *outside)


def _steps(excess: Tree, loss: Loss) -> Tree:
    ratio = divide_nodes(excess, number_node(Fraction(loss.step)))
    if loss.mode == "prorata":
        return ratio
    if loss.mode == "whole":
        return call_node("int", ratio)
    return subtract_nodes(ZERO, call_node("int", subtract_nodes(ZERO, ratio)))


def _lost(x: Tree, loss: Loss) -> Tree:
    lost = multiply_nodes(
        number_node(Fraction(loss.points)), _steps(_excess(x, parse_range(loss.full)), loss)
    )
    return lost if loss.cap is None else call_node("min", number_node(Fraction(loss.cap)), lost)


def _distance(x: Fraction, full: RateRange) -> Fraction:
    if full.low is not None and x < full.low:
        return full.low - x
    if full.high is not None and x > full.high:
        return x - full.high
    return Fraction(0)


def _count(distance: Fraction, loss: Loss) -> Fraction:
    ratio = distance / Fraction(loss.step)
    if loss.mode == "prorata":
        return ratio
    return Fraction(whole(ratio) if loss.mode == "whole" else -whole(-ratio))


def _is_count(loss: Loss, measure: Measure) -> bool:
    """A rule on a number of faults, where full marks mean none."""
    return measure.unit != "%" and parse_range(loss.full).high == 0


def _verbs(full: RateRange) -> tuple[str, str, str]:
    """Words for reaching the range, for being outside it, and for each step outside it."""
    if full.low is not None and full.low == full.high:
        return "等于", "偏离", "每偏离"
    if full.high is None:
        return "达到", "低于", "每低"
    if full.low is None:
        return "不超过", "超过", "每超"
    return "在", "超出", "每超出"


def _mode(loss: Loss, measure: Measure) -> str:
    if loss.mode == "prorata":
        return "（不足的按比例计）"
    if _is_count(loss, measure) and loss.step == 1:
        return ""
    per = measure.per(Fraction(loss.step))
    return f"（不足{per}的不计）" if loss.mode == "whole" else f"（不足{per}的按{per}计）"


def _full_words(full: RateRange, measure: Measure) -> str:
    if full.low is not None and full.high is not None and full.low != full.high:
        return f"在{measure.span(full)}之间"
    end = full.low if full.low is not None else full.high
    return f"{_verbs(full)[0]}{measure.end(end if end is not None else Fraction(0))}"


def _outside_words(full: RateRange, measure: Measure) -> str:
    if full.low is not None and full.high is not None:
        return "不符的，" if full.low == full.high else "不在此范围的，"
    end = full.low if full.low is not None else full.high
    return f"{_verbs(full)[1]}{measure.end(end if end is not None else Fraction(0))}的，"


def _loss_words(loss: Loss, measure: Measure) -> str:
    points = f"扣{show(Fraction(loss.points))}分"
    cap = f"，最多扣{show(Fraction(loss.cap))}分" if loss.cap is not None else ""
    step = Fraction(loss.step)
    if _is_count(loss, measure):
        return f"每有{measure.end(step)}{loss.noun}{points}{_mode(loss, measure)}{cap}"
    full = parse_range(loss.full)
    outside = f"{_outside_words(full, measure)}{_verbs(full)[2]}"
    return f"{outside}{measure.per(step)}{points}{_mode(loss, measure)}{cap}"


def _explain_loss(loss: Loss, measure: Measure, x: Fraction) -> tuple[str, Fraction]:
    """The arithmetic of one loss and the points it takes."""
    full = parse_range(loss.full)
    distance = _distance(x, full)
    if distance == 0:
        if _is_count(loss, measure):
            return f"没有{loss.noun or '扣分事项'}", Fraction(0)
        return _full_words(full, measure), Fraction(0)
    count = _count(distance, loss)
    points = Fraction(loss.points)
    lost = count * points
    clauses = []
    if _is_count(loss, measure):
        clauses.append(f"{loss.noun}{measure.value(x)}")
    elif full.low is not None and full.low == full.high:
        clauses.append(f"偏离{measure.end(full.low)} {measure.distance(distance)}")
    else:
        end = full.low if full.low is not None and x < full.low else full.high
        word = "低于" if full.low is not None and x < full.low else "超过"
        clauses.append(f"{word}{measure.end(end or Fraction(0))} {measure.distance(distance)}")
    if count == 0:
        return f"{clauses[0]}，不足{measure.per(Fraction(loss.step))}，不扣分", lost
    if loss.mode == "prorata":
        clauses.append("按比例计")
    elif not (_is_count(loss, measure) and loss.step == 1):
        clauses.append(f"按{measure.steps(count, Fraction(loss.step))}计")
    clauses.append(f"{show(count)} × {show(points)} = {show(lost)}分")
    if loss.cap is not None and lost > Fraction(loss.cap):
        lost = Fraction(loss.cap)
        clauses.append(f"最多扣{show(lost)}分")
    return "，".join(clauses), lost


def _close(lost: Fraction, weight: Fraction) -> str:
    if lost == 0:
        return ""
    if lost > weight:
        return f"，超过{show(weight)}分，扣完为止"
    return f"，扣{show(lost)}分"


def compile_deduct(score: Deduct, weight: Fraction, measure: Measure) -> Rule:
    """Lower full marks with one deduction."""
    full = parse_range(score.full)
    zero = parse_range(score.zero) if score.zero else None
    tree = call_node("max", ZERO, subtract_nodes(number_node(weight), _lost(X, score)))
    sentence = f"{_full_words(full, measure)}得{show(weight)}分；"
    if _is_count(score, measure):
        sentence = f"没有{score.noun or '扣分事项'}得{show(weight)}分；"
    sentence += _loss_words(score, measure)
    sentence += "" if score.cap is not None else "，扣完为止"
    if zero is not None:
        tree = call_node("if", lies_in(X, zero), ZERO, tree)
        sentence += f"；{measure.span(zero)}的不得分"

    def explain(given: Given) -> str:
        x = given.x if given.x is not None else Fraction(0)
        if zero is not None and zero.contains(x):
            return f"{measure.span(zero)}，不得分"
        words, lost = _explain_loss(score, measure, x)
        return words + _close(lost, weight)

    return Rule(sentence=sentence, tree=tree, explain=explain, tells_rate=_is_count(score, measure))


def compile_deductions(score: Deductions, weight: Fraction) -> Rule:
    """Lower full marks with several deductions, each on its own count."""
    trees = [parse_formula(item.rate) for item in score.items]
    left: Tree = number_node(weight)
    for item, tree in zip(score.items, trees, strict=True):
        left = subtract_nodes(left, _lost(tree, item))
    measures = [Measure(item.unit) for item in score.items]
    words = "；".join(_loss_words(i, m) for i, m in zip(score.items, measures, strict=True))

    def explain(given: Given) -> str:
        told, lost = [], Fraction(0)
        for item, tree, measure in zip(score.items, trees, measures, strict=True):
            clause, points = _explain_loss(item, measure, evaluate_formula(tree, given.inputs))
            told.append(clause)
            lost += points
        return "；".join(told) + _close(lost, weight)

    return Rule(
        sentence=f"满分{show(weight)}分；{words}，扣完为止",
        tree=call_node("max", ZERO, left),
        explain=explain,
    )
