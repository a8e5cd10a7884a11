"""Live formulas of a template, from the same trees that the evaluator walks.

Blank inputs give blank rates and scores; a case that the rulebook leaves to a person shows
``ASK_TEXT``. Formulas carry no leading ``=``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jixiao.figures.quantity import Operator
from jixiao.figures.show import number as show
from jixiao.formula.excel import excel
from jixiao.formula.names import names
from jixiao.formula.parse import parse
from jixiao.formula.syntax import Name, TableColumn, Tree
from jixiao.rulebook.model import FreeBlock, IfZero, Indicator, Role, Rulebook, Table
from jixiao.rulebook.names import input_name, table_name
from jixiao.rulebook.scores import ItemScore, Score, Target
from jixiao.rulebook.scoring.plan import PartPlan, Plan, plan, zero_tests
from jixiao.rulebook.scoring.target import item_tree, tree_for, undecided
from jixiao.rulebook.scoring.trees import either, number, substitute

ASK_TEXT = "需人工判定"
FULL_TEXT = "按满分计"
ZERO_TEXT = "按零分计"
NA_TEXT = "不适用"
PARTIAL_TEXT = "数据不全"

_SPECIAL: dict[IfZero, str] = {
    "ask": ASK_TEXT,
    "full": FULL_TEXT,
    "zero": ZERO_TEXT,
    "na": NA_TEXT,
}


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _or(conditions: list[str]) -> str:
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


class _Cells:
    """Where a rulebook's figures stand: inputs and table columns by defined name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.tables = {table.id: table for table in rulebook.tables}

    def name(self, name: Name | TableColumn) -> str:
        """What stands in a formula for a name."""
        if isinstance(name, TableColumn):
            return table_name(name.table, name.column)
        cell = input_name(name.id)
        asked = self.rulebook.input_by_id.get(name.id)
        if asked is not None and asked.kind == "flag":
            return f"COUNTIF({cell},{_quoted('是')})"
        if asked is not None and asked.kind == "choice":
            return _place_among(cell, asked.choices)
        return cell

    def blanks(self, part: PartPlan) -> list[str]:
        """The conditions under which a part's figures are not all there."""
        conditions = []
        figures = []
        for identifier in part.inputs:
            asked = self.rulebook.input_by_id[identifier]
            cell = input_name(identifier)
            if asked.optional:
                continue
            if asked.kind == "flag":
                answered = f"COUNTIF({cell},{_quoted('是')})+COUNTIF({cell},{_quoted('否')})"
                conditions.append(f"{answered}=0")
            elif asked.kind == "choice":
                conditions.append(f"{_place_among(cell, asked.choices)}=0")
            else:
                figures.append(cell)
        if figures:
            conditions.insert(0, f"COUNT({','.join(figures)})<{len(figures)}")
        for column in part.columns:
            conditions += self._column_blanks(column)
        return conditions

    def _column_blanks(self, name: TableColumn) -> list[str]:
        table = self.tables[name.table]
        column = next(c for c in table.columns if c.id == name.column)
        cells = table_name(name.table, name.column)
        if column.formula is not None:
            texts = "+".join(f"COUNTIF({cells},{_quoted(t)})" for t in (ASK_TEXT, NA_TEXT))
            return [f"COUNTIF({cells},{_quoted(PARTIAL_TEXT)})>0", f"COUNT({cells})+{texts}=0"]
        blank = [f"COUNT({cells})=0"]
        others = [c.id for c in table.columns if c.formula is None and c.kind != "text"]
        if not column.optional and len(others) > 1:
            in_use = "+".join(f'({table_name(name.table, o)}<>"")' for o in others)
            blank.append(f'SUMPRODUCT((({in_use})>0)*({cells}=""))>0')
        return blank

    def asks(self, part: PartPlan) -> list[str]:
        """The conditions under which a table column leaves a part to a person."""
        found = []
        for name in part.columns:
            column = next(c for c in self.tables[name.table].columns if c.id == name.column)
            if column.formula is not None and (column.if_zero or "ask") == "ask":
                cells = table_name(name.table, name.column)
                found.append(f"COUNTIF({cells},{_quoted(ASK_TEXT)})>0")
        return found

    def render(self, tree: Tree) -> str:
        """Render a tree over inputs and columns."""
        return excel(tree, self.name)


def _place_among(cell: str, choices: tuple[str, ...]) -> str:
    terms = (f"{n}*COUNTIF({cell},{_quoted(c)})" for n, c in enumerate(choices, start=1))
    return f"({'+'.join(terms)})"


def _is_zero(part: PartPlan) -> Tree:
    return either(list(part.zeros))


def _guard_zero(cells: _Cells, part: PartPlan, at_zero: str, at_both: str, body: str) -> str:
    """``body``, guarded against zero denominators as the rulebook says."""
    if not part.zeros:
        return body
    if part.zero_over_zero is not None and part.numerator_zero is not None:
        both = cells.render(part.numerator_zero)
        at_zero = f"IF({both},{at_both},{at_zero})"
    return f"IF({cells.render(_is_zero(part))},{at_zero},{body})"


def rate_formula(rulebook: Rulebook, indicator: Indicator) -> str | None:
    """The 实际值 of an indicator from its inputs; None where it has no rate."""
    part = plan(rulebook, indicator).shown
    if part.rate is None:
        return None
    cells = _Cells(rulebook)
    special = _quoted(_SPECIAL[part.if_zero or "ask"])
    both = excel(number(part.zero_over_zero), cells.name) if part.zero_over_zero is not None else ""
    body = _guard_zero(cells, part, special, both, cells.render(part.rate))
    if asks := cells.asks(part):
        body = f"IF({_or(asks)},{_quoted(ASK_TEXT)},{body})"
    if blanks := cells.blanks(_rate_only(part)):
        body = f'IF({_or(blanks)},"",{body})'
    return body


def _rate_only(part: PartPlan) -> PartPlan:
    """The part as far as its rate goes: inputs of the rule alone don't blank the rate."""
    used = tuple(dict.fromkeys(names(part.rate))) if part.rate is not None else ()
    return replace(part, inputs=used)


def _points(part: PartPlan, x: Tree | None, cells: _Cells, rate_cell: str | None) -> str:
    """Unrounded points; ``x`` replaces the rate, or ``rate_cell`` does."""

    def name(asked: Name | TableColumn) -> str:
        if rate_cell is not None and asked == Name("x"):
            return rate_cell
        return cells.name(asked)

    if part.rule.tree is None:
        return "0"
    tree = part.rule.tree if x is None else substitute(part.rule.tree, "x", x)
    return excel(tree, name)


def _rounded(points: str, digits: int) -> str:
    return f"ROUND(ROUND({points},{digits + 8}),{digits})"


def _special_points(part: PartPlan) -> str:
    policy = part.if_zero or "ask"
    known = {"full": show(part.weight), "zero": "0"}
    return known.get(policy, _quoted(_SPECIAL[policy]))


def _undecided(part: PartPlan, cells: _Cells, x: Tree | None, rate_cell: str | None) -> str | None:
    if part.rule.decided is None:
        return None

    def name(asked: Name | TableColumn) -> str:
        return rate_cell if rate_cell and asked == Name("x") else cells.name(asked)

    tree = part.rule.decided if x is None else substitute(part.rule.decided, "x", x)
    return excel(tree, name)


def _from_rate(part: PartPlan, cells: _Cells, rate_cell: str, digits: int) -> str:
    """The score of a plain indicator, from the cell that shows its rate."""
    body = _rounded(_points(part, None, cells, rate_cell), digits)
    decided = _undecided(part, cells, None, rate_cell)
    if decided is not None:
        body = f"IF({decided},{body},{_quoted(ASK_TEXT)})"
    policy = part.if_zero or "ask"
    points = _special_points(part)
    special = (
        f"IF({rate_cell}={_quoted(_SPECIAL[policy])},{points},{_quoted(ASK_TEXT)})"
        if policy in ("full", "zero", "na")
        else _quoted(ASK_TEXT)
    )
    body = f"IF(COUNT({rate_cell})=0,{special},{body})"
    blank = [f'{rate_cell}=""', *_rule_blanks(part, cells)]
    return f'IF({_or(blank)},"",{body})'


def _rule_blanks(part: PartPlan, cells: _Cells) -> list[str]:
    return cells.blanks(replace(part, inputs=part.rule_inputs, columns=()))


def _from_inputs(part: PartPlan, cells: _Cells) -> tuple[str, list[str], list[str]]:
    """Points of a part straight from its inputs; what blanks it; what leaves it to a person."""
    points = _points(part, part.rate, cells, None)
    asks = cells.asks(part)
    decided = _undecided(part, cells, part.rate, None)
    if decided is not None:
        points = f"IF({decided},{points},-1)"
    if part.zeros:
        at_both = ""
        if part.zero_over_zero is not None:
            at_both = _points(part, number(part.zero_over_zero), cells, None)
        known = {"full": show(part.weight), "zero": "0"}
        at_zero = known.get(part.if_zero or "ask", "-1")
        points = _guard_zero(cells, part, at_zero, at_both, points)
    return points, cells.blanks(part), asks


def _summed(made: Plan, cells: _Cells, digits: int) -> str:
    found = [_from_inputs(part, cells) for part in made.parts]
    blanks = list(dict.fromkeys(b for _, blank, _ in found for b in blank))
    asks = list(dict.fromkeys(a for _, _, ask in found for a in ask))
    for part, (points, _, _) in zip(made.parts, found, strict=True):
        if part.rule.decided is not None or (part.zeros and _leaves(part)):
            asks.append(f"{points}<0")
    body = _rounded("+".join(points for points, _, _ in found), digits)
    if asks:
        body = f"IF({_or(asks)},{_quoted(ASK_TEXT)},{body})"
    return f'IF({_or(blanks)},"",{body})' if blanks else body


def _leaves(part: PartPlan) -> bool:
    return (part.if_zero or "ask") in ("ask", "na")


def _best(made: Plan, cells: _Cells, digits: int) -> str:
    """二者择其一: the greatest of what can be computed, -1 standing for what cannot."""
    options, blanks = [], []
    for part in made.parts:
        points, blank, asks = _from_inputs(part, cells)
        blanks.append(_or(blank) if blank else "FALSE")
        hindered = [*blank, *asks]
        options.append(f"IF({_or(hindered)},-1,{points})" if hindered else points)
    best = f"MAX({','.join(options)})"
    body = f"IF({best}<0,{_quoted(ASK_TEXT)},{_rounded(best, digits)})"
    return f'IF(AND({",".join(blanks)}),"",{body})'


def _unless_not_applicable(made: Plan, cells: _Cells, body: str) -> str:
    policy = made.indicator.not_applicable
    if made.applies_not is None or policy is None:
        return body
    result = show(made.weight) if policy.then == "full" else _quoted(NA_TEXT)
    known = [input_name(n) for n in made.conditions if cells.rulebook.input_by_id[n].kind != "flag"]
    condition = cells.render(made.applies_not)
    if known:
        condition = f"AND(COUNT({','.join(known)})={len(known)},{condition})"
    return f"IF({condition},{result},{body})"


def score_formula(rulebook: Rulebook, indicator: Indicator, rate_cell: str | None) -> str | None:
    """The 测算得分 of an indicator; None where only a person can say.

    ``rate_cell`` is where its rate is shown; a score of several parts is taken from the inputs.
    """
    made = plan(rulebook, indicator)
    if any(part.rule.tree is None for part in made.parts):
        return None
    if indicator.weight is None and indicator.group is not None:
        return None
    cells = _Cells(rulebook)
    if len(made.parts) > 1:
        combine = _best if indicator.combine == "best" else _summed
        body = combine(made, cells, rulebook.digits)
    elif made.shown.rate is not None and rate_cell is not None:
        body = _from_rate(made.shown, cells, rate_cell, rulebook.digits)
    else:
        body = _summed(made, cells, rulebook.digits)
    return _unless_not_applicable(made, cells, body)


def table_column_formula(table: Table, column: str, cells: Mapping[str, str]) -> str | None:
    """A computed column of a repeating table in one row; ``cells`` are that row's by column id."""
    found = next(c for c in table.columns if c.id == column)
    if found.formula is None:
        return None
    tree = parse(found.formula)

    def name(asked: Name | TableColumn) -> str:
        return cells[asked.id if isinstance(asked, Name) else asked.column]

    body = excel(tree, name)
    zeros = zero_tests(tree)
    if zeros:
        at_zero = {"full": "1", "zero": "0", "na": _quoted(NA_TEXT)}
        special = at_zero.get(found.if_zero or "ask", _quoted(ASK_TEXT))
        body = f"IF({excel(either(list(zeros)), name)},{special},{body})"
    needed = [cells[n] for n in dict.fromkeys(names(tree))]
    typed = [cells[c.id] for c in table.columns if c.formula is None and c.kind != "text"]
    partial = f"COUNT({','.join(needed)})<{len(needed)}"
    body = f"IF({partial},{_quoted(PARTIAL_TEXT)},{body})"
    return f'IF(COUNT({",".join(typed)})=0,"",{body})'


def _row_names(score: Score, cells: Mapping[Role, str]) -> Mapping[str, str]:
    roles = {"target": Role.TARGET, "actual": Role.ACTUAL, "weight": Role.WEIGHT}
    if isinstance(score, ItemScore):
        roles["item"] = Role(score.column)
    return {name: cells[role] for name, role in roles.items() if role in cells}


def row_formula(rulebook: Rulebook, block: FreeBlock, cells: Mapping[Role, str]) -> str | None:
    """The 测算得分 of a free row from its own cells; None where only a person can say.

    The operator cell offers ≥ ≤ ＝ ＞ ＜; a row marked 定性 or without figures stays blank.
    """
    known = _row_names(block.score, cells)

    def name(asked: Name | TableColumn) -> str:
        return known[asked.id] if isinstance(asked, Name) else ""

    digits = rulebook.digits
    if isinstance(block.score, ItemScore):
        typed = f"COUNT({known['item']},{known['weight']})<2"
        return f'IF({typed},"",{_rounded(excel(item_tree(block.score), name), digits)})'
    score = block.score
    if not isinstance(score, Target) or Role.OPERATOR not in cells:
        return None
    sign = cells[Role.OPERATOR]

    def branch(operator: Operator) -> str:
        points = _rounded(excel(tree_for(score, operator), name), digits)
        return f"IF({excel(undecided(score, operator), name)},{_quoted(ASK_TEXT)},{points})"

    body = _quoted(ASK_TEXT)
    for operator, signs in (
        (Operator.BELOW, ("＜",)),
        (Operator.ABOVE, ("＞",)),
        (Operator.EQUAL, ("＝",)),
        (Operator.AT_MOST, ("≤",)),
        (Operator.AT_LEAST, ("≥",)),
    ):
        typed = _or([f"{sign}={_quoted(s)}" for s in signs])
        body = f"IF({typed},{branch(operator)},{body})"
    blank = [f"COUNT({known['target']},{known['actual']},{known['weight']})<3", f'{sign}=""']
    if Role.NATURE in cells:
        blank.append(f"{cells[Role.NATURE]}={_quoted('定性')}")
    return f'IF({_or(blank)},"",{body})'
