"""``target``: free rows of target forms; operator, target, actual and weight give the points.

Reaching the target gives the weight, falling short the share reached; a row without figures is
judged. ``FreeRow`` is what the sheet says, ``tree_for`` what it is worth.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, get_args

from jixiao.figures import Exact, Operator
from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import (
    ColumnReference,
    Compare,
    Name,
    Tree,
    formula_prose,
    settle,
    taken_branch,
    without_floors,
)
from jixiao.rulebook.kinds.item import WEIGHT
from jixiao.rulebook.kinds.rule import Rule, Setting, join_sentences
from jixiao.rulebook.kinds.tiers import tiers_in_words
from jixiao.rulebook.kinds.trees import (
    ZERO,
    call_node,
    divide_nodes,
    either_node,
    multiply_nodes,
    number_node,
)
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import Amount, Elsewhere, Prepared, Tier, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.outcome import FigureValue
from jixiao.rulebook.ranges import parse_amount
from jixiao.rulebook.trace_texts import join_texts, trace_text
from jixiao.rulebook.words import FORWARD, REVERSED

ACTUAL, TARGET = Name("actual"), Name("target")
FAR_OVER = number_node(Exact(0))  # the points of a target surpassed too far
Comparison = Literal["<", "<=", "=", ">=", ">", "<>"]


def _over_score(written: object) -> object:
    """What a surpassed target is worth: a policy or a share of the weight (90%)."""
    if isinstance(written, str) and written not in get_args(Elsewhere):
        parse_amount(written)
    return written if isinstance(written, str) else str(written)


OverScore = Annotated[str, Prepared(_over_score)]


class OverStep(WrittenRule):
    """From which share beyond the target on (30%) a row is worth what."""

    beyond: Amount
    score: OverScore


class Target(WrittenRule):
    """A free row against its own target: met gives the weight, else the share reached.

    ``equal`` says what missing an ＝ target is worth: the smaller over the larger, or nothing.
    ``over`` is the share beyond the target from which on ``over_score`` holds (0.3): a person must
    look, no or full marks, or a share of the weight; ``over_steps`` are several such.
    """

    fits_free_rows: ClassVar[bool] = True

    kind: Literal["target"]
    equal: Literal["share", "zero"] = "share"
    over: Amount | None = None
    over_score: OverScore = "ask"
    over_steps: tuple[OverStep, ...] = ()
    tiers: tuple[Tier, ...] = ()

    def compile(self, _setting: Setting) -> Rule:
        """Make the rule ready: a row is scored by its own operator, see ``tree_for``."""
        return Rule(sentence=target_sentence(self))

    def lint(self, at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Refuse to score a fixed row."""
        yield rulebook_misfit((*at, "kind"), "rulebook.target.fixed-row")

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on the row alone."""
        return iter(())


@dataclass(frozen=True, slots=True)
class FreeRow:
    """A row that the department named itself.

    ``target`` and ``actual`` are None where blank or words; ``nature`` is 定量 or 定性 (定性 where
    target or actual are words), ``direction`` 正向 or 反向, used where the operator is missing.
    ``item_score`` is a typed score before weighting, ``coefficient`` a typed 得分系数. ``unit`` is
    ``%`` where target and actual are shares; ``is_sign_assumed`` says that the sheet has no sign
    and the operator is what the row is called; ``is_comparable`` is false where target and actual
    measure different things (50个, 100%).
    """

    operator: Operator | None
    target: FigureValue | None
    actual: FigureValue | None
    weight: Fraction
    nature: str | None = None
    direction: str | None = None
    item_score: FigureValue | None = None
    coefficient: FigureValue | None = None
    unit: str = ""
    is_sign_assumed: bool = False
    is_comparable: bool = True


def operator_of(row: FreeRow) -> Operator | None:
    """The operator typed, else the one that the direction means, else None."""
    if row.operator is not None:
        return row.operator
    if row.direction in REVERSED:
        return Operator.AT_MOST
    return Operator.AT_LEAST if row.direction == FORWARD else None


_MISSED: dict[Operator, Comparison] = {
    Operator.AT_LEAST: "<",
    Operator.AT_MOST: ">",
    Operator.EQUAL: "<>",
    Operator.ABOVE: "<=",
    Operator.BELOW: ">=",
}


def _missed(operator: Operator) -> Tree:
    return Compare(_MISSED[operator], ACTUAL, TARGET)


def _share(operator: Operator, score: Target) -> Tree:
    """Points where the target is missed."""
    if operator in (Operator.AT_MOST, Operator.BELOW):
        return divide_nodes(multiply_nodes(WEIGHT, TARGET), ACTUAL)
    if operator is Operator.EQUAL:
        if score.equal == "zero":
            return ZERO
        smaller, larger = call_node("min", ACTUAL, TARGET), call_node("max", ACTUAL, TARGET)
        return divide_nodes(multiply_nodes(WEIGHT, call_node("max", ZERO, smaller)), larger)
    return divide_nodes(multiply_nodes(WEIGHT, call_node("max", ZERO, ACTUAL)), TARGET)


def surpassed(score: Target) -> list[tuple[Fraction, str]]:
    """The shares beyond the target from which on something else holds, the least first."""
    steps = [(Exact(step.beyond), step.score) for step in score.over_steps]
    if score.over is not None:
        steps.append((Exact(score.over), score.over_score))
    return sorted(steps)


def _beyond(share: Fraction) -> Tree:
    """The condition that a target is surpassed by a share of it or more."""
    return Compare(">=", ACTUAL, multiply_nodes(number_node(1 + share), TARGET))


def _steps(score: Target, operator: Operator) -> list[tuple[Fraction, str]]:
    return [] if operator in (Operator.AT_MOST, Operator.BELOW) else surpassed(score)


@functools.lru_cache(maxsize=256)
def tree_for(score: Target, operator: Operator) -> Tree:
    """Points over ``actual``, ``target`` and ``weight``; see also ``undecided``."""
    tree = call_node("if", _missed(operator), _share(operator, score), WEIGHT)
    for share, worth in _steps(score, operator):
        if worth == "zero":
            tree = call_node("if", _beyond(share), FAR_OVER, tree)
        elif worth in ("full", "ask"):
            tree = call_node("if", _beyond(share), WEIGHT, tree)
        else:
            part = multiply_nodes(number_node(parse_amount(worth), worth), WEIGHT)
            tree = call_node("if", _beyond(share), part, tree)
    return tree


@functools.lru_cache(maxsize=256)
def undecided(score: Target, operator: Operator) -> Tree:
    """The condition that only a person can say: missed where no share can be taken, or far over."""
    conditions = [call_node("and", _missed(operator), _hopeless(operator))]
    steps = _steps(score, operator)
    for n, (share, worth) in enumerate(steps, start=1):
        if worth == "ask":
            over = _beyond(share)
            if n < len(steps):
                most = multiply_nodes(number_node(1 + steps[n][0]), TARGET)
                over = call_node("and", over, Compare("<", ACTUAL, most))
            conditions.append(over)
    return either_node(conditions)


def _hopeless(operator: Operator) -> Tree:
    """No share can be taken: the divisor would be 0 or a sign would turn it round."""
    if operator is Operator.AT_MOST:
        return Compare("<", TARGET, ZERO)
    if operator is Operator.BELOW:  # 0 is not below 0, and no share can be taken of it
        return call_node("or", Compare("<", TARGET, ZERO), Compare("<=", ACTUAL, ZERO))
    if operator is Operator.EQUAL:
        return Compare("<=", call_node("max", ACTUAL, TARGET), ZERO)
    return Compare("<=", TARGET, ZERO)


def target_sentence(score: Target) -> str:
    """The 评分标准 of a free row."""
    words = [
        chinese_text("rules.target.met"),
        chinese_text("rules.target.missed"),
        chinese_text(f"rules.target.equal.{score.equal}"),
    ]
    for share, worth in surpassed(score):
        id_ = worth if worth in get_args(Elsewhere) else "share"
        beyond = f"{show(share * 100)}%"
        words.append(chinese_text(f"rules.target.over.{id_}", share=beyond, worth=worth))
    if score.tiers:
        tiers = tiers_in_words(score.tiers).zh
        words.append(chinese_text("rules.target.tiers", tiers=tiers))
    return join_sentences(words)


SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.AT_MOST: "≤",
    Operator.EQUAL: "＝",
    Operator.ABOVE: "＞",
    Operator.BELOW: "＜",
}


def explain_row(
    score: Target, operator: Operator, row: FreeRow, actual: Fraction, target: Fraction
) -> Bilingual | None:
    """The arithmetic of a free row without the closing 得…分, read off its tree."""
    sign, shown = SIGNS[operator], functools.partial(_figure, row=row)
    text = trace_text("trace.against-target", actual=shown(actual), sign=sign, target=shown(target))
    if row.is_sign_assumed and actual != target:
        assumed = trace_text("trace.sign-assumed")
        text = Bilingual(text.zh + assumed.zh, text.en + assumed.en)
    values = {"actual": actual, "target": target, WEIGHT.id: row.weight}
    branch = taken_branch(tree_for(score, operator), values)
    if branch is WEIGHT:
        return join_texts([text, trace_text("trace.met")])
    reached = [s for s in _steps(score, operator) if actual >= (1 + s[0]) * target > 0]
    share = f"{show(reached[-1][0] * 100)}%" if reached else ""
    if branch is FAR_OVER:
        return join_texts([text, trace_text("trace.far-over-none", share=share)])
    if share:
        text = join_texts([text, trace_text("trace.far-over", share=share)]) or text
    if branch is ZERO:
        return join_texts([text, trace_text("trace.missed")])

    def figure(name: Name | ColumnReference) -> str:
        key = name.id if isinstance(name, Name) else name.column
        return show(row.weight) if key == WEIGHT.id else shown(values[key])

    written = formula_prose(settle(without_floors(branch), values), figure)
    return join_texts([text, Bilingual(written, written)])


def _figure(value: Fraction, row: FreeRow) -> str:
    """A target or an actual as a person writes it."""
    return f"{show_points(value * 100)}%" if row.unit == "%" else show_points(value)
