"""Formulas of single rows: computed columns of repeating tables, scores of free rows."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.figures.quantity import Operator
from jixiao.formula.excel import excel
from jixiao.formula.names import names
from jixiao.formula.parse import parse
from jixiao.formula.syntax import Name, TableColumn
from jixiao.rulebook.excel.text import ASK_TEXT, NA_TEXT, PARTIAL_TEXT, any_of, quoted, rounded
from jixiao.rulebook.model import FreeBlock, Role, Rulebook, Table
from jixiao.rulebook.scores import ItemScore, Score, Target
from jixiao.rulebook.scoring.plan import zero_tests
from jixiao.rulebook.scoring.target import item_tree, tree_for, undecided
from jixiao.rulebook.scoring.trees import either


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
        at_zero = {"full": "1", "zero": "0", "na": quoted(NA_TEXT)}
        special = at_zero.get(found.if_zero or "ask", quoted(ASK_TEXT))
        body = f"IF({excel(either(list(zeros)), name)},{special},{body})"
    needed = [cells[n] for n in dict.fromkeys(names(tree))]
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

    def name(asked: Name | TableColumn) -> str:
        return known[asked.id] if isinstance(asked, Name) else ""

    digits = rulebook.digits
    if isinstance(block.score, ItemScore):
        typed = f"COUNT({known['item']},{known['weight']})<2"
        return f'IF({typed},"",{rounded(excel(item_tree(block.score), name), digits)})'
    score = block.score
    if not isinstance(score, Target) or Role.OPERATOR not in cells:
        return None
    sign = cells[Role.OPERATOR]

    def branch(operator: Operator) -> str:
        points = rounded(excel(tree_for(score, operator), name), digits)
        return f"IF({excel(undecided(score, operator), name)},{quoted(ASK_TEXT)},{points})"

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
        blank.append(f"{cells[Role.NATURE]}={quoted('定性')}")
    return f'IF({any_of(blank)},"",{body})'
