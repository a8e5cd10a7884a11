"""Points in proportion to the rate, and points by a formula of the designer's own."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures.show import number as show
from jixiao.figures.show import points as show_points
from jixiao.formula.parse import parse
from jixiao.formula.syntax import Tree
from jixiao.rulebook.ranges import parse_range
from jixiao.rulebook.scores import Expression, Linear
from jixiao.rulebook.scoring.measure import Measure
from jixiao.rulebook.scoring.rule import Given, Rule
from jixiao.rulebook.scoring.trees import (
    ZERO,
    X,
    call,
    lies_in,
    number,
    over,
    substitute,
    times,
    within,
)


def _higher(x: Tree, target: Fraction, weight: Fraction) -> Tree:
    return within(Fraction(0), times(number(weight), over(x, number(target))), weight)


def _lower(x: Tree, target: Fraction, weight: Fraction) -> Tree:
    """weight × target ÷ rate above the target, full marks at or below it."""
    share = over(number(target), call("max", x, number(target)))
    return times(number(weight), share)


def lower_linear(score: Linear, weight: Fraction, measure: Measure) -> Rule:
    """Lower a proportional rule."""
    target = Fraction(score.target)
    zero = parse_range(score.zero) if score.zero else None
    end, full = measure.end(target), show(weight)
    if score.direction == "higher":
        tree = _higher(X, target, weight)
        ratio = f"{full}分×比率" if target == 1 else f"{full}分×实际值÷{end}"
        sentence = f"达到{end}得{full}分；低于{end}的按比例得分（{ratio}），满分为止"
    else:
        tree = _lower(X, target, weight)
        sentence = f"不超过{end}得{full}分；超过{end}的按比例得分（{full}分×{end}÷实际值）"
    if zero is not None:
        tree = call("if", lies_in(X, zero), ZERO, tree)
        sentence += f"；{measure.span(zero)}的不得分"

    def explain(given: Given) -> str:
        x = given.x if given.x is not None else Fraction(0)
        if zero is not None and zero.contains(x):
            return f"{measure.span(zero)}，不得分"
        if score.direction == "lower":
            if x <= target:
                return f"不超过{end}"
            return f"{full} × {end} ÷ {measure.value(x)} = {show_points(given.points)}分"
        if x >= target:
            return f"超过{end}，按满分计" if x > target else f"达到{end}"
        if x <= 0:
            return "不高于0，不得分"
        quotient = "" if target == 1 else f" ÷ {end}"
        return f"{full} × {measure.value(x)}{quotient} = {show_points(given.points)}分"

    return Rule(sentence=sentence, tree=tree, explain=explain)


def lower_expression(score: Expression, weight: Fraction) -> Rule:
    """Lower a formula over ``x``, ``weight`` and inputs, kept within 0 and the weight."""
    points = substitute(parse(score.formula), "weight", number(weight))

    def explain(given: Given) -> str:
        return f"按评分公式得{show_points(given.points)}分"

    return Rule(sentence=score.says, tree=within(Fraction(0), points, weight), explain=explain)
