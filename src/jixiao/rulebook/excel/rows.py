"""Formulas of single rows: computed columns of repeating tables, scores of free rows."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.figures import Operator
from jixiao.formula import ColumnReference, Name, excel_formula, input_names, parse_formula
from jixiao.rulebook.excel.text import ASK_TEXT, NA_TEXT, PARTIAL_TEXT, any_of, quoted, rounded
from jixiao.rulebook.kinds import (
    ItemScore,
    Score,
    Target,
    either_node,
    item_tree,
    tree_for,
    undecided,
)
from jixiao.rulebook.schema import FreeBlock, Role, Rulebook, Table
from jixiao.rulebook.scoring import zero_tests
from jixiao.rulebook.words import QUALITATIVE


def table_column_formula(table: Table, column: str, cells: Mapping[str, str]) -> str | None:
    """A computed column of a repeating table in one row; ``cells`` are that row's by column id."""
    found = next(c for c in table.columns if c.id == column)
    if found.formula is None:
        return None
    tree = parse_formula(found.formula)

    def name(asked: Name | ColumnReference) -> str:
        return cells[asked.id if isinstance(asked, Name) else asked.column]

    body = excel_formula(tree, name)
    zeros = zero_tests(tree)
    if zeros:
        at_zero = {"full": "1", "zero": "0", "na": quoted(NA_TEXT)}
        special = at_zero.get(found.if_zero or "ask", quoted(ASK_TEXT))
        body = f"IF({excel_formula(either_node(list(zeros)), name)},{special},{body})"
    needed = [cells[n] for n in dict.fromkeys(input_names(tree))]
    typed = [cells[c.id] for c in table.columns if c.formula is None and c.kind != "text"]
    partial = f"COUNT({','.join(needed)})<{len(needed)}"
    body = f"IF({partial},{quoted(PARTIAL_TEXT)},{body})"
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

    def name(asked: Name | ColumnReference) -> str:
        return known[asked.id] if isinstance(asked, Name) else ""

    digits = rulebook.digits
    if isinstance(block.score, ItemScore):
        typed = f"COUNT({known['item']},{known['weight']})<2"
        return f'IF({typed},"",{rounded(excel_formula(item_tree(block.score), name), digits)})'
    score = block.score
    if not isinstance(score, Target) or Role.OPERATOR not in cells:
        return None
    sign = cells[Role.OPERATOR]

    def branch(operator: Operator) -> str:
        points = rounded(excel_formula(tree_for(score, operator), name), digits)
        return f"IF({excel_formula(undecided(score, operator), name)},{quoted(ASK_TEXT)},{points})"

    body = quoted(ASK_TEXT)
    for operator, signs in (
        (Operator.BELOW, ("＜",)),
        (Operator.ABOVE, ("＞",)),
        (Operator.EQUAL, ("＝",)),
        (Operator.AT_MOST, ("≤",)),
        (Operator.AT_LEAST, ("≥",)),
    ):
        typed = any_of([f"{sign}={quoted(s)}" for s in signs])
        body = f"IF({typed},{branch(operator)},{body})"
    blank = [f"COUNT({known['target']},{known['actual']},{known['weight']})<3", f'{sign}=""']
    if Role.NATURE in cells:
        blank.append(f"{cells[Role.NATURE]}={quoted(QUALITATIVE)}")
    return f'IF({any_of(blank)},"",{body})'
