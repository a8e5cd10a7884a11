"""The rate and the score of an indicator as live formulas, from the trees the evaluator walks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jixiao.figures import format_number as show
from jixiao.formula import ColumnReference, Name, Tree, excel_constant, excel_formula, input_names
from jixiao.rulebook.excel.cells import FigureCells
from jixiao.rulebook.excel.defined_names import claimed_name
from jixiao.rulebook.excel.text import ASK_TEXT, NA_TEXT, SPECIAL, any_of, quoted, rounded
from jixiao.rulebook.kinds import either_node, number_node, substitute_nodes
from jixiao.rulebook.schema import Indicator, Rulebook, Veto
from jixiao.rulebook.scoring import IndicatorPlan, PartPlan, plan_indicator, plan_vetoes


def _is_zero(part: PartPlan) -> Tree:
    return either_node(list(part.zeros))


def _guard_zero(cells: FigureCells, part: PartPlan, at_zero: str, at_both: str, body: str) -> str:
    """``body``, guarded against zero denominators as the rulebook says."""
    if not part.zeros:
        return body
    if part.zero_over_zero is not None and part.numerator_zero is not None:
        both = cells.render(part.numerator_zero)
        at_zero = f"IF({both},{at_both},{at_zero})"
    return f"IF({cells.render(_is_zero(part))},{at_zero},{body})"


def rate_formula(rulebook: Rulebook, indicator: Indicator) -> str | None:
    """The 实际值 of an indicator from its inputs; None where it has no rate."""
    part = plan_indicator(rulebook, indicator).shown
    if part.rate is None:
        return None
    cells = FigureCells(rulebook)
    special = quoted(SPECIAL[part.if_zero or "ask"])
    both = (
        excel_formula(number_node(part.zero_over_zero), cells.name)
        if part.zero_over_zero is not None
        else ""
    )
    body = _guard_zero(cells, part, special, both, cells.render(part.rate))
    if asks := cells.asks(part):
        body = f"IF({any_of(asks)},{quoted(ASK_TEXT)},{body})"
    if blanks := cells.blanks(_rate_only(part)):
        body = f'IF({any_of(blanks)},"",{body})'
    return body


def _rate_only(part: PartPlan) -> PartPlan:
    """The part as far as its rate goes: inputs of the rule alone don't blank the rate."""
    used = tuple(dict.fromkeys(input_names(part.rate))) if part.rate is not None else ()
    return replace(part, inputs=used)


def _points(part: PartPlan, x: Tree | None, cells: FigureCells, rate_cell: str | None) -> str:
    """Unrounded points; ``x`` replaces the rate, or ``rate_cell`` does."""

    def name(asked: Name | ColumnReference) -> str:
        if rate_cell is not None and asked == Name("x"):
            return rate_cell
        return cells.name(asked)

    if part.rule.tree is None:
        return "0"
    tree = part.rule.tree if x is None else substitute_nodes(part.rule.tree, "x", x)
    return excel_formula(tree, name)


def _special_points(part: PartPlan, *, na_is_full: bool) -> str:
    policy = part.if_zero or "ask"
    known = {"full": show(part.weight), "zero": "0"}
    if na_is_full:
        known["na"] = show(part.weight)
    return known.get(policy, quoted(SPECIAL[policy]))


def _undecided(
    part: PartPlan, cells: FigureCells, x: Tree | None, rate_cell: str | None
) -> str | None:
    if part.rule.decided is None:
        return None

    def name(asked: Name | ColumnReference) -> str:
        return rate_cell if rate_cell and asked == Name("x") else cells.name(asked)

    tree = part.rule.decided if x is None else substitute_nodes(part.rule.decided, "x", x)
    return excel_formula(tree, name)


def _from_rate(made: IndicatorPlan, cells: FigureCells, rate_cell: str, digits: int) -> str:
    """The score of a plain indicator, from the cell that shows its rate."""
    part, na = made.shown, made.indicator.not_applicable
    body = rounded(_points(part, None, cells, rate_cell) + _gains(made, cells), digits)
    decided = _undecided(part, cells, None, rate_cell)
    if decided is not None:
        body = f"IF({decided},{body},{quoted(ASK_TEXT)})"
    policy = part.if_zero or "ask"
    points = _special_points(part, na_is_full=na is not None and na.then == "full")
    special = (
        f"IF({rate_cell}={quoted(SPECIAL[policy])},{points},{quoted(ASK_TEXT)})"
        if policy in ("full", "zero", "na")
        else quoted(ASK_TEXT)
    )
    body = f"IF(COUNT({rate_cell})=0,{special},{body})"
    blank = [f'{rate_cell}=""', *_rule_blanks(part, cells)]
    return f'IF({any_of(blank)},"",{body})'


def _rule_blanks(part: PartPlan, cells: FigureCells) -> list[str]:
    return cells.blanks(replace(part, inputs=part.rule_inputs, columns=()))


def _from_inputs(part: PartPlan, cells: FigureCells) -> tuple[str, list[str], list[str]]:
    """Points of a part straight from its inputs; what blanks it; what leaves it to a person."""
    points = _points(part, part.rate, cells, None)
    asks = cells.asks(part)
    decided = _undecided(part, cells, part.rate, None)
    if decided is not None:
        points = f"IF({decided},{points},-1)"
    if part.zeros:
        at_both = ""
        if part.zero_over_zero is not None:
            at_both = _points(part, number_node(part.zero_over_zero), cells, None)
        known = {"full": show(part.weight), "zero": "0"}
        at_zero = known.get(part.if_zero or "ask", "-1")
        points = _guard_zero(cells, part, at_zero, at_both, points)
    return points, cells.blanks(part), asks


def _summed(made: IndicatorPlan, cells: FigureCells, digits: int) -> str:
    found = [_from_inputs(part, cells) for part in made.parts]
    blanks = list(dict.fromkeys(b for _, blank, _ in found for b in blank))
    asks = list(dict.fromkeys(a for _, _, ask in found for a in ask))
    for part, (points, _, _) in zip(made.parts, found, strict=True):
        if part.rule.decided is not None or (part.zeros and _leaves(part)):
            asks.append(f"{points}<0")
    summed = "+".join(points for points, _, _ in found)
    gains = _gains(made, cells)
    body = rounded(f"({summed}){gains}" if gains else summed, digits)
    if asks:
        body = f"IF({any_of(asks)},{quoted(ASK_TEXT)},{body})"
    return f'IF({any_of(blanks)},"",{body})' if blanks else body


def _leaves(part: PartPlan) -> bool:
    return (part.if_zero or "ask") in ("ask", "na")


def _best(made: IndicatorPlan, cells: FigureCells, digits: int) -> str:
    """二者择其一: the greatest of what can be computed, -1 representing what cannot."""
    options, blanks = [], []
    for part in made.parts:
        points, blank, asks = _from_inputs(part, cells)
        blanks.append(any_of(blank) if blank else "FALSE")
        hindered = [*blank, *asks]
        options.append(f"IF({any_of(hindered)},-1,{points})" if hindered else points)
    best = f"MAX({','.join(options)})"
    body = f"IF({best}<0,{quoted(ASK_TEXT)},{rounded(best + _gains(made, cells), digits)})"
    return f'IF(AND({",".join(blanks)}),"",{body})'


def _unless_not_applicable(made: IndicatorPlan, cells: FigureCells, body: str) -> str:
    policy = made.indicator.not_applicable
    if made.applies_not is None or policy is None:
        return body
    result = {"full": show(made.weight), "give": "0"}.get(policy.then, quoted(NA_TEXT))
    return f"IF({_holds(made.applies_not, made.conditions, cells)},{result},{body})"


def _holds(condition: Tree, needed: Sequence[str], cells: FigureCells) -> str:
    """A condition over inputs; where one of them is blank it does not hold."""
    answered = cells.answered(needed)
    return f"AND({','.join([*answered, cells.render(condition)])})"


def _gains(made: IndicatorPlan, cells: FigureCells) -> str:
    """The factor for weight that rows which do not apply give to this one."""
    gifts = "".join(
        f"+IF({_holds(gift.when, gift.conditions, cells)},"
        f"{excel_constant(gift.weight / made.weight)},0)"
        for gift in made.gifts
    )
    return f"*(1{gifts})" if gifts else ""


def score_formula(rulebook: Rulebook, indicator: Indicator, rate_cell: str | None) -> str | None:
    """The 测算得分 of an indicator; None where only a person can say.

    ``rate_cell`` is where its rate is shown; a score of several parts is taken from the inputs.
    """
    made = plan_indicator(rulebook, indicator)
    if any(part.rule.tree is None for part in made.parts):
        return _judged_unless_vetoed(made, FigureCells(rulebook))
    if indicator.weight is None and indicator.group is not None:
        return None
    cells = FigureCells(rulebook)
    if len(made.parts) > 1:
        combine = _best if indicator.combine == "best" else _summed
        body = combine(made, cells, rulebook.digits)
    elif made.shown.rate is not None and rate_cell is not None:
        body = _from_rate(made, cells, rate_cell, rulebook.digits)
    else:
        body = _summed(made, cells, rulebook.digits)
    return _unless_vetoed(made, cells, _unless_not_applicable(made, cells, body))


def _unless_vetoed(made: IndicatorPlan, cells: FigureCells, body: str) -> str:
    """Give no points where a breach takes them all."""
    if not made.vetoes:
        return body
    met = any_of([_holds(v.when, v.conditions, cells) for v in made.vetoes])
    return f"IF({met},0,{body})"


def _judged_unless_vetoed(made: IndicatorPlan, cells: FigureCells) -> str | None:
    """The self-score of a row that a person judges, or none of it; None without a veto."""
    claim = claimed_name(made.indicator.id)
    own = f'IF(COUNT({claim})=0,"",{claim})'
    return _unless_vetoed(made, cells, own) if made.vetoes else None


def veto_condition(rulebook: Rulebook, veto: Veto) -> str:
    """The condition under which a breach decides."""
    cells = FigureCells(rulebook)
    made = next(v for v in plan_vetoes(rulebook) if v.veto == veto)
    return _holds(made.when, made.conditions, cells)
