"""Ladders over the rate, and first-match cases over conditions on inputs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.formula import Tree, evaluate_formula, formula_prose, parse_formula
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Given, Rule
from jixiao.rulebook.kinds.trees import (
    ZERO,
    X,
    call_node,
    clamp_node,
    either_node,
    lies_in,
    number_node,
    substitute_nodes,
)
from jixiao.rulebook.schema import Cases, Elsewhere, Input, Ladder, parse_range


def _elsewhere(policy: Elsewhere | None, weight: Fraction) -> tuple[Tree, str]:
    """The points outside every step, and the words for it."""
    if policy == "full":
        return number_node(weight), f"；其他情况得{show(weight)}分"
    if policy == "zero":
        return ZERO, "；其他情况不得分"
    return ZERO, "；其他情况由人工判定" if policy == "ask" else ""


def compile_ladder(score: Ladder, weight: Fraction, measure: Measure) -> Rule:
    """Lower a ladder."""
    ranges = [parse_range(step.when) for step in score.steps]
    conditions = [lies_in(X, where) for where in ranges]
    tree, rest = _elsewhere(score.elsewhere, weight)
    last = len(score.steps) - 1
    for place, step in reversed(list(enumerate(score.steps))):
        points = number_node(Fraction(step.score))
        if place == last and score.elsewhere is None:
            tree = points  # the steps cover every number, the last one needs no condition
        else:
            tree = call_node("if", conditions[place], points, tree)
    words = [
        step.says or measure.span(where) for step, where in zip(score.steps, ranges, strict=True)
    ]
    told = "；".join(
        f"{word}，得{show(Fraction(step.score))}分"
        for word, step in zip(words, score.steps, strict=True)
    )

    def explain(given: Given) -> str:
        if given.x is None:
            return ""
        for word, where in zip(words, ranges, strict=True):
            if where.contains(given.x):
                return f"属于“{word}”"
        return "属于其他情况"

    decided = either_node(conditions) if score.elsewhere == "ask" else None
    return Rule(sentence=told + rest, tree=tree, decided=decided, explain=explain)


def compile_cases(score: Cases, weight: Fraction, inputs: Mapping[str, Input]) -> Rule:
    """Lower conditions over inputs, the first that holds giving the points."""
    conditions = [parse_formula(step.when) for step in score.steps]
    tree, rest = _elsewhere(score.elsewhere, weight)
    words = {"x": "比率", "weight": "分值"} | {i.id: i.label for i in inputs.values()}
    told = []
    for step, condition in reversed(list(zip(score.steps, conditions, strict=True))):
        if isinstance(step.score, str):
            formula = parse_formula(step.score)
            points = substitute_nodes(formula, "weight", number_node(weight))
            tree = call_node("if", condition, clamp_node(Fraction(0), points, weight), tree)
            told.append(f"{step.says}，得分＝{formula_prose(formula, words)}")
        else:
            tree = call_node("if", condition, number_node(Fraction(step.score)), tree)
            told.append(f"{step.says}，得{show(Fraction(step.score))}分")

    def explain(given: Given) -> str:
        known = dict(given.inputs) | ({} if given.x is None else {"x": given.x})
        for step, condition in zip(score.steps, conditions, strict=True):
            if evaluate_formula(condition, known):
                return f"属于“{step.says}”"
        return "属于其他情况"

    decided = either_node(conditions) if score.elsewhere == "ask" else None
    return Rule(
        sentence="；".join(reversed(told)) + rest, tree=tree, decided=decided, explain=explain
    )
