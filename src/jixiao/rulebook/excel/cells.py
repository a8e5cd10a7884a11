"""Where a rulebook's figures stand in a template, and when they are not all there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.formula import ColumnReference, Name, Tree, excel_formula
from jixiao.rulebook.excel.defined_names import input_name, table_name
from jixiao.rulebook.excel.text import ASK_TEXT, NA_TEXT, PARTIAL_TEXT, quoted
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.scoring import PartPlan
from jixiao.rulebook.words import NO, YES


class FigureCells:
    """Where a rulebook's figures are: inputs and table columns by defined name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.tables = {table.id: table for table in rulebook.tables}

    def name(self, name: Name | ColumnReference) -> str:
        """What is in a formula for a name."""
        if isinstance(name, ColumnReference):
            return table_name(name.table, name.column)
        cell = input_name(name.id)
        asked = self.rulebook.input_by_id.get(name.id)
        if asked is not None and asked.kind == "flag":
            return f"COUNTIF({cell},{quoted(YES)})"
        if asked is not None and asked.kind == "choice":
            return _place_among(cell, asked.choices)
        return cell

    def blanks(self, part: PartPlan) -> list[str]:
        """The conditions under which a part's figures are not all there."""
        required = [n for n in part.inputs if not self.rulebook.input_by_id[n].optional]
        conditions = [f"{found}<{all_}" for found, all_ in self._answers(required)]
        for column in part.columns:
            conditions += self._column_blanks(column)
        return conditions

    def answered(self, inputs: Sequence[str]) -> list[str]:
        """The conditions that all of these inputs are filled in."""
        return [f"{found}={all_}" for found, all_ in self._answers(inputs)]

    def _answers(self, inputs: Sequence[str]) -> Iterator[tuple[str, int]]:
        """How many cells are filled in, as a formula, and how many there are."""
        figures = []
        for identifier in inputs:
            asked = self.rulebook.input_by_id[identifier]
            cell = input_name(identifier)
            options = asked.choices if asked.kind == "choice" else (YES, NO)
            if asked.kind in ("flag", "choice"):
                yield "+".join(f"COUNTIF({cell},{quoted(option)})" for option in options), 1
            else:
                figures.append(cell)
        if figures:
            yield f"COUNT({','.join(figures)})", len(figures)

    def _column_blanks(self, name: ColumnReference) -> list[str]:
        table = self.tables[name.table]
        column = next(c for c in table.columns if c.id == name.column)
        cells = table_name(name.table, name.column)
        if column.formula is not None:
            texts = "+".join(f"COUNTIF({cells},{quoted(t)})" for t in (ASK_TEXT, NA_TEXT))
            return [f"COUNTIF({cells},{quoted(PARTIAL_TEXT)})>0", f"COUNT({cells})+{texts}=0"]
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
                found.append(f"COUNTIF({cells},{quoted(ASK_TEXT)})>0")
        return found

    def render(self, tree: Tree) -> str:
        """Render a tree over inputs and columns."""
        return excel_formula(tree, self.name)


def _place_among(cell: str, choices: tuple[str, ...]) -> str:
    terms = (f"{n}*COUNTIF({cell},{quoted(c)})" for n, c in enumerate(choices, start=1))
    return f"({'+'.join(terms)})"
