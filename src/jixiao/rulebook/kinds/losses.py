"""One deduction: points lost for each step by which a rate leaves the range of full marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Binary, Tree
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Given, points_equation
from jixiao.rulebook.kinds.trees import (
    ZERO,
    call_node,
    divide_nodes,
    multiply_nodes,
    number_node,
    subtract_nodes,
)
from jixiao.rulebook.kinds.written import Amount, Mode, RangeText, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.ranges import RateRange, parse_range
from jixiao.rulebook.trace_texts import join_texts, trace_text


class Loss(WrittenRule):
    """``points`` lost for each ``step`` by which the rate leaves ``full``, at most ``cap``.

    ``mode``: only whole steps count, started steps count as whole, or pro rata.
    """

    full: RangeText
    points: Decimal
    step: Amount
    mode: Mode
    cap: Decimal | None = None
    noun: str = ""


@dataclass(frozen=True, slots=True)
class LossTrees:
    """The tree of a loss and the parts that its trace speaks of.

    ``excess`` is how far the rate is outside the range, ``below`` its side of the lower end;
    ``steps`` how many steps count; ``uncapped`` and ``lost`` the points taken.
    """

    excess: Tree
    below: Tree | None
    steps: Tree
    uncapped: Tree
    lost: Tree


def loss_trees(x: Tree, loss: Loss) -> LossTrees:
    """Lower a loss onto the rate ``x``."""
    excess, below = _excess(x, parse_range(loss.full))
    steps = _steps(excess, loss)
    uncapped = multiply_nodes(number_node(Exact(loss.points)), steps)
    capped = loss.cap is not None
    lost = call_node("min", number_node(Exact(loss.cap or 0)), uncapped) if capped else uncapped
    return LossTrees(excess, below, steps, uncapped, lost)


def _excess(x: Tree, full: RateRange) -> tuple[Tree, Tree | None]:
    """How far ``x`` is outside ``full``, 0 inside; and the part that is about the lower end."""
    low, high = full.low, full.high
    if low is not None and low == high:
        return call_node("abs", subtract_nodes(x, number_node(low))), None
    outside: list[Tree] = [ZERO]
    below = None
    if low is not None:
        below = subtract_nodes(number_node(low), x)
        outside.append(below)
    if high is not None:
        outside.append(subtract_nodes(x, number_node(high)))
    return call_node("max", *outside), below


def _steps(excess: Tree, loss: Loss) -> Tree:
    ratio = divide_nodes(excess, number_node(Exact(loss.step)))
    if loss.mode == "prorata":
        return ratio
    if loss.mode == "whole":
        return call_node("int", ratio)
    return subtract_nodes(ZERO, call_node("int", subtract_nodes(ZERO, ratio)))


def is_count(loss: Loss, measure: Measure) -> bool:
    """A rule on a number of faults, where full marks mean none."""
    return measure.unit != "%" and parse_range(loss.full).high == 0


def _side(full: RateRange) -> str:
    """Name the side of the range on which points are lost."""
    if full.low is not None and full.low == full.high:
        return "off"
    if full.high is None:
        return "below"
    return "above" if full.low is None else "outside"


def _mode(loss: Loss, measure: Measure) -> str:
    if loss.mode != "prorata" and is_count(loss, measure) and loss.step == 1:
        return ""
    return chinese_text(f"rules.loss.{loss.mode}", step=measure.per(Exact(loss.step)).zh)


def full_words(loss: Loss, measure: Measure) -> Bilingual:
    """``达到95%``, ``没有问题``: the condition of full marks."""
    full = parse_range(loss.full)
    if is_count(loss, measure):
        return trace_text("trace.no-faults", noun=loss.noun or trace_text("trace.a-fault"))
    if full.low is not None and full.high is not None and full.low != full.high:
        return trace_text("trace.in-between", span=measure.span(full))
    end = full.low if full.low is not None else full.high
    name = (
        "trace.equal-to"
        if full.low == full.high
        else "trace.reaches"
        if full.high is None
        else "trace.within"
    )
    return trace_text(name, end=measure.end(end if end is not None else Exact(0)))


def loss_words(loss: Loss, measure: Measure) -> str:
    """``低于95%的，每低1个百分点扣0.3分（不足1个百分点的不计）``."""
    points, step = show(Exact(loss.points)), Exact(loss.step)
    if is_count(loss, measure):
        counted = f"{measure.end(step)}{loss.noun}"
        taken = chinese_text("rules.loss.each", counted=counted, points=points)
    else:
        full = parse_range(loss.full)
        end = full.low if full.low is not None else full.high
        taken = chinese_text(
            f"rules.loss.{_side(full)}",
            end=measure.end(end if end is not None else Exact(0)),
            step=measure.per(step).zh,
            points=points,
        )
    most = show(Exact(loss.cap)) if loss.cap is not None else ""
    cap = chinese_text("rules.loss.at-most", points=most) if most else ""
    return f"{taken}{_mode(loss, measure)}{cap}"


def explain_loss(
    loss: Loss, x: Tree, trees: LossTrees, measure: Measure, given: Given
) -> Bilingual | None:
    """The arithmetic of one loss, read off its tree."""
    excess, count, step = given.value(trees.excess), given.value(trees.steps), Exact(loss.step)
    if excess == 0:
        return full_words(loss, measure)
    where = _outside(loss, x, trees, measure, given)
    if count == 0:
        return join_texts([where, trace_text("trace.not-a-step", step=measure.per(step))])
    counted = None
    if loss.mode == "prorata":
        counted = trace_text("trace.pro-rata")
    elif not (is_count(loss, measure) and loss.step == 1):
        counted = trace_text("trace.counted-as", steps=measure.steps(count, step))
    product = given.product(Binary("*", trees.steps, number_node(Exact(loss.points))))
    taken = points_equation(product, show(given.value(trees.uncapped)))
    capped = None
    if given.value(trees.lost) < given.value(trees.uncapped):
        capped = trace_text("trace.at-most", points=show(given.value(trees.lost)))
    return join_texts([where, counted, taken, capped])


def _outside(loss: Loss, x: Tree, trees: LossTrees, measure: Measure, given: Given) -> Bilingual:
    """Say on which side of the range the rate is, and how far."""
    full = parse_range(loss.full)
    if is_count(loss, measure):
        return trace_text("trace.faults", noun=loss.noun, count=measure.value(given.value(x)))
    distance = measure.distance(given.value(trees.excess))
    if full.low is not None and full.low == full.high:
        return trace_text("trace.off-by", end=measure.end(full.low), distance=distance)
    is_below = given.taken(trees.excess) is trees.below
    end = full.low if is_below else full.high
    name = "trace.short-by" if is_below else "trace.over-by"
    return trace_text(name, end=measure.end(end or Exact(0)), distance=distance)


def explain_rest(left: Tree, lost: Fraction, weight: Fraction, given: Given) -> Bilingual | None:
    """Say what was taken in the end; ``left`` is the weight less all losses."""
    if lost == 0:
        return None
    if given.value(left) < 0:
        return trace_text("trace.exhausted", weight=show(weight))
    return trace_text("trace.deducted", points=show(lost))


def lint_loss(at: ContentPath, loss: Loss) -> Iterator[RulebookMisfit]:
    """Check that the range of full marks has closed ends, that step and points are positive."""
    full = parse_range(loss.full)
    is_open = (full.low is not None and not full.low_closed) or (
        full.high is not None and not full.high_closed
    )
    if is_open:
        yield rulebook_misfit((*at, "full"), "rulebook.loss.open-range", full=loss.full)
    if loss.step <= 0 or loss.points <= 0:
        yield rulebook_misfit(
            (*at, "step" if loss.step <= 0 else "points"), "rulebook.loss.not-above-zero"
        )
