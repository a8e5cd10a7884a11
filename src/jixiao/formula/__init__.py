"""The formula language of rulebooks: text, tree, value, interval, Excel formula, prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.formula.choices import settle as settle
    from jixiao.formula.choices import taken_argument as taken_argument
    from jixiao.formula.choices import taken_branch as taken_branch
    from jixiao.formula.choices import without_floors as without_floors
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
            "settle": "choices",  # what was really computed of a tree: its choices made
            "taken_argument": "choices",  # the argument of a min or max that counts
            "taken_branch": "choices",  # the branch of an if that counts
            "without_floors": "choices",  # a tree without max(0, …)
            "FormulaError": "errors",  # a text that is no formula
            "FormulaTooLong": "errors",  # an Excel formula longer than a cell can hold
            "ZeroDenominator": "errors",  # a denominator that is, or may be, zero
            "evaluate_formula": "evaluate",  # compute a tree exactly
            "excel_constant": "excel",  # an exact constant for an Excel formula
            "excel_formula": "excel",  # a tree as an Excel formula
            "evaluate_intervals": "intervals",  # compute the image of a tree over intervals
            "column_names": "names",  # the table columns that a tree uses
            "denominators": "names",  # the trees that must not be zero
            "input_names": "names",  # the inputs that a tree uses
            "is_condition": "names",  # whether a tree is true or false rather than a number
            "parse_formula": "parse",  # read the text of a formula into a tree
            "formula_prose": "prose",  # a tree in words, with the labels of its inputs
            "Binary": "syntax",  # an arithmetic operation on two trees
            "Call": "syntax",  # a call of a function of the closed set
            "ColumnReference": "syntax",  # a column of a repeating table
            "Compare": "syntax",  # a condition that compares two trees
            "Name": "syntax",  # an input, or x for the rate inside a scoring rule
            "Number": "syntax",  # an exact constant
            "Tree": "syntax",  # a formula as a tree: any node
        },
    )
