"""The formula language of rulebooks: text, tree, value, interval, Excel formula, prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.formula.errors import FormulaError as FormulaError
    from jixiao.formula.errors import FormulaTooLong as FormulaTooLong
    from jixiao.formula.errors import ZeroDenominator as ZeroDenominator
    from jixiao.formula.evaluate import evaluate_formula as evaluate_formula
    from jixiao.formula.excel import excel_constant as excel_constant
    from jixiao.formula.excel import excel_formula as excel_formula
    from jixiao.formula.intervals import evaluate_intervals as evaluate_intervals
    from jixiao.formula.names import column_names as column_names
    from jixiao.formula.names import denominators as denominators
    from jixiao.formula.names import input_names as input_names
    from jixiao.formula.names import is_condition as is_condition
    from jixiao.formula.parse import parse_formula as parse_formula
    from jixiao.formula.prose import formula_prose as formula_prose
    from jixiao.formula.syntax import Binary as Binary
    from jixiao.formula.syntax import Call as Call
    from jixiao.formula.syntax import ColumnReference as ColumnReference
    from jixiao.formula.syntax import Compare as Compare
    from jixiao.formula.syntax import Name as Name
    from jixiao.formula.syntax import Number as Number
    from jixiao.formula.syntax import Tree as Tree
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "FormulaError": "errors",  # The text is no formula
            "FormulaTooLong": "errors",  # The Excel formula exceeds what a cell can hold
            "ZeroDenominator": "errors",  # A denominator is zero (evaluate) or may be zero (spread)
            # Compute a tree from inputs by id and tables by id as rows of columns by id
            "evaluate_formula": "evaluate",
            "excel_constant": "excel",  # Write an exact constant
            "excel_formula": "excel",  # Write a tree for Excel
            # Compute the image of a tree over inputs by id and tables as rows of columns by id
            "evaluate_intervals": "intervals",
            # List the table columns used, each once, in order of appearance
            "column_names": "names",
            "denominators": "names",  # List the trees that must not be zero, each once
            "input_names": "names",  # List the inputs used, each once, in order of appearance
            "is_condition": "names",  # Say whether a tree is true or false rather than a number
            "parse_formula": "parse",  # Read a formula
            # Write a tree with the labels of its inputs (``a``) and columns (``table.column``)
            "formula_prose": "prose",
            "Binary": "syntax",  # ``left operator right``
            "Call": "syntax",  # A function of the closed set
            "ColumnReference": "syntax",  # A column of a repeating table
            "Compare": "syntax",  # A condition
            "Name": "syntax",  # An input, or ``x`` for the rate inside a scoring rule
            "Number": "syntax",  # An exact constant
            "Tree": "syntax",
        },
    )
