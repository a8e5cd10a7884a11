"""Points in proportion to the rate, and points by a formula of the designer's own."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.formula import Tree, parse_formula
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Given, Rule
from jixiao.rulebook.kinds.trees import (
    ZERO,
    X,
    call_node,
    clamp_node,
    divide_nodes,
    lies_in,
    multiply_nodes,
    number_node,
    substitute_nodes,
)
from jixiao.rulebook.schema import Expression, Linear, parse_range


def _higher(x: Tree, target: Fraction, weight: Fraction) -> Tree:
    return clamp_node(
        Fraction(0),
        multiply_nodes(number_node(weight), divide_nodes(x, number_node(target))),
        weight,
    )


def _lower(x: Tree, target: Fraction, weight: Fraction) -> Tree:
    """weight × target ÷ rate above the target, full marks at or below it."""
    share = divide_nodes(number_node(target), call_node("max", x, number_node(target)))
    return multiply_nodes(number_node(weight), share)


def compile_linear(score: Linear, weight: Fraction, measure: Measure) -> Rule:
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
        tree = call_node("if", lies_in(X, zero), ZERO, tree)
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


def compile_expression(score: Expression, weight: Fraction) -> Rule:
    """Lower a formula over ``x``, ``weight`` and inputs, kept within 0 and the weight."""
    points = substitute_nodes(parse_formula(score.formula), "weight", number_node(weight))

    def explain(given: Given) -> str:
        return f"按评分公式得{show_points(given.points)}分"

    return Rule(sentence=score.says, tree=clamp_node(Fraction(0), points, weight), explain=explain)
